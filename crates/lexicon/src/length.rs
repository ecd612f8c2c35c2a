//! Whether a unit of time is a length where it stands: "for weeks", "took a year", "days of rain". Table: `lengths.tsv`.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::bits::named_bits;
use crate::table::rows;

named_bits! {
    /// What a word before a unit of time makes of it.
    Before(u8);
    /// A bare plural is a length, whatever follows: "for weeks".
    BARE = "bare";
    /// A bare plural is a length, unless "of" follows: "takes years".
    BARE_LAST = "bare-last";
    /// A bare plural is a length only where "of" follows: "after days of rain".
    BARE_OF = "bare-of";
    /// A unit with an article is a length: "took a year".
    SINGLE = "single";
    /// A unit with an article is at somebody's disposal, if what it is for follows: "gave them a week to leave".
    GRANTED = "granted";
    /// A length whose unit is open may follow: "for a while".
    OPEN = "open";
    /// What follows is how long something takes: "within the next hour".
    PLACING = "placing";
}

static TABLE: LazyLock<FxHashMap<&'static str, Before>> = LazyLock::new(|| {
    let mut table: FxHashMap<&'static str, Before> = FxHashMap::default();
    for row in rows(include_str!("../data/lengths.tsv")) {
        let Some(found) = Before::named(row.cell(0)) else { continue };
        for word in row.cell(1).split(' ') {
            let entry = table.entry(word).or_default();
            *entry = entry.or(found);
        }
    }
    table
});

/// What a word in lower case makes of the unit of time behind it.
///
/// ```
/// use crosscheck_lexicon::length::{Before, before};
/// assert!(before("for").has(Before::BARE));
/// assert!(!before("eight").has(Before::BARE));
/// ```
pub fn before(word: &str) -> Before {
    TABLE.get(word).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_says_what_it_makes_of_a_unit_and_why() {
        for row in rows(include_str!("../data/lengths.tsv")) {
            assert_eq!(row.width(), 3, "line {}", row.line);
            assert!(Before::named(row.cell(0)).is_some(), "line {}", row.line);
            assert!(!row.reason().is_empty(), "line {}", row.line);
        }
    }
}
