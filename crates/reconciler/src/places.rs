//! How the places of two claims stand to each other.

use crosscheck_lexicon::place as gazetteer;

use crate::context::Context;
use crate::node::{Dimension, Node};
use crate::words;

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
    /// Two places, of which neither article names the other's: two events, and no two accounts of one.
    Elsewhere,
    /// One is not known to the gazetteer, or not given.
    Unknown,
}

/// Compares places by the gazetteer, and one that it does not know by whether the other article tells of it at all.
pub(crate) fn relation(cx: &Context<'_>, a: &Node<'_>, b: &Node<'_>) -> PlaceRelation {
    // An extent has two ends; the place of its sentence may be either.
    if matches!(a.dimension, Dimension::Physical(_)) {
        return PlaceRelation::Unknown;
    }
    let (Some(x), Some(y)) = (a.claim.stated_place(), b.claim.stated_place()) else {
        return if is_elsewhere(cx, a, b) { PlaceRelation::Elsewhere } else { PlaceRelation::Unknown };
    };
    if a.place == b.place {
        return PlaceRelation::Same;
    }
    if is_inside(x, y) {
        PlaceRelation::Inside
    } else if is_inside(y, x) {
        PlaceRelation::Around
    } else if is_known(x) && is_known(y) {
        PlaceRelation::Apart
    } else if is_elsewhere(cx, a, b) {
        PlaceRelation::Elsewhere
    } else {
        PlaceRelation::Unknown
    }
}

fn is_known(key: &str) -> bool {
    gazetteer::within(key).is_some() || gazetteer::place(key).is_some()
}

fn is_inside(inner: &str, outer: &str) -> bool {
    std::iter::successors(gazetteer::within(inner), |key| gazetteer::within(key))
        .take(8)
        .any(|key| key == outer)
}

/// Whether two counts have two places, of which neither article names the other's: a blast in Ouagadougou, a blast in Jakarta.
///
/// A dateline counts too: who writes from abroad names where it happened. In a country that the table holds lie places that it does not.
fn is_elsewhere(cx: &Context<'_>, a: &Node<'_>, b: &Node<'_>) -> bool {
    let (Some(x), Some(y)) = (a.claim.place.as_deref(), b.claim.place.as_deref()) else { return false };
    a.dimension == Dimension::Count
        && a.doc != b.doc
        && x != y
        && (is_known(x) == is_known(y) || (!is_country(x) && !is_country(y)))
        && !is_inside(x, y)
        && !is_inside(y, x)
        && !is_told(cx, a.doc, y)
        && !is_told(cx, b.doc, x)
}

fn is_country(key: &str) -> bool {
    gazetteer::within(key).is_some()
}

/// Whether a document names a place, by its key or by any name of the gazetteer; so short a key as "u.s." tells nothing.
fn is_told(cx: &Context<'_>, doc: u32, key: &str) -> bool {
    let tells = |name: &str| {
        let mut all = true;
        words::each_content_word(name, |word| all &= cx.stories.tells(doc, word));
        all
    };
    tells(&key.replace('-', " ")) || gazetteer::names(key).iter().any(|name| tells(name))
}
