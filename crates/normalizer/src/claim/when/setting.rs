//! The time that a text has set and goes on with.

use crosscheck_lexicon::traits::{self, Traits};
use crosscheck_lexicon::verb;
use crosscheck_model::{Basis, Claim, Published, Span, When};

use super::is_background;

/// What a sentence tells right after one that opens with another time is of that time: "In 1987 the ship went down. |
/// Sixty-three drowned."; and so is what points back to it: "the region counted 1,010 infections then".
pub(in crate::claim) fn by_setting(text: &str, claims: &mut [Claim], published: &Published) {
    let mut latest = None;
    // "during that time" points to a stretch, not to the day of a report.
    let mut stretch = None;
    for i in 0..claims.len() {
        let (before, rest) = claims.split_at_mut(i);
        let claim = &mut rest[0];
        let last: Option<usize> = latest;
        if claim.kind.is_calendar() && claim.when.from.is_some() {
            latest = Some(i);
            let long = |when: When| when.from.zip(when.to).is_some_and(|(from, to)| from.date < to.date);
            stretch = if long(claim.when) { Some(i) } else { stretch };
        }
        if claim.kind.is_calendar() || !matches!(claim.when.basis, Basis::Document | Basis::Unknown) {
            continue;
        }
        let back = claim.cues.iter().any(|cue| cue == "back_then");
        let apart = |at: usize| Some(&before[at]).filter(|dated| dated.sentence != claim.sentence);
        let far = |dated: &Claim| claim.sentence.start.saturating_sub(dated.sentence.end);
        let pointed = stretch.filter(|_| back).and_then(apart).filter(|dated| far(dated) <= FAR);
        let near = || last.and_then(apart).filter(|dated| far(dated) <= NEAR);
        let Some(dated) = pointed.or_else(near) else { continue };
        let gap = text.get(dated.sentence.end as usize..claim.sentence.start as usize).unwrap_or("\n");
        let opens = dated.start.saturating_sub(dated.sentence.start) <= OPENING
            && !gap.contains('\n')
            && gap.trim().is_empty()
            && dated.when.to.is_some()
            && is_background(dated, published)
            && past(text, claim.sentence);
        // "They paid 2.4 million last year. | They gave 300,000 to charity."
        let carries = || {
            let first = claim.sentence.slice(text).split_whitespace().next().unwrap_or_default();
            traits::of_word(&first.to_ascii_lowercase()).has(Traits::CARRIES)
                && gap.trim().is_empty()
                && (is_background(dated, published) || dated.when.to.is_none())
                && past(text, claim.sentence)
                && before.iter().rev().take_while(|other| other.sentence == dated.sentence).any(|other| {
                    !other.kind.is_calendar()
                        && (other.when.from, other.when.to) == (dated.when.from, dated.when.to)
                })
        };
        if opens || back || carries() {
            claim.when = When { basis: Basis::Event, ..dated.when };
        }
    }
}

/// "2,000 people died in a quake in 1998. | That quake destroyed 5,000 homes.": what an event named again did is of its time.
pub(in crate::claim) fn by_named_again(claims: &mut [Claim]) {
    for i in 0..claims.len() {
        let (before, rest) = claims.split_at_mut(i);
        let claim = &mut rest[0];
        if claim.kind.is_calendar() || !matches!(claim.when.basis, Basis::Document | Basis::Unknown) {
            continue;
        }
        let agent = claim.event.as_ref().and_then(|event| event.agent.as_deref()).unwrap_or_default();
        let mut words = agent.split(' ');
        let (Some(first), Some(noun)) = (words.next(), words.next_back()) else { continue };
        if !first.eq_ignore_ascii_case("that") {
            continue;
        }
        let Some(class) = verb::noun_event(&noun.to_ascii_lowercase()) else { continue };
        let told = before.iter().rev().take_while(|other| claim.start.saturating_sub(other.end) <= AGAIN);
        let dated =
            told.filter(|other| other.kind.is_calendar() && other.when.from.is_some()).find(|other| {
                other.measure.as_deref().and_then(|measure| measure.strip_prefix("date:")) == Some(class)
            });
        if let Some(dated) = dated {
            claim.when = When { basis: Basis::Event, ..dated.when };
        }
    }
}

/// Bytes back to which "that quake" looks for the quake.
const AGAIN: u32 = 400;

/// Bytes between two sentences of which the second still speaks of the time of the first.
const NEAR: u32 = 200;

/// The same for a stretch that words point back to.
const FAR: u32 = 400;

/// Bytes from a sentence's start in which a date sets the scene: "In ", "Then, in ".
const OPENING: u32 = 8;

/// Whether nothing in a sentence speaks of now.
fn past(text: &str, sentence: Span) -> bool {
    let now = |word: &str| traits::of_word(word).has(Traits::OF_NOW);
    !sentence.slice(text).split(|c: char| !c.is_alphanumeric()).any(now)
}
