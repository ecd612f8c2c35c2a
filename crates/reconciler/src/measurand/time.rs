//! One time: when both figures held, and over what stretch they came together.

use crosscheck_lexicon::measures::Behaviour;
use crosscheck_lexicon::traits::Traits;

use super::{Asked, measure};
use crate::digits;
use crate::facts::{PLAIN, TimeRelation};
use crate::lengths;
use crate::node::{Dimension, Node};
use crate::objects;
use crate::rule::Pair;
use crate::times::FAR;

/// Days between a vote and the telling of its result.
const COUNTED: i64 = 3;

/// Whether both figures are of one time, so that no later state of either explains the other.
pub(super) fn is_one(asked: &Asked<'_>) -> bool {
    is_one_time(asked)
        && is_one_state(asked)
        && !is_of_another_day(asked)
        && !is_of_two_stretches(asked)
        && !lengths::has_run_on(asked.pair.a, asked.pair.b)
}

/// Whether both figures may hold at one time.
fn is_one_time(asked: &Asked<'_>) -> bool {
    let Asked { pair, slip, owned, .. } = *asked;
    let firm = pair.a.firm && pair.b.firm;
    // A sum of which no event is told may grow: a jackpot, a bid.
    let told = pair.a.class != 0 && pair.b.class != 0;
    let grows = matches!(pair.a.dimension, Dimension::Money(_)) && !told && !owned;
    let stays = pair.facts.behaviour == Behaviour::Fixed && !grows;
    match pair.facts.time {
        TimeRelation::Same | TimeRelation::Unknown => true,
        // Who was aboard on Monday was aboard on Monday night, and last year's dead are those of its October; a sum is of its whole stretch.
        TimeRelation::Overlap => {
            !firm
                || is_nearly_one(pair)
                || pair.a.dimension == Dimension::Count && (stays || pair.is_history())
        }
        TimeRelation::Apart(days) => {
            // A result is told with the day of the vote or with that of its count.
            (stays
                && !pair.a.is_of(Traits::DAILY)
                && (!firm || (days <= COUNTED && objects::owner(pair.a).is_some())))
                || (slip && days <= FAR)
                || pair.is_opposed()
        }
    }
}

/// Whether two periods differ by a fifth at most: "since 2007" told in 2015, "from 2007 to 2014".
fn is_nearly_one(pair: &Pair<'_>) -> bool {
    let (Some(x), Some(y)) = (pair.a.when, pair.b.when) else { return false };
    let shared = (x.to.min(y.to) - x.from.max(y.from)).num_days() + 1;
    5 * shared >= 4 * x.count().max(y.count())
}

/// Whether neither figure is a later state of the other: a running count differs truly only where both stand for one time.
fn is_one_state(asked: &Asked<'_>) -> bool {
    let Asked { pair, slip, .. } = *asked;
    let facts = pair.facts;
    if !slip && (pair.a.is_of(Traits::MOVES) || pair.b.is_of(Traits::MOVES)) {
        return false;
    }
    slip || facts.behaviour == Behaviour::Fixed
        || (facts.order.is_none() && (facts.time != TimeRelation::Unknown || facts.is_aligned()))
        || pair.is_opposed()
        || pair.is_history()
}

/// Whether the days between the two make two measurements of them, which no words around tie to one.
fn is_of_another_day(asked: &Asked<'_>) -> bool {
    let Asked { pair, slip, owned, .. } = *asked;
    let apart = matches!(pair.facts.time, TimeRelation::Apart(_));
    let opposed = pair.a.dimension == Dimension::Count && pair.is_opposed();
    let lasting = is_of_one_incident(asked) || measure::is_one_trait(asked);
    apart && !slip && !owned && !opposed && !lasting && pair.facts.near < PLAIN
}

/// Whether both articles on one story tell one circumstance of what happened, once each: who was aboard, how high the waves were. An
/// article that gives no day but its own says nothing of another one.
pub(super) fn is_of_one_incident(asked: &Asked<'_>) -> bool {
    let Asked { cx, pair, .. } = *asked;
    let days = match pair.facts.time {
        TimeRelation::Apart(days) => days <= COUNTED,
        _ => true,
    };
    super::is_one_circumstance(cx, pair)
        && pair.a.measure != 0
        && pair.a.measure == pair.b.measure
        && days
        && !(pair.a.firm && pair.b.firm)
}

/// Whether two sums came together over two stretches of time: they differ much, and one of them has no stretch of its own.
fn is_of_two_stretches(asked: &Asked<'_>) -> bool {
    let Asked { pair, slip, .. } = *asked;
    let flows = |node: &Node<'_>| node.is_of(Traits::FLOW);
    !slip
        && matches!(pair.a.dimension, Dimension::Money(_))
        && flows(pair.a)
        && !(pair.a.firm && pair.b.firm)
        && pair.anchors().is_some_and(|(x, y)| digits::far_apart(x, y))
}
