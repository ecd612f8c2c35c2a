//! Fractions and ratios: "two-thirds", "half a million", "1½", "nine out of 10".

use crosscheck_lexicon::bound;
use crosscheck_lexicon::classes::Classes;
use crosscheck_lexicon::number::Role;
use crosscheck_lexicon::unit::{self, Measured};
use rust_decimal::Decimal;

use super::digits::digits;
use super::words::cardinal;
use super::{Context, Form, Numeral, magnitude, next_word, number_word};
use crate::token::{TokenKind, Words};

/// Most words of a fraction: longer runs are lists.
const MAX_FRACTION_WORDS: usize = 16;

/// The largest whole of a ratio: the odds of a lottery are told in hundreds of millions.
const MOST: u64 = 1_000_000_000_000;

/// "3/4" and "2 1/4"; a second slash is a date.
pub(super) fn simple_fraction(words: Words<'_>, numeral: &mut Numeral) {
    let over = |i: usize| -> Option<Decimal> {
        if words.tokens.get(i)?.kind != TokenKind::Digits
            || words.surface(i + 1) != "/"
            || words.tokens.get(i + 2)?.kind != TokenKind::Digits
            || words.surface(i + 3) == "/"
            || words.tokens[i + 1].glued != words.tokens[i + 2].glued
        {
            return None;
        }
        let (a, b) = (words.surface(i).parse::<u32>().ok()?, words.surface(i + 2).parse::<u32>().ok()?);
        let usual = b == 2
            || b == 3
            || b == 4
            || b == 5
            || b == 6
            || b == 8
            || b == 10
            || b == 16
            || b == 32
            || b >= 20;
        (a < b && a > 0 && usual && b <= 1000).then(|| Decimal::from(a) / Decimal::from(b))
    };
    if numeral.to == numeral.from + 1
        && let Some(value) = over(numeral.from)
    {
        *numeral = Numeral { to: numeral.from + 3, value: Some(value), form: Form::Fraction, ..*numeral };
        return;
    }
    if numeral.form == Form::Plain
        && words.tokens.get(numeral.to).is_some_and(|token| !token.glued)
        && let Some(part) = over(numeral.to)
    {
        numeral.value = numeral.value.and_then(|value| value.checked_add(part));
        numeral.to += 3;
        numeral.form = Form::Digits;
    } else if numeral.form == Form::Plain
        && let Some(part) = vulgar(words.surface(numeral.to))
    {
        numeral.value = numeral.value.and_then(|value| value.checked_add(part));
        numeral.to += 1;
        numeral.form = Form::Digits;
    }
}

/// The value of "½", "⅔", ...
fn vulgar(symbol: &str) -> Option<Decimal> {
    let (a, b) = match symbol {
        "½" => (1, 2),
        "⅓" => (1, 3),
        "⅔" => (2, 3),
        "¼" => (1, 4),
        "¾" => (3, 4),
        "⅕" => (1, 5),
        "⅖" => (2, 5),
        "⅗" => (3, 5),
        "⅘" => (4, 5),
        "⅙" => (1, 6),
        "⅚" => (5, 6),
        "⅐" => (1, 7),
        "⅛" => (1, 8),
        "⅜" => (3, 8),
        "⅝" => (5, 8),
        "⅞" => (7, 8),
        "⅑" => (1, 9),
        "⅒" => (1, 10),
        _ => return None,
    };
    Some(Decimal::from(a) / Decimal::from(b))
}

pub(super) fn vulgar_fraction(words: Words<'_>, i: usize) -> Option<Numeral> {
    let value = vulgar(words.surface(i))?;
    Some(Numeral { from: i, to: i + 1, value: Some(value), form: Form::Fraction })
}

