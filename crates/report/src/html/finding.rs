//! One finding: pairs of quotes, why, range, number line, every wording.

use std::collections::BTreeSet;

use crosscheck_model::{Claim, Finding, Link, Severity};

use super::page::Html;
use super::{Page, drawing, pair, quote};
use crate::{marks, wording};

/// Pairs shown in full; the rest stands in the table.
pub(super) const PAIRS: usize = 12;
/// Lines of who says what: with the headline they fit a screen of 800 pixels.
const SAID: usize = 12;
/// Rows of the table of wordings and of links.
const ROWS: usize = 60;

/// The links of a finding whose quotes are shown side by side.
pub(super) fn shown<'a>(page: &Page<'a>, finding: &Finding) -> Vec<&'a Link> {
    let links = page.corpus.links_of(finding);
    let grave = links.iter().copied().filter(|link| link.severity < Severity::Note).take(PAIRS);
    let grave: Vec<&Link> = grave.collect();
    if grave.is_empty() { links.into_iter().take(1).collect() } else { grave }
}

/// The article of a finding.
pub(super) fn article(html: &mut Html, page: &Page<'_>, finding: &Finding) {
    let corpus = page.corpus;
    let claims = corpus.claims_of(finding);
    let links = corpus.links_of(finding);
    let level = wording::severity(finding.severity);
    let unique =
        |names: BTreeSet<&'_ str>| names.into_iter().map(str::to_owned).collect::<Vec<_>>().join(" ");
    html.raw("<article tabindex=\"-1\"").attr("class", &format!("finding {level}")).attr("id", &finding.id);
    html.attr("data-severity", level);
    html.attr("data-relations", &unique(links.iter().map(|link| wording::relation(link.relation)).collect()));
    html.attr("data-sources", &unique(claims.iter().map(|claim| claim.document.as_str()).collect()));
    html.attr("data-measure", &finding.measure);
    html.raw("><h3><span class=\"level\">").text(level).raw("</span> ").text(&finding.title);
    html.raw(" <a class=\"fine\"").attr("href", &format!("#{}", finding.id)).raw(">");
    html.text(&finding.id).raw("</a></h3>");
    state(html, finding);

    let shown = shown(page, finding);
    said(html, page, &shown, &claims);
    pair::pairs(html, page, finding, &shown);
    html.raw("<dl>");
    range(html, page, finding);
    html.raw("<dt>Backing</dt><dd>");
    html.text(&wording::count(finding.independent_sources, "independent source", "independent sources"));
    html.raw(", ").text(wording::status(finding.status)).raw("</dd>");
    // A summary made of the reason, the range and the backing has nothing to add to them.
    if !links.iter().any(|link| finding.summary.contains(link.why.trim())) {
        html.raw("<dt>Note</dt><dd>").text(&finding.summary).raw("</dd>");
    }
    html.raw("</dl>");
    drawing::number_line(html, corpus, &page.names, finding);
    wordings(html, page, finding, &links);
    html.raw("</article>");
}

/// Who says what, a line each, so that every quote of the finding is in sight at once; what is shown side by side comes first.
fn said(html: &mut Html, page: &Page<'_>, shown: &[&Link], claims: &[&Claim]) {
    let differs = |claim: &Claim| {
        let links = shown.iter().filter(|link| link.a == claim.id || link.b == claim.id);
        let mut marks: Vec<_> = links.flat_map(|link| marks::differing(link, claim)).collect();
        marks.sort();
        marks
    };
    let mut rows: Vec<&Claim> = claims.to_vec();
    rows.sort_by_key(|claim| !shown.iter().any(|link| link.a == claim.id || link.b == claim.id));
    rows.truncate(SAID);
    // A pair is in sight as it is.
    if rows.len() <= 2 && !shown.is_empty() {
        return;
    }
    html.raw("<ul class=\"said\" aria-label=\"Who says what\">");
    for claim in rows {
        html.raw("<li><span class=\"who\">");
        if let Some(date) = page.corpus.source(claim).and_then(|source| source.document.published.date) {
            html.raw("<span class=\"fine\">").text(&date.date.to_string()).raw("</span> ");
        }
        html.link(&claim.id, page.names.of(&claim.document)).raw("</span><q>");
        quote::line(html, page, claim, &differs(claim));
        html.raw("</q></li>");
    }
    html.raw("</ul>");
    if claims.len() > SAID {
        html.raw("<p class=\"fine\">").text(&format!("and {} more, below", claims.len() - SAID)).raw("</p>");
    }
}

/// How the finding stands to the baseline, and what the user decided about it.
fn state(html: &mut Html, finding: &Finding) {
    for state in wording::states(finding) {
        html.raw("<p class=\"state\">").text(&state).raw("</p>");
    }
}

/// Low to high, and who sets each end.
fn range(html: &mut Html, page: &Page<'_>, finding: &Finding) {
    let envelope = &finding.envelope;
    let claim = |id: &Option<String>| id.as_deref().and_then(|id| page.corpus.claim(id));
    let (low, high) = (claim(&envelope.lo_claim), claim(&envelope.hi_claim));
    let Some(range) = wording::range(page.corpus, envelope) else { return };
    html.raw("<dt>Range</dt><dd>").text(&range);
    match (low, high) {
        (Some(low), Some(high)) if low.id == high.id => {
            html.raw("; both ends by ").link(&low.id, &low.surface);
        }
        _ => {
            if let Some(low) = low {
                html.raw("; low end by ").link(&low.id, &low.surface);
            }
            if let Some(high) = high {
                html.raw("; high end by ").link(&high.id, &high.surface);
            }
        }
    }
    html.raw("</dd>");
}

/// Every claim of the finding, and how the claims stand to each other.
fn wordings(html: &mut Html, page: &Page<'_>, finding: &Finding, links: &[&Link]) {
    let claims = page.corpus.claims_of(finding);
    html.raw("<details><summary>").text(&wording::count(claims.len(), "wording", "wordings"));
    html.text(&format!(", {}", wording::count(links.len(), "link", "links")));
    html.raw("</summary><div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"Wordings\"><table><thead><tr><th scope=\"col\">Words</th><th scope=\"col\">Where</th><th scope=\"col\">Read as</th><th scope=\"col\">Says</th></tr></thead><tbody>");
    for claim in claims.iter().take(ROWS) {
        html.raw("<tr><td>").link(&claim.id, &claim.surface).raw("</td><td>");
        html.text(&page.names.place(page.corpus, claim)).raw("</td><td>");
        html.text(&wording::reading(claim)).raw("</td><td>");
        html.text(&wording::speaker(claim).unwrap_or_default()).raw("</td></tr>");
    }
    html.raw("</tbody></table></div><ul class=\"links\">");
    let words = |id: &str| page.corpus.claim(id).map_or("", |claim| claim.surface.as_str());
    for link in links.iter().take(ROWS) {
        html.raw("<li>").link(&link.a, words(&link.a)).raw(" <strong>");
        html.text(pair::relation(link.relation)).raw("</strong> ").link(&link.b, words(&link.b));
        html.raw(" <span class=\"fine\">").text(&link.id).raw("</span>: ").text(&link.why).raw("</li>");
    }
    html.raw("</ul>");
    if claims.len() > ROWS || links.len() > ROWS {
        html.raw("<p class=\"fine\">");
        html.text(&format!("{} claims and {} links in all; ", claims.len(), links.len()));
        html.raw("the rest is in the JSON report.</p>");
    }
    html.raw("</details>");
}
