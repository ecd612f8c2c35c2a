//! Units by their place: "the first week of June", "the day before", "the weekend", "year's end".

use crosscheck_lexicon::time::{Part, Shift, TimeWord, Unit};
use crosscheck_model::raw::{
    CalendarName, Count, DateExpr, DayTime, Deixis, Length, OffsetFrom, Reference, TimeExpr,
};
use crosscheck_model::{Granularity, TimexMod};

use super::point::is_day;
use super::reader::{Hit, Reader, granularity};
use crate::token::TokenKind;

impl Reader<'_> {
    /// "the day before yesterday", "the day after tomorrow", "the week of September 12".
    pub(super) fn unit_of(&mut self, i: usize) -> Hit<TimeExpr> {
        let (unit, false, at) = self.unit(i)? else { return None };
        // "the day before", "the day after the vote": counted from a date just named, or hung on an event.
        if unit == Unit::Day
            && let Some(TimeWord::Shift(shift @ (Shift::Before | Shift::After))) = self.word(at)
            && !matches!(self.word(at + 1), Some(TimeWord::Day(_)))
        {
            let back = shift == Shift::Before;
            let length = super::length::one(Granularity::Day);
            if let Some(event) = self.event(at + 1) {
                let date = match self.base_date(at + 1) {
                    Some((TimeExpr::Date(date), end)) => {
                        return Some((
                            TimeExpr::Date(DateExpr::OffsetFrom { length, back, date: Box::new(date) }),
                            end,
                        ));
                    }
                    _ => DateExpr::Offset { length, back, from: OffsetFrom::Event(event) },
                };
                return Some((TimeExpr::Date(date), at));
            }
            let shift = if back { -1 } else { 1 };
            return Some((
                TimeExpr::Date(DateExpr::Unit { unit: Granularity::Day, shift, from: Deixis::Mentioned }),
                at + 1,
            ));
        }
        let back = match self.word(at) {
            Some(TimeWord::Shift(Shift::Before)) => true,
            Some(TimeWord::Shift(Shift::After)) => false,
            _ => {
                let the = if self.the(at + 1) { at + 2 } else { at + 1 };
                if unit == Unit::Week
                    && self.is(at, "of")
                    && let Some((of, end)) = self
                        .month_first(the, None)
                        .or_else(|| self.day_first(the, None))
                        .or_else(|| self.holiday(the))
                        .or_else(|| self.day_of_month(the).filter(|_| the > at + 1))
                    && (matches!(of, DateExpr::Calendar { day: Some(_), .. } | DateExpr::Named { .. }))
                {
                    return Some((
                        TimeExpr::Date(DateExpr::Nth { rank: 0, unit: Granularity::Week, of: Box::new(of) }),
                        end,
                    ));
                }
                return None;
            }
        };
        let TimeWord::Day(shift) = self.word(at + 1)? else { return None };
        let length = super::length::one(granularity(unit));
        let date = Box::new(DateExpr::Unit {
            unit: Granularity::Day,
            shift: i32::from(shift),
            from: Deixis::Speech,
        });
        Some((TimeExpr::Date(DateExpr::OffsetFrom { length, back, date }), at + 2))
    }

    /// "the 18th" after "the week of".
    fn day_of_month(&self, i: usize) -> Hit<DateExpr> {
        let (day @ 1..=31, end) = self.ordinal(i).filter(|_| self.digits(i).is_some())? else { return None };
        let closed = self.unit(end).is_none() && !self.plain(end) || self.ends(end);
        closed.then(|| (super::calendar::calendar(None, None, u8::try_from(day).ok(), None), end))
    }

    /// "the first week of June", "last Friday of October": by rank in another date.
    pub(super) fn nth(&mut self, i: usize) -> Hit<TimeExpr> {
        let (rank, at) = match self.word(i)? {
            TimeWord::Relative(-1, false) => (-1, i + 1),
            _ => self.ordinal(i)?,
        };
        if rank > 31 {
            return None;
        }
        let (unit, name, end) = match (self.weekday(at), self.unit(at)) {
            (Some((day, end)), _) => (Granularity::Day, Some(day), end),
            (None, Some((unit @ (Unit::Day | Unit::Week | Unit::Weekend), false, end))) => {
                (granularity(unit), None, end)
            }
            _ => return None,
        };
        if !self.any(end, &["of", "in"]) {
            return None;
        }
        let inner = if self.the(end + 1) { end + 2 } else { end + 1 };
        let (TimeExpr::Date(of), end) = (match self.base_date(inner) {
            Some(hit) => hit,
            None if inner > end + 1 => self.the_unit_plain(inner)?,
            None => return None,
        }) else {
            return None;
        };
        let coarse = match &of {
            DateExpr::Calendar { day, weekday, .. } => day.is_none() && weekday.is_none(),
            DateExpr::Unit { unit, .. } => *unit >= Granularity::Month,
            _ => true,
        };
        let of = Box::new(of);
        coarse.then_some((
            TimeExpr::Date(match name {
                Some(weekday) => DateExpr::NthWeekday { rank, weekday, of },
                None => DateExpr::Nth { rank, unit, of },
            }),
            end,
        ))
    }

    /// "the month", "the year" after "the first week of".
    pub(super) fn the_unit_plain(&self, i: usize) -> Hit<TimeExpr> {
        let (unit @ (Unit::Month | Unit::Year), false, end) = self.unit(i)? else { return None };
        Some((
            TimeExpr::Date(DateExpr::Unit { unit: granularity(unit), shift: 0, from: Deixis::Speech }),
            end,
        ))
    }

    /// "the weekend", "the quarter", "the year": the unit the text is in.
    pub(super) fn the_unit(&mut self, i: usize) -> Hit<TimeExpr> {
        if let Some(TimeWord::Part(part, false)) = self.word(i) {
            // "in the morning", "the morning of 5 June".
            let time = DayTime::Part(super::clock::day_part(part));
            // "the morning of 29 April", "the morning hours of 30 April".
            let of = if self.is(i + 1, "hours") { i + 2 } else { i + 1 };
            if self.any(of, &["of", "on"])
                && let Some((TimeExpr::Date(date), end)) = self.base_date(of + 1)
                && is_day(&date)
            {
                return Some((TimeExpr::Time { date: Some(date), time }, end));
            }
            let led = i > 1 && self.any(i - 2, &["in", "during", "by", "for", "on", "through", "throughout"])
                || self.is(i + 1, "of") && !matches!(part, Part::Dawn | Part::Dusk);
            return (led && !matches!(part, Part::Overnight))
                .then(|| (TimeExpr::Time { date: None, time }, i + 1));
        }
        let (mut i, mut fiscal) = (i, false);
        if self.any(i, &["fiscal", "full", "calendar"])
            && self.unit(i + 1).is_some_and(|(unit, ..)| unit == Unit::Year)
        {
            (i, fiscal) = (i + 1, true);
        }
        let (unit, false, end) = self.unit(i)? else { return None };
        if self.dash(end) && self.glued(end)
            || self.kind(end) == Some(TokenKind::Possessive) && !matches!(unit, Unit::Year | Unit::Weekend)
        {
            return None;
        }
        let to_date = |reader: &mut Self| {
            reader.is(end, "to") && (reader.full_year(end + 1).is_some() || reader.month(end + 1).is_some())
        };
        if unit == Unit::Year && (self.any(end, &["ended", "ending"]) || to_date(self)) {
            return Some((TimeExpr::Duration(super::length::one(Granularity::Year)), end));
        }
        let led = i > 1
            && self.any(
                i - 2 - usize::from(fiscal && i > 2),
                &["in", "for", "during", "over", "on", "through", "throughout", "within", "this", "by", "at"],
            );
        // "the first nine months of the year"
        let part_of = i > 2 && self.is(i - 2, "of") && self.unit(i - 3).is_some_and(|(_, plural, _)| plural);
        let led = led || part_of;
        let date = match unit {
            Unit::Weekend => {
                DateExpr::NamedShift { name: CalendarName::Weekend, shift: 0, from: Deixis::Speech }
            }
            Unit::Quarter if let Some(quarter) = self.quarter_ended(end) => quarter,
            Unit::Quarter if !self.is(end, "of") => {
                DateExpr::Unit { unit: Granularity::Quarter, shift: 0, from: Deixis::Mentioned }
            }
            Unit::Year | Unit::Month | Unit::Week
                if (led || fiscal)
                    && (!self.is(end, "of") || self.any(end + 1, &["$", "£", "€"]))
                    && self.full_year(end).is_none() =>
            {
                DateExpr::Unit { unit: granularity(unit), shift: 0, from: Deixis::Speech }
            }
            _ => return None,
        };
        Some((TimeExpr::Date(date), end))
    }

    /// "the quarter ended Sept. 30": the quarter of the calendar in which its middle lies, half a quarter before its end.
    fn quarter_ended(&mut self, i: usize) -> Option<DateExpr> {
        let end = self.day_ended(i)?;
        let half = Count::Exact(crosscheck_model::Number::from(45));
        let length = Length { count: half, ..super::length::one(Granularity::Day) };
        let of = Box::new(DateExpr::OffsetFrom { length, back: true, date: Box::new(end) });
        Some(DateExpr::Nth { rank: 1, unit: Granularity::Quarter, of })
    }

    /// The day after "ended" or "ending".
    pub(super) fn day_ended(&mut self, i: usize) -> Option<DateExpr> {
        if !self.any(i, &["ended", "ending"]) {
            return None;
        }
        let depth = self.more.len();
        let end = self.month_first(i + 1, None).or_else(|| self.day_first(i + 1, None));
        self.more.truncate(depth);
        let (end @ DateExpr::Calendar { day: Some(_), .. }, _) = end? else { return None };
        Some(end)
    }

    /// "the second day of the offensive", told of the present or after "on": a day, where "a third day" is a length.
    pub(super) fn day_of_rank(&self, i: usize) -> Hit<TimeExpr> {
        if !self.the(i) || i == 0 {
            return None;
        }
        let (rank, at) = self.ordinal(i + 1)?;
        let (Unit::Day, false, end) = self.unit(at)? else { return None };
        if !(2..=31).contains(&rank) {
            return None;
        }
        if self.any(i - 1, &["is", "'s", "\u{2019}s"]) {
            let date = DateExpr::Unit { unit: Granularity::Day, shift: 0, from: Deixis::Speech };
            return Some((TimeExpr::Date(date), end));
        }
        // Which day it was, the event's first day would tell.
        (self.any(i - 1, &["on", "of"]) && !self.is(end, "in"))
            .then(|| (TimeExpr::Date(super::calendar::calendar(None, None, None, None)), end))
    }

    /// "year's end", "month's end".
    pub(super) fn end_of_unit(&self, i: usize) -> Option<(TimeExpr, Option<TimexMod>, usize)> {
        let (unit @ (Unit::Week | Unit::Month | Unit::Quarter | Unit::Year), false, at) = self.unit(i)?
        else {
            return None;
        };
        if self.kind(at) != Some(TokenKind::Possessive) || !self.is(at + 1, "end") {
            return None;
        }
        let date = DateExpr::Unit { unit: granularity(unit), shift: 0, from: Deixis::Speech };
        Some((TimeExpr::Date(date), Some(TimexMod::End), at + 2))
    }

    /// "at the time", "during this period", "by then": the time just told of.
    pub(super) fn at_the_time(&self, i: usize) -> Hit<TimeExpr> {
        let led = i > 0
            && self.any(
                i - 1,
                &[
                    "at",
                    "by",
                    "around",
                    "about",
                    "during",
                    "throughout",
                    "since",
                    "from",
                    "until",
                    "within",
                    "in",
                ],
            );
        let at = match self.lower(i) {
            "this" | "that" => i + 1,
            "the" if self.is(i + 1, "same") => i + 2,
            "the" => i + 1,
            _ => return None,
        };
        let span = self.word(at) == Some(TimeWord::Span) && !self.is(at, "while");
        let over =
            self.any(at + 1, &["of", "when", "that", "being"]) || self.dash(at + 1) && self.glued(at + 1);
        (led && span && !over).then_some((TimeExpr::Adjective(Reference::Present), at + 1))
    }
}
