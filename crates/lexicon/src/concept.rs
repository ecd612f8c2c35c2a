//! What a counted noun group names, and how two such groups stand to each other.
//!
//! A group is compared on four axes: its head noun, where its members come from, what has happened to
//! them, and its other modifiers. Each axis gives a relation, and the relations combine: any axis that
//! excludes decides, and a modifier on one side only makes that side narrower.
//!
//! The head nouns are compared in WordNet under the reviewed overlay `data/overlay.tsv`, by the best pair
//! over the first few senses. Two kinds exclude each other only where the overlay says so; roles of
//! persons overlap.

mod compare;
mod modifiers;
mod overlay;
mod position;

pub use compare::{Comparison, Relation, compare, relation};

use crate::spelling::fold;
use crate::state::{self, StateSet};
use crate::taxonomy::{Domain, PosSet, word};
use modifiers::Modifiers;
use overlay::{Role, overlay};
use position::{Place, Position, positions};

/// A counted noun group, looked up.
#[derive(Clone, Debug)]
pub struct ConceptRef {
    /// The folded head, with the modifiers that belong to its name: "small arm".
    head: String,
    positions: Vec<Position>,
    modifiers: Modifiers,
}

/// Looks up a counted group by the lemma of its head and the modifiers before it, in their order.
///
/// Modifiers may keep their capitals, by which unknown names are told from other words.
/// The longest run of modifiers that makes a name with the head becomes part of it.
///
/// ```
/// use crosscheck_lexicon::concept::resolve;
///
/// assert_eq!(resolve("arm", &["small"]).key(), Some("small arm"));
/// assert_eq!(resolve("vehicle", &["armoured"]).key(), Some("armored vehicle"));
/// assert_eq!(resolve("howitzer", &[]).family(), Some("weapon"));
/// assert_eq!(resolve("wounded", &[]).key(), Some("person"));
/// assert_eq!(resolve("blorft", &[]).key(), None);
/// ```
pub fn resolve(head: &str, modifiers: &[&str]) -> ConceptRef {
    let head = normal(head);
    let mut name = String::new();
    for first in 0..modifiers.len() {
        name.clear();
        for modifier in &modifiers[first..] {
            name.push_str(&normal(modifier));
            name.push(' ');
        }
        name.push_str(&head);
        if let Some(name) = known_name(&name) {
            return concept(name, &modifiers[..first]);
        }
    }
    concept(known_name(&head).unwrap_or(head), modifiers)
}

/// Looks up a group with what follows "of": "rounds of ammunition", "pieces of artillery".
///
/// Words that only divide a mass into items leave what is counted to the second noun; other containers
/// keep the count to themselves, since ten crates are not ten rifles.
///
/// ```
/// use crosscheck_lexicon::concept::{Relation, relation, resolve, resolve_of};
///
/// let units = resolve_of("unit", &[], "ammunition", &[]);
/// let rounds = resolve_of("round", &[], "ammunition", &[]);
/// assert_eq!(relation(&units, &rounds), Relation::Same);
/// assert_eq!(resolve_of("piece", &[], "artillery", &[]).key(), Some("artillery piece"));
/// assert_ne!(relation(&resolve_of("crate", &[], "rifle", &[]), &resolve("rifle", &[])), Relation::Same);
/// ```
pub fn resolve_of(head: &str, modifiers: &[&str], of: &str, of_modifiers: &[&str]) -> ConceptRef {
    let (head_key, of_key) = (normal(head), normal(of));
    let phrase = format!("{head_key} of {of_key}");
    if !overlay().readings(&phrase).is_empty() {
        let all: Vec<&str> = modifiers.iter().chain(of_modifiers).copied().collect();
        return concept(phrase, &all);
    }
    if modifiers::divides(&head_key) {
        let all: Vec<&str> = modifiers.iter().chain(of_modifiers).copied().collect();
        return resolve(of, &all);
    }
    let mut whole = resolve(head, modifiers);
    whole.modifiers.add_other(format!("of {of_key}"));
    whole
}

/// The key of a head or modifier: lower case, hyphens as spaces, one spelling.
fn normal(text: &str) -> String {
    let mut lower = text.trim().to_lowercase();
    if lower.contains(['-', '_', '\u{2010}', '\u{2011}']) {
        lower = lower.replace(['-', '_', '\u{2010}', '\u{2011}'], " ");
    }
    fold(&lower).into_owned()
}

/// The name under which a phrase is known, as it stands or by the lemma of its last word.
fn known_name(phrase: &str) -> Option<String> {
    let is_known = |name: &str| {
        !overlay().readings(name).is_empty() || word(name).is_some_and(|entry| entry.is(PosSet::NOUN))
    };
    if is_known(phrase) {
        return Some(phrase.to_owned());
    }
    // "small arms" comes with a head that is its own lemma elsewhere.
    let lemma = match phrase.rsplit_once(' ') {
        Some((front, last)) => {
            let last = crate::morphology::noun_form(last)?.lemma.into_owned();
            match is_known(&format!("{front} {last}")) {
                true => format!("{front} {last}"),
                false => format!("{front} {}", last.strip_suffix('s')?),
            }
        }
        None => crate::morphology::noun_form(phrase).filter(|form| form.is_known)?.lemma.into_owned(),
    };
    is_known(&lemma).then_some(lemma)
}

