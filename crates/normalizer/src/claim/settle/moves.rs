//! How far the price of a share has moved, told of the shares or of the firm itself.
//!
//! "Kelt shares soared | $7.70, or 17 percent", "with Kelt up | 22 percent", "Shares rose. Kelt climbed | 8%".

use crosscheck_lexicon::classes::{Classes, classes};
use crosscheck_lexicon::place::{self, Naming};
use crosscheck_lexicon::traits::{self, Traits};
use crosscheck_lexicon::{bound, morphology, taxonomy, unit};
use crosscheck_model::{Number, Span};

use super::super::around::Around;
use super::share::{self, PRICE};
use super::{Context, Settled};

/// The class of such a move.
pub(super) const MOVE: &str = "share-price-change";
/// Words between a verb of change and its figure: "by", "a further", "sharply by".
const BETWEEN: usize = 3;
/// Bytes before a sentence in which shares are told of that its firms stand for.
const SETTING: u32 = 240;
/// Bytes before a sentence in which its first word is looked for as a name.
const NAMED: u32 = 2000;

/// The move that a figure behind a verb or adverb of change gives, where its subject are shares, or a firm in a tale of shares.
pub(super) fn of_share(context: Context<'_>, around: &Around<'_>, kind: &str) -> Option<Settled> {
    let verb = verb(context, around, kind)?;
    let at = subject(around, verb)?;
    let cue = around.words.get(at)?.1;
    let settled =
        |owner: Option<String>| Settled { class: MOVE, root: Some("share"), owner, part: None, cue };
    if is_traded(around.lower(at)) {
        return Some(settled(share::issuer(around, cue)));
    }
    let first = firm(context, around, at)?;
    let told = around.lower.iter().any(|word| is_traded(word)) || sets_out(context);
    told.then(|| settled(Some(share::bare(around, first))))
}

/// Whether a sum is how far something has moved and not where it got to: "closed at $31, down | 40 cents".
pub(super) fn is_move(context: Context<'_>, around: &Around<'_>) -> bool {
    verb(context, around, "money").is_some()
}

/// The word of change whose amount the figure is.
fn verb(context: Context<'_>, around: &Around<'_>, kind: &str) -> Option<usize> {
    let mention = context.mention;
    let small = || mention.value.as_ref().and_then(|value| value.point) < Some(Number::from(PRICE));
    let fits = match kind {
        "percent" => !mention.span.slice(context.text).contains(" of "),
        "money" => small(),
        _ => false,
    };
    // "fell below $50": a mark that was passed.
    let lead = Span { start: mention.span.start, end: mention.core.start.max(mention.span.start) };
    let marked = traits::of_word(lead.slice(context.text).trim()).has(Traits::MARK);
    let passes = |word: &str| traits::of_word(word).has(Traits::LEADS_AMOUNT) || word.ends_with("ly");
    let until = around.after;
    let at = (until.saturating_sub(BETWEEN + 1)..until).rev().find(|&i| !passes(around.lower(i)))?;
    let changes = bound::change(around.lower(at)).is_some_and(|change| change.direct && change.up.is_some());
    (fits && !marked && changes).then_some(at)
}

/// The last word of what moved: "Kelt | (up", "shares | have lost".
fn subject(around: &Around<'_>, verb: usize) -> Option<usize> {
    (0..verb).rev().take(4).find(|&i| {
        let word = around.lower(i);
        word != "(" && !classes(word).has(Classes::AUXILIARY.or(Classes::ADVERBIAL)) && !word.ends_with("ly")
    })
}

/// Whether a word names what is traded: "shares", "stock".
pub(super) fn is_traded(word: &str) -> bool {
    traits::of_word(word).has(Traits::TRADED)
}

/// The first word of the name that opens a clause and ends at a word: "with | Kelt Metals", "and those of | Orlo".
fn firm(context: Context<'_>, around: &Around<'_>, last: usize) -> Option<usize> {
    let first = share::name_of(around, last)?;
    let lower = around.lower(last);
    let known = place::place(lower).is_some_and(|place| place.naming == Naming::Name);
    let lead = first.checked_sub(1);
    let open = match lead {
        None => is_known_name(context, around, first),
        Some(lead) => match around.lower(lead) {
            "," | ";" | "(" | "“" | "\"" => true,
            word if traits::of_word(word).has(Traits::GOES_ON) => true,
            "and" => figures_before(around, lead),
            "of" | "in" => lead.checked_sub(1).is_some_and(|i| {
                let word = around.lower(i);
                word == "those" || is_traded(word)
            }),
            _ => false,
        },
    };
    (open && !known).then_some(first)
}

/// Whether the word that opens a sentence is a name and no noun, as of "Sales climbed 8%": no noun, or written large within a sentence
/// nearby.
fn is_known_name(context: Context<'_>, around: &Around<'_>, first: usize) -> bool {
    let noun = is_noun(around.lower(first));
    let (word, span) = around.words[first];
    let before =
        Span { start: span.start.saturating_sub(NAMED), end: span.start }.on_boundaries(context.text);
    let before = before.slice(context.text);
    !noun
        || before.match_indices(word).any(|(at, _)| {
            let lead = before[..at].strip_suffix(' ');
            lead.is_some_and(|lead| lead.ends_with(|c: char| c.is_alphanumeric() || c == ','))
                && !before[at + word.len()..].starts_with(char::is_alphanumeric)
        })
}

/// Whether a word is a noun of the taxonomy, and so may be no name.
pub(super) fn is_noun(word: &str) -> bool {
    let lower = word.to_lowercase();
    let lemma = morphology::noun_lemma(&lower);
    taxonomy::word(lemma.as_deref().unwrap_or(&lower))
        .is_some_and(|entry| entry.noun_senses().next().is_some())
}

/// "up 22 percent | and Orlo ahead": whether a figure, with its unit or without, or a comma ends before a word.
fn figures_before(around: &Around<'_>, at: usize) -> bool {
    let closed = at.checked_sub(1).is_some_and(|i| {
        let word = around.lower(i);
        word == "," || word.starts_with(|c: char| c.is_ascii_digit())
    });
    // "percent", "per cent"
    let named = |from: usize| unit::name(|n| around.lower(from + n)).is_some_and(|(len, _)| from + len == at);
    closed || (at.saturating_sub(2)..at).any(named)
}

/// Whether the sentence before tells of shares: "Shares in both firms rose. | Kelt climbed 8%".
fn sets_out(context: Context<'_>) -> bool {
    let end = context.sentence.span.start;
    let before = Span { start: end.saturating_sub(SETTING), end }.on_boundaries(context.text);
    let lower = before.slice(context.text).to_lowercase();
    lower.split(|c: char| !c.is_alphanumeric()).any(is_traded)
}
