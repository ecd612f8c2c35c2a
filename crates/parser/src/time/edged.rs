//! Parts of a point: "the end of March", "early 1990", "later this week", "the night of 23 June".

use crosscheck_lexicon::time::{Edge, Shift, TimeWord, Unit};
use crosscheck_model::raw::{DateExpr, DayPart, DayTime, Deixis, TimeExpr};
use crosscheck_model::{Granularity, TimexMod};

use super::point::is_day;
use super::reader::{Hit, Reader, granularity};

impl Reader<'_> {
    /// A point with its part: "early 1990", "the end of March", "mid-October", "later this week".
    pub(super) fn edged(&mut self, i: usize) -> Option<(TimeExpr, Option<TimexMod>, usize)> {
        let the = self.the(i);
        let at = if the { i + 1 } else { i };
        match self.word(at) {
            Some(TimeWord::Edge(edge)) if !self.is(at + 1, "hours") => {
                let mut next = at + 1;
                if self.dash(next) && self.glued(next) || self.is(next, "in") {
                    next += 1;
                }
                // "the early part of next week"
                if self.is(next, "part") && self.is(next + 1, "of") {
                    next += 2;
                }
                let inner_the = self.the(next);
                let (expr, end) = if the || inner_the {
                    let next = if inner_the { next + 1 } else { next };
                    self.the_date(next).or_else(|| self.point(next))?
                } else {
                    match self.point(next) {
                        Some(hit) => hit,
                        None => {
                            let (part, end) = self.part_after(next)?;
                            let at = if self.any(end, &["of", "on"]) { end + 1 } else { end };
                            match self.base_date(at) {
                                Some((TimeExpr::Date(date), end)) if is_day(&date) => {
                                    (TimeExpr::Time { date: Some(date), time: DayTime::Part(part) }, end)
                                }
                                _ => (TimeExpr::Time { date: None, time: DayTime::Part(part) }, end),
                            }
                        }
                    }
                };
                if matches!(self.word(next), Some(TimeWord::Reference(_))) {
                    return None;
                }
                return Some((expr, Some(modifier(edge)), end));
            }
            Some(TimeWord::EdgeOf(edge))
                if self.is(at + 1, "of") || self.is(at + 1, "to") && self.is(at, "start") =>
            {
                let next = at + 2;
                // "At the end of the day, it is up to them": all things considered.
                let article =
                    if the { i.checked_sub(1) } else { i.checked_sub(2).filter(|&at| self.the(at + 1)) };
                let idiom = edge == Edge::End
                    && article.is_some_and(|at| self.is(at, "at") && self.capital(at))
                    && self.the(next)
                    && self.is(next + 1, "day")
                    && self.is(next + 2, ",");
                if idiom {
                    return None;
                }
                let (expr, end) = if self.the(next) {
                    self.the_date(next + 1).or_else(|| self.plain_unit(next + 1))?
                } else {
                    // "by end of month"
                    self.point(next).or_else(|| self.plain_unit(next).filter(|(_, end)| self.ends(*end)))?
                };
                return Some((expr, Some(modifier(edge)), end));
            }
            Some(TimeWord::Shift(shift @ (Shift::Earlier | Shift::Later))) if !the => {
                let next = if self.is(at + 1, "in") { at + 2 } else { at + 1 };
                let edge = if shift == Shift::Earlier { TimexMod::Start } else { TimexMod::End };
                if self.the(next) {
                    // "later in the day": the day just told of.
                    let (Unit::Day, false, end) = self.unit(next + 1).filter(|_| next > at + 1)? else {
                        return None;
                    };
                    let date = DateExpr::Unit { unit: Granularity::Day, shift: 0, from: Deixis::Mentioned };
                    return Some((TimeExpr::Date(date), Some(edge), end));
                }
                let (expr, end) = self.point(next)?;
                let fits = !matches!(&expr, TimeExpr::Date(DateExpr::Offset { .. }));
                return fits.then_some((expr, Some(edge), end));
            }
            _ => {}
        }
        if the
            && self.any(at, &["latter", "early", "later", "better", "first"])
            && self.is(at + 1, "part")
            && self.is(at + 2, "of")
        {
            let next = if self.the(at + 3) { at + 4 } else { at + 3 };
            let edge = if self.any(at, &["early", "first"]) { TimexMod::Start } else { TimexMod::End };
            let (expr, end) = if next > at + 3 {
                self.the_date(next).or_else(|| self.plain_unit(next))?
            } else {
                self.point(next)?
            };
            return Some((expr, (!self.is(at, "better")).then_some(edge), end));
        }
        // "the early hours of Sunday", "the small hours of 3 June".
        if the
            && self.any(at, &["early", "small"])
            && self.is(at + 1, "hours")
            && self.any(at + 2, &["of", "on"])
        {
            let next = if self.the(at + 3) { at + 4 } else { at + 3 };
            return match self.base_date(next)? {
                (TimeExpr::Date(date), end) if is_day(&date) => {
                    let time = DayTime::Part(DayPart::SmallHours);
                    Some((TimeExpr::Time { date: Some(date), time }, None, end))
                }
                (TimeExpr::Time { date: Some(date), time: DayTime::Part(DayPart::Morning) }, end) => {
                    let time = DayTime::Part(DayPart::SmallHours);
                    Some((TimeExpr::Time { date: Some(date), time }, None, end))
                }
                _ => None,
            };
        }
        // "the night of 23 June", "the morning of September 5".
        if the {
            let part = match self.word(at) {
                Some(TimeWord::Part(part, false)) => Some(super::clock::day_part(part)),
                Some(TimeWord::Unit(Unit::Night, false)) => Some(DayPart::Night),
                _ => None,
            };
            if let Some(part) = part {
                if self.any(at + 1, &["of", "on"]) {
                    let next = if self.the(at + 2) { at + 3 } else { at + 2 };
                    if let Some((TimeExpr::Date(date), end)) = self.base_date(next)
                        && is_day(&date)
                    {
                        return Some((
                            TimeExpr::Time { date: Some(date), time: DayTime::Part(part) },
                            None,
                            end,
                        ));
                    }
                }
                if self.word(at + 1).is_some_and(|w| matches!(w, TimeWord::Shift(Shift::Before)))
                    && self.ends(at + 2)
                {
                    let date = DateExpr::Unit { unit: Granularity::Day, shift: -1, from: Deixis::Mentioned };
                    return Some((
                        TimeExpr::Time { date: Some(date), time: DayTime::Part(part) },
                        None,
                        at + 2,
                    ));
                }
            }
            return self.the_date(at).map(|(expr, end)| (expr, None, end));
        }
        // "mid-afternoon yesterday", "overnight", "morning of 29 April".
        if let Some(TimeWord::Part(part, false)) = self.word(i) {
            let time = DayTime::Part(super::clock::day_part(part));
            if !matches!(time, DayTime::Part(DayPart::Overnight)) {
                if let Some((expr @ TimeExpr::Time { .. }, end)) = self.point(i) {
                    return Some((expr, None, end));
                }
                let of = if self.any(i + 1, &["of", "on"]) { i + 2 } else { i + 1 };
                return match self.base_date(of) {
                    Some((TimeExpr::Date(date), end)) if is_day(&date) => {
                        Some((TimeExpr::Time { date: Some(date), time }, None, end))
                    }
                    _ => None,
                };
            }
            return (!self.plain(i + 1) || self.ends(i + 1)).then_some((
                TimeExpr::Time { date: None, time },
                None,
                i + 1,
            ));
        }
        let (expr, end) = self.point(i)?;
        if self.any(end, &["or"]) && self.is(end + 1, "later") && matches!(expr, TimeExpr::Date(_)) {
            return Some((expr, Some(TimexMod::OnOrAfter), end + 2));
        }
        Some((expr, None, end))
    }

    /// A unit after "the end of the": day, month, year.
    pub(super) fn plain_unit(&self, i: usize) -> Hit<TimeExpr> {
        let (unit, false, end) = self.unit(i)? else { return None };
        (!(matches!(unit, Unit::Second | Unit::Minute | Unit::Hour | Unit::Night)
            || self.dash(end) && self.glued(end)))
        .then(|| {
            (
                TimeExpr::Date(DateExpr::Unit { unit: granularity(unit), shift: 0, from: Deixis::Mentioned }),
                end,
            )
        })
    }
}

/// The TIMEX3 modifier of a part.
fn modifier(edge: Edge) -> TimexMod {
    match edge {
        Edge::Start => TimexMod::Start,
        Edge::Mid => TimexMod::Mid,
        Edge::End => TimexMod::End,
    }
}
