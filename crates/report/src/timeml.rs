//! Temporal expressions marked inline, as TimeML does.
//!
//! The text comes out as it went in, escaped for XML, with every dated mention in a `TIMEX3` element (Pustejovsky et al. 2003;
//! the attributes TempEval-3 uses). What XML 1.0 cannot hold, control characters, is written as U+FFFD.

use std::fmt::Write as _;

use crosscheck_model::{Mention, TimexMod, TimexType};

use crate::safe;

/// The text as a TimeML document; `mentions` are those of the text, in order of offset.
///
/// ```
/// # let text = "Talks & rain on Tuesday.";
/// # let (span, date) = (crosscheck_model::Span::new(16, 23), crosscheck_model::DateValue {
/// #     from: None, to: None, granularity: crosscheck_model::Granularity::Day, timex: Some("2023-09-19".into()),
/// #     kind: crosscheck_model::TimexType::Date, modifier: None, anchor: None,
/// #     certainty: crosscheck_model::Certainty::Exact, offset: None, carried: None });
/// # let mention = crosscheck_model::Mention { span, core: span, sentence: 0, block: Default::default(),
/// #     kind: crosscheck_model::Kind::Date, value: None, bound: Default::default(), change: None, unit: None, si: None,
/// #     object: None, date: Some(date), issues: vec![] };
/// let marked = crosscheck_report::timeml::write(text, &[mention]);
/// assert_eq!(
///     marked,
///     "<TimeML>\nTalks &amp; rain on <TIMEX3 tid=\"t1\" type=\"DATE\" value=\"2023-09-19\">Tuesday</TIMEX3>.\n</TimeML>\n"
/// );
/// ```
pub fn write(text: &str, mentions: &[Mention]) -> String {
    let mut out = String::with_capacity(text.len() + 64 * mentions.len() + 32);
    out.push_str("<TimeML>\n");
    let mut at = 0;
    let mut tid = 0;
    for mention in mentions {
        let Some(date) = &mention.date else { continue };
        let (start, end) = (mention.span.start as usize, mention.span.end as usize);
        // Elements cannot cross; of two mentions that overlap the first is marked.
        let (Some(before), Some(words)) = (text.get(at..start), text.get(start..end)) else { continue };
        tid += 1;
        escape(before, &mut out);
        let kind = match date.kind {
            TimexType::Date => "DATE",
            TimexType::Time => "TIME",
            TimexType::Duration => "DURATION",
            TimexType::Set => "SET",
        };
        // Writing to a string does not fail.
        let _ = write!(out, "<TIMEX3 tid=\"t{tid}\" type=\"{kind}\"");
        if let Some(value) = &date.timex {
            out.push_str(" value=\"");
            escape(value, &mut out);
            out.push('"');
        }
        if let Some(modifier) = date.modifier {
            let _ = write!(out, " mod=\"{}\"", mod_name(modifier));
        }
        out.push('>');
        escape(words, &mut out);
        out.push_str("</TIMEX3>");
        at = end;
    }
    escape(text.get(at..).unwrap_or(""), &mut out);
    out.push_str("\n</TimeML>\n");
    out
}

fn mod_name(modifier: TimexMod) -> &'static str {
    match modifier {
        TimexMod::Before => "BEFORE",
        TimexMod::After => "AFTER",
        TimexMod::OnOrBefore => "ON_OR_BEFORE",
        TimexMod::OnOrAfter => "ON_OR_AFTER",
        TimexMod::LessThan => "LESS_THAN",
        TimexMod::MoreThan => "MORE_THAN",
        TimexMod::EqualOrLess => "EQUAL_OR_LESS",
        TimexMod::EqualOrMore => "EQUAL_OR_MORE",
        TimexMod::Start => "START",
        TimexMod::Mid => "MID",
        TimexMod::End => "END",
        TimexMod::Approx => "APPROX",
    }
}

fn escape(text: &str, out: &mut String) {
    safe::push_markup(out, text, |out, c| match c {
        '"' => out.push_str("&quot;"),
        '\t' | '\n' | '\r' => out.push(c),
        c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => out.push('\u{fffd}'),
        c => out.push(c),
    });
}
