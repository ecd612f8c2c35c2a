//! The rule `date-mismatch`.

use crosscheck_model::{Axis, Relation, Severity};

use crate::context::Context;
use crate::copies::ALIGNED;
use crate::facts::{EventRelation, PLAIN};
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
    /// figure nor their text nor one name with other words: the same kind of thing may happen on two days.
    ///
    /// ## Example
    /// "The ferry sank on 4 October with 61 aboard" against "The ferry, with 61 aboard, sank on 12 October".
    pub static DATE_MISMATCH = { id: "date-mismatch", relation: Conflict, needs: conflict, check: Check::Pair(check) }
}

/// Whether one name stands near both dates, with words enough, and no other name beside either.
fn named_alike(cx: &Context<'_>, pair: &Pair<'_>) -> bool {
    let mut shared = false;
    crate::words::each_shared(&pair.a.names, &pair.b.names, |_| shared = true);
    shared
        && pair.a.measure != 0
        && pair.a.measure == pair.b.measure
        && pair.facts.one_story
        && pair.facts.near >= PLAIN
        && !crate::objects::named_apart(cx, pair.a, pair.b)
}

fn check(cx: &Context<'_>, pair: &Pair<'_>) -> Option<Verdict> {
    let (x, y) = (pair.a.days?, pair.b.days?);
    let facts = pair.facts;
    let clock = |node: &crate::node::Node<'_>| {
        node.claim.date.as_ref().is_none_or(|date| {
            date.granularity < crosscheck_model::Granularity::Day
                || date.certainty != crosscheck_model::Certainty::Exact
        })
    };
    // A clock time that names no day has only its document's.
    if !pair.a.firm || !pair.b.firm {
        return None;
    }
    let midnight = x.gap(y) <= 1 && (clock(pair.a) || clock(pair.b));
    let proven = facts.event == EventRelation::Same
        && matches!(facts.object, ObjectRelation::Same | ObjectRelation::Absent)
        && !facts.crossing
        && (facts.shared_figures > 0 || facts.containment >= ALIGNED || named_alike(cx, pair))
        && pair.has(EVIDENCE.conflict);
    let comparable = match (x.count(), y.count()) {
        (1, 1) => x.gap(y) <= 31,
        (365..=366, 365..=366) => true,
        _ => false,
    };
    if x.overlaps(y) || midnight || !comparable || !proven {
        return None;
    }
    let (p, q) = pair.quotes();
    let why = format!("{p} and {q} put one event on two dates: {x} and {y}.");
    Some(pair.verdict(Relation::Conflict, &[Axis::Date], Severity::Discrepancy, why))
}
