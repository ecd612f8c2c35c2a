//! Lengths of time: their TIMEX3 form, number and interval.

use crosscheck_model::raw::{Count, Length};
use crosscheck_model::{Bound, Granularity, Interval, Number, Value};

/// The letter of a unit in a TIMEX3 duration, and whether it stands after the T.
fn code(unit: Granularity) -> (bool, &'static str) {
    match unit {
        Granularity::Second => (true, "S"),
        Granularity::Minute => (true, "M"),
        Granularity::Hour => (true, "H"),
        Granularity::PartOfDay | Granularity::Day => (false, "D"),
        Granularity::Weekend => (false, "WE"),
        Granularity::Week => (false, "W"),
        Granularity::Month => (false, "M"),
        Granularity::Season => (false, "SU"),
        Granularity::Quarter => (false, "Q"),
        Granularity::HalfYear => (false, "H"),
        Granularity::Year => (false, "Y"),
        Granularity::Decade => (false, "DE"),
        Granularity::Century => (false, "CE"),
        Granularity::Millennium => (false, "ML"),
        Granularity::Unknown => (false, "X"),
    }
}

/// The TIMEX3 value of a length: "P2D", "PT24H", "PXY".
pub(super) fn timex(length: &Length) -> String {
    let (clock, letter) = code(length.unit);
    let number = match length.count {
        Count::Exact(n) | Count::Range(n, _) => n.to_string(),
        Count::Vague(2, Some(3)) => "2".to_owned(),
        Count::Vague(..) => "X".to_owned(),
    };
    let mut out = format!("P{}{number}{letter}", if clock { "T" } else { "" });
    if let Some((n, unit)) = length.and {
        let (small_clock, letter) = code(unit);
        if small_clock && !clock {
            out.push('T');
        }
        match unit {
            // Minutes and seconds told in seconds.
            Granularity::Second if n >= 60 => out.push_str(&format!("{}M{}S", n / 60, n % 60)),
            _ => out.push_str(&format!("{n}{letter}")),
        }
    }
    out
}

/// The singular English name of a unit.
pub(super) fn unit_name(unit: Granularity) -> &'static str {
    match unit {
        Granularity::Second => "second",
        Granularity::Minute => "minute",
        Granularity::Hour => "hour",
        Granularity::PartOfDay | Granularity::Day => "day",
        Granularity::Weekend => "weekend",
        Granularity::Week => "week",
        Granularity::Month => "month",
        Granularity::Season => "season",
        Granularity::Quarter => "quarter",
        Granularity::HalfYear => "half-year",
        Granularity::Year => "year",
        Granularity::Decade => "decade",
        Granularity::Century => "century",
        Granularity::Millennium => "millennium",
        Granularity::Unknown => "period",
    }
}

/// The bound that count and hedge make together.
pub(super) fn bound(length: &Length) -> Bound {
    match (length.bound, length.count) {
        (Bound::Exact, Count::Vague(..)) => Bound::Vague,
        (Bound::Exact, Count::Range(..)) => Bound::Between,
        (bound, _) => bound,
    }
}

/// The number of units with its interval.
pub(super) fn value(length: &Length) -> Value {
    let small = |n: u8| Number::from(i64::from(n));
    let (point, lo, hi) = match length.count {
        Count::Exact(n) => (Some(n), Some(n), Some(n)),
        Count::Range(lo, hi) => (None, Some(lo), Some(hi)),
        Count::Vague(lo, hi) => (None, Some(small(lo)), hi.map(small)),
    };
    let (hard, reason) = match length.bound {
        Bound::MoreThan => (Interval::new(lo, false, None, false), "more than the length printed"),
        Bound::AtLeast => (Interval::new(lo, true, None, false), "at least the length printed"),
        Bound::LessThan => {
            (Interval::new(Some(Number::ZERO), true, hi, false), "less than the length printed")
        }
        Bound::AtMost | Bound::UpTo => {
            (Interval::new(Some(Number::ZERO), false, hi, true), "at most the length printed")
        }
        Bound::About | Bound::Nearly if point.is_some() => {
            let n = point.unwrap_or_default().0;
            let slack = (n / rust_decimal::Decimal::TEN).max(rust_decimal::Decimal::new(5, 1));
            let high = if length.bound == Bound::Nearly { n } else { n + slack };
            (
                Interval::new(Some(Number(n - slack)), true, Some(Number(high)), true),
                "near the length printed",
            )
        }
        _ if point.is_some() => (Interval::new(lo, true, hi, true), "the length printed"),
        _ => (Interval::new(lo, lo.is_some(), hi, hi.is_some()), "what the words allow"),
    };
    let soft = match (length.count, hard.hi) {
        (Count::Vague(lo, None), None) => Interval::closed(small(lo), small(lo.saturating_mul(5))),
        _ => hard,
    };
    Value::new(point, hard, soft, None, reason)
}

/// Whole units of an exact length; halves are rounded to none.
pub(super) fn whole(length: &Length) -> Option<i64> {
    match length.count {
        Count::Exact(n) => i64::try_from(n.0.trunc()).ok().filter(|n| *n < 1_000_000),
        Count::Vague(2, Some(3)) => Some(2),
        Count::Range(..) | Count::Vague(..) => None,
    }
}
