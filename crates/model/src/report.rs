//! The report as other programs read it.

use serde::{Deserialize, Serialize};

use crate::{Claim, Document, Finding, Link};

/// The schema name of [`Report`]; changes with any renamed or removed field.
pub const SCHEMA: &str = "crosscheck.report/1";

/// Who wrote the report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Tool {
    /// Always "crosscheck".
    pub name: String,
    /// Version of the program.
    pub version: String,
}

/// An input that was left out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LeftOut {
    /// Path as given, with the line where one is known.
    pub path: String,
    /// Why, and what to do.
    pub reason: String,
}

/// Everything one run found.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Report {
    /// [`SCHEMA`].
    pub schema: String,
    /// Who wrote it.
    pub tool: Tool,
    /// In the order given.
    pub documents: Vec<Document>,
    /// By document and offset.
    pub claims: Vec<Claim>,
    /// By the claims linked.
    pub links: Vec<Link>,
    /// Gravest first.
    pub findings: Vec<Finding>,
    /// Inputs that could not be read.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub left_out: Vec<LeftOut>,
    /// What else the reader should know: a block that was swept, a copied passage left aside.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<String>,
}
