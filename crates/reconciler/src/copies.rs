//! Who repeats whom: shared runs of five words, between sentences and between documents.
//!
//! Containment is the share of the shorter text's runs that stand in the longer one too (Broder 1997). It is symmetric, and a
//! short agency item printed inside a long article still has containment 1.

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use crate::Source;
use crate::node::Node;
use crate::words;

/// Words in a run.
const RUN: usize = 5;
/// Containment from which one text repeats the other.
pub const ALIGNED: f64 = 0.5;
/// Runs that a text must have to be told a copy: shorter sentences agree by chance.
const FEWEST: usize = 3;
/// Runs of a sentence that are kept.
const LONGEST: usize = 512;
/// A run in more documents than this is a set phrase or a page's boilerplate, and proves nothing.
const COMMONEST: usize = 64;
/// Of the runs of a document every fourth is kept, picked by its hash, so that both documents keep the same ones.
const KEEP: u64 = 4;

/// Sentences by document and first byte.
type SentenceKey = (u32, u32);

/// The runs of every sentence with a claim, and the groups of documents that copy one text.
#[derive(Debug, Default)]
pub struct Copies {
    sentences: FxHashMap<SentenceKey, Box<[u64]>>,
    /// Per document, the lowest index of the documents it shares its text with; itself when none.
    pub group: Vec<u32>,
}

/// The hashes of all runs of five words, sorted, each once.
fn runs(text: &str) -> Vec<u64> {
    let mut tokens = Vec::new();
    let mut lower = String::new();
    for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        lower.clear();
        lower.extend(word.chars().flat_map(char::to_lowercase));
        tokens.push(words::hash(lower.as_bytes()));
    }
    let mut runs: Vec<u64> = tokens
        .windows(RUN)
        .map(|run| {
            run.iter()
                .fold(17, |state: u64, word| state.rotate_left(9).wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ word)
        })
        .collect();
    runs.sort_unstable();
    runs.dedup();
    runs
}

#[expect(clippy::cast_precision_loss, reason = "texts have fewer than 2^52 words")]
fn containment(a: &[u64], b: &[u64]) -> f64 {
    let shorter = a.len().min(b.len());
    if shorter < FEWEST {
        return 0.0;
    }
    let mut shared = 0_usize;
    words::each_shared(a, b, |_| shared += 1);
    shared as f64 / shorter as f64
}

impl Copies {
    /// Reads the runs of all sentences with claims, and groups documents.
    pub fn new(sources: &[Source<'_>], nodes: &[Node<'_>]) -> Self {
        let mut keys: Vec<(SentenceKey, &str)> = nodes
            .iter()
            .map(|node| {
                let sentence = node.claim.sentence;
                let text = sources.get(node.doc as usize).map_or("", |source| source.text);
                ((node.doc, sentence.start), sentence.slice(text))
            })
            .collect();
        keys.dedup_by_key(|entry| entry.0);
        let sentences = keys
            .par_iter()
            .map(|(key, text)| {
                let mut runs = runs(text);
                // Of a sentence of pages the lowest hashes stand for all (Broder 1997): a pair is compared in bounded time.
                runs.truncate(LONGEST);
                (*key, runs.into_boxed_slice())
            })
            .collect::<Vec<_>>();
        Self { sentences: sentences.into_iter().collect(), group: groups(sources) }
    }

    /// Drops the runs; the groups of documents stay.
    pub(crate) fn forget_sentences(&mut self) {
        self.sentences = FxHashMap::default();
    }

    /// Containment of two sentences, 0 to 1.
    pub fn sentence_containment(&self, a: SentenceKey, b: SentenceKey) -> f64 {
        match (self.sentences.get(&a), self.sentences.get(&b)) {
            (Some(a), Some(b)) => containment(a, b),
            _ => 0.0,
        }
    }

    /// Names for the groups of more than one document; `order` says which document each index stands for, and the names come out,
    /// and are numbered, by document.
    pub fn names(&self, order: &[u32]) -> Vec<Option<String>> {
        let mut size: FxHashMap<u32, u32> = FxHashMap::default();
        let mut by_document = vec![0; self.group.len()];
        for (root, document) in self.group.iter().zip(order) {
            *size.entry(*root).or_default() += 1;
            by_document[*document as usize] = *root;
        }
        let mut named: FxHashMap<u32, String> = FxHashMap::default();
        by_document
            .into_iter()
            .map(|root| {
                (size.get(&root).copied().unwrap_or(0) > 1).then(|| {
                    let next = named.len() + 1;
                    named.entry(root).or_insert_with(|| format!("g{next}")).clone()
                })
            })
            .collect()
    }
}

/// Groups documents whose article text repeats half of the shorter one.
fn groups(sources: &[Source<'_>]) -> Vec<u32> {
    let kept: Vec<Vec<u64>> = sources
        .par_iter()
        .map(|source| {
            let mut all = Vec::new();
            for span in &source.document.body {
                all.extend(runs(span.slice(source.text)));
            }
            // Short texts keep every run: a sample of few would say nothing.
            if all.len() > 256 {
                all.retain(|run| run % KEEP == 0);
            }
            all.sort_unstable();
            all.dedup();
            all
        })
        .collect();
    let mut index: Vec<(u64, u32)> =
        (0_u32..).zip(&kept).flat_map(|(doc, runs)| runs.iter().map(move |run| (*run, doc))).collect();
    index.par_sort_unstable();
    let mut pairs: FxHashMap<(u32, u32), u32> = FxHashMap::default();
    for block in index.chunk_by(|a, b| a.0 == b.0).filter(|block| (2..=COMMONEST).contains(&block.len())) {
        for (at, (_, a)) in block.iter().enumerate() {
            for (_, b) in &block[at + 1..] {
                *pairs.entry((*a, *b)).or_default() += 1;
            }
        }
    }
    let mut candidates: Vec<(u32, u32)> =
        pairs.into_iter().filter(|(_, shared)| *shared >= 3).map(|(pair, _)| pair).collect();
    candidates.sort_unstable();
    let count = u32::try_from(sources.len()).unwrap_or(u32::MAX);
    let mut sets = petgraph::unionfind::UnionFind::<u32>::new(sources.len());
    for (a, b) in candidates {
        let (x, y) = (&kept[a as usize], &kept[b as usize]);
        // One sampled and one whole list would not compare: both are brought to the sample.
        let sample = |runs: &[u64], other: &[u64]| -> Vec<u64> {
            if runs.len() > 256 || other.len() > 256 {
                runs.iter().copied().filter(|run| run % KEEP == 0).collect()
            } else {
                runs.to_vec()
            }
        };
        if containment(&sample(x, y), &sample(y, x)) >= ALIGNED {
            sets.union(a, b);
        }
    }
    let mut lowest: FxHashMap<u32, u32> = FxHashMap::default();
    (0..count).map(|doc| *lowest.entry(sets.find(doc)).or_insert(doc)).collect()
}
