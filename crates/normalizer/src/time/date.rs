//! Date expressions to stretches of the calendar.

use chrono::{Datelike, NaiveDate};
use crosscheck_lexicon::holiday::{Rule, rule_of};
use crosscheck_model::Granularity;
use crosscheck_model::raw::{
    CalendarName, Count, DateExpr, Deixis, Length, OffsetFrom, RawTime, Season, Tense, TimeRole, YearExpr,
};

use super::anchor::Anchors;
use super::length::whole;
use super::stretch::{Stretch, add, easter, weekday_to, year_text};

/// What a date expression resolves to.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Outcome {
    /// A stretch of the calendar, with the anchor used and why.
    Fixed(Stretch, Option<String>),
    /// Underspecified: the TIMEX3 value with its unknown digits, and the fineness.
    Partial(String, Granularity),
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
                Outcome::Fixed(base, anchor) => match nth(base, *rank, *unit) {
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
                (other, _) => other,
            },
            _ => Outcome::Partial("XXXX".to_owned(), Granularity::Unknown),
        }
    }

    /// A year expression to an astronomical year.
    fn year(&self, year: YearExpr) -> Option<(i32, Option<String>)> {
        match year {
            YearExpr::Full(n) if n < 0 => Some((n + 1, None)),
            YearExpr::Full(n) => Some((n, None)),
            YearExpr::Short(n) => {
                let anchor = if self.narrative { self.last_year } else { None };
                let near = anchor.or_else(|| self.published.map(|day| day.year())).unwrap_or(2000);
                Some((century_of(i32::from(n), near), None))
            }
            YearExpr::Relative { shift, from } => {
                let (base, why) = self.base(from)?;
                Some((base.start.year() + shift, Some(why)))
            }
        }
    }

    /// Fields as printed; what is missing comes from the anchor.
    fn calendar(
        &self,
        year: Option<YearExpr>,
        month: Option<u8>,
        day: Option<u8>,
        weekday: Option<u8>,
        raw: &RawTime,
    ) -> Outcome {
        let pair = |n: Option<u8>| n.map_or("XX".to_owned(), |n| format!("{n:02}"));
        match (year, month, day) {
            (Some(year), month, day) => {
                let Some((y, why)) = self.year(year) else {
                    return Outcome::Partial(format!("XXXX-{}", pair(month)), Granularity::Month);
                };
                let Some(m) = month else {
                    return match Stretch::year(y) {
                        Some(at) => Outcome::Fixed(at, why),
                        None => Outcome::Partial("XXXX".to_owned(), Granularity::Year),
                    };
                };
                fixed(y, m, day, why)
            }
            (None, Some(month), _) => self.month_day(month, day, weekday, raw),
            (None, None, Some(day)) => self.day_of_month(day, raw),
            (None, None, None) => match weekday {
                Some(weekday) => self.weekday(weekday, raw),
                None => Outcome::Partial("XXXX-XX-XX".to_owned(), Granularity::Day),
            },
        }
    }

    /// A month, with a day or without, whose year is open.
    fn month_day(&self, month: u8, day: Option<u8>, weekday: Option<u8>, raw: &RawTime) -> Outcome {
        let partial = || match day {
            Some(day) => Outcome::Partial(format!("XXXX-{month:02}-{day:02}"), Granularity::Day),
            None => Outcome::Partial(format!("XXXX-{month:02}"), Granularity::Month),
        };
        if self.narrative {
            let Some(year) = self.last_year else {
                return match self.published {
                    Some(base) => self.month_by_tense(month, day, base, raw),
                    None => partial(),
                };
            };
            let year = self.narrative_year(year, month, raw.sentence);
            return fixed(year, month, day, Some(format!("year of the narrative, {}", year_text(year))));
        }
        let Some(base) = self.published else { return partial() };
        // A weekday that agrees settles the year.
        if let (Some(weekday), Some(day)) = (weekday, day) {
            let agrees = |y: &i32| {
                NaiveDate::from_ymd_opt(*y, u32::from(month), u32::from(day))
                    .is_some_and(|at| at.weekday() == super::stretch::weekday(weekday))
            };
            if let Some(year) = [base.year(), base.year() - 1, base.year() + 1].into_iter().find(agrees) {
                return fixed(year, month, Some(day), Some(format!("published {base}, weekday agrees")));
            }
        }
        self.month_by_tense(month, day, base, raw)
    }

    /// The year of a month in a narrative: that of a year just named, or else the one in which the course of events goes on.
    fn narrative_year(&self, year: i32, month: u8, sentence: u32) -> i32 {
        let Some(point) = self.last_month else { return year };
        let (month_at, point_at) = (i32::from(month), point.month().cast_signed());
        if let Some((named, at)) = self.bare_year.filter(|(_, at)| *at >= self.last_month_sentence) {
            let goes_on = (0..=1).contains(&(month_at - point_at)) && sentence > at;
            let new_year = named != point.year();
            if sentence == at || new_year && !goes_on && (sentence <= at + 2 || named == point.year() + 1) {
                return named;
            }
        }
        // Events are told forward: December is followed by the next January.
        if month_at + 8 <= point_at { point.year() + 1 } else { point.year() }
    }

    /// The nearest such month or day on the side that the tense points to.
    fn month_by_tense(&self, month: u8, day: Option<u8>, base: NaiveDate, raw: &RawTime) -> Outcome {
        let first = |year: i32| NaiveDate::from_ymd_opt(year, u32::from(month), u32::from(day.unwrap_or(1)));
        let year = base.year();
        let passed = match day {
            Some(_) => first(year).is_some_and(|at| at < base),
            None => u32::from(month) < base.month(),
        };
        let now = match day {
            Some(_) => first(year) == Some(base),
            None => u32::from(month) == base.month(),
        };
        let (mut forward, mut why) = self.forward(raw.tense);
        if matches!(raw.role, TimeRole::By | TimeRole::Until | TimeRole::To) {
            // A deadline is the nearest one: past and future tense both tell of it.
            let ahead = |year: i32| first(year).map_or(366, |at| (at - base).num_days().abs());
            forward = if passed { ahead(year + 1) < ahead(year) } else { ahead(year) <= ahead(year - 1) };
            why = "nearest to a deadline";
        }
        let chosen = match (forward, passed || now) {
            _ if now => year,
            (false, true) => year,
            (true, false) => year,
            // "was due in March", told in February: a past tense does not reach back eleven months.
            (false, false) => {
                let ahead = first(year).map_or(365, |at| (at - base).num_days());
                if ahead <= 45 && day.is_some() || ahead < 31 && raw.tense != Tense::Past {
                    year
                } else {
                    year - 1
                }
            }
            (true, true) => {
                let behind = first(year).map_or(365, |at| (base - at).num_days());
                if behind <= 120 && self.prefer == crate::Prefer::Past { year } else { year + 1 }
            }
        };
        fixed(chosen, month, day, Some(format!("published {base}, {why}")))
    }

    /// A day of the month alone: "the 20th".
    fn day_of_month(&self, day: u8, raw: &RawTime) -> Outcome {
        let base = if self.narrative {
            self.last.map(|last| last.start)
        } else {
            self.published.or(self.last.map(|last| last.start))
        };
        let Some(base) = base else {
            return Outcome::Partial(format!("XXXX-XX-{day:02}"), Granularity::Day);
        };
        let month = Stretch::holding(Granularity::Month, base);
        let (forward, why) = self.forward(raw.tense);
        let step = if self.narrative {
            0
        } else if forward && u32::from(day) < base.day() {
            1
        } else if !forward && u32::from(day) > base.day() {
            -1
        } else {
            0
        };
        let month = month.shift(step).unwrap_or(month).start;
        match NaiveDate::from_ymd_opt(month.year(), month.month(), u32::from(day)) {
            Some(at) => Outcome::Fixed(Stretch::day(at), Some(format!("month of {base}, {why}"))),
            None => Outcome::Partial(format!("XXXX-XX-{day:02}"), Granularity::Day),
        }
    }

    /// A bare weekday: by tense the last one, the document's day included, or the next.
    fn weekday(&self, weekday: u8, raw: &RawTime) -> Outcome {
        let base = if self.narrative { self.last_day } else { self.published };
        let Some(base) = base else {
            return Outcome::Partial(format!("XXXX-WXX-{weekday}"), Granularity::Day);
        };
        let (forward, why) = self.forward(raw.tense);
        let back = weekday_to(weekday, base);
        let at = if forward {
            back.and_then(|at| if at == base { Some(at) } else { add(at, Granularity::Week, 1) })
        } else {
            back
        };
        match at {
            Some(at) => Outcome::Fixed(Stretch::day(at), Some(format!("published {base}, {why}"))),
            None => Outcome::Partial(format!("XXXX-WXX-{weekday}"), Granularity::Day),
        }
    }

    /// A season, quarter, half or holiday, with its year or by the anchor.
    fn named(&self, name: CalendarName, year: Option<YearExpr>, raw: &RawTime) -> Outcome {
        if let Some(year) = year {
            let Some((year, why)) = self.year(year) else {
                return Outcome::Partial(format!("XXXX{}", suffix(name)), Granularity::Unknown);
            };
            return match in_year(name, year) {
                Some(at) => Outcome::Fixed(at, why),
                None => {
                    Outcome::Partial(format!("{}{}", year_text(year), suffix(name)), Granularity::Unknown)
                }
            };
        }
        let base = if self.narrative {
            self.last_year.and_then(Stretch::year).map(|at| at.start)
        } else {
            self.published
        };
        let Some(base) = base else {
            return Outcome::Partial(format!("XXXX{}", suffix(name)), Granularity::Unknown);
        };
        let Some(here) = in_year(name, base.year()) else {
            return Outcome::Partial(format!("XXXX{}", suffix(name)), Granularity::Unknown);
        };
        if self.narrative {
            return Outcome::Fixed(here, Some(format!("year last mentioned, {}", year_text(base.year()))));
        }
        let (forward, why) = self.forward(raw.tense);
        let year = if forward {
            // "expects to report a third-quarter loss", told in November: the quarter just ended.
            let reported = matches!(name, CalendarName::Quarter(_)) && (base - here.end()).num_days() < 120;
            base.year() + i32::from(here.end() < base && !reported)
        } else {
            base.year() - i32::from(here.start > base)
        };
        in_year(name, year).map_or(Outcome::Reference("PAST_REF"), |at| {
            Outcome::Fixed(at, Some(format!("published {base}, {why}")))
        })
    }

    /// "last Friday", "next summer", "this September", "the weekend".
    fn named_shift(&self, name: CalendarName, shift: i32, from: Deixis, raw: &RawTime) -> Outcome {
        let Some((base, why)) = self.base(from) else {
            return Outcome::Partial(format!("XXXX{}", suffix(name)), Granularity::Unknown);
        };
        let day = base.start;
        let result = match name {
            CalendarName::Weekday(weekday) => {
                let back = weekday_to(weekday, day);
                match shift {
                    0 => {
                        let monday = Stretch::holding(Granularity::Week, day);
                        weekday_to(weekday, monday.end())
                    }
                    n if n < 0 => match back {
                        Some(at) if at == day => add(at, Granularity::Week, -1),
                        other => other,
                    },
                    _ => back.and_then(|at| add(at, Granularity::Week, 1)),
                }
                .map(Stretch::day)
            }
            CalendarName::Weekend => {
                let this = Stretch::holding(Granularity::Weekend, day);
                let begun = this.start <= day;
                match shift {
                    0 if begun || self.forward(raw.tense).0 => Some(this),
                    0 => this.shift(-1),
                    n if n < 0 => this.shift(-1),
                    _ => this.shift(i64::from(begun)),
                }
            }
            _ => {
                let here = in_year(name, day.year());
                here.and_then(|here| {
                    let year = match shift {
                        0 => day.year(),
                        n if n < 0 => day.year() - i32::from(here.end() >= day),
                        _ => day.year() + i32::from(here.start <= day),
                    };
                    in_year(name, year)
                })
            }
        };
        match result {
            Some(at) => Outcome::Fixed(at, Some(why)),
            None => Outcome::Partial(format!("XXXX{}", suffix(name)), Granularity::Unknown),
        }
    }

    /// A unit counted from the anchor.
    fn unit(&self, unit: Granularity, shift: i32, from: Deixis) -> Outcome {
        let unknown = || {
            let text = match unit {
                Granularity::Week => "XXXX-WXX",
                Granularity::Weekend => "XXXX-WXX-WE",
                Granularity::Month => "XXXX-XX",
                Granularity::Quarter => "XXXX-QX",
                Granularity::Year => "XXXX",
                Granularity::Decade => "XXX",
                Granularity::Century => "XX",
                _ => "XXXX-XX-XX",
            };
            Outcome::Partial(text.to_owned(), unit)
        };
        if unit == Granularity::Quarter && shift == 0 && from == Deixis::Mentioned {
            // "the quarter": the one the text is about, or else the last one ended.
            if let Some(quarter) = self.quarter {
                return Outcome::Fixed(quarter, Some(format!("quarter last named, {}", quarter.timex())));
            }
            if let Some(ended) = self.published.and_then(|day| Stretch::holding(unit, day).shift(-1)) {
                return Outcome::Fixed(ended, Some("last quarter ended before publication".to_owned()));
            }
        }
        let Some((base, why)) = self.base(from) else { return unknown() };
        // A day cannot be counted from a whole year.
        if unit < base.unit
            && (unit == Granularity::Day || base.unit >= Granularity::Year)
            && self.published != Some(base.start)
        {
            if unit == Granularity::Day && base.unit == Granularity::Month {
                return Outcome::Partial(format!("{}-XX", base.timex()), unit);
            }
            if unit == Granularity::Month && base.unit == Granularity::Year {
                return Outcome::Partial(format!("{}-XX", base.timex()), unit);
            }
            if let (Some(day), Granularity::Day) = (self.last_day, unit) {
                return match Stretch::day(day).shift(i64::from(shift)) {
                    Some(at) => Outcome::Fixed(at, Some(format!("day last mentioned {day}"))),
                    None => unknown(),
                };
            }
            return unknown();
        }
        match Stretch::holding(unit, base.start).shift(i64::from(shift)) {
            Some(at) => Outcome::Fixed(at, Some(why)),
            None => unknown(),
        }
    }

    /// "the 1990s", "the nineties".
    fn decade(&self, start: i32, short: bool) -> Outcome {
        let start = if short {
            let near = self
                .last_year
                .filter(|_| self.narrative)
                .or_else(|| self.published.map(|day| day.year()))
                .unwrap_or(2000);
            let year = century_of(start, near);
            // Decades spoken of are mostly past ones.
            if year > near + 5 { year - 100 } else { year }
        } else if start < 0 {
            // The 480s BC run from 489 to 480.
            return match Stretch::year(start - 8) {
                Some(at) => Outcome::Fixed(Stretch { unit: Granularity::Decade, start: at.start }, None),
                None => Outcome::Partial("XXX".to_owned(), Granularity::Decade),
            };
        } else {
            start
        };
        match Stretch::year(start) {
            Some(at) => Outcome::Fixed(Stretch { unit: Granularity::Decade, start: at.start }, None),
            None => Outcome::Partial("XXX".to_owned(), Granularity::Decade),
        }
    }

    /// "two weeks ago", "a year earlier", "three days later".
    fn offset(&self, length: &Length, back: bool, from: Deixis) -> Outcome {
        let vague = Outcome::Reference(if back { "PAST_REF" } else { "FUTURE_REF" });
        let Some(n) = whole(length).filter(|_| !matches!(length.count, Count::Vague(..))) else {
            return vague;
        };
        let n = if back { -n } else { n };
        // In a text about a quarter, a year before it is a quarter too.
        if length.unit == Granularity::Year
            && n.abs() == 1
            && !self.narrative
            && let Some(quarter) = self.quarter
            && let Some(at) = quarter.shift(4 * n)
        {
            return Outcome::Fixed(at, Some(format!("quarter last named, {}", quarter.timex())));
        }
        let Some((base, why)) = self.base(from) else { return vague };
        if length.unit < Granularity::Day {
            return Outcome::Fixed(Stretch::day(base.start), Some(why));
        }
        if length.unit < base.unit {
            if length.unit == Granularity::Day && base.unit == Granularity::Year {
                return Outcome::Partial(format!("{}-XX-XX", base.timex()), Granularity::Day);
            }
            if base.unit >= Granularity::Year {
                return vague;
            }
        }
        let moved = add(base.start, length.unit, n).map(|day| Stretch::holding(length.unit, day));
        moved.map_or(vague, |at| Outcome::Fixed(at, Some(why)))
    }
}

