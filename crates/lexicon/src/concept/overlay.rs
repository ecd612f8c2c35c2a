//! The reviewed overlay `data/overlay.tsv`: a small taxonomy of what news counts, laid over WordNet.
//!
//! An overlay kind names the WordNet senses below which it continues, so the two form one graph: upward
//! from a WordNet sense until the first such anchor, from there on along the overlay's own parents.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::table::{Row, rows};
use crate::taxonomy::{Synset, word};

/// The number of an overlay kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Kind(u16);

/// A set of overlay kinds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct KindSet([u64; KindSet::WORDS]);

/// How a word stands to the kind that its overlay line names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// It names the kind.
    Itself,
    /// It names a group that is counted as its members.
    Members,
    /// It names a group that is counted as a whole.
    Unit,
}

/// One reading of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Reading {
    pub(super) kind: Kind,
    pub(super) role: Role,
}

/// What is known of a kind.
#[derive(Debug, Default)]
struct Node {
    name: &'static str,
    parents: Vec<Kind>,
    /// The kind itself and everything above it.
    up: KindSet,
    anchors: Vec<Synset>,
    /// Why the direct kinds of it exclude each other, if they do.
    partition: Option<&'static str>,
    /// Whether the kinds that only WordNet names exclude each other as well.
    is_species: bool,
    /// The kinds that it excludes by its own line or as a part of a partition.
    apart: KindSet,
    stands_for: Option<Kind>,
    usually: Option<(Kind, &'static str)>,
}

/// The overlay, read once.
#[derive(Default)]
pub(super) struct Overlay {
    nodes: Vec<Node>,
    readings: FxHashMap<&'static str, Vec<Reading>>,
    anchors: FxHashMap<Synset, Kind>,
    overlaps: Vec<(Kind, Kind)>,
    /// The reasons of the lines that hold two kinds apart.
    apart_reasons: FxHashMap<(Kind, Kind), &'static str>,
}

/// The overlay's text.
pub(super) const TEXT: &str = include_str!("../../data/overlay.tsv");

static OVERLAY: LazyLock<Overlay> = LazyLock::new(Overlay::read);

/// The overlay.
pub(super) fn overlay() -> &'static Overlay {
    &OVERLAY
}

impl KindSet {
    /// Sixty-four kinds each; a test over the table holds that it suffices.
    const WORDS: usize = 6;

    fn insert(&mut self, kind: Kind) {
        if let Some(word) = self.0.get_mut(usize::from(kind.0) / 64) {
            *word |= 1 << (kind.0 % 64);
        }
    }

    pub(super) fn contains(&self, kind: Kind) -> bool {
        self.0.get(usize::from(kind.0) / 64).is_some_and(|word| word >> (kind.0 % 64) & 1 != 0)
    }

    pub(super) fn add(&mut self, other: &KindSet) {
        for (word, more) in self.0.iter_mut().zip(other.0) {
            *word |= more;
        }
    }

    pub(super) fn common(&self, other: &KindSet) -> KindSet {
        let mut common = *self;
        for (word, more) in common.0.iter_mut().zip(other.0) {
            *word &= more;
        }
        common
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0 == [0; KindSet::WORDS]
    }

    fn len(&self) -> u32 {
        self.0.iter().map(|word| word.count_ones()).sum()
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = Kind> + use<> {
        let words = self.0;
        (0..KindSet::WORDS).flat_map(move |index| {
            (0..64)
                .filter(move |bit| words[index] >> bit & 1 != 0)
                .map(move |bit| Kind((index * 64) as u16 + bit))
        })
    }
}

impl Overlay {
    fn read() -> Overlay {
        let mut overlay = Overlay::default();
        let mut by_name = FxHashMap::default();
        for row in rows(TEXT) {
            let is_family = row.cell(0) == "family";
            if !is_family && row.cell(0) != "kind" {
                continue;
            }
            let kind = Kind(overlay.nodes.len() as u16);
            by_name.insert(row.cell(1), kind);
            overlay.nodes.push(overlay.node(&row, is_family, kind, &by_name));
            for word in std::iter::once(row.cell(1)).chain(row.list(if is_family { 2 } else { 3 })) {
                overlay.add_reading(word, kind, Role::Itself);
            }
            for sense in row.list(if is_family { 3 } else { 4 }).filter_map(sense) {
                overlay.anchors.insert(sense, kind);
                overlay.nodes[usize::from(kind.0)].anchors.push(sense);
            }
        }
        for row in rows(TEXT) {
            overlay.read_statement(&row, &by_name);
        }
        overlay.hold_partitions_apart();
        overlay
    }

