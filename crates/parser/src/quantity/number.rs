//! Numerals: digits with their separators, number words, fractions, magnitudes.

use crosscheck_lexicon::classes::Classes;
use crosscheck_lexicon::number::{self, NumberWord, Role};
use rust_decimal::Decimal;

use crate::token::{TokenKind, Words, digit_value};

/// Longest run of digits that is read as a number: an exact decimal holds 28.
const MAX_DIGITS: usize = 28;

/// A numeral.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Numeral {
    /// First token.
    pub from: usize,
    /// One past the last token.
    pub to: usize,
    /// Its value; `None` when it has more digits than an exact decimal holds.
    pub value: Option<Decimal>,
    /// How it is written.
    pub form: Form,
}

/// How a numeral is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// One run of digits without separator: what a year or a label looks like.
    Plain,
    /// Digits with separators, decimals or a magnitude.
    Digits,
    /// Number words.
    Words,
    /// A fraction: "two-thirds", "½", "3/4".
    Fraction,
    /// A fraction said of a whole in numbers: "nine out of 10".
    Ratio,
    /// A rank: "third", "12th".
    Rank,
}

/// What stands around a numeral that settles how a magnitude is read.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Context {
    /// A currency sign stands before it: "£300m" is millions, "300m" is metres.
    pub money: bool,
}

/// Reads the numeral that starts at token `i`, its magnitude and fraction included.
pub(super) fn read(words: Words<'_>, i: usize, context: Context) -> Option<Numeral> {
    let base = match words.tokens.get(i)?.kind {
        TokenKind::Digits => digits(words, i)?,
        TokenKind::Symbol if starts_decimal(words, i) => decimal_point_first(words, i)?,
        TokenKind::Symbol => vulgar_fraction(words, i)?,
        TokenKind::Word => cardinal(words, i, None).or_else(|| fraction_word(words, i))?,
        TokenKind::Possessive => return None,
    };
    let base = magnitude(words, base, context);
    let base = and_fraction(words, base);
    Some(ratio(words, denominator(words, base)))
}

fn starts_decimal(words: Words<'_>, i: usize) -> bool {
    words.surface(i) == "."
        && words.tokens.get(i + 1).is_some_and(|next| next.glued && next.kind == TokenKind::Digits)
        && !words.tokens[i].glued
}

