//! The rule `swapped-digits`.

use crosscheck_model::{Bound, Number, Relation, Severity};

use crate::context::Context;
use crate::rule::{Check, Pair, Verdict, reading};
use crate::rules::value_mismatch::{axes, comparable};

crate::declare_rule! {
    /// Reports two figures of one count with two neighbouring digits exchanged.
    ///
    /// ## Why it matters
    /// "1,860" and "1,680" differ by the slip of a hand; whoever sees both knows what to check.
    ///
    /// ## When it stays silent
    /// The figures have fewer than three digits, where such pairs are chance; other digits differ; a later state explains the difference.
    ///
    /// ## Example
    /// "the bridge is 1,860 metres long" against "the bridge is 1,680 metres long".
    pub static SWAPPED_DIGITS = { id: "swapped-digits", relation: Conflict, needs: conflict, check: Check::Pair(check) }
}

fn check(cx: &Context<'_>, pair: &Pair<'_>) -> Option<Verdict> {
    let printed = |node: &crate::node::Node<'_>| node.claim.value.as_ref().and_then(|value| value.point);
    let (x, y) = (printed(pair.a)?, printed(pair.b)?);
    let bare = pair.a.claim.bound == Bound::Exact && pair.b.claim.bound == Bound::Exact;
    if !bare
        || !pair.is_disjoint()
        || pair.a.claim.unit != pair.b.claim.unit
        || !exchanged(x, y)
        || !comparable(cx, pair)
    {
        return None;
    }
    let (p, q) = pair.quotes();
    let why = format!(
        "{p} and {q} are one figure with two digits exchanged: {} and {}.",
        reading(pair.a),
        reading(pair.b)
    );
    Some(pair.verdict(Relation::Conflict, &axes(pair), Severity::Gross, why).flag("swapped_digits"))
}

/// Whether two numbers of three or more significant digits differ by two neighbouring digits in each other's place.
fn exchanged(x: Number, y: Number) -> bool {
    let (x, y) = (x.0.normalize(), y.0.normalize());
    let digits = |number: rust_decimal::Decimal| number.to_string().replace('.', "").into_bytes();
    let scale = x.scale() == y.scale();
    let (x, y) = (digits(x), digits(y));
    let significant = |digits: &[u8]| {
        let shown = digits.iter().filter(|digit| digit.is_ascii_digit());
        shown.count() - digits.iter().rev().take_while(|digit| **digit == b'0').count()
    };
    let apart: Vec<usize> = (0..x.len().min(y.len())).filter(|at| x[*at] != y[*at]).collect();
    scale
        && x.len() == y.len()
        && significant(&x).max(significant(&y)) >= 3
        && matches!(apart[..], [i, j] if j == i + 1 && x[i] == y[j] && x[j] == y[i])
}

#[cfg(test)]
mod tests {
    use super::{Number, exchanged};

    #[test]
    fn two_neighbouring_digits_in_each_others_place() {
        let check = |x: &str, y: &str, expected: bool| {
            let number = |text: &str| Number(text.parse().expect("the table holds numbers"));
            assert_eq!(exchanged(number(x), number(y)), expected, "{x} {y}");
        };
        check("1860", "1680", true);
        check("35.72", "35.27", true);
        check("185", "158", true);
        check("53.2", "52.3", true);
        check("36", "63", false);
        check("2000", "200", false);
        check("1860", "1068", false);
        check("130", "310", false);
    }
}
