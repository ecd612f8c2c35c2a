//! The counted thing.

use std::borrow::Cow;

use crosscheck_lexicon::classes::Classes;
use crosscheck_lexicon::{concept, label, morphology, taxonomy};
use crosscheck_model::{Object, Span};

use crate::noun_group::{self, NounGroup};
use crate::token::{Token, TokenKind, Words};

/// How far on a predicate is looked for when no noun is printed.
const REACH: usize = 6;

/// The group counted by a number that ends before token `to`: beside it, or behind "of".
pub(super) fn counted(words: Words<'_>, to: usize, many: bool) -> Option<NounGroup> {
    let mut at = to;
    if words.lower(at) == "of" {
        // "24 of the league's 32 owners": what the second number counts.
        if owned(words, at + 1).is_some() {
            return None;
        }
        at = noun_group::skip_determiners(words, at + 1);
        return noun_group::read(words, at, false).map(|group| noun_group::shared_head(words, group));
    }
    // "20 more people", "two other men"; "98 (ninety-eight) people" is left alone.
    if matches!(
        words.lower(at),
        "more"
            | "other"
            | "additional"
            | "further"
            | "such"
            | "extra"
            | "different"
            | "separate"
            | "straight"
            | "consecutive"
            | "successive"
            | "new"
    ) && words.tokens.get(at + 1).is_some_and(|next| next.kind == TokenKind::Word)
    {
        if let Some(group) = noun_group::read(words, at + 1, many) {
            return Some(NounGroup {
                from: if words.lower(at) == "more" { group.from } else { at },
                ..group
            });
        }
        at += 1;
        if words.lower(at - 1) == "more" {
            return None;
        }
        at -= 1;
    }
    if words.tokens.get(at).is_some_and(|token| token.glued && token.kind == TokenKind::Word) {
        return None;
    }
    noun_group::read(words, at, many).map(|group| {
        if many { noun_group::behind_firm(words, noun_group::shared_head(words, group)) } else { group }
    })
}

/// Words of the longest owner before a number.
const OWNER: usize = 4;

/// The number that tells how many somebody has: of "the league's 32 owners" that of 32.
pub(super) fn owned(words: Words<'_>, at: usize) -> Option<usize> {
    let from = noun_group::skip_determiners(words, at);
    let mark = (from..from + OWNER)
        .find(|&i| words.tokens.get(i).is_none_or(|token| token.kind != TokenKind::Word))?;
    let owned = words.tokens.get(mark)?.kind == TokenKind::Possessive;
    let number = |token: &Token| token.kind == TokenKind::Digits || token.classes.has(Classes::NUMBER);
    (owned && mark > from && words.tokens.get(mark + 1).is_some_and(number)).then_some(mark + 1)
}

/// The noun hyphened to a number, given by its token: "continent" of "seven-continent".
pub(super) fn hyphened(words: Words<'_>, at: usize) -> Option<NounGroup> {
    let sort = noun_group::sort(words.lower(at));
    let end = at + 1;
    match words.lower(at) {
        // "the 120-strong crew" counts what follows, "4-fold" nothing.
        "strong" => return noun_group::read(words, end, false),
        "fold" => return None,
        _ => {}
    }
    (sort.noun && words.surface(end) != "-").then(|| NounGroup {
        from: at,
        head: at,
        plural: sort.plural,
        head_end: end,
        end,
        ..NounGroup::default()
    })
}

/// The group as an object of the model.
pub(super) fn object(words: Words<'_>, group: &NounGroup) -> Object {
    let span = group.span(words);
    let (head, first) = head_lemma(words, group.from, group.head);
    let modifiers = (group.from..first)
        .filter(|&i| words.tokens[i].kind == TokenKind::Word && !words.classes(i).has(Classes::STOPWORD))
        // A name keeps its capital: "Russian" is told from other unknown words by it.
        .map(|i| {
            if words.tokens[i].capital {
                words.surface(i).to_owned()
            } else {
                lemma(words.lower(i)).into_owned()
            }
        })
        .collect();
    let also = group.also.iter().map(|&(from, head)| joined_head(words, from, head)).collect();
    Object {
        surface: span.slice(words.text).to_owned(),
        head,
        concept: None,
        modifiers,
        also,
        of: group.of.map(|(from, head, _)| head_lemma(words, from, head).0),
        span: Some(span),
        implied: false,
    }
}

