//! Words that bound a number, and words that say which way it moved.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::phrase::{Phrases, rows};

struct Tables {
    before: Phrases<&'static str>,
    after: Phrases<&'static str>,
    change: FxHashMap<&'static str, Change>,
    phrasal_over: FxHashSet<&'static str>,
    lasting: FxHashSet<&'static str>,
    spanning: FxHashSet<&'static str>,
    directions: FxHashSet<&'static str>,
}

/// What a verb or adverb of change says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Change {
    /// Growth (`true`), decline (`false`), or neither: "went from 10 to 12".
    pub up: Option<bool>,
    /// Whether a number right behind it is the amount of the change: "fell 5 percent", but "raised 5 million".
    pub direct: bool,
}

static TABLES: LazyLock<Tables> = LazyLock::new(|| {
    let side = |wanted: &'static str| {
        rows(include_str!("../data/bounds.tsv"))
            .filter(move |row| row[0] == wanted)
            .flat_map(|row| row[2].split('|').map(move |phrase| (phrase, row[1])))
    };
    let mut tables = Tables {
        before: Phrases::backward(side("before")),
        after: Phrases::forward(side("after")),
        change: FxHashMap::default(),
        phrasal_over: FxHashSet::default(),
        lasting: FxHashSet::default(),
        spanning: FxHashSet::default(),
        directions: FxHashSet::default(),
    };
    for row in rows(include_str!("../data/change.tsv")) {
        let words = row[1].split(' ');
        let change = match row[0] {
            "phrasal-over" => {
                tables.phrasal_over.extend(words);
                continue;
            }
            "lasting" => {
                tables.lasting.extend(words);
                continue;
            }
            "spanning" => {
                tables.spanning.extend(words);
                continue;
            }
            "direction" => {
                tables.directions.extend(words);
                continue;
            }
            "up" => Change { up: Some(true), direct: true },
            "up-by" => Change { up: Some(true), direct: false },
            "down" => Change { up: Some(false), direct: true },
            _ => Change { up: None, direct: false },
        };
        tables.change.extend(words.map(|word| (word, change)));
    }
    tables
});

/// The longest bound that ends with token 0, read backwards in lower case; how many tokens, and the bound's name.
///
/// ```
/// use crosscheck_lexicon::bound::before;
/// let words = ["than", "fewer", "no"];
/// assert_eq!(before(|i| words.get(i).copied().unwrap_or("")), Some((3, "at_least")));
/// ```
pub fn before<'a>(token: impl Fn(usize) -> &'a str) -> Option<(usize, &'static str)> {
    TABLES.before.longest(token)
}

/// The longest bound that starts with token 0 behind a number.
pub fn after<'a>(token: impl Fn(usize) -> &'a str) -> Option<(usize, &'static str)> {
    TABLES.after.longest(token)
}

/// What the word says of a change, in lower case.
///
/// ```
/// use crosscheck_lexicon::bound::change;
/// assert_eq!(change("plunged").and_then(|change| change.up), Some(false));
/// assert_eq!(change("went").map(|change| change.up), Some(None));
/// ```
pub fn change(lower: &str) -> Option<Change> {
    TABLES.change.get(lower).copied()
}

/// Whether the word tells the direction of a figure in front of it: "closed 1.2% up".
pub fn is_direction(lower: &str) -> bool {
    TABLES.directions.contains(lower)
}

/// Whether "over" behind the word is its particle: "handed over 20 ambulances".
pub fn takes_over(lower: &str) -> bool {
    TABLES.phrasal_over.contains(lower)
}

/// Whether "over" between the word and a length of time goes through it: "held over two days".
///
/// ```
/// use crosscheck_lexicon::bound::spans;
/// assert!(spans("spread") && !spans("lasted"));
/// ```
pub fn spans(lower: &str) -> bool {
    TABLES.spanning.contains(lower)
}

/// Whether "over" between the word and a length of time bounds the length: "lasted over six days".
///
/// ```
/// use crosscheck_lexicon::bound::lasts;
/// assert!(lasts("lasted") && !lasts("witnesses"));
/// ```
pub fn lasts(lower: &str) -> bool {
    TABLES.lasting.contains(lower)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_have_reasons() {
        assert!(rows(include_str!("../data/bounds.tsv")).all(|row| row.len() == 4));
        assert!(rows(include_str!("../data/change.tsv")).all(|row| row.len() == 3));
    }
}
