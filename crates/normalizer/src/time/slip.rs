//! What expressions say against the calendar, against themselves, and against the one beside them.

use chrono::{Datelike, NaiveDate};
use crosscheck_model::raw::{Count, DateExpr, Length, RawTime, TimeExpr};
use crosscheck_model::{Bound, Certainty, Granularity, Issue, Mention};

use super::clock::{Clock, clock_of, known_zone};
use super::length::whole;
use super::stretch::{self, Stretch, add};

/// Bytes between a range and the length that it is said to have.
const BESIDE: usize = 32;
/// Clock times of a text compared for a zone misread.
const CLOCKS: usize = 64;

pub(super) fn nonexistent(day: &str, raw: &RawTime) -> Issue {
    issue("no-such-date", raw, format!("{day} does not exist in the calendar"))
}

/// "Tuesday, 20 September 2023": that day was a Wednesday.
pub(super) fn weekday_slip(expr: &DateExpr, at: Stretch, raw: &RawTime) -> Option<Issue> {
    let DateExpr::Calendar { day: Some(_), weekday: Some(weekday), .. } = expr else { return None };
    let printed = stretch::weekday(*weekday);
    let real = at.start.weekday();
    (printed != real && at.unit == Granularity::Day).then(|| {
        let message = format!("{} is a {}, not a {}", at.start, full_name(real), full_name(printed));
        issue("weekday-mismatch", raw, message)
    })
}

fn issue(code: &str, raw: &RawTime, message: String) -> Issue {
    Issue { code: code.to_owned(), span: raw.span, message }
}

fn full_name(day: chrono::Weekday) -> &'static str {
    match day {
        chrono::Weekday::Mon => "Monday",
        chrono::Weekday::Tue => "Tuesday",
        chrono::Weekday::Wed => "Wednesday",
        chrono::Weekday::Thu => "Thursday",
        chrono::Weekday::Fri => "Friday",
        chrono::Weekday::Sat => "Saturday",
        chrono::Weekday::Sun => "Sunday",
    }
}

/// Adds what expressions beside each other contradict: one time in two zones, a range and its length; and among the first
/// `opening` of a text, one clock time given in two zones.
pub(super) fn between(text: &str, raws: &[&RawTime], opening: usize, found: &mut [Mention]) {
    for at in 1..raws.len() {
        if let Some(issue) = zone_slip(text, raws[at - 1], raws[at]) {
            found[at].issues.push(issue);
        } else if super::clock::restated(text, raws[at - 1], raws[at]) {
            let (before, rest) = found.split_at_mut(at);
            super::clock::same_instant(raws[at - 1], raws[at], &before[at - 1], &mut rest[0]);
        }
        if let Some((to, issue)) = length_slip(text, raws, found, at) {
            found[to].issues.push(issue);
        }
    }
    if let Some((at, issue)) = misread_zone(text, &raws[..opening]) {
        found[at].issues.push(issue);
    }
}

/// "9 a.m. EDT (1400 GMT)": that is 1300 GMT.
fn zone_slip(text: &str, a: &RawTime, b: &RawTime) -> Option<Issue> {
    let (x, y) = (clock_of(a)?, clock_of(b)?);
    if !super::clock::restated(text, a, b) {
        return None;
    }
    let (from, to) = (known_zone(a)?, known_zone(b)?);
    let minutes = |clock: Clock, zone: i16| (clock.minutes() - i32::from(zone)).rem_euclid(24 * 60);
    let (right, printed) = (minutes(x, from), minutes(y, to));
    let shown = |clock: Clock| format!("{:02}:{:02}", clock.hour % 24, clock.minute);
    let there = (right + i32::from(to)).rem_euclid(24 * 60);
    (right != printed && x.whole_day && y.whole_day).then(|| {
        let message =
            format!("{} is {:02}:{:02} there, not {}", a.span.slice(text), there / 60, there % 60, shown(y));
        issue("zone-mismatch", b, message)
    })
}

