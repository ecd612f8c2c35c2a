//! How the places of two claims stand to each other.

use crosscheck_lexicon::place as gazetteer;

use crate::node::{Dimension, Node};

/// How two places stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlaceRelation {
    /// One place.
    Same,
    /// The first lies in the second.
    Inside,
    /// The second lies in the first.
    Around,
    /// Two places.
    Apart,
    /// One is not known to the gazetteer, or not given.
    Unknown,
}

/// Compares places by the gazetteer; a place it does not know may lie anywhere.
pub(crate) fn relation(a: &Node<'_>, b: &Node<'_>) -> PlaceRelation {
    // An extent has two ends; the place of its sentence may be either.
    if matches!(a.dimension, Dimension::Physical(_)) {
        return PlaceRelation::Unknown;
    }
    let (Some(x), Some(y)) = (a.claim.stated_place(), b.claim.stated_place()) else {
        return PlaceRelation::Unknown;
    };
    if a.place == b.place {
        return PlaceRelation::Same;
    }
    let inside = |inner: &str, outer: &str| {
        std::iter::successors(gazetteer::within(inner), |key| gazetteer::within(key))
            .take(8)
            .any(|key| key == outer)
    };
    let known = |key: &str| gazetteer::within(key).is_some() || gazetteer::place(key).is_some();
    if inside(x, y) {
        PlaceRelation::Inside
    } else if inside(y, x) {
        PlaceRelation::Around
    } else if known(x) && known(y) {
        PlaceRelation::Apart
    } else {
        PlaceRelation::Unknown
    }
}
