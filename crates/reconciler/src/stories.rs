//! Which documents tell one story: by the names each of them is about.
//!
//! Two reports of one flood share the names of the river and the town; two companies' results share every word but the name. So a
//! document is known by its subjects: the names it repeats most, or opens with, and that few other documents have. Two documents tell
//! one story when each names a subject of the other, or when they share a good part of all their names.

use crosscheck_lexicon::{morphology, place as gazetteer, taxonomy};
use crosscheck_model::Span;
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use crate::Source;
use crate::node::Node;
use crate::theatres::Theatre;
use crate::words::{self, Word};

/// Names by which a document is known. With three, short reports missed each other; with five, companies met by their city.
const SUBJECTS: usize = 4;
/// Bytes from the start of the article that say what it is about.
const LEAD: usize = 700;
/// How many repetitions a place in the lead is worth.
const LED: u16 = 2;
/// Documents that are imagined beside the corpus, so that a name that all of four articles share is still rare.
const BACKGROUND: f32 = 200.0;
/// Share of the weighed names of the document with fewer that makes one story of two, and the fewest names it takes.
const SHARED: f32 = 0.3;
const FEWEST: usize = 3;
/// Share of the bits of the rarest name that makes a name a subject: every second company is told with New York.
const TELLING: f32 = 0.4;
/// Share of the bits of a name that a word of the language keeps ("Governor", "Bank"), and a place that the gazetteer knows.
const COMMON: f32 = 0.3;
const PLACE: f32 = 0.6;
/// Bits of shared names that make one story of two documents among few, for each document, and at least.
const BITS: f32 = 1.2;
const LEAST: f32 = 3.5;
/// Letters of the longest title before a name: "Capt.".
const TITLE: usize = 4;
/// Up to so many documents one without names is of the others' story.
const FEW: usize = 8;
/// From so many documents on, nothing speaks for two of them telling one story but what they share.
const MANY: f64 = 50.0;

/// A name of one document.
#[derive(Debug, Clone, Copy)]
struct Told {
    word: Word,
    /// How often, a place in the lead counting more.
    count: u16,
    /// How much it tells apart, beside what no table knows.
    share: f32,
}

/// Whether a word is the first of its sentence or line, and so has its capital from there.
fn opens(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or("").trim_end_matches(['"', '“', '‘', '\'', '(', '[', '*', '•']);
    let bare = before.trim_end_matches([' ', '\t']);
    // "Mr. Bush": a short word with a capital is a title or an initial.
    if let Some(title) = bare.strip_suffix('.') {
        let word = title.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or("");
        if word.len() <= TITLE && word.starts_with(char::is_uppercase) {
            return false;
        }
    }
    bare.is_empty() || bare.ends_with(['.', '!', '?', ':', ';', '\n', '\r', '-', '–', '—', '|', '•'])
}

/// Whether the tables hold the word as one of the language: "Rescuers", "Growth".
pub(crate) fn is_common(lower: &str) -> bool {
    let known = |lemma: &str| taxonomy::word(lemma).is_some_and(|entry| !entry.is_capitalised());
    known(lower)
        || morphology::noun_form(lower).is_some_and(|form| form.is_known && known(&form.lemma))
        || morphology::verb_lemma(lower).is_some()
        || morphology::adj_lemma(lower).is_some()
}

