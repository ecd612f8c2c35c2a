//! Numbers in digits: "1,234.5", "1 234 567", "1.3x10^6".

use rust_decimal::Decimal;

use super::fraction::simple_fraction;
use super::{Form, MAX_DIGITS, Numeral};
use crate::token::{TokenKind, Words, digit_value};

pub(super) fn starts_decimal(words: Words<'_>, i: usize) -> bool {
    words.surface(i) == "."
        && words.tokens.get(i + 1).is_some_and(|next| next.glued && next.kind == TokenKind::Digits)
        && !words.tokens[i].glued
}

/// ".08"
pub(super) fn decimal_point_first(words: Words<'_>, i: usize) -> Option<Numeral> {
    let value = parse("0", &[], Some(words.surface(i + 1)));
    Some(Numeral { from: i, to: i + 2, value, form: Form::Digits })
}

/// Whether token `i` is the symbol and stands without white space on both sides, digits following.
fn joins_digits(words: Words<'_>, i: usize, symbol: &str) -> bool {
    words.surface(i) == symbol
        && words.tokens[i].glued
        && words.tokens.get(i + 1).is_some_and(|next| next.glued && next.kind == TokenKind::Digits)
}

/// Digits of any script, grouped, with decimals, as an exact decimal.
pub(super) fn parse(first: &str, groups: &[&str], decimals: Option<&str>) -> Option<Decimal> {
    let mut text = [0u8; 2 * MAX_DIGITS + 2];
    let mut len = 0;
    let mut whole = 0;
    let mut push = |byte: u8| {
        let slot = text.get_mut(len)?;
        *slot = byte;
        len += 1;
        Some(())
    };
    for group in std::iter::once(&first).chain(groups) {
        for c in group.chars() {
            whole += 1;
            if whole > MAX_DIGITS {
                return None;
            }
            push(b'0' + digit_value(c)?)?;
        }
    }
    if let Some(decimals) = decimals {
        push(b'.')?;
        for c in decimals.chars().take(MAX_DIGITS) {
            push(b'0' + digit_value(c)?)?;
        }
    }
    str::from_utf8(&text[..len]).ok()?.parse().ok()
}

/// Digits with thousands separators and decimals: "1,234.5", "12,34,567", "1 234 567", "1.234,5".
pub(super) fn digits(words: Words<'_>, i: usize) -> Option<Numeral> {
    let first = words.surface(i);
    let mut to = i + 1;
    let mut groups: Vec<&str> = Vec::new();
    let plausible =
        |group: &str, last: bool| if last { group.len() == 3 } else { matches!(group.len(), 2 | 3) };
    let mut decimals = None;
    let mut form = Form::Plain;
    // "0,006" has a decimal comma: no thousands follow a zero.
    if first.len() <= 3 && first != "0" {
        for separator in [",", "\u{2019}", "'", "."] {
            let mut end = to;
            while joins_digits(words, end, separator) && plausible(words.surface(end + 1), false) {
                groups.push(words.surface(end + 1));
                end += 2;
            }
            let whole = groups.last().is_some_and(|last| plausible(last, true))
                && (separator != "." || groups.len() > 1 || joins_digits(words, end, ","));
            if whole {
                to = end;
                form = Form::Digits;
                let mark = if separator == "." { "," } else { "." };
                if joins_digits(words, to, mark) {
                    decimals = Some(words.surface(to + 1));
                    to += 2;
                }
                break;
            }
            groups.clear();
        }
        if form == Form::Plain {
            space_groups(words, &mut to, &mut groups);
            if to > i + 1 {
                form = Form::Digits;
            }
        }
    }
    spaced_thousands(words, &mut to, &mut groups);
    if !groups.is_empty() {
        form = Form::Digits;
    }
    if decimals.is_none() {
        let point = joins_digits(words, to, ".") && !joins_digits(words, to + 2, ".");
        let comma = groups.is_empty()
            && joins_digits(words, to, ",")
            && (words.surface(to + 1).len() <= 2 || first == "0")
            && !joins_digits(words, to + 2, ",")
            // "22,24,26" is a list.
            && !(i > 0 && words.surface(i - 1) == "," && words.tokens[i].glued);
        if point || comma || spaced_point(words, to) {
            decimals = Some(words.surface(to + 1));
        }
        if decimals.is_some() {
            to += 2;
            form = Form::Digits;
        }
    }
    let value = parse(first, &groups, decimals);
    let mut numeral = Numeral { from: i, to, value, form };
    scientific(words, &mut numeral);
    power(words, &mut numeral);
    simple_fraction(words, &mut numeral);
    Some(numeral)
}

