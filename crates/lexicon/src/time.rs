//! Words of temporal expressions, each with its one sense in the grammar of time.
//!
//! The table is `data/time.tsv`. Every word of it is registered with [`crate::classes`], so that a recogniser asks here only
//! for words that are known to be in the table.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::classes::Classes;
use crate::table;

/// A unit of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "calendar units")]
pub enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Night,
    Week,
    Fortnight,
    Weekend,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
    Millennium,
}

/// A season of the year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "seasons")]
pub enum Season {
    Spring,
    Summer,
    Autumn,
    Winter,
}

/// A part of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "parts of the day")]
pub enum Part {
    Morning,
    Noon,
    Lunch,
    Afternoon,
    Evening,
    Midnight,
    Dawn,
    Dusk,
    Daytime,
    Overnight,
    Nighttime,
}

/// Past, present or future, without a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the three references of TIMEX3")]
pub enum Reference {
    Past,
    Present,
    Future,
}

/// Part of a longer stretch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the three parts of TIMEX3")]
pub enum Edge {
    Start,
    Mid,
    End,
}

/// Direction words beside a length of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the words themselves")]
pub enum Shift {
    Ago,
    Later,
    Earlier,
    Before,
    After,
    Hence,
}

/// Hedges before a length or clock time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "named by their commonest word")]
pub enum Hedge {
    About,
    Nearly,
    More,
    Less,
    Exact,
}

/// What a word means in a temporal expression.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TimeWord {
    /// 1 to 12.
    Month(u8),
    /// Monday = 1.
    Weekday(u8),
    /// "Mondays".
    Weekdays(u8),
    /// "day", or "days" where the flag is set.
    Unit(Unit, bool),
    /// "period".
    Span,
    /// "spring".
    Season(Season),
    /// "morning", or "mornings" where the flag is set.
    Part(Part, bool),
    /// Days from the document's: today 0.
    Day(i8),
    /// "tonight".
    Tonight,
    /// "now": an expression by itself.
    Reference(Reference),
    /// "soon": the future only beside a future verb.
    Soon,
    /// "recent": an expression before a noun.
    Adjective(Reference),
    /// "daily".
    Repeats(Unit),
    /// "every".
    Every,
    /// "per".
    Per,
    /// "early": before the name.
    Edge(Edge),
    /// "beginning": with "of".
    EdgeOf(Edge),
    /// Units from the document's own (`false`) or from the date last mentioned (`true`): "last" is -1.
    Relative(i8, bool),
    /// "ago".
    Shift(Shift),
    /// "old".
    Old,
    /// "several": least, and most where there is one.
    Vague(u8, Option<u8>),
    /// "six".
    Number(u8),
    /// "hundred".
    Scale(u32),
    /// "half".
    Half,
    /// "third"; the last is -1.
    Ordinal(i8),
    /// "nineties".
    Decade(u8),
    /// "nearly".
    Hedge(Hedge),
    /// "fiscal".
    Fiscal,
    /// Before noon, or after where the flag is set.
    Meridiem(bool),
    /// "o'clock".
    OClock,
    /// Minutes east of Greenwich.
    Zone(i16),
    /// Before Christ where the flag is set.
    Era(bool),
}

fn unit(name: &str) -> Option<Unit> {
    Some(match name {
        "second" => Unit::Second,
        "minute" => Unit::Minute,
        "hour" => Unit::Hour,
        "day" => Unit::Day,
        "night" => Unit::Night,
        "week" => Unit::Week,
        "fortnight" => Unit::Fortnight,
        "weekend" => Unit::Weekend,
        "month" => Unit::Month,
        "quarter" => Unit::Quarter,
        "year" => Unit::Year,
        "decade" => Unit::Decade,
        "century" => Unit::Century,
        "millennium" => Unit::Millennium,
        _ => return None,
    })
}

fn part(name: &str) -> Option<Part> {
    Some(match name {
        "morning" => Part::Morning,
        "noon" => Part::Noon,
        "lunch" => Part::Lunch,
        "afternoon" => Part::Afternoon,
        "evening" => Part::Evening,
        "midnight" => Part::Midnight,
        "dawn" => Part::Dawn,
        "dusk" => Part::Dusk,
        "daytime" => Part::Daytime,
        "overnight" => Part::Overnight,
        "nighttime" => Part::Nighttime,
        _ => return None,
    })
}

fn reference(name: &str) -> Option<Reference> {
    Some(match name {
        "past" => Reference::Past,
        "present" => Reference::Present,
        "future" => Reference::Future,
        _ => return None,
    })
}

fn edge(name: &str) -> Option<Edge> {
    Some(match name {
        "start" => Edge::Start,
        "mid" => Edge::Mid,
        "end" => Edge::End,
        _ => return None,
    })
}

