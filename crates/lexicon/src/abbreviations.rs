//! Words that a full stop belongs to: `data/abbreviations.tsv`.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::table::rows;

/// How an abbreviation's stop is told from a sentence's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Abbreviation {
    /// A name or word of the same sentence always follows: "Sen.", "vs.".
    Title,
    /// A number follows where it is one: "No. 5".
    Number,
    /// A month or weekday: a number follows, or the sentence may end.
    Month,
    /// Stands inside and at the end of sentences alike: "U.S.", "Inc.", "p.m.".
    Open,
    /// The same, of a word that is another one in lower case: "Wash."
    Name,
}

/// The class of a word given in lower case without its last stop.
///
/// ```
/// use crosscheck_lexicon::abbreviations::{Abbreviation, abbreviation};
/// assert_eq!(abbreviation("sen"), Some(Abbreviation::Title));
/// assert_eq!(abbreviation("u.s"), Some(Abbreviation::Open));
/// assert_eq!(abbreviation("dog"), None);
/// ```
pub fn abbreviation(word: &str) -> Option<Abbreviation> {
    static TABLE: LazyLock<FxHashMap<&'static str, Abbreviation>> = LazyLock::new(|| {
        entries()
            .filter_map(Result::ok)
            .flat_map(|(class, words)| words.split(' ').map(move |word| (word, class)))
            .collect()
    });
    TABLE.get(word).copied()
}

/// Class and words of every row; `Err` with the line's number for a row that does not follow the format.
fn entries() -> impl Iterator<Item = Result<(Abbreviation, &'static str), usize>> {
    rows(include_str!("../data/abbreviations.tsv")).map(|row| {
        let class = match row.cell(0) {
            "title" => Abbreviation::Title,
            "number" => Abbreviation::Number,
            "month" => Abbreviation::Month,
            "open" => Abbreviation::Open,
            "name" => Abbreviation::Name,
            _ => return Err(row.line),
        };
        if row.width() == 3 { Ok((class, row.cell(1))) } else { Err(row.line) }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_has_one_class() {
        let mut seen = std::collections::BTreeSet::new();
        for row in entries() {
            for word in row.expect("a row of three columns").1.split(' ') {
                assert!(seen.insert(word), "twice: {word}");
                assert_eq!(word, word.to_lowercase());
            }
        }
    }
}
