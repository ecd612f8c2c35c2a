//! First of all by a superlative: "the worst quake in seven decades", "the strongest since 1979".
//!
//! Only one that says since when it holds, or that it holds of all time, is a figure: "the worst day" is a turn of speech.

use crosscheck_lexicon::classes::Classes;
use crosscheck_lexicon::{degree, label};
use crosscheck_model::Kind;
use rust_decimal::Decimal;

use super::{Found, Reading, bound};
use crate::noun_group::{self, NounGroup};
use crate::token::{TokenKind, Words};

/// Tokens behind the ranked group in which its term is looked for: "to hit the country | since 1979".
const REACH: usize = 8;

/// Reads the superlative at token `at`.
pub(super) fn read(words: Words<'_>, at: usize) -> Reading {
    let Some(end) = words_of_degree(words, at) else { return Reading::Nothing };
    // "one of the worst", "at worst"; "at the lowest pace in a decade" is a rank.
    let among = (at.saturating_sub(3)..at).any(|i| matches!(words.lower(i), "of" | "among"))
        || at > 0 && words.lower(at - 1) == "at";
    if among {
        return Reading::Nothing;
    }
    let from = ever(words, end).unwrap_or(end);
    let group = noun_group::read(words, from, false).filter(|group| !group.plural);
    let behind = group.as_ref().map_or(from, NounGroup::full_end);
    // "the largest-ever power cut", "the worst flood ever", "the worst in the country's history"
    let of_all_time = from > end || ever(words, behind).is_some() || of_all_time(words, behind);
    if !(since(words, behind) || of_all_time && is_definite(words, at)) {
        return Reading::Nothing;
    }
    Found::exact(Kind::Ordinal, Decimal::ONE, (at, end), end).of(words, group).reading()
}

/// One past an "ever" at token `at`, hyphened or not.
pub(super) fn ever(words: Words<'_>, at: usize) -> Option<usize> {
    let at = at + usize::from(matches!(words.surface(at), "-" | "‐" | "‑") && words.tokens[at].glued);
    (words.lower(at) == "ever").then_some(at + 1)
}

/// Whether "in the country's history", "on record" or "of all time" follows a few tokens on.
fn of_all_time(words: Words<'_>, from: usize) -> bool {
    (from..(from + REACH).min(words.tokens.len()))
        .take_while(|&i| words.tokens[i].kind != TokenKind::Symbol)
        .any(|i| match words.lower(i) {
            "in" => {
                let goes_on = |j: &usize| {
                    words
                        .tokens
                        .get(*j)
                        .is_some_and(|token| token.kind != TokenKind::Symbol || words.surface(*j) == ".")
                };
                (i + 1..i + OWNER).take_while(goes_on).any(|j| words.lower(j) == "history")
            }
            "on" => words.lower(i + 1) == "record" && words.lower(i + 2) != "for",
            "of" => words.lower(i + 1) == "all" && words.lower(i + 2) == "time",
            "to" => words.lower(i + 1) == "date",
            "ever" => true,
            _ => false,
        })
}

/// Tokens of the longest owner of a history: "in the U.S. state's recorded history".
const OWNER: usize = 9;

/// Whether an article, a demonstrative or an owner stands before the superlative at token `at`.
fn is_definite(words: Words<'_>, at: usize) -> bool {
    at.checked_sub(1).is_some_and(|before| {
        words.tokens[before].kind == TokenKind::Possessive
            || words.classes(before).has(Classes::DETERMINER) && !matches!(words.lower(before), "a" | "an")
            || matches!(words.lower(before), "its" | "his" | "her" | "their" | "our" | "my")
    })
}

/// One past the superlative at token `at`: "worst", "most powerful".
pub(super) fn words_of_degree(words: Words<'_>, at: usize) -> Option<usize> {
    if !words.classes(at).has(Classes::SUPERLATIVE) {
        return None;
    }
    match words.lower(at) {
        "most" => degree::scale(words.lower(at + 1)).map(|_| at + 2),
        _ => Some(at + 1),
    }
}

/// Whether "since ..." or "in seven decades", "in years" follows a few tokens on.
fn since(words: Words<'_>, from: usize) -> bool {
    (from..(from + REACH).min(words.tokens.len()))
        .take_while(|&i| words.tokens[i].kind != TokenKind::Symbol)
        .any(|i| match words.lower(i) {
            "since" => words.tokens.get(i + 1).is_some_and(|next| next.kind != TokenKind::Symbol),
            "in" | "for" => {
                let term = term(words, i + 1);
                let counted = words.tokens.get(term).is_some_and(|next| {
                    next.kind == TokenKind::Digits && words.surface(term).len() < 4
                        || next.classes.has(Classes::NUMBER.or(Classes::VAGUE_NUMBER).or(Classes::TIME_UNIT))
                        || words.lower(term) == "a"
                });
                // "halted its largest factory for three days" tells how long it was halted.
                let long = |j: &usize| label::is_long_term(words.lower(*j)) || words.lower(i) == "in";
                let unit = (term..term + 5).find(|&j| words.classes(j).has(Classes::TIME_UNIT)).filter(long);
                counted && unit.is_some_and(|unit| unit > term || words.lower(unit).ends_with('s'))
            }
            _ => false,
        })
}

/// Tokens of the longest bound before a term: "in more than a century".
const HEDGE: usize = 3;

/// One past the bound before a term at token `at`, and past what places it: "in | nearly | seven decades", "in | the last | ten years".
fn term(words: Words<'_>, at: usize) -> usize {
    let bounded = |to: &usize| bound::before(words, *to, false).is_some_and(|(_, from)| from == at);
    let to = (at + 1..=(at + HEDGE).min(words.tokens.len())).find(bounded).unwrap_or(at);
    if words.lower(to) == "the" && matches!(words.lower(to + 1), "last" | "past") { to + 2 } else { to }
}
