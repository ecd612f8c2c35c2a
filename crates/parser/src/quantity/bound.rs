//! Bounds and approximators around a number, and the direction it moved.

use crosscheck_lexicon::bound as table;
use crosscheck_lexicon::classes::Classes;
use crosscheck_lexicon::label;
use crosscheck_model::{Bound, Change};

use crate::token::{TokenKind, Words};

/// How far back a change verb is looked for.
const REACH: usize = 6;

fn named(name: &str) -> Bound {
    match name {
        "about" => Bound::About,
        "nearly" => Bound::Nearly,
        "more_than" => Bound::MoreThan,
        "at_least" => Bound::AtLeast,
        "less_than" => Bound::LessThan,
        "at_most" => Bound::AtMost,
        "up_to" => Bound::UpTo,
        _ => Bound::Exact,
    }
}

/// The bound that ends just before token `from`, and its first token. Of two bounds the outer one says more: "at least
/// some 50"; a determiner may stand between.
pub(super) fn before(words: Words<'_>, from: usize, is_time: bool) -> Option<(Bound, usize)> {
    let mut found: Option<(Bound, usize)> = None;
    let mut at = from;
    for _ in 0..3 {
        // "within the first 24 hours"
        let first = is_time && at > 1 && words.lower(at - 1) == "first" && words.lower(at - 2) == "the";
        let mut edge = if first { at - 1 } else { at };
        while edge > 0
            && edge + 2 + usize::from(first) > at
            && matches!(words.lower(edge - 1), "the" | "a" | "an" | "his" | "her" | "its" | "their" | "total")
            || edge > 1 && words.lower(edge - 1) == "of" && words.lower(edge - 2) == "total"
        {
            edge -= 1;
        }
        if edge == 0 {
            break;
        }
        let token = |i: usize| if i < edge { words.lower(edge - 1 - i) } else { "" };
        let step = table::before(token).or_else(|| {
            let token = |i: usize| if i < at { words.lower(at - 1 - i) } else { "" };
            (edge != at && at > 0)
                .then(|| table::before(token))
                .flatten()
                .map(|(len, name)| (len + edge - at.min(edge), name))
        });
        let Some((len, name)) = step else { break };
        let first = edge.saturating_sub(len);
        // "over the past 3 years" is no bound, nor is "around the two leaders".
        if edge < at
            && len == 1
            && !matches!(words.lower(edge - 1), "about" | "nearly" | "almost" | "roughly" | "within")
        {
            break;
        }
        if is_time && matches!(words.lower(first), "past") {
            break;
        }
        let bound = named(name);
        if words.lower(first) == "over" && len == 1 && is_particle(words, first, is_time) {
            break;
        }
        let outer = match found {
            // "more than an estimated 300", "as many as about 40".
            Some((inner, _)) if bound == Bound::About => inner,
            _ => bound,
        };
        found = Some((outer, first));
        at = first;
    }
    found
}

/// Whether "over" at token `at` is the particle of a verb ("handed over 20 ambulances") or means "during" ("heard eleven
/// witnesses over six days").
fn is_particle(words: Words<'_>, at: usize, is_time: bool) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    if words.tokens[before].kind != TokenKind::Word {
        return false;
    }
    let lower = words.lower(before);
    if is_time {
        return !table::lasts(lower);
    }
    table::takes_over(lower)
}

/// The bound that starts at token `to`, and one past its last token.
pub(super) fn after(words: Words<'_>, to: usize) -> Option<(Bound, usize)> {
    let (len, name) = table::after(|i| words.lower(to + i))?;
    let token = words.tokens.get(to)?;
    match words.surface(to) {
        "+" if !token.glued => return None,
        "-" if !token.glued => return None,
        _ => {}
    }
    // "20 or more" but not "20 or more than that"; "100+" but not "1+2".
    if words.lower(to + len) == "than"
        || (words.surface(to) == "+" && words.tokens.get(to + 1).is_some_and(|t| t.kind == TokenKind::Digits))
    {
        return None;
    }
    Some((named(name), to + len))
}

/// The change that the words before token `from` tell of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Moved {
    /// Which way.
    pub change: Change,
    /// Whether the number stands right behind the verb, with no "by" between.
    pub direct: bool,
}

/// Which way the number moved, by the verb before token `from`: "rose by", "fell", "up". The level that was reached
/// ("fell to 411 votes") and the one left ("from 3.4%") are values and no changes.
pub(super) fn change(words: Words<'_>, from: usize) -> Option<Moved> {
    let mut direct = true;
    let mut by_object = false;
    for back in 1..=REACH.min(from) {
        let i = from - back;
        let token = words.tokens[i];
        if token.kind == TokenKind::Symbol {
            return None;
        }
        let lower = words.lower(i);
        if let Some(moved) = table::change(lower) {
            // "edged down", "inched higher": the direction follows the verb and was met first.
            let change = if moved.up? { Change::Up } else { Change::Down };
            return (moved.direct || !direct).then_some(Moved { change, direct });
        }
        match lower {
            "by" => direct = false,
            "a" | "an" | "another" | "the" | "further" | "some" | "additional" | "as" | "much" | "of"
            | "and" | "only" | "just" | "its" | "their" => {}
            "to" | "from" => return None,
            _ if token.classes.has(Classes::ADVERB) || lower.ends_with("ly") => {}
            // "grow sales by 35 per cent"
            _ if words.lower(i + 1) == "by" || by_object => by_object = true,
            _ => return None,
        }
    }
    None
}

/// "closed 1.2% up": the direction stands behind the figure, and nothing it could be of.
pub(super) fn change_after(words: Words<'_>, to: usize) -> Option<Moved> {
    let lower = words.lower(to);
    let up = table::is_direction(lower).then(|| table::change(lower)).flatten()?.up?;
    let free = words.tokens.get(to + 1).is_none_or(|next| {
        next.kind == TokenKind::Symbol
            || next.classes.has(
                Classes::PREPOSITION.or(Classes::CONJUNCTION).or(Classes::TIME_WORD).or(Classes::TIME_LEAD),
            )
    });
    free.then_some(Moved { change: if up { Change::Up } else { Change::Down }, direct: true })
}

/// "sea levels rose 11 feet": a length is a change where what moved is a level.
pub(super) fn level_moves(words: Words<'_>, from: usize) -> bool {
    (0..from).rev().take(REACH + 4).any(|i| label::is_level(words.lower(i)))
}

/// Whether a verb before token `from` tells that a figure went from one value to another.
pub(super) fn moves(words: Words<'_>, floor: usize, from: usize) -> bool {
    (floor..from).rev().take(8).any(|i| table::change(words.lower(i)).is_some())
}
