//! Quantity and temporal expressions before claims are built.

use serde::{Deserialize, Serialize};

use crate::{BlockKind, Bound, Change, DateValue, Issue, Kind, Object, Si, Span, Value};

/// One quantity or temporal expression, normalised.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mention {
    /// Bound, number, unit and counted group, as printed.
    pub span: Span,
    /// The number itself, or the whole of a temporal expression.
    pub core: Span,
    /// Index of its sentence in the parsed document.
    pub sentence: u32,
    /// Role of the block it stands in.
    pub block: BlockKind,
    /// What sort it is.
    pub kind: Kind,
    /// For every kind but dates, times and sets.
    pub value: Option<Value>,
    /// How the number is bounded.
    pub bound: Bound,
    /// Stated direction of change.
    pub change: Option<Change>,
    /// Singular unit name.
    pub unit: Option<String>,
    /// Value in base units.
    pub si: Option<Si>,
    /// The counted thing.
    pub object: Option<Object>,
    /// For dates, times, sets and durations.
    pub date: Option<DateValue>,
    /// What is odd about it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub issues: Vec<Issue>,
}

impl Mention {
    /// Whether it is a duration without a printed number: "decades", "a few minutes". Its value is what the words mean.
    pub fn is_unnumbered(&self) -> bool {
        self.kind == Kind::Duration && self.core == self.span
    }
}
