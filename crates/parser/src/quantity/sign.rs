//! Signs before numbers and sums.

use super::number::{Form, Numeral};
use super::unit;
use crate::token::Words;

/// A sign before a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sign {
    None,
    Plus,
    Minus,
}

/// Takes a sign before the numeral in: "-5", "minus 5", "+0.2".
pub(super) fn sign(words: Words<'_>, numeral: &mut Numeral, from: &mut usize, floor: usize) -> Sign {
    if *from <= floor || *from == 0 {
        return Sign::None;
    }
    let before = *from - 1;
    let token = words.tokens[before];
    let glued = words.tokens[*from].glued;
    let free =
        !token.glued || before == 0 || matches!(words.surface(before - 1), "(" | "$" | "€" | "£" | "[" | "=");
    let sign = match words.lower(before) {
        // "- 43 persons were hurt" is an item of a list; a text that holds nothing else has its sign.
        "-" | "−" | "–"
            if (glued || before == 0 && is_alone(words, numeral)) && free && numeral.form != Form::Words =>
        {
            Sign::Minus
        }
        // "convert - 20 degrees fahrenheit": only temperatures go below zero with a blank behind the sign.
        "-" | "−" if !token.glued && !glued && is_temperature(words, numeral) => Sign::Minus,
        "+" if glued && free => Sign::Plus,
        "minus" | "negative" => Sign::Minus,
        "-" if before > floor && words.lower(before - 1) == "minus" => Sign::Minus,
        _ => return Sign::None,
    };
    *from = before;
    if words.surface(before) == "-" && before > floor && words.lower(before - 1) == "minus" {
        *from = before - 1;
    }
    if sign == Sign::Minus {
        numeral.value = numeral.value.map(|value| -value);
    }
    sign
}

/// Whether the text holds nothing behind the figure but its unit: "- 5.2 metres".
fn is_alone(words: Words<'_>, numeral: &Numeral) -> bool {
    let end = unit::after(words, numeral).map_or(numeral.to, |found| found.to);
    end >= words.tokens.len() || end + 1 == words.tokens.len() && words.surface(end) == "."
}

fn is_temperature(words: Words<'_>, numeral: &Numeral) -> bool {
    numeral.form != Form::Words
        && unit::after(words, numeral).is_some_and(|found| found.unit.dimension == "temperature")
}

/// "-$5", "minus $5".
pub(super) fn signed_before(words: Words<'_>, start: usize, floor: usize) -> bool {
    start > floor
        && (matches!(words.lower(start - 1), "minus" | "negative")
            || matches!(words.surface(start - 1), "-" | "−")
                && words.tokens[start].glued
                && !words.tokens[start - 1].glued)
}
