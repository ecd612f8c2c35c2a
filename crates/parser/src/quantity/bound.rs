//! Bounds and approximators around a number, and the direction it moved.

use crosscheck_lexicon::bound as table;
use crosscheck_lexicon::classes::Classes;
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
        let mut edge = at;
        while edge > 0
            && edge + 2 > at
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
            && !matches!(words.lower(edge - 1), "about" | "nearly" | "almost" | "roughly")
        {
            break;
        }
        if is_time && matches!(words.lower(first), "past") {
            break;
        }
        let bound = named(name);
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

/// Which way the number behind "to" moved when "from" tells where it was: "grew from 10% to 12%".
fn change_from(words: Words<'_>, to: usize) -> Option<(Change, bool)> {
    let from = (to.saturating_sub(REACH)..to).rev().find(|&i| words.lower(i) == "from")?;
    let verb = from.checked_sub(1)?;
    let up = table::change(words.lower(verb))?;
    Some((if up { Change::Up } else { Change::Down }, false))
}

/// Which way the number moved, by the verb before token `from`: "rose by", "fell to", "up".
pub(super) fn change(words: Words<'_>, from: usize) -> Option<(Change, bool)> {
    if from > 0
        && words.lower(from - 1) == "to"
        && let Some(found) = change_from(words, from - 1)
    {
        return Some(found);
    }
    let mut direct = true;
    let mut by_object = false;
    for back in 1..=REACH.min(from) {
        let i = from - back;
        let token = words.tokens[i];
        if token.kind == TokenKind::Symbol {
            return None;
        }
        let lower = words.lower(i);
        if let Some(up) = table::change(lower) {
            // "edged down", "inched higher": the direction follows the verb and was met first.
            return Some((if up { Change::Up } else { Change::Down }, direct));
        }
        match lower {
            "by" | "to" => direct = false,
            "a" | "an" | "another" | "the" | "further" | "some" | "additional" | "as" | "much" | "of"
            | "and" | "only" | "just" | "its" | "their" => {}
            // What it was before is no change.
            "from" => return None,
            _ if token.classes.has(Classes::BOUND.or(Classes::ADVERB)) || lower.ends_with("ly") => {}
            // "grow sales by 35 per cent"
            _ if words.lower(i + 1) == "by" || by_object => by_object = true,
            _ => return None,
        }
    }
    None
}
