//! The rule `finer-object`.

use crosscheck_model::{Axis, Relation, Severity};

use crate::context::Context;
use crate::facts::EventRelation;
use crate::node::Dimension;
use crate::objects::ObjectRelation;
use crate::rule::{Check, EVIDENCE, Pair, Verdict};

crate::declare_rule! {
    /// Links one figure said of a thing and of a kind of that thing.
    ///
    /// ## Why it matters
    /// The finer wording tells how the coarser one is to be read.
    ///
    /// ## When it stays silent
    /// The figures or bounds differ; neither thing is known to be a kind of the other; the finer noun is only another name for what the coarser
    /// one counts, "6,200 employees" and "6,200 workers" (see `same-value`).
    ///
    /// ## Example
    /// "more than 300 rifles and pistols" refines "more than 300 firearms".
    pub static FINER_OBJECT = { id: "finer-object", relation: Refines, needs: fits, check: Check::Pair(check) }
}

fn check(_: &Context<'_>, pair: &Pair<'_>) -> Option<Verdict> {
    let object = pair.facts.object;
    let finer = match object {
        ObjectRelation::Finer => false,
        ObjectRelation::Coarser => true,
        _ => return None,
    };
    // "More than 100 people" and "more than 100 firefighters" meet in any two articles: the event must be one.
    let one_event = matches!(pair.facts.event, EventRelation::Same | EventRelation::Near)
        || pair.facts.shared_figures > 0 && pair.facts.event != EventRelation::Contrast
        || pair.facts.is_aligned();
    if pair.a.claim.unit != pair.b.claim.unit && pair.a.dimension == Dimension::Percent {
        return None;
    }
    if !one_event || !pair.same_anchor() || !pair.same_bound() || !pair.has(EVIDENCE.fits) {
        return None;
    }
    let (p, q) = pair.quotes();
    let (fine, coarse) = if finer { (q, p) } else { (p, q) };
    let why = format!(
        "{fine} says more finely what {coarse} says: one figure, and the first thing is a kind of the second."
    );
    Some(pair.verdict(Relation::Refines, &[Axis::Object], Severity::Note, why).pointing(finer))
}
