//! What a claim can be found and matched by: its content words, the names and kinds beside it, where a length leads.

use crosscheck_lexicon::concept;
use crosscheck_model::{Claim, Span};

use super::{behind, window, window_span};
use crate::node::Dimension;
use crate::words::{self, Word};

/// Content words near a claim, sorted, but for those of its unit: two distances in miles share no more than that.
pub(crate) fn words_near(claim: &Claim, text: &str, dimension: Dimension) -> Box<[Word]> {
    let mut near = words::content_words(window(claim, text));
    if dimension != Dimension::Count {
        let unit = claim.surface.split(" of ").next().unwrap_or("");
        let unit = words::content_words(unit);
        near.retain(|word| unit.binary_search(word).is_err());
    }
    near.into()
}

/// The excluding modifiers near a sum or a share.
pub(crate) fn kinds(claim: &Claim, text: &str, dimension: Dimension) -> Box<[(&'static str, Word)]> {
    if !matches!(dimension, Dimension::Money(_) | Dimension::Percent) {
        return Box::default();
    }
    let words: Vec<String> = window(claim, text)
        .split(|c: char| !c.is_alphabetic())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    words
        .windows(2)
        .filter_map(|pair| Some((concept::opposing(&pair[0])?, words::key(Some(&pair[1])))))
        .collect()
}

/// Names of the document near a claim, but for those of its speakers.
///
/// Whose sum or share it is, and what happened on a date, is told anywhere in the sentence; where a count or an extent belongs, close by.
pub(crate) fn names(
    claim: &Claim,
    text: &str,
    dimension: Dimension,
    named: impl Fn(Span) -> Vec<Word>,
) -> Box<[Word]> {
    let mut names = named(match dimension {
        Dimension::Money(_) | Dimension::Percent | Dimension::Calendar => claim.sentence,
        _ => window_span(claim, text),
    });
    // A company that gives its profit is whose profit it is.
    let owner = matches!(dimension, Dimension::Money(_) | Dimension::Percent);
    for speaker in claim.attribution.iter().filter(|_| !owner) {
        words::each_content_word(&speaker.source, |word| names.retain(|name| *name != word));
    }
    names.into()
}

/// "55 kilometres (34 miles) north-west of Ostrel": direction and place behind a length.
pub(crate) fn bearing(claim: &Claim, text: &str) -> Option<(u16, Word)> {
    if claim.si.as_ref().is_none_or(|si| si.unit != "m") {
        return None;
    }
    let rest = behind(claim, text).trim_start();
    // A conversion in brackets stands between.
    let rest = match rest.strip_prefix('(') {
        Some(inside) => inside.split_once(')')?.1,
        None => rest.strip_prefix(')').unwrap_or(rest),
    };
    let mut words = rest.split(|c: char| !(c.is_alphanumeric() || c == '-')).filter(|word| !word.is_empty());
    let direction = words.by_ref().take(3).find_map(crosscheck_lexicon::compass::point)?;
    let place = words.take(5).find(|word| word.starts_with(char::is_uppercase))?;
    Some((direction, words::key(Some(place))))
}
