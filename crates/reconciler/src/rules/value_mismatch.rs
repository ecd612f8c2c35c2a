//! The rule `value-mismatch`.

use crosscheck_lexicon::measures::Behaviour;
use crosscheck_lexicon::traits::{self, Traits};
use crosscheck_model::{Axis, Relation, Severity};

use crate::context::Context;
use crate::digits;
use crate::events;
use crate::facts::{EventRelation, PLAIN, PlaceRelation, SpeakerRelation, TimeRelation};
use crate::node::{Dimension, Node};
use crate::objects::{self, ObjectRelation};
use crate::rule::{Check, EVIDENCE, Pair, Verdict, reading};

crate::declare_rule! {
    /// Reports two figures for one count that cannot both be true.
    ///
    /// ## Why it matters
    /// This is the conflict proper: one measure of one event at one time, and no value that makes both texts true.
    ///
    /// ## When it stays silent
    /// Anything else explains the difference: a later state, a part, a bound, a rounding, another thing counted, another place or time.
    /// A figure that runs from day to day conflicts only between texts of one time, or where two speakers stand against each other - a union and a
    /// company, organisers and police; sums and
    /// shares conflict only where both belong to one name.
    ///
    /// ## Example
    /// "the capital, 430 km to the south" against "the capital, 379 km to the south".
    pub static VALUE_MISMATCH = { id: "value-mismatch", relation: Conflict, needs: conflict, check: Check::Pair(check) }
}

/// Bits of rare words near both figures, about one name, that a conflict needs.
const LOCAL: f64 = 3.0;
/// The same of an extent that has no noun: two words at least, as an extent lies between any two things.
const EXTENT: f64 = 7.0;

