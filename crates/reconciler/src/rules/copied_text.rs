//! The rule `copied-text`.

use crosscheck_model::{Axis, Relation, Severity};

use crate::context::Context;
use crate::lengths::count_apart;
use crate::objects::ObjectRelation;
use crate::rule::{Check, Pair, Verdict};
use crate::speakers;
use crate::times::minutes_apart;

crate::declare_rule! {
    /// Links one sentence printed twice.
    ///
    /// ## Why it matters
    /// Two outlets that print one agency item are one source: the figure is not corroborated by being copied.
    ///
    /// ## When it stays silent
    /// Less than half of the shorter sentence's five-word runs stand in the other; each names a speaker of its own (see `same-value`); the
    /// figure, its bound or its object
    /// was changed in the copy: then the rule that names the change decides, with the flag `copied_text`.
    ///
    /// ## Example
    /// "A blast killed six people and injured 32 in the northern district of the town" in two papers.
    pub static COPIED_TEXT = { id: "copied-text", relation: Copy, check: Check::Pair(check) }
}

fn check(_: &Context<'_>, pair: &Pair<'_>) -> Option<Verdict> {
    let facts = pair.facts;
    let same_value = match (pair.a.quantity, pair.b.quantity) {
        (Some(x), Some(y)) => {
            x.hard == y.hard
                && pair.a.claim.bound == pair.b.claim.bound
                && pair.a.claim.unit == pair.b.claim.unit
        }
        (None, None) => {
            pair.a.days.is_some()
                && pair.a.days == pair.b.days
                && pair.a.open == pair.b.open
                && pair.clocks().is_none_or(|(x, y)| x == y)
                && minutes_apart(pair.a, pair.b) == 0
                && !count_apart(pair.a, pair.b)
        }
        _ => false,
    };
    // "Police said 44 were hurt", "Doctors said 44 were hurt": so short a sentence is worded alike by chance, and two speakers corroborate.
    if !facts.is_aligned()
        || !same_value
        || speakers::are_two(pair.a, pair.b, facts.speaker)
        || !matches!(facts.object, ObjectRelation::Same | ObjectRelation::Absent)
        || facts.crossing
    {
        return None;
    }
    let (p, q) = pair.quotes();
    let why = format!(
        "{p} and {q} stand in one text: {:.0} % of the shorter sentence's five-word runs are in the other.",
        facts.containment * 100.0
    );
    Some(pair.verdict(Relation::Copy, &[Axis::Document], Severity::Note, why))
}
