//! Collects the keys: lemmas of all four parts of speech and irregular forms, merged by spelling.

use std::collections::BTreeMap;

use anyhow::{Result, ensure};
use crosscheck_lexicon::blob::flag;
use crosscheck_lexicon::blob::key::Key;

use super::dict::Dict;
use super::synsets::Synsets;

/// One key with all that its record will say.
pub(crate) struct Word {
    /// The normalised spelling.
    pub(crate) text: String,
    /// The bits of [`flag`].
    pub(crate) flags: u8,
    /// Noun senses, most frequent first.
    pub(crate) senses: Vec<u32>,
    /// Two bits of use share per part of speech; kept when there is more than one.
    pub(crate) shares: u8,
    /// Irregular readings: part of speech and the lemma's spelling.
    pub(crate) forms: Vec<(u8, String)>,
}

const POS_FLAGS: [u8; 4] = [flag::NOUN, flag::VERB, flag::ADJ, flag::ADV];

/// What is gathered about a key before its record is fixed.
#[derive(Default)]
struct Gathered {
    senses: Vec<u32>,
    sense_counts: [u32; 4],
    tag_counts: [u32; 4],
    is_uncapitalised: bool,
    forms: Vec<(u8, String)>,
}

/// All keys, sorted.
pub(crate) fn collect(dict: &Dict, synsets: &Synsets) -> Result<Vec<Word>> {
    let mut gathered: BTreeMap<String, Gathered> = BTreeMap::new();
    for (pos, lemmas) in dict.index.iter().enumerate() {
        for (lemma, offsets) in lemmas {
            let Some(text) = normal(lemma) else { continue };
            let senses: Vec<u32> = match pos {
                0 => offsets.iter().filter_map(|old| synsets.number.get(old).copied()).collect(),
                _ => Vec::new(),
            };
            if pos == 0 && senses.is_empty() {
                continue;
            }
            let entry = gathered.entry(text).or_default();
            for sense in senses {
                if !entry.senses.contains(&sense) {
                    entry.senses.push(sense);
                }
            }
            entry.sense_counts[pos] += offsets.len() as u32;
            entry.tag_counts[pos] += dict.counts[pos].get(lemma).copied().unwrap_or(0);
            entry.is_uncapitalised |= dict.uncapitalised.contains(lemma);
        }
    }
    for (pos, pairs) in dict.exceptions.iter().enumerate() {
        for (form, lemma) in pairs {
            let (Some(form), Some(lemma)) = (normal(form), normal(lemma)) else {
                continue;
            };
            let is_lemma = gathered.get(&lemma).is_some_and(|entry| entry.sense_counts[pos] > 0);
            if is_lemma && form != lemma {
                let forms = &mut gathered.entry(form).or_default().forms;
                let reading = (POS_FLAGS[pos], lemma);
                if !forms.contains(&reading) {
                    forms.push(reading);
                }
            }
        }
    }
    gathered.into_iter().map(|(text, entry)| word(text, entry)).collect()
}

/// The key's spelling as the reader will ask for it; none for what is too long, and for the numerals
/// that WordNet lists as nouns ("12"), which are the business of number parsing.
pub(crate) fn normal(lemma: &str) -> Option<String> {
    if !lemma.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    let key = Key::of(lemma)?;
    Some(String::from_utf8_lossy(key.as_bytes()).into_owned())
}

fn word(text: String, entry: Gathered) -> Result<Word> {
    ensure!(
        entry.senses.len() < 256 && entry.forms.len() < 256,
        "{text}: too many senses or forms for one byte"
    );
    let mut flags = 0;
    for (pos, &count) in entry.sense_counts.iter().enumerate() {
        if count > 0 {
            flags |= POS_FLAGS[pos];
        }
    }
    let parts = flags.count_ones();
    if parts > 0 && !entry.is_uncapitalised {
        flags |= flag::CAPITAL;
    }
    if parts > 1 {
        flags |= flag::SHARES;
    }
    if !entry.forms.is_empty() {
        flags |= flag::FORMS;
    }
    Ok(Word {
        text,
        flags,
        senses: entry.senses,
        shares: shares(entry.sense_counts, entry.tag_counts),
        forms: entry.forms,
    })
}

/// Two bits per part of speech: 0 unused or not one in twenty uses, 1 under a third, 2 under three
/// quarters, 3 more.
///
/// The sense-tagged corpus is small, so a sense that it lacks still counts for half a use.
fn shares(senses: [u32; 4], tags: [u32; 4]) -> u8 {
    let weight = |pos: usize| 2 * tags[pos] + senses[pos];
    let total: u32 = (0..4).map(weight).sum();
    (0..4).fold(0, |bits, pos| {
        let percent = 100 * weight(pos) / total.max(1);
        let share = match percent {
            0..5 => 0,
            5..33 => 1,
            33..75 => 2,
            _ => 3,
        };
        bits | share << (2 * pos)
    })
}
