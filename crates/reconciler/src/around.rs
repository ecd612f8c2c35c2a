//! What the words around a figure say of it: whose it is, whether it is a part, comes on top, or is of before.

use crosscheck_lexicon::classes::{Classes, classes};
use crosscheck_lexicon::concept;
use crosscheck_lexicon::tie::{self, Tie};
use crosscheck_lexicon::traits::{self, Traits};
use crosscheck_lexicon::verb;
use crosscheck_model::{Attribution, BlockKind, Bound, Claim, Document, Kind, Span, boundary};

use crate::node::Dimension;
use crate::words::{self, Word};

/// Bytes of a sentence that are read whole; what has no full stop for pages - a table, a list - is read in pieces.
const SENTENCE: u32 = 2000;

/// The sentence of a claim, or of a very long one the piece that the claim begins in.
pub(crate) fn span_near(claim: &Claim, text: &str) -> Span {
    let sentence = claim.sentence;
    if sentence.len() <= SENTENCE as usize {
        return sentence;
    }
    let turn = claim.start.saturating_sub(sentence.start) / SENTENCE;
    // Both edges are rounded down, so that the pieces meet.
    let edge = |turn: u32| {
        let at = sentence.start.saturating_add(turn.saturating_mul(SENTENCE)).min(sentence.end);
        boundary::floor(text, at as usize)
    };
    Span::new(edge(turn), edge(turn + 1))
}

/// Whether a count is told as a part of a group already spoken of.
pub(super) fn is_part(claim: &Claim, text: &str) -> bool {
    let sentence = span_near(claim, text);
    let after = text.get(claim.end as usize..sentence.end as usize).unwrap_or("");
    let words = claim.surface.split_whitespace().chain(after.split_whitespace().take(3));
    let lower: Vec<String> = words.map(|word| word.trim_matches(',').to_lowercase()).collect();
    // "Twelve of the injured", "a dozen of them"; "members of the crew" are no part.
    let number = |word: &str| {
        word.ends_with(|c: char| c.is_ascii_digit())
            || classes(word).has(Classes::NUMBER.or(Classes::VAGUE_NUMBER))
            || word.split('-').all(|part| classes(part).has(Classes::NUMBER))
    };
    let group = |word: &str| word == "the" || traits::of_word(word).has(Traits::GROUPED);
    // "Of those rescued, | 63 were children and | 20 were tourists"
    let before = text.get(sentence.start as usize..claim.start as usize).unwrap_or("");
    let mut opening = before
        .rsplit(';')
        .next()
        .unwrap_or_default()
        .split_whitespace()
        .skip_while(|word| !word.starts_with(char::is_alphabetic));
    let out_of = opening.next().is_some_and(|word| word.eq_ignore_ascii_case("of"))
        && opening.next().is_some_and(|word| group(&word.to_lowercase()));
    // "Thirteen children are among the dead", "among the dead were 13 children".
    let near = |words: &[&str]| {
        words.windows(2).any(|of| of[0].eq_ignore_ascii_case("among") && group(&of[1].to_lowercase()))
    };
    let behind: Vec<&str> =
        after.split_whitespace().take(5).take_while(|word| !word.ends_with(',')).collect();
    let mut ahead: Vec<&str> = before.split_whitespace().rev().take(5).collect();
    ahead.reverse();
    claim.kind == Kind::Count
        && (out_of
            || lower.windows(3).any(|of| number(&of[0]) && of[1] == "of" && group(&of[2]))
            // "Sixteen of its citizens": of one country's those who were there.
            || lower.windows(4).any(|of| {
                number(&of[0])
                    && of[1] == "of"
                    && classes(&of[2]).has(Classes::PRONOUN.or(Classes::DETERMINER))
                    && traits::of_word(&of[3]).has(Traits::NATIONALS)
            })
            || near(&behind)
            || near(&ahead))
}

