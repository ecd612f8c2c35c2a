//! Years: alone, behind a month or season, with an era, in words.

use crosscheck_lexicon::classes::Classes;
use crosscheck_lexicon::time::TimeWord;
use crosscheck_model::raw::{DateExpr, TimeExpr, YearExpr};

use super::calendar::calendar;
use super::reader::{Hit, Reader};
use crate::token::TokenKind;

impl Reader<'_> {
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
    pub(super) fn era(&self, i: usize) -> Hit<bool> {
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
    pub(super) fn spelled_year(&self, i: usize) -> Hit<YearExpr> {
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

    /// Whether the four digits from `i` to `end` are part of figures that are no date: "32 - 2015", "2012-1400", "ABC 2000",
    /// the year of "August 32, 2014".
    fn in_other_figures(&self, i: usize, end: usize, n: i32) -> bool {
        let small = |at: usize| self.digits(at).is_some_and(|(_, digits)| digits <= 3);
        let led = i > 0 && self.words.classes(i - 1).has(Classes::PREPOSITION);
        let sum = !led
            && (self.dash(end) && !self.glued(end) && small(end + 1)
                || i > 1 && self.dash(i - 1) && !self.glued(i) && small(i - 2));
        let falling = self.dash(end)
            && self.glued(end)
            && self.glued(end + 1)
            && self.digits(end + 1).is_some_and(|(other, digits)| digits == 4 && other.cast_signed() < n);
        let no_day = |at: usize| self.digits(at).is_some_and(|(n, digits)| digits <= 2 && n > 31);
        let month = |at: usize| matches!(self.word(at), Some(TimeWord::Month(_)));
        let malformed = i > 1 && month(i - 1) && no_day(i - 2)
            || i > 2 && self.is(i - 1, ",") && no_day(i - 2) && month(i - 3);
        // "Pay ABC 2000", though not in a headline of capitals.
        let capitals = |at: usize| {
            self.plain(at)
                && self.words.surface(at).len() > 1
                && self.words.surface(at).chars().all(char::is_uppercase)
        };
        let product = i > 1
            && capitals(i - 1)
            && self.kind(i - 2) == Some(TokenKind::Word)
            && !self.words.surface(i - 2).chars().all(char::is_uppercase);
        sum || falling || malformed || product
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
        // "a venture called Orion 1980" has its number for a name.
        let named = i > 1
            && self.capital(i - 1)
            && self.plain(i - 1)
            && (i.saturating_sub(4)..i - 1).any(|at| self.any(at, &["called", "named", "dubbed", "titled"]));
        if named || self.in_other_figures(i, end, n) {
            return None;
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
        // "by the end of 2008 arrangements would be in place": only a time has an end.
        let edge = i > 1 && self.is(i - 1, "of") && matches!(self.word(i - 2), Some(TimeWord::EdgeOf(_)));
        let named = closed
            || range
            || of_the_year
            || edge
            || led && (!counts || self.any(i - 1, &["in", "since", "during"]));
        // "2012 80 10": a row of numbers.
        let row = self.digits(end).is_some() && !self.glued(end);
        let free = !(counts || row || i > 0 && self.any(i - 1, excluded));
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
                    || range && i > 0 && self.any(i - 1, &["of", "in", "from", "during", "the", "("])
                    || (led
                        && !counts
                        && self.any(
                            i - 1,
                            &["in", "since", "year", "until", "from", "after", "before", "circa", "by"],
                        ))
            }
        };
        if ok
            && (self.dash(end) || self.is(end, "/"))
            && self.glued(end)
            && self.glued(end + 1)
            && let Some((short, 2)) = self.digits(end + 1)
            && self.free_after(end + 1)
            && (short.cast_signed() > n % 100 && self.dash(end) || short.cast_signed() == n % 100 + 1)
        {
            // "the 2022/23 season" runs over two years.
            // "1915-17": the century stands once.
            let other = YearExpr::Full(n / 100 * 100 + short.cast_signed());
            self.more.push((TimeExpr::Date(calendar(Some(other), None, None, None)), end + 1, end + 2));
        }
        ok.then_some((date, end))
    }
}