/// A time printed once in GMT and once as local: one of the two was not converted.
fn misread_zone(text: &str, raws: &[&RawTime]) -> Option<(usize, Issue)> {
    let clocks: Vec<_> =
        (0..raws.len()).filter(|&i| clock_of(raws[i]).is_some_and(|c| c.minute_told)).take(CLOCKS).collect();
    let local = |raw: &RawTime| raw.span.slice(text).to_ascii_lowercase().contains("local");
    for &b in &clocks {
        let Some(y) = clock_of(raws[b]).filter(|_| local(raws[b])) else { continue };
        let same = |&&a: &&usize| {
            known_zone(raws[a]) == Some(0) && clock_of(raws[a]).is_some_and(|x| x.minutes() == y.minutes())
        };
        if let Some(&a) = clocks.iter().find(same) {
            let (gmt, own) = (raws[a].span.slice(text), raws[b].span.slice(text));
            let message = format!("{own} and {gmt} show the same clock time");
            return Some((b, issue("gmt-as-local", raws[b], message)));
        }
    }
    None
}

/// "the 10-day truce from 1 to 5 May": the length is not end minus start, with or without the last day.
fn length_slip(text: &str, raws: &[&RawTime], found: &[Mention], to: usize) -> Option<(usize, Issue)> {
    let from = to - 1;
    let (a, b) = (raws[from], raws[to]);
    if a.sentence != b.sentence {
        return None;
    }
    let gap = between_text(text, a, b)?.trim();
    let range = matches!(gap, "to" | "until" | "through" | "-" | "\u{2013}" | "\u{2014}")
        || gap == "and" && text.get(..a.span.start as usize)?.trim_end().ends_with("between");
    let end = |i: usize| {
        let date = found[i].date.as_ref()?;
        let day = if i == from { date.from } else { date.to }?;
        let firm = matches!(date.certainty, Certainty::Exact | Certainty::OneSided);
        (firm && date.granularity == Granularity::Day && day.time.is_none()).then_some(day.date)
    };
    let (start, stop) = (end(from)?, end(to)?);
    if !range || stop < start {
        return None;
    }
    let before = from.checked_sub(1).filter(|&i| beside(text, raws[i], a, &['.', ';', ',']));
    let after = Some(to + 1).filter(|&i| raws.get(i).is_some_and(|raw| beside(text, b, raw, &['.', ';'])));
    let said = before.or(after)?;
    let TimeExpr::Duration(length) = &raws[said].expr else { return None };
    let n = exact(length)?;
    let days = (stop - start).num_days();
    let fits = match length.unit {
        Granularity::Day => n == days || n == days + 1,
        Granularity::Week | Granularity::Month | Granularity::Year => {
            let near = |end: NaiveDate| (end - stop).num_days().abs() <= 1;
            add(start, length.unit, n).is_some_and(near)
        }
        _ => true,
    };
    // "He worked there ten days between 1 and 20 May": a part of it, where the words do not say "the ten-day".
    let words = raws[said].span.slice(text);
    let part = length.unit == Granularity::Day && n < days && !words.contains('-');
    (!fits && !part).then(|| {
        let message = format!("{start} to {stop} is {} days, not {words}", days + 1);
        (said, issue("length-mismatch", raws[said], message))
    })
}

/// The exact number of units of a length that is not hedged.
fn exact(length: &Length) -> Option<i64> {
    let plain =
        length.bound == Bound::Exact && matches!(length.count, Count::Exact(n) if n.0.fract().is_zero());
    whole(length).filter(|_| plain && length.and.is_none())
}

fn between_text<'a>(text: &'a str, a: &RawTime, b: &RawTime) -> Option<&'a str> {
    text.get(a.span.end as usize..b.span.start as usize)
}

/// Whether two expressions of a sentence stand within a few words, with none of `stops` between them.
fn beside(text: &str, a: &RawTime, b: &RawTime, stops: &[char]) -> bool {
    a.sentence == b.sentence
        && between_text(text, a, b).is_some_and(|gap| gap.len() <= BESIDE && !gap.contains(stops))
}
