//! Modifiers: origins, states, opposites, and words that change nothing.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::normal;
use super::position::positions;
use crate::state::{self, StateRelation, StateSet};
use crate::table::rows;
use crate::taxonomy::{PosSet, word};

/// What the modifiers of a group say, sorted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Modifiers {
    /// Nationalities, peoples, faiths and unknown names, sorted.
    pub(super) origins: Vec<String>,
    /// What has happened to the members.
    pub(super) state: StateSet,
    /// Everything else, sorted.
    pub(super) others: Vec<String>,
}

/// How the modifiers of two groups stand to each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    Same,
    Narrower(String),
    Wider(String),
    Overlapping(String),
    Disjoint(String),
}

#[derive(Default)]
struct Table {
    plain: FxHashMap<&'static str, ()>,
    dividers: FxHashMap<&'static str, ()>,
    origins: FxHashMap<&'static str, &'static str>,
    wide: FxHashMap<&'static str, ()>,
    opposed: Vec<Vec<&'static str>>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut table = Table::default();
    for row in rows(include_str!("../../data/modifiers.tsv")) {
        match row.cell(0) {
            "plain" => table.plain.extend(row.list(1).map(|word| (word, ()))),
            "divider" => table.dividers.extend(row.list(1).map(|word| (word, ()))),
            "origin" => table.origins.extend(row.list(1).map(|word| (word, row.cell(2)))),
            "wide" => table.wide.extend(row.list(1).map(|word| (word, ()))),
            // A test over the table holds that there is no other kind.
            _ => table.opposed.push(row.list(1).collect()),
        }
    }
    table
});

/// Whether a word before "of" only divides a mass into items ("units of ammunition").
pub(super) fn divides(word: &str) -> bool {
    TABLE.dividers.contains_key(word)
}

/// The origin that a head noun names by itself: "Armenians", "Turks".
pub(super) fn origin_of_people(head: &str) -> Option<String> {
    if let Some(origin) = TABLE.origins.get(head) {
        return Some((*origin).to_owned());
    }
    let entry = word(head).filter(|entry| entry.is_capitalised() && entry.is(PosSet::NOUN))?;
    let is_person = |position: &super::Position| {
        super::overlay().families(&position.up).any(|family| super::overlay().name(family) == "person")
    };
    // A capitalised person is "Armenian" or "Muslim", but the Marine of WordNet is an overlay kind.
    (entry.is(PosSet::ADJ) && positions(head).first().is_some_and(is_person)).then(|| head.to_owned())
}

impl Modifiers {
    pub(super) fn of(words: &[&str]) -> Modifiers {
        let mut modifiers = Modifiers::default();
        for written in words {
            let key = normal(written);
            if key.is_empty() || TABLE.plain.contains_key(&*key) {
                continue;
            }
            let state = state::of(&key);
            if !state.is_empty() {
                modifiers.state = modifiers.state.union(state);
            } else if let Some(origin) = origin(written, &key) {
                modifiers.add_origin(origin);
            } else {
                modifiers.add_other(key);
            }
        }
        modifiers
    }

    pub(super) fn add_origin(&mut self, origin: String) {
        insert(&mut self.origins, origin);
    }

    pub(super) fn add_other(&mut self, other: String) {
        insert(&mut self.others, other);
    }

    /// The axes on which two groups differ, each with its verdict.
    pub(super) fn compare(&self, other: &Modifiers) -> [Verdict; 3] {
        [
            origins(&self.origins, &other.origins),
            states(self.state, other.state),
            others(&self.others, &other.others),
        ]
    }
}

fn insert(sorted: &mut Vec<String>, word: String) {
    if let Err(place) = sorted.binary_search(&word) {
        sorted.insert(place, word);
    }
}

/// The origin that a modifier names, if it is one: known to the table, a capitalised adjective of WordNet,
/// or a capitalised word that WordNet does not know.
fn origin(written: &str, key: &str) -> Option<String> {
    if let Some(origin) = TABLE.origins.get(key) {
        return Some((*origin).to_owned());
    }
    if TABLE.wide.contains_key(key) {
        return Some(key.to_owned());
    }
    let is_name = match word(key) {
        Some(entry) => entry.is_capitalised() && entry.is(PosSet::ADJ),
        None => written.starts_with(char::is_uppercase) && !key.contains(' '),
    };
    is_name.then(|| key.to_owned())
}

fn origins(a: &[String], b: &[String]) -> Verdict {
    let is_wide = |name: &String| TABLE.wide.contains_key(name.as_str());
    match sides(a, b) {
        (false, false) => Verdict::Same,
        (true, false) => Verdict::Narrower(a.join(" ")),
        (false, true) => Verdict::Wider(b.join(" ")),
        (true, true) if a.iter().chain(b).any(is_wide) || a.iter().any(|name| b.contains(name)) => {
            opposite(a, b).unwrap_or_else(|| {
                Verdict::Overlapping(format!("{} and {} may be the same ones", a.join(" "), b.join(" ")))
            })
        }
        (true, true) => Verdict::Disjoint(format!("{} are not {}", a.join(" "), b.join(" "))),
    }
}

fn states(a: StateSet, b: StateSet) -> Verdict {
    let say = |set: StateSet| set.names().collect::<Vec<_>>().join(" or ");
    match a.relation(b) {
        StateRelation::Same => Verdict::Same,
        StateRelation::Narrower => Verdict::Narrower(say(a)),
        StateRelation::Wider => Verdict::Wider(say(b)),
        StateRelation::Overlapping => Verdict::Overlapping(format!("one may be {} and {}", say(a), say(b))),
        StateRelation::Disjoint => Verdict::Disjoint(format!("those {} are not those {}", say(a), say(b))),
    }
}

fn others(a: &[String], b: &[String]) -> Verdict {
    match sides(a, b) {
        (false, false) => Verdict::Same,
        (true, false) => Verdict::Narrower(a.join(" ")),
        (false, true) => Verdict::Wider(b.join(" ")),
        (true, true) => opposite(a, b).unwrap_or_else(|| {
            Verdict::Overlapping(format!("\"{}\" and \"{}\" may go together", a.join(" "), b.join(" ")))
        }),
    }
}

/// Whether each side has a modifier that the other lacks.
fn sides(a: &[String], b: &[String]) -> (bool, bool) {
    (a.iter().any(|word| !b.contains(word)), b.iter().any(|word| !a.contains(word)))
}

/// Two modifiers that exclude each other.
fn opposite(a: &[String], b: &[String]) -> Option<Verdict> {
    TABLE.opposed.iter().find_map(|row| {
        let x = a.iter().find(|word| row.contains(&word.as_str()))?;
        let y = b.iter().find(|word| row.contains(&word.as_str()))?;
        let is_shared = a.contains(y) || b.contains(x);
        (!is_shared).then(|| Verdict::Disjoint(format!("{x} is not {y}")))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spelling::fold;

    #[test]
    fn the_table_is_well_formed() {
        for row in rows(include_str!("../../data/modifiers.tsv")) {
            let width = match row.cell(0) {
                "plain" | "divider" | "opposed" | "wide" => 3,
                "origin" => 4,
                other => panic!("line {}: {other}", row.line),
            };
            assert_eq!(row.width(), width, "line {}", row.line);
            assert!(row.list(1).count() > 0 && !row.reason().is_empty(), "line {}", row.line);
            for word in row.list(1) {
                assert_eq!(fold(word), word, "line {}", row.line);
            }
        }
    }
}
