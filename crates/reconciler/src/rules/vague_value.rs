//! The rule `vague-value`.

use crosscheck_model::{Axis, Bound, Relation, Severity};

use crate::context::Context;
use crate::objects::ObjectRelation;
use crate::rule::{Check, EVIDENCE, Pair, Verdict, reading};

crate::declare_rule! {
    /// Links a figure with a vague word that it makes precise.
    ///
    /// ## Why it matters
    /// "Dozens" and "29" do not differ; the second says more.
    ///
    /// ## When it stays silent
    /// The figure lies outside what the vague word means; both are vague.
    ///
    /// ## Example
    /// "At least 29 people" refines "scores of people".
    pub static VAGUE_VALUE = { id: "vague-value", relation: Refines, needs: updates, check: Check::Pair(check) }
}

fn check(_: &Context<'_>, pair: &Pair<'_>) -> Option<Verdict> {
    let (x, y) = pair.quantities()?;
    let vague = |node: &crate::node::Node<'_>| node.claim.bound == Bound::Vague;
    let reversed = match (vague(pair.a), vague(pair.b)) {
        (false, true) => false,
        (true, false) => true,
        _ => return None,
    };
    if x.hard.is_disjoint(&y.hard)
        || !matches!(
            pair.facts.object,
            ObjectRelation::Same | ObjectRelation::Absent | ObjectRelation::Finer | ObjectRelation::Coarser
        )
        || pair.facts.crossing
        || pair.recurs()
        || !pair.has(EVIDENCE.updates)
    {
        return None;
    }
    let (fine, vague) = if reversed { (pair.b, pair.a) } else { (pair.a, pair.b) };
    // A figure that a reader would not call so makes nothing precise; "at least 29" leaves room for what "scores" usually means, and
    // "more than 4,000" does not.
    let open = || {
        let (anchor, least) = (fine.quantity?.anchor?, vague.hard()?.lo?);
        Some(fine.hard()?.hi.is_none() && least <= anchor && anchor <= vague.quantity?.soft.hi?)
    };
    if x.soft.is_disjoint(&y.soft) && open() != Some(true) {
        return None;
    }
    let why = format!(
        "{} makes {} precise: {} lies within {}.",
        crate::rule::quote(fine),
        crate::rule::quote(vague),
        reading(fine),
        reading(vague)
    );
    Some(pair.verdict(Relation::Refines, &[Axis::Value], Severity::Note, why).pointing(reversed))
}
