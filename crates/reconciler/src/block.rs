//! Which pairs are compared at all.
//!
//! Claims of one dimension form a family. A small family is compared whole. In a large one a pair must share a cue: a rare word of both
//! sentences, the two rarest words together, or the place and event class; sums of money also meet under their numeral, whatever the
//! currency. Claims are filed under each cue, and pairs are made inside one file only. A file that grows beyond `WHOLE` is swept: its
//! claims are sorted by class, figure and day, and each meets its next `WINDOW` neighbours. Lengths of time and dates are filed together
//! besides. Cost is then linear in the number of claims, and the report says how many files were swept.

use rayon::prelude::*;

use crate::context::Context;
use crate::node::{Dimension, Node, day_number};
use crate::words::{self, Word};

/// Up to this many claims a file is compared whole.
const WHOLE: usize = 48;
/// In a file that is swept, a claim meets so many of the claims next to it.
const WINDOW: usize = 8;
/// Rare words of a sentence that file a claim.
const CUES: usize = 4;
/// A word in more sentences than this ties nothing together.
const COMMON: u32 = 2000;
/// Families up to this size are compared whole: small sets of documents need no cues.
const SMALL: usize = 600;

/// Bytes within which one document tells of a whole and its part: a sentence and the next.
pub(crate) const BESIDE: u32 = 400;

/// A pair of claims by index, the lower first.
pub type Candidate = (u32, u32);

/// The pairs to compare, sorted, each once; and how many files were swept.
pub fn candidates(cx: &Context<'_>, nodes: &[Node<'_>]) -> (Vec<Candidate>, usize) {
    let mut families: Vec<(Dimension, u32)> =
        (0_u32..).zip(nodes).map(|(at, node)| (node.dimension, at)).collect();
    families.par_sort_unstable();
    let mut pairs = Vec::new();
    let mut files: Vec<((Dimension, Word), u32)> = Vec::new();
    for family in families.chunk_by(|a, b| a.0 == b.0) {
        if family.len() <= SMALL {
            let members: Vec<u32> = family.iter().map(|(_, at)| *at).collect();
            whole(nodes, &members, &mut pairs);
        } else {
            files.par_extend(family.par_iter().flat_map_iter(|(dimension, at)| {
                cues(cx, &nodes[*at as usize]).into_iter().map(move |cue| ((*dimension, cue), *at))
            }));
        }
    }
    dated_lengths(cx, nodes, &mut pairs);
    // One numeral in two currencies.
    files.extend((0_u32..).zip(nodes).filter_map(|(at, node)| {
        let figure = node.quantity.filter(|_| matches!(node.dimension, Dimension::Money(_)))?.anchor?;
        Some(((Dimension::Money(0), words::key(Some(&figure.to_string()))), at))
    }));
    files.par_sort_unstable();
    files.dedup();
    let blocks: Vec<&[((Dimension, Word), u32)]> =
        files.chunk_by(|a, b| a.0 == b.0).filter(|block| block.len() > 1).collect();
    let made: Vec<(Vec<Candidate>, bool)> = blocks
        .par_iter()
        .map(|block| {
            let mut members: Vec<u32> = block.iter().map(|(_, at)| *at).collect();
            let mut pairs = Vec::new();
            if members.len() <= WHOLE {
                whole(nodes, &members, &mut pairs);
                (pairs, false)
            } else {
                sweep(nodes, &mut members, &mut pairs);
                (pairs, true)
            }
        })
        .collect();
    let swept = made.iter().filter(|(_, swept)| *swept).count();
    drop(blocks);
    drop(files);
    pairs.reserve_exact(made.iter().map(|(pairs, _)| pairs.len()).sum());
    pairs.extend(made.into_iter().flat_map(|(pairs, _)| pairs));
    pairs.par_sort_unstable();
    pairs.dedup();
    (pairs, swept)
}

