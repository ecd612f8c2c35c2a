//! Temporal expressions as read, before they are anchored.

use serde::{Deserialize, Serialize};

use crate::{Issue, Span, TimexMod};

/// What a temporal expression says, anchors left open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub enum TimeExpr {
    /// Parts of a calendar day, each where printed.
    Calendar {
        /// Year.
        year: Option<i32>,
        /// Month, 1 to 12.
        month: Option<u32>,
        /// Day of the month.
        day: Option<u32>,
        /// Weekday, Monday = 1.
        weekday: Option<u32>,
    },
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
    /// What is odd about it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub issues: Vec<Issue>,
}
