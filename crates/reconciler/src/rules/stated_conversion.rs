//! The rule `stated-conversion`.

use crosscheck_model::{Axis, Fact, Relation, Severity};

use crate::context::Context;
use crate::rule::{Check, Document, Local, Verdict, quote, reading};

crate::declare_rule! {
    /// Reports a conversion that a text states and that does not convert.
    ///
    /// ## Why it matters
    /// "10 miles (15 kilometres)" shows that one of the two numbers was not checked, and readers carry off either.
    ///
    /// ## When it stays silent
    /// The two meet within the rounding of the coarser; the second figure does not follow the first in brackets.
    ///
    /// ## Example
    /// "60 metres (500 feet)".
    pub static STATED_CONVERSION = { id: "stated-conversion", relation: Conflict, check: Check::Document(check) }
}

fn check(_: &Context<'_>, document: &Document<'_>) -> Vec<Local> {
    let mut found = Vec::new();
    for (at, pair) in document.nodes.windows(2).enumerate() {
        let (x, y) = (&pair[0], &pair[1]);
        if !crate::readings::is_stated_twice(document.text, x, y) {
            continue;
        }
        let (Some(p), Some(q)) = (x.quantity, y.quantity) else { continue };
        // A reader forgives twice the rounding: conversions are themselves made from rounded figures.
        if !p.hard.is_disjoint(&q.hard) || near(p, q) {
            continue;
        }
        found.push(Local {
            a: at,
            b: at + 1,
            verdict: Verdict {
                relation: Relation::Conflict,
                axes: vec![Axis::Unit],
                severity: Severity::Discrepancy,
                flags: vec!["stated_conversion"],
                reversed: false,
                facts: vec![
                    Fact { name: "a".to_owned(), value: reading(x) },
                    Fact { name: "b".to_owned(), value: reading(y) },
                ],
                why: format!("{} and {} are given as one quantity, and are not.", quote(x), quote(y)),
            },
        });
    }
    found
}

/// Whether two anchors lie within the sum of their roundings, or within five per cent.
fn near(p: crate::node::Quantity, q: crate::node::Quantity) -> bool {
    let (Some(x), Some(y)) = (p.anchor, q.anchor) else { return true };
    let Some(difference) = x.0.checked_sub(y.0) else { return true };
    let slack = p
        .granularity
        .map_or_else(Default::default, |g| g.0)
        .checked_add(q.granularity.map_or_else(Default::default, |g| g.0));
    let twentieth = x.0.abs().max(y.0.abs()).checked_div(rust_decimal::Decimal::from(20));
    difference.abs() <= slack.unwrap_or_default() || difference.abs() <= twentieth.unwrap_or_default()
}
