//! What a whole cluster adds to the reason of a quarrel: which wording stands alone, and which other date stands beside a figure.

use std::collections::BTreeSet;

use crosscheck_model::{Axis, Relation, Severity};
use rustc_hash::{FxHashMap, FxHashSet};

use crate::Edge;
use crate::node::{Node, Open};
use crate::rule::{Verdict, list, quote};
use crate::times::FAR;

/// Says of each quarrel over the thing counted which wording stands alone: one article against two or more.
pub(super) fn standing_alone(nodes: &[Node<'_>], edges: &mut [Edge]) {
    let quarrel = |edge: &Edge| edge.rule == "disjoint-object" && edge.verdict.relation == Relation::Conflict;
    let mut against: FxHashMap<u32, BTreeSet<u32>> = FxHashMap::default();
    let mut fits: FxHashSet<(u32, u32)> = FxHashSet::default();
    for edge in edges.iter() {
        if quarrel(edge) {
            against.entry(edge.a).or_default().insert(edge.b);
            against.entry(edge.b).or_default().insert(edge.a);
        } else if matches!(edge.verdict.relation, Relation::Agree | Relation::Refines | Relation::Copy) {
            fits.extend([(edge.a, edge.b), (edge.b, edge.a)]);
        }
    }
    let documents =
        |side: &BTreeSet<u32>| side.iter().map(|at| nodes[*at as usize].doc).collect::<BTreeSet<_>>();
    for edge in edges.iter_mut().filter(|edge| quarrel(edge)) {
        let (ours, theirs) = (&against[&edge.b], &against[&edge.a]);
        let (lonely, others) = match (documents(ours).len(), documents(theirs).len()) {
            (1, 2..) => (edge.a, theirs),
            (2.., 1) => (edge.b, ours),
            _ => continue,
        };
        let mut words: Vec<String> = others.iter().map(|at| quote(&nodes[*at as usize])).collect();
        words.sort_unstable();
        words.dedup();
        let one_thing =
            words.len() > 1 && others.iter().all(|x| others.iter().any(|y| fits.contains(&(*x, *y))));
        let lonely = quote(&nodes[lonely as usize]);
        let fit = if one_thing { ", which fit one another" } else { "" };
        let more = format!("{lonely} stands alone, as the other articles say {}{fit}", list(&words));
        add_to_reason(&mut edge.verdict, &more);
        edge.verdict = edge.verdict.clone().fact("stands alone", lonely);
    }
}

/// Names the other date that stands in the sentence of a figure at odds with another: the figure may be of that time.
pub(super) fn other_dates(nodes: &[Node<'_>], edges: &mut [Edge]) {
    for edge in edges.iter_mut().filter(|edge| {
        edge.verdict.severity < Severity::Note
            && edge.verdict.axes.contains(&Axis::Value)
            && nodes[edge.a as usize].doc != nodes[edge.b as usize].doc
    }) {
        for at in [edge.a, edge.b] {
            let Some(other) = other_date(nodes, at) else { continue };
            let more = format!(
                "the sentence of {} also names {}, so that figure may be of another time",
                quote(&nodes[at as usize]),
                quote(other)
            );
            add_to_reason(&mut edge.verdict, &more);
        }
    }
}

/// The first date in the sentence of a claim that lies far from the claim's own time.
fn other_date<'n, 'c>(nodes: &'n [Node<'c>], at: u32) -> Option<&'n Node<'c>> {
    let node = &nodes[at as usize];
    let from =
        nodes[..at as usize].iter().rposition(|other| other.doc != node.doc).map_or(0, |last| last + 1);
    nodes[from..]
        .iter()
        .take_while(|other| other.doc == node.doc)
        .filter(|other| other.claim.sentence == node.claim.sentence)
        .filter(|other| other.open == Open::No)
        .find(|other| other.days.is_some_and(|days| node.when.is_none_or(|when| days.gap(when) > FAR)))
}

fn add_to_reason(verdict: &mut Verdict, more: &str) {
    verdict.why = format!("{}; {more}.", verdict.why.trim_end_matches('.')).into();
}
