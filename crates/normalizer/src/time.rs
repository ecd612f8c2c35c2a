//! Temporal expressions to calendar intervals and TIMEX3.

use crosscheck_model::raw::Parsed;
use crosscheck_model::{Mention, Published};

use crate::Prefer;

/// Resolves every temporal expression of a document, in order of offset.
pub fn resolve(_text: &str, _parsed: &Parsed, _published: &Published, _prefer: Prefer) -> Vec<Mention> {
    Vec::new()
}
