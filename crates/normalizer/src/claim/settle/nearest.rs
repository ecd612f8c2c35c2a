//! The topic words that stand nearest to a figure.

use std::cmp::Reverse;
use std::ops::RangeInclusive;

use crosscheck_lexicon::classes::{Classes, classes};
use crosscheck_lexicon::measures;
use crosscheck_lexicon::topic::{self, Side, Topic};
use crosscheck_lexicon::traits::{self, Traits};
use crosscheck_model::Span;

use super::super::around::{Around, tokens};
use super::{Context, personal};

/// What a comma costs in words: it parts what belongs together less often than a full stop, more often than a word.
const COMMA: usize = 4;

/// The topic whose words stand nearest.
pub(super) fn nearest(
    context: Context<'_>,
    around: &Around<'_>,
    kind: &str,
) -> Option<(&'static Topic, Span)> {
    let person = kind == "count" && personal(context);
    let bare = context.mention.object.as_ref().is_none_or(|object| object.implied);
    let mut best: Option<Found> = None;
    let mut leads: Vec<Found> = Vec::new();
    let mut try_at = |i: usize, cost: usize, before: bool| {
        for (topic, len) in topic::at(around.lower(i), |n| around.lower(i + n)) {
            let side = match topic.side {
                Side::Before => before,
                Side::After => !before,
                Side::Any => true,
            };
            // "the $20 million Sorel Loan Association": a word of a name tells of no loan.
            if in_name(around, i, len) {
                continue;
            }
            // The phrase may not run over the figure.
            if !side || before && i + len > around.after || !topic.is_of(kind) {
                continue;
            }
            // What the figure's own span holds is read below.
            let held = kind != "count" && !before && around.words[i].1.start < context.mention.span.end;
            if held || kind == "count" && (topic.root == "person" && !person || topic.root == "-" && bare) {
                continue;
            }
            let cost = if before { cost.saturating_sub(len - 1) } else { cost };
            let end = around.words.get(i + len - 1).map_or(around.words[i].1.end, |word| word.1.end);
            let cue = Span { start: around.words[i].1.start, end };
            if cost > topic.reach {
                continue;
            }
            // "lost 9% since the fine and closed at 202p"
            if before && kind == "money" && cost > 1 && dates(around, i) {
                continue;
            }
            let found = Found { cost, len, topic, cue };
            if before && kind == "money" {
                leads.push(found);
            }
            if best.is_none_or(|best| found.rank() < best.rank()) {
                best = Some(found);
            }
        }
    };
    let mut cost = 0;
    let told_before = if kind == "money" { restated(around) } else { Vec::new() };
    for i in (0..around.after).rev() {
        if around.is_bar(i) {
            break;
        }
        if let Some(told) = told_before.iter().find(|told| told.words.contains(&i)) {
            cost = if told.afresh { 0 } else { cost };
            continue;
        }
        try_at(i, cost, true);
        cost += if around.lower(i) == "," { COMMA } else { 1 };
    }
    let mut cost = 0;
    let mut i = around.after;
    while i < around.words.len() {
        if around.is_bar(i) {
            break;
        }
        if let Some(end) = conversion(around, i)
            .or_else(|| aside(around, i))
            .or_else(|| person.then(|| listed(around, i)).flatten())
        {
            cost += 1;
            i = end;
            continue;
        }
        try_at(i, cost, false);
        cost += if around.lower(i) == "," { COMMA } else { 1 };
        i += 1;
    }
    let mut best = best.map(|best| head_of(context, &leads, best));
    if kind == "money" {
        // "demanded | $5 million in damages": a sum that is asked for has not been given, whatever for.
        let asked = |lead: &&Found| {
            lead.cost == 0 && best.is_some_and(|best| measures::contrast(lead.topic.class, best.topic.class))
        };
        best = leads.iter().find(asked).copied().or(best);
        best = best.filter(|found| !spent_otherwise(context, found));
    }
    // The figure's own span may hold the words, or begin them: "52.3% of the vote", "98.7 percent of ballots | counted".
    if kind != "count" {
        let mut inner = Vec::new();
        let until = around.words.get(around.after + 3).map_or(context.mention.span.end, |word| word.1.end);
        tokens(context.text, context.mention.core.end, until.max(context.mention.span.end), &mut inner);
        let lower: Vec<String> = inner.iter().map(|(word, _)| word.to_lowercase()).collect();
        let inner = Around { after: inner.len(), words: inner, lower };
        let held = inner.words.iter().take_while(|(_, span)| span.start < context.mention.span.end).count();
        for i in 0..held {
            let found = topic::at(inner.lower(i), |n| inner.lower(i + n))
                .filter(|(topic, len)| {
                    topic.is_of(kind)
                        && topic.side != Side::Before
                        && (topic.root != "person" || person)
                        && !in_name(&inner, i, *len)
                })
                .max_by_key(|(_, len)| *len);
            let Some((topic, _)) = found else { continue };
            // "a deficit of 2.9 percent of GDP": the whole that it is a part of says less than its own name.
            // So does the whole after what is said right before: "after counting 98.7 percent of ballots".
            let named = best.filter(|own| {
                own.cost <= 2 && topic.class == "output-share"
                    || own.cost == 0 && own.topic.side == Side::Before
                    || own.topic.weak < topic.weak
            });
            return Some(named.map_or((topic, inner.words[i].1), |own| (own.topic, own.cue)));
        }
    }
    best.map(|found| (found.topic, found.cue))
}

