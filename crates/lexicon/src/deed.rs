//! What a deed is by what it is done to: to seize people is to arrest them, to pick up seats is to win them. Table: `deeds.tsv`.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::table;

/// What is named otherwise by what the deed is done to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Of {
    /// The event, and with it the measure.
    Event,
    /// Only what is measured.
    Measure,
    /// Only what a date is of.
    Date,
}

struct Deed {
    of: Of,
    things: &'static str,
    kinds: &'static str,
    becomes: &'static str,
}

static TABLE: LazyLock<FxHashMap<&'static str, Vec<Deed>>> = LazyLock::new(|| {
    let mut deeds: FxHashMap<&'static str, Vec<Deed>> = FxHashMap::default();
    for row in table::rows(include_str!("../data/deeds.tsv")) {
        let of = match row.cell(0) {
            "event" => Of::Event,
            "measure" => Of::Measure,
            "date" => Of::Date,
            _ => continue,
        };
        for class in row.cell(1).split(' ') {
            let deed = Deed { of, things: row.cell(2), kinds: row.cell(3), becomes: row.cell(4) };
            deeds.entry(class).or_default().push(deed);
        }
    }
    deeds
});

/// The class that an event class is where the thing is of a root and the figure of a kind; `None` where it stays what it is.
///
/// ```
/// use crosscheck_lexicon::deed::{Of, becomes};
/// assert_eq!(becomes(Of::Event, "seize", Some("person"), "count"), Some("arrest"));
/// assert_eq!(becomes(Of::Event, "seize", Some("weapon"), "count"), None);
/// assert_eq!(becomes(Of::Measure, "donate", Some("vehicle"), "count"), Some("deliver"));
/// assert_eq!(becomes(Of::Measure, "donate", Some("person"), "count"), None);
/// assert_eq!(becomes(Of::Date, "donate", None, "date"), Some("deliver"));
/// ```
pub fn becomes(of: Of, class: &str, thing: Option<&str>, kind: &str) -> Option<&'static str> {
    let holds = |things: &str| match things {
        "*" => true,
        "goods" => thing.is_some_and(|thing| !matches!(thing, "person" | "child" | "-")),
        _ => thing.is_some_and(|thing| things.split(' ').any(|one| one == thing)),
    };
    let told =
        |deed: &&Deed| deed.of == of && deed.kinds.split(' ').any(|one| one == kind) && holds(deed.things);
    TABLE.get(class)?.iter().find(told).map(|deed| deed.becomes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_names_known_classes_and_a_reason() {
        let tables = [include_str!("../data/events.tsv"), include_str!("../data/topics.tsv")];
        let named =
            |table, class: &str| table::rows(table).any(|row| row.cell(0).trim_end_matches('?') == class);
        let known = |class: &str| tables.iter().any(|table| named(table, class));
        let mut rows = 0;
        for row in table::rows(include_str!("../data/deeds.tsv")) {
            assert!(matches!(row.cell(0), "event" | "measure" | "date"), "line {}", row.line);
            assert!((1..6).all(|cell| !row.cell(cell).is_empty()), "line {}", row.line);
            for class in row.cell(1).split(' ').chain([row.cell(4)]) {
                assert!(known(class), "{class} in line {}", row.line);
            }
            rows += row.cell(1).split(' ').count();
        }
        assert_eq!(rows, TABLE.values().map(Vec::len).sum::<usize>());
    }
}
