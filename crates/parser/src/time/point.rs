//! Points of the calendar and the clock, and the parts of them: "10 p.m. Wednesday", "the end of March", "early 1990".

use crosscheck_lexicon::classes::Classes;
use crosscheck_lexicon::time::{Edge, Reference, Shift, TimeWord, Unit};
use crosscheck_model::raw::{DateExpr, DayTime, Deixis, TimeExpr};
use crosscheck_model::{Granularity, TimexMod};

use super::reader::{Hit, Reader, granularity};
use crate::token::TokenKind;

/// The TIMEX3 modifier of a part.
fn modifier(edge: Edge) -> TimexMod {
    match edge {
        Edge::Start => TimexMod::Start,
        Edge::Mid => TimexMod::Mid,
        Edge::End => TimexMod::End,
    }
}

impl Reader<'_> {
    /// A date without clock time or modifier; parts of day after it included.
    pub(super) fn base_date(&mut self, i: usize) -> Hit<TimeExpr> {
        if let Some(hit) = self.deictic(i) {
            return Some(hit);
        }
        if let Some((date, end)) =
            self.numeric(i).or_else(|| self.weekday_first(i)).or_else(|| self.month_first(i, None))
        {
            // "Friday of last week"
            if let DateExpr::Calendar { weekday: Some(day), month: None, day: None, .. } = date {
                let of = if self.is(end, "of") { end + 1 } else { end };
                if let Some((TimeExpr::Date(unit @ DateExpr::Unit { unit: Granularity::Week, .. }), end)) =
                    self.shifted(of, false)
                {
                    let name = crosscheck_model::raw::CalendarName::Weekday(day);
                    return Some((TimeExpr::Date(DateExpr::In { name, of: Box::new(unit) }), end));
                }
            }
            return Some(self.with_part(date, end));
        }
        if self.kind(i) == Some(TokenKind::Digits)
            && let Some((date, end)) = self.day_first(i, None)
        {
            return Some(self.with_part(date, end));
        }
        if let Some((date, end)) = self.decade(i, false).or_else(|| self.year_alone(i)) {
            return Some((TimeExpr::Date(date), end));
        }
        if let Some((date, end)) =
            self.quarter(i, false).or_else(|| self.century(i)).or_else(|| self.season_date(i, false))
        {
            return Some((TimeExpr::Date(date), end));
        }
        if self.any(i, &["fiscal"]) {
            let at = if self.is(i + 1, "year") { i + 2 } else { i + 1 };
            if let Some((year, end)) = self.full_year(at) {
                return Some((TimeExpr::Date(super::calendar::calendar(Some(year), None, None, None)), end));
            }
        }
        if let Some((holiday, end)) = self.holiday(i) {
            return Some((TimeExpr::Date(holiday), end));
        }
        self.shifted(i, false)
    }

    /// A date after "the".
    fn the_date(&mut self, i: usize) -> Hit<TimeExpr> {
        if let Some((date, end)) = self
            .decade(i, true)
            .or_else(|| self.quarter(i, true))
            .or_else(|| self.century(i))
            .or_else(|| self.season_date(i, true))
        {
            return Some((TimeExpr::Date(date), end));
        }
        if self.is(i, "year") {
            let year = self.full_year(i + 1).or_else(|| {
                self.spelled(i + 1)
                    .filter(|(n, _)| (1000..2200).contains(n))
                    .map(|(n, end)| (crosscheck_model::raw::YearExpr::Full(n.cast_signed()), end))
            });
            if let Some((year, end)) = year {
                return Some((TimeExpr::Date(super::calendar::calendar(Some(year), None, None, None)), end));
            }
        }
        // "the 1988 quarter", "the 1988 period": the quarter in question, of that year.
        if let Some((year, at)) = self.full_year(i)
            && self.any(at, &["quarter", "period"])
        {
            let of = Box::new(super::calendar::calendar(Some(year), None, None, None));
            let name = crosscheck_model::raw::CalendarName::Quarter(0);
            return Some((TimeExpr::Date(DateExpr::In { name, of }), at + 1));
        }
        if let Some(hit) = self.compared(i) {
            return Some(hit);
        }
        if self.kind(i) == Some(TokenKind::Digits)
            && self.ordinal(i).is_none()
            && let Some((date, end)) = self.day_first(i, None)
        {
            return Some(self.with_part(date, end));
        }
        // "the 9th of May", "the 20th" as a day of the month only after a preposition of days.
        if let Some((day, end)) = self.ordinal(i) {
            if let Some((date, end)) = self.day_first(i, None) {
                return Some(self.with_part(date, end));
            }
            let led = i > 1 && self.any(i - 2, &["on", "until", "since", "by"]);
            if led && self.digits(i).is_some() && (1..=31).contains(&day) && !self.plain(end)
                || led
                    && self.digits(i).is_some()
                    && (end >= self.words.tokens.len() || self.any(end, &[",", ".", ";"]))
            {
                let date = super::calendar::calendar(None, None, u8::try_from(day).ok(), None);
                return Some((TimeExpr::Date(date), end));
            }
        }
        self.unit_of(i)
            .or_else(|| self.shifted(i, true))
            .or_else(|| self.year_ago(i))
            .or_else(|| self.the_unit(i))
    }

    /// "the same quarter last year", "the quarter a year ago", "the corresponding period of last year".
    fn compared(&mut self, i: usize) -> Hit<TimeExpr> {
        let like = self.any(i, &["same", "corresponding", "comparable", "equivalent", "like"]);
        let at = if like { i + 1 } else { i };
        let unit = match self.word(at)? {
            TimeWord::Unit(unit @ (Unit::Quarter | Unit::Month | Unit::Week | Unit::Day), false) => unit,
            TimeWord::Span if like && self.is(at, "period") => Unit::Quarter,
            _ => return None,
        };
        let of = if self.any(at + 1, &["of", "in"]) { at + 2 } else { at + 1 };
        let of = if of > at + 1 && self.the(of) { of + 1 } else { of };
        let year = |end: usize| matches!(self.unit(end), Some((Unit::Year, false, _)));
        let end = match self.word(of) {
            Some(TimeWord::Relative(-1, _)) if year(of + 1) => of + 2,
            _ if self.any(of, &["a", "one"])
                && year(of + 1)
                && self.any(of + 2, &["ago", "earlier", "before"]) =>
            {
                of + 3
            }
            _ => return None,
        };
        let length = super::duration::one(Granularity::Year);
        let date = if unit == Unit::Quarter {
            let from = crosscheck_model::raw::OffsetFrom::Deixis(Deixis::Mentioned);
            DateExpr::Offset { length, back: true, from }
        } else {
            let date =
                Box::new(DateExpr::Unit { unit: granularity(unit), shift: 0, from: Deixis::Mentioned });
            DateExpr::OffsetFrom { length, back: true, date }
        };
        Some((TimeExpr::Date(date), end))
    }

    /// "year-ago", "year-earlier", "the year-earlier quarter", "year-end".
    pub(super) fn year_ago(&self, i: usize) -> Hit<TimeExpr> {
        if !(self.is(i, "year") && self.dash(i + 1) && self.glued(i + 1) && self.glued(i + 2)) {
            return (self.is(i, "year") && self.is(i + 1, "end") && i > 0 && !self.the(i - 1))
                .then(|| (year_end(), i + 2));
        }
        if self.is(i + 2, "end") {
            return Some((year_end(), i + 3));
        }
        if !self.any(i + 2, &["ago", "earlier"]) {
            return None;
        }
        if let Some((name, end)) = self.numbered_part(i + 3) {
            let year = Some(crosscheck_model::raw::YearExpr::Relative { shift: -1, from: Deixis::Speech });
            return Some((TimeExpr::Date(DateExpr::Named { name, year }), end));
        }
        let length = super::duration::one(Granularity::Year);
        let from = crosscheck_model::raw::OffsetFrom::Deixis(Deixis::Mentioned);
        let end =
            if i > 0 && self.the(i - 1) && (self.any(i + 3, &["quarter", "period"])) { i + 4 } else { i + 3 };
        Some((TimeExpr::Date(DateExpr::Offset { length, back: true, from }), end))
    }

    /// A date, with a clock time before or after it.
    pub(super) fn point(&mut self, i: usize) -> Hit<TimeExpr> {
        if let Some((time, end)) = self.clock(i) {
            let bare = matches!(time, DayTime::Clock { minute: Some(_), half_open: true, zone: None, .. });
            let of_part = self.any(end, &["on", "of", ","]);
            let at = if of_part && self.is(end, ",") && self.is(end + 1, "on") {
                end + 2
            } else if of_part {
                end + 1
            } else {
                end
            };
            let at = if self.the(at) { at + 1 } else { at };
            let depth = self.more.len();
            match self.base_date(at) {
                Some((TimeExpr::Date(date), end)) if is_day(&date) => {
                    let mut end = end;
                    // "12:00 pm today, Saturday": the weekday repeats the day.
                    if self.is(end, ",")
                        && let Some((_, after)) = self.weekday(end + 1)
                        && matches!(date, DateExpr::Unit { .. })
                    {
                        end = after;
                    }
                    return Some((TimeExpr::Time { date: Some(date), time }, end));
                }
                Some((TimeExpr::Time { date: Some(date), time: DayTime::Part(part) }, end)) => {
                    return Some((TimeExpr::Time { date: Some(date), time: in_part(time, part) }, end));
                }
                _ => self.more.truncate(depth),
            }
            if bare && !self.clock_stands(i, end) {
                return None;
            }
            return Some((TimeExpr::Time { date: None, time }, end));
        }
        let (expr, end) = self.base_date(i)?;
        // "Friday at 3 p.m.", "23 Sep 2023 00:01", "2023-09-19T10:43".
        let day = match &expr {
            TimeExpr::Date(date) if is_day(date) => date.clone(),
            TimeExpr::Time { date: Some(date), time: DayTime::Part(_) } if is_day(date) => date.clone(),
            _ => return Some((expr, end)),
        };
        let at = if self.any(end, &["at", ",", "t", "-", "|", "@"])
            && !(self.is(end, "-") && !self.glued(end) && self.glued(end + 1))
        {
            end + 1
        } else {
            end
        };
        let at =
            if self.is(at, "at") || self.any(at, &["about", "around"]) && self.is(at.wrapping_sub(1), "at") {
                at + 1
            } else {
                at
            };
        if at > end && self.is(end, "t") && !self.glued(end) {
            return Some((expr, end));
        }
        match self.clock(at).or_else(|| self.iso_time(end)) {
            Some((time, end)) => Some((TimeExpr::Time { date: Some(day), time }, end)),
            None => Some((expr, end)),
        }
    }

    /// The clock part of "2023-09-19T10:43:00Z".
    fn iso_time(&self, i: usize) -> Hit<DayTime> {
        if !(self.is(i, "t") && self.glued(i) && self.glued(i + 1)) {
            return None;
        }
        let ((hour @ 0..=24, 2), true, (minute @ 0..=59, 2)) =
            (self.digits(i + 1)?, self.is(i + 2, ":"), self.digits(i + 3)?)
        else {
            return None;
        };
        let (mut second, mut end) = (None, i + 4);
        if self.is(end, ":")
            && let Some((s @ 0..=59, 2)) = self.digits(end + 1)
        {
            (second, end) = (u8::try_from(s).ok(), end + 2);
        }
        let zulu = self.is(end, "z") && self.glued(end);
        let time = DayTime::Clock {
            hour: u8::try_from(hour).ok()?,
            minute: u8::try_from(minute).ok(),
            second,
            zone: zulu.then_some(0),
            half_open: false,
        };
        Some((time, if zulu { end + 1 } else { end }))
    }

    /// Whether "3:15" without meridiem or zone is a clock time and not a score or ratio.
    fn clock_stands(&self, i: usize, end: usize) -> bool {
        let before = i.checked_sub(1).map_or("", |at| self.lower(at));
        i == 0 && end >= self.words.tokens.len()
            || matches!(
                before,
                "at" | "by"
                    | "from"
                    | "until"
                    | "till"
                    | "around"
                    | "about"
                    | "before"
                    | "after"
                    | "to"
                    | "between"
                    | "and"
                    | "since"
                    | "@"
            )
            || self.digits(i).is_some_and(|(_, n)| n == 2)
                && (i == 0 || matches!(before, "," | "|" | "(" | "-"))
                && !self.glued(end)
    }

    /// A point with its part: "early 1990", "the end of March", "mid-October", "later this week".
    pub(super) fn edged(&mut self, i: usize) -> Option<(TimeExpr, Option<TimexMod>, usize)> {
        let the = self.the(i);
        let at = if the { i + 1 } else { i };
        match self.word(at) {
            Some(TimeWord::Edge(edge)) => {
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
                let (expr, end) = if self.the(next) {
                    self.the_date(next + 1).or_else(|| self.plain_unit(next + 1))?
                } else {
                    self.point(next)?
                };
                return Some((expr, Some(modifier(edge)), end));
            }
            Some(TimeWord::Shift(shift @ (Shift::Earlier | Shift::Later))) if !the => {
                let next = if self.is(at + 1, "in") { at + 2 } else { at + 1 };
                if self.the(next) {
                    return None;
                }
                let (expr, end) = self.point(next)?;
                let fits = !matches!(&expr, TimeExpr::Date(DateExpr::Offset { .. }));
                let edge = if shift == Shift::Earlier { TimexMod::Start } else { TimexMod::End };
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
        // "the night of 23 June", "the morning of September 5".
        if the {
            let part = match self.word(at) {
                Some(TimeWord::Part(part, false)) => Some(super::clock::day_part(part)),
                Some(TimeWord::Unit(Unit::Night, false)) => Some(crosscheck_model::raw::DayPart::Night),
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
            if !matches!(time, DayTime::Part(crosscheck_model::raw::DayPart::Overnight)) {
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
    fn plain_unit(&self, i: usize) -> Hit<TimeExpr> {
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

    /// Whether a clause ends before token `i`.
    pub(super) fn ends(&self, i: usize) -> bool {
        i >= self.words.tokens.len() || self.any(i, &[",", ".", ";", ")", ":"])
    }

    /// A holiday by name, with the year after it.
    fn holiday(&self, i: usize) -> Hit<DateExpr> {
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

    /// "now", "recently", "the past", "the near future".
    pub(super) fn reference(&self, i: usize) -> Hit<TimeExpr> {
        let hit = |reference, end| Some((TimeExpr::Reference(reference), end));
        use crosscheck_model::raw::Reference as R;
        if self.the(i) {
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
        if self.is(i, "these") && self.is(i + 1, "days") {
            return hit(R::Present, i + 2);
        }
        if self.is(i, "right") && self.is(i + 1, "now") {
            return hit(R::Present, i + 2);
        }
        match self.word(i)? {
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

    /// "one day" after "will" or "may": no length, but the future.
    pub(super) fn some_day(&self, i: usize) -> Hit<TimeExpr> {
        use crosscheck_lexicon::tense::{Directions, directions};
        let ahead = i > 0 && directions(self.lower(i - 1)).has(Directions::FUTURE.or(Directions::MODAL));
        (ahead && self.is(i, "one") && self.is(i + 1, "day"))
            .then_some((TimeExpr::Reference(crosscheck_model::raw::Reference::Future), i + 2))
    }

    /// "recent years", "coming months": a vague length by the document's date.
    pub(super) fn vague_stretch(&self, i: usize) -> Hit<TimeExpr> {
        use crosscheck_model::raw::{Count, Length, Placing};
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
        let length =
            Length { count: Count::Vague(2, None), placing, ..super::duration::one(granularity(unit)) };
        Some((TimeExpr::Duration(length), end))
    }
}

fn year_end() -> TimeExpr {
    TimeExpr::Date(DateExpr::Nth {
        rank: -1,
        unit: Granularity::Day,
        of: Box::new(DateExpr::Unit { unit: Granularity::Year, shift: 0, from: Deixis::Speech }),
    })
}

/// Whether a date names a single day.
pub(super) fn is_day(date: &DateExpr) -> bool {
    match date {
        DateExpr::Calendar { day, weekday, .. } => day.is_some() || weekday.is_some(),
        DateExpr::Unit { unit, .. } => *unit == Granularity::Day,
        DateExpr::NamedShift { name, .. } => matches!(name, crosscheck_model::raw::CalendarName::Weekday(_)),
        DateExpr::In { .. } => true,
        _ => false,
    }
}

/// A clock time in a part of day: "9 this evening".
fn in_part(time: DayTime, part: crosscheck_model::raw::DayPart) -> DayTime {
    use crosscheck_model::raw::DayPart;
    match time {
        DayTime::Clock { hour, minute, second, zone, half_open: true }
            if hour < 12 && matches!(part, DayPart::Afternoon | DayPart::Evening | DayPart::Night) =>
        {
            DayTime::Clock { hour: hour + 12, minute, second, zone, half_open: false }
        }
        other => other,
    }
}
