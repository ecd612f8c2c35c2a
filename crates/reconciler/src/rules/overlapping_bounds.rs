//! The rule `overlapping-bounds`.

use std::cmp::Ordering;

use crosscheck_lexicon::measures::Behaviour;
use crosscheck_model::{Axis, Bound, Number, Relation, Severity};

use crate::context::Context;
use crate::facts::{EventRelation, PLAIN, TimeRelation};
use crate::node::Node;
use crate::objects::{self, FEW, ObjectRelation};
use crate::quantity::is_fraction;
use crate::rule::{Check, EVIDENCE, Pair, Verdict, reading};
use crate::{digits, measurand};

crate::declare_rule! {
    /// Links two figures that can both be true of one count.
    ///
    /// ## Why it matters
    /// "More than 100,000" and "120,000" are different numerals and no contradiction; a naive comparison cries wolf here most often.
    ///
    /// ## When it stays silent
    /// No value makes both true; one is only vague (see `vague-value`).
    ///
    /// ## Example
    /// "up to 120,000 people" and "120,000 people". "At least 20 killed" and "at least 22 killed" on one day are a tension.
    pub static OVERLAPPING_BOUNDS = { id: "overlapping-bounds", relation: Compatible, needs: fits, check: Check::Pair(check) }
}

/// Whether both print one figure that is told of a few of anything, for things that merely may share members, and neither verb nor words
/// say that they are the same: "two officers", "two of the suspects".
fn is_few_of_each(pair: &Pair<'_>) -> bool {
    let facts = pair.facts;
    facts.object == ObjectRelation::Overlapping
        && pair.same_bound()
        && pair.anchors().is_some_and(|(x, y)| x == y && x <= FEW)
        && !matches!(facts.event, EventRelation::Same | EventRelation::Near)
        && !objects::share_head(pair.a, pair.b)
        && facts.near < PLAIN
        && facts.shared_figures == 0
        && !facts.is_aligned()
}

/// Whether both plainly count one thing of one event: by the words near both, or in articles of one time by their verbs or neighbouring
/// figures, as "thousands fled" and "80,000 were evacuated".
fn is_one_count(pair: &Pair<'_>) -> bool {
    let facts = pair.facts;
    let told = match facts.event {
        EventRelation::Same if facts.near >= PLAIN => true,
        EventRelation::Same | EventRelation::Near => facts.order.is_none(),
        EventRelation::Unknown => facts.order.is_none() && facts.shared_figures > 0,
        _ => false,
    };
    told && facts.object == ObjectRelation::Same && pair.has(EVIDENCE.conflict)
}

fn check(cx: &Context<'_>, pair: &Pair<'_>) -> Option<Verdict> {
    let (x, y) = pair.quantities()?;
    let vague = pair.a.claim.bound == Bound::Vague && pair.b.claim.bound == Bound::Vague;
    // "At least one" is said of anything.
    let one = pair.anchors().is_some_and(|(x, _)| x <= Number::from(1));
    let same_figure = pair.same_anchor() && !one || digits::same_vague(pair.a, pair.b);
    let one_is_vague = pair.a.claim.bound == Bound::Vague || pair.b.claim.bound == Bound::Vague;
    let printed = |node: &Node<'_>| node.claim.value.as_ref().map(crosscheck_model::Value::hard);
    let beyond = printed(pair.a).zip(printed(pair.b)).is_some_and(|(x, y)| x.is_disjoint(&y));
    // "Around 2,000", "several thousand" of what may be two groups: no conflict is proved, and a reader is told.
    let loose = x.hard.is_disjoint(&y.hard) && !pair.drops_bound();
    if (loose && (!one_is_vague || beyond || measurand::is_one(cx, pair)))
        || pair.facts.event == EventRelation::Contrast
        || matches!(pair.facts.object, ObjectRelation::Disjoint | ObjectRelation::Unknown)
        || (pair.facts.crossing && !pair.same_anchor())
    {
        return None;
    }
    // "At least two" of a day after the five is the toll of another flood: a count that only grows stays above what it was.
    let later_is_lower = pair.facts.behaviour == Behaviour::Up
        && pair.facts.order.zip(x.anchor.zip(y.anchor)).is_some_and(|(order, (x, y))| match order {
            Ordering::Greater => x < y,
            _ => y < x,
        });
    if later_is_lower {
        return None;
    }
    // Two groups that merely may share members ("Armenians", "peacekeepers") are counted apart.
    if pair.facts.object == ObjectRelation::Overlapping && !same_figure {
        return None;
    }
    // Open intervals of unlike size meet for any two figures: without a shared anchor more evidence is needed.
    let counted = pair.facts.object != ObjectRelation::Absent || pair.same_rare_figure();
    let needed = match (same_figure, pair.facts.event) {
        (true, _) if counted => EVIDENCE.fits,
        (false, EventRelation::Unknown) => EVIDENCE.conflict,
        _ => EVIDENCE.updates,
    };
    // "One half of a share", "more than 50 percent": much is a half.
    let spelt = is_fraction(pair.a.claim) != is_fraction(pair.b.claim);
    if spelt && pair.facts.near < PLAIN && pair.facts.shared_figures == 0 {
        return None;
    }
    if pair.recurs() || is_few_of_each(pair) || super::same_value::are_two_roles(pair) && pair.same_bound() {
        return None;
    }
    // "At least 41" is true of 443, and hardly said of it.
    let leap = pair.anchors().is_some_and(|(x, y)| digits::tenfold(x, y)) && pair.facts.near < PLAIN;
    if leap || !pair.has(needed) {
        return None;
    }
    // "Scores of aid workers" are open above as well; what a reader takes for another number must be of one thing and one event.
    if one_is_vague && pair.a.claim.unit == pair.b.claim.unit && beyond && !is_one_count(pair) {
        return None;
    }
    // Two lower bounds of one time overlap whatever they say.
    let bounds = x.hard.hi.is_none() && y.hard.hi.is_none() && x.anchor != y.anchor;
    let one_time = pair.facts.time == TimeRelation::Same && pair.a.firm && pair.b.firm;
    let tension = (x.soft.is_disjoint(&y.soft) || (bounds && one_time)) && !vague;
    let mut axes = Vec::new();
    if pair.a.claim.bound != pair.b.claim.bound {
        axes.push(Axis::Bound);
    }
    if x.anchor != y.anchor || axes.is_empty() {
        axes.push(Axis::Value);
    }
    let (p, q) = pair.quotes();
    let why = if loose {
        format!(
            "{p} and {q} may be one count, as loosely as such words are used, though a reader takes them to differ."
        )
    } else {
        format!(
            "{p} and {q} can both be true: {} and {} overlap{}.",
            reading(pair.a),
            reading(pair.b),
            if tension { ", though a reader takes them to differ" } else { "" }
        )
    };
    let severity = if tension { Severity::Tension } else { Severity::Note };
    let verdict = pair.verdict(Relation::Compatible, &axes, severity, why);
    // An article may print a vague figure beside the exact one: the reader is told of both.
    let stands = tension && one_is_vague && pair.a.claim.measure == pair.b.claim.measure;
    Some(if tension { Verdict { stands, ..verdict.flag("tension") } } else { verdict })
}
