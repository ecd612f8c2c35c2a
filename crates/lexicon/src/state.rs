//! What has happened to counted persons and things: killed, wounded, missing, destroyed, damaged.
//!
//! States decide many comparisons: "17 people killed" and "17 people wounded" cannot be one count, while
//! "17 casualties" covers both. The table is `data/states.tsv`.
//! A state is a set of basic states, so a wide word is the union of what it covers.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::morphology::{noun_lemma, verb_lemma};
use crate::table::rows;

/// A set of basic states: one for a plain word, several for a wide one or for "killed or wounded".
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StateSet(u32);

/// How two states stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StateRelation {
    /// The same states.
    Same,
    /// The first covers less than the second.
    Narrower,
    /// The first covers more than the second.
    Wider,
    /// A person or thing may be in both.
    Overlapping,
    /// One count cannot be of both.
    Disjoint,
}

struct Table {
    names: Vec<&'static str>,
    apart: Vec<u32>,
    nouns: FxHashMap<&'static str, StateSet>,
    words: FxHashMap<&'static str, StateSet>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut table = Table {
        names: Vec::new(),
        apart: Vec::new(),
        nouns: FxHashMap::default(),
        words: FxHashMap::default(),
    };
    for row in rows(include_str!("../data/states.tsv")) {
        match row.cell(0) {
            "state" => {
                // The table's test holds that there are fewer states than bits.
                let set = StateSet(1 << (table.names.len() & 31));
                table.names.push(row.cell(1));
                table.apart.push(0);
                table.add(&row, set);
            }
            "wide" => {
                let set = row.list(4).fold(StateSet::default(), |set, name| set.union(table.named(name)));
                table.add(&row, set);
            }
            _ => {
                let one = table.named(row.cell(1));
                let others = row.list(2).fold(StateSet::default(), |set, name| set.union(table.named(name)));
                for bit in 0..table.apart.len() {
                    if one.0 >> bit & 1 != 0 {
                        table.apart[bit] |= others.0;
                    }
                    if others.0 >> bit & 1 != 0 {
                        table.apart[bit] |= one.0;
                    }
                }
            }
        }
    }
    table
});

impl Table {
    fn named(&self, name: &str) -> StateSet {
        match self.names.iter().position(|&known| known == name) {
            Some(bit) => StateSet(1 << bit),
            None => StateSet::default(),
        }
    }

    fn add(&mut self, row: &crate::table::Row, set: StateSet) {
        self.nouns.extend(row.list(2).map(|word| (word, set)));
        self.words.extend(row.list(3).map(|word| (word, set)));
    }
}

/// The state that a verb form, participle or adjective puts things in; empty for other words.
///
/// ```
/// use crosscheck_lexicon::state::{StateRelation, of};
///
/// assert_eq!(of("injured"), of("wounded"));
/// assert_eq!(of("killed").relation(of("wounded")), StateRelation::Disjoint);
/// assert!(of("quickly").is_empty());
/// ```
pub fn of(word: &str) -> StateSet {
    let word = word.to_ascii_lowercase();
    of_key(&crate::spelling::fold(&word))
}

/// As [`of`], for a word that is already folded.
pub(crate) fn of_key(word: &str) -> StateSet {
    if let Some(&set) = TABLE.words.get(word) {
        return set;
    }
    verb_lemma(word).and_then(|(lemma, _)| TABLE.words.get(&*lemma).copied()).unwrap_or_default()
}

/// The state that a noun says of those it counts ("fatalities", "the wounded"); empty for other nouns.
///
/// ```
/// use crosscheck_lexicon::state::{of, of_noun};
///
/// assert_eq!(of_noun("fatalities"), of("killed"));
/// assert_eq!(of_noun("casualty"), of("killed").union(of("wounded")));
/// assert!(of_noun("soldier").is_empty());
/// ```
pub fn of_noun(noun: &str) -> StateSet {
    let lower = noun.to_ascii_lowercase();
    match of_noun_key(&lower) {
        set if set.is_empty() => noun_lemma(&lower).map(|lemma| of_noun_key(&lemma)).unwrap_or_default(),
        set => set,
    }
}

