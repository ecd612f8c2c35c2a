//! The rule `direction-mismatch`.

use crosscheck_model::{Axis, Relation, Severity};

use crate::context::Context;
use crate::facts::EventRelation;
use crate::rule::{Check, EVIDENCE, Pair, Verdict};

crate::declare_rule! {
    /// Reports one distance from one place in two directions.
    ///
    /// ## Why it matters
    /// "55 kilometres west of the town" and "55 kilometres south of the town" are 80 kilometres apart, though the figures agree.
    ///
    /// ## When it stays silent
    /// The directions are next to each other (west, south-west); the distances differ; they are from two places; nothing but the distance shows
    /// that both mean one spot.
    ///
    /// ## Example
    /// "55 km west of Ostrel, the seismic centre said" against "55 km south of Ostrel, according to the seismic centre".
    pub static DIRECTION_MISMATCH = { id: "direction-mismatch", relation: Conflict, needs: updates, check: Check::Pair(check) }
}

/// Degrees that rounding to a point of the compass explains.
const ROUNDING: u16 = 45;

fn check(_: &Context<'_>, pair: &Pair<'_>) -> Option<Verdict> {
    let (x, y) = pair.quantities()?;
    let ((from, place), (to, other)) = (pair.a.bearing?, pair.b.bearing?);
    let turn = from.abs_diff(to);
    let one_spot =
        pair.facts.event == EventRelation::Same || pair.facts.speaker.is_shared() || pair.facts.is_aligned();
    if place != other
        || turn.min(360 - turn) <= ROUNDING
        || x.hard.is_disjoint(&y.hard)
        || !one_spot
        || !pair.has(EVIDENCE.updates)
    {
        return None;
    }
    let (p, q) = pair.quotes();
    let why =
        format!("{p} and {q} give one distance from one place, at {from} and at {to} degrees from north.");
    Some(
        pair.verdict(Relation::Conflict, &[Axis::Place], Severity::Discrepancy, why)
            .fact("direction", format!("{from} / {to}")),
    )
}
