//! How the times of two claims stand to each other, and when far times are no bar.

use std::cmp::Ordering;

use chrono::{NaiveTime, Timelike as _};
use crosscheck_lexicon::measures::Behaviour;
use crosscheck_lexicon::time::{TimeWord, time_word};
use crosscheck_lexicon::traits::Traits;
use crosscheck_model::raw::Deixis;
use crosscheck_model::{Basis, Granularity, Moment, Number, TimexMod};

use crate::context::Context;
use crate::events;
use crate::facts::TimeRelation;
use crate::node::{Days, Dimension, Node, Open};

/// Days beyond which two reports are of different times whatever else they share.
pub(crate) const FAR: i64 = 45;

/// How two claims stand to each other in time.
pub(crate) fn time(a: &Node<'_>, b: &Node<'_>) -> TimeRelation {
    let own = match (a.when, b.when) {
        (Some(x), Some(y)) if x == y => TimeRelation::Same,
        (Some(x), Some(y)) if x.overlaps(y) => TimeRelation::Overlap,
        (Some(x), Some(y)) => TimeRelation::Apart(x.gap(y)),
        _ => TimeRelation::Unknown,
    };
    // The day of its document says little of a claim; the dates of its sentence may tell when it holds.
    if matches!(own, TimeRelation::Apart(_) | TimeRelation::Unknown) && !(a.firm && b.firm) {
        let told = |node: &Node<'_>| node.when.filter(|_| node.firm).into_iter().chain(node.dates.to_vec());
        if told(a).any(|x| told(b).any(|y| x.overlaps(y))) {
            return TimeRelation::Overlap;
        }
    }
    own
}

/// Whether claims that stand for far times may still be about one: dates are compared as such, and what does not change may be told with or
/// without its time.
pub(crate) fn is_timeless(cx: &Context<'_>, a: &Node<'_>, b: &Node<'_>, one_figure: bool) -> bool {
    // Eight died here this week, and eight elsewhere years ago, in this article or in one of that time.
    let small =
        a.dimension == Dimension::Count && a.anchor().is_some_and(|anchor| anchor < Number::from(100));
    let far_apart =
        a.published.zip(b.published).is_some_and(|(x, y)| (x.date - y.date).num_days().abs() > FAR);
    if small && one_figure && (is_background(a) != is_background(b) || far_apart) {
        return false;
    }
    // The fine of three years ago is not this week's, though neither changes.
    let once = |node: &Node<'_>| node.is_of(Traits::FOR_DEEDS);
    if !one_figure && once(a) && once(b) && is_background(a) != is_background(b) {
        return false;
    }
    a.dimension == Dimension::Calendar
        || ((!(a.firm && b.firm) || is_of_reporting(a) || is_of_reporting(b))
            && (one_figure || events::behaviour(cx, a, b) == Behaviour::Fixed))
}

/// Whether a claim is told of a time long before its document.
pub(crate) fn is_background(node: &Node<'_>) -> bool {
    node.when
        .filter(|_| node.firm)
        .zip(node.published)
        .is_some_and(|(when, published)| (published.date - when.to).num_days() > FAR)
}

/// Whether the time of a claim is a day of the week before its document: the day on which something was told, as likely as not.
fn is_of_reporting(node: &Node<'_>) -> bool {
    node.when.zip(node.published).is_some_and(|(when, published)| {
        when.count() == 1 && (0..=7).contains(&(published.date - when.to).num_days())
    })
}

