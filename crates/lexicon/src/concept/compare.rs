//! How two counted groups stand to each other, and why.

use super::ConceptRef;
use super::modifiers::Verdict;
use super::overlay::{Role, overlay};
use super::position::{Place, Position, nearest_common};

/// How a first group stands to a second.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Relation {
    /// The same things.
    Same,
    /// The first is a kind of the second.
    Narrower,
    /// The second is a kind of the first.
    Wider,
    /// Things may be both, or neither contains the other.
    Overlapping {
        /// The nearest kind that covers both.
        ancestor: &'static str,
    },
    /// Nothing is both, though both are kinds of one thing.
    Disjoint {
        /// The nearest kind that covers both.
        ancestor: &'static str,
    },
    /// One names a group, or a stand-in such as a vote or a job, of what the other names.
    GroupMember {
        /// Whether counting one counts the other: 500 troops are 500 soldiers, three convoys are not
        /// three trucks.
        counts_members: bool,
    },
    /// Kinds so different that no count can be about both: soldiers and trucks.
    Unrelated,
    /// Nothing is known.
    Unknown,
}

/// A relation with what supports it.
#[derive(Clone, Debug)]
pub struct Comparison {
    /// How the first group stands to the second.
    pub relation: Relation,
    /// The relation under the usual reading of a vague head: a count of "guns" mostly means small arms,
    /// so against cannons the relation is `Wider` and the usual one `Disjoint`.
    pub usual: Option<Relation>,
    /// Why, in words for a reader: "cannon < artillery piece < gun".
    pub reason: String,
}

/// How a first group stands to a second.
///
/// ```
/// use crosscheck_lexicon::concept::{Relation, relation, resolve};
///
/// let (guns, rifles) = (resolve("gun", &[]), resolve("rifle", &[]));
/// assert_eq!(relation(&rifles, &guns), Relation::Narrower);
/// assert_eq!(relation(&guns, &rifles), Relation::Wider);
/// let (small_arms, cannons) = (resolve("arm", &["small"]), resolve("cannon", &[]));
/// assert_eq!(relation(&small_arms, &cannons), Relation::Disjoint { ancestor: "gun" });
/// let (russian, turkish) = (resolve("soldier", &["Russian"]), resolve("soldier", &["Turkish"]));
/// assert_eq!(relation(&russian, &turkish), Relation::Disjoint { ancestor: "soldier" });
/// ```
pub fn relation(a: &ConceptRef, b: &ConceptRef) -> Relation {
    with_modifiers(a, b, &heads(a, b))
}

/// How a first group stands to a second, with the usual reading of vague words and the reason.
///
/// ```
/// use crosscheck_lexicon::concept::{Relation, compare, resolve};
///
/// let found = compare(&resolve("gun", &[]), &resolve("cannon", &[]));
/// assert_eq!(found.relation, Relation::Wider);
/// assert_eq!(found.usual, Some(Relation::Disjoint { ancestor: "gun" }));
/// assert_eq!(found.reason, "cannon < artillery piece < gun");
/// ```
pub fn compare(a: &ConceptRef, b: &ConceptRef) -> Comparison {
    let heads = heads(a, b);
    let relation = with_modifiers(a, b, &heads);
    Comparison {
        relation,
        usual: usual(a, b).filter(|&usual| usual != relation),
        reason: reasons(a, b, &heads, relation),
    }
}

/// The relation of the heads alone, by the best pair of their readings.
struct Heads<'a> {
    relation: Relation,
    pair: Option<(&'a Position, &'a Position)>,
}

fn heads<'a>(a: &'a ConceptRef, b: &'a ConceptRef) -> Heads<'a> {
    if a.head == b.head {
        return Heads { relation: Relation::Same, pair: a.positions.first().zip(b.positions.first()) };
    }
    let mut best = Heads { relation: Relation::Unknown, pair: None };
    let mut place = None;
    for (i, x) in a.positions.iter().enumerate() {
        for (j, y) in b.positions.iter().enumerate() {
            let relation = places(x, y);
            // Ties go to the commoner senses, then by name: the same choice whichever group comes first.
            let names = (x.name().min(y.name()), x.name().max(y.name()));
            let key = (rank(relation), i + j, names);
            if place.is_none_or(|found| key < found) {
                place = Some(key);
                best = Heads { relation, pair: Some((x, y)) };
            }
        }
    }
    best
}

impl Heads<'_> {
    /// The nearest kind above both heads.
    fn common(&self) -> &'static str {
        self.pair.and_then(|(x, y)| common_name(x, y)).unwrap_or_default()
    }
}

