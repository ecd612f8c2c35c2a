//! A coarse word takes its reading from the fuller wording of the same speaker.
//!
//! "Guns" beside the quotation "small arms and anti-tank weapons" means small arms, so "cannons" does not make it precise but
//! contradicts it.

use std::cmp::Reverse;

use crosscheck_model::{Axis, Relation, Severity};
use rustc_hash::FxHashMap;

use crate::Edge;
use crate::node::Node;
use crate::rule::{in_common, quote};

/// By claim, the claims that an edge joins to it.
type Joined = FxHashMap<u32, Vec<u32>>;

/// Renames a finer object to a conflict where the fuller wording of the coarse word excludes the fine one.
pub(super) fn rename(nodes: &[Node<'_>], edges: &mut [Edge]) {
    let against = joined(edges, |edge| edge.rule == "disjoint-object");
    if against.is_empty() {
        return;
    }
    let fitting = joined(edges, |edge| {
        matches!(edge.verdict.relation, Relation::Agree | Relation::Refines | Relation::Copy)
            && edge.verdict.flags.contains(&"same_speaker")
    });
    for edge in edges.iter_mut().filter(|edge| edge.rule == "finer-object") {
        let (fine, coarse) = if edge.verdict.reversed { (edge.b, edge.a) } else { (edge.a, edge.b) };
        let Some(full) = fuller(nodes, &against, &fitting, fine, coarse) else { continue };
        let why = format!(
            "In both texts {} are the same, so {} and {} retell one statement, but the same speaker's fuller wording of the first is {}, which the second contradicts.",
            in_common(&edge.score),
            quote(&nodes[coarse as usize]),
            quote(&nodes[fine as usize]),
            quote(&nodes[full as usize])
        );
        let conflict = (Relation::Conflict, Severity::Discrepancy);
        edge.rename("disjoint-object", conflict, &[Axis::Object], false, why);
        edge.verdict.flags.push("one_statement");
    }
}

fn joined(edges: &[Edge], joins: impl Fn(&Edge) -> bool) -> Joined {
    let mut joined = Joined::default();
    for edge in edges.iter().filter(|edge| joins(edge)) {
        joined.entry(edge.a).or_default().push(edge.b);
        joined.entry(edge.b).or_default().push(edge.a);
    }
    joined
}

/// The fuller wording that fits the coarse word and contradicts the fine one.
///
/// A quotation outranks a retelling, then the wording that more texts share; where neither side leads, nothing is settled.
fn fuller(nodes: &[Node<'_>], against: &Joined, fitting: &Joined, fine: u32, coarse: u32) -> Option<u32> {
    let partners = fitting.get(&coarse)?;
    let contradicting = |of: u32| -> Vec<u32> {
        let others = against.get(&of).map_or(&[][..], Vec::as_slice);
        partners.iter().copied().filter(|at| others.contains(at)).collect()
    };
    let quoted = |at: u32| nodes[at as usize].claim.attribution.iter().any(|speaker| speaker.quoted);
    let rank = |side: &[u32]| (side.iter().any(|at| quoted(*at)), side.len());
    let theirs = contradicting(fine);
    let ours = theirs.first().map_or_else(Vec::new, |first| contradicting(*first));
    if rank(&theirs) <= rank(&ours) {
        return None;
    }
    theirs.into_iter().max_by_key(|at| (quoted(*at), Reverse(*at)))
}
