//! One finding: pairs of quotes, why, range, number line, every wording.

use std::collections::BTreeSet;

use crosscheck_model::{Finding, Link, Relation, Severity};

use super::page::Html;
use super::{drawing, quote};
use crate::{Corpus, wording};

/// Pairs shown in full; the rest stands in the table.
const PAIRS: usize = 8;
/// Rows of the table of wordings and of links.
const ROWS: usize = 60;

/// The article of a finding.
pub(super) fn article(html: &mut Html, corpus: &Corpus<'_>, finding: &Finding) {
    let claims = corpus.claims_of(finding);
    let links = corpus.links_of(finding);
    let level = wording::severity(finding.severity);
    let unique =
        |names: BTreeSet<&'_ str>| names.into_iter().map(str::to_owned).collect::<Vec<_>>().join(" ");
    html.raw("<article tabindex=\"-1\"").attr("class", &format!("finding {level}")).attr("id", &finding.id);
    html.attr("data-severity", level);
    html.attr("data-relations", &unique(links.iter().map(|link| wording::relation(link.relation)).collect()));
    html.attr("data-sources", &unique(claims.iter().map(|claim| claim.document.as_str()).collect()));
    html.raw("><h3><span class=\"level\">")
        .text(level)
        .raw("</span> ")
        .text(&finding.id)
        .raw(" ")
        .text(&finding.title)
        .raw("</h3>");

    let grave: Vec<&&Link> = links.iter().filter(|link| link.severity < Severity::Note).collect();
    let pairs: Vec<&Link> = if grave.is_empty() {
        links.iter().copied().take(1).collect()
    } else {
        grave.into_iter().copied().take(PAIRS).collect()
    };
    for link in &pairs {
        pair(html, corpus, link);
    }
    if pairs.is_empty()
        && let Some(claim) = claims.first()
    {
        quote::side(html, corpus, claim, None);
    }
    html.raw("<dl>");
    range(html, corpus, finding);
    html.raw("<dt>Backing</dt><dd>");
    html.text(&wording::count(finding.independent_sources, "independent source", "independent sources"));
    html.raw(", ").text(wording::status(finding.status)).raw("</dd>");
    // A summary made of the reason, the range and the backing has nothing to add to them.
    if !links.iter().any(|link| finding.summary.contains(link.why.trim())) {
        html.raw("<dt>Note</dt><dd>").text(&finding.summary).raw("</dd>");
    }
    html.raw("</dl>");
    drawing::number_line(html, corpus, finding);
    wordings(html, corpus, finding, &links);
    html.raw("</article>");
}

/// Low to high, and who sets each end.
fn range(html: &mut Html, corpus: &Corpus<'_>, finding: &Finding) {
    let envelope = &finding.envelope;
    let claim = |id: &Option<String>| id.as_deref().and_then(|id| corpus.claim(id));
    let (low, high) = (claim(&envelope.lo_claim), claim(&envelope.hi_claim));
    let Some(range) = wording::range(corpus, envelope) else { return };
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

/// Both quotes of a link, why it holds, and the weights behind it.
fn pair(html: &mut Html, corpus: &Corpus<'_>, link: &Link) {
    let Some((a, b)) = corpus.pair(link) else { return };
    html.raw("<div class=\"pair\" role=\"group\"")
        .attr("aria-label", &format!("Both quotes of {}", link.id))
        .raw(">");
    quote::side(html, corpus, a, Some(link));
    quote::side(html, corpus, b, Some(link));
    html.raw("</div><p class=\"why\">").text(&link.why).raw("</p><details><summary>");
    html.text(&format!(
        "{}: why the two were compared, {:.1} bits; rule {}",
        link.id, link.score.total, link.rule
    ));
    html.raw("</summary>");
    drawing::waterfall(html, link);
    if !link.facts.is_empty() || !link.flags.is_empty() {
        html.raw("<dl>");
        for fact in &link.facts {
            html.raw("<dt>").text(&fact.name).raw("</dt><dd>").text(&fact.value).raw("</dd>");
        }
        if !link.flags.is_empty() {
            html.raw("<dt>flags</dt><dd>").text(&link.flags.join(", ").replace('_', " ")).raw("</dd>");
        }
        html.raw("</dl>");
    }
    html.raw("</details>");
}

/// Every claim of the finding, and how the claims stand to each other.
fn wordings(html: &mut Html, corpus: &Corpus<'_>, finding: &Finding, links: &[&Link]) {
    let claims = corpus.claims_of(finding);
    html.raw("<details><summary>").text(&wording::count(claims.len(), "wording", "wordings"));
    html.raw("</summary><div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Wordings\"><table><thead><tr><th scope=\"col\">Words</th><th scope=\"col\">Where</th><th scope=\"col\">Read as</th><th scope=\"col\">Says</th></tr></thead><tbody>");
    for claim in claims.iter().take(ROWS) {
        html.raw("<tr><td>")
            .link(&claim.id, &claim.surface)
            .raw("</td><td>")
            .text(&corpus.locate(claim))
            .raw("</td><td>");
        html.text(&wording::reading(claim))
            .raw("</td><td>")
            .text(&wording::speaker(claim).unwrap_or_default())
            .raw("</td></tr>");
    }
    html.raw("</tbody></table></div><ul>");
    for link in links.iter().take(ROWS) {
        let manner =
            if link.relation == Relation::PartOf { "part of" } else { wording::relation(link.relation) };
        html.raw("<li>")
            .link(&link.a, &link.a)
            .raw(" ")
            .text(manner)
            .raw(" ")
            .link(&link.b, &link.b)
            .raw(": ")
            .text(&link.why)
            .raw("</li>");
    }
    html.raw("</ul>");
    if claims.len() > ROWS || links.len() > ROWS {
        html.raw("<p class=\"fine\">")
            .text(&format!(
                "{} claims and {} links in all; the rest is in the JSON report.",
                claims.len(),
                links.len()
            ))
            .raw("</p>");
    }
    html.raw("</details>");
}
