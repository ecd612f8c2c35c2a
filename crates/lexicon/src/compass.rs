//! Points of the compass, and lands whose clocks show Greenwich time.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::phrase::rows;

static POINTS: LazyLock<FxHashMap<&'static str, u16>> = LazyLock::new(|| {
    rows(include_str!("../data/compass.tsv")).filter_map(|row| Some((row[0], row[1].parse().ok()?))).collect()
});

static GREENWICH: LazyLock<FxHashSet<&'static str>> =
    LazyLock::new(|| rows(include_str!("../data/greenwich.tsv")).flat_map(|row| row[0].split('|')).collect());

/// The direction that a lower-case word names, in degrees clockwise from north.
///
/// ```
/// assert_eq!(crosscheck_lexicon::compass::point("southwest"), Some(225));
/// ```
pub fn point(lower: &str) -> Option<u16> {
    POINTS.get(lower).copied()
}

/// Whether clocks at a place of the gazetteer show Greenwich time for some of the year.
///
/// ```
/// assert!(crosscheck_lexicon::compass::keeps_greenwich_time("scotland"));
/// assert!(!crosscheck_lexicon::compass::keeps_greenwich_time("japan"));
/// ```
pub fn keeps_greenwich_time(place: &str) -> bool {
    std::iter::successors(Some(place), |key| crate::place::within(key))
        .take(8)
        .any(|key| GREENWICH.contains(key))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_read_and_have_reasons() {
        assert!(
            rows(include_str!("../data/compass.tsv")).all(|row| row.len() == 3 && point(row[0]).is_some())
        );
        assert!(rows(include_str!("../data/greenwich.tsv")).all(|row| row.len() == 2));
    }
}
