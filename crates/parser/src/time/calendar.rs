//! Dates by printed fields: "19 September 2023", "Tuesday, Sept. 19", "2023-09-19", "1939".

use crosscheck_lexicon::classes::Classes;
use crosscheck_lexicon::time::TimeWord;
use crosscheck_model::raw::{DateExpr, TimeExpr, YearExpr};

use super::reader::{Hit, KNOWN, Reader};
use crate::token::TokenKind;

/// A date of printed fields.
pub(super) fn calendar(
    year: Option<YearExpr>,
    month: Option<u8>,
    day: Option<u8>,
    weekday: Option<u8>,
) -> DateExpr {
    DateExpr::Calendar { year, month, day, weekday }
}

impl Reader<'_> {
    /// A month name, its abbreviation, with its full stop.
    ///
    /// Abbreviations and months that are also words ("may", "march", "mar") need a day, a year or a preposition beside them.
    pub(super) fn month(&self, i: usize) -> Hit<u8> {
        let Some(TimeWord::Month(month)) = self.word(i) else { return None };
        let length = self.lower(i).len();
        // "the Costa del Mar 7": a name of a ship or place.
        let name = self.is(i, "mar") && i > 0 && self.any(i - 1, &["del", "do", "de", "la"]);
        if name || self.names_a_person(i, month) {
            return None;
        }
        let abbreviated = length <= 4 && !matches!(month, 5..=7) || length == 3 && month != 5;
        let end = if abbreviated { self.past_stop(i + 1) } else { i + 1 };
        let doubtful = abbreviated || matches!(month, 3 | 5) || (month == 8 && !self.capital(i));
        if !doubtful {
            return Some((month, end));
        }
        let digits_beside = self.digits(end).is_some_and(|(n, d)| d == 4 || (1..=31).contains(&n))
            || (i > 0 && self.digits(i - 1).is_some_and(|(n, _)| (1..=31).contains(&n)))
            || (i > 1
                && (self.dash(i - 1) || self.is(i - 1, "/"))
                && self.glued(i)
                && self.digits(i - 2).is_some_and(|(n, _)| (1..=31).contains(&n)))
            || (i > 1 && self.any(i - 1, &["st", "nd", "rd", "th"]) && self.digits(i - 2).is_some())
            || (i > 1 && self.is(i - 1, "of") && self.ranked_before(i - 1));
        let numbered = digits_beside
            || self.is(end, ",") && self.digits(end + 1).is_some_and(|(_, d)| d == 4)
            || self.ordinal(end).is_some()
            || (self.the(end) && self.ordinal(end + 1).is_some());
        if !self.capital(i) {
            // "may 5" may be permission; "14 may" is a date.
            let sure = numbered
                && (month != 5 || i > 0 && (self.digits(i - 1).is_some() || self.is(i - 1, "of")))
                && !self.word_after_number(end);
            return sure.then_some((month, end));
        }
        if numbered && !(month == 5 && self.word_after_number(end) && i == 0) {
            return Some((month, end));
        }
        let led = i > 0
            && (self.any(
                i - 1,
                &[
                    "in",
                    "of",
                    "since",
                    "by",
                    "until",
                    "till",
                    "last",
                    "next",
                    "this",
                    "early",
                    "late",
                    "mid",
                    "during",
                    "from",
                    "to",
                    "through",
                    "before",
                    "after",
                    "between",
                    "every",
                    "each",
                    "previous",
                    "following",
                    "for",
                    "coming",
                    "past",
                    "that",
                    "and",
                    "or",
                ],
            ) || self.dash(i - 1) && i > 1 && self.is(i - 2, "mid"));
        let tailed = self.any(end, &["last", "this", "next", "of"]) && self.is(end + 1, "year")
            || self.is(end, "of") && self.any(end + 1, &["last", "this", "next", "that"]);
        // Mid-sentence, "May" or "March" with a capital and no verb reading: "in May", "May and June".
        let led = led
            && !(self.is(end, "of") && !tailed && month == 3)
            && !(self.any(i.wrapping_sub(1), &["to", "and", "or", "that", "for", "this", "of"])
                && !abbreviated
                && month == 3
                && self.words.classes(end).has(Classes::PREPOSITION)
                && !self.is(end, "in"));
        let dotted = abbreviated && end > i + 1;
        let led = led
            && (!abbreviated
                || dotted
                || length == 4
                || self.words.surface(i).len() == 3 && matches!(month, 9..=12 | 1 | 2 | 8));
        (led || tailed).then_some((month, end))
    }

    /// Whether a rank ends before token `i`: "first", "21st".
    fn ranked_before(&self, i: usize) -> bool {
        let suffix = i > 1 && self.any(i - 1, &["st", "nd", "rd", "th"]) && self.digits(i - 2).is_some();
        suffix || i > 0 && matches!(self.word(i - 1), Some(TimeWord::Ordinal(1..)))
    }

    /// "April Dawson won", "June Carver sang": a given name before a surname.
    fn names_a_person(&self, i: usize, month: u8) -> bool {
        let surname = self.kind(i + 1) == Some(TokenKind::Word)
            && !self.glued(i + 1)
            && self.capital(i + 1)
            && self.plain(i + 1);
        let before = i.checked_sub(1).map_or(Classes::NONE, |at| self.words.classes(at));
        let dated = before.has(KNOWN.or(Classes::PREPOSITION).or(Classes::DETERMINER))
            || i > 0 && self.kind(i - 1) == Some(TokenKind::Digits);
        matches!(month, 4 | 6 | 8) && surname && !dated
    }

    /// Whether digits at `i` count the lower-case plural noun after them: "may 5 people".
    pub(super) fn word_after_number(&self, i: usize) -> bool {
        self.digits(i).is_some()
            && self.kind(i + 1) == Some(TokenKind::Word)
            && !self.glued(i + 1)
            && !self.capital(i + 1)
            && self.plain(i + 1)
    }

    /// A weekday name, or an abbreviation with its full stop, where a date stands beside it.
    pub(super) fn weekday(&self, i: usize) -> Hit<u8> {
        let Some(TimeWord::Weekday(day)) = self.word(i) else { return None };
        if self.lower(i).ends_with("day") {
            return (!self.names_a_paper(i)).then_some((day, i + 1));
        }
        let end = self.past_stop(i + 1);
        let past_comma = if self.is(end, ",") { end + 1 } else { end };
        let date_follows = self.word(past_comma).is_some_and(|w| matches!(w, TimeWord::Month(_)))
            || self.digits(past_comma).is_some();
        (self.capital(i) && (date_follows || (i > 0 && self.any(i - 1, &["on", "last", "next", "this"])))
            || (self.words.tokens.len() <= 2 && i == 0))
            .then_some((day, end))
    }

    /// "The Sunday Times", "the Saturday Evening Post", "the Mail on Sunday": newspapers.
    fn names_a_paper(&self, i: usize) -> bool {
        let paper = |at: usize| self.capital(at) && crosscheck_lexicon::label::is_paper(self.lower(at));
        let led = i > 0 && self.any(i - 1, &["on", "last", "next", "this", "since", "by", "until"]);
        let titled = paper(i + 1)
            || matches!(self.word(i + 1), Some(TimeWord::Part(..))) && self.capital(i + 1) && paper(i + 2);
        titled && !led || i > 2 && self.is(i - 1, "on") && paper(i - 2) && self.the(i - 3)
    }

    /// The day of the month at `i`: "19", "19th", "nineteenth", at most 31; a day, and no number of something else.
    pub(super) fn day(&self, i: usize) -> Hit<u8> {
        if let Some((n, at)) = self.ordinal(i) {
            return u8::try_from(n).ok().filter(|n| (1..=31).contains(n)).map(|n| (n, at));
        }
        let (n, digits) = self.digits(i)?;
        let clock = self.is(i + 1, ":") && self.glued(i + 2) && self.digits(i + 2).is_some()
            || self.any(i + 1, &["am", "pm", "%"]) && !self.is(i + 2, ",");
        if digits > 2
            || !(1..=31).contains(&n)
            || clock
            || (self.is(i + 1, ",") && self.glued(i + 2) && self.digits(i + 2).is_some_and(|(_, d)| d == 3))
        {
            return None;
        }
        Some((u8::try_from(n).ok()?, i + 1))
    }

    /// A date that starts with a month: "September 19, 2023", "Sept. 2023", "May of last year".
    pub(super) fn month_first(&mut self, i: usize, weekday: Option<u8>) -> Hit<DateExpr> {
        let (month, at) = self.month(i)?;
        if self.malformed(i, at) {
            return None;
        }
        let month = Some(month);
        let day_at = if self.the(at) { at + 1 } else { at };
        if let Some((day, mut end)) = self.day(day_at)
            && (day_at == at || self.ordinal(day_at).is_some())
            && !self.counts_things(end)
        {
            // "September 3-5", "Sept. 3 to 5", "June 10 and 12": the second day is a date of its own.
            let mut second = None;
            if self.dash(end) || self.any(end, &["to", "and", "through"]) {
                let from = if self.the(end + 1) { end + 2 } else { end + 1 };
                if let Some((other, other_end)) = self.day(from)
                    && other > day
                    && self.free_after(other_end - 1)
                    && !self.counts_things(other_end)
                    && self.month(other_end).is_none()
                    && (self.dash(end) || self.ordinal(from).is_some() || !self.noun_follows(other_end))
                {
                    second = Some((other, from, other_end));
                }
            }
            // "March 3, 5 and 9"
            let listed = self.listed_days(end, day);
            let between = match listed.split_last() {
                Some((last, rest)) if second.is_none() => {
                    second = Some(*last);
                    rest
                }
                _ => &[],
            };
            let tail = second.map_or(end, |(_, _, at)| at);
            let comma = if self.is(tail, ",") { tail + 1 } else { tail };
            let year = self
                .year_of(comma)
                .filter(|_| comma == tail || self.digits(comma).is_some())
                .or_else(|| self.short_year(comma));
            match (second, year) {
                (Some((other, from, _)), Some((year, at))) => {
                    self.more.push((
                        TimeExpr::Date(calendar(Some(year), month, Some(other), None)),
                        from,
                        at,
                    ));
                }
                (Some((other, from, to)), None) => {
                    self.more.push((TimeExpr::Date(calendar(None, month, Some(other), None)), from, to));
                }
                (None, Some((_, at))) => end = at,
                (None, None) => {}
            }
            let year = year.map(|(year, _)| year);
            let days = between
                .iter()
                .rev()
                .map(|&(day, from, to)| (TimeExpr::Date(calendar(year, month, Some(day), None)), from, to));
            self.more.extend(days);
            return Some((calendar(year, month, Some(day), weekday), end));
        }
        if weekday.is_some() {
            return None;
        }
        let comma =
            if self.is(at, ",") && self.digits(at + 1).is_some_and(|(_, n)| n == 4) { at + 1 } else { at };
        match self.year_of(comma).or_else(|| self.short_year(comma)) {
            Some((year, end)) => Some((calendar(Some(year), month, None, None), end)),
            None => Some((calendar(None, month, None, None), at)),
        }
    }

    /// The other days of a list, each with its tokens: ", 5 and 9" after the third.
    fn listed_days(&self, end: usize, first: u8) -> Vec<(u8, usize, usize)> {
        let (mut days, mut last, mut at) = (Vec::new(), first, end);
        loop {
            let comma = self.is(at, ",");
            let from = if comma { at + 1 } else { at };
            let closing = self.any(from, &["and", "or"]);
            let from = if closing { from + 1 } else { from };
            let Some((day, to)) = self.day(from).filter(|(day, _)| (comma || closing) && *day > last) else {
                return Vec::new();
            };
            if self.counts_things(to) || self.noun_follows(to) || days.len() > 5 {
                return Vec::new();
            }
            days.push((day, from, to));
            (last, at) = (day, to);
            if closing {
                return if days.len() > 1 { days } else { Vec::new() };
            }
        }
    }

    /// Whether the number beside a month makes the whole no date: "32 August", "August 32, 2014", "February 151998".
    fn malformed(&self, month: usize, end: usize) -> bool {
        let no_day = |i: usize| self.digits(i).is_some_and(|(n, digits)| digits <= 2 && (n == 0 || n > 31));
        let before = month > 0 && no_day(month - 1) && !self.glued(month) && self.free_before(month - 1);
        let after = no_day(end) && self.short_year(end).is_none() && self.ends(end + 1);
        let long = self.digits(end).is_some_and(|(_, digits)| digits > 4) && self.ends(end + 1);
        before || after || long
    }

    /// "Aug 9, 96", "June 87": two digits that are no day, at the end of a clause.
    fn short_year(&self, i: usize) -> Hit<YearExpr> {
        let (n @ 60.., 2) = self.digits(i)? else { return None };
        (self.ends(i + 1) && self.free_after(i)).then_some((YearExpr::Short(u8::try_from(n).ok()?), i + 1))
    }

    /// Whether the word at `i` is counted by the digits before it: "March 5 percent".
    fn counts_things(&self, i: usize) -> bool {
        self.any(i, &["percent", "million", "billion", "thousand", "%"])
    }

    /// Whether a lower-case word without class follows.
    fn noun_follows(&self, i: usize) -> bool {
        self.kind(i) == Some(TokenKind::Word) && !self.capital(i) && self.plain(i)
    }

    /// A date that starts with a day: "19 September 2023", "the 9th of May", "3-5 June".
    pub(super) fn day_first(&mut self, i: usize, weekday: Option<u8>) -> Hit<DateExpr> {
        self.day_list(i, weekday, 0)
    }

    /// [`Self::day_first`] as member `nth` of a list of at most four days.
    fn day_list(&mut self, i: usize, weekday: Option<u8>, nth: u8) -> Hit<DateExpr> {
        if !self.free_before(i) {
            return None;
        }
        let (day, at) = self.day(i)?;
        let joined = (self.dash(at) || self.is(at, "/")) && self.glued(at) && self.glued(at + 1);
        let month_at = if self.is(at, "of") || joined { at + 1 } else { at };
        if let Some((month, end)) = self.month(month_at) {
            // "31-Oct-74", "31/Oct/1974"
            if joined
                && self.lower(end) == self.lower(at)
                && self.glued(end)
                && self.glued(end + 1)
                && let Some((n, digits @ (2 | 4))) = self.digits(end + 1)
                && self.free_after(end + 1)
            {
                let year = match digits {
                    2 => YearExpr::Short(u8::try_from(n).ok()?),
                    _ => YearExpr::Full(n.cast_signed()),
                };
                return Some((calendar(Some(year), Some(month), Some(day), weekday), end + 2));
            }
            let comma = if (self.is(end, ",") || self.dash(end) && self.glued(end))
                && self.digits(end + 1).is_some_and(|(_, n)| n == 4)
            {
                end + 1
            } else {
                end
            };
            return Some(match self.year_of(comma).or_else(|| self.short_year(comma)) {
                Some((year, end)) => (calendar(Some(year), Some(month), Some(day), weekday), end),
                None => (calendar(None, Some(month), Some(day), weekday), end),
            });
        }
        // "3 to 5 June", "10 and 12 June 1940": the first day borrows month and year.
        if self.dash(at) || self.any(at, &["to", "and", "or", "through"]) || self.is(at, ",") {
            let from = if self.the(at + 1) { at + 2 } else { at + 1 };
            let depth = self.more.len();
            if self.digits(from).is_some()
                && nth < 3
                && let Some((DateExpr::Calendar { year, month: Some(month), day: Some(other), .. }, end)) =
                    self.day_list(from, None, nth + 1)
            {
                self.more.push((TimeExpr::Date(calendar(year, Some(month), Some(other), None)), from, end));
                return Some((calendar(year, Some(month), Some(day), weekday), at));
            }
            self.more.truncate(depth);
        }
        None
    }

    /// "Tuesday, 19 September 2023", "Tuesday the 19th", "Friday".
    pub(super) fn weekday_first(&mut self, i: usize) -> Hit<DateExpr> {
        let (weekday, at) = self.weekday(i)?;
        let comma = if self.is(at, ",") { at + 1 } else { at };
        let the = if self.the(comma) { comma + 1 } else { comma };
        if let Some(hit) = self.month_first(comma, Some(weekday)) {
            return Some(hit);
        }
        if self.digits(the).is_some() || self.ordinal(the).is_some() {
            if let Some(hit) = self.day_first(the, Some(weekday)) {
                return Some(hit);
            }
            if let Some((day, end)) = self.ordinal(the)
                && comma == at
                && (1..=31).contains(&day)
                && self.unit(end).is_none()
            {
                return Some((calendar(None, None, u8::try_from(day).ok(), Some(weekday)), end));
            }
        }
        Some((calendar(None, None, None, Some(weekday)), at))
    }
}
