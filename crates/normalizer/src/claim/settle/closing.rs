//! The price at which a firm's share was traded, told of the firm itself: "Kelt closed on Tuesday at | $26.87, down | 75 cents".

use crosscheck_lexicon::classes::{Classes, classes};
use crosscheck_lexicon::traits::{self, Traits};
use crosscheck_model::{Number, Span};

use super::super::around::Around;
use super::share::PRICE;
use super::{Context, Settled, bidder, moves};

/// Words between the verb and "at": "closed | on Tuesday in composite trading | at".
const BETWEEN: usize = 6;

/// The price of a share, or how far it has moved, where the verb tells of a firm and its trading.
pub(super) fn of_firm(context: Context<'_>, around: &Around<'_>, kind: &str) -> Option<Settled> {
    let small = context.mention.value.as_ref()?.point? < Number::from(PRICE);
    if kind != "money" || !small {
        return None;
    }
    let (at, class) = match price_before(around, around.after) {
        Some(at) => (at, "share-price"),
        None => (told_before(context, around)?, moves::MOVE),
    };
    let cue: Span = around.words.get(at)?.1;
    let owner = match firm(context) {
        Some(owner) => Some(owner),
        // "Orlo was the most active stock, where it closed at $9.75": shares without a name.
        None if told_of_it(context, around) => None,
        None => return None,
    };
    Some(Settled { class, root: Some("share"), owner, part: None, cue })
}

/// Whether the subject is a pronoun, in a sentence that tells of shares.
fn told_of_it(context: Context<'_>, around: &Around<'_>) -> bool {
    let agent =
        context.frame.and_then(|frame| frame.agent).map(|span| span.slice(context.text).to_lowercase());
    agent.is_some_and(|agent| matches!(agent.as_str(), "it" | "they" | "which"))
        && around.lower.iter().any(|word| moves::is_traded(word))
}

/// "closed | at $31": the verb of trading before "at" and a sum whose first word is at `figure`.
fn price_before(around: &Around<'_>, figure: usize) -> Option<usize> {
    let at = figure.checked_sub(1).filter(|&i| around.lower(i) == "at")?;
    let verb = (at.saturating_sub(BETWEEN + 1)..at)
        .rev()
        .take_while(|&i| around.lower(i) != "," && !around.is_bar(i))
        .find(|&i| traits::of_word(around.lower(i)).has(Traits::TRADES))?;
    // "opened a plant at $3 million": what was opened stands behind the verb.
    let object = classes(around.lower(verb + 1)).has(Classes::DETERMINER);
    (!object).then_some(verb)
}

/// The verb of trading of the price that stands before this move of it: "closed at $31, down | 75 cents".
fn told_before(context: Context<'_>, around: &Around<'_>) -> Option<usize> {
    let figure = |i: &usize| around.lower(*i).starts_with(|c: char| c.is_ascii_digit());
    let off = around.after.checked_sub(1).is_some_and(|i| around.lower(i) == "off");
    (off || moves::is_move(context, around)).then_some(())?;
    let last = (0..around.after).rev().find(figure)?;
    let first = (0..=last).rev().take_while(figure).last()?;
    let parted = (last + 1..around.after).filter(|&i| around.lower(i) == ",").count() == 1;
    price_before(around, first).filter(|_| parted)
}

/// The first word of the name that the verb's subject is, or whose shares it is.
fn firm(context: Context<'_>) -> Option<String> {
    let span = context.frame?.agent?;
    let words = span.slice(context.text);
    let words = match words.rsplit_once(' ') {
        Some((name, last)) if moves::is_traded(&last.to_lowercase()) => name,
        _ => words,
    };
    let name = |word: &str| {
        let lower = word.to_lowercase();
        word.starts_with(char::is_uppercase) && lower != "the" || matches!(lower.as_str(), "of" | "&" | "and")
    };
    let opens = span.start == context.sentence.span.start;
    let single = !words.contains(' ');
    // "Gold closed at $380": a noun that opens its sentence is no name.
    (words.split_whitespace().all(name) && (!opens || !single || !moves::is_noun(words)))
        .then(|| bidder::agent(context))?
}
