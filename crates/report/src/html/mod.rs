//! The report as one HTML file: no request, no script needed, nothing of a document is ever markup.
//!
//! Everything is drawn here, as tables and SVG; the script only filters and moves by keys. Style and script stand in the
//! page and are allowed by their hashes alone, so that even markup that got in would not run.

mod drawing;
mod finding;
mod names;
mod overview;
mod page;
mod pair;
mod provenance;
mod quote;
mod sources;

use std::collections::BTreeMap;

use crosscheck_model::{Claim, Severity};

use crate::{Corpus, wording};
use names::Names;
use page::{Html, csp_hash};

const STYLE: &str = include_str!("style.css");
const SCRIPT: &str = include_str!("script.js");

/// Findings from which on those off the screen are laid out only when they come near it.
const MANY: usize = 200;

/// What every part of the page is made from.
struct Page<'a> {
    corpus: &'a Corpus<'a>,
    names: Names<'a>,
    /// The finding that a claim belongs to, and how grave it is.
    finding_of: BTreeMap<&'a str, (&'a str, Severity)>,
}

/// The whole page.
pub fn render(corpus: &Corpus<'_>) -> String {
    let mut html = Html::default();
    let page = &Page { corpus, names: Names::new(corpus), finding_of: finding_of(corpus) };
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
    html.raw("<nav aria-label=\"Sections\"><ul><li><a href=\"#findings\">Findings</a></li><li><a href=\"#matrix\">Evidence matrix</a></li><li><a href=\"#time\">Running figures</a></li><li><a href=\"#sources\">Sources</a></li><li><a href=\"#documents\">Documents</a></li><li><a href=\"#provenance\">Provenance</a></li></ul></nav></header><main");
    html.raw(if corpus.report.findings.len() > MANY { " class=\"lazy\">" } else { ">" });
    overview::tools(&mut html, page);
    overview::overview(&mut html, page);
    html.raw("<section id=\"findings\" aria-labelledby=\"findings-h\"><h2 id=\"findings-h\">Findings</h2>");
    for finding in &corpus.report.findings {
        finding::article(&mut html, page, finding);
    }
    html.raw("</section>");
    sources::matrix(&mut html, page);
    timelines(&mut html, page);
    sources::tree(&mut html, page);
    texts(&mut html, page);
    provenance::provenance(&mut html, corpus);
    html.raw("</main><dialog id=\"help\" aria-label=\"Keys\"><p><kbd>j</kbd> <kbd>k</kbd> next and previous finding</p><p><kbd>n</kbd> <kbd>p</kbd> next and previous pair of quotes</p><p><kbd>Enter</kbd> open or close the details of a finding</p><p><kbd>/</kbd> search</p><p><kbd>?</kbd> these keys</p><button type=\"button\" id=\"close\">Close</button></dialog><script>");
    html.raw(SCRIPT).raw("</script></body></html>\n");
    html.finish()
}

fn finding_of<'a>(corpus: &Corpus<'a>) -> BTreeMap<&'a str, (&'a str, Severity)> {
    let mut of = BTreeMap::new();
    for finding in &corpus.report.findings {
        for claim in &finding.claims {
            of.entry(claim.as_str()).or_insert((finding.id.as_str(), finding.severity));
        }
    }
    of
}

/// Figures that change from day to day.
fn timelines(html: &mut Html, page: &Page<'_>) {
    html.raw("<section id=\"time\" aria-labelledby=\"time-h\"><h2 id=\"time-h\">Running figures</h2>");
    let mut any = false;
    for finding in &page.corpus.report.findings {
        let mut drawing = Html::default();
        if drawing::timeline(&mut drawing, page.corpus, &page.names, finding) {
            any = true;
            html.raw("<div")
                .attr("data-finding", &finding.id)
                .raw("><h3>")
                .link(&finding.id, &finding.measure);
            html.raw("</h3>").append(drawing).raw("</div>");
        }
    }
    if !any {
        html.raw("<p>No figure changes from one report to the next.</p>");
    }
    html.raw("</section>");
}

/// The documents themselves.
fn texts(html: &mut Html, page: &Page<'_>) {
    html.raw(
        "<section id=\"documents\" aria-labelledby=\"documents-h\"><h2 id=\"documents-h\">Documents</h2>",
    );
    let mut claims: BTreeMap<&str, Vec<&Claim>> = BTreeMap::new();
    for claim in &page.corpus.report.claims {
        claims.entry(&claim.document).or_default().push(claim);
    }
    for source in &page.corpus.sources {
        let document = source.document;
        html.raw("<h3").attr("id", &document.id).raw(">").text(page.names.of(&document.id));
        html.raw("</h3><p class=\"fine\">").text(&document.path);
        if let Some(title) = &document.title {
            html.raw("; “").text(title).raw("”");
        }
        html.text(&format!("; {}", wording::published(document))).raw("</p>");
        let claims = claims.get(document.id.as_str()).map_or(&[][..], Vec::as_slice);
        quote::document(html, page, source, claims);
    }
    html.raw("</section>");
}
