//! The rule `zone-slip`.

use crosscheck_lexicon::compass::keeps_greenwich_time;
use crosscheck_model::{Axis, Kind, Relation, Severity};

use crate::context::Context;
use crate::node::Node;
use crate::rule::{Check, EVIDENCE, Pair, Verdict};
use crate::rules::same_date::one_event;
use crate::times::zone;

crate::declare_rule! {
    /// Reports one clock time told in two zones.
    ///
    /// ## Why it matters
    /// "0737 GMT" and "7:37 am local time" are hours apart: someone took one clock for the other.
    ///
    /// ## When it stays silent
    /// The clocks differ; a text names no zone; the place keeps Greenwich time for part of the year; the times are of two events.
    ///
    /// ## Example
    /// "The quake struck at 0737 GMT" against "the quake struck at 7:37 am local time".
    pub static ZONE_SLIP = { id: "zone-slip", relation: Conflict, needs: fits, check: Check::Pair(check) }
}

fn check(cx: &Context<'_>, pair: &Pair<'_>) -> Option<Verdict> {
    let (x, y) = (pair.a.claim, pair.b.claim);
    if x.kind != Kind::Time || y.kind != Kind::Time {
        return None;
    }
    let clock =
        |node: &Node<'_>| node.claim.date.as_ref().and_then(|date| date.from).and_then(|from| from.time);
    let greenwich = |node: &Node<'_>| node.claim.place.as_deref().is_some_and(keeps_greenwich_time);
    if zone(pair.a)? == zone(pair.b)?
        || clock(pair.a)? != clock(pair.b)?
        || greenwich(pair.a)
        || greenwich(pair.b)
        || pair.a.days?.gap(pair.b.days?) > 1
        || !one_event(cx, pair, EVIDENCE.fits)
    {
        return None;
    }
    let (p, q) = pair.quotes();
    let why = format!("{p} and {q} show one clock time in two zones.");
    Some(pair.verdict(Relation::Conflict, &[Axis::Unit, Axis::Date], Severity::Gross, why).flag("zone_slip"))
}