/// Lengths of time and the dates that may tell the same, of two documents.
///
/// Few documents are compared whole; in many, a pair must share a cue. A file too large to be compared whole says nothing.
fn dated_lengths(cx: &Context<'_>, nodes: &[Node<'_>], pairs: &mut Vec<Candidate>) {
    let of = |wanted: fn(Dimension) -> bool| -> Vec<u32> {
        (0_u32..).zip(nodes).filter(|(_, node)| wanted(node.dimension)).map(|(at, _)| at).collect()
    };
    let lengths = of(|dimension| matches!(dimension, Dimension::Duration | Dimension::Age));
    let dates = of(|dimension| dimension == Dimension::Calendar);
    let mut meet = |lengths: &[u32], dates: &[u32]| {
        for a in lengths {
            let fits = |b: &&u32| crate::lengths::fit(&nodes[*a as usize], &nodes[**b as usize]).is_some();
            pairs.extend(dates.iter().filter(fits).map(|b| (*a.min(b), *a.max(b))));
        }
    };
    if lengths.len() + dates.len() <= SMALL {
        return meet(&lengths, &dates);
    }
    let mut files: Vec<(Word, bool, u32)> = Vec::new();
    for (members, date) in [(lengths, false), (dates, true)] {
        files.extend(
            members
                .iter()
                .flat_map(|at| cues(cx, &nodes[*at as usize]).into_iter().map(move |cue| (cue, date, *at))),
        );
    }
    files.par_sort_unstable();
    files.dedup();
    for file in files.chunk_by(|a, b| a.0 == b.0).filter(|file| file.len() <= WHOLE) {
        let (lengths, dates) = file.split_at(file.partition_point(|(_, date, _)| !date));
        let members = |half: &[(Word, bool, u32)]| half.iter().map(|(.., at)| *at).collect::<Vec<u32>>();
        meet(&members(lengths), &members(dates));
    }
}

/// The files a claim belongs to.
fn cues(cx: &Context<'_>, node: &Node<'_>) -> Vec<Word> {
    let mut rare: Vec<(u32, Word)> = node
        .context
        .iter()
        .map(|word| (cx.sentences_with(*word), *word))
        .filter(|(seen, _)| (2..=COMMON).contains(seen))
        .collect();
    rare.sort_unstable();
    rare.truncate(CUES);
    let mix = |salt: u64, word: Word| (word ^ salt).wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(29);
    let mut cues: Vec<Word> = rare.iter().map(|(_, word)| mix(1, *word)).collect();
    // The two rarest words together part the files of words that many stories share.
    if let [(_, first), (_, second), ..] = rare.as_slice() {
        cues.push(mix(2, first.min(second) ^ first.max(second).rotate_left(7)));
    }
    if node.place != 0 {
        cues.push(mix(3, node.place ^ node.class.rotate_left(11)));
    }
    cues
}

/// Claims of two documents meet, and claims of one document that may be a part of one another, or that it gives to two speakers.
fn meets(nodes: &[Node<'_>], a: u32, b: u32) -> bool {
    let (x, y) = (&nodes[a as usize], &nodes[b as usize]);
    // "3.8 km long", "38 kilometres long": what one document gives twice of one named extent.
    let extents = || {
        matches!(x.dimension, Dimension::Physical(_))
            && x.claim.sentence != y.claim.sentence
            && x.measure != 0
            && x.measure == y.measure
            && crate::digits::same_digits(x, y)
    };
    x.doc != y.doc
        || extents()
        || (((x.class != 0 && x.class == y.class) || (x.lemma != 0 && x.lemma == y.lemma))
            && x.dimension == Dimension::Count
            && ((x.object != y.object && x.claim.start.abs_diff(y.claim.start) <= BESIDE)
                || (x.body != 0 && y.body != 0 && x.body != y.body)))
}

fn whole(nodes: &[Node<'_>], members: &[u32], pairs: &mut Vec<Candidate>) {
    for (at, a) in members.iter().enumerate() {
        for b in &members[at + 1..] {
            if meets(nodes, *a, *b) {
                pairs.push((*a.min(b), *a.max(b)));
            }
        }
    }
}

/// Sorts by class, figure and day, and pairs each claim with its next neighbours.
fn sweep(nodes: &[Node<'_>], members: &mut [u32], pairs: &mut Vec<Candidate>) {
    let day = |at: u32| {
        let node = &nodes[at as usize];
        day_number(node.when)
    };
    members.sort_by(|x, y| {
        let (a, b) = (&nodes[*x as usize], &nodes[*y as usize]);
        let low = |node: &Node<'_>| node.hard().and_then(|hard| hard.lo.or(hard.hi));
        (a.class, low(a), day(*x), *x).cmp(&(b.class, low(b), day(*y), *y))
    });
    for (at, a) in members.iter().enumerate() {
        for b in members[at + 1..].iter().filter(|b| meets(nodes, *a, **b)).take(WINDOW) {
            pairs.push((*a.min(b), *a.max(b)));
        }
    }
}