fn concept(head: String, words: &[&str]) -> ConceptRef {
    let mut modifiers = Modifiers::of(words);
    let state = state::of_noun_key(&head);
    let is_overlaid = !overlay().readings(&head).is_empty();
    if !state.is_empty() && !is_overlaid {
        // "12 wounded" are persons in a state, whatever else the word may be.
        modifiers.state = modifiers.state.union(state);
        return ConceptRef { positions: positions("person"), head, modifiers };
    }
    if !is_overlaid && let Some(origin) = modifiers::origin_of_people(&head) {
        modifiers.add_origin(origin);
        return ConceptRef { positions: positions("person"), head, modifiers };
    }
    ConceptRef { positions: positions(&head), head, modifiers }
}

/// A modifier that excludes others, as its table spells it: "net" of "net profit".
///
/// ```
/// use crosscheck_lexicon::concept::{are_opposed, opposing};
/// assert_eq!(opposing("operating"), Some("operating"));
/// assert!(are_opposed("net", "operating") && !are_opposed("net", "annual"));
/// ```
pub fn opposing(lower: &str) -> Option<&'static str> {
    modifiers::opposing(lower)
}

/// Whether two modifiers exclude each other: net and operating, annual and monthly.
pub fn are_opposed(a: &str, b: &str) -> bool {
    modifiers::opposed(a, b)
}

impl ConceptRef {
    /// The head as it was looked up: folded, with the modifiers that belong to its name.
    ///
    /// ```
    /// use crosscheck_lexicon::concept::resolve;
    /// assert_eq!(resolve("Vehicles", &["Armoured"]).head(), "armored vehicle");
    /// ```
    pub fn head(&self) -> &str {
        &self.head
    }

    /// The name of the kind counted, by which groups can be sorted; none for unknown words.
    ///
    /// ```
    /// use crosscheck_lexicon::concept::resolve;
    /// assert_eq!(resolve("lorry", &[]).key(), Some("truck"));
    /// assert_eq!(resolve("troops", &[]).key(), Some("soldier"));
    /// ```
    pub fn key(&self) -> Option<&'static str> {
        self.positions.first().map(Position::name)
    }

    /// The root kind under which the group is filed: groups of two families never share a count.
    ///
    /// Words outside the overlay are filed under WordNet's domain where that says something.
    ///
    /// ```
    /// use crosscheck_lexicon::concept::resolve;
    /// assert_eq!(resolve("peacekeeper", &["Russian"]).family(), Some("person"));
    /// assert_eq!(resolve("house", &[]).family(), Some("structure"));
    /// ```
    pub fn family(&self) -> Option<&'static str> {
        let first = self.positions.first()?;
        match overlay().families(&first.up).next() {
            Some(family) => Some(overlay().name(family)),
            None => domain_name(first),
        }
    }

    /// What the group's words say has happened to it.
    ///
    /// ```
    /// use crosscheck_lexicon::{concept::resolve, state};
    /// assert_eq!(resolve("people", &["wounded"]).state(), state::of("injured"));
    /// ```
    pub fn state(&self) -> StateSet {
        self.modifiers.state
    }

    /// The same group with a state that its sentence gives: "17 people *were killed*".
    ///
    /// ```
    /// use crosscheck_lexicon::concept::{Relation, relation, resolve};
    /// use crosscheck_lexicon::state;
    ///
    /// let killed = resolve("person", &[]).in_state(state::of("killed"));
    /// assert_eq!(relation(&killed, &resolve("fatality", &[])), Relation::Same);
    /// ```
    #[must_use]
    pub fn in_state(mut self, state: StateSet) -> ConceptRef {
        self.modifiers.state = self.modifiers.state.union(state);
        self
    }

    /// Whether the group is one of persons.
    ///
    /// ```
    /// use crosscheck_lexicon::concept::resolve;
    /// assert!(resolve("Armenian", &["ethnic"]).is_person());
    /// assert!(!resolve("truck", &[]).is_person());
    /// ```
    pub fn is_person(&self) -> bool {
        self.family() == Some("person")
    }

    /// Whether the word names a group that is counted as a whole, like "convoy".
    ///
    /// ```
    /// use crosscheck_lexicon::concept::resolve;
    /// assert!(resolve("convoy", &[]).is_unit_of_many());
    /// assert!(!resolve("troops", &[]).is_unit_of_many());
    /// ```
    pub fn is_unit_of_many(&self) -> bool {
        self.positions.first().is_some_and(|position| position.role == Role::Unit)
    }
}

/// The WordNet domain of a position outside the overlay, where it can serve as a family.
fn domain_name(position: &Position) -> Option<&'static str> {
    let Place::Sense(sense) = position.place else { return None };
    match sense.domain() {
        Domain::Act => Some("act"),
        Domain::Artifact => Some("artifact"),
        Domain::Communication => Some("communication"),
        Domain::Event => Some("event"),
        Domain::Food => Some("food"),
        Domain::Group => Some("group"),
        Domain::Location => Some("location"),
        Domain::Object => Some("object"),
        Domain::Phenomenon => Some("phenomenon"),
        Domain::Plant => Some("plant"),
        Domain::Possession => Some("possession"),
        Domain::Quantity => Some("quantity"),
        Domain::Substance => Some("substance"),
        Domain::Time => Some("time"),
        _ => None,
    }
}
