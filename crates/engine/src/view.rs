//! What a reader is shown of a report.

use crosscheck_model::{Report, Severity};

use crate::settings::Choice as _;

/// The report with the findings of at least this severity, and a note on how many are not shown; `None` when all are.
///
/// Claims and links stay whole. Formats for programs that keep a record (JSON, JSON Lines, the claim graph) take the
/// report itself.
pub fn shown(report: &Report, least: Option<Severity>) -> Option<Report> {
    let least = least?;
    let hidden = report.findings.iter().filter(|finding| finding.severity > least).count();
    if hidden == 0 {
        return None;
    }
    let mut shown = report.clone();
    shown.findings.retain(|finding| finding.severity <= least);
    let findings = if hidden == 1 { "finding" } else { "findings" };
    shown.notes.push(format!(
        "{hidden} {findings} below the severity {} not shown; --min-severity note shows all",
        least.name()
    ));
    Some(shown)
}

/// Whether anything asks for action at this severity or a graver one: not accepted, and not known from a baseline.
pub fn fails(report: &Report, level: Severity) -> bool {
    report.findings.iter().any(|finding| finding.severity <= level && finding.is_open())
}
