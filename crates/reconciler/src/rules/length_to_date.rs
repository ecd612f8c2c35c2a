//! The rule `length-to-date`.

use crosscheck_lexicon::measures;
use crosscheck_lexicon::traits::{self, Traits};
use crosscheck_model::{Axis, Relation, Severity};

use crate::context::Context;
use crate::facts::{EventRelation, PLAIN};
use crate::lengths::{Fit, counts_from, fit, sorted};
use crate::node::Dimension;
use crate::objects::ObjectRelation;
use crate::rule::{Check, EVIDENCE, Pair, Verdict, quote};

crate::declare_rule! {
    /// Links a length of time with the dates that another text gives for it.
    ///
    /// ## Why it matters
    /// "For more than five years" and "from October 2015 to March 2021" are one stretch; "the first in 21 years" and "the last left in 1995" one gap; "a week after the crash" leads
    /// back to the day of the crash.
    ///
    /// ## When it stays silent
    /// The length is not that of the dates, nor leads from its text to the date; neither the event nor the words around tie the two; a date of one
    /// end is told as a deadline; the length is of days, and the date is no stretch.
    ///
    /// ## Example
    /// "The checks failed for more than five years" and "the checks failed between October 2015 and March 2021".
    pub static LENGTH_TO_DATE = { id: "length-to-date", relation: Compatible, needs: updates, check: Check::Pair(check) }
}

fn check(_: &Context<'_>, pair: &Pair<'_>) -> Option<Verdict> {
    let (length, date) = sorted(pair.a, pair.b)?;
    let facts = pair.facts;
    let by = fit(pair.a, pair.b).filter(|fit| *fit != Fit::Misses)?;
    let tied = matches!(facts.event, EventRelation::Same | EventRelation::Near)
        || facts.near >= PLAIN
        || facts.object == ObjectRelation::Same && length.dimension == Dimension::Age;
    let plain = tied && pair.has(EVIDENCE.updates);
    // "A week after the crash" names the event itself; of one mishap, here it crashed and there it killed.
    let mishap = |class: &str| traits::of_class(class).has(Traits::INCIDENT);
    let alike = |x: &str, y: &str| measures::near(x, y) || mishap(x) && mishap(y);
    let tied = match by {
        Fit::Leads => counts_from(length, date, str::eq) || plain && counts_from(length, date, alike),
        _ => plain,
    };
    if !facts.one_story || date.telling || !tied {
        return None;
    }
    let why = match by {
        Fit::Words => format!("{} is counted by {}.", quote(date), quote(length)),
        Fit::Leads => format!("{} leads back to {}.", quote(length), quote(date)),
        _ => format!("{} is the length that {} leaves.", quote(length), quote(date)),
    };
    Some(pair.verdict(Relation::Compatible, &[Axis::Date], Severity::Note, why))
}
