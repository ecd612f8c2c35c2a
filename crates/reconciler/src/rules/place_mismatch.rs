//! The rule `place-mismatch`.

use crosscheck_model::{Axis, Relation, Severity};

use crate::context::Context;
use crate::facts::{EventRelation, PlaceRelation};
use crate::node::Dimension;
use crate::objects::ObjectRelation;
use crate::rule::{Check, EVIDENCE, Pair, Verdict};

crate::declare_rule! {
    /// Reports one statement retold with another place.
    ///
    /// ## Why it matters
    /// The figure looks confirmed, but one text puts it in another country or province.
    ///
    /// ## When it stays silent
    /// One place lies in the other, or the gazetteer does not know both; the figures differ; the texts share neither their wording nor further
    /// figures of one speaker: the same number of people may be hurt in two towns.
    ///
    /// ## Example
    /// "killed 32 people and injured 71 in Alberta, police said" against the same sentence with "in Ontario".
    pub static PLACE_MISMATCH = { id: "place-mismatch", relation: Conflict, needs: conflict, check: Check::Pair(check) }
}

fn check(_: &Context<'_>, pair: &Pair<'_>) -> Option<Verdict> {
    let facts = pair.facts;
    let retold = facts.is_aligned()
        || (facts.shared_figures > 0 && facts.speaker.is_shared())
        || facts.shared_figures > 1;
    if facts.place != PlaceRelation::Apart
        || pair.a.dimension != Dimension::Count
        || !pair.same_anchor()
        || !pair.same_bound()
        || facts.object != ObjectRelation::Same
        || facts.event != EventRelation::Same
        || !retold
        || !pair.has(EVIDENCE.conflict)
    {
        return None;
    }
    let place = |node: &crate::node::Node<'_>| node.claim.place.clone().unwrap_or_default();
    let (p, q) = pair.quotes();
    let (x, y) = (place(pair.a), place(pair.b));
    let why = format!("{p} and {q} retell one statement, which one text puts in {x}, the other in {y}.");
    Some(
        pair.verdict(Relation::Conflict, &[Axis::Place], Severity::Discrepancy, why)
            .fact("place", format!("{x} / {y}")),
    )
}