/// Words from a figure to the "or" behind it.
const RESTATED: usize = 10;

/// Words of another figure that tell the same once more, and are passed over.
struct Restated {
    words: RangeInclusive<usize>,
    /// Whether what is measured is looked for right before them.
    afresh: bool,
}

/// The words of a figure that this one tells in another way: "has bid | $78 a share in cash, or | $13.2 billion"; and those that tell
/// an earlier one by the share: "income of $2 million | , or 83 cents a share, | from $1 million".
fn restated(around: &Around<'_>) -> Vec<Restated> {
    let digits = |i: &usize| around.lower(*i).starts_with(|c: char| c.is_ascii_digit());
    let of_own = || {
        let or = (around.after.saturating_sub(3)..around.after).rev().find(|&i| around.lower(i) == "or")?;
        let last = (or.saturating_sub(RESTATED)..or).rev().find(digits)?;
        let first = (0..=last).rev().take_while(digits).last()?;
        Some(Restated { words: first..=or, afresh: true })
    };
    let by_share = (0..around.after).filter(|&or| around.lower(or) == "or").filter_map(|or| {
        let end = (or + 1..(or + RESTATED).min(around.after)).find(|&i| around.lower(i) == ",")?;
        let share = around.lower(end - 1) == "share" && matches!(around.lower(end - 2), "a" | "per");
        let first = if or > 0 && around.lower(or - 1) == "," { or - 1 } else { or };
        (share && digits(&(or + 1))).then_some(Restated { words: first..=end, afresh: false })
    });
    of_own().into_iter().chain(by_share).collect()
}

/// The end of the brackets right behind a measure in which it is given in other units: "3-foot | (1-meter) | barrier".
fn conversion(around: &Around<'_>, open: usize) -> Option<usize> {
    let figure = around.lower(open + 1).starts_with(|c: char| c.is_ascii_digit());
    let close = (open + 2..open + ASIDE).find(|&i| around.lower(i) == ")")?;
    (open == around.after && around.lower(open) == "(" && figure).then_some(close + 1)
}

/// Words of what stands between commas and only describes those counted.
const ASIDE: usize = 10;

/// The end of what stands between commas behind a count and only tells who they are: "405 tourists | , all from the mainland, | on board".
fn aside(around: &Around<'_>, comma: usize) -> Option<usize> {
    let opens = matches!(
        around.lower(comma + 1),
        "all"
            | "both"
            | "many"
            | "most"
            | "mostly"
            | "mainly"
            | "some"
            | "several"
            | "among"
            | "including"
            | "largely"
            | "chiefly"
            | "half"
    );
    let end = (comma + 2..comma + ASIDE).find(|&i| around.lower(i) == ",")?;
    (opens && around.lower(comma) == ",").then_some(end + 1)
}

