//! Quantities as read, before intervals are made of them.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::{Bound, Change, Issue, Kind, Number, Object, Span};

/// A number as printed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum NumberExpr {
    /// One number and the place value of its last non-zero printed digit.
    Exact {
        /// The number.
        value: Number,
        /// Place value of its last non-zero printed digit.
        granularity: Number,
    },
    /// Both ends printed: "10 to 15".
    Range {
        /// Lower end.
        lo: Number,
        /// Upper end.
        hi: Number,
    },
    /// A vague numeral: "dozens", "several thousand".
    Vague {
        /// Smallest value the word allows.
        lo: Number,
        /// Largest value, where the word has one.
        hi: Option<Number>,
        /// What a reader takes it to mean.
        soft: (Number, Number),
    },
    /// Two numbers without one value: the score "2-1".
    Pair,
    /// More digits than an exact decimal holds.
    Unread,
}

impl NumberExpr {
    /// The printed number; `None` for ranges, vague numerals and scores.
    pub fn point(&self) -> Option<Number> {
        match self {
            Self::Exact { value, .. } => Some(*value),
            _ => None,
        }
    }
}

/// One quantity expression.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RawQuantity {
    /// Bound, number, unit and counted group.
    pub span: Span,
    /// The number alone.
    pub core: Span,
    /// Index of its sentence.
    pub sentence: u32,
    /// What sort it is.
    pub kind: Kind,
    /// The number.
    pub number: NumberExpr,
    /// How it is bounded.
    pub bound: Bound,
    /// Direction of change.
    pub change: Option<Change>,
    /// Unit id of the lexicon's unit table.
    pub unit: Option<Cow<'static, str>>,
    /// The counted group; concept not yet resolved.
    pub object: Option<Object>,
    /// What is odd about it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub issues: Vec<Issue>,
}
