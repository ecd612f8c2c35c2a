//! How the figures of an event class behave from report to report, and which classes are told for one another.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::table::rows;

/// What a later figure does to an earlier one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Behaviour {
    /// Later figures are higher.
    Up,
    /// Later figures are lower.
    Down,
    /// Runs both ways.
    Either,
    /// Does not change from day to day.
    Fixed,
    /// The predicate says nothing about which event it is.
    Generic,
}

/// One event class as the reconciler sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Measure {
    /// What later figures do.
    pub behaviour: Behaviour,
    /// Classes that reports use for this one.
    pub near: Vec<&'static str>,
    /// States counted apart that get mixed up with this one.
    pub contrast: Vec<&'static str>,
}

static TABLE: LazyLock<FxHashMap<&'static str, Measure>> = LazyLock::new(|| {
    rows(include_str!("../data/measures.tsv"))
        .filter_map(|row| {
            let behaviour = match row.cell(1) {
                "up" => Behaviour::Up,
                "down" => Behaviour::Down,
                "either" => Behaviour::Either,
                "fixed" => Behaviour::Fixed,
                "generic" => Behaviour::Generic,
                _ => return None,
            };
            let (near, contrast) = (row.list(2).collect(), row.list(3).collect());
            Some((row.cell(0), Measure { behaviour, near, contrast }))
        })
        .collect()
});

static STAND_INS: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| {
    rows(include_str!("../data/stand_ins.tsv")).flat_map(|row| row.cell(0).split(' ')).collect()
});

/// Whether a noun stands for people in general where an event is counted.
///
/// ```
/// assert!(crosscheck_lexicon::measures::is_stand_in("resident"));
/// assert!(!crosscheck_lexicon::measures::is_stand_in("child"));
/// ```
pub fn is_stand_in(lemma: &str) -> bool {
    STAND_INS.contains(lemma)
}

/// Whether an adverb tells a figure as one of before: "authorities earlier had cited 88,000".
///
/// ```
/// assert!(crosscheck_lexicon::measures::is_of_before("initially"));
/// ```
pub fn is_of_before(lower: &str) -> bool {
    // A closed set: adverbs of anteriority that reports use of figures.
    matches!(lower, "earlier" | "previously" | "initially" | "originally" | "formerly")
}

/// The behaviour of an event class, or `None` for one that the table does not name.
///
/// ```
/// use crosscheck_lexicon::measures::{Behaviour, measure};
/// assert_eq!(measure("kill").map(|kill| kill.behaviour), Some(Behaviour::Up));
/// ```
pub fn measure(class: &str) -> Option<&'static Measure> {
    TABLE.get(class)
}

/// Whether reports use the two classes for one another.
pub fn near(a: &str, b: &str) -> bool {
    let names = |x: &str, y: &str| measure(x).is_some_and(|measure| measure.near.contains(&y));
    names(a, b) || names(b, a)
}

/// Whether the two classes are states counted apart.
pub fn contrast(a: &str, b: &str) -> bool {
    let names = |x: &str, y: &str| measure(x).is_some_and(|measure| measure.contrast.contains(&y));
    names(a, b) || names(b, a)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_read_and_gives_a_reason() {
        let all: Vec<_> = rows(include_str!("../data/measures.tsv")).collect();
        for row in &all {
            assert_eq!(row.width(), 5, "class, behaviour, near, contrast, reason: line {}", row.line);
            assert!(measure(row.cell(0)).is_some() && !row.reason().is_empty(), "line {}", row.line);
        }
        assert_eq!(all.len(), TABLE.len(), "a class stands twice");
    }
}
