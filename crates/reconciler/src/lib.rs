#![doc = include_str!("../README.md")]
//!
//! # Map
//! `node` makes a claim ready, `quantity` brings its value to base units, `readings` lets a document narrow its own figures. `copies` finds
//! who repeats whom, `stories` which documents are about one thing, and `block` picks the pairs worth comparing. `facts` is the gate and
//! says how the events, things counted (`objects`), times and numerals (`digits`) of a pair stand to each other; `evidence` weighs
//! them. `rules` name the difference, for which `measurand` asks whether two figures that differ are of one thing. `consistency` looks
//! at whole clusters, and `graph` and `finding` gather what belongs together.

mod around;
pub mod block;
pub mod config;
pub mod consistency;
pub mod context;
pub mod copies;
pub mod digits;
mod doers;
mod entries;
mod events;
mod evidence;
pub mod facts;
mod finding;
pub mod graph;
mod lengths;
mod measurand;
pub mod node;
pub mod objects;
mod order;
mod places;
mod quantity;
pub mod readings;
pub mod rule;
pub mod rules;
mod shared;
mod speakers;
pub mod stories;
mod theatres;
mod times;
pub mod words;

use std::borrow::Cow;
use std::sync::Arc;

use crosscheck_model::{Axis, Claim, Document, Fact, Finding, Kind, Link, Relation, Score, Severity, Span};
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

pub use config::Config;
use context::Context;
use copies::Copies;
pub use crosscheck_model as model;
use graph::ClaimGraph;
use node::{Node, Open};
use rule::{Check, Local, Pair, Verdict};
use shared::Shared;
use stories::Stories;

/// A document with its text, as the reconciler needs it for finding copies.
#[derive(Debug, Clone, Copy)]
pub struct Source<'a> {
    /// What the report says of it.
    pub document: &'a Document,
    /// Its text.
    pub text: &'a str,
}

/// What the reconciler finds.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Reconciled {
    /// Typed edges, by the claims linked.
    pub links: Vec<Link>,
    /// Findings, gravest first.
    pub findings: Vec<Finding>,
    /// Per document, the group of documents that copy one text.
    pub copy_groups: Vec<Option<String>>,
    /// Blocks that were swept and the like.
    pub notes: Vec<String>,
}

