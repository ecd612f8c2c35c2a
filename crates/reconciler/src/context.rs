//! What rules may look at besides the two claims: tables, the user's configuration, and how rare a word is.

use rustc_hash::{FxHashMap, FxHashSet};

use crosscheck_model::Number;

use crate::config::Config;
use crate::copies::Copies;
use crate::node::{Days, Dimension, Node, Open};
use crate::stories::Stories;
use crate::words::Word;

/// The lexicon, the configuration and the statistics of the corpus.
#[derive(Debug)]
pub struct Context<'c> {
    /// The user's settings.
    pub config: &'c Config,
    /// Aligned text.
    pub copies: Copies,
    /// Which documents tell one story.
    pub stories: Stories,
    sentences: f64,
    words: FxHashMap<Word, u32>,
    figures: FxHashMap<(Dimension, Number), u32>,
    claims: f64,
    documents: Vec<DocumentWords>,
    quakes: FxHashSet<u32>,
    /// The dates of each document, to the month or finer.
    dates: Vec<Vec<Days>>,
    /// How many claims of one measure a document has.
    measures: FxHashMap<(u32, Dimension, Word, Word), u32>,
}

/// The content words of a document's sentences with claims, each with its weight, and the sum of the weights.
#[derive(Debug, Default)]
struct DocumentWords {
    words: Box<[(Word, f32)]>,
    sum: f32,
}

/// Documents that are imagined beside a corpus, so that a word that all of five articles share still says something.
const BACKGROUND: f32 = 20.0;