/// Which is the earlier: by firm time, else by publication.
pub(crate) fn order(a: &Node<'_>, b: &Node<'_>) -> Option<Ordering> {
    // The day of a blast is no day of the count: nine it killed on Tuesday, told on Friday, come after eight told on Thursday.
    let of_incident =
        |node: &Node<'_>| node.firm && node.claim.when.basis != Basis::AsOf && node.is_of(Traits::INCIDENT);
    let counted = a.dimension == Dimension::Count
        && of_incident(a) != of_incident(b)
        && !is_background(a)
        && !is_background(b);
    // Of what is yet to come the later article tells the later state.
    let ahead = a.is_ahead() && b.is_ahead() && a.dimension != Dimension::Calendar;
    if let (Some(x), Some(y)) = (a.when, b.when)
        && !x.overlaps(y)
        && !counted
        && !ahead
    {
        return Some(x.from.cmp(&y.from));
    }
    // "As of 9 a.m.", "as of 1 p.m."
    if let Some((x, y)) = as_of(a).zip(as_of(b)).filter(|(x, y)| x != y) {
        return Some(x.cmp(&y));
    }
    let (x, y) = (a.published?, b.published?);
    match (x.time, y.time) {
        (Some(_), Some(_)) => Some((x.date, x.time).cmp(&(y.date, y.time))),
        _ => Some(x.date.cmp(&y.date)),
    }
    .filter(|order| order.is_ne())
}

/// The moment up to which a figure was counted, where its text tells it to the hour.
fn as_of(node: &Node<'_>) -> Option<(chrono::NaiveDate, NaiveTime)> {
    let when = &node.claim.when;
    let moment = when.to.or(when.from).filter(|_| when.basis == Basis::AsOf)?;
    Some((moment.date, moment.time?))
}

/// The zone that a clock time names.
#[derive(PartialEq, Eq)]
pub(crate) enum Zone {
    /// "GMT", "UTC".
    Greenwich,
    /// "local time".
    Local,
}

/// The zone that the words of a claim name.
pub(crate) fn zone(node: &Node<'_>) -> Option<Zone> {
    let lower = node.claim.surface.to_lowercase();
    let mut words = lower.split(|c: char| !c.is_alphabetic());
    if words.clone().any(|word| time_word(word) == Some(TimeWord::Zone(0))) {
        return Some(Zone::Greenwich);
    }
    words.any(|word| word == "local").then_some(Zone::Local)
}

/// Both clock times, as they stand on one clock: two that are written alike are one, whichever zone each text was read in.
pub(crate) fn clocks(a: &Node<'_>, b: &Node<'_>) -> Option<(NaiveTime, NaiveTime)> {
    if (zone(a) == Some(Zone::Greenwich)) != (zone(b) == Some(Zone::Greenwich)) {
        return None;
    }
    let (x, y) = (a.clock()?, b.clock()?);
    let written = |node: &Node<'_>| node.claim.date.as_ref().and_then(|date| date.timex.clone());
    Some(if written(a) == written(b) { (x, x) } else { (x, y) })
}

/// Whether two clock times, one of Greenwich and one of an unnamed zone, show no sign of one moment: a zone leaves the minutes alone, and
/// full and half hours are the same in all of them.
pub(crate) fn zones_apart(a: &Node<'_>, b: &Node<'_>) -> bool {
    let Some((x, y)) = a.clock().zip(b.clock()) else { return false };
    clocks(a, b).is_none() && x != y && !same_minutes(x, y)
}

/// Days within which two clock times may be of one day, where one has no day but its document's.
const EDITIONS: i64 = 3;

/// Whether two clock times may be of one day: that of the article says little of one that names none.
pub(crate) fn same_clock_days(a: &Node<'_>, b: &Node<'_>) -> bool {
    let (Some(x), Some(y)) = (a.days, b.days) else { return false };
    let undated = |node: &Node<'_>| {
        let carried = node.claim.date.as_ref().is_some_and(|date| date.carried.is_some());
        node.clock().is_some() && (node.claim.when.basis == Basis::Document || carried)
    };
    x == y
        || (undated(a) || undated(b)) && x.gap(y) <= EDITIONS && a.clock().is_some() && a.clock() == b.clock()
}

/// Whether a clock time has its day from another sentence.
pub(crate) fn is_lent(node: &Node<'_>) -> bool {
    let carried = node.claim.date.as_ref().and_then(|date| date.carried);
    node.clock().is_some() && carried == Some(Deixis::Mentioned)
}

/// Whether both ends of a stretch of time are printed: "between October 2015 and March 2021".
pub(crate) fn is_range(node: &Node<'_>) -> bool {
    let timex = node.claim.date.as_ref().and_then(|date| date.timex.as_deref());
    node.dimension == Dimension::Calendar && timex.is_some_and(|timex| timex.contains('/'))
}

