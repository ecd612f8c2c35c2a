//! The unit or currency of a number.

use crosscheck_lexicon::label;
use crosscheck_lexicon::number::{self, Role};
use crosscheck_lexicon::unit::{self, Measured, Unit};

use crosscheck_lexicon::classes::Classes;
use rust_decimal::prelude::ToPrimitive as _;

use super::number::{Form, Numeral, number_word};
use crate::noun_group::sort;
use crate::token::{Token, TokenKind, Words};

/// Tokens around "pounds" among which words of money and weight are looked for.
const MONEY_REACH: usize = 10;

/// A unit found behind or before a number.
#[derive(Debug, Clone, Copy)]
pub(super) struct Found {
    /// The unit.
    pub unit: &'static Unit,
    /// What it is per, if anything: "per hour", "a gallon".
    pub per: Option<&'static Unit>,
    /// One past the last token of unit and "per".
    pub to: usize,
    /// Whether it is hyphened to the number or stands in the singular before a noun: "24-hour", "3 metre".
    pub attributive: bool,
    /// "24 years old", "24-year-old", "3 years of age".
    pub age: bool,
    /// Whether the currency is named by sign or code rather than by its name.
    pub sign: bool,
}

/// The currency sign or code that ends just before token `from`, and its first token.
pub(super) fn money_before(words: Words<'_>, from: usize) -> Option<(&'static Unit, usize)> {
    let mut from = from;
    // "$-50.8bn", "$ (2.3)"
    if from > 1 && matches!(words.surface(from - 1), "-" | "−") && words.tokens[from - 1].glued {
        from -= 1;
    }
    for len in (1..=3.min(from)).rev() {
        let start = from - len;
        let Some((found, unit)) =
            unit::money(|i| if start + i < from { words.surface(start + i) } else { "" })
        else {
            continue;
        };
        if found != len {
            continue;
        }
        let first = words.surface(start);
        let glued_inside = (start + 1..from).all(|i| words.tokens[i].glued);
        // "A $50 fee" is no Australian one; "PS2.7m" is a lost pound sign, "PS 2" a console.
        let spaced_sign =
            !words.tokens.get(from).is_some_and(|t| t.glued) && first.chars().all(char::is_lowercase);
        if (len > 1 && first.len() == 1 && !glued_inside && !spaced_sign)
            || (first == "PS" && !words.tokens.get(from).is_some_and(|t| t.glued))
        {
            continue;
        }
        // "PS5" is a console, "PS2.7m" a sum.
        if first == "PS"
            && words.surface(from).len() == 1
            && !words.tokens.get(from + 1).is_some_and(|t| t.glued)
        {
            continue;
        }
        // Minor units and one-letter signs stand behind the number.
        if matches!(first, "p" | "sen" | "¢") {
            continue;
        }
        // "P200,000", "R1.2 billion" are sums, "P53" and "R2" names.
        if matches!(first.as_bytes(), [b'A'..=b'Z']) && !is_sum(words, from) {
            continue;
        }
        return Some((unit, start));
    }
    // "ringgit 42", "Malaysian ringgits 42": a name in front only where nothing follows that it could belong to.
    None
}

/// Whether a numeral glued to the sign before it has thousands set apart or a power behind it.
fn is_sum(words: Words<'_>, from: usize) -> bool {
    let glued = |at: usize| words.tokens.get(at).is_some_and(|token| token.glued);
    let digits = |at: usize| glued(at) && words.tokens[at].kind == TokenKind::Digits;
    let part = |at: usize, mark: &str| glued(at) && words.surface(at) == mark && digits(at + 1);
    let scaled = |at: usize| {
        number_word(words, at).is_some_and(|word| word.role == Role::Power)
            || glued(at) && number::suffix(words.lower(at)).is_some()
    };
    digits(from)
        && (part(from + 1, ",") && words.surface(from + 2).len() == 3
            || scaled(from + 1 + 2 * usize::from(part(from + 1, "."))))
}

