//! How the digits of two printed numbers stand to each other: what a slip of the hand leaves alike.

use crosscheck_model::{Bound, Number};
use rust_decimal::Decimal;

use crate::node::{Node, Quantity};

/// The number as printed.
pub(crate) fn printed(node: &Node<'_>) -> Option<Number> {
    node.claim.value.as_ref().and_then(|value| value.point)
}

/// Whether two claims have one vague numeral: "scores" and "scores" are one figure, though neither has a number.
pub(crate) fn same_vague(a: &Node<'_>, b: &Node<'_>) -> bool {
    let vague = |node: &Node<'_>| node.claim.bound == Bound::Vague && node.claim.value.is_some();
    vague(a) && vague(b) && a.claim.value == b.claim.value
}

/// Whether two claims in one unit print the same digits, two of them exchanged or the decimal point elsewhere.
///
/// Of figures with two digits one pair in a hundred does so by chance, which is why it counts as evidence and proves nothing alone.
pub(crate) fn slipped(a: &Node<'_>, b: &Node<'_>) -> bool {
    let bare = |node: &Node<'_>| matches!(node.claim.bound, Bound::Exact | Bound::About);
    let (Some(x), Some(y)) = (printed(a), printed(b)) else { return false };
    a.claim.unit == b.claim.unit && bare(a) && bare(b) && x != y && (exchanged(x, y) || shifted(x, y))
}

/// Whether two claims print one numeral with two units, or in one unit the same digits with the point elsewhere.
pub(crate) fn same_digits(a: &Node<'_>, b: &Node<'_>) -> bool {
    let (Some(x), Some(y)) = (printed(a), printed(b)) else { return false };
    if a.claim.unit == b.claim.unit { shifted(x, y) } else { x == y && significant(x) > 10 }
}

/// Whether two numbers have the same digits, at least two, and the decimal point or a zero in another place.
pub(crate) fn shifted(x: Number, y: Number) -> bool {
    significant(x) == significant(y) && significant(x) > 10 && tenfold(x, y)
}

/// The significant digits of a number.
pub(crate) fn significant(number: Number) -> u128 {
    let mut mantissa = number.0.mantissa().unsigned_abs();
    while mantissa != 0 && mantissa.is_multiple_of(10) {
        mantissa /= 10;
    }
    mantissa
}

/// Whether two numbers, other than whole ones of two digits, differ by two neighbouring digits in each other's place.
pub(crate) fn exchanged(x: Number, y: Number) -> bool {
    let (x, y) = (x.0.normalize(), y.0.normalize());
    let digits = |number: Decimal| number.to_string().replace('.', "").into_bytes();
    let (scale, scaled) = (x.scale() == y.scale(), x.scale() > 0);
    let (x, y) = (digits(x), digits(y));
    let significant =
        |digits: &[u8]| digits.len() - digits.iter().rev().take_while(|digit| **digit == b'0').count();
    let telling = |of: &[u8]| significant(of) >= 3 || of.len() >= 4 || scaled;
    let apart: Vec<usize> = (0..x.len().min(y.len())).filter(|at| x[*at] != y[*at]).collect();
    scale
        && x.len() == y.len()
        && (telling(&x) || telling(&y))
        && matches!(apart[..], [i, j] if j == i + 1 && x[i] == y[j] && x[j] == y[i])
}

/// Whether the coarser of two printed numbers is the finer one rounded to its last non-zero digit.
pub fn rounds(x: Quantity, y: Quantity) -> bool {
    let (Some(p), Some(q), Some(g), Some(h)) = (x.anchor, y.anchor, x.granularity, y.granularity) else {
        return false;
    };
    let coarser = g.0.max(h.0);
    let Some(half) = coarser.checked_div(Decimal::TWO) else { return false };
    // "10,000" is no rounding of 14,000, though it has but one digit.
    let tenth = p.0.abs().max(q.0.abs()) / Decimal::TEN;
    p.0.checked_sub(q.0).is_some_and(|difference| difference.abs() <= half.min(tenth))
}

/// Up to so many, counts recur by chance: a dozen.
pub const SMALL: i32 = 12;

/// How many times the smaller of two figures the greater is at most where both may be of one size: 1.25.
const ONE_SIZE: Decimal = Decimal::from_parts(125, 0, 0, false, 2);

/// Whether the greater of two printed numbers is more than a quarter above the smaller.
pub fn far_apart(x: Number, y: Number) -> bool {
    let (low, high) = (x.0.abs().min(y.0.abs()), x.0.abs().max(y.0.abs()));
    low.checked_mul(ONE_SIZE).is_some_and(|most| most < high)
}

/// Whether two printed numbers differ by a factor of ten or more.
pub fn tenfold(x: Number, y: Number) -> bool {
    let (low, high) = if x.0.abs() <= y.0.abs() { (x.0.abs(), y.0.abs()) } else { (y.0.abs(), x.0.abs()) };
    low.checked_mul(Decimal::TEN).is_none_or(|ten| ten <= high) && high > Decimal::ZERO
}

#[cfg(test)]
mod tests {
    use super::{Number, exchanged, shifted};

    fn number(text: &str) -> Number {
        Number(text.parse().expect("the table holds numbers"))
    }

    #[test]
    fn two_neighbouring_digits_in_each_others_place() {
        let check = |x: &str, y: &str, expected: bool| {
            assert_eq!(exchanged(number(x), number(y)), expected, "{x} {y}");
        };
        check("1860", "1680", true);
        check("35.72", "35.27", true);
        check("185", "158", true);
        check("53.2", "52.3", true);
        check("42000", "24000", true);
        check("36", "63", false);
        check("3.8", "8.3", true);
        check("2000", "200", false);
        check("1860", "1068", false);
        check("130", "310", false);
        check("190", "109", true);
    }

    #[test]
    fn the_same_digits_with_the_point_elsewhere() {
        let check = |x: &str, y: &str, expected: bool| {
            assert_eq!(shifted(number(x), number(y)), expected, "{x} {y}");
        };
        check("1.2", "12", true);
        check("1250", "12500", true);
        check("4", "40", false);
        check("42", "43", false);
    }
}
