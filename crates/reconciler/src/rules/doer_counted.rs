//! The rule `doer-counted`.

use crosscheck_model::{Axis, Number, Relation, Severity};
use rust_decimal::Decimal;

use crate::context::Context;
use crate::facts::EventRelation;
use crate::objects::ObjectRelation;
use crate::rule::{Check, EVIDENCE, Pair, Verdict};

crate::declare_rule! {
    /// Links two tolls of which one counts whoever did it.
    ///
    /// ## Why it matters
    /// "A gunman killed four people" and "five dead, including the gunman" are one toll: the first leaves out the man himself.
    ///
    /// ## When it stays silent
    /// Neither text, or both, say that the attacker is counted in; the tolls differ by more than the attackers may number.
    ///
    /// ## Example
    /// "Four people were killed by a gunman" and "the shooting left five dead, including the gunman".
    pub static DOER_COUNTED = { id: "doer-counted", relation: Compatible, needs: fits, check: Check::Pair(check) }
}

/// The most attackers that a toll counts in without saying how many.
const MOST: Decimal = Decimal::from_parts(3, 0, 0, false, 0);

fn check(_: &Context<'_>, pair: &Pair<'_>) -> Option<Verdict> {
    let (x, y) = pair.anchors()?;
    let (with, without) = match (pair.a.doer, pair.b.doer) {
        (true, false) => (x, y),
        (false, true) => (y, x),
        _ => return None,
    };
    let more = with.0.checked_sub(without.0)?;
    let fits = more > Number::ZERO.0 && more <= MOST;
    let object = pair.facts.object.is_related() || pair.facts.object == ObjectRelation::Absent;
    if !fits
        || !object
        || !matches!(pair.facts.event, EventRelation::Same | EventRelation::Near)
        || !pair.facts.one_mood
        || !pair.has(EVIDENCE.fits)
    {
        return None;
    }
    let (p, q) = pair.quotes();
    let (all, others) = if pair.a.doer { (p, q) } else { (q, p) };
    let why = format!("{all} counts whoever did it, {others} only those it was done to.");
    Some(pair.verdict(Relation::Compatible, &[Axis::Object], Severity::Note, why))
}
