//! What a pair of claims shows of itself: whether its figures are alike, who stands behind them, and of which time they are.

use chrono::NaiveTime;
use crosscheck_lexicon::measures::Behaviour;
use crosscheck_lexicon::traits::Traits;
use crosscheck_model::{Bound, Number, Severity};

use super::quote;
use crate::digits::{self, SMALL};
use crate::facts::{EventRelation, Facts, PLAIN, SpeakerRelation, TimeRelation};
use crate::node::{Days, Dimension, Node, Quantity};
use crate::objects::{self, ObjectRelation};
use crate::quantity::quantity;
use crate::times::{clocks, is_background};
use crate::words::Word;

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

/// Bits of rare words near both figures below which the words beside them have nothing in common.
const SOME: f64 = 2.0;

/// Days within which two speakers differ over one count, and beyond which over two states of it.
const OPPOSED: i64 = 3;

impl<'p> Pair<'p> {
    /// Both quantities, when both claims have one.
    ///
    /// One numeral that both print is read as printed: "about 100", of which its own article says that they were 99, does not
    /// contradict "more than 100"; the 99 does.
    pub fn quantities(&self) -> Option<(Quantity, Quantity)> {
        let (x, y) = (self.a.quantity?, self.b.quantity?);
        let printed = |node: &Node<'_>, read: Quantity| match &node.claim.value {
            Some(value) if node.finer.is_some() => quantity(node.claim, value),
            _ => read,
        };
        let one = x.anchor.is_some() && x.anchor == y.anchor;
        Some(if one { (printed(self.a, x), printed(self.b, y)) } else { (x, y) })
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

    /// How grave two figures that exclude each other are: one ten times the other, or none against some, flips the conclusion.
    pub fn gravity(&self) -> Severity {
        match self.anchors() {
            Some((x, y)) if digits::tenfold(x, y) => Severity::Gross,
            _ => Severity::Discrepancy,
        }
    }

    /// Whether both bounds are of one class.
    pub fn same_bound(&self) -> bool {
        bound_class(self.a.claim.bound) == bound_class(self.b.claim.bound)
    }

    /// Whether both figures are in one unit, or one of two sums leaves out for what time it is: "a wage of $15", "a wage of $15 an hour".
    pub fn same_unit(&self) -> bool {
        let (x, y) = (self.a.claim.unit.as_deref(), self.b.claim.unit.as_deref());
        let rate_of =
            |rate: &str, sum: &str| rate.strip_prefix(sum).is_some_and(|time| time.starts_with(" per "));
        let money = |node: &Node<'_>| matches!(node.dimension, Dimension::Money(_));
        x == y
            || money(self.a)
                && money(self.b)
                && self.a.dimension != self.b.dimension
                && self.same_anchor()
                && x.zip(y).is_some_and(|(x, y)| rate_of(x, y) || rate_of(y, x))
    }

    /// Whether no value makes both texts true.
    pub fn is_disjoint(&self) -> bool {
        self.quantities().is_some_and(|(x, y)| x.hard.is_disjoint(&y.hard)) && !self.drops_bound()
    }

