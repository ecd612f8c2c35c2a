//! How numbers, intervals, dates and names are put in words, the same in every format.

use crosscheck_model::report::Compared;
use crosscheck_model::{
    Axis, BaselineState, Bound, Claim, DateValue, DecisionState, Document, Envelope, Finding, Interval, Kind,
    Modality, Moment, PublishedBasis, Relation, Severity, Status,
};

use crate::Corpus;

pub use crosscheck_model::words::{interval, number, unit, with_unit};

/// What a temporal expression was resolved to.
pub fn date(date: &DateValue) -> String {
    match (date.from, date.to) {
        (Some(from), Some(to)) if from == to => from.to_string(),
        (Some(from), Some(to)) => format!("{from} to {to}"),
        (Some(from), None) => format!("from {from}"),
        (None, Some(to)) => format!("until {to}"),
        (None, None) => match &date.timex {
            Some(timex) if !timex.contains('X') => timex.clone(),
            _ => "not resolved".to_owned(),
        },
    }
}

/// A span of days: `2023-09-22`, `2023-09-19 to 2023-09-22`, `until 2023-09-22`; `None` when unknown.
pub fn days(from: Option<Moment>, to: Option<Moment>) -> Option<String> {
    match (from, to) {
        (Some(from), Some(to)) if from.date == to.date => Some(from.date.to_string()),
        (Some(from), Some(to)) => Some(format!("{} to {}", from.date, to.date)),
        (Some(from), None) => Some(format!("from {}", from.date)),
        (None, Some(to)) => Some(format!("until {}", to.date)),
        (None, None) => None,
    }
}

/// What the program understood a claim to say: "count of firearm: more than 800, taken as up to 900".
///
/// The derivation of a link has the same intervals in brackets, where it matters which end belongs to them.
pub fn reading(claim: &Claim) -> String {
    let mut out = kind(claim.kind).to_owned();
    if let Some(object) = &claim.object
        && !object.head.is_empty()
    {
        out.push_str(" of ");
        out.push_str(&object.head);
    }
    let mut parts = Vec::new();
    if let Some(value) = &claim.value {
        let (hard, soft) = (value.hard(), value.soft);
        let mut figures = with_unit(&interval(&hard), claim.unit.as_deref());
        if soft != hard && soft != Interval::ALL {
            // The end that both share is said once.
            let soft = if hard.hi.is_none() && soft.lo == hard.lo {
                Interval { lo: None, lo_closed: false, ..soft }
            } else {
                soft
            };
            figures.push_str(&format!(", taken as {}", interval(&soft)));
        }
        parts.push(figures);
    }
    if let Some(when) = &claim.date
        && (claim.value.is_none() || when.from.is_some())
    {
        let anchor = when.anchor.as_ref().map(|anchor| format!(" ({anchor})")).unwrap_or_default();
        parts.push(format!("{}{anchor}", date(when)));
    }
    if !parts.is_empty() {
        out.push_str(": ");
        out.push_str(&parts.join("; "));
    }
    out
}

/// Who says so, outermost first: "Moscow, quoting the ministry"; `None` when the article says it itself.
pub fn speaker(claim: &Claim) -> Option<String> {
    let names: Vec<&str> = claim.attribution.iter().map(|by| by.source.as_str()).collect();
    (!names.is_empty()).then(|| names.join(", from "))
}

/// The name of a kind of claim.
pub fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Count => "count",
        Kind::Measure => "measure",
        Kind::Money => "money",
        Kind::Percent => "percent",
        Kind::Duration => "duration",
        Kind::Date => "date",
        Kind::Time => "time",
        Kind::Ordinal => "ordinal",
        Kind::Age => "age",
        Kind::Score => "score",
        Kind::Set => "repeating time",
    }
}

/// The name of a bound, as in the JSON.
pub fn bound(bound: Bound) -> &'static str {
    match bound {
        Bound::Exact => "exact",
        Bound::About => "about",
        Bound::Nearly => "nearly",
        Bound::MoreThan => "more_than",
        Bound::AtLeast => "at_least",
        Bound::LessThan => "less_than",
        Bound::AtMost => "at_most",
        Bound::UpTo => "up_to",
        Bound::Between => "between",
        Bound::Vague => "vague",
    }
}

/// The name of a modality, as in the JSON.
pub fn modality(modality: Modality) -> &'static str {
    match modality {
        Modality::Asserted => "asserted",
        Modality::Denied => "denied",
        Modality::Planned => "planned",
        Modality::Possible => "possible",
        Modality::Background => "background",
    }
}

