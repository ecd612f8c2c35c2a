//! The report for reading: gravest findings first, agreements in brief, what was left out, one line to end.
//!
//! Wrapped by display width; nothing from a document reaches the terminal unescaped (see [`crate::safe`]).

mod brief;
mod excerpt;
mod finding;
mod live;
mod style;
mod why;
mod wrap;

use crosscheck_model::{Finding, Severity};

pub(crate) use excerpt::window;
pub use why::why;

use crate::{Corpus, wording};
use style::{Ink, Style};

/// How to lay the report out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Options {
    /// Columns of a line.
    pub width: usize,
    /// Whether to colour with ANSI sequences.
    pub colour: bool,
    /// How many findings without a difference are named in brief.
    pub brief: usize,
    /// Whether the documents and the inputs' hashes are listed.
    pub documents: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self { width: 80, colour: false, brief: 20, documents: true }
    }
}

/// The page being written.
struct Page<'a> {
    corpus: &'a Corpus<'a>,
    style: Style,
    width: usize,
    out: String,
}

impl Page<'_> {
    fn ink(&self, ink: Ink, text: &str) -> String {
        self.style.paint(ink, text)
    }

    /// One line; its text must be safe already.
    fn line(&mut self, line: &str) {
        self.out.push_str(line.trim_end());
        self.out.push('\n');
    }

    fn heading(&mut self, text: &str) {
        self.line("");
        self.strong(text);
    }

    fn strong(&mut self, text: &str) {
        for part in wrap::paragraph("", 2, text, self.width) {
            self.line(&self.ink(Ink::Strong, &part));
        }
    }
}

/// The whole report as text.
pub fn render(corpus: &Corpus<'_>, options: &Options) -> String {
    let style = Style { colour: options.colour };
    let mut page = Page { corpus, style, width: options.width, out: String::new() };
    let report = corpus.report;
    page.strong(&headline(corpus));
    let apart = |finding: &&Finding| finding.severity < Severity::Note && !finding.is_accepted();
    for finding in report.findings.iter().filter(apart) {
        page.line("");
        page.finding(finding);
    }
    page.accepted();
    page.gone();
    page.agreements(options.brief);
    if options.documents {
        page.documents();
    }
    page.left_out();
    page.provenance(options.documents);
    page.line("");
    page.strong(&summary(corpus));
    page.out
}

/// The first line: who speaks, and what there is to look at.
fn headline(corpus: &Corpus<'_>) -> String {
    let version = &corpus.report.tool.version;
    let documents = wording::count(corpus.report.documents.len(), "document", "documents");
    format!("crosscheck {version}: {documents}, {}", wording::tally(corpus))
}

/// The last line.
fn summary(corpus: &Corpus<'_>) -> String {
    let report = corpus.report;
    let mut parts = vec![wording::tally(corpus)];
    parts.extend(live::tally(corpus));
    let notes = corpus.count(Severity::Note);
    if notes > 0 {
        parts.push(wording::count(notes, "agreement or update", "agreements and updates"));
    }
    let mut line = format!(
        "{}: {}, {}",
        parts.join(", "),
        wording::count(report.claims.len(), "claim", "claims"),
        wording::count(report.documents.len(), "document", "documents"),
    );
    if !report.left_out.is_empty() {
        line.push_str(&format!(
            ", {}",
            wording::count(report.left_out.len(), "input left out", "inputs left out")
        ));
    }
    line
}
