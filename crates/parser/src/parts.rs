//! A document read part by part, so that a long one needs no memory for all its mentions at once.

use crosscheck_model::raw::{OPENING, Parsed};

use crate::{Options, frame, quantity, sentence, structure, time, token};

/// A reader that stops after every few thousand mentions.
///
/// Title, blocks and sentences are told once and stand in every part; quantities and times are those of its sentences. No
/// part ends inside a sentence. The first part is all of a document with fewer than [`OPENING`] mentions.
///
/// ```
/// let mut parts = crosscheck_parser::Parts::new("Six people were hurt on Tuesday.", Default::default());
/// assert_eq!(parts.next_part().map(|part| part.quantities.len()), Some(1));
/// assert!(parts.next_part().is_none());
/// ```
pub struct Parts<'a> {
    text: &'a str,
    lower: String,
    parsed: Parsed,
    /// The first sentence that was not read.
    at: usize,
    tokens: Vec<token::Token>,
    options: Options,
}

impl<'a> Parts<'a> {
    /// Tells the structure and the sentences of a text.
    pub fn new(text: &'a str, options: Options) -> Self {
        let lower = text.to_ascii_lowercase();
        let layout = structure::layout(text, &lower);
        let sentences = sentence::split(text, &layout.blocks);
        let parsed = Parsed {
            title: layout.title,
            blocks: layout.blocks,
            issues: layout.issues,
            sentences,
            ..Parsed::default()
        };
        Self { text, lower, parsed, at: 0, tokens: Vec::new(), options }
    }

    /// The next part; its mentions take the place of those before. The first part is there even if it has none.
    pub fn next_part(&mut self) -> Option<&Parsed> {
        if self.at >= self.parsed.sentences.len() && self.at > 0 {
            return None;
        }
        self.parsed.quantities.clear();
        self.parsed.times.clear();
        self.parsed.frames.clear();
        self.read(OPENING);
        // A text without sentences has one part.
        self.at = self.at.max(1);
        Some(&self.parsed)
    }

    /// Reads on to the end of the sentence that has the mention of that number.
    pub(crate) fn read(&mut self, most: usize) {
        let Self { text, lower, parsed, at, tokens, options } = self;
        let (text, lower) = (*text, lower.as_str());
        let mut frames = frame::Frames::new(text, lower);
        while let Some(sentence) = parsed.sentences.get(*at) {
            let index = u32::try_from(*at).unwrap_or(u32::MAX);
            *at += 1;
            token::tokenize(text, lower, sentence.span, tokens);
            if !tokens.iter().any(|token| token.may_open_mention()) {
                continue;
            }
            let words = token::Words { text, lower, tokens };
            let (first_time, first_quantity) = (parsed.times.len(), parsed.quantities.len());
            time::read(words, index, &mut parsed.times);
            quantity::read(words, index, &parsed.times[first_time..], &mut parsed.quantities);
            if options.frames && sentence.kind.is_article() {
                frames.sentence(
                    words,
                    index,
                    &parsed.times[first_time..],
                    first_time,
                    &parsed.quantities[first_quantity..],
                );
            }
            if parsed.times.len() + parsed.quantities.len() >= most {
                break;
            }
        }
        parsed.frames = frames.finish(&parsed.sentences);
    }

    /// What was read last.
    pub(crate) fn finish(self) -> Parsed {
        self.parsed
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_the_whole() {
        for text in ["", " \n", "No number.", &"About 12 men met on 3 May 2016. ".repeat(9_000)] {
            let whole = crate::parse(text, Options::default());
            let mut parts = Parts::new(text, Options::default());
            let (mut quantities, mut times, mut number) = (Vec::new(), Vec::new(), 0);
            while let Some(part) = parts.next_part() {
                assert_eq!((&part.sentences, &part.blocks), (&whole.sentences, &whole.blocks));
                number += 1;
                quantities.extend_from_slice(&part.quantities);
                times.extend_from_slice(&part.times);
            }
            assert_eq!((&quantities, &times), (&whole.quantities, &whole.times));
            assert_eq!(number, 1 + (quantities.len() + times.len()).saturating_sub(1) / OPENING);
        }
    }
}
