//! Units and currencies: names, symbols, and what they are in base units.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::phrase::{Phrases, rows};

/// What a unit measures, as far as readers of a text care.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measured {
    /// A length of time.
    Time,
    /// A sum of money.
    Money,
    /// A percentage, percentage points, parts per million.
    Ratio,
    /// Anything else.
    Other,
}

/// A unit of measurement or currency.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    /// Singular name as the output spells it: "tonne"; for a currency its ISO 4217 code.
    pub id: &'static str,
    /// Name in words; the same as `id` except for currencies.
    pub name: &'static str,
    /// What it measures.
    pub measured: Measured,
    /// Dimension: "length", "mass", ...
    pub dimension: &'static str,
    /// Base unit of the dimension: "m", "kg", ...
    pub base: &'static str,
    /// How many base units one is, in decimal; several where the name leaves it open ("ton").
    pub factors: Vec<&'static str>,
    /// Power of ten to multiply the factors by.
    pub exponent: i32,
}

/// SI prefixes: symbol, name, power of ten.
const PREFIXES: [(char, &str, i32); 13] = [
    ('k', "kilo", 3),
    ('K', "kilo", 3),
    ('M', "mega", 6),
    ('G', "giga", 9),
    ('T', "tera", 12),
    ('P', "peta", 15),
    ('E', "exa", 18),
    ('h', "hecto", 2),
    ('d', "deci", -1),
    ('c', "centi", -2),
    ('m', "milli", -3),
    ('u', "micro", -6),
    ('n', "nano", -9),
];
const SMALL_PREFIXES: [(char, &str, i32); 3] = [('p', "pico", -12), ('f', "femto", -15), ('a', "atto", -18)];

struct Tables {
    units: Vec<Unit>,
    names: Phrases<u16>,
    symbols: Phrases<u16>,
    money_symbols: Phrases<u16>,
    by_id: FxHashMap<&'static str, u16>,
    twins: FxHashMap<&'static str, &'static str>,
}

fn measured(dimension: &str) -> Measured {
    match dimension {
        "time" => Measured::Time,
        "ratio" => Measured::Ratio,
        "money" => Measured::Money,
        _ => Measured::Other,
    }
}

/// Makes a name live as long as the program; called once per prefixed unit while the tables are built.
fn forever(text: String) -> &'static str {
    Box::leak(text.into_boxed_str())
}

static TABLES: LazyLock<Tables> = LazyLock::new(|| {
    let mut units = Vec::new();
    let mut names: Vec<(&'static str, u16)> = Vec::new();
    let mut symbols: Vec<(&'static str, u16)> = Vec::new();
    let mut money_symbols: Vec<(&'static str, u16)> = Vec::new();
    let index = |units: &Vec<Unit>| u16::try_from(units.len()).unwrap_or(u16::MAX);
    for row in rows(include_str!("../data/units.tsv")) {
        let unit = Unit {
            id: row[0],
            name: row[0],
            measured: measured(row[1]),
            dimension: row[1],
            base: row[2],
            factors: row[3].split('/').collect(),
            exponent: 0,
        };
        let own = index(&units);
        symbols.extend(row[4].split(' ').filter(|s| *s != "-").map(|symbol| (symbol, own)));
        names.extend(row[5].split('|').filter(|n| *n != "-").map(|name| (name, own)));
        units.push(unit.clone());
        for letter in row[6].chars().filter(|c| *c != '-') {
            let Some(&(_, prefix, exponent)) =
                PREFIXES.iter().chain(&SMALL_PREFIXES).find(|(symbol, ..)| *symbol == letter)
            else {
                continue;
            };
            let id = forever(format!("{prefix}{}", row[0]));
            let this = index(&units);
            units.push(Unit { id, name: id, exponent, ..unit.clone() });
            for symbol in row[4].split(' ').filter(|s| *s != "-") {
                let signs: &[&str] = if letter == 'u' { &["µ", "μ"] } else { &[""] };
                for sign in signs {
                    let prefix = if sign.is_empty() { letter.to_string() } else { (*sign).to_owned() };
                    symbols.push((forever(format!("{prefix}{symbol}")), this));
                }
            }
            names.extend(
                row[5]
                    .split('|')
                    .filter(|n| *n != "-")
                    .map(|name| (forever(format!("{prefix}{name}")), this)),
            );
            if row[0] == "gram" && letter == 'k' {
                names.extend([
                    ("kilo", this),
                    ("kilos", this),
                    ("kgs", this),
                    ("k.g.", this),
                    ("k.gs", this),
                ]);
                symbols.push(("kgs", this));
            }
            if row[0] == "metre" && letter == 'k' {
                names.push(("kms", this));
            }
            if row[0] == "litre" && letter == 'm' {
                names.push(("mls", this));
            }
        }
    }
    for row in rows(include_str!("../data/currencies.tsv")) {
        let own = index(&units);
        units.push(Unit {
            id: row[0],
            name: row[1],
            measured: Measured::Money,
            dimension: "money",
            base: row[0],
            factors: vec!["1"],
            exponent: 0,
        });
        money_symbols.extend(row[2].split(' ').filter(|s| *s != "-").map(|symbol| (symbol, own)));
        names.extend(row[3].split('|').filter(|n| *n != "-").map(|name| (name, own)));
    }
    // "per second": what is counted for one of the unit; no factor, since few reciprocals are exact.
    for own in 0..units.len() {
        let unit: &Unit = &units[own];
        if matches!(unit.measured, Measured::Money | Measured::Ratio) {
            continue;
        }
        let id = forever(format!("per {}", unit.id));
        let base = forever(format!("1/{}", unit.base));
        let inverse = Unit {
            id,
            name: id,
            measured: Measured::Other,
            dimension: "rate",
            base,
            factors: Vec::new(),
            exponent: 0,
        };
        units.push(inverse);
    }
    let by_id =
        units.iter().enumerate().map(|(i, unit)| (unit.id, u16::try_from(i).unwrap_or(u16::MAX))).collect();
    Tables {
        names: Phrases::forward(names),
        symbols: Phrases::forward(symbols),
        money_symbols: Phrases::forward(money_symbols),
        units,
        by_id,
        twins: rows(include_str!("../data/twins.tsv"))
            .flat_map(|row| [(row[0], row[1]), (row[1], row[0])])
            .collect(),
    }
});

/// The longest unit name that starts with token 0, tokens given in lower case, and how many tokens it has.
pub fn name<'a>(token: impl Fn(usize) -> &'a str) -> Option<(usize, &'static Unit)> {
    TABLES.names.longest(token).and_then(|(len, i)| TABLES.units.get(usize::from(i)).map(|unit| (len, unit)))
}

/// The longest unit symbol that starts with token 0, tokens given as printed.
pub fn symbol<'a>(token: impl Fn(usize) -> &'a str) -> Option<(usize, &'static Unit)> {
    TABLES
        .symbols
        .longest(token)
        .and_then(|(len, i)| TABLES.units.get(usize::from(i)).map(|unit| (len, unit)))
}

/// The longest currency sign or code that starts with token 0, tokens given as printed.
pub fn money<'a>(token: impl Fn(usize) -> &'a str) -> Option<(usize, &'static Unit)> {
    TABLES
        .money_symbols
        .longest(token)
        .and_then(|(len, i)| TABLES.units.get(usize::from(i)).map(|unit| (len, unit)))
}

