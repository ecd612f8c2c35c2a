//! Whether two figures were measured of one thing: what every conflict of two quantities needs before a test of its own.
//!
//! Metrology calls it the measurand. [`thing`], [`event`], [`time`] and [`measure`] each ask one question of the pair and know nothing of
//! the values but their size; the evidence for all of it together is held against [`EVIDENCE`].

mod event;
mod measure;
mod thing;
mod time;

pub(crate) use measure::is_settled;

use crosscheck_lexicon::traits::Traits;

use crate::context::Context;
use crate::facts::{EventRelation, PLAIN, is_telling};
use crate::node::Node;
use crate::rule::{EVIDENCE, Pair};
use crate::times::is_background;

/// Whether two figures that differ stand for one thing, of one event, at one time, by one measure, on much evidence.
pub(crate) fn is_one(cx: &Context<'_>, pair: &Pair<'_>) -> bool {
    let asked = Asked::new(cx, pair);
    thing::is_one(&asked)
        && event::is_one(&asked)
        && time::is_one(&asked)
        && measure::is_one(&asked)
        && pair.has(EVIDENCE.conflict)
}

/// Whether both articles on one story tell a circumstance of its event, and each of them only once.
fn is_one_circumstance(cx: &Context<'_>, pair: &Pair<'_>) -> bool {
    let told = |node: &Node<'_>| node.is_of(Traits::CIRCUMSTANCE) && !is_background(node) && cx.is_only(node);
    pair.facts.one_story && pair.facts.event == EventRelation::Same && told(pair.a) && told(pair.b)
}

/// A pair with what several of the questions turn on.
struct Asked<'x> {
    cx: &'x Context<'x>,
    pair: &'x Pair<'x>,
    /// One fine numeral in two currencies is one sum, and a sign was taken for another.
    resigned: bool,
    /// Two articles on one story print one numeral but for a slip of the hand, or with another sign.
    slip: bool,
    /// Both figures are told to be of one name, or of one point from which each article measures once.
    owned: bool,
}

impl<'x> Asked<'x> {
    fn new(cx: &'x Context<'x>, pair: &'x Pair<'x>) -> Self {
        let resigned =
            pair.a.dimension != pair.b.dimension && (is_telling(cx, pair.a) || is_telling(cx, pair.b));
        Self {
            cx,
            pair,
            resigned,
            slip: pair.facts.one_story
                && (resigned || pair.is_slip() || pair.is_reunited() && pair.facts.near >= PLAIN),
            owned: measure::is_owned(cx, pair),
        }
    }
}
