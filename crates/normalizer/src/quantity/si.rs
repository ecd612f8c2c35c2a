//! Values in base units.

use std::borrow::Cow;

use crosscheck_lexicon::unit::{self, Measured, Unit};
use crosscheck_model::{Number, Si, Value};
use rust_decimal::Decimal;

/// The hard interval in the base unit of `unit`; `None` where the unit has none.
///
/// A name that leaves its unit open ("ton") gives the interval over all it can mean.
pub(super) fn si(value: &Value, unit: &str) -> Option<Si> {
    let (over, under) = match unit.split_once(" per ") {
        Some((over, under)) => (get(over)?, Some(get(under)?)),
        None => (get(unit)?, None),
    };
    if over.measured == Measured::Money {
        let base = match under {
            Some(under) => Cow::Owned(format!("{}/{}", over.base, under.base)),
            None => Cow::Borrowed(over.base),
        };
        let (small, large) = under.map_or(Some((Decimal::ONE, Decimal::ONE)), ends)?;
        return Some(scaled(
            value,
            Decimal::ONE.checked_div(large)?,
            Decimal::ONE.checked_div(small)?,
            Decimal::ZERO,
            base,
        ));
    }
    let (low, high) = ends(over)?;
    let offset = match unit {
        "celsius" => Decimal::new(27315, 2),
        "fahrenheit" => Decimal::new(45967, 2).checked_mul(low)?,
        _ => Decimal::ZERO,
    };
    match under {
        None => Some(scaled(value, low, high, offset, Cow::Borrowed(over.base))),
        Some(under) => {
            let (small, large) = ends(under)?;
            let base = Cow::Owned(format!("{}/{}", over.base, under.base));
            Some(scaled(value, low.checked_div(large)?, high.checked_div(small)?, Decimal::ZERO, base))
        }
    }
}

/// A unit by its id or, for a currency, by its name.
fn get(name: &str) -> Option<&'static Unit> {
    unit::get(name).or_else(|| unit::by_name(name))
}

/// Smallest and largest factor.
fn ends(unit: &Unit) -> Option<(Decimal, Decimal)> {
    let scale =
        Decimal::try_from_i128_with_scale(10i128.pow(unit.exponent.unsigned_abs().min(27)), 0).ok()?;
    let mut ends: Option<(Decimal, Decimal)> = None;
    for factor in &unit.factors {
        let factor: Decimal = factor.parse().ok()?;
        let factor =
            if unit.exponent < 0 { factor.checked_div(scale)? } else { factor.checked_mul(scale)? };
        ends = Some(ends.map_or((factor, factor), |(low, high)| (low.min(factor), high.max(factor))));
    }
    ends
}

fn scaled(value: &Value, low: Decimal, high: Decimal, offset: Decimal, unit: Cow<'static, str>) -> Si {
    let times = |end: Option<Number>, upper: bool| -> Option<Number> {
        let end = end?.0;
        // Below zero the larger factor gives the lower end.
        let factor = if end.is_sign_negative() == upper { low } else { high };
        end.checked_mul(factor)?
            .checked_add(offset)
            .map(|end| Number(end.round_sf(20).unwrap_or(end).normalize()))
    };
    Si { lo: times(value.lo, false), hi: times(value.hi, true), unit }
}

#[cfg(test)]
mod tests {
    use crosscheck_model::raw::NumberExpr;
    use crosscheck_model::{Bound, Kind};

    use super::*;
    use crate::Profile;

    fn check(a: i64, unit: &str, expect: &str) {
        let number = NumberExpr::Exact { value: a.into(), granularity: Number::ZERO };
        let value = crate::quantity::value(&number, Bound::Exact, Kind::Measure, Profile::Strict);
        let si = si(&value, unit).expect("a base unit");
        let end = |end: Option<Number>| end.map_or_else(|| "-".to_owned(), |n| n.to_string());
        assert_eq!(format!("{} {} {}", end(si.lo), end(si.hi), si.unit), expect, "{a} {unit}");
    }

    #[test]
    fn base_units() {
        check(50, "tonne", "50000 50000 kg");
        check(50, "ton", "45359.237 50802.34544 kg");
        check(24, "hour", "86400 86400 s");
        check(2, "mile", "3218.688 3218.688 m");
        check(30, "celsius", "303.15 303.15 K");
        check(100, "Russian rouble", "100 100 RUB");
        check(36, "kilometre per hour", "10 10 m/s");
    }
}
