//! The words around a mention that say what happened, where, and who says so.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::{Modality, Span};

/// Frame of the mention whose `core` span is given; spans only, nothing resolved.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct RawFrame {
    /// `core` of the quantity, or span of the temporal expression, that the frame belongs to.
    pub mention: Span,
    /// The predicate, light verbs skipped.
    pub predicate: Option<Span>,
    /// Lemma of the predicate's head: "surrender" for "had surrendered", "evacuation" for a nominal event.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub lemma: String,
    /// Event class of the predicate in the lexicon's table; `None` for a word without one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub class: Option<Cow<'static, str>>,
    /// What a light verb before the predicate says of its course: "begin", "end", "continue".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phase: Option<Cow<'static, str>>,
    /// Event class of the noun in `thing`: "kill" for "the death toll".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub thing_class: Option<Cow<'static, str>>,
    /// The group a date, length or bare number belongs to: "military operation" of "24-hour military operation",
    /// "the death toll" of "the death toll rose to 77".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub thing: Option<Span>,
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
    /// What a definite description was said of before: "Russia's Defence Ministry" for "the ministry".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub antecedent: Option<Span>,
}
