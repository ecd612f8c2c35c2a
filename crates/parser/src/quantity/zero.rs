//! The figure zero in words: "no casualties", "no reports of injuries", "not a single vote", "none of the passengers",
//! "no one was hurt", "no dead or wounded".

use crosscheck_lexicon::classes::Classes;
use crosscheck_lexicon::label;
use crosscheck_model::Kind;
use rust_decimal::Decimal;

use super::number::{self, Context};
use super::{Found, Reading, object};
use crate::noun_group::{self, NounGroup};
use crate::token::{Token, TokenKind, Words};

/// Reads "no", "none" or "single" at token `at`.
///
/// Before most nouns "no" says that something is lacking ("no plans"); a figure it is only of what reports count.
/// "No further casualties" tells of a growth of zero and is none.
pub(super) fn read(words: Words<'_>, at: usize) -> Reading {
    match words.lower(at) {
        "single" => return not_one(words, at),
        // "no one was killed": whom a state of persons counts.
        "nobody" => return nobody(words, at, at + 1),
        "no" if words.lower(at + 1) == "one" => return nobody(words, at, at + 2),
        "no" => {
            if let Some(found) = no_state(words, at) {
                return found;
            }
        }
        _ => {}
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

/// "nobody was hurt", "no one had been killed": a figure only where the predicate is a state of persons.
fn nobody(words: Words<'_>, at: usize, to: usize) -> Reading {
    match object::implied(words, to) {
        Some(persons) => {
            let mut found = Found::exact(Kind::Count, Decimal::ZERO, (at, to), to);
            found.object = Some(persons);
            found.reading()
        }
        None => Reading::Nothing,
    }
}

/// "no dead or wounded", "no one missing": states of persons for nouns, up to the last that is joined.
fn no_state(words: Words<'_>, at: usize) -> Option<Reading> {
    let state = |i: usize| label::implied(words.lower(i)).is_some();
    let mut last = Some(at + 1).filter(|&i| state(i))?;
    while matches!(words.lower(last + 1), "or" | "and" | "nor") && state(last + 2) {
        last += 2;
    }
    // "no wounded soldiers", "no dead body": an adjective of a noun.
    let ends = |next: &Token| {
        next.kind != TokenKind::Word
            || next.classes.has(Classes::PREPOSITION.or(Classes::AUXILIARY).or(Classes::CONJUNCTION))
            || !noun_group::sort(words.lower(last + 1)).noun
    };
    if !words.tokens.get(last + 1).is_none_or(ends) {
        return None;
    }
    let group = NounGroup {
        from: at + 1,
        head: at + 1,
        plural: true,
        head_end: at + 2,
        also: (at + 3..=last).step_by(2).map(|i| (i, i)).collect(),
        end: last + 1,
        of: None,
    };
    Some(Found::exact(Kind::Count, Decimal::ZERO, (at, at + 1), at + 1).of(words, Some(group)).reading())
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

/// "not a single casualty", "without a single vote": none; "fired a single shot": one.
fn not_one(words: Words<'_>, at: usize) -> Reading {
    let lead = |back: usize| at.checked_sub(back).map_or("", |i| words.lower(i));
    if lead(1) != "a" {
        return Reading::Nothing;
    }
    let Some(group) = noun_group::read(words, at + 1, false).filter(|group| !group.plural) else {
        return Reading::Nothing;
    };
    let core = (at - 1, at + 1);
    if matches!(lead(2), "not" | "without") {
        return Found::exact(Kind::Count, Decimal::ZERO, (at - 2, at + 1), at + 1)
            .of(words, Some(group))
            .reading();
    }
    // "for a single winner", "as a single man": behind a preposition it tells what kind is meant.
    let verb = at.checked_sub(2).is_none_or(|i| {
        let token = words.tokens[i];
        token.kind == TokenKind::Word
            && !token.classes.has(Classes::PREPOSITION.or(Classes::CONJUNCTION).or(Classes::DETERMINER))
    });
    let told = (group.from..=group.head).any(|i| label::is_unified(words.lower(i)));
    if !verb || told {
        return Reading::Nothing;
    }
    Found::exact(Kind::Count, Decimal::ONE, core, at + 1).of(words, Some(group)).reading()
}
