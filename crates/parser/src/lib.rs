#![doc = include_str!("../README.md")]

pub mod frame;
pub mod noun_group;
mod parts;
pub mod quantity;
pub mod sentence;
pub mod structure;
pub mod time;
pub mod token;

pub use crosscheck_model as model;

use crosscheck_model::raw::Parsed;
pub use parts::Parts;

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
    let mut parts = Parts::new(text, options);
    parts.read(usize::MAX);
    parts.finish()
}