/// The head of a part that is joined by "and", by the name that the taxonomy has for it: "anti-tank weapon".
fn joined_head(words: Words<'_>, from: usize, head: usize) -> String {
    let (own, first) = head_lemma(words, from, head);
    let before: Vec<&str> = (from..first)
        .filter(|&at| words.tokens[at].kind == TokenKind::Word)
        .map(|at| words.lower(at))
        .collect();
    match concept::resolve(&own, &before).key().filter(|key| key.contains(' ')) {
        Some(key) => key.to_owned(),
        None => own,
    }
}

/// Lemma of the head, with the modifiers that make one word of the taxonomy with it: "small arm". The second value is the
/// first token of that word.
fn head_lemma(words: Words<'_>, from: usize, head: usize) -> (String, usize) {
    // "seven AK-47s": a make by letters and figures.
    if let Some(model) = model(words, from, head) {
        return (model, from);
    }
    let own = lemma(words.lower(head));
    let mut best = (own.clone().into_owned(), head);
    let mut joined = own.into_owned();
    for i in (from..head).rev().take(4) {
        match words.tokens[i].kind {
            TokenKind::Word => joined = format!("{} {joined}", words.lower(i)),
            TokenKind::Symbol if words.surface(i) == "-" => continue,
            _ => break,
        }
        if taxonomy::word(&joined).is_some_and(|entry| entry.noun_senses().next().is_some()) {
            best = (joined.clone(), i);
        } else if let Some(name) = joined.strip_suffix('s').and_then(taxonomy::word)
            && name.noun_senses().next().is_some()
        {
            // "arms" is a word of its own, "small arms" are several.
            best = (name.key().to_owned(), i);
        } else if i + 1 == head
            && let Some(plural) = taxonomy::word(&format!("{} {}", words.lower(i), words.lower(head)))
            && plural.noun_senses().next().is_some()
        {
            best = (plural.key().to_owned(), i);
        }
    }
    best
}

/// "AK-47" of "AK-47s", whose ending is a token of its own.
fn model(words: Words<'_>, from: usize, head: usize) -> Option<String> {
    let figure =
        head.checked_sub(1).filter(|&i| i > from && words.lower(head) == "s" && words.tokens[head].glued)?;
    let model = words.tokens[figure].kind == TokenKind::Digits && words.tokens[from].capital;
    model.then(|| words.span(from, figure).slice(words.lower).to_owned())
}

fn lemma(lower: &str) -> Cow<'_, str> {
    morphology::noun_lemma(lower).unwrap_or(Cow::Borrowed(lower))
}

/// The noun that a bare number counts by the verb in front: "killed at least 12" counts people.
pub(super) fn implied_before(words: Words<'_>, from: usize) -> Option<Object> {
    label::acts_on_people(words.lower(from.checked_sub(1)?)).then(|| people("people"))
}

fn people(noun: &str) -> Object {
    let head = lemma(noun).into_owned();
    Object { surface: noun.to_owned(), head, span: None::<Span>, implied: true, ..Object::default() }
}

/// The noun that a bare number counts by its predicate: "at least 40 were killed" counts people.
pub(super) fn implied(words: Words<'_>, to: usize) -> Option<Object> {
    let mut at = to;
    if words.lower(at) == "of" && matches!(words.lower(at + 1), "them" | "those" | "whom") {
        at += 2;
    }
    for i in at..(at + REACH).min(words.tokens.len()) {
        let token = words.tokens[i];
        if token.kind != TokenKind::Word {
            return None;
        }
        let lower = words.lower(i);
        if let Some(noun) = label::implied(lower) {
            return Some(people(noun));
        }
        let passes = token.classes.has(Classes::AUXILIARY.or(Classes::ADVERB).or(Classes::NEGATION))
            || matches!(lower, "others" | "more" | "who" | "reported" | "reportedly" | "also" | "being");
        if !passes {
            return None;
        }
    }
    None
}
