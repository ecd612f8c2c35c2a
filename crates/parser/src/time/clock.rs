//! Clock times and parts of the day.

use crosscheck_lexicon::time::{Part, TimeWord};
use crosscheck_model::raw::{DayPart, DayTime};

use super::reader::{Hit, Reader};
use crate::token::TokenKind;

/// The model's name of a part of day.
pub(super) fn day_part(part: Part) -> DayPart {
    match part {
        Part::Morning => DayPart::Morning,
        Part::Noon | Part::Lunch => DayPart::Midday,
        Part::Afternoon => DayPart::Afternoon,
        Part::Evening => DayPart::Evening,
        Part::Midnight | Part::Nighttime => DayPart::Night,
        Part::Dawn => DayPart::Dawn,
        Part::Dusk => DayPart::Dusk,
        Part::Daytime => DayPart::Daytime,
        Part::Overnight => DayPart::Overnight,
    }
}

impl Reader<'_> {
    /// "a.m.", "pm": whether after noon.
    fn meridiem(&self, i: usize) -> Hit<bool> {
        if let Some(TimeWord::Meridiem(after)) = self.word(i) {
            // "I am 3" is no clock; "3 am" is.
            return Some((after, i + 1));
        }
        let spaced = if self.glued(i + 1) && self.is(i + 1, ".") { i + 2 } else { i + 1 };
        (self.any(i, &["a", "p"]) && spaced == i + 2 && self.is(spaced, "m") && self.glued(spaced)).then(
            || {
                (
                    self.is(i, "p"),
                    if self.is(spaced + 1, ".") && self.glued(spaced + 1) { spaced + 2 } else { spaced + 1 },
                )
            },
        )
    }

    /// A zone after a clock time: "GMT", "EST", "local time", "Moscow time", "GMT+3". The value is `None` for local time.
    fn zone(&self, i: usize) -> Hit<Option<i16>> {
        if let Some(TimeWord::Zone(minutes)) = self.word(i) {
            let sign = match self.lower(i + 1) {
                "+" => 1,
                "-" | "\u{2212}" | "\u{2013}" => -1,
                _ => 0,
            };
            if sign != 0
                && self.glued(i + 1)
                && self.glued(i + 2)
                && let Some((hours @ 0..=14, 1..=2)) = self.digits(i + 2)
            {
                return Some((Some(minutes + sign * 60 * i16::try_from(hours).unwrap_or(0)), i + 3));
            }
            return self.words.surface(i).chars().all(char::is_uppercase).then_some((Some(minutes), i + 1));
        }
        if self.is(i, "local") && self.is(i + 1, "time") {
            return Some((None, i + 2));
        }
        if self.capital(i) && self.kind(i) == Some(TokenKind::Word) {
            if self.is(i + 1, "time") {
                return Some((None, i + 2));
            }
            if self.any(i + 1, &["standard", "daylight", "summer"]) && self.is(i + 2, "time") {
                return Some((None, i + 3));
            }
        }
        None
    }

    /// A clock time: "3 p.m.", "15:30", "0300 GMT", "10 o'clock", "noon".
    pub(super) fn clock(&self, i: usize) -> Hit<DayTime> {
        if let Some(TimeWord::Part(part @ (Part::Noon | Part::Midnight), false)) = self.word(i) {
            let hour = if part == Part::Noon { 12 } else { 24 };
            let end = match self.zone(i + 1) {
                Some((_, end)) => end,
                None => i + 1,
            };
            return Some((
                DayTime::Clock { hour, minute: Some(0), second: None, zone: None, half_open: false },
                end,
            ));
        }
        if let Some(hit) = self.spoken(i) {
            return Some(hit);
        }
        let Some((n, digits)) = self.digits(i) else {
            let (n, at) = self.spelled(i)?;
            let hour = u8::try_from(n).ok().filter(|n| (1..=12).contains(n))?;
            if self.word(at) == Some(TimeWord::OClock) {
                return Some(self.zoned(hour, Some(0), None, at + 1));
            }
            return self
                .meridiem(at)
                .filter(|_| !self.is(at, "am"))
                .map(|_| self.zoned(hour, None, None, at));
        };
        if !self.free_before(i) {
            return None;
        }
        if digits == 4 && n < 2400 && n % 100 < 60 {
            let hours = self.any(i + 1, &["hrs", "hours", "gmt", "utc"])
                || (self.zone(i + 1).is_some() && !self.glued(i + 1) && self.word(i + 1).is_some());
            if !hours {
                return None;
            }
            let at = if self.any(i + 1, &["hrs", "hours"]) { i + 2 } else { i + 1 };
            let (hour, minute) = (u8::try_from(n / 100).ok()?, u8::try_from(n % 100).ok()?);
            let (zone, end) = self.zone(at).map_or((None, at), |(zone, end)| (zone, end));
            return Some((
                DayTime::Clock { hour, minute: Some(minute), second: None, zone, half_open: false },
                end,
            ));
        }
        if digits > 2 || n > 24 {
            return None;
        }
        let hour = u8::try_from(n).ok()?;
        if self.any(i + 1, &[":", "."]) && self.glued(i + 1) && self.glued(i + 2) {
            let (minute, 2) = self.digits(i + 2)? else { return None };
            let minute = u8::try_from(minute).ok().filter(|m| *m < 60)?;
            let colon = self.is(i + 1, ":");
            let (mut second, mut at) = (None, i + 3);
            if colon && self.is(at, ":") && self.glued(at) {
                let (n, 2) = self.digits(at + 1)? else { return None };
                second = u8::try_from(n).ok().filter(|s| *s < 60);
                second?;
                at += 2;
            }
            let hours = self.any(at, &["hrs", "hours"]);
            if !colon && self.meridiem(at).is_none() && !hours && self.zone(at).is_none() {
                return None;
            }
            return Some(self.zoned(hour, Some(minute), second, if hours { at + 1 } else { at }));
        }
        if self.word(i + 1) == Some(TimeWord::OClock) {
            return Some(self.zoned(hour, Some(0), None, i + 2));
        }
        let (time, end) = self.zoned(hour, None, None, i + 1);
        // "3 p.m.", "7 in the morning": the half of the day is told.
        let told = matches!(time, DayTime::Clock { half_open: false, .. }) && end > i + 1;
        let half = self.meridiem(i + 1).is_some() || self.any(i + 1, &["in", "at"]);
        (told && half && (1..=12).contains(&hour)).then_some((time, end))
    }

    /// Adds meridiem, part of day and zone to an hour.
    fn zoned(&self, hour: u8, minute: Option<u8>, second: Option<u8>, i: usize) -> (DayTime, usize) {
        let (mut hour, mut end, mut half_open) = (hour, i, hour <= 12 && hour > 0);
        let mut after = None;
        if let Some((pm, at)) = self.meridiem(i) {
            (after, end) = (Some(pm), at);
        } else if self.is(i, "in") && self.the(i + 1) || self.is(i, "at") {
            let at = if self.is(i, "at") { i + 1 } else { i + 2 };
            match self.word(at) {
                Some(TimeWord::Part(Part::Morning, false)) => (after, end) = (Some(false), at + 1),
                Some(TimeWord::Part(Part::Afternoon | Part::Evening, false)) => {
                    (after, end) = (Some(true), at + 1)
                }
                Some(TimeWord::Unit(crosscheck_lexicon::time::Unit::Night, false)) => {
                    (after, end) = (Some(true), at + 1)
                }
                _ => {}
            }
        }
        if let Some(pm) = after {
            half_open = false;
            if pm && hour < 12 {
                hour += 12;
            } else if !pm && hour == 12 {
                hour = 0;
            }
        }
        let mut zone = None;
        if let Some((found, at)) = self.zone(end) {
            (zone, end) = (found, at);
        }
        (DayTime::Clock { hour, minute, second, zone, half_open }, end)
    }

    /// A part of the day after a date: "Friday morning", "yesterday afternoon", "Saturday night".
    pub(super) fn part_after(&self, i: usize) -> Hit<DayPart> {
        match self.word(i)? {
            TimeWord::Part(part, false) if part != Part::Overnight && part != Part::Daytime => {
                Some((day_part(part), i + 1))
            }
            TimeWord::Unit(crosscheck_lexicon::time::Unit::Night, false) => Some((DayPart::Night, i + 1)),
            _ => None,
        }
    }

    /// "half past seven", "a quarter to eight": hour and minute of the half day.
    fn spoken(&self, i: usize) -> Hit<DayTime> {
        let at = if self.is(i, "a") { i + 1 } else { i };
        let minutes: u8 = match self.lower(at) {
            "half" if at == i => 30,
            "quarter" => 15,
            _ => return None,
        };
        let to = match self.lower(at + 1) {
            "past" => false,
            "to" if minutes == 15 => true,
            _ => return None,
        };
        let (hour, end) = match self.digits(at + 2) {
            Some((n, 1..=2)) => (n, at + 3),
            Some(_) => return None,
            None => self.spelled(at + 2)?,
        };
        let hour = u8::try_from(hour).ok().filter(|hour| (1..=12).contains(hour))?;
        let (hour, minute) = match (to, hour) {
            (false, hour) => (hour, minutes),
            (true, 1) => (12, 60 - minutes),
            (true, hour) => (hour - 1, 60 - minutes),
        };
        let end = if self.word(end) == Some(TimeWord::OClock) { end + 1 } else { end };
        Some(self.zoned(hour, Some(minute), None, end))
    }

    /// "Friday at 5": a bare hour after a day and "at", where nothing is counted by it.
    pub(super) fn bare_hour(&self, i: usize) -> Hit<DayTime> {
        let (hour @ 1..=12, 1..=2) = self.digits(i)? else { return None };
        let counts = matches!(self.kind(i + 1), Some(TokenKind::Word)) && self.plain(i + 1)
            || self.unit(i + 1).is_some()
            || self.any(i + 1, &["%", "percent", "-", "/", ":"]);
        if !self.is(i.wrapping_sub(1), "at") || counts || !self.lone(i) {
            return None;
        }
        let hour = u8::try_from(hour).ok()?;
        Some((DayTime::Clock { hour, minute: None, second: None, zone: None, half_open: true }, i + 1))
    }

    /// "3 to 5 p.m.", "between 9 and 11:30 a.m.", "7-9pm": the first hour takes its half of the day from the second.
    pub(super) fn clock_range(&self, i: usize) -> Option<ClockRange> {
        if !self.free_before(i) {
            return None;
        }
        let (hour, mut at) = match self.digits(i) {
            Some((n @ 1..=12, 1..=2)) => (n, i + 1),
            Some(_) => return None,
            None => self.spelled(i).filter(|(n, _)| (1..=12).contains(n))?,
        };
        let mut minute = None;
        if self.any(at, &[":", "."])
            && self.glued(at)
            && self.glued(at + 1)
            && let Some((n @ 0..=59, 2)) = self.digits(at + 1)
        {
            (minute, at) = (u8::try_from(n).ok(), at + 2);
        }
        let before = i.checked_sub(1).map_or("", |at| self.lower(at));
        let joined = self.dash(at)
            || self.any(at, &["to", "until", "till"])
            || self.is(at, "and") && before == "between";
        if !joined {
            return None;
        }
        let (DayTime::Clock { hour: later, minute: later_minute, half_open: false, .. }, second_end) =
            self.clock(at + 1).filter(|_| self.digits(at + 1).is_some() || self.spelled(at + 1).is_some())?
        else {
            return None;
        };
        let hour = u8::try_from(hour).ok()? % 12;
        let afternoon = (hour + 12, minute.unwrap_or(0)) < (later, later_minute.unwrap_or(0));
        let hour = if afternoon { hour + 12 } else { hour };
        let first = DayTime::Clock { hour, minute, second: None, zone: None, half_open: false };
        Some(ClockRange { first, first_end: at, second: at + 1, second_end })
    }
}

/// Two clock times of which the first borrows from the second.
#[derive(Debug, Clone, Copy)]
pub(super) struct ClockRange {
    /// The first time.
    pub(super) first: DayTime,
    /// The token after it.
    pub(super) first_end: usize,
    /// The first token of the second time.
    pub(super) second: usize,
    /// The token after its clock part.
    pub(super) second_end: usize,
}
