//! Quantities in two units: "5 feet 2 inches", "1 hour and 15 minutes", "20 dollars 43 cents".

use crosscheck_lexicon::unit::{Measured, Unit};
use rust_decimal::Decimal;

use super::number::{self, Context, Form};
use super::unit::{self, Found};
use crate::token::{TokenKind, Words};

/// Most parts of one quantity: years, days, hours, minutes, seconds.
const MAX_PARTS: usize = 5;

/// A quantity of several parts, in the smallest unit named, or for money in the main unit.
pub(super) struct Composite {
    pub value: Decimal,
    pub unit: Found,
    /// One past the last token of the last number.
    pub core_to: usize,
    /// One past the last token.
    pub to: usize,
}

/// Goes on behind a first part that ends before token `to`.
pub(super) fn read(words: Words<'_>, value: Decimal, first: &Found, to: usize) -> Option<Composite> {
    if first.age || first.per.is_some() {
        return None;
    }
    let mut whole: Option<Composite> = None;
    for _ in 1..MAX_PARTS {
        let (value, unit, to) =
            whole.as_ref().map_or((value, *first, to), |whole| (whole.value, whole.unit, whole.to));
        let Some(next) = part(words, value, &unit, to) else { break };
        whole = Some(next);
    }
    whole
}

fn part(words: Words<'_>, value: Decimal, above: &Found, to: usize) -> Option<Composite> {
    let mut at = to;
    if words.surface(at) == "," {
        at += 1;
    }
    if words.lower(at) == "and" {
        at += 1;
    }
    let token = words.tokens.get(at)?;
    let opens =
        token.kind == TokenKind::Digits || token.classes.has(crosscheck_lexicon::classes::Classes::NUMBER);
    if !opens || (token.glued && at == to) {
        return None;
    }
    let small = number::read(words, at, Context::default())?;
    let more = small.value?;
    // "$20 and 43c", "20 dollars 43"
    let cents = matches!(words.lower(small.to), "c" | "¢") && words.tokens[small.to].glued;
    let last = small.to == words.tokens.len();
    let bare = last && small.form == Form::Plain && words.surface(at).len() == 2
        || last && small.form == Form::Words && at > to;
    if above.unit.measured == Measured::Money && above.to > to.saturating_sub(1) && (cents || bare) {
        let value = value.checked_add(more.checked_div(Decimal::ONE_HUNDRED)?)?;
        let end = small.to + usize::from(cents);
        return (more < Decimal::ONE_HUNDRED && value.fract() != Decimal::ZERO).then_some(Composite {
            value,
            unit: Found { to: end, ..*above },
            core_to: small.to,
            to: end,
        });
    }
    // "1 hour thirty"
    if above.unit.id == "hour"
        && small.to == words.tokens.len()
        && more < Decimal::from(60)
        && more.fract().is_zero()
        && unit::after(words, &small).is_none()
    {
        let minute = crosscheck_lexicon::unit::get("minute")?;
        let value = value.checked_mul(Decimal::from(60))?.checked_add(more)?;
        let unit = Found { unit: minute, to: small.to, ..*above };
        return Some(Composite { value, unit, core_to: small.to, to: small.to });
    }
    let below = unit::after(words, &small)?;
    if below.age || below.per.is_some() {
        return None;
    }
    let end = below.to;
    if above.unit.measured == Measured::Money {
        let minor = matches!(below.unit.id, "cent" | "pence" | "sen")
            && !matches!(above.unit.id, "cent" | "pence" | "sen");
        let value = value.checked_add(more.checked_div(Decimal::ONE_HUNDRED)?)?;
        return (minor && more < Decimal::ONE_HUNDRED).then_some(Composite {
            value,
            unit: Found { to: end, ..*above },
            core_to: small.to,
            to: end,
        });
    }
    let ratio = steps(above.unit, below.unit)?;
    let value = value.checked_mul(ratio)?.checked_add(more)?;
    Some(Composite { value, unit: Found { to: end, ..below }, core_to: small.to, to: end })
}

/// How many of the smaller unit make one of the larger, where that is a whole number above one.
fn steps(large: &Unit, small: &Unit) -> Option<Decimal> {
    if large.dimension != small.dimension || large.base != small.base {
        return None;
    }
    if large.measured == Measured::Ratio || large.measured == Measured::Money {
        return None;
    }
    let ([a], [b]) = (large.factors.as_slice(), small.factors.as_slice()) else { return None };
    let (a, b): (Decimal, Decimal) = (a.parse().ok()?, b.parse().ok()?);
    let power = large.exponent - small.exponent;
    let scale = Decimal::try_from_i128_with_scale(10i128.pow(power.unsigned_abs().min(20)), 0).ok()?;
    let ratio = a.checked_div(b)?;
    let ratio = if power < 0 { ratio.checked_div(scale)? } else { ratio.checked_mul(scale)? };
    // Nobody states "12 m 2 dm" as one length: steps of ten are two figures.
    (ratio > Decimal::ONE && ratio != Decimal::TEN && ratio.fract().is_zero()).then_some(ratio)
}
