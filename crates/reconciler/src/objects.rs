//! How two counted things stand to each other.

use crosscheck_model::Object;

use crate::config::BridgeRelation;
use crate::context::Context;
use crate::node::{Dimension, Node};
use crate::words::{self, Word};

/// How the first counted thing stands to the second.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ObjectRelation {
    /// Two names of one thing.
    Same,
    /// The first is a kind of the second.
    Finer,
    /// The second is a kind of the first.
    Coarser,
    /// Some things are both.
    Overlapping,
    /// Nothing is both.
    Disjoint,
    /// The lexicon does not say.
    Unknown,
    /// At least one claim counts nothing: a date, a bare measure.
    Absent,
}

/// Compares the objects of two claims; also whether each has qualifiers that the other lacks.
pub(crate) fn relation(cx: &Context<'_>, a: &Node<'_>, b: &Node<'_>) -> (ObjectRelation, bool) {
    let (Some(x), Some(y)) = (&a.claim.object, &b.claim.object) else {
        return (ObjectRelation::Absent, false);
    };
    let crossing = crossing(a, b);
    if a.dimension == Dimension::Count || (!x.head.is_empty() && !y.head.is_empty()) {
        (heads(cx, x, y), crossing)
    } else {
        (ObjectRelation::Absent, crossing)
    }
}

/// Whether both groups hold a word that the other group and the other sentence lack: "state taxes", "federal taxes".
fn crossing(a: &Node<'_>, b: &Node<'_>) -> bool {
    let own = |x: &Node<'_>, y: &Node<'_>| {
        let head = words::content_words(x.claim.object.as_ref().map_or("", |object| &object.head));
        x.object.iter().any(|word: &Word| {
            !head.contains(word)
                && y.object.binary_search(word).is_err()
                && y.context.binary_search(word).is_err()
        })
    };
    own(a, b) && own(b, a)
}

fn heads(cx: &Context<'_>, x: &Object, y: &Object) -> ObjectRelation {
    let parts = |object: &Object| -> Vec<String> {
        std::iter::once(&object.head).chain(&object.also).filter(|head| !head.is_empty()).cloned().collect()
    };
    let (xs, ys) = (parts(x), parts(y));
    if xs.is_empty() || ys.is_empty() {
        return ObjectRelation::Absent;
    }
    let table: Vec<Vec<ObjectRelation>> =
        xs.iter().map(|p| ys.iter().map(|q| one(cx, p, q)).collect()).collect();
    let covered = |inner: ObjectRelation| move |r: &ObjectRelation| *r == ObjectRelation::Same || *r == inner;
    let all = |inner: ObjectRelation| table.iter().all(|row| row.iter().any(covered(inner)));
    let each = |inner: ObjectRelation| {
        (0..ys.len()).all(|column| table.iter().any(|row| covered(inner)(&row[column])))
    };
    let any = |wanted: &[ObjectRelation]| table.iter().flatten().any(|r| wanted.contains(r));
    if all(ObjectRelation::Same) && each(ObjectRelation::Same) {
        ObjectRelation::Same
    } else if all(ObjectRelation::Finer) {
        ObjectRelation::Finer
    } else if each(ObjectRelation::Coarser) {
        ObjectRelation::Coarser
    } else if any(&[
        ObjectRelation::Same,
        ObjectRelation::Finer,
        ObjectRelation::Coarser,
        ObjectRelation::Overlapping,
    ]) {
        ObjectRelation::Overlapping
    } else if any(&[ObjectRelation::Unknown]) {
        ObjectRelation::Unknown
    } else {
        ObjectRelation::Disjoint
    }
}

/// Compares two head nouns.
fn one(cx: &Context<'_>, x: &str, y: &str) -> ObjectRelation {
    if words::content_words(x) == words::content_words(y) {
        return ObjectRelation::Same;
    }
    for bridge in &cx.config.bridge {
        let forward = bridge.a == x && bridge.b == y;
        if forward || (bridge.a == y && bridge.b == x) {
            return match (bridge.relation, forward) {
                (BridgeRelation::Same, _) => ObjectRelation::Same,
                (BridgeRelation::Narrower, true) => ObjectRelation::Finer,
                (BridgeRelation::Narrower, false) => ObjectRelation::Coarser,
                (BridgeRelation::Disjoint, _) => ObjectRelation::Disjoint,
            };
        }
    }
    ObjectRelation::Unknown
}
