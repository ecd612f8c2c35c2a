//! The rule `speaker-against-itself`.

use crosscheck_model::{Axis, Relation};

use crate::context::Context;
use crate::facts::{SpeakerRelation, TimeRelation};
use crate::measurand;
use crate::rule::{Check, Pair, Verdict, reading};

crate::declare_rule! {
    /// Reports one speaker cited with two figures for one count at one time.
    ///
    /// ## Why it matters
    /// Two bodies that differ may both be honest. One body with two figures was misquoted, or said two things; neither figure can be cited to it.
    ///
    /// ## When it stays silent
    /// The texts are of different days or hours, so that the speaker may have said more since; the figures can both be true; only the side is
    /// one ("police", "the ministry"), not the speaker.
    ///
    /// ## Example
    /// "The observatory counted 20 dead" against "the observatory counted 31 dead", of one morning.
    pub static SPEAKER_AGAINST_ITSELF = { id: "speaker-against-itself", relation: Conflict, needs: conflict, check: Check::Pair(check) }
}

fn check(cx: &Context<'_>, pair: &Pair<'_>) -> Option<Verdict> {
    let one_time = pair.facts.order.is_none() || pair.facts.time == TimeRelation::Same;
    if pair.facts.speaker != SpeakerRelation::Same
        || !pair.is_disjoint()
        || !one_time
        || !measurand::is_one(cx, pair)
    {
        return None;
    }
    let (p, q) = pair.quotes();
    let why = format!(
        "One speaker is cited with {p} and with {q}: {} and {} have no value in common.",
        reading(pair.a),
        reading(pair.b)
    );
    Some(pair.verdict(Relation::Conflict, &[Axis::Attribution, Axis::Value], pair.gravity(), why))
}
