//! The rule `running-figure`.

use std::cmp::Ordering;

use crosscheck_lexicon::concept::ConceptRef;
use crosscheck_lexicon::measures::Behaviour;
use crosscheck_lexicon::traits::Traits;
use crosscheck_model::{Axis, Bound, Relation, Severity};

use rust_decimal::prelude::ToPrimitive as _;

use crate::context::Context;
use crate::digits::tenfold;
use crate::events;
use crate::facts::{EventRelation, PLAIN, SpeakerRelation, TimeRelation, days_in_words};
use crate::node::{Dimension, Node};
use crate::objects::{self, ObjectRelation};
use crate::rule::{Check, EVIDENCE, Pair, Verdict, quote};

crate::declare_rule! {
    /// Links the earlier and the later state of a figure that runs: a toll, the missing, an area burnt, the age of a person over the years.
    ///
    /// ## Why it matters
    /// Most differing numbers in news are one count at two times, not a quarrel.
    ///
    /// ## When it stays silent
    /// Neither text is known to be later and no word ("previous toll", "risen to") orders them; the measure does not change from day to day
    /// (a population, a distance); both figures can stand for one count (see `overlapping-bounds`); a side's
    /// figure stands against another's (see `value-mismatch`); the digits are the same but for a slip (see `digit-slip`).
    ///
    /// ## Example
    /// "at least 31 dead" on Monday and "43 killed" on Tuesday, of one attack.
    pub static RUNNING_FIGURE = { id: "running-figure", relation: Updates, needs: updates, check: Check::Pair(check) }
}

/// Bits of rare words near both figures where no event class ties them.
const LOCAL: f64 = 4.0;

/// Days over which one event is told without its day.
const WEEKS: i64 = 21;

/// Cues that a figure is the older one.
pub(super) fn is_superseded(node: &Node<'_>) -> bool {
    node.withdrawn
}

/// Cues that a figure corrects another.
pub(super) fn is_revised(node: &Node<'_>) -> bool {
    node.claim.cues.iter().any(|cue| matches!(cue.as_str(), "revised" | "updated" | "corrected"))
}

/// Cues that a figure is the newest state of a count.
pub(super) fn is_running(node: &Node<'_>) -> bool {
    node.claim.cues.iter().any(|cue| matches!(cue.as_str(), "risen_to" | "fallen_to" | "so_far" | "updated"))
}

/// Which claim is the later state: by cue, else by time.
pub(super) fn later_is_a(pair: &Pair<'_>) -> Option<bool> {
    match (is_superseded(pair.a), is_superseded(pair.b)) {
        (true, false) => Some(false),
        (false, true) => Some(true),
        _ => pair.facts.order.map(|order| order == Ordering::Greater),
    }
}

/// Which claim is the later state of a count that only grows, or only falls, where no time tells.
///
/// Two speakers who give two figures on one day may well disagree, and two figures that name the same time do: nothing is
/// taken for granted of them.
fn grown(pair: &Pair<'_>, behaviour: Behaviour) -> Option<bool> {
    let one_time = pair.a.firm && pair.b.firm && pair.facts.time == TimeRelation::Same;
    // The same words about the same figure of the same day: no state is later than the other.
    let one_name = !pair.a.names.is_empty() && pair.a.names == pair.b.names;
    let retold =
        pair.facts.near >= 2.0 * PLAIN || (one_name && pair.facts.near >= PLAIN) || pair.facts.is_aligned();
    let both_open = one_sided(pair.a.claim.bound) && one_sided(pair.b.claim.bound);
    let retold = retold && !both_open && !is_running(pair.a) && !is_running(pair.b);
    // The same digits in another order are a slip of the hand sooner than two states of one day.
    if pair.facts.speaker == SpeakerRelation::Different || one_time || retold || pair.is_slip() {
        return None;
    }
    let (x, y) = pair.anchors()?;
    match behaviour {
        Behaviour::Up => Some(x > y),
        Behaviour::Down => Some(x < y),
        _ => None,
    }
}

fn one_sided(bound: Bound) -> bool {
    matches!(bound, Bound::MoreThan | Bound::AtLeast)
}

