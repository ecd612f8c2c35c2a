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

/// Mentions from which the habits of a whole text are told: its own date, whether it tells a past course of events. An
/// article of news has some hundred; what a long text says later changes nothing.
pub const OPENING: usize = 8192;

impl Parsed {
    /// The temporal expressions of the opening of the text: the sentences up to the one with mention number [`OPENING`].
    pub fn opening(&self) -> &[RawTime] {
        let all = self.quantities.len() + self.times.len();
        if all <= OPENING {
            return &self.times;
        }
        let (mut quantities, mut times) = (0, 0);
        while quantities + times < OPENING {
            let sentence = |i: Option<u32>| i.unwrap_or(u32::MAX);
            let next = sentence(self.quantities.get(quantities).map(|q| q.sentence))
                .min(sentence(self.times.get(times).map(|t| t.sentence)));
            quantities += self.quantities[quantities..].iter().take_while(|q| q.sentence == next).count();
            times += self.times[times..].iter().take_while(|t| t.sentence == next).count();
        }
        &self.times[..times]
    }
}
