//! Clusters of claims to findings: the envelope, who sets its ends, how many independent sources, how well supported.

mod sources;
mod title;

use crosscheck_model::{Best, Envelope, Finding, Link, Relation, Severity, Status};
use petgraph::unionfind::UnionFind;
use rustc_hash::FxHashMap;

use crate::config::Policy;
use crate::context::Context;
use crate::graph::Cluster;
use crate::node::Node;
use crate::rule::reading;

/// What the report shows of a cluster.
pub(crate) fn finding(cx: &Context<'_>, nodes: &[Node<'_>], links: &[Link], cluster: &Cluster) -> Finding {
    let claims: Vec<&Node<'_>> = cluster.claims.iter().map(|at| &nodes[*at as usize]).collect();
    let own: Vec<&Link> = cluster.links.iter().map(|at| &links[*at as usize]).collect();
    let sources = sources::independent(cx, nodes, links, cluster);
    let independent = sources.iter().copied().max().map_or(0, |last| last + 1);
    let severity = own.iter().map(|link| link.severity).min().unwrap_or(Severity::Note);
    // Two sources whose figures a reader takes to differ do not bear each other out.
    let strained = !own.is_empty() && own.iter().all(|link| link.severity == Severity::Tension);
    let status = if strained || own.iter().any(|link| link.relation == Relation::Conflict) {
        Status::Contested
    } else if independent > 1 {
        Status::Corroborated
    } else {
        Status::SingleSource
    };
    let whole = wholes(cluster, links, nodes);
    let envelope = envelope(&whole.iter().map(|at| claims[*at]).collect::<Vec<_>>());
    let measure = title::measure(&claims);
    // Of the gravest links the best proven one stands for the finding.
    let gravest = own
        .iter()
        .rev()
        .filter(|link| link.severity == severity)
        .max_by(|x, y| x.score.total.total_cmp(&y.score.total))
        .copied();
    Finding {
        id: String::new(),
        // The engine names findings, when all are known.
        fingerprint: String::new(),
        severity,
        title: title::title(&measure, &claims, gravest),
        summary: summary(&envelope, &claims, independent, status, gravest),
        measure,
        best: cx.config.policy.and_then(|policy| best(policy, &claims, &whole, &sources)),
        envelope,
        independent_sources: independent,
        status,
        claims: claims.iter().map(|node| node.claim.id.clone()).collect(),
        links: own.iter().map(|link| link.id.clone()).collect(),
        baseline: None,
        decision: None,
    }
}

