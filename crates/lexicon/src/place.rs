//! Places with their demonyms and seats of power, and the bodies that speak, by country and by office.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::classes::Classes;
use crate::table::rows;

/// How a word stands for a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Naming {
    /// "Russia"
    Name,
    /// "Russian"
    Demonym,
    /// "Moscow": a place inside, and a name for those who govern.
    Seat,
}

/// A word or phrase that names a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// Key of the place: "russia".
    pub key: &'static str,
    /// How it is named.
    pub naming: Naming,
}

/// A body that is named by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Body {
    /// Key: "icrc".
    pub key: &'static str,
    /// Side: the key of a place, or its own.
    pub side: &'static str,
}

#[derive(Default)]
struct Tables {
    places: FxHashMap<&'static str, Place>,
    within: FxHashMap<&'static str, &'static str>,
    /// All that a key is called, its demonyms and seats too.
    names: FxHashMap<&'static str, Vec<&'static str>>,
    bodies: FxHashMap<&'static str, Body>,
    offices: FxHashMap<&'static str, &'static str>,
}

static TABLES: LazyLock<Tables> = LazyLock::new(|| {
    let mut tables = Tables::default();
    for row in rows(include_str!("../data/places.tsv")) {
        let (key, within) = (row.cell(0), row.cell(4));
        for (cell, naming) in [(1, Naming::Name), (2, Naming::Demonym), (3, Naming::Seat)] {
            for word in row.list(cell) {
                tables.places.entry(word).or_insert(Place { key, naming });
                tables.names.entry(key).or_default().push(word);
            }
        }
        if !within.is_empty() {
            tables.within.insert(key, within);
        }
    }
    for row in rows(include_str!("../data/bodies.tsv")) {
        let (key, side) = (row.cell(0), row.cell(2));
        let side = if side == "-" { key } else { side };
        for name in row.list(1) {
            tables.bodies.insert(name, Body { key, side });
        }
    }
    for row in rows(include_str!("../data/offices.tsv")) {
        for word in row.list(1) {
            tables.offices.entry(word).or_insert(row.cell(0));
        }
    }
    tables
});

/// The place that lower-case words name.
///
/// ```
/// use crosscheck_lexicon::place::{Naming, place};
/// assert_eq!(place("kremlin").map(|place| (place.key, place.naming)), Some(("russia", Naming::Seat)));
/// assert_eq!(place("armenians").map(|place| place.key), Some("armenia"));
/// assert!(place("tomato").is_none());
/// ```
pub fn place(lower: &str) -> Option<Place> {
    TABLES.places.get(lower).copied()
}

/// The place that holds a place: country of a region or of a seat of power, continent of a country.
///
/// ```
/// use crosscheck_lexicon::place::within;
/// assert_eq!(within("alberta"), Some("canada"));
/// assert_eq!(within("jakarta"), Some("indonesia"));
/// ```
pub fn within(key: &str) -> Option<&'static str> {
    let seat = || place(key).filter(|place| place.naming == Naming::Seat).map(|place| place.key);
    TABLES.within.get(key).copied().or_else(seat)
}

/// The body that lower-case words name by themselves.
///
/// ```
/// use crosscheck_lexicon::place::body;
/// let long = body("international committee of the red cross").expect("in the table");
/// assert_eq!(long, body("icrc").expect("in the table"));
/// ```
pub fn body(lower: &str) -> Option<Body> {
    TABLES.bodies.get(lower).copied()
}

/// All that a place is called, its demonyms and seats too; nothing for a place that no row holds.
///
/// ```
/// use crosscheck_lexicon::place::names;
/// assert!(names("russia").contains(&"kremlin"));
/// assert!(names("tomato").is_empty());
/// ```
pub fn names(key: &str) -> &'static [&'static str] {
    TABLES.names.get(key).map_or(&[], Vec::as_slice)
}

/// The office that lower-case words name inside a country.
///
/// ```
/// use crosscheck_lexicon::place::office;
/// assert_eq!(office("ministry of defense"), office("defence ministry"));
/// ```
pub fn office(lower: &str) -> Option<&'static str> {
    TABLES.offices.get(lower).copied()
}

/// The words that the class table marks: one-word names of places, and the words of their names.
pub(crate) fn marks() -> impl Iterator<Item = (&'static str, Classes)> {
    TABLES
        .places
        .keys()
        .flat_map(|name| name.split(' '))
        .filter(|word| word.len() > 2 && *word != "the")
        .map(|word| (word, Classes::PLACE))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_gives_a_reason_and_every_container_exists() {
        for (table, width) in [
            (include_str!("../data/places.tsv"), 6),
            (include_str!("../data/bodies.tsv"), 4),
            (include_str!("../data/offices.tsv"), 3),
        ] {
            for row in rows(table) {
                assert_eq!(row.width(), width, "line {}", row.line);
                assert!(!row.reason().is_empty(), "line {}", row.line);
            }
        }
        let (places, bodies) = (include_str!("../data/places.tsv"), include_str!("../data/bodies.tsv"));
        for row in rows(bodies) {
            let known = |side: &str| rows(places).chain(rows(bodies)).any(|row| row.cell(0) == side);
            assert!(row.cell(2) == "-" || known(row.cell(2)), "line {}", row.line);
        }
    }
}
