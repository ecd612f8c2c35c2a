//! The rule `actor-mismatch`.

use crosscheck_lexicon::place as gazetteer;
use crosscheck_lexicon::traits::{self, Traits};
use crosscheck_model::{Axis, Relation, Severity};

use crate::context::Context;
use crate::facts::{EventRelation, PLAIN, PlaceRelation};
use crate::node::Node;
use crate::objects::ObjectRelation;
use crate::rule::{Check, EVIDENCE, Pair, Verdict};

crate::declare_rule! {
    /// Reports one deed said to be done by two countries.
    ///
    /// ## Why it matters
    /// The figure agrees and hides that the texts quarrel over who did it: what Airwars calls contested.
    ///
    /// ## When it stays silent
    /// A text only suspects, or names two; the names are of one side, or the gazetteer does not know them; the figures differ, or nothing near
    /// both shows that one deed is meant.
    ///
    /// ## Example
    /// "A Syrian air raid killed 17 civilians in the market of Ostrel" against "Russian planes killed 17 civilians in the market of Ostrel".
    pub static ACTOR_MISMATCH = { id: "actor-mismatch", relation: Conflict, needs: conflict, check: Check::Pair(check) }
}

/// The one country that an agent names; none where it names two or only suspects one.
fn country(node: &Node<'_>) -> Option<&'static str> {
    let agent = node.claim.event.as_ref()?.agent.as_deref()?.to_lowercase();
    let mut found = None;
    for word in agent.split(|c: char| !(c.is_alphabetic() || c == '.')) {
        if traits::of_word(word).has(Traits::UNSURE) {
            return None;
        }
        let Some(place) = gazetteer::place(word) else { continue };
        if found.is_some_and(|known| known != place.key) {
            return None;
        }
        found = Some(place.key);
    }
    found
}

fn check(_: &Context<'_>, pair: &Pair<'_>) -> Option<Verdict> {
    let facts = pair.facts;
    if facts.event != EventRelation::Same
        || facts.object != ObjectRelation::Same
        || facts.place == PlaceRelation::Apart
        || !pair.same_anchor()
        || !pair.same_bound()
        || !facts.one_mood
        || facts.near < PLAIN
        || !pair.has(EVIDENCE.conflict)
    {
        return None;
    }
    let (x, y) = (country(pair.a)?, country(pair.b)?);
    let holds = |inner: &'static str, outer: &str| {
        std::iter::successors(Some(inner), |key| gazetteer::within(key)).take(8).any(|key| key == outer)
    };
    if holds(x, y) || holds(y, x) {
        return None;
    }
    let (p, q) = pair.quotes();
    let why = format!("{p} and {q} are of one deed, which one text lays to {x}, the other to {y}.");
    Some(
        pair.verdict(Relation::Conflict, &[Axis::Actor], Severity::Discrepancy, why)
            .fact("actor", format!("{x} / {y}")),
    )
}
