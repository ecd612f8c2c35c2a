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
        self.meridiem(i + 1).filter(|_| (1..=12).contains(&hour))?;
        Some(self.zoned(hour, None, None, i + 1))
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
}
