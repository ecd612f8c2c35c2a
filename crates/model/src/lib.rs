#![doc = include_str!("../README.md")]
//!
//! # Map
//! Plain data with public fields; a constructor exists only where it holds an invariant.
//! What other programs read as JSON is [`Report`] and all it contains; what the parser hands
//! to the normalizer is in [`raw`].

pub mod boundary;
pub mod claim;
pub mod date;
pub mod document;
pub mod finding;
pub mod interval;
pub mod issue;
pub mod link;
pub mod mention;
pub mod number;
pub mod raw;
pub mod report;
pub mod span;
pub mod value;
pub mod words;

pub use claim::{Attribution, Basis, Claim, Event, Modality, Object, PlaceBasis, When};
pub use date::{Certainty, DateValue, Granularity, Moment, Offset, TimexMod, TimexType};
pub use document::{Block, BlockKind, Document, Published, PublishedBasis, Sentence};
pub use finding::{BaselineState, Best, Decision, DecisionState, Envelope, Finding, Status};
pub use interval::Interval;
pub use issue::Issue;
pub use link::{Axis, Fact, Link, Relation, Score, ScorePart, Severity};
pub use mention::Mention;
pub use number::Number;
pub use report::{Provenance, Report, Tool};
pub use span::Span;
pub use value::{Bound, Change, Kind, Si, Value};
