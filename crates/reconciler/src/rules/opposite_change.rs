//! The rule `opposite-change`.

use crosscheck_model::{Axis, Change, Relation, Severity};

use crate::context::Context;
use crate::measurand;
use crate::node::Node;
use crate::rule::{Check, Pair, Verdict};

crate::declare_rule! {
    /// Reports one measure of one time said to have risen in one text and to have fallen in the other.
    ///
    /// ## Why it matters
    /// "Up 4 percent" and "down 4 percent" print one numeral, and the sign turns the story round.
    ///
    /// ## When it stays silent
    /// A text gives no direction, or the level that was reached ("fell to 4 percent"); the two changes are of two things, places or times.
    ///
    /// ## Example
    /// "sales rose 4 percent in the first quarter" against "sales fell 4 percent in the first quarter".
    pub static OPPOSITE_CHANGE = { id: "opposite-change", relation: Conflict, needs: conflict, check: Check::Pair(check) }
}

/// Whether one figure is told as a rise and the other as a fall.
pub(crate) fn is_opposite(a: &Node<'_>, b: &Node<'_>) -> bool {
    matches!(
        (a.claim.change, b.claim.change),
        (Some(Change::Up), Some(Change::Down)) | (Some(Change::Down), Some(Change::Up))
    )
}

fn check(cx: &Context<'_>, pair: &Pair<'_>) -> Option<Verdict> {
    if !is_opposite(pair.a, pair.b) || !pair.same_anchor() || !measurand::is_one(cx, pair) {
        return None;
    }
    let (p, q) = pair.quotes();
    let why = format!("{p} and {q} are one change, which one text calls a rise and the other a fall.");
    Some(pair.verdict(Relation::Conflict, &[Axis::Value], Severity::Gross, why).flag("opposite_change"))
}
