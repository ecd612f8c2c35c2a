//! Where a document that is added to as the news comes in begins anew: "Update 12:52 p.m.: ...".
//!
//! What stands in two such entries was known at two times, whichever of them the document puts first.

use crosscheck_lexicon::traits::{self, Traits};

use crate::node::Node;

/// Letters of the head of an entry within which its mark stands: "Update 12:52 p.m.: ".
const HEAD: usize = 32;

/// Tells each claim of one document which entry it stands in.
pub(crate) fn mark(text: &str, nodes: &mut [Node<'_>]) {
    let starts = starts(text);
    if starts.is_empty() {
        return;
    }
    for node in nodes {
        let before = starts.partition_point(|start| *start <= node.claim.start);
        node.entry = u32::try_from(before).unwrap_or(u32::MAX);
    }
}

/// Where the entries begin.
fn starts(text: &str) -> Vec<u32> {
    let mut at = 0_u32;
    let mut starts = Vec::new();
    for line in text.split_inclusive('\n') {
        if is_head(line) {
            starts.push(at);
        }
        at = at.saturating_add(u32::try_from(line.len()).unwrap_or(u32::MAX));
    }
    starts
}

/// Whether a line opens with the mark of an entry, up to a colon: "UPDATE 3:", "Update, 2:10 p.m.: "; "updated figures show" is prose.
fn is_head(line: &str) -> bool {
    let line = line.trim_start_matches(|c: char| !c.is_alphanumeric());
    let word = line.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    if !traits::of_word(&word.to_lowercase()).has(Traits::ENTRY) {
        return false;
    }
    let rest = line.get(word.len()..).unwrap_or_default();
    let head: String = rest.chars().take(HEAD).collect();
    let Some((mark, _)) = head.split_once(": ") else { return false };
    // A clock, a number, a zone; no prose.
    mark.split_whitespace().all(|part| {
        part.starts_with(|c: char| c.is_ascii_digit())
            || part.chars().filter(|c| c.is_alphabetic()).count() <= 2
            || part.chars().all(|c| !c.is_lowercase())
    })
}
