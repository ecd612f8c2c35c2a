//! The one place where words become HTML.

use crate::safe;

/// A page being written.
///
/// Markup is `&'static str`, so nothing from a document can be markup; all else goes through [`Html::text`] or [`Html::attr`].
#[derive(Debug, Default)]
pub(super) struct Html {
    out: String,
}

impl Html {
    /// Markup of ours.
    pub(super) fn raw(&mut self, markup: &'static str) -> &mut Self {
        self.out.push_str(markup);
        self
    }

    /// Words, on one line.
    pub(super) fn text(&mut self, text: &str) -> &mut Self {
        escape(&mut self.out, &safe::text(text));
        self
    }

    /// Words, their lines kept.
    pub(super) fn lines(&mut self, text: &str) -> &mut Self {
        for (index, line) in text.split('\n').enumerate() {
            if index > 0 {
                self.out.push('\n');
            }
            self.text(line.strip_suffix('\r').unwrap_or(line));
        }
        self
    }

    /// An attribute of the open tag.
    pub(super) fn attr(&mut self, name: &'static str, value: &str) -> &mut Self {
        self.out.push(' ');
        self.out.push_str(name);
        self.out.push_str("=\"");
        self.text(value);
        self.out.push('"');
        self
    }

    /// An attribute of an SVG tag, to a tenth of a pixel.
    pub(super) fn at(&mut self, name: &'static str, value: f64) -> &mut Self {
        let value = if value.is_finite() { value } else { 0.0 };
        let text = format!("{value:.1}");
        self.attr(name, text.strip_suffix(".0").unwrap_or(&text))
    }

    /// A part written apart.
    pub(super) fn append(&mut self, part: Self) -> &mut Self {
        self.out.push_str(&part.out);
        self
    }

    /// A link to another part of the page.
    pub(super) fn link(&mut self, to: &str, text: &str) -> &mut Self {
        self.raw("<a").attr("href", &format!("#{to}")).raw(">").text(text).raw("</a>")
    }

    /// The page.
    pub(super) fn finish(self) -> String {
        self.out
    }
}

fn escape(out: &mut String, text: &str) {
    safe::push_markup(out, text, |out, c| match c {
        '"' => out.push_str("&quot;"),
        '\'' => out.push_str("&#39;"),
        _ => out.push(c),
    });
}

/// The source expression of a `Content-Security-Policy` that allows exactly this inline text.
pub(super) fn csp_hash(text: &str) -> String {
    use sha2::{Digest as _, Sha256};
    format!("'sha256-{}'", base64(&Sha256::digest(text.as_bytes())))
}

/// RFC 4648, with padding.
fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::new();
    for chunk in bytes.chunks(3) {
        let word = chunk.iter().fold(0_usize, |word, byte| word << 8 | usize::from(*byte))
            << (8 * (3 - chunk.len()));
        for place in 0..4 {
            let letter = LETTERS[word >> (18 - 6 * place) & 63];
            out.push(if place > chunk.len() { '=' } else { char::from(letter) });
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{Html, base64};

    #[test]
    fn words_are_never_markup() {
        let mut html = Html::default();
        html.raw("<b")
            .attr("title", "\"><script>")
            .raw(">")
            .text("</b><img src=x onerror='y'>\u{202e}")
            .raw("</b>");
        assert_eq!(
            html.finish(),
            "<b title=\"&quot;&gt;&lt;script&gt;\">&lt;/b&gt;&lt;img src=x onerror=&#39;y&#39;&gt;\\u{202e}</b>"
        );
    }

    #[test]
    fn base64_of_rfc_4648() {
        for (bytes, expect) in
            [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy")]
        {
            assert_eq!(base64(bytes.as_bytes()), expect);
        }
    }
}
