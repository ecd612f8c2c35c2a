//! The rule `rounded-value`.

use crosscheck_model::{Axis, Bound, Relation, Severity};

use crate::context::Context;
use crate::digits::rounds;
use crate::facts::EventRelation;
use crate::node::{Dimension, Node};
use crate::objects::{self, ObjectRelation};
use crate::rule::{Check, EVIDENCE, Pair, Verdict};

crate::declare_rule! {
    /// Links a figure with its own rounding.
    ///
    /// ## Why it matters
    /// "$14,959,450" and "$15 million" are one sum, told to the cent and told to a reader.
    ///
    /// ## When it stays silent
    /// The finer figure rounds to something else ("$43,885,310" is not "$43 million"); both are equally fine; both are lower bounds (see `overlapping-bounds`).
    ///
    /// ## Example
    /// "35.72 percent" and "35.7 percent". Where the coarser figure is hedged, "about 1,400", the finer one refines it.
    pub static ROUNDED_VALUE = { id: "rounded-value", relation: Compatible, needs: fits, check: Check::Pair(check) }
}

fn check(cx: &Context<'_>, pair: &Pair<'_>) -> Option<Verdict> {
    let (x, y) = pair.quantities()?;
    if pair.is_two_states()
        || x.anchor == y.anchor
        || x.granularity == y.granularity
        || !rounds(x, y)
        || (x.hard.hi.is_none() && y.hard.hi.is_none())
        || x.hard.is_disjoint(&y.hard)
        || matches!(pair.facts.object, ObjectRelation::Disjoint | ObjectRelation::Unknown)
        || pair.facts.event == EventRelation::Contrast
        || (pair.a.dimension == Dimension::Percent && objects::named_apart(cx, pair.a, pair.b))
        || !pair.has(EVIDENCE.fits)
    {
        return None;
    }
    let (p, q) = pair.quotes();
    // Whoever says "about" has rounded; a bare figure may be all that its writer knew.
    let hedged = |coarse: &Node<'_>, fine: &Node<'_>| {
        coarse.claim.bound == Bound::About
            && fine.claim.bound == Bound::Exact
            && coarse.quantity.and_then(|q| q.granularity) > fine.quantity.and_then(|q| q.granularity)
    };
    let why = format!("{p} and {q} are one figure, the coarser being the other rounded.");
    if hedged(pair.a, pair.b) || hedged(pair.b, pair.a) {
        let verdict = pair.verdict(Relation::Refines, &[Axis::Value], Severity::Note, why);
        return Some(verdict.pointing(hedged(pair.a, pair.b)));
    }
    Some(pair.verdict(Relation::Compatible, &[Axis::Value], Severity::Note, why))
}
