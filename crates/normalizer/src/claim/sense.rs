//! What a noun of two meanings counts or names in this article: the coaches of a train, the shots of a gunman, the strike of its drivers.

use std::collections::BTreeMap;

use crosscheck_lexicon::sense;
use crosscheck_model::{Claim, Object};

/// Names the things that a noun of two meanings counts by the noun that has one.
pub(super) fn settle(text: &str, claims: &mut [Claim]) {
    let mut held: BTreeMap<&'static str, bool> = BTreeMap::new();
    for claim in claims {
        events(text, claim, &mut held);
        let Some(object) = claim.object.as_mut() else { continue };
        let Some(sense) = sense::sense(&object.head) else { continue };
        let holds = *held.entry(sense.means).or_insert_with(|| {
            let lower = text.to_lowercase();
            sense.holds(lower.split(|c: char| !c.is_alphanumeric()))
        });
        if holds {
            rename(object, sense.means, &mut claim.measure);
        }
    }
}

/// Gives the event of a claim the class that its noun has among the words of this article.
fn events(text: &str, claim: &mut Claim, held: &mut BTreeMap<&'static str, bool>) {
    let Some(event) = claim.event.as_mut() else { return };
    let Some(class) = event.concept.as_deref() else { return };
    // "The strike | lasted eight days": the noun is the thing that a length or a date is of.
    let thing = claim.object.as_ref().map(|object| object.head.as_str());
    let named = sense::event(&event.lemma, class).or_else(|| sense::event(thing?, class));
    let Some(sense) = named else { return };
    let holds = *held.entry(sense.means).or_insert_with(|| {
        let lower = text.to_lowercase();
        sense.may_hold(lower.split(|c: char| !c.is_alphanumeric()))
    });
    if !holds {
        return;
    }
    if let Some(own) = claim.measure.as_mut()
        && let Some(front) = own.strip_suffix(class).filter(|front| front.ends_with([':', '/']))
    {
        *own = format!("{front}{}", sense.means);
    }
    event.concept = Some(sense.means.to_owned());
}

/// Gives an object another head, and its family to the measure.
fn rename(object: &mut Object, head: &str, measure: &mut Option<String>) {
    let before = super::measure::root(object);
    head.clone_into(&mut object.head);
    let modifiers: Vec<&str> = object.modifiers.iter().map(String::as_str).collect();
    object.concept = crosscheck_lexicon::concept::resolve(head, &modifiers).key().map(str::to_owned);
    if let (Some(before), Some(after), Some(own)) = (before, super::measure::root(object), measure.as_mut())
        && let Some(rest) = own.strip_prefix(&before).filter(|rest| rest.starts_with(':'))
    {
        *own = format!("{after}{rest}");
    }
}
