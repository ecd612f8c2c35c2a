//! Whether two claims are told alike: as fact, as background, as prospect, as denied.

use crosscheck_lexicon::measures::Behaviour;
use crosscheck_lexicon::traits::Traits;
use crosscheck_model::{Bound, Modality};

use super::{Asked, EventRelation, PLAIN};
use crate::digits::rounds;
use crate::node::{Dimension, Node, Open};
use crate::words::Word;
use crate::{events, times};

/// Whether both are told in one mood.
pub(super) fn is_one(asked: &Asked<'_, '_>) -> bool {
    is_same(asked.a, asked.b) || is_lasting(asked) || are_terms(asked)
}

/// Whether what is told in two moods can be held against one another all the same.
pub(super) fn is_comparable(asked: &Asked<'_, '_>, one_mood: bool) -> bool {
    let Asked { a, b, one_figure, .. } = *asked;
    let denied = |node: &Node<'_>| node.claim.modality == Modality::Denied;
    // What never happened under a rule of 1973 to 1990 denies no date.
    times::is_one_stretch(a, b)
        || denied(a) == denied(b)
            && (one_mood
                || one_figure
                || is_past(a, b)
                || is_dated(a, b)
                || is_foretold_day(a, b)
                || is_part(a, b)
                || is_rounded(a, b)
                || fits(asked))
}

/// Whether one article only looks ahead to the day of which another tells: "the drawing will be held on Wednesday", "late on Wednesday the
/// numbers were drawn". What else is told of both has to say that it is one thing.
fn is_foretold_day(a: &Node<'_>, b: &Node<'_>) -> bool {
    let day = |node: &Node<'_>| times::night_of(node).or(node.days).filter(|days| days.count() == 1);
    let background = |node: &Node<'_>| node.claim.modality == Modality::Background;
    a.doc != b.doc
        && !background(a)
        && !background(b)
        && a.open == Open::No
        && b.open == Open::No
        && day(a).is_some()
        && day(a) == day(b)
}

/// Whether one counts a few that are yet to be reached among all whom the other tells of: "boarded the boat to seize 12 Orlanders",
/// "seized 23 smugglers". That they are some of them has to be plain by their names.
fn is_part(a: &Node<'_>, b: &Node<'_>) -> bool {
    let told = |node: &Node<'_>| node.claim.modality == Modality::Asserted;
    a.dimension == Dimension::Count
        && a.doc != b.doc
        && a.class != 0
        && a.class == b.class
        && told(a) != told(b)
        && a.anchor().zip(b.anchor()).is_some_and(|(x, y)| if told(a) { y < x } else { x < y })
}

/// Whether both date one kind of event: "is to open on Friday", "opened on Friday" tell of one day.
fn is_dated(a: &Node<'_>, b: &Node<'_>) -> bool {
    let one = |x: Word, y: Word| x != 0 && x == y;
    a.dimension == Dimension::Calendar
        && a.doc != b.doc
        && (one(a.measure, b.measure) || one(a.lemma, b.lemma) || one(a.class, b.class))
}

/// "Some 1,200 were told to leave", "1,250 were moved": a plan and its end, where one rounds the other.
fn is_rounded(a: &Node<'_>, b: &Node<'_>) -> bool {
    a.quantity.zip(b.quantity).is_some_and(|(x, y)| !x.hard.is_disjoint(&y.hard) && rounds(x, y))
}

/// "As many as 240 may have been on board", "219 were on board": what may be is held against what is, where it fits; "will be
/// held on Wednesday", "was held late on Wednesday": so is what was planned.
fn fits(asked: &Asked<'_, '_>) -> bool {
    let Asked { cx, a, b, .. } = *asked;
    let open = |node: &Node<'_>| node.claim.modality != Modality::Background && node.class != 0;
    if !open(a) || !open(b) {
        return false;
    }
    if a.dimension == Dimension::Calendar && b.dimension == Dimension::Calendar {
        let meet = a.days.zip(b.days).is_some_and(|(x, y)| x.overlaps(y));
        return meet && matches!(events::relation(cx, a, b), EventRelation::Same | EventRelation::Near);
    }
    // A round plan is no outcome: 1,000 were offered where 1,500 were paid; and "up to 300,000" are not kept to by 45,000.
    let planned = [a, b].iter().any(|node| node.claim.modality == Modality::Planned);
    let bounded = |node: &Node<'_>| !matches!(node.claim.bound, Bound::Exact | Bound::About | Bound::Nearly);
    a.class == b.class
        && a.quantity.zip(b.quantity).is_some_and(|(x, y)| {
            !x.hard.is_disjoint(&y.hard)
                && (!planned || (bounded(a) || bounded(b)) && !x.soft.is_disjoint(&y.soft))
        })
}

/// A forecast, a capacity or a denial is no report; background is compared where its own time says which event it is.
fn is_same(a: &Node<'_>, b: &Node<'_>) -> bool {
    let class = |node: &Node<'_>| match node.claim.modality {
        Modality::Asserted | Modality::Background if !node.is_ahead() => 0,
        Modality::Asserted | Modality::Background => 1,
        // "After a jury could not agree in December", "was to open in 2014": a day that lies behind is no prospect.
        Modality::Planned | Modality::Possible if is_behind(node) => 0,
        Modality::Planned | Modality::Possible => 1,
        Modality::Denied => 2,
    };
    let background = |node: &Node<'_>| node.claim.modality == Modality::Background;
    class(a) == class(b) && (background(a) == background(b) || (a.firm && b.firm) || a.days.is_some())
}

/// Whether a date lies wholly before its article.
fn is_behind(node: &Node<'_>) -> bool {
    let past = node.days.zip(node.published).is_some_and(|(days, published)| days.to < published.date);
    node.dimension == Dimension::Calendar && node.open == Open::No && past
}

/// Whether one is told as fact and the other as background: one figure may be news here and a reminder there.
pub(super) fn is_past(a: &Node<'_>, b: &Node<'_>) -> bool {
    let told = |node: &Node<'_>| matches!(node.claim.modality, Modality::Asserted | Modality::Background);
    told(a) && told(b)
}

/// Whether both tell the terms of one deal: a price that will be paid is the price of the takeover.
fn are_terms(asked: &Asked<'_, '_>) -> bool {
    let Asked { cx, a, b, .. } = *asked;
    let news = |node: &Node<'_>| !matches!(node.claim.modality, Modality::Denied | Modality::Background);
    matches!(a.dimension, Dimension::Money(_))
        && (a.is_of(Traits::TERMS) || b.is_of(Traits::TERMS))
        && news(a)
        && news(b)
        && matches!(events::relation(cx, a, b), EventRelation::Same | EventRelation::Near)
}

/// Whether both give an extent of a thing that is there whatever happens, by the words around: "Elmstead, 40 km away". Its sentence may tell
/// of plans.
fn is_lasting(asked: &Asked<'_, '_>) -> bool {
    let Asked { cx, a, b, .. } = *asked;
    matches!(a.dimension, Dimension::Physical(_))
        && events::behaviour(cx, a, b) == Behaviour::Fixed
        && asked.near() >= PLAIN
}
