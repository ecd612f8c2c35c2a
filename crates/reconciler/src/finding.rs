//! Clusters of claims to findings: the envelope, who sets its ends, how many independent sources, how well supported.

use crosscheck_model::{Best, Envelope, Finding, Link, Relation, Severity, Status};
use petgraph::unionfind::UnionFind;
use rustc_hash::FxHashMap;

use crate::config::Policy;
use crate::context::Context;
use crate::graph::Cluster;
use crate::node::{Dimension, Node};
use crate::rule::{quote, reading};

/// What the report shows of a cluster.
pub(crate) fn finding(cx: &Context<'_>, nodes: &[Node<'_>], links: &[Link], cluster: &Cluster) -> Finding {
    let claims: Vec<&Node<'_>> = cluster.claims.iter().map(|at| &nodes[*at as usize]).collect();
    let own: Vec<&Link> = cluster.links.iter().map(|at| &links[*at as usize]).collect();
    let sources = independent_sources(cx, nodes, links, cluster);
    let independent = sources.iter().copied().max().map_or(0, |last| last + 1);
    let severity = own.iter().map(|link| link.severity).min().unwrap_or(Severity::Note);
    let status = if own.iter().any(|link| link.relation == Relation::Conflict) {
        Status::Contested
    } else if independent > 1 {
        Status::Corroborated
    } else {
        Status::SingleSource
    };
    let envelope = envelope(&claims);
    let measure = measure(&claims);
    let gravest = own.iter().find(|link| link.severity == severity).copied();
    Finding {
        id: String::new(),
        // The engine names findings, when all are known.
        fingerprint: String::new(),
        severity,
        title: title(&measure, &claims, gravest),
        summary: summary(&envelope, nodes, &claims, independent, status, gravest),
        measure,
        best: cx.config.policy.and_then(|policy| best(policy, &claims, &sources)),
        envelope,
        independent_sources: independent,
        status,
        claims: claims.iter().map(|node| node.claim.id.clone()).collect(),
        links: own.iter().map(|link| link.id.clone()).collect(),
        baseline: None,
        decision: None,
    }
}

/// For each claim of the cluster the number of its source, counted from 0 in order: copies, one publisher,
/// and speakers of one side are one source.
fn independent_sources(
    cx: &Context<'_>,
    nodes: &[Node<'_>],
    links: &[Link],
    cluster: &Cluster,
) -> Vec<usize> {
    let count = cluster.claims.len();
    let mut sets = UnionFind::<u32>::new(count);
    let mut first: FxHashMap<(u8, u64), u32> = FxHashMap::default();
    let mut position: FxHashMap<&str, u32> = FxHashMap::default();
    for (at, claim) in (0_u32..).zip(&cluster.claims) {
        let node = &nodes[*claim as usize];
        position.insert(node.claim.id.as_str(), at);
        let group = cx.copies.group.get(node.doc as usize).copied().unwrap_or(node.doc);
        // Who says it counts; only an article that says it itself counts as a publisher.
        let keys = if node.side != 0 {
            [(0, node.side), (0, node.side)]
        } else {
            [(1, node.publisher), (2, u64::from(group) + 1)]
        };
        for key in keys.into_iter().filter(|key| key.1 != 0) {
            let known = *first.entry(key).or_insert(at);
            sets.union(at, known);
        }
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

/// Lowest and highest value that any claim allows, in the printed unit where all share it, else in base units.
fn envelope(claims: &[&Node<'_>]) -> Envelope {
    let unit = claims.first().and_then(|node| node.claim.unit.clone());
    let printed = claims.iter().all(|node| node.claim.unit == unit);
    let base = claims.first().and_then(|node| node.claim.si.as_ref()).map(|si| si.unit.to_string());
    let mut envelope = Envelope { unit: if printed { unit } else { base }, ..Envelope::default() };
    let ends = |node: &Node<'_>| {
        if printed {
            node.claim.value.as_ref().map(|value| (value.lo, value.hi))
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

/// What is measured: the event and the thing, as most claims word them.
fn measure(claims: &[&Node<'_>]) -> String {
    let mut wordings: Vec<(usize, String)> = Vec::new();
    for node in claims {
        let object = node.claim.object.as_ref().map_or("", |object| object.head.as_str());
        let event =
            node.claim.event.as_ref().map_or("", |event| event.concept.as_deref().unwrap_or(&event.lemma));
        let wording = match (object, event) {
            ("", "") => kind(node).to_owned(),
            ("", event) => format!("{} of {event}", kind(node)),
            (object, "") => object.to_owned(),
            (object, event) => format!("{object}, {event}"),
        };
        match wordings.iter_mut().find(|(_, known)| *known == wording) {
            Some((count, _)) => *count += 1,
            None => wordings.push((1, wording)),
        }
    }
    // The first of the most frequent.
    let most = wordings.iter().map(|(count, _)| *count).max().unwrap_or(0);
    wordings.into_iter().find(|(count, _)| *count == most).map_or_else(String::new, |(_, wording)| wording)
}

fn kind(node: &Node<'_>) -> &'static str {
    match node.dimension {
        Dimension::Count => "number",
        Dimension::Money(_) => "sum",
        Dimension::Percent => "share",
        Dimension::Physical(_) => "extent",
        Dimension::Duration => "length",
        Dimension::Calendar => "date",
        Dimension::Age => "age",
        Dimension::Ordinal => "rank",
        Dimension::Score => "result",
    }
}

fn title(measure: &str, claims: &[&Node<'_>], gravest: Option<&Link>) -> String {
    let Some(link) = gravest else { return measure.to_owned() };
    let quote_of = |id: &str| {
        claims.iter().find(|node| node.claim.id == id).map_or_else(String::new, |node| quote(node))
    };
    let verb = match link.relation {
        Relation::Agree => "agrees with",
        Relation::Compatible => "is compatible with",
        Relation::Refines => "makes precise",
        Relation::Updates => "updates",
        Relation::PartOf => "is part of",
        Relation::Copy => "is copied as",
        Relation::Conflict => "against",
    };
    format!("{measure}: {} {verb} {}", quote_of(&link.a), quote_of(&link.b))
}

fn summary(
    envelope: &Envelope,
    nodes: &[Node<'_>],
    claims: &[&Node<'_>],
    independent: usize,
    status: Status,
    gravest: Option<&Link>,
) -> String {
    let _ = nodes;
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
        let lo = envelope.lo.map_or_else(|| "open".to_owned(), |lo| lo.to_string());
        let hi = envelope.hi.map_or_else(|| "open".to_owned(), |hi| hi.to_string());
        text.push_str(&format!(", from {lo} to {hi}{unit}"));
    } else if let Some(node) = claims.first() {
        text.push_str(&format!(", {}", reading(node)));
    }
    text.push_str(". ");
    text.push_str(gravest.map_or("", |link| &link.why));
    text
}

/// The figure that the user's policy picks.
fn best(policy: Policy, claims: &[&Node<'_>], sources: &[usize]) -> Option<Best> {
    let valued = || claims.iter().enumerate().filter(|(_, node)| node.quantity.is_some());
    let picked = match policy {
        Policy::Envelope => None,
        Policy::Conservative => valued().min_by_key(|(_, node)| node.hard().and_then(|hard| hard.lo)),
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
