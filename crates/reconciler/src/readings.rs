//! What a document itself says about how a figure is to be read: stated twice in two units, or given coarse and fine.
//!
//! A quantity printed as "about 430 km (267 miles)" is true only where both readings are, and whoever converts to the mile means it to the mile; a headline's "roughly $141 million" is read by the
//! "$140,937,785" of the same article. Both narrow the hard interval before claims of other documents are compared.

use std::collections::BTreeSet;
use std::collections::hash_map::Entry;

use crosscheck_lexicon::traits::Traits;
use crosscheck_model::{BlockKind, Bound, Modality, Number};
use rust_decimal::Decimal;
use rustc_hash::FxHashMap;

use crate::digits::{rounds, tenfold};
use crate::node::{Dimension, Node};
use crate::words::{self, Word};

/// Figures near a rounded one that are looked at: a document that repeats one figure without end is read in linear time.
const NEIGHBOURS: usize = 64;
/// Bytes that may stand between a quantity and its conversion: " (", " / ", ", or ".
const BETWEEN: usize = 6;

/// Whether the second claim restates the first in another unit: "16 miles (26 km)".
pub fn is_stated_twice(text: &str, x: &Node<'_>, y: &Node<'_>) -> bool {
    let between = between(text, x, y);
    x.dimension == y.dimension
        && matches!(x.dimension, Dimension::Physical(_))
        && x.claim.unit != y.claim.unit
        && x.claim.sentence == y.claim.sentence
        && between.len() <= BETWEEN
        && (between.trim_start().starts_with(['(', '/', '['])
            || between.trim().trim_start_matches(',').trim() == "or")
}