/// "27 when charged", "29 when convicted": a person's age in texts of two years.
fn aged(pair: &Pair<'_>) -> Option<Verdict> {
    let years = |node: &Node<'_>| node.claim.value.as_ref()?.point;
    let (x, y) = (years(pair.a)?, years(pair.b)?);
    let (day, other) = (pair.a.published?.date, pair.b.published?.date);
    let grown = y.0.checked_sub(x.0)?.to_i32()?;
    let later_is_a = grown < 0;
    let years = if later_is_a { day.years_since(other) } else { other.years_since(day) }?;
    // Before this year's birthday, and after it.
    let fits = years.abs_diff(grown.unsigned_abs()) <= 1 && grown != 0;
    if pair.a.dimension != Dimension::Age
        || pair.facts.object != ObjectRelation::Same
        || !fits
        || !pair.has(EVIDENCE.updates)
    {
        return None;
    }
    let (late, early) = if later_is_a { (pair.a, pair.b) } else { (pair.b, pair.a) };
    let why = format!(
        "{} ({}) is {} ({}) some years older.",
        quote(late),
        day_of(late),
        quote(early),
        day_of(early)
    );
    Some(pair.verdict(Relation::Updates, &[Axis::Value], Severity::Note, why).pointing(!later_is_a))
}

