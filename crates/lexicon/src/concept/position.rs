//! Where a word stands in the graph of overlay kinds and WordNet senses.

use super::overlay::{Kind, KindSet, Role, overlay};
use crate::taxonomy::{Domain, Synset, word};

/// A place in the graph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// An overlay kind.
    Kind(Kind),
    /// A WordNet sense that the overlay does not name.
    Sense(Synset),
}

/// One reading of a word: its place, and what lies above.
#[derive(Clone, Copy, Debug)]
pub(super) struct Position {
    pub(super) place: Place,
    pub(super) role: Role,
    /// All overlay kinds at or above the place.
    pub(super) up: KindSet,
}

/// Readings considered: further senses of a word are rare ones and only add false kinships.
const SENSES: usize = 4;

/// All positions of a folded lemma or phrase; the overlay's readings replace WordNet's.
pub(super) fn positions(lemma: &str) -> Vec<Position> {
    let readings = overlay().readings(lemma);
    if !readings.is_empty() {
        return readings.iter().map(|reading| Position::of_kind(reading.kind, reading.role)).collect();
    }
    let Some(entry) = word(lemma) else { return Vec::new() };
    let countable: Vec<Position> = entry
        .noun_senses()
        .filter(|sense| is_countable(sense.domain()))
        .take(SENSES)
        .map(Position::of_sense)
        .collect();
    if !countable.is_empty() {
        return countable;
    }
    entry.noun_senses().take(1).map(Position::of_sense).collect()
}

/// Whether things of a domain are what counts in texts are about.
fn is_countable(domain: Domain) -> bool {
    !matches!(
        domain,
        Domain::Attribute
            | Domain::Cognition
            | Domain::Feeling
            | Domain::Motive
            | Domain::Relation
            | Domain::Shape
            | Domain::Top
    )
}

impl Position {
    pub(super) fn of_kind(kind: Kind, role: Role) -> Position {
        Position { place: Place::Kind(kind), role, up: *overlay().up(kind) }
    }

    fn of_sense(sense: Synset) -> Position {
        if let Some(kind) = overlay().anchored(sense) {
            return Position::of_kind(kind, Role::Itself);
        }
        let mut up = KindSet::default();
        climb(sense, &mut |above| match overlay().anchored(above) {
            Some(kind) => {
                up.add(overlay().up(kind));
                false
            }
            None => true,
        });
        Position { place: Place::Sense(sense), role: Role::Itself, up }
    }

    /// The name of the place.
    pub(super) fn name(&self) -> &'static str {
        match self.place {
            Place::Kind(kind) => overlay().name(kind),
            Place::Sense(sense) => sense.name(),
        }
    }

    /// The WordNet domain of the place; a kind has that of its first anchor.
    pub(super) fn domain(&self) -> Option<Domain> {
        match self.place {
            Place::Kind(kind) => overlay().anchors(kind).first().map(|anchor| anchor.domain()),
            Place::Sense(sense) => Some(sense.domain()),
        }
    }

    /// Whether the place lies strictly below another.
    pub(super) fn is_below(&self, other: &Position) -> bool {
        match (self.place, other.place) {
            (Place::Kind(a), Place::Kind(b)) => a != b && self.up.contains(b),
            (Place::Sense(_), Place::Kind(b)) => self.up.contains(b),
            (Place::Sense(a), Place::Sense(b)) => {
                a != b && {
                    let mut found = false;
                    climb(a, &mut |above| {
                        found |= above == b;
                        // Above an anchor the overlay decides, and the overlay has no sense of WordNet.
                        !found && overlay().anchored(above).is_none()
                    });
                    found
                }
            }
            // A WordNet sense between two kinds: "weaponry" over "artillery" over "cannon".
            (Place::Kind(a), Place::Sense(b)) => {
                !other.up.is_empty()
                    && other.up.iter().all(|kind| self.up.contains(kind))
                    && overlay().anchors(a).iter().any(|anchor| anchor.is_a(b))
            }
        }
    }

    /// The names from this place up to a place above it, both included.
    pub(super) fn path_to(&self, above: &Position) -> Vec<&'static str> {
        let mut path = vec![self.name()];
        let mut place = self.place;
        // The graph is far less deep than this; the bound keeps a damaged table from looping.
        for _ in 0..32 {
            if place == above.place {
                break;
            }
            let Some(next) = steps(place).into_iter().find(|&next| leads_to(next, above)) else { break };
            place = next;
            path.push(match place {
                Place::Kind(kind) => overlay().name(kind),
                Place::Sense(sense) => sense.name(),
            });
        }
        path
    }
}

/// Whether a place is another or lies below it.
fn leads_to(place: Place, above: &Position) -> bool {
    place == above.place
        || match place {
            Place::Kind(kind) => Position::of_kind(kind, Role::Itself).is_below(above),
            Place::Sense(sense) => Position::of_sense(sense).is_below(above),
        }
}

/// The places directly above.
fn steps(place: Place) -> Vec<Place> {
    let over = |sense| match overlay().anchored(sense) {
        Some(kind) => Place::Kind(kind),
        None => Place::Sense(sense),
    };
    match place {
        Place::Sense(sense) => sense.hypernyms().map(over).collect(),
        Place::Kind(kind) => {
            let senses = overlay().anchors(kind).iter().flat_map(|anchor| anchor.hypernyms());
            overlay()
                .parents(kind)
                .iter()
                .map(|&parent| Place::Kind(parent))
                .chain(senses.map(over))
                .collect()
        }
    }
}

/// Visits the senses above one, going on above each for which the visitor says so.
fn climb(sense: Synset, visit: &mut impl FnMut(Synset) -> bool) {
    for above in sense.hypernyms() {
        if visit(above) {
            climb(above, visit);
        }
    }
}

/// The nearest sense above both, short of the overlay and of WordNet's empty top.
pub(super) fn nearest_common(a: &Position, b: &Position) -> Option<Synset> {
    let (Place::Sense(a), Place::Sense(b)) = (a.place, b.place) else { return None };
    let mut above_a = vec![a];
    climb(a, &mut |above| {
        let is_inside = overlay().anchored(above).is_none();
        if is_inside {
            above_a.push(above);
        }
        is_inside
    });
    let mut best: Option<Synset> = None;
    let mut consider = |sense: Synset| {
        // A larger number is deeper or at least not above, since parents are numbered first.
        if above_a.contains(&sense) && best.is_none_or(|found| found < sense) {
            best = Some(sense);
        }
    };
    consider(b);
    climb(b, &mut |above| {
        consider(above);
        overlay().anchored(above).is_none()
    });
    best.filter(|sense| sense.domain() != Domain::Top && sense.ancestors().count() >= 4)
}
