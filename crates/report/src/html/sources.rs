//! Who says what: the evidence matrix, and who copies or cites whom.

use std::collections::{BTreeMap, BTreeSet};

use crosscheck_model::{Claim, Document, Finding, Relation};

use super::drawing::{self, Cited};
use super::page::Html;
use super::{Page, names};
use crate::{Corpus, wording};

/// Cells of the matrix; a corpus of hundreds of documents gets the rows of its gravest findings.
const CELLS: usize = 60_000;

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
pub(super) fn matrix(html: &mut Html, page: &Page<'_>) {
    let corpus = page.corpus;
    html.raw("<section id=\"matrix\" aria-labelledby=\"matrix-h\"><h2 id=\"matrix-h\">Evidence matrix</h2><p class=\"fine legend\"><span class=\"conflict\">✕ conflicts</span> <span class=\"updates\">↻ another state of the figure</span> <span class=\"coarser\">~ more or less finely said</span> <span class=\"agree\">✓ agrees</span> <span class=\"copy\">= copy</span> <span>· silent</span> Copies of one text share a column.</p><div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"Table of measures by documents\"><table class=\"matrix\"><thead><tr><th scope=\"col\">Measure</th>");
    let columns = columns(corpus);
    for column in &columns {
        html.raw("<th scope=\"col\">").link(&column[0].id, page.names.of(&column[0].id));
        for document in &column[1..] {
            html.raw(" = ").link(&document.id, page.names.of(&document.id));
        }
        html.raw("</th>");
    }
    html.raw("</tr></thead><tbody>");
    let findings = &corpus.report.findings;
    let rows = CELLS / columns.len().max(1);
    for finding in findings.iter().take(rows) {
        html.raw("<tr").attr("data-finding", &finding.id);
        html.raw("><th scope=\"row\">").link(&finding.id, &finding.measure).raw("</th>");
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
    html.raw("</tbody></table></div>");
    if findings.len() > rows {
        html.raw("<p class=\"fine\">")
            .text(&format!("The first {rows} of {} findings.", findings.len()))
            .raw("</p>");
    }
    html.raw("</section>");
}

fn cell(html: &mut Html, corpus: &Corpus<'_>, finding: &Finding, said: &[&Claim]) {
    let Some(first) = said.first() else {
        html.raw("<td class=\"silent\"><span aria-label=\"silent\" role=\"img\">·</span></td>");
        return;
    };
    let links = corpus.links_of(finding);
    let touching: Vec<_> = links
        .iter()
        .filter(|link| said.iter().any(|claim| claim.id == link.a || claim.id == link.b))
        .collect();
    let relations: BTreeSet<Relation> = touching.iter().map(|link| link.relation).collect();
    let has = |relation: Relation| relations.contains(&relation);
    let (class, sign, decides) = if has(Relation::Conflict) {
        ("conflict", "✕", Some(Relation::Conflict))
    } else if has(Relation::Updates) {
        ("updates", "↻", Some(Relation::Updates))
    } else if has(Relation::Refines) || has(Relation::PartOf) || has(Relation::Compatible) {
        ("coarser", "~", None)
    } else if has(Relation::Copy) && !has(Relation::Agree) {
        ("copy", "=", None)
    } else {
        ("agree", "✓", None)
    };
    // The words that give the cell its sign stand for it.
    let speaks = |claim: &&&Claim| {
        touching.iter().any(|l| Some(l.relation) == decides && (l.a == claim.id || l.b == claim.id))
    };
    let shown = said.iter().find(speaks).unwrap_or(first);
    html.raw("<td").attr("class", class).raw(">").text(sign).raw(" ").link(&shown.id, &shown.surface);
    if said.len() > 1 {
        html.raw(" <span class=\"fine\">").text(&format!("+{}", said.len() - 1)).raw("</span>");
    }
    html.raw("</td>");
}

/// A speaker under all its names, and the documents that cite it with the number of claims.
struct Speaker<'a> {
    names: BTreeSet<&'a str>,
    documents: BTreeMap<&'a str, usize>,
}

