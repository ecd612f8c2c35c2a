//! Counts with their unit: "two days", "24-hour", "a quarter of a century", with hedge and side.

use crosscheck_lexicon::time::{Hedge, Reference, Shift, TimeWord, Unit};
use crosscheck_model::raw::{Count, Length, Placing};
use crosscheck_model::{Bound, Granularity, Number};
use rust_decimal::Decimal;

use super::reader::{Hit, Reader, granularity};
use crate::noun_group::sort;
use crate::token::TokenKind;

/// One of a unit.
pub(super) fn one(unit: Granularity) -> Length {
    Length {
        count: Count::Exact(Number::from(1)),
        unit,
        and: None,
        bound: Bound::Exact,
        placing: Placing::Free,
    }
}

/// A length as read, with what tells whether it stands by itself.
#[derive(Debug, Clone, Copy)]
pub(super) struct Read {
    pub(super) length: Length,
    pub(super) end: usize,
    /// A mere article counts it: "a week".
    pub(super) article: bool,
    /// Written as one word: "24-hour".
    pub(super) compound: bool,
    /// A plural without any count: "days".
    pub(super) bare: bool,
}

impl Reader<'_> {
    /// Hedges before a length: the bound and the token after.
    pub(super) fn hedge(&self, i: usize) -> Hit<Bound> {
        let two = |a: &str, b: &str| self.is(i, a) && self.is(i + 1, b);
        if self.is(i, "no") && (self.is(i + 1, "more") || self.is(i + 1, "longer")) && self.is(i + 2, "than")
        {
            return Some((Bound::AtMost, i + 3));
        }
        if self.is(i, "no") && self.any(i + 1, &["less", "fewer"]) && self.is(i + 2, "than") {
            return Some((Bound::AtLeast, i + 3));
        }
        if self.is(i, "a") && self.is(i + 1, "little") && self.any(i + 2, &["more", "over"]) {
            return Some((Bound::MoreThan, if self.is(i + 3, "than") { i + 4 } else { i + 3 }));
        }
        if self.any(i, &["more", "longer"]) && self.is(i + 1, "than") {
            return Some((Bound::MoreThan, i + 2));
        }
        if self.any(i, &["less", "fewer", "shorter"]) && self.is(i + 1, "than") {
            return Some((Bound::LessThan, i + 2));
        }
        if two("at", "least") {
            return Some((Bound::AtLeast, i + 2));
        }
        if two("at", "most") {
            return Some((Bound::AtMost, i + 2));
        }
        if two("up", "to") {
            return Some((Bound::UpTo, i + 2));
        }
        if two("as", "many") || two("as", "long") || two("as", "little") {
            return self.is(i + 2, "as").then_some((Bound::UpTo, i + 3));
        }
        if self.is(i, "some")
            && (self.digits(i + 1).is_some() || matches!(self.word(i + 1), Some(TimeWord::Number(_))))
        {
            return Some((Bound::About, i + 1));
        }
        match self.word(i)? {
            TimeWord::Hedge(Hedge::About) => Some((Bound::About, i + 1)),
            TimeWord::Hedge(Hedge::Nearly) => Some((Bound::Nearly, i + 1)),
            // "evolved over several years" goes through them.
            TimeWord::Hedge(Hedge::More)
                if self.is(i, "over")
                    && !(i > 0 && crosscheck_lexicon::bound::spans(self.lower(i - 1)))
                    && !matches!(self.word(i + 1), Some(TimeWord::Vague(..))) =>
            {
                Some((Bound::MoreThan, i + 1))
            }
            TimeWord::Hedge(Hedge::Less) if self.is(i, "under") => Some((Bound::LessThan, i + 1)),
            TimeWord::Hedge(Hedge::Exact) if self.is(i, "just") && self.any(i + 1, &["over", "under"]) => {
                Some((if self.is(i + 1, "over") { Bound::MoreThan } else { Bound::LessThan }, i + 2))
            }
            TimeWord::Hedge(Hedge::Exact) => Some((Bound::Exact, i + 1)),
            _ => None,
        }
    }

    /// Count and unit, without hedge.
    pub(super) fn counted(&self, i: usize) -> Option<Read> {
        if let Some((unit, true, end)) = self.unit(i) {
            let length = Length { count: Count::Vague(2, None), ..one(granularity(unit)) };
            return Some(Read { length, end, article: false, compound: false, bare: true });
        }
        if let Some(read) = self.quarter_of(i) {
            return Some(read);
        }
        let ((count, article), at) = self.count(i)?;
        // "a-week", "24-hour", "two-and-a-half-year".
        let mut compound = false;
        let mut at = at;
        if self.dash(at) && self.glued(at) && self.glued(at + 1) {
            (compound, at) = (true, at + 1);
        }
        let mut placing = Placing::Free;
        let found = match self.unit(at).or_else(|| self.short_unit(at)) {
            Some(found) => found,
            // "ten brutal months", "eight trading days", "20 more years".
            None if !compound
                && !self.glued(at)
                && self.kind(at) == Some(TokenKind::Word)
                && !self.capital(at)
                && (self.plain(at)
                    || self.side(at) != Placing::Free
                    || self.any(at, &["more", "full", "other", "whole", "additional", "further"]))
                && self
                    .unit(at + 1)
                    .is_some_and(|(unit, plural, _)| plural != article && unit != Unit::Second)
                // "five men | decades ago"
                && !sort(self.lower(at)).plural
                && !(article
                    && matches!(
                        self.unit(at + 1),
                        Some((Unit::Quarter | Unit::Night | Unit::Weekend, ..))
                    )) =>
            {
                if article
                    && !self.any(at, &["full", "whole", "further", "single", "mere", "additional", "entire"])
                {
                    return None;
                }
                placing = self.side(at);
                self.unit(at + 1)?
            }
            None => return None,
        };
        let (unit, plural, mut end) = found;
        if unit == Unit::Second && !plural && !compound && self.digits(i).is_none() {
            return None;
        }
        // "three-quarters" is a fraction; "the 1988 quarter" is a quarter of a year.
        let after_side = i > 0 && self.side(i - 1) != Placing::Free;
        if unit == Unit::Quarter && plural && (compound || self.is(i, "three") && !after_side) {
            return None;
        }
        if article && (plural || matches!(unit, Unit::Quarter | Unit::Second)) {
            return None;
        }
        if self.dash(end) && self.glued(end) && self.is(end + 1, "long") {
            (compound, end) = (true, end + 2);
        }
        let mut count = count;
        let mut and = None;
        if unit == Unit::Fortnight
            && let Count::Exact(n) = count
        {
            count = Count::Exact(Number(n.0 * Decimal::from(2)));
        }
        if self.is(end, "and") && self.is(end + 1, "a") && self.is(end + 2, "half") {
            if let Count::Exact(n) = count {
                count = Count::Exact(Number(n.0 + Decimal::new(5, 1)));
                end += 3;
            }
        } else if article && self.is(end, "or") && self.is(end + 1, "two") {
            count = Count::Range(Number::from(1), Number::from(2));
            end += 2;
        } else if !compound
            && granularity(unit) > Granularity::Second
            && granularity(unit) != Granularity::Quarter
        {
            let next = if self.any(end, &["and", ","]) { end + 1 } else { end };
            if let Some((n, small, small_end)) = self.part_of(next, granularity(unit)) {
                and = Some((n, small));
                end = small_end;
                // "2 hours 4 minutes 33 seconds": the two smaller ones are told in the smallest.
                let next = if self.any(end, &["and", ","]) { end + 1 } else { end };
                if small == Granularity::Minute
                    && let Some((seconds, Granularity::Second, last)) = self.part_of(next, small)
                    && let Some(all) = n.checked_mul(60).and_then(|n| n.checked_add(seconds))
                {
                    and = Some((all, Granularity::Second));
                    end = last;
                }
            }
        }
        let length = Length { count, and, placing, ..one(granularity(unit)) };
        Some(Read { length, end, article, compound, bare: false })
    }

    /// A count of a unit smaller than `whole`, and the token after it: the minutes of "2 hours 4 minutes".
    fn part_of(&self, i: usize, whole: Granularity) -> Option<(u32, Granularity, usize)> {
        let ((Count::Exact(n), _), at) = self.count(i)? else { return None };
        let (small, _, end) = self.unit(at).or_else(|| self.short_unit(at))?;
        let fits = granularity(small) < whole && !matches!(small, Unit::Night | Unit::Weekend);
        let n = u32::try_from(n.0).ok().filter(|_| fits)?;
        Some((n, granularity(small), end))
    }

    /// "a quarter of a century", "three-quarters of an hour": in the next finer unit that is told whole.
    fn quarter_of(&self, i: usize) -> Option<Read> {
        let (n, at) = match self.lower(i) {
            "a" => (1, i + 1),
            "three" if self.dash(i + 1) => (3, i + 2),
            "three" => (3, i + 1),
            _ => return None,
        };
        let word = if n == 1 { "quarter" } else { "quarters" };
        if !(self.is(at, word) && self.is(at + 1, "of") && self.any(at + 2, &["a", "an"])) {
            return None;
        }
        let (whole, false, end) = self.unit(at + 3)? else { return None };
        let (quarter, unit) = match whole {
            Unit::Century => (25, Granularity::Year),
            Unit::Year => (3, Granularity::Month),
            Unit::Hour => (15, Granularity::Minute),
            _ => return None,
        };
        let length = Length { count: Count::Exact(Number::from(n * quarter)), ..one(unit) };
        Some(Read { length, end, article: false, compound: false, bare: false })
    }

    /// The side on which a word like "past" or "coming" places the length after it.
    pub(super) fn side(&self, i: usize) -> Placing {
        match self.word(i) {
            Some(TimeWord::Relative(-1, _)) => Placing::Past,
            Some(TimeWord::Relative(1, _)) => Placing::Next,
            Some(TimeWord::Adjective(Reference::Past)) if self.is(i, "past") => Placing::Past,
            _ => Placing::Free,
        }
    }

    /// "1h" in "1h ago", "3m 49s" in "3m 49s later": a unit by its symbol, where nothing but a time can be meant.
    fn short_unit(&self, i: usize) -> Option<(Unit, bool, usize)> {
        let symbol = |i: usize| {
            if !(self.glued(i) && self.digits(i.wrapping_sub(1)).is_some()) {
                return None;
            }
            Some(match self.lower(i) {
                "s" => Unit::Second,
                "m" => Unit::Minute,
                "h" => Unit::Hour,
                "d" => Unit::Day,
                "w" => Unit::Week,
                "mo" => Unit::Month,
                "y" => Unit::Year,
                _ => return None,
            })
        };
        let unit = symbol(i)?;
        let mut at = i + 1;
        while self.digits(at).is_some() && (symbol(at + 1).is_some() || self.unit(at + 1).is_some()) {
            at += 2;
        }
        let counts = matches!(self.word(at), Some(TimeWord::Shift(Shift::Ago | Shift::Later | Shift::Hence)))
            || self.is(at, "from") && self.is(at + 1, "now")
            || i > 1 && self.is(i - 2, "in") && self.ends(at);
        counts.then_some((unit, true, i + 1))
    }
}
