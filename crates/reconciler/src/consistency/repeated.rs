//! Figures that a later text repeats though another has replaced them.
//!
//! Two claims alone cannot tell a repeated figure from another count: 12 homes after 35 may be those of one street. A third text that gave the
//! 12 before the 35 did shows that it is the old state.

use std::cmp::Ordering;

use crosscheck_lexicon::measures::Behaviour;
use crosscheck_model::{Axis, Relation, Severity};
use rustc_hash::{FxHashMap, FxHashSet};

use crate::Edge;
use crate::context::Context;
use crate::node::Node;
use crate::rule::{EVIDENCE, Pair, quote};
use crate::{facts, times};

/// Adds a link from each repetition of a superseded figure to the figure that replaced it.
pub(super) fn add(cx: &Context<'_>, nodes: &[Node<'_>], edges: &mut Vec<Edge>) {
    // By superseded claim, the claims that replaced it.
    let mut replaced: FxHashMap<u32, Vec<u32>> = FxHashMap::default();
    let mut joined: FxHashSet<(u32, u32)> = FxHashSet::default();
    for edge in edges.iter() {
        joined.insert((edge.a, edge.b));
        if edge.rule == "running-figure" && edge.verdict.severity == Severity::Note {
            let (late, early) = if edge.verdict.reversed { (edge.b, edge.a) } else { (edge.a, edge.b) };
            replaced.entry(early).or_default().push(late);
        }
    }
    if replaced.is_empty() {
        return;
    }
    let mut found: Vec<Edge> = Vec::new();
    let same = |edge: &&Edge| matches!(edge.verdict.relation, Relation::Agree | Relation::Copy);
    for edge in edges.iter().filter(same) {
        for (old, again) in [(edge.a, edge.b), (edge.b, edge.a)] {
            for new in replaced.get(&old).map_or(&[][..], Vec::as_slice) {
                if joined.insert((again.min(*new), again.max(*new))) {
                    found.extend(repeated(cx, nodes, old, again, *new));
                }
            }
        }
    }
    edges.append(&mut found);
}

fn repeated(cx: &Context<'_>, nodes: &[Node<'_>], old: u32, again: u32, new: u32) -> Option<Edge> {
    let (late, state) = (&nodes[again as usize], &nodes[new as usize]);
    if late.doc == state.doc || late.withdrawn || times::order(late, state) != Some(Ordering::Greater) {
        return None;
    }
    let (a, b) = (again.min(new), again.max(new));
    let facts = facts::compare(cx, &nodes[a as usize], &nodes[b as usize]).ok()?;
    let runs = matches!(facts.behaviour, Behaviour::Up | Behaviour::Down);
    let pair = Pair { a: &nodes[a as usize], b: &nodes[b as usize], facts: &facts };
    if !runs || !facts.one_mood || !pair.is_disjoint() || !pair.has(EVIDENCE.updates) {
        return None;
    }
    let why = format!(
        "{} repeats {} of an earlier text, which {} had replaced by then.",
        quote(late),
        quote(&nodes[old as usize]),
        quote(state)
    );
    let verdict = pair
        .verdict(Relation::Updates, &[Axis::Value], Severity::Tension, why)
        .pointing(again != a)
        .flag("stale");
    Some(Edge { a, b, rule: "running-figure", verdict, score: facts.score })
}