    fn node(&self, row: &Row, is_family: bool, kind: Kind, by_name: &FxHashMap<&str, Kind>) -> Node {
        let mut node = Node { name: row.cell(1), ..Node::default() };
        node.up.insert(kind);
        if !is_family {
            // Parents come first in the table, so their own sets are complete.
            for parent in row.list(2).filter_map(|name| by_name.get(name).copied()) {
                node.parents.push(parent);
                let above = *self.up(parent);
                node.up.add(&above);
            }
        }
        node
    }

    fn add_reading(&mut self, word: &'static str, kind: Kind, role: Role) {
        let reading = Reading { kind, role };
        let readings = self.readings.entry(word).or_default();
        if !readings.contains(&reading) {
            readings.push(reading);
        }
    }

    fn read_statement(&mut self, row: &Row, by_name: &FxHashMap<&'static str, Kind>) {
        let named = |column| by_name.get(row.cell(column)).copied();
        match (row.cell(0), named(1), named(2)) {
            (word @ ("partition" | "species"), Some(kind), _) => {
                let node = self.node_mut(kind);
                node.partition = Some(row.reason());
                node.is_species = word == "species";
            }
            ("apart", Some(a), Some(b)) => self.hold_apart(a, b, row.reason()),
            ("overlap", Some(a), Some(b)) => self.overlaps.push((a, b)),
            ("usual", Some(a), Some(b)) => self.node_mut(a).usually = Some((b, row.reason())),
            ("standin", Some(a), Some(b)) => self.node_mut(a).stands_for = Some(b),
            ("group", _, Some(member)) => {
                row.list(1).for_each(|word| self.add_reading(word, member, Role::Members));
            }
            ("unit", _, Some(member)) => {
                row.list(1).for_each(|word| self.add_reading(word, member, Role::Unit));
            }
            // A test over the table holds that nothing else is there.
            _ => {}
        }
    }

    fn hold_apart(&mut self, a: Kind, b: Kind, reason: &'static str) {
        self.node_mut(a).apart.insert(b);
        self.node_mut(b).apart.insert(a);
        self.apart_reasons.insert((a.min(b), a.max(b)), reason);
    }

    fn hold_partitions_apart(&mut self) {
        for whole in 0..self.nodes.len() {
            let Some(reason) = self.nodes[whole].partition else { continue };
            let parts: Vec<Kind> = (0..self.nodes.len())
                .filter(|&part| self.nodes[part].parents.contains(&Kind(whole as u16)))
                .map(|part| Kind(part as u16))
                .collect();
            for (index, &a) in parts.iter().enumerate() {
                for &b in &parts[index + 1..] {
                    let is_related = self.up(a).contains(b) || self.up(b).contains(a);
                    if !is_related && !self.apart_reasons.contains_key(&(a.min(b), a.max(b))) {
                        self.hold_apart(a, b, reason);
                    }
                }
            }
        }
    }

    fn node_mut(&mut self, kind: Kind) -> &mut Node {
        &mut self.nodes[usize::from(kind.0)]
    }

    fn of(&self, kind: Kind) -> &Node {
        &self.nodes[usize::from(kind.0)]
    }

    /// The readings of a folded word or phrase.
    pub(super) fn readings(&self, word: &str) -> &[Reading] {
        self.readings.get(word).map_or(&[], Vec::as_slice)
    }

    /// The kind that continues below a WordNet sense.
    pub(super) fn anchored(&self, synset: Synset) -> Option<Kind> {
        self.anchors.get(&synset).copied()
    }

    pub(super) fn anchors(&self, kind: Kind) -> &[Synset] {
        &self.of(kind).anchors
    }

    pub(super) fn name(&self, kind: Kind) -> &'static str {
        self.of(kind).name
    }

    pub(super) fn parents(&self, kind: Kind) -> &[Kind] {
        &self.of(kind).parents
    }

