//! A typed, explained edge between two claims.

use std::borrow::Cow;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

/// The name of a difference or agreement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Relation {
    /// The same said twice.
    Agree,
    /// Both can be true.
    Compatible,
    /// `a` says more precisely what `b` says.
    Refines,
    /// `a` is the later state of a running figure.
    Updates,
    /// `a` is a part of `b`.
    PartOf,
    /// One text retold; one source.
    Copy,
    /// Both cannot be true.
    Conflict,
}

impl Relation {
    /// Whether the order of the two claims carries no meaning.
    pub fn is_symmetric(self) -> bool {
        matches!(self, Self::Agree | Self::Compatible | Self::Copy | Self::Conflict)
    }
}

/// In what respect.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Axis {
    Value,
    Object,
    Unit,
    Bound,
    Date,
    Place,
    Actor,
    Attribution,
    Document,
}

/// How much it matters; the gravest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// The conclusion flips: ten times over, a slip of digits or unit, a part above its whole.
    Gross,
    /// The texts cannot both be right.
    Discrepancy,
    /// They can, but a reader takes them to differ.
    Tension,
    /// Worth knowing: an update, a rounding, an agreement.
    Note,
}

/// One reason why two claims were taken to speak of the same thing.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ScorePart {
    /// What was compared.
    pub name: Cow<'static, str>,
    /// Weight of evidence in bits: log2 of the odds.
    pub weight: f64,
}

/// Additive match weights in the manner of Fellegi and Sunter (1969).
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Score {
    /// Sum of the parts.
    pub total: f64,
    /// The parts, in a fixed order; shared by links that weigh the same.
    pub parts: Arc<[ScorePart]>,
}

/// One thing a rule looked at, as it was when the rule fired.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Fact {
    /// What: "a", "b", "object", "time", ...
    pub name: Cow<'static, str>,
    /// Its value in words or in interval notation.
    pub value: String,
}

/// An edge of the claim graph.
///
/// A large corpus has millions of these, most of them alike: words that many links have in common are held once.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Link {
    /// `l1`, `l2`, ... by the claims linked.
    pub id: String,
    /// First claim; the finer, the part or the later where the relation has a direction.
    pub a: String,
    /// Second claim.
    pub b: String,
    /// The name of the difference.
    pub relation: Relation,
    /// In what respect.
    pub axes: Vec<Axis>,
    /// How much it matters.
    pub severity: Severity,
    /// Fine print in snake_case: "same_speaker", "corrects", "stale", "mutated".
    pub flags: Vec<Cow<'static, str>>,
    /// Kebab-case id of the rule that decided.
    pub rule: Cow<'static, str>,
    /// Why the two were compared at all.
    pub score: Score,
    /// What the rule compared, by name: "a" and "b" hold the two intervals or dates, "object" the two concepts.
    #[serde(default, skip_serializing_if = "is_empty")]
    pub facts: Arc<[Fact]>,
    /// One sentence a reader understands.
    pub why: Arc<str>,
}

fn is_empty(facts: &[Fact]) -> bool {
    facts.is_empty()
}
