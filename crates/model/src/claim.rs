//! A claim: a mention with its frame.

use serde::{Deserialize, Serialize};

use rust_decimal::Decimal;

use crate::{BlockKind, Bound, Change, DateValue, Interval, Issue, Kind, Moment, Number, Si, Span, Value};

/// A counted or measured thing.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Object {
    /// The whole group as printed: "small arms and anti-tank weapons".
    pub surface: String,
    /// Lemma of the head noun: "small arm".
    pub head: String,
    /// Concept key in the taxonomy, or `None` for a word it does not know.
    pub concept: Option<String>,
    /// Lemmas of premodifiers that narrow the head: "ethnic", "armoured".
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub modifiers: Vec<String>,
    /// Heads coordinated with the first: "anti-tank weapon".
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<String>,
    /// Lemma of the noun after "of": "ammunition" for "rounds of ammunition".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<String>,
    /// Where the group stands, when it is in the text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub span: Option<Span>,
    /// Whether the noun was taken from context rather than printed beside the number.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub implied: bool,
}

/// What happened, or what state holds.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Event {
    /// The predicate as printed.
    pub surface: String,
    /// Its lemma.
    pub lemma: String,
    /// Event class: "hand-over", "kill", ...; `None` for a word without one.
    pub concept: Option<String>,
    /// Where the predicate stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub span: Option<Span>,
    /// Who does it, as printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agent: Option<String>,
    /// To whom or what it is done, where that is not the counted object.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub patient: Option<String>,
}

/// Why a claim's time is what it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// A temporal expression of its own clause.
    Adjunct,
    /// "as of", "so far by".
    AsOf,
    /// Another sentence dates the same event.
    Event,
    /// The document's own day.
    Document,
    /// The caption's own date.
    Caption,
    /// Not known.
    Unknown,
}

/// When the claim holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct When {
    /// Earliest, inclusive.
    pub from: Option<Moment>,
    /// Latest, inclusive.
    pub to: Option<Moment>,
    /// Why.
    pub basis: Basis,
}

/// Why a claim's place is what it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum PlaceBasis {
    /// Its sentence names the place.
    Stated,
    /// The article's dateline: where it was written, which need not be where things happened.
    Dateline,
}

/// One link of the chain of who says so, outermost speaker first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Attribution {
    /// The speaker as printed.
    pub source: String,
    /// The words that attribute: "said", "according to".
    pub cue: String,
    /// Whether the claim stands inside the speaker's quotation marks.
    pub quoted: bool,
    /// The speaking body, over aliases: "russia/defence-ministry".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub body: Option<String>,
    /// The side the body belongs to: "russia".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub side: Option<String>,
}

/// Whether the claim is reported as a fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Modality {
    /// Reported as fact.
    #[default]
    Asserted,
    /// Denied.
    Denied,
    /// Promised, ordered, forecast for later.
    Planned,
    /// "may", "if", a capacity or estimate of what could be.
    Possible,
    /// Another time's event told for context.
    Background,
}

/// A normalised claim: one number or date of one document, with its frame.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Claim {
    /// `c1`, `c2`, ... by document and offset.
    pub id: String,
    /// Id of its document.
    pub document: String,
    /// First byte in the document's text.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
    /// Exactly `text[start..end]`.
    pub surface: String,
    /// Its sentence.
    pub sentence: Span,
    /// Role of the block it stands in.
    pub block: BlockKind,
    /// What sort it is.
    pub kind: Kind,
    /// For every kind but dates and times.
    pub value: Option<Value>,
    /// How the number is bounded.
    pub bound: Bound,
    /// Stated direction of change.
    pub change: Option<Change>,
    /// Singular unit name.
    pub unit: Option<String>,
    /// Value in base units.
    pub si: Option<Si>,
    /// For dates, times and durations.
    pub date: Option<DateValue>,
    /// The counted thing, or what the date or duration is of.
    pub object: Option<Object>,
    /// What happened.
    pub event: Option<Event>,
    /// When the claim holds, apart from publication and speaking.
    pub when: When,
    /// Place, as a key of the gazetteer or as printed.
    #[serde(rename = "where")]
    pub place: Option<String>,
    /// Where the place is from.
    #[serde(rename = "where_basis", default, skip_serializing_if = "Option::is_none")]
    pub place_basis: Option<PlaceBasis>,
    /// Who says so, outermost first; empty when the article says it itself.
    pub attribution: Vec<Attribution>,
    /// Fact, denial, plan, possibility or background.
    pub modality: Modality,
    /// What is measured, the same for the same measure in other words and another for another measure: the root of the
    /// object and the event class.
    ///
    /// - counts, measures, sums, shares: `object:event` ("person:kill", "weapon:hand-over", "building:damage",
    ///   "tax:pay", "magnitude:quake"); a noun without a root stands by its lemma, `-` stands for no event;
    /// - `duration:` what lasted ("duration:operation"), `date:` the event that the date is of, after its phase where a
    ///   verb gives one ("date:operation", "date:end/talks"), with the object where the event needs one
    ///   ("date:evacuate/person"); `rank:` the ranked noun, with the scale of a superlative
    ///   ("rank:fire/size"); `age:` the person.
    ///
    /// `None` where neither object nor event is known. Place, time, agent and modality are kept apart in their fields.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub measure: Option<String>,
    /// Cues of a running figure: "so_far", "risen_to", "previous", "updated", "revised".
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cues: Vec<String>,
    /// The number itself, or the whole of a temporal expression.
    pub core: Span,
    /// What is odd about it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub issues: Vec<Issue>,
}

impl Claim {
    /// Where the claim stands.
    pub fn span(&self) -> Span {
        Span { start: self.start, end: self.end }
    }

    /// The two halves of the measure: its root and its event class, each `-` where there is none.
    pub fn measured(&self) -> Option<(&str, &str)> {
        self.measure.as_deref()?.split_once(':')
    }

    /// The interval under which the claim is true when it is compared: its value's, or what its vague word must mean.
    pub fn stated(&self) -> Option<Interval> {
        Some(self.heard().unwrap_or(self.value.as_ref()?.hard()))
    }

    /// What must be true where a vague word counts; `None` where no vague word does, and of lengths of time.
    ///
    /// "Dozens" are a dozen at least and may be hundreds (ACLED counts 12); "several thousand" are three thousand at least, and less
    /// than the next power of ten.
    pub fn heard(&self) -> Option<Interval> {
        let value =
            self.value.as_ref().filter(|_| self.bound == Bound::Vague && self.kind != Kind::Duration)?;
        let (lo, hi, from, to) = (value.lo?.0, value.hi?.0, value.soft.lo?.0, value.soft.hi?.0);
        let percent = |of: Decimal, share: i64| of.checked_mul(Decimal::from(share));
        // A reader takes "hundreds" for up to 999: the soft end is the last before the next power.
        if lo >= Decimal::TEN && percent(to, 100)? >= percent(hi, 99)? {
            let least = if from == lo { lo.checked_div(Decimal::TWO)? } else { lo };
            return Some(Interval::at_least(Number(least)));
        }
        // "Several", "a few": one to ten of what they count in.
        let ten = lo.checked_mul(Decimal::TEN) == Some(hi);
        ten.then(|| Some(Interval::new(Some(Number(from)), true, Some(Number(to.checked_add(lo)?)), false)))?
    }

    /// The place that the claim's sentence names; a dateline tells only where the article was written.
    pub fn stated_place(&self) -> Option<&str> {
        self.place.as_deref().filter(|_| self.place_basis != Some(PlaceBasis::Dateline))
    }
}
