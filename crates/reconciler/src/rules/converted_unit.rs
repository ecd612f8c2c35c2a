//! The rule `converted-unit`.

use crosscheck_model::{Axis, Relation, Severity};

use crate::context::Context;
use crate::digits::rounds;
use crate::rule::{Check, EVIDENCE, Pair, Verdict};

crate::declare_rule! {
    /// Links one quantity given in two units.
    ///
    /// ## Why it matters
    /// 24 hours are a day and 6.2 miles are 10 kilometres: different numerals, no difference.
    ///
    /// ## When it stays silent
    /// The units are the same; the conversion leaves more than the rounding of the coarser figure;
    /// a unit has two readings (see `ambiguous-unit`).
    ///
    /// ## Example
    /// "10 kilometres" and "6.2 miles".
    pub static CONVERTED_UNIT = { id: "converted-unit", relation: Agree, needs: fits, check: Check::Pair(check) }
}

fn check(_: &Context<'_>, pair: &Pair<'_>) -> Option<Verdict> {
    let (x, y) = pair.quantities()?;
    if pair.a.claim.unit == pair.b.claim.unit
        || pair.a.dimension == crate::node::Dimension::Percent
        || super::ambiguous_unit::is_ambiguous(pair)
        || x.hard.is_disjoint(&y.hard)
        || !rounds(x, y)
        || !pair.has(EVIDENCE.fits)
    {
        return None;
    }
    let (p, q) = pair.quotes();
    let why = format!(
        "{p} and {q} are one quantity in two units: {} and {}.",
        crate::rule::reading(pair.a),
        crate::rule::reading(pair.b)
    );
    Some(pair.verdict(Relation::Agree, &[Axis::Value, Axis::Unit], Severity::Note, why))
}
