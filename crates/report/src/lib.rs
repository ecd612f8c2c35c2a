#![doc = include_str!("../README.md")]

pub mod corpus;
pub mod json;
pub mod lines;
pub mod marks;
pub mod safe;
pub mod text;
pub mod wording;

pub use corpus::{Corpus, Source};
pub use safe::SafeText;