/// The order of preference among readings: kinship before exclusion, knowledge before none.
fn rank(relation: Relation) -> u8 {
    match relation {
        Relation::Same => 0,
        Relation::GroupMember { .. } => 1,
        Relation::Narrower | Relation::Wider => 2,
        Relation::Disjoint { .. } => 3,
        Relation::Overlapping { .. } => 4,
        Relation::Unrelated => 5,
        Relation::Unknown => 6,
    }
}

/// The relation of two positions, groups and stand-ins included.
fn places(x: &Position, y: &Position) -> Relation {
    let plain = plain(x, y);
    let is_kin = matches!(plain, Relation::Same | Relation::Narrower | Relation::Wider);
    match (x.role, y.role) {
        (Role::Itself, Role::Itself) if plain == Relation::Unrelated => stand_in(x, y).unwrap_or(plain),
        (Role::Itself, Role::Itself) | (Role::Members, Role::Members) => plain,
        (Role::Unit, Role::Unit) => Relation::Unknown,
        (Role::Unit, _) | (_, Role::Unit) if is_kin => Relation::GroupMember { counts_members: false },
        (Role::Unit, _) | (_, Role::Unit) => Relation::Unrelated,
        _ if plain == Relation::Same => Relation::GroupMember { counts_members: true },
        _ => plain,
    }
}

/// Whether counting one kind counts the other.
fn stand_in(x: &Position, y: &Position) -> Option<Relation> {
    let stands = |x: &Position, y: &Position| {
        x.up.iter().filter_map(|kind| overlay().stands_for(kind)).any(|target| {
            let target = Position::of_kind(target, Role::Itself);
            matches!(plain(&target, y), Relation::Same | Relation::Narrower | Relation::Wider)
        })
    };
    (stands(x, y) || stands(y, x)).then_some(Relation::GroupMember { counts_members: true })
}

/// The relation of two places in the graph.
fn plain(x: &Position, y: &Position) -> Relation {
    if x.place == y.place {
        return Relation::Same;
    }
    if x.is_below(y) {
        return Relation::Narrower;
    }
    if y.is_below(x) {
        return Relation::Wider;
    }
    let common = x.up.common(&y.up);
    let deepest = overlay().deepest(&common);
    if let Some(ancestor) = common_name(x, y) {
        let is_sense = |position: &Position| matches!(position.place, Place::Sense(_));
        // Two species side by side exclude each other without a line of their own.
        let are_species =
            (is_sense(x) || is_sense(y)) && deepest.is_some_and(|kind| overlay().species(kind).is_some());
        return match are_species || overlay().apart(&x.up, &y.up).is_some() {
            true => Relation::Disjoint { ancestor },
            false => Relation::Overlapping { ancestor },
        };
    }
    match (x.up.is_empty(), y.up.is_empty()) {
        (true, true) => Relation::Unknown,
        (false, false) => Relation::Unrelated,
        _ => match (x.domain(), y.domain()) {
            (Some(a), Some(b)) if a != b => Relation::Unrelated,
            _ => Relation::Unknown,
        },
    }
}

/// The name of the nearest kind above both.
fn common_name(x: &Position, y: &Position) -> Option<&'static str> {
    if x.place == y.place || y.is_below(x) {
        return Some(x.name());
    }
    if x.is_below(y) {
        return Some(y.name());
    }
    let sense = nearest_common(x, y).map(|sense| sense.name());
    sense.or_else(|| overlay().deepest(&x.up.common(&y.up)).map(|kind| overlay().name(kind)))
}

/// Combines the heads' relation with those of the modifiers.
fn with_modifiers(a: &ConceptRef, b: &ConceptRef, heads: &Heads<'_>) -> Relation {
    let mut relation = heads.relation;
    if is_settled(relation) {
        return relation;
    }
    for (_, verdict) in a.modifiers.compare(&b.modifiers) {
        let next = match verdict {
            Verdict::Same => continue,
            Verdict::Narrower => Relation::Narrower,
            Verdict::Wider => Relation::Wider,
            Verdict::Overlapping => Relation::Overlapping { ancestor: heads.common() },
            Verdict::Disjoint => return Relation::Disjoint { ancestor: heads.common() },
        };
        relation = both(relation, next, heads);
    }
    relation
}

/// Whether no modifier can change what the heads say.
fn is_settled(heads: Relation) -> bool {
    matches!(heads, Relation::Unrelated | Relation::Unknown | Relation::Disjoint { .. })
}

