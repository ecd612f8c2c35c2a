//! Date expressions to stretches of the calendar.

use chrono::{Datelike, NaiveDate};
use crosscheck_model::raw::{CalendarName, DateExpr, OffsetFrom, RawTime, TimeRole};
use crosscheck_model::{Granularity, Moment};

use super::anchor::Anchors;
use super::length::whole;
use super::offset::nth;
use super::stretch::{Stretch, add, weekday_to};

/// What a date expression resolves to.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Outcome {
    /// A stretch of the calendar, with the anchor used and why.
    Fixed(Stretch, Option<String>),
    /// Underspecified: the TIMEX3 value with its unknown digits, and the fineness.
    Partial(String, Granularity),
    /// A minute or second, with the unit it was counted in.
    Minute(Moment, Granularity, String),
    /// Past or future without more: "several years ago".
    Reference(&'static str),
    /// The fields name no day: "29 February 2015".
    Nonexistent(String),
}

impl Anchors {
    /// Resolves a date expression.
    pub(super) fn date(&self, expr: &DateExpr, raw: &RawTime) -> Outcome {
        match expr {
            DateExpr::Calendar { year, month, day, weekday } => {
                self.calendar(*year, *month, *day, *weekday, raw)
            }
            DateExpr::Named { name, year } => self.named(*name, *year, raw),
            DateExpr::NamedShift { name, shift, from } => self.named_shift(*name, *shift, *from, raw),
            DateExpr::Unit { unit, shift, from } => self.unit(*unit, *shift, *from),
            DateExpr::Decade { start, short } => self.decade(*start, *short),
            DateExpr::Century(number) => {
                let year = if *number > 0 { (*number - 1) * 100 + 1 } else { *number * 100 + 1 };
                match Stretch::year(year) {
                    Some(at) => Outcome::Fixed(Stretch::holding(Granularity::Century, at.start), None),
                    None => Outcome::Partial("XXXX".to_owned(), Granularity::Century),
                }
            }
            DateExpr::Offset { length, back, from: OffsetFrom::Deixis(from) } => {
                self.offset(length, *back, *from)
            }
            DateExpr::Offset { back, .. } => {
                Outcome::Reference(if *back { "PAST_REF" } else { "FUTURE_REF" })
            }
            DateExpr::OffsetFrom { length, back, date } => match (self.date(date, raw), whole(length)) {
                (Outcome::Fixed(base, anchor), Some(n)) => {
                    let n = if *back { -n } else { n };
                    let moved = add(base.start, length.unit, n).map(|day| {
                        let unit = if length.unit <= Granularity::Week {
                            base.unit
                        } else {
                            length.unit.min(base.unit)
                        };
                        Stretch::holding(unit, day)
                    });
                    moved.map_or(Outcome::Reference("PAST_REF"), |at| Outcome::Fixed(at, anchor))
                }
                (Outcome::Partial(..), _) | (Outcome::Fixed(..), None) => {
                    Outcome::Reference(if *back { "PAST_REF" } else { "FUTURE_REF" })
                }
                (other, _) => other,
            },
            DateExpr::Nth { rank, unit, of } => match self.date(of, raw) {
                Outcome::Fixed(base, anchor) => match nth(self.begun(base, *rank, raw), *rank, *unit) {
                    Some(at) => Outcome::Fixed(at, anchor),
                    None => Outcome::Fixed(base, anchor),
                },
                other => other,
            },
            DateExpr::NthWeekday { rank, weekday, of } => match self.date(of, raw) {
                Outcome::Fixed(base, anchor) => {
                    let at = if *rank > 0 {
                        add(base.start, Granularity::Day, 6)
                            .and_then(|day| weekday_to(*weekday, day))
                            .and_then(|day| add(day, Granularity::Week, i64::from(*rank) - 1))
                    } else {
                        weekday_to(*weekday, base.end())
                            .and_then(|day| add(day, Granularity::Week, i64::from(*rank) + 1))
                    };
                    Outcome::Fixed(at.map_or(base, Stretch::day), anchor)
                }
                other => other,
            },
            DateExpr::In { name, of } => match (self.date(of, raw), name) {
                (Outcome::Fixed(base, anchor), CalendarName::Weekday(day)) => {
                    match weekday_to(*day, base.end()) {
                        Some(at) => Outcome::Fixed(Stretch::day(at), anchor),
                        None => Outcome::Fixed(base, anchor),
                    }
                }
                (Outcome::Fixed(base, anchor), CalendarName::Quarter(1..)) => {
                    let named = super::named::in_year(*name, base.start.year());
                    Outcome::Fixed(named.unwrap_or(base), anchor)
                }
                (Outcome::Fixed(base, anchor), CalendarName::Quarter(_)) => {
                    let quarter = self.quarter.map_or(base.start.month(), |quarter| quarter.start.month());
                    match NaiveDate::from_ymd_opt(base.start.year(), quarter, 1) {
                        Some(start) if self.quarter.is_some() => Outcome::Fixed(
                            Stretch { unit: Granularity::Quarter, start },
                            Some("quarter last named".to_owned()),
                        ),
                        _ => Outcome::Fixed(base, anchor),
                    }
                }
                (Outcome::Partial(week, _), CalendarName::Weekday(day)) => {
                    Outcome::Partial(format!("{week}-{day}"), Granularity::Day)
                }
                (other, _) => other,
            },
            _ => Outcome::Partial("XXXX".to_owned(), Granularity::Unknown),
        }
    }

    /// "up 12% since year-end": the end that has passed, where the one named lies ahead.
    fn begun(&self, base: Stretch, rank: i32, raw: &RawTime) -> Stretch {
        let ahead = self.published.is_some_and(|published| base.end() >= published);
        let back = rank < 0 && ahead && raw.role == TimeRole::Since && !self.narrative;
        back.then(|| base.shift(-1)).flatten().unwrap_or(base)
    }
}
