//! The rule `finer-date`.

use crosscheck_model::{Axis, Relation, Severity};

use crate::context::Context;
use crate::rule::{Check, EVIDENCE, Pair, Verdict};
use crate::rules::same_date::one_event;

crate::declare_rule! {
    /// Links a date with a coarser one that holds it.
    ///
    /// ## Why it matters
    /// "Tuesday" tells when "this week" was.
    ///
    /// ## When it stays silent
    /// The dates belong to different events; the coarser one reaches over more than a year more than the finer.
    ///
    /// ## Example
    /// "June 24, 2005" refines "in June 2005".
    pub static FINER_DATE = { id: "finer-date", relation: Refines, needs: updates, check: Check::Pair(check) }
}

fn check(_: &Context<'_>, pair: &Pair<'_>) -> Option<Verdict> {
    let (x, y) = (pair.a.days?, pair.b.days?);
    let reversed = match (y.contains(x), x.contains(y)) {
        (true, false) => false,
        (false, true) => true,
        _ => return None,
    };
    if (x.count() - y.count()).abs() > 366 || !one_event(pair, EVIDENCE.updates) {
        return None;
    }
    let (p, q) = pair.quotes();
    let (fine, coarse) = if reversed { (q, p) } else { (p, q) };
    let why = format!("{fine} is more precise than {coarse}: {x} and {y}.");
    Some(pair.verdict(Relation::Refines, &[Axis::Date], Severity::Note, why).pointing(reversed))
}