/// The unit of time of a count that is one of every day or week: "3,500 bodies | a day", "300 people | were moved each week".
pub(super) fn rate(claim: &Claim, text: &str) -> Word {
    let sentence = span_near(claim, text);
    let after = text.get(claim.end as usize..sentence.end as usize).unwrap_or("");
    let mut words = after.split_whitespace().take(RATE + 1);
    let mut last = "";
    for word in words.by_ref() {
        let bare = word.trim_end_matches(|c: char| !c.is_alphabetic());
        let each = matches!(last, "a" | "an" | "per" | "each" | "every");
        if each && classes(bare).has(Classes::TIME_UNIT) {
            // "A day later", "a week after": how long after what.
            let ends = bare.len() < word.len();
            let lag = matches!(words.next(), Some("after" | "before" | "later" | "earlier" | "ago"));
            return if claim.kind == Kind::Count && (ends || !lag) { words::key(Some(bare)) } else { 0 };
        }
        if bare.len() < word.len() {
            break;
        }
        last = bare;
    }
    0
}

/// Words behind a count in which its rate is told.
const RATE: usize = 6;

/// Whether whoever did it is counted in.
pub(super) fn counts_doer(claim: &Claim, text: &str) -> bool {
    let sentence = span_near(claim, text);
    let after = text.get(claim.end as usize..sentence.end as usize).unwrap_or("").to_lowercase();
    let near: String = after.chars().take(AHEAD).collect();
    claim.kind == Kind::Count
        && tie::has(&near, Tie::Part)
        && near.split(|c: char| !c.is_alphabetic()).any(|word| traits::of_word(word).has(Traits::DOER))
}

/// Characters behind a count in which a list of its members opens.
const AHEAD: usize = 60;

/// Whether a count is of those who are left of a group: "six others", "six other people". "Another six" come on top.
pub(super) fn is_rest(claim: &Claim, text: &str) -> bool {
    let sentence = span_near(claim, text);
    let after = text.get(claim.end as usize..sentence.end as usize).unwrap_or("");
    let other = |word: &str| matches!(word.trim_end_matches([',', '.']), "other" | "others");
    claim.kind == Kind::Count
        && (claim.surface.split_whitespace().any(other)
            || after.split_whitespace().next().is_some_and(|word| after.starts_with(' ') && other(word)))
}

/// Whether a count is told as one that something takes: "needs 326 seats to govern", "the 276 seats needed for it".
pub(super) fn is_required(claim: &Claim, text: &str) -> bool {
    let sentence = span_near(claim, text);
    let takes = |word: &str| traits::of_word(&word.to_lowercase()).has(Traits::REQUIRES);
    let before = text.get(sentence.start as usize..claim.start as usize).unwrap_or("");
    let after = text.get(claim.end as usize..sentence.end as usize).unwrap_or("");
    let mut behind = after.split_whitespace();
    let persons = claim
        .event
        .as_ref()
        .and_then(|event| event.concept.as_deref())
        .is_some_and(|class| traits::of_class(class).has(Traits::PERSONS));
    claim.kind == Kind::Count
        && !persons
        && (before
            .split_whitespace()
            .rev()
            .take(REQUIRED)
            .take_while(|word| !word.ends_with([',', ';']))
            .any(takes)
            || behind.next().is_some_and(takes)
                && behind.next().is_some_and(|word| matches!(word, "to" | "for")))
}

/// Words before a count in which it is called one that something takes.
const REQUIRED: usize = 3;

/// Whether a count is told as one that comes on top of another.
pub(super) fn is_added(claim: &Claim, text: &str) -> bool {
    let sentence = span_near(claim, text);
    let added = |found: Option<&str>| {
        found.is_some_and(|word| traits::of_word(&word.to_lowercase()).has(Traits::ADDED))
    };
    let before = text.get(sentence.start as usize..claim.start as usize).unwrap_or("");
    let after = text.get(claim.end as usize..sentence.end as usize).unwrap_or("");
    let inside: Vec<&str> = claim.surface.split_whitespace().collect();
    // "Another seven are missing" are all of them; another seven bodies are not.
    let state = claim.event.as_ref().and_then(|event| event.concept.as_deref()).is_some_and(|class| {
        let traits = traits::of_class(class);
        traits.has(Traits::PERSONS) && !traits.has(Traits::RUNS_UP)
    });
    claim.kind == Kind::Count
        && !state
        && !claim.surface.contains(" than")
        && (inside.iter().any(|word| added(Some(word)))
            || added(before.split_whitespace().next_back())
            || (inside.len() == 1 && added(after.split_whitespace().next())))
}

