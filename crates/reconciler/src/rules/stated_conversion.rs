//! The rule `stated-conversion`.

use crosscheck_model::Axis;

use crate::context::Context;
use crate::rule::{Check, Document, Local, quote};

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
        if near(p, q) {
            continue;
        }
        let why = format!("{} and {} are given as one quantity, and are not.", quote(x), quote(y));
        found.push(Local::conflict(document, (at, at + 1), Axis::Unit, "stated_conversion", why));
    }
    found
}

/// Whether two anchors lie within half the finer rounding, or within five per cent: conversions are made from rounded figures.
fn near(p: crate::node::Quantity, q: crate::node::Quantity) -> bool {
    let (Some(x), Some(y), Some(g), Some(h)) = (p.anchor, q.anchor, p.granularity, q.granularity) else {
        return true;
    };
    let Some(difference) = x.0.checked_sub(y.0) else { return true };
    let half = g.0.min(h.0) / rust_decimal::Decimal::TWO;
    let twentieth = x.0.abs().max(y.0.abs()) / rust_decimal::Decimal::from(20);
    difference.abs() <= half.max(twentieth)
}
