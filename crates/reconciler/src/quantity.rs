//! From the value a claim prints to base units, in which figures are compared, and back.

use crosscheck_lexicon::unit;
use crosscheck_model::{Claim, Interval, Kind, Number, Si, Value};
use rust_decimal::Decimal;

use crate::node::Quantity;

/// Whether a claim tells a share without a percent sign: "half of the voters", "two thirds", odds of "one in 292 million".
pub(crate) fn is_fraction(claim: &Claim) -> bool {
    matches!(claim.kind, Kind::Count | Kind::Score)
        && claim.unit.is_none()
        && claim.value.as_ref().is_some_and(Value::is_fraction)
}

/// From here on the second number of "one in so many" is exact to its last digit.
const ODDS: i64 = 1000;

/// A fraction in percent. In talk it is rounded, to a twentieth of itself or as its bound says; odds are as fine as their second number.
fn fraction(value: &Value) -> Option<Quantity> {
    let point = value.point?.0;
    let percent = |number: Number| number.0.checked_mul(Decimal::ONE_HUNDRED).map(Number);
    let anchor = percent(Number(point))?;
    let one_in = Decimal::ONE.checked_div(point)?.round();
    let step = Number(one_in).granularity().0;
    let (hard, step) = if one_in >= Decimal::from(ODDS) {
        let end = |one_in: Decimal| Decimal::ONE_HUNDRED.checked_div(one_in).map(Number);
        let half = step.checked_div(Decimal::TWO)?;
        let ends = Interval::closed(end(one_in.checked_add(half)?)?, end(one_in.checked_sub(half)?)?);
        (ends, anchor.0.checked_mul(step)?.checked_div(one_in)?)
    } else {
        let slack = anchor.0.checked_div(Decimal::from(20))?;
        let ends = Interval::closed(Number(anchor.0 - slack), Number(anchor.0 + slack));
        (ends, slack.checked_mul(Decimal::TWO)?)
    };
    let printed = value.hard();
    let scaled = Interval::new(
        printed.lo.and_then(percent),
        printed.lo_closed,
        printed.hi.and_then(percent),
        printed.hi_closed,
    );
    let hard = if printed.is_point() { hard } else { scaled };
    Some(Quantity { hard, soft: hard, anchor: Some(anchor), granularity: Some(Number(step)) })
}

/// Scales a value to base units. The factor comes from the ends that the normalizer converted.
pub(crate) fn quantity(claim: &Claim, value: &Value) -> Quantity {
    if claim.kind == Kind::Duration {
        return duration(claim, value);
    }
    if let Some(share) = Some(value).filter(|_| is_fraction(claim)).and_then(fraction) {
        return share;
    }
    let heard = claim.heard();
    let plain = Quantity {
        hard: heard.unwrap_or_else(|| value.hard()),
        soft: value.soft,
        anchor: value.point,
        granularity: value.granularity,
    };
    // Sums are compared in the unit they are told in: "$500 million", and as much a year.
    let Some(si) = claim.si.as_ref().filter(|_| claim.kind != Kind::Money) else { return plain };
    let Some((factor, offset)) = conversion(si, value) else { return plain };
    let stretch = |number: Number| number.0.checked_mul(factor);
    let scale = |number: Number| stretch(number)?.checked_add(offset).map(|scaled| Number(round(scaled)));
    if let Some(heard) = heard {
        let ends = (heard.lo.and_then(scale), heard.hi.and_then(scale));
        let hard = Interval::new(ends.0, heard.lo_closed, ends.1, heard.hi_closed);
        let soft = Interval::new(value.soft.lo.and_then(scale), true, value.soft.hi.and_then(scale), true);
        return Quantity { hard, soft, anchor: None, granularity: None };
    }
    Quantity {
        hard: Interval::new(
            si.lo.map(|lo| Number(round(lo.0))),
            value.lo_closed,
            si.hi.map(|hi| Number(round(hi.0))),
            value.hi_closed,
        ),
        soft: Interval::new(
            value.soft.lo.and_then(scale),
            value.soft.lo_closed,
            value.soft.hi.and_then(scale),
            value.soft.hi_closed,
        ),
        anchor: value.point.and_then(scale),
        granularity: value.granularity.and_then(stretch).map(|width| Number(round(width))),
    }
}

