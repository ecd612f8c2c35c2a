//! Verbs that name another event beside one kind of subject, object or figure: "a coach overturned", "the court overturned
//! the ruling". Table: `usages.tsv`.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::table;

/// How a verb is used where it means something else than its class.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Usage {
    /// Without an object: "the coach overturned".
    Intransitive,
    /// Without an object, and with persons for a subject: "teachers struck".
    OfPersons,
    /// With a figure behind "to", "by" or "from", or one that is no sum: "raised its rate by a quarter point".
    ByDegree,
}

static TABLE: LazyLock<FxHashMap<&'static str, Vec<(Usage, &'static str)>>> = LazyLock::new(|| {
    let mut out: FxHashMap<&'static str, Vec<_>> = FxHashMap::default();
    for row in table::rows(include_str!("../data/usages.tsv")) {
        let usage = match row.cell(0) {
            "intransitive" => Usage::Intransitive,
            "of-persons" => Usage::OfPersons,
            "by-degree" => Usage::ByDegree,
            _ => continue,
        };
        for verb in row.cell(1).split('|') {
            out.entry(verb).or_default().push((usage, row.cell(2)));
        }
    }
    out
});

/// The uses in which a verb names another event than its class, with the event.
///
/// ```
/// use crosscheck_lexicon::usage::{Usage, usages};
/// assert_eq!(usages("overturn"), [(Usage::Intransitive, "crash")]);
/// assert!(usages("kill").is_empty());
/// ```
pub fn usages(lemma: &str) -> &'static [(Usage, &'static str)] {
    TABLE.get(lemma).map_or(&[], Vec::as_slice)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_names_a_use_a_class_and_a_reason() {
        for row in table::rows(include_str!("../data/usages.tsv")) {
            assert!(matches!(row.cell(0), "intransitive" | "of-persons" | "by-degree"), "{}", row.cell(0));
            assert!((1..4).all(|cell| !row.cell(cell).is_empty()), "{}", row.cell(1));
            for verb in row.cell(1).split('|') {
                assert!(crate::verb::verb(verb).is_some(), "{verb}");
            }
        }
    }
}