fn check(cx: &Context<'_>, pair: &Pair<'_>) -> Option<Verdict> {
    if let Some(verdict) = aged(pair) {
        return Some(verdict);
    }
    let (x, y) = pair.quantities()?;
    let cued = is_superseded(pair.a) || is_superseded(pair.b);
    let behaviour = events::behaviour(cx, pair.a, pair.b);
    // Two lower bounds of two days can both be true and still are two states of one count.
    let states = one_sided(pair.a.claim.bound)
        && one_sided(pair.b.claim.bound)
        && matches!(pair.facts.time, TimeRelation::Apart(_))
        && pair.facts.one_story
        && !pair.a.concepts.iter().any(objects::is_stand_in);
    let object = matches!(pair.facts.object, ObjectRelation::Same)
        || (pair.facts.object == ObjectRelation::Absent && pair.facts.event == EventRelation::Same)
        || (matches!(
            pair.facts.object,
            ObjectRelation::Finer
                | ObjectRelation::Coarser
                | ObjectRelation::Overlapping
                | ObjectRelation::Absent
        ) && pair.a.dimension == Dimension::Count
            && (pair.facts.event == EventRelation::Same || pair.facts.near >= PLAIN || states));
    let one_event = matches!(pair.facts.event, EventRelation::Same | EventRelation::Near)
        || (pair.facts.near >= LOCAL && pair.has(EVIDENCE.conflict))
        || states;
    // Counts of one thing rarely grow tenfold between two articles.
    let leap = pair.a.dimension == Dimension::Count
        && pair.anchors().is_some_and(|(x, y)| tenfold(x, y))
        && pair.facts.near < LOCAL
        && !cued;
    // The same digits tenfold, or of a count that nothing says to run, are a slip sooner than two states.
    let slipped = pair.is_slip()
        && (pair.a.class == 0 || pair.b.class == 0 || pair.anchors().is_some_and(|(x, y)| tenfold(x, y)));
    // A figure with a day of its own weeks before the other's document is of another event.
    let elsewhere = match pair.facts.time {
        TimeRelation::Apart(days) => {
            days > WEEKS && pair.a.firm != pair.b.firm && pair.facts.near < 2.0 * PLAIN && !cued
        }
        _ => false,
    };
    // Things found damaged are found destroyed the day after: the count goes on under the other word.
    let ruin = pair.facts.event == EventRelation::Contrast
        && matches!(
            pair.facts.object,
            ObjectRelation::Same | ObjectRelation::Coarser | ObjectRelation::Finer
        )
        && !pair.a.concepts.iter().chain(pair.b.concepts.iter()).any(ConceptRef::is_person)
        && matches!(pair.facts.time, TimeRelation::Apart(days) if days <= WEEKS)
        && pair.facts.near >= LOCAL
        && later_is_a(pair)
            .is_some_and(|a| pair.anchors().is_some_and(|(x, y)| if a { x > y } else { y > x }));
    // A march of another day is another march.
    let held = |node: &Node<'_>| node.firm && node.is_of(Traits::HELD);
    let other =
        matches!(pair.facts.time, TimeRelation::Apart(days) if days > 1) && held(pair.a) && held(pair.b);
    let one_event = (one_event || ruin)
        && !elsewhere
        && !other
        && pair.facts.one_mood
        && pair.facts.one_owner
        && !leap
        && !pair.is_opposed()
        && !(slipped && !cued && !is_running(pair.a) && !is_running(pair.b))
        && !pair.is_history();
    if !one_event
        || (behaviour == Behaviour::Fixed && !cued)
        || !object
        || objects::is_other_cell(pair.a, pair.b)
        || pair.facts.crossing
        || (pair.facts.event == EventRelation::Contrast && !ruin)
    {
        return None;
    }
    let both_open = one_sided(pair.a.claim.bound) && one_sided(pair.b.claim.bound);
    let differ = x.hard.is_disjoint(&y.hard)
        || pair.is_two_states()
        || (x.soft.is_disjoint(&y.soft) || both_open) && x.anchor != y.anchor;
    // Troops and officers are near one another, and yet two counts: what merely overlaps needs more in common.
    let needed = match pair.facts.object {
        _ if ruin => EVIDENCE.fits,
        ObjectRelation::Overlapping => EVIDENCE.conflict,
        _ => EVIDENCE.updates,
    };
    if !differ || !pair.has(needed) {
        return None;
    }
    let known = later_is_a(pair);
    let later_is_a = known.or_else(|| grown(pair, behaviour))?;
    let (late, early) = if later_is_a { (pair.a, pair.b) } else { (pair.b, pair.a) };
    let falls = match (
        late.quantity?.anchor.or(late.quantity?.hard.lo),
        early.quantity?.anchor.or(early.quantity?.hard.lo),
    ) {
        (Some(new), Some(old)) => new < old,
        _ => false,
    };
    let against = (falls && behaviour == Behaviour::Up) || (!falls && behaviour == Behaviour::Down);
    let revised = is_revised(late) || cued;
    if against && !revised && !is_stale(pair) {
        return None;
    }
    let why = format!(
        "{} ({}) is {} of {} ({}){}.",
        quote(late),
        day_of(late),
        if known.is_some() {
            "the later state"
        } else {
            "taken for a later state, as such figures run one way,"
        },
        quote(early),
        day_of(early),
        match (against, revised) {
            (true, true) => ": the earlier figure was corrected",
            (true, false) if falls =>
                ", though such figures do not fall: one text may repeat a superseded figure",
            (true, false) => ", though such figures do not rise: one text may repeat a superseded figure",
            _ => "",
        }
    );
    let severity = if against && !revised { Severity::Tension } else { Severity::Note };
    let axes: &[Axis] = if ruin { &[Axis::Object, Axis::Value] } else { &[Axis::Value] };
    let verdict = pair.verdict(Relation::Updates, axes, severity, why).pointing(!later_is_a);
    Some(match (against, revised) {
        (true, true) => verdict.flag("corrects"),
        (true, false) => verdict.flag("stale"),
        _ => verdict,
    })
}

/// Whether a figure that runs against its kind is at least of the same count: the same thing in the same state, and of the same size.
///
/// Five children are no later state of 14 dead, nor are seven bodies of 77; what no text calls a correction is a repeated figure or another
/// count.
fn is_stale(pair: &Pair<'_>) -> bool {
    let near = pair.anchors().is_some_and(|(x, y)| {
        let (low, high) = (x.0.abs().min(y.0.abs()), x.0.abs().max(y.0.abs()));
        low.checked_mul(rust_decimal::Decimal::TWO).is_none_or(|double| double > high)
    });
    let one_party = pair.a.party == pair.b.party;
    near && one_party
        && pair.facts.event == EventRelation::Same
        && matches!(pair.facts.object, ObjectRelation::Same | ObjectRelation::Absent)
}

/// The day a claim stands for: its own where it has one, else that of its document.
fn day_of(node: &Node<'_>) -> String {
    match (node.when.filter(|_| node.firm), node.published) {
        (Some(when), _) => days_in_words(Some(when)),
        (None, Some(published)) => published.to_string(),
        (None, None) => days_in_words(node.when),
    }
}
