//! Ranks with what they rank, and lengths of one unit: "third day of protests", "day-long".

use std::borrow::Cow;

use crosscheck_lexicon::classes::Classes;
use crosscheck_lexicon::morphology::VerbForm;
use crosscheck_lexicon::unit::Measured;
use crosscheck_lexicon::{concept, label};
use crosscheck_model::Kind;
use rust_decimal::Decimal;

use super::number::{Form, Numeral};
use super::{Found, Reading, bound, object, superlative};
use crate::noun_group::{self, NounGroup, sort};
use crate::token::{TokenKind, Words};

/// "day-long", "year-long": one of the unit.
pub(super) fn long(words: Words<'_>, at: usize) -> Reading {
    let hyphen = words.surface(at + 1) == "-" && words.tokens[at + 1].glued && words.lower(at + 2) == "long";
    let after_number = at > 0 && matches!(words.surface(at - 1), "-" | "–");
    if !hyphen || after_number || words.lower(at).ends_with('s') {
        return Reading::Nothing;
    }
    let Some((_, unit)) = crosscheck_lexicon::unit::name(|i| if i == 0 { words.lower(at) } else { "" })
    else {
        return Reading::Nothing;
    };
    let group = object::counted(words, at + 3, false);
    let long = Found::exact(Kind::Duration, Decimal::ONE, (at, at + 1), at + 3).of(words, group);
    Found { unit: Some(Cow::Borrowed(unit.id)), ..long }.reading()
}

/// The article of one unit: "nearly a tonne", "an hour and 45 minutes". Without a bound or a second part the words tell no
/// figure: "the price of a barrel", "for a pound".
pub(super) fn single(words: Words<'_>, at: usize, floor: usize) -> Option<Numeral> {
    let article = at.checked_sub(1).filter(|&i| i >= floor && matches!(words.lower(i), "a" | "an"))?;
    let (len, unit) = crosscheck_lexicon::unit::name(|i| words.lower(at + i))?;
    if words.lower(at + len - 1).ends_with('s') {
        return None;
    }
    let end = at + len;
    let number = words.tokens.get(end + 1).is_some_and(|next| {
        next.kind == TokenKind::Digits
            || next.classes.has(Classes::NUMBER) && !next.classes.has(Classes::ORDINAL)
    });
    let part = words.lower(end) == "and" && number;
    let measure =
        unit.measured == Measured::Other && !matches!(unit.dimension, "point" | "angle" | "pressure");
    let bounded = || bound::before(words, article, false).is_some_and(|(_, start)| start >= floor);
    let alone = article == 0 && end == words.tokens.len();
    let figure = match unit.measured {
        Measured::Time => part,
        Measured::Money => part && bounded() || alone,
        _ => measure && (alone || bounded()),
    };
    figure.then_some(Numeral { from: article, to: at, value: Some(Decimal::ONE), form: Form::Words })
}

/// A rank with what it ranks.
pub(super) fn ranked(words: Words<'_>, rank: &Numeral) -> Reading {
    let Some(value) = rank.value else { return Reading::Name(rank.to) };
    let core = (rank.from, rank.to);
    // "their first-ever | meeting"
    if let Some(end) = superlative::ever(words, rank.to)
        && let Some(group) = object::counted(words, end, false)
    {
        return Found::exact(Kind::Ordinal, value, core, end).of(words, Some(group)).reading();
    }
    // "third-largest reserves", "the third largest in the world"
    if let Some(found) = of_superlative(words, rank, value) {
        return found;
    }
    // "second-degree murder", "third-term governor"
    if let Some(found) = graded(words, rank, value) {
        return found;
    }
    // "first 2016 candidate": the year is the candidate's.
    if let Some(group) = of_year(words, rank.to) {
        let ranked = Found::exact(Kind::Ordinal, value, core, rank.to).of(words, Some(group));
        return Found { group_end: 0, ..ranked }.reading();
    }
    // "the first 24 hours", "the second of three": what follows is the quantity.
    let next = words.tokens.get(rank.to);
    if next.is_some_and(|next| next.kind == TokenKind::Digits || next.classes.has(Classes::NUMBER)) {
        // "within the first 24 hours": the bound in front is the next number's.
        return Reading::Nothing;
    }
    let month = |i: usize| words.classes(i).has(Classes::MONTH) && words.tokens[i].capital;
    let dated = rank.from > 0 && (month(rank.from - 1))
        || month(rank.to)
        || words.lower(rank.to) == "of" && month(rank.to + 1);
    if dated || words.lower(rank.to) == "century" {
        return Reading::Name(rank.to);
    }
    // "third day of protests": the unit is the day, the protests are what goes on.
    // "71st Street"
    if words.tokens.get(rank.to).is_some_and(|next| next.capital) && label::is_street(words.lower(rank.to)) {
        return Reading::Name(rank.to);
    }
    let time = words.classes(rank.to).has(Classes::TIME_UNIT) && !words.lower(rank.to).ends_with('s');
    let mut unit = None;
    let mut to = rank.to;
    if time
        && let Some((len, found)) =
            crosscheck_lexicon::unit::name(|i| if i == 0 { words.lower(rank.to + i) } else { "" })
        && words.lower(rank.to) != "quarter"
    {
        unit = Some(Cow::Borrowed(found.id));
        to += len;
    }
    let group = object::counted(words, to, false);
    let digits = words.tokens[rank.from].kind == TokenKind::Digits;
    // "the second of six officers", "the third among six officers"
    if group.is_none()
        && unit.is_none()
        && let Some(group) = of_several(words, rank)
    {
        let ranked = Found::exact(Kind::Ordinal, value, core, to).of(words, Some(group));
        return Found { group_end: 0, ..ranked }.reading();
    }
    if group.is_none() && unit.is_none() && !digits && rank.to - rank.from < words.tokens.len() {
        return Reading::Name(rank.to);
    }
    Found { unit, ..Found::exact(Kind::Ordinal, value, core, to).of(words, group) }.reading()
}

