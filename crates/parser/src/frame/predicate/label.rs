//! Figures without a verb whose event a word before them names: "Rescued: 148.", "Death toll now 27, ...".

use crosscheck_lexicon::classes::Classes;
use crosscheck_model::Kind;

use super::{Left, Predicate, Reader, speaks};
use crate::frame::tag::Tag;

/// Tokens of the longest label.
const LONGEST: usize = 8;

impl Reader<'_> {
    /// "Rescued: 148", "Persons on manifest: 186": what stands before a colon, from the start of its sentence or part, is
    /// what the figure behind it counts.
    pub(super) fn label(self, first: usize, last: usize, kind: Kind) -> Option<Predicate> {
        let colon = first.checked_sub(1).filter(|&i| self.words.surface(i) == ":")?;
        let end = colon.checked_sub(1)?;
        // "Area: 17,600 sq km | Population: 361,000": the figure of one label ends where the next begins.
        let unit = |i: usize| {
            let measured = |i: usize| self.words.classes(i).has(Classes::UNIT);
            measured(i) && i > 0 && (self.syntax.tag(i - 1) == Tag::Number || measured(i - 1))
        };
        let opens = |i: usize| {
            matches!(self.syntax.tag(i), Tag::Stop | Tag::Comma | Tag::Quote | Tag::Number)
                || self.words.surface(i) == "."
                || unit(i)
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
        let sized = matches!(kind, Kind::Measure | Kind::Money) && self.closes(last);
        if !sized && !self.bare(first, last) {
            return None;
        }
        if let Some(group) = (start..=end).find_map(|i| self.syntax.group_at(i)) {
            return self.label_with_verb(start, group, end);
        }
        let (from, head) = self.noun_phrase(start, end)?;
        let mut predicate = self.nominal(head, None);
        // "Territory: 17,600 sq km": what a sum or an extent is of, though it names no event.
        if predicate.class.is_none() && !(kind != Kind::Count && self.closes(last)) {
            return None;
        }
        predicate.thing = Some((from, head));
        predicate.thing_class = predicate.class.filter(|_| kind != Kind::Count);
        Some(predicate)
    }

    /// "Jobs to go: 850", "Homes destroyed: 12": a noun and what happens to it.
    fn label_with_verb(self, start: usize, group: usize, end: usize) -> Option<Predicate> {
        let verb = self.syntax.groups[group];
        let tells = verb.infinitive || verb.bare_participle && !speaks(&verb);
        let noun = verb.first.checked_sub(1).filter(|_| tells)?;
        // "to" may stand before its own group.
        if noun < start || self.syntax.tag(noun) != Tag::Nominal {
            return None;
        }
        let (from, head) = self.noun_phrase(start, noun)?;
        let alone = (verb.last + 1..=end).all(|i| self.syntax.group_at(i).is_none());
        let mut predicate = self.verbal(group);
        predicate.class.filter(|_| alone)?;
        predicate.thing = Some((from, head));
        predicate.agent = None;
        Some(predicate)
    }

    /// Whether what is told of a label ends with the token `last`: its part of the sentence closes, or the next label opens.
    fn closes(self, last: usize) -> bool {
        let next = (last + 1..=last + LONGEST).find(|&i| self.syntax.tag(i) != Tag::Nominal);
        matches!(self.syntax.tag(last + 1), Tag::Stop | Tag::Comma)
            || last + 1 >= self.syntax.len()
            || next.is_some_and(|i| self.words.surface(i) == ":")
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

    /// "The death toll, now at | 45, is expected to rise": the noun before the comma, where nothing but how it stands now is told between.
    pub(super) fn told_aside(self, first: usize, last: usize) -> Option<Predicate> {
        let mut at = first.checked_sub(1)?;
        while at > 0
            && matches!(
                self.words.lower(at),
                "now" | "at" | "already" | "currently" | "standing" | "so" | "far"
            )
        {
            at -= 1;
        }
        let noun = at.checked_sub(1).filter(|_| at + 1 < first && self.syntax.tag(at) == Tag::Comma)?;
        let closed = matches!(self.syntax.tag(last + 1), Tag::Comma | Tag::Stop);
        if self.syntax.tag(noun) != Tag::Nominal || !closed || !self.bare(first, last) {
            return None;
        }
        let predicate = self.nominal(noun, None);
        predicate.class?;
        Some(Predicate {
            thing: Some((self.group_back(noun), noun)),
            thing_class: predicate.class,
            ..predicate
        })
    }
}
