//! Temporal expressions to calendar intervals and TIMEX3.
//!
//! The expressions are walked in the order of the text, since later ones count from earlier ones (`anchor`). Values follow
//! TIMEX3 as TempEval-3 used it (UzZaman et al. 2013); intervals are inclusive and local.

mod anchor;
mod date;
mod length;
mod stretch;

use chrono::{Datelike, NaiveDate, NaiveTime};
use crosscheck_model::raw::{
    CalendarName, Count, DateExpr, DayPart, DayTime, Deixis, Length, OffsetFrom, Parsed, Placing, RawTime,
    Reference, Season, SetExpr, TimeExpr, TimeRole, YearExpr,
};
use crosscheck_model::{
    BlockKind, Bound, Certainty, DateValue, Granularity, Issue, Kind, Mention, Moment, Published, TimexMod,
    TimexType,
};

use crate::Prefer;
use anchor::Anchors;
use date::Outcome;
use stretch::{Stretch, add};

/// Resolves every temporal expression of a document, in order of offset.
///
/// ```
/// use crosscheck_normalizer::{Prefer, time};
/// use crosscheck_model::{Published, PublishedBasis};
/// let text = "The talks began on Tuesday.";
/// let parsed = crosscheck_parser::parse(text, crosscheck_parser::Options::default());
/// let published = Published { date: Some("2023-09-22".parse().unwrap()), basis: PublishedBasis::Manifest };
/// let found = time::resolve(text, &parsed, &published, Prefer::Past);
/// assert_eq!(found[0].date.as_ref().unwrap().timex.as_deref(), Some("2023-09-19"));
/// ```
pub fn resolve(text: &str, parsed: &Parsed, published: &Published, prefer: Prefer) -> Vec<Mention> {
    let mut anchors = Anchors::new(parsed, published, prefer);
    let narrative = anchors.narrative;
    let told = parsed.times.iter().filter(|raw| narrative || !matches!(raw.expr, TimeExpr::Adjective(_)));
    told.map(|raw| mention(text, parsed, raw, &mut anchors)).collect()
}

/// The day that an expression names by itself, all of year, month and day printed; no anchor is used.
///
/// What stands in a dateline or caption, and agreement of a printed weekday, can be read from it.
pub fn full_date(raw: &RawTime) -> Option<Moment> {
    let (date, time) = match &raw.expr {
        TimeExpr::Date(date) => (date, None),
        TimeExpr::Time { date: Some(date), time } => (date, Some(time)),
        _ => return None,
    };
    let DateExpr::Calendar { year: Some(YearExpr::Full(year)), month: Some(month), day: Some(day), .. } =
        date
    else {
        return None;
    };
    let date = NaiveDate::from_ymd_opt(*year, u32::from(*month), u32::from(*day))?;
    let time = match time {
        Some(DayTime::Clock { hour, minute, second, .. }) => NaiveTime::from_hms_opt(
            u32::from(*hour),
            u32::from(minute.unwrap_or(0)),
            u32::from(second.unwrap_or(0)),
        ),
        _ => None,
    };
    Some(Moment { date, time })
}

/// What is filled in for each kind of expression.
struct Read {
    kind: Kind,
    date: Option<DateValue>,
    length: Option<Length>,
    issues: Vec<Issue>,
}

