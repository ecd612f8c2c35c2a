//! The predicate a mention belongs to: verb, nominal event or state.

mod calendar;
mod dated;
mod described;
mod label;
mod lasting;
mod mood;
mod subject;
mod verbal;
mod walk;

use crosscheck_lexicon::classes::Classes;
use crosscheck_lexicon::traits::{self, Traits};
use crosscheck_lexicon::verb::Phase;
use crosscheck_lexicon::{concept, label as words_of, morphology};
use crosscheck_model::{Kind, Modality};

pub(super) use self::verbal::{lemma_of, speaks};
use super::tag::{Syntax, Tag, VerbGroup};
use crate::noun_group;
use crate::token::Words;

/// First and last token.
pub(super) type Range = (usize, usize);

/// The class of those who did to others what their verb tells.
const DOER: &str = "doer";

/// Most tokens of a list of objects behind the first.
const LISTED: usize = 10;

/// Most tokens of the first of two who are told together: "the arrest of | its former chief executive | and six others".
const JOINED: usize = 8;

/// Most tokens between "of" and a whole: "six of | the train's | nine coaches".
const OWNER: usize = 5;

/// What is said of a mention; token ranges.
#[derive(Debug, Clone, Default)]
pub(super) struct Predicate {
    pub at: Option<Range>,
    pub lemma: String,
    pub class: Option<&'static str>,
    /// Class of a verb coordinated with the first: "destroyed or damaged".
    pub also: Option<&'static str>,
    pub passive: bool,
    /// The verb group that governs the mention, whether or not it names the event.
    pub group: Option<usize>,
    pub phase: Option<Phase>,
    pub thing: Option<Range>,
    pub thing_class: Option<&'static str>,
    pub agent: Option<Range>,
    pub patient: Option<Range>,
    pub modality: Modality,
    /// A date that belongs to a noun ("Saturday's quake") and not to the clause.
    pub of_noun: bool,
}

/// Reads a sentence's predicates.
#[derive(Clone, Copy)]
pub(super) struct Reader<'a> {
    pub words: Words<'a>,
    pub syntax: &'a Syntax,
}

/// What stands to the left of a mention in its clause.
#[derive(Debug, Default)]
struct Left {
    group: Option<usize>,
    /// Preposition directly before the mention.
    preposition: Option<usize>,
    /// Head of the noun group before that preposition, or before a bare mention.
    noun: Option<usize>,
    comma: bool,
    conjunction: bool,
}

/// What stands to the right.
#[derive(Debug, Default)]
struct Right {
    group: Option<usize>,
    /// Only adverbs, "of ..." or further counted groups between.
    direct: bool,
    /// Further counted groups between.
    list: bool,
    /// "who" right behind the mention.
    relative: bool,
}

