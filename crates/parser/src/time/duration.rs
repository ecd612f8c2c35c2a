//! Lengths of time as expressions: "two days", "24-hour", "months-long", "the past three decades", "a third day".

use crosscheck_lexicon::classes::Classes;
use crosscheck_lexicon::length::{self, Before};
use crosscheck_lexicon::tense::{Directions, directions};
use crosscheck_lexicon::time::{Reference, TimeWord, Unit, time_word};
use crosscheck_model::raw::{CalendarName, Count, Length, Placing, SetExpr, TimeExpr};
use crosscheck_model::{Bound, Granularity, Number};

use super::length::{Read, one};
use super::reader::{Hit, Reader, granularity};
use crate::noun_group::sort;
use crate::token::TokenKind;

/// Tokens before "in as many days" among which the count stands.
const AS_MANY: usize = 6;

impl Reader<'_> {
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
        // "a bonus of six months of base pay" is a sum.
        let base = if self.any(end + 1, &["base", "severance", "back", "full"]) { end + 2 } else { end + 1 };
        if self.is(end, "of") && self.any(base, &["pay", "salary", "wages"]) {
            return None;
        }
        // "2 min read" tells of the page, not of its events.
        if let Some(end) = self.age_of_event(&read) {
            return Some((TimeExpr::Duration(read.length), end));
        }
        if self.is_age(end) || (read.length.unit == Granularity::Minute && self.is(end, "read")) {
            return None;
        }
        // "the third attack in as many days": as many as were just counted.
        if self.is(i, "many") && i > 1 && self.is(i - 1, "as") && self.is(i - 2, "in") {
            let told = (i.saturating_sub(AS_MANY)..i - 2).rev().find_map(|at| {
                self.ordinal(at).map(|(n, _)| i64::from(n)).or_else(|| match self.count(at)? {
                    ((Count::Exact(n), false), _) => i64::try_from(n.0).ok(),
                    _ => None,
                })
            });
            let length =
                Length { count: Count::Exact(Number::from(told.filter(|n| *n > 1)?)), ..read.length };
            return Some((TimeExpr::Duration(length), end));
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
        if !self.before(i).has(Before::OPEN) {
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

    /// "the 8-month-old truce", "the two-week-old strike": how long something that lasts has gone on is no age.
    fn age_of_event(&self, read: &Read) -> Option<usize> {
        let old = read.end + 1;
        // "a decades-old feud": nobody's age is told so.
        if read.bare && self.dash(read.end) && self.glued(old) && self.is(old, "old") {
            return Some(old + 1);
        }
        let written = read.compound && self.dash(read.end) && self.glued(old) && self.is(old, "old");
        // "the 8-month-old border dispute"
        let lasts = |at: usize| crosscheck_lexicon::label::is_lasting(self.lower(at));
        let modified = self.kind(old + 1) == Some(TokenKind::Word) && lasts(old + 2);
        (written && (lasts(old + 1) || modified)).then_some(old + 1)
    }

    /// "-old", "old", "of age".
    pub(super) fn is_age(&self, end: usize) -> bool {
        let at = if self.dash(end) && self.glued(end) { end + 1 } else { end };
        matches!(self.word(at), Some(TimeWord::Old)) || self.is(end, "of") && self.is(end + 1, "age")
    }

    /// Whether a bare plural ("days") is a length here.
    fn bare_stands(&self, i: usize, end: usize) -> bool {
        let last = if self.is(end, "of") { Before::BARE_OF } else { Before::BARE_LAST };
        self.before(i).has(Before::BARE.or(last))
    }

    /// Whether "a week" is a length here: not "a day's work", not "$5 a day".
    fn article_stands(&self, i: usize, read: &Read) -> bool {
        let before = self.before(i);
        // "gave him a week to leave", "a week that saw three storms".
        let verb = self.is(read.end, "to") && self.plain(read.end + 1) && !self.capital(read.end + 1);
        let given = before.has(Before::GRANTED) || i > 0 && self.words.classes(i - 1).has(Classes::PRONOUN);
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
        before.has(Before::SINGLE)
    }

    /// What the word before `i` makes of a unit of time there.
    fn before(&self, i: usize) -> Before {
        i.checked_sub(1).map(|at| length::before(self.lower(at))).unwrap_or_default()
    }

    /// A length with a place: "the past three decades", "the next two weeks", "the first nine months", "recent years".
    pub(super) fn placed(&self, i: usize) -> Hit<TimeExpr> {
        // "expected to last six weeks", "the batteries last about 30 days": a verb.
        let hedged = || self.hedge(i + 1).is_some();
        let verb = self.is(i, "last")
            && i > 0
            && (self.is(i - 1, "to")
                || directions(self.lower(i - 1)).has(Directions::FUTURE.or(Directions::MODAL))
                || hedged() && sort(self.lower(i - 1)).plural);
        if verb || matches!(self.numbered_part(i), Some((CalendarName::Half(_), _))) {
            return None;
        }
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
            let led = i > 1 && self.before(i - 1).has(Before::PLACING) && !self.is(end, "of");
            let placing = if !the || led { placing } else { Placing::Free };
            return Some((TimeExpr::Duration(Length { placing, ..one(Granularity::Hour) }), end));
        }
        None
    }

    /// "the past three summers", "the last two Mondays": as many of a name that comes back.
    pub(super) fn counted_names(&self, i: usize) -> Hit<TimeExpr> {
        if self.side(i) == Placing::Free {
            return None;
        }
        let ((Count::Exact(_) | Count::Vague(..), false), at) = self.count(i + 1)? else { return None };
        if let Some(TimeWord::Weekdays(day)) = self.word(at) {
            return Some((TimeExpr::Set(SetExpr::Name(CalendarName::Weekday(day), None)), at + 1));
        }
        let Some(TimeWord::Season(season)) = time_word(self.lower(at).strip_suffix('s')?) else {
            return None;
        };
        let name = CalendarName::Season(super::relative::season(season));
        Some((TimeExpr::Set(SetExpr::Name(name, None)), at + 1))
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
