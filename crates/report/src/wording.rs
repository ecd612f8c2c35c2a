//! How numbers, intervals, dates and names are put in words, the same in every format.

use crosscheck_model::report::Compared;
use crosscheck_model::{
    Axis, BaselineState, Bound, Claim, DateValue, DecisionState, Document, Envelope, Finding, Interval, Kind,
    Modality, Moment, Number, PublishedBasis, Relation, Severity, Status,
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

/// What the program understood a claim to say: "more than 800 firearms, taken as up to 900".
///
/// The derivation of a link has the same intervals in brackets, where it matters which end belongs to them.
pub fn reading(claim: &Claim) -> String {
    let object = claim.object.as_ref().filter(|object| !object.head.is_empty());
    // What is printed beside the number names it best.
    let printed = object.filter(|object| object.span.is_some() && claim.kind == Kind::Count);
    let noun = printed.map(|object| object.surface.split_whitespace().collect::<Vec<_>>().join(" "));
    let label = match (claim.kind, object) {
        (Kind::Money | Kind::Percent, _) => String::new(),
        (Kind::Measure, object) => object.map_or_else(String::new, |object| object.head.clone()),
        (Kind::Count, _) if noun.is_some() => String::new(),
        (of, None) => kind(of).to_owned(),
        (of, Some(object)) => format!("{} of {}", kind(of), object.head),
    };
    let mut parts = Vec::new();
    if let Some(value) = &claim.value {
        let (hard, soft) = (value.hard(), value.soft);
        let mut figures = with_unit(&interval(&hard), claim.unit.as_deref());
        if let Some(noun) = &noun {
            figures.push(' ');
            figures.push_str(noun);
        }
        if soft != hard && soft != Interval::ALL {
            // The end that both share is said once.
            let soft = if hard.hi.is_none() && soft.lo == hard.lo {
                Interval { lo: None, lo_closed: false, ..soft }
            } else {
                soft
            };
            // Of whole things only nine are from nine to less than ten.
            let whole = claim.kind == Kind::Count && value.soft.is_one_whole();
            let taken = value.soft.lo.filter(|_| whole).map_or_else(|| interval(&soft), number);
            figures.push_str(&format!(", taken as {taken}"));
        }
        parts.push(figures);
    }
    if let Some(when) = &claim.date
        && (claim.value.is_none() || when.from.is_some())
    {
        let anchor = when.anchor.as_ref().map(|anchor| format!(" ({anchor})")).unwrap_or_default();
        parts.push(format!("{}{anchor}", date(when)));
    }
    let said = parts.join("; ");
    match (label.is_empty(), said.is_empty()) {
        (false, false) => format!("{label}: {said}"),
        (true, true) => kind(claim.kind).to_owned(),
        _ => label + &said,
    }
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
    if let (Some(own), Some(claim)) = (own, one.and_then(|id| corpus.claim(id))) {
        return Some(with_unit(&interval(&own.hard()), claim.unit.as_deref()));
    }
    let (envelope, unit) = printed(corpus, envelope);
    Some(with_unit(&interval(&Interval::new(envelope.lo, true, envelope.hi, true)), unit))
}

/// An envelope in base units as the claim at its low end prints it, to four digits; every other one as it is.
pub fn printed<'a>(corpus: &'a Corpus<'_>, envelope: &'a Envelope) -> (Envelope, Option<&'a str>) {
    let plain = (envelope.clone(), envelope.unit.as_deref());
    let claim = |id: &Option<String>| corpus.claim(id.as_deref()?);
    let Some(claim) = claim(&envelope.lo_claim).or_else(|| claim(&envelope.hi_claim)) else { return plain };
    let (Some(value), Some(si)) = (&claim.value, &claim.si) else { return plain };
    if claim.unit == envelope.unit || envelope.unit.as_deref() != Some(si.unit.as_ref()) {
        return plain;
    }
    // Degrees Celsius and Fahrenheit do not start at the nought of their base unit: two points make the line.
    let ends = [(value.lo, si.lo), (value.hi, si.hi)].into_iter().filter_map(|(own, base)| own.zip(base));
    let ends: Vec<(Number, Number)> = ends.filter(|(own, _)| *own != Number::ZERO).collect();
    let scale = |number: Number| {
        let ((own, base), rise) = match ends.as_slice() {
            [low, high, ..] if low.1 != high.1 => {
                let rise = high.0.0.checked_sub(low.0.0)?.checked_div(high.1.0.checked_sub(low.1.0)?)?;
                (*low, rise)
            }
            [(own, base), ..] => ((*own, *base), own.0.checked_div(base.0)?),
            [] => return None,
        };
        let printed = own.0.checked_add(number.0.checked_sub(base.0)?.checked_mul(rise)?)?;
        Some(Number(printed.round_sf(4)?.normalize()))
    };
    let scaled = |end: Option<Number>| end.map(scale);
    match (scaled(envelope.lo), scaled(envelope.hi)) {
        (Some(None), _) | (_, Some(None)) => plain,
        (lo, hi) => {
            (Envelope { lo: lo.flatten(), hi: hi.flatten(), ..envelope.clone() }, claim.unit.as_deref())
        }
    }
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