/// Whether the figure is told as one of before: a cue of its frame, or "earlier" and the like before it in its sentence.
pub(super) fn is_withdrawn(claim: &Claim, text: &str) -> bool {
    let before = span_near(claim, text).start as usize..claim.start as usize;
    let before = text.get(before).unwrap_or("");
    // "78 people were in the hall, and not | about 60"
    let denied = || {
        claim.kind == Kind::Count
            && matches!(claim.bound, Bound::Exact | Bound::About)
            && before.split_whitespace().next_back() == Some("not")
    };
    claim.cues.iter().any(|cue| cue == "previous")
        || denied()
        || before
            .split(|c: char| !c.is_alphabetic())
            .any(|word| crosscheck_lexicon::measures::is_of_before(&word.to_lowercase()))
}

/// Whether a date only tells when something was reported, stated or pictured: "Reuters reported on Friday", "Photo taken on May 3",
/// "LENZ, Sept 3 (AP) -".
pub(super) fn is_telling(claim: &Claim, document: &Document) -> bool {
    if !claim.kind.is_calendar() {
        return false;
    }
    let Some(event) = claim.event.as_ref().filter(|event| !event.lemma.is_empty()) else {
        // A date without a predicate that is the day of publication stands in a date line.
        let day = claim.date.as_ref().and_then(|date| date.from).map(|from| from.date);
        return day.is_some() && day == document.published.date.map(|published| published.date);
    };
    // "The navy said in November": what was said that long ago is dated for what was said.
    let recent = || {
        let date = claim.date.as_ref();
        let (from, to) = (date.and_then(|date| date.from), date.and_then(|date| date.to));
        let one = from.zip(to).is_none_or(|(from, to)| (to.date - from.date).num_days() <= 1);
        let near = from.or(to).zip(document.published.date);
        one && near.is_none_or(|(at, published)| (published.date - at.date).num_days().abs() <= REPORTED)
    };
    let of_speech = event.concept.is_none() && is_speech(&event.lemma) && recent();
    let of_picture = claim.block == BlockKind::Caption
        && claim.object.as_ref().is_some_and(|object| verb::noun_event(&object.head) == Some("photograph"));
    of_speech || of_picture
}

/// Whether a date is the time up to which something was counted.
pub(super) fn is_as_of(claim: &Claim, text: &str) -> bool {
    let before = text.get(span_near(claim, text).start as usize..claim.start as usize).unwrap_or("");
    let mut last = before.split_whitespace().rev();
    last.next() == Some("of") && last.next().is_some_and(|word| word.eq_ignore_ascii_case("as"))
}

/// Whether a word of that trait stands near a claim.
pub(super) fn has_near(claim: &Claim, text: &str, asked: Traits) -> bool {
    has_word(window(claim, text), asked)
}

/// Whether a text holds a word of that trait.
fn has_word(text: &str, asked: Traits) -> bool {
    text.split(|c: char| !c.is_alphabetic()).any(|word| traits::of_word(&word.to_lowercase()).has(asked))
}

/// Days back to which a date beside a verb of speech is the day of the report.
const REPORTED: i64 = 7;

/// Whether a speaker speaks for a cause of its own.
pub(super) fn is_party(speaker: &Attribution) -> bool {
    let names = [Some(speaker.source.as_str()), speaker.body.as_deref()];
    names.into_iter().flatten().any(|name| has_word(name, Traits::PARTY))
}

