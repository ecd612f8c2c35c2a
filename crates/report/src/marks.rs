//! Which words of a claim a link is about.

use crosscheck_model::{Axis, Claim, Link, Span};

/// The spans, inside the claim or beside it, in which it differs from the claim at the other end; in order.
///
/// Empty when the link is not about words: two documents that copy one text.
pub fn differing(link: &Link, claim: &Claim) -> Vec<Span> {
    let mut spans: Vec<Span> = link.axes.iter().filter_map(|axis| span(*axis, claim)).collect();
    spans.sort();
    spans.dedup();
    spans.retain(|span| !span.is_empty());
    spans
}

fn span(axis: Axis, claim: &Claim) -> Option<Span> {
    let whole = claim.span();
    let object = claim.object.as_ref().and_then(|object| object.span);
    let event = claim.event.as_ref().and_then(|event| event.span);
    match axis {
        Axis::Value | Axis::Bound if claim.kind.is_calendar() => Some(whole),
        Axis::Value => Some(claim.core),
        // The hedge may stand on either side of the number: "more than 50", "50 or more".
        Axis::Bound if claim.core.start > whole.start => {
            Some(Span { start: whole.start, end: claim.core.end })
        }
        Axis::Bound => match object {
            Some(object) if object.start >= claim.core.end => Some(Span { end: object.start, ..whole }),
            _ => Some(whole),
        },
        Axis::Unit => {
            let end = object.filter(|object| object.start > claim.core.end).map_or(whole.end, |o| o.start);
            Some(if end > claim.core.end { Span { start: claim.core.end, end } } else { whole })
        }
        Axis::Object => Some(object.unwrap_or(whole)),
        Axis::Date => Some(whole).filter(|_| claim.date.is_some()),
        Axis::Actor => event,
        Axis::Place | Axis::Attribution | Axis::Document => None,
    }
}
