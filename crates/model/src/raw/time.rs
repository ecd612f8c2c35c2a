//! Temporal expressions as read, before they are anchored.
//!
//! What is printed and what must still be anchored are kept apart: [`Deixis`] says from where a relative expression counts,
//! and nothing here knows the document's date.

use serde::{Deserialize, Serialize};

use crate::{Bound, Granularity, Issue, Number, Span, TimexMod};

/// From where a relative expression counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Deixis {
    /// The document's own date: "last week", "ago".
    Speech,
    /// The date last mentioned: "the following week", "later".
    Mentioned,
}

/// A season of the year; winter belongs to the year its December lies in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[expect(missing_docs, reason = "seasons")]
pub enum Season {
    Spring,
    Summer,
    Autumn,
    Winter,
}

/// A part of the day, with its TIMEX3 code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum DayPart {
    /// MO, 06:00 to 12:00.
    Morning,
    /// MI, 12:00 to 14:00.
    Midday,
    /// AF, 12:00 to 18:00.
    Afternoon,
    /// EV, 18:00 to 24:00.
    Evening,
    /// NI, 18:00 to 06:00 of the next day.
    Night,
    /// The night that ends on the morning named: "overnight", "last night" told in the morning.
    Overnight,
    /// DT, 06:00 to 18:00.
    Daytime,
    /// MO, 00:00 to 06:00: "the early hours of Sunday".
    SmallHours,
    /// 04:00 to 07:00.
    Dawn,
    /// 17:00 to 20:00.
    Dusk,
}

/// A year as printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum YearExpr {
    /// All of it; before Christ counted down, so 490 BC is -490.
    Full(i32),
    /// The last two digits: "'98".
    Short(u8),
    /// "last year".
    Relative {
        /// Years from there.
        shift: i32,
        /// From where.
        from: Deixis,
    },
}

/// A recurring stretch of the calendar that has a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum CalendarName {
    /// 1 to 12.
    Month(u8),
    /// Monday = 1.
    Weekday(u8),
    /// Saturday and Sunday.
    Weekend,
    /// A season.
    Season(Season),
    /// 1 to 4.
    Quarter(u8),
    /// 1 or 2.
    Half(u8),
    /// A row of the lexicon's holidays.
    Holiday(u16),
}

/// How many units a length has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Count {
    /// "two", "2.5".
    Exact(Number),
    /// "two to three".
    Range(Number, Number),
    /// "several", bare "days": least, and most where the word has one.
    Vague(u8, Option<u8>),
}

/// Where a length of time lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Placing {
    /// Nowhere in particular: "two days".
    Free,
    /// Up to the anchor: "the past three decades".
    Past,
    /// On from the anchor: "the next two weeks".
    Next,
    /// The first ones of something: "the first nine months".
    First,
    /// Counted by rank, begun that many units before: "a third day of protests".
    Ordinal,
    /// After "in": the point at its end, where what is told lies ahead ("will meet in two hours").
    In,
}

/// A length of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Length {
    /// How many.
    pub count: Count,
    /// Of what.
    pub unit: Granularity,
    /// A smaller part added: "one hour and ten minutes".
    pub and: Option<(u32, Granularity)>,
    /// How the words around it bound it.
    pub bound: Bound,
    /// Where it lies.
    pub placing: Placing,
}

/// What an offset counts from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum OffsetFrom {
    /// "two days ago", "two days later".
    Deixis(Deixis),
    /// "days after the ceasefire": the words that name the event.
    Event(Span),
}

