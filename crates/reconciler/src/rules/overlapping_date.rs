//! The rule `overlapping-date`.

use crosscheck_model::{Axis, Relation, Severity};

use crate::context::Context;
use crate::lengths::count_apart;
use crate::rule::{Check, EVIDENCE, Pair, Verdict};
use crate::rules::same_date::one_event;
use crate::times::{MINUTES, minutes_apart};

crate::declare_rule! {
    /// Links two periods of one event that overlap without one holding the other, and two clock times some minutes apart.
    ///
    /// ## Why it matters
    /// "Friday and Saturday" and "the weekend" can both be true.
    ///
    /// ## When it stays silent
    /// One period holds the other and names its days exactly (see `finer-date`); they share no day.
    ///
    /// ## Example
    /// "on Friday and Saturday" and "at the weekend".
    pub static OVERLAPPING_DATE = { id: "overlapping-date", relation: Compatible, needs: updates, check: Check::Pair(check) }
}

/// Minutes apart at which two clock times are one moment though both texts tell its day too.
const ONE_MOMENT: i64 = 5;

fn check(cx: &Context<'_>, pair: &Pair<'_>) -> Option<Verdict> {
    let (x, y) = (pair.a.days?, pair.b.days?);
    // "Nine minutes later" and "19 minutes later" are no two clocks (see `date-mismatch`).
    if count_apart(pair.a, pair.b) {
        return None;
    }
    // One log has 06:38, another 06:40: one event, told to the minute and to the ten.
    if let Some((p, q)) = pair.clocks()
        && x == y
        && p != q
        && (p - q).num_minutes().abs() < MINUTES
        && one_event(cx, pair, EVIDENCE.updates)
    {
        let stands = (p - q).num_minutes().abs() <= ONE_MOMENT;
        let (p, q) = pair.quotes();
        let why = format!("{p} and {q} are some minutes apart, as two clocks or two tellings are.");
        // That the texts tell its day too is no other time.
        let verdict = pair.verdict(Relation::Compatible, &[Axis::Date], Severity::Note, why);
        return Some(Verdict { stands, ..verdict });
    }
    let holds = x.contains(y) || y.contains(x);
    let rough = super::finer_date::is_rough(pair.a) || super::finer_date::is_rough(pair.b);
    // "Sunday night" and "Monday night" share no hour.
    let hours = minutes_apart(pair.a, pair.b) >= MINUTES;
    if !x.overlaps(y) || x == y || (holds && !rough) || hours || !one_event(cx, pair, EVIDENCE.updates) {
        return None;
    }
    let (p, q) = pair.quotes();
    let why = format!("{p} and {q} overlap: {x} and {y}.");
    Some(pair.verdict(Relation::Compatible, &[Axis::Date], Severity::Note, why))
}