/// The claims of a cluster that stand for its count as a whole and not for a part of it, by their place in the cluster.
///
/// What agrees with a part is that part: 68 children of 126 people set no low end of the 126.
fn wholes(cluster: &Cluster, links: &[Link], nodes: &[Node<'_>]) -> Vec<usize> {
    let own = || cluster.links.iter().map(|at| &links[*at as usize]);
    if own().all(|link| link.relation != Relation::PartOf) {
        return (0..cluster.claims.len()).collect();
    }
    let places: FxHashMap<&str, usize> = (0..)
        .zip(&cluster.claims)
        .map(|(at, claim)| (nodes[*claim as usize].claim.id.as_str(), at))
        .collect();
    let mut sets = UnionFind::<usize>::new(cluster.claims.len());
    let mut parts = Vec::new();
    for link in own() {
        let (Some(&a), Some(&b)) = (places.get(link.a.as_str()), places.get(link.b.as_str())) else {
            continue;
        };
        if link.relation == Relation::PartOf {
            parts.push((a, b));
        } else {
            sets.union(a, b);
        }
    }
    let apart: Vec<usize> =
        parts.iter().filter(|(a, b)| !sets.equiv(*a, *b)).map(|(a, _)| sets.find(*a)).collect();
    let whole: Vec<usize> = (0..cluster.claims.len()).filter(|at| !apart.contains(&sets.find(*at))).collect();
    if whole.is_empty() { (0..cluster.claims.len()).collect() } else { whole }
}

/// Lowest and highest value that any claim allows, in the printed unit where all share it, else in base units.
fn envelope(claims: &[&Node<'_>]) -> Envelope {
    let unit = claims.first().and_then(|node| node.claim.unit.clone());
    let printed = claims.iter().all(|node| node.claim.unit == unit);
    let base = claims.first().and_then(|node| node.claim.si.as_ref()).map(|si| si.unit.to_string());
    let mut envelope = Envelope { unit: if printed { unit } else { base }, ..Envelope::default() };
    let ends = |node: &Node<'_>| {
        if printed {
            node.claim.stated().map(|hard| (hard.lo, hard.hi))
        } else {
            node.hard().map(|hard| (hard.lo, hard.hi))
        }
    };
    let valued: Vec<_> = claims.iter().filter_map(|node| ends(node).map(|ends| (*node, ends))).collect();
    // A claim that is open below says nothing of the low end, unless all are.
    if let Some((node, (lo, _))) =
        valued.iter().filter(|(_, (lo, _))| lo.is_some()).min_by_key(|(_, (lo, _))| *lo)
    {
        envelope.lo = *lo;
        envelope.lo_claim = Some(node.claim.id.clone());
    }
    let open = valued.iter().find(|(_, (_, hi))| hi.is_none());
    let highest = valued.iter().rev().max_by_key(|(_, (_, hi))| *hi);
    if let Some((node, (_, hi))) = open.or(highest) {
        envelope.hi = *hi;
        envelope.hi_claim = Some(node.claim.id.clone());
    }
    envelope
}

fn summary(
    envelope: &Envelope,
    claims: &[&Node<'_>],
    independent: usize,
    status: Status,
    gravest: Option<&Link>,
) -> String {
    let mut text = match status {
        Status::Contested => "Contested".to_owned(),
        Status::Corroborated => "Corroborated".to_owned(),
        Status::SingleSource => "One source".to_owned(),
    };
    text.push_str(&match independent {
        1 => format!(": {} claims go back to one independent source", claims.len()),
        many => format!(": {} claims of {many} independent sources", claims.len()),
    });
    if envelope.lo.is_some() || envelope.hi.is_some() {
        let unit = envelope.unit.as_deref().map(|unit| format!(" {unit}")).unwrap_or_default();
        text.push_str(&match (envelope.lo, envelope.hi) {
            (Some(lo), Some(hi)) if lo == hi => format!(", all of {lo}{unit}"),
            (Some(lo), Some(hi)) => format!(", from {lo} to {hi}{unit}"),
            (Some(lo), None) => format!(", from {lo}{unit} upwards"),
            (None, Some(hi)) => format!(", up to {hi}{unit}"),
            (None, None) => String::new(),
        });
    } else if let Some(node) = claims.first() {
        text.push_str(&format!(", {}", reading(node)));
    }
    text.push_str(". ");
    text.push_str(gravest.map_or("", |link| &link.why));
    text
}

/// The figure that the user's policy picks.
fn best(policy: Policy, claims: &[&Node<'_>], whole: &[usize], sources: &[usize]) -> Option<Best> {
    let valued = || whole.iter().map(|at| (*at, &claims[*at])).filter(|(_, node)| node.quantity.is_some());
    let picked = match policy {
        Policy::Envelope => None,
        // A claim that is open below gives no lowest figure.
        Policy::Conservative => valued().min_by_key(|(_, node)| {
            let low = node.hard().and_then(|hard| hard.lo);
            (low.is_none(), low)
        }),
        Policy::Latest => valued().rev().max_by_key(|(_, node)| {
            (node.when.filter(|_| node.firm).map(|when| when.to), node.published.map(|at| (at.date, at.time)))
        }),
        Policy::Primary => valued().min_by_key(|(_, node)| match node.claim.attribution.len() {
            0 => usize::MAX,
            chain => chain,
        }),
        Policy::MajorityOfIndependent => valued().rev().max_by_key(|(_, node)| {
            let mut backing: Vec<usize> = valued()
                .filter(|(_, other)| other.hard() == node.hard())
                .map(|(at, _)| sources[at])
                .collect();
            backing.sort_unstable();
            backing.dedup();
            backing.len()
        }),
    };
    picked.map(|(_, node)| Best { claim: node.claim.id.clone(), policy: policy.name().to_owned() })
}
