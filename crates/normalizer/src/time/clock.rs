//! Clock times and parts of the day.

use chrono::{NaiveDate, NaiveTime, TimeDelta};
use crosscheck_model::raw::{DateExpr, DayPart, DayTime, Parsed, RawTime, Tense, TimeExpr};
use crosscheck_model::{Certainty, DateValue, Granularity, Kind, Mention, Moment, TimexType};

use super::Read;
use super::anchor::{Anchors, TEXT, TOLD};
use super::date::Outcome;
use super::slip::{nonexistent, weekday_slip};
use super::stretch::Stretch;

/// A clock time as printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Clock {
    /// 0 to 24.
    pub(super) hour: u8,
    /// Minute; 0 where none is printed.
    pub(super) minute: u8,
    /// Whether the minute is printed.
    pub(super) minute_told: bool,
    /// Whether the half of the day is told.
    pub(super) whole_day: bool,
}

impl Clock {
    /// Minutes since midnight.
    pub(super) fn minutes(self) -> i32 {
        i32::from(self.hour % 24) * 60 + i32::from(self.minute)
    }
}

/// The clock time of an expression.
pub(super) fn clock_of(raw: &RawTime) -> Option<Clock> {
    let TimeExpr::Time { time: DayTime::Clock { hour, minute, half_open, .. }, .. } = &raw.expr else {
        return None;
    };
    Some(Clock {
        hour: *hour,
        minute: minute.unwrap_or(0),
        minute_told: minute.is_some(),
        whole_day: !half_open,
    })
}

/// The zone that an expression prints, in minutes east of Greenwich.
pub(super) fn known_zone(raw: &RawTime) -> Option<i16> {
    match &raw.expr {
        TimeExpr::Time { time: DayTime::Clock { zone, .. }, .. } => *zone,
        _ => None,
    }
}

/// Whether the second time says the first again: "3 a.m. local time (2300 GMT)".
pub(super) fn restated(text: &str, a: &RawTime, b: &RawTime) -> bool {
    let gap = text.get(a.span.end as usize..b.span.start as usize).unwrap_or("-").trim();
    a.sentence == b.sentence && matches!(gap, "(" | "[" | "/" | "or" | ", or")
}

/// Gives a time said again in another zone the interval of the first: "3 a.m. local time (2300 GMT)" is one instant.
pub(super) fn same_instant(a: &RawTime, b: &RawTime, first: &Mention, second: &mut Mention) {
    let (Some(x), Some(y), Some(at)) = (clock_of(a), clock_of(b), first.date.as_ref().and_then(|d| d.from))
    else {
        return;
    };
    let dated = matches!(&b.expr, TimeExpr::Time { date: Some(_), .. });
    let Some(date) = second.date.as_mut().filter(|_| !dated && x.whole_day && y.whole_day) else { return };
    let (hours, own) = (x.minutes() - y.minutes(), at.date.and_time(at.time.unwrap_or_default()));
    // The day on which the second clock shows its time within half a day of the first.
    let day = match hours {
        720.. => own.date().succ_opt(),
        ..-720 => own.date().pred_opt(),
        _ => Some(own.date()),
    };
    let zone = known_zone(a).is_some() && known_zone(b).is_none();
    let Some(day) = day.filter(|_| first.date.as_ref().is_some_and(|d| d.kind == TimexType::Time)) else {
        return;
    };
    let clock = NaiveTime::from_hms_opt(u32::from(y.hour % 24), u32::from(y.minute), 0);
    let shown = Moment { date: day, time: clock };
    date.timex = Some(shown.to_string());
    // The local one is the text's own; both stand at it.
    let at = if zone { shown } else { at };
    (date.from, date.to) = (Some(at), Some(at));
    date.anchor_on(format!(
        "the same instant as {}",
        first.date.as_ref().and_then(|d| d.timex.as_deref()).unwrap_or_default()
    ));
}

/// The zone of the text's local times, where it gives one of them in a zone too.
pub(super) fn local_zone(text: &str, parsed: &Parsed) -> Option<i16> {
    parsed.opening().windows(2).find_map(|pair| {
        let (a, b) = (&pair[0], &pair[1]);
        let (x, y) = (clock_of(a)?, clock_of(b)?);
        let (local, other, zone) = match (known_zone(a), known_zone(b)) {
            (None, Some(zone)) => (x, y, zone),
            (Some(zone), None) => (y, x, zone),
            _ => return None,
        };
        if !(restated(text, a, b) && local.whole_day && other.whole_day) {
            return None;
        }
        let east = local.minutes() - other.minutes() + i32::from(zone);
        // Local time runs from 12 hours behind Greenwich to 14 ahead, in quarters of an hour.
        let east = (east + 12 * 60).rem_euclid(24 * 60) - 12 * 60;
        i16::try_from(east).ok().filter(|east| east % 15 == 0)
    })
}

