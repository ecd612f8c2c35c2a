//! Cues that a figure runs: "so far", "has risen to", "previous toll".

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::classes::Classes;
use crate::table::rows;

struct Cue {
    name: &'static str,
    words: Vec<&'static str>,
}

static TABLE: LazyLock<FxHashMap<&'static str, Vec<Cue>>> = LazyLock::new(|| {
    let mut table: FxHashMap<&'static str, Vec<Cue>> = FxHashMap::default();
    for row in rows(include_str!("../data/cues.tsv")) {
        let name = row.cell(0);
        for phrase in row.list(1) {
            let words: Vec<_> = phrase.split(' ').collect();
            if let Some(first) = words.first().copied() {
                table.entry(first).or_default().push(Cue { name, words });
            }
        }
    }
    table
});

/// The cue that begins at the first of the given words, with the number of its words; the words are asked for by index.
///
/// ```
/// let words = ["has", "risen", "to", "70"];
/// let cue = crosscheck_lexicon::cue::at("risen", |i| words.get(i + 1).copied().unwrap_or(""));
/// assert_eq!(cue, Some(("risen_to", 2)));
/// ```
pub fn at<'a>(first: &str, word: impl Fn(usize) -> &'a str) -> Option<(&'static str, usize)> {
    let found = |cue: &&Cue| cue.words.iter().enumerate().skip(1).all(|(i, expected)| word(i) == *expected);
    TABLE
        .get(first)?
        .iter()
        .filter(found)
        .max_by_key(|cue| cue.words.len())
        .map(|cue| (cue.name, cue.words.len()))
}

/// The words that the class table marks: those a cue begins with.
pub(crate) fn marks() -> impl Iterator<Item = (&'static str, Classes)> {
    TABLE.keys().map(|word| (*word, Classes::CUE))
}
