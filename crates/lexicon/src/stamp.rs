//! What a line beside an article calls its date: "Published 3 May", "Last updated 4 May". Table: `stamps.tsv`.

use std::sync::LazyLock;

use crate::table::rows;

/// What happened to the article on a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stamp {
    /// It came out.
    Made,
    /// It was changed.
    Changed,
}

static TABLE: LazyLock<Vec<(Stamp, String)>> = LazyLock::new(|| {
    rows(include_str!("../data/stamps.tsv"))
        .flat_map(|row| {
            let stamp = if row.cell(0) == "made" { Stamp::Made } else { Stamp::Changed };
            row.cell(1).split(' ').map(move |opening| (stamp, opening.replace('_', " ")))
        })
        .collect()
});

/// What the words before a date, in lower case, call it: the one that stands nearest to it.
///
/// ```
/// use crosscheck_lexicon::stamp::{Stamp, before};
/// assert_eq!(before("published on "), Some(Stamp::Made));
/// assert_eq!(before("published 3 may, last updated "), Some(Stamp::Changed));
/// assert_eq!(before("kest, "), None);
/// ```
pub fn before(lower: &str) -> Option<Stamp> {
    let found = TABLE.iter().filter_map(|(stamp, opening)| Some((lower.rfind(opening.as_str())?, *stamp)));
    // Where both stand at one byte the date is that of the change.
    found.max_by_key(|(at, stamp)| (*at, *stamp == Stamp::Changed)).map(|(_, stamp)| stamp)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_names_a_stamp_and_a_reason() {
        for row in rows(include_str!("../data/stamps.tsv")) {
            assert!(matches!(row.cell(0), "made" | "changed"), "line {}", row.line);
            assert!(row.width() == 3 && !row.reason().is_empty(), "line {}", row.line);
        }
    }
}