/// The names of one document, sorted, and where each of them stands.
fn names(source: &Source<'_>) -> (Vec<Told>, Places) {
    let opening = source.document.body.first().map_or(0, |span| span.start as usize);
    // Where every word of the headline has a capital, one that a table knows is no name for it.
    let styled = |title: &str| {
        let (mut all, mut capital) = (0_usize, 0_usize);
        words::each_word(title, |word| {
            all += 1;
            capital += usize::from(word.capital);
        });
        4 * capital >= 3 * all
    };
    let headline = source.document.title.as_deref().filter(|title| styled(title)).and_then(|title| {
        let from = source.text.find(title)?;
        let to = from + title.len();
        (source.text.len() > to + title.len()).then_some(from..to)
    });
    let mut told: FxHashMap<Word, Told> = FxHashMap::default();
    // Names that are no more than first words so far.
    let mut openers: FxHashSet<Word> = FxHashSet::default();
    let mut common: FxHashSet<Word> = FxHashSet::default();
    let mut places: Vec<(u32, Word)> = Vec::new();
    words::each_word(source.text, |word| {
        if word.capital {
            places.push((u32::try_from(word.at).unwrap_or(u32::MAX), word.hash));
        }
        if word.capital
            && headline.as_ref().is_some_and(|headline| headline.contains(&word.at))
            && share(&source.text.get(word.at..word.at + word.len).unwrap_or("").to_lowercase()) < 1.0
        {
            return;
        }
        if !word.capital {
            common.insert(word.hash);
            return;
        }
        let first = !told.contains_key(&word.hash);
        let name = told.entry(word.hash).or_insert_with(|| {
            let lower = source.text.get(word.at..word.at + word.len).unwrap_or("").to_lowercase();
            let share = share(lower.trim_end_matches("'s").trim_end_matches("’s"));
            if share <= COMMON {
                openers.insert(word.hash);
            }
            Told { word: word.hash, count: 0, share }
        });
        name.count = name.count.saturating_add(1);
        if first && (opening..opening + LEAD).contains(&word.at) {
            name.count += LED;
        }
        if openers.contains(&word.hash) && !opens(source.text, word.at) {
            openers.remove(&word.hash);
        }
    });
    if let Some(title) = &source.document.title {
        words::each_word(title, |word| {
            if let (true, Some(name)) = (word.capital, told.get_mut(&word.hash)) {
                name.count = name.count.saturating_add(1);
            }
        });
    }
    // What the document also writes small is the first word of a sentence, or of a headline in capitals; so is a word of the language
    // that has its capital nowhere else.
    let mut names: Vec<_> = told
        .into_values()
        .filter(|name| !common.contains(&name.word) && !openers.contains(&name.word))
        .collect();
    names.sort_unstable_by_key(|name| name.word);
    places.retain(|(_, word)| names.binary_search_by_key(word, |name| name.word).is_ok());
    (names, places.into())
}

/// How much a name tells apart: one that no table knows is of few stories, a place or a word of the language of many.
fn share(lower: &str) -> f32 {
    if is_common(lower) {
        COMMON
    } else if gazetteer::place(lower).is_some() {
        PLACE
    } else {
        1.0
    }
}

/// The names and subjects of all documents.
#[derive(Debug, Default)]
pub struct Stories {
    documents: Vec<Names>,
    /// Where each plays; read only of few documents.
    theatres: Vec<Theatre>,
}

/// Names by where each stands: its first byte, in order.
type Places = Box<[(u32, Word)]>;

#[derive(Debug, Default)]
struct Names {
    /// Sorted by name, with their rarity among documents in bits.
    all: Box<[(Word, f32)]>,
    subjects: Box<[Word]>,
    places: Places,
}

impl Names {
    fn has(&self, name: Word) -> bool {
        self.all.binary_search_by_key(&name, |(word, _)| *word).is_ok()
    }
}

