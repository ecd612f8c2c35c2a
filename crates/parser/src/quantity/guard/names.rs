//! Number words that are pronouns or parts of names: "one another", "Group of Seven".

use crosscheck_lexicon::classes::Classes;
use crosscheck_lexicon::label;
use crosscheck_lexicon::morphology::{self, Number, VerbForm};

use super::super::number::Numeral;
use super::Around;
use crate::noun_group::sort;
use crate::token::{TokenKind, Words};

/// "no one", "the one", "one of the", "one another".
pub(super) fn is_pronoun(words: Words<'_>, numeral: &Numeral, around: Around) -> bool {
    if words.lower(numeral.from) != "one" || numeral.to != numeral.from + 1 {
        return false;
    }
    let before = numeral.from.checked_sub(1).map_or("", |i| words.lower(i));
    if matches!(before, "minus" | "negative") {
        return false;
    }
    if matches!(
        before,
        "no" | "the"
            | "this"
            | "that"
            | "each"
            | "every"
            | "any"
            | "which"
            | "some"
            | "another"
            | "number"
            | "day"
            | "part"
            | "phase"
    ) && !around.unit
    {
        return before != "the" && before != "this" && before != "that"
            || !around.noun
            || words.lower(numeral.to) == "in";
    }
    if around.unit {
        return false;
    }
    let next = words.lower(numeral.to);
    if matches!(
        next,
        "another"
            | "of"
            | "who"
            | "that"
            | "which"
            | "day"
            | "time"
            | "side"
            | "hand"
            | "thing"
            | "way"
            | "can"
            | "must"
            | "should"
            | "would"
            | "is"
            | "has"
            | "point"
    ) {
        return true;
    }
    // "if one uses the model": one of anything is singular.
    let form = morphology::noun_form(next).map(|form| form.number);
    if form == Some(Number::Plural) && sort(next).verb == Some(VerbForm::Third) {
        return true;
    }
    // Alone it counts only where nothing else is said.
    !around.noun
        && (words.tokens.get(numeral.to).is_some_and(|token| token.kind == TokenKind::Word)
            || words.tokens.len() > 3
                && numeral.from > 0
                && !matches!(before, "minus" | "negative" | "is" | "and" | "to" | "or"))
}

/// "Chapter Three", "World War Two".
pub(super) fn capital_name(words: Words<'_>, numeral: &Numeral) -> bool {
    let Some(before) = numeral.from.checked_sub(1) else { return false };
    let token = words.tokens[before];
    token.kind == TokenKind::Word
        && token.capital
        && words.tokens[numeral.from].capital
        && words.tokens.get(numeral.to).is_none_or(|next| next.kind != TokenKind::Word || !next.capital)
        && !token.classes.has(Classes::STOPWORD.or(Classes::NUMBER))
        && (label::takes_label(words.lower(before))
            || matches!(words.lower(before), "war" | "formula" | "bbc" | "channel"))
}

/// "Group of Seven leaders", "the Six Nations title": a capital inside a sentence that is not all in capitals.
pub(super) fn is_proper_name(words: Words<'_>, numeral: &Numeral) -> bool {
    let Some(before) = numeral.from.checked_sub(1) else { return false };
    let lead = words.tokens[before];
    if !words.tokens[numeral.from].capital
        || lead.kind != TokenKind::Word
        || words.surface(numeral.from).chars().nth(1).is_some_and(char::is_uppercase)
        || in_capitals(words, before)
        || is_dateline(words, before)
    {
        return false;
    }
    const CLOSED: Classes = Classes::STOPWORD
        .or(Classes::PREPOSITION)
        .or(Classes::CONJUNCTION)
        .or(Classes::DETERMINER)
        .or(Classes::AUXILIARY)
        .or(Classes::PRONOUN);
    let near = before.saturating_sub(5)..(numeral.to + 6).min(words.tokens.len());
    words.tokens[near]
        .iter()
        .any(|token| token.kind == TokenKind::Word && !token.capital && !token.classes.has(CLOSED))
}

/// Whether a sentence up to its token `last` stands in capitals, as the place does that an agency's text opens with: "NEW
/// ARDEN | Five men".
fn in_capitals(words: Words<'_>, last: usize) -> bool {
    (0..=last)
        .all(|i| words.tokens[i].kind != TokenKind::Word || words.surface(i).chars().all(char::is_uppercase))
}

/// Tokens of the longest place that a text opens with.
const PLACE: usize = 9;

/// Whether a sentence up to its token `last` is the place that an agency's text opens with, whose town stands in capitals: "NEW ARDEN, Norland
/// | Five men", "ARDEN, Nor./BRELL | Five men".
fn is_dateline(words: Words<'_>, last: usize) -> bool {
    let capitals = |i: usize| {
        let surface = words.surface(i);
        surface.len() > 1 && surface.chars().all(char::is_uppercase)
    };
    let Some(comma) = (1..last.min(PLACE)).find(|&i| words.surface(i) == ",") else { return false };
    let named = |i: usize| match words.tokens[i].kind {
        TokenKind::Word => words.tokens[i].capital && !words.classes(i).has(Classes::NUMBER),
        _ => matches!(words.surface(i), "." | "/" | "-"),
    };
    last < PLACE && (0..comma).all(capitals) && (comma + 1..=last).all(named)
}

/// "All In Five": a number word with a capital after another capital and nothing that it counts.
pub(super) fn in_title(words: Words<'_>, numeral: &Numeral) -> bool {
    numeral.from > 0
        && words.tokens[numeral.from].capital
        && words.tokens[numeral.from - 1].kind == TokenKind::Word
        && words.tokens[numeral.from - 1].capital
        && (numeral.from > 1 || words.classes(0).has(Classes::PREPOSITION))
}

/// "first half", "second-half", "half-time", "better half".
pub(super) fn is_half_name(words: Words<'_>, numeral: &Numeral) -> bool {
    if words.lower(numeral.to - 1) != "half" {
        return false;
    }
    let Some(before) = numeral.from.checked_sub(1) else { return false };
    let at = if words.surface(before) == "-" && before > 0 { before - 1 } else { before };
    words.classes(at).has(Classes::ORDINAL)
        || matches!(
            words.lower(at),
            "this"
                | "that"
                | "latter"
                | "other"
                | "better"
                | "last"
                | "next"
                | "each"
                | "the"
                | "top"
                | "bottom"
                | "northern"
                | "southern"
                | "eastern"
                | "western"
                | "his"
                | "her"
                | "their"
                | "its"
                | "either"
                | "both"
        )
        || (matches!(words.surface(numeral.to), "-")
            && matches!(
                words.lower(numeral.to + 1),
                "time" | "back" | "brother" | "sister" | "hearted" | "life"
            ))
}
