//! The rule `same-value`.

use crosscheck_lexicon::concept::ConceptRef;
use crosscheck_model::{Axis, Number, Relation, Severity};

use crate::context::Context;
use crate::facts::{EventRelation, PLAIN};
use crate::node::Dimension;
use crate::objects::{self, ObjectRelation};
use crate::quantity::is_fraction;
use crate::rule::{Check, EVIDENCE, Pair, Verdict};

crate::declare_rule! {
    /// Links two claims that say the same.
    ///
    /// ## Why it matters
    /// Two speakers with one figure corroborate each other; one speaker quoted twice does not.
    ///
    /// ## When it stays silent
    /// The bounds differ ("120,000", "up to 120,000": see `overlapping-bounds`), or the units (see `converted-unit`); one text says more finely
    /// what is counted (see `finer-object`).
    ///
    /// ## Example
    /// "killing 32 people" and "32 people were killed".
    pub static SAME_VALUE = { id: "same-value", relation: Agree, needs: fits, check: Check::Pair(check) }
}

fn check(_: &Context<'_>, pair: &Pair<'_>) -> Option<Verdict> {
    let (x, y) = pair.quantities()?;
    // What one article tells more exactly elsewhere it still prints here as the other does.
    let printed = pair.a.claim.value == pair.b.claim.value && !x.hard.is_disjoint(&y.hard);
    // "Half", "50 percent"
    let spelt = is_fraction(pair.a.claim) != is_fraction(pair.b.claim);
    let same = (x.hard == y.hard || printed || spelt)
        && x.anchor == y.anchor
        && pair.same_bound()
        && (pair.same_unit() || spelt);
    let object = match pair.facts.object {
        ObjectRelation::Same => true,
        // Twelve children and twelve of the crew: so small a figure recurs.
        ObjectRelation::Overlapping => {
            !(pair.is_small() || are_two_roles(pair)) || pair.facts.shared_figures > 0
        }
        ObjectRelation::Absent | ObjectRelation::Unknown => {
            pair.has(EVIDENCE.updates) || pair.same_rare_figure()
        }
        // "Income of $139 million", "they earned $139 million": the verb's own thing is one with the noun.
        ObjectRelation::Finer | ObjectRelation::Coarser if told_by_verb(pair) => true,
        ObjectRelation::Finer => objects::is_another_name(pair.a, pair.b),
        ObjectRelation::Coarser => objects::is_another_name(pair.b, pair.a),
        _ => false,
    };
    let needed = if pair.is_small() { EVIDENCE.updates + 0.5 } else { EVIDENCE.fits };
    if !same || !object || pair.recurs() || pair.facts.event == EventRelation::Contrast || !pair.has(needed) {
        return None;
    }
    let (p, q) = pair.quotes();
    let mut axes = vec![Axis::Value];
    let renamed = matches!(pair.facts.object, ObjectRelation::Finer | ObjectRelation::Coarser);
    if pair.facts.object == ObjectRelation::Overlapping || (renamed && pair.a.dimension == Dimension::Count) {
        axes.push(Axis::Object);
    }
    let why = format!("{p} and {q} say the same: {}.", crate::rule::reading(pair.a));
    Some(pair.verdict(Relation::Agree, &axes, Severity::Note, why))
}

/// Whether fewer than a hundred persons are told by two roles that one may have both of, and neither verb nor words tie them: 47 of the crew, 47
/// relatives.
pub(super) fn are_two_roles(pair: &Pair<'_>) -> bool {
    let facts = pair.facts;
    pair.a.dimension == Dimension::Count
        && facts.event == EventRelation::Unknown
        && facts.near < PLAIN
        && !facts.is_aligned()
        && !objects::share_head(pair.a, pair.b)
        && pair.anchors().is_some_and(|(x, _)| x < Number::from(100))
        && pair.a.concepts.iter().chain(pair.b.concepts.iter()).all(ConceptRef::is_person)
}

/// Whether one verb tells of both figures, and gives one of them its thing.
fn told_by_verb(pair: &Pair<'_>) -> bool {
    pair.a.dimension != Dimension::Count
        && pair.a.class != 0
        && pair.a.class == pair.b.class
        && (objects::is_implied(pair.a) || objects::is_implied(pair.b))
}