fn mention(text: &str, parsed: &Parsed, raw: &RawTime, anchors: &mut Anchors) -> Mention {
    let read = match &raw.expr {
        TimeExpr::Date(DateExpr::Offset { length, back, from: OffsetFrom::Event(event) }) => {
            event_offset(text, length, *back, event.slice(text))
        }
        TimeExpr::Date(date) => whole_date(date, raw, anchors),
        TimeExpr::Time { date, time } => day_time(date.as_ref(), *time, raw, anchors),
        TimeExpr::Duration(length) => duration(length, anchors),
        TimeExpr::Set(set) => {
            Read { kind: Kind::Set, date: Some(set_value(set)), length: None, issues: Vec::new() }
        }
        TimeExpr::Reference(reference) | TimeExpr::Adjective(reference) => {
            let timex = match reference {
                Reference::Past => "PAST_REF",
                Reference::Present => "PRESENT_REF",
                Reference::Future => "FUTURE_REF",
            };
            Read {
                kind: Kind::Date,
                date: Some(reference_value(timex, None)),
                length: None,
                issues: Vec::new(),
            }
        }
        _ => Read { kind: Kind::Date, date: None, length: None, issues: Vec::new() },
    };
    let mut date = read.date;
    if let Some(date) = &mut date {
        date.modifier = raw.modifier.or(date.modifier);
        narrow(date);
        open_ends(date, raw.role);
    }
    let block = parsed.sentences.get(raw.sentence as usize).map_or(BlockKind::Body, |sentence| sentence.kind);
    let mut issues = raw.issues.clone();
    issues.extend(read.issues);
    Mention {
        span: raw.span,
        core: raw.span,
        sentence: raw.sentence,
        block,
        kind: read.kind,
        value: read.length.as_ref().map(length::value),
        bound: read.length.as_ref().map_or(Bound::Exact, length::bound),
        change: None,
        unit: read.length.map(|length| length::unit_name(length.unit).to_owned()),
        si: None,
        object: None,
        date,
        issues,
    }
}

/// A resolved date's value; the interval is the stretch.
fn stretch_value(at: Stretch, why: Option<String>) -> DateValue {
    DateValue {
        from: Some(Moment::day(at.start)),
        to: Some(Moment::day(at.end())),
        granularity: at.unit,
        timex: Some(at.timex()),
        kind: TimexType::Date,
        modifier: None,
        anchor: why,
        certainty: Certainty::Exact,
    }
}

fn reference_value(timex: &str, anchor: Option<String>) -> DateValue {
    DateValue {
        from: None,
        to: None,
        granularity: Granularity::Unknown,
        timex: Some(timex.to_owned()),
        kind: TimexType::Date,
        modifier: None,
        anchor,
        certainty: Certainty::Vague,
    }
}

fn partial_value(timex: String, granularity: Granularity) -> DateValue {
    DateValue {
        from: None,
        to: None,
        granularity,
        timex: Some(timex),
        kind: TimexType::Date,
        modifier: None,
        anchor: None,
        certainty: Certainty::Unresolved,
    }
}

fn whole_date(expr: &DateExpr, raw: &RawTime, anchors: &mut Anchors) -> Read {
    let mut issues = Vec::new();
    let date = match anchors.date(expr, raw) {
        Outcome::Fixed(at, why) => {
            anchors.note(at, raw.sentence, prints_year(expr));
            if matches!(expr, DateExpr::Named { name: CalendarName::Quarter(_), .. }) {
                anchors.quarter = Some(at);
            }
            issues.extend(weekday_slip(expr, at, raw));
            Some(stretch_value(at, why))
        }
        Outcome::Partial(timex, granularity) => Some(partial_value(timex, granularity)),
        Outcome::Reference(timex) => Some(reference_value(timex, None)),
        Outcome::Nonexistent(day) => {
            issues.push(nonexistent(&day, raw));
            None
        }
    };
    Read { kind: Kind::Date, date, length: None, issues }
}

fn nonexistent(day: &str, raw: &RawTime) -> Issue {
    Issue {
        code: "no-such-date".to_owned(),
        span: raw.span,
        message: format!("{day} does not exist in the calendar"),
    }
}

fn prints_year(expr: &DateExpr) -> bool {
    matches!(
        expr,
        DateExpr::Calendar { year: Some(YearExpr::Full(_) | YearExpr::Short(_)), .. }
            | DateExpr::Named { year: Some(YearExpr::Full(_) | YearExpr::Short(_)), .. }
    )
}

