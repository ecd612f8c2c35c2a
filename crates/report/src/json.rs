//! JSON and JSON Lines.

use std::fmt::Write as _;

use crosscheck_model::{
    BlockKind, Bound, Change, DateValue, Issue, Kind, Mention, Object, Provenance, Report, Si, Tool, Value,
    report::{Compared, LeftOut},
};
use serde::Serialize;

use crate::safe;

/// One line of `crosscheck mentions`.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
        // The line lists what stands in the text, so the TIMEX3 speaks alone where no number does.
        let numbered = !mention.is_unnumbered();
        Self {
            document,
            start: mention.span.start,
            end: mention.span.end,
            surface: mention.span.slice(text),
            kind: mention.kind,
            value: mention.value.as_ref().filter(|_| numbered),
            bound: mention.bound,
            change: mention.change,
            unit: mention.unit.as_deref(),
            si: mention.si.as_ref().filter(|_| numbered),
            object: mention.object.as_ref(),
            date: mention.date.as_ref(),
            furniture: mention.block == BlockKind::Furniture,
            issues: &mention.issues,
        }
    }
}

/// One object on one line, with its line feed.
pub fn line(value: &impl Serialize) -> serde_json::Result<String> {
    let mut line = escape_hidden(serde_json::to_string(value)?);
    line.push('\n');
    Ok(line)
}

/// The whole report, indented, with a last line feed.
pub fn pretty(report: &Report) -> serde_json::Result<String> {
    pretty_value(report)
}

/// Any value, indented, with a last line feed.
pub(crate) fn pretty_value(value: &impl Serialize) -> serde_json::Result<String> {
    let mut text = escape_hidden(serde_json::to_string_pretty(value)?);
    text.push('\n');
    Ok(text)
}

/// The report as JSON Lines: a head, then every document, claim, link and finding with its `type`.
pub fn lines(report: &Report) -> serde_json::Result<String> {
    #[derive(Serialize)]
    struct Head<'a> {
        schema: &'a str,
        tool: &'a Tool,
        provenance: &'a Provenance,
        #[serde(skip_serializing_if = "Option::is_none")]
        baseline: Option<&'a Compared>,
        left_out: &'a [LeftOut],
        notes: &'a [String],
    }
    #[derive(Serialize)]
    struct Typed<'a, T> {
        r#type: &'a str,
        #[serde(flatten)]
        value: &'a T,
    }
    fn all<T: Serialize>(out: &mut String, r#type: &str, values: &[T]) -> serde_json::Result<()> {
        for value in values {
            out.push_str(&line(&Typed { r#type, value })?);
        }
        Ok(())
    }
    let head = Head {
        schema: &report.schema,
        tool: &report.tool,
        provenance: &report.provenance,
        baseline: report.baseline.as_ref(),
        left_out: &report.left_out,
        notes: &report.notes,
    };
    let mut out = String::new();
    all(&mut out, "report", &[head])?;
    all(&mut out, "document", &report.documents)?;
    all(&mut out, "claim", &report.claims)?;
    all(&mut out, "link", &report.links)?;
    all(&mut out, "finding", &report.findings)?;
    Ok(out)
}

/// Writes hidden characters of strings as `\u202e`: the same JSON, and nothing a terminal obeys.
///
/// In JSON text such a character stands only inside a string; C0 is escaped already.
fn escape_hidden(json: String) -> String {
    let hidden = |c: char| c == '\u{7f}' || (!c.is_ascii() && safe::is_hidden(c));
    if json.is_ascii() && !json.contains('\u{7f}') || !json.contains(hidden) {
        return json;
    }
    let mut out = String::with_capacity(json.len() + 16);
    for c in json.chars() {
        if hidden(c) {
            for unit in c.encode_utf16(&mut [0; 2]) {
                // Writing to a string never fails.
                let _ = write!(out, "\\u{unit:04x}");
            }
        } else {
            out.push(c);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    #[test]
    fn hidden_characters_are_escaped_and_come_back() {
        let text = "a\u{1b}[2J\u{7f}\u{9b}31m\u{202e}b\u{e0041}\u{200b}é二";
        let line = super::line(&text).expect("a string is JSON");
        assert_eq!(line, "\"a\\u001b[2J\\u007f\\u009b31m\\u202eb\\udb40\\udc41\\u200bé二\"\n");
        assert_eq!(serde_json::from_str::<String>(&line).expect("it is JSON"), text);
    }
}
