//! The rule `part-of-whole`.

use crosscheck_lexicon::concept::ConceptRef;
use crosscheck_lexicon::measures::Behaviour;
use crosscheck_lexicon::traits::Traits;
use crosscheck_model::{Axis, Modality, Relation, Severity};
use rust_decimal::Decimal;

use crate::context::Context;
use crate::evidence;
use crate::facts::{EventRelation, PLAIN, PlaceRelation, TimeRelation};
use crate::node::{Dimension, Node};
use crate::objects::{self, ObjectRelation};
use crate::rule::{Check, EVIDENCE, Pair, Verdict};

crate::declare_rule! {
    /// Links a count of a kind of thing, or of one place, with a count of the whole.
    ///
    /// ## Why it matters
    /// "68 children" and "126 people" of one attack are no two tolls.
    ///
    /// ## When it stays silent
    /// The part is not smaller than the whole; the event, its time or its place differ; the finer noun is only another name.
    ///
    /// ## Example
    /// "At least 68 children were killed" is part of "126 people were killed"; "twelve of them" are part of "43 people".
    pub static PART_OF_WHOLE = { id: "part-of-whole", relation: PartOf, needs: updates, check: Check::Pair(check) }
}

/// An open figure up to this share of the whole is a part; a nearer one may be a rival count under another name.
const SMALL: Decimal = Decimal::from_parts(7, 0, 0, false, 1);

/// Days within which a part of a count that only grows is a part of its later state, and of any other count.
const WEEKS: i64 = 21;
const DAYS: i64 = 3;

/// Whether one counts persons in one of two states, and the other all in either: "dead", "dead or missing".
fn is_state_of(part: &Node<'_>, whole: &Node<'_>) -> bool {
    let (Some(one), Some(both)) = (part.class_name, whole.class_name) else { return false };
    part.is_of(Traits::PERSONS)
        && !one.contains('+')
        && both.contains('+')
        && both.split('+').any(|state| state == one)
}

fn check(cx: &Context<'_>, pair: &Pair<'_>) -> Option<Verdict> {
    let told = pair.part_is_b();
    let reversed = match (pair.facts.object, told) {
        // "12 of them" are of the 43.
        (
            ObjectRelation::Same | ObjectRelation::Absent | ObjectRelation::Finer | ObjectRelation::Coarser,
            Some(part_is_b),
        ) => part_is_b,
        (ObjectRelation::Finer, None) => false,
        (ObjectRelation::Coarser, None) => true,
        // "65 dead" are some of "444 dead or missing".
        (ObjectRelation::Same | ObjectRelation::Absent, None) if is_state_of(pair.b, pair.a) => true,
        (ObjectRelation::Same | ObjectRelation::Absent, None) if is_state_of(pair.a, pair.b) => false,
        // 170,000 in the province, 230,000 in the country, told on one day.
        (ObjectRelation::Same, None) if pair.facts.order.is_none() => match pair.facts.place {
            PlaceRelation::Inside => false,
            PlaceRelation::Around => true,
            _ => return None,
        },
        _ => return None,
    };
    // "The $1.5 billion lottery jackpot", "the $1.6 billion jackpot": a price or a prize is no part of another.
    if pair.a.is_of(Traits::DRIFTS) || pair.b.is_of(Traits::DRIFTS) {
        return None;
    }
    // The 45th president is no part of the 58th inauguration: ranks, results and ages have no parts.
    if matches!(pair.a.dimension, Dimension::Ordinal | Dimension::Score | Dimension::Age) {
        return None;
    }
    // Three were hurt in May, and 70 last night: a count of another time is a part of this one only where the words around tie them.
    let tied = pair.facts.near >= PLAIN || pair.facts.shared_figures > 0 || told.is_some();
    if pair.a.doc != pair.b.doc
        && !matches!(pair.facts.time, TimeRelation::Same | TimeRelation::Unknown)
        && !tied
    {
        return None;
    }
    // "A profit of $12 million", "up from $10 million": a sum of another time is no part of this one.
    let past = |node: &Node<'_>| node.claim.modality == Modality::Background;
    if matches!(pair.a.dimension, Dimension::Money(_)) && past(pair.a) != past(pair.b) {
        return None;
    }
    let (part, whole) = if reversed { (pair.b, pair.a) } else { (pair.a, pair.b) };
    let by_place = pair.facts.object == ObjectRelation::Same && told.is_none() && !is_state_of(part, whole);
    // "At least 68" leaves room above; that it is another name for all of 126 is not what it means.
    let open = part.hard()?.hi.is_none();
    let small = part
        .quantity?
        .anchor
        .zip(whole.quantity?.anchor)
        .is_some_and(|(p, w)| w.0.checked_mul(SMALL).is_some_and(|most| p.0 <= most));
    let below = (open && small)
        || part.hard()?.lies_below(&whole.hard()?)
        || part
            .quantity?
            .anchor
            .zip(whole.quantity?.anchor)
            .is_some_and(|(p, w)| p < w && part.hard().is_some_and(|hard| !hard.has(w)));
    // "Has risen to 161" is the whole of what was 104 before, whatever noun stood beside it then.
    let risen = super::running_figure::is_running(whole) && pair.a.doc != pair.b.doc;
    // "At least 11 miners" on the first day, "51 people" on the next: the only toll of either article, and a part only by its noun.
    let grown = pair.a.doc != pair.b.doc
        && pair.facts.behaviour == Behaviour::Up
        && part.published.zip(whole.published).is_some_and(|(part, whole)| part.date < whole.date)
        && !objects::is_cell_count(part)
        && !part.part
        && !part.added
        && cx.is_only(part);
    // Who was among the dead then is among them now; a share that the words name is one of the days around.
    let earlier = part.published.zip(whole.published).is_some_and(|(part, whole)| part.date <= whole.date);
    let cell = objects::is_cell_count(part) && part.concepts.iter().all(ConceptRef::is_person);
    let still = |days: i64| match pair.facts.behaviour {
        Behaviour::Up => earlier && days <= WEEKS && (part.part || part.added || cell),
        _ => days <= DAYS && (part.part || cell && part.nation != 0),
    };
    let one_time = !grown
        && !risen
        && match pair.facts.time {
            TimeRelation::Apart(days) => still(days),
            _ => true,
        };
    let one_event = pair.facts.event == EventRelation::Same || is_state_of(part, whole);
    if !one_event || !below || !one_time || evidence::besides_size(&pair.facts.score) < EVIDENCE.updates {
        return None;
    }
    let why = format!("{} is part of {}.", crate::rule::quote(part), crate::rule::quote(whole));
    let axis = if by_place { Axis::Place } else { Axis::Object };
    Some(pair.verdict(Relation::PartOf, &[axis], Severity::Note, why).pointing(reversed))
}
