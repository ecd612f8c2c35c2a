//! Drops a differing figure where the other article gives the same figure itself.
//!
//! Each article tells many figures of one kind: distances, rates, sums. Where both print "16 miles", neither's "16 miles" is at odds
//! with, or a later state of, the other's "200 miles".

use crosscheck_model::Relation;
use rustc_hash::{FxHashMap, FxHashSet};

use crate::Edge;
use crate::evidence::{self, besides_figure};
use crate::node::{Dimension, Node};

/// Bits of evidence by which two claims must be nearer one another than either to its equal, for the equal figure to be chance.
const CHANCE: f64 = 3.0;

/// By claim and other document, where that document gives the claim's own figure.
type Equals = FxHashMap<(u32, u32), Equal>;

/// The claims of one document that give one figure, and the most evidence that one of them is of the same measure.
struct Equal {
    claims: Vec<u32>,
    /// Whatever the figure.
    all: f64,
    /// By the words beside the figures alone.
    words: f64,
}

/// Drops the differences that an equal figure makes idle.
pub(super) fn remove(nodes: &[Node<'_>], edges: &mut Vec<Edge>) {
    let equals = equals(nodes, edges);
    // Two figures that one document itself sets against each other are one measure.
    let tied: FxHashSet<u32> = edges
        .iter()
        .filter(|edge| nodes[edge.a as usize].doc == nodes[edge.b as usize].doc)
        .flat_map(|edge| [edge.a, edge.b])
        .collect();
    edges.retain(|edge| {
        let ends = [(edge.a, edge.b), (edge.b, edge.a)];
        !is_idle_beside_equal(nodes, edge)
            || ends.iter().any(|(claim, _)| tied.contains(claim))
            || !ends.iter().any(|(claim, other)| is_outdone(nodes, &equals, edge, *claim, *other))
    });
}

fn equals(nodes: &[Node<'_>], edges: &[Edge]) -> Equals {
    let mut equals = Equals::default();
    for edge in edges.iter().filter(|edge| is_equal(nodes, edge)) {
        let (all, words) = besides_figure(&edge.score);
        for (claim, other) in [(edge.a, edge.b), (edge.b, edge.a)] {
            let equal = equals.entry((claim, nodes[other as usize].doc)).or_insert_with(|| Equal {
                claims: Vec::new(),
                all: f64::MIN,
                words: f64::MIN,
            });
            equal.claims.push(other);
            equal.all = equal.all.max(all);
            equal.words = equal.words.max(words);
        }
    }
    equals
}

/// Whether an edge joins one figure told twice, or told more finely.
fn is_equal(nodes: &[Node<'_>], edge: &Edge) -> bool {
    let anchor = |at: u32| nodes[at as usize].anchor();
    edge.rule == "rounded-value"
        || match edge.verdict.relation {
            Relation::Agree | Relation::Copy => true,
            Relation::Compatible | Relation::Refines => {
                anchor(edge.a).is_some() && anchor(edge.a) == anchor(edge.b)
            }
            _ => false,
        }
}

/// Whether an edge tells a difference of two documents that says nothing where one of them gives the other's figure too.
fn is_idle_beside_equal(nodes: &[Node<'_>], edge: &Edge) -> bool {
    let (a, b) = (&nodes[edge.a as usize], &nodes[edge.b as usize]);
    // A toll is one count however often an article tells of it; and two speakers differ though an article cites both.
    let lasts = match edge.verdict.relation {
        Relation::Updates => is_toll(a, b, edge),
        Relation::Conflict => are_two_speakers(a, b),
        Relation::Compatible => false,
        _ => return false,
    };
    a.doc != b.doc
        && !lasts
        && !matches!(edge.rule, "disjoint-object" | "contrasting-state")
        && !edge.verdict.stands
        && !is_equal(nodes, edge)
}

/// Whether an edge joins two states of one count, or of one extent that runs: the area that a fire has burnt.
fn is_toll(a: &Node<'_>, b: &Node<'_>, edge: &Edge) -> bool {
    let counted = a.dimension == Dimension::Count && evidence::has(&edge.score, evidence::part::SAME_OBJECT);
    let measured = matches!(a.dimension, Dimension::Physical(_)) && a.measure != 0 && a.measure == b.measure;
    a.class != 0 && evidence::has(&edge.score, evidence::part::SAME_EVENT) && (counted || measured)
}

fn are_two_speakers(a: &Node<'_>, b: &Node<'_>) -> bool {
    a.body != 0 && b.body != 0 && a.body != b.body
}

fn is_one_speaker(a: &Node<'_>, b: &Node<'_>) -> bool {
    (a.body != 0 && a.body == b.body) || (a.side != 0 && a.side == b.side)
}

/// Whether the document of `other` gives the figure of `claim` itself, and that figure, not `other`, is its partner.
fn is_outdone(nodes: &[Node<'_>], equals: &Equals, edge: &Edge, claim: u32, other: u32) -> bool {
    let (ours, theirs) = (&nodes[claim as usize], &nodes[other as usize]);
    let Some(equal) = equals.get(&(claim, theirs.doc)) else { return false };
    // "About 100", which the same article makes 99, is a wording of the 99.
    if equal.claims.iter().any(|at| nodes[*at as usize].finer == Some(other)) {
        return false;
    }
    let contested = edge.verdict.relation == Relation::Conflict && is_contested(nodes, ours, theirs, equal);
    // One figure may stand for two things by chance: what is said of much more in common is the measure meant. Who gives two figures
    // gives them of two things, unless the words beside them say otherwise.
    let (all, words) = besides_figure(&edge.score);
    let nearer =
        all - equal.all >= CHANCE && (words - equal.words >= CHANCE || !is_one_speaker(ours, theirs));
    !contested && !nearer
}

/// "He said that the 2014 rate was 30 percent; the return showed 35.72": whether the other article itself gives both figures, of one
/// time and by two speakers.
fn is_contested(nodes: &[Node<'_>], ours: &Node<'_>, theirs: &Node<'_>, equal: &Equal) -> bool {
    ours.when == theirs.when
        && theirs.measure != 0
        && equal.claims.iter().map(|at| &nodes[*at as usize]).any(|fit| {
            are_two_speakers(fit, theirs) && fit.measure == theirs.measure && fit.when == theirs.when
        })
}
