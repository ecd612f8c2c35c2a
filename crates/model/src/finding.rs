//! What the report shows: one measure of one event, over all documents.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{Number, Severity};

/// How well a finding's figure is supported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// One independent source.
    SingleSource,
    /// Two or more independent sources, none in conflict.
    Corroborated,
    /// At least one conflict.
    Contested,
}

/// Low to high over the claims, and who sets each end.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Envelope {
    /// Lowest value any claim allows.
    pub lo: Option<Number>,
    /// Highest value any claim allows; `None` when a claim is open above.
    pub hi: Option<Number>,
    /// Unit of both.
    pub unit: Option<String>,
    /// Claim that sets `lo`.
    pub lo_claim: Option<String>,
    /// Claim that sets `hi`.
    pub hi_claim: Option<String>,
}

/// One figure picked from the envelope under a named policy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Best {
    /// The claim picked.
    pub claim: String,
    /// The policy that picked it: "conservative", "latest", ...
    pub policy: String,
}

/// How a finding stands to those of an earlier report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum BaselineState {
    /// The earlier report does not have it.
    New,
    /// The earlier report has it too.
    Unchanged,
}

/// Whether a decision still holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum DecisionState {
    /// It holds: the finding is listed apart and fails no run.
    Accepted,
    /// Its last day has passed: the finding counts again.
    Lapsed,
}

/// What the user decided about a finding, from the decisions file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Decision {
    /// Whether it still holds.
    pub state: DecisionState,
    /// Why the finding was accepted, in the user's words.
    pub reason: String,
    /// The last day on which it holds, where the user gave one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub until: Option<NaiveDate>,
}

/// A cluster of claims about one measure of one event.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Finding {
    /// `f1`, `f2`, ... gravest first.
    pub id: String,
    /// Hash of what its differences compare, without offsets or ids: stable under unrelated edits, and each finding
    /// of a report has its own.
    pub fingerprint: String,
    /// The gravest of its links.
    pub severity: Severity,
    /// Headline of the finding.
    pub title: String,
    /// What is measured.
    pub measure: String,
    /// Low to high.
    pub envelope: Envelope,
    /// One figure of the cluster, only where the user named a policy.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub best: Option<Best>,
    /// Copies and shared speakers folded.
    pub independent_sources: usize,
    /// How well supported.
    pub status: Status,
    /// Claim ids in document order.
    pub claims: Vec<String>,
    /// Link ids.
    pub links: Vec<String>,
    /// What an editor should know, in a sentence or two.
    pub summary: String,
    /// How it stands to the baseline, where one was given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub baseline: Option<BaselineState>,
    /// What the user decided about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decision: Option<Decision>,
}

impl Finding {
    /// Whether the user accepted it, and that still holds.
    pub fn is_accepted(&self) -> bool {
        self.decision.as_ref().is_some_and(|decision| decision.state == DecisionState::Accepted)
    }

    /// Whether it asks for action: not accepted, and not known from the baseline.
    pub fn is_open(&self) -> bool {
        !self.is_accepted() && self.baseline != Some(BaselineState::Unchanged)
    }
}
