//! What a printed number with its bound means: the hard and the soft interval.
//!
//! The hard interval holds every value under which the text is true; two claims conflict by value only when theirs are
//! disjoint. The soft interval is what a reader takes the words to mean; disjoint soft intervals alone are a tension.
//! A round number is read as rounded to its last non-zero digit (Krifka 2009, "Approximate interpretations of number words";
//! Power and Williams 2012); "more than 100" suggests less than the next round number (Cummins, Sauerland and Solt 2012).

use crosscheck_model::raw::NumberExpr;
use crosscheck_model::{Bound, Interval, Kind, Number, Value};
use rust_decimal::Decimal;

use crate::Profile;

/// The value of a number as printed.
///
/// ```
/// use crosscheck_model::raw::NumberExpr;
/// use crosscheck_model::{Bound, Kind};
/// use crosscheck_normalizer::{Profile, quantity::value};
///
/// let number = NumberExpr::Exact { value: 5000.into(), granularity: 1000.into() };
/// let about = value(&number, Bound::About, Kind::Count, Profile::News);
/// assert_eq!(about.hard().to_string(), "[4500, 5500]");
/// let more = value(&number, Bound::MoreThan, Kind::Count, Profile::News);
/// assert_eq!((more.hard().to_string(), more.soft.to_string()), ("(5000, ∞)".into(), "(5000, 6000]".into()));
/// ```
pub fn value(number: &NumberExpr, bound: Bound, kind: Kind, profile: Profile) -> Value {
    match number {
        NumberExpr::Exact { value, granularity } => exact(value.0, granularity.0, bound, kind, profile),
        NumberExpr::Range { lo, hi } => {
            let ends = Interval::closed(*lo, *hi);
            Value::new(None, ends, ends, None, "both ends are printed")
        }
        NumberExpr::Vague { lo, hi, soft } => {
            let words = Interval::new(Some(*lo), true, *hi, true);
            let soft = Interval::closed(soft.0, soft.1);
            match bound {
                Bound::MoreThan | Bound::AtLeast => {
                    Value::new(None, Interval::at_least(*lo), soft, None, "a vague numeral as a lower end")
                }
                Bound::LessThan | Bound::AtMost | Bound::UpTo => {
                    let below = Interval::new(Some(Number::ZERO), true, *hi, true);
                    Value::new(None, below, soft, None, "a vague numeral as an upper end")
                }
                _ => Value::new(None, words, soft, None, "a vague numeral"),
            }
        }
        NumberExpr::Pair => {
            Value::new(None, Interval::ALL, Interval::ALL, None, "two numbers of two sides, no single value")
        }
        NumberExpr::Unread => {
            Value::new(None, Interval::ALL, Interval::ALL, None, "too many digits for an exact decimal")
        }
    }
}

