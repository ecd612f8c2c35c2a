//! Problems as values.

use serde::{Deserialize, Serialize};

use crate::Span;

/// Something odd in a text that does not stop the work: "29 February 2015 does not exist".
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Issue {
    /// Kebab-case name of the kind of problem.
    pub code: String,
    /// Where.
    pub span: Span,
    /// What, in one sentence.
    pub message: String,
}
