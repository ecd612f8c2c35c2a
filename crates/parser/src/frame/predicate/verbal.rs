//! Events named by verbs, nouns and states, and whether they took place.

use crosscheck_lexicon::classes::Classes;
use crosscheck_lexicon::concept;
use crosscheck_lexicon::label::is_fatally;
use crosscheck_lexicon::measures;
use crosscheck_lexicon::morphology;
use crosscheck_lexicon::traits::{self, Traits};
use crosscheck_lexicon::unit;
use crosscheck_lexicon::usage::{self, Usage};
use crosscheck_lexicon::verb::{self, Figurative, Forms, Phase, Phrase, Stance};
use crosscheck_model::{Kind, Modality};

use super::{Predicate, Range, Reader};
use crate::frame::tag::{Tag, VerbGroup};
use crate::token::TokenKind;

/// Tokens before the subject of a relative clause in which the noun may stand that the clause is about.
const REACH: usize = 4;
/// Tokens between an owner and what it owns: "the album | 's 2012 studio | release".
const OWNED: usize = 4;

impl Reader<'_> {
    pub(super) fn verbal(self, chosen: usize) -> Predicate {
        let group = self.syntax.groups[chosen];
        // "is missing", "are in shelters", "were pronounced dead": the state after a link verb, or after what they were held to be.
        if let Some(state) = self
            .state_after(group.last)
            .filter(|&state| group.copula() || self.holds_to_be(&group) && self.befalls(state))
        {
            let mut predicate = self.state(state);
            predicate.group = Some(chosen);
            predicate.modality = self.mood(chosen);
            predicate.agent = None;
            return predicate;
        }
        // "are under arrest", "are in custody": the noun behind a link verb's preposition is the state.
        if group.copula()
            && matches!(self.words.lower(group.last + 1), "under" | "in" | "on")
            && let Some(noun) = self.noun_after(group.last + 1)
            && self.group_back(noun) == group.last + 2
            && self.syntax.tag(group.last + 2) == Tag::Nominal
            && self.noun_class(noun).is_some_and(|class| traits::of_class(class).has(Traits::PERSONS))
        {
            return Predicate { passive: true, ..self.nominal(noun, Some(chosen)) };
        }
        // "carried out the evacuation of", "has begun talks"
        if group
            .phrase
            .is_some_and(|p| p.phases.iter().any(|p| matches!(p, Phase::Perform | Phase::Begin | Phase::End)))
            && group.phase.is_none()
            && let Some(noun) = self.object_head(&group)
            && self.noun_class(noun).is_some()
        {
            let mut predicate = self.nominal(noun, Some(chosen));
            predicate.phase = phase_of(&group);
            predicate.agent = self.subject(chosen);
            return predicate;
        }
        let phrase = self.phrase_of_subject(&group, chosen).or(group.phrase);
        let classes = phrase.map_or(&[][..], |phrase| &phrase.classes);
        // "40 drivers came to | the fair": only a figure behind it is a sum.
        let came = group.lemma == "come"
            && phrase.is_some_and(|phrase| phrase.rest == ["to"])
            && !(group.last + 1..group.last + 4).any(|i| {
                self.syntax.tag(i) == Tag::Number || matches!(self.words.surface(i), "$" | "£" | "€")
            });
        let classes = if came { &["arrive"][..] } else { classes };
        let figure = phrase.and_then(|phrase| phrase.figurative).is_some_and(|usage| match usage {
            Figurative::Always => true,
            Figurative::Intransitive => {
                !group.passive && !group.bare_participle && self.object_head(&group).is_none()
            }
        });
        // "its fate hangs", "raised questions": the words name no event.
        let classes = if figure || self.commands(chosen) { &[][..] } else { classes };
        Predicate {
            at: Some((group.head, group.last.max(group.head))),
            lemma: if group.lemma.is_empty() {
                self.words.lower(group.head).to_owned()
            } else {
                group.lemma.to_owned()
            },
            class: self
                .fatal(&group)
                .or_else(|| self.used_without_object(&group, chosen))
                .or(classes.first().copied()),
            also: self.coordinated(chosen),
            passive: group.passive || group.bare_participle && !group.finite && !group.ing,
            group: Some(chosen),
            phase: group.phase,
            thing: None,
            thing_class: None,
            agent: if group.passive { self.by_agent(chosen) } else { self.subject(chosen) },
            patient: None,
            modality: self.mood(chosen),
            of_noun: false,
        }
    }

    /// "were fatally shot", "stabbed him fatally": whatever was done to them, they died of it.
    fn fatal(self, group: &VerbGroup) -> Option<&'static str> {
        let near = group.first.saturating_sub(1)..=group.last + 1;
        near.into_iter().any(|i| is_fatally(self.words.lower(i))).then_some("kill")
    }

    /// "ordered the firm to pay": who is told to do something is no goods.
    fn commands(self, chosen: usize) -> bool {
        let group = self.syntax.groups[chosen];
        let told = self.object_head(&group).map(|noun| noun + 1);
        let next = self.syntax.groups.get(chosen + 1);
        group.has_phase(Phase::Plan)
            && !group.infinitive
            && group.phrase.is_some_and(|phrase| phrase.classes.contains(&"buy"))
            && next.is_some_and(|next| next.infinitive && Some(next.first) == told)
    }

    /// "were pronounced | dead", "was reported | missing", "were found | alive": whether the passive of a verb only says what its
    /// subject was held to be.
    fn holds_to_be(self, group: &VerbGroup) -> bool {
        let holds = group.stance().is_some() || group.has_phase(Phase::Appear);
        group.passive && (holds || traits::of_word(group.lemma).has(Traits::WEAK.or(Traits::DECLARES)))
    }

    /// Whether the state at `state` is something that befalls persons or things, and no place or extent.
    fn befalls(self, state: usize) -> bool {
        let class = self.state(state).class.map(traits::of_class);
        class.is_some_and(|class| class.has(Traits::PERSONS.or(Traits::INCIDENT)))
    }

    /// "charges were brought", "three prisoners were taken": in the passive the noun of a phrase is the subject of its verb.
    fn phrase_of_subject(self, group: &VerbGroup, chosen: usize) -> Option<&'static Phrase> {
        let plain = group.passive && group.phrase.is_none_or(|phrase| phrase.rest.is_empty());
        let (_, head) = plain.then(|| self.subject(chosen))??;
        let (printed, noun) = (self.words.lower(head), lemma_of(self.words.lower(head)));
        verb::phrases(group.lemma)
            .iter()
            .find(|phrase| matches!(phrase.rest[..], [rest] if rest == printed || rest == noun))
    }

    /// "a coach overturned", "teachers will strike": the event of a verb that has another one with an object.
    fn used_without_object(self, group: &VerbGroup, chosen: usize) -> Option<&'static str> {
        let usages = match group.phrase.filter(|phrase| !phrase.rest.is_empty()) {
            Some(phrase) => usage::usages(group.lemma, &phrase.rest),
            None if group.last > group.head => return None,
            None => usage::usages(group.lemma, &[]),
        };
        if usages.is_empty() {
            return None;
        }
        if let Some(class) = self.used_of(usages, group, chosen) {
            return Some(class);
        }
        let is = |noun: usize, family: &str| {
            concept::resolve(&lemma_of(self.words.lower(noun)), &[]).family() == Some(family)
        };
        let of = |family: &str| self.subject(chosen).is_some_and(|(_, head)| is(head, family));
        if group.passive {
            let done = usages.iter().find(|(usage, _)| *usage == Usage::DoneToPersons);
            let somebody = || self.subject(chosen).is_some_and(|(_, head)| self.is_somebody(head));
            return done.filter(|_| of("person") || somebody()).map(|(_, class)| *class);
        }
        // "caught him", "caught three men"
        let to_persons = usages.iter().find(|(usage, _)| *usage == Usage::ToPersons).filter(|_| {
            self.is_somebody(group.last + 1) || self.done_to(group).is_some_and(|noun| is(noun, "person"))
        });
        if let Some((_, class)) = to_persons {
            return Some(class);
        }
        let dated = |noun: usize| self.words.classes(noun).has(Classes::WEEKDAY.or(Classes::MONTH));
        if self.object_head(group).is_some_and(|noun| !dated(noun)) {
            return None;
        }
        let (_, class) = usages.iter().find(|(usage, _)| match usage {
            Usage::Intransitive => true,
            Usage::OfPersons => of("person"),
            Usage::DoneToPersons | Usage::ToPersons | Usage::ByDegree | Usage::Of(_) => false,
            // "the ferry Halcyon went down"
            Usage::OfVehicles => {
                of("vehicle")
                    || self.subject(chosen).is_some_and(|(start, head)| {
                        head > start
                            && self.words.tokens[head].capital
                            && concept::resolve(self.words.lower(head - 1), &[]).family() == Some("vehicle")
                    })
            }
        })?;
        Some(class)
    }

    /// Whether the noun beside a verb makes it another event than its class: "the sanctions ended" is no event of the noun's own.
    pub(super) fn is_used_of(self, chosen: usize) -> bool {
        let group = self.syntax.groups[chosen];
        let rest = group.phrase.map_or(&[][..], |phrase| &phrase.rest);
        let usages = usage::usages(group.lemma, rest);
        self.used_of(usages, &group, chosen).is_some_and(|class| class != "close")
    }

    /// "released the album", "the talks broke down": the event of a verb by the noun it is done to, or by its subject where it is
    /// done to nothing.
    fn used_of(
        self,
        usages: &[(Usage, &'static str)],
        group: &VerbGroup,
        chosen: usize,
    ) -> Option<&'static str> {
        if !usages.iter().any(|(usage, _)| matches!(usage, Usage::Of(_))) {
            return None;
        }
        let dated = |noun: &usize| !self.words.classes(*noun).has(Classes::WEEKDAY.or(Classes::MONTH));
        let object = self.done_to(group).filter(dated).filter(|_| !group.passive);
        let noun = object.or_else(|| self.subject(chosen).map(|(_, head)| head))?;
        // "the convoy was hit by | a bomb"
        let agent = || self.by_agent(chosen).filter(|_| group.passive).map(|(_, head)| head);
        self.used_beside(usages, noun).or_else(|| self.used_beside(usages, agent()?))
    }

    /// The event that a noun makes of the uses of a word.
    fn used_beside(self, usages: &[(Usage, &'static str)], noun: usize) -> Option<&'static str> {
        let lower = self.words.lower(noun);
        // A name is no noun of the table, and a pronoun is none.
        let name = self.words.tokens[noun].capital && noun > 0;
        if usages.is_empty() || name || self.syntax.tag(noun) == Tag::Pronoun {
            return None;
        }
        let lemma = lemma_of(lower);
        let family = concept::resolve(&lemma, &[]).family();
        usages.iter().find(|(usage, _)| usage.is_of(&lemma, family)).map(|(_, class)| *class)
    }

    /// Head of what a verb is done to: in "brought in eight million tonnes of | wheat" no unit, in "freed thousands of | people" no number.
    fn done_to(self, group: &VerbGroup) -> Option<usize> {
        // "sent 300 pupils | home": the last word belongs to the verb.
        let own = |&head: &usize| {
            group.phrase.and_then(|phrase| phrase.rest.last()) == Some(&self.words.lower(head))
        };
        let head = self.object_head(group).map(|head| head - usize::from(own(&head)));
        let amount = match head {
            Some(head) => Some(head).filter(|&head| unit::name(|n| self.words.lower(head + n)).is_some()),
            None => {
                (group.last + 1..self.syntax.len()).take_while(|&i| self.syntax.tag(i) == Tag::Number).last()
            }
        };
        let of = amount.map(|amount| amount + 1).filter(|&of| self.words.lower(of) == "of");
        match of {
            Some(of) => self.noun_after(of).or(head),
            // "lost | 3 percent": the amount is nothing that a deed is done to.
            None => head.filter(|_| amount.is_none()),
        }
    }

    /// Whether a pronoun stands for one person.
    fn is_somebody(self, i: usize) -> bool {
        // A closed set: the personal pronouns that no thing has.
        matches!(self.words.lower(i), "he" | "him" | "she" | "her")
            && matches!(self.syntax.tag(i), Tag::Pronoun | Tag::Determiner | Tag::Possessive)
            && self.syntax.tag(i + 1) != Tag::Nominal
    }

    /// "raised its key rate to | 4.75%": the event of a verb whose figure is a degree and no sum.
    pub(super) fn by_degree(
        self,
        chosen: usize,
        kind: Kind,
        preposition: Option<usize>,
    ) -> Option<&'static str> {
        let group = self.syntax.groups[chosen];
        // "plunged | 15 feet | into a moat": how far is told of a fall, whatever it ended in.
        let onward = group.phrase.is_some_and(|phrase| !phrase.rest.is_empty()) && group.last == group.head;
        if kind == Kind::Measure && preposition.is_none() && onward {
            return verb::plain(group.lemma).and_then(|plain| plain.classes.first().copied());
        }
        let (_, class) =
            usage::usages(group.lemma, &[]).iter().find(|(usage, _)| *usage == Usage::ByDegree)?;
        let degree = preposition.is_some_and(|p| matches!(self.words.lower(p), "to" | "by" | "from"));
        let rate = matches!(kind, Kind::Percent | Kind::Measure);
        (group.last == group.head && (rate || degree && self.object_head(&group).is_some())).then_some(class)
    }

    /// "the toll stood at 443", "injuries rose to 588": the event is the subject's; "cut its workforce to 4,000", the
    /// object's.
    pub(super) fn level(self, predicate: &mut Predicate, chosen: usize, object: bool, first: usize) {
        let group = self.syntax.groups[chosen];
        // "the toll passed 80,000": whatever a toll does, it tells of the dead.
        let toll = self.subject(chosen).is_some_and(|(_, head)| {
            traits::of_word(self.words.lower(head)).has(Traits::FIGURE)
                && self.noun_class(head).is_some_and(|class| traits::of_class(class).has(Traits::RUNS))
        });
        let level = toll
            || group.copula()
            || group.phrase.is_some_and(|phrase| phrase.classes.contains(&"stand-at"))
            || predicate.class.is_some_and(|class| traits::of_class(class).has(Traits::LEVEL));
        // "bringing the total to | 87": whatever is done to a total, the figure is its level, and its noun is told before.
        let total = self.changed(&group, first).is_some_and(|(_, noun)| {
            traits::of_word(self.words.lower(noun)).has(Traits::FIGURE)
                && self.noun_class(noun).is_none_or(|class| class == "stand-at")
        });
        if total && !level && predicate.class == Some("deliver") {
            predicate.class = Some("stand-at");
            return;
        }
        if !object || !level || self.syntax.tag(group.last + 1) == Tag::Pronoun {
            return;
        }
        if let Some(subject) = self.changed(&group, first).or_else(|| self.subject(chosen)) {
            let count =
                self.noun_class(subject.1).is_some_and(|class| traits::of_class(class).has(Traits::RUNS));
            if !count && matches!(predicate.class, Some("occur" | "attack" | "kill")) {
                return;
            }
            predicate.thing = Some(subject);
            // "the number | killed by the waves | exceeds 150,000": the participle tells what the figure counts.
            // ... as does "the number of people | who lost their lives".
            let relative = self.syntax.tag(subject.1 + 1) == Tag::Relative;
            let figure = |i: usize| traits::of_word(self.words.lower(i)).has(Traits::FIGURE);
            let parted = self
                .syntax
                .group_at(subject.1 + 1 + usize::from(relative))
                .map(|g| self.syntax.groups[g])
                .filter(|_| figure(subject.1) || relative && (subject.0..subject.1).any(figure))
                .and_then(|group| group.phrase?.classes.first().copied())
                .filter(|class| traits::of_class(class).has(Traits::PERSONS));
            if let Some(class) = parted {
                predicate.class = Some(class);
                predicate.thing = None;
                return;
            }
            // "the number of jobs | to be cut to 650": the participle tells what befalls them.
            if group.infinitive && group.passive {
                return;
            }
            predicate.thing_class = self.noun_class(subject.1).or_else(|| self.group_of_those(subject));
            if let Some(class) = predicate.thing_class
                && predicate.class != Some("have")
            {
                predicate.class = Some(class);
                predicate.at = Some(subject);
                predicate.lemma = lemma_of(self.words.lower(subject.1));
            }
        }
    }

    /// "The apprehended | included 12 sailors": the state of those whom a participle alone names.
    fn group_of_those(self, (start, head): Range) -> Option<&'static str> {
        let alone = start + 1 == head && self.syntax.tag(start) == Tag::Determiner;
        let verb =
            verb::verb(self.words.lower(head)).filter(|verb| alone && verb.forms.has(Forms::PARTICIPLE))?;
        let phrase = verb::plain(verb.lemma)?;
        phrase.classes.first().copied().filter(|class| traits::of_class(class).has(Traits::PERSONS))
    }

    /// "cut | its workforce | to 4,000": what a verb of change has for its object before the figure at `first`.
    fn changed(self, group: &VerbGroup, first: usize) -> Option<Range> {
        let degree =
            first.checked_sub(1).filter(|&i| matches!(self.words.lower(i), "to" | "by" | "from" | "at"))?;
        let noun = self.object_head(group).filter(|&noun| noun < degree && !group.passive)?;
        Some((self.group_back(noun), noun))
    }

    /// "the evacuation order affects 80,000 residents", "4,000 homes hit by the power cut": what reached them is the event.
    ///
    /// A quake or a flood reaches in many ways, and is left to the verb.
    pub(super) fn reached(self, predicate: &mut Predicate, chosen: usize, object: bool) {
        let group = self.syntax.groups[chosen];
        if !traits::of_word(group.lemma).has(Traits::REACHES) {
            return;
        }
        let cause = if group.passive || group.bare_participle && !group.ing {
            self.by_agent(chosen)
        } else if object {
            self.subject(chosen)
        } else {
            None
        };
        let named = |noun: usize| {
            self.noun_class(noun).filter(|class| !traits::of_class(class).has(Traits::INCIDENT))
        };
        let Some((start, head)) = cause else { return };
        // "an evacuation order for all of Carville, which affects": the order, not the town.
        let noun = (start.saturating_sub(REACH)..=head)
            .rev()
            .take_while(|&i| {
                matches!(self.syntax.tag(i), Tag::Nominal | Tag::Preposition | Tag::Determiner | Tag::Adverb)
                    || i > start
            })
            .find(|&i| self.syntax.tag(i) == Tag::Nominal && named(i).is_some());
        if let Some(noun) = noun {
            predicate.class = named(noun);
            predicate.at = Some((noun, noun));
            predicate.lemma = lemma_of(self.words.lower(noun));
        }
    }

    /// Class of the verb joined to a group by "or" or "and" with nothing between.
    pub(super) fn coordinated(self, chosen: usize) -> Option<&'static str> {
        let group = self.syntax.groups[chosen];
        let class = VerbGroup::class;
        let own = class(&group)?;
        let joined = |i: usize| matches!(self.words.lower(i), "or" | "and");
        let before = group
            .first
            .checked_sub(2)
            .filter(|_| joined(group.first - 1))
            .and_then(|i| self.syntax.group_at(i));
        let after = joined(group.last + 1).then(|| self.syntax.group_at(group.last + 2)).flatten();
        // "were rescued | and are expected to be released": with an auxiliary of its own it is told of the same persons, and not of others.
        let after = after.filter(|&g| {
            let next = self.syntax.groups[g];
            self.words.lower(group.last + 1) == "or" || next.first == next.head && next.light.is_none()
        });
        let other = class(&self.syntax.groups[before.or(after)?])?;
        (other != own).then_some(other)
    }

    /// "the release of | the album", "the | bank | collapse", "the | album | 's release": the event of a noun that is its verb's word, by what
    /// the deed is done to.
    fn noun_used_of(self, noun: usize) -> Option<&'static str> {
        let usages = usage::usages(&lemma_of(self.words.lower(noun)), &[]);
        let of = (self.words.lower(noun + 1) == "of").then(|| self.noun_after(noun + 1)).flatten();
        let before = noun.checked_sub(1).filter(|&i| self.syntax.tag(i) == Tag::Nominal);
        let owner = || {
            let inner = (noun.saturating_sub(OWNED)..noun).rev().take_while(|&i| {
                matches!(self.syntax.tag(i), Tag::Nominal | Tag::Number | Tag::Possessive | Tag::Hyphen)
            });
            let mark = inner.into_iter().find(|&i| self.syntax.tag(i) == Tag::Possessive)?;
            mark.checked_sub(1).filter(|&i| self.syntax.tag(i) == Tag::Nominal)
        };
        let used = |thing: usize| self.used_beside(usages, thing);
        of.or(before).and_then(used).or_else(|| owner().and_then(used))
    }

    pub(super) fn nominal(self, noun: usize, group: Option<usize>) -> Predicate {
        let class = self.noun_used_of(noun).or_else(|| self.noun_class(noun));
        Predicate {
            at: Some((noun, noun)),
            lemma: lemma_of(self.words.lower(noun)),
            class,
            group,
            modality: group.map_or(Modality::Asserted, |g| self.mood(g)),
            ..Predicate::default()
        }
    }

    pub(super) fn state(self, at: usize) -> Predicate {
        let lower = self.words.lower(at);
        Predicate {
            at: Some((at, at)),
            lemma: verb::verb(lower).map_or(lower, |verb| verb.lemma).to_owned(),
            class: self.state_class(at),
            also: self.other_state(at),
            passive: true,
            ..Predicate::default()
        }
    }

    /// The event class of a state word: by its own table, else as the participle of its verb.
    fn state_class(self, at: usize) -> Option<&'static str> {
        let lower = self.words.lower(at);
        verb::state_event(lower).or_else(|| {
            let phrase = verb::plain(verb::verb(lower)?.lemma)?;
            phrase.classes.first().copied()
        })
    }

    /// "444 were dead | or missing": the other of two states that are counted together. Joined by "and", they are two groups only where no
    /// one is in both.
    fn other_state(self, at: usize) -> Option<&'static str> {
        let own = self.state_class(at)?;
        let stated =
            |i: usize| self.words.classes(i).has(Classes::STATE).then(|| self.state_class(i)).flatten();
        let joined = |mark: usize, other: usize| {
            let class = stated(other).filter(|class| *class != own)?;
            let counted = match self.words.lower(mark) {
                "or" => true,
                "and" => measures::contrast(own, class),
                _ => false,
            };
            counted.then_some(class)
        };
        let before = at.checked_sub(2).and_then(|other| joined(at - 1, other));
        before.or_else(|| joined(at + 1, at + 2))
    }

    /// A state word inside a mention, after its noun: "77 people dead and ...".
    pub(super) fn state_within(self, first: usize, last: usize) -> Option<usize> {
        (first + 2..=last).find(|&i| {
            self.words.classes(i).has(Classes::STATE)
                && self.syntax.tag(i) == Tag::Nominal
                && self.syntax.tag(i - 1) == Tag::Nominal
                && self.syntax.tag(i + 1) != Tag::Nominal
        })
    }

    /// A state word right after token `at`, adverbs skipped.
    pub(super) fn state_after(self, at: usize) -> Option<usize> {
        let here = self.words.classes(at).has(Classes::STATE) && at > 0;
        // A participle too: "37 | injured | when a coach overturned".
        let named = match self.syntax.group_at(at) {
            None => self.syntax.tag(at) == Tag::Nominal,
            Some(group) => self.syntax.groups[group].bare_participle,
        };
        if here && named {
            return Some(at);
        }
        let mut i = at + 1;
        // "12 | of them | seriously hurt"
        if self.words.lower(i) == "of" && matches!(self.words.lower(i + 1), "them" | "whom" | "which" | "us")
        {
            i += 2;
        }
        while self.syntax.tag(i) == Tag::Adverb || self.words.lower(i) == "people" {
            i += 1;
        }
        if self.words.lower(i) == "in" || self.words.lower(i) == "as" {
            i += 1;
        }
        // "hundreds of islanders | missing their relatives": what has an object of its own is no state.
        let governs = self.words.lower(i).ends_with("ing") && self.syntax.tag(i + 1) == Tag::Determiner;
        let state = self.words.classes(i).has(Classes::STATE) && !governs;
        // "four men | held their ground": a figure of speech names no state.
        let participle = self.syntax.group_at(i).is_none_or(|g| {
            let group = self.syntax.groups[g];
            let figure = group.phrase.and_then(|phrase| phrase.figurative);
            group.bare_participle && figure != Some(Figurative::Always)
        });
        // "two wounded soldiers": before a noun it is an adjective.
        let adjective = self.syntax.tag(i) == Tag::Nominal && self.syntax.tag(i + 1) == Tag::Nominal;
        (state && participle && !adjective).then_some(i)
    }

    /// Event class of the noun at `i`, alone or with the noun before it.
    pub(in crate::frame) fn noun_class(self, i: usize) -> Option<&'static str> {
        let before = i.checked_sub(1).and_then(|i| self.words.tokens.get(i));
        if before.is_some_and(|t| t.kind == TokenKind::Word)
            && i < self.words.tokens.len()
            && self.words.classes(i) != Classes::NONE
        {
            let span = self.words.span(i - 1, i);
            if let Some(class) = verb::noun_event(span.slice(self.words.lower)) {
                return Some(class);
            }
        }
        // "cease | - | fire": a compound is an event of its own.
        if let Some(start) = i.checked_sub(2)
            && self.syntax.tag(i - 1) == Tag::Hyphen
            && i < self.words.tokens.len()
            && let Some(class) = verb::noun_event(self.words.span(start, i).slice(self.words.lower))
        {
            return Some(class);
        }
        // "the year ended March 31": no march.
        let month = self.words.classes(i).has(Classes::MONTH) && self.words.tokens[i].capital;
        if !self.words.classes(i).has(Classes::EVENT) || month || self.ends_name_of_body(i) {
            return None;
        }
        verb::noun_event(self.words.lower(i))
    }

    /// "the Federal Bureau of | Investigation": a word of a body's name, and no event.
    fn ends_name_of_body(self, i: usize) -> bool {
        let large = |i: usize| self.words.tokens.get(i).is_some_and(|token| token.capital);
        i > 1
            && large(i)
            && large(i - 2)
            && self.words.lower(i - 1) == "of"
            && traits::of_word(self.words.lower(i - 2)).has(Traits::ENDS_NAME)
    }

    /// The same for the head of "war over the region": the noun itself or the noun before its preposition.
    pub(super) fn head_class(self, i: usize) -> Option<&'static str> {
        self.noun_class(self.head_of(i))
    }

    /// "the collapse | of the Soviet Union": the head of a group whose last word is at `i`.
    pub(super) fn head_of(self, i: usize) -> usize {
        if self.noun_class(i).is_some() {
            return i;
        }
        let start = self.group_back(i);
        if start >= 2
            && self.words.lower(start - 1) == "of"
            && self.syntax.tag(start - 2) == Tag::Nominal
            && self.noun_class(start - 2).is_some()
        {
            return start - 2;
        }
        i
    }

    /// A verb that says less than a state or a subject's verb: have, be, leave, report.
    pub(super) fn is_weak(self, group: &VerbGroup) -> bool {
        group.copula()
            || speaks(group)
            || traits::of_word(group.lemma).has(Traits::WEAK)
            || group.has_phase(Phase::Perform) && self.object_head(group).is_none()
    }
}

pub(in crate::frame) fn speaks(group: &VerbGroup) -> bool {
    matches!(group.stance(), Some(Stance::Assert | Stance::Deny))
        || group.stance() == Some(Stance::Clause)
            && !group.passive
            && traits::of_word(group.lemma).has(Traits::HOLDS)
}

pub(in crate::frame) fn phase_of(group: &VerbGroup) -> Option<Phase> {
    let phrase = group.phrase?;
    [Phase::Begin, Phase::End, Phase::Continue, Phase::Perform]
        .into_iter()
        .find(|p| phrase.phases.contains(p))
}

/// Singular of a noun in lower case.
pub(in crate::frame) fn lemma_of(lower: &str) -> String {
    morphology::noun_lemma(lower).map_or_else(|| lower.to_owned(), std::borrow::Cow::into_owned)
}
