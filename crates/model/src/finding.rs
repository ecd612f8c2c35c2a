//! What the report shows: one measure of one event, over all documents.

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

/// A cluster of claims about one measure of one event.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Finding {
    /// `f1`, `f2`, ... gravest first.
    pub id: String,
    /// Hash of what is claimed, without offsets: stable under unrelated edits.
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
}
