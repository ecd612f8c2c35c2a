//! What a rule is. One rule is one file of [`crate::rules`], registered once in [`crate::rules::ALL`].

use std::sync::Arc;

use chrono::NaiveTime;
use crosscheck_lexicon::measures::Behaviour;
use crosscheck_model::{Axis, Bound, Fact, Interval, Number, Relation, Score, Severity, words};

use crate::context::Context;
use crate::digits;
use crate::facts::{EventRelation, Facts, SpeakerRelation, TimeRelation};
use crate::node::{Dimension, Node, Quantity};
use crate::times::clocks;
use crate::words::Word;

/// Declares a rule; its documentation comment becomes `crosscheck explain` and `docs/rules.md`.
#[macro_export]
macro_rules! declare_rule {
    ($(#[doc = $doc:literal])+ pub static $name:ident = { id: $id:literal, relation: $relation:ident, $(needs: $needs:ident,)? check: $check:expr $(,)? }) => {
        $(#[doc = $doc])+
        pub static $name: $crate::rule::Rule = $crate::rule::Rule {
            id: $id,
            relation: crosscheck_model::Relation::$relation,
            documentation: concat!($($doc, "\n"),+),
            needs: $crate::declare_rule!(@needs $($needs)?),
            check: $check,
        };
    };
    (@needs) => { None };
    (@needs $needs:ident) => { Some($crate::rule::EVIDENCE.$needs) };
}

/// Two claims of two documents, `a` in the earlier one, and what is known about them.
#[derive(Debug, Clone, Copy)]
pub struct Pair<'p> {
    /// First by document order.
    pub a: &'p Node<'p>,
    /// Second.
    pub b: &'p Node<'p>,
    /// What the gate found.
    pub facts: &'p Facts,
}

/// All claims of one document in their order.
#[derive(Debug, Clone, Copy)]
pub struct Document<'p> {
    /// Its claims.
    pub nodes: &'p [Node<'p>],
    /// Its text.
    pub text: &'p str,
}

impl<'p> Document<'p> {
    /// The words between two claims of one sentence, the first before the second.
    pub fn between(&self, first: usize, second: usize) -> Option<&'p str> {
        let (x, y) = (self.nodes.get(first)?.claim, self.nodes.get(second)?.claim);
        (x.sentence == y.sentence).then(|| self.text.get(x.end as usize..y.start as usize)).flatten()
    }

    /// The words from a claim to the end of its sentence.
    pub fn after(&self, at: usize) -> &'p str {
        let Some(node) = self.nodes.get(at) else { return "" };
        self.text.get(node.claim.end as usize..node.claim.sentence.end as usize).unwrap_or("")
    }
}

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

/// What a rule looks at.
#[derive(Debug, Clone, Copy)]
pub enum Check {
    /// Two claims of two documents that passed the gate. First rule that fires decides.
    Pair(fn(&Context<'_>, &Pair<'_>) -> Option<Verdict>),
    /// One document's own arithmetic. Every rule runs.
    Document(fn(&Context<'_>, &Document<'_>) -> Vec<Local>),
    /// A whole cluster, after the pairs; the rule's code is in [`crate::consistency`].
    Cluster,
}

/// A rule of reconciliation.
#[derive(Debug, Clone, Copy)]
pub struct Rule {
    /// Kebab-case name.
    pub id: &'static str,
    /// The relation it reports.
    pub relation: Relation,
    /// Its page.
    pub documentation: &'static str,
    /// Bits of evidence that it asks for, where it asks for a fixed sum; its page names what else may stand for them.
    pub needs: Option<f64>,
    /// Its code.
    pub check: Check,
}

impl Rule {
    /// The page without the blank that a documentation comment has before each line.
    pub fn page(&self) -> String {
        let lines: Vec<&str> =
            self.documentation.lines().map(|line| line.strip_prefix(' ').unwrap_or(line)).collect();
        lines.join("\n").trim_end().to_owned()
    }