/// "Tuesday, 20 September 2023": that day was a Wednesday.
fn weekday_slip(expr: &DateExpr, at: Stretch, raw: &RawTime) -> Option<Issue> {
    let DateExpr::Calendar { day: Some(_), weekday: Some(weekday), .. } = expr else { return None };
    let printed = stretch::weekday(*weekday);
    let real = at.start.weekday();
    (printed != real && at.unit == Granularity::Day).then(|| Issue {
        code: "weekday-mismatch".to_owned(),
        span: raw.span,
        message: format!("{} is a {}, not a {}", at.start, full_name(real), full_name(printed)),
    })
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

/// TIMEX3 code and hours of a part of the day; hours past 24 run into the next day.
fn part_hours(part: DayPart) -> (&'static str, u32, u32) {
    match part {
        DayPart::Morning => ("MO", 6, 12),
        DayPart::Midday => ("MI", 12, 14),
        DayPart::Afternoon => ("AF", 12, 18),
        DayPart::Evening => ("EV", 18, 24),
        DayPart::Night | DayPart::Overnight => ("NI", 18, 30),
        DayPart::Daytime => ("DT", 6, 18),
        DayPart::Dawn => ("MO", 4, 7),
        DayPart::Dusk => ("EV", 17, 20),
    }
}

fn day_time(expr: Option<&DateExpr>, time: DayTime, raw: &RawTime, anchors: &mut Anchors) -> Read {
    let mut issues = Vec::new();
    let (day, stem, why) = match expr {
        Some(expr) => match anchors.date(expr, raw) {
            Outcome::Fixed(at, why) => {
                issues.extend(weekday_slip(expr, at, raw));
                anchors.note(at, raw.sentence, prints_year(expr));
                (Some(at.start).filter(|_| at.unit == Granularity::Day), at.timex(), why)
            }
            Outcome::Partial(timex, _) => (None, timex, None),
            Outcome::Reference(_) => (None, "XXXX-XX-XX".to_owned(), None),
            Outcome::Nonexistent(day) => {
                issues.push(nonexistent(&day, raw));
                return Read { kind: Kind::Time, date: None, length: None, issues };
            }
        },
        None => {
            // The day of the sentence, or else of the text.
            let same = anchors.last_day.filter(|_| anchors.last_day_sentence == raw.sentence);
            let day = same.or(if anchors.narrative { anchors.last_day } else { anchors.published });
            let why = day.map(|day| {
                if same.is_some() {
                    format!("day of the sentence, {day}")
                } else {
                    format!("day of the text, {day}")
                }
            });
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
        DayTime::Clock { hour: h, minute, second, .. } => {
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
                (at, at)
            });
            (timex, granularity, at)
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
    };
    Read { kind: Kind::Time, date: Some(date), length: None, issues }
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

fn duration_value(length: &Length) -> DateValue {
    DateValue {
        from: None,
        to: None,
        granularity: length.unit,
        timex: Some(length::timex(length)),
        kind: TimexType::Duration,
        modifier: match length.count {
            Count::Vague(2, Some(3)) => Some(TimexMod::Approx),
            _ => None,
        },
        anchor: None,
        certainty: match (length.count, length.bound) {
            (Count::Vague(..), _) => Certainty::Vague,
            (_, Bound::Exact) => Certainty::Exact,
            _ => Certainty::Approximate,
        },
    }
}

fn duration(length: &Length, anchors: &Anchors) -> Read {
    let mut date = duration_value(length);
    let base = anchors.base(Deixis::Speech);
    if let (Some((base, why)), Some(n)) = (base, length::whole(length)) {
        let (from, to, how) = match length.placing {
            Placing::Past => (add(base.start, length.unit, -n), Some(base.start), "up to"),
            Placing::Next => (Some(base.start), add(base.start, length.unit, n), "from"),
            // The third day began two days before.
            Placing::Ordinal => {
                (add(base.start, length.unit, 1 - n), Some(base.start), "begun so long before")
            }
            Placing::Free | Placing::First => (None, None, ""),
        };
        if let (Some(from), Some(to)) = (from, to) {
            (date.from, date.to) = (Some(Moment::day(from)), Some(Moment::day(to)));
            date.anchor = Some(format!("{how} {why}"));
        }
    }
    Read { kind: Kind::Duration, date: Some(date), length: Some(*length), issues: Vec::new() }
}

fn event_offset(text: &str, length: &Length, back: bool, event: &str) -> Read {
    let _ = text;
    let mut date = duration_value(length);
    date.certainty = Certainty::EventAnchored;
    date.anchor = Some(format!("{} {event}", if back { "before" } else { "after" }));
    Read { kind: Kind::Duration, date: Some(date), length: Some(*length), issues: Vec::new() }
}

fn set_value(set: &SetExpr) -> DateValue {
    let part_code = |part: DayPart| part_hours(part).0;
    let (timex, granularity) = match set {
        SetExpr::Every { length, .. } => (length::timex(length), length.unit),
        SetExpr::Each(unit) => (
            match unit {
                Granularity::Hour => "PT1H",
                Granularity::Day => "XXXX-XX-XX",
                Granularity::Week => "XXXX-WXX",
                Granularity::Month => "XXXX-XX",
                Granularity::Quarter => "XXXX-QX",
                _ => "XXXX",
            }
            .to_owned(),
            *unit,
        ),
        SetExpr::Name(name, part) => {
            let (mut timex, granularity) = match name {
                CalendarName::Weekday(day) => (format!("XXXX-WXX-{day}"), Granularity::Day),
                CalendarName::Month(month) => (format!("XXXX-{month:02}"), Granularity::Month),
                CalendarName::Season(Season::Spring) => ("XXXX-SP".to_owned(), Granularity::Season),
                CalendarName::Season(Season::Summer) => ("XXXX-SU".to_owned(), Granularity::Season),
                CalendarName::Season(Season::Autumn) => ("XXXX-FA".to_owned(), Granularity::Season),
                CalendarName::Season(Season::Winter) => ("XXXX-WI".to_owned(), Granularity::Season),
                CalendarName::Weekend => ("XXXX-WXX-WE".to_owned(), Granularity::Weekend),
                CalendarName::Quarter(n) => (format!("XXXX-Q{n}"), Granularity::Quarter),
                CalendarName::Half(n) => (format!("XXXX-H{n}"), Granularity::HalfYear),
                CalendarName::Holiday(_) => ("XXXX".to_owned(), Granularity::Day),
            };
            if let Some(part) = part {
                timex.push('T');
                timex.push_str(part_code(*part));
            }
            (timex, granularity)
        }
        SetExpr::Part(part) => (format!("XXXX-XX-XXT{}", part_code(*part)), Granularity::PartOfDay),
    };
    DateValue {
        from: None,
        to: None,
        granularity,
        timex: Some(timex),
        kind: TimexType::Set,
        modifier: None,
        anchor: None,
        certainty: Certainty::Exact,
    }
}

/// Narrows an interval to the part that "early", "mid" or "late" names: the first, middle or last half.
fn narrow(date: &mut DateValue) {
    let Some(modifier @ (TimexMod::Start | TimexMod::Mid | TimexMod::End | TimexMod::Approx)) = date.modifier
    else {
        return;
    };
    if date.certainty == Certainty::Exact {
        date.certainty = Certainty::Approximate;
    }
    let (Some(from), Some(to)) = (date.from, date.to) else { return };
    if date.granularity <= Granularity::Day || from.time.is_some() {
        return;
    }
    let days = (to.date - from.date).num_days();
    let at = |n: i64| add(from.date, Granularity::Day, n).map(Moment::day);
    match modifier {
        TimexMod::Start => date.to = at(days / 2).or(date.to),
        TimexMod::Mid => (date.from, date.to) = (at(days / 4).or(date.from), at(days - days / 4).or(date.to)),
        TimexMod::End => date.from = at(days - days / 2).or(date.from),
        _ => {}
    }
}

/// Opens the end that a preposition leaves open.
fn open_ends(date: &mut DateValue, role: TimeRole) {
    if !matches!(date.kind, TimexType::Date | TimexType::Time) || (date.from.is_none() && date.to.is_none()) {
        return;
    }
    match role {
        TimeRole::Since => date.to = None,
        TimeRole::By | TimeRole::Until => date.from = None,
        TimeRole::Before => {
            date.to = date.from.take().map(|at| Moment::day(at.date.pred_opt().unwrap_or(at.date)));
        }
        TimeRole::After => {
            date.from = date.to.take().map(|at| match at.time {
                Some(_) => at,
                None => Moment::day(at.date.succ_opt().unwrap_or(at.date)),
            });
        }
        TimeRole::AsOf => {}
        _ => return,
    }
    date.certainty = Certainty::OneSided;
}
