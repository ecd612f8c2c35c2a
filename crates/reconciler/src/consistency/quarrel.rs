//! Turns an update between two figures into a conflict where one of the articles itself sets them against each other.
//!
//! "The ministry says 7,500 lost their homes; aid workers speak of 10,000": the ministry's 7,500 of the day before is no earlier state of the
//! 10,000, as an article of the day after has both.

use crosscheck_model::{Axis, Relation};
use rustc_hash::{FxHashMap, FxHashSet};

use crate::Edge;
use crate::node::Node;
use crate::rule::quote;

/// Renames the updates whose two figures one article gives as those of two speakers.
pub(super) fn rename(nodes: &[Node<'_>], edges: &mut [Edge]) {
    let at = |claim: u32| &nodes[claim as usize];
    // By claim, the claims of its own document that it is set against, with how gravely.
    let mut opposed: FxHashMap<u32, Vec<(u32, crosscheck_model::Severity)>> = FxHashMap::default();
    let mut told: FxHashSet<(u32, u32)> = FxHashSet::default();
    for edge in edges.iter() {
        let (a, b) = (at(edge.a), at(edge.b));
        if a.doc == b.doc
            && edge.verdict.relation == Relation::Conflict
            && a.body != 0
            && b.body != 0
            && a.body != b.body
        {
            opposed.entry(edge.a).or_default().push((edge.b, edge.verdict.severity));
            opposed.entry(edge.b).or_default().push((edge.a, edge.verdict.severity));
        }
        let equal = matches!(edge.verdict.relation, Relation::Agree | Relation::Copy)
            || edge.rule != "running-figure" && a.anchor().is_some() && a.anchor() == b.anchor();
        if a.doc != b.doc && equal {
            told.insert((edge.a, edge.b));
            told.insert((edge.b, edge.a));
        }
    }
    // "More than 22" holds "more than 31" too, whoever is set against whom.
    let apart =
        |edge: &Edge| at(edge.a).hard().zip(at(edge.b).hard()).is_some_and(|(x, y)| x.is_disjoint(&y));
    for edge in edges.iter_mut().filter(|edge| edge.rule == "running-figure" && apart(edge)) {
        let found = [(edge.a, edge.b), (edge.b, edge.a)].into_iter().find_map(|(other, rival)| {
            let against = opposed.get(&rival)?;
            against.iter().find(|(own, _)| told.contains(&(other, *own))).map(|(_, severity)| *severity)
        });
        let Some(severity) = found else { continue };
        let (p, q) = (quote(at(edge.a)), quote(at(edge.b)));
        let why = format!(
            "{p} and {q} are not two states of one count: one of the articles sets the two figures against each other."
        );
        let conflict = (Relation::Conflict, severity);
        edge.rename("value-mismatch", conflict, &[Axis::Value, Axis::Attribution], false, why);
    }
}
