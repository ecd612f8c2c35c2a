//! Word classes: one look-up per word serves every recogniser.
//!
//! A token carries the [`Classes`] of its lower-case form, so that the recognisers test a bit where they would otherwise
//! search a table of their own. The table is `data/classes.tsv`; other tables register their first words here too.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

/// A set of word classes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Classes(pub u64);

macro_rules! classes {
    ($($(#[$doc:meta])* $name:ident = $bit:literal;)*) => {
        impl Classes {
            $($(#[$doc])* pub const $name: Self = Self(1 << $bit);)*

            /// The class of that name, as the table spells it.
            fn named(name: &str) -> Option<Self> {
                match name {
                    $(stringify!($name) => Some(Self::$name),)*
                    _ => None,
                }
            }
        }
    };
}

classes! {
    /// the, a, this, their
    DETERMINER = 0;
    /// of, in, at
    PREPOSITION = 1;
    /// and, or, but
    CONJUNCTION = 2;
    /// he, they, which
    PRONOUN = 3;
    /// is, had, will
    AUXILIARY = 4;
    /// may, could
    MODAL = 5;
    /// not, never
    NEGATION = 6;
    /// Cardinals and multipliers: six, hundred, million.
    NUMBER = 7;
    /// first, third
    ORDINAL = 8;
    /// dozens, several, few
    VAGUE_NUMBER = 9;
    /// Month names and their abbreviations.
    MONTH = 10;
    /// Weekday names and their abbreviations.
    WEEKDAY = 11;
    /// day, hour, decade
    TIME_UNIT = 12;
    /// Other words that can open a temporal expression: today, overnight, spring.
    TIME_WORD = 13;
    /// First word of a unit name.
    UNIT = 15;
    /// Words that cannot belong to a noun group after a number: adverbs and the like.
    ADVERB = 16;
    /// Words frequent in running text and rare in menus.
    STOPWORD = 17;
    /// Adverbs that no sentence of news means as a verb or a noun: still, already, later.
    ADVERBIAL = 18;
    /// Words that open a figure or a phrase of direction right after a verb: more, nearly, up.
    FIGURE_OPENER = 19;
    /// Words that open a clause of their own: while, because, if.
    CLAUSE_OPENER = 20;
    /// no, none
    ZERO = 21;
    /// Words of a multiple: twice, doubled.
    MULTIPLE = 22;
    /// Superlatives that rank what news tells of: worst, largest; "most".
    SUPERLATIVE = 23;
    /// First word of a running-figure cue.
    CUE = 58;
    /// A word of a place name.
    PLACE = 59;
    /// A predicative state: dead, missing.
    STATE = 60;
    /// A noun that names an event: ceasefire, toll.
    EVENT = 61;
    /// A form of a verb of the event tables.
    VERB = 62;
    /// Words that lead to or follow the core of a temporal expression: early, last, ago, pm.
    TIME_LEAD = 40;
    /// First words of holidays.
    HOLIDAY = 41;
}

impl Classes {
    /// No class.
    pub const NONE: Self = Self(0);

    /// Both sets together.
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether any class of `other` is in the set.
    pub const fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

static TABLE: LazyLock<FxHashMap<&'static str, Classes>> = LazyLock::new(|| {
    let mut table = FxHashMap::default();
    for line in include_str!("../data/classes.tsv").lines() {
        if line.starts_with('#') || line.is_empty() {
            continue;
        }
        let mut columns = line.split('\t');
        let (Some(names), Some(words)) = (columns.next(), columns.next()) else { continue };
        let set = names.split(',').filter_map(Classes::named).fold(Classes::NONE, Classes::or);
        for word in words.split(' ') {
            let entry: &mut Classes = table.entry(word).or_default();
            *entry = entry.or(set);
        }
    }
    for (word, set) in crate::verb::marks()
        .chain(crate::place::marks())
        .chain(crate::cue::marks())
        .chain(crate::time::registered())
        .chain(crate::holiday::registered())
        .chain(crate::number::marks())
        .chain(crate::degree::marks())
    {
        let entry: &mut Classes = table.entry(word).or_default();
        *entry = entry.or(set);
    }
    table
});

/// The classes of a word given in lower case.
///
/// ```
/// use crosscheck_lexicon::classes::{Classes, classes};
/// assert!(classes("million").has(Classes::NUMBER));
/// assert_eq!(classes("zebra"), Classes::NONE);
/// ```
pub fn classes(lower: &str) -> Classes {
    TABLE.get(lower).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_names_known_classes_and_gives_a_reason() {
        for line in
            include_str!("../data/classes.tsv").lines().filter(|l| !l.starts_with('#') && !l.is_empty())
        {
            let columns: Vec<_> = line.split('\t').collect();
            assert_eq!(columns.len(), 3, "classes, words, reason: {line}");
            assert!(columns[0].split(',').all(|name| Classes::named(name).is_some()), "{line}");
        }
    }
}