/// A rank with its superlative: the number is both words together, and the thing may be named before.
fn of_superlative(words: Words<'_>, rank: &Numeral, value: Decimal) -> Option<Reading> {
    let hyphen = matches!(words.surface(rank.to), "-" | "‐" | "‑") && words.tokens[rank.to].glued;
    let end = superlative::words_of_degree(words, rank.to + usize::from(hyphen))?;
    let group = object::counted(words, end, false);
    if group.is_none() && !hyphen && words.lower(end) != "in" {
        return None;
    }
    Some(Found::exact(Kind::Ordinal, value, (rank.from, end), end).of(words, group).reading())
}

/// The highest place that is told as a number: beyond it "No. 99" is a name more often.
const LAST_PLACE: u8 = 20;

/// "the No. 1 carrier", "the country's No. 2 steelmaker": a place among its kind. Things that are numbered one by one
/// ("the No. 4 reactor") are named so.
pub(super) fn placed(words: Words<'_>, at: usize) -> Option<Reading> {
    let stop = usize::from(at > 0 && words.surface(at - 1) == ".");
    let no = at.checked_sub(1 + stop).filter(|&i| matches!(words.lower(i), "no" | "number"))?;
    let value = words.surface(at).parse::<u8>().ok().filter(|place| (1..=LAST_PLACE).contains(place))?;
    let lead = words.tokens[no.checked_sub(1)?];
    let owner = lead.kind == TokenKind::Possessive
        || lead.classes.has(Classes::DETERMINER)
        || lead.classes.has(Classes::PRONOUN);
    let group = noun_group::read(words, at + 1, false).filter(|group| !group.plural && owner)?;
    let ranked = concept::resolve(words.lower(group.head), &[])
        .family()
        .is_some_and(|family| RANKED.contains(&family));
    let place =
        Found::exact(Kind::Ordinal, Decimal::from(value), (at, at + 1), at + 1).of(words, Some(group));
    ranked.then(|| Found { from: no, ..place }.reading())
}

/// Families of what has a place among its kind.
const RANKED: [&str; 6] = ["person", "company", "group", "event", "act", "cognition"];

/// A rank hyphened to what it grades by, with the thing graded; without one the words are a name or an adverb.
fn graded(words: Words<'_>, rank: &Numeral, value: Decimal) -> Option<Reading> {
    let hyphen = matches!(words.surface(rank.to), "-" | "‐" | "‑") && words.tokens[rank.to].glued;
    let at = rank.to + 1;
    if !hyphen || !words.tokens.get(at)?.glued || !label::is_grade(words.lower(at)) {
        return None;
    }
    let group = noun_group::read(words, at + 1, false)?;
    // "the second-term congressman | represents a district": a verb that looks like a plural.
    let verb = group.plural
        && group.head > group.from
        && sort(words.lower(group.head)).verb == Some(VerbForm::Third);
    let group = if verb {
        NounGroup {
            from: group.from,
            head: group.head - 1,
            head_end: group.head,
            end: group.head,
            ..NounGroup::default()
        }
    } else {
        group
    };
    Some(Found::exact(Kind::Ordinal, value, (rank.from, rank.to), at + 1).of(words, Some(group)).reading())
}

/// Most words between "the fourth of" and a number: "more than a".
const HEDGE: usize = 4;

/// The group that a rank is one of, where its number is told.
fn of_several(words: Words<'_>, rank: &Numeral) -> Option<NounGroup> {
    let the = rank.from.checked_sub(1).is_some_and(|i| words.lower(i) == "the");
    let of = matches!(words.lower(rank.to), "of" | "among");
    let number = |at: usize| {
        words.tokens.get(at).is_some_and(|next| {
            next.kind == TokenKind::Digits
                || next.classes.has(Classes::NUMBER) && !next.classes.has(Classes::ORDINAL)
        })
    };
    // "the fourth of | more than a | dozen flights"
    let bound = |at: usize| {
        words.classes(at).has(Classes::FIGURE_OPENER) || matches!(words.lower(at), "than" | "least" | "a")
    };
    let from = rank.to + 1;
    let at = (from..from + HEDGE).find(|&at| !bound(at)).filter(|&at| number(at))?;
    (the && of).then(|| object::counted(words, at + 1, false))?.filter(|group| group.plural)
}

/// The group behind a year that belongs to it.
fn of_year(words: Words<'_>, at: usize) -> Option<NounGroup> {
    let year = words.tokens.get(at).filter(|token| token.kind == TokenKind::Digits)?;
    let plausible = year.span.len() == 4 && matches!(words.surface(at).get(..2), Some("19" | "20"));
    let next = words.tokens.get(at + 1).filter(|next| next.kind == TokenKind::Word && !next.glued)?;
    if !plausible || next.classes.has(Classes::TIME_UNIT) {
        return None;
    }
    noun_group::read(words, at + 1, false).filter(|group| !group.plural)
}
