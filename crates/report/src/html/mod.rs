//! The report as one HTML file: no request, no script needed, nothing of a document is ever markup.
//!
//! Everything is drawn here, as tables and SVG; the script only filters and moves by keys. Style and script stand in the
//! page and are allowed by their hashes alone, so that even markup that got in would not run.

mod drawing;
mod finding;
mod page;
mod quote;
mod sources;

use std::collections::BTreeMap;

use crosscheck_model::Severity;

use crate::{Corpus, wording};
use page::{Html, csp_hash};

const STYLE: &str = include_str!("style.css");
const SCRIPT: &str = include_str!("script.js");

/// The whole page.
pub fn render(corpus: &Corpus<'_>) -> String {
    let mut html = Html::default();
    let documents = wording::count(corpus.report.documents.len(), "document", "documents");
    let title = format!("Cross-check of {documents}");
    html.raw("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><meta name=\"generator\" content=\"crosscheck report\"><meta http-equiv=\"Content-Security-Policy\"");
    let policy = format!(
        "default-src 'none'; style-src {}; script-src {}; base-uri 'none'; form-action 'none'",
        csp_hash(STYLE),
        csp_hash(SCRIPT)
    );
    // The hashes hold no character that needs escaping but the quotes around them, which a parser undoes.
    html.attr("content", &policy)
        .raw("><meta name=\"referrer\" content=\"no-referrer\"><title>")
        .text(&title)
        .raw("</title><style>")
        .raw(STYLE);
    html.raw("</style></head><body><a class=\"skip\" href=\"#findings\">To the findings</a><header><h1>")
        .text(&title);
    html.raw("</h1><p class=\"tally\">").text(&wording::tally(corpus)).raw(" <span class=\"fine\">in ");
    html.text(&wording::count(corpus.report.claims.len(), "claim", "claims")).raw("</span></p>");
    html.raw("<nav aria-label=\"Sections\"><ul><li><a href=\"#findings\">Findings</a></li><li><a href=\"#matrix\">Evidence matrix</a></li><li><a href=\"#time\">Running figures</a></li><li><a href=\"#sources\">Sources</a></li><li><a href=\"#documents\">Documents</a></li><li><a href=\"#provenance\">Provenance</a></li></ul></nav></header><main>");
    overview(&mut html, corpus);
    tools(&mut html, corpus);
    html.raw("<section id=\"findings\" aria-labelledby=\"findings-h\"><h2 id=\"findings-h\">Findings</h2>");
    for finding in &corpus.report.findings {
        finding::article(&mut html, corpus, finding);
    }
    html.raw("</section>");
    sources::matrix(&mut html, corpus);
    timelines(&mut html, corpus);
    sources::tree(&mut html, corpus);
    texts(&mut html, corpus);
    provenance(&mut html, corpus);
    html.raw("</main>");
    html.raw("<dialog id=\"help\" aria-label=\"Keys\"><p><kbd>j</kbd> <kbd>k</kbd> next and previous finding</p><p><kbd>n</kbd> <kbd>p</kbd> next and previous pair of quotes</p><p><kbd>Enter</kbd> open or close the details of a finding</p><p><kbd>/</kbd> search</p><p><kbd>?</kbd> these keys</p></dialog><script>");
    html.raw(SCRIPT).raw("</script></body></html>\n");
    html.finish()
}

/// What there is to look at, a line each: one click from both quotes.
fn overview(html: &mut Html, corpus: &Corpus<'_>) {
    let found: Vec<_> = corpus.report.findings.iter().filter(|f| f.severity < Severity::Note).collect();
    if found.is_empty() {
        return;
    }
    html.raw("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"What to look at\"><table><caption class=\"fine\">What to look at, gravest first</caption><thead><tr><th scope=\"col\">Level</th><th scope=\"col\">Finding</th><th scope=\"col\">Range</th><th scope=\"col\">Independent sources</th></tr></thead><tbody>");
    for finding in found {
        html.raw("<tr")
            .attr("data-finding", &finding.id)
            .raw("><td")
            .attr("class", &format!("level {}", wording::severity(finding.severity)));
        html.raw(">")
            .text(wording::severity(finding.severity))
            .raw("</td><td>")
            .link(&finding.id, &finding.title)
            .raw("</td><td>");
        html.text(&wording::range(corpus, &finding.envelope).unwrap_or_default()).raw("</td><td>");
        html.text(&finding.independent_sources.to_string()).raw("</td></tr>");
    }
    html.raw("</tbody></table></div>");
}

