//! The rule `digit-slip`.

use crosscheck_model::{Relation, Severity};

use crate::context::Context;
use crate::digits;
use crate::measurand;
use crate::rule::{Check, Pair, Verdict, reading};
use crate::rules::value_mismatch::axes;

crate::declare_rule! {
    /// Reports two figures with the same digits and the decimal point, or a zero, in another place.
    ///
    /// ## Why it matters
    /// "1.2 miles" and "12 miles" is a slip of the hand that changes the story.
    ///
    /// ## When it stays silent
    /// The digits differ (see `value-mismatch`); the two do not speak of one measure.
    ///
    /// ## Example
    /// "a depth of 1.2 miles" against "a depth of 12 miles".
    pub static DIGIT_SLIP = { id: "digit-slip", relation: Conflict, needs: conflict, check: Check::Pair(check) }
}

fn check(cx: &Context<'_>, pair: &Pair<'_>) -> Option<Verdict> {
    let (x, y) = (digits::printed(pair.a)?, digits::printed(pair.b)?);
    if !pair.is_disjoint()
        || pair.a.claim.unit != pair.b.claim.unit
        || digits::significant(x) != digits::significant(y)
        || !digits::tenfold(x, y)
        || !measurand::is_one(cx, pair)
    {
        return None;
    }
    let (p, q) = pair.quotes();
    let why = format!(
        "{p} and {q} have the same digits with the decimal point elsewhere: {} and {}.",
        reading(pair.a),
        reading(pair.b)
    );
    Some(pair.verdict(Relation::Conflict, &axes(pair), Severity::Gross, why).flag("digit_slip"))
}
