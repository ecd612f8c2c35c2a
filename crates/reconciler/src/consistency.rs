//! What only a whole cluster shows.
//!
//! A coarse word takes its reading from the fuller wording of the same speaker: "guns" beside the quotation "small arms and
//! anti-tank weapons" means small arms, so "cannons" does not make it precise but contradicts it.

use std::collections::BTreeSet;

use crosscheck_model::{Axis, Relation, Severity};
use rustc_hash::{FxHashMap, FxHashSet};

use crate::Edge;
use crate::context::Context;
use crate::evidence::besides_figure;
use crate::node::{Dimension, Node};
use crate::rule::{in_common, list, quote};

/// Settles edges by what the other edges say.
pub fn settle(_cx: &Context<'_>, nodes: &[Node<'_>], edges: &mut Vec<Edge>) {
    rivals(nodes, edges);
    withdrawn(nodes, edges);
    crate::rules::reclassified::settle(nodes, edges);
    twins(nodes, edges);
    coarse_words(nodes, edges);
    alone(nodes, edges);
    dated(nodes, edges);
}

/// Bits of evidence by which two claims must be nearer one another than either to its equal, for the equal figure to be chance.
const CHANCE: f64 = 3.0;

/// Drops a differing figure where the other article gives the same figure itself.
///
/// Each article tells many figures of one kind: distances, rates, sums. Where both print "16 miles", neither's "16 miles" is at odds
/// with, or a later state of, the other's "200 miles".
fn rivals(nodes: &[Node<'_>], edges: &mut Vec<Edge>) {
    let fits = |edge: &Edge| {
        matches!(edge.verdict.relation, Relation::Agree | Relation::Copy)
            || (matches!(edge.verdict.relation, Relation::Compatible | Relation::Refines)
                && same_anchor(nodes, edge))
            || edge.rule == "rounded-value"
    };
    let doc = |at: u32| nodes[at as usize].doc;
    // A toll is one count however often an article tells of it; and two speakers differ though an article cites both.
    let is_state = |edge: &Edge| {
        let part = |name: &str| edge.score.parts.iter().any(|part| part.name == name);
        nodes[edge.a as usize].dimension == Dimension::Count
            && nodes[edge.a as usize].class != 0
            && part("same event class")
            && part("same thing counted")
    };
    let two_speakers = |a: u32, b: u32| {
        let (x, y) = (nodes[a as usize].body, nodes[b as usize].body);
        x != 0 && y != 0 && x != y
    };
    let one_speaker = |edge: &Edge| {
        let (x, y) = (&nodes[edge.a as usize], &nodes[edge.b as usize]);
        (x.body != 0 && x.body == y.body) || (x.side != 0 && x.side == y.side)
    };
    let apart = |edge: &Edge| match edge.verdict.relation {
        Relation::Updates => is_state(edge),
        Relation::Conflict => two_speakers(edge.a, edge.b),
        _ => false,
    };
    // By claim and other document, the most evidence of one measure, whatever the figure; and the claims that fit.
    let mut partners: FxHashMap<(u32, u32), (f64, f64)> = FxHashMap::default();
    let mut fitting: FxHashMap<(u32, u32), Vec<u32>> = FxHashMap::default();
    for edge in edges.iter().filter(|edge| fits(edge)) {
        for (claim, other) in [(edge.a, edge.b), (edge.b, edge.a)] {
            let key = (claim, doc(other));
            fitting.entry(key).or_default().push(other);
            let most = partners.entry(key).or_insert((f64::MIN, f64::MIN));
            let (all, words) = besides_figure(&edge.score);
            *most = (most.0.max(all), most.1.max(words));
        }
    }
    // "He said that the 2014 rate was 30 percent; the return showed 35.72": the other article itself gives both, of one time and by
    // two speakers.
    let contested = |claim: u32, other: u32| {
        let node = &nodes[other as usize];
        let by_another = |at: &u32| {
            let fit = &nodes[*at as usize];
            two_speakers(*at, other) && fit.measure == node.measure && fit.when == node.when
        };
        let one_time = nodes[claim as usize].when == node.when;
        one_time
            && node.measure != 0
            && fitting.get(&(claim, doc(other))).is_some_and(|fits| fits.iter().any(by_another))
    };
    // Two figures that one document itself sets against each other are one measure.
    let tied: FxHashSet<u32> =
        edges.iter().filter(|edge| doc(edge.a) == doc(edge.b)).flat_map(|edge| [edge.a, edge.b]).collect();
    edges.retain(|edge| {
        let differs =
            matches!(edge.verdict.relation, Relation::Updates | Relation::Conflict | Relation::Compatible)
                && !matches!(edge.rule, "disjoint-object" | "contrasting-state")
                && !edge.verdict.stands
                && !apart(edge)
                && !fits(edge);
        // One figure may stand for two things by chance: what is said of much more in common is the measure meant.
        let rival = |claim: u32, other: u32| {
            let (all, words) = besides_figure(&edge.score);
            // Who gives two figures gives them of two things, unless the words beside them say otherwise.
            let nearer = |most: &(f64, f64)| {
                all - most.0 >= CHANCE && (words - most.1 >= CHANCE || !one_speaker(edge))
            };
            let quarrel = edge.verdict.relation == Relation::Conflict && contested(claim, other);
            partners.get(&(claim, doc(other))).is_some_and(|most| !quarrel && !nearer(most))
        };
        let settled = rival(edge.a, edge.b) || rival(edge.b, edge.a);
        let retold = tied.contains(&edge.a) || tied.contains(&edge.b);
        doc(edge.a) == doc(edge.b) || !differs || !settled || retold
    });
}

/// Turns updates between a withdrawn figure and the one that replaced it into conflicts.
///
/// Where an article says that a higher figure was withdrawn, another article that prints it gives no later state of the count.
fn withdrawn(nodes: &[Node<'_>], edges: &mut [Edge]) {
    let anchor = |at: u32| nodes[at as usize].quantity.and_then(|quantity| quantity.anchor);
    let corrected: Vec<_> = edges
        .iter()
        .filter(|edge| edge.rule == "withdrawn-figure" && edge.verdict.flags.contains(&"corrects"))
        .filter_map(|edge| Some((nodes[edge.a as usize].dimension, anchor(edge.a)?, anchor(edge.b)?)))
        .collect();
    for edge in edges.iter_mut().filter(|edge| edge.rule == "running-figure") {
        let (Some(x), Some(y)) = (anchor(edge.a), anchor(edge.b)) else { continue };
        let dimension = nodes[edge.a as usize].dimension;
        // The end that prints the withdrawn figure; printed before the correction, it was an earlier state after all.
        let Some(old_is_a) = corrected.iter().find_map(|(d, now, old)| match *d == dimension {
            true if *now == x && *old == y => Some(false),
            true if *now == y && *old == x => Some(true),
            _ => None,
        }) else {
            continue;
        };
        let published = |at: u32| nodes[at as usize].published;
        let (old, now) = if old_is_a { (edge.a, edge.b) } else { (edge.b, edge.a) };
        if published(old).zip(published(now)).is_some_and(|(old, now)| old < now) {
            continue;
        }
        edge.rule = "withdrawn-figure";
        edge.verdict.relation = Relation::Conflict;
        edge.verdict.severity = Severity::Discrepancy;
        edge.verdict.reversed = false;
        edge.verdict.flags.retain(|flag| *flag != "corrects");
        edge.verdict.flags.push("stale");
        edge.verdict.why = format!(
            "{} and {} are not two states of one count: one of the articles says that the higher figure was withdrawn.",
            quote(&nodes[edge.a as usize]),
            quote(&nodes[edge.b as usize])
        ).into();
    }
}

/// Drops a second quarrel over one quantity stated twice.
///
/// "60 metres (200 feet)" against "200 metres" is a swapped unit, and says all; of two pairs of conversions that differ, kilometres stand
/// against kilometres and miles against miles.
fn twins(nodes: &[Node<'_>], edges: &mut Vec<Edge>) {
    let ends = |edge: &Edge| [(edge.a, edge.b), (edge.b, edge.a)];
    let slip = |edge: &&Edge| matches!(edge.rule, "unit-swap" | "digit-slip" | "swapped-digits");
    let slips: FxHashSet<(u32, u32)> = edges.iter().filter(slip).flat_map(ends).collect();
    let twin = |at: u32| nodes[at as usize].twin;
    edges.retain(|edge| {
        let (a, b) = (edge.a, edge.b);
        let told = |named: &FxHashSet<(u32, u32)>| {
            let is = |x: Option<u32>, y: Option<u32>| x.zip(y).is_some_and(|pair| named.contains(&pair));
            is(twin(a), Some(b)) || is(Some(a), twin(b)) || is(twin(a), twin(b))
        };
        let differs = matches!(edge.rule, "value-mismatch" | "speaker-against-itself" | "direction-mismatch");
        // Where both texts convert, unit stands against unit; a single figure quarrels with either wording.
        let alone = twin(a).is_none() || twin(b).is_none();
        !differs || alone || !told(&slips)
    });
}

fn same_anchor(nodes: &[Node<'_>], edge: &Edge) -> bool {
    let anchor = |at: u32| nodes[at as usize].quantity.and_then(|quantity| quantity.anchor);
    anchor(edge.a).is_some() && anchor(edge.a) == anchor(edge.b)
}

fn coarse_words(nodes: &[Node<'_>], edges: &mut [Edge]) {
    // For each claim of an object conflict: the claims it cannot be about.
    let mut against: FxHashMap<u32, Vec<u32>> = FxHashMap::default();
    for edge in edges.iter().filter(|edge| edge.rule == "disjoint-object") {
        against.entry(edge.a).or_default().push(edge.b);
        against.entry(edge.b).or_default().push(edge.a);
    }
    if against.is_empty() {
        return;
    }
    let fits = |relation: Relation| matches!(relation, Relation::Agree | Relation::Refines | Relation::Copy);
    let mut joined: FxHashMap<u32, Vec<u32>> = FxHashMap::default();
    for edge in edges
        .iter()
        .filter(|edge| fits(edge.verdict.relation) && edge.verdict.flags.contains(&"same_speaker"))
    {
        joined.entry(edge.a).or_default().push(edge.b);
        joined.entry(edge.b).or_default().push(edge.a);
    }
    for edge in edges.iter_mut().filter(|edge| edge.rule == "finer-object") {
        let (fine, coarse) = if edge.verdict.reversed { (edge.b, edge.a) } else { (edge.a, edge.b) };
        // The fuller wording that fits the coarse word and contradicts the fine one.
        let partners: &[u32] = joined.get(&coarse).map_or(&[], Vec::as_slice);
        let rivals = |of: u32| -> Vec<u32> {
            let others = against.get(&of).map_or(&[][..], Vec::as_slice);
            partners.iter().copied().filter(|at| others.contains(at)).collect()
        };
        // A quotation outranks a retelling, then the wording that more texts share; where neither side leads, nothing
        // is settled.
        let quoted = |at: u32| nodes[at as usize].claim.attribution.iter().any(|speaker| speaker.quoted);
        let theirs = rivals(fine);
        let ours = theirs.first().map_or_else(Vec::new, |first| rivals(*first));
        let rank = |side: &[u32]| (side.iter().any(|at| quoted(*at)), side.len());
        let full = if rank(&theirs) > rank(&ours) {
            theirs.iter().copied().max_by_key(|at| (quoted(*at), std::cmp::Reverse(*at)))
        } else {
            None
        };
        let Some(full) = full else { continue };
        edge.rule = "disjoint-object";
        edge.verdict.relation = Relation::Conflict;
        edge.verdict.axes = vec![Axis::Object];
        edge.verdict.severity = Severity::Discrepancy;
        edge.verdict.reversed = false;
        edge.verdict.flags.push("one_statement");
        edge.verdict.why = format!(
            "In both texts {} are the same, so {} and {} retell one statement, but the same speaker's fuller wording of the first is {}, which the second contradicts.",
            in_common(&edge.score),
            quote(&nodes[coarse as usize]),
            quote(&nodes[fine as usize]),
            quote(&nodes[full as usize])
        ).into();
    }
}

/// Says of each quarrel over the thing counted which wording stands alone: one article against two or more.
fn alone(nodes: &[Node<'_>], edges: &mut [Edge]) {
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
        edge.verdict.why = format!(
            "{}; {lonely} stands alone, as the other articles say {}{}.",
            edge.verdict.why.trim_end_matches('.'),
            list(&words),
            if one_thing { ", which fit one another" } else { "" }
        )
        .into();
        edge.verdict = edge.verdict.clone().fact("stands alone", lonely);
    }
}

/// Names the other date that stands in the sentence of a figure at odds with another: the figure may be of that time.
fn dated(nodes: &[Node<'_>], edges: &mut [Edge]) {
    /// Days from which a date is of another time than the article's own.
    const OTHER: i64 = 45;
    let other_date = |at: u32| -> Option<&Node<'_>> {
        let node = &nodes[at as usize];
        let from =
            nodes[..at as usize].iter().rposition(|other| other.doc != node.doc).map_or(0, |last| last + 1);
        nodes[from..]
            .iter()
            .take_while(|other| other.doc == node.doc)
            .filter(|other| other.claim.sentence == node.claim.sentence)
            .find(|other| other.days.is_some_and(|days| node.when.is_none_or(|when| days.gap(when) > OTHER)))
    };
    for edge in edges.iter_mut().filter(|edge| {
        edge.verdict.severity < Severity::Note
            && edge.verdict.axes.contains(&Axis::Value)
            && nodes[edge.a as usize].doc != nodes[edge.b as usize].doc
    }) {
        for at in [edge.a, edge.b] {
            let Some(other) = other_date(at) else { continue };
            edge.verdict.why = format!(
                "{}; the sentence of {} also names {}, so that figure may be of another time.",
                edge.verdict.why.trim_end_matches('.'),
                quote(&nodes[at as usize]),
                quote(other)
            )
            .into();
        }
    }
}
