//! Repeating times: "every Tuesday", "daily", "twice a week", "Monday nights".

use crosscheck_lexicon::time::{TimeWord, Unit};
use crosscheck_model::raw::{CalendarName, Count, DayPart, Length, SetExpr, TimeExpr};
use crosscheck_model::{Granularity, Number};

use super::length::one;
use super::reader::{Hit, Reader, granularity};
use crate::token::TokenKind;

impl Reader<'_> {
    /// A repeating time.
    pub(super) fn set(&self, i: usize) -> Hit<TimeExpr> {
        let set = |set, end| Some((TimeExpr::Set(set), end));
        if let Some(hit) = self.quarters(i) {
            return Some(hit);
        }
        if let Some(end) = self.rank_of_every(i) {
            return set(SetExpr::Every { length: one(Granularity::Month), times: None }, end);
        }
        if let Some(times) = ["once", "twice", "thrice"].iter().position(|word| self.is(i, word))
            && self.dash(i + 1)
            && self.glued(i + 2)
            && let Some(TimeWord::Repeats(unit)) = self.word(i + 2)
        {
            let times = u32::try_from(times + 1).ok();
            return set(SetExpr::Every { length: one(granularity(unit)), times }, i + 3);
        }
        match self.word(i)? {
            TimeWord::Repeats(Unit::Fortnight) => {
                set(SetExpr::Every { length: counted(2, Granularity::Week), times: None }, i + 1)
            }
            // "quarterly dividend" names a sort of dividend.
            // "20% annually", "the average daily turnover": rates.
            TimeWord::Repeats(_) if self.is_rate_word(i) => None,
            // "its first quarterly of five cents", "an everyday matter"
            TimeWord::Repeats(_) if self.is(i + 1, "of") || self.is(i, "everyday") && self.plain(i + 1) => {
                None
            }
            TimeWord::Repeats(unit) if unit == Unit::Day || !self.plain(i + 1) || self.ends(i + 1) => {
                set(SetExpr::Each(granularity(unit)), i + 1)
            }
            TimeWord::Weekdays(day) => set(SetExpr::Name(CalendarName::Weekday(day), None), i + 1),
            TimeWord::Every => self.every(i + 1),
            TimeWord::Weekday(_) => {
                let (day, at) = self.weekday(i)?;
                if let Some(part) = self.parts(at) {
                    return set(SetExpr::Name(CalendarName::Weekday(day), Some(part)), at + 1);
                }
                // "Monday and Tuesday nights": the first borrows the part of the second.
                let (_, second) = self.weekday(at + 1).filter(|_| self.any(at, &["and", "or", ","]))?;
                set(SetExpr::Name(CalendarName::Weekday(day), Some(self.parts(second)?)), at)
            }
            TimeWord::Per => {
                let (unit, false, end) = self.unit(i + 1)? else { return None };
                (unit != Unit::Second).then_some(())?;
                set(SetExpr::Every { length: one(granularity(unit)), times: None }, end)
            }
            _ => None,
        }
    }

    /// "fourth quarters", "the second and fourth quarters": those of every year.
    fn quarters(&self, i: usize) -> Hit<TimeExpr> {
        let (rank @ 1..=4, at) = self.ordinal(i)? else { return None };
        let quarters = |at: usize| matches!(self.unit(at), Some((Unit::Quarter, true, _)));
        let name = CalendarName::Quarter(u8::try_from(rank).ok()?);
        let end = if quarters(at) {
            at + 1
        } else {
            let (_, second) = self.ordinal(at + 1).filter(|_| self.any(at, &["and", "or", ","]))?;
            quarters(second).then_some(at)?
        };
        (!self.any(end, &["of"])).then_some((TimeExpr::Set(SetExpr::Name(name, None)), end))
    }

    /// "the last Friday of every month", "the 19th of each month": the token after it.
    fn rank_of_every(&self, i: usize) -> Option<usize> {
        let i = if self.the(i) { i + 1 } else { i };
        let at = match self.word(i) {
            Some(TimeWord::Relative(-1, false)) => i + 1,
            _ => self.ordinal(i)?.1,
        };
        let at =
            self.weekday(at).map(|(_, at)| at).or_else(|| self.unit(at).map(|(_, _, at)| at)).unwrap_or(at);
        if !(self.is(at, "of") && self.word(at + 1) == Some(TimeWord::Every)) {
            return None;
        }
        matches!(self.unit(at + 2), Some((Unit::Month, false, _))).then_some(at + 3)
    }

    /// "nights", "mornings": a part of every day.
    fn parts(&self, i: usize) -> Option<DayPart> {
        match self.word(i)? {
            TimeWord::Unit(Unit::Night, true) => Some(DayPart::Night),
            TimeWord::Part(part, true) => Some(super::clock::day_part(part)),
            _ => None,
        }
    }

    /// Whether the repeating word at `i` only says how fast a number before it grows or is used up.
    fn is_rate_word(&self, i: usize) -> bool {
        let Some(before) = i.checked_sub(1) else { return false };
        let number = |at: usize| self.kind(at) == Some(TokenKind::Digits);
        self.any(before, &["%", "percent", "average"])
            || number(before)
            || before > 0 && number(before - 1) && self.plain(before)
    }

    /// What follows "every" or "each".
    fn every(&self, i: usize) -> Hit<TimeExpr> {
        let set = |set, end| Some((TimeExpr::Set(set), end));
        let (other, i) = if self.is(i, "other") { (true, i + 1) } else { (false, i) };
        if self.any(i, &["single"]) {
            return self.every(i + 1);
        }
        if let Some((day, at)) = self.weekday(i) {
            return match self.part_after(at) {
                Some((part, end)) => set(SetExpr::Name(CalendarName::Weekday(day), Some(part)), end),
                None => set(SetExpr::Name(CalendarName::Weekday(day), None), at),
            };
        }
        match self.word(i)? {
            TimeWord::Month(month) if self.capital(i) => {
                return set(SetExpr::Name(CalendarName::Month(month), None), i + 1);
            }
            TimeWord::Season(_) => {
                let (crosscheck_model::raw::DateExpr::Named { name, .. }, end) = self.season_date(i, true)?
                else {
                    return None;
                };
                return set(SetExpr::Name(name, None), end);
            }
            TimeWord::Part(part, false) => return set(SetExpr::Part(super::clock::day_part(part)), i + 1),
            TimeWord::Unit(Unit::Night, false) => return set(SetExpr::Part(DayPart::Night), i + 1),
            _ => {}
        }
        if let Some((unit, false, end)) = self.unit(i) {
            let length = counted(if other || unit == Unit::Fortnight { 2 } else { 1 }, granularity(unit));
            return set(
                if other {
                    SetExpr::Every { length, times: None }
                } else if unit == Unit::Day {
                    SetExpr::Each(Granularity::Day)
                } else {
                    SetExpr::Every { length, times: None }
                },
                end,
            );
        }
        let ((count, false), at) = self.count(i)? else { return None };
        let (unit, true, end) = self.unit(at)? else { return None };
        set(SetExpr::Every { length: Length { count, ..one(granularity(unit)) }, times: None }, end)
    }

    /// "once a week", "three times a day", "six days a week"; the span starts at `i`, an article.
    ///
    /// "$5 a year" and "700 seats a week" are rates: the time is part of their unit.
    pub(super) fn rate(&self, i: usize) -> Hit<TimeExpr> {
        if !self.any(i, &["a", "an"]) || i == 0 {
            return None;
        }
        let (unit, false, end) = self.unit(i + 1)? else { return None };
        if matches!(unit, Unit::Quarter | Unit::Second | Unit::Weekend | Unit::Century | Unit::Decade) {
            return None;
        }
        if matches!(self.word(end), Some(TimeWord::Shift(_))) || (self.dash(end) && self.glued(end)) {
            return None;
        }
        let before = self.lower(i - 1);
        let times = match before {
            "once" => Some(1),
            "twice" => Some(2),
            "times" | "time" => i.checked_sub(2).and_then(|at| {
                self.digits(at).map(|(n, _)| n).or_else(|| match self.word(at) {
                    Some(TimeWord::Number(n)) => Some(u32::from(n)),
                    _ => None,
                })
            }),
            _ => None,
        };
        let rate = times.is_some() || i > 1 && self.unit(i - 1).is_some() && self.count_before(i - 1);
        rate.then_some((TimeExpr::Set(SetExpr::Every { length: one(granularity(unit)), times }), end))
    }

    /// Whether a count stands before the unit at `i`: "six days a week".
    fn count_before(&self, i: usize) -> bool {
        i > 0
            && (self.digits(i - 1).is_some()
                || self.word(i - 1).is_some_and(|w| matches!(w, TimeWord::Number(_) | TimeWord::Vague(..))))
    }
}

fn counted(n: i64, unit: Granularity) -> Length {
    Length { count: Count::Exact(Number::from(n)), ..one(unit) }
}
