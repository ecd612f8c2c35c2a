//! Words that tell whether what is said of lies before or after the telling.
//!
//! The table is `data/tenses.tsv`: closed-class auxiliaries, irregular pasts, and the words of plans and timetables.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::bits::named_bits;
use crate::table;

named_bits! {
    /// What a word may tell of direction; a word can have several.
    Directions(u16);
    /// "took", "was".
    PAST = "past";
    /// "will", "plans".
    FUTURE = "future";
    /// "may": ahead, but past before "have".
    MODAL = "modal";
    /// "is".
    PRESENT = "present";
    /// "has": past, but ahead before "to".
    PERFECT = "perfect";
    /// "scheduled": ahead, but past after a past auxiliary.
    PLANNED = "planned";
    /// "agreed": ahead before "to" and a verb.
    AHEAD = "ahead";
    /// "due": ahead after "is".
    GOING = "going";
    /// "opens": the present of a timetable.
    TIMETABLE = "timetable";
    /// "open": the same, after a plural.
    TIMETABLES = "timetables";
    /// "postponed": the day until which lies ahead.
    PUT_OFF = "put_off";
    /// "chance": ahead before "of".
    OUTLOOK = "outlook";
    /// "rain likely": ahead where no verb says otherwise.
    ODDS = "odds";
    /// "told": ahead before "to", a verb and a deadline.
    BIDDEN = "bidden";
    /// "called": what is made known for a day lies ahead, "called a strike for Friday".
    APPOINTS = "appoints";
    /// "left": what happens at a time of the clock.
    CLOCKED = "clocked";
}

static TABLE: LazyLock<FxHashMap<&'static str, Directions>> = LazyLock::new(|| {
    let mut words: FxHashMap<&'static str, Directions> = FxHashMap::default();
    for row in table::rows(include_str!("../data/tenses.tsv")) {
        let Some(direction) = Directions::named(row.cell(0)) else { continue };
        for word in row.cell(1).split(' ') {
            words.entry(word).or_default().0 |= direction.0;
        }
    }
    words
});

/// What a word given in lower case tells; nothing for most words.
///
/// ```
/// use crosscheck_lexicon::tense::{Directions, directions};
/// assert!(directions("took").has(Directions::PAST));
/// assert!(directions("planned").has(Directions::PLANNED));
/// assert_eq!(directions("zebra"), Directions::default());
/// ```
pub fn directions(lower: &str) -> Directions {
    TABLE.get(lower).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_names_a_direction_and_gives_a_reason() {
        for row in table::rows(include_str!("../data/tenses.tsv")) {
            assert_eq!(row.width(), 3, "line {}", row.line);
            assert!(Directions::named(row.cell(0)).is_some(), "line {}", row.line);
        }
    }
}
