//! Clock times as they are said: "half past seven", "twenty past three", "a quarter to noon".

use crosscheck_lexicon::time::{Part, TimeWord, Unit};
use crosscheck_model::raw::DayTime;

use super::reader::{Hit, Reader};
use crate::token::TokenKind;

impl Reader<'_> {
    /// Minutes past or to an hour.
    pub(super) fn spoken(&self, i: usize) -> Hit<DayTime> {
        let (minutes, at, named) = self.minutes_said(i)?;
        let to = match self.lower(at) {
            "past" => false,
            "after" if named => false,
            "to" | "before" if named => true,
            _ => return None,
        };
        let (hour, pm, end) = self.hour_said(at + 1)?;
        let (hour, minute) = match (to, hour) {
            (false, hour) => (hour, minutes),
            (true, 1) => (12, 60 - minutes),
            (true, hour) => (hour - 1, 60 - minutes),
        };
        // "ten minutes to 1 p.m." is before one; "to noon", before the afternoon.
        match pm {
            Some(pm) => {
                let pm = pm && !(to && hour == 11);
                let hour = hour % 12 + if pm { 12 } else { 0 };
                let time =
                    DayTime::Clock { hour, minute: Some(minute), second: None, zone: None, half_open: false };
                Some((time, end))
            }
            None => Some(self.zoned(hour, Some(minute), None, end)),
        }
    }

    /// The minutes, and whether they are named as such: "half", "quarter", "20 minutes", "twenty".
    fn minutes_said(&self, i: usize) -> Option<(u8, usize, bool)> {
        let at = if self.is(i, "a") { i + 1 } else { i };
        match self.lower(at) {
            "half" if at == i && self.is(at + 1, "past") => return Some((30, at + 1, true)),
            "quarter" => return Some((15, at + 1, true)),
            _ => {}
        }
        let (n, end) = match self.digits(i) {
            Some((n, 1..=2)) if self.free_before(i) => (n, i + 1),
            Some(_) => return None,
            None => self.spelled(i)?,
        };
        let minutes = u8::try_from(n).ok().filter(|n| (1..60).contains(n))?;
        match self.unit(end) {
            Some((Unit::Minute, _, end)) => Some((minutes, end, true)),
            _ => Some((minutes, end, false)),
        }
    }

    /// The hour after "past" or "to", and its half of the day where that is told.
    fn hour_said(&self, i: usize) -> Option<(u8, Option<bool>, usize)> {
        match self.word(i) {
            Some(TimeWord::Part(Part::Noon, false)) => return Some((12, Some(true), i + 1)),
            Some(TimeWord::Part(Part::Midnight, false)) => return Some((12, Some(false), i + 1)),
            _ => {}
        }
        let (hour, end) = match self.digits(i) {
            Some((n, 1..=2)) => (n, i + 1),
            Some(_) => return None,
            None => self.spelled(i)?,
        };
        let hour = u8::try_from(hour).ok().filter(|hour| (1..=12).contains(hour))?;
        let end = if self.word(end) == Some(TimeWord::OClock) { end + 1 } else { end };
        if let Some((pm, after)) = self.meridiem(end) {
            return Some((hour, Some(pm), after));
        }
        // "ten minutes to two people": no hour.
        let counts = self.plain(end) && self.kind(end) == Some(TokenKind::Word) || self.unit(end).is_some();
        (!counts).then_some((hour, None, end))
    }
}
