//! Quantities to intervals, units to base units, nouns to concepts.

mod interval;
mod si;

use crosscheck_lexicon::concept;
use crosscheck_model::raw::{NumberExpr, Parsed, RawQuantity};
use crosscheck_model::{BlockKind, Mention, Object};

use crate::Profile;

pub use interval::value;

/// Normalises one quantity; its date, where it is a duration, is added by [`crate::mention::mentions`].
pub fn normalize(_text: &str, parsed: &Parsed, raw: &RawQuantity, profile: Profile) -> Option<Mention> {
    let block = parsed.sentences.get(raw.sentence as usize).map_or(BlockKind::Body, |sentence| sentence.kind);
    let value = value(&raw.number, raw.bound, raw.kind, profile);
    let si = match raw.number {
        NumberExpr::Pair | NumberExpr::Unread => None,
        _ => raw.unit.as_deref().and_then(|unit| si::si(&value, unit)),
    };
    Some(Mention {
        span: raw.span,
        core: raw.core,
        sentence: raw.sentence,
        block,
        kind: raw.kind,
        value: Some(value),
        bound: raw.bound,
        change: raw.change,
        unit: raw.unit.as_deref().map(str::to_owned),
        si,
        object: raw.object.clone().map(with_concept),
        date: None,
        issues: raw.issues.clone(),
    })
}

/// Looks the counted group up in the taxonomy.
fn with_concept(mut object: Object) -> Object {
    let modifiers: Vec<&str> = object.modifiers.iter().map(String::as_str).collect();
    let found = match &object.of {
        Some(of) => concept::resolve_of(&object.head, &modifiers, of, &[]),
        None => concept::resolve(&object.head, &modifiers),
    };
    object.concept = found.key().map(str::to_owned);
    object
}