/// Factor and offset from the printed unit to the base unit, as the normalizer's own two ends show them. Most units have no offset; degrees
/// Celsius and Fahrenheit do.
fn conversion(si: &Si, value: &Value) -> Option<(Decimal, Decimal)> {
    let ratio = |base: Option<Number>, printed: Option<Number>| base?.0.checked_div(printed?.0);
    let (low, high) = (ratio(si.lo, value.lo), ratio(si.hi, value.hi));
    let scales = match (low, high) {
        (Some(x), Some(y)) => {
            x.checked_sub(y).is_some_and(|rest| rest.abs() <= x.abs() / Decimal::from(1_000_000))
        }
        _ => true,
    };
    if scales && (low.is_some() || high.is_some()) {
        return low.or(high).map(|factor| (factor, Decimal::ZERO));
    }
    let rise = si.hi?.0.checked_sub(si.lo?.0)?;
    let factor = rise.checked_div(value.hi?.0.checked_sub(value.lo?.0)?)?;
    let offset = si.lo?.0.checked_sub(value.lo?.0.checked_mul(factor)?)?;
    Some((factor, offset))
}

/// Seconds of an average month, a twelfth of the Gregorian year's 365.2425 days.
const MONTH: i64 = 2_629_746;

/// The seconds of a unit of time; those that a calendar counts come by the average month.
fn seconds(unit: &str) -> Option<Decimal> {
    let unit = unit::get(unit)?;
    let factor: Decimal = unit.factors.first()?.parse().ok()?;
    if unit.base == "month" { factor.checked_mul(Decimal::from(MONTH)) } else { Some(factor) }
}

/// Lengths of time in seconds.
fn duration(claim: &Claim, value: &Value) -> Quantity {
    let seconds = claim.unit.as_deref().and_then(seconds).unwrap_or(Decimal::ONE);
    let scale = |number: Number| number.0.checked_mul(seconds).map(|scaled| Number(round(scaled)));
    let stretch = |of: Interval| {
        Interval::new(of.lo.and_then(scale), of.lo_closed, of.hi.and_then(scale), of.hi_closed)
    };
    // "One day" is a length like another: it is rounded to its unit even where a count of one would be exact.
    let hard = match (value.lo, value.hi) {
        (Some(lo), Some(hi)) if lo == hi => {
            let half = Number(Decimal::new(5, 1));
            Interval::new(
                lo.0.checked_sub(half.0).map(Number),
                true,
                hi.0.checked_add(half.0).map(Number),
                false,
            )
        }
        _ => value.hard(),
    };
    Quantity {
        hard: stretch(hard),
        soft: stretch(value.soft),
        anchor: value.point.and_then(scale),
        // A length is told to its unit, or to half of it: "an hour and a half".
        granularity: value.granularity.or(value.point.map(grain)).and_then(scale),
    }
}

/// The step in which a number of units is told.
fn grain(number: Number) -> Number {
    if number.0.fract().is_zero() { Number::from(1) } else { Number(Decimal::new(5, 1)) }
}

/// Twelve decimals: what a chain of conversions leaves behind the twelfth is noise of the division.
fn round(number: Decimal) -> Decimal {
    number.round_dp(12).normalize()
}

/// An interval in base units as the claim would print it, to four digits.
pub(crate) fn in_printed_unit(claim: &Claim, base: &Interval) -> Interval {
    let scale = match (&claim.si, &claim.value) {
        (Some(si), Some(value)) => conversion(si, value),
        _ => None,
    };
    let plain = if is_fraction(claim) { Decimal::ONE_HUNDRED } else { Decimal::ONE };
    let (factor, offset) = scale.unwrap_or((plain, Decimal::ZERO));
    let print = |end: Number| {
        let printed = end.0.checked_sub(offset)?.checked_div(factor)?;
        Some(Number(printed.round_sf(4).filter(|_| scale.is_some()).unwrap_or(printed).normalize()))
    };
    Interval::new(base.lo.and_then(print), base.lo_closed, base.hi.and_then(print), base.hi_closed)
}