/// Narrows the claims of one document by one another. `base` is the index of its first claim among all nodes.
pub fn narrow(text: &str, nodes: &mut [Node<'_>], base: u32) {
    for at in 1..nodes.len() {
        if is_stated_twice(text, &nodes[at - 1], &nodes[at])
            && let (Some(x), Some(y)) = (nodes[at - 1].quantity, nodes[at].quantity)
            && let Some(both) = x.soft.intersect(&y.soft).or_else(|| x.hard.intersect(&y.hard))
        {
            let words = [nodes[at].claim.surface.as_str(), nodes[at - 1].claim.surface.as_str()];
            for (node, other) in nodes[at - 1..=at].iter_mut().zip(words) {
                if let Some(quantity) = &mut node.quantity {
                    quantity.hard = both;
                    node.read_by = Some(other);
                }
            }
            share_frame(nodes, at - 1, at);
            nodes[at].twin = Some(base + u32::try_from(at - 1).unwrap_or(u32::MAX));
            nodes[at - 1].twin = Some(base + u32::try_from(at).unwrap_or(u32::MAX));
        }
    }
    share_times(nodes);
    part_places(nodes);
    rows(text, nodes);
    let sorted = by_number(nodes);
    let finest: Vec<Option<usize>> = (0..nodes.len()).map(|coarse| finer(nodes, &sorted, coarse)).collect();
    for (coarse, fine) in finest.into_iter().enumerate() {
        if let Some(fine) = fine
            && let Some(hard) = nodes[fine].hard()
            && let Some(quantity) = &mut nodes[coarse].quantity
        {
            quantity.hard = hard;
            nodes[coarse].read_by = Some(nodes[fine].claim.surface.as_str());
            share_time(nodes, coarse, fine);
            nodes[coarse].finer = Some(base + u32::try_from(fine).unwrap_or(u32::MAX));
        }
    }
}

/// How many times a count the greater one must be to be another count, and no rounding or later state of it.
const ROUNDED: Decimal = Decimal::from_parts(125, 0, 0, false, 2);

/// A count of one place is a part where the document gives a greater one of no place, and counts in other places too or tells both side
/// by side: "94,000 in the islands", "28,000 on the coast", "the toll exceeds 150,000".
fn part_places(nodes: &mut [Node<'_>]) {
    let counted = |node: &Node<'_>| {
        let told = node.claim.modality == Modality::Asserted && node.rate == 0;
        let counted = told && node.dimension == Dimension::Count && node.is_of(Traits::PERSONS);
        node.anchor().filter(|_| counted).map(|anchor| (node.class, anchor))
    };
    // By class: the greatest count of no place and where it stands, and the places that are counted in.
    let mut wholes: FxHashMap<Word, (Number, u32)> = FxHashMap::default();
    let mut places: FxHashMap<Word, Vec<Word>> = FxHashMap::default();
    for node in nodes.iter() {
        let Some((class, anchor)) = counted(node) else { continue };
        if is_placed(node) {
            places.entry(class).or_default().push(node.place);
        // What a party counts stands against the others' counts.
        } else if node.place == 0 && !node.firm && !node.party {
            let most = wholes.entry(class).or_insert((anchor, node.claim.start));
            *most = (*most).max((anchor, node.claim.start));
        }
    }
    for node in nodes.iter_mut().filter(|node| is_placed(node)) {
        node.regional = counted(node).is_some_and(|(class, anchor)| {
            let several = places.get(&class).is_some_and(|all| all.iter().any(|place| *place != node.place));
            wholes.get(&class).is_some_and(|(most, at)| {
                let rounds = anchor.0.checked_mul(ROUNDED).is_none_or(|most_rounded| most_rounded >= most.0);
                let beside = node.claim.start.abs_diff(*at) <= crate::block::BESIDE;
                (several || beside) && !rounds && !tenfold(anchor, *most)
            })
        });
        node.part = node.regional;
    }
    let mut regions: FxHashMap<Word, BTreeSet<Word>> = FxHashMap::default();
    for node in nodes.iter().filter(|node| node.regional) {
        regions.entry(node.class).or_default().insert(node.place);
    }
    for node in nodes.iter_mut().filter(|node| node.place == 0) {
        let Some((class, anchor)) = counted(node) else { continue };
        if let Some(regions) = regions.get(&class)
            && wholes.get(&class).is_some_and(|(most, _)| *most == anchor)
        {
            node.regions = regions.iter().copied().collect();
        }
    }
}

/// Whether a count is told of a place, and not as a part of another already.
fn is_placed(node: &Node<'_>) -> bool {
    node.place != 0 && !node.part && !node.nominal
}

/// Bytes between two figures of a row: "for lost wages and ".
const ROW: usize = 40;

/// What the figures of each row make together: "900 passengers and 140 crew were evacuated", "$55 million for lost wages and $60
/// million for pain".
fn rows(text: &str, nodes: &mut [Node<'_>]) {
    let mut from = 0;
    while from < nodes.len() {
        let mut to = from + 1;
        while to < nodes.len() && is_row(text, &nodes[to - 1], &nodes[to]) {
            to += 1;
        }
        let closed = to > from + 1 && between(text, &nodes[to - 2], &nodes[to - 1]).contains("and");
        let sum = nodes[from..to]
            .iter()
            .try_fold(Decimal::ZERO, |sum, node| sum.checked_add(node.anchor()?.0))
            .filter(|_| closed);
        for node in &mut nodes[from..to] {
            node.row = sum.map(Number);
        }
        from = to;
    }
}

/// Whether two figures stand in one row: two groups of one state, or two sums of one measure, with a comma or "and" between.
fn is_row(text: &str, x: &Node<'_>, y: &Node<'_>) -> bool {
    let exact = |node: &Node<'_>| node.claim.bound == Bound::Exact && !node.part && node.rate == 0;
    let one = match x.dimension {
        Dimension::Count => x.class != 0 && x.class == y.class && x.object != y.object,
        Dimension::Money(_) => x.measure != 0 && x.measure == y.measure,
        _ => false,
    };
    let between = between(text, x, y);
    let joins = matches!(between.trim(), "," | "and" | ", and" | "as well as")
        || matches!(x.dimension, Dimension::Money(_)) && between.trim_end().ends_with(" and");
    one && x.dimension == y.dimension
        && x.claim.sentence == y.claim.sentence
        && exact(x)
        && exact(y)
        && joins
        && between.len() <= ROW
        && !between.contains(['.', ';', ':', '('])
}

/// The words from the end of one claim to the start of the next.
fn between<'t>(text: &'t str, x: &Node<'_>, y: &Node<'_>) -> &'t str {
    text.get(x.claim.end as usize..y.claim.start as usize).unwrap_or("")
}

