//! Who says what: the evidence matrix, and who copies or cites whom.

use std::collections::{BTreeMap, BTreeSet};

use crosscheck_model::{Claim, Document, Finding, Relation};

use super::page::Html;
use crate::{Corpus, wording};

/// A document by its publisher, or its path.
pub(super) fn name(document: &Document) -> String {
    document.source.clone().unwrap_or_else(|| document.path.clone())
}

/// Documents that stand in one column: copies of one text are folded.
fn columns<'a>(corpus: &Corpus<'a>) -> Vec<Vec<&'a Document>> {
    let mut columns: Vec<Vec<&Document>> = Vec::new();
    let mut groups: BTreeMap<&str, usize> = BTreeMap::new();
    for document in &corpus.report.documents {
        match document.copy_group.as_deref().and_then(|group| groups.get(group)) {
            Some(column) => columns[*column].push(document),
            None => {
                if let Some(group) = &document.copy_group {
                    groups.insert(group, columns.len());
                }
                columns.push(vec![document]);
            }
        }
    }
    columns
}

/// Findings by documents: what each says, and how it stands to the others.
pub(super) fn matrix(html: &mut Html, corpus: &Corpus<'_>) {
    html.raw("<section id=\"matrix\" aria-labelledby=\"matrix-h\"><h2 id=\"matrix-h\">Evidence matrix</h2><p class=\"fine\">✕ conflicts, ↻ another state of the figure, ~ more or less finely said, ✓ agrees, = copy, · silent. Copies of one text share a column.</p><div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Table of measures by documents\"><table><thead><tr><th scope=\"col\">Measure</th>");
    let columns = columns(corpus);
    for column in &columns {
        html.raw("<th scope=\"col\">");
        for (index, document) in column.iter().enumerate() {
            if index > 0 {
                html.raw(" = ");
            }
            html.link(&document.id, &document.id);
        }
        html.raw(" ").text(&name(column[0])).raw("</th>");
    }
    html.raw("</tr></thead><tbody>");
    for finding in &corpus.report.findings {
        html.raw("<tr").raw("><th scope=\"row\">").link(&finding.id, &finding.measure).raw("</th>");
        let claims = corpus.claims_of(finding);
        for column in &columns {
            let said: Vec<&Claim> = claims
                .iter()
                .copied()
                .filter(|claim| column.iter().any(|d| d.id == claim.document))
                .collect();
            cell(html, corpus, finding, &said);
        }
        html.raw("</tr>");
    }
    html.raw("</tbody></table></div></section>");
}

fn cell(html: &mut Html, corpus: &Corpus<'_>, finding: &Finding, said: &[&Claim]) {
    let Some(first) = said.first() else {
        html.raw("<td class=\"silent\">· <span class=\"fine\">silent</span></td>");
        return;
    };
    let links = corpus.links_of(finding);
    let touching =
        links.iter().filter(|link| said.iter().any(|claim| claim.id == link.a || claim.id == link.b));
    let relations: BTreeSet<Relation> = touching.map(|link| link.relation).collect();
    let has = |relation: Relation| relations.contains(&relation);
    let (class, sign) = if has(Relation::Conflict) {
        ("conflict", "✕")
    } else if has(Relation::Updates) {
        ("updates", "↻")
    } else if has(Relation::Refines) || has(Relation::PartOf) || has(Relation::Compatible) {
        ("coarser", "~")
    } else if has(Relation::Copy) && !has(Relation::Agree) {
        ("copy", "=")
    } else {
        ("agree", "✓")
    };
    html.raw("<td").attr("class", class).raw(">").text(sign).raw(" ").link(&first.id, &first.surface);
    if said.len() > 1 {
        html.raw(" <span class=\"fine\">").text(&format!("and {} more", said.len() - 1)).raw("</span>");
    }
    html.raw("</td>");
}

/// Speakers with the documents that cite them, and groups of copies.
pub(super) fn tree(html: &mut Html, corpus: &Corpus<'_>) {
    html.raw("<section id=\"sources\" aria-labelledby=\"sources-h\"><h2 id=\"sources-h\">Sources</h2><p class=\"fine\">Several documents that cite one speaker are one source.</p><ul>");
    for column in columns(corpus).iter().filter(|column| column.len() > 1) {
        html.raw("<li>One text, ").text(&wording::count(column.len(), "document", "documents")).raw("<ul>");
        for document in column {
            html.raw("<li>").link(&document.id, &name(document)).raw("</li>");
        }
        html.raw("</ul></li>");
    }
    let mut speakers: BTreeMap<&str, (BTreeSet<&str>, BTreeMap<&str, usize>)> = BTreeMap::new();
    for claim in &corpus.report.claims {
        if let Some(by) = claim.attribution.first() {
            let body = by.body.as_deref().or(by.side.as_deref()).unwrap_or(&by.source);
            let (names, documents) = speakers.entry(body).or_default();
            names.insert(&by.source);
            *documents.entry(&claim.document).or_default() += 1;
        }
    }
    let mut speakers: Vec<_> = speakers.into_iter().collect();
    // Who is cited by most comes first.
    speakers.sort_by_key(|(_, (_, documents))| std::cmp::Reverse(documents.len()));
    for (body, (names, documents)) in speakers {
        html.raw("<li><strong>").text(body).raw("</strong>");
        if names.len() > 1 || !names.contains(body) {
            let names: Vec<&str> = names.into_iter().collect();
            html.raw(" <span class=\"fine\">(“").text(&names.join("”, “")).raw("”)</span>");
        }
        html.raw(" is cited by<ul>");
        for document in &corpus.report.documents {
            if let Some(count) = documents.get(document.id.as_str()) {
                html.raw("<li>").link(&document.id, &name(document)).raw(" ");
                html.text(&format!("({})", wording::count(*count, "claim", "claims"))).raw("</li>");
            }
        }
        html.raw("</ul></li>");
    }
    html.raw("</ul></section>");
}
