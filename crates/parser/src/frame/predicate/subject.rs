//! Who acts: subjects and agents, and the noun phrases they are.

use crosscheck_lexicon::classes::Classes;
use crosscheck_lexicon::traits::{self, Traits};

use super::{Range, Reader, speaks};
use crate::frame::speech::personal;
use crate::frame::tag::{Tag, VerbGroup};

/// Most tokens of what is told of a subject between commas.
const ASIDE: usize = 12;
/// Words of a day behind its preposition: "Friday", "May 20", "next Monday".
const DAY: usize = 3;

impl Reader<'_> {
    /// "... by the fighters"
    pub(super) fn by_agent(self, chosen: usize) -> Option<Range> {
        let group = self.syntax.groups[chosen];
        let end = (group.last + 12).min(self.syntax.len());
        for i in group.last + 1..end {
            match self.syntax.tag(i) {
                Tag::Preposition if self.words.lower(i) == "by" => {
                    let noun = self.noun_after(i)?;
                    // "to be completed by Dec. 15": a date acts upon nothing.
                    let dated = Classes::MONTH.or(Classes::WEEKDAY).or(Classes::TIME_UNIT);
                    return (!self.words.classes(noun).has(dated)).then_some((i + 1, noun));
                }
                Tag::Stop | Tag::Comma | Tag::Subordinator | Tag::Relative | Tag::Verb => return None,
                _ => {}
            }
        }
        None
    }

    /// The subject of a verb group.
    pub(in crate::frame) fn subject(self, chosen: usize) -> Option<Range> {
        self.subject_within(chosen, 3)
    }

    pub(super) fn subject_within(self, chosen: usize, depth: usize) -> Option<Range> {
        let group = self.syntax.groups[chosen];
        let mut before = group.first.checked_sub(1)?;
        // "Ann Lee, the mayor, sharply | criticised": an adverb of manner parts no verb from the comma; "climbed the wall, then | fell" has its
        // subject farther back.
        let manner = |i: usize| self.syntax.tag(i) == Tag::Adverb && self.words.lower(i).ends_with("ly");
        let adverbs = (0..=before).rev().take_while(|&i| manner(i)).count();
        if adverbs > 0 && adverbs <= before && self.syntax.tag(before - adverbs) == Tag::Comma {
            before -= adverbs;
        }
        // "The game scheduled for Friday | was postponed": what is set for a day stands before that.
        if let Some(noun) = self.before_appointment(&group, before) {
            return self.noun_phrase(self.phrase_start(noun), noun);
        }
        // "the firm, whose plant is closest to the city, said": the clause between commas is passed over.
        if self.syntax.tag(before) == Tag::Comma
            && let Some(end) = self.before_aside(before)
        {
            before = end;
        }
        // "the Red Cross (ICRC) said"
        if self.words.surface(before) == ")" {
            before = (before.saturating_sub(8)..before)
                .rev()
                .find(|&i| self.words.surface(i) == "(")?
                .checked_sub(1)?;
        }
        // "the number of jobs | to be cut": the noun before is what is cut.
        if group.infinitive && group.passive && self.syntax.tag(before) == Tag::Nominal {
            return self.noun_phrase(self.phrase_start(before), before);
        }
        if let Some(awaited) = self.awaited(&group, before) {
            return Some(awaited);
        }
        // "the aim is to link a region | covering 17,000 square kilometres": what has an extent stands right before.
        let extent = group
            .phrase
            .and_then(|phrase| phrase.classes.first())
            .is_some_and(|class| matches!(*class, "measure" | "cover"));
        if extent && group.ing && group.bare_participle && self.syntax.tag(before) == Tag::Nominal {
            return self.noun_phrase(self.group_back(before), before);
        }
        // "the spokesman, Ben Hall, | said": a verb of speech that closes the sentence has a subject of its own.
        let closing = group.stance().is_some()
            && !group.ing
            && matches!(self.syntax.tag(group.last + 1), Tag::Stop | Tag::Comma | Tag::Quote);
        let inherits = matches!(self.syntax.tag(before), Tag::Conjunction)
            || group.bare_participle
                && !closing
                && (self.syntax.tag(before) == Tag::Comma && !self.told_of_subject(before, &group)
                    || group.ing)
            || group.infinitive;
        if inherits && depth > 0 && chosen > 0 {
            if let Some(object) = self.answers_for(chosen, before) {
                return Some(object);
            }
            return self.subject_within(chosen - 1, depth - 1);
        }
        if self.syntax.tag(before) == Tag::Relative {
            let mut end = before.checked_sub(1)?;
            if self.syntax.tag(end) == Tag::Comma {
                end = end.checked_sub(1)?;
            }
            // "in which", "of whom"
            if self.syntax.tag(end) == Tag::Preposition {
                end = end.checked_sub(1)?;
            }
            return self.noun_phrase(self.phrase_start(end), end);
        }
        // "workers who run the shelters | say": a clause without commas belongs to its noun.
        if let Some(verb) = (before.saturating_sub(12)..=before).rev().find_map(|i| self.syntax.group_at(i))
            && group.finite
            && verb < chosen
            && let Some(relative) = self.syntax.groups[verb].first.checked_sub(1)
            && self.syntax.tag(relative) == Tag::Relative
            && self.words.lower(relative) == "who"
            && relative > 0
            && self.syntax.tag(relative - 1) == Tag::Nominal
            && (relative..=before).all(|i| !matches!(self.syntax.tag(i), Tag::Comma | Tag::Stop))
        {
            return self.noun_phrase(self.phrase_start(relative - 1), relative - 1);
        }
        // "The toll of a ferry that sank on the lake | has risen": so does one that opens with "that" or "which".
        if let Some(end) = self.before_relative(chosen, before) {
            before = end;
        }
        // Walk back to the boundary of the clause; commas part its segments.
        let mut start = before + 1;
        let mut segments: Vec<Range> = Vec::new();
        let mut end = before;
        loop {
            let tag = if start == 0 { Tag::Stop } else { self.syntax.tag(start - 1) };
            let verb = start > 0 && self.syntax.group_at(start - 1).is_some();
            let stop = start == 0
                || verb
                || matches!(tag, Tag::Stop | Tag::Subordinator | Tag::Relative | Tag::Quote | Tag::Verb);
            if stop || tag == Tag::Comma {
                if start <= end {
                    segments.push((start, end));
                }
                if stop || segments.len() > 5 {
                    break;
                }
                end = start.saturating_sub(2);
                start -= 1;
                continue;
            }
            start -= 1;
        }
        let apposed = self.syntax.tag(before) == Tag::Comma;
        let pick = if apposed {
            segments
                .iter()
                .rev()
                .find(|(s, e)| {
                    !matches!(self.syntax.tag(*s), Tag::Preposition | Tag::Conjunction | Tag::Adverb)
                        && (group.stance().is_none() || self.may_speak(*s, *e))
                })
                .or(segments.last())
        } else {
            segments.first()
        }?;
        self.noun_phrase(pick.0, pick.1).or_else(|| self.before_participle(pick.0, &group))
    }

    /// The noun before "scheduled for" and a day, right before a finite verb.
    fn before_appointment(self, group: &VerbGroup, last: usize) -> Option<usize> {
        let dated = Classes::WEEKDAY.or(Classes::MONTH).or(Classes::TIME_UNIT).or(Classes::TIME_WORD);
        let day = |i: usize| self.words.classes(i).has(dated) || self.syntax.tag(i) == Tag::Number;
        let lead = (last.saturating_sub(DAY)..=last).rev().find(|&i| !day(i))?;
        let set = lead.checked_sub(1).and_then(|i| self.syntax.group_at(i))?;
        self.appointed(set, lead).filter(|_| group.finite && lead < last)
    }

    /// The noun that the participle at `chosen` tells to be set for what follows the preposition at `lead`: "the game | scheduled | for".
    pub(super) fn appointed(self, chosen: usize, lead: usize) -> Option<usize> {
        let set = self.syntax.groups[chosen];
        let awaited = set.bare_participle
            && !set.ing
            && set.first == set.last
            && set.last + 1 == lead
            && traits::of_word(set.lemma).has(Traits::AWAITS)
            && self.words.lower(lead) == "for";
        set.first.checked_sub(1).filter(|&noun| awaited && self.syntax.tag(noun) == Tag::Nominal)
    }

    /// "spoke of the visit, | set for 3 March", "came before the trial, due | to open on Friday": what is set for a day stands right
    /// before the comma.
    fn awaited(self, group: &VerbGroup, before: usize) -> Option<Range> {
        let set = group.bare_participle && !group.ing && traits::of_word(group.lemma).has(Traits::AWAITS);
        let due = group.infinitive && traits::of_word(self.words.lower(before)).has(Traits::AHEAD);
        let comma = if due { before.checked_sub(1)? } else { before };
        let head = comma.checked_sub(1).filter(|_| (set || due) && self.syntax.tag(comma) == Tag::Comma)?;
        let event = self.syntax.tag(head) == Tag::Nominal && self.noun_class(head).is_some();
        event.then(|| self.noun_phrase(self.phrase_start(head), head))?
    }

    /// "Six officers | arrested | 12 men": whether those counted at `first..=last` did what befell others, so that they are not counted by
    /// it. "3,000 people | fled | their homes" tells of the people.
    pub(super) fn does_to_others(self, chosen: usize, first: usize, last: usize) -> bool {
        let group = self.syntax.groups[chosen];
        let class = group.class();
        let done = class.is_some_and(|class| traits::of_class(class).has(Traits::DONE_TO));
        // "lost their homes", "plucked from the sea": the noun of a phrase or behind its preposition is no one else.
        let plain = group.last == group.head
            || group
                .phrase
                .is_some_and(|phrase| matches!(phrase.rest[..], ["out" | "up" | "down" | "off" | "over"]));
        let active = group.finite && !group.passive && !traits::of_word(group.lemma).has(Traits::UNDERGOES);
        let time = Classes::TIME_UNIT.or(Classes::TIME_WORD).or(Classes::WEEKDAY).or(Classes::MONTH);
        let other = |noun: usize| {
            let lower = self.words.lower(noun);
            !self.words.classes(noun).has(time) && !traits::of_word(lower).has(Traits::PART_OF_DAY)
        };
        done && plain
            && active
            && self.by_agent(chosen).is_none()
            && self.object_head(&group).is_some_and(other)
            && self.subject(chosen).is_some_and(|(start, head)| start <= last && head >= first)
    }

    /// The noun before a participle that parts it from its verb: "data | released by the office | showed", "the number of
    /// people | arriving by boat | rose".
    fn before_participle(self, first: usize, group: &VerbGroup) -> Option<Range> {
        let parting = self.syntax.groups[self.syntax.group_at(first.checked_sub(1)?)?];
        let noun = parting.first.checked_sub(1)?;
        (group.finite
            && parting.bare_participle
            && !speaks(&parting)
            && self.syntax.tag(noun) == Tag::Nominal)
            .then(|| self.noun_phrase(self.phrase_start(noun), noun))?
    }

    /// "accused the mayor | of stealing 12 paintings": whoever is made to answer for a deed did it.
    fn answers_for(self, chosen: usize, before: usize) -> Option<Range> {
        let (group, answering) = (self.syntax.groups[chosen], self.syntax.groups[chosen - 1]);
        let class = answering.class()?;
        let deed = group.ing
            && !answering.passive
            && self.syntax.tag(before) == Tag::Preposition
            && traits::of_class(class).has(Traits::FOR_DEEDS);
        let noun = self.object_head(&answering).filter(|&noun| deed && noun < before)?;
        Some((self.group_back(noun), noun))
    }

    /// "the suspect, a 19-year-old student, | fired": a past behind what is told of its subject between commas is no
    /// participle.
    fn told_of_subject(self, comma: usize, group: &VerbGroup) -> bool {
        let quiet = |i: &usize| {
            self.syntax.group_at(*i).is_none()
                && !matches!(self.syntax.tag(*i), Tag::Comma | Tag::Stop | Tag::Conjunction | Tag::Quote)
        };
        let Some(from) = (comma.saturating_sub(ASIDE)..comma).rev().take_while(quiet).last() else {
            return false;
        };
        if from < 2 || self.syntax.tag(from - 1) != Tag::Comma || self.syntax.tag(from - 2) != Tag::Nominal {
            return false;
        }
        let told = matches!(self.syntax.tag(from), Tag::Determiner | Tag::Number);
        let start = (0..from - 1).rev().take_while(quiet).last().unwrap_or(from - 2);
        let opens = start.checked_sub(1).is_none_or(|i| match self.syntax.group_at(i) {
            Some(verb) => speaks(&self.syntax.groups[verb]),
            None => self.syntax.tag(i) != Tag::Comma,
        });
        group.finite && told && opens
    }

    /// Whether a stretch between commas can be a speaker with an apposition behind it: "it will employ | 2,400 people, |
    /// the minister, | Ann Lee, | said".
    fn may_speak(self, first: usize, last: usize) -> bool {
        self.syntax.tag(first) == Tag::Determiner
            || self.syntax.tag(first) != Tag::Number
                && (self.words.tokens[first].capital || personal(self.words.lower(last)))
    }

    /// The last token before a relative clause that the comma at `comma` closes.
    fn before_aside(self, comma: usize) -> Option<usize> {
        let mut verb = false;
        for i in (comma.saturating_sub(30)..comma).rev() {
            match self.syntax.tag(i) {
                Tag::Stop | Tag::Quote => return None,
                Tag::Verb | Tag::Auxiliary | Tag::Modal => verb = true,
                Tag::Relative | Tag::Subordinator if verb => {
                    let opens = self.syntax.tag(i) == Tag::Relative
                        || matches!(self.words.lower(i), "where" | "when");
                    // "of whom", "in which"
                    let at = if i > 0 && self.syntax.tag(i - 1) == Tag::Preposition { i - 1 } else { i };
                    let parted = at > 1 && self.syntax.tag(at - 1) == Tag::Comma;
                    return (opens && parted).then(|| at - 2);
                }
                _ => {}
            }
        }
        None
    }

    /// The noun before a relative clause without commas that ends at `last`, right before a finite verb.
    fn before_relative(self, chosen: usize, last: usize) -> Option<usize> {
        let from = last.saturating_sub(ASIDE);
        let verb = (from..=last).rev().find_map(|i| self.syntax.group_at(i)).filter(|&verb| verb < chosen)?;
        let relative = self.syntax.groups[verb].first.checked_sub(1)?;
        let noun = relative.checked_sub(1)?;
        let whole = (relative..=last).all(|i| {
            !matches!(
                self.syntax.tag(i),
                Tag::Comma | Tag::Stop | Tag::Conjunction | Tag::Subordinator | Tag::Quote
            )
        });
        (self.syntax.groups[chosen].finite
            && self.syntax.groups[verb].finite
            && matches!(self.words.lower(relative), "that" | "which")
            && self.syntax.tag(noun) == Tag::Nominal
            && whole)
            .then_some(noun)
    }

    /// "last week", "this year" before a subject: two words that say when.
    fn dates_clause(self, start: usize, end: usize) -> bool {
        let dated = Classes::TIME_UNIT.or(Classes::MONTH).or(Classes::WEEKDAY);
        matches!(self.words.lower(start), "last" | "next" | "this" | "earlier")
            && self.words.classes(start + 1).has(dated)
            && start + 2 <= end
            && matches!(self.syntax.tag(start + 2), Tag::Nominal | Tag::Determiner | Tag::Pronoun)
            && (self.words.tokens[start + 2].capital || self.syntax.tag(start + 2) != Tag::Nominal)
    }

    pub(super) fn phrase_start(self, end: usize) -> usize {
        let mut start = self.group_back(end);
        while start >= 2 && self.words.lower(start - 1) == "of" {
            start = self.group_back(start - 2);
        }
        start
    }

    /// The noun phrase of a segment: leading adjuncts dropped, cut at the first preposition other than "of" and "for".
    pub(in crate::frame) fn noun_phrase(self, mut start: usize, end: usize) -> Option<Range> {
        while start <= end {
            match self.syntax.tag(start) {
                Tag::Conjunction | Tag::Adverb | Tag::Comma | Tag::Other | Tag::Quote => start += 1,
                // "said Monday | it had": a weekday before the subject dates the clause before.
                Tag::Nominal
                    if start < end
                        && self.words.classes(start).has(Classes::WEEKDAY)
                        && self.syntax.tag(start + 1) != Tag::Possessive =>
                {
                    start += 1;
                }
                // "Last week | the firm reported": so does a stretch of time.
                Tag::Nominal | Tag::Determiner if self.dates_clause(start, end) => start += 2,
                Tag::Preposition => {
                    let mut next = start + 1;
                    let determined = self.syntax.tag(next) == Tag::Determiner;
                    next += usize::from(determined);
                    while next <= end
                        && matches!(self.syntax.tag(next), Tag::Nominal | Tag::Number | Tag::Hyphen | Tag::Possessive | Tag::Other)
                        // "On Tuesday officials": what dates the clause ends at a weekday or month's day.
                        && !(next > start + 1 && self.words.classes(next - 1).has(Classes::WEEKDAY))
                    {
                        next += 1;
                    }
                    if next > end {
                        return None;
                    }
                    start = next;
                }
                _ => break,
            }
        }
        // A determiner after a noun opens a new group: "QUITO | The death toll"; so does a pronoun: "a treaty | he rejected".
        if let Some(inner) = (start + 1..=end).rev().find(|&i| {
            (self.syntax.tag(i) == Tag::Determiner
                || matches!(self.words.lower(i), "he" | "she" | "they" | "it" | "we"))
                && matches!(self.syntax.tag(i - 1), Tag::Nominal | Tag::Number)
        }) {
            start = inner;
        }
        let mut stop = start;
        let mut head = None;
        while stop <= end {
            match self.syntax.tag(stop) {
                Tag::Preposition if !matches!(self.words.lower(stop), "of" | "for") => break,
                Tag::Comma | Tag::Stop => break,
                Tag::Nominal | Tag::Pronoun | Tag::Number => {
                    if self.words.classes(stop).has(Classes::WEEKDAY) && head.is_some() {
                        break;
                    }
                    head = Some(stop);
                }
                _ => {}
            }
            stop += 1;
        }
        head.map(|head| (start, self.before_time(start, head)))
    }

    /// "The firm | yesterday | disclosed", "the bank | last week | sold": what dates the clause is no part of its subject.
    fn before_time(self, start: usize, head: usize) -> usize {
        let unit = Classes::TIME_UNIT.or(Classes::MONTH).or(Classes::WEEKDAY);
        let time = if matches!(self.words.lower(head), "yesterday" | "today" | "tonight" | "tomorrow") {
            head
        } else if self.words.classes(head).has(unit)
            && matches!(self.words.lower(head.saturating_sub(1)), "last" | "next" | "this" | "earlier")
        {
            head - 1
        } else {
            return head;
        };
        let noun = time.checked_sub(1).filter(|&noun| noun >= start && self.syntax.tag(noun) == Tag::Nominal);
        noun.unwrap_or(head)
    }
}