    /// Whether one text prints as a round figure what the other has a little more or less of: "60 were hurt", "more than 60 were hurt". A round
    /// figure without a bound is read as an approximate one.
    pub(crate) fn drops_bound(&self) -> bool {
        let round = |node: &Node<'_>| {
            let grain = node.quantity.and_then(|quantity| quantity.granularity);
            node.claim.bound == Bound::Exact && grain.is_some_and(|grain| grain >= Number::from(10))
        };
        let strict = |node: &Node<'_>| matches!(node.claim.bound, Bound::MoreThan | Bound::LessThan);
        let (a, b) = (self.a, self.b);
        self.same_anchor() && (round(a) && strict(b) || strict(a) && round(b))
    }

    /// Whether a reader takes the two to differ.
    pub fn reads_apart(&self) -> bool {
        self.quantities().is_some_and(|(x, y)| x.soft.is_disjoint(&y.soft))
    }

    /// Whether both speak of a time long past, when their texts were written: what happened then no longer runs.
    pub fn is_history(&self) -> bool {
        // An article of that very time tells what it knew then, and no history.
        let then = |node: &Node<'_>, other: &Node<'_>| {
            node.when.zip(other.published).is_some_and(|(when, published)| {
                when.contains(Days { from: published.date, to: published.date })
            })
        };
        let past = |node: &Node<'_>, other: &Node<'_>| is_background(node) && !then(node, other);
        self.facts.time.is_shared() && (past(self.a, self.b) || past(self.b, self.a))
    }

    /// Whether the second is told as a part of what the first counts, or the first of the second; `None` where neither is. What one region
    /// counts is no part of another count of that region, and a part of a count that another article makes of its regions.
    pub fn part_is_b(&self) -> Option<bool> {
        let (a, b) = (self.a, self.b);
        let holds = |whole: &Node<'_>, part: &Node<'_>| whole.regions.binary_search(&part.place).is_ok();
        if holds(a, b) {
            return Some(true);
        }
        if holds(b, a) {
            return Some(false);
        }
        // "Five of the dead were the attackers" counts all attackers who died, and is no part of "four attackers died".
        let named = |node: &Node<'_>| {
            let object = node.claim.object.as_ref().and_then(|object| object.span);
            object.is_some_and(|span| span.start >= node.claim.end)
        };
        let kind =
            |node: &Node<'_>| !node.concepts.is_empty() && !node.concepts.iter().any(objects::is_stand_in);
        if self.facts.object == ObjectRelation::Same
            && kind(a)
            && kind(b)
            && (a.part && named(a) || b.part && named(b))
        {
            return None;
        }
        // "Six others were killed", where all of them are counted elsewhere.
        if a.added != b.added && !self.same_anchor() {
            return Some(b.added);
        }
        let one_region = a.place != 0 && a.place == b.place && (a.regional || b.regional);
        (a.part != b.part && !one_region).then_some(b.part)
    }

    /// Whether two speakers stand against each other: two figures of one time, or a later one that goes back behind the earlier, and neither text
    /// tells one of them as superseded.
    pub fn is_opposed(&self) -> bool {
        let days = match self.facts.time {
            TimeRelation::Apart(days) => Some(days),
            _ => None,
        };
        self.facts.speaker == SpeakerRelation::Different
            && days.is_none_or(|days| days <= OPPOSED)
            && !self.a.withdrawn
            && !self.b.withdrawn
            && (self.facts.order.is_none()
                || self.a.doc == self.b.doc
                || self.goes_back() == Some(true)
                || self.is_of_a_side()
                || self.is_rated())
            && !self.is_tally()
    }

    /// Whether both are one count of persons that authorities follow from hour to hour, in two articles of one day, or two entries
    /// of one: the dead, the hurt, the missing. Neither speaks for a side, no time of its own ties the figures and neither sentence repeats the other's or its rare words, so that
    /// one is a later state sooner than a quarrel.
    pub fn is_tally(&self) -> bool {
        let runs = |node: &Node<'_>| node.is_of(Traits::PERSONS) && node.is_of(Traits::RUNS);
        let dated = self.a.published.is_some() && self.b.published.is_some();
        (self.a.doc != self.b.doc && dated || self.is_of_two_entries())
            && self.facts.event == EventRelation::Same
            && self.facts.object == ObjectRelation::Same
            && self.facts.order.is_none()
            && !self.facts.is_aligned()
            && self.facts.near < 1.5 * PLAIN
            && !(self.a.firm && self.b.firm && self.facts.time == TimeRelation::Same && !self.runs_to_now())
            && !(self.a.party || self.b.party)
            && runs(self.a)
            && runs(self.b)
    }

    /// Whether one document tells both as the news came in, one after the other.
    pub fn is_of_two_entries(&self) -> bool {
        self.a.doc == self.b.doc && self.a.entry != self.b.entry
    }

    /// "In the past week": the days run up to the articles themselves.
    fn runs_to_now(&self) -> bool {
        let now = |node: &Node<'_>| {
            node.when
                .zip(node.published)
                .is_some_and(|(when, published)| when.from < when.to && when.to == published.date)
        };
        now(self.a) && now(self.b)
    }

    /// Whether both tell how many there are a day or a week, and not how far a count has run: two such figures are no two states.
    fn is_rated(&self) -> bool {
        let near = self
            .a
            .published
            .zip(self.b.published)
            .is_none_or(|(x, y)| (x.date - y.date).num_days().abs() <= OPPOSED);
        near && (self.a.rate != 0 || self.b.rate != 0) && !self.a.is_of(Traits::RUNS)
    }

    /// Whether the later figure is lower than the earlier, where nothing lets the count fall; `None` where no order or no figure is known.
    fn goes_back(&self) -> Option<bool> {
        let (late, early) = if self.facts.order?.is_gt() { (self.a, self.b) } else { (self.b, self.a) };
        // What runs both ways, or down, may well be lower the day after.
        let grows = !matches!(self.facts.behaviour, Behaviour::Either | Behaviour::Down)
            || self.a.dimension != Dimension::Count;
        Some(grows && late.quantity?.anchor? < early.quantity?.anchor?)
    }

    /// Whether a side claims one of the figures, in articles of one time: no later state of what another counted, unless the count only grows.
    fn is_of_a_side(&self) -> bool {
        (self.a.party || self.b.party)
            && self.facts.behaviour != Behaviour::Up
            && self
                .a
                .published
                .zip(self.b.published)
                .is_none_or(|(x, y)| (x.date - y.date).num_days().abs() <= OPPOSED)
    }

    /// Whether the two figures show the same digits but for a slip of the hand.
    pub fn is_slip(&self) -> bool {
        digits::slipped(self.a, self.b)
    }

    /// Whether both print one numeral for one extent, with two units.
    pub fn is_reunited(&self) -> bool {
        matches!(self.a.dimension, Dimension::Physical(_))
            && self.a.claim.unit != self.b.claim.unit
            && digits::printed(self.a).is_some()
            && digits::printed(self.a) == digits::printed(self.b)
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

    /// Whether one tells of nothing, and the other does not: "no one was killed", "at least 12 were".
    pub fn is_none_against_some(&self) -> bool {
        self.a.is_none() != self.b.is_none()
    }

    /// Whether the figures may be of two places, as their texts name them: what differs from place to place ("5 inches of snow in Norland"),
    /// and extents of which no event is known to be one.
    pub fn is_of_two_places(&self) -> bool {
        let (a, b) = (self.a, self.b);
        let local = a.is_of(Traits::LOCAL) || b.is_of(Traits::LOCAL);
        let open = self.facts.event == EventRelation::Unknown && a.place != 0 && b.place != 0;
        let bare = open && matches!(a.dimension, Dimension::Physical(_));
        a.place != b.place && (local || bare)
    }

    /// Whether both print one small count, which recurs by chance.
    pub fn is_small(&self) -> bool {
        self.a.dimension == Dimension::Count
            && self.anchors().is_some_and(|(x, y)| x == y && x <= Number::from(i64::from(SMALL)))
    }

    /// Whether both print a small count, or one vague word, of things that merely may be the same, and neither verbs nor words say that they are:
    /// "two neighbours", "at least two people"; "hundreds of workers", "hundreds of bystanders".
    pub(crate) fn recurs(&self) -> bool {
        let facts = self.facts;
        let vague = self.a.claim.bound == Bound::Vague || self.b.claim.bound == Bound::Vague;
        self.a.dimension == Dimension::Count
            && (vague || self.is_small())
            && facts.object.is_related()
            && facts.object != ObjectRelation::Same
            && !matches!(facts.event, EventRelation::Same | EventRelation::Near)
            && facts.near < SOME
            && facts.shared_figures == 0
            && !facts.is_aligned()
            && !objects::share_head(self.a, self.b)
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

    /// “first words” and “second words”.
    pub fn quotes(&self) -> (String, String) {
        (quote(self.a), quote(self.b))
    }
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
