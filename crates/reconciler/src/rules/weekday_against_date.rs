//! The rule `weekday-against-date`.

use crosscheck_model::Axis;

use crate::context::Context;
use crate::node::Node;
use crate::rule::{Check, Document, Local, quote};

crate::declare_rule! {
    /// Reports a date whose weekday is another, or that no calendar has.
    ///
    /// ## Why it matters
    /// "Tuesday, 20 September 2023" was a Wednesday: one of the two was not checked, and a reader may meet on the wrong day.
    /// There was no 29 February 2015.
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
            let told = |code: &str| matches!(code, "weekday-mismatch" | "no-such-date");
            let issue = node.claim.issues.iter().find(|issue| told(&issue.code))?;
            let missing = issue.code == "no-such-date";
            // No year has a 31 April; which February has 29 days, the year tells.
            let in_no_year = missing && !issue.message.contains("-02-29");
            (in_no_year || is_of_that_year(node)).then(|| {
                let slip = if missing { "cannot be" } else { "contradicts itself" };
                let why = format!("{} {slip}: {}.", quote(node), issue.message);
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
