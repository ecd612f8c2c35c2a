//! How many independent sources stand behind a finding.

use crosscheck_model::{Link, Relation};
use petgraph::unionfind::UnionFind;
use rustc_hash::FxHashMap;

use crate::context::Context;
use crate::graph::Cluster;
use crate::node::Node;

/// For each claim of the cluster the number of its source, counted from 0 in order.
///
/// Who says it counts: copies, one publisher, and speakers of one side are one source. An article that gives a figure in its own
/// voice beside a speaker who gives the same figure has it from that speaker.
pub(super) fn independent(
    cx: &Context<'_>,
    nodes: &[Node<'_>],
    links: &[Link],
    cluster: &Cluster,
) -> Vec<usize> {
    let count = cluster.claims.len();
    let mut sets = UnionFind::<u32>::new(count);
    let mut first: FxHashMap<(u8, u64), u32> = FxHashMap::default();
    let mut position: FxHashMap<&str, u32> = FxHashMap::default();
    let claims: Vec<(u32, &Node<'_>)> =
        (0_u32..).zip(&cluster.claims).map(|(at, claim)| (at, &nodes[*claim as usize])).collect();
    for (at, node) in &claims {
        position.insert(node.claim.id.as_str(), *at);
        let group = cx.copies.group.get(node.doc as usize).copied().unwrap_or(node.doc);
        let keys = if node.side != 0 {
            [(0, node.side), (0, node.side)]
        } else {
            [(1, node.publisher), (2, u64::from(group) + 1)]
        };
        for key in keys.into_iter().filter(|key| key.1 != 0) {
            let known = *first.entry(key).or_insert(*at);
            sets.union(*at, known);
        }
    }
    for chunk in claims.chunk_by(|x, y| x.1.doc == y.1.doc) {
        within(chunk, &mut sets);
    }
    for link in cluster.links.iter().map(|at| &links[*at as usize]) {
        let copied = link.relation == Relation::Copy
            || link.flags.iter().any(|flag| flag == "copied_text" || flag == "one_statement");
        if let (true, Some(a), Some(b)) =
            (copied, position.get(link.a.as_str()), position.get(link.b.as_str()))
        {
            sets.union(*a, *b);
        }
    }
    let mut numbers: FxHashMap<u32, usize> = FxHashMap::default();
    (0..u32::try_from(count).unwrap_or(u32::MAX))
        .map(|at| {
            let next = numbers.len();
            *numbers.entry(sets.find(at)).or_insert(next)
        })
        .collect()
}

/// Joins the claims of one document that go back to one speaker.
fn within(claims: &[(u32, &Node<'_>)], sets: &mut UnionFind<u32>) {
    for (at, own) in claims.iter().filter(|(_, node)| node.side == 0) {
        let speaker = claims.iter().find(|(_, other)| other.side != 0 && one_figure(own, other));
        if let Some((speaker, _)) = speaker {
            sets.union(*at, *speaker);
        }
    }
    for (at, (x, a)) in claims.iter().enumerate() {
        for (y, b) in &claims[at + 1..] {
            if a.side != 0 && b.side != 0 && one_body(a, b) {
                sets.union(*x, *y);
            }
        }
    }
}

/// Whether two claims can stand for one figure or one day.
fn one_figure(a: &Node<'_>, b: &Node<'_>) -> bool {
    match (a.hard(), b.hard()) {
        (Some(x), Some(y)) => !x.is_disjoint(&y),
        _ => a.days.zip(b.days).is_some_and(|(x, y)| x.overlaps(y)),
    }
}

/// Whether one article names one body long and short: "the Defence Ministry", "the ministry".
fn one_body(a: &Node<'_>, b: &Node<'_>) -> bool {
    let body = |node: &Node<'_>| {
        let speaker = node.claim.attribution.last()?;
        Some(speaker.body.as_deref().unwrap_or(&speaker.source).to_lowercase())
    };
    let ends = |long: &str, short: &str| {
        long.strip_suffix(short).is_some_and(|front| front.ends_with(['-', '/', ' ']))
    };
    body(a).zip(body(b)).is_some_and(|(x, y)| ends(&x, &y) || ends(&y, &x))
}
