//! What the parser hands to the normalizer: spans and what was read there, nothing resolved.

pub mod frame;
pub mod quantity;
pub mod time;

use serde::{Deserialize, Serialize};

use crate::{Block, Issue, Sentence, Span};
pub use frame::RawFrame;
pub use quantity::{NumberExpr, RawQuantity};
pub use time::{
    CalendarName, Count, DateExpr, DayPart, DayTime, Deixis, Length, OffsetFrom, Placing, RawTime, Reference,
    Season, SetExpr, Tense, TimeExpr, TimeRole, YearExpr,
};

/// One document, parsed. Parsing never fails; what is odd is in `issues`.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Parsed {
    /// Headline, where one was told apart.
    pub title: Option<Span>,
    /// The page's stretches, in order, without overlap.
    pub blocks: Vec<Block>,
    /// Sentences of every block, furniture included.
    pub sentences: Vec<Sentence>,
    /// Quantities in order of offset.
    pub quantities: Vec<RawQuantity>,
    /// Temporal expressions in order of offset.
    pub times: Vec<RawTime>,
    /// Frames of the mentions of article sentences, in order of offset; empty when not asked for.
    pub frames: Vec<RawFrame>,
    /// What is odd about the text.
    pub issues: Vec<Issue>,
}
