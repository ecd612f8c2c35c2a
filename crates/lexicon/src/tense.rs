//! Words that tell whether what is said of lies before or after the telling.
//!
//! The table is `data/tenses.tsv`: closed-class auxiliaries, irregular pasts, and the words of plans and timetables.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::table;

/// What a word may tell of direction; a word can have several.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Directions(u16);

macro_rules! directions {
    ($($(#[$doc:meta])* $name:ident = $bit:literal, $spelling:literal;)*) => {
        impl Directions {
            $($(#[$doc])* pub const $name: Self = Self(1 << $bit);)*

            /// The direction of that name, as the table spells it.
            fn named(name: &str) -> Option<Self> {
                match name {
                    $($spelling => Some(Self::$name),)*
                    _ => None,
                }
            }
        }
    };
}

directions! {
    /// "took", "was".
    PAST = 0, "past";
    /// "will", "plans".
    FUTURE = 1, "future";
    /// "may": ahead, but past before "have".
    MODAL = 2, "modal";
    /// "is".
    PRESENT = 3, "present";
    /// "has": past, but ahead before "to".
    PERFECT = 4, "perfect";
    /// "scheduled": ahead, but past after a past auxiliary.
    PLANNED = 5, "planned";
    /// "agreed": ahead before "to" and a verb.
    AHEAD = 6, "ahead";
    /// "due": ahead after "is".
    GOING = 7, "going";
    /// "opens": the present of a timetable.
    TIMETABLE = 8, "timetable";
    /// "open": the same, after a plural.
    TIMETABLES = 9, "timetables";
    /// "postponed": the day until which lies ahead.
    PUT_OFF = 10, "put_off";
    /// "chance": ahead before "of".
    OUTLOOK = 11, "outlook";
    /// "rain likely": ahead where no verb says otherwise.
    ODDS = 12, "odds";
    /// "told": ahead before "to", a verb and a deadline.
    BIDDEN = 13, "bidden";
    /// "left": what happens at a time of the clock.
    CLOCKED = 14, "clocked";
}

impl Directions {
    /// Both sets together.
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether any direction of `other` is among them.
    pub const fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
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