/// A month or day, or that it does not exist.
fn fixed(year: i32, month: u8, day: Option<u8>, why: Option<String>) -> Outcome {
    let at = NaiveDate::from_ymd_opt(year, u32::from(month), u32::from(day.unwrap_or(1)));
    match (at, day) {
        (Some(at), Some(_)) => Outcome::Fixed(Stretch::day(at), why),
        (Some(at), None) => Outcome::Fixed(Stretch { unit: Granularity::Month, start: at }, why),
        (None, day) => {
            Outcome::Nonexistent(format!("{}-{month:02}-{:02}", year_text(year), day.unwrap_or(1)))
        }
    }
}

/// The full year of two digits, within fifty years of `near`.
fn century_of(two: i32, near: i32) -> i32 {
    let year = near.div_euclid(100) * 100 + two;
    if year > near + 20 {
        year - 100
    } else if year < near - 80 {
        year + 100
    } else {
        year
    }
}

/// The part of a TIMEX3 value after the year.
fn suffix(name: CalendarName) -> String {
    match name {
        CalendarName::Month(month) => format!("-{month:02}"),
        CalendarName::Weekday(day) => format!("-WXX-{day}"),
        CalendarName::Weekend => "-WXX-WE".to_owned(),
        CalendarName::Season(Season::Spring) => "-SP".to_owned(),
        CalendarName::Season(Season::Summer) => "-SU".to_owned(),
        CalendarName::Season(Season::Autumn) => "-FA".to_owned(),
        CalendarName::Season(Season::Winter) => "-WI".to_owned(),
        CalendarName::Quarter(n) => format!("-Q{n}"),
        CalendarName::Half(n) => format!("-H{n}"),
        CalendarName::Holiday(id) => match rule_of(id) {
            Some(Rule::Fixed(month, day)) => format!("-{month:02}-{day:02}"),
            _ => "-XX-XX".to_owned(),
        },
    }
}

