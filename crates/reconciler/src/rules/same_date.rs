//! The rule `same-date`.

use crosscheck_model::{Axis, Kind, Relation, Severity};

use crate::context::Context;
use crate::facts::{EventRelation, PLAIN};
use crate::lengths::count_apart;
use crate::node::{Open, Stage};
use crate::objects::ObjectRelation;
use crate::rule::{Check, EVIDENCE, Pair, Verdict};
use crate::times::{self, MINUTES, finer_deadline, minutes_apart, night_of, same_clock_days, zones_apart};

crate::declare_rule! {
    /// Links two texts that put one event on one date.
    ///
    /// ## Why it matters
    /// "Last Saturday" and "April 16" are one day seen from two mornings.
    ///
    /// ## When it stays silent
    /// The dates belong to different events, or one begins what the other ends ("since Friday", "until Friday"); the hours told of the day do not meet; nothing but the date is shared; one is a clock time that has its day from another sentence, and is not plainly of the same event; one is only the day of a report, a
    /// statement or a picture, and little else is told of both.
    ///
    /// ## Example
    /// "the quake struck on Saturday" in a paper of Sunday and "the quake of 16 April".
    pub static SAME_DATE = { id: "same-date", relation: Agree, needs: fits, check: Check::Pair(check) }
}

/// Whether the two dates are of one event: a date needs a predicate or much shared text, as every article has its Tuesdays.
///
/// The day on which something was said, printed or pictured is the day of no event.
pub(super) fn one_event(pair: &Pair<'_>, bits: f64) -> bool {
    // The day on which a deal was announced is that of its announcement, where much else is told of both; so is the day on which two
    // speakers told one story.
    let announced = pair.a.days == pair.b.days
        && pair.facts.one_story
        && (pair.facts.near >= PLAIN || (pair.a.telling && pair.b.telling))
        && pair.has(EVIDENCE.conflict);
    let telling = (pair.a.telling || pair.b.telling) && !announced;
    let unlike = pair.facts.event == EventRelation::Unknown && pair.facts.object == ObjectRelation::Unknown;
    let set = pair.a.claim.kind == Kind::Set || pair.b.claim.kind == Kind::Set;
    // What began on Friday is not what ends then.
    let turned =
        matches!((pair.a.open, pair.b.open), (Open::Since, Open::Until) | (Open::Until, Open::Since));
    // "Since Monday" and "on Monday" may be of two things of that day.
    let begun =
        pair.a.open == pair.b.open || pair.facts.event == EventRelation::Same || pair.facts.near >= PLAIN;
    // "At 2:10 p.m. they spoke": a clock time that has its day from another sentence is not of all that this day held.
    let lent = times::is_lent(pair.a) || times::is_lent(pair.b);
    let tied = matches!(pair.facts.event, EventRelation::Same | EventRelation::Near)
        || pair.facts.near >= PLAIN
        || match pair.clocks() {
            Some((x, y)) => x == y,
            // "4:15 a.m. local time", "2.15am GMT": a zone leaves the minutes alone.
            None => pair.a.clock().is_some() && pair.b.clock().is_some() && !zones_apart(pair.a, pair.b),
        };
    pair.has(bits) && !telling && !unlike && !set && !turned && begun && (tied || !lent)
}

fn check(_: &Context<'_>, pair: &Pair<'_>) -> Option<Verdict> {
    let (x, y) = (pair.a.days?, pair.b.days?);
    let clocks = pair.clocks();
    let evening = night_of(pair.a) == Some(y) || night_of(pair.b) == Some(x);
    let clocked =
        clocks.is_some_and(|(x, y)| x == y) && same_clock_days(pair.a, pair.b) && pair.facts.near > 0.0;
    let apart = minutes_apart(pair.a, pair.b) >= MINUTES && !clocked;
    let unlike = clocks.is_some_and(|(x, y)| x != y) || apart || zones_apart(pair.a, pair.b);
    // A strike that began and one that ended on Monday are two.
    let ends =
        matches!((pair.a.stage, pair.b.stage), (Stage::Begin, Stage::End) | (Stage::End, Stage::Begin));
    // "By 2006" may be early in the year, "by the end of 2006" is not (see `finer-date`).
    let edged = finer_deadline(pair.a, pair.b).is_some() || count_apart(pair.a, pair.b);
    if !(x == y || evening || clocked) || unlike || ends || edged || !one_event(pair, EVIDENCE.fits) {
        return None;
    }
    let (p, q) = pair.quotes();
    let why = format!("{p} and {q} are one date: {x}.");
    Some(pair.verdict(Relation::Agree, &[Axis::Date], Severity::Note, why))
}
