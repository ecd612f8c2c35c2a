//! The rule `swapped-digits`.

use crosscheck_model::{Relation, Severity};

use crate::context::Context;
use crate::digits;
use crate::measurand;
use crate::rule::{Check, Pair, Verdict, reading};
use crate::rules::value_mismatch::axes;

crate::declare_rule! {
    /// Reports two figures of one count with two neighbouring digits exchanged.
    ///
    /// ## Why it matters
    /// "1,860" and "1,680" differ by the slip of a hand; whoever sees both knows what to check.
    ///
    /// ## When it stays silent
    /// Both are whole numbers of two digits, where such pairs are chance; other digits differ; a later state explains the difference.
    ///
    /// ## Example
    /// "the bridge is 1,860 metres long" against "the bridge is 1,680 metres long".
    pub static SWAPPED_DIGITS = { id: "swapped-digits", relation: Conflict, needs: conflict, check: Check::Pair(check) }
}

fn check(cx: &Context<'_>, pair: &Pair<'_>) -> Option<Verdict> {
    let (x, y) = (digits::printed(pair.a)?, digits::printed(pair.b)?);
    if !pair.is_slip() || !digits::exchanged(x, y) || !pair.is_disjoint() || !measurand::is_one(cx, pair) {
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
