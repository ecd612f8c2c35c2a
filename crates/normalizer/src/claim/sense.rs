//! What a noun of two meanings counts in this article: the coaches of a train, the shots of a gunman.

use std::collections::BTreeMap;

use crosscheck_lexicon::sense;
use crosscheck_model::{Claim, Object};

/// Names the things that a noun of two meanings counts by the noun that has one.
pub(super) fn settle(text: &str, claims: &mut [Claim]) {
    let mut held: BTreeMap<&'static str, bool> = BTreeMap::new();
    for claim in claims {
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
