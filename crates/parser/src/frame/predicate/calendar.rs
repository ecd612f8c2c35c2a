//! The event that a date is of, and what lasted or is ranked.

use crosscheck_lexicon::classes::Classes;
use crosscheck_lexicon::label::is_jail;
use crosscheck_lexicon::tense::{Directions, directions};
use crosscheck_lexicon::traits::{self, Traits};
use crosscheck_lexicon::verb::Phase;
use crosscheck_model::{Kind, Modality};

use super::verbal::{lemma_of, phase_of, speaks};
use super::{Left, Predicate, Reader};
use crate::frame::tag::{Tag, VerbGroup};

impl Reader<'_> {
    /// The event that a date is of: "Saturday's quake", "a war in the 1990s", "began on Tuesday".
    pub(super) fn calendar(self, first: usize, last: usize) -> Predicate {
        // "2020 war", "Saturday's major quake", "September's attack"
        if let Some(noun) = self.noun_after(last)
            && let Some(own) = self.noun_class(noun)
        {
            let mut predicate = self.nominal(noun, None);
            let class = predicate.class.unwrap_or(own);
            predicate.class = Some(class);
            predicate.thing = Some((last + 1, noun));
            predicate.thing = predicate
                .thing
                .map(|(s, e)| (if self.syntax.tag(s) == Tag::Possessive { s + 1 } else { s }, e));
            predicate.thing_class = Some(class);
            predicate.of_noun = true;
            return predicate;
        }
        // "July 2001: Charges were dropped": what heads an entry of a timeline dates what the entry tells.
        // A dateline's day is only that of the report.
        let heads = first.checked_sub(1).is_none_or(|before| self.syntax.tag(before) != Tag::Comma);
        if heads
            && self.words.surface(last + 1) == ":"
            && self.words.tokens.get(last + 2).is_some_and(|t| t.capital)
        {
            let entry = self.right(last + 1).group;
            return entry
                .map_or_else(|| self.verbless(first, last, &Left::default()), |group| self.verbal(group));
        }
        // "the drawing | late Wednesday", "the quake struck early | Sunday": what part of the day it was is no noun.
        // "income for the fiscal | second quarter": nor is whose reckoning it is of.
        let first = match first.checked_sub(1) {
            Some(before) if matches!(self.words.lower(before), "late" | "early" | "fiscal") => before,
            _ => first,
        };
        let mut left = self.left(first);
        if let Some(noun) = left.group.zip(left.preposition).and_then(|(set, lead)| self.appointed(set, lead))
        {
            let thing_class = self.noun_class(noun);
            let thing = Some((self.group_back(noun), noun));
            return Predicate {
                thing,
                thing_class,
                modality: Modality::Planned,
                of_noun: true,
                ..self.deed(noun)
            };
        }
        let mut right = self.right(last);
        right.group = right.group.map(|found| self.over_clause_set_off(last, found));
        let within = right.group.filter(|&next| self.parted(first, last, &left, next));
        if within.is_some() {
            left = Left { group: within, ..Left::default() };
        }
        if let Some(predicate) = self.announced_for(&left, last) {
            return predicate;
        }
        // "a ceasefire on Sept. 20", "an earthquake Thursday", "the collapse of the union in 1991"
        let near = left.noun.filter(|&noun| {
            let gap = first - noun;
            // "stood guard near the fire | Tuesday": the date of the verb, without a preposition of its own.
            let bare = left.preposition.is_none_or(|p| p + 1 != first);
            let start = self.group_back(self.head_of(noun));
            let lead = start.checked_sub(1).filter(|&p| self.syntax.tag(p) == Tag::Preposition);
            let whence = lead.is_some_and(|p| {
                // "became a target, with two bombings | last year": what a comma parts has a day of its own.
                let apart = p > 0 && self.words.lower(p) == "with" && self.syntax.tag(p - 1) == Tag::Comma;
                !apart
                    && matches!(
                        self.words.lower(p),
                        "near" | "at" | "with" | "by" | "on" | "to" | "toward" | "towards"
                    )
            });
            // "compared with earnings | a year earlier": the noun is what is compared.
            let compared = left.group.is_some_and(|g| self.syntax.groups[g].lemma == "compare");
            // "earned 30 million from speeches in 2014": the year of the sum.
            let source = lead.is_some_and(|p| matches!(self.words.lower(p), "from" | "for"))
                || self.syntax.tag(start.saturating_sub(1)) == Tag::Conjunction;
            let flows = left.group.is_some_and(|g| {
                let phrase = self.syntax.groups[g].phrase;
                let class = phrase.and_then(|phrase| phrase.classes.first().copied());
                class.is_some_and(|class| traits::of_class(class).has(Traits::FLOW))
            });
            // "posted a profit of $3 million | for the quarter": the sum stands between.
            let sum = (noun + 1..first)
                .take_while(|&i| self.syntax.tag(i) == Tag::Number || self.words.lower(i) == "of")
                .count();
            let period = sum > 1 && self.words.lower(noun + 1 + sum) == "for";
            gap <= 4 + if period { sum } else { 0 }
                && self.dated_head(noun, &left).is_some()
                && !left.comma
                // "will go on sale in April": the noun is a word of the verb.
                && left.group.is_none_or(|g| {
                    let group = self.syntax.groups[g];
                    group.last < noun && !self.closes_phrase(&group, noun)
                })
                && !(bare && whence && !compared)
                && !(source && flows)
                && !self.is_opposed(lead, noun, &left)
                && !self.is_of_scene(lead)
                && !left.group.is_some_and(|g| self.only_setting(g, noun, bare))
        });
        // "begin debate on the bill on Tuesday": the date is of what begins.
        let begun = left.group.map(|g| self.syntax.groups[g]).is_some_and(|group| {
            let phased = group.phrase.is_some_and(|phrase| {
                phrase.phases.iter().any(|phase| matches!(phase, Phase::Begin | Phase::End))
            });
            let object = self.object_head(&group).filter(|&object| self.noun_class(object).is_some());
            phased && object.is_some_and(|object| near.is_some_and(|noun| object < noun))
        });
        let near = near.filter(|_| !begun);
        if let Some(noun) = near {
            let head = self.dated_head(noun, &left).unwrap_or(noun);
            let governed = left.group.map(|g| self.syntax.groups[g]);
            // "posted a profit for | the second quarter": what came in over a stretch of time, whenever that was told.
            let period = left.preposition.is_some_and(|p| self.words.lower(p) == "for")
                && self
                    .noun_class(head)
                    .is_some_and(|class| traits::of_class(class).has(Traits::OF_PERIOD.or(Traits::FLOW)));
            let direct = !period && governed.is_some_and(|group| self.direct_object(&group, head));
            let mut predicate = self.nominal(head, left.group);
            if self.is_past_event(head) {
                predicate.modality = Modality::Asserted;
            }
            predicate.thing = Some((self.group_back(head), head));
            predicate.thing_class = predicate.class;
            if !direct || governed.is_some_and(|group| group.phrase.is_some_and(|p| !p.phases.is_empty())) {
                if direct && let Some(group) = governed {
                    predicate.phase = phase_of(&group);
                    predicate.agent = left.group.and_then(|g| self.subject(g));
                } else {
                    // "compared with earnings of $4 million | a year earlier": the sum hangs on the same verb.
                    predicate.group = left.group.filter(|_| governed.is_some_and(|g| g.lemma == "compare"));
                    predicate.of_noun = true;
                }
                return predicate;
            }
        }
        if near.is_none()
            && self.belongs(first, last)
            && let Some(end) = self.noun_after(last)
        {
            let start = if self.syntax.tag(last + 1) == Tag::Possessive { last + 2 } else { last + 1 };
            let noun = (start..=end).find(|&i| self.noun_class(i).is_some()).unwrap_or(end);
            // "One year ago | today"
            if self.words.classes(noun).has(Classes::TIME_WORD) {
                return self.verbless(first, last, &left);
            }
            let thing_class = self.noun_class(noun);
            let thing = Some((start, noun));
            return Predicate { thing, thing_class, of_noun: true, ..self.deed(noun) };
        }
        // "The drawing | late Wednesday was the largest": where the verb only links, the deed before is what has a day.
        let links = right.group.is_some_and(|g| self.syntax.groups[g].copula());
        if let Some(noun) =
            left.noun.filter(|&noun| links && left.group.is_none() && !left.comma && first - noun <= 2)
            && self.words.lower(noun).ends_with("ing")
        {
            let deed = self.deed(noun);
            if deed.lemma != self.words.lower(noun) {
                return Predicate { thing: Some((self.group_back(noun), noun)), of_noun: true, ..deed };
            }
        }
        // "A month ago, when he released his returns, he said"
        let when = (last + 1..=last + 2).find(|&i| matches!(self.words.lower(i), "when" | "as"));
        // "is another place than a week ago, | when she left": a verb that only links has no day of its own.
        let idle = left.group.is_some_and(|g| {
            self.syntax.groups[g].copula() && when.is_some_and(|when| self.words.lower(when) == "when")
        });
        let clause = when.filter(|_| first == 0 || left.group.is_none() || idle).and_then(|when| {
            (when + 1..(when + 10).min(self.syntax.len())).find_map(|i| self.syntax.group_at(i))
        });
        let Some(chosen) = clause.filter(|_| idle).or(left.group).or(right.group).or(clause) else {
            return self.verbless(first, last, &left);
        };
        // "in two days of fighting | in September"
        let near = self.syntax.groups[chosen];
        // "losing hope of finding more survivors | on Tuesday" has an object, and is left to the verb before.
        let alone = self.object_head(&near).is_none();
        if self.is_gerund(chosen) && alone && near.first == near.last && self.noun_class(near.head).is_some()
        {
            return self.nominal(near.head, Some(chosen));
        }
        let nearest = chosen;
        let chosen = self.dated(nearest, &left, right.group, last);
        let chosen = self.over_standing(chosen, &left);
        let mut predicate = self.verbal(chosen);
        self.lent_mood(&mut predicate, nearest, chosen);
        // The sum that is compared hangs on the nearest verb, and is of this date.
        if self.syntax.groups[nearest].lemma == "compare" {
            predicate.group = Some(nearest);
        }
        let group = self.syntax.groups[chosen];
        predicate.passive |= within == Some(chosen)
            && group.bare_participle
            && !group.ing
            && first > 0
            && self.syntax.group_at(first - 1).is_some();
        // "launched an operation", "held talks": the complement names the event; "the quake struck": the subject does.
        let by_noun = self.is_used_of(chosen);
        if !by_noun
            && let Some(noun) = self.object_head(&group)
            // "began | last fall": a word of the date itself is no event.
            && !(first..=last).contains(&noun)
            && let Some(class) = self.noun_class(noun)
            && (group.phrase.is_some_and(|p| !p.phases.is_empty())
                || predicate.class.is_none()
                // "adjourned the hearing", as "the hearing was adjourned"
                || predicate.class == Some("close"))
            && !speaks(&group)
        {
            predicate.thing = Some((group.last + 1, noun));
            predicate.thing_class = Some(class);
            predicate.class = Some(class);
            predicate.phase = predicate.phase.or(phase_of(&group));
        } else if !by_noun
            && let Some(subject) = self.subject(chosen).map(|subject| self.whose(subject))
            && let Some(class) = self.noun_class(subject.1)
            // "the numbers were drawn": a figure is no event.
            && (class != "stand-at" || predicate.class.is_some() || group.copula())
            && (predicate.class.is_none()
                || self.moves(&group)
                || predicate.class.is_some_and(|class| {
                    let class = traits::of_class(class);
                    // "the convoy was attacked": it is what the deed befell.
                    class.has(Traits::TOLD_BY_SUBJECT) && !(group.passive && class.has(Traits::INCIDENT))
                })
                || group.copula()
                || group.phrase.is_some_and(|p| !p.phases.is_empty()))
        {
            predicate.thing = Some(subject);
            predicate.thing_class = Some(class);
            predicate.class = Some(class);
            predicate.phase = predicate.phase.or(phase_of(&group));
        } else if let Some(subject) = self.subject(chosen).filter(|_| self.takes_place(&group))
            && self.syntax.tag(subject.1) == Tag::Nominal
            && !self.words.tokens[subject.1].capital
        {
            let Predicate { at, lemma, class, .. } = self.deed(subject.1);
            predicate = Predicate { at, lemma, class, thing: Some(subject), ..predicate };
        }
        self.begun_within(&mut predicate, &group, last);
        self.gathered_for(&mut predicate, &group, last);
        let since = first.checked_sub(1).is_some_and(|i| matches!(self.words.lower(i), "since" | "in"));
        if since && self.is_unseen(chosen) {
            predicate.modality = Modality::Asserted;
        }
        self.dated_attempt(&mut predicate, chosen, (first, last), &left);
        predicate
    }

    /// Whether a verb only changes the day of its subject: "was postponed", "was brought forward".
    fn moves(self, group: &VerbGroup) -> bool {
        directions(self.words.lower(group.head)).has(Directions::PUT_OFF)
            || self.words.lower(group.last + 1) == "forward"
    }

    /// The event of a noun phrase: "the opening | of the bridge" is no bridge.
    fn whose(self, (start, head): (usize, usize)) -> (usize, usize) {
        let event = (start..head)
            .find(|&i| self.words.lower(i + 1) == "of" && self.noun_class(i).is_some())
            .filter(|_| self.noun_class(head).is_none());
        (start, event.unwrap_or(head))
    }

    /// "of fighting": a participle that "of" makes a noun.
    fn is_gerund(self, chosen: usize) -> bool {
        let group = self.syntax.groups[chosen];
        group.ing && !group.finite && group.first > 0 && self.words.lower(group.first - 1) == "of"
    }

    /// The verb that a date dates where the nearest one does not: "were losing hope of finding more | on Tuesday",
    /// "forecasters think | Saturday will be dry".
    fn dated(self, chosen: usize, left: &Left, right: Option<usize>, last: usize) -> usize {
        let group = self.syntax.groups[chosen];
        if self.is_gerund(chosen) && left.group == Some(chosen) && chosen > 0 {
            return chosen - 1;
        }
        // "was $5 million, compared with $4 million | a year earlier": what is compared is what the verb before tells.
        if group.lemma == "compare" && group.bare_participle && left.group == Some(chosen) && chosen > 0 {
            return chosen - 1;
        }
        match right.map(|r| (r, self.syntax.groups[r])) {
            Some((r, next)) if speaks(&group) && next.finite && next.first == last + 1 => r,
            Some((r, next)) if left.group == Some(chosen) && self.comes_about(&group, &next, last) => r,
            _ => chosen,
        }
    }

    /// What lasted, or what is ranked.
    pub(super) fn length(self, first: usize, last: usize, kind: Kind) -> Predicate {
        // "24-hour military operation", "two days of fighting", "third day of protests"
        let mut thing = None;
        let start = last + 1;
        // "the third release | of records"
        let of = (first + 1..last).find(|&i| kind == Kind::Ordinal && self.words.lower(i) == "of");
        // "the third day | of protests" is one of them.
        let of = of.filter(|&of| !self.words.classes(of - 1).has(Classes::TIME_UNIT));
        let head = of.map_or(last, |of| of - 1);
        if self.syntax.tag(head) == Tag::Nominal && kind == Kind::Ordinal {
            thing = Some((self.group_back(head), head));
        }
        if let Some(noun) = self.noun_after(last).or_else(|| self.noun_behind_participle(first, last)) {
            thing = Some((start, noun));
        }
        let own = self.syntax.tag(head) == Tag::Nominal && self.noun_class(head).is_some();
        if let Some(predicate) = self.imprisoned(first, last, kind) {
            return predicate;
        }
        if own {
            // "nine-month blockade | of the port"
            thing = Some((head, head));
        } else if self.words.lower(start) == "of"
            && let Some(noun) = self.noun_after(start)
        {
            thing = Some((start + 1, noun));
        }
        // The mention's own span may hold the noun: "three decades of conflict".
        if thing.is_none()
            && let Some(inner) = (first..=last).rev().find(|&i| self.head_class(i).is_some())
            && !self.words.classes(inner).has(Classes::TIME_UNIT)
        {
            thing = Some((inner, inner));
        }
        let left = self.left(first);
        let right = self.right(last);
        let chosen = left.group.or(right.group);
        // A headline whose verb is read as a noun: "Report Earnings of $3 Million in | Seven Years".
        let mut predicate = match chosen {
            Some(group) => self.verbal(group),
            None => self.verbless(first, last, &left),
        };
        // "upon the arrival of the | first convoy"
        if kind == Kind::Ordinal
            && let Some(noun) = left.noun.filter(|&noun| self.noun_class(noun).is_some())
            && left.preposition.is_some_and(|p| p == noun + 1 && self.words.lower(p) == "of")
        {
            let mut own = self.nominal(noun, left.group);
            own.thing = thing;
            return own;
        }
        // "its oil reserves -- the third-largest in the world", "a convoy came, the first since the war"
        if kind == Kind::Ordinal && self.is_rank_alone(last) {
            let apposed = self.apposed(first);
            let told = left.group.filter(|&g| !speaks(&self.syntax.groups[g]));
            predicate.thing = apposed.or_else(|| told.and_then(|g| self.subject(g)));
            predicate.thing_class = predicate.thing.and_then(|(_, head)| self.noun_class(head));
            return predicate;
        }
        // "the first round of talks had been short": where the verb only links, the noun's complement names what happened.
        if kind == Kind::Ordinal
            && chosen.is_some_and(|g| self.syntax.groups[g].copula())
            && predicate.class.is_none()
            && let Some((_, noun)) = thing
        {
            predicate.class = self.noun_class(noun);
        }
        if kind == Kind::Duration {
            // "the worst quake in seven decades": how long it was without its like, no length of the quake.
            if let Some(ranked) = self.ranked(first) {
                if chosen.is_some_and(|group| self.is_unseen(group)) {
                    predicate.modality = Modality::Asserted;
                }
                predicate.thing = Some(ranked);
                predicate.class = Some("break-record");
                return predicate;
            }
            // "two hours after the quake": what lies between two events lasts for neither.
            let lasts = predicate.class == Some("last");
            if !lasts && [last, last + 1].iter().any(|&i| matches!(self.words.lower(i), "after" | "before")) {
                predicate.class = None;
                return predicate;
            }
        }
        if let Some((s, e)) = thing {
            // "one day's salary": the verb tells what became of it.
            let owned = self.syntax.tag(s) == Tag::Possessive;
            let s = if matches!(self.syntax.tag(s), Tag::Hyphen | Tag::Possessive) { s + 1 } else { s };
            predicate.thing = Some((s, e));
            if owned && kind == Kind::Duration && predicate.class.is_some() {
                return predicate;
            }
            predicate.thing_class = self.noun_class(e);
            // "for a third day of protests": a day that is counted is one of them.
            let counted = (first..=last).any(|i| self.words.classes(i).has(Classes::TIME_UNIT));
            if (kind == Kind::Duration || counted)
                && let Some(class) = predicate.thing_class
            {
                predicate.class = Some(class);
                predicate.at = Some((e, e));
                predicate.lemma = lemma_of(self.words.lower(e));
            }
            return predicate;
        }
        // "the operation lasted one day", "held talks for ten hours", "blockade of nine months"
        if let Some(noun) = left.noun.filter(|&n| first - n <= 4 && self.noun_class(n).is_some()) {
            predicate.thing = Some((self.group_back(noun), noun));
            predicate.thing_class = self.noun_class(noun);
        } else if let Some(chosen) = chosen
            && let Some(subject) = self.subject(chosen)
        {
            // Those to whom it happens do not last: "residents had half an hour", "the court sentenced him to 12 years".
            let event = self
                .noun_class(subject.1)
                .filter(|class| *class != "live" && !traits::of_class(class).has(Traits::PERSONS));
            let idle = predicate.class.is_none_or(|class| traits::of_class(class).has(Traits::IDLE));
            if event.is_some() || idle || kind != Kind::Duration || predicate.class == Some("last") {
                predicate.thing = Some(subject);
                predicate.thing_class = event;
            }
        }
        if predicate.thing_class.is_some() && kind == Kind::Duration {
            predicate.class = predicate.thing_class;
        }
        predicate
    }

    /// "faces | 12 years | in prison", "got | six months | in jail": a sentence, whatever the verb; whoever "spent" or "served" it was imprisoned.
    fn imprisoned(self, first: usize, last: usize, kind: Kind) -> Option<Predicate> {
        let lead = last + 1;
        let jail = matches!(self.words.lower(lead), "in" | "behind" | "of")
            && is_jail(self.words.lower(lead + 1))
            && self.syntax.tag(lead + 2) != Tag::Nominal;
        let group = self.left(first).group.filter(|_| jail && kind == Kind::Duration)?;
        let predicate = self.verbal(group);
        let served = matches!(predicate.class, Some("spend" | "imprison"));
        let class = if served { "imprison" } else { "sentence" };
        Some(Predicate { class: Some(class), ..predicate })
    }

    /// "the | 40-day-old | armed occupation", "a | six-month | suspended sentence": the noun behind a participle that stands as an adjective.
    fn noun_behind_participle(self, first: usize, last: usize) -> Option<usize> {
        let hyphened = (first..=last).any(|i| self.syntax.tag(i) == Tag::Hyphen);
        let group = self.syntax.groups[self.syntax.group_at(last + 1).filter(|_| hyphened)?];
        let adjective = group.bare_participle && group.first == group.last;
        self.noun_after(last + 1).filter(|_| adjective && self.syntax.tag(last + 2) == Tag::Nominal)
    }

    /// Whether a rank ends without the noun it ranks.
    fn is_rank_alone(self, last: usize) -> bool {
        let own = self.words.classes(last).has(Classes::SUPERLATIVE.or(Classes::ORDINAL));
        own && matches!(self.syntax.tag(last + 1), Tag::Preposition | Tag::Subordinator | Tag::To | Tag::Stop)
    }

    /// The noun phrase that what begins at `first` stands in apposition to.
    pub(super) fn apposed(self, first: usize) -> Option<(usize, usize)> {
        let mut before = first.checked_sub(1)?;
        if self.syntax.tag(before) == Tag::Determiner {
            before = before.checked_sub(1)?;
        }
        let mark = before;
        while before > 0 && matches!(self.words.surface(before), "," | "-" | "–" | "—") {
            before -= 1;
        }
        let head = (before < mark && self.syntax.tag(before) == Tag::Nominal).then_some(before)?;
        let dated = Classes::WEEKDAY.or(Classes::MONTH).or(Classes::TIME_UNIT).or(Classes::TIME_WORD);
        (!self.words.classes(head).has(dated)).then(|| (self.group_back(head), head))
    }

    /// The preposition before a figure and its hedge: "in | more than 40 years".
    pub(super) fn reach(self, first: usize) -> Option<usize> {
        let hedge = |i: &usize| {
            self.words.classes(*i).has(Classes::FIGURE_OPENER) && self.syntax.tag(*i) != Tag::Nominal
                || matches!(self.words.lower(*i), "than" | "least" | "at" | "nearly" | "almost" | "more")
        };
        (first.saturating_sub(3)..first).rev().find(|i| !hedge(i))
    }

    /// The noun phrase with a superlative before "in" or "for" and a length: "the lowest level in | 12 years".
    fn ranked(self, first: usize) -> Option<(usize, usize)> {
        let preposition = self.reach(first).filter(|&p| matches!(self.words.lower(p), "in" | "for"))?;
        let end = preposition.checked_sub(1)?;
        // "levels not seen in | 40 years"
        if let Some(unseen) = self.syntax.group_at(end).filter(|&group| self.is_unseen(group)) {
            let noun = self.syntax.groups[unseen].first - 1;
            return Some((self.group_back(noun), noun));
        }
        let start = self.group_back(end);
        (start.saturating_sub(1)..=end)
            .any(|i| {
                let word = self.words.lower(i);
                matches!(word, "worst" | "best" | "first" | "most" | "least")
                    || word.len() > 4
                        && word.ends_with("est")
                        && (self.syntax.tag(i) == Tag::Nominal
                            || self.words.classes(i).has(Classes::SUPERLATIVE))
            })
            .then_some((start, end))
    }
}
