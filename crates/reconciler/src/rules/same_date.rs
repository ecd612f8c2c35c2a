//! The rule `same-date`.

use crosscheck_model::{Axis, Kind, Relation, Severity};

use crate::context::Context;
use crate::doers;
use crate::evidence;
use crate::facts::{EventRelation, PLAIN};
use crate::lengths::count_apart;
use crate::node::{Days, Node, Open, Stage};
use crate::objects::ObjectRelation;
use crate::rule::{Check, EVIDENCE, Pair, Verdict};
use crate::rules::moved_date::stops;
use crate::times::{
    self, MINUTES, finer_deadline, is_part_of_day, minutes_apart, night_of, same_clock_days, zones_apart,
};

crate::declare_rule! {
    /// Links two texts that put one event on one date.
    ///
    /// ## Why it matters
    /// "Last Saturday" and "April 16" are one day seen from two mornings.
    ///
    /// ## When it stays silent
    /// The dates belong to different events, are a month or year of two things, or of what two did, or one begins what the other ends ("since
    /// Friday", "until Friday"); the hours told of the day do not meet; nothing but the date is shared; one is a clock time that has its day from another sentence, and is not plainly of the same event; one is only the day of a report, a
    /// statement or a picture, and little else is told of both.
    ///
    /// ## Example
    /// "the quake struck on Saturday" in a paper of Sunday and "the quake of 16 April".
    pub static SAME_DATE = { id: "same-date", relation: Agree, needs: fits, check: Check::Pair(check) }
}

/// Whether the two dates are of one event: a date needs a predicate or much shared text, as every article has its Tuesdays.
///
/// The day on which something was said, printed or pictured is the day of no event.
pub(super) fn one_event(cx: &Context<'_>, pair: &Pair<'_>, bits: f64) -> bool {
    // The day on which a deal was announced is that of its announcement, where much else is told of both; so is the day on which two
    // speakers told one story.
    let announced = pair.a.days == pair.b.days
        && pair.facts.one_story
        && (doers::are_one(cx, pair.a, pair.b)
            || (pair.facts.near >= PLAIN
                || pair.a.telling && pair.b.telling && !doers::are_two(cx, pair.a, pair.b))
                && pair.has(EVIDENCE.conflict));
    let telling = (pair.a.telling || pair.b.telling) && !announced;
    let unlike = pair.facts.event == EventRelation::Unknown && pair.facts.object == ObjectRelation::Unknown;
    let set = pair.a.claim.kind == Kind::Set || pair.b.claim.kind == Kind::Set;
    // What began on Friday is not what ends then.
    let turned =
        matches!((pair.a.open, pair.b.open), (Open::Since, Open::Until) | (Open::Until, Open::Since));
    // "Since Monday" and "on Monday" may be of two things of that day.
    let begun = pair.a.open == pair.b.open
        || pair.facts.event == EventRelation::Same
        || pair.facts.near >= PLAIN
        // "Has grown since 4 November", "was last won on 4 November": a day that neither text was written near.
        || pair.facts.near > 0.0 && evidence::has(&pair.facts.score, evidence::part::SAME_DAY);
    let by_chance = pair.facts.event == EventRelation::Unknown && is_by_chance(cx, pair);
    // "At 2:10 p.m. they spoke": a clock time that has its day from another sentence is not of all that this day held.
    let lent = times::is_lent(pair.a) || times::is_lent(pair.b);
    let tied = matches!(pair.facts.event, EventRelation::Same | EventRelation::Near)
        || pair.facts.near >= PLAIN
        || match pair.clocks() {
            Some((x, y)) => x == y,
            // "4:15 a.m. local time", "2.15am GMT": a zone leaves the minutes alone.
            None => pair.a.clock().is_some() && pair.b.clock().is_some() && !zones_apart(pair.a, pair.b),
        };
    pair.has(bits) && !telling && !unlike && !by_chance && !set && !turned && begun && (tied || !lent)
}

/// Days of the shortest stretch that two things share by chance: a month.
const MONTH: i64 = 28;
/// Days of a year.
const YEAR: i64 = 365;
/// Bits of rare words near both dates that make it no chance.
const WORDS: f64 = 3.0;
/// All bits of evidence that do.
const MUCH: f64 = 8.0;

/// Whether two things of which nothing but the time is alike fell into one month or year, one of them at some hour of the other's day, or
/// were done by two: "last year the party was formed", "a fighter was killed last year".
fn is_by_chance(cx: &Context<'_>, pair: &Pair<'_>) -> bool {
    let facts = pair.facts;
    let length = |node: &Node<'_>| node.days.filter(|_| !times::is_range(node)).map_or(0, Days::count);
    // A year of generations ago is named for one thing only.
    let old = length(pair.a) >= YEAR && evidence::has(&facts.score, evidence::part::SAME_DAY);
    let coarse = length(pair.a) >= MONTH && length(pair.b) >= MONTH && !old;
    // "At 9:40 a.m. he was in the office", "on Friday the governor spoke".
    let within = pair.a.clock().is_some() != pair.b.clock().is_some();
    let told = facts.near >= WORDS || facts.shared_figures > 0 || facts.is_aligned() || pair.has(MUCH);
    let named = facts.near < PLAIN && facts.shared_figures == 0 && doers::are_two(cx, pair.a, pair.b);
    (coarse || within) && !told || named
}

fn check(cx: &Context<'_>, pair: &Pair<'_>) -> Option<Verdict> {
    let (x, y) = (pair.a.days?, pair.b.days?);
    let clocks = pair.clocks();
    let evening = night_of(pair.a) == Some(y) || night_of(pair.b) == Some(x);
    let clocked =
        clocks.is_some_and(|(x, y)| x == y) && same_clock_days(pair.a, pair.b) && pair.facts.near > 0.0;
    // "This morning", "on Friday afternoon": one ends where the other begins.
    let least = if is_part_of_day(pair.a) && is_part_of_day(pair.b) { 1 } else { MINUTES };
    let apart = minutes_apart(pair.a, pair.b) >= least && !clocked;
    let unlike = clocks.is_some_and(|(x, y)| x != y) || apart || zones_apart(pair.a, pair.b);
    // A strike that began and one that ended on Monday are two.
    let ends =
        matches!((pair.a.stage, pair.b.stage), (Stage::Begin, Stage::End) | (Stage::End, Stage::Begin));
    // What is to open on Monday is put off then (see `moved-date`).
    let off = (pair.a.is_ahead() || pair.b.is_ahead()) && stops(pair.a) != stops(pair.b);
    let ends = ends || off && pair.facts.event == EventRelation::Same;
    // "By 2006" may be early in the year, "by the end of 2006" is not (see `finer-date`).
    let edged = finer_deadline(pair.a, pair.b).is_some() || count_apart(pair.a, pair.b);
    if !(x == y || evening || clocked) || unlike || ends || edged || !one_event(cx, pair, EVIDENCE.fits) {
        return None;
    }
    let (p, q) = pair.quotes();
    let why = format!("{p} and {q} are one date: {x}.");
    Some(pair.verdict(Relation::Agree, &[Axis::Date], Severity::Note, why))
}
