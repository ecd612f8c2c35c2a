//! One finding in full: both quotes, what was read, why it matters, how far the figures reach, who backs them.

use crosscheck_model::{Axis, BlockKind, Claim, Finding, Link, Relation, Severity};

use super::Page;
use super::excerpt::excerpt;
use super::style::Ink;
use super::wrap::{paragraph, width};
use crate::{marks, safe, wording};

/// Columns before the text of a paragraph with a label: `  why      `.
const LABEL: usize = 11;

/// Other claims of a finding that are named, before "and 5 more".
const OTHERS: usize = 6;

impl Page<'_> {
    /// Writes a finding with its gravest link in two snippets.
    pub(super) fn finding(&mut self, finding: &Finding) {
        let links = self.corpus.links_of(finding);
        let level = match finding.severity {
            Severity::Gross => "gross discrepancy",
            other => wording::severity(other),
        };
        let state = wording::baseline(finding).map(|state| format!(" ({state})")).unwrap_or_default();
        let head = format!("{level} {}{state}: ", finding.id);
        for (index, line) in paragraph(&head, 2, &finding.title, self.width).into_iter().enumerate() {
            let line = match line.strip_prefix(level).filter(|_| index == 0) {
                Some(rest) => self.ink(Ink::Level(finding.severity), level) + &self.ink(Ink::Strong, rest),
                None => self.ink(Ink::Strong, &line),
            };
            self.line(&line);
        }
        let mut shown: Vec<&str> = Vec::new();
        if let Some(link) = links.first()
            && let Some((a, b)) = self.corpus.pair(link)
        {
            self.snippet(link, a, finding.severity);
            self.snippet(link, b, finding.severity);
            self.labelled("why", &link.why);
            shown.extend([a.id.as_str(), b.id.as_str()]);
        } else if let Some(claim) = self.corpus.claims_of(finding).first() {
            self.quote(claim, &[], Ink::Level(finding.severity));
            shown.push(&claim.id);
        }
        self.others(finding, &links, &shown);
        self.range(finding);
        self.labelled("backing", &backing(finding));
        // A summary made of the reason, the range and the backing has nothing to add to them.
        if !links.iter().any(|link| finding.summary.contains(link.why.trim())) {
            self.labelled("note", &finding.summary);
        }
        if let Some(link) = links.first() {
            self.labelled("more", &format!("crosscheck why {} PATH…", link.id));
        }
        self.labelled("lapsed", &super::live::lapsed(finding));
        self.labelled("accept", &format!("crosscheck accept {} --reason \"…\"", finding.fingerprint));
    }

    /// One side of a link.
    fn snippet(&mut self, link: &Link, claim: &Claim, severity: Severity) {
        self.quote(claim, &marks::differing(link, claim), Ink::Level(severity));
    }

    /// A claim in its sentence, with carets, and below it what was read.
    pub(super) fn quote(&mut self, claim: &Claim, marks: &[crosscheck_model::Span], ink: Ink) {
        let place = self.corpus.locate(claim);
        let (from, line, text) = match self.corpus.source(claim) {
            Some(source) => {
                let line = source.place(claim.start).map(|(line, _)| line);
                (document_line(source.document), line, source.text)
            }
            None => (String::new(), None, None),
        };
        let gutter = line.map_or(1, |line| line.to_string().len()).max(4);
        let bar = format!("  {:gutter$} | ", "");
        let arrow = format!("  {:gutter$}--> ", "");
        let place = safe::text(&place).into_owned();
        let beside = format!("  {}", safe::text(&from));
        if width(&arrow) + width(&place) + width(&beside) <= self.width {
            self.line(&(self.ink(Ink::Faint, &arrow) + &place + &self.ink(Ink::Faint, &beside)));
        } else {
            self.line(&(self.ink(Ink::Faint, &arrow) + &place));
            for part in paragraph(&bar, width(&bar), &from, self.width) {
                self.line(&self.ink(Ink::Faint, &part));
            }
        }
        let all = [claim.span()];
        let marks = if marks.is_empty() { &all[..] } else { marks };
        match (text, line) {
            (Some(text), Some(line)) => {
                let room = self.width.saturating_sub(width(&bar));
                let found = excerpt(text, claim.sentence, claim.span(), marks, room);
                let number = format!("  {line:>gutter$} | ");
                self.line(&(self.ink(Ink::Faint, &number) + &found.text));
                let carets = found.carets();
                let painted: String = carets
                    .split_inclusive(|_| true)
                    .map(|c| match c {
                        "^" => self.ink(ink, c),
                        "-" => self.ink(Ink::Quote, c),
                        _ => c.to_owned(),
                    })
                    .collect();
                self.line(&(self.ink(Ink::Faint, &bar) + &painted));
            }
            _ => {
                let quoted = format!("“{}”", claim.surface);
                for part in paragraph(&bar, width(&bar), &quoted, self.width) {
                    self.line(&part);
                }
            }
        }
        let equals = format!("  {:gutter$} = ", "");
        for part in paragraph(&equals, width(&equals), &understood(claim), self.width) {
            self.line(&part);
        }
    }

    /// The finding's other claims, a line each.
    fn others(&mut self, finding: &Finding, links: &[&Link], shown: &[&str]) {
        let claims = self.corpus.claims_of(finding);
        let rest: Vec<_> = claims.into_iter().filter(|claim| !shown.contains(&claim.id.as_str())).collect();
        for (index, claim) in rest.iter().take(OTHERS).enumerate() {
            let stand = links.iter().find_map(|link| {
                let other = if link.a == claim.id { &link.b } else { &link.a };
                let touches = link.a == claim.id || link.b == claim.id;
                (touches && shown.contains(&other.as_str())).then(|| stand(link))
            });
            let place = self.corpus.locate(claim);
            let text = match stand {
                Some(stand) => format!("{place} “{}”: {stand}", claim.surface),
                None => format!("{place} “{}”", claim.surface),
            };
            self.labelled(if index == 0 { "also" } else { "" }, &text);
        }
        if rest.len() > OTHERS {
            self.labelled("", &format!("and {} more", rest.len() - OTHERS));
        }
    }

    /// Low to high, and who sets each end.
    fn range(&mut self, finding: &Finding) {
        let envelope = &finding.envelope;
        if envelope.lo.is_none() && envelope.hi.is_none() {
            return;
        }
        let claims = self.corpus.claims_of(finding);
        if let Some((first, rest)) = claims.split_first()
            && let Some(value) = first.value.as_ref().filter(|_| !rest.is_empty())
            && rest.iter().all(|claim| {
                claim.unit == first.unit
                    && claim.value.as_ref().is_some_and(|other| other.hard() == value.hard())
            })
        {
            let figure = wording::with_unit(&wording::interval(&value.hard()), first.unit.as_deref());
            return self.labelled("range", &format!("{figure}, by every wording"));
        }
        if envelope.lo_claim == envelope.hi_claim
            && let Some(claim) = envelope.lo_claim.as_deref().and_then(|id| self.corpus.claim(id))
            && let Some(range) = wording::range(self.corpus, envelope)
        {
            let text = format!("{range}, both ends by “{}” ({})", claim.surface, self.short(claim));
            return self.labelled("range", &text);
        }
        let text = {
            let (envelope, unit) = wording::printed(self.corpus, envelope);
            let end = |figure: String, claim: &Option<String>| {
                let by = claim.as_deref().and_then(|id| self.corpus.claim(id));
                let figure = wording::with_unit(&figure, unit);
                by.map_or(figure.clone(), |claim| {
                    format!("{figure} (“{}”, {})", claim.surface, self.short(claim))
                })
            };
            let low = envelope.lo.map_or("no lower end".to_owned(), wording::number);
            let high = envelope.hi.map_or("no upper end".to_owned(), wording::number);
            let (low, high) = (end(low, &envelope.lo_claim), end(high, &envelope.hi_claim));
            format!("from {low} to {high}")
        };
        self.labelled("range", &text);
    }

    /// Document and line, as the list of documents at the end names them: `d1:88`.
    pub(super) fn short(&self, claim: &Claim) -> String {
        let line = self.corpus.source(claim).and_then(|source| source.place(claim.start));
        line.map_or_else(|| claim.document.clone(), |(line, _)| format!("{}:{line}", claim.document))
    }

    /// A paragraph with its label in the margin; nothing for an empty text.
    pub(super) fn labelled(&mut self, label: &str, text: &str) {
        if text.trim().is_empty() {
            return;
        }
        let first = format!("  {label:w$}", w = LABEL - 2);
        for (index, part) in paragraph(&first, LABEL, text, self.width).into_iter().enumerate() {
            let head = if index == 0 { first.len() } else { 0 };
            let line = self.ink(Ink::Faint, &part[..head.min(part.len())]) + &part[head.min(part.len())..];
            self.line(&line);
        }
    }
}

