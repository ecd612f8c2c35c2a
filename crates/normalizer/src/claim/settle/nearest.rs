//! The topic words that stand nearest to a figure.

use crosscheck_lexicon::topic::{self, Side, Topic};
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
    let mut best: Option<(usize, usize, &'static Topic, Span)> = None;
    let mut try_at = |i: usize, cost: usize, before: bool| {
        for (topic, len) in topic::at(around.lower(i), |n| around.lower(i + n)) {
            let side = match topic.side {
                Side::Before => before,
                Side::After => !before,
                Side::Any => true,
            };
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
            if cost <= topic.reach
                && best.is_none_or(|(least, most, ..)| cost < least || cost == least && len > most)
            {
                best = Some((cost, len, topic, cue));
            }
        }
    };
    let mut cost = 0;
    for i in (0..around.after).rev() {
        if around.is_bar(i) {
            break;
        }
        try_at(i, cost, true);
        cost += if around.lower(i) == "," { COMMA } else { 1 };
    }
    let mut cost = 0;
    for i in around.after..around.words.len() {
        if around.is_bar(i) {
            break;
        }
        try_at(i, cost, false);
        cost += if around.lower(i) == "," { COMMA } else { 1 };
    }
    // The figure's own span may hold the words, or begin them: "52.3% of the vote", "98.7 percent of ballots | counted".
    if kind != "count" {
        let mut inner = Vec::new();
        let until = around.words.get(around.after + 3).map_or(context.mention.span.end, |word| word.1.end);
        tokens(context.text, context.mention.core.end, until.max(context.mention.span.end), &mut inner);
        let lower: Vec<String> = inner.iter().map(|(word, _)| word.to_lowercase()).collect();
        let held = inner.iter().take_while(|(_, span)| span.start < context.mention.span.end).count();
        for i in 0..held {
            let found = topic::at(&lower[i], |n| lower.get(i + n).map_or("", String::as_str))
                .filter(|(topic, _)| {
                    topic.is_of(kind) && topic.side != Side::Before && (topic.root != "person" || person)
                })
                .max_by_key(|(_, len)| *len);
            let Some((topic, _)) = found else { continue };
            // "a deficit of 2.9 percent of GDP": the whole that it is a part of says less than its own name.
            // So does the whole after what is said right before: "after counting 98.7 percent of ballots".
            let named = best.filter(|(cost, _, own, _)| {
                *cost <= 2 && topic.class == "output-share" || *cost == 0 && own.side == Side::Before
            });
            return Some(named.map_or((topic, inner[i].1), |(_, _, own, cue)| (own, cue)));
        }
    }
    best.map(|(_, _, topic, cue)| (topic, cue))
}
