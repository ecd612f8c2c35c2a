//! Numbers in words: "two hundred and forty-five thousand", "nine point four".

use crosscheck_lexicon::number::Role;
use rust_decimal::Decimal;

use super::digits::parse;
use super::{Form, MAX_DIGITS, Numeral, next_word, number_word};
use crate::token::{TokenKind, Words, digit_value};

/// A cardinal in words, or the words after a number in digits ("3 hundred and 21"), given as `base`.
pub(super) fn cardinal(words: Words<'_>, i: usize, base: Option<Decimal>) -> Option<Numeral> {
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
                // "three hundred and two dozen"
                let over = group.filter(|g| *g > hundred).map(|g| g % hundred).filter(|rest| !rest.is_zero());
                if let (Some(rest), Some(g)) = (over, group) {
                    group = Some(g - rest + rest * value);
                    to = at + 1;
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
    let spoken = spoken_decimals(words, numeral);
    // "two point two million"
    let power = number_word(words, spoken.to).filter(|word| word.role == Role::Power && !word.plural);
    if spoken.to > numeral.to
        && let Some(power) = power
    {
        let value = spoken.value.and_then(|value| value.checked_mul(Decimal::from(power.value)));
        return Some(Numeral { to: spoken.to + 1, value, ..spoken });
    }
    Some(spoken)
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
pub(super) fn spoken_decimals(words: Words<'_>, numeral: Numeral) -> Numeral {
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
