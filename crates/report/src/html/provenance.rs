//! What the report was made of and by, and what was left out.

use super::page::Html;
use crate::{Corpus, wording};

pub(super) fn provenance(html: &mut Html, corpus: &Corpus<'_>) {
    let report = corpus.report;
    html.raw("<section id=\"provenance\" aria-labelledby=\"provenance-h\"><h2 id=\"provenance-h\">Provenance</h2><dl><dt>Made by</dt><dd>");
    html.text(&format!("{} {}, {}", report.tool.name, report.tool.version, report.schema)).raw("</dd>");
    let configuration = &report.provenance.configuration;
    if !configuration.sha256.is_empty() {
        html.raw("<dt>Configuration</dt><dd class=\"hash\">").text(&configuration.sha256).raw("</dd>");
    }
    if let Some(file) = &configuration.file {
        html.raw("<dt>From</dt><dd>").text(&file.path).raw("</dd>");
    }
    if let Some(baseline) = &report.baseline {
        html.raw("<dt>Baseline</dt><dd>").text(&baseline.file.path).raw(": ");
        html.text(&wording::compared(baseline));
        html.raw("</dd>");
    }
    html.raw("</dl>");
    if !configuration.toml.is_empty() {
        html.raw("<details><summary>Every setting in force</summary><pre>");
        html.lines(&configuration.toml).raw("</pre></details>");
    }
    html.raw("<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"Inputs\"><table><caption class=\"fine\">Inputs</caption><thead><tr><th scope=\"col\">Document</th><th scope=\"col\">Published</th><th scope=\"col\">Bytes</th><th scope=\"col\">SHA-256</th></tr></thead><tbody>");
    for document in &report.documents {
        html.raw("<tr><td>").text(&document.path).raw("</td><td>");
        html.text(&wording::published(document)).raw("</td><td>");
        html.text(&document.bytes.to_string()).raw("</td><td class=\"hash\">").text(&document.sha256);
        html.raw("</td></tr>");
    }
    html.raw("</tbody></table></div>");
    if let Some(baseline) = report.baseline.as_ref().filter(|baseline| !baseline.gone.is_empty()) {
        html.raw("<h3>Gone since the baseline</h3><ul>");
        for gone in &baseline.gone {
            html.raw("<li>").text(wording::severity(gone.severity)).raw(": ").text(&gone.title).raw("</li>");
        }
        html.raw("</ul>");
    }
    if !report.left_out.is_empty() || !report.notes.is_empty() {
        html.raw("<h3>Left out</h3><ul>");
        for left in &report.left_out {
            html.raw("<li>").text(&format!("{}: {}", left.path, left.reason)).raw("</li>");
        }
        for note in &report.notes {
            html.raw("<li>").text(note).raw("</li>");
        }
        html.raw("</ul>");
    }
    html.raw("</section>");
}