    /// The first line of the page.
    pub fn summary(&self) -> &'static str {
        self.documentation.lines().next().unwrap_or("").trim()
    }
}

/// How much evidence, in bits, a relation needs that both claims speak of one measure of one event.
#[derive(Debug, Clone, Copy)]
pub struct Evidence {
    /// The figures are the same or fit.
    pub fits: f64,
    /// A later figure replaces an earlier one.
    pub updates: f64,
    /// The texts cannot both be right.
    pub conflict: f64,
}

/// The thresholds in force: a conflict needs more evidence than an agreement.
pub const EVIDENCE: Evidence = Evidence { fits: 5.0, updates: 6.0, conflict: 7.5 };

/// Days within which a lower figure of another speaker is another opinion rather than another state.
const OPPOSED: i64 = 3;
/// Days beyond which no two figures are of one time, even in one document.
const WEEK: i64 = 7;
/// Days within which two sides quarrel over one count.
const RIVALS: i64 = 3;
/// Days after which an event is history.
const PAST: i64 = 45;

impl<'p> Pair<'p> {
    /// Both quantities, when both claims have one.
    pub fn quantities(&self) -> Option<(Quantity, Quantity)> {
        Some((self.a.quantity?, self.b.quantity?))
    }

    /// Both printed numbers in base units.
    pub fn anchors(&self) -> Option<(Number, Number)> {
        let (x, y) = self.quantities()?;
        Some((x.anchor?, y.anchor?))
    }

    /// Whether the printed numbers are equal in base units.
    pub fn same_anchor(&self) -> bool {
        self.anchors().is_some_and(|(x, y)| x == y)
    }

    /// Whether both print one figure that is rare enough to be no chance.
    pub fn same_rare_figure(&self) -> bool {
        self.facts.score.parts.iter().any(|part| part.name == "same figure" && part.weight >= 3.5)
    }

    /// Both clock times, as they stand on one clock: two that are written alike are one, whichever zone each text was read in.
    pub fn clocks(&self) -> Option<(NaiveTime, NaiveTime)> {
        clocks(self.a, self.b)
    }

    /// Whether both bounds are of one class.
    pub fn same_bound(&self) -> bool {
        bound_class(self.a.claim.bound) == bound_class(self.b.claim.bound)
    }

    /// Whether no value makes both texts true.
    pub fn is_disjoint(&self) -> bool {
        self.quantities().is_some_and(|(x, y)| x.hard.is_disjoint(&y.hard))
    }

    /// Whether a reader takes the two to differ.
    pub fn reads_apart(&self) -> bool {
        self.quantities().is_some_and(|(x, y)| x.soft.is_disjoint(&y.soft))
    }

    /// The later and the earlier claim, where that is known.
    fn later(&self) -> Option<(&Node<'p>, &Node<'p>)> {
        Some(if self.facts.order?.is_gt() { (self.a, self.b) } else { (self.b, self.a) })
    }

