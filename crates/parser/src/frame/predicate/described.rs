//! Words behind a count that only describe those counted, and words there that tell what befell them.

use crosscheck_lexicon::traits::{self, Traits};

use crosscheck_model::Kind;

use super::{Left, Predicate, Reader, speaks};
use crate::frame::tag::{Tag, VerbGroup};

impl Reader<'_> {
    /// Whether a past form can only be that of a verb with a subject: nobody "is died" or "is fled".
    pub(super) fn is_of_no_object(self, group: &VerbGroup) -> bool {
        traits::of_word(group.lemma).has(Traits::OF_NO_OBJECT)
    }

    /// Whether a participle right behind a count tells what befell those counted, where the verb before cannot have the count
    /// for its object: "she was among | 63 people | plucked from the sea", "300 were arrested and | 12 cars | torched".
    pub(super) fn befalls_these(
        self,
        left: &Left,
        group: &VerbGroup,
        next: &VerbGroup,
        first: usize,
    ) -> bool {
        let told = next.phrase.is_some_and(|phrase| !phrase.classes.is_empty());
        let before = first.checked_sub(1).unwrap_or(first);
        let among = group.copula()
            && left.preposition == Some(before)
            && left.noun.is_none()
            && matches!(self.words.lower(before), "among" | "of");
        let joined = group.passive
            && self.syntax.tag(before) == Tag::Conjunction
            && (group.last + 1..before).all(|i| self.syntax.tag(i) == Tag::Adverb);
        told && next.bare_participle && !next.ing && (among || joined)
    }

    /// "sent | 300 residents | fleeing", "left | 40 families | sleeping in tents": they did what the participle tells, and the verb before
    /// only what made them.
    pub(super) fn sent_to_do(self, left: &Left, group: &VerbGroup, next: &VerbGroup) -> bool {
        let class = next.class();
        let befell = class.is_some_and(|class| traits::of_class(class).has(Traits::PERSONS));
        left.preposition.is_none()
            && !group.passive
            && traits::of_word(group.lemma).has(Traits::SENDS)
            && next.ing
            && next.bare_participle
            && befell
    }

    /// "The | six-member | committee met", "a | 35-word | oath": how many of something a thing has that they are hyphened to; what the
    /// sentence tells befell the thing, and not its members.
    pub(super) fn attributive(self, first: usize, last: usize, kind: Kind, left: &Left) -> Option<Predicate> {
        let hyphened = kind == Kind::Count
            && last == first + 2
            && self.syntax.tag(first) == Tag::Number
            && self.syntax.tag(first + 1) == Tag::Hyphen
            && self.syntax.tag(last) == Tag::Nominal;
        let noun = self.noun_after(last).filter(|_| hyphened && self.syntax.tag(last + 1) == Tag::Nominal)?;
        // "The 45-member crew | was rescued": what befalls a group of persons befalls its members.
        let befell = |group: usize| {
            let class = self.syntax.groups[group].class();
            class.is_some_and(|class| traits::of_class(class).has(Traits::PERSONS))
        };
        if left.group.or(self.right(last).group).is_some_and(befell) {
            return None;
        }
        Some(self.nominal(noun, left.group))
    }

    /// "1,200 people living near the works | were moved": the finite verb tells what happened to those whom a participle only
    /// describes.
    pub(super) fn over_participle(self, chosen: usize, left: Option<usize>) -> usize {
        let group = self.syntax.groups[chosen];
        // "200 people working in a mill making paper | fell ill"
        let only_describes = |next: &usize| {
            self.syntax.groups.get(*next).is_some_and(|g| g.ing && g.bare_participle && !g.finite)
        };
        // "Twelve lorries loaded with food | reached the town"
        let class = group.class();
        let names_nothing = class.is_none() && !speaks(&group) && self.words.lower(group.last + 1) == "with";
        let main = chosen + 1 + (chosen + 1..).take_while(only_describes).count();
        let Some(next) = self.syntax.groups.get(main) else { return chosen };
        let describes = left != Some(chosen) && group.bare_participle && (group.ing || names_nothing);
        let one_clause = (group.last + 1..next.first).all(|i| {
            !matches!(self.syntax.tag(i), Tag::Stop | Tag::Comma | Tag::Relative | Tag::Subordinator)
                // "within 1.5 km": the point of a figure closes nothing.
                && (self.words.surface(i) != "." || self.words.tokens.get(i + 1).is_some_and(|next| next.glued))
        });
        let full = next.finite && !next.bare_participle && !next.copula();
        if describes && one_clause && full { main } else { chosen }
    }

    /// "mourns the 14 people who died": the relative clause tells the event where the verb before names none that befalls
    /// persons.
    pub(super) fn defines(self, group: &VerbGroup, relative: &VerbGroup) -> bool {
        let class = VerbGroup::class;
        let persons = |class: &str| traits::of_class(class).has(Traits::PERSONS);
        relative.finite && class(relative).is_some_and(persons) && !class(group).is_some_and(persons)
    }

    /// "two members whose names remain secret | were arrested": the verb after the clause about them, where that clause tells
    /// of nothing that befalls persons.
    pub(super) fn over_relative(self, chosen: usize, left: Option<usize>) -> usize {
        let class = VerbGroup::class;
        let group = self.syntax.groups[chosen];
        let Some(next) = self.syntax.groups.get(chosen + 1) else { return chosen };
        let one_clause = (group.last + 1..next.first).all(|i| {
            !matches!(
                self.syntax.tag(i),
                Tag::Stop | Tag::Comma | Tag::Relative | Tag::Subordinator | Tag::Conjunction | Tag::Quote
            )
        });
        let told = class(&group).is_some_and(|class| traits::of_class(class).has(Traits::PERSONS));
        let main = next.finite && !next.ing && (next.passive || !next.bare_participle);
        if left.is_none() && one_clause && main && !told { chosen + 1 } else { chosen }
    }

    /// "He was one of | 63 | plucked from the sea": the participle tells of all of them.
    pub(super) fn is_told_apart(self, first: usize, last: usize, left: &Left) -> bool {
        let Some(group) = left.group.map(|group| self.syntax.groups[group]).filter(VerbGroup::copula) else {
            return false;
        };
        let right = self.right(last);
        let next = right.group.filter(|_| right.direct && !right.list).map(|next| self.syntax.groups[next]);
        next.is_some_and(|next| self.befalls_these(left, &group, &next, first))
    }
}
