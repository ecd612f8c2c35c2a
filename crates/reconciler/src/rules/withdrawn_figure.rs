//! The rule `withdrawn-figure`.

use crosscheck_model::{Axis, Fact, Relation, Severity};

use crate::context::Context;
use crate::facts::EventRelation;
use crate::objects::{self, ObjectRelation};
use crate::rule::{Check, Document, Local, Verdict, bracketed, quote};
use crate::{digits, events};

crate::declare_rule! {
    /// Links a figure with the one that its own article says was given before.
    ///
    /// ## Why it matters
    /// "80,000 were moved out; officials earlier had said 88,000": the second figure no longer holds. A later article that still
    /// prints it repeats a withdrawn figure, and the report calls that a conflict rather than an update.
    ///
    /// ## When it stays silent
    /// No word ("earlier", "previous", "initially") marks the older figure; the two can both be true; they measure different things.
    ///
    /// ## Example
    /// "The toll has risen to 70. The previous toll was 20."
    pub static WITHDRAWN_FIGURE = { id: "withdrawn-figure", relation: Updates, check: Check::Document(check) }
}

/// Claims from the head of an article, and on either side of the withdrawn one, among which its successor is sought.
const NEAR: usize = 64;

fn check(cx: &Context<'_>, document: &Document<'_>) -> Vec<Local> {
    let mut found = Vec::new();
    for (at, old) in document.nodes.iter().enumerate().filter(|(_, node)| node.withdrawn) {
        // The head of the article and what stands around: a document of withdrawn figures only must not cost the square of its length.
        let around = at.saturating_sub(NEAR)..(at + NEAR).min(document.nodes.len());
        let mut candidates =
            (0..NEAR.min(around.start)).chain(around).map(|index| (index, &document.nodes[index]));
        let current = candidates.find(|(_, new)| {
            let (Some(x), Some(y)) = (new.hard(), old.hard()) else { return false };
            !new.withdrawn
                && new.dimension == old.dimension
                && x.is_disjoint(&y)
                && matches!(events::relation(cx, new, old), EventRelation::Same | EventRelation::Near)
                && matches!(objects::relation(cx, new, old).0, ObjectRelation::Same | ObjectRelation::Absent)
                && !objects::differ(new, old)
                && !digits::tenfold(y.lo.unwrap_or_default(), x.lo.unwrap_or_default())
        });
        let Some((now, new)) = current else { continue };
        let falls = new.hard().zip(old.hard()).is_some_and(|(new, old)| new.lies_below(&old));
        found.push(Local {
            a: now,
            b: at,
            verdict: Verdict {
                relation: Relation::Updates,
                axes: vec![Axis::Value],
                severity: Severity::Note,
                flags: if falls { vec!["corrects"] } else { Vec::new() },
                stands: false,
                reversed: false,
                facts: [
                    Fact { name: "a".into(), value: bracketed(new) },
                    Fact { name: "b".into(), value: bracketed(old) },
                ]
                .into(),
                why: format!("The article itself says that {} was given before {}.", quote(old), quote(new))
                    .into(),
            },
        });
    }
    found
}