/// The name of an axis, as in the JSON.
pub fn axis(axis: Axis) -> &'static str {
    match axis {
        Axis::Value => "value",
        Axis::Object => "object",
        Axis::Unit => "unit",
        Axis::Bound => "bound",
        Axis::Date => "date",
        Axis::Place => "place",
        Axis::Actor => "actor",
        Axis::Attribution => "attribution",
        Axis::Document => "document",
    }
}

/// The name of a relation, as in the JSON.
pub fn relation(relation: Relation) -> &'static str {
    match relation {
        Relation::Agree => "agree",
        Relation::Compatible => "compatible",
        Relation::Refines => "refines",
        Relation::Updates => "updates",
        Relation::PartOf => "part_of",
        Relation::Copy => "copy",
        Relation::Conflict => "conflict",
    }
}

/// The name of a severity, as in the JSON.
pub fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Gross => "gross",
        Severity::Discrepancy => "discrepancy",
        Severity::Tension => "tension",
        Severity::Note => "note",
    }
}

/// How a finding stands to the baseline, and what the user decided about it, a sentence each.
pub fn states(finding: &Finding) -> Vec<String> {
    let baseline = finding.baseline.map(|state| match state {
        BaselineState::New => "New since the baseline.".to_owned(),
        BaselineState::Unchanged => "Known from the baseline.".to_owned(),
    });
    let decision = finding.decision.as_ref().map(|decision| {
        let until = decision.until.map(|until| format!(" until {until}")).unwrap_or_default();
        let accepted = match decision.state {
            DecisionState::Accepted => "Accepted",
            DecisionState::Lapsed => "No longer accepted, as it was",
        };
        format!("{accepted}{until}: “{}”", decision.reason)
    });
    baseline.into_iter().chain(decision).collect()
}

/// How a report stands to its baseline: "2 new, 5 unchanged, 1 gone".
pub fn compared(baseline: &Compared) -> String {
    format!("{} new, {} unchanged, {} gone", baseline.new, baseline.unchanged, baseline.gone.len())
}

/// The name of a status, as in the JSON.
pub fn status(status: Status) -> &'static str {
    match status {
        Status::SingleSource => "single-source",
        Status::Corroborated => "corroborated",
        Status::Contested => "contested",
    }
}

/// When a document was published and on what basis: "2023-09-23 (manifest)".
pub fn published(document: &Document) -> String {
    let basis = match document.published.basis {
        PublishedBasis::Manifest => "manifest",
        PublishedBasis::Metadata => "page metadata",
        PublishedBasis::Dateline => "dateline",
        PublishedBasis::Inferred => "inferred",
        PublishedBasis::Unknown => "unknown",
    };
    match document.published.date {
        Some(date) => format!("{} ({basis})", date.date),
        None => "date unknown".to_owned(),
    }
}

/// Low to high with the unit: "35 or more", "800 to 1,000 tonne"; `None` when nothing is known.
///
/// Where one claim sets both ends, the range is that claim's own: "more than 800".
pub fn range(corpus: &Corpus<'_>, envelope: &Envelope) -> Option<String> {
    if envelope.lo.is_none() && envelope.hi.is_none() {
        return None;
    }
    let one = envelope.lo_claim.as_deref().filter(|_| envelope.lo_claim == envelope.hi_claim);
    let own = one.and_then(|id| corpus.claim(id)?.value.as_ref());
    let hull = Interval::new(envelope.lo, true, envelope.hi, true);
    Some(with_unit(&interval(&own.map_or(hull, |value| value.hard())), envelope.unit.as_deref()))
}

/// Findings by severity, in words: "1 discrepancy, 2 tensions".
pub fn tally(corpus: &Corpus<'_>) -> String {
    let parts: Vec<String> = [
        (Severity::Gross, "gross discrepancy", "gross discrepancies"),
        (Severity::Discrepancy, "discrepancy", "discrepancies"),
        (Severity::Tension, "tension", "tensions"),
    ]
    .into_iter()
    .map(|(severity, one, many)| (corpus.count(severity), one, many))
    .filter(|(number, ..)| *number > 0)
    .map(|(number, one, many)| count(number, one, many))
    .collect();
    if parts.is_empty() { "no discrepancies found".to_owned() } else { parts.join(", ") }
}

/// A path as a relative URI reference (RFC 3986).
pub fn uri(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'-' | b'.' | b'_' | b'~' => {
                out.push(char::from(byte))
            }
            b'\\' if cfg!(windows) => out.push('/'),
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}

/// How a finding stands to the baseline, where one was given.
pub fn baseline(finding: &Finding) -> Option<&'static str> {
    finding.baseline.map(|state| match state {
        BaselineState::New => "new",
        BaselineState::Unchanged => "unchanged",
    })
}

/// "1 document", "5 documents".
pub fn count(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}
