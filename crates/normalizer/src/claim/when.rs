//! When a claim holds, and why.

use std::collections::BTreeMap;

use chrono::Days;
use crosscheck_model::raw::Parsed;
use crosscheck_model::{
    Basis, BlockKind, Claim, DateValue, Kind, Mention, Moment, Published, TimexType, When,
};

use super::Context;

/// Days before publication from which a dated event is another time's.
const BACKGROUND_DAYS: u64 = 60;

/// The claim's own date, else that of its clause, else the document's day.
pub(super) fn when(
    context: Context<'_>,
    parsed: &Parsed,
    mentions: &[Mention],
    published: &Published,
) -> When {
    let Context { mention, frame, sentence, .. } = context;
    let caption = sentence.kind == BlockKind::Caption;
    let as_of = frame.is_some_and(|frame| frame.cues.iter().any(|cue| cue == "as_of"));
    let basis = match (as_of, caption) {
        (true, _) => Basis::AsOf,
        (_, true) => Basis::Caption,
        _ => Basis::Adjunct,
    };
    if mention.kind.is_calendar()
        && let Some(date) = &mention.date
    {
        return When { from: date.from, to: date.to, basis };
    }
    let time = frame.and_then(|frame| frame.time).and_then(|index| parsed.times.get(index as usize));
    if let Some(time) = time
        && let Some(date) = dated(mentions, time.span.start, time.span.end)
        && (date.from.is_some() || date.to.is_some())
    {
        return When { from: date.from, to: date.to, basis };
    }
    document(published)
}

/// The date of the calendar mention at those offsets.
fn dated(mentions: &[Mention], start: u32, end: u32) -> Option<&DateValue> {
    let first = mentions.partition_point(|mention| mention.span.end <= start);
    mentions[first..]
        .iter()
        .take_while(|mention| mention.span.start < end)
        .filter(|mention| mention.kind.is_calendar())
        .find_map(|mention| mention.date.as_ref())
        .filter(|date| matches!(date.kind, TimexType::Date | TimexType::Time))
}

fn document(published: &Published) -> When {
    match published.date {
        Some(at) => {
            let day = Some(Moment::day(at.date));
            When { from: day, to: day, basis: Basis::Document }
        }
        None => When { from: None, to: None, basis: Basis::Unknown },
    }
}

/// An undated length or state takes the date that another sentence gives to the same event, when there is one only.
pub(super) fn by_event(claims: &mut [Claim]) {
    let mut dates: BTreeMap<String, Option<When>> = BTreeMap::new();
    for claim in claims.iter().filter(|claim| claim.kind.is_calendar() && claim.when.from.is_some()) {
        let Some(event) = claim.measure.as_deref().and_then(|measure| measure.strip_prefix("date:")) else {
            continue;
        };
        let entry = dates.entry(event.to_owned()).or_insert(Some(claim.when));
        if entry.is_some_and(|when| (when.from, when.to) != (claim.when.from, claim.when.to)) {
            *entry = None;
        }
    }
    for claim in claims.iter_mut() {
        if !matches!(claim.when.basis, Basis::Document | Basis::Unknown) || claim.kind != Kind::Duration {
            continue;
        }
        let event = claim.measure.as_deref().and_then(|measure| measure.strip_prefix("duration:"));
        if let Some(Some(when)) = event.and_then(|event| dates.get(event)) {
            claim.when = When { basis: Basis::Event, ..*when };
        }
    }
}

/// Whether a claim is dated well before its document: told for context.
pub(super) fn is_background(claim: &Claim, published: &Published) -> bool {
    let (Some(to), Some(day)) = (claim.when.to, published.date) else { return false };
    !matches!(claim.when.basis, Basis::Document | Basis::Unknown)
        && day.date.checked_sub_days(Days::new(BACKGROUND_DAYS)).is_some_and(|limit| to.date < limit)
}
