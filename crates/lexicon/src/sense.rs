//! Nouns that mean another thing, or another event, among other words: the coaches of a train are carriages, and its drivers' strike is no
//! attack. Tables: `senses.tsv`, `event_senses.tsv`.

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
        let (near, against) = self.count(words);
        near > against
    }

    /// Whether an article of these words, in lower case, has no more words of the usual meaning than of this one.
    pub fn may_hold<'a>(&self, words: impl Iterator<Item = &'a str>) -> bool {
        let (near, against) = self.count(words);
        near >= against
    }

    fn count<'a>(&self, words: impl Iterator<Item = &'a str>) -> (usize, usize) {
        let (mut near, mut against) = (0_usize, 0_usize);
        for word in words {
            near += usize::from(self.near.contains(word));
            against += usize::from(self.against.contains(word));
        }
        (near, against)
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

static EVENTS: LazyLock<FxHashMap<(&'static str, &'static str), Sense>> = LazyLock::new(|| {
    table::rows(include_str!("../data/event_senses.tsv"))
        .map(|row| {
            let sense =
                Sense { means: row.cell(2), near: row.list(3).collect(), against: row.list(4).collect() };
            ((row.cell(0), row.cell(1)), sense)
        })
        .collect()
});

/// The other event that a noun of an event class may name: the strike of workers, and that of a force.
///
/// ```
/// let strike = crosscheck_lexicon::sense::event("strike", "attack").expect("in the table");
/// assert_eq!(strike.means, "strike-work");
/// assert!(strike.may_hold(["the", "strike", "at", "the", "port", "is", "over"].into_iter()));
/// assert!(!strike.may_hold(["a", "drone", "strike", "killed", "two", "militants"].into_iter()));
/// ```
pub fn event(lemma: &str, class: &str) -> Option<&'static Sense> {
    // The keys live as long as the program.
    EVENTS.iter().find(|((noun, own), _)| *noun == lemma && *own == class).map(|(_, sense)| sense)
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

    #[test]
    fn every_row_of_events_has_two_classes_and_words_on_both_sides() {
        for row in table::rows(include_str!("../data/event_senses.tsv")) {
            let sense = event(row.cell(0), row.cell(1)).expect("the row's own noun");
            assert_eq!(crate::verb::noun_event(row.cell(0)), Some(row.cell(1)), "{}", row.cell(0));
            assert!(!sense.near.is_empty() && sense.near.is_disjoint(&sense.against), "{}", row.cell(0));
            assert!(row.reason().len() > 10, "{}", row.cell(0));
        }
    }
}
