#![doc = include_str!("../README.md")]

pub mod frame;
pub mod noun_group;
pub mod quantity;
pub mod sentence;
pub mod structure;
pub mod time;
pub mod token;

pub use crosscheck_model as model;

use crosscheck_model::raw::Parsed;

/// How much to read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Options {
    /// Whether to read the frames of mentions in article text: events, speakers, places.
    pub frames: bool,
}

/// Parses one document. Never fails.
///
/// ```
/// let parsed = crosscheck_parser::parse("Six people were hurt on Tuesday.", crosscheck_parser::Options::default());
/// assert_eq!(parsed.sentences.len(), 1);
/// ```
pub fn parse(text: &str, options: Options) -> Parsed {
    let lower = text.to_ascii_lowercase();
    let layout = structure::layout(text, &lower);
    let sentences = sentence::split(text, &layout.blocks);
    let mut parsed =
        Parsed { title: layout.title, blocks: layout.blocks, issues: layout.issues, ..Parsed::default() };
    let mut tokens = Vec::new();
    let mut frames = frame::Frames::new(text, &lower);
    for (index, sentence) in sentences.iter().enumerate() {
        token::tokenize(text, &lower, sentence.span, &mut tokens);
        if !tokens.iter().any(|token| token.may_open_mention()) {
            continue;
        }
        let words = token::Words { text, lower: &lower, tokens: &tokens };
        let index = u32::try_from(index).unwrap_or(u32::MAX);
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
    }
    parsed.frames = frames.finish(&sentences);
    parsed.sentences = sentences;
    parsed
}