/// The unit behind a numeral.
pub(super) fn after(words: Words<'_>, numeral: &Numeral) -> Option<Found> {
    let to = numeral.to;
    let token = words.tokens.get(to)?;
    let hyphen = matches!(words.surface(to), "-" | "‐" | "‑" | "–")
        && words
            .tokens
            .get(to + 1)
            .is_some_and(|next| next.kind == TokenKind::Word && next.glued == token.glued);
    let at = if hyphen { to + 1 } else { to };
    // "two more minutes", "three full days"
    let at = if !hyphen
        && words.classes(at + 1).has(Classes::TIME_UNIT)
        && matches!(
            words.lower(at),
            "more"
                | "additional"
                | "extra"
                | "further"
                | "full"
                | "whole"
                | "long"
                | "straight"
                | "consecutive"
                | "successive"
                | "solid"
                | "fewer"
                | "less"
        ) {
        at + 1
    } else {
        at
    };
    // "half a litre", "half an hour"
    let at =
        if numeral.form == Form::Fraction && matches!(words.lower(at), "a" | "an") { at + 1 } else { at };
    let bracket = matches!(words.surface(at), "[" | "{" | "(" | "<") && !hyphen;
    let (len, unit, sign) = if bracket {
        let (len, unit, sign) = at_token(words, numeral, at + 1)?;
        if !matches!(words.surface(at + 1 + len), "]" | ")" | "}" | ">") || unit.measured == Measured::Time {
            return None;
        }
        (len + 2, unit, sign)
    } else {
        at_token(words, numeral, at)?
    };
    let mut found = Found { unit, per: None, to: at + len, attributive: hyphen, age: false, sign };
    per_of(words, &mut found);
    age(words, &mut found);
    money_or_weight(words, numeral, &mut found);
    if !hyphen && !found.age && found.per.is_none() && len == 1 {
        let name = words.lower(at);
        found.attributive =
            unit.measured != Measured::Ratio && words.tokens[at].kind == TokenKind::Word && name == unit.id;
    }
    Some(found)
}

/// "4.2bn pounds", "fined 200 pounds": a name that is a currency and a weight is money where magnitude or sentence say so, and
/// a weight where something is weighed.
fn money_or_weight(words: Words<'_>, numeral: &Numeral, found: &mut Found) {
    if found.sign || found.attributive || found.per.is_some() {
        return;
    }
    let Some(twin) = unit::twin(found.unit) else { return };
    let is_money = found.unit.measured == Measured::Money;
    let large = numeral.value.is_some_and(|value| value >= rust_decimal::Decimal::from(1_000_000));
    let near = numeral.from.saturating_sub(MONEY_REACH)..(found.to + MONEY_REACH).min(words.tokens.len());
    let mut paid = large;
    for i in near {
        paid |= label::is_of_money(words.lower(i)) || words.surface(i) == "£";
        if label::is_of_weight(words.lower(i)) && (!large || words.lower(found.to) == "of") {
            found.unit = if is_money { twin } else { found.unit };
            return;
        }
    }
    if paid && !is_money {
        found.unit = twin;
    }
}

/// The unit name, sign or symbol at token `at`.
fn at_token(words: Words<'_>, numeral: &Numeral, at: usize) -> Option<(usize, &'static Unit, bool)> {
    let token = words.tokens.get(at)?;
    let digits = matches!(numeral.form, Form::Plain | Form::Digits | Form::Fraction);
    let glued = token.glued && at == numeral.to;
    if let Some((len, unit)) = unit::money(|i| words.surface(at + i)) {
        let next_is_sum =
            words.tokens.get(at + len).is_some_and(|next| next.glued && next.kind == TokenKind::Digits);
        let letter = words.surface(at).len() == 1 && token.kind == TokenKind::Word;
        // "5Rp" are planetary radii: rupiah stand behind their sign.
        if !next_is_sum
            && !matches!(words.surface(at), "Rp" | "P" | "R")
            && (glued || !letter)
            && (digits || len > 1 || token.kind == TokenKind::Symbol || words.surface(at).len() >= 3)
        {
            return Some((len, unit, true));
        }
    }
    let named =
        unit::name(|i| words.lower(at + i)).filter(|(len, unit)| name_fits(words, numeral, at, *len, unit));
    // "12 m 2 dm": digits of the next number are no part of a symbol, as they are in "m2".
    let piece = |i: usize| {
        let apart =
            words.tokens.get(at + i).is_some_and(|t| i > 0 && t.kind == TokenKind::Digits && !t.glued);
        if apart { "" } else { words.surface(at + i) }
    };
    let symbol = if digits { unit::symbol(piece) } else { None }
        .filter(|(len, _)| symbol_fits(words, at, *len, glued));
    match (named, symbol) {
        (Some((a, unit)), Some((b, _))) if a >= b => Some((a, unit, false)),
        (Some((a, unit)), None) => Some((a, unit, false)),
        (_, Some((b, unit))) => Some((b, unit, true)),
        (None, None) => inches(words, numeral, at, glued).or_else(|| degrees(words, numeral, at, glued)),
    }
}

