//! What an expression is read against: the document's date, or the date last mentioned.

use chrono::{Datelike, NaiveDate};
use crosscheck_model::raw::{DateExpr, Deixis, Parsed, Tense, TimeExpr, YearExpr};
use crosscheck_model::{Granularity, Moment, Published};

use super::stretch::Stretch;
use crate::Prefer;

/// How an anchor is told that is the document's own day, and one that is the date last mentioned.
pub(super) const TEXT: &str = "day of the text";
const MENTIONED: &str = "last mentioned";
/// How the day is told that a clock time has from a sentence before.
pub(super) const TOLD: &str = "day last told of";

/// From where an anchor is taken that the expression does not print.
pub(super) fn carried(anchor: &str) -> Option<Deixis> {
    let from = [(TEXT, Deixis::Speech), (MENTIONED, Deixis::Mentioned), (TOLD, Deixis::Mentioned)];
    from.into_iter().find(|(told, _)| anchor.starts_with(told)).map(|(_, from)| from)
}

/// The state of a walk through a document.
#[derive(Debug, Clone)]
pub(super) struct Anchors {
    /// The document's day.
    pub(super) published: Option<NaiveDate>,
    /// The document's minute, where it is known so finely.
    pub(super) published_at: Option<Moment>,
    /// Whether the sentence is a headline, whose present tense tells of the past.
    pub(super) headline: bool,
    /// Whether the text tells a past course of events: relative dates count from the date last mentioned.
    pub(super) narrative: bool,
    /// Direction of a bare name where the sentence does not say.
    pub(super) prefer: Prefer,
    /// The date last mentioned.
    pub(super) last: Option<Stretch>,
    /// The day last mentioned.
    pub(super) last_day: Option<NaiveDate>,
    /// The sentence of the day last mentioned.
    pub(super) last_day_sentence: u32,
    /// The year last mentioned, of any date.
    pub(super) last_year: Option<i32>,
    /// The quarter that the text reports on.
    pub(super) quarter: Option<Stretch>,
    /// The quarter named last, of whatever year.
    pub(super) last_quarter: Option<Stretch>,
    /// Whether the expression read points with "that": "that quarter" is the one named last.
    pub(super) pointing: bool,
    /// Whether that quarter, and no longer period, was the last one named.
    pub(super) by_quarter: bool,
    /// The clock time last mentioned, and its sentence.
    pub(super) last_time: Option<(Moment, u32)>,
    /// The sentence whose last date was the first of a range: "from Monday".
    pub(super) range_from: Option<u32>,
    /// Minutes east of Greenwich of the text's local time, where the text gives one time in both.
    pub(super) local_zone: Option<i16>,
    /// The month or day last mentioned.
    pub(super) last_month: Option<NaiveDate>,
    /// Its sentence.
    pub(super) last_month_sentence: u32,
    /// The year last named without month, and its sentence.
    pub(super) bare_year: Option<(i32, u32)>,
}

impl Anchors {
    /// The anchors at the start of a document.
    pub(super) fn new(text: &str, parsed: &Parsed, published: &Published, prefer: Prefer) -> Self {
        let published_at = published.date.filter(|moment| moment.time.is_some());
        let published = published.date.map(|moment| moment.date);
        Self {
            published,
            published_at,
            headline: false,
            last_quarter: None,
            pointing: false,
            by_quarter: false,
            last_time: None,
            range_from: None,
            local_zone: super::clock::local_zone(text, parsed),
            narrative: is_narrative(parsed, published),
            prefer,
            last: None,
            last_day: None,
            last_day_sentence: 0,
            last_year: None,
            quarter: None,
            last_month: None,
            last_month_sentence: 0,
            bare_year: None,
        }
    }

    /// The day that a relative expression counts from, and how to say so.
    pub(super) fn base(&self, from: Deixis) -> Option<(Stretch, String)> {
        let published = self.published.map(|day| (Stretch::day(day), format!("published {day}")));
        let last = self.last.map(|last| (last, format!("{MENTIONED} {}", last.timex())));
        match from {
            Deixis::Speech if self.narrative => last.or(published),
            Deixis::Speech => published,
            Deixis::Mentioned => last.or(published),
        }
    }

