//! Chooses the noun synsets worth keeping and numbers them parents first.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Result, ensure};

use super::dict::{Dict, RawSynset};
use super::keys::normal;

/// The chosen synsets, in their new order.
pub(crate) struct Synsets {
    /// Offset in the dict file -> new number.
    pub(crate) number: BTreeMap<u32, u32>,
    /// By new number.
    pub(crate) list: Vec<Chosen>,
}

/// One chosen synset.
pub(crate) struct Chosen {
    /// The first word that can be a key, in dict spelling.
    pub(crate) name: String,
    /// The domain: a lexicographer file counted from `noun.act`, or its own for a top synset.
    pub(crate) domain: u8,
    /// New numbers of the parents, each smaller than the synset's own.
    pub(crate) parents: Vec<u32>,
}

/// The lexicographer files from number 4 on; the number of a domain is its place here.
const FILES: [&str; 25] = [
    "act",
    "animal",
    "artifact",
    "attribute",
    "body",
    "cognition",
    "communication",
    "event",
    "feeling",
    "food",
    "group",
    "location",
    "motive",
    "object",
    "person",
    "phenomenon",
    "plant",
    "possession",
    "process",
    "quantity",
    "relation",
    "shape",
    "state",
    "substance",
    "time",
];

/// The domain of the few synsets at the very top that are no file's beginner ("entity", "whole").
const TOPS: u8 = 25;

/// Drops what no text counts: named individuals, the Latin names of biology, which would only make
/// ordinary words look like nouns ("Bos"), and the long names of plants.
pub(crate) fn choose(dict: &Dict) -> Result<Synsets> {
    let mut children: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
    let mut roots = Vec::new();
    for (&offset, synset) in &dict.nouns {
        if synset.is_instance {
            continue;
        }
        match synset.parents.first() {
            None => roots.push(offset),
            Some(_) => {
                for &parent in &synset.parents {
                    children.entry(parent).or_default().push(offset);
                }
            }
        }
    }
    let kept: Vec<u32> = parents_first(&roots, &children, dict);
    let number: BTreeMap<u32, u32> = kept.iter().enumerate().map(|(new, &old)| (old, new as u32)).collect();
    let mut list = Vec::with_capacity(kept.len());
    for (new, old) in kept.iter().enumerate() {
        let synset = &dict.nouns[old];
        let parents: Vec<u32> =
            synset.parents.iter().filter_map(|parent| number.get(parent).copied()).collect();
        ensure!(
            parents.iter().all(|&parent| parent < new as u32),
            "{} comes before its parent",
            synset.words[0]
        );
        list.push(Chosen {
            name: name(synset).cloned().unwrap_or_default(),
            domain: domain(synset),
            parents,
        });
    }
    Ok(Synsets { number, list })
}

/// A depth-first order in which every parent precedes its children, so that most parents are near.
fn parents_first(roots: &[u32], children: &BTreeMap<u32, Vec<u32>>, dict: &Dict) -> Vec<u32> {
    let mut order = Vec::new();
    let mut done = BTreeSet::new();
    let mut stack: Vec<u32> = roots.iter().rev().copied().collect();
    while let Some(offset) = stack.pop() {
        let synset = &dict.nouns[&offset];
        let is_ready =
            synset.parents.iter().all(|parent| done.contains(parent) || dict.nouns[parent].is_instance);
        // A synset with a parent still to come is pushed again by that parent.
        let is_leaf = !children.contains_key(&offset);
        let is_dropped = is_latin(synset) || (is_leaf && is_long_plant(synset)) || name(synset).is_none();
        if !is_ready || is_dropped || !done.insert(offset) {
            continue;
        }
        order.push(offset);
        stack.extend(children.get(&offset).into_iter().flatten().rev());
    }
    order
}

/// A taxon: filed under animal, group or plant, and somewhere named by a rank and a capitalised word.
fn is_latin(synset: &RawSynset) -> bool {
    const RANKS: [&str; 12] = [
        "genus_",
        "family_",
        "order_",
        "class_",
        "phylum_",
        "division_",
        "suborder_",
        "subclass_",
        "superfamily_",
        "subfamily_",
        "subphylum_",
        "tribe_",
    ];
    matches!(synset.file, 5 | 14 | 20)
        && synset.words.iter().any(|word| {
            RANKS.iter().any(|rank| {
                word.strip_prefix(rank).is_some_and(|name| name.starts_with(|c: char| c.is_ascii_uppercase()))
            })
        })
}

/// A plant known only by names of several words: thirteen thousand lemmas whose last word
/// ("Norway spruce", "red maple") says all that a count needs.
fn is_long_plant(synset: &RawSynset) -> bool {
    synset.file == 20 && synset.words.iter().all(|word| word.contains('_'))
}

/// The word that will name the synset.
fn name(synset: &RawSynset) -> Option<&String> {
    synset.words.iter().find(|word| normal(word).is_some())
}

fn domain(synset: &RawSynset) -> u8 {
    match synset.file {
        3 => FILES
            .iter()
            .position(|file| synset.words.iter().any(|word| word == file))
            .map_or(TOPS, |place| place as u8),
        file => file - 4,
    }
}
