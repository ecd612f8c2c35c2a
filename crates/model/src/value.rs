//! What a quantity says.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::{Interval, Number};

/// What sort of expression a mention or claim is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A number of things: "six vehicles".
    Count,
    /// A number with a physical unit: "50 tonnes".
    Measure,
    /// A sum in a currency.
    Money,
    /// A percentage or percentage points, 0 to 100.
    Percent,
    /// A length of time; has both a value and a date with its TIMEX3.
    Duration,
    /// A calendar expression of a day or coarser.
    Date,
    /// A clock time or part of a day.
    Time,
    /// A rank: "third".
    Ordinal,
    /// The age of a person or thing.
    Age,
    /// A result or ratio: "2-1", "nine out of 10".
    Score,
    /// A repeating time: "every Tuesday".
    Set,
}

impl Kind {
    /// Whether the mention has a date and no value.
    pub fn is_calendar(self) -> bool {
        matches!(self, Self::Date | Self::Time | Self::Set)
    }
}

/// How the words around a number bound it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Bound {
    /// No hedge.
    #[default]
    Exact,
    /// "about", "some", "roughly", "-odd".
    About,
    /// "nearly", "almost", "close to".
    Nearly,
    /// "more than", "over", "topped".
    MoreThan,
    /// "at least", "no fewer than", "or more".
    AtLeast,
    /// "under", "fewer than".
    LessThan,
    /// "at most", "no more than".
    AtMost,
    /// "up to", "as many as".
    UpTo,
    /// A printed range.
    Between,
    /// A vague numeral: "several thousand", "dozens".
    Vague,
}

/// Direction of a change stated by a verb or sign: "rose by 5 %".
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Change {
    /// Growth.
    Up,
    /// Decline.
    Down,
}

/// A number as printed, and the values under which the text is true.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Value {
    /// The printed number; `None` where words gave none ("several thousand").
    pub point: Option<Number>,
    /// Lower end of the hard interval.
    pub lo: Option<Number>,
    /// Upper end of the hard interval.
    pub hi: Option<Number>,
    /// Whether `lo` belongs to the interval.
    pub lo_closed: bool,
    /// Whether `hi` belongs to the interval.
    pub hi_closed: bool,
    /// What a reader takes it to mean: the soft interval.
    pub soft: Interval,
    /// Place value of the last non-zero digit printed: 5,200 has 100.
    pub granularity: Option<Number>,
    /// Why the interval is what it is, in a few words.
    pub reason: Cow<'static, str>,
}

impl Value {
    /// A value of its two intervals, and why they are what they are.
    pub fn new(
        point: Option<Number>,
        hard: Interval,
        soft: Interval,
        granularity: Option<Number>,
        reason: &'static str,
    ) -> Self {
        Self {
            point,
            lo: hard.lo,
            hi: hard.hi,
            lo_closed: hard.lo_closed,
            hi_closed: hard.hi_closed,
            soft,
            granularity,
            reason: Cow::Borrowed(reason),
        }
    }

    /// Whether the printed number is a part of one: "half", "two thirds", "one in ten".
    pub fn is_fraction(&self) -> bool {
        self.point.is_some_and(|point| point > Number::ZERO && point < Number::from(1))
    }

    /// The hard interval: every value under which the text is true.
    pub fn hard(&self) -> Interval {
        Interval { lo: self.lo, hi: self.hi, lo_closed: self.lo_closed, hi_closed: self.hi_closed }
    }
}

/// The hard interval in the base unit of its dimension.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Si {
    /// Lower end.
    pub lo: Option<Number>,
    /// Upper end.
    pub hi: Option<Number>,
    /// Base unit: "kg", "m", "s", ...
    pub unit: Cow<'static, str>,
}
