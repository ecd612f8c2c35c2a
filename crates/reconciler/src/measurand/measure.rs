//! One measure: what of the thing both figures give, told by the words beside them.

use crosscheck_lexicon::measures::Behaviour;
use crosscheck_lexicon::traits::Traits;

use super::{Asked, time};
use crate::context::Context;
use crate::digits;
use crate::facts::{EventRelation, PLAIN, PlaceRelation, TimeRelation};
use crate::node::Dimension;
use crate::objects::ObjectRelation;
use crate::rule::Pair;

/// Bits of rare words near both figures, about one name, that a conflict needs.
const LOCAL: f64 = 3.0;

/// The same of an extent that has no noun: two words at least, as an extent lies between any two things.
const EXTENT: f64 = 7.0;

/// The same of an age or size of which each article gives one.
const TRAIT: f64 = 2.0;

/// Whether the words beside both figures tell one measure, and its figures are of one size.
pub(super) fn is_one(asked: &Asked<'_>) -> bool {
    is_of_something(asked) && is_told_to_be_one(asked) && is_of_one_firm(asked) && !leaps(asked)
}

/// Whether results of a period are those of one firm: "net rose 4.3%" names none, so that the articles must.
fn is_of_one_firm(asked: &Asked<'_>) -> bool {
    let Asked { cx, pair, owned, .. } = *asked;
    let reported = pair.a.is_of(Traits::OF_PERIOD) && pair.b.is_of(Traits::OF_PERIOD);
    !reported || owned || cx.stories.share_lead(pair.a.doc, pair.b.doc)
}

/// Whether the words beside both figures name one measure of a sum, a share or an extent.
pub(crate) fn is_settled(pair: &Pair<'_>) -> bool {
    pair.a.dimension != Dimension::Count && pair.a.measure != 0 && pair.a.measure == pair.b.measure
}

/// Whether both figures are told to be of one name that both articles tell of, or measured from one point ("distance from the
/// islands") by the only such figure of each article.
pub(super) fn is_owned(cx: &Context<'_>, pair: &Pair<'_>) -> bool {
    let from = pair.a.claim.measure.as_deref().is_some_and(|measure| measure.contains('/'));
    pair.names_owner(|doc, name| cx.stories.tells(doc, name))
        || (from && pair.facts.one_story && is_settled(pair) && cx.is_only(pair.a) && cx.is_only(pair.b))
}

/// Whether each sum and share is of something: a rate of exchange or a price in brackets is compared with none. A rank is one by its scale
/// ("third-largest"): a 13th birthday and a 21st are two.
fn is_of_something(asked: &Asked<'_>) -> bool {
    let Asked { pair, slip, .. } = *asked;
    let measured = |named: &dyn Fn(&str) -> bool| {
        [pair.a, pair.b].iter().all(|node| node.claim.measure.as_deref().is_some_and(named))
    };
    match pair.a.dimension {
        Dimension::Ordinal => measured(&|measure| measure.contains('/')),
        Dimension::Money(_) | Dimension::Percent => slip || measured(&|_| true),
        _ => true,
    }
}

/// Whether what stands near both figures tells that they are of one measure.
fn is_told_to_be_one(asked: &Asked<'_>) -> bool {
    let Asked { pair, slip, owned, .. } = *asked;
    let facts = pair.facts;
    slip || owned
        || facts.near >= needed(pair)
        || facts.shared_figures > 0
        || is_one_sum(pair)
        || is_of_one_past_day(pair)
        || is_of_one_place(asked)
        || is_one_trait(asked)
        || time::is_of_one_incident(asked)
        || (pair.a.dimension == Dimension::Count && pair.is_opposed())
}

/// The bits of rare words that must stand near both figures where nothing else tells that they are of one measure.
fn needed(pair: &Pair<'_>) -> f64 {
    match pair.a.dimension {
        // An extent without a noun lies between any two things: one name, or many words, must tell which.
        Dimension::Physical(_) if pair.facts.object == ObjectRelation::Absent && !is_of_one_name(pair) => {
            if pair.facts.one_story {
                EXTENT
            } else {
                2.0 * PLAIN
            }
        }
        Dimension::Physical(_) => PLAIN,
        _ if pair.a.concepts.is_empty() || pair.b.concepts.is_empty() => PLAIN,
        _ => LOCAL,
    }
}

/// Whether two sums or shares of one measure are of one thing, or stand beside one name.
fn is_one_sum(pair: &Pair<'_>) -> bool {
    let facts = pair.facts;
    matches!(pair.a.dimension, Dimension::Money(_) | Dimension::Percent)
        && facts.one_story
        && is_settled(pair)
        && match facts.object {
            ObjectRelation::Same => true,
            ObjectRelation::Absent => facts.near >= LOCAL && is_of_one_name(pair),
            _ => false,
        }
}

/// Whether both are of one event of one time long past.
fn is_of_one_past_day(pair: &Pair<'_>) -> bool {
    let facts = pair.facts;
    facts.one_story
        && facts.time == TimeRelation::Same
        && facts.event == EventRelation::Same
        && pair.is_history()
}

/// Whether both tell of one place what does not change from day to day: "a city of 160,000 people", "home to 167,000 people".
fn is_of_one_place(asked: &Asked<'_>) -> bool {
    let Asked { pair, .. } = *asked;
    let facts = pair.facts;
    pair.a.dimension == Dimension::Count
        && facts.one_story
        && facts.place == PlaceRelation::Same
        && facts.object == ObjectRelation::Same
        && facts.event == EventRelation::Same
        && facts.behaviour == Behaviour::Fixed
}

/// Whether both articles on one story give an age, or a size as one adjective ("a 400-pound bear"), of one kind of thing beside one rare
/// word, and each of them no other: what a thing is, and no text says anew every day. A man of 40 and one of 18 are two in most stories.
pub(super) fn is_one_trait(asked: &Asked<'_>) -> bool {
    let Asked { cx, pair, .. } = *asked;
    let sized = pair.a.class_name == Some("measure") && pair.b.class_name == Some("measure");
    let lasting = match pair.a.dimension {
        Dimension::Age => true,
        Dimension::Physical(_) => sized,
        _ => false,
    };
    lasting
        && pair.facts.near >= TRAIT
        && pair.facts.one_story
        && pair.facts.object == ObjectRelation::Same
        && cx.is_only(pair.a)
        && cx.is_only(pair.b)
}

/// Whether the same names stand near both figures, and no other.
fn is_of_one_name(pair: &Pair<'_>) -> bool {
    !pair.a.names.is_empty() && pair.a.names == pair.b.names
}

/// Whether one figure is ten times the other: so far apart are two measures, but for a slip of the hand or words that leave no doubt.
fn leaps(asked: &Asked<'_>) -> bool {
    let Asked { pair, slip, .. } = *asked;
    let counted = match pair.a.dimension {
        Dimension::Count | Dimension::Money(_) | Dimension::Duration => true,
        // Nine kilometres off, 310 metres deep: extents so unlike are of two things, unless one numeral got another unit.
        Dimension::Physical(_) => !is_settled(pair) && digits::printed(pair.a) != digits::printed(pair.b),
        _ => false,
    };
    let plain = pair.a.dimension == Dimension::Count && pair.facts.near >= 2.0 * PLAIN;
    counted
        && !slip
        && !plain
        && !pair.facts.is_aligned()
        && pair.anchors().is_some_and(|(x, y)| digits::tenfold(x, y))
}