/// Whether a verb tells of speech: "say", "report".
pub(crate) fn is_speech(lemma: &str) -> bool {
    verb::plain(lemma).is_some_and(|phrase| phrase.stance.is_some())
}

/// Bytes on either side of a claim that say most of what it measures: some ten words.
const NEAR: u32 = 64;

/// The words around a claim inside its sentence; a word that is cut at the edge is left out.
pub(super) fn window<'t>(claim: &Claim, text: &'t str) -> &'t str {
    window_span(claim, text).slice(text)
}

fn window_span(claim: &Claim, text: &str) -> Span {
    let sentence = claim.sentence;
    let (mut from, mut to) = (
        claim.start.saturating_sub(NEAR).max(sentence.start),
        claim.end.saturating_add(NEAR).min(sentence.end),
    );
    let bytes = text.as_bytes();
    let part = |at: u32| bytes.get(at as usize).is_some_and(|byte| !byte.is_ascii_whitespace());
    while from > sentence.start && from < claim.start && part(from) {
        from += 1;
    }
    while to < sentence.end && to > claim.end && part(to) {
        to -= 1;
    }
    Span { start: from, end: to }
}

/// Content words near a claim, sorted, but for those of its unit: two distances in miles share no more than that.
pub(super) fn words_near(claim: &Claim, text: &str, dimension: Dimension) -> Box<[Word]> {
    let mut near = words::content_words(window(claim, text));
    if dimension != Dimension::Count {
        let unit = claim.surface.split(" of ").next().unwrap_or("");
        let unit = words::content_words(unit);
        near.retain(|word| unit.binary_search(word).is_err());
    }
    near.into()
}

/// The excluding modifiers near a sum or a share.
pub(super) fn kinds(claim: &Claim, text: &str, dimension: Dimension) -> Box<[(&'static str, Word)]> {
    if !matches!(dimension, Dimension::Money(_) | Dimension::Percent) {
        return Box::default();
    }
    let words: Vec<String> = window(claim, text)
        .split(|c: char| !c.is_alphabetic())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    words
        .windows(2)
        .filter_map(|pair| Some((concept::opposing(&pair[0])?, words::key(Some(&pair[1])))))
        .collect()
}

/// Names of the document near a claim, but for those of its speakers.
///
/// Whose sum or share it is, and what happened on a date, is told anywhere in the sentence; where a count or an extent belongs, close by.
pub(super) fn names(
    claim: &Claim,
    text: &str,
    dimension: Dimension,
    named: impl Fn(Span) -> Vec<Word>,
) -> Box<[Word]> {
    let mut names = named(match dimension {
        Dimension::Money(_) | Dimension::Percent | Dimension::Calendar => claim.sentence,
        _ => window_span(claim, text),
    });
    // A company that gives its profit is whose profit it is.
    let owner = matches!(dimension, Dimension::Money(_) | Dimension::Percent);
    for speaker in claim.attribution.iter().filter(|_| !owner) {
        words::each_content_word(&speaker.source, |word| names.retain(|name| *name != word));
    }
    names.into()
}

/// "55 kilometres (34 miles) north-west of Ostrel": direction and place behind a length.
pub(super) fn bearing(claim: &Claim, text: &str) -> Option<(u16, Word)> {
    if claim.si.as_ref().is_none_or(|si| si.unit != "m") {
        return None;
    }
    let rest = text.get(claim.end as usize..claim.sentence.end as usize)?.trim_start();
    // A conversion in brackets stands between.
    let rest = match rest.strip_prefix('(') {
        Some(inside) => inside.split_once(')')?.1,
        None => rest.strip_prefix(')').unwrap_or(rest),
    };
    let mut words = rest.split(|c: char| !(c.is_alphanumeric() || c == '-')).filter(|word| !word.is_empty());
    let direction = words.by_ref().take(3).find_map(crosscheck_lexicon::compass::point)?;
    let place = words.take(5).find(|word| word.starts_with(char::is_uppercase))?;
    Some((direction, words::key(Some(place))))
}