/// What every conflict of two quantities needs before its own test: one thing, one event, one time, much evidence.
pub(super) fn comparable(cx: &Context<'_>, pair: &Pair<'_>) -> bool {
    let facts = pair.facts;
    // One fine numeral in two currencies is one sum, and a sign was taken for another.
    let telling = |node: &Node<'_>| crate::facts::is_telling(cx, node);
    let resigned = pair.a.dimension != pair.b.dimension && (telling(pair.a) || telling(pair.b));
    let slip = (pair.is_slip() || resigned) && facts.one_story;
    // "Distance from the islands", each told once.
    let of = pair.a.claim.measure.as_deref().is_some_and(|measure| measure.contains('/'));
    let owned = pair.names_owner(|doc, name| cx.stories.tells(doc, name))
        || (of && facts.one_story && settled_measure(pair) && cx.is_only(pair.a) && cx.is_only(pair.b));
    let quarrel = pair.is_opposed() && (pair.a.party || pair.b.party);
    // Passengers are fewer than all on board, whoever counts them.
    let part = pair.a.class_name.is_some_and(|class| traits::of_class(class).has(Traits::CIRCUMSTANCE));
    // "A crew of | 28": a noun that is only supposed may be any group of those on board.
    let supposed = part && (objects::is_implied(pair.a) || objects::is_implied(pair.b));
    let one_thing = match facts.object {
        ObjectRelation::Same => true,
        ObjectRelation::Finer | ObjectRelation::Coarser
            if slip || quarrel && !part || settled_measure(pair) =>
        {
            true
        }
        ObjectRelation::Finer | ObjectRelation::Coarser if supposed => false,
        ObjectRelation::Finer => exceeds(pair.a, pair.b),
        ObjectRelation::Coarser => exceeds(pair.b, pair.a),
        // "The effective rate", "the federal rate": what the words beside both figures settle is one measure.
        ObjectRelation::Overlapping => settled_measure(pair) || slip,
        ObjectRelation::Absent => {
            facts.event == EventRelation::Same || facts.shared_figures > 0 || facts.near >= PLAIN || slip
        }
        _ => false,
    };
    let told_alike = facts.one_story && facts.event == EventRelation::Same;
    // The distance to a named town: the words around say more than any event.
    let lasting = matches!(pair.a.dimension, Dimension::Physical(_))
        && facts.object == ObjectRelation::Absent
        && facts.near >= if told_alike { EXTENT } else { 2.0 * PLAIN }
        && !matches!(facts.event, EventRelation::Contrast | EventRelation::Unlike)
        && pair.has(EVIDENCE.fits);
    // Of people many things are counted in one story: what is said of them must be one, or be said by one text only.
    let told = |node: &Node<'_>| node.lemma != 0;
    let unnamed = if pair.a.dimension == Dimension::Count {
        facts.near >= PLAIN && !(told(pair.a) && told(pair.b))
    } else {
        pair.a.class == 0 || pair.b.class == 0
    };
    let one_event = lasting
        || matches!(facts.event, EventRelation::Same | EventRelation::Near)
        || (facts.event == EventRelation::Unknown && (unnamed || slip) && pair.has(EVIDENCE.conflict + 1.0));
    let one_time = match facts.time {
        TimeRelation::Same => true,
        TimeRelation::Unknown => true,
        TimeRelation::Overlap => !(pair.a.firm && pair.b.firm) || nearly_one(pair),
        // A result is told with the day of the vote or with that of its count.
        TimeRelation::Apart(days) => {
            events::behaviour(cx, pair.a, pair.b) == Behaviour::Fixed
                && (!(pair.a.firm && pair.b.firm) || (days <= COUNTED && objects::owner(pair.a).is_some()))
                || pair.is_opposed()
                || (days <= PRINTED && slip)
        }
    };
    // Two figures of a running count differ truly only where both stand for the same time.
    let settled = events::behaviour(cx, pair.a, pair.b) == Behaviour::Fixed
        || (facts.order.is_none() && (facts.time != TimeRelation::Unknown || retold(pair)))
        || pair.is_opposed()
        || pair.is_history()
        || slip;
    // What differs in value must be told to be one measure by words that stand near both figures.
    let local = match pair.a.dimension {
        // An extent without a noun lies between any two things: one name, or many words, must tell which.
        Dimension::Physical(_) if facts.object == ObjectRelation::Absent && !one_name(pair) && !owned => {
            if facts.one_story {
                EXTENT
            } else {
                2.0 * PLAIN
            }
        }
        Dimension::Physical(_) => PLAIN,
        _ if pair.a.concepts.is_empty() || pair.b.concepts.is_empty() => PLAIN,
        _ => LOCAL,
    };
    // Counts of one thing at one time do not differ tenfold, but for a slip of the hand.
    let sized = match pair.a.dimension {
        Dimension::Count | Dimension::Money(_) | Dimension::Duration => true,
        // Nine kilometres off, 310 metres deep: extents so unlike are of two things, unless one numeral got another unit.
        Dimension::Physical(_) => {
            !settled_measure(pair) && digits::printed(pair.a) != digits::printed(pair.b)
        }
        _ => false,
    };
    let leap = sized
        && pair.anchors().is_some_and(|(x, y)| crate::rule::tenfold(x, y))
        && (facts.near < 2.0 * PLAIN || pair.a.dimension != Dimension::Count)
        && !slip
        && !retold(pair);
    let dated = pair.is_history() && facts.time == TimeRelation::Same && facts.event == EventRelation::Same;
    // "eight years", "seven years": what filled one and the same stretch of months or years.
    let stretch = |node: &Node<'_>| node.when.is_some_and(|when| when.count() > MONTH);
    let one_stretch = pair.a.dimension == Dimension::Duration
        && settled_measure(pair)
        && facts.time == TimeRelation::Same
        && facts.one_story
        && stretch(pair.a);
    let one_measure = facts.near >= local
        || one_stretch
        || (matches!(pair.a.dimension, Dimension::Money(_) | Dimension::Percent)
            && settled_measure(pair)
            && (facts.object == ObjectRelation::Same
                || (facts.object == ObjectRelation::Absent && facts.near >= LOCAL && one_name(pair)))
            && facts.one_story)
        || retold(pair)
        || facts.shared_figures > 0
        || slip
        || owned
        || (dated && facts.one_story)
        || (pair.is_opposed() && pair.a.dimension == Dimension::Count);
    // Beside a second quake of either text a magnitude may be that of another one.
    let quakes = pair.a.claim.unit.as_deref() == Some("magnitude")
        && (cx.tells_of_quakes(pair.a.doc) || cx.tells_of_quakes(pair.b.doc));
    // A bare extent and one with a noun of its own ("a depth of 12 miles") are two measures.
    let both_named =
        slip || pair.a.concepts.is_empty() == pair.b.concepts.is_empty() || settled_measure(pair);
    // A depth or a magnitude of another day is that of another event; a distance stays.
    let physical = matches!(pair.a.dimension, Dimension::Physical(_));
    let opposed = pair.a.dimension == Dimension::Count && pair.is_opposed();
    let apart = match facts.time {
        TimeRelation::Apart(days) => {
            !owned && !slip && !opposed && (facts.near < PLAIN || (physical && days > 1 && !lasting))
        }
        _ => false,
    };
    // Sums come together over stretches of time: two that differ much, of which one has no stretch of its own, are of two.
    let flow =
        |node: &Node<'_>| node.class_name.is_some_and(|class| traits::of_class(class).has(Traits::FLOW));
    let stretches = matches!(pair.a.dimension, Dimension::Money(_))
        && flow(pair.a)
        && !(pair.a.firm && pair.b.firm)
        && !slip
        && pair.anchors().is_some_and(|(x, y)| {
            let (low, high) = (x.0.abs().min(y.0.abs()), x.0.abs().max(y.0.abs()));
            low.checked_mul(STRETCH).is_some_and(|most| most < high)
        });
    // A rate of exchange, a price in brackets: a sum that is of nothing is compared with none.
    let measured = !matches!(pair.a.dimension, Dimension::Money(_) | Dimension::Percent)
        || (pair.a.claim.measure.is_some() && pair.b.claim.measure.is_some())
        || slip;
    let one_thing = one_thing
        && measured
        && !stretches
        && facts.place != PlaceRelation::Apart
        && one_measure
        && both_named
        && !apart
        && !leap
        && !quakes
        && facts.one_mood
        && facts.one_owner
        && (owned || slip || !objects::differ(pair.a, pair.b))
        && (resigned || !objects::named_apart(cx, pair.a, pair.b));
    one_thing
        && one_event
        && one_time
        && settled
        && !facts.crossing
        && (pair.has(EVIDENCE.conflict) || lasting)
}

