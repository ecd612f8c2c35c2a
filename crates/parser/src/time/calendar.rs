//! Dates by printed fields: "19 September 2023", "Tuesday, Sept. 19", "2023-09-19", "1939".

use crosscheck_lexicon::classes::Classes;
use crosscheck_lexicon::time::TimeWord;
use crosscheck_model::raw::{DateExpr, YearExpr};

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
        if self.names_a_person(i, month) {
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
            || (i > 1 && self.any(i - 1, &["st", "nd", "rd", "th"]) && self.digits(i - 2).is_some());
        let numbered = digits_beside
            || self.is(end, ",") && self.digits(end + 1).is_some_and(|(_, d)| d == 4)
            || self.ordinal(end).is_some()
            || (self.the(end) && self.ordinal(end + 1).is_some());
        if !self.capital(i) {
            // "may 5" may be permission; "14 may" is a date.
            let sure = numbered
                && (month != 5 || i > 0 && self.digits(i - 1).is_some())
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
    fn word_after_number(&self, i: usize) -> bool {
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
            return Some((day, i + 1));
        }
        let end = self.past_stop(i + 1);
        let past_comma = if self.is(end, ",") { end + 1 } else { end };
        let date_follows = self.word(past_comma).is_some_and(|w| matches!(w, TimeWord::Month(_)))
            || self.digits(past_comma).is_some();
        (self.capital(i) && (date_follows || (i > 0 && self.any(i - 1, &["on", "last", "next", "this"])))
            || (self.words.tokens.len() <= 2 && i == 0))
            .then_some((day, end))
    }

    /// The day of the month at `i`: "19", "19th", "nineteenth", at most 31; a day, and no number of something else.
    fn day(&self, i: usize) -> Hit<u8> {
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

    /// A year after a month, day or season: four digits, two after an apostrophe, three before an era, or relative.
    pub(super) fn year_of(&self, i: usize) -> Hit<YearExpr> {
        if let Some((year, at)) = self.full_year(i) {
            return Some((year, at));
        }
        let at = if self.any(i, &["of", "in"]) { i + 1 } else { i };
        if at > i
            && let Some(hit) = self.full_year(at)
        {
            return Some(hit);
        }
        if self.is(i, "in") {
            return None;
        }
        let at = if self.the(at) && at > i { at + 1 } else { at };
        match (self.word(at), self.unit(at + 1)) {
            (
                Some(TimeWord::Relative(shift, mentioned)),
                Some((crosscheck_lexicon::time::Unit::Year, false, end)),
            ) if !(self.is(at, "same") && at == i) => {
                Some((YearExpr::Relative { shift: i32::from(shift), from: super::deixis(mentioned) }, end))
            }
            _ => None,
        }
    }

    /// A year in digits or words, with its era.
    pub(super) fn full_year(&self, i: usize) -> Hit<YearExpr> {
        if matches!(self.lower(i), "'" | "\u{2019}" | "\u{2018}")
            && let Some((n, 2)) = self.digits(i + 1)
            && self.glued(i + 1)
            && self.free_after(i + 1)
        {
            return Some((YearExpr::Short(u8::try_from(n).ok()?), i + 2));
        }
        if matches!(self.word(i), Some(TimeWord::Era(false))) {
            let (n, _) = self.digits(i + 1)?;
            return (1..=2100).contains(&n).then(|| (YearExpr::Full(n.cast_signed()), i + 2));
        }
        let Some((n, digits)) = self.digits(i) else {
            return self.spelled_year(i);
        };
        if !self.lone(i) {
            // "240-238 BC"
            let ranged = i > 1 && self.dash(i - 1) && self.digits(i - 2).is_some();
            return match self.era(i + 1) {
                Some((true, at)) if ranged && digits <= 4 && n > 0 => {
                    Some((YearExpr::Full(-n.cast_signed()), at))
                }
                _ => None,
            };
        }
        if let Some((before, at)) = self.era(i + 1) {
            let n = n.cast_signed();
            return (n > 0 && digits <= 4).then_some((YearExpr::Full(if before { -n } else { n }), at));
        }
        // "499-493 BC": the era stands once.
        if digits <= 4
            && self.dash(i + 1)
            && self.glued(i + 1)
            && let Some((m, other)) = self.digits(i + 2)
            && other <= 4
            && m < n
            && matches!(self.era(i + 3), Some((true, _)))
        {
            return Some((YearExpr::Full(-n.cast_signed()), i + 1));
        }
        (digits == 4 && (1000..=2200).contains(&n)).then(|| (YearExpr::Full(n.cast_signed()), i + 1))
    }

    /// "BC", "B.C.", "AD": whether before Christ.
    fn era(&self, i: usize) -> Hit<bool> {
        if let Some(TimeWord::Era(before)) = self.word(i)
            && self.capital(i)
        {
            return Some((before, i + 1));
        }
        let dotted = |a: &str, b: &str| {
            self.is(i, a) && self.is(i + 1, ".") && self.is(i + 2, b) && self.glued(i + 2) && self.capital(i)
        };
        if dotted("b", "c") {
            return Some((true, self.past_stop(i + 3)));
        }
        dotted("a", "d").then(|| (false, self.past_stop(i + 3)))
    }

    /// "nineteen ninety-six", "two thousand" after "year".
    fn spelled_year(&self, i: usize) -> Hit<YearExpr> {
        let Some(TimeWord::Number(century @ 11..=20)) = self.word(i) else { return None };
        if century > 10 && century < 20 && !self.dash(i + 1) {
            let (rest, at) = self.spelled(i + 1)?;
            let tens = matches!(self.word(i + 1), Some(TimeWord::Number(10..=99)));
            if tens && rest < 100 {
                return Some((YearExpr::Full(i32::from(century) * 100 + rest.cast_signed()), at));
            }
        }
        None
    }

    /// A date that starts with a month: "September 19, 2023", "Sept. 2023", "May of last year".
    pub(super) fn month_first(&mut self, i: usize, weekday: Option<u8>) -> Hit<DateExpr> {
        let (month, at) = self.month(i)?;
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
            let tail = second.map_or(end, |(_, _, at)| at);
            let comma = if self.is(tail, ",") { tail + 1 } else { tail };
            let year = self.year_of(comma).filter(|_| comma == tail || self.digits(comma).is_some());
            match (second, year) {
                (Some((other, from, _)), Some((year, at))) => {
                    self.more.push((calendar(Some(year), month, Some(other), None), from, at));
                }
                (Some((other, from, to)), None) => {
                    self.more.push((calendar(None, month, Some(other), None), from, to));
                }
                (None, Some((_, at))) => end = at,
                (None, None) => {}
            }
            return Some((calendar(year.map(|(year, _)| year), month, Some(day), weekday), end));
        }
        if weekday.is_some() {
            return None;
        }
        let comma =
            if self.is(at, ",") && self.digits(at + 1).is_some_and(|(_, n)| n == 4) { at + 1 } else { at };
        match self.year_of(comma) {
            Some((year, end)) => Some((calendar(Some(year), month, None, None), end)),
            None => Some((calendar(None, month, None, None), at)),
        }
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
        let month_at = if self.is(at, "of") || (self.dash(at) && self.glued(at) && self.glued(at + 1)) {
            at + 1
        } else {
            at
        };
        if let Some((month, end)) = self.month(month_at) {
            let comma = if (self.is(end, ",") || self.dash(end) && self.glued(end))
                && self.digits(end + 1).is_some_and(|(_, n)| n == 4)
            {
                end + 1
            } else {
                end
            };
            return Some(match self.year_of(comma) {
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
                self.more.push((calendar(year, Some(month), Some(other), None), from, end));
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
                && the == comma.max(at)
                && the <= at + 1
                && (1..=31).contains(&day)
                && comma == at
                && self.unit(end).is_none()
            {
                return Some((calendar(None, None, u8::try_from(day).ok(), Some(weekday)), end));
            }
        }
        Some((calendar(None, None, None, Some(weekday)), at))
    }

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
            if !whole(i + 5) {
                return None;
            }
            if digits == 4 && b_digits <= 2 && c_digits <= 2 {
                return Some((date(a, b, c)?, i + 5));
            }
            if digits <= 2 && b_digits <= 2 && (c_digits == 4 || (c_digits == 2 && mark != "-")) {
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

    /// A year alone: "1939", "the 2020 war", "(1991)", "490 BC".
    pub(super) fn year_alone(&mut self, i: usize) -> Hit<DateExpr> {
        let (year, end) = self.full_year(i)?;
        // "2015-1-32": a malformed date is no year.
        if self.glued(end)
            && self.any(end, &["-", "/"])
            && self.digits(end + 1).is_some_and(|(_, digits)| digits < 4)
            && self.glued(end + 1)
            && self.any(end + 2, &["-", "/"])
            && self.glued(end + 2)
        {
            return None;
        }
        let date = calendar(Some(year), None, None, None);
        let YearExpr::Full(n) = year else {
            // "'98" alone may be any apostrophe before a number.
            return (i > 0 && self.words.classes(i - 1).has(Classes::PREPOSITION)).then_some((date, end));
        };
        if self.digits(i).is_none_or(|(_, digits)| digits < 4) || end > i + 1 {
            return Some((date, end));
        }
        if self.any(
            end,
            &[
                "gmt", "utc", "percent", "hours", "hrs", "million", "billion", "est", "edt", "metres",
                "meters", "local",
            ],
        ) {
            return None;
        }
        let led = i > 0
            && (self.any(
                i - 1,
                &[
                    "in",
                    "since",
                    "by",
                    "until",
                    "till",
                    "before",
                    "after",
                    "from",
                    "during",
                    "early",
                    "late",
                    "mid",
                    "circa",
                    "through",
                    "throughout",
                    "year",
                    "between",
                    "spring",
                    "summer",
                    "autumn",
                    "fall",
                    "winter",
                    "fiscal",
                    "around",
                    "back",
                    "and",
                    "or",
                    "(",
                    "pre",
                    "post",
                ],
            ));
        let closed = self.is(i.wrapping_sub(1), "(") && self.is(end, ")");
        let next_is_plural_noun = self.kind(end) == Some(TokenKind::Word)
            && !self.glued(end)
            && !self.capital(end)
            && self.plain(end)
            && self.lower(end).ends_with('s')
            && !self.lower(end).ends_with("ss");
        let counts = next_is_plural_noun
            || self.words.classes(end).has(Classes::TIME_UNIT)
                && !self.is(end, "quarter")
                && !self.any(end, &["day"]);
        let excluded = &[
            "at", "no", "number", "route", "flight", "room", "model", "level", "points", "than", "about",
            "nearly", "almost", "over", "some", "section", "page", "bus", "boeing",
        ];
        let range = self.dash(end) && self.glued(end) && self.digits(end + 1).is_some()
            || i > 1 && self.dash(i - 1) && self.digits(i - 2).is_some();
        // "the 2008 elections", "its 2006 highs"; a round number counts.
        let of_the_year =
            i > 0 && n % 50 != 0 && self.words.classes(i - 1).has(Classes::DETERMINER) && next_is_plural_noun;
        let named =
            closed || range || of_the_year || led && (!counts || self.any(i - 1, &["in", "since", "during"]));
        let free = !(counts || i > 0 && self.any(i - 1, excluded));
        let ok = match n {
            1900..=2050 => named || free,
            // Round numbers of older years count things more often than they date them.
            1500..=1899 => {
                named
                    || (free
                        && (i > 0 && self.any(i - 1, &["the", "of", "to", "for", "as", ","])
                            || self.ends(end)
                            || end >= self.words.tokens.len()))
            }
            _ => {
                closed
                    || (led
                        && !counts
                        && self.any(i - 1, &["in", "since", "year", "until", "from", "after", "before"]))
            }
        };
        if ok
            && self.dash(end)
            && self.glued(end)
            && self.glued(end + 1)
            && let Some((short, 2)) = self.digits(end + 1)
            && self.free_after(end + 1)
            && short.cast_signed() > n % 100
        {
            // "1915-17": the century stands once.
            let other = YearExpr::Full(n / 100 * 100 + short.cast_signed());
            self.more.push((calendar(Some(other), None, None, None), end + 1, end + 2));
        }
        ok.then_some((date, end))
    }
}