/// "6 . 2 %", as tokenised corpora write it.
fn spaced_point(words: Words<'_>, at: usize) -> bool {
    words.surface(at) == "."
        && !words.tokens[at].glued
        && words.tokens.get(at + 1).is_some_and(|next| !next.glued && next.kind == TokenKind::Digits)
        && matches!(words.lower(at + 2), "%" | "percent" | "million" | "billion")
}

/// "1 234 567": groups of three after white space. One group alone must be a round thousand or follow a no-break space.
fn space_groups<'a>(words: Words<'a>, to: &mut usize, groups: &mut Vec<&'a str>) {
    let mut end = *to;
    let mut firm = false;
    while let Some(token) = words.tokens.get(end) {
        let gap = &words.text[words.tokens[end - 1].span.end as usize..token.span.start as usize];
        let space = gap == " " || gap == "\u{a0}" || gap == "\u{202f}" || gap == "\u{2009}";
        if token.kind != TokenKind::Digits || token.span.len() != 3 || !space {
            break;
        }
        // "423 0000" and "20 300-gallon" are two numbers.
        if words.tokens.get(end + 1).is_some_and(|next| next.glued && next.kind != TokenKind::Symbol) {
            break;
        }
        firm |= gap != " " || words.surface(end) == "000";
        groups.push(words.surface(end));
        end += 1;
    }
    if firm || groups.len() > 1 {
        *to = end;
    } else {
        groups.clear();
    }
}

/// "10, 000", as tokenised corpora write it: three zeros are no number of their own.
fn spaced_thousands<'a>(words: Words<'a>, to: &mut usize, groups: &mut Vec<&'a str>) {
    while groups.len() < MAX_DIGITS
        && words.surface(*to) == ","
        && words.surface(*to + 1) == "000"
        && !words.tokens[*to + 1].glued
        && words.surface(*to - 1).len() <= 3
    {
        groups.push("000");
        *to += 2;
    }
}

/// "1.3x10^6", "1e10", "10^6".
fn scientific(words: Words<'_>, numeral: &mut Numeral) {
    let to = numeral.to;
    let glued = |i: usize| words.tokens.get(i).is_some_and(|token| token.glued);
    let sign_at = |i: usize| match words.surface(i) {
        "-" | "−" | "–" => (i + 1, true),
        "+" => (i + 1, false),
        _ => (i, false),
    };
    let (at, negative) = if matches!(words.lower(to), "e") && glued(to) {
        sign_at(to + 1)
    } else if matches!(words.lower(to), "x" | "×" | "·" | "*" | "⋅")
        && words.surface(to + 1) == "10"
        && words.surface(to + 2) == "^"
    {
        sign_at(to + 3)
    } else if matches!(words.lower(to), "×" | "x")
        && words.surface(to + 1) == "10"
        && glued_sign(words, to + 2)
    {
        sign_at(to + 2)
    } else {
        return;
    };
    let Some(power) = words.surface(at).parse::<u32>().ok().filter(|_| at > to) else { return };
    // A power that no exact decimal holds leaves the number without a value.
    let scale = 10i128.checked_pow(power).and_then(|ten| Decimal::try_from_i128_with_scale(ten, 0).ok());
    numeral.value = numeral.value.zip(scale).and_then(|(value, scale)| {
        if negative {
            value.checked_div(scale).filter(|small| !small.is_zero() || value.is_zero())
        } else {
            value.checked_mul(scale)
        }
    });
    numeral.to = at + 1;
    numeral.form = Form::Digits;
}

/// "1.1^23", "2.5^-1": small whole powers.
fn power(words: Words<'_>, numeral: &mut Numeral) {
    if words.surface(numeral.to) != "^" || !words.tokens[numeral.to].glued {
        return;
    }
    let (at, negative) = match words.surface(numeral.to + 1) {
        "-" | "−" => (numeral.to + 2, true),
        "+" => (numeral.to + 2, false),
        _ => (numeral.to + 1, false),
    };
    let Some(times) = words.surface(at).parse::<u32>().ok().filter(|times| *times <= 99) else { return };
    let mut value = numeral.value;
    let mut product = Some(Decimal::ONE);
    for _ in 0..times {
        product = product.zip(value).and_then(|(product, value)| product.checked_mul(value));
    }
    if negative {
        product = product.and_then(|product| Decimal::ONE.checked_div(product));
    }
    value = product;
    *numeral = Numeral { value, to: at + 1, form: Form::Digits, ..*numeral };
}

fn glued_sign(words: Words<'_>, i: usize) -> bool {
    matches!(words.surface(i), "-" | "−" | "–")
        && words.tokens.get(i + 1).is_some_and(|next| next.glued && next.kind == TokenKind::Digits)
}
