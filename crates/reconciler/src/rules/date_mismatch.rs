//! The rule `date-mismatch`.

use crosscheck_model::{Axis, Relation, Severity};

use crate::context::Context;
use crate::copies::ALIGNED;
use crate::facts::EventRelation;
use crate::objects::ObjectRelation;
use crate::rule::{Check, EVIDENCE, Pair, Verdict};

crate::declare_rule! {
    /// Reports one event put on two dates.
    ///
    /// ## Why it matters
    /// "The quake struck on Saturday" and "on Sunday" cannot both be right.
    ///
    /// ## When it stays silent
    /// One day apart, when either text speaks of a night or a clock time: zones and midnight explain it. The two sentences share neither a
    /// figure nor their text: the same kind of thing may happen on two days.
    ///
    /// ## Example
    /// "The ferry sank on 4 October with 61 aboard" against "The ferry, with 61 aboard, sank on 12 October".
    pub static DATE_MISMATCH = { id: "date-mismatch", relation: Conflict, check: Check::Pair(check) }
}

fn check(_: &Context<'_>, pair: &Pair<'_>) -> Option<Verdict> {
    let (x, y) = (pair.a.days?, pair.b.days?);
    let facts = pair.facts;
    let clock = |node: &crate::node::Node<'_>| {
        node.claim.date.as_ref().is_none_or(|date| {
            date.granularity < crosscheck_model::Granularity::Day
                || date.certainty != crosscheck_model::Certainty::Exact
        })
    };
    let midnight = x.gap(y) <= 1 && (clock(pair.a) || clock(pair.b));
    let proven = facts.event == EventRelation::Same
        && matches!(facts.object, ObjectRelation::Same | ObjectRelation::Absent)
        && !facts.crossing
        && (facts.shared_figures > 0 || facts.containment >= ALIGNED)
        && pair.has(EVIDENCE.conflict);
    if x.overlaps(y) || midnight || x.gap(y) > 31 || x.count() != 1 || y.count() != 1 || !proven {
        return None;
    }
    let (p, q) = pair.quotes();
    let why = format!("{p} and {q} put one event on two dates: {x} and {y}.");
    Some(pair.verdict(Relation::Conflict, &[Axis::Date], Severity::Discrepancy, why))
}
