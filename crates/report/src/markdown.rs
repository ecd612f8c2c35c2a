//! The report as Markdown, for issues, wikis and mail.

use crosscheck_model::{Claim, Finding, Severity};

use crate::{Corpus, safe, wording};

/// The whole report; agreements as a table at the end.
pub fn render(corpus: &Corpus<'_>) -> String {
    let report = corpus.report;
    let mut out = String::new();
    let documents = wording::count(report.documents.len(), "document", "documents");
    out.push_str(&format!("# Cross-check of {documents}\n\n{}.\n", sentence(&wording::tally(corpus))));
    let (notes, found): (Vec<_>, Vec<_>) =
        report.findings.iter().partition(|finding| finding.severity == Severity::Note);
    for finding in found {
        section(&mut out, corpus, finding);
    }
    if !notes.is_empty() {
        out.push_str("\n## Agreements and updates\n\n| finding | low | high | sources | claims |\n|---|---:|---:|---:|---|\n");
        for finding in notes {
            let envelope = &finding.envelope;
            let end = |end: Option<crosscheck_model::Number>| end.map_or(String::new(), wording::number);
            let claims: Vec<String> = corpus
                .claims_of(finding)
                .into_iter()
                .map(|claim| format!("“{}” ({})", escape(&claim.surface), place(corpus, claim)))
                .collect();
            out.push_str(&format!(
                "| {}: {} | {} | {} | {} | {} |\n",
                escape(&finding.id),
                escape(&finding.title),
                end(envelope.lo),
                end(envelope.hi),
                finding.independent_sources,
                claims.join("; ")
            ));
        }
    }
    out.push_str(
        "\n## Documents\n\n| id | document | source | published | SHA-256 |\n|---|---|---|---|---|\n",
    );
    for document in &report.documents {
        let source = document.source.as_deref().unwrap_or_default();
        let date = document.published.date.map_or_else(|| "unknown".to_owned(), |date| date.to_string());
        out.push_str(&format!(
            "| {} | {} | {} | {date} | {} |\n",
            escape(&document.id),
            escape(&document.path),
            escape(source),
            escape(&document.sha256)
        ));
    }
    if !report.left_out.is_empty() || !report.notes.is_empty() {
        out.push_str("\n## Left out\n\n");
        for left in &report.left_out {
            out.push_str(&format!("- {}: {}\n", escape(&left.path), escape(&left.reason)));
        }
        for note in &report.notes {
            out.push_str(&format!("- {}\n", escape(note)));
        }
    }
    if let Some(baseline) = &report.baseline {
        out.push_str(&format!(
            "\n## Baseline\n\n{}: {}.\n\n",
            escape(&baseline.file.path),
            wording::compared(baseline)
        ));
        for gone in &baseline.gone {
            out.push_str(&format!("- gone: {}: {}\n", wording::severity(gone.severity), escape(&gone.title)));
        }
    }
    out.push_str(&format!("\nWritten by {} {}", escape(&report.tool.name), escape(&report.tool.version)));
    let configuration = &report.provenance.configuration.sha256;
    if !configuration.is_empty() {
        out.push_str(&format!("; configuration {}", escape(configuration)));
    }
    out.push_str(".\n");
    out
}

fn section(out: &mut String, corpus: &Corpus<'_>, finding: &Finding) {
    let level = sentence(wording::severity(finding.severity));
    out.push_str(&format!("\n## {level} {}: {}\n\n", escape(&finding.id), escape(&finding.title)));
    out.push_str(&format!("{}\n", escape(&finding.summary)));
    for state in wording::states(finding) {
        out.push_str(&format!("\n*{}*\n", escape(&state)));
    }
    for claim in corpus.claims_of(finding) {
        let source = corpus.source(claim);
        let words = source.map_or("", |source| source.words(claim.sentence));
        let quote = match words.find(&claim.surface) {
            Some(at) if !claim.surface.is_empty() => format!(
                "{}**{}**{}",
                escape(&words[..at]),
                escape(&claim.surface),
                escape(&words[at + claim.surface.len()..])
            ),
            _ => format!("**{}**", escape(&claim.surface)),
        };
        let by =
            source.and_then(|source| source.document.source.as_deref()).map(|s| format!(", {}", escape(s)));
        out.push_str(&format!(
            "\n> {quote}  \n> {}{}: {}\n",
            place(corpus, claim),
            by.unwrap_or_default(),
            escape(&wording::reading(claim))
        ));
    }
    let links = corpus.links_of(finding);
    if !links.is_empty() {
        out.push('\n');
    }
    for link in links {
        out.push_str(&format!(
            "- {} ({}, {}): {}\n",
            wording::relation(link.relation),
            escape(&link.id),
            escape(&link.rule),
            escape(&link.why)
        ));
    }
    let sources = wording::count(finding.independent_sources, "independent source", "independent sources");
    out.push_str(&format!("\n{}: {sources}.", sentence(wording::status(finding.status))));
    if let Some(range) = wording::range(corpus, &finding.envelope) {
        out.push_str(&format!(" Range: {}.", escape(&range)));
    }
    out.push('\n');
}

/// Where a claim stands, as a link that forges and editors follow.
fn place(corpus: &Corpus<'_>, claim: &Claim) -> String {
    let shown = escape(&corpus.locate(claim));
    match corpus.source(claim).and_then(|source| Some((source, source.place(claim.start)?))) {
        Some((source, (line, _))) => format!("[{shown}]({}#L{line})", wording::uri(&source.document.path)),
        None => shown,
    }
}

/// Text with its first letter raised.
fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Text in which no character has a meaning in Markdown or HTML.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    safe::push_markup(&mut out, &safe::text(text), |out, c| match c {
        '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '(' | ')' | '#' | '!' | '|' | '~' | '$' | '@' => {
            out.push('\\');
            out.push(c);
        }
        // A bare address would become a link.
        ':' => out.push_str("&#58;"),
        _ => out.push(c),
    });
    out
}

#[cfg(test)]
mod tests {
    #[test]
    fn markup_is_shown() {
        for (text, expect) in [
            ("<script>", "&lt;script&gt;"),
            ("[x](javascript:y)", "\\[x\\]\\(javascript&#58;y\\)"),
            ("a|b\n# c", "a\\|b \\# c"),
            ("@all", "\\@all"),
        ] {
            assert_eq!(super::escape(text), expect);
        }
    }
}
