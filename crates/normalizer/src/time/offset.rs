//! Units and lengths counted from the anchor: "last week", "two years ago", "three days later", "the 1990s".

use chrono::{Datelike, TimeDelta};
use crosscheck_model::raw::{Count, Deixis, Length, Placing};
use crosscheck_model::{Granularity, Moment, Number};

use super::anchor::Anchors;
use super::calendar::century_of;
use super::date::Outcome;
use super::length::whole;
use super::stretch::{Stretch, add};

impl Anchors {
    /// A unit counted from the anchor.
    pub(super) fn unit(&self, unit: Granularity, shift: i32, from: Deixis) -> Outcome {
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
            let named = self.last_quarter.filter(|_| self.pointing);
            if let Some(quarter) = named.or(self.quarter) {
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
    pub(super) fn decade(&self, start: i32, short: bool) -> Outcome {
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
        // "The late 1800s" are the end of a century; what is said of its first decade lies in it too. "The 2000s" are a decade.
        let unit = if start % 100 == 0 && start < 2000 { Granularity::Century } else { Granularity::Decade };
        match Stretch::year(start) {
            Some(at) => Outcome::Fixed(Stretch { unit, start: at.start }, None),
            None => Outcome::Partial("XXX".to_owned(), Granularity::Decade),
        }
    }

    /// "15 minutes ago", "two hours later": counted from a clock time, or else the day of the anchor.
    pub(super) fn within_day(&self, length: &Length, back: bool, from: Deixis) -> Option<Outcome> {
        let told = self.last_time.map(|(at, _)| (at, "time last mentioned"));
        let base = match from {
            Deixis::Speech => self.published_at.map(|at| (at, "published")).filter(|_| !self.narrative),
            Deixis::Mentioned => told,
        };
        let count = match length.count {
            Count::Exact(n) => Some(n),
            Count::Vague(2, Some(3)) => Some(Number::from(2)),
            _ => None,
        };
        if let (Some((at, how)), Some(n)) = (base, count) {
            let seconds = |n: Number, unit: Granularity| {
                let per = match unit {
                    Granularity::Hour => 3600,
                    Granularity::Minute => 60,
                    _ => 1,
                };
                i64::try_from((n.0.checked_mul(per.into())?).trunc()).ok()
            };
            let rest = length.and.map_or(Some(0), |(n, unit)| seconds(Number::from(i64::from(n)), unit));
            let total = seconds(n, length.unit)?.checked_add(rest?)?;
            let total = TimeDelta::try_seconds(if back { -total } else { total })?;
            let moved = at.date.and_time(at.time?).checked_add_signed(total)?;
            let moment = Moment { date: moved.date(), time: Some(moved.time()) };
            return Some(Outcome::Minute(moment, length.unit, format!("{how} {at}")));
        }
        let (base, why) = self.base(from)?;
        Some(Outcome::Fixed(Stretch::day(base.start), Some(why)))
    }

    /// "two weeks ago", "a year earlier", "three days later".
    pub(super) fn offset(&self, length: &Length, back: bool, from: Deixis) -> Outcome {
        let vague = Outcome::Reference(if back { "PAST_REF" } else { "FUTURE_REF" });
        if length.unit < Granularity::Day {
            return self.within_day(length, back, from).unwrap_or(vague);
        }
        let two = length.placing == Placing::In;
        let Some(n) = whole(length).filter(|_| two || !matches!(length.count, Count::Vague(..))) else {
            return vague;
        };
        let n = if back { -n } else { n };
        // In a report on a quarter, a year before it is a quarter too.
        if length.unit == Granularity::Year
            && n.abs() == 1
            && !self.narrative
            && let Some(quarter) = self.quarter
        {
            let reported =
                if self.by_quarter { quarter } else { Stretch::holding(Granularity::Year, quarter.start) };
            let at = reported.shift(if self.by_quarter { 4 * n } else { n });
            if let Some(at) = at {
                return Outcome::Fixed(at, Some(format!("period reported on, {}", reported.timex())));
            }
        }
        let Some((base, why)) = self.base(from) else { return vague };
        if length.unit < base.unit {
            if length.unit == Granularity::Day && base.unit == Granularity::Year {
                return Outcome::Partial(format!("{}-XX-XX", base.timex()), Granularity::Day);
            }
            if base.unit >= Granularity::Year {
                return vague;
            }
        }
        // "two weeks and three days ago" is told to the day.
        let fine = length.and.map_or(length.unit, |(_, unit)| unit.max(Granularity::Day));
        let rest = length.and.map_or(0, |(rest, _)| i64::from(rest) * if back { -1 } else { 1 });
        let moved = add(base.start, length.unit, n).and_then(|day| match length.and {
            Some((_, unit)) => add(day, unit, rest),
            None => Some(day),
        });
        let moved = moved.map(|day| Stretch::holding(fine, day));
        moved.map_or(vague, |at| Outcome::Fixed(at, Some(why)))
    }
}

/// The unit of that rank inside a stretch.
pub(super) fn nth(base: Stretch, rank: i32, unit: Granularity) -> Option<Stretch> {
    if rank < 0 {
        let last = Stretch::holding(unit, base.end());
        // The weekend of the week in which August ends may be September's.
        let over = i64::from(last.start > base.end());
        last.shift(i64::from(rank) + 1 - over)
    } else {
        Stretch::holding(unit, base.start).shift(i64::from(rank.max(1)) - 1)
    }
}
