//! Calendar days as the parser read them in the lines of a page.
//!
//! Only what says day and month beyond doubt: "23 Sep 2023", "September 23rd", "2023-09-23", "23/09/2023"; of "04/05/2016"
//! nobody knows which number is the month.

use chrono::{NaiveDate, NaiveTime};
use crosscheck_model::raw::{DateExpr, DayTime, RawTime, TimeExpr, YearExpr};
use crosscheck_model::{Moment, Span};

/// Bytes between a day and the clock time that belongs to it: " | ", ", at ".
const CLOCK_GAP: u32 = 8;

/// A day as printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Printed {
    /// Year, where printed.
    pub year: Option<i32>,
    /// 1 to 12.
    pub month: u32,
    /// 1 to 31.
    pub day: u32,
    /// Clock time with it.
    pub time: Option<NaiveTime>,
    /// Where.
    pub span: Span,
}

impl Printed {
    /// The day, when its year is printed and it exists.
    pub(super) fn moment(&self) -> Option<Moment> {
        let date = NaiveDate::from_ymd_opt(self.year?, self.month, self.day)?;
        Some(Moment { date, time: self.time })
    }

    /// The day in a given year.
    pub(super) fn in_year(&self, year: i32) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(year, self.month, self.day)
    }
}

/// The days printed inside `within`, in order; `times` are all expressions of the text, in order.
pub(super) fn days<'a>(
    text: &'a str,
    times: &'a [RawTime],
    within: Span,
) -> impl Iterator<Item = Printed> + 'a {
    let first = times.partition_point(|raw| raw.span.start < within.start);
    let inside = times[first..].iter().take_while(move |raw| raw.span.end <= within.end);
    inside.enumerate().filter_map(move |(i, raw)| {
        let mut day = day(text, raw)?;
        if day.time.is_none() {
            let next = times.get(first + i + 1).filter(|next| next.span.start - raw.span.end <= CLOCK_GAP);
            day.time = next.and_then(|next| match &next.expr {
                TimeExpr::Time { date: None, time } => clock(time),
                _ => None,
            });
        }
        Some(day)
    })
}

fn day(text: &str, raw: &RawTime) -> Option<Printed> {
    let (date, time) = match &raw.expr {
        TimeExpr::Date(date) => (date, None),
        TimeExpr::Time { date: Some(date), time } => (date, clock(time)),
        _ => return None,
    };
    let DateExpr::Calendar { year, month: Some(month), day: Some(day), .. } = date else { return None };
    let year = match year {
        None => None,
        Some(YearExpr::Full(year @ 1800..=2100)) => Some(*year),
        Some(_) => return None,
    };
    let doubtful =
        day != month && *day <= 12 && raw.span.slice(text).contains('/') && year_last(raw.span.slice(text));
    (!doubtful).then(|| Printed {
        year,
        month: u32::from(*month),
        day: u32::from(*day),
        time,
        span: raw.span,
    })
}

/// Whether a numeric date starts with one or two digits: "04/05/2016", not "2016/04/05".
fn year_last(words: &str) -> bool {
    words.bytes().take_while(u8::is_ascii_digit).count() <= 2
}

fn clock(time: &DayTime) -> Option<NaiveTime> {
    let DayTime::Clock { hour, minute, second, .. } = time else { return None };
    let number = |n: &Option<u8>| u32::from(n.unwrap_or(0));
    NaiveTime::from_hms_opt(u32::from(*hour), number(minute), number(second))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, expected: &[&str]) {
        let parsed = crosscheck_parser::parse(line, crosscheck_parser::Options::default());
        let found: Vec<_> = days(line, &parsed.times, Span::new(0, line.len()))
            .map(|day| match day.moment() {
                Some(moment) => moment.to_string(),
                None => format!("{:02}-{:02}", day.month, day.day),
            })
            .collect();
        assert_eq!(found, expected, "{line}");
    }

    #[test]
    fn forms() {
        check("23 Sep 2023 00:01", &["2023-09-23T00:01"]);
        check("Last Updated Apr 16, 2016 10:02 PM EDT", &["2016-04-16T22:02"]);
        check("Published: Friday, 22nd of September 2023 at 9:05 a.m.", &["2023-09-22T09:05"]);
        check("2016-04-17 02:22:06", &["2016-04-17T02:22:06"]);
        check("2016-04-17T02:22:00Z", &["2016-04-17T02:22"]);
        check("17/04/2016 | 04/17/2016 | 05/05/2016", &["2016-04-17", "2016-04-17", "2016-05-05"]);
        check("04/05/2016", &[]);
        check("4.5.2016", &["2016-05-04"]);
        check("KABUL, Sept 3 (Wire) -", &["09-03"]);
        check("Sept. 3-5, 2021", &["2021-09-03", "2021-09-05"]);
        check("12:30, May 1998, 31 February 2020", &["02-31"]);
    }
}
