//! SARIF 2.1.0: what code hosts and editors read.
//!
//! One result a difference, at its first claim, with the other claim as a related location.
//! <https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html>

use std::collections::BTreeMap;

use crosscheck_model::{BaselineState, Claim, DecisionState, Severity};
use serde_json::{Value, json};

use crate::{Corpus, Difference, json as writer, wording};

/// Links of at least this severity.
pub fn render(corpus: &Corpus<'_>, least: Severity) -> serde_json::Result<String> {
    let differences = corpus.differences(least);
    let mut rules: Vec<&str> = differences.iter().map(|found| found.link.rule.as_ref()).collect();
    rules.sort_unstable();
    rules.dedup();
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let mut results: Vec<Value> =
        differences.iter().map(|found| result(corpus, found, &rules, &mut seen)).collect();
    let gone = corpus.report.baseline.iter().flat_map(|baseline| &baseline.gone);
    results.extend(gone.filter(|gone| gone.severity <= least).map(|gone| {
        json!({
            "level": level(gone.severity),
            "message": { "text": brackets(&gone.title) },
            "partialFingerprints": { "crosscheck/v1": gone.fingerprint },
            "baselineState": "absent",
        })
    }));
    let artifacts: Vec<Value> = corpus
        .report
        .documents
        .iter()
        .map(|document| {
            json!({
                "location": { "uri": wording::uri(&document.path) },
                "length": document.bytes,
                "hashes": { "sha-256": document.sha256 },
                "roles": ["analysisTarget"],
            })
        })
        .collect();
    let notifications: Vec<Value> = corpus
        .report
        .left_out
        .iter()
        .map(|left| json!({ "level": "error", "message": { "text": format!("left out: {}: {}", left.path, left.reason) } }))
        .collect();
    let driver = json!({
        "name": corpus.report.tool.name,
        "semanticVersion": corpus.report.tool.version,
        "rules": rules.iter().map(|rule| json!({ "id": rule })).collect::<Vec<_>>(),
    });
    writer::pretty_value(&json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": driver },
            "columnKind": "unicodeCodePoints",
            "invocations": [{
                "executionSuccessful": true,
                "toolExecutionNotifications": notifications,
            }],
            "artifacts": artifacts,
            "results": results,
        }],
    }))
}

fn result(
    corpus: &Corpus<'_>,
    found: &Difference<'_>,
    rules: &[&str],
    seen: &mut BTreeMap<String, usize>,
) -> Value {
    let link = found.link;
    let axes: Vec<&str> = link.axes.iter().map(|axis| wording::axis(*axis)).collect();
    // The finding and the words that differ, without offsets: unrelated edits change nothing.
    let print =
        format!("{}/{}/{}/{}", found.finding.fingerprint, link.rule, found.a.surface, found.b.surface);
    let count = seen.entry(print.clone()).or_default();
    *count += 1;
    let mut related = location(corpus, found.b);
    related["id"] = json!(1);
    related["message"] = json!({ "text": found.b.surface });
    let mut result = json!({
        "ruleId": link.rule,
        "ruleIndex": rules.binary_search(&link.rule.as_ref()).unwrap_or_default(),
        "level": level(link.severity),
        "message": { "text": format!("{} The other words: [{}](1).", brackets(&link.why), brackets(&found.b.surface)) },
        "locations": [location(corpus, found.a)],
        "relatedLocations": [related],
        "partialFingerprints": { "crosscheck/v1": format!("{print}/{count}") },
        "rank": (100.0 - 25.0 * f64::from(link.severity as u8)),
        "properties": {
            "finding": found.finding.id,
            "link": link.id,
            "title": found.finding.title,
            "relation": wording::relation(link.relation),
            "axes": axes,
            "severity": wording::severity(link.severity),
            "independentSources": found.finding.independent_sources,
        },
    });
    if let Some(state) = found.finding.baseline {
        result["baselineState"] = json!(match state {
            BaselineState::New => "new",
            BaselineState::Unchanged => "unchanged",
        });
    }
    if let Some(decision) = &found.finding.decision {
        let status = match decision.state {
            DecisionState::Accepted => "accepted",
            DecisionState::Lapsed => "rejected",
        };
        // The decision stands in the user's own file, never in a document.
        result["suppressions"] =
            json!([{ "kind": "external", "status": status, "justification": decision.reason }]);
    }
    result
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Gross | Severity::Discrepancy => "error",
        Severity::Tension => "warning",
        Severity::Note => "note",
    }
}

/// Text of a SARIF message, where `[words](1)` is a link to a related location.
fn brackets(text: &str) -> String {
    text.replace('\\', "\\\\").replace('[', "\\[").replace(']', "\\]")
}

fn location(corpus: &Corpus<'_>, claim: &Claim) -> Value {
    let Some(source) = corpus.source(claim) else { return json!({}) };
    let index = corpus.report.documents.iter().position(|document| document.id == claim.document);
    let mut region = json!({
        "byteOffset": claim.start,
        "byteLength": claim.end - claim.start,
        "snippet": { "text": claim.surface },
    });
    if let (Some((line, column)), Some((end_line, end_column))) =
        (source.place(claim.start), source.place(claim.end))
    {
        region["startLine"] = json!(line);
        region["startColumn"] = json!(column);
        region["endLine"] = json!(end_line);
        region["endColumn"] = json!(end_column);
    }
    json!({
        "physicalLocation": {
            "artifactLocation": { "uri": wording::uri(&source.document.path), "index": index },
            "region": region,
        }
    })
}
