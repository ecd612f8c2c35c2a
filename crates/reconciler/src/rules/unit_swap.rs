//! The rule `unit-swap`.

use crosscheck_model::{Axis, Relation, Severity};

use crate::context::Context;
use crate::digits;
use crate::measurand;
use crate::node::Dimension;
use crate::rule::{Check, Pair, Verdict, reading};

crate::declare_rule! {
    /// Reports one numeral with two units where the other text shows that a unit was swapped.
    ///
    /// ## Why it matters
    /// "60 metres (200 feet)" retold as "200 metres" is three times too high, and "62.4 million pounds" is no "$62.4 million".
    ///
    /// ## When it stays silent
    /// The numerals differ; one text only leaves out for what time a sum is ("$15", "$15 an hour"); the currencies share their name, so that "$" may be either dollar; the unit has two readings and one of them fits (see `ambiguous-unit`).
    ///
    /// ## Example
    /// "a 200-foot drop" against "a 200-metre drop".
    pub static UNIT_SWAP = { id: "unit-swap", relation: Conflict, needs: conflict, check: Check::Pair(check) }
}

fn check(cx: &Context<'_>, pair: &Pair<'_>) -> Option<Verdict> {
    // Two percentage points are no two per cent, whatever the interval.
    let apart = match pair.a.dimension {
        Dimension::Physical(_) | Dimension::Duration => pair.is_disjoint(),
        Dimension::Percent => pair.facts.shared_figures > 0,
        // Sums in two currencies are compared only where they print one numeral.
        Dimension::Money(_) => true,
        _ => false,
    };
    let swapped = apart
        && !pair.same_unit()
        && digits::printed(pair.a).is_some()
        && digits::printed(pair.a) == digits::printed(pair.b);
    if !swapped || !measurand::is_one(cx, pair) {
        return None;
    }
    let (p, q) = pair.quotes();
    let why = format!(
        "{p} and {q} print one numeral with two units: {} is not {}.",
        reading(pair.a),
        reading(pair.b)
    );
    Some(pair.verdict(Relation::Conflict, &[Axis::Unit], Severity::Gross, why).flag("unit_swap"))
}
