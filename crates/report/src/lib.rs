#![doc = include_str!("../README.md")]

pub mod annotation;
pub mod concise;
pub mod corpus;
pub mod csv;
pub mod github;
pub mod graph;
pub mod html;
pub mod json;
pub mod lines;
pub mod markdown;
pub mod marks;
pub mod replay;
pub mod safe;
pub mod sarif;
mod table;
pub mod text;
pub mod timeml;
pub mod wording;
pub mod xlsx;

pub use corpus::{Corpus, Difference, Source};
pub use crosscheck_model as model;
pub use safe::SafeText;
