//! What a rule says: the relation, how much it matters, what was compared, and one sentence.

use std::sync::Arc;

use crosscheck_model::{Axis, Fact, Relation, Severity};

use crate::speakers;

use super::wording::{bracketed, narrowed};
use super::{Document, Pair};

/// What a rule says of a pair: data and one sentence.
#[derive(Debug, Clone, PartialEq)]
pub struct Verdict {
    /// The name of the difference.
    pub relation: Relation,
    /// In what respect.
    pub axes: Vec<Axis>,
    /// How much it matters.
    pub severity: Severity,
    /// Fine print.
    pub flags: Vec<&'static str>,
    /// Whether the link runs from `b` to `a`.
    pub reversed: bool,
    /// Whether it is told even where the same articles agree on another figure: a vague one beside an exact one.
    pub stands: bool,
    /// What was compared.
    pub facts: Arc<[Fact]>,
    /// One sentence.
    pub why: Arc<str>,
}

impl Verdict {
    /// Turns the link round when the finer, the part or the later is `b`.
    #[must_use]
    pub fn pointing(mut self, reversed: bool) -> Self {
        self.reversed = reversed;
        self
    }

    /// Adds fine print.
    #[must_use]
    pub fn flag(mut self, flag: &'static str) -> Self {
        self.flags.push(flag);
        self
    }

    /// Adds something that was compared.
    #[must_use]
    pub fn fact(mut self, name: &'static str, value: impl Into<String>) -> Self {
        let fact = Fact { name: name.into(), value: value.into() };
        self.facts = self.facts.iter().cloned().chain([fact]).collect();
        self
    }
}

impl Pair<'_> {
    /// A verdict whose facts hold both intervals.
    pub fn verdict(&self, relation: Relation, axes: &[Axis], severity: Severity, why: String) -> Verdict {
        let mut flags = Vec::new();
        if self.facts.speaker.is_shared() {
            flags.push("same_speaker");
        }
        let mut why = why;
        // Two speakers who say the same in like words are two sources.
        let two = || relation != Relation::Conflict && speakers::are_two(self.a, self.b, self.facts.speaker);
        if self.facts.is_aligned() && relation != Relation::Copy && !two() {
            flags.push("copied_text");
            if relation == Relation::Conflict && self.a.dimension == self.b.dimension {
                why += " One text is a copy of the other but for the figure.";
            }
        }
        let ends = [("a", "a read as", self.a), ("b", "b read as", self.b)];
        let own = ends.iter().map(|(name, _, node)| Fact { name: (*name).into(), value: bracketed(node) });
        let narrow = ends.iter().filter_map(|(_, name, node)| {
            let (hard, by) = narrowed(node)?;
            let unit = node.claim.unit.as_deref().map(|unit| format!(" {unit}")).unwrap_or_default();
            Some(Fact { name: (*name).into(), value: format!("{hard}{unit}, by “{by}”") })
        });
        let facts: Vec<Fact> = own.chain(narrow).collect();
        Verdict {
            relation,
            axes: axes.to_vec(),
            severity,
            flags,
            reversed: false,
            stands: false,
            facts: facts.into(),
            why: why.into(),
        }
    }
}

/// A verdict about two claims of one document, by their index there.
#[derive(Debug, Clone, PartialEq)]
pub struct Local {
    /// First claim.
    pub a: usize,
    /// Second claim.
    pub b: usize,
    /// What holds between them.
    pub verdict: Verdict,
}

impl Local {
    /// A conflict between two claims of one document, or of one claim with itself.
    pub fn conflict(
        document: &Document<'_>,
        (a, b): (usize, usize),
        axis: Axis,
        flag: &'static str,
        why: String,
    ) -> Self {
        let fact = |name: &'static str, at: usize| Fact {
            name: name.into(),
            value: document.nodes.get(at).map_or_else(String::new, bracketed),
        };
        let verdict = Verdict {
            relation: Relation::Conflict,
            axes: vec![axis],
            severity: Severity::Discrepancy,
            flags: vec![flag],
            reversed: false,
            stands: false,
            facts: [fact("a", a), fact("b", b)].into(),
            why: why.into(),
        };
        Self { a, b, verdict }
    }

    /// The same, as one that flips the conclusion.
    #[must_use]
    pub fn gross(mut self) -> Self {
        self.verdict.severity = Severity::Gross;
        self
    }
}
