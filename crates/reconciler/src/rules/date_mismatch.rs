//! The rule `date-mismatch`.

use crosscheck_lexicon::traits::Traits;
use crosscheck_model::raw::Deixis;
use crosscheck_model::{Axis, Certainty, Granularity, Modality, Relation, Severity, TimexMod};

use crate::context::Context;
use crate::facts::{EventRelation, PLAIN};
use crate::lengths::count_apart;
use crate::node::{Days, Node, Open};
use crate::objects::ObjectRelation;
use crate::rule::{Check, EVIDENCE, Pair, Verdict};
use crate::times::{is_background, minutes_apart, night_of, same_minutes, share_one_end};

crate::declare_rule! {
    /// Reports one event put on two dates, at two hours of one day, or by two lengths after another.
    ///
    /// ## Why it matters
    /// "The quake struck on Saturday" and "on Sunday" cannot both be right.
    ///
    /// ## When it stays silent
    /// One day apart, when either text speaks of a night or a clock time: zones and midnight explain it. The two sentences share neither a
    /// figure nor their text nor one name with other words: the same kind of thing may happen on two days. What recurs - a mine that collapses
    /// - is told of two years. The sentence names the other date too; one date has but one end ("since Friday"), is the day
    /// up to which something was counted ("as of 9 a.m."), of the first of its kind where the other is of a new one,
    /// of a level ("rose to 17 on Friday") or a year counted from another ("a year earlier"). Two clocks are minutes apart (see `overlapping-date`), or show two zones (see `zone-slip`).
    ///
    /// ## Example
    /// "The ferry sank on 4 October with 61 aboard" against "The ferry, with 61 aboard, sank on 12 October".
    pub static DATE_MISMATCH = { id: "date-mismatch", relation: Conflict, needs: conflict, check: Check::Pair(check) }
}

/// Whether one name stands near both dates, with words enough, and no other name beside either.
fn named_alike(cx: &Context<'_>, pair: &Pair<'_>) -> bool {
    let mut shared = false;
    crate::words::each_shared(&pair.a.names, &pair.b.names, |_| shared = true);
    shared
        && pair.a.measure != 0
        && pair.a.measure == pair.b.measure
        && pair.facts.one_story
        && pair.facts.near >= PLAIN
        && !crate::objects::named_apart(cx, pair.a, pair.b)
}

/// Doubt about two documents' being of one story up to which a single year of a thing is taken for its only one.
const FEW: f64 = 0.2;
/// Bits of rare words near both dates where each article gives one such date.
const NEARLY: f64 = 4.0;

/// Minutes between two tellings of one moment that midnight and the zones of two texts explain.
const NIGHT: i64 = 600;

/// Minutes between two clock times of one event that two tellings of it explain, and from which on they are of two.
const MINUTES: std::ops::Range<i64> = 20..360;

/// Whether two clock times of one day are put to one event: nearly all words around are the same.
fn clocks_differ(pair: &Pair<'_>) -> bool {
    let Some((x, y)) = pair.clocks() else { return false };
    let facts = pair.facts;
    let misread = same_minutes(x, y);
    let one_event = match facts.event {
        EventRelation::Same | EventRelation::Near => misread || facts.near >= PLAIN,
        EventRelation::Unknown => facts.near >= if misread { PLAIN } else { 2.0 * PLAIN },
        _ => false,
    };
    one_event
        && facts.one_story
        && MINUTES.contains(&(x - y).num_minutes().abs())
        && pair.has(EVIDENCE.conflict)
}

/// Whether two texts count one moment by two lengths from another: "nine minutes later", "19 minutes later".
fn are_counted_apart(pair: &Pair<'_>) -> bool {
    let facts = pair.facts;
    count_apart(pair.a, pair.b)
        && facts.one_story
        && facts.event == EventRelation::Same
        && (facts.is_aligned() || facts.near >= 2.0 * PLAIN)
        && pair.has(EVIDENCE.conflict)
}

/// Whether a date tells when a figure stood where it did: "the toll rose to 17 on Friday" is no event that has one day.
fn is_of_level(node: &Node<'_>) -> bool {
    node.is_of(Traits::LEVEL)
}