/// A fraction that starts with its name: "half", "a third", "a hundredth".
pub(super) fn fraction_word(words: Words<'_>, i: usize) -> Option<Numeral> {
    let word = number_word(words, i)?;
    let article = i > 0 && matches!(words.lower(i - 1), "a" | "an" | "one");
    let from = if article { i - 1 } else { i };
    let unit = Numeral { from, to: i + 1, value: None, form: Form::Fraction };
    let of = words.lower(i + 1) == "of";
    let whole = Decimal::from(word.value);
    let part = Decimal::ONE.checked_div(whole)?;
    match word.role {
        Role::Fraction if !word.plural => {
            // "half a million", "half of a million", "half million".
            let mut at = i + 1;
            if of {
                at += 1;
            }
            if matches!(words.lower(at), "a" | "an") {
                at += 1;
            }
            if let Some(power) = number_word(words, at).filter(|w| {
                !w.plural && matches!(w.role, Role::Power | Role::Hundred | Role::Dozen) && w.value != 20
            }) {
                let value = part.checked_mul(Decimal::from(power.value));
                return Some(Numeral { to: at + 1, value, form: Form::Words, ..unit });
            }
            if word.value == 4 && !article && !of && !before_unit(words, i + 1) {
                return None;
            }
            Some(Numeral { value: Some(part), ..unit })
        }
        Role::Ordinal if is_part(words, i) && !word.plural && word.value > 2 => {
            let mut at = i + 2;
            if matches!(words.lower(at), "a" | "an") {
                at += 1;
            }
            if let Some(power) = number_word(words, at).filter(|w| of && !w.plural && w.role == Role::Power) {
                let value = part.checked_mul(Decimal::from(power.value));
                return Some(Numeral { to: at + 1, value, form: Form::Words, ..unit });
            }
            Some(Numeral { value: Some(part), ..unit })
        }
        _ => None,
    }
}

/// "a twenty-fifth of the vote": one part of many.
pub(super) fn tens_part(words: Words<'_>, i: usize) -> Option<Numeral> {
    let article = i.checked_sub(1).filter(|&i| matches!(words.lower(i), "a" | "an"))?;
    let ten = number_word(words, i).filter(|word| word.role == Role::Ten)?;
    let at = next_word(words, i + 1);
    let unit = number_word(words, at).filter(|w| w.role == Role::Ordinal && !w.plural && w.value < 10)?;
    let alone = article == 0 && at + 1 == words.tokens.len();
    if !alone && words.lower(at + 1) != "of" {
        return None;
    }
    let value = Decimal::ONE.checked_div(Decimal::from(ten.value + unit.value));
    Some(Numeral { from: article, to: at + 1, value, form: Form::Fraction })
}

/// "quarter-litre"
fn before_unit(words: Words<'_>, i: usize) -> bool {
    words.surface(i) == "-"
        && words.tokens[i].glued
        && unit::name(|n| words.lower(i + 1 + n)).is_some_and(|(_, unit)| unit.measured == Measured::Other)
}

/// Whether the rank at token `i` behind an article is a part: "a third of the town", "fell by a fifth", "nearly a tenth".
pub(super) fn is_part(words: Words<'_>, i: usize) -> bool {
    if i == 0 || !matches!(words.lower(i - 1), "a" | "an" | "one") || words.lower(i) == "second" {
        return false;
    }
    if words.lower(i + 1) == "of" || i + 1 == words.tokens.len() {
        return true;
    }
    let Some(lead) = i.checked_sub(2) else { return false };
    let measured = words.lower(lead) == "by"
        || words.lower(lead) == "than"
        || bound::change(words.lower(lead)).is_some();
    // "by a third party"
    let ends = words.tokens.get(i + 1).is_none_or(|next| {
        next.kind == TokenKind::Symbol && words.surface(i + 1) != "-"
            || next.classes.has(
                Classes::PREPOSITION.or(Classes::CONJUNCTION).or(Classes::TIME_WORD).or(Classes::TIME_LEAD),
            )
            || matches!(words.lower(i + 1), "compared" | "over" | "year" | "this" | "last")
    });
    measured && ends
}