/// A stretch of the calendar, a day or longer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub enum DateExpr {
    /// Year, month, day, each where printed.
    Calendar {
        /// Year.
        year: Option<YearExpr>,
        /// Month, 1 to 12.
        month: Option<u8>,
        /// Day of the month.
        day: Option<u8>,
        /// Weekday, Monday = 1.
        weekday: Option<u8>,
    },
    /// A name with a year, or without: "spring 1998", "the third quarter", "Christmas".
    Named {
        /// What.
        name: CalendarName,
        /// Of which year.
        year: Option<YearExpr>,
    },
    /// A name counted from the anchor: "last Friday" is -1, "this summer" 0.
    NamedShift {
        /// What.
        name: CalendarName,
        /// How many of them on.
        shift: i32,
        /// From where.
        from: Deixis,
    },
    /// A unit counted from the anchor: "yesterday", "next week", "that year".
    Unit {
        /// What.
        unit: Granularity,
        /// How many of them on.
        shift: i32,
        /// From where.
        from: Deixis,
    },
    /// "the 1990s", by first year and, where only two digits are printed, a century to be found.
    Decade {
        /// First year, or its last two digits; before Christ negative, the end nearer to us.
        start: i32,
        /// Whether the century is missing.
        short: bool,
    },
    /// "the 19th century"; before Christ negative.
    Century(i32),
    /// A length before or after something.
    Offset {
        /// How long.
        length: Length,
        /// Whether back.
        back: bool,
        /// From where.
        from: OffsetFrom,
    },
    /// A length before or after a date: "the day before yesterday", "two weeks after Easter".
    OffsetFrom {
        /// How long.
        length: Length,
        /// Whether back.
        back: bool,
        /// From when.
        date: Box<DateExpr>,
    },
    /// "the first week of June": rank (from the end when negative), unit, of what.
    Nth {
        /// Rank; -1 is the last.
        rank: i32,
        /// Of what sort.
        unit: Granularity,
        /// In what.
        of: Box<DateExpr>,
    },
    /// "the last Friday of October": rank (from the end when negative), weekday (Monday = 1), of what.
    NthWeekday {
        /// Rank; -1 is the last.
        rank: i32,
        /// Weekday.
        weekday: u8,
        /// In what.
        of: Box<DateExpr>,
    },
    /// "the week of September 12", "Friday of next week": a name or unit in or around another date.
    In {
        /// What.
        name: CalendarName,
        /// In what.
        of: Box<DateExpr>,
    },
}

/// A clock time or part of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum DayTime {
    /// A clock time.
    Clock {
        /// 0 to 24.
        hour: u8,
        /// Minute, where printed.
        minute: Option<u8>,
        /// Second, where printed.
        second: Option<u8>,
        /// Minutes east of Greenwich, where printed.
        zone: Option<i16>,
        /// Whether the half of the day is not told: "at 3:15".
        half_open: bool,
    },
    /// A part of the day.
    Part(DayPart),
}

/// A repeating time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum SetExpr {
    /// "every two weeks", "twice a year": the length, and how often in it where told.
    Every {
        /// The period.
        length: Length,
        /// How often.
        times: Option<u32>,
    },
    /// "daily": every one of a calendar unit.
    Each(Granularity),
    /// "every Tuesday", "Tuesday nights".
    Name(CalendarName, Option<DayPart>),
    /// "every morning".
    Part(DayPart),
}

/// Past, present or future without a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the three references of TIMEX3")]
pub enum Reference {
    Past,
    Present,
    Future,
}

/// What a temporal expression says, anchors left open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub enum TimeExpr {
    /// A day or longer.
    Date(DateExpr),
    /// Within a day; the day is the narrative's where none is told.
    Time {
        /// The day.
        date: Option<DateExpr>,
        /// When in it.
        time: DayTime,
    },
    /// A length.
    Duration(Length),
    /// Repeating.
    Set(SetExpr),
    /// "now", "recently", "the future".
    Reference(Reference),
    /// "former", "recent" before a noun, "at the time": counted as temporal in histories, hardly in news.
    Adjective(Reference),
    /// "the summer offensive": a date that names a thing, counted as temporal in histories, hardly in news.
    Attribute(DateExpr),
}

/// What the preposition before an expression makes of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[expect(missing_docs, reason = "named by their preposition")]
pub enum TimeRole {
    #[default]
    At,
    Since,
    Until,
    By,
    Before,
    After,
    AsOf,
    From,
    To,
    During,
}

/// What the verb that governs an expression tells of its direction.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[expect(missing_docs, reason = "tenses")]
pub enum Tense {
    #[default]
    Unknown,
    Past,
    Present,
    Future,
    /// The present of a timetable, which headlines use of the past: "the trial opens on Friday".
    Scheduled,
    /// The present of what is held on a day set beforehand, "Thursday's election is open", or what was planned then, "was due on
    /// Thursday": the nearest such day.
    Nearest,
    /// No verb's: what the expression dates has begun or ended by then, "shut since Monday", "the quarter ended Oct. 31".
    Over,
}

/// One temporal expression.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RawTime {
    /// The expression without its preposition.
    pub span: Span,
    /// Index of its sentence.
    pub sentence: u32,
    /// What it says.
    pub expr: TimeExpr,
    /// TIMEX3 modifier.
    pub modifier: Option<TimexMod>,
    /// What its preposition makes of it.
    pub role: TimeRole,
    /// Where the verb around it points.
    pub tense: Tense,
    /// What is odd about it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub issues: Vec<Issue>,
}
