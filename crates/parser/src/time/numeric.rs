//! All-digit dates and the clock part of ISO 8601.

use crosscheck_lexicon::time::TimeWord;
use crosscheck_model::raw::{CalendarName, DateExpr, DayTime, YearExpr};

use super::calendar::calendar;
use super::reader::{Hit, Reader};
use crate::token::TokenKind;

impl Reader<'_> {
    /// All-digit dates: "2023-09-19", "19/09/2023", "9/19/23", "19.09.2023", "2023/9/19".
    ///
    /// Of the two orders with the year last, the one that exists is taken; where both do, the month comes first with slashes
    /// and the day with full stops, the customs of the places that write them so.
    pub(super) fn numeric(&self, i: usize) -> Hit<DateExpr> {
        let (a, digits) = self.digits(i)?;
        if i > 0 && self.glued(i) && !self.free_before(i) {
            return None;
        }
        let mark = self.lower(i + 1);
        if !matches!(mark, "-" | "/" | ".") || !self.glued(i + 1) || !self.glued(i + 2) {
            return None;
        }
        let (b, b_digits) = self.digits(i + 2)?;
        let whole = |end: usize| self.free_after(end - 1) || (self.glued(end) && self.is(end, "t"));
        let third = self.is(i + 3, mark) && self.glued(i + 3) && self.glued(i + 4);
        let date = |y: u32, m: u32, d: u32| {
            let (m, d) = (u8::try_from(m).ok()?, u8::try_from(d).ok()?);
            ((1..=12).contains(&m) && (1..=31).contains(&d))
                .then(|| calendar(Some(YearExpr::Full(y.cast_signed())), Some(m), Some(d), None))
        };
        if third && let Some((c, c_digits)) = self.digits(i + 4) {
            // "1.1.30" numbers a version or paragraph; "01.01.30" is a day.
            let padded = digits == 2 && b_digits == 2;
            if !whole(i + 5) || mark == "." && c_digits == 2 && !padded {
                return None;
            }
            if digits == 4 && b_digits <= 2 && c_digits <= 2 {
                return Some((date(a, b, c)?, i + 5));
            }
            if digits <= 2
                && b_digits <= 2
                && (c_digits == 4 || c_digits == 2 && (mark != "-" || padded && b > 12))
            {
                let year = match c_digits {
                    4 if (1000..=2200).contains(&c) => c,
                    4 => return None,
                    _ if c < 50 => 2000 + c,
                    _ => 1900 + c,
                };
                let (first, second) = if mark == "." { (b, a) } else { (a, b) };
                return date(year, first, second)
                    .or_else(|| date(year, second, first))
                    .map(|date| (date, i + 5));
            }
            return None;
        }
        if mark == "/" && whole(i + 3) && digits <= 2 && b_digits == 4 && (1..=12).contains(&a) {
            return Some((
                calendar(Some(YearExpr::Full(b.cast_signed())), u8::try_from(a).ok(), None, None),
                i + 3,
            ));
        }
        if mark == "/" && whole(i + 3) && digits <= 2 && b_digits <= 2 && self.slash_day(i, a, b) {
            let (month, day) = if a <= 12 { (a, b) } else { (b, a) };
            let (month, day) = (u8::try_from(month).ok()?, u8::try_from(day).ok()?);
            return Some((calendar(None, Some(month), Some(day), None), i + 3));
        }
        if digits == 4
            && b_digits == 2
            && mark == "-"
            && whole(i + 3)
            && (1000..=2200).contains(&a)
            && (1..=12).contains(&b)
            && a % 100 >= b
        {
            return Some((
                calendar(Some(YearExpr::Full(a.cast_signed())), u8::try_from(b).ok(), None, None),
                i + 3,
            ));
        }
        None
    }

    /// Whether "2/15" at `i` is a day and no fraction, score or share: a preposition of days, a weekday or a clock time tells.
    fn slash_day(&self, i: usize, a: u32, b: u32) -> bool {
        let real = (1..=12).contains(&a.min(b)) && (1..=31).contains(&a.max(b));
        // "9/11" is the name of one day of 2001.
        let counts = self.kind(i + 3) == Some(TokenKind::Word) && self.plain(i + 3) && !self.capital(i + 3)
            || self.is(i + 3, "of")
            || self.unit(i + 3).is_some();
        if !real || (a, b) == (9, 11) || counts {
            return false;
        }
        let led = i > 0
            && (self.any(i - 1, &["on", "by", "until", "till", "since", "before", "after", "from"])
                || matches!(self.word(i - 1), Some(TimeWord::Weekday(_))));
        let at = if self.is(i + 3, "at") { i + 4 } else { i + 3 };
        led || self.clock(at).is_some() || i == 0 && self.words.tokens.len() == 3
    }

    /// "2017 Q1", "2018Q4", "2018-Q4".
    pub(super) fn year_quarter(&self, i: usize) -> Hit<DateExpr> {
        let (year @ 1800..=2200, 4) = self.digits(i)? else { return None };
        let at = if self.dash(i + 1) && self.glued(i + 1) { i + 2 } else { i + 1 };
        if !self.is(at, "q") || !self.free_before(i) {
            return None;
        }
        let (quarter @ 1..=4, 1) = self.digits(at + 1).filter(|_| self.glued(at + 1))? else { return None };
        let name = CalendarName::Quarter(u8::try_from(quarter).ok()?);
        Some((DateExpr::Named { name, year: Some(YearExpr::Full(year.cast_signed())) }, at + 2))
    }

    /// The clock part of "2023-09-19T10:43:00Z".
    pub(super) fn iso_time(&self, i: usize) -> Hit<DayTime> {
        if !(self.is(i, "t") && self.glued(i) && self.glued(i + 1)) {
            return None;
        }
        let ((hour @ 0..=24, 2), true, (minute @ 0..=59, 2)) =
            (self.digits(i + 1)?, self.is(i + 2, ":"), self.digits(i + 3)?)
        else {
            return None;
        };
        let (mut second, mut end) = (None, i + 4);
        if self.is(end, ":")
            && let Some((s @ 0..=59, 2)) = self.digits(end + 1)
        {
            (second, end) = (u8::try_from(s).ok(), end + 2);
        }
        let zulu = self.is(end, "z") && self.glued(end);
        let time = DayTime::Clock {
            hour: u8::try_from(hour).ok()?,
            minute: u8::try_from(minute).ok(),
            second,
            zone: zulu.then_some(0),
            half_open: false,
        };
        Some((time, if zulu { end + 1 } else { end }))
    }
}
