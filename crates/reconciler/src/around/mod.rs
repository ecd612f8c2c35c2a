//! What the words around a claim in its sentence say of it.

mod dates;
mod figures;
mod keys;

use crosscheck_lexicon::traits::{self, Traits};
use crosscheck_model::{Claim, Span, boundary};

pub(crate) use dates::{is_as_of, is_current, is_in_opening, is_telling};
pub(crate) use figures::{counts_doer, is_added, is_part, is_required, is_rest, is_withdrawn, rate};
pub(crate) use keys::{bearing, kinds, names, words_near};

/// Bytes of a sentence that are read whole; what has no full stop for pages - a table, a list - is read in pieces.
const SENTENCE: u32 = 2000;

/// The sentence of a claim, or of a very long one the piece that the claim begins in.
pub(crate) fn span_near(claim: &Claim, text: &str) -> Span {
    let sentence = claim.sentence;
    if sentence.len() <= SENTENCE as usize {
        return sentence;
    }
    let turn = claim.start.saturating_sub(sentence.start) / SENTENCE;
    // Both edges are rounded down, so that the pieces meet.
    let edge = |turn: u32| {
        let at = sentence.start.saturating_add(turn.saturating_mul(SENTENCE)).min(sentence.end);
        boundary::floor(text, at as usize)
    };
    Span::new(edge(turn), edge(turn + 1))
}

/// The sentence of a claim up to it.
fn before<'t>(claim: &Claim, text: &'t str) -> &'t str {
    let sentence = span_near(claim, text);
    text.get(sentence.start as usize..claim.start as usize).unwrap_or("")
}

/// The sentence of a claim behind it.
fn behind<'t>(claim: &Claim, text: &'t str) -> &'t str {
    let sentence = span_near(claim, text);
    text.get(claim.end as usize..sentence.end as usize).unwrap_or("")
}

/// The words of its sentence before a claim, the nearest first.
fn words_before<'t>(claim: &Claim, text: &'t str) -> impl Iterator<Item = &'t str> {
    before(claim, text).split_whitespace().rev()
}

/// The words of its sentence behind a claim, the nearest first.
fn words_behind<'t>(claim: &Claim, text: &'t str) -> impl Iterator<Item = &'t str> {
    behind(claim, text).split_whitespace()
}

/// Those of the words beside a claim that no comma or semicolon parts from it.
fn in_clause<'t>(words: impl Iterator<Item = &'t str>) -> impl Iterator<Item = &'t str> {
    words.take_while(|word| !word.ends_with([',', ';']))
}

/// Whether a word of that trait stands near a claim.
pub(crate) fn has_near(claim: &Claim, text: &str, asked: Traits) -> bool {
    has_word(window(claim, text), asked)
}

/// Whether a text holds a word of that trait.
pub(crate) fn has_word(text: &str, asked: Traits) -> bool {
    text.split(|c: char| !c.is_alphabetic()).any(|word| traits::of_word(&word.to_lowercase()).has(asked))
}

/// Bytes on either side of a claim that say most of what it measures: some ten words.
const NEAR: u32 = 64;

/// The words around a claim inside its sentence; a word that is cut at the edge is left out.
fn window<'t>(claim: &Claim, text: &'t str) -> &'t str {
    window_span(claim, text).slice(text)
}

fn window_span(claim: &Claim, text: &str) -> Span {
    let sentence = claim.sentence;
    let (mut from, mut to) = (
        claim.start.saturating_sub(NEAR).max(sentence.start),
        claim.end.saturating_add(NEAR).min(sentence.end),
    );
    let bytes = text.as_bytes();
    let part = |at: u32| bytes.get(at as usize).is_some_and(|byte| !byte.is_ascii_whitespace());
    while from > sentence.start && from < claim.start && part(from) {
        from += 1;
    }
    while to < sentence.end && to > claim.end && part(to) {
        to -= 1;
    }
    Span { start: from, end: to }
}
