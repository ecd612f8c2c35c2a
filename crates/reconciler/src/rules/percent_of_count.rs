//! The rule `percent-of-count`.

use crosscheck_lexicon::tie::{self, Tie};
use crosscheck_model::{Axis, Bound, Interval, Kind, Number};
use rust_decimal::Decimal;

use crate::context::Context;
use crate::node::{Dimension, Node};
use crate::objects::ObjectRelation;
use crate::rule::{Check, Document, Local, quote, reading};

crate::declare_rule! {
    /// Reports a percentage that no whole number of the things counted yields.
    ///
    /// ## Why it matters
    /// Of 12 members no whole number makes 37 percent: the base or the share was misread. The test is GRIM (Brown and Heathers 2017).
    ///
    /// ## When it stays silent
    /// Some whole count fits within the rounding of the printed percentage, cut or rounded; the base is so large that every percentage fits;
    /// the base is a bound, or counts no persons and may be owned in shares; base and share do not stand side by side.
    ///
    /// ## Example
    /// "37 percent of the 12 members", "12 of the 40 houses (35 percent)".
    pub static PERCENT_OF_COUNT = { id: "percent-of-count", relation: Conflict, check: Check::Document(check) }
}

/// Above this base every whole percentage is some count.
const LARGEST: u32 = 1000;

fn check(cx: &Context<'_>, document: &Document<'_>) -> Vec<Local> {
    (0..document.nodes.len())
        .filter_map(|at| of_base(document, at).or_else(|| of_part(cx, document, at)))
        .collect()
}

/// "37 percent of the 12 members".
fn of_base(document: &Document<'_>, at: usize) -> Option<Local> {
    let (first, second) = (&document.nodes[at], document.nodes.get(at + 1)?);
    let between = document.between(at, at + 1)?.to_lowercase();
    // "Of the 15 jurors, 45 percent voted to acquit"
    let ahead = || {
        let before = document.text.get(first.claim.sentence.start as usize..first.claim.start as usize);
        between.trim() == "," && before.is_some_and(|before| tie::is(&before.to_lowercase(), Tie::Share))
    };
    let turned = first.dimension == Dimension::Count && ahead();
    let (percent, base) = if turned { (second, first) } else { (first, second) };
    if percent.claim.kind != Kind::Percent
        || percent.claim.bound != Bound::Exact
        || !(turned || tie::is(&between, Tie::Share))
    {
        return None;
    }
    let count = whole(base).filter(|count| (1..=LARGEST).contains(count))?;
    // A share of two companies need not be a company.
    if !base.concepts.iter().any(crosscheck_lexicon::concept::ConceptRef::is_person) {
        return None;
    }
    let printed = printed(percent)?;
    let fits = (0..=count).any(|part| share(part, count).is_some_and(|share| printed.has(share)));
    (!fits).then(|| {
        let why = format!("No whole number of {} makes {}.", quote(base), quote(percent));
        Local::conflict(document, (at, at + 1), Axis::Value, "percent", why)
    })
}

/// "12 of the 40 houses (35 percent)".
fn of_part(cx: &Context<'_>, document: &Document<'_>, at: usize) -> Option<Local> {
    let (part, base, percent) =
        (&document.nodes[at], document.nodes.get(at + 1)?, document.nodes.get(at + 2)?);
    let bracket = document.between(at + 1, at + 2)?;
    if percent.claim.kind != Kind::Percent
        || percent.claim.bound != Bound::Exact
        || !tie::is(&document.between(at, at + 1)?.to_lowercase(), Tie::Share)
        || !matches!(bracket.trim(), "(" | ", or" | "or")
        || matches!(
            crate::objects::relation(cx, part, base).0,
            ObjectRelation::Disjoint | ObjectRelation::Unrelated
        )
    {
        return None;
    }
    let (count, of) = (whole(part)?, whole(base)?);
    let true_share = share(count, of).filter(|_| count <= of && of > 0)?;
    if printed(percent)?.has(true_share) {
        return None;
    }
    let why = format!(
        "{} of {} is {} percent, not {}.",
        quote(part),
        quote(base),
        true_share.0.round_dp(1).normalize(),
        reading(percent)
    );
    Some(Local::conflict(document, (at, at + 2), Axis::Value, "percent", why))
}

/// The exact whole number that a claim counts.
fn whole(node: &Node<'_>) -> Option<u32> {
    let quantity = node.quantity.filter(|_| node.dimension == Dimension::Count)?;
    let anchor = quantity.anchor.filter(|anchor| quantity.hard == Interval::point(*anchor))?;
    u32::try_from(anchor.0).ok().filter(|count| Decimal::from(*count) == anchor.0)
}

/// What a printed percentage stands for, rounded or cut.
fn printed(percent: &Node<'_>) -> Option<Interval> {
    let quantity = percent.quantity?;
    let (anchor, grain) = (quantity.anchor?.0, quantity.granularity?.0);
    Some(Interval::closed(
        Number(anchor.checked_sub(grain / Decimal::TWO)?),
        Number(anchor.checked_add(grain)?),
    ))
}

fn share(part: u32, of: u32) -> Option<Number> {
    Decimal::from(part).checked_mul(Decimal::ONE_HUNDRED)?.checked_div(Decimal::from(of)).map(Number)
}
