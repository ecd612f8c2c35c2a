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
    /// With one of these nouns for what it is done to, or for its subject where it is done to nothing: "released the album",
    /// "the talks broke down". A word after "~" is a family of the taxonomy.
    Of(&'static str),
}

impl Usage {
    /// Whether the verb is used so beside a noun, given its lemma and the family of the taxonomy that it belongs to.
    ///
    /// ```
    /// use crosscheck_lexicon::usage::Usage;
    /// let of = Usage::Of("talk ~structure");
    /// assert!(of.is_of("talk", None) && of.is_of("bridge", Some("structure")));
    /// assert!(!of.is_of("structure", None) && !Usage::Intransitive.is_of("talk", None));
    /// ```
    pub fn is_of(self, lemma: &str, family: Option<&str>) -> bool {
        let Self::Of(nouns) = self else { return false };
        nouns.split(' ').any(|noun| match noun.strip_prefix('~') {
            Some(named) => family == Some(named),
            None => noun == lemma,
        })
    }
}

type Uses = Vec<(Usage, &'static str)>;
type Phrases = Vec<(Vec<&'static str>, Uses)>;

/// The uses of each verb, by the words that belong to it.
static TABLE: LazyLock<FxHashMap<&'static str, Phrases>> = LazyLock::new(|| {
    let mut out: FxHashMap<&'static str, Phrases> = FxHashMap::default();
    for row in table::rows(include_str!("../data/usages.tsv")) {
        let Some(usage) = read(row.cell(0)) else { continue };
        for verb in row.list(1) {
            let mut words = verb.split(' ');
            let phrases = out.entry(words.next().unwrap_or(verb)).or_default();
            let rest: Vec<_> = words.collect();
            let index = phrases.iter().position(|(own, _)| *own == rest).unwrap_or_else(|| {
                phrases.push((rest, Uses::new()));
                phrases.len() - 1
            });
            phrases[index].1.push((usage, row.cell(2)));
        }
    }
    out
});

/// The use that the first cell of a row names.
fn read(cell: &'static str) -> Option<Usage> {
    Some(match cell {
        "intransitive" => Usage::Intransitive,
        "of-persons" => Usage::OfPersons,
        "of-vehicles" => Usage::OfVehicles,
        "done-to-persons" => Usage::DoneToPersons,
        "to-persons" => Usage::ToPersons,
        "by-degree" => Usage::ByDegree,
        _ => Usage::Of(cell.strip_prefix("of ")?),
    })
}

/// The uses in which a verb, with the words that belong to it, names another event than its class, with the event.
///
/// ```
/// use crosscheck_lexicon::usage::{Usage, usages};
/// assert_eq!(usages("overturn", &[]), [(Usage::Intransitive, "crash")]);
/// assert!(usages("go", &["down"]).contains(&(Usage::OfVehicles, "crash")));
/// assert!(usages("go", &["near"]).is_empty() && usages("perish", &[]).is_empty());
/// ```
pub fn usages(lemma: &str, rest: &[&str]) -> &'static [(Usage, &'static str)] {
    let phrases = TABLE.get(lemma).map_or(&[][..], Vec::as_slice);
    phrases.iter().find(|(own, _)| own == rest).map_or(&[], |(_, uses)| uses)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_names_a_use_a_class_and_a_reason() {
        let events = include_str!("../data/events.tsv");
        let known: Vec<_> = table::rows(events).map(|row| row.cell(0)).collect();
        for row in table::rows(include_str!("../data/usages.tsv")) {
            assert!(read(row.cell(0)).is_some(), "line {}", row.line);
            assert!((1..4).all(|cell| !row.cell(cell).is_empty()), "{}", row.cell(1));
            assert!(known.contains(&row.cell(2)), "line {}: {}", row.line, row.cell(2));
            for verb in row.list(1) {
                let lemma = verb.split(' ').next().unwrap_or(verb);
                assert!(crate::verb::verb(lemma).is_some(), "{verb}");
            }
        }
    }
}
