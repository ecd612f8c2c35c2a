//! What a temporal expression says, in the terms of TIMEX3.

use std::fmt;
use std::str::FromStr;

use crate::raw::{Deixis, Length};
use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A day, or a minute or second of a day. Written `2023-09-19`, `2020-10-10T12:00` or with seconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment {
    /// Calendar day.
    pub date: NaiveDate,
    /// Local clock time, where the expression is that fine.
    pub time: Option<NaiveTime>,
}

impl Moment {
    /// A whole day.
    pub fn day(date: NaiveDate) -> Self {
        Self { date, time: None }
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.date)?;
        match self.time {
            Some(time) if chrono::Timelike::second(&time) == 0 => write!(f, "T{}", time.format("%H:%M")),
            Some(time) => write!(f, "T{}", time.format("%H:%M:%S")),
            None => Ok(()),
        }
    }
}

/// A date or date-time that is not in ISO form or does not exist.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MomentError(pub String);

impl fmt::Display for MomentError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} is not an ISO date (2023-09-19) or date-time (2023-09-19T10:43)", self.0)
    }
}

impl std::error::Error for MomentError {}

impl FromStr for Moment {
    type Err = MomentError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if let Ok(date) = NaiveDate::parse_from_str(text, "%Y-%m-%d") {
            return Ok(Self::day(date));
        }
        let bare = text.trim_end_matches('Z').replace(' ', "T");
        ["%Y-%m-%dT%H:%M:%S%.f", "%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S%:z", "%Y-%m-%dT%H:%M%:z"]
            .iter()
            .find_map(|form| NaiveDateTime::parse_from_str(&bare, form).ok())
            .map(|at| Self { date: at.date(), time: Some(at.time()) })
            .ok_or_else(|| MomentError(text.to_owned()))
    }
}

impl Serialize for Moment {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Moment {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Moment {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Moment".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "description": "An ISO day, or a local minute or second of one.",
            "pattern": r"^[+-]?\d{4,}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2})?)?$",
        })
    }
}

/// The TIMEX3 type.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "UPPERCASE")]
pub enum TimexType {
    /// A calendar expression of a day or coarser.
    Date,
    /// A clock time or part of a day.
    Time,
    /// A length of time.
    Duration,
    /// A repeating time.
    Set,
}

/// The TIMEX3 modifier.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
#[expect(missing_docs, reason = "the names are TimeML's own")]
pub enum TimexMod {
    Before,
    After,
    OnOrBefore,
    OnOrAfter,
    LessThan,
    MoreThan,
    EqualOrLess,
    EqualOrMore,
    Start,
    Mid,
    End,
    Approx,
}

/// The fineness of a calendar expression or duration.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "calendar units")]
pub enum Granularity {
    Second,
    Minute,
    Hour,
    PartOfDay,
    Day,
    Weekend,
    Week,
    Month,
    Season,
    Quarter,
    HalfYear,
    Year,
    Decade,
    Century,
    Millennium,
    /// "now", "recently", or a length whose unit is open.
    Unknown,
}

/// How firmly the expression fixes its interval.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Certainty {
    /// The interval is what the words say.
    Exact,
    /// "around", "early", "late".
    Approximate,
    /// "since", "by", "as of", "until": one end is open.
    OneSided,
    /// "recently", "days": no end is fixed.
    Vague,
    /// "days after the ceasefire": hangs on an event.
    EventAnchored,
    /// The words need an anchor that the document does not give.
    Unresolved,
}

/// A temporal expression, resolved as far as its document allows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DateValue {
    /// Earliest day or minute, inclusive; `None` when open or unresolved.
    pub from: Option<Moment>,
    /// Latest day or minute, inclusive; `None` when open or unresolved.
    pub to: Option<Moment>,
    /// Fineness of the expression.
    pub granularity: Granularity,
    /// TIMEX3 value; `XXXX` stands for what is not known.
    pub timex: Option<String>,
    /// TIMEX3 type.
    #[serde(rename = "type")]
    pub kind: TimexType,
    /// TIMEX3 modifier.
    #[serde(rename = "mod")]
    pub modifier: Option<TimexMod>,
    /// The anchor used and why: "published 2023-09-22, past tense".
    pub anchor: Option<String>,
    /// How firm it is.
    pub certainty: Certainty,
    /// The length that it is counted by: "nine minutes later". Kept for comparing, and no part of the JSON.
    #[serde(skip)]
    pub offset: Option<Offset>,
    /// From where it has the day that it does not print: the document's own, or the date last mentioned. Kept for comparing as well.
    #[serde(skip)]
    pub carried: Option<Deixis>,
}

impl DateValue {
    /// Gives it an anchor of its own, told in words.
    pub fn anchor_on(&mut self, why: String) {
        self.anchor = Some(why);
        self.carried = None;
    }
}

/// A length printed to lead from one point in time to another: "nine minutes later", "35 years ago".
///
/// TIMEX3 gives such an expression the value of the day it leads to; the length is that of its implied duration.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Offset {
    /// How long.
    pub length: Length,
    /// Whether back in time.
    pub back: bool,
    /// From where.
    pub from: Deixis,
}