/// "and a half", "and three quarters", and the magnitude behind it: "one and a half million", "one million and a half".
pub(super) fn and_fraction(words: Words<'_>, base: Numeral) -> Numeral {
    if words.lower(base.to) != "and" || matches!(base.form, Form::Fraction) {
        return base;
    }
    let mut at = base.to + 1;
    let mut count = Decimal::ONE;
    let mut article = false;
    if matches!(words.lower(at), "a" | "an") {
        at += 1;
        article = true;
    } else if let Some(word) =
        number_word(words, at).filter(|w| w.role == Role::Unit && w.value < 10 && w.value > 0)
    {
        count = Decimal::from(word.value);
        at = next_word(words, at + 1);
    } else if let Some(part) = cardinal(words, at, None)
        && let Some(value) = part.value.filter(|value| *value < Decimal::ONE_HUNDRED)
    {
        count = value;
        at = next_word(words, part.to);
    }
    let Some(word) = number_word(words, at) else { return base };
    let named = word.role == Role::Fraction
        && (article || count > Decimal::ONE || at > base.to + 1 || word.value == 2);
    let rank = word.role == Role::Ordinal && word.value > 2 && (article || at > base.to + 1);
    if !(named || rank) || (word.plural != (count > Decimal::ONE)) {
        return base;
    }
    let Some(part) = count.checked_div(Decimal::from(word.value)) else { return base };
    let mut to = at + 1;
    let power = |i: usize| {
        number_word(words, i)
            .filter(|w| {
                matches!(w.role, Role::Power | Role::Hundred | Role::Dozen) && !w.plural && w.value != 20
            })
            .map(|w| Decimal::from(w.value))
    };
    let own = base.value.map(trailing_power).unwrap_or(Decimal::ONE);
    let scaled = power(to);
    let value = base.value.and_then(|value| {
        if own > Decimal::from(100) {
            let scale = match scaled {
                Some(scale) => {
                    to += 1;
                    scale
                }
                None => own,
            };
            return part.checked_mul(scale).and_then(|part| value.checked_add(part));
        }
        let sum = value.checked_add(part)?;
        match scaled {
            Some(scale) => {
                to += 1;
                sum.checked_mul(scale)
            }
            None => Some(sum),
        }
    });
    Numeral { to, value, ..base }
}

/// The power of a thousand a spoken round number ends with: 1,000,000 for "three million".
fn trailing_power(value: Decimal) -> Decimal {
    [1_000_000_000_000u64, 1_000_000_000, 10_000_000, 1_000_000, 100_000, 1_000]
        .into_iter()
        .map(Decimal::from)
        .find(|power| value >= *power && (value % power).is_zero())
        .unwrap_or(Decimal::ONE)
}

/// "two thirds", "five-eighths", "three quarters of a million".
pub(super) fn denominator(words: Words<'_>, base: Numeral) -> Numeral {
    if !matches!(base.form, Form::Words | Form::Plain) {
        return base;
    }
    let at = next_word(words, base.to);
    if base.form == Form::Words
        && let Some(whole) = compound(words, &base)
    {
        return whole;
    }
    let Some(count) = base.value else { return base };
    let Some(word) = number_word(words, at) else { return base };
    let many = count > Decimal::ONE;
    let usual = match word.role {
        // "two quarters" are half a year, "3 quarters" without a whole nine months.
        Role::Fraction if base.form == Form::Plain && word.value == 4 => words.lower(at + 1) == "of",
        Role::Fraction => word.value == 2 || count == Decimal::from(3) || !many,
        Role::Ordinal => word.value > 2 && base.form == Form::Words,
        // "three twenty-firsts"
        Role::Ten if count < Decimal::TEN => {
            let unit = next_word(words, at + 1);
            let Some(last) = number_word(words, unit).filter(|w| w.role == Role::Ordinal && w.value < 10)
            else {
                return base;
            };
            if last.plural != many || base.form != Form::Words {
                return base;
            }
            let value = count.checked_div(Decimal::from(word.value + last.value));
            return Numeral { to: unit + 1, value, form: Form::Fraction, ..base };
        }
        _ => false,
    };
    if !usual || (word.plural != many) || (word.role == Role::Fraction && base.form == Form::Plain && !many) {
        return base;
    }
    let Some(part) = count.checked_div(Decimal::from(word.value)) else { return base };
    let mut to = at + 1;
    let mut value = Some(part);
    let mut next = to;
    if words.lower(next) == "of" {
        next += 1;
    }
    if matches!(words.lower(next), "a" | "an") {
        next += 1;
    }
    if let Some(power) = number_word(words, next).filter(|w| w.role == Role::Power && !w.plural) {
        value = part.checked_mul(Decimal::from(power.value));
        to = next + 1;
    }
    Numeral { from: base.from, to, value, form: Form::Fraction }
}

