//! Times without a date of their own: "now", "recently", "the near future"; and holidays by name.

use crosscheck_lexicon::classes::Classes;
use crosscheck_lexicon::time::{Reference, TimeWord};
use crosscheck_model::raw::{DateExpr, TimeExpr};

use super::reader::{Hit, Reader, granularity};
use crate::token::TokenKind;

impl Reader<'_> {
    /// "now", "recently", "the past", "the near future".
    pub(super) fn reference(&self, i: usize) -> Hit<TimeExpr> {
        let hit = |reference, end| Some((TimeExpr::Reference(reference), end));
        use crosscheck_model::raw::Reference as R;
        if self.the(i) {
            // "will stay high in the near term"
            let term = self.any(i + 1, &["near", "short", "medium"]) && self.is(i + 2, "term");
            if term && i > 0 && self.any(i - 1, &["in", "over", "for"]) && !self.dash(i + 3) {
                return hit(R::Future, i + 3);
            }
            let at = if self
                .any(i + 1, &["near", "foreseeable", "immediate", "recent", "distant", "not-too-distant"])
            {
                i + 2
            } else {
                i + 1
            };
            let closed = |end: usize| {
                !self.plain(end) && self.unit(end).is_none()
                    || self.ends(end)
                    || self.kind(end) != Some(TokenKind::Word)
            };
            return match self.word(at) {
                Some(TimeWord::Adjective(Reference::Past)) if self.is(at, "past") && closed(at + 1) => {
                    hit(R::Past, at + 1)
                }
                Some(TimeWord::Adjective(Reference::Future))
                    if closed(at + 1)
                        && !self.is(at + 1, "of")
                        && i > 0
                        && self.any(i - 1, &["in", "for", "into", "about"]) =>
                {
                    hit(R::Future, at + 1)
                }
                _ => None,
            };
        }
        if self.is(i, "a") && self.is(i + 1, "later") && self.any(i + 2, &["date", "stage"]) {
            return hit(R::Future, i + 3);
        }
        if self.is(i, "these") && self.is(i + 1, "days") {
            return hit(R::Present, i + 2);
        }
        if self.is(i, "right") && self.is(i + 1, "now") {
            return hit(R::Present, i + 2);
        }
        match self.word(i)? {
            // "Now for the weather": a turn of speech.
            TimeWord::Reference(Reference::Present) if i == 0 && self.is(i, "now") && self.is(1, "for") => {
                None
            }
            TimeWord::Reference(Reference::Present) => hit(R::Present, i + 1),
            TimeWord::Reference(Reference::Past) if self.any(i, &["previously", "formerly"]) => {
                Some((TimeExpr::Adjective(R::Past), i + 1))
            }
            TimeWord::Reference(Reference::Past) => hit(R::Past, i + 1),
            // "as soon as", "soon after": no time of their own.
            TimeWord::Soon
                if self.any(i + 1, &["as", "after", "afterwards", "thereafter"])
                    || i > 0 && self.any(i - 1, &["as", "too", "how"]) =>
            {
                None
            }
            TimeWord::Reference(Reference::Future) => hit(R::Future, i + 1),
            TimeWord::Soon if self.tense(i, i + 1) == crosscheck_model::raw::Tense::Future => {
                hit(R::Future, i + 1)
            }
            TimeWord::Adjective(Reference::Present) if self.unit(i + 1).is_none() => {
                Some((TimeExpr::Adjective(R::Present), i + 1))
            }
            TimeWord::Adjective(Reference::Future) if !(self.plain(i + 1) || i > 0 && self.the(i - 1)) => {
                hit(R::Future, i + 1)
            }
            TimeWord::Adjective(Reference::Past) if self.is(i, "recent") => {
                self.unit(i + 1).is_none().then_some(())?;
                Some((TimeExpr::Adjective(R::Past), i + 1))
            }
            TimeWord::Adjective(Reference::Past) if self.is(i, "former") => {
                Some((TimeExpr::Adjective(R::Past), i + 1))
            }
            _ => None,
        }
    }

    /// "recent years", "coming months": a vague length by the document's date.
    pub(super) fn vague_stretch(&self, i: usize) -> Hit<TimeExpr> {
        use crosscheck_model::raw::{Count, Length, Placing};
        let vague = |unit, placing| {
            let length = Length { count: Count::Vague(2, None), ..super::length::one(granularity(unit)) };
            TimeExpr::Duration(Length { placing, ..length })
        };
        // "in the weeks ahead", "over the years".
        if i > 1
            && self.the(i - 1)
            && let Some((unit, true, end)) = self.unit(i)
        {
            let ahead = self.is(end, "ahead") && !self.is(end + 1, "of");
            let over = self.any(i - 2, &["over", "through", "throughout"]);
            let closed =
                self.ends(end) || self.kind(end).is_none() || !self.plain(end) && !self.is(end, "of");
            let long = granularity(unit) >= crosscheck_model::Granularity::Month;
            return match (ahead, over && closed && long) {
                (true, _) => Some((vague(unit, Placing::Next), end + 1)),
                (_, true) => Some((vague(unit, Placing::Past), end)),
                _ => None,
            };
        }
        let (placing, at) = match self.word(i)? {
            TimeWord::Adjective(Reference::Past) if self.any(i, &["recent", "past"]) => {
                (Placing::Past, i + 1)
            }
            TimeWord::Adjective(Reference::Future) => (Placing::Next, i + 1),
            TimeWord::Relative(1, false) => (Placing::Next, i + 1),
            TimeWord::Relative(-1, true) => (Placing::Past, i + 1),
            _ => return None,
        };
        let (unit, true, end) = self.unit(at)? else { return None };
        Some((vague(unit, placing), end))
    }

    /// "one day" after "will" or "may": no length, but the future.
    pub(super) fn some_day(&self, i: usize) -> Hit<TimeExpr> {
        use crosscheck_lexicon::tense::{Directions, directions};
        use crosscheck_model::raw::{Reference, Tense};
        if !(self.is(i, "one") && self.is(i + 1, "day")) {
            return None;
        }
        let ahead = i > 0 && directions(self.lower(i - 1)).has(Directions::FUTURE.or(Directions::MODAL));
        // "he one day follows", "One day, a stranger came".
        let subject = i > 0 && self.any(i - 1, &["i", "we", "you", "he", "she", "it", "they", "who"]);
        let told = i == 0
            && (self.is(i + 2, ",")
                || self.words.classes(i + 2).has(Classes::DETERMINER.or(Classes::PRONOUN)));
        let past = told && self.tense(i, i + 2) == Tense::Past;
        let reference = if past { Reference::Past } else { Reference::Future };
        (ahead || subject || told).then_some((TimeExpr::Reference(reference), i + 2))
    }

    /// A holiday by name, with the year after it.
    pub(super) fn holiday(&self, i: usize) -> Hit<DateExpr> {
        let token = self.words.tokens.get(i)?;
        if !token.classes.has(Classes::HOLIDAY) {
            return None;
        }
        let rest = self.words.lower.get(token.span.start as usize..)?;
        let (id, length) = crosscheck_lexicon::holiday::longest(rest)?;
        let stop = token.span.start as usize + length;
        let mut end = i;
        while self.words.tokens.get(end).is_some_and(|token| (token.span.end as usize) <= stop) {
            end += 1;
        }
        let name = crosscheck_model::raw::CalendarName::Holiday(id);
        Some(match self.year_of(end) {
            Some((year, at)) => (DateExpr::Named { name, year: Some(year) }, at),
            None => (DateExpr::Named { name, year: None }, end),
        })
    }
}