/// A figure that a document tells twice, in its headline and in its text, holds for one time.
fn share_times(nodes: &mut [Node<'_>]) {
    let mut told: FxHashMap<(Dimension, Number, Word), usize> = FxHashMap::default();
    for at in 0..nodes.len() {
        let node = &nodes[at];
        let anchor = node.anchor().filter(|_| node.class != 0);
        // Small counts recur by chance.
        let Some(anchor) =
            anchor.filter(|anchor| node.dimension != Dimension::Count || *anchor >= Number::from(100))
        else {
            continue;
        };
        match told.entry((node.dimension, anchor, node.class)) {
            Entry::Vacant(first) => {
                first.insert(at);
            }
            Entry::Occupied(first) => share_time(nodes, *first.get(), at),
        }
    }
}

/// What a document tells of the time of one wording holds for the other, where that one has no time of its own.
fn share_time(nodes: &mut [Node<'_>], x: usize, y: usize) {
    for (to, from) in [(x, y), (y, x)] {
        let (when, firm, dates) = (nodes[from].when, nodes[from].firm, nodes[from].dates.clone());
        let window = nodes[from].window.clone();
        let node = &mut nodes[to];
        if firm && !node.firm {
            (node.when, node.firm) = (when, true);
        }
        if node.dates.is_empty() {
            node.dates = dates;
        }
        // A headline leaves out what its article says beside the same figure.
        if node.claim.block == BlockKind::Title {
            let mut words = [&node.window[..], &window[..]].concat();
            words.sort_unstable();
            words.dedup();
            node.window = words.into();
        }
    }
}

/// A conversion in brackets has no words of its own: what is known of either claim holds for both.
fn share_frame(nodes: &mut [Node<'_>], x: usize, y: usize) {
    for (to, from) in [(x, y), (y, x)] {
        if nodes[to].class == 0 && nodes[to].concepts.is_empty() {
            let other = nodes[from].clone();
            let node = &mut nodes[to];
            (node.class, node.lemma, node.class_name, node.nominal) =
                (other.class, other.lemma, other.class_name, other.nominal);
            (node.object, node.concepts) = (other.object, other.concepts);
        }
    }
}

/// Claims with a printed number, by dimension and number.
fn by_number(nodes: &[Node<'_>]) -> Vec<(Dimension, Number, usize)> {
    let mut sorted: Vec<_> = nodes
        .iter()
        .enumerate()
        .filter_map(|(at, node)| Some((node.dimension, node.quantity?.anchor?, at)))
        .collect();
    sorted.sort_unstable();
    sorted
}

/// The one claim of the document that this one rounds: finer by at least two digits, same dimension, about the same thing, and not said by
/// another speaker.
fn finer(nodes: &[Node<'_>], sorted: &[(Dimension, Number, usize)], coarse: usize) -> Option<usize> {
    let c = &nodes[coarse];
    if !matches!(c.claim.bound, Bound::Exact | Bound::About | Bound::Nearly) {
        return None;
    }
    let q = c.quantity?;
    let (g, anchor, hundred) = (q.granularity?.0, q.anchor?, Decimal::ONE_HUNDRED);
    let lowest = Number(anchor.0.checked_sub(g)?);
    let highest = Number(anchor.0.checked_add(g)?);
    let from = sorted.partition_point(|(dimension, number, _)| (*dimension, *number) < (c.dimension, lowest));
    let near = sorted[from..]
        .iter()
        .take_while(|(dimension, number, _)| *dimension == c.dimension && *number <= highest)
        .take(NEIGHBOURS);
    let mut best = None;
    for at in near.map(|(_, _, at)| *at) {
        let f = &nodes[at];
        let Some(p) = f.quantity else { continue };
        let Some(h) = p.granularity.and_then(|h| h.0.checked_mul(hundred)) else { continue };
        let two_speakers = f.body != 0 && c.body != 0 && f.body != c.body;
        if at == coarse
            || h > g
            || two_speakers
            || !rounds(p, q)
            || !p.hard.lo.is_some_and(|lo| q.hard.has(lo))
        {
            continue;
        }
        let mut shared = 0;
        words::each_shared(&f.context, &c.context, |_| shared += 1);
        if shared >= 2 || (f.class != 0 && f.class == c.class) {
            if best.is_some() {
                return None;
            }
            best = Some(at);
        }
    }
    best
}