/// What a link says of the claim at its far end, in a few words.
fn stand(link: &Link) -> String {
    let axes: Vec<&str> = link.axes.iter().map(|axis| axis_name(*axis)).collect();
    match link.relation {
        Relation::Agree => "agrees".to_owned(),
        Relation::Compatible => "can be true too".to_owned(),
        Relation::Refines => "the same, more or less finely said".to_owned(),
        Relation::Updates => "another state of the same running figure".to_owned(),
        Relation::PartOf => "part and whole".to_owned(),
        Relation::Copy => "the same text".to_owned(),
        Relation::Conflict if axes.is_empty() => "conflicts".to_owned(),
        Relation::Conflict => format!("conflicts on the {}", axes.join(" and ")),
    }
}

/// An axis as a reader calls it.
pub(super) fn axis_name(axis: Axis) -> &'static str {
    match axis {
        Axis::Value => "figure",
        Axis::Object => "thing counted",
        Axis::Unit => "unit",
        Axis::Bound => "bound",
        Axis::Date => "date",
        Axis::Place => "place",
        Axis::Actor => "actor",
        Axis::Attribution => "speaker",
        Axis::Document => "document",
    }
}

/// What was read, when it holds and who says so.
fn understood(claim: &Claim) -> String {
    let mut parts = vec![wording::reading(claim)];
    if !claim.kind.is_calendar()
        && let Some(days) = wording::days(claim.when.from, claim.when.to)
    {
        parts.push(days);
    }
    if let Some(speaker) = wording::speaker(claim) {
        parts.push(format!("said by {speaker}"));
    }
    if claim.block == BlockKind::Caption {
        parts.push("in a caption".to_owned());
    }
    parts.join("; ")
}

/// Publisher and date of a document, or nothing.
fn document_line(document: &crosscheck_model::Document) -> String {
    let date = document.published.date.map(|at| at.date.to_string());
    [document.source.clone(), date].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// How well supported a finding is, in words.
fn backing(finding: &Finding) -> String {
    let sources = wording::count(finding.independent_sources, "independent source", "independent sources");
    format!("{sources}; {}", wording::status(finding.status))
}
