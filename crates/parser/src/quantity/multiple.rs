//! Growth told as a multiple: "might be twice as big", "has doubled in size", "prices tripled".
//!
//! A multiple is a figure where it tells what became of a thing, or how often a known measure was kept: "more than twice the speed
//! limit". "Twice as loud as a horn" sets two things side by side, and in "doubled to 40" the figure is 40.

use std::borrow::Cow;

use crosscheck_lexicon::classes::Classes;
use crosscheck_lexicon::degree::{self, Form};
use crosscheck_lexicon::label;
use crosscheck_lexicon::traits::{self, Traits};
use crosscheck_model::{Bound, Change, Kind, Object};
use rust_decimal::Decimal;

use super::{Found, Reading, bound};
use crate::noun_group::{self, NounGroup};
use crate::token::{TokenKind, Words};

/// Name of the unit of a multiple.
pub(crate) const TIMES: &str = "times";

/// Reads the multiple at token `at`.
pub(super) fn read(words: Words<'_>, at: usize, floor: usize) -> Reading {
    let Some(multiple) = degree::multiple(words.lower(at)) else { return Reading::Nothing };
    let Ok(times) = multiple.times.parse::<Decimal>() else { return Reading::Nothing };
    let beside = beside(words, at, multiple.form);
    let compares = beside.is_some();
    let read = if compares {
        beside.map(|group| (at + 1, Some(group)))
    } else if multiple.form == Form::Adverb {
        compared(words, at)
    } else if grows(words, at, multiple.form) {
        Some(grown(words, at))
    } else {
        None
    };
    let Some((to, group)) = read else { return often(words, at, times) };
    let (bound, from) =
        bound::before(words, at, false).filter(|(_, start)| *start >= floor).unwrap_or((Bound::Exact, at));
    let up = times > Decimal::ONE;
    Found {
        from,
        bound,
        change: (bound == Bound::Exact && !compares).then_some(if up { Change::Up } else { Change::Down }),
        unit: Some(Cow::Borrowed(TIMES)),
        ..Found::exact(Kind::Measure, times, (at, at + 1), to).of(words, group)
    }
    .reading()
}

/// "has escaped twice", "was twice elected": how often something happened. "Twice a week" is a rate, "think twice" a turn of speech.
fn often(words: Words<'_>, at: usize, times: Decimal) -> Reading {
    let lead = at.checked_sub(1).map_or("", |i| words.lower(i));
    let hyphened = |i: usize| words.tokens.get(i).is_some_and(|token| token.glued) && words.surface(i) == "-";
    let compared = words.tokens.get(at + 1).is_some_and(|next| {
        next.kind == TokenKind::Digits
            || next.classes.has(Classes::DETERMINER.or(Classes::NUMBER).or(Classes::TIME_UNIT))
            || matches!(
                words.lower(at + 1),
                "as" | "that" | "what" | "over" | "or" | "daily" | "weekly" | "monthly"
            )
            || next.capital
    });
    let often =
        degree::is_often(words.lower(at)) && at > 0 && !hyphened(at + 1) && !hyphened(at - 1) && !compared;
    if !often
        || matches!(
            lead,
            "or" | "and" | "think" | "thinks" | "thought" | "thinking" | "look" | "looked" | "at" | "than"
        )
    {
        return Reading::Nothing;
    }
    let span = words.span(at, at);
    let object = Object {
        surface: span.slice(words.text).to_owned(),
        head: "time".to_owned(),
        span: Some(span),
        ..Object::default()
    };
    Found { object: Some(object), ..Found::exact(Kind::Count, times, (at, at + 1), at + 1) }.reading()
}

/// "twice | the speed limit", "more than double | the usual price": what a figure that is not printed is measured by.
fn beside(words: Words<'_>, at: usize, form: Form) -> Option<NounGroup> {
    let bounded = || bound::before(words, at, false).is_some();
    let number = words.tokens.get(at + 2)?;
    let counts = number.kind == TokenKind::Digits || number.classes.has(Classes::NUMBER);
    let definite = words.classes(at + 1).has(Classes::DETERMINER)
        && traits::of_word(words.lower(at + 1)).has(Traits::DEFINITE);
    let verb = form != Form::Adverb && (form != Form::Base || !bounded() || grows(words, at, form));
    if !definite || counts || verb {
        return None;
    }
    noun_group::read(words, at + 2, false)
}

/// Whether the multiple at token `at` tells of no growth: "at twice the limit".
pub(crate) fn compares(words: Words<'_>, at: usize) -> bool {
    degree::multiple(words.lower(at)).is_some_and(|multiple| beside(words, at, multiple.form).is_some())
}

