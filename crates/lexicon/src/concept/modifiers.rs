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

/// The axes on which modifiers are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Axis {
    Origin,
    State,
    Other,
}

/// How two groups stand to each other on one axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    Same,
    Narrower,
    Wider,
    Overlapping,
    Disjoint,
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
            let state = state::of_key(&key);
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

    /// How two groups stand to each other on each axis.
    pub(super) fn compare(&self, other: &Modifiers) -> [(Axis, Verdict); 3] {
        [
            (Axis::Origin, origins(&self.origins, &other.origins)),
            (Axis::State, states(self.state, other.state)),
            (Axis::Other, others(&self.others, &other.others)),
        ]
    }

    /// Says why the groups stand so on one axis.
    pub(super) fn explain(&self, other: &Modifiers, axis: Axis, verdict: Verdict) -> String {
        let (first, second) = (self.said(axis), other.said(axis));
        match (verdict, axis) {
            (Verdict::Same, _) => String::new(),
            (Verdict::Narrower, _) => format!("only the first says \"{first}\""),
            (Verdict::Wider, _) => format!("only the second says \"{second}\""),
            (Verdict::Overlapping, _) => format!("\"{first}\" and \"{second}\" may go together"),
            (Verdict::Disjoint, Axis::State) => format!("those {first} are not those {second}"),
            (Verdict::Disjoint, _) => format!("\"{first}\" and \"{second}\" exclude each other"),
        }
    }

    fn said(&self, axis: Axis) -> String {
        match axis {
            Axis::Origin => self.origins.join(" "),
            Axis::State => self.state.names().collect::<Vec<_>>().join(" or "),
            Axis::Other => self.others.join(" "),
        }
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
    let may_meet = || a.iter().chain(b).any(is_wide) || a.iter().any(|name| b.contains(name));
    match others(a, b) {
        // Two nations are two groups, but an alliance or a faith has people of many nations.
        Verdict::Overlapping if !may_meet() => Verdict::Disjoint,
        verdict => verdict,
    }
}

fn states(a: StateSet, b: StateSet) -> Verdict {
    match a.relation(b) {
        StateRelation::Same => Verdict::Same,
        StateRelation::Narrower => Verdict::Narrower,
        StateRelation::Wider => Verdict::Wider,
        StateRelation::Overlapping => Verdict::Overlapping,
        StateRelation::Disjoint => Verdict::Disjoint,
    }
}

fn others(a: &[String], b: &[String]) -> Verdict {
    match sides(a, b) {
        (false, false) => Verdict::Same,
        (true, false) => Verdict::Narrower,
        (false, true) => Verdict::Wider,
        (true, true) if are_opposed(a, b) => Verdict::Disjoint,
        (true, true) => Verdict::Overlapping,
    }
}

/// Whether each side has a modifier that the other lacks.
fn sides(a: &[String], b: &[String]) -> (bool, bool) {
    (a.iter().any(|word| !b.contains(word)), b.iter().any(|word| !a.contains(word)))
}

/// Whether two modifiers exclude each other.
fn are_opposed(a: &[String], b: &[String]) -> bool {
    TABLE.opposed.iter().any(|row| {
        let of = |side: &[String]| side.iter().position(|word| row.contains(&word.as_str()));
        match (of(a), of(b)) {
            (Some(x), Some(y)) => !a.contains(&b[y]) && !b.contains(&a[x]),
            _ => false,
        }
    })
}

/// The modifier of that spelling, if the table sets it against another.
pub(super) fn opposing(lower: &str) -> Option<&'static str> {
    TABLE.opposed.iter().flatten().find(|word| **word == lower).copied()
}

/// Whether two modifiers exclude each other.
pub(super) fn opposed(a: &str, b: &str) -> bool {
    a != b && TABLE.opposed.iter().any(|row| row.contains(&a) && row.contains(&b))
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
