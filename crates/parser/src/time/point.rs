//! Points of the calendar and the clock, and the parts of them: "10 p.m. Wednesday", "the end of March", "early 1990".

use crosscheck_lexicon::time::{TimeWord, Unit};
use crosscheck_model::Granularity;
use crosscheck_model::raw::{DateExpr, DayTime, Deixis, TimeExpr};

use super::reader::{Hit, Reader, granularity};
use crate::token::TokenKind;

impl Reader<'_> {
    /// A date without clock time or modifier; parts of day after it included.
    pub(super) fn base_date(&mut self, i: usize) -> Hit<TimeExpr> {
        if let Some(hit) = self.deictic(i) {
            return Some(hit);
        }
        if let Some((date, end)) =
            self.numeric(i).or_else(|| self.weekday_first(i)).or_else(|| self.month_first(i, None))
        {
            // "Friday of last week", "Wednesday evening next week"
            if let DateExpr::Calendar { weekday: Some(day), month: None, day: None, .. } = date {
                let (part, after) = self.part_after(end).map_or((None, end), |(part, at)| (Some(part), at));
                let of = if self.is(after, "of") { after + 1 } else { after };
                if let Some((TimeExpr::Date(unit @ DateExpr::Unit { unit: Granularity::Week, .. }), end)) =
                    self.shifted(of, false)
                {
                    let name = crosscheck_model::raw::CalendarName::Weekday(day);
                    let date = DateExpr::In { name, of: Box::new(unit) };
                    return Some(match part {
                        Some(part) => (TimeExpr::Time { date: Some(date), time: DayTime::Part(part) }, end),
                        None => (TimeExpr::Date(date), end),
                    });
                }
            }
            return Some(self.with_part(date, end));
        }
        if (self.kind(i) == Some(TokenKind::Digits) || self.ordinal(i).is_some())
            && let Some((date, end)) = self.day_first(i, None).or_else(|| self.day_of_a_month(i))
        {
            return Some(self.with_part(date, end));
        }
        if let Some((date, end)) = self.decade(i, false).or_else(|| self.year_quarter(i)) {
            return Some((TimeExpr::Date(date), end));
        }
        if let Some((date, end)) = self.year_alone(i) {
            return Some((TimeExpr::Date(date), end));
        }
        if let Some((date, end)) =
            self.quarter(i, false).or_else(|| self.century(i)).or_else(|| self.season_date(i, false))
        {
            return Some((TimeExpr::Date(date), end));
        }
        if self.any(i, &["fiscal"]) {
            let at = if self.is(i + 1, "year") { i + 2 } else { i + 1 };
            if let Some((year, end)) = self.full_year(at) {
                return Some((TimeExpr::Date(super::calendar::calendar(Some(year), None, None, None)), end));
            }
        }
        if let Some((holiday, end)) = self.holiday(i) {
            return Some((TimeExpr::Date(holiday), end));
        }
        self.shifted(i, false)
    }

    /// "20th of next month", "the 3rd of the month".
    fn day_of_a_month(&self, i: usize) -> Hit<DateExpr> {
        let (day, at) = self.ordinal(i).filter(|(day, at)| (1..=31).contains(day) && self.is(*at, "of"))?;
        let inner = if self.the(at + 1) { at + 2 } else { at + 1 };
        let (TimeExpr::Date(month @ DateExpr::Unit { unit: Granularity::Month, .. }), end) =
            self.shifted(inner, false)?
        else {
            return None;
        };
        Some((DateExpr::Nth { rank: day, unit: Granularity::Day, of: Box::new(month) }, end))
    }

    /// A date after "the".
    pub(super) fn the_date(&mut self, i: usize) -> Hit<TimeExpr> {
        if let Some((date, end)) = self
            .decade(i, true)
            .or_else(|| self.quarter(i, true))
            .or_else(|| self.century(i))
            .or_else(|| self.season_date(i, true))
        {
            return Some((TimeExpr::Date(date), end));
        }
        if self.is(i, "year") {
            let year = self.full_year(i + 1).or_else(|| {
                self.spelled(i + 1)
                    .filter(|(n, _)| (1000..2200).contains(n))
                    .map(|(n, end)| (crosscheck_model::raw::YearExpr::Full(n.cast_signed()), end))
            });
            if let Some((year, end)) = year {
                return Some((TimeExpr::Date(super::calendar::calendar(Some(year), None, None, None)), end));
            }
        }
        // "the 1988 quarter", "the 1988 period": the quarter in question, of that year.
        if let Some((year, at)) = self.full_year(i)
            && self.any(at, &["quarter", "period"])
        {
            let of = Box::new(super::calendar::calendar(Some(year), None, None, None));
            let name = crosscheck_model::raw::CalendarName::Quarter(0);
            return Some((TimeExpr::Date(DateExpr::In { name, of }), at + 1));
        }
        if let Some(hit) = self.compared(i) {
            return Some(hit);
        }
        if self.kind(i) == Some(TokenKind::Digits)
            && self.ordinal(i).is_none()
            && let Some((date, end)) = self.day_first(i, None)
        {
            return Some(self.with_part(date, end));
        }
        if let Some((date, end)) = self.day_of_a_month(i) {
            return Some((TimeExpr::Date(date), end));
        }
        // "the 9th of May", "the 20th" as a day of the month only after a preposition of days.
        if let Some((day, end)) = self.ordinal(i) {
            if let Some((date, end)) = self.day_first(i, None) {
                return Some(self.with_part(date, end));
            }
            let led = i > 1 && self.any(i - 2, &["on", "until", "since", "by"]);
            if led && self.digits(i).is_some() && (1..=31).contains(&day) && !self.plain(end)
                || led
                    && self.digits(i).is_some()
                    && (end >= self.words.tokens.len() || self.any(end, &[",", ".", ";"]))
            {
                let date = super::calendar::calendar(None, None, u8::try_from(day).ok(), None);
                return Some((TimeExpr::Date(date), end));
            }
        }
        self.unit_of(i)
            .or_else(|| self.shifted(i, true))
            .or_else(|| self.year_ago(i))
            .or_else(|| self.the_unit(i))
    }

    /// "comparable", "corresponding": before a period that another is compared with.
    fn likens(&self, i: usize) -> bool {
        self.any(i, &["same", "corresponding", "comparable", "equivalent", "like"])
    }

    /// "the same quarter last year", "the quarter a year ago", "the corresponding period of last year".
    pub(super) fn compared(&mut self, i: usize) -> Hit<TimeExpr> {
        let like = self.likens(i);
        let at = if like { i + 1 } else { i };
        // "the comparable year-ago quarter"
        if like && let Some(hit) = self.year_ago(at) {
            return Some(hit);
        }
        let unit = match self.word(at)? {
            TimeWord::Unit(unit @ (Unit::Quarter | Unit::Month | Unit::Week | Unit::Day), false) => unit,
            TimeWord::Span if like && self.is(at, "period") => Unit::Quarter,
            _ => return None,
        };
        let of = if self.any(at + 1, &["of", "in"]) { at + 2 } else { at + 1 };
        let of = if of > at + 1 && self.the(of) { of + 1 } else { of };
        let year = |end: usize| matches!(self.unit(end), Some((Unit::Year, false, _)));
        let end = match self.word(of) {
            Some(TimeWord::Relative(-1, _)) if year(of + 1) => of + 2,
            _ if self.any(of, &["a", "one"])
                && year(of + 1)
                && self.any(of + 2, &["ago", "earlier", "before"]) =>
            {
                of + 3
            }
            _ => return None,
        };
        let length = super::length::one(Granularity::Year);
        let date = if unit == Unit::Quarter {
            let from = crosscheck_model::raw::OffsetFrom::Deixis(Deixis::Mentioned);
            DateExpr::Offset { length, back: true, from }
        } else {
            let date =
                Box::new(DateExpr::Unit { unit: granularity(unit), shift: 0, from: Deixis::Mentioned });
            DateExpr::OffsetFrom { length, back: true, date }
        };
        Some((TimeExpr::Date(date), end))
    }

    /// "year-ago", "year-earlier", "the year-earlier quarter", "year-end".
    pub(super) fn year_ago(&self, i: usize) -> Hit<TimeExpr> {
        if !(self.is(i, "year") && self.dash(i + 1) && self.glued(i + 1) && self.glued(i + 2)) {
            return (self.is(i, "year") && self.is(i + 1, "end") && i > 0 && !self.the(i - 1))
                .then(|| (year_end(), i + 2));
        }
        if self.is(i + 2, "end") {
            return Some((year_end(), i + 3));
        }
        if !self.any(i + 2, &["ago", "earlier"]) {
            return None;
        }
        if let Some((name, end)) = self.numbered_part(i + 3) {
            let year = Some(crosscheck_model::raw::YearExpr::Relative { shift: -1, from: Deixis::Speech });
            return Some((TimeExpr::Date(DateExpr::Named { name, year }), end));
        }
        // "the year-earlier nine months"
        if let Some(read) = self.counted(i + 3).filter(|read| !read.bare && !read.article && !read.compound) {
            return Some((TimeExpr::Duration(read.length), read.end));
        }
        let length = super::length::one(Granularity::Year);
        let from = crosscheck_model::raw::OffsetFrom::Deixis(Deixis::Mentioned);
        let end = if i > 0
            && (self.the(i - 1) || self.likens(i - 1))
            && (self.any(i + 3, &["quarter", "period"]))
        {
            i + 4
        } else {
            i + 3
        };
        Some((TimeExpr::Date(DateExpr::Offset { length, back: true, from }), end))
    }

    /// A date, with a clock time before or after it.
    pub(super) fn point(&mut self, i: usize) -> Hit<TimeExpr> {
        if let Some(range) = self.clock_range(i) {
            // "3 to 5 p.m. on Friday": the second time has the day, and the first borrows it.
            let (expr, end) = self.clock_point(range.second, range.time, range.second_end)?;
            let TimeExpr::Time { date, time: DayTime::Clock { .. } } = &expr else { return None };
            let first = TimeExpr::Time { date: date.clone(), time: range.first };
            self.more.push((expr, range.second, end));
            return Some((first, range.first_end));
        }
        if let Some(hit) = self.hours_of_part(i) {
            return Some(hit);
        }
        if let Some((time, end)) = self.clock(i) {
            return self.clock_point(i, time, end);
        }
        // "at 8 tonight", "at 5 tomorrow afternoon".
        if let Some((time, end)) = self.bare_hour(i) {
            return match self.base_date(end)? {
                (TimeExpr::Date(date), end) if is_day(&date) => {
                    Some((TimeExpr::Time { date: Some(date), time }, end))
                }
                (TimeExpr::Time { date: Some(date), time: DayTime::Part(part) }, end) => {
                    Some((TimeExpr::Time { date: Some(date), time: in_part(time, part) }, end))
                }
                _ => None,
            };
        }
        let (expr, end) = self.base_date(i)?;
        // "Friday at 3 p.m.", "23 Sep 2023 00:01", "2023-09-19T10:43".
        let (day, part) = match &expr {
            TimeExpr::Date(date) if is_day(date) => (date.clone(), None),
            TimeExpr::Time { date: Some(date), time: DayTime::Part(part) } if is_day(date) => {
                (date.clone(), Some(*part))
            }
            _ => return Some((expr, end)),
        };
        let within = |time| part.map_or(time, |part| in_part(time, part));
        let at = if self.any(end, &["at", ",", "t", "-", "|", "@"])
            && !(self.is(end, "-") && !self.glued(end) && self.glued(end + 1))
        {
            end + 1
        } else {
            end
        };
        let at =
            if self.is(at, "at") || self.any(at, &["about", "around"]) && self.is(at.wrapping_sub(1), "at") {
                at + 1
            } else {
                at
            };
        if at > end && self.is(end, "t") && !self.glued(end) {
            return Some((expr, end));
        }
        let from = if self.any(at, &["from", "between"]) { at + 1 } else { at };
        if let Some(range) = self.clock_range(from) {
            let second = TimeExpr::Time { date: Some(day.clone()), time: within(range.time) };
            self.more.push((second, range.second, range.second_end));
            let time = within(range.first);
            return Some((TimeExpr::Time { date: Some(day), time }, range.first_end));
        }
        match self.clock(at).or_else(|| self.iso_time(end)).or_else(|| self.bare_hour(at)) {
            Some((time, end)) => Some((TimeExpr::Time { date: Some(day), time: within(time) }, end)),
            None => Some((expr, end)),
        }
    }

    /// "from 7 to 8 tonight", "between 9 and 11 on Friday morning": the part of the day tells that hours are meant.
    fn hours_of_part(&mut self, i: usize) -> Hit<TimeExpr> {
        if i == 0
            || !self.any(i - 1, &["from", "between"])
            || !self.any(i + 1, &["to", "until", "till", "and"])
        {
            return None;
        }
        let hour = |at: usize| match self.digits(at) {
            Some((n @ 1..=12, 1..=2)) => u8::try_from(n).ok(),
            _ => None,
        };
        let (from, to) = (hour(i)?, hour(i + 2)?);
        let at = if self.is(i + 3, "on") { i + 4 } else { i + 3 };
        let depth = self.more.len();
        let Some((TimeExpr::Time { date: Some(date), time: DayTime::Part(part) }, end)) = self.base_date(at)
        else {
            self.more.truncate(depth);
            return None;
        };
        let clock = |hour| {
            in_part(DayTime::Clock { hour, minute: None, second: None, zone: None, half_open: true }, part)
        };
        self.more.push((TimeExpr::Time { date: Some(date.clone()), time: clock(to) }, i + 2, end));
        Some((TimeExpr::Time { date: Some(date), time: clock(from) }, i + 1))
    }

    /// The clock time that stands from `i` to `end`, with the date after it.
    fn clock_point(&mut self, i: usize, time: DayTime, end: usize) -> Hit<TimeExpr> {
        let bare = matches!(time, DayTime::Clock { minute: Some(_), half_open: true, zone: None, .. });
        let of_part = self.any(end, &["on", "of", ","]);
        let at = if of_part && self.is(end, ",") && self.is(end + 1, "on") {
            end + 2
        } else if of_part {
            end + 1
        } else {
            end
        };
        let at = if self.the(at) { at + 1 } else { at };
        let depth = self.more.len();
        // "noon on the last day of the month"
        if let Some((
            TimeExpr::Date(
                date @ (DateExpr::Nth { unit: Granularity::Day, .. } | DateExpr::NthWeekday { .. }),
            ),
            end,
        )) = self.nth(at)
        {
            return Some((TimeExpr::Time { date: Some(date), time }, end));
        }
        self.more.truncate(depth);
        // "9:30 p.m. on the 12th"
        if of_part
            && self.the(at.wrapping_sub(1))
            && self.digits(at).is_some()
            && let Some((day @ 1..=31, end)) = self.ordinal(at)
            && !self.plain(end)
            && !self.is(end, "of")
        {
            let date = super::calendar::calendar(None, None, u8::try_from(day).ok(), None);
            return Some((TimeExpr::Time { date: Some(date), time }, end));
        }
        match self.base_date(at) {
            Some((TimeExpr::Date(date), end)) if is_day(&date) => {
                let mut end = end;
                // "12:00 pm today, Saturday": the weekday repeats the day.
                if self.is(end, ",")
                    && let Some((_, after)) = self.weekday(end + 1)
                    && matches!(date, DateExpr::Unit { .. })
                {
                    end = after;
                }
                return Some((TimeExpr::Time { date: Some(date), time }, end));
            }
            Some((TimeExpr::Time { date: Some(date), time: DayTime::Part(part) }, end)) => {
                return Some((TimeExpr::Time { date: Some(date), time: in_part(time, part) }, end));
            }
            _ => self.more.truncate(depth),
        }
        if bare && !self.clock_stands(i, end) {
            return None;
        }
        Some((TimeExpr::Time { date: None, time }, end))
    }

    /// Whether "3:15" without meridiem or zone is a clock time and not a score or ratio.
    pub(super) fn clock_stands(&self, i: usize, end: usize) -> bool {
        let before = i.checked_sub(1).map_or("", |at| self.lower(at));
        i == 0 && end >= self.words.tokens.len()
            || super::clock::CLOCK_LEAD.contains(&before)
            || self.digits(i).is_some_and(|(_, n)| n == 2)
                && (i == 0 || matches!(before, "," | "|" | "(" | "-"))
                && !self.glued(end)
    }

    /// Whether a clause ends before token `i`.
    pub(super) fn ends(&self, i: usize) -> bool {
        i >= self.words.tokens.len() || self.any(i, &[",", ".", ";", ")", ":"])
    }
}

