//! Clock times and parts of the day.

use crosscheck_lexicon::tense::{Directions, directions};
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

/// What stands before a clock time.
pub(super) const CLOCK_LEAD: &[&str] = &[
    "at", "by", "from", "until", "till", "around", "about", "before", "after", "to", "between", "and",
    "since", "@",
];

/// Tokens before a clock time in which its verb stands.
const VERB: usize = 6;

impl Reader<'_> {
    /// "a.m.", "pm": whether after noon.
    pub(super) fn meridiem(&self, i: usize) -> Hit<bool> {
        if let Some(TimeWord::Meridiem(after)) = self.word(i) {
            // "I am 3" is no clock; "3 am" is.
            return Some((after, i + 1));
        }
        // "3:15p", "at 9a"; "by 3p to 12p" and "at 345p" are pence.
        let clock_before = i > 1
            && self.kind(i - 1) == Some(TokenKind::Digits)
            && match self.is(i, "p") && !self.is(i - 2, ":") {
                true => self.any(i - 2, &["at", "@"]) && self.words.surface(i - 1).len() <= 2,
                false => self.any(i - 2, &[":", "at", "@", "from", "to", "until", "by"]),
            };
        if self.glued(i) && clock_before && self.any(i, &["a", "p"]) && !self.glued_word(i + 1) {
            return Some((self.is(i, "p"), self.past_stop(i + 1)));
        }
        // "nine fifty p m"
        let number_before = i > 0
            && (self.kind(i - 1) == Some(TokenKind::Digits)
                || matches!(self.word(i - 1), Some(TimeWord::Number(_))));
        if number_before && self.any(i, &["a", "p"]) && self.is(i + 1, "m") && !self.glued_word(i + 2) {
            return Some((self.is(i, "p"), i + 2));
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

    /// Whether token `i` is a letter, digit or mark written to the one before, other than what closes a clause.
    fn glued_word(&self, i: usize) -> bool {
        self.glued(i) && !self.any(i, &[".", ",", ";", ")", "?", "!", "-", "\u{2013}"])
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
            // "I am ten am I not"; "at three am".
            let led = i > 0 && self.any(i - 1, CLOCK_LEAD);
            if let Some((minute, after)) = self.spelled(at).filter(|(n, _)| (10..60).contains(n))
                && (self.meridiem(after).is_some())
            {
                return Some(self.zoned(hour, u8::try_from(minute).ok(), None, after));
            }
            return self
                .meridiem(at)
                .filter(|_| led || !self.is(at, "am"))
                .map(|_| self.zoned(hour, None, None, at));
        };
        if !self.free_before(i) {
            return None;
        }
        self.clock_digits(i, n, digits)
    }

    /// [`Self::clock`] from the digits at `i`, which are `n`.
    fn clock_digits(&self, i: usize, n: u32, digits: usize) -> Hit<DayTime> {
        // "330 p.m."
        if matches!(digits, 3 | 4)
            && (100..1300).contains(&n)
            && n % 100 < 60
            && self.meridiem(i + 1).is_some()
        {
            let (hour, minute) = (u8::try_from(n / 100).ok()?, u8::try_from(n % 100).ok()?);
            return Some(self.zoned(hour, Some(minute), None, i + 1));
        }
        // "15h30"
        if digits <= 2
            && n <= 24
            && self.is(i + 1, "h")
            && self.glued(i + 1)
            && self.glued(i + 2)
            && let Some((minute @ 0..=59, 2)) = self.digits(i + 2)
            && self.free_after(i + 2)
        {
            let (zone, end) = self.zone(i + 3).map_or((None, i + 3), |(zone, end)| (zone, end));
            let hour = u8::try_from(n).ok()?;
            let minute = u8::try_from(minute).ok();
            return Some((DayTime::Clock { hour, minute, second: None, zone, half_open: false }, end));
        }
        if digits == 4 && n < 2400 && n % 100 < 60 {
            // "1800H" is how logs write it.
            let log = self.is(i + 1, "h") && self.glued(i + 1) && self.free_after(i + 1);
            let hours = log
                || self.any(i + 1, &["hrs", "hours", "gmt", "utc"])
                || (self.zone(i + 1).is_some() && !self.glued(i + 1) && self.word(i + 1).is_some());
            if !hours {
                return None;
            }
            let at = if log || self.any(i + 1, &["hrs", "hours"]) { i + 2 } else { i + 1 };
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
            let told = self.meridiem(at).is_some()
                || hours
                || self.zone(at).is_some()
                || self.beside_day(i, at)
                || self.happens(i, at);
            if !colon && !told {
                return None;
            }
            return Some(self.zoned(hour, Some(minute), second, if hours { at + 1 } else { at }));
        }
        if self.word(i + 1) == Some(TimeWord::OClock) {
            return Some(self.zoned(hour, Some(0), None, i + 2));
        }
        // "around 5ish", "3ish p.m."
        if self.is(i + 1, "ish")
            && self.glued(i + 1)
            && (1..=12).contains(&hour)
            && (i > 0 && self.any(i - 1, CLOCK_LEAD) || self.meridiem(i + 2).is_some())
        {
            return Some(self.zoned(hour, None, None, i + 2));
        }
        let (time, end) = self.zoned(hour, None, None, i + 1);
        // "3 p.m.", "7 in the morning": the half of the day is told.
        let told = matches!(time, DayTime::Clock { half_open: false, .. }) && end > i + 1;
        let half = self.meridiem(i + 1).is_some() || self.any(i + 1, &["in", "at"]);
        (told && half && (1..=12).contains(&hour)).then_some((time, end))
    }

    /// "on Monday at | 14.30", "at | 14.30 on Monday": a day beside figures with a point makes them a clock time.
    fn beside_day(&self, i: usize, end: usize) -> bool {
        let day = |at: usize| matches!(self.word(at), Some(TimeWord::Weekday(_) | TimeWord::Month(_)));
        let led = i > 0 && self.is(i - 1, "at");
        let before = led && i > 1 && (day(i - 2) || i > 2 && self.digits(i - 2).is_some() && day(i - 3));
        let dated = |at: usize| day(at) || self.digits(at).is_some() && day(at + 1);
        before || led && self.is(end, "on") && dated(end + 1)
    }

    /// "the train left at | 14.30.": beside a verb of what happens at a time, figures with a point that end their clause are one.
    fn happens(&self, i: usize, end: usize) -> bool {
        let led = match i.checked_sub(2) {
            Some(at) if self.is(at, "at") && self.any(i - 1, &["about", "around"]) => at,
            Some(_) if self.is(i - 1, "at") => i - 1,
            _ => return false,
        };
        let closed = self.ends(end) || self.any(end, &[",", "on", "and"]);
        closed
            && (led.saturating_sub(VERB)..led)
                .rev()
                .take_while(|&at| self.kind(at) == Some(TokenKind::Word))
                .any(|at| directions(self.lower(at)).has(Directions::CLOCKED))
    }

    /// Adds meridiem, part of day and zone to an hour.
    pub(super) fn zoned(
        &self,
        hour: u8,
        minute: Option<u8>,
        second: Option<u8>,
        i: usize,
    ) -> (DayTime, usize) {
        // Seconds are printed of the day's 24 hours.
        let (mut hour, mut end, mut half_open) = (hour, i, hour <= 12 && hour > 0 && second.is_none());
        let mut after = None;
        if let Some((pm, at)) = self.meridiem(i) {
            (after, end) = (Some(pm), at);
        } else if self.is(i, "in") && self.the(i + 1) || self.is(i, "at") {
            let at = if self.is(i, "at") { i + 1 } else { i + 2 };
            match self.word(at) {
                Some(TimeWord::Meridiem(pm)) if at == i + 2 => (after, end) = (Some(pm), at + 1),
                Some(TimeWord::Part(Part::Morning, false)) => (after, end) = (Some(false), at + 1),
                Some(TimeWord::Part(Part::Afternoon | Part::Evening, false)) => {
                    (after, end) = (Some(true), at + 1)
                }
                Some(TimeWord::Unit(crosscheck_lexicon::time::Unit::Night, false)) => {
                    // "1 at night" is past midnight.
                    (after, end) = (Some((5..12).contains(&hour)), at + 1)
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

    /// "Friday at 5": a bare hour after a day and "at", where nothing is counted by it.
    pub(super) fn bare_hour(&self, i: usize) -> Hit<DayTime> {
        let (hour @ 1..=12, 1..=2) = self.digits(i)? else { return None };
        let counts = matches!(self.kind(i + 1), Some(TokenKind::Word)) && self.plain(i + 1)
            || self.unit(i + 1).is_some()
            || self.any(i + 1, &["%", "percent", "-", "/", ":"]);
        if !self.any(i.wrapping_sub(1), &["at", "@"]) || counts || !self.lone(i) {
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
        let (second, second_end) = match self.digits(at + 1) {
            Some((n, digits)) => self.clock_digits(at + 1, n, digits)?,
            None => self.clock(at + 1).filter(|_| self.spelled(at + 1).is_some())?,
        };
        let DayTime::Clock { hour: later, minute: later_minute, half_open, .. } = second else { return None };
        if half_open {
            // "9:30 to 11:00": both are told alike; the half of the day is not.
            if minute.is_none() || later_minute.is_none() {
                return None;
            }
            let hour = u8::try_from(hour).ok()?;
            let first = DayTime::Clock { hour, minute, second: None, zone: None, half_open };
            return Some(ClockRange { first, first_end: at, second: at + 1, time: second, second_end });
        }
        let hour = u8::try_from(hour).ok()? % 12;
        let afternoon = (hour + 12, minute.unwrap_or(0)) < (later, later_minute.unwrap_or(0));
        let hour = if afternoon { hour + 12 } else { hour };
        let first = DayTime::Clock { hour, minute, second: None, zone: None, half_open: false };
        Some(ClockRange { first, first_end: at, second: at + 1, time: second, second_end })
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
    /// The second time.
    pub(super) time: DayTime,
    /// The token after its clock part.
    pub(super) second_end: usize,
}