    /// Notes a quarter that the text names. A report compares the last quarter ended with earlier and coming ones.
    pub(super) fn note_quarter(&mut self, named: Stretch) {
        let ended = |quarter: Stretch| self.published.is_none_or(|published| quarter.end() < published);
        let keep =
            self.quarter.is_some_and(|known| ended(known) && (!ended(named) || named.start < known.start));
        if !keep {
            self.quarter = Some(named);
        }
        self.by_quarter = true;
    }

    /// Notes a resolved date, so that what follows can count from it; `printed` tells that its year stands in the text.
    pub(super) fn note(&mut self, stretch: Stretch, sentence: u32, printed: bool) {
        if stretch.unit == Granularity::Day {
            (self.last_day, self.last_day_sentence) = (Some(stretch.start), sentence);
        }
        if stretch.unit <= Granularity::Month {
            (self.last_month, self.last_month_sentence) = (Some(stretch.start), sentence);
        } else if stretch.unit <= Granularity::Year && printed {
            self.bare_year = Some((stretch.start.year(), sentence));
        }
        if stretch.unit == Granularity::Quarter {
            self.last_quarter = Some(stretch);
        }
        self.last = Some(stretch);
        if stretch.unit <= Granularity::Year {
            self.last_year = Some(stretch.start.year());
        }
    }

    /// Whether what is named without tense has not passed yet: in requests and calendars, "at 9" said at ten is tomorrow's.
    pub(super) fn strictly_ahead(&self, tense: Tense) -> bool {
        self.prefer == Prefer::Future && matches!(tense, Tense::Unknown | Tense::Present)
    }

    /// Whether a bare name points forward, by tense or else by preference.
    pub(super) fn forward(&self, tense: Tense) -> (bool, &'static str) {
        match tense {
            Tense::Future => (true, "future tense"),
            Tense::Past => (false, "past tense"),
            Tense::Over => (false, "it has passed"),
            Tense::Scheduled if !self.headline => (true, "present tense of a timetable"),
            Tense::Present | Tense::Unknown | Tense::Scheduled | Tense::Nearest => match self.prefer {
                Prefer::Past => (false, "no tense, past preferred"),
                Prefer::Future => (true, "no tense, future preferred"),
            },
        }
    }
}

/// How much more a bare weekday says for news than another word of these days.
const WEEKDAY: u32 = 3;
/// Years without a month that make a text a history.
const YEARS_ALONE: u32 = 12;

/// Whether a text is dominated by explicit dates far from its publication.
///
/// News says "Tuesday" and "today"; history says "in June 1941". Without a publication date there is nothing else to count from.
fn is_narrative(parsed: &Parsed, published: Option<NaiveDate>) -> bool {
    let Some(published) = published else { return true };
    let (mut far, mut near, mut months) = (0u32, 0u32, 0u32);
    for time in parsed.opening() {
        let date = match &time.expr {
            TimeExpr::Date(date) => date,
            TimeExpr::Time { date: Some(date), .. } => date,
            _ => continue,
        };
        match date {
            DateExpr::Calendar { year: Some(YearExpr::Full(year)), month, .. } => {
                if *year < published.year() {
                    far += 1;
                    months += u32::from(month.is_some());
                } else {
                    near += 1
                }
            }
            // "On Saturday": no history names a day so.
            DateExpr::Calendar { weekday: Some(_), year: None, .. } => near += WEEKDAY,
            DateExpr::Calendar { weekday: Some(_), .. }
            | DateExpr::Unit { from: Deixis::Speech, .. }
            | DateExpr::NamedShift { from: Deixis::Speech, .. } => near += 1,
            _ => {}
        }
    }
    // Years alone are the background of any news: "from 2009 to 2013".
    far >= 5 && far > 2 * near && (months > 0 || far >= YEARS_ALONE)
}
