//! The rule `running-figure`.

use std::cmp::Ordering;

use crosscheck_lexicon::concept::ConceptRef;
use crosscheck_lexicon::measures::Behaviour;
use crosscheck_lexicon::traits::{self, Traits};
use crosscheck_model::{Axis, Bound, Number, Relation, Severity};

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;

use crate::context::Context;
use crate::digits::tenfold;
use crate::facts::{EventRelation, PLAIN, SpeakerRelation, TimeRelation, days_in_words};
use crate::measurand;
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
    /// figure stands against another's, or one speaker denies what another counts (see `value-mismatch`); the digits are the same but for a slip (see `digit-slip`).
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
    let retold = retold && !are_both_open(pair) && !is_running(pair.a) && !is_running(pair.b);
    // The same digits in another order are a slip of the hand sooner than two states of one day.
    let tally = pair.is_tally();
    let quarrel = pair.facts.speaker == SpeakerRelation::Different || retold;
    if (quarrel && !tally) || one_time || pair.is_slip() {
        return None;
    }
    let (x, y) = pair.anchors()?;
    // "No injuries were reported", "588 were hurt": nobody was, until somebody was.
    if behaviour != Behaviour::Down && pair.is_none_against_some() {
        return Some(x > y);
    }
    let mounts = |node: &Node<'_>| node.is_of(Traits::MOUNTS);
    match behaviour {
        Behaviour::Up => Some(x > y),
        Behaviour::Down => Some(x < y),
        // The hurt are counted up on the day, though some of them die later.
        Behaviour::Either if tally && mounts(pair.a) && mounts(pair.b) => Some(x > y),
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

/// "Up 22 percent at the opening", "soared 17 percent": what one firm's shares did through one day.
fn moved(pair: &Pair<'_>) -> Option<Verdict> {
    let Pair { a, b, facts } = *pair;
    let one_day = matches!(facts.time, TimeRelation::Same | TimeRelation::Overlap)
        && a.when.zip(b.when).is_some_and(|(x, y)| x == y && x.count() == 1);
    let one_firm = a.is_of(Traits::MOVES)
        && a.is_of(Traits::OWNED)
        && a.measure != 0
        && a.measure == b.measure
        && objects::owner(a).is_some()
        && facts.object == ObjectRelation::Same;
    let (up, down) = (a.claim.change, b.claim.change);
    let one_way = up.zip(down).is_none_or(|(x, y)| x == y);
    if !one_firm
        || !one_day
        || !one_way
        || a.doc == b.doc
        || !facts.one_story
        || !facts.one_mood
        || has_drifted(pair)
        || pair.is_slip()
        || !differ(pair)?
        || !pair.has(EVIDENCE.updates)
    {
        return None;
    }
    let why = format!(
        "{} and {} are two states of what moves through the day; {}.",
        quote(a),
        quote(b),
        if facts.order.is_some() {
            "the one of the later article is the later"
        } else {
            "which is the later is not told"
        }
    );
    // Where no time tells, the greater move stands first, so that the order of the articles does not matter.
    let later_is_a = later_is_a(pair).or_else(|| pair.anchors().map(|(x, y)| x > y))?;
    Some(pair.verdict(Relation::Updates, &[Axis::Value], Severity::Note, why).pointing(!later_is_a))
}

fn check(_: &Context<'_>, pair: &Pair<'_>) -> Option<Verdict> {
    if let Some(verdict) = aged(pair).or_else(|| moved(pair)) {
        return Some(verdict);
    }
    let cued = is_superseded(pair.a) || is_superseded(pair.b);
    let behaviour = pair.facts.behaviour;
    let ruin = is_ruin(pair);
    let states = are_bounds_of_two_days(pair);
    if (behaviour == Behaviour::Fixed && !cued)
        || !is_one_thing(pair, states)
        || !is_one_event(pair, states || ruin)
        || (pair.facts.event == EventRelation::Contrast && !ruin)
        || is_elsewhere(pair, cued)
        || !cued && pair.is_of_two_places()
        || is_mistyped(pair, cued)
        || is_of_one_day_each(pair)
        || has_drifted(pair)
        || !pair.facts.one_mood
        || pair.a.required && pair.facts.near < 2.0 * PLAIN
        || pair.is_opposed()
        || pair.is_history()
        || is_denied(pair)
    {
        return None;
    }
    // Troops and officers are near one another, and yet two counts: what merely overlaps needs more in common.
    let needed = match pair.facts.object {
        _ if ruin => EVIDENCE.fits,
        ObjectRelation::Overlapping => EVIDENCE.conflict,
        _ => EVIDENCE.updates,
    };
    if !differ(pair)? || !pair.has(needed) {
        return None;
    }
    let known = later_is_a(pair);
    let later_is_a = known.or_else(|| grown(pair, behaviour))?;
    let course = Course::of(pair, behaviour, later_is_a)?;
    let axes: &[Axis] = if ruin { &[Axis::Object, Axis::Value] } else { &[Axis::Value] };
    let severity = if course == Course::Stale { Severity::Tension } else { Severity::Note };
    let why = in_words(pair, later_is_a, known.is_some(), course);
    let verdict = pair.verdict(Relation::Updates, axes, severity, why).pointing(!later_is_a);
    Some(match course {
        Course::Natural => verdict,
        Course::Corrected => verdict.flag("corrects"),
        Course::Stale => verdict.flag("stale"),
    })
}

/// Whether one speaker says that there were none after, or while, another tells of some: nobody counts down to nothing.
fn is_denied(pair: &Pair<'_>) -> bool {
    let none_is_later = match pair.facts.order {
        None => true,
        Some(order) => pair.a.is_none() == (order == Ordering::Greater),
    };
    pair.is_none_against_some() && pair.facts.speaker == SpeakerRelation::Different && none_is_later
}

/// Two lower bounds of two days can both be true and still are two states of one count.
fn are_bounds_of_two_days(pair: &Pair<'_>) -> bool {
    are_both_open(pair)
        && matches!(pair.facts.time, TimeRelation::Apart(_))
        && pair.facts.one_story
        && !pair.a.concepts.iter().any(objects::is_stand_in)
}

/// "Dozens", "hundreds".
fn are_both_vague(pair: &Pair<'_>) -> bool {
    pair.a.claim.bound == Bound::Vague && pair.b.claim.bound == Bound::Vague
}

fn are_both_open(pair: &Pair<'_>) -> bool {
    one_sided(pair.a.claim.bound) && one_sided(pair.b.claim.bound)
}

/// Whether both count one thing, or things that stand for one another where the event or the words around are one.
fn is_one_thing(pair: &Pair<'_>, states: bool) -> bool {
    let Pair { a, b, facts } = *pair;
    let one_event = facts.event == EventRelation::Same;
    let one = match facts.object {
        ObjectRelation::Same => true,
        ObjectRelation::Absent if one_event => true,
        // "The jackpot", "the prize": what the words beside both sums settle is one measure.
        found if found.is_related() && measurand::is_settled(pair) => true,
        ObjectRelation::Finer
        | ObjectRelation::Coarser
        | ObjectRelation::Overlapping
        | ObjectRelation::Absent => {
            a.dimension == Dimension::Count && (one_event || facts.near >= PLAIN || states)
        }
        _ => false,
    };
    one && facts.one_owner && !objects::is_other_cell(a, b) && !facts.crossing
}

/// Whether both are of one event by their predicates, by the words around, or because their states run on.
fn is_one_event(pair: &Pair<'_>, runs_on: bool) -> bool {
    matches!(pair.facts.event, EventRelation::Same | EventRelation::Near)
        || (pair.facts.near >= LOCAL && pair.has(EVIDENCE.conflict))
        || runs_on
}

/// Things found damaged are found destroyed the day after: the count goes on under the other word.
fn is_ruin(pair: &Pair<'_>) -> bool {
    let Pair { a, b, facts } = *pair;
    let grows =
        |later_is_a: bool| pair.anchors().is_some_and(|(x, y)| if later_is_a { x > y } else { y > x });
    facts.event == EventRelation::Contrast
        && matches!(facts.object, ObjectRelation::Same | ObjectRelation::Coarser | ObjectRelation::Finer)
        && !a.concepts.iter().chain(b.concepts.iter()).any(ConceptRef::is_person)
        && matches!(facts.time, TimeRelation::Apart(days) if days <= WEEKS)
        && facts.near >= LOCAL
        && later_is_a(pair).is_some_and(grows)
}

/// Whether the days say that one figure is of another event.
fn is_elsewhere(pair: &Pair<'_>, cued: bool) -> bool {
    let TimeRelation::Apart(days) = pair.facts.time else { return false };
    // A figure with a day of its own weeks before the other's document.
    let weeks = days > WEEKS && pair.a.firm != pair.b.firm && pair.facts.near < 2.0 * PLAIN && !cued;
    // A march of another day is another march.
    let held = |node: &Node<'_>| node.firm && node.is_of(Traits::HELD);
    weeks || (days > 1 && held(pair.a) && held(pair.b))
}

/// Whether the digits speak for a slip, or for another count, sooner than for two states.
fn is_mistyped(pair: &Pair<'_>, cued: bool) -> bool {
    // "Hundreds", "thousands" have no digits to mistype, and from none to some is no leap.
    let vague = |node: &Node<'_>| node.claim.bound == Bound::Vague;
    let leap = !(vague(pair.a) && vague(pair.b))
        && pair.anchors().is_some_and(|(x, y)| tenfold(x, y) && x != Number::ZERO && y != Number::ZERO);
    // Counts of one thing rarely grow tenfold between two articles.
    let another = leap && pair.a.dimension == Dimension::Count && pair.facts.near < LOCAL;
    // The same digits tenfold, or of a count that nothing says to run.
    let slipped = pair.is_slip() && (pair.a.class == 0 || pair.b.class == 0 || leap);
    // One text prints the other's words with two digits exchanged, or one numeral has another unit.
    let copied = pair.is_slip() && pair.facts.is_aligned();
    let swapped =
        pair.is_reunited() && pair.is_disjoint() && pair.facts.one_story && pair.facts.near >= PLAIN;
    !cued && (copied || swapped || another || (slipped && !is_running(pair.a) && !is_running(pair.b)))
}

/// What shares lost on Thursday is no earlier state of what they lost on Friday, nor are the flights cancelled on Thursday one of Friday's.
fn is_of_one_day_each(pair: &Pair<'_>) -> bool {
    let of_day =
        |node: &Node<'_>| node.is_of(Traits::DAILY) && node.when.is_none_or(|days| days.count() == 1);
    let departs =
        |node: &Node<'_>| node.concepts.iter().any(|kind| traits::of_word(kind.head()).has(Traits::DEPARTS));
    let firm = pair.a.firm && pair.b.firm;
    let apart = matches!(pair.facts.time, TimeRelation::Apart(days) if firm || days > WEEKS);
    of_day(pair.a) && of_day(pair.b) || apart && departs(pair.a) && departs(pair.b)
}

/// How many times the lower price or prize the higher one may be: 1.25.
const DRIFT: Decimal = Decimal::from_parts(125, 0, 0, false, 2);

/// Whether a price or a prize is so far from the other that it is of another draw, bid or season.
fn has_drifted(pair: &Pair<'_>) -> bool {
    (pair.a.is_of(Traits::DRIFTS) || pair.b.is_of(Traits::DRIFTS))
        && pair.anchors().is_some_and(|(x, y)| {
            let (low, high) = (x.0.abs().min(y.0.abs()), x.0.abs().max(y.0.abs()));
            low.checked_mul(DRIFT).is_some_and(|most| most < high)
        })
}

/// Whether the figures are two, and not two roundings of one.
fn differ(pair: &Pair<'_>) -> Option<bool> {
    let (x, y) = pair.quantities()?;
    Some(
        x.hard.is_disjoint(&y.hard)
            || pair.is_two_states()
            || (x.soft.is_disjoint(&y.soft) || are_both_open(pair)) && x.anchor != y.anchor
            || are_both_vague(pair) && x.soft.is_disjoint(&y.soft),
    )
}

/// How the later figure stands to the course of its kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Course {
    /// A toll rises, the missing fall.
    Natural,
    /// It runs the other way, and a text says that it was corrected.
    Corrected,
    /// It falls and should not: a superseded figure was repeated.
    Stale,
}

