//! What counts from a length: "two days ago", "a year later", "days after the truce", "three weeks from tomorrow".

use crosscheck_lexicon::time::{Shift, TimeWord};
use crosscheck_model::raw::{DateExpr, Deixis, OffsetFrom, TimeExpr};

use super::length::Read;
use super::point::is_day;
use super::reader::{Hit, Reader};

impl Reader<'_> {
    /// What counts from a length: "ago", "later", "after the truce".
    pub(super) fn offset(&mut self, read: &Read, start: usize) -> Hit<TimeExpr> {
        let Read { length, end, .. } = *read;
        let dash = self.dash(end) && self.glued(end);
        let at = if dash { end + 1 } else { end };
        let offset = |back, from| TimeExpr::Date(DateExpr::Offset { length, back, from });
        if let Some(TimeWord::Shift(shift)) = self.word(at) {
            match shift {
                Shift::Ago => return Some((offset(true, OffsetFrom::Deixis(Deixis::Speech)), at + 1)),
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
