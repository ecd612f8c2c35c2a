//! Workflow commands that GitHub Actions turns into annotations of a pull request.
//!
//! <https://docs.github.com/actions/reference/workflow-commands-for-github-actions>

use crosscheck_model::Severity;

use crate::{Corpus, SafeText};

/// Links of at least this severity, one command a line.
pub fn render(corpus: &Corpus<'_>, least: Severity) -> String {
    let mut out = String::new();
    // What the user accepted is shown in the report and asks nobody for anything.
    for found in corpus.differences(least).into_iter().filter(|found| !found.finding.is_accepted()) {
        let command = match found.link.severity {
            Severity::Gross | Severity::Discrepancy => "error",
            Severity::Tension => "warning",
            Severity::Note => "notice",
        };
        let source = corpus.source(found.a);
        let file = source.map_or("", |source| source.document.path.as_str());
        let place = source
            .and_then(|source| Some((source.place(found.a.start)?, source.place(found.a.end)?)))
            .map(|((line, column), (end_line, end_column))| {
                // GitHub takes columns only within one line.
                let columns = if line == end_line {
                    format!(",col={column},endColumn={end_column}")
                } else {
                    String::new()
                };
                format!(",line={line},endLine={end_line}{columns}")
            })
            .unwrap_or_default();
        let title = format!("{} ({})", found.finding.title, found.link.rule);
        let message = format!("{} See {}: “{}”", found.link.why, corpus.locate(found.b), found.b.surface);
        let (file, title, message) = (property(file), property(&title), data(&message));
        out.push_str(&format!("::{command} file={file}{place},title={title}::{message}\n"));
    }
    out
}

/// The text of a command: nothing in it can begin another.
fn data(text: &str) -> String {
    SafeText(text).to_string().replace('%', "%25")
}

/// A property of a command, where `:` and `,` have a meaning too.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    #[test]
    fn nothing_begins_a_command() {
        assert_eq!(super::property("a,b: 5 %\n::error::x"), "a%2Cb%3A 5 %25 %3A%3Aerror%3A%3Ax");
    }
}
