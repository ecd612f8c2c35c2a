//! What stands on either side of a mention: the verbs that may govern it and the nouns between.

use crosscheck_lexicon::traits::{self, Traits};

use super::{Left, Reader, Right, speaks};
use crate::frame::tag::{Tag, VerbGroup};

/// Most tokens in parentheses that are passed over.
const ASIDE: usize = 12;

/// Most tokens of a speaker who stands between commas.
const SPEAKER: usize = 10;

impl Reader<'_> {
    pub(super) fn left(self, first: usize) -> Left {
        let mut left = Left::default();
        let mut i = first;
        let mut commas = 0;
        while i > 0 {
            i -= 1;
            // "had burnt 40 hectares (99 acres) | by Saturday": what stands in parentheses is passed over.
            if self.words.surface(i) == ")"
                && let Some(open) = (i.saturating_sub(ASIDE)..i).rev().find(|&j| self.words.surface(j) == "(")
            {
                i = open;
                continue;
            }
            // "killed 26 people — 20 of them children — in an attack | on Friday": so is what stands between dashes.
            if let Some(open) = self.opening_dash(i, first) {
                i = open;
                continue;
            }
            match self.syntax.tag(i) {
                Tag::Verb | Tag::Auxiliary | Tag::Modal | Tag::To | Tag::Negation => {
                    if let Some(group) = self.syntax.group_at(i) {
                        if let Some(comma) = self.before_speech(group) {
                            left.comma = true;
                            i = comma;
                            continue;
                        }
                        left.group = Some(group);
                        break;
                    }
                }
                Tag::Preposition => {
                    if i + 1 == first || left.preposition.is_none() && left.noun.is_none() && !left.comma {
                        left.preposition = left.preposition.or(Some(i));
                    }
                }
                Tag::Nominal if left.noun.is_none() => {
                    // Nouns between preposition and mention belong to the mention's own group: "in another 40".
                    left.noun = Some(i);
                }
                Tag::Comma => {
                    left.comma |= left.noun.is_none();
                    commas += 1;
                    if commas > 8 {
                        break;
                    }
                }
                Tag::Conjunction => left.conjunction = true,
                Tag::Subordinator | Tag::Relative | Tag::Stop => break,
                _ => {
                    // A phrase verb that ends in a noun: "laid down arms".
                    if let Some(group) = self.syntax.group_at(i) {
                        left.group = Some(group);
                        break;
                    }
                }
            }
        }
        if self.is_aim_put_first(&left, first) {
            left = Left { comma: true, ..Left::default() };
        }
        left
    }

    /// The comma before speech that stands between commas, where a verb stands before it that what follows goes on with:
    /// "profit will rise to 50 million | , the firm said, | from 40 million".
    fn before_speech(self, group: usize) -> Option<usize> {
        let speech = self.syntax.groups[group];
        let told = speech.finite && speaks(&speech) && self.syntax.tag(speech.last + 1) == Tag::Comma;
        // A clause of its own opens with its subject: "he left, she said, and the plant closed in May".
        let goes_on = matches!(self.syntax.tag(speech.last + 2), Tag::Preposition | Tag::Adverb);
        let before = speech.first.checked_sub(1).filter(|_| told && goes_on)?;
        let comma = (before.saturating_sub(SPEAKER)..=before)
            .rev()
            .take_while(|&i| self.syntax.group_at(i).is_none())
            .find(|&i| self.syntax.tag(i) == Tag::Comma)?;
        let own = (before.saturating_sub(SPEAKER)..comma).any(|i| self.syntax.group_at(i).is_some());
        (own && comma < before).then_some(comma)
    }

    /// The dash that opens what the dash at `close` closes, where a word of the same clause goes on behind it.
    fn opening_dash(self, close: usize, first: usize) -> Option<usize> {
        let dash = |i: usize| matches!(self.words.surface(i), "–" | "—" | "--");
        let goes_on = close + 1 < first
            && matches!(self.syntax.tag(close + 1), Tag::Preposition | Tag::Adverb | Tag::To)
            || close + 1 == first;
        (dash(close) && goes_on)
            .then(|| (close.saturating_sub(ASIDE)..close).rev().find(|&j| dash(j)))
            .flatten()
            .filter(|&open| open > 0)
    }

    /// "To pay for the work, | $600,000 was set aside": an aim that opens its sentence is a clause of its own.
    fn is_aim_put_first(self, left: &Left, first: usize) -> bool {
        let Some(group) = left.group.filter(|_| left.comma).map(|group| self.syntax.groups[group]) else {
            return false;
        };
        let opens = group.first.checked_sub(1).is_none_or(|before| self.syntax.tag(before) == Tag::Quote);
        // "To buy 40 tanks, | 30 guns": a list.
        let listed = (group.last..first).any(|i| self.syntax.tag(i) == Tag::Number);
        group.infinitive && opens && !listed
    }

    pub(super) fn right(self, last: usize) -> Right {
        let (mut direct, mut list) = (true, false);
        let mut i = last + 1;
        let relative = self.syntax.tag(i) == Tag::Relative;
        while i < self.syntax.len() {
            if let Some(group) = self.syntax.group_at(i) {
                // "in 1995 | after failing to agree": what a preposition puts before or after is another clause.
                let verb = self.syntax.groups[group];
                if verb.ing
                    && !verb.finite
                    && i > last + 1
                    && matches!(self.words.lower(i - 1), "after" | "before")
                {
                    return Right::default();
                }
                return Right { group: Some(group), direct, list, relative };
            }
            // "at 3 p.m. | (5 p.m. in the capital) was"
            if self.words.surface(i) == "("
                && let Some(close) =
                    (i..(i + ASIDE).min(self.syntax.len())).find(|&j| self.words.surface(j) == ")")
            {
                i = close + 1;
                continue;
            }
            if i == last + 1
                && let Some(group) = self.behind_aside(i)
            {
                return Right { group: Some(group), direct, list, relative };
            }
            match self.syntax.tag(i) {
                Tag::Adverb => {}
                // "dozens | more | managed to flee"
                _ if i == last + 1 && traits::of_word(self.words.lower(i)).has(Traits::ADDED) => {}
                // "150 | of whom | were rescued"
                Tag::Preposition if self.of_group(i, last) && self.syntax.tag(i + 1) == Tag::Relative => {
                    i += 1
                }
                Tag::Subordinator | Tag::Stop => break,
                Tag::Preposition if self.of_group(i, last) => {
                    // "5,000 rounds | of ammunition | were": still the same group.
                    i = self.noun_after(i).unwrap_or(i);
                    if let Some(group) = self.behind_clause(i) {
                        return Right { group: Some(group), direct, list, relative };
                    }
                }
                // A list is one subject: "six vehicles, 800 guns and 5,000 rounds were handed over".
                Tag::Comma | Tag::Conjunction if self.list_goes_on(i) => list = true,
                Tag::Number | Tag::Nominal | Tag::Determiner | Tag::Hyphen | Tag::Other if list => {}
                _ => direct = false,
            }
            i += 1;
        }
        Right::default()
    }

    /// "Two of the hostages who fled | were found": the verb behind a clause about the whole, which tells of the part.
    fn behind_clause(self, noun: usize) -> Option<usize> {
        let clause = self.syntax.group_at(noun + 2).filter(|_| self.syntax.tag(noun + 1) == Tag::Relative)?;
        let plain = |i: usize| {
            !matches!(
                self.syntax.tag(i),
                Tag::Comma | Tag::Stop | Tag::Conjunction | Tag::Relative | Tag::Subordinator | Tag::Quote
            )
        };
        let told = |next: &usize| {
            let group = self.syntax.groups[*next];
            group.finite && !group.ing && (group.passive || !group.bare_participle)
        };
        let main = (clause + 1..self.syntax.groups.len()).find(told)?;
        (noun + 2..self.syntax.groups[main].first).all(plain).then_some(main)
    }

    /// "The 276 girls, aged 11 to 18, | were taken": the verb behind a participle between commas that only describes those counted.
    fn behind_aside(self, comma: usize) -> Option<usize> {
        let aside = self.syntax.groups[self.syntax.group_at(comma + 1)?];
        let close = (aside.last + 1..(comma + ASIDE).min(self.syntax.len())).find(|&i| {
            matches!(self.syntax.tag(i), Tag::Comma | Tag::Stop) || self.syntax.group_at(i).is_some()
        })?;
        let main = self.syntax.group_at(close + 1)?;
        let class = aside.class();
        let describes = aside.bare_participle
            && aside.first == comma + 1
            && !class.is_some_and(|class| traits::of_class(class).has(Traits::PERSONS));
        let next = self.syntax.groups[main];
        (self.syntax.tag(comma) == Tag::Comma
            && self.syntax.tag(close) == Tag::Comma
            && describes
            && next.finite
            && (next.passive || !next.bare_participle))
            .then_some(main)
    }

    /// The verb behind a clause about the subject that commas set off, where the verb at `found` is that clause's: "On Tuesday the
    /// mayor, who was elected in 2010, | resigned".
    pub(super) fn over_clause_set_off(self, last: usize, found: usize) -> usize {
        let clause = self.syntax.groups[found];
        let set_off = (last + 2..clause.first).any(|i| {
            self.syntax.tag(i) == Tag::Relative
                && matches!(self.syntax.tag(i - 1), Tag::Comma)
                && self.syntax.tag(i - 2) == Tag::Nominal
                && (last + 1..i - 1).any(|j| self.syntax.tag(j) == Tag::Nominal)
        });
        // "Earlier this month a group led by three directors, | said that".
        let reduced = clause.bare_participle
            && !clause.ing
            && clause.first > last + 1
            && self.syntax.tag(clause.first - 1) == Tag::Nominal
            && self.words.lower(clause.last + 1) == "by";
        if !set_off && !reduced {
            return found;
        }
        let next = (found + 1..self.syntax.groups.len()).find(|&next| {
            let group = self.syntax.groups[next];
            let mut before = group.first - 1;
            while self.syntax.tag(before) == Tag::Adverb {
                before -= 1;
            }
            let behind = match self.syntax.tag(before) {
                Tag::Comma => true,
                Tag::Nominal => reduced && self.words.lower(group.last + 1) != "by",
                _ => false,
            };
            group.finite && !group.ing && behind
        });
        let one_sentence = |next: &usize| {
            (clause.last + 1..self.syntax.groups[*next].first).all(|i| self.syntax.tag(i) != Tag::Stop)
        };
        next.filter(one_sentence).unwrap_or(found)
    }

    pub(super) fn of_group(self, i: usize, last: usize) -> bool {
        i == last + 1 && self.words.lower(i) == "of"
    }

    /// Whether what follows a comma or "and" is another counted group.
    pub(super) fn list_goes_on(self, i: usize) -> bool {
        let mut j = i + 1;
        while matches!(self.syntax.tag(j), Tag::Conjunction | Tag::Adverb | Tag::Preposition) && j < i + 5 {
            j += 1;
        }
        let bound = (j..j + 4)
            .take_while(|&k| self.syntax.group_at(k).is_none())
            .any(|k| self.syntax.tag(k) == Tag::Number);
        bound || self.syntax.tag(i) == Tag::Conjunction && self.syntax.tag(j) == Tag::Nominal
    }

    /// Last nominal of the noun group that follows token `i`.
    pub(in crate::frame) fn noun_after(self, i: usize) -> Option<usize> {
        let mut j = i + 1;
        let mut head = None;
        while matches!(
            self.syntax.tag(j),
            Tag::Nominal | Tag::Hyphen | Tag::Possessive | Tag::Determiner | Tag::Number | Tag::Quote
        ) {
            match self.syntax.tag(j) {
                Tag::Nominal => head = Some(j),
                // A second determiner opens another group.
                Tag::Determiner | Tag::Quote if head.is_some() => break,
                _ => {}
            }
            j += 1;
        }
        head
    }

    /// First token of the noun group that ends at `i`.
    pub(in crate::frame) fn group_back(self, i: usize) -> usize {
        let mut s = i;
        while s > 0
            && matches!(
                self.syntax.tag(s - 1),
                Tag::Nominal | Tag::Hyphen | Tag::Possessive | Tag::Determiner | Tag::Number
            )
            && self.syntax.group_at(s - 1).is_none()
        {
            s -= 1;
            if self.syntax.tag(s) == Tag::Determiner {
                break;
            }
        }
        s
    }

    /// Head of the noun group right after a verb group.
    pub(in crate::frame) fn object_head(self, group: &VerbGroup) -> Option<usize> {
        let mut at = group.last;
        if self.syntax.tag(at + 1) == Tag::Adverb {
            at += 1;
        }
        self.noun_after(at)
    }

    pub(super) fn direct_object(self, group: &VerbGroup, noun: usize) -> bool {
        self.object_head(group).is_some_and(|head| head == noun)
    }
}