/// TIMEX3 code and hours of a part of the day; hours past 24 run into the next day.
pub(super) fn part_hours(part: DayPart) -> (&'static str, u32, u32) {
    match part {
        DayPart::Morning => ("MO", 6, 12),
        DayPart::Midday => ("MI", 12, 14),
        DayPart::Afternoon => ("AF", 12, 18),
        DayPart::Evening => ("EV", 18, 24),
        DayPart::Night | DayPart::Overnight => ("NI", 18, 30),
        DayPart::Daytime => ("DT", 6, 18),
        DayPart::Dawn => ("MO", 4, 7),
        DayPart::SmallHours => ("MO", 0, 6),
        DayPart::Dusk => ("EV", 17, 20),
    }
}

pub(super) fn day_time(expr: Option<&DateExpr>, time: DayTime, raw: &RawTime, anchors: &mut Anchors) -> Read {
    let mut issues = Vec::new();
    let (day, stem, mut why) = match expr {
        Some(expr) => match anchors.date(expr, raw) {
            Outcome::Fixed(at, why) => {
                issues.extend(weekday_slip(expr, at, raw));
                anchors.note(at, raw.sentence, super::prints_year(expr));
                (Some(at.start).filter(|_| at.unit == Granularity::Day), at.timex(), why)
            }
            Outcome::Partial(timex, _) => (None, timex, None),
            Outcome::Minute(..) | Outcome::Reference(_) => (None, "XXXX-XX-XX".to_owned(), None),
            Outcome::Nonexistent(day) => {
                issues.push(nonexistent(&day, raw));
                return Read { kind: Kind::Time, date: None, length: None, issues };
            }
        },
        None => {
            let (day, why) = day_told(raw, anchors);
            (day, day.map_or("XXXX-XX-XX".to_owned(), |day| Stretch::day(day).timex()), why)
        }
    };
    let (timex, granularity, interval) = match time {
        DayTime::Part(part) => {
            let (code, from, to) = part_hours(part);
            // "overnight" is the night before the day of the text.
            let (day, stem) = match (part, expr, day) {
                (DayPart::Overnight, None, Some(at)) => {
                    let eve = at.pred_opt().unwrap_or(at);
                    (Some(eve), Stretch::day(eve).timex())
                }
                _ => (day, stem),
            };
            let interval = day.map(|day| (hour(day, from), last_minute(hour(day, to))));
            (format!("{stem}T{code}"), Granularity::PartOfDay, interval)
        }
        DayTime::Clock { hour: h, minute, second, zone, .. } => {
            let mut timex = format!("{stem}T{h:02}:{:02}", minute.unwrap_or(0));
            if let Some(second) = second {
                timex.push_str(&format!(":{second:02}"));
            }
            let granularity = match (minute, second) {
                (_, Some(_)) => Granularity::Second,
                (Some(_), None) => Granularity::Minute,
                (None, None) => Granularity::Hour,
            };
            let at = day.map(|day| {
                let mut at = hour(day, u32::from(h));
                at.time = NaiveTime::from_hms_opt(
                    u32::from(h % 24),
                    u32::from(minute.unwrap_or(0)),
                    u32::from(second.unwrap_or(0)),
                );
                at
            });
            // In the text's own zone, where the text tells it.
            let moved = match (at, zone, anchors.local_zone) {
                (Some(at), Some(zone), Some(local)) => Some(shifted(at, i64::from(local) - i64::from(zone))),
                _ => at,
            };
            let later = moved.filter(|_| expr.is_none()).and_then(|at| ahead(at, time, raw, anchors));
            if let Some(at) = later {
                timex = at.to_string();
            }
            let moved = later.or(moved);
            anchors.last_time = moved.map(|at| (at, raw.sentence)).or(anchors.last_time);
            if zone.is_some() && moved != at {
                why =
                    Some(format!("{}in the local time of the text", why.map_or(String::new(), |w| w + ", ")));
            }
            (timex, granularity, moved.map(|at| (at, at)))
        }
    };
    let date = DateValue {
        from: interval.map(|(from, _)| from),
        to: interval.map(|(_, to)| to),
        granularity,
        timex: Some(timex),
        kind: TimexType::Time,
        modifier: None,
        anchor: why,
        certainty: if interval.is_some() { Certainty::Exact } else { Certainty::Unresolved },
        offset: None,
        carried: None,
    };
    Read { kind: Kind::Time, date: Some(date), length: None, issues }
}