/// ".08"
fn decimal_point_first(words: Words<'_>, i: usize) -> Option<Numeral> {
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
fn parse(first: &str, groups: &[&str], decimals: Option<&str>) -> Option<Decimal> {
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
fn digits(words: Words<'_>, i: usize) -> Option<Numeral> {
    let first = words.surface(i);
    let mut to = i + 1;
    let mut groups: Vec<&str> = Vec::new();
    let plausible =
        |group: &str, last: bool| if last { group.len() == 3 } else { matches!(group.len(), 2 | 3) };
    let mut decimals = None;
    let mut form = Form::Plain;
    if first.len() <= 3 {
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
    if decimals.is_none() {
        let point = joins_digits(words, to, ".") && !joins_digits(words, to + 2, ".");
        let comma = groups.is_empty()
            && joins_digits(words, to, ",")
            && words.surface(to + 1).len() <= 2
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
    let Some(power) = words.surface(at).parse::<u32>().ok().filter(|power| *power <= 27 && at > to) else {
        return;
    };
    let Ok(scale) = Decimal::try_from_i128_with_scale(10i128.pow(power), 0) else { return };
    numeral.value = numeral
        .value
        .and_then(|value| if negative { value.checked_div(scale) } else { value.checked_mul(scale) });
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

/// "3/4" and "2 1/4"; a second slash is a date.
fn simple_fraction(words: Words<'_>, numeral: &mut Numeral) {
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

fn vulgar_fraction(words: Words<'_>, i: usize) -> Option<Numeral> {
    let value = vulgar(words.surface(i))?;
    Some(Numeral { from: i, to: i + 1, value: Some(value), form: Form::Fraction })
}

/// The number word at token `i`.
pub(super) fn number_word(words: Words<'_>, i: usize) -> Option<NumberWord> {
    if !words.classes(i).has(Classes::NUMBER.or(Classes::ORDINAL)) {
        return None;
    }
    number::word(words.lower(i))
}

/// The next number word after token `i`: over a hyphen, or over a hyphen between blanks.
fn next_word(words: Words<'_>, i: usize) -> usize {
    let hyphen = matches!(words.surface(i), "-" | "‐" | "‑" | "–" | "—");
    if hyphen && number_word(words, i + 1).is_some() { i + 1 } else { i }
}

/// A cardinal in words, or the words after a number in digits ("3 hundred and 21"), given as `base`.
fn cardinal(words: Words<'_>, i: usize, base: Option<Decimal>) -> Option<Numeral> {
    let hundred = Decimal::ONE_HUNDRED;
    let mut total = Decimal::ZERO;
    let mut group: Option<Decimal> = base;
    let mut last_power: Option<Decimal> = None;
    let (mut at, mut to) = (i, i);
    let mut overflow = false;
    while let Some(word) = number_word(words, at) {
        let value = Decimal::from(word.value);
        match word.role {
            Role::Unit | Role::Ten => {
                let fits = match group {
                    None => true,
                    Some(g) => {
                        let tens = g % hundred;
                        let after_hundred = tens.is_zero() && g >= hundred;
                        let after_ten = word.role == Role::Unit
                            && word.value < 10
                            && tens >= Decimal::from(20)
                            && (tens % Decimal::TEN).is_zero();
                        (after_hundred || after_ten) && word.value != 0
                    }
                };
                if !fits || (base.is_some() && to == i) {
                    break;
                }
                group = Some(group.unwrap_or_default() + value);
            }
            Role::Hundred => match group {
                None if last_power.is_none() => group = Some(hundred),
                Some(g) if g < hundred || (base.is_some() && to == i) => group = Some(g * hundred),
                _ => break,
            },
            // Alone only the full words are numbers: "Cr" is chromium.
            Role::Power
                if to == i
                    && base.is_none()
                    && group.is_none()
                    && !matches!(word.value, 1_000 | 1_000_000 | 1_000_000_000 | 1_000_000_000_000) =>
            {
                break;
            }
            Role::Power => {
                let next = match (group, last_power) {
                    (Some(g), None) => g.checked_mul(value),
                    (None, None) => Some(value),
                    (Some(g), Some(last)) if value < last => {
                        g.checked_mul(value).and_then(|more| total.checked_add(more))
                    }
                    (None, Some(_)) => total.checked_mul(value),
                    (Some(_), Some(_)) => break,
                };
                match next {
                    Some(next) => total = next,
                    None => overflow = true,
                }
                group = None;
                last_power = Some(value);
            }
            Role::Dozen => {
                let article = at > 0 && matches!(words.lower(at - 1), "a" | "another" | "per");
                if group.is_none() && base.is_none() && (word.value == 20 || !article) {
                    break;
                }
                match total
                    .checked_add(group.take().unwrap_or(Decimal::ONE))
                    .and_then(|n| n.checked_mul(value))
                {
                    Some(next) => total = next,
                    None => overflow = true,
                }
                to = at + 1;
                break;
            }
            Role::Fraction | Role::Ordinal => break,
        }
        to = at + 1;
        at = next_word(words, to);
        // "4 thousand 3 hundred"
        if base.is_some()
            && group.is_none()
            && words.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Digits)
            && number_word(words, at + 1).is_some_and(|word| word.role == Role::Hundred)
            && let Ok(digit) = words.surface(at).parse::<u8>()
        {
            group = Some(Decimal::from(digit));
            at += 1;
        }
        // "two hundred and five", "three thousand and two hundred"; never "two and three".
        if words.lower(at) == "and" && joins_more(words, at + 1, group, last_power) {
            at += 1;
            if words.tokens[at].kind == TokenKind::Digits {
                let small = words.surface(at).parse::<u8>().ok()?;
                group = Some(group.unwrap_or_default() + Decimal::from(small));
                to = at + 1;
                at = to;
            }
        }
    }
    if to == i && base.is_none() {
        return None;
    }
    let value = if overflow { None } else { total.checked_add(group.unwrap_or_default()) };
    let numeral = Numeral { from: i, to, value, form: Form::Words };
    Some(spoken_decimals(words, numeral))
}

/// The value of the power at token `i`.
fn power_at(words: Words<'_>, i: usize) -> Decimal {
    number_word(words, i).map_or(Decimal::ZERO, |word| Decimal::from(word.value))
}

/// Whether the number after "and" at token `i` goes on with the numeral before it.
fn joins_more(words: Words<'_>, i: usize, group: Option<Decimal>, last_power: Option<Decimal>) -> bool {
    let hundred = Decimal::ONE_HUNDRED;
    let open = match group {
        Some(g) => g >= hundred && (g % hundred).is_zero(),
        None => last_power.is_some(),
    };
    if !open {
        return false;
    }
    if words.tokens.get(i).is_some_and(|token| token.kind == TokenKind::Digits) {
        return words.surface(i).len() == 2
            && words.surface(i).parse::<u8>().is_ok()
            && group.is_some()
            && !matches!(words.surface(i + 1), "." | "," | "%" | "/");
    }
    let Some(word) = number_word(words, i) else { return false };
    if !matches!(word.role, Role::Unit | Role::Ten) || word.value == 0 {
        return false;
    }
    // "3 hundred and 2 hundred" are two; so is "two million and one half".
    let mut next = next_word(words, i + 1);
    if word.role == Role::Ten && number_word(words, next).is_some_and(|w| w.role == Role::Unit) {
        next = next_word(words, next + 1);
    }
    match number_word(words, next).map(|w| w.role) {
        Some(Role::Hundred) => group.is_none(),
        // "three million and five million" are two.
        Some(Role::Power) => group.is_some() || last_power.is_some_and(|last| power_at(words, next) < last),
        Some(Role::Fraction | Role::Ordinal) => group.is_some() && word.role == Role::Ten,
        _ => true,
    }
}

/// "nine point nought four", "1 point 1".
fn spoken_decimals(words: Words<'_>, numeral: Numeral) -> Numeral {
    if words.lower(numeral.to) != "point" {
        return numeral;
    }
    let mut text = [0u8; MAX_DIGITS];
    let mut len = 0;
    let mut at = numeral.to + 1;
    let mut to = numeral.to;
    loop {
        if len == 0 && words.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Digits) {
            for c in words.surface(at).chars().take(12) {
                text[len] = b'0' + digit_value(c).unwrap_or(0);
                len += 1;
            }
            to = at + 1;
            break;
        }
        let Some(word) = number_word(words, at) else { break };
        let mut value = word.value;
        let mut next = at + 1;
        match word.role {
            Role::Unit => {}
            Role::Ten => {
                let unit = next_word(words, next);
                if let Some(small) = number_word(words, unit).filter(|w| w.role == Role::Unit && w.value < 10)
                {
                    value += small.value;
                    next = unit + 1;
                }
            }
            _ => break,
        }
        if value >= 10 {
            if len + 2 > MAX_DIGITS {
                break;
            }
            text[len] = b'0' + u8::try_from(value / 10).unwrap_or(0);
            len += 1;
        }
        if len + 1 > MAX_DIGITS {
            break;
        }
        text[len] = b'0' + u8::try_from(value % 10).unwrap_or(0);
        len += 1;
        to = next;
        at = next_word(words, next);
    }
    if len == 0 {
        return numeral;
    }
    let part = str::from_utf8(&text[..len]).ok().and_then(|digits| parse("0", &[], Some(digits)));
    let value = numeral.value.zip(part).and_then(|(whole, part)| whole.checked_add(part));
    Numeral { to, value, ..numeral }
}

/// A fraction that starts with its name: "half", "a third", "a hundredth".
fn fraction_word(words: Words<'_>, i: usize) -> Option<Numeral> {
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
            if word.value == 4 && !article && !of {
                return None;
            }
            Some(Numeral { value: Some(part), ..unit })
        }
        Role::Ordinal if article && (of || i + 1 == words.tokens.len()) && !word.plural && word.value > 2 => {
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

/// Magnitudes: "2.5 million", "$1.2bn", "10k", "2 dozen".
fn magnitude(words: Words<'_>, base: Numeral, context: Context) -> Numeral {
    if base.form == Form::Words || base.form == Form::Fraction {
        return base;
    }
    let at = next_word(words, base.to);
    if let Some(word) = number_word(words, at)
        && matches!(word.role, Role::Hundred | Role::Power | Role::Dozen)
        && let Some(value) = base.value
        && let Some(more) = cardinal(words, at, Some(value))
        && more.to > at
    {
        return Numeral { from: base.from, form: Form::Digits, ..more };
    }
    let Some(token) = words.tokens.get(base.to).filter(|token| token.kind == TokenKind::Word) else {
        return base;
    };
    let lower = words.lower(base.to);
    let Some(factor) = number::suffix(lower) else { return base };
    let upper = token.capital;
    let read = match lower {
        "k" => token.glued || !upper,
        // "1,674.5 M" ends the sentence; before a word it is more likely an initial.
        "m" if upper && !token.glued => context.money || base.to + 1 == words.tokens.len(),
        "m" | "mm" => {
            if token.glued {
                upper || context.money
            } else {
                upper && context.money
            }
        }
        "b" => token.glued,
        "t" => token.glued && context.money,
        _ => true,
    };
    // "10K-run" keeps its magnitude; "1m-high" is a length already refused above.
    if !read {
        return base;
    }
    let value = base.value.and_then(|value| value.checked_mul(Decimal::from(factor)));
    Numeral { to: base.to + 1, value, form: Form::Digits, ..base }
}

/// "and a half", "and three quarters", and the magnitude behind it: "one and a half million", "one million and a half".
fn and_fraction(words: Words<'_>, base: Numeral) -> Numeral {
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
fn denominator(words: Words<'_>, base: Numeral) -> Numeral {
    if !matches!(base.form, Form::Words | Form::Plain) {
        return base;
    }
    let at = next_word(words, base.to);
    let Some(count) = base.value else { return base };
    let Some(word) = number_word(words, at) else { return base };
    let many = count > Decimal::ONE;
    let usual = match word.role {
        // "two quarters" are half a year.
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

/// "nine out of 10", "one in five", "1 over 3".
fn ratio(words: Words<'_>, base: Numeral) -> Numeral {
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
    let Some(all) = whole.value.filter(|all| *all > part && *all <= Decimal::from(100_000)) else {
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
        _ => base.from == 0 && whole.to == words.tokens.len() || part == Decimal::ONE,
    };
    if !said || part <= Decimal::ZERO {
        return base;
    }
    match part.checked_div(all) {
        Some(value) => Numeral { from: base.from, to: whole.to, value: Some(value), form: Form::Ratio },
        None => base,
    }
}

/// A rank: "12th", "third", "twenty-fifth".
pub(super) fn rank(words: Words<'_>, i: usize) -> Option<Numeral> {
    let token = words.tokens.get(i)?;
    // "a third of the town" is a part, not a rank.
    let part = i > 0
        && matches!(words.lower(i - 1), "a" | "an")
        && (words.lower(i + 1) == "of" || i + 1 == words.tokens.len())
        && words.lower(i) != "second";
    if part {
        return None;
    }
    if token.kind == TokenKind::Digits {
        let suffix = words.tokens.get(i + 1).filter(|next| next.glued && next.kind == TokenKind::Word)?;
        let ending = words.lower(i + 1);
        let _ = suffix;
        if !matches!(ending, "st" | "nd" | "rd" | "th") {
            return None;
        }
        let value = parse(words.surface(i), &[], None);
        return Some(Numeral { from: i, to: i + 2, value, form: Form::Rank });
    }
    let word = number_word(words, i)?;
    match word.role {
        Role::Ordinal if !word.plural => {
            Some(Numeral { from: i, to: i + 1, value: Some(Decimal::from(word.value)), form: Form::Rank })
        }
        Role::Ten => {
            let next = next_word(words, i + 1);
            let unit = number_word(words, next)
                .filter(|w| w.role == Role::Ordinal && !w.plural && w.value < 10 && next <= i + 2)?;
            Some(Numeral {
                from: i,
                to: next + 1,
                value: Some(Decimal::from(word.value + unit.value)),
                form: Form::Rank,
            })
        }
        _ => None,
    }
}

/// Place value of the last non-zero digit; zero for zero.
pub(super) fn granularity(value: Decimal) -> Decimal {
    let value = value.normalize();
    if value.is_zero() {
        return Decimal::ZERO;
    }
    if value.scale() > 0 {
        return Decimal::new(1, value.scale());
    }
    let mut step = Decimal::ONE;
    while (value % (step * Decimal::TEN)).is_zero() {
        step *= Decimal::TEN;
    }
    step
}
