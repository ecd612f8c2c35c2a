//! Drops a second quarrel over one quantity stated twice.
//!
//! "60 metres (200 feet)" against "200 metres" is a swapped unit, and says all; of two pairs of conversions that differ, kilometres
//! stand against kilometres and miles against miles.

use rustc_hash::FxHashSet;

use crate::Edge;
use crate::node::Node;

/// Drops the differences between two texts that both convert, where the quantity stated beside them is told to be a slip.
pub(super) fn remove(nodes: &[Node<'_>], edges: &mut Vec<Edge>) {
    let slip = |edge: &&Edge| matches!(edge.rule, "unit-swap" | "digit-slip" | "swapped-digits");
    let slips: FxHashSet<(u32, u32)> =
        edges.iter().filter(slip).flat_map(|edge| [(edge.a, edge.b), (edge.b, edge.a)]).collect();
    let twin = |at: u32| nodes[at as usize].twin;
    edges.retain(|edge| {
        let differs = matches!(edge.rule, "value-mismatch" | "speaker-against-itself" | "direction-mismatch");
        // A single figure quarrels with either wording.
        let (Some(a), Some(b)) = (twin(edge.a), twin(edge.b)) else { return true };
        !differs || [(a, edge.b), (edge.a, b), (a, b)].iter().all(|pair| !slips.contains(pair))
    });
}
