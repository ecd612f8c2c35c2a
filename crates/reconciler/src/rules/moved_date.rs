//! The rule `moved-date`.

use crosscheck_lexicon::traits::Traits;
use crosscheck_lexicon::verb;
use crosscheck_model::{Axis, Kind, Modality, Relation, Severity};

use crate::context::Context;
use crate::facts::{EventRelation, PLAIN};
use crate::node::{Node, Stage};
use crate::objects::ObjectRelation;
use crate::rule::{Check, EVIDENCE, Pair, Verdict};

crate::declare_rule! {
    /// Links the day that was planned for an event with the other day that a later text gives it.
    ///
    /// ## Why it matters
    /// "Will open on 14 May" was true when it was printed; "will open on 2 June" tells that the opening was put off, not that one text is wrong;
    /// nor is it where "on Monday the trial was suspended" follows "the trial begins on Monday".
    ///
    /// ## When it stays silent
    /// The texts are of one week and neither tells of a delay (see `date-mismatch`); the earlier text gives the later day too; one date is of the beginning and one of the
    /// end, or one more event of the kind is told; little but the kind of event is shared and either text dates several of them; the day is that of a report.
    ///
    /// ## Example
    /// "The trial is set for 20 May", in April, and "the trial, now set for 3 June", in May.
    pub static MOVED_DATE = { id: "moved-date", relation: Updates, needs: conflict, check: Check::Pair(check) }
}

/// Days between two texts up to which they are of one time.
const WEEK: i64 = 7;

/// Share of their weighed words that two articles on one story have in common where they tell the same of it.
const CLOSE: f64 = 0.3;

/// Whether nothing but another day for one and the same event explains the two.
fn is_one(cx: &Context<'_>, pair: &Pair<'_>, late: &Node<'_>) -> bool {
    let facts = pair.facts;
    let (a, b) = (pair.a, pair.b);
    let alike =
        facts.near >= 2.0 * PLAIN || facts.object == ObjectRelation::Same && facts.near >= 1.5 * PLAIN;
    let only = cx.is_only(a) && cx.is_only(b);
    let single = only || late.moved || alike;
    // "The reopening is set for June", "the reopening, now set for September": of each article the only one, and still ahead of both.
    let awaited = only && facts.object == ObjectRelation::Same && late.is_ahead() && facts.story >= CLOSE;
    let like = |node: &Node<'_>| !node.telling && node.firm && node.claim.kind != Kind::Set;
    let held =
        (a.is_of(Traits::HELD) || a.is_of(Traits::INCIDENT)) && !late.moved && facts.shared_figures == 0;
    facts.one_story
        && facts.event == EventRelation::Same
        && !facts.crossing
        && (facts.near >= PLAIN || awaited)
        && single
        && !held
        && like(a)
        && like(b)
        && a.stage == b.stage
        && a.again == b.again
        && a.open == b.open
        && (late.moved || !crate::objects::named_apart(cx, a, b))
}

/// Whether a date is that of a stop or a delay: "was suspended on Monday", "was called off".
pub(super) fn stops(node: &Node<'_>) -> bool {
    let lemma = node.claim.event.as_ref().map_or("", |event| event.lemma.as_str());
    verb::phrases(lemma).iter().any(|phrase| phrase.classes.contains(&"close"))
}

/// Whether the later text tells that what was awaited for a day was stopped or put off that day: "his trial begins on Monday", "on Monday his
/// trial was suspended".
fn is_called_off(cx: &Context<'_>, pair: &Pair<'_>, early: &Node<'_>, late: &Node<'_>) -> bool {
    let facts = pair.facts;
    // "Is set to start on Monday", in a paper of Monday morning.
    let today = early.days.zip(early.published).is_some_and(|(days, published)| days.from == published.date);
    let awaited = early.is_ahead() || today && early.claim.modality == Modality::Planned;
    awaited
        && early.days == late.days
        && early.days.is_some_and(|days| days.count() == 1)
        && stops(late)
        && !stops(early)
        && early.stage != Stage::End
        && facts.one_story
        && facts.event == EventRelation::Same
        && facts.object != ObjectRelation::Unknown
        && !facts.crossing
        && !early.telling
        && !late.telling
        && pair.has(EVIDENCE.conflict)
        && !crate::objects::named_apart(cx, early, late)
}

fn check(cx: &Context<'_>, pair: &Pair<'_>) -> Option<Verdict> {
    let (x, y) = (pair.a.published?, pair.b.published?);
    if (x.date, x.time) == (y.date, y.time) {
        return None;
    }
    let later_is_a = (x.date, x.time) > (y.date, y.time);
    let (early, late) = if later_is_a { (pair.b, pair.a) } else { (pair.a, pair.b) };
    let (planned, told) = (early.days?, late.days?);
    let (p, q) = pair.quotes();
    let (later, earlier) = if later_is_a { (&p, &q) } else { (&q, &p) };
    if is_called_off(cx, pair, early, late) {
        let why = format!("{later}, told later, puts off what {earlier} foretold for {planned}.");
        return Some(
            pair.verdict(Relation::Updates, &[Axis::Date], Severity::Note, why).pointing(!later_is_a),
        );
    }
    // Two texts of one time that give two days do not agree; weeks later the plan may have changed.
    let lapse = (x.date - y.date).num_days().abs() > WEEK || late.moved;
    let apart = !planned.overlaps(told)
        && told.from > early.published?.date
        && !early.dates.contains(&told)
        && !cx.dates_near(early.doc, told, 0);
    if !early.is_ahead() || !lapse || !apart || !pair.has(EVIDENCE.conflict) || !is_one(cx, pair, late) {
        return None;
    }
    let why = format!("{later}, told later, moves {earlier}: {planned} became {told}.");
    Some(pair.verdict(Relation::Updates, &[Axis::Date], Severity::Note, why).pointing(!later_is_a))
}
