//! Ages without a unit: "aged 24", "Smith, 45, said".

use crosscheck_lexicon::classes::Classes;
use crosscheck_lexicon::label;
use rust_decimal::Decimal;

use super::number::{Form, Numeral};
use super::unit;
use crate::noun_group;
use crate::token::{TokenKind, Words};

/// "aged 24", "age 24", "Smith, 45, said": the first token of the words that make it an age.
pub(super) fn age_before(
    words: Words<'_>,
    numeral: &Numeral,
    unit: Option<&unit::Found>,
    floor: usize,
) -> Option<usize> {
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
        _ => {}
    }
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
    // "a boy, 7, and a girl, 12, were hurt"
    let ends = matches!(words.surface(numeral.to), "," | "." | ";" | ")") || numeral.to == words.tokens.len();
    if before > floor + 1
        && words.surface(before) == ","
        && ends
        && label::is_aged(words.lower(before - 1))
        && matches!(words.lower(before - 2), "a" | "the" | "an" | "his" | "her" | "their")
    {
        return Some(numeral.from);
    }
    // "Lang, 20, said"
    let name = before > floor
        && words.surface(before) == ","
        && words.tokens[before - 1].capital
        && words.tokens[before - 1].kind == TokenKind::Word
        && !words.classes(before - 1).has(Classes::MONTH.or(Classes::WEEKDAY))
        && matches!(words.surface(numeral.to), "," | "." | ";" | ")")
        && numeral.form == Form::Plain
        && value >= Decimal::from(2);
    name.then_some(numeral.from)
}