fn year_end() -> TimeExpr {
    TimeExpr::Date(DateExpr::Nth {
        rank: -1,
        unit: Granularity::Day,
        of: Box::new(DateExpr::Unit { unit: Granularity::Year, shift: 0, from: Deixis::Speech }),
    })
}

/// Whether a date names a single day.
pub(super) fn is_day(date: &DateExpr) -> bool {
    match date {
        DateExpr::Calendar { day, weekday, .. } => day.is_some() || weekday.is_some(),
        DateExpr::Unit { unit, .. } => *unit == Granularity::Day,
        DateExpr::NamedShift { name, .. } => matches!(name, crosscheck_model::raw::CalendarName::Weekday(_)),
        DateExpr::In { .. } => true,
        _ => false,
    }
}

/// A clock time in a part of day: "9 this evening".
fn in_part(time: DayTime, part: crosscheck_model::raw::DayPart) -> DayTime {
    use crosscheck_model::raw::DayPart;
    match time {
        DayTime::Clock { hour, minute, second, zone, half_open: true }
            if matches!(part, DayPart::Afternoon | DayPart::Evening) && hour < 12
                || part == DayPart::Night && (5..12).contains(&hour) =>
        {
            DayTime::Clock { hour: hour + 12, minute, second, zone, half_open: false }
        }
        other => other,
    }
}
