//! Figures without a verb whose event a word before them names: "Rescued: 148.", "Death toll now 27, ...".

use crosscheck_lexicon::classes::Classes;
use crosscheck_model::Kind;

use super::{Left, Predicate, Reader};
use crate::frame::tag::Tag;

/// Tokens of the longest label.
const LONGEST: usize = 8;

impl Reader<'_> {
    /// "Rescued: 148", "Persons on manifest: 186": what stands before a colon, from the start of its sentence or part, is
    /// what the figure behind it counts.
    pub(super) fn label(self, first: usize, last: usize, kind: Kind) -> Option<Predicate> {
        let colon = first.checked_sub(1).filter(|&i| self.words.surface(i) == ":")?;
        let end = colon.checked_sub(1)?;
        let opens = |i: usize| {
            matches!(self.syntax.tag(i), Tag::Stop | Tag::Comma | Tag::Quote) || self.words.surface(i) == "."
        };
        let start = (0..=end).rev().take(LONGEST).take_while(|&i| !opens(i)).last()?;
        if start > 0 && !opens(start - 1) {
            return None;
        }
        if start == end && self.words.classes(end).has(Classes::STATE) {
            return Some(self.state(end));
        }
        // "Factory blast: | six killed and five missing"
        if self.state_after(last).is_some() {
            return None;
        }
        // "Officials said: 12" is a clause, "Outbreak in Lenz: 214 cases" a headline.
        if !self.bare(first, last) || (start..=end).any(|i| self.syntax.group_at(i).is_some()) {
            return None;
        }
        let (from, head) = self.noun_phrase(start, end)?;
        let mut predicate = self.nominal(head, None);
        predicate.class?;
        predicate.thing = Some((from, head));
        predicate.thing_class = predicate.class.filter(|_| kind != Kind::Count);
        Some(predicate)
    }

    /// Whether the mention is a figure without a noun.
    fn bare(self, first: usize, last: usize) -> bool {
        (first..=last).all(|i| self.syntax.tag(i) == Tag::Number)
    }

    /// "Death toll now 27, the coast guard says": a noun that names what is counted, with nothing but an adverb between.
    pub(super) fn told_by_noun(self, first: usize, last: usize, left: &Left) -> Option<Predicate> {
        let noun = left.noun.filter(|_| left.group.is_none() && left.preposition.is_none() && !left.comma)?;
        let direct = noun + 1 < first && (noun + 1..first).all(|i| self.syntax.tag(i) == Tag::Adverb);
        if !direct || !self.bare(first, last) {
            return None;
        }
        let mut predicate = self.nominal(noun, None);
        predicate.class?;
        predicate.thing = Some((self.group_back(noun), noun));
        predicate.thing_class = predicate.class;
        Some(predicate)
    }
}
