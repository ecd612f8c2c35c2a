//! Numbers, intervals and units as a sentence says them.

use crate::{Interval, Number};

/// A number with its thousands apart.
///
/// ```
/// assert_eq!(crosscheck_model::words::number(120_000.into()), "120,000");
/// ```
pub fn number(value: Number) -> String {
    let plain = value.to_string();
    let (sign, digits) = plain.strip_prefix('-').map_or(("", plain.as_str()), |rest| ("-", rest));
    let (whole, fraction) = digits.split_once('.').map_or((digits, None), |(w, f)| (w, Some(f)));
    let mut out = String::from(sign);
    for (index, digit) in whole.char_indices() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    if let Some(fraction) = fraction {
        out.push('.');
        out.push_str(fraction);
    }
    out
}

/// An interval as a reader says it: "more than 800", "1,500 to 2,500".
///
/// ```
/// use crosscheck_model::{Interval, words};
/// assert_eq!(words::interval(&Interval::closed(1500.into(), 2500.into())), "1,500 to 2,500");
/// ```
pub fn interval(interval: &Interval) -> String {
    // "Up to 50" and "less than 50" of a thing that is never negative start at nought.
    match (interval.lo.filter(|lo| *lo != Number::ZERO || interval.hi.is_none()), interval.hi) {
        (None, None) => "any number".to_owned(),
        (Some(lo), Some(hi)) if lo == hi => number(lo),
        (Some(lo), None) if interval.lo_closed => format!("{} or more", number(lo)),
        (Some(lo), None) => format!("more than {}", number(lo)),
        (None, Some(hi)) if interval.hi_closed => format!("up to {}", number(hi)),
        (None, Some(hi)) => format!("less than {}", number(hi)),
        (Some(lo), Some(hi)) => format!("{} to {}", number(lo), number(hi)),
    }
}

/// A figure with its unit behind it, in the plural but for one.
///
/// ```
/// use crosscheck_model::words::with_unit;
/// assert_eq!(with_unit("more than 50", Some("tonne")), "more than 50 tonnes");
/// assert_eq!(with_unit("90", Some("kilometre per hour")), "90 kilometres per hour");
/// assert_eq!(with_unit("1", Some("foot")), "1 foot");
/// assert_eq!(with_unit("8,200,000", Some("USD")), "8,200,000 USD");
/// ```
pub fn with_unit(figure: &str, unit: Option<&str>) -> String {
    match unit {
        None => figure.to_owned(),
        Some(unit) if figure == "1" => format!("{figure} {}", self::unit(unit)),
        Some(unit) => format!("{figure} {}", plural(unit)),
    }
}

/// A unit as it is printed: `m²` for `m2`.
pub fn unit(unit: &str) -> String {
    match unit.strip_suffix(['2', '3']) {
        Some(base) if base.chars().last().is_some_and(char::is_alphabetic) => {
            format!("{base}{}", if unit.ends_with('2') { '²' } else { '³' })
        }
        _ => unit.to_owned(),
    }
}

/// The plural of a unit's singular name; symbols, currencies and units without a plural stay.
fn plural(unit: &str) -> String {
    let head = unit.split(' ').next().unwrap_or(unit);
    // "square kilometre", "light year": the second word is the noun.
    let at = match head {
        "square" | "cubic" | "nautical" | "light" | "metric" | "short" | "long" | "imperial" | "US"
        | "fluid" | "person" => unit.match_indices(' ').nth(1).map_or(unit.len(), |(at, _)| at),
        _ => head.len(),
    };
    let (noun, rest) = unit.split_at(at);
    let last = noun.rsplit(' ').next().unwrap_or(noun);
    let word = last.len() > 2 && last.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
    let noun = match last {
        _ if !word => self::unit(noun),
        "percent" | "permille" | "hertz" | "celsius" | "fahrenheit" | "kelvin" | "lux" | "siemens" => {
            noun.to_owned()
        }
        "foot" => format!("{}feet", &noun[..noun.len() - 4]),
        "inch" => format!("{noun}es"),
        "century" => format!("{}ies", &noun[..noun.len() - 1]),
        _ if noun.ends_with('s') => noun.to_owned(),
        _ => format!("{noun}s"),
    };
    noun + rest
}

#[cfg(test)]
mod tests {
    use crate::{Interval, Number};

    #[test]
    fn intervals_in_words() {
        let n = |value: i64| Some(Number::from(value));
        for (interval, expect) in [
            (Interval::above(800.into()), "more than 800"),
            (Interval::at_least(1_000.into()), "1,000 or more"),
            (Interval::new(n(0), true, n(120_000), true), "up to 120,000"),
            (Interval::new(None, false, n(50), false), "less than 50"),
            (Interval::closed(1500.into(), 2500.into()), "1,500 to 2,500"),
            (Interval::point(6.into()), "6"),
            (Interval::ALL, "any number"),
        ] {
            assert_eq!(super::interval(&interval), expect);
        }
        assert_eq!(super::number("-1234567.25".parse().expect("a number")), "-1,234,567.25");
    }

    #[test]
    fn units_in_the_plural() {
        for (unit, expect) in [
            ("foot", "feet"),
            ("cubic foot", "cubic feet"),
            ("square kilometre", "square kilometres"),
            ("mile per hour", "miles per hour"),
            ("century", "centuries"),
            ("percent", "percent"),
            ("kg", "kg"),
            ("m2", "m²"),
            ("EUR", "EUR"),
        ] {
            assert_eq!(super::plural(unit), expect);
        }
    }
}
