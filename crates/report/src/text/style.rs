//! Colour, or none.

use crosscheck_model::Severity;

/// What a stretch of the report is, for its colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ink {
    /// Headings and titles.
    Strong,
    /// Line numbers, places, fine print.
    Faint,
    /// A severity and the carets under it.
    Level(Severity),
    /// The rest of the quoted claim.
    Quote,
}

/// Whether and how to colour.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Style {
    /// Without colour every stretch is plain text.
    pub(crate) colour: bool,
}

impl Style {
    /// The text in its ink. The text must be safe already.
    pub(crate) fn paint(self, ink: Ink, text: &str) -> String {
        if !self.colour || text.is_empty() {
            return text.to_owned();
        }
        let code = match ink {
            Ink::Strong => "1",
            Ink::Faint => "2",
            Ink::Level(Severity::Gross | Severity::Discrepancy) => "1;31",
            Ink::Level(Severity::Tension) => "1;33",
            Ink::Level(Severity::Note) | Ink::Quote => "36",
        };
        format!("\u{1b}[{code}m{text}\u{1b}[0m")
    }
}
