//! Ages without a unit: "aged 24", "Smith, 45, said".

use std::borrow::Cow;

use crosscheck_lexicon::classes::Classes;
use crosscheck_lexicon::{concept, label, morphology};
use crosscheck_model::raw::NumberExpr;
use crosscheck_model::{Kind, Number};
use rust_decimal::Decimal;

use super::number::{Form, Numeral};
use super::{Found, Reading, unit};
use crate::noun_group;
use crate::token::{TokenKind, Words};

/// Fewest years of somebody who is named by what he does.
const GROWN: u8 = 13;

/// Tokens of "Orlo, now" before an age, and one more.
const NAMED: usize = 4;

/// Words between the article and the noun of a person: "the | Dutch bus | driver".
const TITLE: usize = 3;

/// "the driver, | 52,": one person, named by what he is, and a number of years in digits.
fn grown(words: Words<'_>, numeral: &Numeral, noun: usize) -> bool {
    let lower = words.lower(noun);
    let years =
        numeral.form == Form::Plain && numeral.value.is_some_and(|value| value >= Decimal::from(GROWN));
    let digits = words.tokens.get(numeral.from).is_some_and(|token| token.kind == TokenKind::Digits);
    let closed = words.surface(numeral.to) == ",";
    let article = (noun.saturating_sub(TITLE + 1)..noun)
        .rev()
        .take_while(|&i| words.tokens[i].kind == TokenKind::Word)
        .find(|&i| {
            words.classes(i).has(Classes::DETERMINER) || matches!(words.lower(i), "his" | "her" | "their")
        });
    years
        && digits
        && closed
        && article.is_some()
        && !noun_group::sort(lower).plural
        && concept::resolve(lower, &[]).family() == Some("person")
        && !concept::resolve(lower, &[]).is_unit_of_many()
}

/// "children under five", "boys over 12": persons at token `noun` whose age a number behind "under" or "over" limits.
fn limits(words: Words<'_>, noun: usize, numeral: &Numeral) -> bool {
    let lower = words.lower(noun);
    let young = morphology::noun_lemma(lower).is_some_and(|lemma| lemma != lower && label::takes_age(&lemma));
    let next = words.tokens.get(numeral.to);
    let closed = next.is_none_or(|next| {
        next.kind == TokenKind::Symbol && words.surface(numeral.to) != "%"
            || next.classes.has(Classes::PREPOSITION.or(Classes::CONJUNCTION).or(Classes::AUXILIARY))
    });
    young && closed
}

/// "in her 60s", "his mid-20s", "a male, late-30s,": an age by its ten years, or by their beginning, middle or end.
pub(super) fn decade(words: Words<'_>, at: usize) -> Option<Reading> {
    let ten = words.surface(at).parse::<u8>().ok().filter(|ten| (20..100).contains(ten) && ten % 10 == 0)?;
    if words.lower(at + 1) != "s" || !words.tokens[at + 1].glued {
        return None;
    }
    let mut from = at;
    let mut part = from.checked_sub(1)?;
    if matches!(words.surface(part), "-" | "‐" | "‑") {
        part = part.checked_sub(1)?;
    }
    // The words for a part of the ten years take in a year on either side.
    let (lo, hi) = match words.lower(part) {
        "early" => (0, 4),
        "mid" => (3, 7),
        "late" => (6, 9),
        _ => (0, 9),
    };
    if hi - lo < 9 {
        from = part;
    }
    let lead = from.checked_sub(1)?;
    let owned = matches!(words.lower(lead), "his" | "her" | "their" | "my" | "our" | "your");
    let told = words.surface(lead) == ","
        && from < at
        && lead > 0
        && concept::resolve(words.lower(lead - 1), &[]).is_person();
    let number =
        NumberExpr::Range { lo: Number::from(i64::from(ten) + lo), hi: Number::from(i64::from(ten) + hi) };
    let age = Found::exact(Kind::Age, Decimal::from(ten), (at, at + 2), at + 2);
    (owned || told).then(|| Found { from, number, unit: Some(Cow::Borrowed("year")), ..age }.reading())
}

