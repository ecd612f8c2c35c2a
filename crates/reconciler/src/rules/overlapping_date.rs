//! The rule `overlapping-date`.

use crosscheck_model::{Axis, Relation, Severity};

use crate::context::Context;
use crate::rule::{Check, EVIDENCE, Pair, Verdict};
use crate::rules::same_date::one_event;

crate::declare_rule! {
    /// Links two periods of one event that overlap without one holding the other.
    ///
    /// ## Why it matters
    /// "Friday and Saturday" and "the weekend" can both be true.
    ///
    /// ## When it stays silent
    /// One period holds the other (see `finer-date`); they share no day.
    ///
    /// ## Example
    /// "on Friday and Saturday" and "at the weekend".
    pub static OVERLAPPING_DATE = { id: "overlapping-date", relation: Compatible, needs: updates, check: Check::Pair(check) }
}

fn check(_: &Context<'_>, pair: &Pair<'_>) -> Option<Verdict> {
    let (x, y) = (pair.a.days?, pair.b.days?);
    if !x.overlaps(y) || x.contains(y) || y.contains(x) || !one_event(pair, EVIDENCE.updates) {
        return None;
    }
    let (p, q) = pair.quotes();
    let why = format!("{p} and {q} overlap: {x} and {y}.");
    Some(pair.verdict(Relation::Compatible, &[Axis::Date], Severity::Note, why))
}
