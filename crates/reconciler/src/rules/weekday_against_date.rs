//! The rule `weekday-against-date`.

use crosscheck_model::Axis;

use crate::context::Context;
use crate::node::Node;
use crate::rule::{Check, Document, Local, quote};

crate::declare_rule! {
    /// Reports a date whose weekday is another.
    ///
    /// ## Why it matters
    /// "Tuesday, 20 September 2023" was a Wednesday: one of the two was not checked, and a reader may meet on the wrong day.
    ///
    /// ## When it stays silent
    /// The weekday is that of the date; no year is printed and the date lies far from the day of the document, so that another year may be meant.
    ///
    /// ## Example
    /// "Tuesday, 20 September 2023". Both ends of the link are this one claim.
    pub static WEEKDAY_AGAINST_DATE = { id: "weekday-against-date", relation: Conflict, check: Check::Document(check) }
}

/// Days around the document's own in which a date without a year is of that year.
const NEAR: i64 = 60;

fn check(_: &Context<'_>, document: &Document<'_>) -> Vec<Local> {
    document
        .nodes
        .iter()
        .enumerate()
        .filter_map(|(at, node)| {
            let issue = node.claim.issues.iter().find(|issue| issue.code == "weekday-mismatch")?;
            is_of_that_year(node).then(|| {
                let why = format!("{} contradicts itself: {}.", quote(node), issue.message);
                Local::conflict(document, (at, at), Axis::Date, "weekday", why)
            })
        })
        .collect()
}

fn is_of_that_year(node: &Node<'_>) -> bool {
    let digits = node.claim.surface.split(|c: char| !c.is_ascii_digit());
    let near = node
        .days
        .zip(node.published)
        .is_some_and(|(days, published)| (days.from - published.date).num_days().abs() <= NEAR);
    near || digits.into_iter().any(|run| run.len() == 4)
}
