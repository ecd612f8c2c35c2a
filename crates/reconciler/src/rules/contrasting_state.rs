//! The rule `contrasting-state`.

use crosscheck_lexicon::measures;
use crosscheck_model::{Axis, Relation, Severity};

use crate::context::Context;
use crate::facts::{EventRelation, PLAIN};
use crate::node::Node;
use crate::rule::{Check, EVIDENCE, Pair, Verdict};

crate::declare_rule! {
    /// Reports one figure for two states that are counted apart: destroyed, damaged; killed, injured.
    ///
    /// ## Why it matters
    /// "1,500 buildings destroyed or damaged" becomes "1,500 buildings destroyed" in the retelling, and the harm doubles.
    ///
    /// ## When it stays silent
    /// The figure differs; it is too small or too common to prove that one count was meant; the counted things differ.
    ///
    /// ## Example
    /// "about 1,500 homes were destroyed or damaged" against "about 1,500 homes were destroyed".
    pub static CONTRASTING_STATE = { id: "contrasting-state", relation: Conflict, needs: fits, check: Check::Pair(check) }
}

/// Whether the first tells two states in one, "destroyed or damaged", and the second only one of them.
fn one_of_two(both: &Node<'_>, one: &Node<'_>) -> bool {
    let (Some(both), Some(one)) = (both.class_name, one.class_name) else { return false };
    let mut parts = both.split('+');
    both.contains('+')
        && !one.contains('+')
        && parts.any(|part| part == one)
        && both.split('+').any(|part| measures::contrast(part, one))
}

fn check(cx: &Context<'_>, pair: &Pair<'_>) -> Option<Verdict> {
    let facts = pair.facts;
    let (x, _) = pair.anchors()?;
    let fires =
        (facts.event == EventRelation::Contrast || one_of_two(pair.a, pair.b) || one_of_two(pair.b, pair.a))
            && facts.object.is_related()
            && pair.same_anchor()
            && pair.same_bound()
            && x >= crosscheck_model::Number::from(100)
            && (cx.figure_rarity(pair.a.dimension, x) > 2.0 || facts.near >= PLAIN || facts.is_aligned())
            && pair.has(EVIDENCE.fits);
    if !fires {
        return None;
    }
    let state =
        |node: &Node<'_>| node.claim.event.as_ref().map_or_else(String::new, |event| event.surface.clone());
    let (p, q) = pair.quotes();
    let (s, t) = (state(pair.a), state(pair.b));
    let why = format!("{p} ({s}) and {q} ({t}) give one figure for states that are counted apart.");
    Some(
        pair.verdict(Relation::Conflict, &[Axis::Object], Severity::Discrepancy, why)
            .fact("state", format!("{s} / {t}")),
    )
}
