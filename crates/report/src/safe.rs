//! Words from documents and file names, made safe to show.
//!
//! A document may hold escape sequences that move the cursor, bidi controls that turn a line round,
//! or characters nobody sees. On a terminal they are shown as `\u{1b}`, never sent.

use std::borrow::Cow;
use std::fmt::{self, Write as _};

/// Shows its text on one line with every hidden character escaped.
///
/// ```
/// use crosscheck_report::safe::SafeText;
/// assert_eq!(SafeText("six\u{1b}[2J cars").to_string(), "six\\u{1b}[2J cars");
/// assert_eq!(SafeText("two\nlines").to_string(), "two lines");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SafeText<'a>(pub &'a str);

impl fmt::Display for SafeText<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&text(self.0))
    }
}

/// The text on one line with every hidden character escaped; borrowed when there is none.
pub fn text(text: &str) -> Cow<'_, str> {
    if !text.chars().any(|c| is_hidden(c) || is_break(c)) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        push(&mut out, c);
    }
    Cow::Owned(out)
}

/// Appends one character as it is shown.
pub(crate) fn push(out: &mut String, c: char) {
    if is_break(c) {
        out.push(' ');
    } else if is_hidden(c) {
        // Writing to a string never fails.
        let _ = write!(out, "{}", c.escape_unicode());
    } else {
        out.push(c);
    }
}

/// Appends text in which nothing is an element or an entity; what else has a meaning is up to `other`.
pub(crate) fn push_markup(out: &mut String, text: &str, other: impl Fn(&mut String, char)) {
    for c in text.chars() {
        match c {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            _ => other(out, c),
        }
    }
}

/// White space that would leave the line or jump within it.
fn is_break(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\t' | '\u{2028}' | '\u{2029}')
}

/// Whether words that begin so, white space aside, are a formula to some spreadsheet (CWE-1236): `= + - @`, also in their
/// wide forms, and what older programs ran.
pub(crate) fn begins_formula(c: char) -> bool {
    matches!(c, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠' | '|' | '%')
}

/// Whether a character is a control, a format character or otherwise leaves no mark of its own.
///
/// C0 and C1, general category Cf (bidi controls, zero-width characters, tags) as of Unicode 17, and
/// the default-ignorable letters that print as nothing.
pub fn is_hidden(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_control();
    }
    if c < '\u{34f}' {
        return matches!(c, '\u{80}'..='\u{9f}' | '\u{ad}');
    }
    matches!(c,
        '\u{34f}'
        | '\u{600}'..='\u{605}'
        | '\u{61c}'
        | '\u{6dd}'
        | '\u{70f}'
        | '\u{890}'..='\u{891}'
        | '\u{8e2}'
        | '\u{115f}'..='\u{1160}'
        | '\u{17b4}'..='\u{17b5}'
        | '\u{180e}'
        | '\u{200b}'..='\u{200f}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{3164}'
        | '\u{feff}'
        | '\u{ffa0}'
        | '\u{fff9}'..='\u{fffb}'
        | '\u{110bd}'
        | '\u{110cd}'
        | '\u{13430}'..='\u{1343f}'
        | '\u{1bca0}'..='\u{1bca3}'
        | '\u{1d173}'..='\u{1d17a}'
        | '\u{e0000}'..='\u{e0fff}')
}

#[cfg(test)]
mod tests {
    use super::text;

    #[test]
    fn nothing_hidden_is_sent() {
        for (input, expect) in [
            ("plain, naïve – “quoted” 二千", "plain, naïve – “quoted” 二千"),
            ("\u{1b}]8;;http://x\u{7}link", "\\u{1b}]8;;http://x\\u{7}link"),
            ("\u{9b}31mred", "\\u{9b}31mred"),
            ("1,0\u{202e}02\u{202c}0", "1,0\\u{202e}02\\u{202c}0"),
            ("ze\u{200b}ro\u{feff}", "ze\\u{200b}ro\\u{feff}"),
            ("tag\u{e0041}", "tag\\u{e0041}"),
            ("a\tb\r\nc", "a b  c"),
            ("del\u{7f}", "del\\u{7f}"),
        ] {
            assert_eq!(text(input), expect);
        }
    }
}
