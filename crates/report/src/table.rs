//! The rows of the CSV and XLSX tables.

use crosscheck_model::{Claim, Number};

use crate::{Corpus, wording};

/// One cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Cell {
    /// Nothing.
    Empty,
    /// Words, from a document or ours.
    Text(String),
    /// A figure of ours.
    Number(Number),
}

/// A named table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Table {
    pub(crate) name: &'static str,
    pub(crate) columns: Vec<&'static str>,
    pub(crate) rows: Vec<Vec<Cell>>,
}

fn text(text: impl Into<String>) -> Cell {
    let text = text.into();
    if text.is_empty() { Cell::Empty } else { Cell::Text(text) }
}

fn maybe(text: Option<impl Into<String>>) -> Cell {
    text.map_or(Cell::Empty, |text| self::text(text))
}

fn figure(number: Option<Number>) -> Cell {
    number.map_or(Cell::Empty, Cell::Number)
}

fn whole(number: usize) -> Cell {
    i64::try_from(number).map_or(Cell::Empty, |number| Cell::Number(number.into()))
}

/// File, line, column, quote and sentence of a claim.
fn place(corpus: &Corpus<'_>, claim: &Claim) -> Vec<Cell> {
    let Some(source) = corpus.source(claim) else { return vec![Cell::Empty; 5] };
    let (line, column) =
        source.place(claim.start).map_or((Cell::Empty, Cell::Empty), |(l, c)| (whole(l), whole(c)));
    vec![text(&source.document.path), line, column, text(&claim.surface), text(source.words(claim.sentence))]
}

/// One row a claim.
pub(crate) fn claims(corpus: &Corpus<'_>) -> Table {
    let columns = vec![
        "id",
        "file",
        "line",
        "column",
        "quote",
        "sentence",
        "source",
        "published",
        "url",
        "kind",
        "figure",
        "low",
        "high",
        "unit",
        "bound",
        "object",
        "event",
        "when_from",
        "when_to",
        "where",
        "date_from",
        "date_to",
        "timex",
        "speaker",
        "modality",
    ];
    let rows = corpus.report.claims.iter().map(|claim| {
        let document = corpus.source(claim).map(|source| source.document);
        let value = claim.value.as_ref();
        let date = claim.date.as_ref();
        let mut row = vec![text(&claim.id)];
        row.extend(place(corpus, claim));
        row.extend([
            maybe(document.and_then(|d| d.source.clone())),
            maybe(document.and_then(|d| d.published.date).map(|d| d.to_string())),
            maybe(document.and_then(|d| d.url.clone())),
            text(wording::kind(claim.kind)),
            figure(value.and_then(|v| v.point)),
            figure(value.and_then(|v| v.lo)),
            figure(value.and_then(|v| v.hi)),
            maybe(claim.unit.clone()),
            text(wording::bound(claim.bound)),
            maybe(claim.object.as_ref().map(|o| o.head.clone())),
            maybe(claim.event.as_ref().map(|e| e.lemma.clone())),
            maybe(claim.when.from.map(|m| m.to_string())),
            maybe(claim.when.to.map(|m| m.to_string())),
            maybe(claim.place.clone()),
            maybe(date.and_then(|d| d.from).map(|m| m.to_string())),
            maybe(date.and_then(|d| d.to).map(|m| m.to_string())),
            maybe(date.and_then(|d| d.timex.clone())),
            maybe(wording::speaker(claim)),
            text(wording::modality(claim.modality)),
        ]);
        row
    });
    Table { name: "claims", rows: rows.collect(), columns }
}

/// One row a link, with both ends.
pub(crate) fn links(corpus: &Corpus<'_>) -> Table {
    let columns = vec![
        "id",
        "relation",
        "severity",
        "axes",
        "rule",
        "weight",
        "why",
        "flags",
        "a",
        "a_file",
        "a_line",
        "a_column",
        "a_quote",
        "a_sentence",
        "b",
        "b_file",
        "b_line",
        "b_column",
        "b_quote",
        "b_sentence",
    ];
    let rows = corpus.report.links.iter().filter_map(|link| {
        let (a, b) = corpus.pair(link)?;
        let axes: Vec<&str> = link.axes.iter().map(|axis| wording::axis(*axis)).collect();
        let mut row = vec![
            text(&link.id),
            text(wording::relation(link.relation)),
            text(wording::severity(link.severity)),
            text(axes.join(" ")),
            text(link.rule.as_ref()),
            figure(format!("{:.3}", link.score.total).parse().ok()),
            text(link.why.as_ref()),
            text(link.flags.join(" ")),
        ];
        for claim in [a, b] {
            row.push(text(&claim.id));
            row.extend(place(corpus, claim));
        }
        Some(row)
    });
    Table { name: "links", rows: rows.collect(), columns }
}

/// One row a finding, with low, high and independent sources.
pub(crate) fn findings(corpus: &Corpus<'_>) -> Table {
    let columns = vec![
        "id",
        "severity",
        "status",
        "title",
        "measure",
        "low",
        "high",
        "unit",
        "independent_sources",
        "claims",
        "links",
        "summary",
        "low_claim",
        "low_file",
        "low_line",
        "low_column",
        "low_quote",
        "low_sentence",
        "high_claim",
        "high_file",
        "high_line",
        "high_column",
        "high_quote",
        "high_sentence",
        "fingerprint",
        "state",
    ];
    let rows = corpus.report.findings.iter().map(|finding| {
        let envelope = &finding.envelope;
        let mut row = vec![
            text(&finding.id),
            text(wording::severity(finding.severity)),
            text(wording::status(finding.status)),
            text(&finding.title),
            text(&finding.measure),
            figure(envelope.lo),
            figure(envelope.hi),
            maybe(envelope.unit.clone()),
            whole(finding.independent_sources),
            text(finding.claims.join(" ")),
            text(finding.links.join(" ")),
            text(&finding.summary),
        ];
        // A finding without an envelope, as of dates, leads to its first and last claim.
        let ends = [
            envelope.lo_claim.as_ref().or(finding.claims.first()),
            envelope.hi_claim.as_ref().or(finding.claims.last()),
        ];
        for end in ends {
            let claim = end.and_then(|id| corpus.claim(id));
            row.push(maybe(end.cloned()));
            row.extend(claim.map_or_else(|| vec![Cell::Empty; 5], |claim| place(corpus, claim)));
        }
        row.push(text(&finding.fingerprint));
        row.push(text(wording::states(finding).join(" ")));
        row
    });
    Table { name: "findings", rows: rows.collect(), columns }
}