/// "45C", "113F": only glued, of a plausible value, and behind a word that opens no name ("iPhone 5C", "seat 12C").
fn degrees(
    words: Words<'_>,
    numeral: &Numeral,
    at: usize,
    glued: bool,
) -> Option<(usize, &'static Unit, bool)> {
    let (id, range) = match words.surface(at) {
        "C" => ("celsius", -90..=60),
        "F" => ("fahrenheit", -130..=140),
        _ => return None,
    };
    let value = numeral.value?.to_i64()?;
    let free = words.tokens.get(at + 1).is_none_or(|next| !next.glued || next.kind == TokenKind::Symbol);
    let named = numeral.from > 0
        && (words.tokens[numeral.from - 1].capital && numeral.from > 1
            || words.surface(numeral.from - 1) == "-" && words.tokens[numeral.from - 1].glued
            || label::takes_label(words.lower(numeral.from - 1)));
    let hyphen = matches!(words.surface(at + 1), "-" | "–") && words.tokens[at + 1].glued;
    let converted = words.surface(at + 1) == "(" || words.surface(numeral.from.wrapping_sub(1)) == "(";
    let of_heat = || (0..words.tokens.len()).any(|i| label::is_of_heat(words.lower(i)));
    if !(converted || of_heat()) {
        return None;
    }
    if !glued
        || !range.contains(&value)
        || !free
        || named
        || hyphen
        || numeral.from == 0 && at == 1 && words.tokens.len() < 3
    {
        return None;
    }
    Some((1, unit::get(id)?, true))
}

/// "10 in." and 5": only where the preposition and the quotation mark are impossible.
fn inches(
    words: Words<'_>,
    numeral: &Numeral,
    at: usize,
    glued: bool,
) -> Option<(usize, &'static Unit, bool)> {
    if numeral.form == Form::Words {
        return None;
    }
    let last = at + 1 >= words.tokens.len();
    match words.surface(at) {
        "in" if glued
            || numeral.from > 0 && matches!(words.lower(numeral.from - 1), "ft" | "feet" | "foot")
            || last
            || matches!(
                words.lower(at + 1),
                "." | ","
                    | ")"
                    | ";"
                    | "of"
                    | "by"
                    | "long"
                    | "wide"
                    | "tall"
                    | "deep"
                    | "thick"
                    | "in"
                    | "x"
            ) =>
        {
            Some((1, unit::get("inch")?, true))
        }
        "'" | "’" | "′" if words.surface(at + 1) == words.surface(at) && glued => {
            Some((2, unit::get("inch")?, true))
        }
        // The prime is no quotation mark.
        "′" if glued => Some((1, unit::get("foot")?, true)),
        // A quotation mark after a figure that stands alone
        "\"" if glued && last && numeral.from <= 1 => Some((1, unit::get("inch")?, true)),
        "\"" | "″" | "”"
            if matches!(
                words.lower(at + 1),
                "long" | "wide" | "tall" | "deep" | "thick" | "x" | "by" | "high"
            ) =>
        {
            Some((1, unit::get("inch")?, true))
        }
        _ => None,
    }
}

/// Whether a symbol is meant: "5m" and "5 m" are, "5 I" never is, "737s" is a plural.
fn symbol_fits(words: Words<'_>, at: usize, len: usize, glued: bool) -> bool {
    let first = words.tokens[at];
    let letters = first.kind == TokenKind::Word;
    if !letters {
        return true;
    }
    if !(1..len)
        .all(|i| words.tokens[at + i].glued || !matches!(words.tokens[at + i].kind, TokenKind::Digits))
    {
        return false;
    }
    let text = words.surface(at);
    // "in his 20s.": the stop is the sentence's.
    let decade = text == "s" && glued && words.surface(at + 1) == ".";
    if (len > 1 || text.chars().count() > 2) && !decade {
        return true;
    }
    let next = words.tokens.get(at + 1);
    // "9AB8", "5m-high"
    if next.is_some_and(|next| next.glued && next.kind == TokenKind::Digits) {
        return false;
    }
    if text.chars().count() == 1 {
        if matches!(text, "s" | "d" | "h" | "t" | "F" | "C") && !glued {
            let free = next.is_none_or(|next| {
                next.kind == TokenKind::Symbol && !next.glued
                    || next.classes.has(Classes::STOPWORD)
                    || matches!(words.surface(at + 1), "." | "," | ")" | ";")
            }) || super::powers::negative(words, at + 1).is_some();
            return matches!(text, "h" | "s") && free;
        }
        if next.is_some_and(|next| next.glued && words.surface(at + 1) == "-") && !glued {
            return false;
        }
        if text == "s" && glued {
            // "1990s", "787s": seconds only with decimals or a small number.
            let digits = words.surface(at - 1);
            return digits.len() <= 2 && at >= 2 && words.surface(at - 2) == ".";
        }
        if text == "d" && glued {
            return false;
        }
        return glued || next.is_none_or(|next| next.kind != TokenKind::Possessive);
    }
    // Two letters that are words as well.
    glued
        || !matches!(
            text,
            "as" | "at"
                | "ms"
                | "pt"
                | "ha"
                | "pa"
                | "am"
                | "nm"
                | "MP"
                | "AU"
                | "Ma"
                | "PM"
                | "pm"
                | "EB"
                | "TB"
        )
        || matches!(text, "nm" | "ha" | "pm" | "TB" | "ms" | "AU")
}

