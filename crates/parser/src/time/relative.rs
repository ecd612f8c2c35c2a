//! Dates by their place to another: "last week", "this summer", "the following year", "the third quarter".

use crosscheck_lexicon::time::{Reference, TimeWord, Unit};
use crosscheck_model::Granularity;
use crosscheck_model::raw::{CalendarName, DateExpr, DayPart, DayTime, Deixis, Season, TimeExpr, YearExpr};

use super::deixis;
use super::reader::{Hit, Reader, granularity};

/// Tokens before "last" among which "this year" may stand.
const LAST_REACH: usize = 12;

/// The model's name of a season.
pub(super) fn season(season: crosscheck_lexicon::time::Season) -> Season {
    match season {
        crosscheck_lexicon::time::Season::Spring => Season::Spring,
        crosscheck_lexicon::time::Season::Summer => Season::Summer,
        crosscheck_lexicon::time::Season::Autumn => Season::Autumn,
        crosscheck_lexicon::time::Season::Winter => Season::Winter,
    }
}

impl Reader<'_> {
    /// "today", "yesterday evening", "tonight", "the day before yesterday".
    pub(super) fn deictic(&self, i: usize) -> Hit<TimeExpr> {
        match self.word(i)? {
            // "USA Today" is a paper, "the people of tomorrow" no day's.
            TimeWord::Day(_) if self.is_title(i) || self.is_age_at_large(i) => None,
            TimeWord::Day(shift) => {
                let date =
                    DateExpr::Unit { unit: Granularity::Day, shift: i32::from(shift), from: Deixis::Speech };
                Some(self.with_part(date, i + 1))
            }
            TimeWord::Tonight => {
                let date = DateExpr::Unit { unit: Granularity::Day, shift: 0, from: Deixis::Speech };
                Some((TimeExpr::Time { date: Some(date), time: DayTime::Part(DayPart::Night) }, i + 1))
            }
            _ => None,
        }
    }

    /// Whether "Today" is the last word of a name, or "tomorrow" the future at large.
    fn is_title(&self, i: usize) -> bool {
        use crate::token::TokenKind::Word;
        let Some(before) = i.checked_sub(1) else { return false };
        let name =
            self.capital(i) && self.capital(before) && self.plain(before) && self.kind(before) == Some(Word);
        let of = self.is(i, "tomorrow") && self.is(before, "of") && before > 0 && self.plain(before - 1);
        name || of && self.kind(i + 1) != Some(crate::token::TokenKind::Possessive)
    }

    /// "in today's world": the present at large, and no day.
    fn is_age_at_large(&self, i: usize) -> bool {
        self.is(i, "today")
            && self.kind(i + 1) == Some(crate::token::TokenKind::Possessive)
            && crosscheck_lexicon::label::is_at_large(self.lower(i + 2))
    }

    /// A date with the part of day after it, where there is one.
    pub(super) fn with_part(&self, date: DateExpr, i: usize) -> (TimeExpr, usize) {
        let at = if self.any(i, &["early", "late"]) { i + 1 } else { i };
        match self.part_after(at) {
            Some((part, end)) => (TimeExpr::Time { date: Some(date), time: DayTime::Part(part) }, end),
            None => (TimeExpr::Date(date), i),
        }
    }

    /// A name of the calendar that comes back: weekday, month, season, weekend, quarter.
    fn name(&self, i: usize) -> Hit<CalendarName> {
        if let Some((day, end)) = self.weekday(i) {
            return Some((CalendarName::Weekday(day), end));
        }
        if let Some((DateExpr::Named { name, year: None }, end)) = self.holiday(i) {
            return Some((name, end));
        }
        match self.word(i)? {
            TimeWord::Month(month) if self.capital(i) || !matches!(month, 3 | 5) => {
                Some((CalendarName::Month(month), self.month(i).map_or(i + 1, |(_, end)| end)))
            }
            TimeWord::Season(name) => Some((CalendarName::Season(season(name)), i + 1)),
            TimeWord::Unit(Unit::Weekend, false) => Some((CalendarName::Weekend, i + 1)),
            _ => None,
        }
    }

    /// "last week", "next Friday", "this past spring", "that same day", "the following year", "this morning".
    ///
    /// `the` tells that an article stands before: "the last week" may be a length, "the week" the one just named.
    pub(super) fn shifted(&self, i: usize, the: bool) -> Hit<TimeExpr> {
        let (mut shift, mut from, mut at) = match self.word(i)? {
            // "said that last week a customer": a conjunction.
            TimeWord::Relative(..)
                if self.is(i, "that") && matches!(self.word(i + 1), Some(TimeWord::Relative(_, false))) =>
            {
                return None;
            }
            TimeWord::Relative(shift, mentioned) => (i32::from(shift), deixis(mentioned), i + 1),
            TimeWord::Adjective(Reference::Present) => (0, Deixis::Speech, i + 1),
            TimeWord::Adjective(Reference::Past) if self.is(i, "past") => (-1, Deixis::Speech, i + 1),
            _ => return None,
        };
        // A programme or column by name: on "This Week".
        let quoted = i > 0 && self.glued(i) && self.any(i - 1, &["\"", "\u{201c}", "\u{2018}", "'"]);
        if quoted && self.capital(i) && self.capital(at) && self.unit(at).is_some() {
            return None;
        }
        // "this past spring", "this coming Tuesday", "that same day".
        match self.word(at) {
            Some(TimeWord::Relative(1, false)) if shift == 0 => (shift, at) = (1, at + 1),
            Some(TimeWord::Relative(-1, false)) if shift == 0 => (shift, at) = (-1, at + 1),
            Some(TimeWord::Relative(0, true)) if shift == 0 => (from, at) = (Deixis::Mentioned, at + 1),
            Some(TimeWord::Adjective(Reference::Past)) if shift == 0 && self.is(at, "past") => {
                (shift, at) = (-1, at + 1)
            }
            Some(TimeWord::Adjective(Reference::Present)) if shift == 0 => at += 1,
            _ => {}
        }
        let reckoned = self.reckoned(at, &["fiscal", "calendar", "financial", "academic", "school"]);
        if self.unit(reckoned).is_some() {
            at = reckoned;
        }
        // "the next day" goes on from the date just named; "the last week" is read as a length elsewhere.
        if the && shift == 1 && from == Deixis::Speech && self.is(i, "next") {
            from = Deixis::Mentioned;
        }
        if let Some((unit, false, end)) = self.unit(at) {
            if matches!(unit, Unit::Minute | Unit::Second | Unit::Hour) || self.dash(end) && self.glued(end) {
                return None;
            }
            if unit == Unit::Night {
                let date = DateExpr::Unit { unit: Granularity::Day, shift, from };
                return Some((TimeExpr::Time { date: Some(date), time: DayTime::Part(DayPart::Night) }, end));
            }
            if unit == Unit::Weekend {
                return Some((
                    TimeExpr::Date(DateExpr::NamedShift { name: CalendarName::Weekend, shift, from }),
                    end,
                ));
            }
            if unit == Unit::Year && self.kind(end) == Some(crate::token::TokenKind::Possessive) {
                // "this year's third quarter"
                if let Some((name, end)) = self.numbered_part(end + 1) {
                    let year = Some(YearExpr::Relative { shift, from });
                    return Some((TimeExpr::Date(DateExpr::Named { name, year }), end));
                }
                // "last year's quarter": the quarter in question, of that year.
                if let Some((Unit::Quarter, false, end)) = self.unit(end + 1) {
                    let of = Box::new(DateExpr::Unit { unit: Granularity::Year, shift, from });
                    return Some((TimeExpr::Date(DateExpr::In { name: CalendarName::Quarter(0), of }), end));
                }
            }
            let date = DateExpr::Unit { unit: granularity(unit), shift, from };
            // "next week on Tuesday"
            let on = if self.is(end, "on") { end + 1 } else { end };
            if unit == Unit::Week
                && let Some((day, after)) = self.weekday(on)
                && self.kind(after) != Some(crate::token::TokenKind::Possessive)
            {
                let date = DateExpr::In { name: CalendarName::Weekday(day), of: Box::new(date) };
                return Some(self.with_part(date, after));
            }
            return Some(if unit == Unit::Day {
                self.with_part(date, end)
            } else {
                (TimeExpr::Date(date), end)
            });
        }
        if self.is(at, "period") && self.is(i, "latest") {
            return Some((
                TimeExpr::Date(DateExpr::Unit { unit: Granularity::Quarter, shift: 0, from }),
                at + 1,
            ));
        }
        if let Some(TimeWord::Part(part, false)) = self.word(at) {
            let date = DateExpr::Unit { unit: Granularity::Day, shift, from };
            return Some((
                TimeExpr::Time { date: Some(date), time: DayTime::Part(super::clock::day_part(part)) },
                at + 1,
            ));
        }
        if let Some((name, end)) = self.name(at) {
            // "next Wednesday", said on a Tuesday, is not tomorrow but that of next week; "this coming Wednesday" is.
            let next = self.is(i, "next") && matches!(name, CalendarName::Weekday(_));
            let date = if next {
                let week = DateExpr::Unit { unit: Granularity::Week, shift, from };
                DateExpr::In { name, of: Box::new(week) }
            } else {
                DateExpr::NamedShift { name, shift, from }
            };
            return Some(if matches!(name, CalendarName::Weekday(_)) {
                self.with_part(date, end)
            } else {
                (TimeExpr::Date(date), end)
            });
        }
        None
    }

    /// "more this year than last": the unit stands once.
    pub(super) fn last_alone(&self, i: usize) -> Hit<TimeExpr> {
        let compared = i > 2 && self.any(i - 1, &["than", "as", "from", "and", "or", "to"]);
        if !(compared && self.is(i, "last") && self.ends(i + 1)) {
            return None;
        }
        let this = (i.saturating_sub(LAST_REACH)..i - 1).rev().find(|&at| self.is(at, "this"))?;
        let (unit, false, _) = self.unit(this + 1)? else { return None };
        let unit = granularity(unit);
        (unit >= Granularity::Week)
            .then_some((TimeExpr::Date(DateExpr::Unit { unit, shift: -1, from: Deixis::Speech }), i + 1))
    }

    /// The token after a word that tells whose reckoning a quarter or year is of: "first | fiscal | quarter", and as an editor adds it,
    /// "first | [fiscal] | quarter".
    fn reckoned(&self, at: usize, words: &[&str]) -> usize {
        let added = self.any(at, &["[", "("]);
        let word = at + usize::from(added);
        let closed = !added || self.any(word + 1, &["]", ")"]);
        if self.any(word, words) && closed { word + 1 + usize::from(added) } else { at }
    }

    /// "third quarter", "third-quarter", "first half", "Q3".
    pub(super) fn numbered_part(&self, i: usize) -> Hit<CalendarName> {
        if self.is(i, "q")
            && self.glued(i + 1)
            && let Some((n @ 1..=4, 1)) = self.digits(i + 1)
        {
            return Some((CalendarName::Quarter(u8::try_from(n).ok()?), i + 2));
        }
        // "the first two quarters of 1990" are its first half.
        if self.is(i + 1, "two") && matches!(self.unit(i + 2), Some((Unit::Quarter, true, _))) {
            let half = match self.lower(i) {
                "first" => 1,
                "last" | "final" => 2,
                _ => return None,
            };
            return self.year_of(i + 3).map(|_| (CalendarName::Half(half), i + 3));
        }
        let (rank, at) = match self.ordinal(i) {
            Some(hit) => hit,
            None if self.any(i, &["latter", "last"]) && self.is(i + 1, "half") => (2, i + 1),
            None => return None,
        };
        let at = if self.dash(at) && self.glued(at) { at + 1 } else { at };
        let at = self.reckoned(at, &["fiscal", "calendar", "financial", "business"]);
        match (self.unit(at), rank) {
            (Some((Unit::Quarter, false, end)), 1..=4) => {
                Some((CalendarName::Quarter(u8::try_from(rank).ok()?), end))
            }
            _ if self.is(at, "half") && matches!(rank, 1 | 2) => {
                Some((CalendarName::Half(u8::try_from(rank).ok()?), at + 1))
            }
            _ => None,
        }
    }

    /// Quarter or half with its year: "the third quarter of 1990", "the 1988 second quarter", "first half".
    pub(super) fn quarter(&mut self, i: usize, the: bool) -> Hit<DateExpr> {
        if the
            && let Some((year, at)) = self.full_year(i)
            && let Some((name, end)) = self.numbered_part(at)
        {
            return Some((DateExpr::Named { name, year: Some(year) }, end));
        }
        let (name, end) = self.numbered_part(i)?;
        let fiscal = if self.any(end, &["of", "in"]) && self.is(end + 1, "fiscal") { end + 2 } else { end };
        if let Some((year, at)) = self.year_of(fiscal) {
            return Some((DateExpr::Named { name, year: Some(year) }, at));
        }
        if matches!(name, CalendarName::Half(_)) {
            // Halves are of games and lists too: only "the first half" of a year told or of the year itself.
            let year = self.is(end, "of") && self.the(end + 1) && self.is(end + 2, "year");
            return year.then_some((
                DateExpr::Named { name, year: Some(YearExpr::Relative { shift: 0, from: Deixis::Speech }) },
                end + 3,
            ));
        }
        // "its second quarter ended Oct. 31": that of the year in which it ended.
        if self.is(end, "ended")
            && let Some(of) = self.day_ended(end)
        {
            return Some((DateExpr::In { name, of: Box::new(of) }, end));
        }
        Some((DateExpr::Named { name, year: None }, end))
    }

    /// Season, alone or with a year: "spring 1998", "the winter of 1941", "last summer" is [`Self::shifted`].
    pub(super) fn season_date(&self, i: usize, the: bool) -> Hit<DateExpr> {
        let TimeWord::Season(found) = self.word(i)? else { return None };
        let name = CalendarName::Season(season(found));
        if let Some((year, end)) = self.year_of(i + 1) {
            return Some((DateExpr::Named { name, year: Some(year) }, end));
        }
        if self.is(i + 1, "of") || self.dash(i + 1) && self.glued(i + 1) {
            return None;
        }
        let clear = matches!(
            found,
            crosscheck_lexicon::time::Season::Summer
                | crosscheck_lexicon::time::Season::Winter
                | crosscheck_lexicon::time::Season::Autumn
        ) && !self.is(i, "fall");
        let led = i > 0
            && self.any(
                i - 1,
                &["in", "during", "by", "since", "until", "through", "throughout", "early", "late", "mid"],
            );
        // "the fall of the city" and "spring forward" are none; "in spring", "during the winter" are.
        let led_the = the
            && i > 1
            && self.any(
                i - 2,
                &[
                    "in",
                    "during",
                    "by",
                    "since",
                    "until",
                    "through",
                    "throughout",
                    "into",
                    "of",
                    "over",
                    "for",
                ],
            );
        let noun = self.plain(i + 1) && self.kind(i + 1) == Some(crate::token::TokenKind::Word);
        ((led || led_the) && (clear || !noun)).then_some((DateExpr::Named { name, year: None }, i + 1))
    }

    /// "the 1990s", "the '90s", "the nineties", "1930s", "the 480s BC".
    pub(super) fn decade(&self, i: usize, the: bool) -> Hit<DateExpr> {
        if let Some(TimeWord::Decade(start)) = self.word(i) {
            return the.then_some((DateExpr::Decade { start: i32::from(start), short: true }, i + 1));
        }
        if let Some(TimeWord::Number(century @ 11..=19)) = self.word(i)
            && let Some(TimeWord::Decade(start)) = self.word(i + 1)
        {
            return Some((
                DateExpr::Decade { start: i32::from(century) * 100 + i32::from(start), short: false },
                i + 2,
            ));
        }
        let apostrophe = matches!(self.lower(i), "'" | "\u{2019}" | "\u{2018}");
        let at = if apostrophe { i + 1 } else { i };
        let (n, digits) = self.digits(at)?;
        let plural = self.glued(at + 1) && (self.is(at + 1, "s") || self.any(at + 1, &["'s", "\u{2019}s"]));
        if !plural || n % 10 != 0 {
            return None;
        }
        let n = n.cast_signed();
        let end = at + 2;
        match digits {
            4 if (1000..=2200).contains(&n) => Some((DateExpr::Decade { start: n, short: false }, end)),
            3 if self.any(end, &["bc"]) => Some((DateExpr::Decade { start: -n, short: false }, end + 1)),
            2 if apostrophe || the => Some((DateExpr::Decade { start: n, short: true }, end)),
            _ => None,
        }
    }

    /// "19th century", "the twentieth century", "5th century BC".
    pub(super) fn century(&self, i: usize) -> Hit<DateExpr> {
        let (rank, at) = self.ordinal(i)?;
        let at = if self.dash(at) && self.glued(at) { at + 1 } else { at };
        // "the 18th and 19th centuries": the first borrows the word.
        if self.any(at, &["and", "or", "to"])
            && let Some((next @ 1..=30, after)) = self.ordinal(at + 1)
            && let Some((Unit::Century, _, _)) = self.unit(after)
            && (1..next).contains(&rank)
        {
            return Some((DateExpr::Century(rank), at));
        }
        let (Unit::Century, _, mut end) = self.unit(at)? else { return None };
        let mut number = rank;
        if matches!(self.word(end), Some(TimeWord::Era(true))) {
            (number, end) = (-rank, end + 1);
        }
        ((1..=30).contains(&rank)).then_some((DateExpr::Century(number), end))
    }
}
