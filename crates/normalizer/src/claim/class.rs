//! The event class of a claim, where the words beside the figure or the thing counted say more than its predicate.
//!
//! The order is that of how sure they are: [`of_words`] first, then [`of_object`], and [`of_count`] once the measure is known.

use crosscheck_lexicon::traits::{self, Traits};
use crosscheck_model::{Event, Kind, Object};

use super::settle::Settled;
use super::{Context, measure, object};

/// What the words beside a figure settle stands for whatever predicate was found: "the toll", "80 percent of the vote".
pub(super) fn of_words(text: &str, settled: &Settled, event: &mut Option<Event>) {
    let event = event.get_or_insert_default();
    event.concept = Some(settled.class.to_owned());
    event.surface = settled.cue.slice(text).to_owned();
    event.lemma = settled.class.to_owned();
    event.span = Some(settled.cue);
}

/// What the thing counted makes of its predicate; the last of these that applies holds.
pub(super) fn of_object(
    context: Context<'_>,
    object: Option<&Object>,
    settled: bool,
    event: &mut Option<Event>,
) {
    let kind = context.mention.kind;
    if let (Some(object), Some(event)) = (object, event.as_mut()) {
        let class = event
            .concept
            .as_deref()
            .and_then(|class| measure::by_object(class, object, kind))
            .map(str::to_owned);
        event.concept = class.or(event.concept.take());
    }
    // "Confirmed | five more cases": where the verb only tells of them, the noun is the event.
    if let (Some(object), Some(event)) = (object, event.as_mut())
        && event.concept.is_none()
        && kind == Kind::Count
        && traits::of_word(&event.lemma).has(Traits::TALLIES)
    {
        event.concept =
            measure::noun_event(object).filter(|class| object::of_persons(class)).map(str::to_owned);
    }
    // "A | 735-foot ship | was bound for the coast", "the | 90-tonne crane | fell": an extent told as an adjective is the thing's own.
    if let Some(event) = event.as_mut().filter(|_| !settled && is_attributive(context)) {
        event.concept = Some("measure".to_owned());
        event.lemma = "measure".to_owned();
    }
    if let Some(event) = event.as_mut().filter(|event| measure::seats(event, object, kind)) {
        event.concept = Some("capacity".to_owned());
    }
    // "20,000 deaths and disappearances": what is counted together is one state of two.
    if let Some(states) = object.and_then(object::states) {
        event.get_or_insert_default().concept = Some(states);
    }
    // "Ten people are killed and | 15 injured, mostly tourists": a second state has no verb of its own.
    if let (Some(object), Some(event), false) = (object, event.as_mut(), settled)
        && let Some(state) = object::other_state(context, object, event)
    {
        event.concept = Some(state.to_owned());
    }
}

/// Whether a length, an area, a weight or a count of storeys is hyphened to the noun that has it.
fn is_attributive(context: Context<'_>) -> bool {
    let mention = context.mention;
    let extent = mention.si.as_ref().is_some_and(|si| matches!(si.unit.as_ref(), "m" | "m2" | "m3" | "kg"));
    let hyphened = context.text.get(mention.core.end as usize..).is_some_and(|rest| rest.starts_with('-'));
    // "the | nine-storey block | collapsed"
    let high = || {
        let object = mention.object.as_ref().map(|object| object.head.as_str());
        object.is_some_and(|head| head == "story" || traits::of_word(head).has(Traits::STOREYS))
    };
    hyphened && (mention.kind == Kind::Measure && extent || mention.kind == Kind::Count && high())
}

/// "Dispatched a team after | two quakes": a counted event is its own, whatever verb stands near.
pub(super) fn of_count(
    kind: Kind,
    object: Option<&Object>,
    measure: Option<&str>,
    event: &mut Option<Event>,
) {
    if let (Some(measure), Some(event), Kind::Count) = (measure, event, kind)
        && let Some(class) = object.and_then(measure::noun_event)
        && measure.rsplit(':').next() == Some(class)
    {
        event.concept = Some(class.to_owned());
    }
}