impl<'a> Speaker<'a> {
    /// The fullest of its names.
    fn name(&self) -> &'a str {
        self.names.iter().copied().max_by_key(|name| name.chars().count()).unwrap_or_default()
    }
}

/// Who is cited, by most documents first.
fn speakers<'a>(corpus: &Corpus<'a>) -> Vec<Speaker<'a>> {
    let mut speakers: BTreeMap<&str, Speaker<'_>> = BTreeMap::new();
    for claim in &corpus.report.claims {
        if let Some(by) = claim.attribution.first() {
            let body = by.body.as_deref().or(by.side.as_deref()).unwrap_or(&by.source);
            let speaker = speakers
                .entry(body)
                .or_insert_with(|| Speaker { names: BTreeSet::new(), documents: BTreeMap::new() });
            speaker.names.insert(&by.source);
            *speaker.documents.entry(&claim.document).or_default() += 1;
        }
    }
    let mut speakers: Vec<_> = speakers.into_values().collect();
    speakers.sort_by_key(|speaker| std::cmp::Reverse(speaker.documents.len()));
    speakers
}

/// Speakers with the documents that cite them, and groups of copies.
pub(super) fn tree(html: &mut Html, page: &Page<'_>) {
    let corpus = page.corpus;
    html.raw("<section id=\"sources\" aria-labelledby=\"sources-h\"><h2 id=\"sources-h\">Sources</h2><p class=\"fine\">Several documents that cite one speaker are one source, and copies of one text are one document.</p>");
    let columns = columns(corpus);
    let speakers = speakers(corpus);
    let documents: Vec<&Document> = columns.iter().flatten().copied().collect();
    if !speakers.is_empty() && documents.len() <= names::DRAWN {
        let rows: BTreeMap<&str, usize> =
            documents.iter().enumerate().map(|(row, document)| (document.id.as_str(), row)).collect();
        let cited: Vec<Cited<'_>> = speakers
            .iter()
            .map(|speaker| Cited {
                name: speaker.name(),
                by: speaker.documents.keys().filter_map(|id| rows.get(id).copied()).collect(),
            })
            .collect();
        let labels: Vec<(String, Option<usize>)> = columns
            .iter()
            .enumerate()
            .flat_map(|(group, column)| {
                let group = (column.len() > 1).then_some(group);
                column.iter().map(move |document| (page.names.of(&document.id).to_owned(), group))
            })
            .collect();
        drawing::cited(html, &cited, &labels);
    }
    for column in columns.iter().filter(|column| column.len() > 1) {
        html.raw("<p>One text: ");
        for (index, document) in column.iter().enumerate() {
            html.raw(if index > 0 { ", " } else { "" }).link(&document.id, page.names.of(&document.id));
        }
        html.raw("</p>");
    }
    if !speakers.is_empty() {
        html.raw("<details><summary>");
        html.text(&wording::count(speakers.len(), "speaker", "speakers"));
        html.raw("</summary><div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"Speakers\"><table><thead><tr><th scope=\"col\">Speaker</th><th scope=\"col\">Also called</th><th scope=\"col\">Cited by</th></tr></thead><tbody>");
    }
    for speaker in &speakers {
        let also: Vec<&str> = speaker.names.iter().copied().filter(|name| *name != speaker.name()).collect();
        html.raw("<tr><td>").text(speaker.name()).raw("</td><td>").text(&also.join("; ")).raw("</td><td>");
        for (index, (document, count)) in speaker.documents.iter().enumerate() {
            html.raw(if index > 0 { ", " } else { "" }).link(document, page.names.of(document)).raw(" ");
            html.text(&format!("({})", wording::count(*count, "claim", "claims")));
        }
        html.raw("</td></tr>");
    }
    if !speakers.is_empty() {
        html.raw("</tbody></table></div></details>");
    }
    html.raw("</section>");
}
