//! What earlier runs and decisions say of the findings, and what the report was made from.

use crosscheck_model::{DecisionState, Finding};

use super::Page;
use crate::{Corpus, wording};

/// Findings of a baseline, or inputs, that are named before "and 12 more".
const NAMED: usize = 20;

impl Page<'_> {
    /// Findings that the user accepted, apart from the others.
    pub(super) fn accepted(&mut self) {
        let accepted: Vec<&Finding> =
            self.corpus.report.findings.iter().filter(|finding| finding.is_accepted()).collect();
        if accepted.is_empty() {
            return;
        }
        self.heading("Accepted");
        for finding in accepted {
            let Some(decision) = &finding.decision else { continue };
            let until = decision.until.map(|until| format!(", until {until}")).unwrap_or_default();
            let level = wording::severity(finding.severity);
            let state = wording::baseline(finding).map(|state| format!(" ({state})")).unwrap_or_default();
            let text = format!("{level} {}{state}: {}", finding.id, finding.title);
            self.entry("  ", &text);
            self.entry("    ", &format!("{}{until} ({})", decision.reason, finding.fingerprint));
        }
    }

    /// Findings of the baseline that are there no more.
    pub(super) fn gone(&mut self) {
        let Some(compared) = &self.corpus.report.baseline else { return };
        if compared.gone.is_empty() {
            return;
        }
        self.heading(&format!("Gone since {}", compared.file.path));
        for gone in compared.gone.iter().take(NAMED) {
            self.entry("  ", &format!("{}: {}", wording::severity(gone.severity), gone.title));
        }
        self.and_more(compared.gone.len());
    }

    /// What the report was made from, in the order of a list of checksums.
    pub(super) fn provenance(&mut self, inputs: bool) {
        let report = self.corpus.report;
        let provenance = &report.provenance;
        self.heading("Provenance");
        let configuration = &provenance.configuration;
        let mut text = format!("{} {}; configuration ", report.tool.name, report.tool.version);
        text += configuration.sha256.get(..16).unwrap_or_default();
        if let Some(file) = &configuration.file {
            text += &format!(" with {}", file.path);
        }
        if let Some(compared) = &report.baseline {
            text += &format!("; baseline {}", compared.file.path);
        }
        if !inputs {
            text += &format!("; {}", wording::count(provenance.inputs.len(), "input", "inputs"));
            return self.entry("  ", &text);
        }
        self.entry("  ", &text);
        for file in provenance.inputs.iter().take(NAMED) {
            self.entry("  ", &format!("{} {}", file.path, file.sha256));
        }
        self.and_more(provenance.inputs.len());
    }

    fn and_more(&mut self, all: usize) {
        if all > NAMED {
            self.entry("  ", &format!("and {} more, in --format json", all - NAMED));
        }
    }
}

/// What the summary adds: how many are new, and how many were accepted.
pub(super) fn tally(corpus: &Corpus<'_>) -> Vec<String> {
    let report = corpus.report;
    let accepted = report.findings.iter().filter(|finding| finding.is_accepted()).count();
    let mut parts = Vec::new();
    if let Some(compared) = &report.baseline {
        parts.push(format!("{} new and {} gone", compared.new, compared.gone.len()));
    }
    if accepted > 0 {
        parts.push(format!("{accepted} accepted"));
    }
    parts
}

/// That a decision about a finding holds no longer.
pub(super) fn lapsed(finding: &Finding) -> String {
    let lapsed = finding.decision.as_ref().filter(|decision| decision.state == DecisionState::Lapsed);
    let Some((decision, until)) = lapsed.and_then(|decision| Some((decision, decision.until?))) else {
        return String::new();
    };
    format!("accepted until {until}, which has passed: {}", decision.reason)
}
