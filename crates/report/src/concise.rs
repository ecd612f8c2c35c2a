//! One line a difference, in the form that editors and `grep` read: `file:line:column: severity: rule: message`.

use crosscheck_model::Severity;

use crate::{Corpus, SafeText, wording};

/// Links of at least this severity; the other claim's place ends the line.
pub fn render(corpus: &Corpus<'_>, least: Severity) -> String {
    let mut out = String::new();
    for found in corpus.differences(least).into_iter().filter(|found| !found.finding.is_accepted()) {
        let line = format!(
            "{}: {}: {}: {} [{}]",
            corpus.locate(found.a),
            wording::severity(found.link.severity),
            found.link.rule,
            found.link.why,
            corpus.locate(found.b),
        );
        out.push_str(&SafeText(&line).to_string());
        out.push('\n');
    }
    out
}
