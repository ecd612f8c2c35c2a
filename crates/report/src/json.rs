//! JSON and JSON Lines.

use crosscheck_model::{BlockKind, Bound, Change, DateValue, Issue, Kind, Mention, Object, Si, Value};
use serde::Serialize;

/// One line of `crosscheck mentions`.
#[derive(Debug, Serialize)]
pub struct MentionLine<'a> {
    /// Path or id of the document.
    pub document: &'a str,
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
    /// The words.
    pub surface: &'a str,
    /// What sort.
    pub kind: Kind,
    /// Number and interval.
    pub value: Option<&'a Value>,
    /// How bounded.
    pub bound: Bound,
    /// Direction of change.
    pub change: Option<Change>,
    /// Unit as printed, singular.
    pub unit: Option<&'a str>,
    /// The same in base units.
    pub si: Option<&'a Si>,
    /// What is counted.
    pub object: Option<&'a Object>,
    /// Date.
    pub date: Option<&'a DateValue>,
    /// Whether it stands in page furniture.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub furniture: bool,
    /// What is odd.
    #[serde(skip_serializing_if = "<[Issue]>::is_empty")]
    pub issues: &'a [Issue],
}

impl<'a> MentionLine<'a> {
    /// The line of a mention of `text`.
    pub fn new(document: &'a str, text: &'a str, mention: &'a Mention) -> Self {
        Self {
            document,
            start: mention.span.start,
            end: mention.span.end,
            surface: mention.span.slice(text),
            kind: mention.kind,
            value: mention.value.as_ref(),
            bound: mention.bound,
            change: mention.change,
            unit: mention.unit.as_deref(),
            si: mention.si.as_ref(),
            object: mention.object.as_ref(),
            date: mention.date.as_ref(),
            furniture: mention.block == BlockKind::Furniture,
            issues: &mention.issues,
        }
    }
}
