//! The rule `opposed-figures`.

use crosscheck_model::{Axis, Bound, Modality, Relation, Severity};

use crate::context::Context;
use crate::digits::tenfold;
use crate::doers;
use crate::facts::{self, EventRelation, SpeakerRelation, TimeRelation};
use crate::node::{Dimension, Node};
use crate::objects::{self, ObjectRelation};
use crate::rule::{Check, Document, EVIDENCE, Local, Pair, Verdict};
use crate::words;

crate::declare_rule! {
    /// Reports two figures that one document gives for one count at one time.
    ///
    /// ## Why it matters
    /// A text that says 31 in its second paragraph and 43 in its ninth was changed in one place only; a
    /// reader who stops early carries off one of them.
    ///
    /// ## When it stays silent
    /// The text itself orders the two ("earlier", "rose to"); the figures can both be true, unless one speaker gives both - two lower bounds that differ are a tension; they are of two
    /// things, places or times, or go back to two speakers (see `value-mismatch`); no rare words tie both to one event, as one text tells of several incidents.
    ///
    /// ## Example
    /// "The blast at the mill killed 31 people. ... On Sunday 43 people were killed in the blast at the mill."
    pub static OPPOSED_FIGURES = { id: "opposed-figures", relation: Conflict, needs: updates, check: Check::Document(check) }
}

/// Bits of rare words near both figures that make one count of two sentences.
const TIED: f64 = 9.0;
/// How many claims ahead are compared: a text that opposes its figures does so within a few paragraphs.
const AHEAD: usize = 40;

fn check(cx: &Context<'_>, document: &Document<'_>) -> Vec<Local> {
    let mut found = Vec::new();
    for (a, x) in document.nodes.iter().enumerate() {
        if !is_plain(x) {
            continue;
        }
        for (b, y) in document.nodes.iter().enumerate().skip(a + 1).take(AHEAD) {
            if is_plain(y)
                && let Some(verdict) = opposed(cx, x, y)
            {
                found.push(Local { a, b, verdict });
            }
        }
    }
    found
}

/// Whether a claim reports a count as fact, and as no state among others.
fn is_plain(node: &Node<'_>) -> bool {
    node.dimension == Dimension::Count
        && node.claim.modality == Modality::Asserted
        && node.claim.change.is_none()
        && node.claim.cues.is_empty()
        && !node.withdrawn
        && node.class != 0
        && matches!(node.claim.bound, Bound::Exact | Bound::About | Bound::AtLeast | Bound::MoreThan)
}

/// Whether rare words near both figures of one document tie them to one thing.
pub(crate) fn is_tied(cx: &Context<'_>, x: &Node<'_>, y: &Node<'_>) -> bool {
    near(cx, x, y) >= TIED
}

/// Bits of rare words near both figures, besides the thing counted and the event.
fn near(cx: &Context<'_>, x: &Node<'_>, y: &Node<'_>) -> f64 {
    let mut bits = 0.0;
    words::each_shared(&x.window, &y.window, |word| {
        let own = word == x.lemma || x.object.binary_search(&word).is_ok();
        bits += if own { 0.0 } else { cx.rarity(word) };
    });
    bits
}

fn opposed(cx: &Context<'_>, x: &Node<'_>, y: &Node<'_>) -> Option<Verdict> {
    let (p, q) = (x.quantity?, y.quantity?);
    // What came in at noon and what at two are two states (see `running-figure`).
    let noted = x.entry != y.entry;
    if noted || x.claim.sentence == y.claim.sentence || p.anchor == q.anchor || x.class != y.class {
        return None;
    }
    let (p, q) = (p.anchor?, q.anchor?);
    let head = |node: &Node<'_>| {
        let object = node.claim.object.as_ref().filter(|object| !object.implied)?;
        Some(object.head.to_lowercase())
    };
    // What is only supplied may be of something else; a text that is ten times off speaks of two counts.
    if head(x)? != head(y)? || tenfold(p, q) {
        return None;
    }
    if doers::count_apart(cx, x, y) {
        return None;
    }
    // Two speakers are set against each other as two documents are (see `value-mismatch`).
    if x.body != 0 && y.body != 0 && x.body != y.body {
        return None;
    }
    // What was known on Saturday and what was known by Sunday are two states of one count.
    if !x.dates.is_empty()
        && !y.dates.is_empty()
        && !x.dates.iter().any(|x| y.dates.iter().any(|y| x.overlaps(*y)))
    {
        return None;
    }
    let facts = facts::compare(cx, x, y).ok()?;
    let one_speaker = facts.speaker == SpeakerRelation::Same;
    let both_open = |bound: Bound| matches!(bound, Bound::AtLeast | Bound::MoreThan);
    // Bounds overlap; but one body does not count at least 20 and at least 22 at one time.
    let lifted = one_speaker && both_open(x.claim.bound) && both_open(y.claim.bound);
    let comparable = facts.object == ObjectRelation::Same
        && facts.event == EventRelation::Same
        && !facts.crossing
        && facts.one_mood
        && !matches!(facts.time, TimeRelation::Apart(_))
        && !matches!(facts.place, facts::PlaceRelation::Apart)
        && !objects::differ(x, y)
        && !objects::named_apart(cx, x, y)
        && is_tied(cx, x, y);
    let pair = Pair { a: x, b: y, facts: &facts };
    let strained = both_open(x.claim.bound) && both_open(y.claim.bound);
    if !comparable || !(pair.is_disjoint() || strained) || !pair.has(EVIDENCE.updates) {
        return None;
    }
    if strained && !lifted {
        let (first, second) = pair.quotes();
        let why = format!(
            "One document gives {first} and {second} for one count at one time; both can be true, though a reader takes them to differ."
        );
        return Some(
            pair.verdict(Relation::Compatible, &[Axis::Value], Severity::Tension, why).flag("tension"),
        );
    }
    let axes = match facts.speaker {
        SpeakerRelation::Same => vec![Axis::Attribution, Axis::Value],
        _ => vec![Axis::Value],
    };
    let (first, second) = pair.quotes();
    let who = if one_speaker { " by one speaker" } else { "" };
    let why = format!("One document gives {first} and {second}{who} for one count at one time.");
    Some(pair.verdict(Relation::Conflict, &axes, Severity::Discrepancy, why))
}
