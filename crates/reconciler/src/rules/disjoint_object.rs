//! The rule `disjoint-object`.

use crosscheck_lexicon::concept;
use crosscheck_model::{Axis, Relation, Severity};

use crate::context::Context;
use crate::objects::ObjectRelation;
use crate::rule::{Check, Pair, Verdict};

crate::declare_rule! {
    /// Reports one statement retold with a thing that cannot be the same thing.
    ///
    /// ## Why it matters
    /// A mistranslation or a careless rewrite keeps the number and changes the noun: the figure looks confirmed
    /// while the two texts say different things.
    ///
    /// ## When it stays silent
    /// One noun is a kind of the other or a synonym (see `finer-object`), or leaves open what it counts ("units", "teams" beside
    /// "crews"); the figure or its bound differs; nothing shows
    /// that both texts retell one statement: neither a shared speaker with a shared neighbouring figure, nor aligned text.
    ///
    /// ## Example
    /// "The ministry said they gave up six trucks and more than 800 rifles" against
    /// "The ministry said they gave up six trucks and more than 800 cannons". Likewise one sum as a net and as an operating profit.
    pub static DISJOINT_OBJECT = { id: "disjoint-object", relation: Conflict, check: Check::Pair(check) }
}

/// Two modifiers of one noun that exclude each other, each near one figure only.
fn opposed(pair: &Pair<'_>) -> Option<(&'static str, &'static str)> {
    let (x, y) = (&pair.a.kinds, &pair.b.kinds);
    if x.iter().any(|kind| y.contains(kind)) {
        return None;
    }
    x.iter().find_map(|(p, noun)| {
        let (q, _) = y.iter().find(|(q, other)| other == noun && concept::are_opposed(p, q))?;
        Some((*p, *q))
    })
}

fn check(cx: &Context<'_>, pair: &Pair<'_>) -> Option<Verdict> {
    let facts = pair.facts;
    let retold = (facts.speaker.is_shared() && facts.shared_figures > 0)
        || facts.is_aligned()
        || facts.shared_figures > 1
        || (facts.shared_figures > 0
            && facts.one_story
            && pair.anchors().is_some_and(|(x, _)| {
                x >= crosscheck_model::Number::from(100) && cx.figure_rarity(pair.a.dimension, x) > 2.0
            }));
    // "Net profit of 1,264", "operating profit of 1,264".
    if let Some((x, y)) = opposed(pair)
        && pair.same_anchor()
        && pair.same_bound()
        && facts.shared_figures > 0
        && facts.one_story
        && facts.one_owner
    {
        let (p, q) = pair.quotes();
        let why = format!(
            "In both texts {} are the same, so {p} and {q} retell one statement, but “{x}” and “{y}” exclude each other.",
            crate::rule::in_common(&facts.score)
        );
        return Some(
            pair.verdict(Relation::Conflict, &[Axis::Object], Severity::Discrepancy, why)
                .flag("one_statement")
                .fact("object", format!("{x} / {y}: disjoint")),
        );
    }
    if facts.object != ObjectRelation::Disjoint || !pair.same_anchor() || !pair.same_bound() || !retold {
        return None;
    }
    let heads = |node: &crate::node::Node<'_>| {
        node.claim.object.as_ref().map_or_else(String::new, |object| object.surface.clone())
    };
    let (x, y) = (heads(pair.a), heads(pair.b));
    let (p, q) = pair.quotes();
    let why = format!(
        "In both texts {} are the same, so {p} and {q} retell one statement, but nothing is both “{x}” and “{y}”.",
        crate::rule::in_common(&facts.score)
    );
    Some(
        pair.verdict(Relation::Conflict, &[Axis::Object], Severity::Discrepancy, why)
            .flag("one_statement")
            .fact("object", format!("{x} / {y}: disjoint ({})", crate::objects::reason(pair.a, pair.b))),
    )
}
