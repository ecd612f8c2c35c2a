//! What counts from a length: "two days ago", "a year later", "days after the truce", "three weeks from tomorrow".

use crosscheck_lexicon::time::{Shift, TimeWord};
use crosscheck_model::Granularity;
use crosscheck_model::raw::{DateExpr, Deixis, Length, OffsetFrom, TimeExpr};

use super::length::Read;
use super::point::is_day;
use super::reader::{Hit, Reader};
use crate::token::TokenKind;

impl Reader<'_> {
    /// What counts from a length: "ago", "later", "after the truce".
    pub(super) fn offset(&mut self, read: &Read, start: usize) -> Hit<TimeExpr> {
        let Read { length, end, .. } = *read;
        let dash = self.dash(end) && self.glued(end);
        let at = if dash { end + 1 } else { end };
        let offset = |back, from| TimeExpr::Date(DateExpr::Offset { length, back, from });
        if let Some(TimeWord::Shift(shift)) = self.word(at) {
            match shift {
                Shift::Ago => {
                    return Some(
                        self.ago_from(length, at + 1)
                            .unwrap_or_else(|| (offset(true, OffsetFrom::Deixis(Deixis::Speech)), at + 1)),
                    );
                }
                Shift::Hence => return Some((offset(false, OffsetFrom::Deixis(Deixis::Speech)), at + 1)),
                Shift::Later if !self.is(at + 1, "than") => {
                    return Some((offset(false, OffsetFrom::Deixis(Deixis::Mentioned)), at + 1));
                }
                Shift::Earlier if !self.is(at + 1, "than") => {
                    return Some((offset(true, OffsetFrom::Deixis(Deixis::Mentioned)), at + 1));
                }
                Shift::Before | Shift::After if !dash => {
                    let back = shift == Shift::Before;
                    if let Some((TimeExpr::Date(date), end)) = self.base_date(at + 1)
                        && !read.bare
                    {
                        let date = Box::new(date);
                        return Some((TimeExpr::Date(DateExpr::OffsetFrom { length, back, date }), end));
                    }
                    let event = self.event(at + 1);
                    if let Some(event) = event {
                        // The event belongs to the reason, not to the span.
                        let start_ok =
                            !read.article || start == 0 || !self.any(start - 1, &["twice", "once"]);
                        return start_ok.then(|| (offset(back, OffsetFrom::Event(event)), end));
                    }
                    if !read.bare && self.ends(at + 1) {
                        return Some((offset(back, OffsetFrom::Deixis(Deixis::Mentioned)), at + 1));
                    }
                }
                _ => {}
            }
        }
        // "two years back"; "a couple of weeks back | the plan was shown".
        let told =
            |at: usize| self.ends(at) || self.any(at, &["the", "a", "an", "it", "he", "she", "they", "we"]);
        if self.is(at, "back") && !dash && told(at + 1) {
            return Some((offset(true, OffsetFrom::Deixis(Deixis::Speech)), at + 1));
        }
        if self.is(at, "previously") {
            return Some((offset(true, OffsetFrom::Deixis(Deixis::Mentioned)), at + 1));
        }
        if self.is(at, "from") && self.is(at + 1, "now") {
            return Some((offset(false, OffsetFrom::Deixis(Deixis::Speech)), at + 2));
        }
        // "three weeks from tomorrow", "two days from Monday"; "closed for ten days from Monday" tells how long.
        let closed = start > 0 && self.any(start - 1, &["for", "over", "during"]);
        if self.is(at, "from") && !read.bare && !closed {
            let depth = self.more.len();
            match self.base_date(at + 1) {
                Some((TimeExpr::Date(date), end))
                    if is_day(&date)
                        && !self.any(end, &["to", "until", "till", "through"])
                        && !self.dash(end) =>
                {
                    let date = Box::new(date);
                    return Some((TimeExpr::Date(DateExpr::OffsetFrom { length, back: false, date }), end));
                }
                _ => self.more.truncate(depth),
            }
        }
        None
    }

    /// The day, week or month that "ago" counts back from where it is told: "three years ago | today", "a year ago | on Sunday", "ten
    /// years ago | this week", "a year ago | to the day". Told so, the day itself is meant, and no year.
    fn ago_from(&mut self, length: Length, i: usize) -> Hit<TimeExpr> {
        if length.unit < Granularity::Week {
            return None;
        }
        let (told, end) = if self.is(i, "to") && self.is(i + 1, "the") && self.is(i + 2, "day") {
            let today = DateExpr::Unit { unit: Granularity::Day, shift: 0, from: Deixis::Speech };
            (TimeExpr::Date(today), i + 3)
        } else {
            let depth = self.more.len();
            let at = if self.is(i, "on") { i + 1 } else { i };
            let found = self
                .shifted(at, false)
                .filter(|_| self.any(at, &["this", "last", "next"]))
                .or_else(|| self.base_date(at));
            self.more.truncate(depth);
            found?
        };
        // "A year ago Monday's storm hit": the day is the storm's.
        if self.kind(end) == Some(TokenKind::Possessive) {
            return None;
        }
        let back_from = |date: DateExpr| {
            let near = matches!(
                date,
                DateExpr::Unit { from: Deixis::Speech, .. }
                    | DateExpr::NamedShift { from: Deixis::Speech, .. }
            );
            let counts = near || matches!(date, DateExpr::Calendar { year: None, .. }) && is_day(&date);
            counts.then(|| DateExpr::OffsetFrom { length, back: true, date: Box::new(date) })
        };
        match told {
            TimeExpr::Date(date) => Some((TimeExpr::Date(back_from(date)?), end)),
            TimeExpr::Time { date: Some(date), time } => {
                Some((TimeExpr::Time { date: Some(back_from(date)?), time }, end))
            }
            _ => None,
        }
    }

    /// The words that name the event an offset counts from, up to the clause's end.
    pub(super) fn event(&self, i: usize) -> Option<crosscheck_model::Span> {
        if self.ends(i) || self.any(i, &["that", "this"]) && self.ends(i + 1) {
            return None;
        }
        let mut end = i;
        while end + 1 < self.words.tokens.len() && end < i + 12 && !self.ends(end + 1) {
            end += 1;
        }
        Some(self.words.span(i, end))
    }
}
