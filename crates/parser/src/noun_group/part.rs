//! One part of a noun group: modifiers and the head they belong to, up to what is joined to it.

use crosscheck_lexicon::classes::Classes;

use super::sort::sort;
use super::step::{Next, Place, Step, collective, step};
use crate::token::{Token, TokenKind, Words};

/// Longest group, in words; longer ones are lists or tables.
const MAX_WORDS: usize = 12;

/// One part of a group: modifiers and a head.
#[derive(Debug, Clone, Copy)]
pub(super) struct Part {
    /// First token.
    pub(super) from: usize,
    /// Last token of the head.
    pub(super) head: usize,
    /// Whether the head is plural in form.
    pub(super) plural: bool,
    /// One past the head.
    pub(super) end: usize,
}

/// Words that belong to no noun group.
pub(super) const STOP: Classes = STOP_BUT_TIME.or(Classes::TIME_WORD);

/// Those of them that tell no time.
const STOP_BUT_TIME: Classes = Classes::PREPOSITION
    .or(Classes::CONJUNCTION)
    .or(Classes::PRONOUN)
    .or(Classes::AUXILIARY)
    .or(Classes::NEGATION);

/// "U.S.", "E.U.": one past its last dot.
fn initials_end(words: Words<'_>, at: usize) -> Option<usize> {
    let mut end = at;
    while words.surface(end).len() == 1
        && words.tokens[end].capital
        && words.surface(end + 1) == "."
        && words.tokens[end + 1].glued
        && (end == at || words.tokens[end].glued)
    {
        end += 2;
    }
    (end >= at + 4).then_some(end)
}

/// "two | United States | patrol boats": one past a country of two words before the noun that it only tells the origin of.
fn country_end(words: Words<'_>, at: usize) -> Option<usize> {
    let (token, next) = (&words.tokens[at], words.tokens.get(at + 1)?);
    if !token.capital || !next.capital {
        return None;
    }
    let noun = words.tokens.get(at + 2).filter(|noun| noun.kind == TokenKind::Word)?;
    let sort = sort(words.lower(at + 2));
    let country = || crosscheck_lexicon::place::place(words.span(at, at + 1).slice(words.lower)).is_some();
    ((noun.capital || sort.noun && !sort.mostly_verb) && !noun.classes.has(STOP) && country())
        .then_some(at + 2)
}

/// Modifiers and head from token `from` on.
pub(super) fn part(words: Words<'_>, from: usize, many: bool) -> Option<Part> {
    let mut at = from;
    let mut head: Option<(usize, bool)> = None;
    for _ in 0..MAX_WORDS {
        let Some(token) = words.tokens.get(at) else { break };
        let passed = match token.kind {
            TokenKind::Word => initials_end(words, at).or_else(|| country_end(words, at)),
            TokenKind::Possessive => {
                // "two men's teams": the head comes later, if anything does.
                let Some(next) = part_after_possessive(words, at + 1, many).filter(|_| head.is_some()) else {
                    break;
                };
                return Some(Part { from, ..next });
            }
            TokenKind::Digits if head.is_none() => Some(model_end(words, from, at)?),
            TokenKind::Digits => break,
            TokenKind::Symbol if goes_through(words, at, head.is_some()) => Some(at + 1),
            TokenKind::Symbol => break,
        };
        if let Some(end) = passed {
            at = end;
            continue;
        }
        let end = compound_end(words, at);
        let compound = end > at;
        // "nine | current and former | officials"
        if head.is_none() && at > from && joins_modifiers(words, at) {
            at += 1;
            continue;
        }
        if !compound
            && ends_group(words, at, head.is_some())
            && !(head.is_none() && is_of_these_times(words, at))
        {
            break;
        }
        let lower = words.lower(end);
        let place = Place {
            head,
            compound,
            capital: token.capital && at > 0,
            many,
            lower,
            act: token.classes.has(Classes::EVENT),
            after_name: head.is_some_and(|(head, _)| {
                words.tokens[head].capital && head + 1 == at && !sort(words.lower(head)).known
            }),
            after_collective: many
                && head.is_some_and(|(head, plural)| plural && collective(words.lower(head))),
        };
        match step(sort(lower), &place, &Next { words, at: end + 1 }) {
            Step::Head(plural) => head = Some((end, plural)),
            Step::Modifier => {}
            Step::Stop => break,
        }
        at = end + 1;
    }
    head.map(|(head, plural)| Part { from, head, plural, end: head + 1 })
}