fn exact(a: Decimal, step: Decimal, bound: Bound, kind: Kind, profile: Profile) -> Value {
    let number = |d: Decimal| Some(Number(d));
    // Sums at the edge of what a decimal holds stay at the edge.
    let plus = |d: Decimal| a.saturating_add(d);
    let minus = |d: Decimal| a.saturating_sub(d);
    let wide = match profile {
        Profile::Loose => Decimal::TWO,
        _ => Decimal::ONE,
    };
    let half = step / Decimal::TWO * wide;
    let tenth = a.abs() / Decimal::TEN * wide;
    let whole = matches!(kind, Kind::Count | Kind::Ordinal | Kind::Age | Kind::Score);
    // Counts have no negative values, and an upper bound says that there was something.
    let floor = if a.is_sign_negative() { None } else { number(Decimal::ZERO) };
    let granularity = number(step);
    let point = number(a);
    // Nobody counts 1,000 and means 600: what is counted is rounded to a twentieth of itself at most.
    let twentieth = a.abs() / Decimal::from(20) * wide;
    let slack = if matches!(kind, Kind::Count | Kind::Percent) { half.min(twentieth) } else { half };
    let rounded = Interval::new(number(minus(slack)), true, number(plus(slack)), false);
    let (hard, soft, reason) = match bound {
        Bound::Exact | Bound::Between | Bound::Vague => {
            let sharp = step.is_zero()
                || profile == Profile::Strict
                || matches!(kind, Kind::Ordinal | Kind::Age | Kind::Score)
                || (whole && (a.abs() < Decimal::ONE_HUNDRED || step <= Decimal::ONE));
            if sharp {
                let at = Interval::point(Number(a));
                (at, at, "printed without a hedge and not round")
            } else {
                (rounded, rounded, "a round number or a measurement, read as rounded to its last digit")
            }
        }
        Bound::About => {
            let mut away = half.max(tenth);
            if whole {
                away = away.max(Decimal::ONE);
            }
            let hard = Interval::new(number(minus(away)), true, number(plus(away)), true);
            let near = Interval::new(number(minus(half)), true, number(plus(half)), true);
            (hard, near, "about: half a step of the last digit or a tenth, whichever is more")
        }
        Bound::Nearly => {
            // "Nearly 10,000" is some thousands short of it at most, though its step reaches down to none.
            let away = (step * wide).min(tenth + tenth).max(tenth);
            let hard = Interval::new(number(minus(away)), true, point, false);
            let near = Interval::new(number(minus(half.min(tenth))), true, point, false);
            (hard, near, "nearly: below, by no more than a step of the last digit, and a tenth or a fifth")
        }
        Bound::MoreThan => {
            let soft = Interval::new(point, false, number(plus(step * wide)), true);
            (Interval::above(Number(a)), soft, "more than: above, and likely below the next round number")
        }
        Bound::AtLeast => {
            let soft = Interval::new(point, true, number(plus(step * wide)), false);
            (
                Interval::at_least(Number(a)),
                soft,
                "at least: this or above, likely below the next round number",
            )
        }
        Bound::LessThan => {
            let hard = Interval::new(floor, floor.is_some(), point, false);
            (hard, Interval::new(number(minus(step * wide)), true, point, false), "less than: below")
        }
        Bound::AtMost | Bound::UpTo => {
            let hard = Interval::new(floor, floor.is_some(), point, true);
            (hard, Interval::new(number(minus(step * wide)), true, point, true), "up to: this or below")
        }
    };
    Value::new(point, hard, soft, granularity, reason)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(a: &str, step: &str, bound: Bound, kind: Kind, profile: Profile, hard: &str, soft: &str) {
        let number = NumberExpr::Exact {
            value: a.parse().expect("a number"),
            granularity: step.parse().expect("a number"),
        };
        let value = value(&number, bound, kind, profile);
        assert_eq!(
            (value.hard().to_string().as_str(), value.soft.to_string().as_str()),
            (hard, soft),
            "{a} {bound:?}"
        );
    }

    #[test]
    fn intervals_of_the_news_profile() {
        use Bound::*;
        use Kind::*;
        let news = Profile::News;
        check("17", "1", Exact, Count, news, "[17, 17]", "[17, 17]");
        check("40", "10", Exact, Count, news, "[40, 40]", "[40, 40]");
        check("120000", "10000", Exact, Count, news, "[115000, 125000)", "[115000, 125000)");
        check("1000", "1000", Exact, Count, news, "[950, 1050)", "[950, 1050)");
        check("20", "10", Exact, Percent, news, "[19, 21)", "[19, 21)");
        check("10000", "10000", Nearly, Count, news, "[8000, 10000)", "[9000, 10000)");
        check("120123", "1", Exact, Count, news, "[120123, 120123]", "[120123, 120123]");
        check("6.1", "0.1", Exact, Measure, news, "[6.05, 6.15)", "[6.05, 6.15)");
        check("5000", "1000", About, Count, news, "[4500, 5500]", "[4500, 5500]");
        check("2000", "1000", About, Count, news, "[1500, 2500]", "[1500, 2500]");
        check("7", "1", About, Count, news, "[6, 8]", "[6.5, 7.5]");
        check("70", "10", Nearly, Measure, news, "[60, 70)", "[65, 70)");
        check("800", "100", MoreThan, Count, news, "(800, ∞)", "(800, 900]");
        check("12", "1", AtLeast, Count, news, "[12, ∞)", "[12, 13)");
        check("120000", "10000", UpTo, Count, news, "[0, 120000]", "[110000, 120000]");
        check("20", "10", LessThan, Count, news, "[0, 20)", "[10, 20)");
    }

    #[test]
    fn profiles_widen_and_sharpen() {
        check("5000", "1000", Bound::Exact, Kind::Count, Profile::Strict, "[5000, 5000]", "[5000, 5000]");
        check("5000", "1000", Bound::Exact, Kind::Count, Profile::Loose, "[4500, 5500)", "[4500, 5500)");
    }
}
