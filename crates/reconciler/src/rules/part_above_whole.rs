//! The rule `part-above-whole`.

use crosscheck_lexicon::tie::{self, Tie};
use crosscheck_model::Axis;

use crate::context::Context;
use crate::node::Dimension;
use crate::rule::{Check, Document, Local, quote};

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

/// Whether the words between two claims make the second a part of the first.
pub(super) fn is_tied(document: &Document<'_>, whole: usize, part: usize) -> bool {
    // A clause that ends in between starts another statement.
    document.between(whole, part).is_some_and(|between| {
        // "40 deserted, 52 | of whom were officers"
        let behind = || between.contains(',') && tie::begins(&document.after(part).to_lowercase(), Tie::Part);
        between.len() <= 60
            && !between.contains(['.', ';'])
            && (tie::behind(&between.to_lowercase(), Tie::Part).is_some_and(|rest| !opens_clause(rest))
                || behind())
    })
}

/// Whether a clause opens between the tie and the figure: "two flats, including the one from where | three men took a taxi".
fn opens_clause(rest: &str) -> bool {
    rest.split_whitespace().any(|word| matches!(word, "where" | "which" | "who" | "that" | "when"))
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
        let why = format!("{} is said to be part of {}, and is larger.", quote(p), quote(w));
        found.push(Local::conflict(document, (part, whole), Axis::Value, "part_above_whole", why).gross());
    }
    found
}
