//! Two dates that are one stretch.

use crosscheck_lexicon::tense::{Directions, directions};
use crosscheck_model::{Claim, Kind, Moment, Span, When};

use super::super::around::between;

/// "from 2007 to 2014", "between May and July", "Friday and Saturday": two dates that are one stretch, of the figures that
/// took the first of them as well.
pub(in crate::claim) fn join_ranges(text: &str, claims: Vec<Claim>) -> Vec<Claim> {
    let mut out: Vec<Claim> = Vec::with_capacity(claims.len());
    let mut joined: Vec<(Span, When, Option<Moment>)> = Vec::new();
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
        joined.push((first.sentence, first.when, second.when.to));
        first.when.to = second.when.to;
    }
    // Both lists are in order of the text.
    let mut ranges = joined.as_slice();
    for claim in &mut out {
        while let [(sentence, ..), rest @ ..] = ranges
            && sentence.end <= claim.sentence.start
        {
            ranges = rest;
        }
        let range =
            ranges.iter().take_while(|(sentence, ..)| *sentence == claim.sentence).find(|(_, part, _)| {
                (part.from, part.to, part.basis) == (claim.when.from, claim.when.to, claim.when.basis)
            });
        if let Some((_, _, to)) = range {
            claim.when.to = *to;
        }
    }
    out
}

/// Words before "from" in which a verb of change stands.
const REACH: usize = 6;

/// Whether the words before a "from" tell that a day was changed: "was postponed | from", "was brought forward | from".
fn is_changed(before: &str) -> bool {
    before.split_whitespace().rev().skip(1).take(REACH).take_while(|word| !word.ends_with([',', ';'])).any(
        |word| {
            let lower = word.to_lowercase();
            lower == "forward" || directions(&lower).has(Directions::PUT_OFF)
        },
    )
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
    let between = between(text, first, second).trim().to_lowercase();
    let before = text.get(first.sentence.start as usize..first.start as usize)?.trim_end();
    let opened = |word: &str| {
        let whole = before.len().checked_sub(word.len()).and_then(|at| before.get(at..))?;
        let edge =
            before[..before.len() - word.len()].chars().next_back().is_none_or(|c| !c.is_alphanumeric());
        (edge && whole.eq_ignore_ascii_case(word))
            .then(|| first.sentence.start + (before.len() - word.len()) as u32)
    };
    match between.as_str() {
        // "1973-90", "3-5 June"
        // "moved from 20 May to 3 June": two days of one event.
        "to" if opened("from").is_some() && is_changed(before) => None,
        "to" | "through" | "until" | "till" | "-" | "\u{2013}" | "\u{2014}" => {
            Some(opened("from").unwrap_or(first.start))
        }
        "and" => opened("between").or_else(|| {
            let next = a.to.and_then(|end| end.date.succ_opt());
            (next.is_some() && next == b.from.map(|start| start.date)).then_some(first.start)
        }),
        _ => None,
    }
}