impl Reader<'_> {
    /// The predicate of the mention that stands at tokens `first..=last`.
    pub(super) fn predicate(self, first: usize, last: usize, kind: Kind) -> Predicate {
        let first = first.min(self.syntax.len().saturating_sub(1));
        let last = last.min(self.syntax.len().saturating_sub(1));
        // "at 7 p.m. (8 p.m. ET)": what is added in parentheses hangs where the words before do.
        let first = match first.checked_sub(1) {
            Some(before) if self.words.surface(before) == "(" => before,
            _ => first,
        };
        let mut predicate = match kind {
            Kind::Age => self.age(first, last),
            Kind::Date | Kind::Time | Kind::Set => {
                self.nth(first, last).unwrap_or_else(|| self.calendar(first, last))
            }
            Kind::Duration | Kind::Ordinal => {
                self.nth(first, last).unwrap_or_else(|| self.length(first, last, kind))
            }
            _ => self.counted(first, last, kind),
        };
        if predicate.modality != Modality::Asserted && self.is_given(first, last, kind, &predicate) {
            predicate.modality = Modality::Asserted;
        }
        predicate
    }

    fn counted(self, first: usize, last: usize, kind: Kind) -> Predicate {
        if let Some(predicate) = self.label(first, last, kind) {
            return predicate;
        }
        let left = self.left(first);
        if let Some(predicate) = self.attributive(first, last, kind, &left) {
            return predicate;
        }
        if kind == Kind::Count
            && !self.is_told_apart(first, last, &left)
            && let Some(predicate) = self.whole(first, last, &left)
        {
            return predicate;
        }
        if let Some(predicate) =
            self.told_by_noun(first, last, &left).or_else(|| self.told_aside(first, last))
        {
            return predicate;
        }
        let right = self.right(last);
        // "depth of 12 miles", "evacuation of 17 people", "a death toll of 443"
        if let (Some(_), Some(noun)) = (left.preposition, left.noun)
            && self.words.lower(left.preposition.unwrap_or(0)) == "of"
            // "confirmed dead in Indonesia, out | of at least 138,000": what a comma parts is no noun of theirs.
            && (noun..left.preposition.unwrap_or(0)).all(|i| self.syntax.tag(i) != Tag::Comma)
            // "was paid a total of | 675,000": the verb tells what the total is of.
            // ... as does that of "a total of | 40 homes | were destroyed".
            && !(self.figure(noun) && left.group.or(right.group).is_some_and(|g| self.acts(g)))
        {
            let mut predicate = self.nominal(noun, left.group.or(right.group));
            // "a trial of | 6,400 patients": only a date says that it is heard in court.
            predicate.class = predicate.class.filter(|class| !traits::of_class(class).has(Traits::SCHEDULED));
            // "reports of | six deaths": the noun that only tells of them says less than theirs.
            let idle = predicate.class.is_some_and(|class| traits::of_class(class).has(Traits::IDLE));
            // "a victim of | three attacks", "a veteran of | two wars": a person is no event, and what is counted is one.
            let somebody = || {
                let lemma = lemma_of(self.words.lower(noun));
                concept::resolve(&lemma, &[]).family() == Some("person")
                    && !self.words.lower(noun).ends_with('s')
            };
            let undergone = |class: &str| !traits::of_class(class).has(Traits::PERSONS);
            let befell = kind == Kind::Count && self.noun_class(last).is_some_and(undergone) && somebody();
            if (idle || befell) && kind == Kind::Count && last > first && self.noun_class(last).is_some() {
                let told = self.nominal(last, predicate.group);
                return Predicate { thing: Some((self.group_back(last), last)), ..told };
            }
            if predicate.class.is_some() || kind != Kind::Count {
                predicate.thing = Some((self.group_back(noun), noun));
                predicate.thing_class = predicate.class;
                return predicate;
            }
            // "cut deaths in a trial of | 6,400 patients": the count of what only tells where is nothing that the verb did.
            if self.aside(noun, &left) {
                return predicate;
            }
        }
        if kind == Kind::Count
            && let Some(predicate) = self.of_several(first, &left, &right)
        {
            return predicate;
        }
        if kind == Kind::Count
            && let Some(predicate) = self.told_by_adjective(first, last, &left)
        {
            return predicate;
        }
        if kind == Kind::Money
            && let Some(predicate) = self.price(first, last, &left)
        {
            return predicate;
        }
        let free = left.preposition.is_none_or(|p| matches!(self.words.lower(p), "with" | "including"));
        let left_group = left.group.map(|g| (g, self.syntax.groups[g]));
        let weak = left_group.is_none_or(|(_, group)| self.is_weak(&group));
        let chosen = match (left_group, right.group) {
            (None, right) => right,
            (Some((l, _)), None) => Some(l),
            (Some((l, group)), Some(r)) => {
                let next = self.syntax.groups[r];
                let full = next.finite && (!next.bare_participle || self.is_of_no_object(&next));
                // A finite verb right after takes the mention for its subject; over a list only where the verb before
                // says nothing of its own.
                let subject = free && right.direct && (full || weak) && (!right.list || weak);
                let befallen = right.direct && !right.list && self.befalls_these(&left, &group, &next, first);
                // "60 were taken, but | 20 more | managed to flee": a clause of its own.
                let turned = right.direct && next.finite && self.words.lower(first - 1) == "but";
                let clause = speaks(&group) && next.finite && left.preposition.is_none();
                // "An order affecting | 12,000 residents was issued": the noun before is the subject of the verb after.
                let within = group.ing
                    && !group.finite
                    && left.preposition.is_none()
                    && group.first > 0
                    && self.syntax.tag(group.first - 1) == Tag::Nominal;
                // "The crash that injured | 200 people | remains": what a relative clause tells is its own.
                let of_clause = group.finite
                    && !weak
                    && left.preposition.is_none()
                    && !left.comma
                    && group.first > 1
                    && self.syntax.tag(group.first - 1) == Tag::Relative
                    && self.syntax.tag(group.first - 2) == Tag::Nominal;
                let told = right.relative && self.defines(&group, &next);
                // "forced | 3,000 people | to flee": they did what they were made to do.
                let made = left.preposition.is_none()
                    && right.direct
                    && next.infinitive
                    && next.phrase.is_some_and(|phrase| !phrase.classes.is_empty())
                    && group.phrase.is_some_and(|phrase| {
                        phrase.classes.is_empty()
                            && (group.has_phase(Phase::Achieve) || group.has_phase(Phase::Plan))
                    });
                // "stranded travellers, with | 4,900 flights | cancelled": what is told along is its own.
                let along = right.direct
                    && next.bare_participle
                    && !next.ing
                    && next.phrase.is_some_and(|phrase| !phrase.classes.is_empty())
                    && left.comma
                    && left.preposition.is_some_and(|p| {
                        self.words.lower(p) == "with" && (p + 1..first).all(|i| self.syntax.tag(i).is_hedge())
                    });
                let own = (subject && !within && !of_clause)
                    || befallen
                    || along
                    || turned
                    || right.direct && self.sent_to_do(&left, &group, &next);
                Some(if own || clause || told || made { r } else { l })
            }
        };
        let chosen = chosen.map(|chosen| self.over_participle(chosen, left.group)).map(|chosen| {
            if right.relative && right.group == Some(chosen) {
                self.over_relative(chosen, left.group)
            } else {
                chosen
            }
        });
        // "231 people missing", "77 dead": the state is the event where the verb says little.
        let state = self.state_within(first, last).or_else(|| self.state_after(last)).or_else(|| {
            self.state_of_list(last).filter(|_| chosen.is_some_and(|g| self.leads_to_state(g, first)))
        });
        // "stole 14 paintings | worth 6 million": a price is the sum's, not the count's.
        let state = state.filter(|&at| kind != Kind::Count || self.state(at).class != Some("cost"));
        // "Six officers | arrested | 12 men": a past with an object is no state of its subject.
        let does = kind == Kind::Count
            && chosen.is_some_and(|g| left.group != Some(g) && self.does_to_others(g, first, last));
        if let Some(state) = state
            && !does
            && chosen.is_none_or(|g| {
                let group = self.syntax.groups[g];
                self.is_weak(&group)
                    || group.first > last
                    || group.stance().is_some()
                    || self.elided(&group, state, first)
            })
        {
            let mut predicate = self.state(state);
            predicate.group = chosen;
            predicate.modality = chosen.map_or(Modality::Asserted, |g| self.mood(g));
            if self.attends(&left, last) {
                predicate.modality = Modality::Asserted;
            }
            return predicate;
        }
        if let Some(group) = chosen
            && let Some(befallen) = self.befallen(group, last)
        {
            return Predicate { group: chosen, ..self.state(befallen) };
        }
        let Some(chosen) = chosen else {
            return self.verbless(first, last, &left);
        };
        let mut predicate = self.verbal(chosen);
        let object = left.group == Some(chosen);
        if let Some(class) = self.by_degree(chosen, kind, left.preposition).filter(|_| object) {
            predicate.class = Some(class);
        }
        self.level(&mut predicate, chosen, object, first);
        self.left_at(&mut predicate, chosen, first, last);
        self.reached(&mut predicate, chosen, object);
        // "$43 million in federal taxes", "5 percent of their income"
        if kind != Kind::Count
            && (self.words.lower(last + 1) == "of"
                // "27% | in a trial", "1.4% | in the year to October" tell where and when.
                || self.words.lower(last + 1) == "in" && self.syntax.tag(last + 2) != Tag::Determiner)
            && let Some(noun) = self.noun_after(last + 1)
            && !self.words.tokens[noun].capital
            && !self.words.classes(noun).has(Classes::TIME_UNIT.or(Classes::TIME_WORD))
        {
            predicate.thing = Some((last + 2, noun));
        }
        // "there is a 40% chance of showers": where the verb only links, the noun names what happens.
        if predicate.class.is_none()
            && self.syntax.groups[chosen].copula()
            && kind == Kind::Percent
            && let Some(noun) = self.noun_after(last)
            && self.words.lower(noun + 1) == "of"
            && let Some(event) = self.noun_after(noun + 1)
        {
            predicate.thing = Some((noun + 2, event));
            predicate.thing_class = self.noun_class(event);
            predicate.class = predicate.thing_class;
            predicate.at = Some((event, event));
            predicate.lemma = lemma_of(self.words.lower(event));
        }
        // "17 aftershocks", "a 7.8 quake": a counted event names what happened where its verb does not.
        // ... and so does the head of one: "214 cases of cholera".
        let head = if kind == Kind::Count { self.head_of(last) } else { last };
        if let Some(own) = self.noun_class(head).filter(|_| head > first && kind != Kind::Percent) {
            let last = head;
            predicate.thing = predicate.thing.or(Some((self.group_back(last), last)));
            if kind == Kind::Measure {
                predicate.thing = Some((self.group_back(last), last));
                predicate.thing_class = Some(own);
                predicate.class = Some(own);
            }
            let nominal =
                predicate.at.is_some_and(|(at, _)| at != last && self.syntax.tag(at) == Tag::Nominal);
            // "reported 214 cases and | five deaths", "bringing the total to | 3,902 infections": the noun says more
            // than another count's noun, or than a verb that only tells of a figure.
            let totals = left.preposition.is_some_and(|p| self.words.lower(p) == "to")
                && left.noun.is_some_and(|noun| self.figure(noun));
            // "clashed with police amid | dozens of arrests": what only stands beside the verb.
            let beside = left.preposition.is_some_and(|p| {
                p + 1 == first && matches!(self.words.lower(p), "amid" | "amidst" | "after" | "despite")
            });
            let idle = predicate.class.is_none_or(|class| {
                let traits = traits::of_class(class);
                traits.has(Traits::LEVEL.or(Traits::BARE).or(Traits::IDLE))
            });
            // "cut 300 posts": a noun that only tells of something says less than a verb that changes what is counted.
            let tells = object && predicate.class.is_some() && traits::of_class(own).has(Traits::IDLE);
            if idle && !tells
                || kind == Kind::Count
                    && traits::of_class(own).has(Traits::PERSONS)
                    && (nominal || totals || beside)
            {
                if predicate.class.is_some() {
                    predicate.at = Some((last, last));
                    predicate.lemma = lemma_of(self.words.lower(last));
                }
                predicate.class = Some(own);
            }
        }
        if does {
            predicate.class = Some(DOER);
            predicate.lemma = DOER.to_owned();
        }
        if !object && predicate.agent.is_none() {
            predicate.agent = self.by_agent(chosen);
        }
        if object
            && let Some(preposition) = left.preposition
            && let Some(noun) = left.noun
            && self.words.lower(preposition) != "of"
            && noun > self.syntax.groups[chosen].last
        {
            predicate.patient = Some((self.group_back(noun), noun));
        }
        predicate
    }

    /// "the arrest of the mayor and | six others | shocked the town": the noun tells what happened to all who are joined behind its "of".
    fn of_several(self, first: usize, left: &Left, right: &Right) -> Option<Predicate> {
        let hedges = (0..first).rev().take_while(|&i| self.syntax.tag(i) == Tag::Adverb).count();
        let and = (first - hedges).checked_sub(1).filter(|&i| self.words.lower(i) == "and")?;
        let inner = |i: &usize| self.syntax.tag(*i).is_of_noun_phrase() && self.syntax.group_at(*i).is_none();
        let from = (and.saturating_sub(JOINED)..and).rev().take_while(inner).last()?;
        let of = from.checked_sub(1).filter(|&i| self.words.lower(i) == "of")?;
        let noun = of.checked_sub(1).filter(|&i| self.syntax.tag(i) == Tag::Nominal)?;
        // "spoke of the death of a guard and | three inmates | fled": a clause of its own.
        let clause = left.group.is_some()
            && right.direct
            && right.group.is_some_and(|next| self.syntax.groups[next].finite);
        let predicate = self.nominal(noun, left.group.or(right.group));
        let befell = |class: &str| traits::of_class(class).has(Traits::PERSONS) || class == "shoot";
        (!clause && predicate.class.is_some_and(befell)).then_some(predicate)
    }

    /// "left wages | 3.8 percent | higher": what the verb leaves has changed by the figure.
    fn left_at(self, predicate: &mut Predicate, chosen: usize, first: usize, last: usize) {
        let group = self.syntax.groups[chosen];
        let class = match self.words.lower(last + 1) {
            "higher" => "rise",
            "lower" => "fall",
            _ => return,
        };
        let Some(noun) = first.checked_sub(1).filter(|&noun| noun > group.last) else { return };
        if group.lemma == "leave" && self.syntax.tag(noun) == Tag::Nominal {
            predicate.class = Some(class);
            predicate.thing = Some((self.group_back(noun), noun));
        }
    }

    /// "the search for the | 17 missing fishermen | was called off": beside a noun of its own the count's adjective tells the
    /// state of those counted, and the verb what became of the search.
    fn told_by_adjective(self, first: usize, last: usize, left: &Left) -> Option<Predicate> {
        left.noun.filter(|&noun| left.preposition.is_some_and(|p| noun < p))?;
        let state = (first + 1..last).find(|&i| {
            self.words.classes(i).has(Classes::STATE)
                && (i + 1..=last).all(|i| self.syntax.tag(i) == Tag::Nominal)
        })?;
        let predicate = self.state(state);
        let class = predicate.class.filter(|class| traits::of_class(class).has(Traits::PERSONS))?;
        Some(Predicate { class: Some(class), group: left.group, ..predicate })
    }

    /// "six of its | nine coaches | derailed": the verb tells of the part, and leaves open what the whole does.
    ///
    /// A clause about the whole tells of all of it: "two of the | five hostages | who fled were found".
    fn whole(self, first: usize, last: usize, left: &Left) -> Option<Predicate> {
        let told = || {
            let right = self.right(last);
            let clause = right.group.filter(|_| right.relative)?;
            let before = self.syntax.groups[clause].first - 1;
            (self.syntax.tag(before) == Tag::Relative).then(|| self.verbal(clause))
        };
        let inner = |i: &usize| {
            matches!(self.syntax.tag(*i), Tag::Determiner | Tag::Possessive | Tag::Pronoun | Tag::Nominal)
        };
        let from = (first.saturating_sub(OWNER)..first).rev().take_while(inner).last().unwrap_or(first);
        let of = from.checked_sub(1).filter(|&p| self.words.lower(p) == "of")?;
        let part = of.checked_sub(1).filter(|&i| self.syntax.tag(i) == Tag::Number);
        // "Of the | eight victims, | three were stabbed"
        let behind = || {
            let opens =
                of.checked_sub(1).is_none_or(|i| matches!(self.syntax.tag(i), Tag::Quote | Tag::Stop));
            let comma = last + 1;
            let figure = (comma + 1..comma + 4).find(|&i| !self.syntax.tag(i).is_hedge());
            (opens && self.syntax.tag(comma) == Tag::Comma)
                .then_some(figure?)
                .filter(|&i| self.syntax.tag(i) == Tag::Number)
        };
        // "One of | three inmates | who fled": one is a part as well, though no claim tells of it.
        let one = || of.checked_sub(1).filter(|&i| self.words.lower(i) == "one");
        part.or_else(behind)
            .map(|_| told().unwrap_or(Predicate { group: left.group, ..Predicate::default() }))
            .or_else(|| one().and_then(|_| told()))
    }

    /// Whether a verb before a count gives its object a state: "left 40 people dead", "found two men alive".
    fn leads_to_state(self, group: usize, first: usize) -> bool {
        let group = self.syntax.groups[group];
        group.last < first && !group.passive && traits::of_word(group.lemma).has(Traits::WEAK)
    }

    /// "left | five attackers | and two civilians dead": the state behind a list of objects is that of each.
    fn state_of_list(self, last: usize) -> Option<usize> {
        let mut joined = false;
        for i in last + 1..(last + 1 + LISTED).min(self.syntax.len()) {
            let state = self.words.classes(i).has(Classes::STATE)
                && self.syntax.tag(i - 1) == Tag::Nominal
                && self.syntax.tag(i + 1) != Tag::Nominal
                && self.syntax.group_at(i).is_none_or(|g| self.syntax.groups[g].bare_participle);
            if joined && state {
                return Some(i);
            }
            joined |= self.syntax.tag(i) == Tag::Conjunction;
            let listed = self.syntax.tag(i).is_of_noun_phrase()
                || matches!(self.syntax.tag(i), Tag::Conjunction | Tag::Comma | Tag::Number | Tag::Adverb);
            if !listed
                || self.syntax.group_at(i).is_some()
                || i == last + 1 && self.syntax.tag(i) == Tag::Nominal
            {
                return None;
            }
        }
        None
    }

    /// Whether the noun group that ends at `noun` stands behind "in", and so beside the verb.
    fn aside(self, noun: usize, left: &Left) -> bool {
        let start = self.group_back(noun);
        let behind = start.checked_sub(1).is_some_and(|i| self.words.lower(i) == "in");
        behind && left.group.is_some_and(|g| self.syntax.groups[g].last + 1 < start)
    }

    /// Whether a verb group names an event by itself.
    fn acts(self, group: usize) -> bool {
        let group = self.syntax.groups[group];
        let class = group.class();
        let level = class.is_some_and(|class| traits::of_class(class).has(Traits::LEVEL));
        class.is_some() && !level && !self.is_weak(&group)
    }

    /// "the total", "the toll": a noun that only names a figure.
    fn figure(self, noun: usize) -> bool {
        traits::of_word(self.words.lower(noun)).has(Traits::FIGURE)
    }

    /// Whether the state at `state` stands for a clause of its own, joined to the verb before without one: "twelve were
    /// killed and | 30 injured", "the toll rose to 45, with | 12 missing". "Evacuated twelve children and | nine wounded"
    /// joins objects of one verb.
    fn elided(self, group: &VerbGroup, state: usize, first: usize) -> bool {
        let joined = first.checked_sub(1).is_some_and(|i| {
            matches!(self.syntax.tag(i), Tag::Conjunction | Tag::Comma) || self.words.lower(i) == "with"
        });
        let class = group.class();
        let of_persons = class.is_some_and(|class| {
            let traits = traits::of_class(class);
            traits.has(Traits::PERSONS) && traits.has(Traits::GROUP)
        });
        let levels =
            class.is_some_and(|class| class == "stand-at" || traits::of_class(class).has(Traits::LEVEL));
        let whole = group.passive || of_persons || levels || self.object_head(group).is_none();
        // "treated 54 people, | 12 of them seriously hurt"
        let of_them = self.words.lower(first + 1) == "of"
            && traits::of_word(self.words.lower(first + 2)).has(Traits::GROUPED);
        joined && group.last < first && (whole || of_them) && self.state(state).class != class
    }

    /// "a 4.5 million euro bridge", "its $30 million stadium": a sum before a noun that names no event is its price.
    fn price(self, first: usize, last: usize, left: &Left) -> Option<Predicate> {
        // "$30 million stadium" holds its noun, "4.5 million euro" stands before it.
        let symbol = matches!(self.words.surface(first), "$" | "£" | "€" | "¥");
        let within = symbol && self.syntax.tag(last) == Tag::Nominal;
        let noun = if within { last } else { self.noun_after(last)? };
        let determined = first > 0
            && matches!(self.syntax.tag(first - 1), Tag::Determiner | Tag::Possessive | Tag::Pronoun)
            || self.is_definite(first);
        // "the $4.1 billion | analysts had forecast": whoever is told of it has no price.
        let somebody = !within
            && noun_group::sort(self.words.lower(noun)).plural
            && concept::resolve(self.words.lower(noun), &[]).family() == Some("person");
        if let Some(told) = self.syntax.group_at(noun + 1).filter(|_| somebody)
            && self.syntax.groups[told].finite
        {
            // What they expected has not come about by that.
            let ahead = self.syntax.groups[told].has_phase(Phase::Plan);
            let predicate = self.verbal(told);
            let modality = if ahead { Modality::Planned } else { predicate.modality };
            return Some(Predicate { modality, ..predicate });
        }
        let from = if within { noun } else { last + 1 };
        let common =
            (from..=noun).all(|i| self.syntax.tag(i) == Tag::Nominal && !self.words.tokens[i].capital);
        let things = morphology::noun_form(self.words.lower(noun)).is_some_and(|form| form.is_known);
        let named = self.nominal(noun, left.group);
        // "a $13.2 billion acquisition of its rival": what the sum was paid for.
        let of =
            (first..last).find(|&i| self.syntax.tag(i) == Tag::Nominal && self.words.lower(i + 1) == "of");
        let deal = of.unwrap_or(noun);
        if let Some(class) = self.noun_class(deal).filter(|_| determined && !self.words.tokens[deal].capital)
        {
            return Some(Predicate {
                class: Some(class),
                at: Some((deal, deal)),
                lemma: lemma_of(self.words.lower(deal)),
                ..named
            });
        }
        (determined && common && things && named.class.is_none()).then_some(Predicate {
            class: Some("cost"),
            thing: Some((from, noun)),
            ..named
        })
    }

    /// What became so many times as large: the subject, unless the mention names it.
    pub(super) fn multiple(self, first: usize, last: usize) -> Predicate {
        let last = last.min(self.syntax.len().saturating_sub(1));
        let own = (first..=last).find_map(|i| self.syntax.group_at(i));
        let Some(chosen) = own.or_else(|| self.left(first).group) else { return Predicate::default() };
        let mut predicate = self.verbal(chosen);
        let subject = self.subject(chosen).map(|subject| self.sized(subject));
        predicate.class = Some("rise");
        predicate.thing = subject;
        predicate.thing_class = None;
        predicate
    }

    /// "the area | affected by the fire | could double": the noun of a dimension stands for what has it.
    fn sized(self, (start, head): Range) -> Range {
        let of = self.syntax.group_at(head + 1).filter(|_| words_of::is_dimension(self.words.lower(head)));
        of.and_then(|group| self.by_agent(group)).unwrap_or((start, head))
    }

    /// Whose age: the name before the comma, or the person after.
    fn age(self, first: usize, last: usize) -> Predicate {
        let mut predicate = self.length(first, last, Kind::Ordinal);
        // "Carl Lang Jr., | 46": the abbreviation closes the name.
        let junior = |i: usize| {
            let short =
                self.words.surface(i) == "." && i > 1 && matches!(self.words.lower(i - 1), "jr" | "sr");
            if short { i - 2 } else { i }
        };
        let named = first
            .checked_sub(2)
            .map(junior)
            .filter(|&i| self.syntax.tag(first - 1) == Tag::Comma && self.words.tokens[i].capital)
            .map(|i| (self.group_back(i), i));
        // "The driver, | a 52-year-old man"
        let apposed = first
            .checked_sub(1)
            .filter(|&i| self.syntax.tag(i) == Tag::Determiner)
            .and_then(|_| self.apposed(first));
        let of_ten = self.of_ten(first, predicate.agent);
        predicate.thing = named.or(apposed).or(of_ten).or(predicate.thing);
        predicate
    }

    /// "a man | in his 20s", "the suspect, | in her mid-30s", "a male, | late-30s": of whom an age is told by its ten years; "the
    /// clerk is | in her 40s": the subject.
    fn of_ten(self, first: usize, subject: Option<Range>) -> Option<Range> {
        let lower = |back: usize| first.checked_sub(back).map_or("", |i| self.words.lower(i));
        let owned = lower(2) == "in" && matches!(lower(1), "his" | "her" | "their");
        let part = matches!(self.words.lower(first), "early" | "mid" | "late") && lower(1) == ",";
        let at = first.checked_sub(if owned { 3 } else { 2 }).filter(|_| owned || part)?;
        let noun = if self.syntax.tag(at) == Tag::Comma { at.checked_sub(1)? } else { at };
        if self.syntax.tag(noun) == Tag::Nominal { Some((self.group_back(noun), noun)) } else { subject }
    }

    /// A sentence without a verb that fits: a headline, a caption, a list.
    fn verbless(self, first: usize, last: usize, left: &Left) -> Predicate {
        if let Some(state) = self.state_after(last) {
            return self.state(state);
        }
        let near = left
            .noun
            .or_else(|| (first.saturating_sub(4)..first).rev().find(|&i| self.syntax.tag(i) == Tag::Nominal));
        // "As of 5 February: | 1,586 suspected cases"
        let own = || Some(last).filter(|&n| n > first && self.noun_class(n).is_some());
        let noun =
            near.filter(|&n| self.noun_class(n).is_some()).or_else(own).or_else(|| self.noun_after(last));
        match noun {
            Some(noun) => {
                let mut predicate = self.nominal(noun, None);
                predicate.thing = Some((self.group_back(noun), noun));
                predicate.thing_class = predicate.class;
                predicate
            }
            None => Predicate::default(),
        }
    }
}