/// Whether a year is counted from another date of its text, with which something is compared: "from 10 million a year earlier".
fn is_counted(node: &Node<'_>) -> bool {
    node.claim
        .date
        .as_ref()
        .is_some_and(|date| date.carried == Some(Deixis::Mentioned) && date.granularity == Granularity::Year)
}

/// Whether a date is only a bound: "more than 20 years ago" names no year.
fn is_bound(node: &Node<'_>) -> bool {
    use TimexMod::{Approx, EqualOrLess, EqualOrMore, LessThan, MoreThan};
    node.claim
        .date
        .as_ref()
        .and_then(|date| date.modifier)
        .is_some_and(|modifier| matches!(modifier, MoreThan | LessThan | EqualOrMore | EqualOrLess | Approx))
}

/// Whether an article tells as past what the other puts on a day after the article was out: another draw, another raid.
fn is_told_before(node: &Node<'_>, other: Days) -> bool {
    node.published.is_some_and(|published| other.from > published.date) && !node.is_ahead()
}

/// Whether one text only plans what the other tells: between the two the day may have been moved.
fn is_foretold(pair: &Pair<'_>) -> bool {
    let planned = |node: &Node<'_>| matches!(node.claim.modality, Modality::Planned | Modality::Possible);
    let ahead = |node: &Node<'_>| planned(node) || node.is_ahead();
    ahead(pair.a) != ahead(pair.b)
}

/// Whether two printed stretches of one thing, past or yet to come, differ in one end. What runs to the day of its report has many ends.
fn ends_differ(pair: &Pair<'_>) -> bool {
    let facts = pair.facts;
    let settled = |node: &Node<'_>| is_background(node) || node.is_ahead();
    // "The 1980s and '90s" go as far as "the 1980s and early 1990s" do.
    let loose = |node: &Node<'_>| {
        node.claim
            .date
            .as_ref()
            .is_some_and(|date| matches!(date.granularity, Granularity::Decade | Granularity::Century))
    };
    share_one_end(pair.a, pair.b)
        && !(loose(pair.a) || loose(pair.b))
        && settled(pair.a)
        && settled(pair.b)
        && facts.one_story
        && (matches!(facts.event, EventRelation::Same | EventRelation::Near) || facts.near >= PLAIN)
        && pair.has(EVIDENCE.conflict)
}

fn check(cx: &Context<'_>, pair: &Pair<'_>) -> Option<Verdict> {
    let (x, y) = (pair.a.days?, pair.b.days?);
    let conflict = |what: String| {
        let (p, q) = pair.quotes();
        let why = format!("{p} and {q} {what}.");
        Some(pair.verdict(Relation::Conflict, &[Axis::Date], Severity::Discrepancy, why))
    };
    // "As of 9 a.m.", "as of 1 p.m.": two counts, and no event.
    if pair.a.telling || pair.b.telling || (pair.a.as_of && pair.b.as_of) {
        return None;
    }
    if x == y && clocks_differ(pair) {
        return conflict(format!("put one event at two times of {x}"));
    }
    if are_counted_apart(pair) {
        return conflict("are two lengths from one moment to another".to_owned());
    }
    // A clock time that names no day has only its document's.
    if !pair.a.firm || !pair.b.firm || pair.a.open != Open::No || pair.b.open != Open::No {
        return None;
    }
    if ends_differ(pair) {
        return conflict(format!("give one stretch of time two ends: {x} and {y}"));
    }
    let (x, y) = (night_of(pair.a).unwrap_or(x), night_of(pair.b).unwrap_or(y));
    // What begins and what ends have a day each; "arrested again", "talks resumed" are another time.
    let silent = x.overlaps(y)
        || pair.a.stage != pair.b.stage
        || pair.a.again != pair.b.again
        || (pair.a.first && pair.b.fresh || pair.a.fresh && pair.b.first)
        || is_foretold(pair)
        || [pair.a, pair.b].into_iter().any(|node| is_of_level(node) || is_counted(node) || is_bound(node))
        || is_told_before(pair.a, y)
        || is_told_before(pair.b, x)
        // "Hearings on 3, 5 and 9 March" are on the fifth too.
        || pair.a.dates.contains(&y)
        || pair.b.dates.contains(&x)
        || is_midnight(pair, x, y)
        || is_held_again(pair, x, y)
        || recurs(pair, x, y)
        || !is_of_one_size(pair, x, y);
    if silent || !is_one_event(cx, pair, x, y) {
        return None;
    }
    conflict(format!("put one event on two dates: {x} and {y}"))
}