/// The unit of that id.
///
/// ```
/// use crosscheck_lexicon::unit;
/// assert_eq!(unit::get("kilometre").map(|u| (u.base, u.exponent)), Some(("m", 3)));
/// assert_eq!(unit::get("ton").map(|u| u.factors.len()), Some(3));
/// ```
pub fn get(id: &str) -> Option<&'static Unit> {
    TABLES.by_id.get(id).and_then(|&i| TABLES.units.get(usize::from(i)))
}

/// "per second" for the second.
///
/// ```
/// use crosscheck_lexicon::unit;
/// assert_eq!(unit::get("second").and_then(unit::inverse).map(|unit| unit.id), Some("per second"));
/// ```
pub fn inverse(unit: &Unit) -> Option<&'static Unit> {
    get(&format!("per {}", unit.id))
}

/// The mass that shares its name with a currency, and the other way round: pounds sterling and pounds of flour.
///
/// ```
/// use crosscheck_lexicon::unit;
/// assert_eq!(unit::get("pound").and_then(unit::twin).map(|unit| unit.id), Some("GBP"));
/// ```
pub fn twin(unit: &Unit) -> Option<&'static Unit> {
    TABLES.twins.get(unit.id).and_then(|id| get(id))
}

/// The unit of that name in words: "Russian rouble".
pub fn by_name(name: &str) -> Option<&'static Unit> {
    TABLES.units.iter().find(|unit| unit.name == name)
}

/// Whether two currencies share their name but for the country: "$50 million" may be either of two dollars.
///
/// ```
/// use crosscheck_lexicon::unit::share_name;
/// assert!(share_name("USD", "CAD"));
/// assert!(share_name("SEK", "NOK"), "krona, krone");
/// assert!(!share_name("USD", "GBP"));
/// ```
pub fn share_name(a: &str, b: &str) -> bool {
    let words = |code: &str| get(code).map_or("", |unit| unit.name).split(' ');
    let stem = |word: &str| word.get(..4).map(str::to_lowercase);
    words(a).any(|x| words(b).any(|y| x == y || stem(x).is_some() && stem(x) == stem(y)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_whole() {
        for row in rows(include_str!("../data/units.tsv")) {
            assert!(row.len() == 8 && !row[7].is_empty(), "{row:?}");
            assert!(row[3].split('/').all(|factor| factor.parse::<f64>().is_ok_and(|f| f > 0.0)), "{row:?}");
        }
        for row in rows(include_str!("../data/currencies.tsv")) {
            assert!(row.len() == 5 && !row[4].is_empty(), "{row:?}");
        }
    }

    #[test]
    fn names_and_symbols_are_found() {
        let find = |words: &[&'static str]| {
            let words = words.to_vec();
            name(|i| words.get(i).copied().unwrap_or("")).map(|(len, unit)| (len, unit.id))
        };
        assert_eq!(find(&["square", "kilometres"]), Some((2, "square kilometre")));
        assert_eq!(find(&["short", "tons"]), Some((2, "short ton")));
        assert_eq!(find(&["russian", "roubles"]), Some((2, "RUB")));
        assert_eq!(find(&["kilometers"]), Some((1, "kilometre")));
        let symbols = ["km", "/", "h"];
        assert_eq!(
            symbol(|i| symbols.get(i).copied().unwrap_or("")).map(|(len, unit)| (len, unit.id)),
            Some((3, "kilometre per hour"))
        );
    }
}