/// "59 | current | officials": an adjective of time before a plural that is no time itself.
fn is_of_these_times(words: Words<'_>, at: usize) -> bool {
    let is_time = words.classes(at).has(Classes::TIME_WORD) && !words.classes(at).has(STOP_BUT_TIME);
    let plural = || {
        let from = if joins_modifiers(words, at + 1) { at + 3 } else { at + 1 };
        words.tokens.get(from).is_some_and(|token| {
            let sort = sort(words.lower(from));
            token.kind == TokenKind::Word
                && !token.classes.has(STOP.or(Classes::TIME_UNIT))
                && (token.capital || sort.noun && (sort.plural || !sort.mostly_verb))
        })
    };
    is_time && sort(words.lower(at)).adjective && !words.classes(at).has(Classes::TIME_UNIT) && plural()
}

/// Whether the "and" at a token stands between two adjectives of one noun.
pub(super) fn joins_modifiers(words: Words<'_>, at: usize) -> bool {
    let word = |i: usize| words.tokens.get(i).filter(|token| token.kind == TokenKind::Word && !token.glued);
    let adjective = |i: usize| {
        // "15 | missing and damaged | barns": a participle or a state may be a predicate of its own.
        let sort = sort(words.lower(i));
        let told = |token: &Token| token.classes.has(STOP_BUT_TIME.or(Classes::STATE));
        word(i).is_some_and(|token| !told(token) && sort.adjective && sort.verb.is_none())
    };
    let noun = word(at + 2).is_some_and(|token| {
        let sort = sort(words.lower(at + 2));
        !token.classes.has(STOP.or(Classes::DETERMINER)) && (token.capital || sort.noun && !sort.mostly_verb)
    });
    matches!(words.lower(at), "and" | "or") && at > 0 && adjective(at - 1) && adjective(at + 1) && noun
}

/// One past a figure before the head that only names a make: "24-year-old", "5.56mm", "two new | 737 Max jets".
fn model_end(words: Words<'_>, from: usize, at: usize) -> Option<usize> {
    let next = words.tokens.get(at + 1);
    let end = compound_end(words, at);
    if end > at || (at > from && next.is_some_and(|next| next.capital)) {
        return Some(end + 1);
    }
    next.is_some_and(|next| next.glued && next.kind == TokenKind::Word).then_some(at + 2)
}

/// Whether a group goes on after a symbol: a quotation mark before its head, or "&" after one.
fn goes_through(words: Words<'_>, at: usize, headed: bool) -> bool {
    if headed {
        return words.surface(at) == "&";
    }
    matches!(words.surface(at), "\"" | "“" | "‘" | "'" | "`" | "”")
        && words.tokens.get(at + 1).is_some_and(|next| next.kind == TokenKind::Word)
}

/// Whether a word that is no compound belongs to no group, or opens the next one.
fn ends_group(words: Words<'_>, at: usize, headed: bool) -> bool {
    let (token, lower) = (&words.tokens[at], words.lower(at));
    let classes = token.classes;
    classes.has(STOP)
        // "cocaine | worth 5 million", but "a net worth"
        || (headed && lower == "worth" && words.lower(at - 1) != "net")
        || (classes.has(Classes::DETERMINER) && (headed || !matches!(lower, "other" | "another" | "some")))
        || (classes.has(Classes::NUMBER) && !classes.has(Classes::ORDINAL))
        || (token.capital && classes.has(Classes::MONTH.or(Classes::WEEKDAY)))
}

/// The part after a possessive, one level only: a possessive of a possessive ends the group.
fn part_after_possessive(words: Words<'_>, at: usize, many: bool) -> Option<Part> {
    let token = words.tokens.get(at)?;
    if token.kind != TokenKind::Word || token.classes.has(STOP.or(Classes::DETERMINER)) {
        return None;
    }
    let mut end = at;
    let mut head = None;
    for _ in 0..4 {
        let last = compound_end(words, end);
        let token = words.tokens.get(last)?;
        let sort = sort(words.lower(last));
        if token.kind != TokenKind::Word
            || token.classes.has(STOP.or(Classes::DETERMINER))
            || !(sort.noun || sort.adjective)
        {
            break;
        }
        if sort.noun && !(head.is_some() && sort.mostly_verb) {
            head = Some((last, sort.plural));
        }
        end = last + 1;
        if (many && sort.plural) || end >= words.tokens.len() {
            break;
        }
    }
    head.map(|(head, plural)| Part { from: at, head, plural, end: head + 1 })
}

/// Last token of the word at `at` with all that is hyphenated to it: "anti-tank", "24-year-old".
pub(crate) fn compound_end(words: Words<'_>, at: usize) -> usize {
    let mut end = at;
    while let (Some(hyphen), Some(next)) = (words.tokens.get(end + 1), words.tokens.get(end + 2)) {
        let joint = matches!(words.surface(end + 1), "-" | "‐" | "‑" | "/") && hyphen.glued && next.glued;
        if !joint || !matches!(next.kind, TokenKind::Word | TokenKind::Digits) || end - at > 12 {
            break;
        }
        end += 2;
    }
    end
}