/// The named stretch of a year.
pub(super) fn in_year(name: CalendarName, year: i32) -> Option<Stretch> {
    let month = |m: u32, unit| Some(Stretch { unit, start: NaiveDate::from_ymd_opt(year, m, 1)? });
    match name {
        CalendarName::Month(m) => month(u32::from(m), Granularity::Month),
        CalendarName::Season(season) => Stretch::season(season, year),
        CalendarName::Quarter(n) => month(u32::from(n) * 3 - 2, Granularity::Quarter),
        CalendarName::Half(n) => month(u32::from(n) * 6 - 5, Granularity::HalfYear),
        CalendarName::Weekday(_) | CalendarName::Weekend => None,
        CalendarName::Holiday(id) => {
            let day = match rule_of(id)? {
                Rule::Fixed(m, d) => NaiveDate::from_ymd_opt(year, u32::from(m), u32::from(d))?,
                Rule::Easter(days) => add(easter(year)?, Granularity::Day, i64::from(days))?,
                Rule::Weekday(m, weekday, rank) if rank > 0 => {
                    let first = NaiveDate::from_ymd_opt(year, u32::from(m), 7)?;
                    add(weekday_to(weekday, first)?, Granularity::Week, i64::from(rank) - 1)?
                }
                Rule::Weekday(m, weekday, rank) => {
                    let last = Stretch {
                        unit: Granularity::Month,
                        start: NaiveDate::from_ymd_opt(year, u32::from(m), 1)?,
                    }
                    .end();
                    add(weekday_to(weekday, last)?, Granularity::Week, i64::from(rank) + 1)?
                }
            };
            Some(Stretch::day(day))
        }
    }
}

/// The unit of that rank inside a stretch.
fn nth(base: Stretch, rank: i32, unit: Granularity) -> Option<Stretch> {
    if rank < 0 {
        Stretch::holding(unit, base.end()).shift(i64::from(rank) + 1)
    } else {
        Stretch::holding(unit, base.start).shift(i64::from(rank.max(1)) - 1)
    }
}
