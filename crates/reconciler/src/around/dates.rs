//! What the words beside a date say of it.

use crosscheck_lexicon::tense::{self, Directions};
use crosscheck_lexicon::verb;
use crosscheck_model::{BlockKind, Certainty, Claim, Document, Kind};

use super::words_before;
use crate::speakers::is_speech;

/// Whether a date only tells when something was reported, stated or pictured: "Reuters reported on Friday", "Photo taken on May 3",
/// "LENZ, Sept 3 (AP) -".
pub(crate) fn is_telling(claim: &Claim, document: &Document) -> bool {
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

/// Whether the clause of a length tells how things stand now: one counted from an event opens the sentence, or stands behind a present ("a week
/// after the crash, divers have found"); another runs on to now ("has been leaking | for four months").
pub(crate) fn is_current(claim: &Claim, text: &str) -> bool {
    let counted = claim.date.as_ref().is_some_and(|date| date.certainty == Certainty::EventAnchored);
    let Some(before) = text.get(claim.sentence.start as usize..claim.start as usize) else { return false };
    let mut words = before.split_whitespace().rev();
    let now = |word: &str| {
        let told = tense::directions(word);
        told.has(Directions::PERFECT) || counted && told.has(Directions::PRESENT)
    };
    if counted {
        return before.trim().is_empty() || words.any(now);
    }
    claim.kind == Kind::Duration && words.next() == Some("for") && words.any(now)
}

/// Bytes of the opening of an article: its lead, and the sentence after it.
const OPENING: u32 = 300;

/// Bytes from which on a text is an article, with an opening and more.
const ARTICLE: u32 = 800;

/// Whether a date stands where an article tells what it is about.
pub(crate) fn is_in_opening(claim: &Claim, document: &Document) -> bool {
    let opening = document.body.first().map_or(0, |span| span.start);
    let end = document.body.last().map_or(0, |span| span.end);
    end.saturating_sub(opening) >= ARTICLE
        && claim.block == BlockKind::Body
        && claim.kind.is_calendar()
        && claim.sentence.start < opening.saturating_add(OPENING)
}

/// Days back to which a date beside a verb of speech is the day of the report.
const REPORTED: i64 = 7;

/// Whether a date is the time up to which something was counted.
pub(crate) fn is_as_of(claim: &Claim, text: &str) -> bool {
    let mut last = words_before(claim, text);
    last.next() == Some("of") && last.next().is_some_and(|word| word.eq_ignore_ascii_case("as"))
}
