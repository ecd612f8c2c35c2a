//! The rule `stated-conversion`.

use crosscheck_model::Axis;

use rust_decimal::Decimal;

use crate::context::Context;
use crate::node::Node;
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
        if if is_temperature(x) { is_one_temperature(x, y) } else { near(p, q) } {
            continue;
        }
        let why = format!("{} and {} are given as one quantity, and are not.", quote(x), quote(y));
        found.push(Local::conflict(document, (at, at + 1), Axis::Unit, "stated_conversion", why));
    }
    found
}

fn is_temperature(node: &Node<'_>) -> bool {
    node.claim.si.as_ref().is_some_and(|si| si.unit == "K")
}

/// Whether two temperatures are one, or one difference of temperatures: "35 C (95 F)", "1.5 degrees of warming (2.7 F)".
///
/// Zero is no zero on these scales, so a share of the figure says nothing: half a degree of the coarser printing is left free.
fn is_one_temperature(x: &Node<'_>, y: &Node<'_>) -> bool {
    let degrees = |node: &Node<'_>| match node.claim.unit.as_deref() {
        Some("fahrenheit") => Some(Decimal::new(18, 1)),
        Some("celsius" | "kelvin") => Some(Decimal::ONE),
        _ => None,
    };
    let (Some(p), Some(q)) = (x.quantity, y.quantity) else { return true };
    let (Some(a), Some(b), Some(g), Some(h)) = (p.anchor, q.anchor, p.granularity, q.granularity) else {
        return true;
    };
    let slack = (g.0.max(h.0) / Decimal::TWO).clamp(Decimal::new(75, 2), Decimal::new(25, 1));
    let within = |x: Decimal, y: Decimal| x.checked_sub(y).is_none_or(|rest| rest.abs() <= slack);
    let point = |node: &Node<'_>| {
        let printed = node.claim.value.as_ref()?.point?.0;
        printed.abs().checked_div(degrees(node)?)
    };
    let rise = point(x).zip(point(y)).is_none_or(|(x, y)| within(x, y));
    within(a.0, b.0) || rise
}

/// Whether two anchors lie within half the finer rounding, or within five per cent: conversions are made from rounded figures. One
/// that is rounded to tens - "75 kilometers (50 miles)" - may lie as far as a tenth off.
fn near(p: crate::node::Quantity, q: crate::node::Quantity) -> bool {
    let (Some(x), Some(y), Some(g), Some(h)) = (p.anchor, q.anchor, p.granularity, q.granularity) else {
        return true;
    };
    let Some(difference) = x.0.checked_sub(y.0) else { return true };
    let half = g.0.min(h.0) / Decimal::TWO;
    let most = x.0.abs().max(y.0.abs());
    let rounded = (g.0.max(h.0) / Decimal::TWO).min(most / Decimal::TEN);
    difference.abs() <= half.max(most / Decimal::from(20)).max(rounded)
}