/// "twice as big", "twice as many houses": one past the words of degree, and what is compared. With a second "as" only
/// another time is a measure of growth: "as in 2010", "as a year earlier".
fn compared(words: Words<'_>, at: usize) -> Option<(usize, Option<NounGroup>)> {
    if words.lower(at + 1) != "as" || words.tokens.get(at + 2)?.kind != TokenKind::Word {
        return None;
    }
    let many = matches!(words.lower(at + 2), "many" | "much");
    let group = if many { noun_group::read(words, at + 3, true) } else { None };
    let to = group.as_ref().map_or(at + 3, NounGroup::full_end);
    let second = (to..(to + 8).min(words.tokens.len()))
        .take_while(|&i| words.tokens[i].kind != TokenKind::Symbol)
        .find(|&i| words.lower(i) == "as");
    let in_time = |i: usize| {
        let next = |n: usize| words.tokens.get(i + n);
        let dated = Classes::TIME_WORD.or(Classes::TIME_LEAD).or(Classes::TIME_UNIT).or(Classes::MONTH);
        next(1).is_some_and(|token| token.classes.has(dated))
            || (1..4).any(|n| {
                next(n).is_some_and(|token| token.kind == TokenKind::Digits || token.classes.has(dated))
            })
    };
    second.is_none_or(in_time).then_some((to, group))
}

/// Whether the form of "double" at token `at` is a verb of growth without a figure of its own.
fn grows(words: Words<'_>, at: usize, form: Form) -> bool {
    let before = at.checked_sub(1);
    let lead = before.map_or("", |i| words.lower(i));
    let lead_classes = before.map_or(Classes::NONE, |i| words.classes(i));
    let next = words.tokens.get(at + 1);
    let dimension = dimension(words, at + 1).is_some();
    // "double-digit", "doubled up", "doubles as a shelter", "the doubled price"
    if next.is_some_and(|next| next.glued && words.surface(at + 1) == "-")
        || matches!(words.lower(at + 1), "up" | "back" | "down" | "over" | "as" | "or" | "figure" | "figures")
        || form != Form::Ing && lead_classes.has(Classes::DETERMINER.or(Classes::PREPOSITION)) && lead != "to"
        || before.is_some_and(|i| words.tokens[i].kind == TokenKind::Possessive)
    {
        return false;
    }
    let verb = match form {
        Form::Base => {
            let lead = if lead.ends_with("ly") || matches!(lead, "than" | "more") {
                (at.saturating_sub(3)..at)
                    .rev()
                    .map(|i| words.lower(i))
                    .find(|lead| !lead.ends_with("ly") && !matches!(*lead, "than" | "more"))
            } else {
                Some(lead)
            };
            lead.is_some_and(|lead| {
                lead == "to" || crosscheck_lexicon::classes::classes(lead).has(Classes::MODAL)
            })
        }
        Form::Ing => matches!(words.lower(at + 1), "in" | "of") && (dimension || words.lower(at + 1) == "of"),
        Form::Past => before.is_some(),
        // "the mixed doubles", "halves of the town"
        Form::Third => {
            before.is_some() && (dimension || next.is_none_or(|next| next.classes.has(Classes::TIME_LEAD)))
        }
        Form::Adverb => false,
    };
    // "doubled to 40", "tripled from 2 to 6": the figures are those.
    let level = matches!(words.lower(at + 1), "to" | "from")
        && (2..6).any(|n| {
            words
                .tokens
                .get(at + n)
                .is_some_and(|token| token.kind == TokenKind::Digits || token.classes.has(Classes::NUMBER))
        });
    verb && !level
}

/// One past the words of a verb of growth, and what it makes grow: "doubled | in size", "doubled | its profit".
fn grown(words: Words<'_>, at: usize) -> (usize, Option<NounGroup>) {
    if let Some(to) = dimension(words, at + 1) {
        return (to, None);
    }
    let from = match words.lower(at + 1) {
        "of" => noun_group::skip_determiners(words, at + 2),
        _ if words.classes(at + 1).has(Classes::DETERMINER) => noun_group::skip_determiners(words, at + 1),
        _ => return (at + 1, None),
    };
    (at + 1, noun_group::read(words, from, false))
}

/// "in size", "in number": one past it.
fn dimension(words: Words<'_>, at: usize) -> Option<usize> {
    let noun = words.tokens.get(at + 1)?;
    (words.lower(at) == "in" && noun.kind == TokenKind::Word && label::is_dimension(words.lower(at + 1)))
        .then_some(at + 2)
}
