//! The rule `finer-date`.

use crosscheck_lexicon::traits::Traits;
use crosscheck_model::{Axis, Certainty, Relation, Severity, TimexMod};

use crate::context::Context;
use crate::facts::EventRelation;
use crate::node::Node;
use crate::rule::{Check, EVIDENCE, Pair, Verdict};
use crate::rules::same_date::one_event;
use crate::times::{finer_deadline, is_range, share_one_end};

crate::declare_rule! {
    /// Links a date with a coarser one that holds it.
    ///
    /// ## Why it matters
    /// "Tuesday" tells when "this week" was.
    ///
    /// ## When it stays silent
    /// The dates belong to different events; the coarser one is known roughly, "mid-August" (see `overlapping-date`); both are told from end to end (see `date-mismatch`); the coarser one reaches over more than a year more than the finer, and not one event ties the two.
    ///
    /// ## Example
    /// "June 24, 2005" refines "in June 2005".
    pub static FINER_DATE = { id: "finer-date", relation: Refines, needs: updates, check: Check::Pair(check) }
}

/// Whether a date is known roughly: "five weeks ago" and "mid-August" are no coarser days.
pub(super) fn is_rough(node: &Node<'_>) -> bool {
    node.claim.date.as_ref().is_some_and(|date| {
        date.certainty == Certainty::Approximate
            && !matches!(date.modifier, Some(TimexMod::Start | TimexMod::End))
    })
}

/// Days up to which a date with one open end is told more coarsely.
const MONTH: i64 = 92;

fn check(cx: &Context<'_>, pair: &Pair<'_>) -> Option<Verdict> {
    let (x, y) = (pair.a.days?, pair.b.days?);
    let deadline = finer_deadline(pair.a, pair.b);
    let reversed = match (y.contains(x), x.contains(y)) {
        (true, false) => false,
        (false, true) => true,
        _ => deadline?,
    };
    let coarse = if reversed { pair.a } else { pair.b };
    // Two stretches told from end to end are no coarser and finer telling of one.
    if deadline.is_none() && is_rough(coarse) || share_one_end(pair.a, pair.b) {
        return None;
    }
    // "Since 27 September" makes "this month" precise, and no year in which it falls.
    let wider = (x.count() - y.count()).abs();
    let begun = pair.a.open != pair.b.open && wider > MONTH;
    // "The late 1800s" hold many years: they are made precise for one event, and for no mishap, as those recur.
    let facts = pair.facts;
    let tied = matches!(facts.event, EventRelation::Same | EventRelation::Near);
    // "Bombs killed 202 there in 2002", "a bombing in the 2000s that killed 202": a mishap by its toll.
    let counted = tied && facts.shared_figures > 0 && facts.near > 0.0;
    let lasting = !is_range(coarse)
        && (counted
            || facts.event == EventRelation::Same && !pair.a.is_of(Traits::INCIDENT) && facts.near > 0.0);
    // Of two dates of one event the finer needs no more to be told than that they fit.
    let bits = if tied && wider <= MONTH { EVIDENCE.fits } else { EVIDENCE.updates };
    if begun || wider > 366 && !lasting || !one_event(cx, pair, bits) {
        return None;
    }
    let (p, q) = pair.quotes();
    let (fine, coarse) = if reversed { (q, p) } else { (p, q) };
    let why = match deadline {
        Some(_) => format!("{fine} is more precise than {coarse}: the end of {x}, and any day of it."),
        None => format!("{fine} is more precise than {coarse}: {x} and {y}."),
    };
    Some(pair.verdict(Relation::Refines, &[Axis::Date], Severity::Note, why).pointing(reversed))
}
