//! Repeating times: "every Tuesday", "daily", "twice a week", "Monday nights".

use crosscheck_lexicon::time::{TimeWord, Unit};
use crosscheck_model::raw::{CalendarName, Count, DayPart, Length, SetExpr, TimeExpr};
use crosscheck_model::{Granularity, Number};

use super::duration::one;
use super::reader::{Hit, Reader, granularity};

impl Reader<'_> {
    /// A repeating time.
    pub(super) fn set(&self, i: usize) -> Hit<TimeExpr> {
        let set = |set, end| Some((TimeExpr::Set(set), end));
        match self.word(i)? {
            TimeWord::Repeats(Unit::Fortnight) => {
                set(SetExpr::Every { length: counted(2, Granularity::Week), times: None }, i + 1)
            }
            // "quarterly dividend" names a sort of dividend.
            TimeWord::Repeats(unit) if unit == Unit::Day || !self.plain(i + 1) || self.ends(i + 1) => {
                set(SetExpr::Each(granularity(unit)), i + 1)
            }
            TimeWord::Weekdays(day) => set(SetExpr::Name(CalendarName::Weekday(day), None), i + 1),
            TimeWord::Every => self.every(i + 1),
            TimeWord::Weekday(_) => {
                let (day, at) = self.weekday(i)?;
                let part = match self.word(at)? {
                    TimeWord::Unit(Unit::Night, true) => DayPart::Night,
                    TimeWord::Part(part, true) => super::clock::day_part(part),
                    _ => return None,
                };
                set(SetExpr::Name(CalendarName::Weekday(day), Some(part)), at + 1)
            }
            TimeWord::Per => {
                let (unit, false, end) = self.unit(i + 1)? else { return None };
                (unit != Unit::Second).then_some(())?;
                set(SetExpr::Every { length: one(granularity(unit)), times: None }, end)
            }
            _ => None,
        }
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

    /// "once a week", "three times a day", "a year" after a rate; the span starts at `i`, an article.
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
        let rate = times.is_some()
            || matches!(before, "times" | "%" | "percent" | "million" | "billion" | "thousand")
            || (i > 1
                && (self.digits(i - 2).is_some()
                    || self
                        .word(i - 2)
                        .is_some_and(|w| matches!(w, TimeWord::Number(_) | TimeWord::Scale(_))))
                && before.ends_with('s')
                && self.plain(i - 1))
            || (self.digits(i - 1).is_some() && i > 1 && (self.any(i - 2, &["$", "£", "€", ",", "."])))
            || (i > 1 && self.unit(i - 1).is_some() && self.count_before(i - 1));
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
