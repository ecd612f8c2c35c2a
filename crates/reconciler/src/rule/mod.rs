//! What a rule is. One rule is one file of [`crate::rules`], registered once in [`crate::rules::ALL`].

mod pair;
mod verdict;
mod wording;

use crosscheck_model::Relation;

pub use self::pair::Pair;
pub use self::verdict::{Local, Verdict};
pub use self::wording::{bracketed, quote, reading};
pub(crate) use self::wording::{in_common, list};
use crate::context::Context;
use crate::node::Node;

/// Declares a rule; its documentation comment becomes `crosscheck explain` and `docs/rules.md`.
#[macro_export]
macro_rules! declare_rule {
    ($(#[doc = $doc:literal])+ pub static $name:ident = { id: $id:literal, relation: $relation:ident, $(needs: $needs:ident,)? check: $check:expr $(,)? }) => {
        $(#[doc = $doc])+
        pub static $name: $crate::rule::Rule = $crate::rule::Rule {
            id: $id,
            relation: crosscheck_model::Relation::$relation,
            documentation: concat!($($doc, "\n"),+),
            needs: $crate::declare_rule!(@needs $($needs)?),
            check: $check,
        };
    };
    (@needs) => { None };
    (@needs $needs:ident) => { Some($crate::rule::EVIDENCE.$needs) };
}

/// All claims of one document in their order.
#[derive(Debug, Clone, Copy)]
pub struct Document<'p> {
    /// Its claims.
    pub nodes: &'p [Node<'p>],
    /// Its text.
    pub text: &'p str,
}

impl<'p> Document<'p> {
    /// The words between two claims of one sentence, the first before the second.
    pub fn between(&self, first: usize, second: usize) -> Option<&'p str> {
        let (x, y) = (self.nodes.get(first)?.claim, self.nodes.get(second)?.claim);
        (x.sentence == y.sentence).then(|| self.text.get(x.end as usize..y.start as usize)).flatten()
    }

    /// The words from a claim to the end of its sentence.
    pub fn after(&self, at: usize) -> &'p str {
        let Some(node) = self.nodes.get(at) else { return "" };
        self.text.get(node.claim.end as usize..node.claim.sentence.end as usize).unwrap_or("")
    }
}

/// What a rule looks at.
#[derive(Debug, Clone, Copy)]
pub enum Check {
    /// Two claims of two documents that passed the gate. First rule that fires decides.
    Pair(fn(&Context<'_>, &Pair<'_>) -> Option<Verdict>),
    /// One document's own arithmetic. Every rule runs.
    Document(fn(&Context<'_>, &Document<'_>) -> Vec<Local>),
    /// A whole cluster, after the pairs; the rule's code is in [`crate::consistency`].
    Cluster,
}

/// A rule of reconciliation.
#[derive(Debug, Clone, Copy)]
pub struct Rule {
    /// Kebab-case name.
    pub id: &'static str,
    /// The relation it reports.
    pub relation: Relation,
    /// Its page.
    pub documentation: &'static str,
    /// Bits of evidence that it asks for, where it asks for a fixed sum; its page names what else may stand for them.
    pub needs: Option<f64>,
    /// Its code.
    pub check: Check,
}

impl Rule {
    /// The page without the blank that a documentation comment has before each line.
    pub fn page(&self) -> String {
        let lines: Vec<&str> =
            self.documentation.lines().map(|line| line.strip_prefix(' ').unwrap_or(line)).collect();
        lines.join("\n").trim_end().to_owned()
    }

    /// The first line of the page.
    pub fn summary(&self) -> &'static str {
        self.documentation.lines().next().unwrap_or("").trim()
    }
}

/// How much evidence, in bits, a relation needs that both claims speak of one measure of one event.
#[derive(Debug, Clone, Copy)]
pub struct Evidence {
    /// The figures are the same or fit.
    pub fits: f64,
    /// A later figure replaces an earlier one.
    pub updates: f64,
    /// The texts cannot both be right.
    pub conflict: f64,
}

/// The thresholds in force: a conflict needs more evidence than an agreement.
pub const EVIDENCE: Evidence = Evidence { fits: 5.0, updates: 6.0, conflict: 7.5 };
