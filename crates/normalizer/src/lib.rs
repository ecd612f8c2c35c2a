#![doc = include_str!("../README.md")]

pub mod claim;
pub mod document_date;
pub mod mention;
pub mod quantity;
pub mod time;

/// Which way a bare weekday or month is read where its sentence does not say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Prefer {
    /// The last one: news.
    #[default]
    Past,
    /// The next one: calendars and assistants.
    Future,
}

/// How sharply printed numbers are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Profile {
    /// A bare number is exact.
    Strict,
    /// Round numbers are rounded.
    #[default]
    News,
    /// Twice the tolerance of news.
    Loose,
}

/// How to normalise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Options {
    /// Which way a bare weekday or month is read.
    pub prefer: Prefer,
    /// How sharply numbers are read.
    pub profile: Profile,
}

pub use claim::claims;
pub use crosscheck_model as model;
pub use document_date::document_date;
pub use mention::{Mentions, mentions};
