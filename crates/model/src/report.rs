//! The report as other programs read it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{Claim, Document, Finding, Link, Number, Severity};

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

/// A file that the report was made from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct InputFile {
    /// Path as read; `-` for standard input.
    pub path: String,
    /// SHA-256 of its bytes as they lie on the disk, in hexadecimal.
    pub sha256: String,
    /// How many bytes.
    pub bytes: u64,
}

/// What the documents were read and reconciled by.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Configuration {
    /// SHA-256 of `toml`, in hexadecimal.
    pub sha256: String,
    /// Every setting that bears on claims, links and findings, as a `crosscheck.toml` that gives the same.
    pub toml: String,
    /// Bits of evidence that the rules of this report's links ask for, by rule; a rule that is not here asks for no fixed sum.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub evidence: BTreeMap<String, Number>,
    /// The configuration file in force, where there was one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<InputFile>,
}

/// What a report was made from, so that `crosscheck verify` can make it again.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Provenance {
    /// The paths as given.
    pub paths: Vec<String>,
    /// Every file read, in the order of reading: documents, JSON Lines, manifests.
    pub inputs: Vec<InputFile>,
    /// How they were read.
    pub configuration: Configuration,
}

/// A finding of the baseline that is there no more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Gone {
    /// Its fingerprint.
    pub fingerprint: String,
    /// Its severity then.
    pub severity: Severity,
    /// Its headline then.
    pub title: String,
}

/// How the findings stand to those of an earlier report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Compared {
    /// The earlier report.
    pub file: InputFile,
    /// Findings that it does not have.
    pub new: usize,
    /// Findings that it has.
    pub unchanged: usize,
    /// Its findings that are there no more.
    pub gone: Vec<Gone>,
}

/// Everything one run found.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Report {
    /// [`SCHEMA`].
    pub schema: String,
    /// Who wrote it.
    pub tool: Tool,
    /// What it was made from.
    #[serde(default)]
    pub provenance: Provenance,
    /// In the order given.
    pub documents: Vec<Document>,
    /// By document and offset.
    pub claims: Vec<Claim>,
    /// By the claims linked.
    pub links: Vec<Link>,
    /// Gravest first.
    pub findings: Vec<Finding>,
    /// How they stand to an earlier report, where one was given as baseline.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub baseline: Option<Compared>,
    /// Inputs that could not be read.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub left_out: Vec<LeftOut>,
    /// What else the reader should know: a block that was swept, a copied passage left aside.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<String>,
}