/// Where names without tense lie ahead, a clock time that has passed is the afternoon's, or tomorrow's.
fn ahead(at: Moment, time: DayTime, raw: &RawTime, anchors: &Anchors) -> Option<Moment> {
    let now = anchors.published_at.filter(|now| at.date == now.date && at.time < now.time)?;
    let DayTime::Clock { half_open, .. } = time else { return None };
    if !anchors.strictly_ahead(raw.tense) {
        return None;
    }
    let later = shifted(at, 12 * 60);
    let afternoon = half_open && later.date == now.date && later.time >= now.time;
    Some(if afternoon { later } else { shifted(at, 24 * 60) })
}

/// The full hour of a day; hours past 23 run into the next.
fn hour(day: NaiveDate, hour: u32) -> Moment {
    let date = if hour >= 24 { day.succ_opt().unwrap_or(day) } else { day };
    Moment { date, time: NaiveTime::from_hms_opt(hour % 24, 0, 0) }
}

/// The minute before a full hour.
fn last_minute(at: Moment) -> Moment {
    let before =
        at.time.and_then(|time| at.date.and_time(time).checked_sub_signed(chrono::Duration::minutes(1)));
    before.map_or(at, |before| Moment { date: before.date(), time: Some(before.time()) })
}

/// A moment so many minutes on.
fn shifted(at: Moment, minutes: i64) -> Moment {
    let moved = at.time.zip(TimeDelta::try_minutes(minutes));
    let moved = moved.and_then(|(time, minutes)| at.date.and_time(time).checked_add_signed(minutes));
    moved.map_or(at, |at| Moment { date: at.date(), time: Some(at.time()) })
}

/// Sentences behind a day near the text's own in which a clock time is still of it.
const STILL_TOLD: u32 = 8;

/// Whether a text still tells of a day: one of the last week, named not long before.
fn is_near(day: NaiveDate, published: NaiveDate, ago: u32) -> bool {
    ago <= STILL_TOLD && published.signed_duration_since(day).num_days() <= 7
}

/// Sentences from one clock time of a course of events to the next.
const NEXT_CLOCK: u32 = 4;

/// Whether a clock time goes on with the course of events that the last one was part of: "at 9:10 he left", "at 9:30 he was
/// seen in the hall".
fn goes_on(raw: &RawTime, day: NaiveDate, anchors: &Anchors) -> bool {
    let last = anchors
        .last_time
        .filter(|(at, sentence)| at.date == day && raw.sentence.saturating_sub(*sentence) <= NEXT_CLOCK);
    let minutes = |time: NaiveTime| i32::try_from(time.signed_duration_since(NaiveTime::MIN).num_minutes());
    let told = last.and_then(|(at, _)| at.time).and_then(|time| minutes(time).ok());
    told.zip(clock_of(raw)).is_some_and(|(told, now)| now.minutes() >= told)
}

/// The day of a time that names none: the sentence's, one just told of in the past, or else the text's.
fn day_told(raw: &RawTime, anchors: &Anchors) -> (Option<NaiveDate>, Option<String>) {
    let ago = raw.sentence.saturating_sub(anchors.last_day_sentence);
    let last = anchors.last_day.map(|day| (day, ago));
    match (last, anchors.published) {
        (Some((day, 0)), _) => (Some(day), Some(format!("day of the sentence, {day}"))),
        (Some((day, ago)), Some(published))
            if matches!(raw.tense, Tense::Past | Tense::Over)
                && day < published
                && (ago <= 2 || is_near(day, published, ago) || goes_on(raw, day, anchors)) =>
        {
            (Some(day), Some(format!("{TOLD}, {day}")))
        }
        (last, published) => {
            let day = if anchors.narrative { last.map(|(day, _)| day) } else { published };
            (day, day.map(|day| format!("{TEXT}, {day}")))
        }
    }
}
