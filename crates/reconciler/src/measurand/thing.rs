//! One thing: what both figures count, or are of.

use crosscheck_lexicon::measures::Behaviour;
use crosscheck_lexicon::traits::Traits;

use super::{Asked, measure};
use crate::context::Context;
use crate::doers;
use crate::facts::{EventRelation, PLAIN, PlaceRelation, TimeRelation};
use crate::node::Node;
use crate::objects::{self, ObjectRelation};
use crate::rule::Pair;
use crate::words::content_words;

/// Whether both figures are of one thing, in one place, and nothing beside either tells it from the other's.
pub(super) fn is_one(asked: &Asked<'_>) -> bool {
    let Asked { cx, pair, resigned, slip, owned, .. } = *asked;
    pair.facts.one_owner
        && pair.facts.place != PlaceRelation::Apart
        && !pair.is_of_two_places()
        && !pair.facts.crossing
        && pair.a.nation == pair.b.nation
        && is_one_object(asked)
        && !(pair.a.required && pair.facts.near < 2.0 * PLAIN)
        && !are_of_two_doers(cx, pair)
        && (slip || is_named_alike(pair))
        && (slip || owned || !objects::differ(pair.a, pair.b))
        && (resigned
            || pair.facts.shared_figures > 1
            || is_of_the_story(cx, pair)
            || !objects::named_apart(cx, pair.a, pair.b))
}

/// Whether both articles on one story give one circumstance of it, each only once: what names stand beside it ("the Halcyon, carrying
/// 61", "sank off Arden with 63 aboard") tell more of the one event, and not of another.
fn is_of_the_story(cx: &Context<'_>, pair: &Pair<'_>) -> bool {
    pair.a.doc != pair.b.doc && pair.facts.time.is_shared() && super::is_one_circumstance(cx, pair)
}

/// Whether two figures are of what two did: each names its own, or several are told of beside one of a name. Of what several win each has
/// its own, whatever they are called.
fn are_of_two_doers(cx: &Context<'_>, pair: &Pair<'_>) -> bool {
    let winner = |node: &Node<'_>| content_words(doers::doer(node));
    let won = pair.a.is_of(Traits::WON) || pair.b.is_of(Traits::WON);
    let apart = || {
        let (x, y) = (winner(pair.a), winner(pair.b));
        !x.iter().any(|word| y.binary_search(word).is_ok())
    };
    won && apart() || doers::count_apart(cx, pair.a, pair.b)
}

/// Whether the nouns counted, or the words around where there are none, stand for one thing.
fn is_one_object(asked: &Asked<'_>) -> bool {
    let Asked { pair, slip, .. } = *asked;
    let facts = pair.facts;
    match facts.object {
        ObjectRelation::Same => true,
        ObjectRelation::Finer | ObjectRelation::Coarser
            if slip || is_quarrel(pair) || measure::is_settled(pair) =>
        {
            true
        }
        ObjectRelation::Finer | ObjectRelation::Coarser if is_supposed_part(pair) => false,
        // Of another day the whole may have grown: one person held on Tuesday, three foreigners on Wednesday.
        ObjectRelation::Finer | ObjectRelation::Coarser
            if matches!(facts.time, TimeRelation::Apart(_)) && facts.behaviour != Behaviour::Fixed =>
        {
            false
        }
        ObjectRelation::Finer => exceeds(pair.a, pair.b),
        ObjectRelation::Coarser => exceeds(pair.b, pair.a),
        // "The effective rate", "the federal rate": what the words beside both figures settle is one measure.
        ObjectRelation::Overlapping => slip || measure::is_settled(pair),
        ObjectRelation::Absent => {
            slip || facts.event == EventRelation::Same || facts.shared_figures > 0 || facts.near >= PLAIN
        }
        ObjectRelation::Disjoint | ObjectRelation::Unknown | ObjectRelation::Unrelated => false,
    }
}

/// Whether a side with a cause of its own stands against another speaker: each has its own name for what both count.
///
/// Passengers are fewer than all on board, whoever counts them.
fn is_quarrel(pair: &Pair<'_>) -> bool {
    (pair.a.party || pair.b.party) && pair.is_opposed() && !is_of_circumstance(pair.a)
}

/// "A crew of | 28": a noun that is only supposed may be any group of those on board.
fn is_supposed_part(pair: &Pair<'_>) -> bool {
    is_of_circumstance(pair.a) && (objects::is_implied(pair.a) || objects::is_implied(pair.b))
}

/// Whether a figure is fixed once the event has happened: those on board, the depth of a quake.
fn is_of_circumstance(node: &Node<'_>) -> bool {
    node.is_of(Traits::CIRCUMSTANCE)
}

/// Whether a kind of the counted thing is said to be more than the whole, where no qualifier narrows the whole.
fn exceeds(part: &Node<'_>, whole: &Node<'_>) -> bool {
    let plain = whole.claim.object.as_ref().is_some_and(|object| {
        object.modifiers.iter().all(|modifier| {
            content_words(modifier).iter().all(|word| part.object.binary_search(word).is_ok())
        })
    });
    plain && part.hard().zip(whole.hard()).is_some_and(|(part, whole)| whole.lies_below(&part))
}

/// Whether both figures have a noun or neither: a bare extent and "a depth of 12 miles" are two measures, unless the words settle one,
/// or the deed does: "the boy fell 12 feet", "and then fell 15 feet".
fn is_named_alike(pair: &Pair<'_>) -> bool {
    let one_deed =
        pair.a.class != 0 && pair.facts.event == EventRelation::Same && pair.facts.near >= 2.0 * PLAIN;
    pair.a.concepts.is_empty() == pair.b.concepts.is_empty() || measure::is_settled(pair) || one_deed
}