impl Stories {
    /// Reads the names of all documents.
    pub fn new(sources: &[Source<'_>]) -> Self {
        let told: Vec<(Vec<Told>, Places)> = sources.par_iter().map(names).collect();
        let many = told.len();
        let mut seen: FxHashMap<Word, u32> = FxHashMap::default();
        for name in told.iter().flat_map(|(names, _)| names) {
            *seen.entry(name.word).or_default() += 1;
        }
        #[expect(clippy::cast_precision_loss, reason = "weights need no more than a float's precision")]
        let rarity = |name: &Told| {
            let with = seen.get(&name.word).copied().unwrap_or(1) as f32;
            name.share * ((many as f32 + BACKGROUND) / with).log2()
        };
        #[expect(clippy::cast_precision_loss, reason = "as above")]
        let telling = TELLING * (many as f32 + BACKGROUND).log2();
        let documents = told
            .into_par_iter()
            .map(|(told, places)| {
                let mut ranked: Vec<(f32, Word)> = told
                    .iter()
                    .filter(|name| rarity(name) >= telling)
                    .map(|name| (f32::from(name.count) * rarity(name), name.word))
                    .collect();
                ranked.sort_unstable_by(|x, y| y.0.total_cmp(&x.0).then(x.1.cmp(&y.1)));
                Names {
                    all: told.iter().map(|name| (name.word, rarity(name))).collect(),
                    subjects: ranked.iter().take(SUBJECTS).map(|(_, name)| *name).collect(),
                    places,
                }
            })
            .collect();
        let few = (many as f64) < MANY;
        let theatres = if few { sources.par_iter().map(Theatre::of).collect() } else { Vec::new() };
        Self { documents, theatres }
    }

    /// Whether two documents tell one story; `None` when one of them has no names.
    pub fn are_one(&self, a: u32, b: u32) -> Option<bool> {
        let (x, y) = (self.documents.get(a as usize)?, self.documents.get(b as usize)?);
        if x.all.is_empty() || y.all.is_empty() {
            return self.are_few().then_some(true);
        }
        let about = |x: &Names, y: &Names| x.subjects.iter().any(|name| y.has(*name));
        Some(about(x, y) && about(y, x) || self.overlap(x, y))
    }

    /// Whether two documents play in two countries, of which neither names the other's.
    pub(crate) fn are_elsewhere(&self, a: u32, b: u32) -> bool {
        let (x, y) = (self.theatres.get(a as usize), self.theatres.get(b as usize));
        x.zip(y).is_some_and(|(x, y)| x.is_elsewhere(y))
    }

    /// Whether the documents are so few that somebody has put them together.
    fn are_few(&self) -> bool {
        self.documents.len() <= FEW
    }

    /// How much likeness two documents must show, as a share of what two of a large corpus must: few documents were put together because they
    /// tell one story, in many two are alike by chance.
    pub(crate) fn doubt(&self) -> f64 {
        #[expect(clippy::cast_precision_loss, reason = "a share needs no more than a float's precision")]
        let share = self.documents.len() as f64 / MANY;
        share.min(1.0)
    }

    /// The names that a part of a document prints, sorted, each once.
    pub(crate) fn named(&self, doc: u32, part: Span) -> Vec<Word> {
        let places = self.documents.get(doc as usize).map_or(&[][..], |names| &names.places);
        let from = places.partition_point(|(at, _)| *at < part.start);
        let mut names: Vec<Word> =
            places[from..].iter().take_while(|(at, _)| *at < part.end).map(|(_, word)| *word).collect();
        names.sort_unstable();
        names.dedup();
        names
    }

    /// Whether the document tells the name.
    pub(crate) fn tells(&self, doc: u32, name: Word) -> bool {
        self.documents.get(doc as usize).is_some_and(|names| names.has(name))
    }

    /// Whether two documents tell one name at least.
    pub(crate) fn share_name(&self, a: u32, b: u32) -> bool {
        let (x, y) = (self.documents.get(a as usize), self.documents.get(b as usize));
        x.zip(y).is_some_and(|(x, y)| x.all.iter().any(|(name, _)| y.has(*name)))
    }

    /// Whether the name that each of two documents tells most of is told by the other too: two firms of one business have a storm in common,
    /// and not their results.
    pub(crate) fn share_lead(&self, a: u32, b: u32) -> bool {
        let (x, y) = (self.documents.get(a as usize), self.documents.get(b as usize));
        let led = |x: &Names, y: &Names| x.subjects.first().is_none_or(|name| y.has(*name));
        x.zip(y).is_none_or(|(x, y)| led(x, y) && led(y, x))
    }

    /// Whether two figures of two documents belong to one name: a subject of either document that is also a subject of the other, or is
    /// told beside the other figure.
    pub(crate) fn share_owner(&self, a: &Node<'_>, b: &Node<'_>) -> bool {
        let (Some(x), Some(y)) = (self.documents.get(a.doc as usize), self.documents.get(b.doc as usize))
        else {
            return true;
        };
        let owns = |x: &Names, y: &Names, b: &Node<'_>| {
            x.subjects.iter().any(|name| y.subjects.contains(name) || b.names.binary_search(name).is_ok())
        };
        x.all.is_empty()
            || y.all.is_empty()
            || owns(x, y, b)
            || owns(y, x, a)
            || (self.are_few() && x.all.iter().any(|(name, _)| y.has(*name)))
    }

    fn overlap(&self, x: &Names, y: &Names) -> bool {
        let (few, many) = if x.all.len() <= y.all.len() { (x, y) } else { (y, x) };
        let (mut shared, mut count) = (0.0, 0);
        for (_, rarity) in few.all.iter().filter(|(name, _)| many.has(*name)) {
            shared += rarity;
            count += 1;
        }
        let sum = |names: &Names| names.all.iter().map(|(_, rarity)| rarity).sum::<f32>();
        #[expect(clippy::cast_precision_loss, reason = "weights need no more than a float's precision")]
        let documents = self.documents.len() as f32;
        let together = f64::from(documents) < MANY && shared >= (BITS * documents).max(LEAST);
        together || (count >= FEWEST && shared >= SHARED * sum(x).min(sum(y)))
    }
}