/// Whether the same names stand near both figures, and no other.
fn one_name(pair: &Pair<'_>) -> bool {
    !pair.a.names.is_empty() && pair.a.names == pair.b.names
}

/// How many times the smaller of two sums the greater may be where only one tells its stretch of time.
const STRETCH: rust_decimal::Decimal = rust_decimal::Decimal::from_parts(125, 0, 0, false, 2);

/// Days of the longest month.
const MONTH: i64 = 31;

/// Days within which a slip of the hand is one of one statement.
const PRINTED: i64 = 45;

/// Days between a vote and the telling of its result.
const COUNTED: i64 = 3;

/// Whether the words beside both figures name one measure of a sum, a share or an extent.
fn settled_measure(pair: &Pair<'_>) -> bool {
    pair.a.dimension != Dimension::Count && pair.a.measure != 0 && pair.a.measure == pair.b.measure
}

/// Whether two periods differ by a fifth at most: "since 2007" told in 2015, "from 2007 to 2014".
fn nearly_one(pair: &Pair<'_>) -> bool {
    let (Some(x), Some(y)) = (pair.a.when, pair.b.when) else { return false };
    let shared = (x.to.min(y.to) - x.from.max(y.from)).num_days() + 1;
    5 * shared >= 4 * x.count().max(y.count())
}

/// Whether both sentences are one but for the figure.
fn retold(pair: &Pair<'_>) -> bool {
    pair.facts.containment >= crate::copies::ALIGNED
}

/// Whether a kind of the counted thing is said to be more than the whole, where no qualifier narrows the whole.
fn exceeds(part: &crate::node::Node<'_>, whole: &crate::node::Node<'_>) -> bool {
    let plain = whole.claim.object.as_ref().is_some_and(|object| {
        object.modifiers.iter().all(|modifier| {
            crate::words::content_words(modifier).iter().all(|word| part.object.binary_search(word).is_ok())
        })
    });
    plain && part.hard().zip(whole.hard()).is_some_and(|(part, whole)| whole.lies_below(&part))
}

/// Whether two measured extents differ by no more than the roundings of both: 15 miles and 16 miles.
fn within_rounding(pair: &Pair<'_>) -> bool {
    let Some((x, y)) = pair.quantities() else { return true };
    // One numeral with two units is no rounding of itself.
    if digits::printed(pair.a) == digits::printed(pair.b) && pair.a.claim.unit != pair.b.claim.unit {
        return false;
    }
    let (Some(p), Some(q), Some(g), Some(h)) = (x.anchor, y.anchor, x.granularity, y.granularity) else {
        return false;
    };
    matches!(pair.a.dimension, Dimension::Physical(_))
        && p.0
            .checked_sub(q.0)
            .zip(g.0.checked_add(h.0).and_then(|sum| sum.checked_div(rust_decimal::Decimal::TWO)))
            .is_some_and(|(difference, slack)| difference.abs() <= slack)
}

/// The axes of a quarrel over a figure: also who says so, where two speakers or one speaker stand against each other.
pub(super) fn axes(pair: &Pair<'_>) -> Vec<Axis> {
    match pair.facts.speaker {
        SpeakerRelation::Unknown => vec![Axis::Value],
        _ => vec![Axis::Value, Axis::Attribution],
    }
}

fn check(cx: &Context<'_>, pair: &Pair<'_>) -> Option<Verdict> {
    if !pair.is_disjoint() || within_rounding(pair) || within_tolerance(cx, pair) || !comparable(cx, pair) {
        return None;
    }
    let (p, q) = pair.quotes();
    let who = if pair.facts.speaker.is_shared() { " though both go back to one speaker" } else { "" };
    let points = pair.quantities().is_some_and(|(x, y)| x.hard.is_point() && y.hard.is_point());
    let apart = if points {
        String::new()
    } else {
        format!(": {} and {} have no value in common", reading(pair.a), reading(pair.b))
    };
    let why = format!("{p} and {q} cannot both be true{who}{apart}.");
    Some(pair.verdict(Relation::Conflict, &axes(pair), Severity::Discrepancy, why))
}

/// Whether the user's tolerance for the unit covers the difference.
fn within_tolerance(cx: &Context<'_>, pair: &Pair<'_>) -> bool {
    let Some((x, y)) = pair.anchors() else { return false };
    let of_unit = |node: &Node<'_>, unit: &str| node.claim.unit.as_deref() == Some(unit);
    let named = |unit: &str| of_unit(pair.a, unit) || of_unit(pair.b, unit);
    cx.config.tolerance.iter().filter(|t| named(&t.unit)).any(|t| {
        let slack = x.0.max(y.0).checked_mul(rust_decimal::Decimal::new(i64::from(t.percent), 2));
        match (x.0.checked_sub(y.0), slack) {
            (Some(difference), Some(slack)) => difference.abs() <= slack,
            _ => false,
        }
    })
}