    /// The kind and everything above it.
    pub(super) fn up(&self, kind: Kind) -> &KindSet {
        &self.of(kind).up
    }

    pub(super) fn stands_for(&self, kind: Kind) -> Option<Kind> {
        self.of(kind).stands_for
    }

    pub(super) fn usually(&self, kind: Kind) -> Option<(Kind, &'static str)> {
        self.of(kind).usually
    }

    /// Why kinds of this that only WordNet names exclude each other, if they do.
    pub(super) fn species(&self, kind: Kind) -> Option<&'static str> {
        self.of(kind).partition.filter(|_| self.of(kind).is_species)
    }

    /// The deepest kind of a set: the one with the most above it.
    pub(super) fn deepest(&self, set: &KindSet) -> Option<Kind> {
        set.iter().max_by_key(|&kind| (self.up(kind).len(), std::cmp::Reverse(kind)))
    }

    /// The root kinds of a set.
    pub(super) fn families(&self, set: &KindSet) -> impl Iterator<Item = Kind> {
        set.iter().filter(|&kind| self.parents(kind).is_empty())
    }

    /// The two kinds that hold two positions apart, given all kinds above each, and the line's reason.
    ///
    /// An overlap declared between kinds nearer to the positions outweighs the line.
    pub(super) fn apart(&self, a: &KindSet, b: &KindSet) -> Option<(Kind, Kind, &'static str)> {
        a.iter()
            .flat_map(|x| self.of(x).apart.common(b).iter().map(move |y| (x, y)))
            .find(|&(x, y)| !self.overlaps_nearer(a, b, x, y))
            .map(|(x, y)| {
                let reason = self.apart_reasons.get(&(x.min(y), x.max(y)));
                (x, y, reason.copied().unwrap_or_default())
            })
    }

    fn overlaps_nearer(&self, a: &KindSet, b: &KindSet, x: Kind, y: Kind) -> bool {
        self.overlaps
            .iter()
            .flat_map(|&(p, q)| [(p, q), (q, p)])
            .any(|(p, q)| a.contains(p) && b.contains(q) && self.up(p).contains(x) && self.up(q).contains(y))
    }
}

/// A sense written "cannon#2": the lemma and its place in WordNet's order.
fn sense(text: &str) -> Option<Synset> {
    let (lemma, place) = text.split_once('#')?;
    let place: usize = place.parse().ok()?;
    word(lemma)?.noun_senses().nth(place.checked_sub(1)?)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::spelling::fold;

    #[test]
    fn every_line_is_understood() {
        let mut names = BTreeSet::new();
        for row in rows(TEXT) {
            let line = row.line;
            let known = |column| names.contains(row.cell(column));
            let (width, is_sound) = match row.cell(0) {
                "family" => (5, true),
                "kind" => (6, row.list(2).count() > 0 && row.list(2).all(|name| names.contains(name))),
                "partition" | "species" => (3, known(1)),
                "apart" | "overlap" | "usual" | "standin" => (4, known(1) && known(2)),
                "group" | "unit" => (4, known(2)),
                other => panic!("line {line}: {other}"),
            };
            assert!(is_sound, "line {line}: a name that no earlier line has");
            assert_eq!(row.width(), width, "line {line}");
            assert!(!row.reason().is_empty(), "line {line}: no reason");
            if matches!(row.cell(0), "family" | "kind") {
                assert!(names.insert(row.cell(1)), "line {line}: named twice");
            }
            for word in row.list(1) {
                assert_eq!(fold(word), word, "line {line}: not the key of its spelling");
            }
            let senses = match row.cell(0) {
                "family" => 3,
                "kind" => 4,
                _ => continue,
            };
            for text in row.list(senses) {
                assert!(sense(text).is_some(), "line {line}: no sense {text}");
            }
        }
        assert!(names.len() <= 64 * KindSet::WORDS);
    }

    #[test]
    fn no_sense_anchors_two_kinds() {
        let mut seen = BTreeSet::new();
        for kind in &overlay().nodes {
            for &anchor in &kind.anchors {
                assert!(seen.insert(anchor), "{}: {}", kind.name, anchor.name());
            }
        }
    }
}