/// As [`of_noun`], for a lemma in lower case.
pub(crate) fn of_noun_key(lemma: &str) -> StateSet {
    TABLE.nouns.get(lemma).copied().unwrap_or_default()
}

impl StateSet {
    /// Whether nothing is said.
    ///
    /// ```
    /// assert!(crosscheck_lexicon::state::StateSet::default().is_empty());
    /// ```
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Either state: "killed or wounded".
    ///
    /// ```
    /// use crosscheck_lexicon::state::of;
    /// assert_eq!(of("dead").union(of("killed")), of("killed"));
    /// ```
    pub fn union(self, other: StateSet) -> StateSet {
        StateSet(self.0 | other.0)
    }

    /// The names of the basic states, in the table's order.
    ///
    /// ```
    /// use crosscheck_lexicon::state::of_noun;
    /// assert_eq!(of_noun("casualties").names().collect::<Vec<_>>(), ["killed", "wounded"]);
    /// ```
    pub fn names(self) -> impl Iterator<Item = &'static str> {
        TABLE.names.iter().enumerate().filter(move |(bit, _)| self.0 >> bit & 1 != 0).map(|(_, &name)| name)
    }

    /// How two states stand to each other; saying nothing is the widest state.
    ///
    /// ```
    /// use crosscheck_lexicon::state::{StateRelation, StateSet, of, of_noun};
    ///
    /// assert_eq!(of("killed").relation(of_noun("casualty")), StateRelation::Narrower);
    /// assert_eq!(of("injured").relation(of("displaced")), StateRelation::Overlapping);
    /// assert_eq!(StateSet::default().relation(of("killed")), StateRelation::Wider);
    /// ```
    pub fn relation(self, other: StateSet) -> StateRelation {
        match (self.0, other.0) {
            (a, b) if a == b => StateRelation::Same,
            (0, _) => StateRelation::Wider,
            (_, 0) => StateRelation::Narrower,
            (a, b) if a & b == a => StateRelation::Narrower,
            (a, b) if a & b == b => StateRelation::Wider,
            (a, b) if a & b == 0 && self.excludes(other) => StateRelation::Disjoint,
            _ => StateRelation::Overlapping,
        }
    }

    /// Whether every state of one excludes every state of the other.
    fn excludes(self, other: StateSet) -> bool {
        (TABLE.apart.iter().enumerate())
            .filter(|(bit, _)| self.0 >> bit & 1 != 0)
            .all(|(_, apart)| apart & other.0 == other.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_well_formed() {
        let mut names = Vec::new();
        for row in rows(include_str!("../data/states.tsv")) {
            let width = match row.cell(0) {
                "state" => {
                    names.push(row.cell(1));
                    5
                }
                "wide" => {
                    assert!(row.list(4).all(|name| names.contains(&name)), "line {}", row.line);
                    6
                }
                "apart" => {
                    let mut both = row.list(1).chain(row.list(2));
                    assert!(both.all(|name| names.contains(&name)), "line {}", row.line);
                    4
                }
                other => panic!("line {}: {other}", row.line),
            };
            assert_eq!(row.width(), width, "line {}", row.line);
        }
        assert!(names.len() <= 31, "one bit per state");
    }

    #[test]
    fn a_toll_counts_each_person_once() {
        for (a, b) in [("killed", "wounded"), ("killed", "missing"), ("destroyed", "damaged")] {
            assert_eq!(of(a).relation(of(b)), StateRelation::Disjoint, "{a} {b}");
        }
        for (a, b) in [("dead", "slain"), ("hurt", "injuries"), ("arrested", "detained")] {
            let state = |word| of(word).union(of_noun(word));
            assert_eq!(state(a), state(b), "{a} {b}");
        }
    }
}
