//! The rule `bound-mismatch`.

use crosscheck_model::{Axis, Relation};

use crate::context::Context;
use crate::measurand;
use crate::rule::{Check, Pair, Verdict, reading};

crate::declare_rule! {
    /// Reports one figure with bounds that exclude each other, or a figure outside a bound that the other text sets.
    ///
    /// ## Why it matters
    /// "Fewer than 50" and "at least 50" print one numeral and contradict each other.
    ///
    /// ## When it stays silent
    /// Both are unbounded figures (see `value-mismatch`); some value makes both true.
    ///
    /// ## Example
    /// "more than 800" against "750".
    pub static BOUND_MISMATCH = { id: "bound-mismatch", relation: Conflict, needs: conflict, check: Check::Pair(check) }
}

fn check(cx: &Context<'_>, pair: &Pair<'_>) -> Option<Verdict> {
    let open = |node: &crate::node::Node<'_>| {
        (node.claim.bound != crosscheck_model::Bound::Vague
            && node.hard().is_some_and(|hard| hard.lo.is_none() || hard.hi.is_none()))
            || matches!(
                node.claim.bound,
                crosscheck_model::Bound::UpTo
                    | crosscheck_model::Bound::AtMost
                    | crosscheck_model::Bound::LessThan
            )
    };
    if !pair.is_disjoint() || !(open(pair.a) || open(pair.b)) || !measurand::is_one(cx, pair) {
        return None;
    }
    let (p, q) = pair.quotes();
    let why = format!(
        "{p} and {q} exclude each other: {} and {} have no value in common.",
        reading(pair.a),
        reading(pair.b)
    );
    Some(pair.verdict(Relation::Conflict, &[Axis::Value, Axis::Bound], pair.gravity(), why))
}
