//! Lengths of time and what counts from them: "two days", "24-hour", "months-long", "two weeks ago", "days after the truce".

use crosscheck_lexicon::classes::Classes;
use crosscheck_lexicon::time::{Hedge, Reference, Shift, TimeWord, Unit};
use crosscheck_model::raw::{Count, Length, Placing, TimeExpr};
use crosscheck_model::{Bound, Granularity, Number};
use rust_decimal::Decimal;

use super::reader::{Hit, Reader, granularity};
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
    fn hedge(&self, i: usize) -> Hit<Bound> {
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
                if self.is(i, "over") && !matches!(self.word(i + 1), Some(TimeWord::Vague(..))) =>
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
    fn counted(&self, i: usize) -> Option<Read> {
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
                && self.kind(at) == Some(TokenKind::Word)
                && !self.capital(at)
                && !self.lower(at).ends_with('s')
                && (self.plain(at)
                    || self.side(at) != Placing::Free
                    || self.any(at, &["more", "full", "other", "whole", "additional", "further"]))
                && self
                    .unit(at + 1)
                    .is_some_and(|(unit, plural, _)| plural != article && unit != Unit::Second)
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
            if let Some(((Count::Exact(n), _), at)) = self.count(next)
                && let Some((small, _, small_end)) = self.unit(at).or_else(|| self.short_unit(at))
                && granularity(small) < granularity(unit)
                && !matches!(small, Unit::Night | Unit::Weekend)
                && let Ok(n) = u32::try_from(n.0)
            {
                and = Some((n, granularity(small)));
                end = small_end;
            }
        }
        let length = Length { count, and, placing, ..one(granularity(unit)) };
        Some(Read { length, end, article, compound, bare: false })
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
    fn side(&self, i: usize) -> Placing {
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

    /// A length and all that may hang on it.
    pub(super) fn duration(&mut self, i: usize) -> Hit<TimeExpr> {
        let (bound, at) = self.hedge(i).unwrap_or((Bound::Exact, i));
        let hedged = at > i;
        if bound == Bound::Exact && hedged && self.unit(at).is_none() {
            // "only two days": the span starts at the number.
            return None;
        }
        let mut read = self.counted(at)?;
        read.length.bound = bound;
        if self.is(read.end, "or") && self.any(read.end + 1, &["so", "more", "less", "longer"]) {
            read.length.bound = match self.lower(read.end + 1) {
                "so" => Bound::About,
                "less" => Bound::AtMost,
                _ => Bound::AtLeast,
            };
            read.end += 2;
        }
        let end = read.end;
        let firm = matches!(read.length.count, Count::Exact(_) | Count::Vague(2, Some(3)))
            && matches!(read.length.bound, Bound::Exact | Bound::About);
        if firm && !read.compound && i > 0 && self.is(i - 1, "in") && !self.is(end, "of") {
            read.length.placing = Placing::In;
        }
        // "at 0930 hours" is a clock time too.
        if !hedged
            && read.length.unit == Granularity::Hour
            && self.digits(i).is_some_and(|(n, digits)| digits == 4 && n < 2400)
            && self.clock(i).is_some()
            && (self.lower(i).starts_with('0') || i > 0 && self.any(i - 1, super::clock::CLOCK_LEAD))
        {
            return None;
        }
        let said = !hedged && read.length.unit == Granularity::Minute && self.spoken(i).is_some();
        if !said && let Some(hit) = self.offset(&read, i) {
            return Some(hit);
        }
        // "20 minutes past 3 p.m." is a clock time.
        if said {
            return None;
        }
        // "2 min read" tells of the page, not of its events.
        if self.is_age(end) || (read.length.unit == Granularity::Minute && self.is(end, "read")) {
            return None;
        }
        // "twice a day", "$5 a month": a repetition, read elsewhere.
        if read.bare && !self.bare_stands(i, end) {
            return None;
        }
        if read.article && !hedged && !self.article_stands(i, &read) {
            return None;
        }
        // "a day-long talk": the article is the talk's.
        if read.compound && read.article && !hedged {
            return None;
        }
        if read.compound && self.dash(end) && self.glued(end) {
            return None;
        }
        Some((TimeExpr::Duration(read.length), end))
    }

    /// "some time", "a while", "a fairly lengthy period": a length whose unit is open.
    pub(super) fn open_length(&self, i: usize) -> Hit<TimeExpr> {
        if i == 0 || !self.any(i - 1, &["for", "after", "over", "in", "within", "quite", "took", "lasted"]) {
            return None;
        }
        let open = |end| {
            let length = Length { count: Count::Vague(1, None), ..one(Granularity::Unknown) };
            Some((TimeExpr::Duration(length), end))
        };
        if self.is(i, "some") && self.is(i + 1, "time") {
            return open(i + 2);
        }
        if !self.is(i, "a") {
            return None;
        }
        let at = (i + 1..i + 4).find(|&at| self.word(at) == Some(TimeWord::Span))?;
        let between = (i + 1..at).all(|at| {
            self.kind(at) == Some(TokenKind::Word)
                && (self.plain(at) || self.words.classes(at).has(Classes::ADVERB))
        });
        let long = self.any(at - 1, &["long", "short", "brief", "lengthy", "considerable", "limited"]);
        (between && (long || self.is(at, "while") && at == i + 1) && !self.is(at + 1, "of"))
            .then(|| open(at + 1))?
    }

    /// "-old", "old", "of age".
    pub(super) fn is_age(&self, end: usize) -> bool {
        let at = if self.dash(end) && self.glued(end) { end + 1 } else { end };
        matches!(self.word(at), Some(TimeWord::Old)) || self.is(end, "of") && self.is(end + 1, "age")
    }

    /// Whether a bare plural ("days") is a length here.
    fn bare_stands(&self, i: usize, end: usize) -> bool {
        let before = i.checked_sub(1).map_or("", |at| self.lower(at));
        matches!(
            before,
            "for"
                | "in"
                | "within"
                | "over"
                | "took"
                | "take"
                | "takes"
                | "after"
                | "spent"
                | "spend"
                | "of"
                | "lasted"
                | "just"
                | "only"
                | "cost"
        ) && !self.is(end, "of")
            && before != "of"
            && before != "in"
            && before != "after"
            && before != "over"
            || matches!(before, "for" | "after" | "spent" | "in" | "within")
                && (self.is(end, "of") || before != "after")
            || matches!(before, "just" | "only" | "lasted" | "took" | "take")
            || matches!(before, "follow" | "follows" | "followed") && self.is(end, "of")
    }

    /// Whether "a week" is a length here: not "a day's work", not "$5 a day".
    fn article_stands(&self, i: usize, read: &Read) -> bool {
        let before = i.checked_sub(1).map_or("", |at| self.lower(at));
        // "gave him a week to leave", "a week that saw three storms".
        let verb = self.is(read.end, "to") && self.plain(read.end + 1) && !self.capital(read.end + 1);
        let given = i > 0
            && (self.words.classes(i - 1).has(Classes::PRONOUN)
                || matches!(before, "have" | "has" | "had" | "give" | "gave" | "given" | "need" | "needs"));
        let told = self.any(read.end, &["that", "when"]) && read.length.unit >= Granularity::Week;
        if verb && given || told {
            return true;
        }
        if read.compound
            || read.length.and.is_some()
            || !matches!(read.length.count, Count::Exact(n) if n == Number::from(1))
        {
            return true;
        }
        if self.kind(read.end) == Some(TokenKind::Possessive) {
            return false;
        }
        matches!(
            before,
            "for"
                | "in"
                | "within"
                | "after"
                | "over"
                | "about"
                | "lasted"
                | "took"
                | "take"
                | "takes"
                | "spent"
                | "than"
                | "least"
                | "every"
                | "half"
                | "during"
                | "last"
                | "under"
                | "nearly"
                | "almost"
                | "to"
                | "only"
                | "just"
        )
    }

    /// A length with a place: "the past three decades", "the next two weeks", "the first nine months", "recent years".
    pub(super) fn placed(&self, i: usize) -> Hit<TimeExpr> {
        let (placing, at) = match self.word(i)? {
            TimeWord::Relative(-1, _) => (Placing::Past, i + 1),
            TimeWord::Relative(1, _) => (Placing::Next, i + 1),
            TimeWord::Adjective(Reference::Past) => (Placing::Past, i + 1),
            TimeWord::Ordinal(1) | TimeWord::Ordinal(-1) => (Placing::First, i + 1),
            _ => return None,
        };
        let (bound, from) = self.hedge(at).unwrap_or((Bound::Exact, at));
        if let Some(read) = self.counted(from)
            && !read.article
        {
            if self.is_age(read.end)
                || (read.bare
                    && placing == Placing::First
                    && !matches!(read.length.unit, Granularity::Hour | Granularity::Day | Granularity::Week))
            {
                return None;
            }
            let mut length = Length { placing, bound, ..read.length };
            let mut end = read.end;
            if self.is(end, "or") && self.is(end + 1, "so") {
                (length.bound, end) = (Bound::About, end + 2);
            }
            return Some((TimeExpr::Duration(length), end));
        }
        // "in the next hour": one of them.
        if placing != Placing::First
            && bound == Bound::Exact
            && let Some((Unit::Hour, false, end)) = self.unit(at)
        {
            // "the last hour of play" and "the next hour was worse" are told of something else than publication.
            let the = i > 0 && self.the(i - 1);
            let led =
                i > 1 && self.any(i - 2, &["in", "within", "over", "for", "during"]) && !self.is(end, "of");
            let placing = if !the || led { placing } else { Placing::Free };
            return Some((TimeExpr::Duration(Length { placing, ..one(Granularity::Hour) }), end));
        }
        None
    }

    /// "day-long", "months-long", "yearlong".
    pub(super) fn long(&self, i: usize) -> Hit<TimeExpr> {
        let (unit, plural, at) = self.unit(i)?;
        if !(self.dash(at) && self.glued(at) && self.is(at + 1, "long") && self.glued(at + 1)) {
            return None;
        }
        let mut length = one(granularity(unit));
        if plural {
            length.count = Count::Vague(2, None);
        }
        Some((TimeExpr::Duration(length), at + 2))
    }

    /// "a third day of protests", "eighth day": a length by rank.
    pub(super) fn ranked(&self, i: usize) -> Hit<TimeExpr> {
        let (rank, at) = self.ordinal(i)?;
        let at = if self.any(at, &["straight", "consecutive", "successive", "full"]) { at + 1 } else { at };
        let (unit, false, end) = self.unit(at)? else { return None };
        if rank < 2 || !matches!(unit, Unit::Day | Unit::Week | Unit::Month | Unit::Night | Unit::Year) {
            return None;
        }
        let length = Length {
            count: Count::Exact(Number::from(i64::from(rank))),
            placing: Placing::Ordinal,
            ..one(granularity(unit))
        };
        Some((TimeExpr::Duration(length), end))
    }
}
