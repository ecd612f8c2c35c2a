//! One event: what both figures are told of.

use crosscheck_model::Modality;

use super::Asked;
use crate::digits;
use crate::facts::{EventRelation, PLAIN, TimeRelation};
use crate::node::{Dimension, Node};
use crate::rule::{EVIDENCE, Pair};

/// Whether both figures are told of one event, in one mood.
pub(super) fn is_one(asked: &Asked<'_>) -> bool {
    asked.pair.facts.one_mood
        && is_one_event(asked)
        && !is_of_two_quakes(asked)
        && !are_two_guesses(asked.pair)
        && !is_nought_elsewhere(asked.pair)
        && !is_of_another_incident(asked.pair)
}

/// Whether the predicates are of one event, or leave it open while more evidence than usual says so.
fn is_one_event(asked: &Asked<'_>) -> bool {
    let Asked { pair, slip, .. } = *asked;
    match pair.facts.event {
        EventRelation::Same | EventRelation::Near => true,
        EventRelation::Unknown => (slip || leaves_open(pair)) && pair.has(EVIDENCE.conflict + 1.0),
        EventRelation::Contrast | EventRelation::Unlike | EventRelation::Different => false,
    }
}

/// Whether one of the predicates may be said of any event.
///
/// Of people many things are counted in one story: what is said of them must be said by one text only, beside the same words.
fn leaves_open(pair: &Pair<'_>) -> bool {
    let told = |node: &Node<'_>| node.lemma != 0;
    if pair.a.dimension == Dimension::Count {
        pair.facts.near >= PLAIN && !(told(pair.a) && told(pair.b))
    } else {
        pair.a.class == 0 || pair.b.class == 0
    }
}

/// Whether "no one was hurt" may be told of another incident: a figure of nought names nobody, so that only the words around say which one.
fn is_nought_elsewhere(pair: &Pair<'_>) -> bool {
    pair.is_none_against_some() && !is_tied(pair)
}

/// Whether the words near both figures, their neighbours or one wording tie the two to one incident.
fn is_tied(pair: &Pair<'_>) -> bool {
    pair.facts.near >= PLAIN || pair.facts.shared_figures > 0 || pair.facts.is_aligned()
}

/// Days within which two incidents of one kind are few.
const WEEK: i64 = 7;

/// Whether two counts that differ much may be of two incidents of one kind: one article tells of the six who were killed in one town, the
/// other of the three who were killed in the next. Only the words around, their figures or one day of their own ties them to one.
fn is_of_another_incident(pair: &Pair<'_>) -> bool {
    let far = pair.anchors().is_some_and(|(x, y)| digits::far_apart(x, y));
    // A year holds many of a kind.
    let short = pair.a.when.is_some_and(|when| when.count() <= WEEK);
    let day = short && pair.a.firm && pair.b.firm && pair.facts.time == TimeRelation::Same;
    // Organisers count four times what the police do, of one crowd.
    let sides = pair.a.party || pair.b.party;
    pair.a.dimension == Dimension::Count
        && pair.a.doc != pair.b.doc
        && far
        && !pair.is_slip()
        && !is_tied(pair)
        && !day
        && !sides
}

/// Whether each only says what may be: two speakers who fear two tolls do not contradict each other.
fn are_two_guesses(pair: &Pair<'_>) -> bool {
    let guess = |node: &Node<'_>| node.claim.modality == Modality::Possible;
    guess(pair.a) && guess(pair.b) && pair.a.body != pair.b.body
}

/// Whether a magnitude may be that of another quake: an article that tells of a second one is no witness to the first.
fn is_of_two_quakes(asked: &Asked<'_>) -> bool {
    let Asked { cx, pair, .. } = *asked;
    pair.a.claim.unit.as_deref() == Some("magnitude")
        && (cx.tells_of_quakes(pair.a.doc) || cx.tells_of_quakes(pair.b.doc))
}
