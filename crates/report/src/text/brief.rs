//! What needs no action, in brief: agreements, documents, what was left out.

use std::collections::BTreeSet;

use crosscheck_model::{Finding, Relation, Severity};

use super::Page;
use super::style::Ink;
use super::wrap::paragraph;
use crate::wording;

/// Inputs left out that are named; a file of the wrong sort has one on every line.
const LEFT_OUT: usize = 20;

impl Page<'_> {
    /// Findings without a difference, one short entry each.
    pub(super) fn agreements(&mut self, limit: usize) {
        let findings: Vec<&Finding> =
            self.corpus.report.findings.iter().filter(|finding| finding.severity == Severity::Note).collect();
        if findings.is_empty() || limit == 0 {
            return;
        }
        self.heading("Agreements and updates");
        for finding in findings.iter().take(limit) {
            let measure = if finding.measure.is_empty() { &finding.title } else { &finding.measure };
            let sources = wording::count(finding.independent_sources, "source", "sources");
            let text = format!("{measure}: {}; {sources}", self.wordings(finding));
            let first = format!("  {:9}", manner(self, finding));
            self.entry(&first, &text);
        }
        if findings.len() > limit {
            let more = format!("and {} more, in --format json", findings.len() - limit);
            self.entry("  ", &more);
        }
    }

    /// Each wording once, with where it stands.
    fn wordings(&self, finding: &Finding) -> String {
        let claims = self.corpus.claims_of(finding);
        let mut wordings: Vec<(String, Vec<String>)> = Vec::new();
        for claim in claims {
            let place = self.short(claim);
            match wordings.iter_mut().find(|(words, _)| *words == claim.surface) {
                Some((_, places)) => places.push(place),
                None => wordings.push((claim.surface.clone(), vec![place])),
            }
        }
        let parts: Vec<String> = wordings
            .into_iter()
            .map(|(words, places)| format!("“{words}” ({})", places.join(", ")))
            .collect();
        parts.join(", ")
    }

    /// The documents, with their dates and on what basis.
    pub(super) fn documents(&mut self) {
        if self.corpus.sources.is_empty() {
            return;
        }
        self.heading("Documents");
        for source in &self.corpus.sources {
            let document = source.document;
            let mut parts = vec![document.path.clone()];
            parts.extend(document.source.clone());
            parts.push(match document.published.date {
                Some(_) => wording::published(document),
                None => "date unknown, so relative dates stay unresolved".to_owned(),
            });
            let claims =
                self.corpus.report.claims.iter().filter(|claim| claim.document == document.id).count();
            parts.push(wording::count(claims, "claim", "claims"));
            let article: usize = document.body.iter().map(|span| span.len()).sum();
            let around = 100 * document.bytes.saturating_sub(article) / document.bytes.max(1);
            if around >= 10 {
                parts.push(format!("{around} % of the page is menus, teasers and the like, left out"));
            }
            if let Some(group) = &document.copy_group {
                parts.push(format!("copy group {group}"));
            }
            let first = format!("  {:4}", document.id);
            self.entry(&first, &parts.join("; "));
        }
    }

    /// What was not checked, and why.
    pub(super) fn left_out(&mut self) {
        let report = self.corpus.report;
        let linked: BTreeSet<&str> =
            report.links.iter().flat_map(|link| [link.a.as_str(), link.b.as_str()]).collect();
        let alone = report.claims.iter().filter(|claim| !linked.contains(claim.id.as_str())).count();
        if report.left_out.is_empty() && report.notes.is_empty() && alone == 0 {
            return;
        }
        self.heading("Left out");
        for left in report.left_out.iter().take(LEFT_OUT) {
            self.entry("  ", &format!("{}: {}", left.path, left.reason));
        }
        if report.left_out.len() > LEFT_OUT {
            self.entry("  ", &format!("and {} more, in --format json", report.left_out.len() - LEFT_OUT));
        }
        for note in &report.notes {
            self.entry("  ", note);
        }
        if alone > 0 {
            let claims = wording::count(alone, "claim has", "claims have");
            self.entry("  ", &format!("{claims} no counterpart in the other documents"));
        }
    }

    /// A paragraph under its first words, with a hanging indent.
    pub(super) fn entry(&mut self, first: &str, text: &str) {
        for (index, part) in paragraph(first, first.len().max(4), text, self.width).into_iter().enumerate() {
            let head = if index == 0 { first.len().min(part.len()) } else { 0 };
            let line = self.ink(Ink::Faint, &part[..head]) + &part[head..];
            self.line(&line);
        }
    }
}

/// In what manner the claims of a note go together.
fn manner(page: &Page<'_>, finding: &Finding) -> &'static str {
    let links = page.corpus.links_of(finding);
    let has = |relation: Relation| links.iter().any(|link| link.relation == relation);
    if has(Relation::Updates) {
        "update"
    } else if has(Relation::PartOf) {
        "part"
    } else if has(Relation::Refines) {
        "finer"
    } else if has(Relation::Agree) {
        "agree"
    } else if has(Relation::Compatible) {
        "fits"
    } else if has(Relation::Copy) {
        "copy"
    } else {
        "note"
    }
}
