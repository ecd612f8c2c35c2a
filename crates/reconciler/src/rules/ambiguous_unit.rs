//! The rule `ambiguous-unit`.

use crosscheck_model::{Axis, Relation, Severity};

use crate::context::Context;
use crate::digits::printed;
use crate::rule::{Check, EVIDENCE, Pair, Verdict};

crate::declare_rule! {
    /// Links one numeral with a unit of two readings and a unit that is one of them.
    ///
    /// ## Why it matters
    /// A ton may be metric, short or long. One reading makes the two texts agree; a reader should still know.
    ///
    /// ## When it stays silent
    /// The numerals differ; both texts use the same unit word; no reading makes them meet.
    ///
    /// ## Example
    /// "more than 50 tonnes of flour" and "more than 50 tons of flour".
    pub static AMBIGUOUS_UNIT = { id: "ambiguous-unit", relation: Compatible, needs: fits, check: Check::Pair(check) }
}

/// Whether the units differ, the printed numerals do not, and the intervals in base units still meet or nearly so.
pub(super) fn is_ambiguous(pair: &Pair<'_>) -> bool {
    let (Some(x), Some(y)) = (pair.a.quantity, pair.b.quantity) else { return false };
    pair.a.claim.unit != pair.b.claim.unit
        && printed(pair.a).is_some_and(|number| printed(pair.b) == Some(number))
        && !x.hard.is_disjoint(&y.hard)
        && x.anchor != y.anchor
}

fn check(_: &Context<'_>, pair: &Pair<'_>) -> Option<Verdict> {
    if !is_ambiguous(pair) || !pair.has(EVIDENCE.fits) {
        return None;
    }
    let (p, q) = pair.quotes();
    let why = format!("{p} and {q} print one numeral; under one reading of the unit they say the same.");
    Some(pair.verdict(Relation::Compatible, &[Axis::Unit], Severity::Note, why))
}
