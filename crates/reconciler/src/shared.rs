//! Words that many links have in common, held once.
//!
//! Ten papers that print one figure make forty-five links with one sentence, one pair of facts and one sum of weights.

use std::hash::{Hash, Hasher};
use std::sync::Arc;

use crosscheck_model::{Fact, ScorePart};
use rustc_hash::FxHashSet;

use crate::Edge;

/// What edges had in common so far.
#[derive(Debug, Default)]
pub(crate) struct Shared {
    why: FxHashSet<Arc<str>>,
    facts: FxHashSet<Arc<[Fact]>>,
    parts: FxHashSet<Parts>,
}

/// Parts of a score, equal where every weight has the same bits.
#[derive(Debug, Clone)]
struct Parts(Arc<[ScorePart]>);

impl Parts {
    fn bits(&self) -> impl Iterator<Item = (&str, u64)> {
        self.0.iter().map(|part| (part.name.as_ref(), part.weight.to_bits()))
    }
}

impl PartialEq for Parts {
    fn eq(&self, other: &Self) -> bool {
        self.bits().eq(other.bits())
    }
}

impl Eq for Parts {}

impl Hash for Parts {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.bits().for_each(|bits| bits.hash(state));
    }
}

impl Shared {
    /// Lets an edge hold what another one says in the same words.
    pub(crate) fn hold(&mut self, edge: &mut Edge) {
        keep(&mut self.why, &mut edge.verdict.why);
        keep(&mut self.facts, &mut edge.verdict.facts);
        let mut parts = Parts(Arc::clone(&edge.score.parts));
        keep(&mut self.parts, &mut parts);
        edge.score.parts = parts.0;
    }
}

fn keep<T: Clone + Eq + Hash>(known: &mut FxHashSet<T>, one: &mut T) {
    match known.get(one) {
        Some(known) => *one = known.clone(),
        None => {
            known.insert(one.clone());
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::keep;

    #[test]
    fn equal_words_are_held_once() {
        let mut known = Default::default();
        let (mut x, mut y): (Arc<str>, Arc<str>) = ("800 rifles".into(), "800 rifles".into());
        assert!(!Arc::ptr_eq(&x, &y));
        keep(&mut known, &mut x);
        keep(&mut known, &mut y);
        assert!(Arc::ptr_eq(&x, &y));
    }
}
