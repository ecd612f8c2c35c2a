//! Number words: cardinals, powers, fractions, ranks, and vague numerals.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::classes::Classes;
use crate::phrase::rows;

/// How a number word takes part in a numeral.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Zero to nineteen.
    Unit,
    /// Twenty to ninety.
    Ten,
    /// Hundred.
    Hundred,
    /// Thousand, million, lakh, ...
    Power,
    /// Dozen, score.
    Dozen,
    /// Half, quarter: the value is the denominator.
    Fraction,
    /// First, second, ...; after a number a denominator.
    Ordinal,
}

/// A number word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NumberWord {
    /// Its value, or for a fraction its denominator.
    pub value: u64,
    /// How it takes part in a numeral.
    pub role: Role,
    /// Whether it is the plural: "thirds", "millions".
    pub plural: bool,
}

/// A vague numeral: the values it allows and what a reader takes it to mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct VagueWord {
    /// Smallest and largest value.
    pub hard: (u64, u64),
    /// What a reader takes it to mean.
    pub soft: (u64, u64),
}

struct Tables {
    words: FxHashMap<&'static str, NumberWord>,
    plurals: FxHashMap<String, NumberWord>,
    suffixes: FxHashMap<&'static str, u64>,
    vague: FxHashMap<&'static str, VagueWord>,
}

fn role(name: &str) -> Option<Role> {
    Some(match name {
        "unit" => Role::Unit,
        "ten" => Role::Ten,
        "hundred" => Role::Hundred,
        "power" => Role::Power,
        "dozen" => Role::Dozen,
        "fraction" => Role::Fraction,
        "ordinal" => Role::Ordinal,
        _ => return None,
    })
}

static TABLES: LazyLock<Tables> = LazyLock::new(|| {
    let mut tables = Tables {
        words: FxHashMap::default(),
        plurals: FxHashMap::default(),
        suffixes: FxHashMap::default(),
        vague: FxHashMap::default(),
    };
    for row in rows(include_str!("../data/numbers.tsv")) {
        for pair in row[1].split(' ') {
            let Some((word, value)) = pair.split_once('=') else { continue };
            let Ok(value) = value.parse() else { continue };
            match role(row[0]) {
                None => {
                    tables.suffixes.insert(word, value);
                }
                Some(role) => {
                    let plural = word == "halves";
                    tables.words.insert(word, NumberWord { value, role, plural });
                    if !matches!(role, Role::Unit | Role::Ten) && !plural {
                        tables.plurals.insert(format!("{word}s"), NumberWord { value, role, plural: true });
                    }
                }
            }
        }
    }
    // "twentyfive", "thirtyfirst": written without the hyphen.
    let of =
        |wanted: Role| tables.words.iter().filter(move |(_, word)| word.role == wanted && word.value < 100);
    let small = |word: &NumberWord| (1..10).contains(&word.value);
    let joined: Vec<_> = of(Role::Ten)
        .flat_map(|(ten, a)| {
            of(Role::Unit)
                .chain(of(Role::Ordinal))
                .filter(|(_, b)| small(b))
                .map(move |(unit, b)| (format!("{ten}{unit}"), NumberWord { value: a.value + b.value, ..*b }))
        })
        .collect();
    tables.plurals.extend(joined);
    for row in rows(include_str!("../data/vague.tsv")) {
        let number = |i: usize| row.get(i).and_then(|cell| cell.parse().ok()).unwrap_or(0);
        tables.vague.insert(row[0], VagueWord { hard: (number(1), number(2)), soft: (number(3), number(4)) });
    }
    tables
});

/// The number word of that lower-case spelling.
///
/// ```
/// use crosscheck_lexicon::number::{Role, word};
/// assert_eq!(word("forty").map(|w| (w.value, w.role)), Some((40, Role::Ten)));
/// assert!(word("thirds").is_some_and(|w| w.plural));
/// ```
pub fn word(lower: &str) -> Option<NumberWord> {
    TABLES.words.get(lower).or_else(|| TABLES.plurals.get(lower)).copied()
}

/// What a magnitude written onto digits multiplies by: 1,000,000,000 for "bn".
pub fn suffix(lower: &str) -> Option<u64> {
    TABLES.suffixes.get(lower).copied()
}

/// The vague numeral of that lower-case spelling.
pub fn vague(lower: &str) -> Option<VagueWord> {
    TABLES.vague.get(lower).copied()
}

/// Every word of the tables that can open a quantity, with its class.
pub(crate) fn marks() -> impl Iterator<Item = (&'static str, Classes)> {
    let class =
        |word: &NumberWord| if word.role == Role::Ordinal { Classes::ORDINAL } else { Classes::NUMBER };
    let words = TABLES.words.iter().map(move |(word, entry)| (*word, class(entry)));
    let plurals = TABLES.plurals.iter().map(move |(word, entry)| (word.as_str(), class(entry)));
    words.chain(plurals).chain(TABLES.vague.keys().map(|word| (*word, Classes::VAGUE_NUMBER)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_has_a_reason() {
        for row in rows(include_str!("../data/numbers.tsv")) {
            assert!(row.len() == 3 && row[1].split(' ').all(|pair| pair.contains('=')), "{row:?}");
        }
        for row in rows(include_str!("../data/vague.tsv")) {
            assert!(row.len() == 6 && row[1..5].iter().all(|n| n.parse::<u64>().is_ok()), "{row:?}");
        }
    }
}
