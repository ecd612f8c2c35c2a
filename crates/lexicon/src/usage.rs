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
    /// Without an object, and with a vessel or a vehicle for a subject: "the ferry went down".
    OfVehicles,
    /// In the passive, of persons: "900 people were moved to schools".
    DoneToPersons,
    /// With an object of persons: "caught three men".
    ToPersons,
    /// With a figure behind "to", "by" or "from", or one that is no sum: "raised its rate by a quarter point".
    ByDegree,
}

static TABLE: LazyLock<FxHashMap<&'static str, Vec<(Usage, &'static str)>>> = LazyLock::new(|| {
    let mut out: FxHashMap<&'static str, Vec<_>> = FxHashMap::default();
    for row in table::rows(include_str!("../data/usages.tsv")) {
        let usage = match row.cell(0) {
            "intransitive" => Usage::Intransitive,
            "of-persons" => Usage::OfPersons,
            "of-vehicles" => Usage::OfVehicles,
            "done-to-persons" => Usage::DoneToPersons,
            "to-persons" => Usage::ToPersons,
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

/// [`usages`] of a verb with the words that belong to it.
///
/// ```
/// use crosscheck_lexicon::usage::{Usage, usages_of_phrase};
/// assert_eq!(usages_of_phrase("go", &["down"]), [(Usage::OfVehicles, "crash")]);
/// assert!(usages_of_phrase("go", &["up"]).is_empty());
/// ```
pub fn usages_of_phrase(lemma: &str, rest: &[&str]) -> &'static [(Usage, &'static str)] {
    // Hardly a verb has such a phrase, and the table is short.
    let found = TABLE.iter().find(|(verb, _)| {
        let mut words = verb.split(' ');
        words.next() == Some(lemma) && words.eq(rest.iter().copied())
    });
    found.map_or(&[], |(_, usages)| usages)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_names_a_use_a_class_and_a_reason() {
        for row in table::rows(include_str!("../data/usages.tsv")) {
            assert!(
                matches!(
                    row.cell(0),
                    "intransitive"
                        | "of-persons"
                        | "of-vehicles"
                        | "done-to-persons"
                        | "to-persons"
                        | "by-degree"
                ),
                "{}",
                row.cell(0)
            );
            assert!((1..4).all(|cell| !row.cell(cell).is_empty()), "{}", row.cell(1));
            for verb in row.cell(1).split('|') {
                let lemma = verb.split(' ').next().unwrap_or(verb);
                assert!(crate::verb::verb(lemma).is_some(), "{verb}");
            }
        }
    }
}
