//! The rule `part-above-whole`.

use crosscheck_model::{Axis, Fact, Relation, Severity};

use crate::context::Context;
use crate::node::Dimension;
use crate::rule::{Check, Document, Local, Verdict, quote, reading};

crate::declare_rule! {
    /// Reports a part that is larger than the whole it is said to be of.
    ///
    /// ## Why it matters
    /// "12 people, including 15 children" is wrong whatever happened.
    ///
    /// ## When it stays silent
    /// No word ("including", "among them", "of whom") ties the part to the whole; the two count unlike things; the whole is open above.
    ///
    /// ## Example
    /// "12 people were hurt, including 15 children".
    pub static PART_ABOVE_WHOLE = { id: "part-above-whole", relation: Conflict, check: Check::Document(check) }
}

/// Words between a whole and its part. Closed class, hence not a table.
const TIES: [&str; 5] = ["including", "among them", "of whom", "of them", "of which"];

/// Whether the words between two claims make the second a part of the first.
pub(super) fn is_tied(document: &Document<'_>, whole: usize, part: usize) -> bool {
    let (w, p) = (&document.nodes[whole], &document.nodes[part]);
    let (from, to) = (w.claim.end as usize, p.claim.start as usize);
    if w.claim.sentence != p.claim.sentence || from > to || to - from > 60 {
        return false;
    }
    let between = document.text.get(from..to).unwrap_or("");
    // A clause that ends in between starts another statement.
    !between.contains(['.', ';']) && {
        let lower = between.to_lowercase();
        TIES.iter().any(|tie| lower.contains(tie))
    }
}

fn check(_: &Context<'_>, document: &Document<'_>) -> Vec<Local> {
    let mut found = Vec::new();
    for whole in 0..document.nodes.len() {
        let part = whole + 1;
        let (Some(w), Some(p)) = (document.nodes.get(whole), document.nodes.get(part)) else { break };
        if w.dimension != Dimension::Count
            || p.dimension != Dimension::Count
            || !is_tied(document, whole, part)
        {
            continue;
        }
        let (Some(all), Some(some)) = (w.hard(), p.hard()) else { continue };
        if !all.lies_below(&some) {
            continue;
        }
        found.push(Local {
            a: part,
            b: whole,
            verdict: Verdict {
                relation: Relation::Conflict,
                axes: vec![Axis::Value],
                severity: Severity::Gross,
                flags: vec!["part_above_whole"],
                reversed: false,
                facts: vec![
                    Fact { name: "a".to_owned(), value: reading(p) },
                    Fact { name: "b".to_owned(), value: reading(w) },
                ],
                why: format!("{} is said to be part of {}, and is larger.", quote(p), quote(w)),
            },
        });
    }
    found
}