/// Words of another member of a list.
const MEMBER: usize = 4;

/// The end of a further counted group of one list: "12 sailors | , three cooks | and 240 tourists on board".
fn listed(around: &Around<'_>, joint: usize) -> Option<usize> {
    let next = joint + 1 + usize::from(around.lower(joint) == "," && around.lower(joint + 1) == "and");
    let figure = |i: usize| {
        let lower = around.lower(i);
        lower.starts_with(|c: char| c.is_ascii_digit()) || classes(lower).has(Classes::NUMBER)
    };
    if !matches!(around.lower(joint), "," | "and") || !figure(next) {
        return None;
    }
    // A word that no noun group holds ends it.
    let end = (next + 1..next + 1 + MEMBER).find(|&i| {
        let lower = around.lower(i);
        let told = topic::at(lower, |n| around.lower(i + n)).next().is_some();
        matches!(lower, "," | "") || told || classes(lower).has(Classes::STOPWORD)
    })?;
    (end > next + 1).then_some(end)
}

/// Whether words stand within a name: "High | Income | Fund", where not every word is written large.
fn in_name(around: &Around<'_>, at: usize, len: usize) -> bool {
    let named = |i: usize| around.is_name(i);
    let next = at + len;
    let within = (at..next).all(named) && next != around.after && named(next);
    let corporate = |i: usize| traits::of_word(around.lower(i)).has(Traits::CORPORATE.or(Traits::ENDS_NAME));
    let last = || (next..).take_while(|&i| i != around.after && named(i)).last();
    within && last().is_some_and(corporate)
}

/// Whether a noun only says when: "since the fine", "after its bid".
fn dates(around: &Around<'_>, at: usize) -> bool {
    let from_event = |at: usize| traits::of_word(around.lower(at)).has(Traits::FROM_EVENT);
    let determiner = |at: usize| classes(around.lower(at)).has(Classes::DETERMINER);
    at.checked_sub(1).is_some_and(|lead| {
        from_event(lead) || determiner(lead) && lead.checked_sub(1).is_some_and(from_event)
    })
}

/// Words of a topic in reach of a figure.
#[derive(Debug, Clone, Copy)]
struct Found {
    cost: usize,
    len: usize,
    topic: &'static Topic,
    cue: Span,
}

impl Found {
    /// The lowest is meant: no weak one beside another, then the nearest, then the longest.
    fn rank(&self) -> (usize, usize, Reverse<usize>) {
        (self.topic.weak, self.cost, Reverse(self.len))
    }
}

/// Bytes between a noun and the one that hangs on it: "the cash value | of the | jackpot".
const HANGS: u32 = 10;

/// The topic on whose words those of another hang: "the cash payout for the jackpot was | $98 million" is the payout. A sum right
/// behind the words is theirs: "a profit on sales of | $5 million".
fn head_of(context: Context<'_>, leads: &[Found], found: Found) -> Found {
    let between = |from: u32, to: u32| Span { start: from, end: to }.slice(context.text).trim();
    let start = context.mention.span.start;
    if found.cue.end > start || matches!(between(found.cue.end, start), "" | "of" | "at" | "a" | "an") {
        return found;
    }
    let hangs = |lead: &&Found| {
        let gap = found.cue.start.checked_sub(lead.cue.end).is_some_and(|gap| gap <= HANGS);
        let joint = || between(lead.cue.end, found.cue.start).split(' ').next().unwrap_or_default();
        gap && lead.topic.weak <= found.topic.weak && matches!(joint(), "of" | "for" | "on" | "from" | "in")
    };
    leads.iter().find(hangs).copied().unwrap_or(found)
}

/// "The winner of the jackpot paid | $2": whether a verb of another use of money stands between the words and the figure.
fn spent_otherwise(context: Context<'_>, found: &Found) -> bool {
    let Some(frame) = context.frame else { return false };
    let (Some(span), Some(class)) = (frame.predicate, frame.class.as_deref()) else { return false };
    found.cue.end <= span.start
        && span.end <= context.mention.span.start
        && traits::of_class(class).has(Traits::SPENDS)
        && class != found.topic.class
        && !measures::near(class, found.topic.class)
}
