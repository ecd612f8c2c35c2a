//! Units in powers: "12 km s−1", "3 W m⁻²", "5 s-1".

use crosscheck_lexicon::unit::{self, Measured, Unit};

use super::unit::Found;
use crate::token::{TokenKind, Words};

/// Most factors of a unit.
const MAX_FACTORS: usize = 4;

/// Goes on behind a unit symbol: with one factor to a negative power the unit is a rate, "kilometre per second". A product
/// that no name of ours says leaves the figure without a unit (`None`), since the first factor alone would be a wrong one.
pub(super) fn read(words: Words<'_>, mut found: Found) -> (Option<Found>, usize) {
    if let Some((exponent, end)) = negative(words, found.to) {
        // "10 m-1 km" is a range.
        let next = unit::symbol(|i| words.surface(end + i)).filter(|_| negative(words, end + 1).is_none());
        if next.is_some_and(|(_, next)| next.dimension == found.unit.dimension) {
            let end = found.to;
            return (Some(found), end);
        }
        let inverse = if exponent == 1 { unit::inverse(found.unit) } else { None };
        return match inverse {
            Some(unit) if factor(words, end).is_none() => (Some(Found { unit, to: end, ..found }), end),
            _ => (None, rest(words, end)),
        };
    }
    let Some((under, end)) = factor(words, found.to) else {
        let end = found.to;
        return (Some(found), end);
    };
    if factor(words, end).is_some() || found.per.is_some() {
        return (None, rest(words, end));
    }
    match under {
        Some(under) => {
            (found.per, found.to) = (Some(under), end);
            (Some(found), end)
        }
        None => (None, end),
    }
}

/// One past the last factor.
fn rest(words: Words<'_>, mut at: usize) -> usize {
    for _ in 0..MAX_FACTORS {
        match factor(words, at) {
            Some((_, end)) => at = end,
            None => break,
        }
    }
    at
}

/// A unit symbol to a negative power at token `at`, a dot before it passed over: the unit below the line, if it has a name.
fn factor(words: Words<'_>, at: usize) -> Option<(Option<&'static Unit>, usize)> {
    let dot = matches!(words.surface(at), "·" | "⋅" | "." | "*") && words.tokens[at].glued;
    let at = at + usize::from(dot);
    if words.tokens.get(at)?.kind != TokenKind::Word || dot && !words.tokens[at].glued {
        return None;
    }
    let (len, unit) = unit::symbol(|i| if i == 0 { words.surface(at) } else { "" })?;
    let (exponent, end) = negative(words, at + len)?;
    if unit.measured == Measured::Money {
        return None;
    }
    let under = match exponent {
        1 => Some(unit),
        2 => unit::get(&format!("square {}", unit.id)),
        3 => unit::get(&format!("cubic {}", unit.id)),
        _ => None,
    };
    Some((under, end))
}

/// The power at token `at`, printed with a minus: "−1", "-2", "^-1", "⁻¹".
pub(super) fn negative(words: Words<'_>, at: usize) -> Option<(u8, usize)> {
    let caret = words.surface(at) == "^";
    let sign = at + usize::from(caret);
    let token = words.tokens.get(sign)?;
    let digit = words.tokens.get(sign + 1).filter(|digit| digit.glued)?;
    let free =
        |end: usize| words.tokens.get(end).is_none_or(|next| !next.glued || next.kind == TokenKind::Symbol);
    match words.surface(sign) {
        "⁻" if token.glued => {
            let exponent = match words.surface(sign + 1) {
                "¹" => 1,
                "²" => 2,
                "³" => 3,
                _ => return None,
            };
            Some((exponent, sign + 2))
        }
        // A hyphen with a blank before it opens the next figure.
        "−" | "–" | "-" if token.glued || words.surface(sign) == "−" => {
            let printed = digit.kind == TokenKind::Digits && digit.span.len() == 1 && free(sign + 2);
            // "5 m-1.5 m"
            let decimal = words.surface(sign + 2) == "."
                && words
                    .tokens
                    .get(sign + 3)
                    .is_some_and(|next| next.glued && next.kind == TokenKind::Digits);
            let exponent = words.surface(sign + 1).parse::<u8>().ok().filter(|n| (1..=4).contains(n))?;
            (printed && !decimal).then_some((exponent, sign + 2))
        }
        _ => None,
    }
}
