//! Printed fields to days, months and years; what is missing comes from the anchor.

use chrono::{Datelike, NaiveDate};
use crosscheck_model::Granularity;
use crosscheck_model::raw::{RawTime, Tense, TimeRole, YearExpr};

use super::anchor::Anchors;
use super::date::Outcome;
use super::stretch::{Stretch, add, weekday_to, year_text};

/// Days from publication within which a printed weekday that disagrees is a slip, not the mark of another year.
const NEAR: i64 = 21;

impl Anchors {
    /// A year expression to an astronomical year.
    pub(super) fn year(&self, year: YearExpr) -> Option<(i32, Option<String>)> {
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
    pub(super) fn calendar(
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
            // A day near publication is misprinted rather than one of another year.
            let near = |year: &i32| {
                NaiveDate::from_ymd_opt(*year, u32::from(month), u32::from(day))
                    .is_some_and(|at| (at - base).num_days().abs() <= NEAR)
            };
            let years = [base.year(), base.year() - 1, base.year() + 1];
            let nearest = years.iter().find(|year| near(year));
            let found = years.iter().find(|year| agrees(year));
            if let Some(&year) = found.filter(|found| nearest.is_none_or(|nearest| nearest == *found)) {
                return fixed(year, month, Some(day), Some(format!("published {base}, weekday agrees")));
            }
        }
        let found = self.month_by_tense(month, day, base, raw);
        // "from 1 December to 10 January": a range ends after it begins.
        match (self.range_start(raw).filter(|_| self.last_month_sentence == raw.sentence), &found) {
            (Some(from), Outcome::Fixed(at, _)) if at.end() < from || (at.start - from).num_days() > 330 => {
                let year = from.year() + i32::from(u32::from(month) < from.month());
                fixed(year, month, day, Some(format!("end of the range from {from}")))
            }
            _ => found,
        }
    }

    /// The first day of the range that an expression ends, where the same sentence begins one.
    fn range_start(&self, raw: &RawTime) -> Option<NaiveDate> {
        let ends = matches!(raw.role, TimeRole::To | TimeRole::Until);
        self.last_month.filter(|_| ends && self.range_from == Some(raw.sentence))
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
        // A deadline is the nearest one: past and future tense both tell of it. "Was due in June", told in March: the June that is nearer.
        let nearest = match raw.role {
            TimeRole::By | TimeRole::Until | TimeRole::To => Some("nearest to a deadline"),
            _ if raw.tense == Tense::Nearest => Some("the nearest to the text"),
            _ => None,
        };
        if let Some(told) = nearest.filter(|_| self.prefer == crate::Prefer::Past) {
            let away = |year: i32| first(year).map_or(366, |at| (at - base).num_days().abs());
            forward = if passed { away(year + 1) < away(year) } else { away(year) <= away(year - 1) };
            why = told;
        }
        let chosen = match (forward, passed || now) {
            _ if now => year,
            (false, true) => year,
            (true, false) => year,
            // "was due in March", told in February: a past tense does not reach back eleven months.
            (false, false) => {
                let ahead = first(year).map_or(365, |at| (at - base).num_days());
                if raw.tense == Tense::Over {
                    year - 1
                } else if ahead <= 45 && day.is_some() || ahead < 31 && raw.tense != Tense::Past {
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
        let (mut forward, mut why) = self.forward(raw.tense);
        // "The road is shut until Friday": what still goes on ends in time to come.
        if matches!(raw.role, TimeRole::Until)
            && matches!(raw.tense, Tense::Present | Tense::Scheduled)
            && !self.narrative
        {
            (forward, why) = (true, "the end of what goes on");
        }
        let back = weekday_to(weekday, base);
        if raw.tense == Tense::Nearest && !self.narrative {
            let behind = back.map_or(0, |at| (base - at).num_days());
            (forward, why) = (2 * behind > 7, "the nearest to the text");
        }
        let at = if forward {
            back.and_then(|at| if at == base { Some(at) } else { add(at, Granularity::Week, 1) })
        } else {
            back
        };
        let range = self.range_start(raw).filter(|_| self.last_day_sentence == raw.sentence);
        match (at, range) {
            (Some(at), Some(from)) if at < from => {
                let end = add(from, Granularity::Day, 6).and_then(|day| weekday_to(weekday, day));
                let why = Some(format!("end of the range from {from}"));
                Outcome::Fixed(Stretch::day(end.unwrap_or(at)), why)
            }
            (Some(at), _) => Outcome::Fixed(Stretch::day(at), Some(format!("published {base}, {why}"))),
            (None, _) => Outcome::Partial(format!("XXXX-WXX-{weekday}"), Granularity::Day),
        }
    }
}

/// A month or day, or that it does not exist.
pub(super) fn fixed(year: i32, month: u8, day: Option<u8>, why: Option<String>) -> Outcome {
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
pub(super) fn century_of(two: i32, near: i32) -> i32 {
    let year = near.div_euclid(100) * 100 + two;
    if year > near + 20 {
        year - 100
    } else if year < near - 80 {
        year + 100
    } else {
        year
    }
}