/// Filters; shown by the script, as they are of no use without it.
fn tools(html: &mut Html, corpus: &Corpus<'_>) {
    html.raw("<div class=\"tools\" id=\"tools\" role=\"search\" aria-label=\"Filter the findings\" hidden>");
    for severity in [Severity::Gross, Severity::Discrepancy, Severity::Tension, Severity::Note] {
        let name = wording::severity(severity);
        html.raw("<label><input type=\"checkbox\" name=\"level\" checked").attr("value", name).raw(">");
        html.text(&format!("{name} ({})", corpus.count(severity))).raw("</label>");
    }
    html.raw("<label>Relation <select id=\"relation\"><option value=\"\">any</option>");
    let mut relations: Vec<&str> =
        corpus.report.links.iter().map(|l| wording::relation(l.relation)).collect();
    relations.sort_unstable();
    relations.dedup();
    for relation in relations {
        html.raw("<option").attr("value", relation).raw(">").text(relation).raw("</option>");
    }
    html.raw("</select></label><label>Document <select id=\"source\"><option value=\"\">any</option>");
    for document in &corpus.report.documents {
        html.raw("<option")
            .attr("value", &document.id)
            .raw(">")
            .text(&sources::name(document))
            .raw("</option>");
    }
    html.raw("</select></label><label>Search <input type=\"search\" id=\"search\"></label><span id=\"shown\" class=\"fine\" role=\"status\"></span><span class=\"fine\"><kbd>?</kbd> keys</span></div>");
}

/// Figures that change from day to day.
fn timelines(html: &mut Html, corpus: &Corpus<'_>) {
    html.raw("<section id=\"time\" aria-labelledby=\"time-h\"><h2 id=\"time-h\">Running figures</h2>");
    let mut any = false;
    for finding in &corpus.report.findings {
        let mut drawing = Html::default();
        if drawing::timeline(&mut drawing, corpus, finding) {
            any = true;
            html.raw("<h3>").link(&finding.id, &finding.measure).raw("</h3>").append(drawing);
        }
    }
    if !any {
        html.raw("<p>No figure changes from one report to the next.</p>");
    }
    html.raw("</section>");
}

/// The documents themselves.
fn texts(html: &mut Html, corpus: &Corpus<'_>) {
    html.raw(
        "<section id=\"documents\" aria-labelledby=\"documents-h\"><h2 id=\"documents-h\">Documents</h2>",
    );
    let mut finding_of: BTreeMap<&str, &str> = BTreeMap::new();
    for finding in &corpus.report.findings {
        for claim in &finding.claims {
            finding_of.entry(claim).or_insert(&finding.id);
        }
    }
    for source in &corpus.sources {
        let document = source.document;
        html.raw("<h3")
            .attr("id", &document.id)
            .raw(">")
            .text(&format!("{}: {}", document.id, sources::name(document)))
            .raw("</h3><p class=\"fine\">");
        html.text(&document.path);
        if let Some(title) = &document.title {
            html.raw("; “").text(title).raw("”");
        }
        html.raw("</p>");
        let claims: Vec<_> =
            corpus.report.claims.iter().filter(|claim| claim.document == document.id).collect();
        quote::document(html, source, &claims, |claim| {
            finding_of.get(claim.id.as_str()).map(|id| (*id).to_owned())
        });
    }
    html.raw("</section>");
}

/// What the report was made of and by, and what was left out.
fn provenance(html: &mut Html, corpus: &Corpus<'_>) {
    let report = corpus.report;
    html.raw("<section id=\"provenance\" aria-labelledby=\"provenance-h\"><h2 id=\"provenance-h\">Provenance</h2><p>");
    html.text(&format!("{} {}, {}", report.tool.name, report.tool.version, report.schema));
    html.raw("</p><div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Inputs\"><table><caption class=\"fine\">Inputs</caption><thead><tr><th scope=\"col\">Document</th><th scope=\"col\">Published</th><th scope=\"col\">Bytes</th><th scope=\"col\">SHA-256</th></tr></thead><tbody>");
    for document in &report.documents {
        html.raw("<tr><td>").text(&document.path).raw("</td><td>");
        html.text(&wording::published(document)).raw("</td><td>");
        html.text(&document.bytes.to_string()).raw("</td><td>").text(&document.sha256).raw("</td></tr>");
    }
    html.raw("</tbody></table></div>");
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
