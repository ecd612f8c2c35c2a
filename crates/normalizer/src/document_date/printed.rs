//! Calendar days as metadata lines print them.
//!
//! Only forms that say day and month beyond doubt: "23 Sep 2023", "September 23rd, 2023", "2023-09-23", "23/09/2023" with
//! a day that can be no month; and the clock time after them.

use chrono::{NaiveDate, NaiveTime};
use crosscheck_lexicon::classes::{Classes, classes};
use crosscheck_model::Moment;

/// A day as printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Printed {
    /// Year, where printed.
    pub year: Option<i32>,
    /// 1 to 12.
    pub month: u32,
    /// 1 to 31.
    pub day: u32,
    /// Clock time after it.
    pub time: Option<NaiveTime>,
    /// Bytes before it in the slice.
    pub at: usize,
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

/// A run of letters or digits.
#[derive(Debug, Clone, Copy)]
struct Word<'a> {
    text: &'a str,
    at: usize,
}

impl Word<'_> {
    fn end(&self) -> usize {
        self.at + self.text.len()
    }

    fn number(&self, digits: std::ops::RangeInclusive<usize>) -> Option<u32> {
        let number = || self.text.parse().ok();
        (digits.contains(&self.text.len()) && self.text.bytes().all(|b| b.is_ascii_digit())).then(number)?
    }

    fn year(&self) -> Option<i32> {
        let year = i32::try_from(self.number(4..=4)?).ok()?;
        (1800..=2100).contains(&year).then_some(year)
    }

    fn day(&self) -> Option<u32> {
        self.number(1..=2).filter(|day| (1..=31).contains(day))
    }

    fn month(&self) -> Option<u32> {
        const MONTHS: [&str; 12] =
            ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
        if !classes(self.text).has(Classes::MONTH) {
            return None;
        }
        let index = MONTHS.iter().position(|month| self.text.starts_with(month))?;
        u32::try_from(index + 1).ok()
    }
}

/// The days printed in a line given in lower case, in order.
pub(super) fn days(lower: &str) -> Vec<Printed> {
    let words = words(lower);
    let mut out = Vec::new();
    let mut i = 0;
    while i < words.len() {
        match day_at(lower, &words, i) {
            Some((mut day, len)) => {
                i += len;
                day.time = clock(lower, &words, i);
                out.push(day);
            }
            None => i += 1,
        }
    }
    out
}

fn words(lower: &str) -> Vec<Word<'_>> {
    let mut words = Vec::new();
    let mut at = 0;
    while at < lower.len() {
        let rest = &lower[at..];
        let Some(first) = rest.chars().next() else { break };
        let len = if first.is_ascii_digit() {
            rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len())
        } else if first.is_alphabetic() {
            rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len())
        } else {
            at += first.len_utf8();
            continue;
        };
        words.push(Word { text: &rest[..len], at });
        at += len;
    }
    words
}

/// The day that starts at word `i`, and how many words it takes.
fn day_at(lower: &str, words: &[Word<'_>], i: usize) -> Option<(Printed, usize)> {
    let word = |k: usize| words.get(i + k);
    let gap = |k: usize| match (word(k), word(k + 1)) {
        (Some(a), Some(b)) => lower[a.end()..b.at].trim(),
        _ => "",
    };
    let printed = |year, month, day| Printed { year, month, day, time: None, at: words[i].at };
    let suffix = |k: usize| word(k).is_some_and(|w| matches!(w.text, "st" | "nd" | "rd" | "th")) as usize;
    let first = word(0)?;
    // 2023-09-23, 2023/09/23, 2023.09.23
    if let (Some(year), Some(month), Some(day)) =
        (first.year(), word(1).and_then(Word::day), word(2).and_then(Word::day))
        && matches!(gap(0), "-" | "/" | ".")
        && gap(0) == gap(1)
        && month <= 12
    {
        return Some((printed(Some(year), month, day), 3));
    }
    // 23/09/2023: only where one of the two can be no month; with dots the day stands first.
    if let (Some(a), Some(b), Some(year)) =
        (first.day(), word(1).and_then(Word::day), word(2).and_then(Word::year))
        && matches!(gap(0), "-" | "/" | ".")
        && gap(0) == gap(1)
    {
        let (day, month) = match (a, b) {
            _ if a == b || b <= 12 && (a > 12 || gap(0) == ".") => (a, b),
            _ if b > 12 && a <= 12 => (b, a),
            _ => return None,
        };
        return (month <= 12).then(|| (printed(Some(year), month, day), 3));
    }
    // 23 September 2023, 23rd of September, 23-Sep-2023
    if let Some(day) = first.day() {
        let mut k = 1 + suffix(1);
        k += usize::from(word(k).is_some_and(|w| w.text == "of"));
        if let Some(month) = word(k).and_then(Word::month)
            && matches!(gap(k - 1), "" | "-" | ".")
        {
            let year = word(k + 1).and_then(Word::year).filter(|_| matches!(gap(k), "" | "," | "." | "-"));
            return Some((printed(year, month, day), k + 1 + usize::from(year.is_some())));
        }
    }
    // September 23rd, 2023
    if let (Some(month), Some(day)) = (first.month(), word(1).and_then(Word::day))
        && matches!(gap(0), "" | "." | "-")
    {
        let k = 1 + suffix(2);
        let year = word(k + 1).and_then(Word::year).filter(|_| matches!(gap(k), "" | "," | "-"));
        return Some((printed(year, month, day), k + 1 + usize::from(year.is_some())));
    }
    None
}

/// The clock time at word `i`, a word or two let pass: "at 10:43", "T10:43:00", "10:02 PM".
fn clock(lower: &str, words: &[Word<'_>], i: usize) -> Option<NaiveTime> {
    let start = (i..i + 3).find(|&k| words.get(k).and_then(|w| w.number(1..=2)).is_some())?;
    let between = words.get(start)?.at - words[i - 1].end();
    let (hour, minute) = (words[start].number(1..=2)?, words.get(start + 1)?.number(2..=2)?);
    if between > 8 || lower[words[start].end()..words[start + 1].at] != *":" {
        return None;
    }
    let second = words
        .get(start + 2)
        .filter(|w| &lower[words[start + 1].end()..w.at] == ":")
        .and_then(|w| w.number(2..=2));
    let half = words.get(start + 2 + usize::from(second.is_some())).map_or("", |w| w.text);
    let next = words.get(start + 3 + usize::from(second.is_some())).map_or("", |w| w.text);
    let hour = match (half, next) {
        ("pm", _) | ("p", "m") if hour < 12 => hour + 12,
        ("am", _) | ("a", "m") if hour == 12 => 0,
        _ => hour,
    };
    NaiveTime::from_hms_opt(hour, minute, second.unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, expected: &[&str]) {
        let found: Vec<_> = days(&line.to_lowercase())
            .iter()
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
        check("Sept. 3-5, 2021", &["09-03"]);
        check("12:30, May 1998, 31 February 2020", &["02-31"]);
    }
}
