//! What only a whole cluster shows.
//!
//! A coarse word takes its reading from the fuller wording of the same speaker: "guns" beside the quotation "small arms and
//! anti-tank weapons" means small arms, so "cannons" does not make it precise but contradicts it.

use crosscheck_model::{Axis, Relation, Severity};
use rustc_hash::FxHashMap;

use crate::Edge;
use crate::context::Context;
use crate::node::Node;
use crate::rule::quote;

/// Settles edges by what the other edges say.
pub fn settle(_cx: &Context<'_>, nodes: &[Node<'_>], edges: &mut [Edge]) {
    coarse_words(nodes, edges);
}

fn coarse_words(nodes: &[Node<'_>], edges: &mut [Edge]) {
    // For each claim of an object conflict: the claims it cannot be about.
    let mut against: FxHashMap<u32, Vec<u32>> = FxHashMap::default();
    for edge in edges.iter().filter(|edge| edge.rule == "disjoint-object") {
        against.entry(edge.a).or_default().push(edge.b);
        against.entry(edge.b).or_default().push(edge.a);
    }
    if against.is_empty() {
        return;
    }
    let fits = |relation: Relation| matches!(relation, Relation::Agree | Relation::Refines | Relation::Copy);
    let mut joined: FxHashMap<u32, Vec<u32>> = FxHashMap::default();
    for edge in edges
        .iter()
        .filter(|edge| fits(edge.verdict.relation) && edge.verdict.flags.contains(&"same_speaker"))
    {
        joined.entry(edge.a).or_default().push(edge.b);
        joined.entry(edge.b).or_default().push(edge.a);
    }
    for edge in edges.iter_mut().filter(|edge| edge.rule == "finer-object") {
        let (fine, coarse) = if edge.verdict.reversed { (edge.b, edge.a) } else { (edge.a, edge.b) };
        // The fuller wording that fits the coarse word and contradicts the fine one.
        let full = joined
            .get(&coarse)
            .into_iter()
            .flatten()
            .copied()
            .find(|full| *full != fine && against.get(full).is_some_and(|others| others.contains(&fine)));
        let Some(full) = full else { continue };
        edge.rule = "disjoint-object";
        edge.verdict.relation = Relation::Conflict;
        edge.verdict.axes = vec![Axis::Object];
        edge.verdict.severity = Severity::Discrepancy;
        edge.verdict.reversed = false;
        edge.verdict.flags.push("one_statement");
        edge.verdict.why = format!(
            "{} is read by the fuller wording of the same speaker, {}, and nothing is both that and what {} counts.",
            quote(&nodes[coarse as usize]),
            quote(&nodes[full as usize]),
            quote(&nodes[fine as usize])
        );
    }
}