/// Links the claims of several documents, with the default configuration.
pub fn reconcile(sources: &[Source<'_>], claims: &[Claim]) -> Reconciled {
    reconcile_with(sources, claims, &Config::default())
}

/// Links the claims of several documents.
///
/// Claims come by document and offset, as [`crosscheck_model::Report`] holds them; the result depends on nothing else. The order
/// of the documents decides the numbers of links and findings and which end of a symmetric link is named first, and nothing else.
pub fn reconcile_with(sources: &[Source<'_>], claims: &[Claim], config: &Config) -> Reconciled {
    let order = order::canonical(sources);
    let ranked: Vec<Source<'_>> = order.iter().map(|at| sources[*at as usize]).collect();
    let stories = Stories::new(&ranked);
    let mut nodes = nodes(&ranked, claims, &stories);
    let copies = Copies::new(&ranked, &nodes);
    let copy_groups = copies.names(&order);
    let mut cx = Context::new(config, &nodes, copies, stories);
    let mut notes = Vec::new();
    let mut found = compare(&cx, &nodes, &mut notes);
    let own = within(&cx, &ranked, &nodes);
    found.reserve_exact(own.len());
    // What the pair rules have named already is not told twice.
    let told: FxHashSet<(u32, u32)> = found
        .iter()
        .filter(|edge| edge.verdict.relation == Relation::PartOf)
        .map(|edge| (edge.a, edge.b))
        .collect();
    found.extend(
        own.into_iter()
            .filter(|edge| edge.verdict.relation != Relation::PartOf || !told.contains(&(edge.a, edge.b))),
    );
    consistency::settle(&cx, &nodes, &mut found);
    // What was read for comparing is not needed for telling; of half a million claims it is a third of all memory.
    cx.forget_words();
    nodes.par_iter_mut().for_each(Node::forget_words);
    found.sort_by_key(|edge| (edge.a, edge.b));
    let places = order::places(claims);
    let place: Vec<u32> =
        nodes.iter().map(|node| places.get(node.claim.id.as_str()).copied().unwrap_or(u32::MAX)).collect();
    let links = links(&nodes, &place, found);
    let (links, findings) = findings(&cx, &nodes, &place, links);
    Reconciled { links, findings, copy_groups, notes }
}

/// A verdict with the claims it is about.
#[derive(Debug, Clone)]
pub struct Edge {
    /// The lower claim.
    pub a: u32,
    /// The higher claim.
    pub b: u32,
    /// The rule that fired.
    pub rule: &'static str,
    /// What it said.
    pub verdict: Verdict,
    /// Why the two were compared.
    pub score: Score,
}

impl Edge {
    /// Gives a link the name that only its whole cluster shows; what the old name said of states is dropped.
    pub(crate) fn rename(
        &mut self,
        rule: &'static str,
        (relation, severity): (Relation, Severity),
        axes: &[Axis],
        reversed: bool,
        why: String,
    ) {
        self.rule = rule;
        self.verdict.relation = relation;
        self.verdict.severity = severity;
        self.verdict.axes = axes.to_vec();
        self.verdict.reversed = reversed;
        self.verdict.flags.retain(|flag| !matches!(*flag, "corrects" | "stale"));
        self.verdict.why = why.into();
    }
}

/// Makes all claims ready, by the order of the sources; claims of a document that is not among the sources are left out.
pub fn nodes<'a>(sources: &[Source<'_>], claims: &'a [Claim], stories: &Stories) -> Vec<Node<'a>> {
    let index: FxHashMap<&str, u32> =
        (0_u32..).zip(sources).map(|(at, source)| (source.document.id.as_str(), at)).collect();
    let mut by_document: Vec<(u32, &[Claim], u32)> = claims
        .chunk_by(|a, b| a.document == b.document)
        .filter_map(|chunk| Some((*index.get(chunk[0].document.as_str())?, chunk, 0)))
        .collect();
    by_document.sort_by_key(|(doc, ..)| *doc);
    let mut next = 0_u32;
    for (_, chunk, base) in &mut by_document {
        *base = next;
        next += u32::try_from(chunk.len()).unwrap_or(0);
    }
    let made: Vec<Vec<Node<'a>>> = by_document
        .par_iter()
        .map(|(doc, claims, base)| {
            let source = &sources[*doc as usize];
            let mut read: Option<(Span, Arc<[words::Word]>)> = None;
            let mut nodes: Vec<Node<'a>> = claims
                .iter()
                .map(|claim| {
                    // The claims of a sentence share its words.
                    let span = around::span_near(claim, source.text);
                    let context = match &read {
                        Some((last, words)) if *last == span => Arc::clone(words),
                        _ => words::content_words(span.slice(source.text)).into(),
                    };
                    read = Some((span, Arc::clone(&context)));
                    Node::new(claim, *doc, source, stories, context)
                })
                .collect();
            figures(&mut nodes);
            entries::mark(source.text, &mut nodes);
            readings::narrow(source.text, &mut nodes, *base);
            nodes
        })
        .collect();
    made.into_iter().flatten().collect()
}

/// Fills in the figures and dates that stand beside each claim in its sentence.
fn figures(nodes: &mut [Node<'_>]) {
    let mut from = 0;
    while from < nodes.len() {
        let sentence = nodes[from].claim.sentence;
        let to = from + nodes[from..].iter().take_while(|node| node.claim.sentence == sentence).count();
        let all: Box<[_]> = nodes[from..to]
            .iter()
            .filter_map(|node| Some((node.dimension, node.quantity?.anchor?)))
            .take(16)
            .collect();
        let dates: Box<[_]> = nodes[from..to]
            .iter()
            .filter(|node| node.claim.kind != Kind::Set && node.open == Open::No)
            .filter_map(|node| node.days)
            .take(8)
            .collect();
        for node in &mut nodes[from..to] {
            node.dates.clone_from(&dates);
            node.figures.clone_from(&all);
        }
        from = to;
    }
}

/// Pairs that are compared before what their verdicts have in common is gathered.
const BATCH: usize = 1 << 16;

/// Asks the pair rules about every candidate pair.
fn compare(cx: &Context<'_>, nodes: &[Node<'_>], notes: &mut Vec<String>) -> Vec<Edge> {
    let (candidates, swept) = block::candidates(cx, nodes);
    if swept > 0 {
        notes.push(format!(
            "{swept} groups of claims with a cue in common were too large to compare whole; there each claim met the claims next to it in value and time."
        ));
    }
    let mut shared = Shared::default();
    let mut edges: Vec<Edge> = Vec::new();
    for batch in candidates.chunks(BATCH) {
        let mut found: Vec<Edge> = batch.par_iter().filter_map(|(a, b)| edge(cx, nodes, *a, *b)).collect();
        found.iter_mut().for_each(|edge| shared.hold(edge));
        // Room for a batch more, not for as much again.
        edges.reserve_exact(found.len());
        edges.append(&mut found);
    }
    edges
}

/// The verdict on one candidate pair, if it is to be told.
fn edge(cx: &Context<'_>, nodes: &[Node<'_>], a: u32, b: u32) -> Option<Edge> {
    let (first, second) = (&nodes[a as usize], &nodes[b as usize]);
    let facts = facts::compare(cx, first, second).ok()?;
    let pair = Pair { a: first, b: second, facts: &facts };
    let (rule, verdict) = decide(cx, &pair)?;
    // Of what one document says twice only its parts are told, and where its speakers differ.
    let within = match verdict.relation {
        Relation::Conflict => {
            let slip = matches!(rule, "digit-slip" | "unit-swap");
            pair.is_opposed() || (slip && rules::opposed_figures::is_tied(cx, first, second))
        }
        Relation::PartOf => true,
        Relation::Updates => pair.is_of_two_entries(),
        _ => false,
    };
    (first.doc != second.doc || within).then_some(Edge { a, b, rule, verdict, score: facts.score })
}

