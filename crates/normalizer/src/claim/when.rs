//! When a claim holds, and why.

use std::collections::BTreeMap;

use chrono::Days;
use crosscheck_model::raw::Parsed;
use crosscheck_model::{
    Basis, BlockKind, Claim, DateValue, Kind, Mention, Moment, Published, Span, TimexType, When,
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
        && !compared(context.text, mention.span.end, time.span.start)
        && !names_another(context.text, sentence.span.start, time.span)
    {
        return When { from: date.from, to: date.to, basis };
    }
    document(published)
}

/// Whether the date after a figure is that of another figure or of a comparison: "61%, down from 68% in 2019",
/// "61 percent, the lowest since 1992".
fn compared(text: &str, figure: u32, date: u32) -> bool {
    let Some(between) = text.get(figure as usize..date as usize) else { return false };
    let other = |word: &str| {
        let mut parts = between.splitn(2, word);
        parts.next();
        parts.next().is_some_and(|rest| rest.contains(|c: char| c.is_ascii_digit()))
    };
    let since = between.trim_end().ends_with("since");
    let ranked =
        || between.split(' ').any(|word| word.ends_with("est") || word == "worst" || word == "first");
    other(" from ") || other(" against ") || since && ranked()
}

/// Whether the date belongs to the name of another event: "following a brief 2020 war", "lost a 2020 war".
///
/// "In the 2020 war" does date its clause: the event is where the clause's own took place.
fn names_another(text: &str, sentence: u32, date: Span) -> bool {
    let after = text.get(date.end as usize..).and_then(|rest| rest.strip_prefix(' ')).unwrap_or_default();
    let noun = after.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    if !noun.starts_with(char::is_lowercase) || crosscheck_lexicon::verb::noun_event(noun).is_none() {
        return false;
    }
    let before = text.get(sentence as usize..date.start as usize).unwrap_or_default();
    let inside = |word: &str| matches!(word.to_ascii_lowercase().as_str(), "in" | "during" | "of");
    !before.split_whitespace().rev().take(5).any(inside)
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
        let event =
            |head: &str| crosscheck_lexicon::verb::noun_event(head.rsplit(' ').next().unwrap_or(head));
        let counted = claim.object.as_ref().and_then(|object| event(&object.head)).is_some();
        let measured = matches!(claim.kind, Kind::Duration | Kind::Measure | Kind::Ordinal)
            || claim.kind == Kind::Count && counted;
        if !matches!(claim.when.basis, Basis::Document | Basis::Unknown) || !measured {
            continue;
        }
        let event = claim.measure.as_deref().and_then(|measure| measure.rsplit(':').next());
        if let Some(Some(when)) = event.and_then(|event| dates.get(event)) {
            claim.when = When { basis: Basis::Event, ..*when };
        }
    }
}

/// "from 2007 to 2014", "between May and July", "Friday and Saturday": two dates that are one stretch.
pub(super) fn join_ranges(text: &str, claims: Vec<Claim>) -> Vec<Claim> {
    let mut out: Vec<Claim> = Vec::with_capacity(claims.len());
    let mut joined: Vec<(Span, When, When)> = Vec::new();
    for second in claims {
        let start = out.last().and_then(|first| range_start(text, first, &second));
        let (Some(start), Some(first)) = (start, out.last_mut()) else {
            out.push(second);
            continue;
        };
        first.start = start;
        first.end = second.end;
        first.surface = first.span().slice(text).to_owned();
        first.core = first.core.cover(second.core);
        if let (Some(date), Some(end)) = (&mut first.date, &second.date) {
            date.to = end.to;
            date.timex = match (&date.timex, &end.timex) {
                (Some(from), Some(to)) => Some(format!("{from}/{to}")),
                _ => None,
            };
        }
        let begun = first.when;
        first.when.to = second.when.to;
        joined.push((first.sentence, begun, first.when));
    }
    // What is told of the first date of a stretch is told of the whole of it.
    for claim in out.iter_mut().filter(|claim| !claim.kind.is_calendar()) {
        let stretch =
            joined.iter().find(|(sentence, begun, _)| *sentence == claim.sentence && *begun == claim.when);
        if let Some((_, _, whole)) = stretch {
            claim.when = *whole;
        }
    }
    out
}

/// Where a stretch of two dates begins, if the words between and before make one of them.
fn range_start(text: &str, first: &Claim, second: &Claim) -> Option<u32> {
    let (Some(a), Some(b)) = (&first.date, &second.date) else { return None };
    let (Some(from), Some(to)) = (a.from, b.to) else { return None };
    // A stretch is made of two dates, not of a stretch and a third.
    let joined =
        first.date.as_ref().and_then(|date| date.timex.as_deref()).is_some_and(|timex| timex.contains('/'));
    let calendar =
        !joined && first.kind == Kind::Date && second.kind == Kind::Date && a.granularity == b.granularity;
    if !calendar || first.sentence != second.sentence || from > to || first.end > second.start {
        return None;
    }
    let between = text.get(first.end as usize..second.start as usize)?.trim().to_lowercase();
    let before = text.get(first.sentence.start as usize..first.start as usize)?.trim_end();
    let opened = |word: &str| {
        let whole = before.len().checked_sub(word.len()).and_then(|at| before.get(at..))?;
        let edge =
            before[..before.len() - word.len()].chars().next_back().is_none_or(|c| !c.is_alphanumeric());
        (edge && whole.eq_ignore_ascii_case(word))
            .then(|| first.sentence.start + (before.len() - word.len()) as u32)
    };
    match between.as_str() {
        "to" | "through" | "until" | "till" => Some(opened("from").unwrap_or(first.start)),
        "and" => opened("between").or_else(|| {
            let next = a.to.and_then(|end| end.date.succ_opt());
            (next.is_some() && next == b.from.map(|start| start.date)).then_some(first.start)
        }),
        _ => None,
    }
}

/// Whether a claim is dated well before its document: told for context.
pub(super) fn is_background(claim: &Claim, published: &Published) -> bool {
    let (Some(to), Some(day)) = (claim.when.to, published.date) else { return false };
    !matches!(claim.when.basis, Basis::Document | Basis::Unknown)
        && day.date.checked_sub_days(Days::new(BACKGROUND_DAYS)).is_some_and(|limit| to.date < limit)
}
