//! Breaking lines by display width.

use unicode_width::{UnicodeWidthChar as _, UnicodeWidthStr as _};

use crate::safe;

/// Columns that a text takes on a terminal.
pub(crate) fn width(text: &str) -> usize {
    text.width()
}

/// Wraps a text, made safe, to `columns`; later lines are indented by `indent` spaces, and so is the first if `first` is.
///
/// The first line begins with `first`, which counts for `indent` columns or more.
pub(crate) fn paragraph(first: &str, indent: usize, text: &str, columns: usize) -> Vec<String> {
    let safe = safe::text(text);
    let mut lines = Vec::new();
    let mut line = first.to_owned();
    let mut used = width(first);
    let mut bare = true;
    for word in safe.split_whitespace() {
        for piece in pieces(word, columns.saturating_sub(indent).max(8)) {
            let wide = width(piece);
            if !bare && used + 1 + wide > columns {
                lines.push(std::mem::replace(&mut line, " ".repeat(indent)));
                used = indent;
                bare = true;
            }
            if !bare {
                line.push(' ');
                used += 1;
            }
            line.push_str(piece);
            used += wide;
            bare = false;
        }
    }
    lines.push(line.trim_end().to_owned());
    lines
}

/// A word in pieces of at most `columns`: an address of thousands of characters breaks too.
fn pieces(word: &str, columns: usize) -> Vec<&str> {
    if width(word) <= columns {
        return vec![word];
    }
    let mut pieces = Vec::new();
    let (mut start, mut used) = (0, 0);
    for (at, c) in word.char_indices() {
        let wide = c.width().unwrap_or(0);
        if used + wide > columns {
            pieces.push(&word[start..at]);
            (start, used) = (at, 0);
        }
        used += wide;
    }
    pieces.push(&word[start..]);
    pieces
}

#[cfg(test)]
mod tests {
    use super::{paragraph, width};

    #[test]
    fn lines_keep_to_the_columns() {
        let lines = paragraph("  why  ", 7, "two words and then some more 二千 二千 二千", 20);
        assert_eq!(
            lines,
            ["  why  two words and", "       then some", "       more 二千", "       二千 二千"]
        );
        for line in paragraph("", 4, &format!("a {} b", "x".repeat(100)), 30) {
            assert!(width(&line) <= 34, "{line}");
        }
    }
}
