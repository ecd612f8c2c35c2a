//! The rule `value-mismatch`.

use crosscheck_lexicon::measures::Behaviour;
use crosscheck_model::{Axis, Relation, Severity};

use crate::context::Context;
use crate::events;
use crate::facts::{EventRelation, PLAIN, PlaceRelation, SpeakerRelation, TimeRelation};
use crate::node::{Dimension, Node};
use crate::objects::{self, ObjectRelation};
use crate::rule::{Check, EVIDENCE, Pair, Verdict, reading};

crate::declare_rule! {
    /// Reports two figures for one count that cannot both be true.
    ///
    /// ## Why it matters
    /// This is the conflict proper: one measure of one event at one time, and no value that makes both texts true.
    ///
    /// ## When it stays silent
    /// Anything else explains the difference: a later state, a part, a bound, a rounding, another thing counted, another place or time.
    /// A figure that runs from day to day conflicts only between texts of one time.
    ///
    /// ## Example
    /// "the capital, 430 km to the south" against "the capital, 379 km to the south".
    pub static VALUE_MISMATCH = { id: "value-mismatch", relation: Conflict, check: Check::Pair(check) }
}

/// Bits of rare words near both figures, about one name, that a conflict needs.
const LOCAL: f64 = 3.0;

/// What every conflict of two quantities needs before its own test: one thing, one event, one time, much evidence.
pub(super) fn comparable(cx: &Context<'_>, pair: &Pair<'_>) -> bool {
    let facts = pair.facts;
    let one_thing = match facts.object {
        ObjectRelation::Same => true,
        ObjectRelation::Absent => {
            facts.event == EventRelation::Same || facts.shared_figures > 0 || facts.near >= PLAIN
        }
        _ => false,
    };
    // The distance to a named town: the words around say more than any event.
    let lasting = matches!(pair.a.dimension, Dimension::Physical(_))
        && facts.object == ObjectRelation::Absent
        && facts.near >= 2.0 * PLAIN
        && pair.has(EVIDENCE.fits);
    let one_event = lasting
        || matches!(facts.event, EventRelation::Same | EventRelation::Near)
        || (facts.event == EventRelation::Unknown && pair.has(EVIDENCE.conflict + 1.0));
    let one_time = match facts.time {
        TimeRelation::Same => true,
        TimeRelation::Overlap | TimeRelation::Unknown => {
            !(pair.a.firm && pair.b.firm) || facts.time == TimeRelation::Unknown
        }
        TimeRelation::Apart(_) => {
            !(pair.a.firm && pair.b.firm) && events::behaviour(cx, pair.a, pair.b) == Behaviour::Fixed
        }
    };
    // Two figures of a running count differ truly only where both stand for the same time.
    let settled = events::behaviour(cx, pair.a, pair.b) == Behaviour::Fixed
        || (facts.order.is_none() && facts.time != TimeRelation::Unknown);
    // What differs in value must be told to be one measure by words that stand near both figures.
    let one_measure =
        facts.near >= LOCAL || facts.containment >= crate::copies::ALIGNED || facts.shared_figures > 0;
    // A bare extent and one with a noun of its own ("a depth of 12 miles") are two measures.
    let both_named = pair.a.concepts.is_empty() == pair.b.concepts.is_empty();
    let apart = matches!(facts.time, TimeRelation::Apart(_)) && facts.near < PLAIN;
    let one_thing = one_thing
        && facts.place != PlaceRelation::Apart
        && one_measure
        && both_named
        && !apart
        && facts.one_mood
        && !within_rounding(pair)
        && !objects::differ(pair.a, pair.b)
        && !objects::named_apart(cx, pair.a, pair.b);
    one_thing
        && one_event
        && one_time
        && settled
        && !facts.crossing
        && (pair.has(EVIDENCE.conflict) || lasting)
}

/// Whether two measured extents differ by no more than the roundings of both: 15 miles and 16 miles.
fn within_rounding(pair: &Pair<'_>) -> bool {
    let Some((x, y)) = pair.quantities() else { return true };
    let (Some(p), Some(q), Some(g), Some(h)) = (x.anchor, y.anchor, x.granularity, y.granularity) else {
        return false;
    };
    matches!(pair.a.dimension, Dimension::Physical(_))
        && p.0
            .checked_sub(q.0)
            .zip(g.0.checked_add(h.0))
            .is_some_and(|(difference, slack)| difference.abs() <= slack)
}

/// The axes of a quarrel over a figure: also who says so, where two speakers or one speaker stand against each other.
pub(super) fn axes(pair: &Pair<'_>) -> Vec<Axis> {
    match pair.facts.speaker {
        SpeakerRelation::Unknown => vec![Axis::Value],
        _ => vec![Axis::Value, Axis::Attribution],
    }
}

fn check(cx: &Context<'_>, pair: &Pair<'_>) -> Option<Verdict> {
    if !pair.is_disjoint() || within_tolerance(cx, pair) || !comparable(cx, pair) {
        return None;
    }
    let (p, q) = pair.quotes();
    let who = if pair.facts.speaker.is_shared() { " though both go back to one speaker" } else { "" };
    let why = format!(
        "{p} and {q} cannot both be true{who}: {} and {} have no value in common.",
        reading(pair.a),
        reading(pair.b)
    );
    Some(pair.verdict(Relation::Conflict, &axes(pair), Severity::Discrepancy, why))
}

/// Whether the user's tolerance for the unit covers the difference.
fn within_tolerance(cx: &Context<'_>, pair: &Pair<'_>) -> bool {
    let Some((x, y)) = pair.anchors() else { return false };
    let of_unit = |node: &Node<'_>, unit: &str| node.claim.unit.as_deref() == Some(unit);
    let named = |unit: &str| of_unit(pair.a, unit) || of_unit(pair.b, unit);
    cx.config.tolerance.iter().filter(|t| named(&t.unit)).any(|t| {
        let slack = x.0.max(y.0).checked_mul(rust_decimal::Decimal::new(i64::from(t.percent), 2));
        match (x.0.checked_sub(y.0), slack) {
            (Some(difference), Some(slack)) => difference.abs() <= slack,
            _ => false,
        }
    })
}
