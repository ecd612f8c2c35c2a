//! The rule `rounded-value`.

use crosscheck_model::{Axis, Relation, Severity};

use crate::context::Context;
use crate::facts::EventRelation;
use crate::objects::ObjectRelation;
use crate::rule::{Check, EVIDENCE, Pair, Verdict, rounds};

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
    /// "35.72 percent" and "35.7 percent".
    pub static ROUNDED_VALUE = { id: "rounded-value", relation: Compatible, needs: fits, check: Check::Pair(check) }
}

fn check(_: &Context<'_>, pair: &Pair<'_>) -> Option<Verdict> {
    let (x, y) = pair.quantities()?;
    if x.anchor == y.anchor
        || x.granularity == y.granularity
        || !rounds(x, y)
        || (x.hard.hi.is_none() && y.hard.hi.is_none())
        || x.hard.is_disjoint(&y.hard)
        || matches!(pair.facts.object, ObjectRelation::Disjoint | ObjectRelation::Unknown)
        || pair.facts.event == EventRelation::Contrast
        || !pair.has(EVIDENCE.fits)
    {
        return None;
    }
    let (p, q) = pair.quotes();
    let why = format!("{p} and {q} are one figure, the coarser being the other rounded.");
    Some(pair.verdict(Relation::Compatible, &[Axis::Value], Severity::Note, why))
}
