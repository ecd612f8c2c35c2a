//! Whether what a mention tells of took place: the mood of its verb, and what is given whatever the verb says.

use crosscheck_lexicon::classes::Classes;
use crosscheck_lexicon::traits::{self, Traits};
use crosscheck_lexicon::verb::{self, Phase};
use crosscheck_model::{Kind, Modality};

use super::verbal::speaks;
use super::{Left, Predicate, Range, Reader};
use crate::frame::tag::{Tag, VerbGroup, is_past};

/// Most words between a determiner and its figure: "the | biggest-ever | $2 billion jackpot".
const QUALIFIERS: usize = 4;

impl Reader<'_> {
    /// Whether a verb group tells what took place.
    pub(super) fn mood(self, index: usize) -> Modality {
        let group = self.syntax.groups[index];
        if group.modality == Modality::Asserted && group.negated {
            return Modality::Denied;
        }
        if group.modality != Modality::Asserted {
            return group.modality;
        }
        if self.is_remark(&group) {
            return Modality::Asserted;
        }
        // An infinitive of its own tells a purpose; after an ordinal or superlative it tells a fact.
        if group.infinitive && group.phase.is_none() {
            let before = group.first.checked_sub(1);
            let ranked = before.is_some_and(|b| {
                (b.saturating_sub(3)..=b).any(|i| {
                    self.words.classes(i).has(Classes::ORDINAL) || self.words.lower(i).ends_with("est")
                })
            });
            // "causing buildings to shake": the verb before says that it took place.
            let caused = index.checked_sub(1).map(|i| self.syntax.groups[i]).is_some_and(|verb| {
                (verb.has_phase(Phase::Achieve) || traits::of_word(verb.lemma).has(Traits::SERVES))
                    && (verb.last + 1..group.first).all(|i| {
                        matches!(
                            self.syntax.tag(i),
                            Tag::Nominal
                                | Tag::Determiner
                                | Tag::Number
                                | Tag::Possessive
                                | Tag::Pronoun
                                | Tag::Adverb
                        ) || matches!(self.words.lower(i), "of" | "than" | "least" | "at")
                    })
            });
            // "is racing to evacuate thousands": under way, not planned.
            let under_way = index
                .checked_sub(1)
                .map(|i| self.syntax.groups[i])
                .is_some_and(|verb| verb.finite && traits::of_word(verb.lemma).has(Traits::HURRIES));
            // "fell 2%, to close at 46.64": where a figure got to is no aim.
            let result = index.checked_sub(1).map(|i| self.syntax.groups[i]).is_some_and(|verb| {
                verb.finite
                    && verb.phrase.is_some_and(|phrase| {
                        phrase.classes.iter().any(|class| matches!(*class, "rise" | "fall"))
                    })
            }) && group.phrase.is_some_and(|phrase| {
                phrase.classes.iter().any(|class| matches!(*class, "finish" | "close" | "stand-at"))
            });
            // "dozens of quakes | to have hit the region": the perfect tells what is done.
            let done = self.words.lower(group.first + 1) == "have";
            // "will force 300 people to leave": no sooner than it does.
            if caused {
                return self.mood(index - 1);
            }
            if !ranked && !under_way && !result && !done {
                return Modality::Planned;
            }
        }
        self.attended(index).unwrap_or(Modality::Asserted)
    }

    /// "$1,071,872, | to be exact, | was spent": a remark on what is told, and no aim.
    fn is_remark(self, group: &VerbGroup) -> bool {
        let ends = |i: usize| matches!(self.syntax.tag(i), Tag::Comma | Tag::Stop | Tag::Other);
        group.infinitive
            && group.lemma == "be"
            && traits::of_word(self.words.lower(group.last + 1)).has(Traits::REMARKS)
            && (ends(group.last + 2) || group.last + 2 >= self.syntax.len())
    }

    /// "the dam would flood 40 villages, | displacing 3,000 people", "will save 3 billion by | closing 12 plants": what a participle adds to
    /// a clause comes to pass no sooner than the clause does.
    fn attended(self, index: usize) -> Option<Modality> {
        let group = self.syntax.groups[index];
        let plain = |group: &VerbGroup| group.ing && !group.finite && !group.passive;
        // "having scored 30 goals", "following a loss" and "ending 12 years of waiting" tell what was there before; "citing a fall" speaks.
        let prior = |group: &VerbGroup| {
            let opens = self.words.lower(group.first);
            opens == "having"
                || traits::of_word(opens).has(Traits::FOR_WHAT)
                || group.has_phase(Phase::End)
                || speaks(group)
                || group.stance().is_some()
        };
        if !plain(&group) || prior(&group) {
            return None;
        }
        let adverbs = (0..group.first).rev().take_while(|&i| self.syntax.tag(i) == Tag::Adverb).count();
        let mark = (group.first - adverbs).checked_sub(1)?;
        let joined = self.syntax.tag(mark) == Tag::Conjunction;
        if self.syntax.tag(mark) != Tag::Comma && self.words.lower(mark) != "by" && !joined {
            return None;
        }
        let mut between = group.first;
        for verb in self.syntax.groups[..index].iter().rev() {
            let apart = |i: usize| {
                matches!(self.syntax.tag(i), Tag::Stop | Tag::Relative | Tag::Subordinator | Tag::Quote)
            };
            if (verb.last + 1..between).any(apart) || joined && !plain(verb) {
                return None;
            }
            between = verb.first;
            if verb.finite {
                // "may have exploded, killing 30": those are dead, whatever it was.
                let done = (verb.first..verb.head).any(|i| self.words.lower(i) == "have");
                let ahead = matches!(verb.modality, Modality::Planned | Modality::Possible);
                return (ahead && !done).then_some(verb.modality);
            }
            if joined {
                return self.attended(self.syntax.group_at(verb.first)?);
            }
        }
        None
    }

    /// Whether a figure or date is given, whatever becomes of the plan, the fear or the denial that names it: "hopes to win a
    /// share of | the $550 million market", "failed to inspect | 4,000 boats", "would scrap | the 2015 accord".
    pub(super) fn is_given(self, first: usize, last: usize, kind: Kind, predicate: &Predicate) -> bool {
        // "He would not say more, Ann Lee, | 36, | told a paper": nobody plans an age that is told in passing.
        if kind == Kind::Age {
            let passing = |i: usize| matches!(self.syntax.tag(i), Tag::Determiner | Tag::Comma);
            return first.checked_sub(1).is_some_and(passing);
        }
        let verb = predicate.group.map(|group| self.syntax.groups[group]);
        // The verb names no event: it only speaks of what it is said to touch.
        let idle = predicate.class.is_none();
        let missed = idle && verb.is_some_and(|verb| verb.phase == Some(Phase::Fail));
        if !matches!(kind, Kind::Date | Kind::Time | Kind::Set | Kind::Duration)
            && self.is_setting(last, predicate)
        {
            return true;
        }
        // "his | 1973-90 rule": either year.
        let joins = |i: usize| self.syntax.tag(i) == Tag::Hyphen;
        let number = |i: usize| self.syntax.tag(i) == Tag::Number;
        let last = if joins(last + 1) && number(last + 2) { last + 2 } else { last };
        let first = if first > 1 && joins(first - 1) && number(first - 2) { first - 2 } else { first };
        let before_noun = self.syntax.tag(last + 1) == Tag::Nominal;
        match kind {
            Kind::Set => false,
            Kind::Date | Kind::Time => {
                // "Saturday's drawing", "his 1973-90 rule"
                self.syntax.tag(last + 1) == Tag::Possessive && self.syntax.tag(last + 2) == Tag::Nominal
                    || before_noun && self.is_definite(first)
            }
            // "will be the second officer to", "would be its biggest deal" says so itself.
            Kind::Ordinal => self.is_definite(first) && verb.is_some_and(|verb| !verb.copula()),
            Kind::Measure => self.is_definite(first),
            Kind::Duration => before_noun && self.is_definite(first),
            Kind::Money => {
                let of_noun = predicate.at.is_some_and(|(at, _)| self.syntax.group_at(at).is_none());
                let attributive = before_noun || self.syntax.tag(last) == Tag::Nominal;
                // "the $4.1 billion | analysts had forecast" is no more than that.
                let foretold = verb.is_some_and(|verb| {
                    verb.first > last && verb.finite && !verb.passive && verb.has_phase(Phase::Plan)
                });
                missed || !foretold && self.is_definite(first) && (idle || attributive && of_noun)
            }
            _ => missed || idle && self.is_definite(first) || self.is_done_to(first, last, predicate),
        }
    }

    /// "will be the first of | five men | arrested in March to speak": what a past participle tells of those whom a preposition brings in,
    /// whatever the verb of the clause may hold for one of them.
    fn is_done_to(self, first: usize, last: usize, predicate: &Predicate) -> bool {
        let brings_in = first.checked_sub(1).is_some_and(|i| {
            let owned = self.syntax.tag(i) == Tag::Determiner;
            let at = if owned { i.saturating_sub(1) } else { i };
            matches!(self.words.lower(at), "of" | "among" | "for" | "over" | "against" | "about")
                && self.syntax.tag(at) == Tag::Preposition
        });
        let participle = self.syntax.group_at(last + 1).map(|group| self.syntax.groups[group]);
        let told = participle.is_some_and(|verb| verb.first == last + 1 && verb.bare_participle && !verb.ing);
        brings_in && told && predicate.at.is_some_and(|(at, _)| at == last + 1)
    }

    /// "levels | not seen | since 1913": a participle that denies every time but the one behind it.
    pub(super) fn is_unseen(self, chosen: usize) -> bool {
        let group = self.syntax.groups[chosen];
        let noun = group.first.checked_sub(1).is_some_and(|i| self.syntax.tag(i) == Tag::Nominal);
        group.negated && group.bare_participle && !group.ing && noun
    }

    /// "With a worth of | $115 million, | the firm could": what a sentence sets out from is no part of its plan.
    fn is_setting(self, last: usize, predicate: &Predicate) -> bool {
        let Some(verb) =
            predicate.group.map(|group| self.syntax.groups[group]).filter(|verb| verb.first > last)
        else {
            return false;
        };
        let comma = (0..verb.first).find(|&i| self.syntax.tag(i) == Tag::Comma);
        comma.is_some_and(|comma| last < comma) && matches!(self.words.lower(0), "with" | "despite" | "after")
    }

    /// "trying to rescue | 40 people | (feared) trapped in the mill": the state of those to whom something is yet to be done is
    /// what is told of them.
    pub(super) fn befallen(self, chosen: usize, last: usize) -> Option<usize> {
        let group = self.syntax.groups[chosen];
        let persons = |class: &str| traits::of_class(class).has(Traits::PERSONS);
        let class = group.phrase?.classes.first().copied().filter(|class| persons(class))?;
        if group.first > last || self.mood(chosen) == Modality::Asserted {
            return None;
        }
        let feared = self.syntax.group_at(last + 1).map(|next| self.syntax.groups[next]);
        let feared = feared.filter(|next| next.bare_participle && next.has_phase(Phase::Appear));
        let at = match feared.map(|next| next.last + 1) {
            Some(at) => Some(at).filter(|&at| self.words.classes(at).has(Classes::STATE)),
            None => self.state_after(last),
        }?;
        (at > last && self.state(at).class.is_some_and(|state| persons(state) && state != class))
            .then_some(at)
    }

    /// "racing to find survivors, | with 400 people still missing": what stands by an aim, behind a comma, is the case already.
    pub(super) fn attends(self, left: &Left, last: usize) -> bool {
        let with = left
            .preposition
            .is_some_and(|p| self.words.lower(p) == "with" && p > 0 && self.syntax.tag(p - 1) == Tag::Comma);
        let aim = left.group.map(|group| self.syntax.groups[group]);
        with && aim.is_some_and(|aim| {
            aim.infinitive && aim.modality == Modality::Asserted && !aim.negated && aim.last < last
        })
    }

    /// Whether a date stands before the noun it belongs to: "the | June 6 | trial", "Saturday's drawing". A bare weekday dates the
    /// clause: "the Friday police arrived".
    pub(super) fn belongs(self, first: usize, last: usize) -> bool {
        let owner = self.syntax.tag(last + 1) == Tag::Possessive && self.syntax.tag(last + 2) == Tag::Nominal;
        // "On the Tuesday police found": only another determiner tells "his Tuesday announcement", "a late Wednesday drawing".
        let told = first.checked_sub(1).is_some_and(|i| {
            matches!(self.words.lower(i), "a" | "his" | "her" | "their" | "its")
                || self.syntax.tag(i) == Tag::Possessive
                || self.words.classes(last).has(Classes::WEEKDAY)
                    && first < last
                    && self.words.lower(i) == "the"
        });
        let clause =
            !told && self.words.classes(first).has(Classes::WEEKDAY) || self.words.lower(last).ends_with('s');
        let article = first.checked_sub(1).is_some_and(|i| {
            matches!(self.words.lower(i), "the" | "a" | "its" | "his" | "her" | "their")
                || self.syntax.tag(i) == Tag::Possessive
        });
        owner || self.syntax.tag(last + 1) == Tag::Nominal && article && !clause
    }

    /// Whether a definite article, a demonstrative or an owner stands before a figure, with only adjectives between.
    pub(super) fn is_definite(self, first: usize) -> bool {
        let qualifies = |i: &usize| match self.syntax.tag(*i) {
            Tag::Hyphen | Tag::Adverb => true,
            Tag::Nominal => {
                let word = self.words.lower(*i);
                crosscheck_lexicon::taxonomy::word(word).is_none_or(|entry| !entry.is_mostly_noun())
            }
            _ => false,
        };
        let from =
            (first.saturating_sub(QUALIFIERS)..first).rev().take_while(qualifies).last().unwrap_or(first);
        from.checked_sub(1).is_some_and(|i| {
            self.syntax.tag(i) == Tag::Possessive
                || self.syntax.tag(i) != Tag::Subordinator
                    && matches!(
                        self.words.lower(i),
                        "the"
                            | "this"
                            | "that"
                            | "these"
                            | "those"
                            | "its"
                            | "his"
                            | "her"
                            | "their"
                            | "our"
                            | "my"
                    )
        })
    }

    /// Settles what a date dates where its verb has a light one before it or tells an aim: "on Tuesday the firm | threatened |
    /// to close", "was trying to land on Sunday", "fired water cannon to clear the square on Tuesday".
    pub(super) fn dated_attempt(
        self,
        predicate: &mut Predicate,
        chosen: usize,
        (first, last): Range,
        left: &Left,
    ) {
        let group = self.syntax.groups[chosen];
        let limits = |i: usize| matches!(self.words.lower(i), "by" | "until" | "till" | "before");
        if predicate.modality != Modality::Planned || first.checked_sub(1).is_some_and(limits) {
            return;
        }
        let Some(light) = group.light else {
            if self.is_told_aim(chosen) {
                predicate.modality = Modality::Asserted;
            }
            return;
        };
        let begun = light.past || group.ing && !group.finite;
        if begun && traits::of_word(light.lemma).has(Traits::TRIES) {
            predicate.modality = Modality::Asserted;
            return;
        }
        // What was planned, agreed or threatened on the day that stands before it; "temperatures on Sunday expected to rise" are no
        // subject behind their day.
        let behind =
            (last + 1..group.first).any(|i| matches!(self.syntax.tag(i), Tag::Nominal | Tag::Pronoun));
        if behind && light.past && left.group != Some(chosen) && group.phase == Some(Phase::Plan) {
            let phrase = verb::plain(light.lemma);
            predicate.at = Some((light.head, light.head));
            predicate.lemma = light.lemma.to_owned();
            predicate.class = phrase.and_then(|phrase| phrase.classes.first().copied());
            predicate.thing_class = None;
            predicate.thing = None;
            predicate.modality = Modality::Asserted;
        }
    }

    /// "fired water cannon | to clear the square": the aim of what is told as done in the same clause, and no plan of it.
    fn is_told_aim(self, chosen: usize) -> bool {
        let aim = self.syntax.groups[chosen];
        let (Some(before), Some(mark)) = (chosen.checked_sub(1), aim.first.checked_sub(1)) else {
            return false;
        };
        let deed = self.syntax.groups[before];
        let told = deed.finite
            && is_past(self.words, &deed)
            && self.mood(before) == Modality::Asserted
            && deed.phase != Some(Phase::Plan)
            && ![Phase::Plan, Phase::Fail, Phase::Perform, Phase::Begin]
                .iter()
                .any(|phase| deed.has_phase(*phase))
            && !deed.copula()
            && deed.lemma != "have"
            && !speaks(&deed);
        // "a plan to open in May" plans, whatever became of the plan.
        let planned = |noun: &str| {
            traits::of_word(noun).has(Traits::AHEAD)
                || verb::verb(noun).is_some_and(|verb| {
                    verb::plain(verb.lemma).is_some_and(|phrase| phrase.phases.contains(&Phase::Plan))
                })
        };
        aim.infinitive
            && aim.modality == Modality::Asserted
            && aim.phase.is_none()
            && told
            && !planned(self.words.lower(mark))
            && (deed.last + 1..aim.first).all(|i| {
                !matches!(
                    self.syntax.tag(i),
                    Tag::Stop
                        | Tag::Comma
                        | Tag::Relative
                        | Tag::Subordinator
                        | Tag::Quote
                        | Tag::Conjunction
                )
            })
    }
}
