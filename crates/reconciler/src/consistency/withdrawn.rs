//! Turns updates between a withdrawn figure and the one that replaced it into conflicts.
//!
//! Where an article says that a higher figure was withdrawn, another article that prints it gives no later state of the count.

use crosscheck_model::{Axis, Number, Relation, Severity};
use rustc_hash::FxHashSet;

use crate::Edge;
use crate::node::{Dimension, Node};
use crate::rule::quote;

/// A figure that an article says was withdrawn, and the one that stands now.
struct Correction {
    dimension: Dimension,
    now: Number,
    old: Number,
}

impl Correction {
    /// Of two figures, whether the first is the withdrawn one; `None` where the correction is not about them.
    fn withdraws_first(&self, dimension: Dimension, x: Number, y: Number) -> Option<bool> {
        match self.dimension == dimension {
            true if (self.now, self.old) == (x, y) => Some(false),
            true if (self.now, self.old) == (y, x) => Some(true),
            _ => None,
        }
    }
}

/// Renames the updates between figures that some article says were corrected.
pub(super) fn rename(nodes: &[Node<'_>], edges: &mut [Edge]) {
    let anchor = |at: u32| nodes[at as usize].anchor();
    let corrections: Vec<Correction> = edges
        .iter()
        .filter(|edge| edge.rule == "withdrawn-figure" && edge.verdict.flags.contains(&"corrects"))
        .filter_map(|edge| {
            let dimension = nodes[edge.a as usize].dimension;
            Some(Correction { dimension, now: anchor(edge.a)?, old: anchor(edge.b)? })
        })
        .collect();
    superseded(nodes, edges);
    for edge in edges.iter_mut().filter(|edge| edge.rule == "running-figure") {
        let (Some(x), Some(y)) = (anchor(edge.a), anchor(edge.b)) else { continue };
        let (a, b) = (&nodes[edge.a as usize], &nodes[edge.b as usize]);
        let old_is_a = corrections.iter().find_map(|found| found.withdraws_first(a.dimension, x, y));
        let (old, now) = match old_is_a {
            Some(true) => (a, b),
            Some(false) => (b, a),
            None => continue,
        };
        // Printed before the correction, it was an earlier state after all.
        if old.published.zip(now.published).is_some_and(|(old, now)| old < now) {
            continue;
        }
        let why = format!(
            "{} and {} are not two states of one count: one of the articles says that the higher figure was withdrawn.",
            quote(a),
            quote(b)
        );
        let conflict = (Relation::Conflict, Severity::Discrepancy);
        edge.rename("withdrawn-figure", conflict, &[Axis::Value], false, why);
        edge.verdict.flags.push("stale");
    }
}

/// Turns conflicts into updates where the later article itself gives the other's figure as one that no longer holds: "78 people, and not 60".
fn superseded(nodes: &[Node<'_>], edges: &mut [Edge]) {
    let told: FxHashSet<(u32, Dimension, Number, Number)> = edges
        .iter()
        .filter(|edge| edge.rule == "withdrawn-figure" && edge.verdict.relation == Relation::Updates)
        .filter_map(|edge| {
            let (now, old) = (&nodes[edge.a as usize], &nodes[edge.b as usize]);
            let (now, old) = if old.withdrawn { (now, old) } else { (old, now) };
            Some((now.doc, now.dimension, now.anchor()?, old.anchor()?))
        })
        .collect();
    for edge in edges.iter_mut().filter(|edge| edge.rule == "value-mismatch") {
        let (a, b) = (&nodes[edge.a as usize], &nodes[edge.b as usize]);
        let replaces = |now: &Node<'_>, old: &Node<'_>| {
            now.doc != old.doc
                && old.published.zip(now.published).is_some_and(|(old, now)| old <= now)
                && now
                    .anchor()
                    .zip(old.anchor())
                    .is_some_and(|(x, y)| told.contains(&(now.doc, now.dimension, x, y)))
        };
        let (now, old, reversed) = match (replaces(a, b), replaces(b, a)) {
            (true, false) => (a, b, false),
            (false, true) => (b, a, true),
            _ => continue,
        };
        let why = format!("{} replaces {}, as its article itself says.", quote(now), quote(old));
        let update = (Relation::Updates, Severity::Note);
        edge.rename("withdrawn-figure", update, &[Axis::Value], reversed, why);
        edge.verdict.flags.push("corrects");
    }
}