/// The sense a row of the table names, for one of its words.
fn sense(name: &str, value: &str, word: &str) -> Option<TimeWord> {
    Some(match name {
        "month" => TimeWord::Month(value.parse().ok()?),
        "weekday" => TimeWord::Weekday(value.parse().ok()?),
        "weekdays" => TimeWord::Weekdays(value.parse().ok()?),
        "unit" => TimeWord::Unit(unit(value)?, false),
        "units" => TimeWord::Unit(unit(value)?, true),
        "span" => TimeWord::Span,
        "season" => TimeWord::Season(match value {
            "spring" => Season::Spring,
            "summer" => Season::Summer,
            "autumn" => Season::Autumn,
            "winter" => Season::Winter,
            _ => return None,
        }),
        "part" => TimeWord::Part(part(value)?, false),
        "parts" => TimeWord::Part(part(value)?, true),
        "day" => TimeWord::Day(value.parse().ok()?),
        "tonight" => TimeWord::Tonight,
        "ref" => TimeWord::Reference(reference(value)?),
        "soon" => TimeWord::Soon,
        "adj" => TimeWord::Adjective(reference(value)?),
        "set" => TimeWord::Repeats(unit(value)?),
        "every" => TimeWord::Every,
        "per" => TimeWord::Per,
        "edge" => TimeWord::Edge(edge(value)?),
        "of" => TimeWord::EdgeOf(edge(value)?),
        "rel" => {
            let (shift, from) = value.split_at(value.len().checked_sub(1)?);
            TimeWord::Relative(shift.parse().ok()?, from == "m")
        }
        "shift" => TimeWord::Shift(match value {
            "ago" => Shift::Ago,
            "later" => Shift::Later,
            "earlier" => Shift::Earlier,
            "before" => Shift::Before,
            "after" => Shift::After,
            "hence" => Shift::Hence,
            _ => return None,
        }),
        "old" => TimeWord::Old,
        "vague" => {
            let (lo, hi) = value.split_once('-')?;
            TimeWord::Vague(lo.parse().ok()?, hi.parse().ok())
        }
        "num" => TimeWord::Number(value.parse().ok()?),
        "scale" => TimeWord::Scale(value.parse().ok()?),
        "half" => TimeWord::Half,
        "ord" => TimeWord::Ordinal(value.parse().ok()?),
        "decade" => TimeWord::Decade(value.parse().ok()?),
        "bound" => TimeWord::Hedge(match value {
            "about" => Hedge::About,
            "nearly" => Hedge::Nearly,
            "more" => Hedge::More,
            "less" => Hedge::Less,
            "exact" => Hedge::Exact,
            _ => return None,
        }),
        "fiscal" => TimeWord::Fiscal,
        "am" => TimeWord::Meridiem(word == "pm"),
        "oclock" => TimeWord::OClock,
        "zone" => TimeWord::Zone(value.parse().ok()?),
        "era" => TimeWord::Era(value == "-1"),
        _ => return None,
    })
}

/// The class a sense is registered under: whether it can be the core of an expression or only lead to one.
fn class(word: TimeWord) -> Classes {
    match word {
        TimeWord::Month(_) => Classes::MONTH,
        TimeWord::Weekday(_) | TimeWord::Weekdays(_) => Classes::WEEKDAY,
        TimeWord::Unit(..) => Classes::TIME_UNIT,
        TimeWord::Season(_)
        | TimeWord::Part(..)
        | TimeWord::Day(_)
        | TimeWord::Tonight
        | TimeWord::Reference(_)
        | TimeWord::Soon
        | TimeWord::Adjective(_)
        | TimeWord::Repeats(_)
        | TimeWord::Decade(_)
        | TimeWord::Shift(Shift::Later)
        | TimeWord::Span => Classes::TIME_WORD,
        _ => Classes::TIME_LEAD,
    }
}

/// Rows of the table: sense, value, words.
fn rows() -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
    table::rows(include_str!("../data/time.tsv")).map(|row| (row.cell(0), row.cell(1), row.cell(2)))
}

static TABLE: LazyLock<FxHashMap<&'static str, TimeWord>> = LazyLock::new(|| {
    let mut table = FxHashMap::default();
    for (name, value, words) in rows() {
        for word in words.split(' ') {
            if let Some(sense) = sense(name, value, word) {
                table.insert(word, sense);
            }
        }
    }
    table
});

/// Every word of the table with the class it is registered under.
pub(crate) fn registered() -> impl Iterator<Item = (&'static str, Classes)> {
    rows().flat_map(|(name, value, words)| {
        words.split(' ').filter_map(move |word| Some((word, class(sense(name, value, word)?))))
    })
}

/// The sense of a word given in lower case.
///
/// ```
/// use crosscheck_lexicon::time::{TimeWord, time_word};
/// assert_eq!(time_word("sept"), Some(TimeWord::Month(9)));
/// assert_eq!(time_word("zebra"), None);
/// ```
pub fn time_word(lower: &str) -> Option<TimeWord> {
    TABLE.get(lower).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_has_a_sense_and_a_reason_and_no_word_has_two() {
        let mut seen = FxHashMap::default();
        for row in table::rows(include_str!("../data/time.tsv")) {
            assert_eq!(row.width(), 4, "sense, value, words, reason: line {}", row.line);
            for word in row.cell(2).split(' ') {
                assert!(sense(row.cell(0), row.cell(1), word).is_some(), "line {}", row.line);
                assert!(seen.insert(word, row.line).is_none(), "{word} twice");
            }
        }
    }
}