/// Whether an age that stands behind its person may end before a token: at a comma, a stop, a bracket or a dash ("Bo Lee, 43 - a baker -").
fn closes(words: Words<'_>, at: usize) -> bool {
    let dash = matches!(words.surface(at), "-" | "\u{2013}" | "\u{2014}")
        && !words.tokens.get(at + 1).is_some_and(|next| next.kind == TokenKind::Digits)
        && (words.surface(at) != "-" || words.tokens[at].span.start > words.tokens[at - 1].span.end);
    dash || matches!(words.surface(at), "," | "." | ";" | ")")
}

/// "aged 24", "age 24", "Smith, 45, said": the first token of the words that make it an age.
pub(super) fn age_before(
    words: Words<'_>,
    numeral: &Numeral,
    unit: Option<&unit::Found>,
    floor: usize,
) -> Option<usize> {
    // "Ann Orlo, | now | 44, said", "she is | now | 44": a time by itself.
    let since = numeral.from > 1 && matches!(words.lower(numeral.from - 1), "now" | "then");
    let floor = if since { floor.min(numeral.from.saturating_sub(NAMED)) } else { floor };
    if unit.is_some() || numeral.from <= floor || numeral.from == 0 {
        return None;
    }
    let value = numeral.value?;
    if value > Decimal::from(120) || value < Decimal::ONE || !value.fract().is_zero() {
        return None;
    }
    let before = numeral.from - 1;
    match words.lower(before) {
        "aged" | "age" | "ages" => return Some(before),
        "of" if before > floor && matches!(words.lower(before - 1), "age" | "ages") => {
            return Some(before - 1);
        }
        // "aged over 60"
        "over" | "under" | "above" | "below" | "about" | "around"
            if before > floor && matches!(words.lower(before - 1), "aged" | "age" | "ages") =>
        {
            return Some(before - 1);
        }
        // "children under five"
        "over" | "under" if before > floor && limits(words, before - 1, numeral) => return Some(before),
        _ => {}
    }
    let before = if since { before - 1 } else { before };
    // "he will be 35", "she turned 100"
    let copula = matches!(words.lower(before), "be" | "is" | "was" | "turned" | "turns" | "am");
    let person = (floor..before).rev().take(3).any(|i| matches!(words.lower(i), "he" | "she" | "i" | "who"));
    // "he was one of 12"
    let alone = words.lower(numeral.to) != "of"
        && words.tokens.get(numeral.to).is_none_or(|next| {
            next.kind == TokenKind::Symbol && words.surface(numeral.to) != "%"
                || next.classes.has(Classes::PREPOSITION.or(Classes::CONJUNCTION))
        });
    if copula && person && alone {
        return Some(numeral.from);
    }
    // "a boy of four"
    if words.lower(before) == "of"
        && before > floor
        && label::takes_age(words.lower(before - 1))
        && !noun_group::sort(words.lower(numeral.to)).plural
        && value <= Decimal::from(18)
    {
        return Some(numeral.from);
    }
    // "a boy, 7, and a girl, 12, were hurt", "the bus driver, 52, was"
    let ends = closes(words, numeral.to) || numeral.to == words.tokens.len();
    if before > floor + 1
        && words.surface(before) == ","
        && ends
        && (label::is_aged(words.lower(before - 1))
            && matches!(words.lower(before - 2), "a" | "the" | "an" | "his" | "her" | "their")
            || grown(words, numeral, before - 1))
    {
        return Some(numeral.from);
    }
    // "Lang, 20, said", "Carl Lang Jr., 20, said"
    let stop = before > floor + 1
        && words.surface(before - 1) == "."
        && matches!(words.lower(before - 2), "jr" | "sr");
    let last = if stop { before.saturating_sub(2) } else { before.saturating_sub(1) };
    let name = before > floor
        && words.surface(before) == ","
        && words.tokens[last].capital
        && words.tokens[last].kind == TokenKind::Word
        && !words.classes(last).has(Classes::MONTH.or(Classes::WEEKDAY))
        && ends
        && numeral.form == Form::Plain
        && value >= Decimal::from(2);
    name.then_some(numeral.from)
}
