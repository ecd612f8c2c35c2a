//! An earlier report beside this one: which findings are new, which were known, which are gone.
//!
//! Findings are marked and none is dropped: whoever reads the result sees all of it.

use std::collections::BTreeSet;

use crosscheck_model::report::{Compared, Gone, InputFile, SCHEMA};
use crosscheck_model::{BaselineState, Report};

/// Reads a report saved with `--format json`.
///
/// # Errors
/// When the text is no report, or one of another schema; the message says what to do.
pub fn saved(name: &str, text: &str) -> Result<Report, String> {
    #[derive(serde::Deserialize)]
    struct Head {
        schema: String,
    }
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    // A report of another schema may lack what this one needs, so its schema is looked at first.
    if let Ok(Head { schema }) = serde_json::from_str::<Head>(text)
        && schema != SCHEMA
    {
        return Err(format!(
            "{name} has the schema {schema:?}; this program reads {SCHEMA}: make the report again"
        ));
    }
    serde_json::from_str(text)
        .map_err(|error| format!("{name} is not a report saved with --format json: {error}"))
}

/// Marks every finding as new or unchanged against the earlier report, and names those that are gone.
pub fn mark(report: &mut Report, earlier: &Report, file: InputFile) {
    let known: BTreeSet<&str> = earlier.findings.iter().map(|finding| finding.fingerprint.as_str()).collect();
    for finding in &mut report.findings {
        let known = known.contains(finding.fingerprint.as_str());
        finding.baseline = Some(if known { BaselineState::Unchanged } else { BaselineState::New });
    }
    let here: BTreeSet<&str> = report.findings.iter().map(|finding| finding.fingerprint.as_str()).collect();
    let gone: Vec<Gone> = earlier
        .findings
        .iter()
        .filter(|finding| !here.contains(finding.fingerprint.as_str()))
        .map(|finding| Gone {
            fingerprint: finding.fingerprint.clone(),
            severity: finding.severity,
            title: finding.title.clone(),
        })
        .collect();
    let unchanged =
        report.findings.iter().filter(|finding| finding.baseline == Some(BaselineState::Unchanged)).count();
    report.baseline = Some(Compared { file, new: report.findings.len() - unchanged, unchanged, gone });
}
