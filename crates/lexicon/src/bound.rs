//! Words that bound a number, and words that say which way it moved.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::phrase::{Phrases, rows};

struct Tables {
    before: Phrases<&'static str>,
    after: Phrases<&'static str>,
    change: FxHashMap<&'static str, bool>,
}

static TABLES: LazyLock<Tables> = LazyLock::new(|| {
    let side = |wanted: &'static str| {
        rows(include_str!("../data/bounds.tsv"))
            .filter(move |row| row[0] == wanted)
            .flat_map(|row| row[2].split('|').map(move |phrase| (phrase, row[1])))
    };
    let mut change = FxHashMap::default();
    for row in rows(include_str!("../data/change.tsv")) {
        change.extend(row[1].split(' ').map(|word| (word, row[0] == "up")));
    }
    Tables { before: Phrases::backward(side("before")), after: Phrases::forward(side("after")), change }
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

/// Whether the word says growth (`true`) or decline (`false`).
///
/// ```
/// assert_eq!(crosscheck_lexicon::bound::change("plunged"), Some(false));
/// ```
pub fn change(lower: &str) -> Option<bool> {
    TABLES.change.get(lower).copied()
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
