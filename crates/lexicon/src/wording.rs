//! How a title words an event class: "killed", "handed over", "turnout". Table: `class_words.tsv`.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::table;

/// The words for a class; empty where nothing is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Wording {
    /// Behind a counted noun: "people *killed*".
    pub after: &'static str,
    /// On its own, after "date of the" or for a figure without a noun: "*turnout*".
    pub name: &'static str,
}

static TABLE: LazyLock<FxHashMap<&'static str, Wording>> = LazyLock::new(|| {
    let said = |cell: &'static str| if cell == "-" { "" } else { cell };
    table::rows(include_str!("../data/class_words.tsv"))
        .map(|row| (row.cell(0), Wording { after: said(row.cell(1)), name: said(row.cell(2)) }))
        .collect()
});

/// The words for a class; none for a class that the table lacks.
///
/// ```
/// use crosscheck_lexicon::wording::of;
/// assert_eq!(of("hand-over").after, "handed over");
/// assert_eq!(of("vote-share").name, "share of the vote");
/// ```
pub fn of(class: &str) -> Wording {
    TABLE.get(class).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use crate::table;

    #[test]
    fn rows_are_whole_and_each_class_stands_once() {
        let rows: Vec<_> = table::rows(include_str!("../data/class_words.tsv")).collect();
        let mut classes: Vec<_> = rows.iter().map(|row| row.cell(0)).collect();
        classes.sort_unstable();
        classes.dedup();
        assert_eq!(classes.len(), rows.len(), "a class stands twice");
        for row in rows {
            assert!(row.width() == 4 && !row.reason().is_empty(), "line {}", row.line);
        }
    }
}
