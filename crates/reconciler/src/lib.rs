#![doc = include_str!("../README.md")]

use crosscheck_model::{Claim, Document, Finding, Link};

/// A document with its text, as the reconciler needs it for finding copies.
#[derive(Debug, Clone, Copy)]
pub struct Source<'a> {
    /// What the report says of it.
    pub document: &'a Document,
    /// Its text.
    pub text: &'a str,
}

/// What the reconciler finds.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Reconciled {
    /// Typed edges, by the claims linked.
    pub links: Vec<Link>,
    /// Findings, gravest first.
    pub findings: Vec<Finding>,
    /// Per document, the group of documents that copy one text.
    pub copy_groups: Vec<Option<String>>,
    /// Blocks that were swept and the like.
    pub notes: Vec<String>,
}

/// Links the claims of several documents.
pub fn reconcile(_sources: &[Source<'_>], _claims: &[Claim]) -> Reconciled {
    Reconciled::default()
}