/// The first rule that fires.
pub fn decide(cx: &Context<'_>, pair: &Pair<'_>) -> Option<(&'static str, Verdict)> {
    // A part of a group is no rival, earlier state or rounding of the whole.
    let apart = pair.part_is_b().is_some() && !pair.same_anchor() && !objects::is_one_cell(pair.a, pair.b);
    // Sums in two currencies are compared for their numerals alone, a length and a date for their fit; a rate that is left out makes no two.
    let unlike = pair.a.dimension != pair.b.dimension && !pair.same_unit();
    // A rise and a fall of one size are no agreement, whatever they are of.
    let opposite = rules::opposite_change::is_opposite(pair.a, pair.b);
    let asked = |rule: &&&rule::Rule| {
        (!opposite || rule.relation == Relation::Conflict)
            && (!apart || rules::is_of_parts(rule.id))
            && (!unlike || rules::is_of_units(rule.id))
    };
    rules::ALL.iter().filter(asked).find_map(|rule| match rule.check {
        Check::Pair(check) => check(cx, pair).map(|verdict| (rule.id, verdict)),
        Check::Document(_) | Check::Cluster => None,
    })
}

/// Asks the document rules about every document.
fn within(cx: &Context<'_>, sources: &[Source<'_>], nodes: &[Node<'_>]) -> Vec<Edge> {
    let mut documents: Vec<(u32, &[Node<'_>])> = Vec::new();
    let mut base = 0_u32;
    for chunk in nodes.chunk_by(|a, b| a.doc == b.doc) {
        documents.push((base, chunk));
        base += u32::try_from(chunk.len()).unwrap_or(0);
    }
    documents
        .par_iter()
        .flat_map_iter(|(base, nodes)| {
            let text = sources.get(nodes[0].doc as usize).map_or("", |source| source.text);
            let document = rule::Document { nodes, text };
            let index = |at: usize| base + u32::try_from(at).unwrap_or(0);
            rules::ALL
                .iter()
                .filter_map(|rule| match rule.check {
                    Check::Document(check) => Some((rule.id, check(cx, &document))),
                    _ => None,
                })
                .flat_map(|(rule, found)| {
                    found.into_iter().map(move |Local { a, b, verdict }| {
                        let (first, second, reversed) =
                            if a <= b { (a, b, verdict.reversed) } else { (b, a, !verdict.reversed) };
                        let verdict = Verdict { reversed, ..verdict };
                        Edge { a: index(first), b: index(second), rule, verdict, score: Score::default() }
                    })
                })
                .collect::<Vec<_>>()
        })
        .collect()
}

/// Edges to links, in the order of the edges; `place` is where each claim stands in the report.
fn links(nodes: &[Node<'_>], place: &[u32], mut edges: Vec<Edge>) -> Vec<(Link, u32, u32)> {
    let mut links: Vec<(Link, u32, u32)> = Vec::with_capacity(edges.len());
    // From the end, so that what became a link is let go of at once.
    while !edges.is_empty() {
        let batch = edges.split_off(edges.len().saturating_sub(BATCH));
        edges.shrink_to_fit();
        links.extend(batch.into_iter().rev().map(|edge| {
            let (a, b) = (edge.a, edge.b);
            (link(nodes, place, edge), a, b)
        }));
    }
    links.reverse();
    let mut numbered: Vec<&mut (Link, u32, u32)> = links.iter_mut().collect();
    numbered.sort_by_key(|(_, a, b)| ends(place, *a, *b));
    for (at, (link, _, _)) in numbered.into_iter().enumerate() {
        link.id = format!("l{}", at + 1);
    }
    links
}

/// An edge as the report has it, yet without a number.
fn link(nodes: &[Node<'_>], place: &[u32], edge: Edge) -> Link {
    let turned = if edge.verdict.relation.is_symmetric() {
        place[edge.a as usize] > place[edge.b as usize]
    } else {
        edge.verdict.reversed
    };
    let (a, b) = if turned { (edge.b, edge.a) } else { (edge.a, edge.b) };
    Link {
        id: String::new(),
        a: nodes[a as usize].claim.id.clone(),
        b: nodes[b as usize].claim.id.clone(),
        relation: edge.verdict.relation,
        axes: edge.verdict.axes,
        severity: edge.verdict.severity,
        flags: edge.verdict.flags.into_iter().map(Cow::Borrowed).collect(),
        rule: edge.rule.into(),
        score: edge.score,
        facts: if turned { turn(&edge.verdict.facts) } else { edge.verdict.facts },
        why: edge.verdict.why,
    }
}

/// Facts whose "a" and "b" name the ends of a link that runs the other way.
fn turn(facts: &[Fact]) -> Arc<[Fact]> {
    let mut turned = facts.to_vec();
    for fact in &mut turned {
        match fact.name.as_ref() {
            "a" => fact.name = "b".into(),
            "b" => fact.name = "a".into(),
            "a read as" => fact.name = "b read as".into(),
            "b read as" => fact.name = "a read as".into(),
            _ => {}
        }
    }
    turned.sort_by(|x, y| x.name.cmp(&y.name));
    turned.into()
}

/// Where the two ends of an edge stand in the report, the first first.
fn ends(place: &[u32], a: u32, b: u32) -> (u32, u32) {
    let (x, y) = (place[a as usize], place[b as usize]);
    (x.min(y), x.max(y))
}

/// Clusters to findings, gravest first; flags bridges on the links. Both come out by the claims of the report.
fn findings(
    cx: &Context<'_>,
    nodes: &[Node<'_>],
    place: &[u32],
    edges: Vec<(Link, u32, u32)>,
) -> (Vec<Link>, Vec<Finding>) {
    let graph = ClaimGraph::new(nodes.len(), edges.iter().map(|(_, a, b)| (*a, *b)));
    let keys: Vec<(u32, u32)> = edges.iter().map(|(_, a, b)| ends(place, *a, *b)).collect();
    let mut links: Vec<Link> = edges.into_iter().map(|(link, _, _)| link).collect();
    for bridge in graph.bridges() {
        links[bridge as usize].flags.push("bridge".into());
    }
    let mut found: Vec<(Severity, u32, Finding)> = graph
        .clusters()
        .par_iter()
        .map(|cluster| {
            let mut finding = finding::finding(cx, nodes, &links, cluster);
            let mut claims = cluster.claims.clone();
            claims.sort_by_key(|at| place[*at as usize]);
            finding.claims = claims.iter().map(|at| nodes[*at as usize].claim.id.clone()).collect();
            let mut own = cluster.links.clone();
            own.sort_by_key(|at| keys[*at as usize]);
            finding.links = own.iter().map(|at| links[*at as usize].id.clone()).collect();
            let first = claims.first().map_or(u32::MAX, |at| place[*at as usize]);
            (finding.severity, first, finding)
        })
        .collect();
    found.sort_by_key(|(severity, first, _)| (*severity, *first));
    let findings = (1..)
        .zip(found)
        .map(|(number, (_, _, finding))| Finding { id: format!("f{number}"), ..finding })
        .collect();
    order::sort_by(&keys, &mut links);
    (links, findings)
}

/// The gravest severity of a set of findings.
pub fn gravest(findings: &[Finding]) -> Option<Severity> {
    findings.iter().map(|finding| finding.severity).min()
}
