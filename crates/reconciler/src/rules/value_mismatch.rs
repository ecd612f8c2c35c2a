//! The rule `value-mismatch`.

use crosscheck_model::{Axis, Relation};
use rust_decimal::Decimal;

use crate::context::Context;
use crate::facts::SpeakerRelation;
use crate::node::{Dimension, Node};
use crate::rule::{Check, Pair, Verdict, reading};
use crate::{digits, measurand};

crate::declare_rule! {
    /// Reports two figures for one count that cannot both be true.
    ///
    /// ## Why it matters
    /// This is the conflict proper: one measure of one event at one time, and no value that makes both texts true.
    ///
    /// ## When it stays silent
    /// Anything else explains the difference: a later state, a part, a bound, a rounding, another thing counted, another place or time.
    /// A figure that runs from day to day conflicts only between texts of one time, or where two speakers stand against each other - a union and a
    /// company, organisers and police; sums and
    /// shares conflict only where both belong to one name, seats won only where one side won both, and what is needed for something
    /// is no count of what there is.
    ///
    /// ## Example
    /// "the capital, 430 km to the south" against "the capital, 379 km to the south".
    pub static VALUE_MISMATCH = { id: "value-mismatch", relation: Conflict, needs: conflict, check: Check::Pair(check) }
}

/// Whether two measured extents differ by no more than the roundings of both: 15 miles and 16 miles.
fn within_rounding(pair: &Pair<'_>) -> bool {
    let Some((x, y)) = pair.quantities() else { return true };
    // Read to the digit, nothing is rounded.
    if x.hard.is_point() && y.hard.is_point() {
        return false;
    }
    // One numeral with two units is no rounding of itself.
    if digits::printed(pair.a) == digits::printed(pair.b) && pair.a.claim.unit != pair.b.claim.unit {
        return false;
    }
    let (Some(p), Some(q), Some(g), Some(h)) = (x.anchor, y.anchor, x.granularity, y.granularity) else {
        return false;
    };
    matches!(pair.a.dimension, Dimension::Physical(_))
        && p.0
            .checked_sub(q.0)
            .zip(g.0.checked_add(h.0).and_then(|sum| sum.checked_div(Decimal::TWO)))
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
    if !pair.is_disjoint()
        || within_rounding(pair)
        || within_tolerance(cx, pair)
        || !measurand::is_one(cx, pair)
    {
        return None;
    }
    let (p, q) = pair.quotes();
    let who = if pair.facts.speaker.is_shared() { " though both go back to one speaker" } else { "" };
    let points = pair.quantities().is_some_and(|(x, y)| x.hard.is_point() && y.hard.is_point());
    let apart = if points {
        String::new()
    } else {
        format!(": {} and {} have no value in common", reading(pair.a), reading(pair.b))
    };
    let why = format!("{p} and {q} cannot both be true{who}{apart}.");
    Some(pair.verdict(Relation::Conflict, &axes(pair), pair.gravity(), why))
}

/// Whether the user's tolerance for the unit covers the difference.
fn within_tolerance(cx: &Context<'_>, pair: &Pair<'_>) -> bool {
    let Some((x, y)) = pair.anchors() else { return false };
    let of_unit = |node: &Node<'_>, unit: &str| node.claim.unit.as_deref() == Some(unit);
    let named = |unit: &str| of_unit(pair.a, unit) || of_unit(pair.b, unit);
    cx.config.tolerance.iter().filter(|t| named(&t.unit)).any(|t| {
        let slack = x.0.max(y.0).checked_mul(Decimal::new(i64::from(t.percent), 2));
        match (x.0.checked_sub(y.0), slack) {
            (Some(difference), Some(slack)) => difference.abs() <= slack,
            _ => false,
        }
    })
}
