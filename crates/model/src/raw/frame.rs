//! The words around a mention that say what happened, where, and who says so.

use serde::{Deserialize, Serialize};

use crate::{Modality, Span};

/// Frame of the mention whose `core` span is given; spans only, nothing resolved.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct RawFrame {
    /// `core` of the quantity, or span of the temporal expression, that the frame belongs to.
    pub mention: Span,
    /// The predicate, light verbs skipped.
    pub predicate: Option<Span>,
    /// Whether the predicate is a passive or participle.
    pub passive: bool,
    /// Who does it.
    pub agent: Option<Span>,
    /// To whom or what.
    pub patient: Option<Span>,
    /// Index into the parsed times of the expression that dates the clause.
    pub time: Option<u32>,
    /// Place phrases, nearest first.
    pub places: Vec<Span>,
    /// Speakers with their cue, outermost first; whether inside quotation marks.
    pub speakers: Vec<RawSpeaker>,
    /// Fact, denial, plan, possibility.
    pub modality: Modality,
    /// Cues of a running figure.
    pub cues: Vec<String>,
}

/// A speaker and the words that attribute.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RawSpeaker {
    /// The speaker; a pronoun is already resolved to the words it stands for.
    pub source: Span,
    /// "said", "according to".
    pub cue: Span,
    /// Whether the mention stands inside quotation marks.
    pub quoted: bool,
}