/// Fractions whose denominator has several words, and wholes joined by "and": "one hundred thirty-fifths" is 100/35, "two
/// hundred and fifty-four hundredths" 200.54.
fn compound(words: Words<'_>, base: &Numeral) -> Option<Numeral> {
    let mut rank = base.to;
    let last = loop {
        let word = number_word(words, rank);
        match word.map(|word| word.role) {
            Some(Role::Ordinal) => break word?,
            Some(Role::Fraction) => return None,
            Some(_) => {}
            None if matches!(words.lower(rank), "-" | "and") => {}
            None => return None,
        }
        rank += 1;
        if rank - base.from > MAX_FRACTION_WORDS {
            return None;
        }
    };
    // Reads the words up to token `to` alone.
    let read = |from: usize, to: usize| {
        let to = if number_word(words, to - 1).is_some() { to } else { to - 1 };
        let cut = Words { tokens: words.tokens.get(..to)?, ..words };
        cardinal(cut, from, None).filter(|part| part.to == to)?.value
    };
    let fraction = |value| Some(Numeral { to: rank + 1, value: Some(value), form: Form::Fraction, ..*base });
    if last.value >= 100 {
        let and = (base.from + 1..rank).rev().find(|&i| words.lower(i) == "and")?;
        let (whole, part) = (read(base.from, and)?, read(and + 1, rank)?);
        let below = part.checked_div(Decimal::from(last.value)).filter(|part| *part < Decimal::ONE)?;
        return fraction(whole.checked_add(below)?);
    }
    for split in base.from + 1..rank {
        let opens = number_word(words, split).filter(|word| matches!(word.role, Role::Unit | Role::Ten));
        // "ninety-five" and "hundred and thirty" are numbers of their own.
        let before = previous_word(words, split);
        let inside = opens.is_some_and(|word| {
            word.role == Role::Unit
                && word.value < 10
                && before.and_then(|i| number_word(words, i)).is_some_and(|ten| ten.role == Role::Ten)
        });
        if opens.is_none() || inside || words.lower(split - 1) == "and" {
            continue;
        }
        let (Some(count), Some(high)) = (read(base.from, split), read(split, rank)) else { continue };
        let rest = high % Decimal::ONE_HUNDRED;
        let joins = high >= Decimal::ONE_HUNDRED && rest.is_zero()
            || last.value < 10 && rest >= Decimal::from(20) && (rest % Decimal::TEN).is_zero();
        if joins && last.value > 2 && last.plural == (count > Decimal::ONE) {
            return fraction(count.checked_div(high.checked_add(Decimal::from(last.value))?)?);
        }
    }
    None
}

/// The word before token `i`, over a hyphen.
fn previous_word(words: Words<'_>, i: usize) -> Option<usize> {
    let before = i.checked_sub(1)?;
    if words.tokens[before].kind == TokenKind::Symbol { before.checked_sub(1) } else { Some(before) }
}

/// "nine out of 10", "one in five", "1 over 3".
pub(super) fn ratio(words: Words<'_>, base: Numeral) -> Numeral {
    let (Some(part), Form::Plain | Form::Words) = (base.value, base.form) else { return base };
    let at = match (words.lower(base.to), words.lower(base.to + 1)) {
        ("out", "of") => base.to + 2,
        ("in", _) => base.to + 1,
        ("over", _) => base.to + 1,
        _ => return base,
    };
    let whole = match words.tokens.get(at).map(|token| token.kind) {
        Some(TokenKind::Digits) => digits(words, at),
        Some(TokenKind::Word) => cardinal(words, at, None),
        _ => None,
    };
    let Some(whole) = whole else { return base };
    // "one in 292 million"
    let whole = magnitude(words, whole, Context::default());
    let alone = base.from == 0 && whole.to == words.tokens.len();
    let over = alone && words.lower(base.to) == "over";
    let Some(all) = whole
        .value
        .filter(|all| (*all > part || over && *all > Decimal::ZERO) && *all <= Decimal::from(MOST))
    else {
        return base;
    };
    let said = match words.lower(base.to) {
        "out" => true,
        // A year, or games in a series, follow "in" as well: only the usual wholes are read.
        "in" => {
            part == Decimal::ONE && !(all >= Decimal::from(1000) && whole.form == Form::Plain)
                || (all == Decimal::TEN && part < Decimal::TEN)
        }
        // "over 3 years" is a time; a ratio stands alone.
        _ => alone || part == Decimal::ONE,
    };
    if !said || part <= Decimal::ZERO {
        return base;
    }
    match part.checked_div(all) {
        Some(value) => Numeral { from: base.from, to: whole.to, value: Some(value), form: Form::Ratio },
        None => base,
    }
}