/// Whether a clock and a day apart are one moment told around midnight, or from two zones.
fn is_midnight(pair: &Pair<'_>, x: Days, y: Days) -> bool {
    let clock = |node: &Node<'_>| {
        node.claim
            .date
            .as_ref()
            .is_none_or(|date| date.granularity < Granularity::Day || date.certainty != Certainty::Exact)
    };
    x.gap(y) <= 1 && (clock(pair.a) || clock(pair.b)) && minutes_apart(pair.a, pair.b) < NIGHT
}

/// A march of another day is another march, unless much more than its name is told of both.
fn is_held_again(pair: &Pair<'_>, x: Days, y: Days) -> bool {
    pair.a.is_of(Traits::HELD)
        && x.gap(y) > 1
        && !pair.a.is_ahead()
        && !pair.b.is_ahead()
        && pair.facts.shared_figures == 0
        && !pair.facts.is_aligned()
}

/// Mines collapse more than once: years between are two collapses.
fn recurs(pair: &Pair<'_>, x: Days, y: Days) -> bool {
    x.gap(y) > 366 - x.count().min(366)
        && x.count() > 1
        && (pair.facts.shared_figures == 0 || x.gap(y) > 366)
        && pair.a.is_of(Traits::INCIDENT)
}

fn is_year(days: Days) -> bool {
    (365..=366).contains(&days.count())
}

/// Whether two days, two months or two years are near enough to be a mistake about one.
fn is_of_one_size(pair: &Pair<'_>, x: Days, y: Days) -> bool {
    match (x.count(), y.count()) {
        (1, 1) => x.gap(y) <= 31,
        (365..=366, 365..=366) => true,
        (28..=366, 28..=366) => pair.facts.shared_figures > 0 && x.gap(y) <= 366,
        _ => false,
    }
}

/// Whether both dates are of one event, with something besides its kind to prove it.
fn is_one_event(cx: &Context<'_>, pair: &Pair<'_>, x: Days, y: Days) -> bool {
    let facts = pair.facts;
    // "Record date February 9", "the record date is February 19": a list has no verb.
    let bare = pair.a.lemma == 0 || pair.b.lemma == 0;
    let plain = facts.one_story && facts.near >= 2.0 * PLAIN;
    let one_event = facts.event == EventRelation::Same
        // "A fire in August 2011 killed two", "in 2012 a fire killed two": one thing among the same figures, whatever the verb.
        || (facts.object == ObjectRelation::Same && facts.shared_figures > 0 && facts.near >= PLAIN)
        || (plain && bare);
    let many_words = plain && (facts.object == ObjectRelation::Same || bare);
    one_event
        && matches!(facts.object, ObjectRelation::Same | ObjectRelation::Absent)
        && !facts.crossing
        && (facts.shared_figures > 0
            || facts.is_aligned()
            || many_words
            || is_only_one(cx, pair, x, y)
            || named_alike(cx, pair))
        && pair.has(if plain && bare { EVIDENCE.updates } else { EVIDENCE.conflict })
}

/// Whether each article dates one such event, by its year, and they share what is told of it.
fn is_only_one(cx: &Context<'_>, pair: &Pair<'_>, x: Days, y: Days) -> bool {
    pair.facts.one_story
        && cx.stories.doubt() < FEW
        && is_year(x)
        && is_year(y)
        && !pair.a.is_of(Traits::INCIDENT)
        && pair.a.measure != 0
        && pair.a.measure == pair.b.measure
        && cx.is_only(pair.a)
        && cx.is_only(pair.b)
        && pair.facts.near >= NEARLY
}
