//! Word classes: one look-up per word serves every recogniser.
//!
//! A token carries the [`Classes`] of its lower-case form, so that the recognisers test a bit where they would otherwise
//! search a table of their own. The table is `data/classes.tsv`; other tables register their first words here too.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::bits::named_bits;
use crate::table::rows;

named_bits! {
    /// A set of word classes.
    Classes(u64);
    /// the, a, this, their
    DETERMINER = "DETERMINER";
    /// of, in, at
    PREPOSITION = "PREPOSITION";
    /// and, or, but
    CONJUNCTION = "CONJUNCTION";
    /// he, they, which
    PRONOUN = "PRONOUN";
    /// is, had, will
    AUXILIARY = "AUXILIARY";
    /// may, could
    MODAL = "MODAL";
    /// not, never
    NEGATION = "NEGATION";
    /// Cardinals and multipliers: six, hundred, million.
    NUMBER = "NUMBER";
    /// first, third
    ORDINAL = "ORDINAL";
    /// dozens, several, few
    VAGUE_NUMBER = "VAGUE_NUMBER";
    /// Month names and their abbreviations.
    MONTH = "MONTH";
    /// Weekday names and their abbreviations.
    WEEKDAY = "WEEKDAY";
    /// day, hour, decade
    TIME_UNIT = "TIME_UNIT";
    /// Other words that can open a temporal expression: today, overnight, spring.
    TIME_WORD = "TIME_WORD";
    /// First word of a unit name.
    UNIT = "UNIT";
    /// Words that cannot belong to a noun group after a number: adverbs and the like.
    ADVERB = "ADVERB";
    /// Words frequent in running text and rare in menus.
    STOPWORD = "STOPWORD";
    /// Adverbs that no sentence of news means as a verb or a noun: still, already, later.
    ADVERBIAL = "ADVERBIAL";
    /// Words that open a figure or a phrase of direction right after a verb: more, nearly, up.
    FIGURE_OPENER = "FIGURE_OPENER";
    /// Words that open a clause of their own: while, because, if.
    CLAUSE_OPENER = "CLAUSE_OPENER";
    /// no, none
    ZERO = "ZERO";
    /// Words of a multiple: twice, doubled.
    MULTIPLE = "MULTIPLE";
    /// Superlatives that rank what news tells of: worst, largest; "most".
    SUPERLATIVE = "SUPERLATIVE";
    /// First word of a running-figure cue.
    CUE = "CUE";
    /// A word of a place name.
    PLACE = "PLACE";
    /// A predicative state: dead, missing.
    STATE = "STATE";
    /// A noun that names an event: ceasefire, toll.
    EVENT = "EVENT";
    /// A form of a verb of the event tables.
    VERB = "VERB";
    /// Words that lead to or follow the core of a temporal expression: early, last, ago, pm.
    TIME_LEAD = "TIME_LEAD";
    /// Adjectives that end like adverbs: deadly, costly.
    ADJECTIVE = "ADJECTIVE";
    /// First words of holidays.
    HOLIDAY = "HOLIDAY";
}

impl Classes {
    /// No class.
    pub const NONE: Self = Self(0);
}

static TABLE: LazyLock<FxHashMap<&'static str, Classes>> = LazyLock::new(|| {
    let mut table = FxHashMap::default();
    for row in rows(include_str!("../data/classes.tsv")) {
        let set = row.cell(0).split(',').filter_map(Classes::named).fold(Classes::NONE, Classes::or);
        for word in row.cell(1).split(' ') {
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
        for row in rows(include_str!("../data/classes.tsv")) {
            assert_eq!(row.width(), 3, "classes, words, reason: line {}", row.line);
            assert!(row.cell(0).split(',').all(|name| Classes::named(name).is_some()), "line {}", row.line);
        }
    }
}