impl Course {
    /// `None` where a figure runs against its kind and is hardly of the same count.
    fn of(pair: &Pair<'_>, behaviour: Behaviour, later_is_a: bool) -> Option<Self> {
        let falls = falls(pair, later_is_a);
        let late = if later_is_a { pair.a } else { pair.b };
        let cued = is_superseded(pair.a) || is_superseded(pair.b);
        match behaviour {
            Behaviour::Up if falls && (is_revised(late) || cued) => Some(Self::Corrected),
            Behaviour::Up if falls => is_stale(pair).then_some(Self::Stale),
            // More missing than before are more that were reported, unless a text speaks of a correction.
            Behaviour::Down if !falls && (is_revised(late) || cued) => Some(Self::Corrected),
            _ => Some(Self::Natural),
        }
    }
}

fn falls(pair: &Pair<'_>, later_is_a: bool) -> bool {
    let size = |node: &Node<'_>| node.quantity.and_then(|quantity| quantity.anchor.or(quantity.hard.lo));
    let (late, early) = if later_is_a { (pair.a, pair.b) } else { (pair.b, pair.a) };
    size(late).zip(size(early)).is_some_and(|(new, old)| new < old)
}

fn in_words(pair: &Pair<'_>, later_is_a: bool, known: bool, course: Course) -> String {
    let (late, early) = if later_is_a { (pair.a, pair.b) } else { (pair.b, pair.a) };
    let state =
        if known { "the later state" } else { "taken for a later state, as such figures run one way," };
    let course = match course {
        Course::Natural => "",
        Course::Corrected => ": the earlier figure was corrected",
        Course::Stale => ", though such figures do not fall: one text may repeat a superseded figure",
    };
    format!("{} ({}) is {state} of {} ({}){course}.", quote(late), day_of(late), quote(early), day_of(early))
}

/// Whether a figure that runs against its kind is at least of the same count: the same thing in the same state, and of the same size.
///
/// Five children are no later state of 14 dead, nor are seven bodies of 77; what no text calls a correction is a repeated figure or another
/// count.
fn is_stale(pair: &Pair<'_>) -> bool {
    let near = pair.anchors().is_some_and(|(x, y)| {
        let (low, high) = (x.0.abs().min(y.0.abs()), x.0.abs().max(y.0.abs()));
        low.checked_mul(Decimal::TWO).is_none_or(|double| double > high)
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
