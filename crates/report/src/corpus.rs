//! A report together with the texts it was made from.

use std::collections::BTreeMap;

use crosscheck_model::{Claim, Document, Finding, Link, Report, Severity, Span};

use crate::lines::Lines;

/// A document with its text, where that is at hand.
#[derive(Debug, Clone)]
pub struct Source<'a> {
    /// What the report says of it.
    pub document: &'a Document,
    /// Its text; `None` when only a saved report was read.
    pub text: Option<&'a str>,
    /// Its lines, where the text is at hand.
    lines: Option<Lines>,
}

impl Source<'_> {
    /// Line and column of a byte offset, both from 1.
    pub fn place(&self, offset: u32) -> Option<(usize, usize)> {
        Some(self.lines.as_ref()?.place(self.text?, offset as usize))
    }

    /// Number of characters before a byte offset; 0 without the text.
    pub fn characters_before(&self, offset: u32) -> usize {
        self.lines.as_ref().zip(self.text).map_or(0, |(lines, text)| lines.before(text, offset as usize))
    }

    /// `path:line:column`, or `path@offset` without the text.
    pub fn locate(&self, offset: u32) -> String {
        let path = &self.document.path;
        match self.place(offset) {
            Some((line, column)) => format!("{path}:{line}:{column}"),
            None => format!("{path}@{offset}"),
        }
    }

    /// The words of a span; empty without the text.
    pub fn words(&self, span: Span) -> &str {
        self.text.map_or("", |text| span.slice(text))
    }
}

/// A report with its texts, and everything findable by id.
#[derive(Debug)]
pub struct Corpus<'a> {
    /// What is shown.
    pub report: &'a Report,
    /// Documents in the order given.
    pub sources: Vec<Source<'a>>,
    claims: BTreeMap<&'a str, &'a Claim>,
    links: BTreeMap<&'a str, &'a Link>,
    by_id: BTreeMap<&'a str, usize>,
}

impl<'a> Corpus<'a> {
    /// Joins a report with the texts of its documents, in the same order; no texts at all are allowed.
    pub fn new(report: &'a Report, texts: &[&'a str]) -> Self {
        let sources = report
            .documents
            .iter()
            .enumerate()
            .map(|(index, document)| {
                let text = texts.get(index).copied();
                Source { document, text, lines: text.map(Lines::new) }
            })
            .collect();
        Self {
            report,
            sources,
            claims: report.claims.iter().map(|claim| (claim.id.as_str(), claim)).collect(),
            links: report.links.iter().map(|link| (link.id.as_str(), link)).collect(),
            by_id: report.documents.iter().enumerate().map(|(i, d)| (d.id.as_str(), i)).collect(),
        }
    }

    /// The claim of this id.
    pub fn claim(&self, id: &str) -> Option<&'a Claim> {
        self.claims.get(id).copied()
    }

    /// The link of this id.
    pub fn link(&self, id: &str) -> Option<&'a Link> {
        self.links.get(id).copied()
    }

    /// The document a claim stands in.
    pub fn source(&self, claim: &Claim) -> Option<&Source<'a>> {
        self.sources.get(*self.by_id.get(claim.document.as_str())?)
    }

    /// The claims of a finding, in document order.
    pub fn claims_of(&self, finding: &Finding) -> Vec<&'a Claim> {
        finding.claims.iter().filter_map(|id| self.claim(id)).collect()
    }

    /// The links of a finding, gravest first, and of one severity the best proven first.
    pub fn links_of(&self, finding: &Finding) -> Vec<&'a Link> {
        let mut links: Vec<_> = finding.links.iter().filter_map(|id| self.link(id)).collect();
        links.sort_by(|x, y| x.severity.cmp(&y.severity).then(y.score.total.total_cmp(&x.score.total)));
        links
    }

    /// Both claims of a link.
    pub fn pair(&self, link: &Link) -> Option<(&'a Claim, &'a Claim)> {
        Some((self.claim(&link.a)?, self.claim(&link.b)?))
    }

    /// Where a claim stands: `path:line:column`.
    pub fn locate(&self, claim: &Claim) -> String {
        self.source(claim).map_or_else(|| claim.id.clone(), |source| source.locate(claim.start))
    }

    /// How many findings there are of a severity, besides those that were accepted.
    pub fn count(&self, severity: Severity) -> usize {
        let counts = |finding: &&Finding| finding.severity == severity && !finding.is_accepted();
        self.report.findings.iter().filter(counts).count()
    }
}

/// One thing to look at: a link of a finding that is no mere note, with both its claims.
#[derive(Debug, Clone, Copy)]
pub struct Difference<'a> {
    /// The finding it belongs to.
    pub finding: &'a Finding,
    /// The link.
    pub link: &'a Link,
    /// Its first claim.
    pub a: &'a Claim,
    /// Its second claim.
    pub b: &'a Claim,
}

impl<'a> Corpus<'a> {
    /// Every link of the given severity or graver, once, by finding and then by severity.
    pub fn differences(&self, least: Severity) -> Vec<Difference<'a>> {
        let mut seen = std::collections::BTreeSet::new();
        let mut all = Vec::new();
        for finding in &self.report.findings {
            for link in self.links_of(finding) {
                if link.severity <= least
                    && seen.insert(link.id.as_str())
                    && let Some((a, b)) = self.pair(link)
                {
                    all.push(Difference { finding, link, a, b });
                }
            }
        }
        all
    }
}
