//! The rule `stated-zones`.

use crosscheck_lexicon::compass::keeps_greenwich_time;
use crosscheck_model::{Axis, Kind};

use crate::context::Context;
use crate::rule::{Check, Document, Local, quote};

crate::declare_rule! {
    /// Reports one moment that a text gives on two clocks that do not agree.
    ///
    /// ## Why it matters
    /// "9 a.m. EDT (1400 GMT)" is an hour off, and "0737 GMT" beside "7:37 am local time" takes one clock for the other.
    ///
    /// ## When it stays silent
    /// The two clocks are as far apart as their zones; a zone is not named or not known; the times are of two moments.
    ///
    /// ## Example
    /// "at 9 a.m. EDT (1400 GMT)".
    pub static STATED_ZONES = { id: "stated-zones", relation: Conflict, check: Check::Document(check) }
}

fn check(_: &Context<'_>, document: &Document<'_>) -> Vec<Local> {
    let timed = |at: usize| document.nodes[at].claim.kind == Kind::Time;
    (0..document.nodes.len())
        .filter_map(|at| {
            let node = &document.nodes[at];
            let told = |code: &str| matches!(code, "zone-mismatch" | "gmt-as-local");
            let issue = node.claim.issues.iter().find(|issue| told(&issue.code))?;
            if issue.code == "gmt-as-local" && node.claim.place.as_deref().is_some_and(keeps_greenwich_time) {
                return None;
            }
            // The other clock stands before; where it is far off, the claim stands for both.
            let other = (0..at).rev().take(8).find(|other| timed(*other)).unwrap_or(at);
            let why = format!("{}: {}.", quote(node), issue.message);
            Some(Local::conflict(document, (other, at), Axis::Unit, "zone", why))
        })
        .collect()
}
