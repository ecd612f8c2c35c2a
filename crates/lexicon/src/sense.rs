//! Counted nouns that mean another thing among other words: the coaches of a train are carriages. Table: `senses.tsv`.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::table;

/// A noun's other meaning, and the words that tell which is meant.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sense {
    /// The noun that says plainly what is meant.
    pub means: &'static str,
    near: FxHashSet<&'static str>,
    against: FxHashSet<&'static str>,
}

impl Sense {
    /// Whether an article of these words, in lower case, uses the noun in its other meaning.
    ///
    /// ```
    /// let coach = crosscheck_lexicon::sense::sense("coach").expect("in the table");
    /// assert!(coach.holds(["two", "coaches", "of", "the", "train", "derailed"].into_iter()));
    /// assert!(!coach.holds(["the", "coach", "left", "the", "motorway"].into_iter()));
    /// ```
    pub fn holds<'a>(&self, words: impl Iterator<Item = &'a str>) -> bool {
        let (mut near, mut against) = (0_usize, 0_usize);
        for word in words {
            near += usize::from(self.near.contains(word));
            against += usize::from(self.against.contains(word));
        }
        near > against
    }
}

static TABLE: LazyLock<FxHashMap<&'static str, Sense>> = LazyLock::new(|| {
    table::rows(include_str!("../data/senses.tsv"))
        .map(|row| {
            let sense =
                Sense { means: row.cell(1), near: row.list(2).collect(), against: row.list(3).collect() };
            (row.cell(0), sense)
        })
        .collect()
});

/// The other meaning of a counted noun, by its singular.
pub fn sense(lemma: &str) -> Option<&'static Sense> {
    TABLE.get(lemma)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_has_words_on_both_sides_and_a_reason() {
        for row in table::rows(include_str!("../data/senses.tsv")) {
            let sense = sense(row.cell(0)).expect("the row's own word");
            assert!(crate::concept::resolve(sense.means, &[]).key().is_some(), "{}", sense.means);
            assert!(!sense.near.is_empty() && !sense.against.is_empty(), "{}", row.cell(0));
            assert!(sense.near.is_disjoint(&sense.against), "{}", row.cell(0));
            assert!(row.reason().len() > 10, "{}", row.cell(0));
        }
    }
}
