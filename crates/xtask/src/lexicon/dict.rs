//! Reads the dict files of WordNet 3.0 (format: the manual pages wndb(5WN) and cntlist(5WN)).

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result};

/// The four parts of speech, in the order of the flag bits.
pub(crate) const PARTS: [&str; 4] = ["noun", "verb", "adj", "adv"];

/// A noun synset as written in `data.noun`.
pub(crate) struct RawSynset {
    /// The lexicographer file: 3 is `noun.Tops`, 28 is `noun.time`.
    pub(crate) file: u8,
    /// The words, in WordNet's order and spelling.
    pub(crate) words: Vec<String>,
    /// Offsets of the hypernyms.
    pub(crate) parents: Vec<u32>,
    /// A named individual ("Turkey" the country), which is not a kind of anything counted.
    pub(crate) is_instance: bool,
}

/// Everything the table is made from.
#[derive(Default)]
pub(crate) struct Dict {
    /// Noun synsets by offset.
    pub(crate) nouns: BTreeMap<u32, RawSynset>,
    /// Per part of speech: lemma in dict spelling -> offsets of its senses, most frequent first.
    pub(crate) index: [BTreeMap<String, Vec<u32>>; 4],
    /// Per part of speech: lemma -> how often its senses were tagged in the sense-tagged corpus.
    pub(crate) counts: [BTreeMap<String, u32>; 4],
    /// Words (lower case) that are written without a capital somewhere.
    pub(crate) uncapitalised: std::collections::BTreeSet<String>,
    /// Per part of speech: irregular form and its lemma.
    pub(crate) exceptions: [Vec<(String, String)>; 4],
}

impl Dict {
    pub(crate) fn read(dir: &Path) -> Result<Dict> {
        let text = |name: String| -> Result<String> {
            let path = dir.join(&name);
            let bytes = std::fs::read(&path).with_context(|| format!("reading {}", path.display()))?;
            Ok(String::from_utf8_lossy(&bytes).into_owned())
        };
        let mut dict = Dict::default();
        for (pos, part) in PARTS.iter().enumerate() {
            for line in data_lines(&text(format!("data.{part}"))?) {
                let (offset, synset) = data_line(line).with_context(|| format!("data.{part}: {line:.60}"))?;
                for word in &synset.words {
                    if !word.starts_with(|c: char| c.is_ascii_uppercase()) {
                        dict.uncapitalised.insert(word.to_ascii_lowercase());
                    }
                }
                if pos == 0 {
                    dict.nouns.insert(offset, synset);
                }
            }
            for line in data_lines(&text(format!("index.{part}"))?) {
                let (lemma, senses) =
                    index_line(line).with_context(|| format!("index.{part}: {line:.60}"))?;
                dict.index[pos].insert(lemma, senses);
            }
            for line in text(format!("{part}.exc"))?.lines() {
                let mut words = line.split_whitespace().map(str::to_owned);
                let Some(form) = words.next() else { continue };
                for lemma in words {
                    dict.exceptions[pos].push((form.clone(), lemma));
                }
            }
        }
        for line in text("cntlist.rev".to_owned())?.lines() {
            if let Some((pos, lemma, count)) = count_line(line) {
                *dict.counts[pos].entry(lemma).or_default() += count;
            }
        }
        Ok(dict)
    }
}

/// The lines of a dict file without the licence, whose lines start with a space.
fn data_lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter(|line| !line.starts_with(' ') && !line.is_empty())
}

/// `offset file type w_cnt (word id)* p_cnt (symbol offset pos source/target)* ... | gloss`.
fn data_line(line: &str) -> Option<(u32, RawSynset)> {
    let mut fields = line.split('|').next()?.split_whitespace();
    let offset = fields.next()?.parse().ok()?;
    let file = fields.next()?.parse().ok()?;
    fields.next()?;
    let word_count = usize::from_str_radix(fields.next()?, 16).ok()?;
    let mut words = Vec::with_capacity(word_count);
    for _ in 0..word_count {
        // Adjectives carry a syntactic marker: "galore(ip)".
        words.push(fields.next()?.split('(').next()?.to_owned());
        fields.next()?;
    }
    let pointer_count: usize = fields.next()?.parse().ok()?;
    let (mut parents, mut is_instance) = (Vec::new(), false);
    for _ in 0..pointer_count {
        let (symbol, target) = (fields.next()?, fields.next()?);
        fields.next()?;
        fields.next()?;
        match symbol {
            "@" => parents.push(target.parse().ok()?),
            "@i" => is_instance = true,
            _ => {}
        }
    }
    let synset = RawSynset { file, words, parents, is_instance };
    Some((offset, synset))
}

/// `lemma pos synset_cnt p_cnt symbol* sense_cnt tagsense_cnt offset*`: the offsets come last.
fn index_line(line: &str) -> Option<(String, Vec<u32>)> {
    let fields: Vec<&str> = line.split_whitespace().collect();
    let count: usize = fields.get(2)?.parse().ok()?;
    let offsets = fields.get(fields.len().checked_sub(count)?..)?;
    let senses = offsets.iter().map(|field| field.parse().ok()).collect::<Option<_>>()?;
    Some(((*fields.first()?).to_owned(), senses))
}

/// `lemma%type:... sense_number count`; type 5 is an adjective satellite.
fn count_line(line: &str) -> Option<(usize, String, u32)> {
    let mut fields = line.split_whitespace();
    let (lemma, rest) = fields.next()?.split_once('%')?;
    let pos = match rest.as_bytes().first()? {
        b'1' => 0,
        b'2' => 1,
        b'3' | b'5' => 2,
        b'4' => 3,
        _ => return None,
    };
    Some((pos, lemma.to_owned(), fields.nth(1)?.parse().ok()?))
}
