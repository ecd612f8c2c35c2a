//! The rule `stated-part`.

use crosscheck_model::{Axis, Fact, Relation, Severity};

use crate::context::Context;
use crate::node::{Dimension, Node};
use crate::rule::{Check, Document, Local, Verdict, bracketed, quote};
use crate::rules::part_above_whole::is_tied;

crate::declare_rule! {
    /// Links a count with the whole that its sentence says it is part of.
    ///
    /// ## Why it matters
    /// "69 civilians, including 19 children" are 69 dead and not 88, and the 19 are no rival of another text's 69.
    ///
    /// ## When it stays silent
    /// No word ("including", "among them", "of whom") ties the part to the whole; the part is as large as the whole, or larger (see
    /// `part-above-whole`).
    ///
    /// ## Example
    /// "69 civilians were killed, including 19 children".
    pub static STATED_PART = { id: "stated-part", relation: PartOf, check: Check::Document(check) }
}

fn check(_: &Context<'_>, document: &Document<'_>) -> Vec<Local> {
    let mut found = Vec::new();
    let mut at = 0;
    while at + 1 < document.nodes.len() {
        let whole = at;
        at += 1;
        if !is_tied(document, whole, at) {
            continue;
        }
        // "including | nine foreigners | and three guides"
        loop {
            let (w, p) = (&document.nodes[whole], &document.nodes[at]);
            if !is_part(w, p) {
                break;
            }
            found.push(link(document, at, whole));
            let joined = document.between(at, at + 1);
            if !joined.is_some_and(|between| matches!(between.trim(), "," | "and" | ", and")) {
                break;
            }
            at += 1;
        }
    }
    found
}

fn is_part(whole: &Node<'_>, part: &Node<'_>) -> bool {
    let below = || {
        let (part, whole) = (part.quantity?, whole.quantity?);
        Some(part.hard.hi? < whole.hard.lo? || part.anchor? < whole.anchor?)
    };
    whole.dimension == Dimension::Count && part.dimension == Dimension::Count && below() == Some(true)
}

fn link(document: &Document<'_>, part: usize, whole: usize) -> Local {
    let (p, w) = (&document.nodes[part], &document.nodes[whole]);
    let verdict = Verdict {
        relation: Relation::PartOf,
        axes: vec![Axis::Object],
        severity: Severity::Note,
        flags: Vec::new(),
        reversed: false,
        stands: false,
        facts: [
            Fact { name: "a".into(), value: bracketed(p) },
            Fact { name: "b".into(), value: bracketed(w) },
        ]
        .into(),
        why: format!("{} is said to be part of {}.", quote(p), quote(w)).into(),
    };
    Local { a: part, b: whole, verdict }
}