/// All that supports a relation, in words.
fn reasons(a: &ConceptRef, b: &ConceptRef, heads: &Heads<'_>, relation: Relation) -> String {
    let of_heads = || match heads.pair {
        _ if a.head == b.head => format!("both are \"{}\"", a.head),
        Some((x, y)) => reason(heads.relation, a, b, x, y),
        None => {
            let unknown = if a.positions.is_empty() { &a.head } else { &b.head };
            format!("\"{unknown}\" is not in the lexicon")
        }
    };
    if is_settled(heads.relation) {
        return of_heads();
    }
    let mut reasons = Vec::new();
    for (axis, verdict) in a.modifiers.compare(&b.modifiers) {
        match verdict {
            Verdict::Same => {}
            Verdict::Disjoint => return a.modifiers.explain(&b.modifiers, axis, verdict),
            _ => reasons.push(a.modifiers.explain(&b.modifiers, axis, verdict)),
        }
    }
    if a.head != b.head || relation == Relation::Same {
        reasons.insert(0, of_heads());
    }
    reasons.join("; ")
}

/// One relation out of those on two axes.
fn both(a: Relation, b: Relation, heads: &Heads<'_>) -> Relation {
    match (a, b) {
        (Relation::Same, other) | (other, Relation::Same) => other,
        (Relation::GroupMember { counts_members: true }, other) => other,
        (group @ Relation::GroupMember { .. }, _) => group,
        (a, b) if a == b => a,
        _ => Relation::Overlapping { ancestor: heads.common() },
    }
}

/// The relation when a vague head is read as it is mostly meant.
fn usual(a: &ConceptRef, b: &ConceptRef) -> Option<Relation> {
    let narrowed = |concept: &ConceptRef| -> Option<ConceptRef> {
        let [Position { place: Place::Kind(kind), role: Role::Itself, .. }] = concept.positions[..] else {
            return None;
        };
        let (meant, _) = overlay().usually(kind)?;
        Some(ConceptRef {
            head: overlay().name(meant).to_owned(),
            positions: vec![Position::of_kind(meant, Role::Itself)],
            modifiers: concept.modifiers.clone(),
        })
    };
    let (x, y) = match (narrowed(a), narrowed(b)) {
        (None, None) | (Some(_), Some(_)) => return None,
        (Some(a), None) => (a, b.clone()),
        (None, Some(b)) => (a.clone(), b),
    };
    Some(relation(&x, &y))
}

/// Says why two heads stand as they do.
fn reason(relation: Relation, a: &ConceptRef, b: &ConceptRef, x: &Position, y: &Position) -> String {
    let (first, second) = (&a.head, &b.head);
    match relation {
        Relation::Same if x.name() == first || x.name() == second => {
            format!("\"{first}\" and \"{second}\" are one kind")
        }
        Relation::Same => format!("\"{first}\" and \"{second}\" are both {}", x.name()),
        Relation::Narrower => path(first, x, y),
        Relation::Wider => path(second, y, x),
        Relation::Disjoint { ancestor } => {
            let why = overlay().apart(&x.up, &y.up).map(|(.., why)| why).or_else(|| {
                let deepest = overlay().deepest(&x.up.common(&y.up))?;
                overlay().species(deepest)
            });
            format!(
                "\"{first}\" and \"{second}\" are different kinds of {ancestor}: {}",
                why.unwrap_or("kinds exclude each other")
            )
        }
        Relation::Overlapping { ancestor } => {
            format!("\"{first}\" and \"{second}\" are both {ancestor} and may be the same ones")
        }
        Relation::GroupMember { counts_members: true } => {
            format!("counting \"{first}\" is counting \"{second}\"")
        }
        Relation::GroupMember { counts_members: false } => {
            format!("one of \"{first}\" and \"{second}\" is a group of many of the other")
        }
        Relation::Unrelated => format!("\"{first}\" and \"{second}\" are different things"),
        Relation::Unknown => format!("nothing is known of \"{first}\" and \"{second}\" together"),
    }
}

/// The path from a word up to a place, the word first where it is not the place's name.
fn path(word: &str, from: &Position, to: &Position) -> String {
    let names = from.path_to(to).join(" < ");
    match from.name() == word {
        true => names,
        false => format!("{word} = {names}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::concept::resolve;

    #[test]
    fn reasons_name_the_path() {
        let why = |a, b| compare(&resolve(a, &[]), &resolve(b, &[])).reason;
        assert_eq!(why("lorry", "vehicle"), "lorry = truck < motor vehicle < vehicle");
        assert_eq!(why("lorry", "truck"), "\"lorry\" and \"truck\" are one kind");
        assert_eq!(why("blorft", "truck"), "\"blorft\" is not in the lexicon");
        assert!(why("rifle", "cannon").contains("different kinds of gun"));
    }
}
