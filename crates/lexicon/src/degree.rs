//! Words of degree: multiples ("twice as big", "doubled") and superlatives ("the worst in decades"), by the scale they rank on.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::classes::Classes;
use crate::phrase::rows;

/// How a word of a multiple stands in its sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Before "as": twice.
    Adverb,
    /// doubled
    Past,
    /// doubles
    Third,
    /// double
    Base,
    /// doubling
    Ing,
}

/// A word that tells how many times as large something has become.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Multiple {
    /// The factor as printed in the table: "2", "0.5".
    pub times: &'static str,
    /// How the word stands.
    pub form: Form,
}

struct Tables {
    multiples: FxHashMap<&'static str, Multiple>,
    scales: FxHashMap<&'static str, &'static str>,
}

static TABLES: LazyLock<Tables> = LazyLock::new(|| {
    let mut tables = Tables { multiples: FxHashMap::default(), scales: FxHashMap::default() };
    for row in rows(include_str!("../data/multiples.tsv")) {
        let form = match row[1] {
            "adverb" => Form::Adverb,
            "past" => Form::Past,
            "third" => Form::Third,
            "base" => Form::Base,
            _ => Form::Ing,
        };
        let multiple = Multiple { times: row[0], form };
        tables.multiples.extend(row[2].split(' ').map(|word| (word, multiple)));
    }
    for row in rows(include_str!("../data/superlatives.tsv")) {
        tables.scales.extend(row[1].split(' ').map(|word| (word, row[0])));
    }
    tables
});

/// Whether a multiple before "as" also tells how often something happened: "has been jailed twice".
///
/// ```
/// use crosscheck_lexicon::degree::is_often;
/// assert!(is_often("twice") && !is_often("half"));
/// ```
pub fn is_often(lower: &str) -> bool {
    multiple(lower).is_some_and(|multiple| multiple.form == Form::Adverb)
}

/// The multiple a word tells of, given in lower case.
///
/// ```
/// use crosscheck_lexicon::degree::multiple;
/// assert_eq!(multiple("tripled").map(|found| found.times), Some("3"));
/// assert_eq!(multiple("single"), None);
/// ```
pub fn multiple(lower: &str) -> Option<Multiple> {
    TABLES.multiples.get(lower).copied()
}

/// The scale that a superlative, or an adjective after "most", ranks on.
///
/// ```
/// use crosscheck_lexicon::degree::scale;
/// assert_eq!(scale("biggest"), scale("largest"));
/// assert_ne!(scale("worst"), scale("strongest"));
/// ```
pub fn scale(lower: &str) -> Option<&'static str> {
    TABLES.scales.get(lower).copied()
}

/// What the tables add to the classes of words.
pub(crate) fn marks() -> impl Iterator<Item = (&'static str, Classes)> {
    let multiples = TABLES.multiples.keys().map(|word| (*word, Classes::MULTIPLE));
    let superlative = |word: &&&str| word.ends_with("est") || matches!(**word, "worst");
    let scales = TABLES.scales.keys().filter(superlative).map(|word| (*word, Classes::SUPERLATIVE));
    multiples.chain(scales).chain([("most", Classes::SUPERLATIVE)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_have_reasons_and_factors_are_numbers() {
        for row in rows(include_str!("../data/multiples.tsv")) {
            assert_eq!(row.len(), 4, "{row:?}");
            assert!(row[0].parse::<f64>().is_ok_and(|times| times > 0.0), "{row:?}");
        }
        assert!(rows(include_str!("../data/superlatives.tsv")).all(|row| row.len() == 3));
    }
}