/// Whether two printed stretches have one end in common and not the other.
pub(crate) fn share_one_end(a: &Node<'_>, b: &Node<'_>) -> bool {
    let (Some(x), Some(y)) = (a.days, b.days) else { return false };
    is_range(a) && is_range(b) && (x.from == y.from) != (x.to == y.to)
}

/// Whether two texts tell one stretch of time from end to end: "from 1973 to 1990", "between 1973 and 1990".
pub(crate) fn is_one_stretch(a: &Node<'_>, b: &Node<'_>) -> bool {
    is_range(a) && is_range(b) && a.days.is_some() && a.days == b.days
}

/// Minutes between what two texts tell of the hours: clock times and parts of the day; nought where these meet or a text tells the day alone.
pub(crate) fn minutes_apart(a: &Node<'_>, b: &Node<'_>) -> i64 {
    // Hours of two zones are not compared, and a text that names its local time beside may have been read by it.
    let greenwich = zone(a) == Some(Zone::Greenwich) || zone(b) == Some(Zone::Greenwich);
    if greenwich && a.days.zip(b.days).is_none_or(|(x, y)| x.overlaps(y)) {
        return clocks(a, b).map_or(0, |(x, y)| (x - y).num_minutes().abs());
    }
    // Of two days what no zone explains is left.
    // "At 5.30 p.m.", "that evening": where an evening begins each teller says for himself.
    let loose = if is_part_of_day(a) != is_part_of_day(b) { PART } else { 0 };
    let slack = if greenwich { ZONES } else { loose };
    let span = |node: &Node<'_>| {
        let date = node.claim.date.as_ref()?;
        let (from, to) = (date.from?, date.to?);
        let at = |moment: Moment, other: (u32, u32)| {
            moment.time.map_or_else(
                || moment.date.and_hms_opt(other.0, other.1, 0),
                |time| Some(moment.date.and_time(time)),
            )
        };
        Some((at(from, (0, 0))?, at(to, (23, 59))?))
    };
    let (Some(x), Some(y)) = (span(a), span(b)) else { return 0 };
    ((y.0 - x.1).max(x.0 - y.1).num_minutes() - slack).max(0)
}

/// Minutes by which a clock time may miss the part of the day that another text puts it in.
const PART: i64 = 60;

/// Minutes between Greenwich and the clock that is farthest from it.
const ZONES: i64 = 14 * 60;

/// Which of two deadlines of one month or year is the finer one: "by the end of 2006" leaves all of the year that "by 2006" may not.
/// `Some(false)` where it is `a`.
pub(crate) fn finer_deadline(a: &Node<'_>, b: &Node<'_>) -> Option<bool> {
    let date = |node: &Node<'_>| {
        node.claim
            .date
            .as_ref()
            .filter(|date| date.granularity >= Granularity::Month)
            .map(|date| date.modifier)
    };
    if a.days != b.days || a.open != Open::Until || b.open != Open::Until {
        return None;
    }
    match (date(a)?, date(b)?) {
        (Some(TimexMod::End), None) => Some(false),
        (None, Some(TimexMod::End)) => Some(true),
        _ => None,
    }
}

/// Whether a date is told as a part of a day: "on Friday afternoon", "this morning".
pub(crate) fn is_part_of_day(node: &Node<'_>) -> bool {
    node.claim.date.as_ref().is_some_and(|date| date.granularity == Granularity::PartOfDay)
}

/// The day on which a night begins: "Sunday night" reaches into Monday, and is Sunday to whoever tells of it.
pub(crate) fn night_of(node: &Node<'_>) -> Option<Days> {
    let days = node.days.filter(|days| days.count() == 2)?;
    is_part_of_day(node).then_some(Days { from: days.from, to: days.from })
}

/// Minutes by which two clocks, or two tellings, of one moment differ at most.
pub(crate) const MINUTES: i64 = 20;

/// Whether two clock times show the same minutes of two hours: 6:40 and 5:40, a zone or an hour misread sooner than two moments.
pub(crate) fn same_minutes(x: NaiveTime, y: NaiveTime) -> bool {
    x != y && x.minute() == y.minute() && !x.minute().is_multiple_of(30)
}