/// Whether a unit name is meant by a word that has another meaning.
fn name_fits(words: Words<'_>, numeral: &Numeral, at: usize, len: usize, unit: &Unit) -> bool {
    if len > 1 {
        return true;
    }
    let lower = words.lower(at);
    let token = words.tokens[at];
    let one = numeral.value == Some(rust_decimal::Decimal::ONE);
    match lower {
        // "98 won medals"
        "won" => {
            let next = words.lower(at + 1);
            !matches!(next, "the" | "a" | "an" | "in" | "by" | "their" | "medals" | "seats")
                && numeral.form != Form::Words
        }
        "stone" => !one,
        // "20 bar" is a pressure, "20 bar staff" and "20 bars" are not.
        "bar" => {
            let noun = |next: &Token| {
                next.kind == TokenKind::Word
                    && !next.classes.has(Classes::STOPWORD)
                    && sort(words.lower(at + 1)).is_noun()
            };
            !one && !words.tokens.get(at + 1).is_some_and(noun)
        }
        "mark" | "crown" | "real" | "rand" | "nit" | "mole" | "dime" | "turn" => !one && !token.capital,
        "second" | "quarter" => words.lower(at + 1) != "half",
        "marks" => {
            numeral.form != Form::Plain
                || numeral.value.is_some_and(|v| v >= rust_decimal::Decimal::ONE_HUNDRED)
        }
        "may" | "mar" => false,
        "point" | "pt" => unit.id == "point" && !one,
        "pc" | "mt" | "ct" => numeral.form != Form::Words,
        "min" | "mo" => true,
        _ => true,
    }
}

/// "per hour", "a gallon", "an hour", "/day".
pub(super) fn per_of(words: Words<'_>, found: &mut Found) {
    if matches!(found.unit.measured, Measured::Ratio | Measured::Time) {
        return;
    }
    let joint = words.lower(found.to);
    let denominator = |at: usize| -> Option<(usize, &'static Unit)> {
        let name = unit::name(|i| words.lower(at + i))
            .filter(|(_, unit)| unit.measured != Measured::Money && unit.measured != Measured::Ratio);
        name.or_else(|| if joint == "/" { unit::symbol(|i| words.surface(at + i)) } else { None })
    };
    let (len, unit) = match joint {
        "per" | "/" => match denominator(found.to + 1) {
            Some(hit) => hit,
            None => return,
        },
        "a" | "an" | "each" | "every" => match denominator(found.to + 1) {
            Some((len, unit))
                if len > 0 && !words.lower(found.to + len).ends_with('s') && unit.id != "point" =>
            {
                (len, unit)
            }
            _ => return,
        },
        _ => return,
    };
    // "$5 a day" is a rate; "50 tonnes a second time" is not.
    if matches!(joint, "a" | "an")
        && words.lower(found.to + 1) == "second"
        && words.lower(found.to + 2) == "time"
    {
        return;
    }
    // "$6.78 billion a year earlier" is no rate.
    if matches!(
        words.lower(found.to + 1 + len),
        "earlier" | "ago" | "before" | "later" | "after" | "prior" | "from"
    ) {
        return;
    }
    found.per = Some(unit);
    found.to += 1 + len;
}

/// "24 years old", "24-year-old", "24 years of age".
fn age(words: Words<'_>, found: &mut Found) {
    if found.unit.measured != Measured::Time {
        return;
    }
    // "87 yo", "87 y/o"
    if matches!(words.lower(found.to - 1), "yo" | "o") {
        found.age = true;
        return;
    }
    let hyphen = matches!(words.surface(found.to), "-" | "‐" | "‑");
    let at = if hyphen { found.to + 1 } else { found.to };
    // "the 8-month-old truce": how long it has lasted is no age.
    let lasting = |at: usize| crosscheck_lexicon::label::is_lasting(words.lower(at));
    if hyphen && words.lower(at) == "old" && (lasting(at + 1) || lasting(at + 2)) {
        found.attributive = true;
        found.to = at + 1;
    } else if words.lower(at) == "old" || (hyphen && words.lower(at) == "olds") {
        found.age = true;
        found.to = at + 1;
    } else if !hyphen && words.lower(at) == "of" && words.lower(at + 1) == "age" {
        found.age = true;
        found.to = at + 2;
    } else if hyphen && words.lower(at) == "long" {
        found.attributive = true;
        found.to = at + 1;
    }
}
