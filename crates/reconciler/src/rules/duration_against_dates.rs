//! The rule `duration-against-dates`.

use chrono::NaiveDate;
use crosscheck_model::{Axis, Granularity, Interval, Number};
use rust_decimal::Decimal;

use crate::context::Context;
use crate::lengths::slack;
use crate::node::{Dimension, Node};
use crate::rule::{Check, Document, Local, quote};

crate::declare_rule! {
    /// Reports a stated length of time that start and end, stated beside it, do not leave.
    ///
    /// ## Why it matters
    /// "The three-day talks, held from 4 to 9 March" has a wrong length or a wrong date.
    ///
    /// ## When it stays silent
    /// Length and dates are of different events or stand in different sentences; either way of counting the first and the last day fits;
    /// dates known to the month or year leave room; the sentence holds another length or span;
    /// "ten days between 1 and 20 May" are some of them.
    ///
    /// ## Example
    /// "the three-day talks, held from 4 to 9 March".
    pub static DURATION_AGAINST_DATES = { id: "duration-against-dates", relation: Conflict, check: Check::Document(check) }
}

fn check(_: &Context<'_>, document: &Document<'_>) -> Vec<Local> {
    let mut found = Vec::new();
    let mut from = 0;
    for sentence in document.nodes.chunk_by(|a, b| a.claim.sentence == b.claim.sentence) {
        let only = |wanted: &dyn Fn(&Node<'_>) -> bool| {
            let mut all = sentence.iter().enumerate().filter(|(_, node)| wanted(node));
            all.next().filter(|_| all.next().is_none())
        };
        let length = only(&|node| node.dimension == Dimension::Duration);
        let span = only(&|node| span(node).is_some());
        if let (Some((x, length)), Some((y, dates))) = (length, span)
            && ((topic(length).is_some() && topic(length) == topic(dates))
                || is_spelt_out(document, from + x, from + y))
            && let (Some(hard), Some(possible)) = (length.hard(), self::span(dates))
            && hard.is_disjoint(&possible)
            && !is_part(length, dates)
        {
            let why = format!("{} and {} cannot be one stretch of time.", quote(length), quote(dates));
            found.push(Local::conflict(document, (from + x, from + y), Axis::Date, "duration", why));
        } else if let Some(slip) = begun_and_ended(document, from, sentence) {
            found.push(slip);
        } else if let Some(slip) = beside(document, from, sentence) {
            found.push(slip);
        }
        from += sentence.len();
    }
    found
}

/// Whether a length is told by the two dates right behind it: "for 12 years, from 1998 to 2006".
fn is_spelt_out(document: &Document<'_>, length: usize, dates: usize) -> bool {
    let beside = document.between(length, dates).is_some_and(|between| matches!(between.trim(), "" | ","));
    beside && document.nodes[dates].claim.surface.to_lowercase().starts_with("from")
}

/// A length whose first and last day are told by two predicates: "the five-day strike began on 8 April and ended on 19 April".
fn begun_and_ended(document: &Document<'_>, from: usize, sentence: &[Node<'_>]) -> Option<Local> {
    let all = |dimension: Dimension| {
        sentence.iter().enumerate().filter(move |(_, node)| node.dimension == dimension)
    };
    let [(x, length)] = all(Dimension::Duration).collect::<Vec<_>>()[..] else { return None };
    let [(_, first), (y, last)] = all(Dimension::Calendar).collect::<Vec<_>>()[..] else { return None };
    let topic = topic(length)?;
    let ended = self::topic(last)?.strip_prefix("end/")?;
    if self::topic(first)? != topic || ended != topic || first.claim.kind != last.claim.kind {
        return None;
    }
    let (begin, end) = (first.claim.date.as_ref()?, last.claim.date.as_ref()?);
    if begin.granularity != end.granularity {
        return None;
    }
    let possible = lengths(begin.from?.date, end.to?.date, end.granularity)?;
    length.hard()?.is_disjoint(&possible).then(|| {
        let why = format!("{} is not the time from {} to {}.", quote(length), quote(first), quote(last));
        Local::conflict(document, (from + x, from + y), Axis::Date, "duration", why)
    })
}

/// A length printed right beside the two dates that it should fit: "the 10-day truce from 1 to 5 May".
fn beside(document: &Document<'_>, from: usize, sentence: &[Node<'_>]) -> Option<Local> {
    let (x, length, issue) = sentence.iter().enumerate().find_map(|(x, node)| {
        let issue = node.claim.issues.iter().find(|issue| issue.code == "length-mismatch")?;
        Some((x, node, issue))
    })?;
    let dates = |node: &Node<'_>| node.dimension == Dimension::Calendar;
    let y = (x + 1..sentence.len())
        .find(|y| dates(&sentence[*y]))
        .or_else(|| (0..x).rev().find(|y| dates(&sentence[*y])))?;
    let why = format!("{} does not fit: {}.", quote(length), issue.message);
    Some(Local::conflict(document, (from + x, from + y), Axis::Date, "duration", why))
}

/// "worked ten days between 1 and 20 May": some days of the stretch, where "the ten-day work" is all of it.
fn is_part(length: &Node<'_>, dates: &Node<'_>) -> bool {
    !length.claim.surface.contains('-') && dates.claim.surface.to_lowercase().starts_with("between")
}

/// What a length or date is of: the measure behind its kind.
fn topic<'n>(node: &Node<'n>) -> Option<&'n str> {
    let (_, topic) = node.claim.measured()?;
    Some(topic).filter(|topic| !topic.is_empty() && *topic != "-")
}

/// The lengths in seconds that a span of two printed ends leaves: the last day counted or not, and the ends as fine as they are printed.
fn span(node: &Node<'_>) -> Option<Interval> {
    let date = node.claim.date.as_ref().filter(|_| node.dimension == Dimension::Calendar)?;
    let (from, to) = (date.from?, date.to?);
    // Two ends are printed as "2024-03-04/2024-03-09".
    if !date.timex.as_deref()?.contains('/') || from.time.is_some() || to.time.is_some() {
        return None;
    }
    lengths(from.date, to.date, date.granularity)
}

/// The lengths in seconds between two ends that are printed so fine.
fn lengths(from: NaiveDate, to: NaiveDate, granularity: Granularity) -> Option<Interval> {
    let slack = slack(granularity)?;
    let days = (to - from).num_days();
    let seconds = |days: i64| Decimal::from(days).checked_mul(Decimal::from(86_400)).map(Number);
    Some(Interval::closed(seconds((days - 2 * slack).max(0))?, seconds(days + 1)?))
}