/// Weighs the words of documents by how few documents have them.
fn document_words(nodes: &[Node<'_>]) -> Vec<DocumentWords> {
    let count = nodes.last().map_or(0, |node| node.doc as usize + 1);
    let mut documents: Vec<Vec<Word>> = vec![Vec::new(); count];
    for node in nodes {
        if let Some(words) = documents.get_mut(node.doc as usize) {
            words.extend(node.context.iter());
        }
    }
    let mut seen: FxHashMap<Word, u32> = FxHashMap::default();
    for words in &mut documents {
        words.sort_unstable();
        words.dedup();
        for word in words.iter() {
            *seen.entry(*word).or_default() += 1;
        }
    }
    #[expect(clippy::cast_precision_loss, reason = "weights need no more than a float's precision")]
    let total = count as f32 + BACKGROUND;
    documents
        .into_iter()
        .map(|words| {
            let words: Box<[(Word, f32)]> = words
                .into_iter()
                .map(|word| {
                    #[expect(clippy::cast_precision_loss, reason = "as above")]
                    let with = seen.get(&word).copied().unwrap_or(1) as f32;
                    (word, (total / with).log2())
                })
                .collect();
            let sum = words.iter().map(|(_, weight)| weight).sum();
            DocumentWords { words, sum }
        })
        .collect()
}

/// What a claim measures, in its document.
fn kind(node: &Node<'_>) -> (u32, Dimension, Word, Word) {
    (node.doc, node.dimension, node.measure, node.class)
}

/// Days of the widest stretch that says of an event when it was: a month.
const MONTH: i64 = 31;

/// The dates that the documents tell, to the month or finer.
fn dates(nodes: &[Node<'_>]) -> Vec<Vec<Days>> {
    let count = nodes.last().map_or(0, |node| node.doc as usize + 1);
    let mut dates = vec![Vec::new(); count];
    for node in nodes {
        let told = node.days.filter(|days| days.count() <= MONTH && node.open == Open::No);
        if let (Some(days), Some(dates)) = (told, dates.get_mut(node.doc as usize)) {
            dates.push(days);
        }
    }
    dates
}

/// The documents with more than one magnitude.
fn quakes(nodes: &[Node<'_>]) -> FxHashSet<u32> {
    let mut first: FxHashMap<u32, Number> = FxHashMap::default();
    let magnitudes = nodes.iter().filter(|node| node.claim.unit.as_deref() == Some("magnitude"));
    magnitudes
        .filter_map(|node| {
            let anchor = node.quantity?.anchor?;
            (*first.entry(node.doc).or_insert(anchor) != anchor).then_some(node.doc)
        })
        .collect()
}

/// Sentences that are imagined beside a corpus, so that two sentences that share a name share something rare.
const SENTENCES: f64 = 20.0;

/// Bits beyond which a word or figure is simply rare.
const RAREST: f64 = 6.0;

impl<'c> Context<'c> {
    /// Counts words and figures over the claims of a corpus, in their order.
    pub fn new(config: &'c Config, nodes: &[Node<'_>], copies: Copies, stories: Stories) -> Self {
        let mut words: FxHashMap<Word, u32> = FxHashMap::default();
        let mut figures: FxHashMap<(Dimension, Number), u32> = FxHashMap::default();
        let mut measures: FxHashMap<(u32, Dimension, Word, Word), u32> = FxHashMap::default();
        let mut sentences = 0_u32;
        let mut last = None;
        for (at, node) in (0_u32..).zip(nodes) {
            let sentence = (node.doc, node.claim.sentence);
            if last != Some(sentence) {
                last = Some(sentence);
                sentences += 1;
                for word in node.context.iter() {
                    *words.entry(*word).or_default() += 1;
                }
            }
            // "3 metres (10 feet)" is one figure.
            let converts = node.twin.is_some_and(|twin| twin < at);
            *measures.entry(kind(node)).or_default() += u32::from(!converts);
            if let Some(anchor) = node.anchor() {
                *figures.entry((node.dimension, anchor)).or_default() += 1;
            }
        }
        #[expect(clippy::cast_precision_loss, reason = "a corpus has fewer than 2^52 claims")]
        let claims = nodes.len() as f64;
        Self {
            config,
            copies,
            stories,
            sentences: f64::from(sentences),
            words,
            figures,
            claims,
            documents: document_words(nodes),
            quakes: quakes(nodes),
            dates: dates(nodes),
            measures,
        }
    }

    /// Whether the document tells of several earthquakes: it gives more than one magnitude.
    ///
    /// Fore- and aftershocks are told beside the quake, and nothing but its magnitude names each.
    pub fn tells_of_quakes(&self, document: u32) -> bool {
        self.quakes.contains(&document)
    }

    /// Whether a document dates something, to the month or finer, within `reach` days of a time.
    pub(crate) fn dates_near(&self, document: u32, time: Days, reach: i64) -> bool {
        self.dates
            .get(document as usize)
            .is_some_and(|dates| dates.iter().any(|days| days.gap(time) <= reach))
    }

    /// How many dates of a document are of one stretch, or part of it: the day on which all happened that it tells of has many.
    pub(crate) fn dates_within(&self, document: u32, time: Days) -> usize {
        self.dates
            .get(document as usize)
            .map_or(0, |dates| dates.iter().filter(|days| time.contains(**days)).count())
    }

    /// Drops what only comparing needs: the words of sentences and documents.
    pub(crate) fn forget_words(&mut self) {
        self.words = FxHashMap::default();
        self.figures = FxHashMap::default();
        self.measures = FxHashMap::default();
        self.dates = Vec::new();
        self.documents = Vec::new();
        self.stories = Stories::default();
        self.copies.forget_sentences();
    }

    /// Whether its document gives no other figure of that measure and event: nothing else can be meant by either of two such.
    pub fn is_only(&self, node: &Node<'_>) -> bool {
        (node.measure != 0 || node.class != 0) && self.measures.get(&kind(node)) == Some(&1)
    }

    /// How rare a word is among sentences with claims, in bits, at most six.
    pub fn rarity(&self, word: Word) -> f64 {
        let seen = self.words.get(&word).copied().unwrap_or(1).max(1);
        ((self.sentences + SENTENCES) / f64::from(seen)).log2().clamp(0.0, RAREST)
    }

    /// In how many sentences with claims the word stands.
    pub fn sentences_with(&self, word: Word) -> u32 {
        self.words.get(&word).copied().unwrap_or(0)
    }

    /// How much of the shorter document's weighed words the other shares, 0 to 1: whether both are on one story.
    pub fn story(&self, a: u32, b: u32) -> f64 {
        let (Some(x), Some(y)) = (self.documents.get(a as usize), self.documents.get(b as usize)) else {
            return 0.0;
        };
        let (mut i, mut j, mut shared) = (0, 0, 0.0_f32);
        while let (Some((p, weight)), Some((q, _))) = (x.words.get(i), y.words.get(j)) {
            match p.cmp(q) {
                std::cmp::Ordering::Less => i += 1,
                std::cmp::Ordering::Greater => j += 1,
                std::cmp::Ordering::Equal => {
                    shared += weight;
                    i += 1;
                    j += 1;
                }
            }
        }
        let shorter = x.sum.min(y.sum);
        if shorter > 0.0 { f64::from(shared / shorter) } else { 0.0 }
    }

    /// How rare a figure is among claims, in bits, at most six.
    pub fn figure_rarity(&self, dimension: Dimension, anchor: Number) -> f64 {
        let seen = self.figures.get(&(dimension, anchor)).copied().unwrap_or(1).max(1);
        (self.claims / f64::from(seen)).log2().clamp(0.0, RAREST)
    }

    /// Share of the shorter sentence's five-word runs that the other's sentence repeats, 0 to 1.
    pub fn containment(&self, a: &Node<'_>, b: &Node<'_>) -> f64 {
        self.copies.sentence_containment((a.doc, a.claim.sentence.start), (b.doc, b.claim.sentence.start))
    }

    /// The event class that the user gave a lemma.
    pub fn user_class(&self, lemma: Word) -> Option<&'c str> {
        self.config
            .event
            .iter()
            .find(|event| event.words.iter().any(|word| crate::words::key(Some(word)) == lemma))
            .map(|event| event.class.as_str())
    }

    /// Whether the user says that the claim's measure runs.
    pub fn user_running(&self, node: &Node<'_>) -> Option<bool> {
        self.config
            .measure
            .iter()
            .find(|measure| {
                let name = crate::words::key(Some(&measure.name));
                node.class == name || node.lemma == name || node.object.binary_search(&name).is_ok()
            })
            .map(|measure| measure.running)
    }
}