    /// Whether both speak of a time long past, when their texts were written: what happened then no longer runs.
    pub fn is_history(&self) -> bool {
        let past = |node: &Node<'_>| {
            let told = node.when.filter(|_| node.firm).zip(node.published);
            told.is_some_and(|(when, published)| (published.date - when.to).num_days() > PAST)
        };
        self.facts.time.is_shared() && (past(self.a) || past(self.b))
    }

    /// Whether two speakers stand against each other: two figures of one time, or a later one that goes back behind the earlier, and neither text
    /// tells one of them as superseded.
    pub fn is_opposed(&self) -> bool {
        let falls = || {
            let (late, early) = self.later()?;
            // What runs both ways, or down, may well be lower the day after.
            let grows = !matches!(self.facts.behaviour, Behaviour::Either | Behaviour::Down)
                || self.a.dimension != Dimension::Count;
            Some(grows && late.quantity?.anchor? < early.quantity?.anchor?)
        };
        let near = match self.facts.time {
            TimeRelation::Apart(days) => days <= OPPOSED && falls() == Some(true),
            _ => self.facts.order.is_none() || falls() == Some(true),
        };
        let one_document = self.a.doc == self.b.doc;
        // What a side claims is no later state of what another counted, unless the count only grows.
        let rivals = (self.a.party || self.b.party)
            && self.facts.behaviour != Behaviour::Up
            && !matches!(self.facts.time, TimeRelation::Apart(days) if days > RIVALS)
            && self
                .a
                .published
                .zip(self.b.published)
                .is_none_or(|(x, y)| (x.date - y.date).num_days().abs() <= RIVALS);
        self.facts.speaker == SpeakerRelation::Different
            && (near
                || rivals
                || (one_document && !matches!(self.facts.time, TimeRelation::Apart(days) if days > OPPOSED)))
            && !matches!(self.facts.time, TimeRelation::Apart(days) if days > WEEK)
            && !self.a.withdrawn
            && !self.b.withdrawn
    }

    /// Whether the two figures show the same digits but for a slip of the hand.
    pub fn is_slip(&self) -> bool {
        digits::slipped(self.a, self.b)
    }

    /// Whether the words beside both figures name one thing by its name: the age of one person, the share of one party.
    pub fn names_owner(&self, told: impl Fn(u32, Word) -> bool) -> bool {
        let measure = self.a.claim.measure.as_deref().unwrap_or("");
        let owner = measure.rsplit([':', '/', '-', ' ']).next().unwrap_or("");
        let word = crate::words::content_words(owner);
        self.a.measure != 0
            && self.a.measure == self.b.measure
            && matches!(word[..], [word] if told(self.a.doc, word) && told(self.b.doc, word))
    }

    /// Whether both print one small count, which recurs by chance.
    pub fn is_small(&self) -> bool {
        self.a.dimension == Dimension::Count
            && self.anchors().is_some_and(|(x, y)| x == y && x <= Number::from(12))
    }

    /// Whether two exact counts of two days are two states of one count, however near: 149 rescued, 150 rescued.
    pub fn is_two_states(&self) -> bool {
        let exact = |node: &Node<'_>| node.claim.bound == Bound::Exact;
        let few = |number: Number| number < Number::from(1000);
        self.a.dimension == Dimension::Count
            && self.facts.event == EventRelation::Same
            && self.facts.behaviour != Behaviour::Fixed
            && matches!(self.facts.time, TimeRelation::Apart(_))
            && exact(self.a)
            && exact(self.b)
            && self.anchors().is_some_and(|(x, y)| x != y && few(x) && few(y))
    }

    /// Whether the evidence reaches a threshold.
    pub fn has(&self, bits: f64) -> bool {
        self.facts.score.total >= bits
    }

    /// A verdict whose facts hold both intervals.
    pub fn verdict(&self, relation: Relation, axes: &[Axis], severity: Severity, why: String) -> Verdict {
        let mut flags = Vec::new();
        if self.facts.speaker.is_shared() {
            flags.push("same_speaker");
        }
        let mut why = why;
        if self.facts.containment >= crate::copies::ALIGNED && relation != Relation::Copy {
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

    /// “first words” and “second words”.
    pub fn quotes(&self) -> (String, String) {
        (quote(self.a), quote(self.b))
    }
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

/// The words of a claim in quotation marks.
pub fn quote(node: &Node<'_>) -> String {
    format!("“{}”", node.claim.surface.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// What two retellings of one statement have in common, by the evidence of their score: "the speaker, the figure and the
/// neighbouring figures".
pub(crate) fn in_common(score: &Score) -> String {
    let weight =
        |name: &str| score.parts.iter().find(|part| part.name == name).map_or(0.0, |part| part.weight);
    let figures = weight("same neighbouring figures");
    let mut same = Vec::new();
    if weight("same speaker") > 0.0 {
        same.push("the speaker");
    } else if weight("speakers of one side") > 0.0 {
        same.push("the side that speaks");
    }
    same.push("the figure");
    if figures > 3.0 {
        same.push("the neighbouring figures");
    } else if figures > 0.0 {
        same.push("the neighbouring figure");
    }
    if weight("aligned text") > 0.0 {
        same.push("most words around");
    }
    list(&same)
}

/// A list in words: "the speaker, the figure and the neighbouring figures".
pub(crate) fn list<T: AsRef<str>>(items: &[T]) -> String {
    let mut out = String::new();
    for (at, item) in items.iter().enumerate() {
        out.push_str(match at {
            0 => "",
            at if at + 1 == items.len() => " and ",
            _ => ", ",
        });
        out.push_str(item.as_ref());
    }
    out
}

/// The interval that a claim has by another one of its document, in its own unit, and the words of that one; `None` where it stands for itself.
fn narrowed<'a>(node: &Node<'a>) -> Option<(Interval, &'a str)> {
    let by = node.read_by?;
    let hard = crate::quantity::in_printed_unit(node.claim, &node.hard()?);
    (node.claim.value.as_ref()?.hard() != hard).then_some((hard, by))
}

/// What a claim says, for a sentence: "1,500 to 2,500 tonnes", "429.3 to 430.5 kilometres by “267 miles”", or its days.
pub fn reading(node: &Node<'_>) -> String {
    if let Some((hard, by)) = narrowed(node) {
        let by = by.split_whitespace().collect::<Vec<_>>().join(" ");
        return format!(
            "{} by “{by}”",
            words::with_unit(&words::interval(&hard), node.claim.unit.as_deref())
        );
    }
    match &node.claim.value {
        Some(value) => words::with_unit(&words::interval(&value.hard()), node.claim.unit.as_deref()),
        None => crate::facts::days_in_words(node.days),
    }
}

/// What a claim says, for a derivation: its interval in brackets, which tell whether an end belongs to it.
pub fn bracketed(node: &Node<'_>) -> String {
    if let Some(value) = &node.claim.value {
        let unit = node.claim.unit.as_deref().map(|unit| format!(" {unit}")).unwrap_or_default();
        return format!("{}{unit}", value.hard());
    }
    crate::facts::days_in_words(node.days)
}

/// Hedges that a reader takes for one another.
fn bound_class(bound: Bound) -> u8 {
    match bound {
        Bound::Exact => 0,
        Bound::About => 1,
        Bound::Nearly => 2,
        Bound::MoreThan | Bound::AtLeast => 3,
        Bound::LessThan | Bound::AtMost | Bound::UpTo => 4,
        Bound::Between => 5,
        Bound::Vague => 6,
    }
}

/// Whether the coarser of two printed numbers is the finer one rounded to its last non-zero digit.
pub fn rounds(x: Quantity, y: Quantity) -> bool {
    let (Some(p), Some(q), Some(g), Some(h)) = (x.anchor, y.anchor, x.granularity, y.granularity) else {
        return false;
    };
    let coarser = g.0.max(h.0);
    let Some(half) = coarser.checked_div(rust_decimal::Decimal::TWO) else { return false };
    // "10,000" is no rounding of 14,000, though it has but one digit.
    let tenth = p.0.abs().max(q.0.abs()) / rust_decimal::Decimal::TEN;
    p.0.checked_sub(q.0).is_some_and(|difference| difference.abs() <= half.min(tenth))
}

/// Whether two printed numbers differ by a factor of ten or more.
pub fn tenfold(x: Number, y: Number) -> bool {
    let (low, high) = if x.0.abs() <= y.0.abs() { (x.0.abs(), y.0.abs()) } else { (y.0.abs(), x.0.abs()) };
    low.checked_mul(rust_decimal::Decimal::TEN).is_none_or(|ten| ten <= high)
        && high > rust_decimal::Decimal::ZERO
}
