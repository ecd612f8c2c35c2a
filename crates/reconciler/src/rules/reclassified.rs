//! The rule `reclassified`.

use crosscheck_lexicon::measures;
use crosscheck_model::{Axis, Number, Relation, Severity};
use rustc_hash::FxHashMap;

use crate::Edge;
use crate::node::Node;
use crate::rule::{Check, quote};

crate::declare_rule! {
    /// Links two counts that moved against each other while their sum was kept: the injured who died.
    ///
    /// ## Why it matters
    /// "Two killed, five wounded" and "three killed, four wounded" are seven victims both times. Neither pair of figures is a quarrel, and the
    /// falling count of the wounded is no correction.
    ///
    /// ## When it stays silent
    /// The sums differ; the two figures of a text stand in two sentences; the states are not such that one becomes the other.
    ///
    /// ## Example
    /// "two people were killed and five wounded", then "three people were killed and four were injured".
    pub static RECLASSIFIED = { id: "reclassified", relation: Updates, check: Check::Cluster }
}

/// Renames the edges of two counts whose sum was kept; each pair of sentences once.
pub(crate) fn settle(nodes: &[Node<'_>], edges: &mut [Edge]) {
    let sentence = |at: u32| (nodes[at as usize].doc, nodes[at as usize].claim.sentence.start);
    let mut by_sentences: FxHashMap<_, Vec<usize>> = FxHashMap::default();
    for (at, edge) in edges.iter().enumerate() {
        let differs = matches!(edge.rule, "running-figure" | "value-mismatch" | "speaker-against-itself");
        if differs && sentence(edge.a) != sentence(edge.b) {
            by_sentences.entry((sentence(edge.a), sentence(edge.b))).or_default().push(at);
        }
    }
    let mut pairs: Vec<[usize; 2]> =
        by_sentences.into_values().filter_map(|found| <[usize; 2]>::try_from(found).ok()).collect();
    pairs.sort_unstable();
    for [first, second] in pairs {
        let Some(later_is_a) = moved(nodes, &edges[first], &edges[second]) else { continue };
        for at in [first, second] {
            let edge = &mut edges[at];
            let (late, early) = if later_is_a { (edge.a, edge.b) } else { (edge.b, edge.a) };
            let why = format!(
                "{} became {}, and the count beside it moved the other way: the sum is the same.",
                quote(&nodes[early as usize]),
                quote(&nodes[late as usize])
            );
            let update = (Relation::Updates, Severity::Note);
            edge.rename(RECLASSIFIED.id, update, &[Axis::Value, Axis::Object], !later_is_a, why);
            edge.verdict.flags.push("reclassifies");
        }
    }
}

/// Whether two differences of the same two sentences are one move between two states; then whether the first text is the later.
fn moved(nodes: &[Node<'_>], x: &Edge, y: &Edge) -> Option<bool> {
    let node = |at: u32| &nodes[at as usize];
    let figure = |at: u32| node(at).anchor();
    let exact = |at: u32| {
        figure(at)
            .filter(|f| node(at).hard().is_some_and(|hard| hard == crosscheck_model::Interval::point(*f)))
    };
    let class = |at: u32| node(at).class_name;
    let contrast = class(x.a).zip(class(y.a)).is_some_and(|(p, q)| measures::contrast(p, q));
    let (xa, xb, ya, yb) = (exact(x.a)?, exact(x.b)?, exact(y.a)?, exact(y.b)?);
    let sum = |p: Number, q: Number| p.0.checked_add(q.0);
    if !contrast || xa == xb || sum(xa, ya)? != sum(xb, yb)? {
        return None;
    }
    // The dead do not come back: the count that only rises tells which text is the later.
    let rises = |at: u32| {
        class(at)
            .and_then(measures::measure)
            .is_some_and(|measure| measure.behaviour == measures::Behaviour::Up)
    };
    match (rises(x.a), rises(y.a)) {
        (true, false) => Some(xa > xb),
        (false, true) => Some(ya > yb),
        _ => None,
    }
}
