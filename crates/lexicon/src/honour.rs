//! Honours that are counted by their holder or by themselves: "a three-time champion" has three titles. Table: `honours.tsv`.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::table::rows;

/// The class of what somebody does who gets an honour; a game that is won is another.
pub const CLASS: &str = "win-title";

#[derive(Default)]
struct Tables {
    holders: FxHashMap<&'static str, &'static str>,
    words: FxHashMap<&'static str, &'static str>,
    won: FxHashMap<&'static str, &'static str>,
}

static TABLES: LazyLock<Tables> = LazyLock::new(|| {
    let mut tables = Tables::default();
    for row in rows(include_str!("../data/honours.tsv")) {
        let honour = row.cell(0);
        let words = |cell: usize| row.cell(cell).split(' ').filter(|word| !word.is_empty());
        tables.holders.extend(words(1).map(|word| (word, honour)));
        tables.words.extend(words(2).map(|word| (word, honour)));
        tables.won.extend(words(3).map(|word| (word, honour)));
    }
    tables
});

/// What somebody who is called so has: a champion titles.
///
/// ```
/// assert_eq!(crosscheck_lexicon::honour::of_holder("champion"), Some("title"));
/// assert_eq!(crosscheck_lexicon::honour::of_holder("baker"), None);
/// ```
pub fn of_holder(lemma: &str) -> Option<&'static str> {
    TABLES.holders.get(lemma).copied()
}

/// The honour that a noun counts; `won`: beside a verb of winning.
///
/// ```
/// use crosscheck_lexicon::honour::of_word;
/// assert_eq!(of_word("championship", false), Some("title"));
/// assert_eq!(of_word("cup", true), Some("title"));
/// assert_eq!(of_word("cup", false), None);
/// ```
pub fn of_word(lemma: &str, won: bool) -> Option<&'static str> {
    TABLES.words.get(lemma).or_else(|| TABLES.won.get(lemma).filter(|_| won)).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_has_a_reason() {
        for row in rows(include_str!("../data/honours.tsv")) {
            assert!(!row.cell(4).is_empty(), "{}", row.cell(0));
            assert!(row.cell(1).split(' ').all(|holder| of_holder(holder).is_some()));
        }
    }
}
