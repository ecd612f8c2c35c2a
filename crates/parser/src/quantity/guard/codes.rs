//! Digits that are years, telephone and record numbers, addresses, reference marks.

use crosscheck_lexicon::classes::Classes;
use crosscheck_lexicon::label;
use crosscheck_lexicon::traits::{self, Traits};
use rust_decimal::prelude::ToPrimitive as _;

use super::super::number::{Form, Numeral};
use super::Around;
use crate::token::{TokenKind, Words};

/// "24/7", "9/11", "50-50".
pub(super) fn usual_pair(words: Words<'_>, numeral: &Numeral) -> bool {
    let slash = words.surface(numeral.from + 1) == "/"
        || numeral.from > 0 && words.surface(numeral.from - 1) == "/" && words.tokens[numeral.from].glued;
    if !slash {
        return false;
    }
    let at =
        if words.surface(numeral.from + 1) == "/" { numeral.from } else { numeral.from.saturating_sub(2) };
    matches!(
        (words.surface(at), words.surface(at + 2)),
        ("24", "7") | ("9", "11") | ("7", "7") | ("50", "50")
    )
}

/// "[1/14]", "Item 1 of 14", "Photo 3 of 8": where a slide show stands, printed before a caption.
pub(super) fn is_slide(words: Words<'_>, numeral: &Numeral) -> bool {
    let digits = |i: Option<usize>| {
        i.and_then(|i| words.tokens.get(i)).is_some_and(|token| token.kind == TokenKind::Digits)
    };
    let before = |n: usize| numeral.from.checked_sub(n);
    let lower = |i: Option<usize>| i.map_or("", |i| words.lower(i));
    let picture = |i: Option<usize>| traits::of_word(lower(i)).has(Traits::PICTURE);
    let last = digits(before(2))
        && match lower(before(1)) {
            "/" => lower(before(3)) == "[",
            "of" => picture(before(3)),
            _ => false,
        };
    let first = digits(Some(numeral.to + 1))
        && match words.lower(numeral.to) {
            "/" => lower(before(1)) == "[",
            "of" => picture(before(1)),
            _ => false,
        };
    first || last
}

/// Years and days of the month.
pub(super) fn is_calendar(words: Words<'_>, numeral: &Numeral, around: Around) -> bool {
    if numeral.form != Form::Plain || around.unit {
        return false;
    }
    let Some(value) = numeral.value.and_then(|value| value.to_u32()) else { return false };
    let before = numeral.from.checked_sub(1);
    let month = |i: usize| {
        words.classes(i).has(Classes::MONTH)
            && (words.tokens[i].capital
                || !matches!(words.lower(i), "may" | "march" | "mar" | "sun" | "august")
                || (i > 0 && matches!(words.lower(i - 1), "on" | "since" | "until")))
    };
    if value <= 31 && value > 0 {
        let dot = before.is_some_and(|i| words.surface(i) == "." && i > 0 && month(i - 1));
        if before.is_some_and(month) || dot || month(numeral.to) {
            return true;
        }
    }
    let digits = words.surface(numeral.from);
    if digits.len() != 4 || !(1400..=2199).contains(&value) {
        return false;
    }
    let lower = before.map_or("", |i| words.lower(i));
    let dated = before.is_some_and(month)
        || lower == ","
            && numeral.from >= 2
            && (words.tokens[numeral.from - 2].kind == TokenKind::Digits || month(numeral.from - 2))
        || matches!(
            lower,
            "in" | "since"
                | "until"
                | "till"
                | "by"
                | "from"
                | "during"
                | "before"
                | "after"
                | "early"
                | "late"
                | "mid"
                | "year"
                | "at"
                | "circa"
                | "summer"
                | "winter"
                | "spring"
                | "autumn"
                | "fall"
                | "fiscal"
                | "season"
                | "through"
                | "©"
                | "copyright"
                | "between"
                | "of"
                | "the"
                | "to"
                | "and"
                | "for"
        );
    if around.bound && around.plural_noun {
        return false;
    }
    let recent = (1900..=2050).contains(&value);
    if recent && value % 100 != 0 && !around.bound {
        return true;
    }
    // A plural noun behind makes it a count unless a word in front makes it a year.
    if around.plural_noun {
        dated && recent && !matches!(lower, "of" | "to" | "and" | "for" | "from" | "by" | "the" | "between")
    } else {
        recent || dated
    }
}

