//! Words beside which a number is a name and no quantity, and words that say what an unnamed number counts.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::phrase::rows;

struct Tables {
    before: FxHashSet<&'static str>,
    after: FxHashSet<&'static str>,
    implied: FxHashMap<&'static str, &'static str>,
}

static TABLES: LazyLock<Tables> = LazyLock::new(|| {
    let mut tables =
        Tables { before: FxHashSet::default(), after: FxHashSet::default(), implied: FxHashMap::default() };
    for row in rows(include_str!("../data/labels.tsv")) {
        let words = row[1].split(' ');
        if row[0] == "before" { tables.before.extend(words) } else { tables.after.extend(words) }
    }
    for row in rows(include_str!("../data/implied.tsv")) {
        tables.implied.extend(row[1].split(' ').map(|word| (word, row[0])));
    }
    tables
});

/// Whether a number behind the word is its label: "Resolution 2758", "Flight 93".
pub fn takes_label(lower: &str) -> bool {
    TABLES.before.contains(lower)
}

/// Whether a number in front of the word is a house or road number: "10 Downing Street".
pub fn is_street(lower: &str) -> bool {
    TABLES.after.contains(lower)
}

/// What is counted when a number stands alone before the word: "people" before "killed".
///
/// ```
/// assert_eq!(crosscheck_lexicon::label::implied("wounded"), Some("people"));
/// ```
pub fn implied(lower: &str) -> Option<&'static str> {
    TABLES.implied.get(lower).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_have_reasons() {
        assert!(rows(include_str!("../data/labels.tsv")).all(|row| row.len() == 3));
        assert!(rows(include_str!("../data/implied.tsv")).all(|row| row.len() == 3));
    }
}
