//! How long something has lasted, told as the day, week or year that it is in: "the siege entered its third week".

use crosscheck_lexicon::classes::Classes;
use crosscheck_lexicon::traits::{self, Traits};

use super::verbal::lemma_of;
use super::{Predicate, Reader};
use crate::frame::tag::Tag;

/// Most tokens between the comma and "its": ", now in | its sixth day".
const LEAD: usize = 4;

impl Reader<'_> {
    /// "The siege entered | its third week", "as the walkout neared the end of | its fourth day", "the war, now in | its fifth year": the event
    /// that the week is one of, whatever the verb.
    pub(super) fn nth(self, first: usize, last: usize) -> Option<Predicate> {
        let ordinal = (first..=last).find(|&i| self.words.classes(i).has(Classes::ORDINAL))?;
        let owned = |i: usize| matches!(self.words.lower(i), "its" | "their");
        let owner = if owned(first) { first } else { first.checked_sub(1).filter(|&i| owned(i))? };
        let unit = self.words.classes(last).has(Classes::TIME_UNIT) && ordinal < last;
        let left = self.left(owner);
        let apposed = || {
            let comma =
                (owner.saturating_sub(LEAD)..owner).rev().find(|&i| self.syntax.tag(i) == Tag::Comma)?;
            let noun = comma.checked_sub(1).filter(|&i| self.syntax.tag(i) == Tag::Nominal)?;
            Some((self.group_back(noun), noun))
        };
        let (start, head) = apposed().or_else(|| self.subject(left.group?)).filter(|_| unit)?;
        let head = self.head_of(head);
        let lasts = |class: &&str| *class != "live" && !traits::of_class(class).has(Traits::PERSONS);
        let class = self.noun_class(head).filter(lasts)?;
        Some(Predicate {
            thing: Some((start.min(head), head)),
            thing_class: Some(class),
            class: Some(class),
            lemma: lemma_of(self.words.lower(head)),
            ..self.nominal(head, left.group)
        })
    }
}