/// "+1-222-2222", "0207 123 4567".
pub(super) fn is_phone(words: Words<'_>, numeral: &Numeral) -> bool {
    let joined = |i: usize| {
        matches!(words.surface(i), "-" | "–")
            && words.tokens.get(i + 1).is_some_and(|next| next.kind == TokenKind::Digits && next.glued)
    };
    // "+1 202 555 0143", and every group of it
    let first = (1..=numeral.from).rev().find(|&i| !is_digits(words, i - 1)).unwrap_or(0);
    let country = first > 0
        && words.surface(first - 1) == "+"
        && words.tokens[first].glued
        && is_digits(words, first + 1)
        && words.surface(first).len() <= 3;
    let groups_after = joined(numeral.to) && joined(numeral.to + 2);
    let groups_before = numeral.from >= 4
        && joined(numeral.from - 1)
        && joined(numeral.from - 3)
        && words.tokens[numeral.from - 4].kind == TokenKind::Digits;
    let between = numeral.from >= 2
        && joined(numeral.from - 1)
        && joined(numeral.to)
        && words.tokens[numeral.from - 2].kind == TokenKind::Digits;
    groups_after || groups_before || between || country
}

fn is_digits(words: Words<'_>, i: usize) -> bool {
    words.tokens.get(i).is_some_and(|token| token.kind == TokenKind::Digits)
}

/// "0800 555 0143", "007", "11 / 16 / 1982", a long record number.
pub(super) fn is_code(words: Words<'_>, numeral: &Numeral, around: Around) -> bool {
    if numeral.form != Form::Plain {
        return false;
    }
    let coded = |i: usize| {
        words.tokens.get(i).is_some_and(|token| token.kind == TokenKind::Digits && token.span.len() >= 3)
            && words.surface(i).starts_with('0')
            && words.surface(i).bytes().any(|digit| digit != b'0')
    };
    let slash = |i: usize| words.surface(i) == "/" && words.classes(i) == Classes::NONE;
    let dated = slash(numeral.to) && slash(numeral.to + 2)
        || numeral.from >= 2
            && slash(numeral.from - 1)
            && (slash(numeral.to) || numeral.from >= 4 && slash(numeral.from - 3));
    let record =
        words.surface(numeral.from).len() >= 10 && !around.noun && !around.bound && words.tokens.len() > 3;
    let number = numeral.from;
    words.tokens.len() > 1 && coded(number)
        || coded(number + 1)
        || (number.saturating_sub(3)..number).rev().take_while(|&i| is_digits(words, i)).any(coded)
        || dated
        || record
}

/// "[19]", "[12,13]"
pub(super) fn is_reference(words: Words<'_>, numeral: &Numeral) -> bool {
    if numeral.from == 0 || words.surface(numeral.from).len() > 3 {
        return false;
    }
    // "[12,13]", "[4-6]"
    let inner = |i: &usize| is_digits(words, *i) || matches!(words.surface(*i), "," | "-" | "–" | ";");
    let open = (numeral.from.saturating_sub(12)..numeral.from).rev().find(|i| !inner(i));
    let close = (numeral.to..numeral.to + 12).find(|i| !inner(i));
    let (Some(open), Some(close)) = (open, close) else { return false };
    words.surface(open) == "["
        && words.surface(close) == "]"
        && (open + 1..close).all(|i| words.surface(i).len() <= 3)
        && words.tokens[open + 1].glued
}

/// "1." and "2)" before the first word of a line.
pub(super) fn is_list_number(words: Words<'_>, numeral: &Numeral) -> bool {
    if numeral.form != Form::Plain || words.surface(numeral.from).len() > 2 {
        return false;
    }
    let bracket = numeral.from > 0 && words.surface(numeral.from - 1) == "(";
    // "1 ) explains", with no bracket open
    let open = words.tokens[numeral.from.saturating_sub(24)..numeral.from]
        .iter()
        .any(|t| t.span.slice(words.text) == "(");
    if words.surface(numeral.to) == ")" && !open {
        return true;
    }
    // "; (2) sellers wait": the parts of a sentence are counted out.
    let part = bracket
        && words.surface(numeral.to) == ")"
        && numeral.from > 1
        && (matches!(words.surface(numeral.from - 2), ";" | ":")
            || matches!(words.lower(numeral.from - 2), "and" | "or")
                && matches!(words.surface(numeral.from.saturating_sub(3)), ";" | ","))
        && words.tokens.get(numeral.to + 1).is_some_and(|next| next.kind == TokenKind::Word);
    if part {
        return true;
    }
    let opens = numeral.from == 0 || (numeral.from == 1 && bracket);
    let closes = words.surface(numeral.to) == ")" || (words.surface(numeral.to) == "." && opens);
    let more = words.tokens.get(numeral.to + 1).is_some_and(|next| next.kind == TokenKind::Word);
    opens && closes && more
}

/// "10 Downing Street", "575 Wilbraham Road".
pub(super) fn is_address(words: Words<'_>, numeral: &Numeral) -> bool {
    if numeral.form != Form::Plain {
        return false;
    }
    (numeral.to..numeral.to + 5)
        .take_while(|&i| {
            words.tokens.get(i).is_some_and(|token| match token.kind {
                TokenKind::Word => {
                    token.capital || matches!(words.lower(i), "street" | "st" | "nd" | "rd" | "th")
                }
                // "9 E 71st St"
                TokenKind::Digits => i > numeral.to,
                _ => false,
            })
        })
        .any(|i| i > numeral.to && label::is_street(words.lower(i)))
}
