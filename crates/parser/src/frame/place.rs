//! Place phrases of a sentence.

use crosscheck_lexicon::place::{self, Naming};
use crosscheck_lexicon::traits::{self, Traits};
use crosscheck_model::Span;
use crosscheck_model::raw::RawTime;

use super::predicate::Reader;
use super::tag::Tag;
use crate::token::TokenKind;

/// Names after a locative preposition, and other names of known places; the flag tells the first.
pub(super) fn read(reader: Reader<'_>, times: &[RawTime]) -> Vec<(Span, bool)> {
    let (words, syntax) = (reader.words, reader.syntax);
    let mut out: Vec<(Span, bool)> = Vec::new();
    let mut i = 0;
    while i < syntax.len() {
        let token = &words.tokens[i];
        let named = token.kind == TokenKind::Word && token.capital && syntax.tag(i) == Tag::Nominal;
        if !named || times.iter().any(|time| time.span.overlaps(token.span)) {
            i += 1;
            continue;
        }
        let mut last = i;
        while last + 1 < syntax.len() && continues(reader, last + 1) {
            last += 1;
        }
        let span = words.span(i, last);
        let known = known_place(words.lower, span);
        let mut before = i;
        // "in the mountainous region of", "near the border with": the preposition stands a few words before.
        while before > 0
            && matches!(syntax.tag(before - 1), Tag::Nominal | Tag::Determiner)
            && !words.tokens[before - 1].capital
        {
            before -= 1;
        }
        let preposition = before.checked_sub(1).filter(|&b| syntax.tag(b) == Tag::Preposition);
        let at = preposition.map(|b| traits::of_word(words.lower(b))).unwrap_or_default();
        // "to Smith", "from the bank": only what is known to be a place.
        let holds = at.has(Traits::LOCATIVE) || at.has(Traits::DIRECTION) && known.is_some();
        let body = place::office(words.lower(last)).is_some();
        if holds && !body && known.is_none_or(|p| p.naming != Naming::Demonym) {
            out.push((span, true));
        } else if place::place(span.slice(words.lower)).is_some_and(|p| p.naming == Naming::Name)
            && !body
            // "Russia's Defence Ministry", "Alberta police": the owner of a body is no place of what happened.
            // A country that acts ("Russia has deployed") is an agent.
            && !matches!(
                syntax.tag(last + 1),
                Tag::Possessive | Tag::Nominal | Tag::Verb | Tag::Auxiliary | Tag::Modal
            )
        {
            out.push((span, false));
        }
        i = last + 1;
    }
    out
}

fn continues(reader: Reader<'_>, i: usize) -> bool {
    let words = reader.words;
    let token = &words.tokens[i];
    match token.kind {
        TokenKind::Word => token.capital && reader.syntax.tag(i) == Tag::Nominal,
        TokenKind::Symbol => {
            matches!(words.surface(i), "-" | "." | "–")
                && token.glued
                && words.tokens.get(i + 1).is_some_and(|next| next.glued && next.capital)
        }
        _ => false,
    }
}

/// The place a span names, the whole of it or its last or first word.
fn known_place(lower: &str, span: Span) -> Option<place::Place> {
    let name = span.slice(lower);
    place::place(name)
        .or_else(|| name.rsplit(' ').next().and_then(place::place))
        .or_else(|| name.split(' ').next().and_then(place::place))
}
