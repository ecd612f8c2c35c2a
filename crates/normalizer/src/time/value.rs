//! Values in the terms of TIMEX3.

use crosscheck_model::raw::{CalendarName, Count, DayPart, Length, Season, SetExpr, TimeRole};
use crosscheck_model::{Bound, Certainty, DateValue, Granularity, Moment, TimexMod, TimexType};

use super::clock::part_hours;
use super::length;
use super::stretch::{Stretch, add};

/// A resolved date's value; the interval is the stretch.
pub(super) fn stretch_value(at: Stretch, why: Option<String>) -> DateValue {
    DateValue {
        from: Some(Moment::day(at.start)),
        to: Some(Moment::day(at.end())),
        granularity: at.unit,
        timex: Some(at.timex()),
        kind: TimexType::Date,
        modifier: None,
        anchor: why,
        certainty: Certainty::Exact,
        offset: None,
        carried: None,
    }
}

/// What has a TIMEX3 value and no interval.
fn unplaced(kind: TimexType, timex: String, granularity: Granularity, certainty: Certainty) -> DateValue {
    DateValue {
        from: None,
        to: None,
        granularity,
        timex: Some(timex),
        kind,
        modifier: None,
        anchor: None,
        certainty,
        offset: None,
        carried: None,
    }
}

pub(super) fn reference_value(timex: &str, anchor: Option<String>) -> DateValue {
    let value = unplaced(TimexType::Date, timex.to_owned(), Granularity::Unknown, Certainty::Vague);
    DateValue { anchor, ..value }
}

pub(super) fn partial_value(timex: String, granularity: Granularity) -> DateValue {
    unplaced(TimexType::Date, timex, granularity, Certainty::Unresolved)
}

pub(super) fn duration_value(length: &Length) -> DateValue {
    let certainty = match (length.count, length.bound) {
        (Count::Vague(..), _) => Certainty::Vague,
        (_, Bound::Exact) => Certainty::Exact,
        _ => Certainty::Approximate,
    };
    // "a couple of days"
    let modifier = matches!(length.count, Count::Vague(2, Some(3))).then_some(TimexMod::Approx);
    let value = unplaced(TimexType::Duration, length::timex(length), length.unit, certainty);
    DateValue { modifier, ..value }
}

pub(super) fn set_value(set: &SetExpr) -> DateValue {
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
    unplaced(TimexType::Set, timex, granularity, Certainty::Exact)
}

/// Narrows an interval to the part that "early", "mid" or "late" names: the first, middle or last half.
pub(super) fn narrow(date: &mut DateValue) {
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
pub(super) fn open_ends(date: &mut DateValue, role: TimeRole) {
    if !matches!(date.kind, TimexType::Date | TimexType::Time) || (date.from.is_none() && date.to.is_none()) {
        return;
    }
    match role {
        TimeRole::Since => date.to = None,
        TimeRole::By | TimeRole::Until => date.from = None,
        // "before dawn on Wednesday" is early on that day, "before 4 p.m." the hours up to it.
        TimeRole::Before if date.from.is_some_and(|at| at.time.is_some()) => {
            date.to = date.from.take();
            if date.granularity == Granularity::PartOfDay {
                date.from = date.to.map(|at| Moment::day(at.date));
            }
        }
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

/// A minute or second counted from another: "15 minutes ago".
pub(super) fn moment_value(at: Moment, unit: Granularity, why: String) -> DateValue {
    DateValue {
        from: Some(at),
        to: Some(at),
        granularity: unit,
        timex: Some(at.to_string()),
        kind: TimexType::Time,
        modifier: None,
        anchor: Some(why),
        certainty: Certainty::Exact,
        offset: None,
        carried: None,
    }
}
