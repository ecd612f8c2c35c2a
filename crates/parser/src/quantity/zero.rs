//! The figure zero in words: "no casualties", "no reports of injuries", "not a single vote", "none of the passengers".

use crosscheck_lexicon::label;
use crosscheck_model::Kind;
use rust_decimal::Decimal;

use super::number::{self, Context};
use super::{Found, Reading, object};
use crate::noun_group::{self, NounGroup};
use crate::token::Words;

/// Reads "no", "none" or "single" at token `at`.
///
/// Before most nouns "no" says that something is lacking ("no plans"); a figure it is only of what reports count.
/// "No further casualties" tells of a growth of zero and is none.
pub(super) fn read(words: Words<'_>, at: usize) -> Reading {
    if words.lower(at) == "single" {
        return not_one(words, at);
    }
    let (group, implied) = match words.lower(at) {
        "no" => (none_of(words, at + 1), None),
        _ if words.lower(at + 1) == "of" => {
            // "none of the 200 residents"
            let from = noun_group::skip_determiners(words, at + 2);
            let from = number::read(words, from, Context::default()).map_or(from, |whole| whole.to);
            let group = noun_group::read(words, from, true);
            let implied = if group.is_none() { object::implied(words, from) } else { None };
            (group, implied)
        }
        _ => (None, object::implied(words, at + 1)),
    };
    if group.is_none() && implied.is_none() {
        return Reading::Nothing;
    }
    let beside = group.as_ref().is_some_and(|group| group.from == at + 1);
    let mut found = Found::exact(Kind::Count, Decimal::ZERO, (at, at + 1), at + 1).of(words, group);
    found.object = found.object.or(implied);
    found.group_end = if beside { found.group_end } else { 0 };
    found.reading()
}

/// The group behind "no", where it is one that reports count.
fn none_of(words: Words<'_>, from: usize) -> Option<NounGroup> {
    let group = noun_group::read(words, from, true)?;
    let more =
        |i: usize| matches!(words.lower(i), "more" | "further" | "other" | "new" | "additional" | "such");
    let outcome = |i: usize| label::is_outcome(words.lower(i));
    // "no immediate reports of deaths or injuries"
    let told =
        label::is_tidings(words.lower(group.head)) && group.of.is_some_and(|(_, head, _)| outcome(head));
    let counted = group.plural && outcome(group.head) || told;
    (counted && !(group.from..group.head).any(more) && !more(from)).then_some(group)
}

/// "not a single casualty", "without a single vote".
fn not_one(words: Words<'_>, at: usize) -> Reading {
    let lead = |back: usize| at.checked_sub(back).map_or("", |i| words.lower(i));
    if lead(1) != "a" || !matches!(lead(2), "not" | "without") {
        return Reading::Nothing;
    }
    let Some(group) = noun_group::read(words, at + 1, false).filter(|group| !group.plural) else {
        return Reading::Nothing;
    };
    Found::exact(Kind::Count, Decimal::ZERO, (at - 2, at + 1), at + 1).of(words, Some(group)).reading()
}
