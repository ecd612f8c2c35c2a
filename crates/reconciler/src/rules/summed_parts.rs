//! The rule `summed-parts`.

use crosscheck_model::{Axis, Bound, Number, Relation, Severity};

use crate::context::Context;
use crate::facts::EventRelation;
use crate::node::Node;
use crate::rule::{Check, EVIDENCE, Pair, Verdict, quote};

crate::declare_rule! {
    /// Links each figure of a row with the sum of the row that another text gives.
    ///
    /// ## Why it matters
    /// "900 passengers and 140 crew were evacuated" and "1,040 people were evacuated" are one count, told in parts and whole; as two states of
    /// one count, or as two rival counts, they would be a false alarm.
    ///
    /// ## When it stays silent
    /// The row does not make the other figure to the last digit, or its figures are bounded or rounded; the other text tells of another
    /// event; the other figure is itself one of a row.
    ///
    /// ## Example
    /// "$55 million for lost wages and $60 million for pain" are part of "awarded $115 million".
    pub static SUMMED_PARTS = { id: "summed-parts", relation: PartOf, needs: fits, check: Check::Pair(check) }
}

/// Whether the first is one of a row that makes the second.
fn is_summand(part: &Node<'_>, whole: &Node<'_>) -> bool {
    part.row.is_some()
        && part.row == whole.anchor()
        && whole.row.is_none()
        && whole.claim.bound == Bound::Exact
        && part.anchor().is_some_and(|anchor| anchor > Number::ZERO)
}

fn check(_: &Context<'_>, pair: &Pair<'_>) -> Option<Verdict> {
    let reversed = match (is_summand(pair.a, pair.b), is_summand(pair.b, pair.a)) {
        (true, false) => false,
        (false, true) => true,
        _ => return None,
    };
    let (part, whole) = if reversed { (pair.b, pair.a) } else { (pair.a, pair.b) };
    if pair.a.doc == pair.b.doc || pair.facts.event != EventRelation::Same || !pair.has(EVIDENCE.fits) {
        return None;
    }
    let why = format!("{} is part of {}: the figures of its row add up to that.", quote(part), quote(whole));
    Some(pair.verdict(Relation::PartOf, &[Axis::Object], Severity::Note, why).pointing(reversed))
}
