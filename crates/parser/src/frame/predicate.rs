//! The predicate a mention belongs to: verb, nominal event or state.

use crosscheck_lexicon::classes::Classes;
use crosscheck_lexicon::morphology;
use crosscheck_lexicon::verb::{self, Phase, Stance};
use crosscheck_model::{Kind, Modality};

use super::tag::{Syntax, Tag, VerbGroup};
use crate::token::{TokenKind, Words};

/// First and last token.
pub(super) type Range = (usize, usize);

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
}

impl<'a> Reader<'a> {
    /// The predicate of the mention that stands at tokens `first..=last`.
    pub(super) fn predicate(self, first: usize, last: usize, kind: Kind) -> Predicate {
        let first = first.min(self.syntax.len().saturating_sub(1));
        let last = last.min(self.syntax.len().saturating_sub(1));
        // "at 7 p.m. (8 p.m. ET)": what is added in parentheses hangs where the words before do.
        let first = match first.checked_sub(1) {
            Some(before) if self.words.surface(before) == "(" => before,
            _ => first,
        };
        match kind {
            Kind::Age => self.age(first, last),
            Kind::Date | Kind::Time | Kind::Set => self.calendar(first, last),
            Kind::Duration | Kind::Ordinal => self.length(first, last, kind),
            _ => self.counted(first, last, kind),
        }
    }

    fn counted(self, first: usize, last: usize, kind: Kind) -> Predicate {
        let left = self.left(first);
        let right = self.right(last);
        // "depth of 12 miles", "evacuation of 17 people", "a death toll of 443"
        if let (Some(_), Some(noun)) = (left.preposition, left.noun)
            && self.words.lower(left.preposition.unwrap_or(0)) == "of"
        {
            let mut predicate = self.nominal(noun, left.group.or(right.group));
            if predicate.class.is_some() || kind != Kind::Count {
                predicate.thing = Some((self.group_back(noun), noun));
                predicate.thing_class = predicate.class;
                return predicate;
            }
        }
        let free = left.preposition.is_none_or(|p| matches!(self.words.lower(p), "with" | "including"));
        let left_group = left.group.map(|g| (g, self.syntax.groups[g]));
        let weak = left_group.is_none_or(|(_, group)| self.is_weak(&group));
        let chosen = match (left_group, right.group) {
            (None, right) => right,
            (Some((l, _)), None) => Some(l),
            (Some((l, group)), Some(r)) => {
                let next = self.syntax.groups[r];
                let full = next.finite && !next.bare_participle;
                // A finite verb right after takes the mention for its subject; over a list only where the verb before
                // says nothing of its own.
                let subject = free && right.direct && (full || weak) && (!right.list || weak);
                let clause = speaks(&group) && next.finite && left.preposition.is_none();
                Some(if subject || clause { r } else { l })
            }
        };
        // "231 people missing", "77 dead": the state is the event where the verb says little.
        if let Some(state) = self.state_within(first, last).or_else(|| self.state_after(last))
            && chosen.is_none_or(|g| {
                let group = self.syntax.groups[g];
                self.is_weak(&group) || group.first > last || group.stance().is_some()
            })
        {
            let mut predicate = self.state(state);
            predicate.group = chosen;
            predicate.modality = chosen.map_or(Modality::Asserted, |g| self.mood(g));
            return predicate;
        }
        let Some(chosen) = chosen else {
            return self.verbless(first, last, &left);
        };
        let mut predicate = self.verbal(chosen);
        let object = chosen_is_left(left.group, chosen);
        self.level(&mut predicate, chosen, object);
        // "$43 million in federal taxes", "5 percent of their income"
        if kind != Kind::Count
            && matches!(self.words.lower(last + 1), "in" | "of")
            && let Some(noun) = self.noun_after(last + 1)
            && !self.words.tokens[noun].capital
        {
            predicate.thing = Some((last + 2, noun));
        }
        // "17 aftershocks", "a 7.8 quake": a counted event names what happened where its verb does not.
        if let Some(own) = self.noun_class(last).filter(|_| last > first) {
            predicate.thing = predicate.thing.or(Some((self.group_back(last), last)));
            if kind == Kind::Measure {
                predicate.thing = Some((self.group_back(last), last));
                predicate.thing_class = Some(own);
                predicate.class = Some(own);
            }
            predicate.class = predicate.class.or(Some(own));
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

    /// The event that a date is of: "Saturday's quake", "a war in the 1990s", "began on Tuesday".
    fn calendar(self, first: usize, last: usize) -> Predicate {
        // "2020 war", "Saturday's major quake", "September's attack"
        if let Some(noun) = self.noun_after(last)
            && let Some(class) = self.noun_class(noun)
        {
            let mut predicate = self.nominal(noun, None);
            predicate.class = Some(class);
            predicate.thing = Some((last + 1, noun));
            predicate.thing = predicate
                .thing
                .map(|(s, e)| (if self.syntax.tag(s) == Tag::Possessive { s + 1 } else { s }, e));
            predicate.thing_class = Some(class);
            predicate.of_noun = true;
            return predicate;
        }
        let left = self.left(first);
        let right = self.right(last);
        // "a ceasefire on Sept. 20", "an earthquake Thursday", "the collapse of the union in 1991"
        let near = left.noun.filter(|&noun| {
            let gap = first - noun;
            gap <= 4 && self.head_class(noun).is_some() && !left.comma
        });
        if let Some(noun) = near {
            let head = self.head_of(noun);
            let governed = left.group.map(|g| self.syntax.groups[g]);
            let direct = governed.is_some_and(|group| self.direct_object(&group, head));
            let mut predicate = self.nominal(head, left.group);
            predicate.thing = Some((self.group_back(head), head));
            predicate.thing_class = predicate.class;
            if !direct || governed.is_some_and(|group| group.phrase.is_some_and(|p| !p.phases.is_empty())) {
                if direct && let Some(group) = governed {
                    predicate.phase = phase_of(&group);
                    predicate.agent = left.group.and_then(|g| self.subject(g));
                } else {
                    predicate.group = None;
                    predicate.of_noun = true;
                }
                return predicate;
            }
        }
        let Some(chosen) = left.group.or(right.group) else { return self.verbless(first, last, &left) };
        let mut predicate = self.verbal(chosen);
        let group = self.syntax.groups[chosen];
        // "launched an operation", "held talks": the complement names the event; "the quake struck": the subject does.
        if let Some(noun) = self.object_head(&group)
            && let Some(class) = self.noun_class(noun)
            && (group.phrase.is_some_and(|p| !p.phases.is_empty()) || predicate.class.is_none())
            && !speaks(&group)
        {
            predicate.thing = Some((group.last + 1, noun));
            predicate.thing_class = Some(class);
            predicate.class = Some(class);
            predicate.phase = predicate.phase.or(phase_of(&group));
        } else if let Some(subject) = self.subject(chosen)
            && let Some(class) = self.noun_class(subject.1)
            && (predicate.class.is_none()
                || matches!(
                    predicate.class,
                    Some(
                        "occur"
                            | "begin"
                            | "continue"
                            | "finish"
                            | "last"
                            | "burn"
                            | "attack"
                            | "quake"
                            | "explode"
                            | "stand-at"
                    )
                )
                || group.copula()
                || group.phrase.is_some_and(|p| !p.phases.is_empty()))
        {
            predicate.thing = Some(subject);
            predicate.thing_class = Some(class);
            predicate.class = Some(class);
            predicate.phase = predicate.phase.or(phase_of(&group));
        }
        predicate
    }

    /// What lasted, or what is ranked.
    fn length(self, first: usize, last: usize, kind: Kind) -> Predicate {
        // "24-hour military operation", "two days of fighting", "third day of protests"
        let mut thing = None;
        let start = last + 1;
        if self.syntax.tag(last) == Tag::Nominal && kind == Kind::Ordinal {
            thing = Some((self.group_back(last), last));
        }
        if let Some(noun) = self.noun_after(last) {
            thing = Some((start, noun));
        }
        let own = self.syntax.tag(last) == Tag::Nominal && self.noun_class(last).is_some();
        if own {
            // "nine-month blockade | of the port"
            thing = Some((last, last));
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
        let mut predicate = chosen.map(|g| self.verbal(g)).unwrap_or_default();
        if let Some((s, e)) = thing {
            let s = if self.syntax.tag(s) == Tag::Hyphen { s + 1 } else { s };
            predicate.thing = Some((s, e));
            predicate.thing_class = self.noun_class(e);
            if kind == Kind::Duration
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
            predicate.thing = Some(subject);
            predicate.thing_class = self.noun_class(subject.1);
        }
        if predicate.thing_class.is_some() && kind == Kind::Duration {
            predicate.class = predicate.thing_class;
        }
        predicate
    }

    /// A sentence without a verb that fits: a headline, a caption, a list.
    fn verbless(self, first: usize, last: usize, left: &Left) -> Predicate {
        if let Some(state) = self.state_after(last) {
            return self.state(state);
        }
        let near = left
            .noun
            .or_else(|| (first.saturating_sub(4)..first).rev().find(|&i| self.syntax.tag(i) == Tag::Nominal));
        let noun = near.filter(|&n| self.noun_class(n).is_some()).or_else(|| self.noun_after(last));
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

    /// "the toll stood at 443", "injuries rose to 588": the event is the subject's.
    fn level(self, predicate: &mut Predicate, chosen: usize, object: bool) {
        let group = self.syntax.groups[chosen];
        let level = group.copula()
            || group.phrase.is_some_and(|phrase| phrase.classes.contains(&"stand-at"))
            || matches!(predicate.class, Some("rise" | "fall" | "have" | "measure" | "find"));
        if !object || !level || self.syntax.tag(group.last + 1) == Tag::Pronoun {
            return;
        }
        if let Some(subject) = self.subject(chosen) {
            let count = self.noun_class(subject.1).is_some_and(runs);
            if !count && matches!(predicate.class, Some("occur" | "attack" | "kill")) {
                return;
            }
            predicate.thing = Some(subject);
            predicate.thing_class = self.noun_class(subject.1);
            if let Some(class) = predicate.thing_class
                && predicate.class != Some("have")
            {
                predicate.class = Some(class);
                predicate.at = Some(subject);
                predicate.lemma = lemma_of(self.words.lower(subject.1));
            }
        }
    }

    fn verbal(self, chosen: usize) -> Predicate {
        let group = self.syntax.groups[chosen];
        // "is missing", "are in shelters": the state after a link verb.
        if group.copula()
            && let Some(state) = self.state_after(group.last)
        {
            let mut predicate = self.state(state);
            predicate.group = Some(chosen);
            predicate.modality = self.mood(chosen);
            predicate.agent = None;
            return predicate;
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
        let classes = group.phrase.map_or(&[][..], |phrase| &phrase.classes);
        Predicate {
            at: Some((group.head, group.last.max(group.head))),
            lemma: if group.lemma.is_empty() {
                self.words.lower(group.head).to_owned()
            } else {
                group.lemma.to_owned()
            },
            class: classes.first().copied(),
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

    /// Class of the verb joined to a group by "or" or "and" with nothing between.
    fn coordinated(self, chosen: usize) -> Option<&'static str> {
        let group = self.syntax.groups[chosen];
        let class = |g: &VerbGroup| g.phrase.and_then(|phrase| phrase.classes.first().copied());
        let own = class(&group)?;
        let joined = |i: usize| matches!(self.words.lower(i), "or" | "and");
        let before = group
            .first
            .checked_sub(2)
            .filter(|_| joined(group.first - 1))
            .and_then(|i| self.syntax.group_at(i));
        let after = joined(group.last + 1).then(|| self.syntax.group_at(group.last + 2)).flatten();
        let other = class(&self.syntax.groups[before.or(after)?])?;
        (other != own).then_some(other)
    }

    /// Whose age: the name before the comma, or the person after.
    fn age(self, first: usize, last: usize) -> Predicate {
        let mut predicate = self.length(first, last, Kind::Ordinal);
        let named = first
            .checked_sub(2)
            .filter(|&i| self.syntax.tag(first - 1) == Tag::Comma && self.words.tokens[i].capital)
            .map(|i| (self.group_back(i), i));
        predicate.thing = named.or(predicate.thing);
        predicate
    }

    fn nominal(self, noun: usize, group: Option<usize>) -> Predicate {
        let class = self.noun_class(noun);
        Predicate {
            at: Some((noun, noun)),
            lemma: lemma_of(self.words.lower(noun)),
            class,
            group,
            modality: group.map_or(Modality::Asserted, |g| self.mood(g)),
            ..Predicate::default()
        }
    }

    fn state(self, at: usize) -> Predicate {
        let lower = self.words.lower(at);
        let verb = verb::verb(lower);
        Predicate {
            at: Some((at, at)),
            lemma: verb.map_or(lower, |verb| verb.lemma).to_owned(),
            class: verb::state_event(lower).or_else(|| {
                let phrase = verb::phrases(verb?.lemma).iter().find(|phrase| phrase.rest.is_empty())?;
                phrase.classes.first().copied()
            }),
            passive: true,
            ..Predicate::default()
        }
    }

    fn mood(self, index: usize) -> Modality {
        let group = self.syntax.groups[index];
        if group.modality == Modality::Asserted && group.negated {
            return Modality::Denied;
        }
        if group.modality != Modality::Asserted {
            return group.modality;
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
                verb.has_phase(Phase::Achieve)
                    && (verb.last + 1..group.first).all(|i| {
                        matches!(
                            self.syntax.tag(i),
                            Tag::Nominal | Tag::Determiner | Tag::Number | Tag::Possessive | Tag::Pronoun
                        )
                    })
            });
            if !ranked && !caused {
                return Modality::Planned;
            }
        }
        Modality::Asserted
    }

    /// A state word inside a mention, after its noun: "77 people dead and ...".
    fn state_within(self, first: usize, last: usize) -> Option<usize> {
        (first + 2..=last).find(|&i| {
            self.words.classes(i).has(Classes::STATE)
                && self.syntax.tag(i) == Tag::Nominal
                && self.syntax.tag(i - 1) == Tag::Nominal
                && self.syntax.tag(i + 1) != Tag::Nominal
        })
    }

    /// A state word right after token `at`, adverbs skipped.
    fn state_after(self, at: usize) -> Option<usize> {
        let here = self.words.classes(at).has(Classes::STATE) && self.syntax.tag(at) != Tag::Preposition;
        if here && self.syntax.group_at(at).is_none() && at > 0 && self.syntax.tag(at) == Tag::Nominal {
            return Some(at);
        }
        let mut i = at + 1;
        while self.syntax.tag(i) == Tag::Adverb || self.words.lower(i) == "people" {
            i += 1;
        }
        if self.words.lower(i) == "in" || self.words.lower(i) == "as" {
            i += 1;
        }
        let state = self.words.classes(i).has(Classes::STATE);
        let participle = self.syntax.group_at(i).is_none_or(|g| self.syntax.groups[g].bare_participle);
        // "two wounded soldiers": before a noun it is an adjective.
        let adjective = self.syntax.tag(i) == Tag::Nominal && self.syntax.tag(i + 1) == Tag::Nominal;
        (state && participle && !adjective).then_some(i)
    }

    fn left(self, first: usize) -> Left {
        let mut left = Left::default();
        let mut i = first;
        let mut commas = 0;
        while i > 0 {
            i -= 1;
            match self.syntax.tag(i) {
                Tag::Verb | Tag::Auxiliary | Tag::Modal | Tag::To | Tag::Negation => {
                    if let Some(group) = self.syntax.group_at(i) {
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
        left
    }

    fn right(self, last: usize) -> Right {
        let (mut direct, mut list) = (true, false);
        let mut i = last + 1;
        while i < self.syntax.len() {
            if let Some(group) = self.syntax.group_at(i) {
                return Right { group: Some(group), direct, list };
            }
            match self.syntax.tag(i) {
                Tag::Adverb => {}
                Tag::Subordinator | Tag::Stop => break,
                Tag::Preposition if self.of_group(i, last) => {
                    // "5,000 rounds | of ammunition | were": still the same group.
                    i = self.noun_after(i).unwrap_or(i);
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

    fn of_group(self, i: usize, last: usize) -> bool {
        i == last + 1 && self.words.lower(i) == "of"
    }

    /// Whether what follows a comma or "and" is another counted group.
    fn list_goes_on(self, i: usize) -> bool {
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
    pub(super) fn noun_after(self, i: usize) -> Option<usize> {
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
    pub(super) fn group_back(self, i: usize) -> usize {
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

    /// Event class of the noun at `i`, alone or with the noun before it.
    pub(super) fn noun_class(self, i: usize) -> Option<&'static str> {
        if i > 0 && self.words.tokens[i - 1].kind == TokenKind::Word && self.words.classes(i).0 != 0 {
            let span = self.words.span(i - 1, i);
            if let Some(class) = verb::noun_event(span.slice(self.words.lower)) {
                return Some(class);
            }
        }
        if !self.words.classes(i).has(Classes::EVENT) {
            return None;
        }
        verb::noun_event(self.words.lower(i))
    }

    /// The same for the head of "war over the region": the noun itself or the noun before its preposition.
    fn head_class(self, i: usize) -> Option<&'static str> {
        self.noun_class(self.head_of(i))
    }

    /// "the collapse | of the Soviet Union": the head of a group whose last word is at `i`.
    fn head_of(self, i: usize) -> usize {
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

    /// Head of the noun group right after a verb group.
    fn object_head(self, group: &VerbGroup) -> Option<usize> {
        let mut at = group.last;
        if self.syntax.tag(at + 1) == Tag::Adverb {
            at += 1;
        }
        self.noun_after(at)
    }

    fn direct_object(self, group: &VerbGroup, noun: usize) -> bool {
        self.object_head(group).is_some_and(|head| head == noun)
    }

    /// A verb that says less than a state or a subject's verb: have, be, leave, report.
    fn is_weak(self, group: &VerbGroup) -> bool {
        group.copula()
            || speaks(group)
            || matches!(
                group.lemma,
                "have"
                    | "leave"
                    | "see"
                    | "report"
                    | "find"
                    | "do"
                    | "get"
                    | "include"
                    | "involve"
                    | "know"
                    | "feature"
            )
            || group.has_phase(Phase::Perform) && self.object_head(group).is_none()
    }

    /// "... by the fighters"
    fn by_agent(self, chosen: usize) -> Option<Range> {
        let group = self.syntax.groups[chosen];
        let end = (group.last + 12).min(self.syntax.len());
        for i in group.last + 1..end {
            match self.syntax.tag(i) {
                Tag::Preposition if self.words.lower(i) == "by" => {
                    let noun = self.noun_after(i)?;
                    return Some((i + 1, noun));
                }
                Tag::Stop | Tag::Comma | Tag::Subordinator | Tag::Relative | Tag::Verb => return None,
                _ => {}
            }
        }
        None
    }

    /// The subject of a verb group.
    pub(super) fn subject(self, chosen: usize) -> Option<Range> {
        self.subject_within(chosen, 3)
    }

    fn subject_within(self, chosen: usize, depth: usize) -> Option<Range> {
        let group = self.syntax.groups[chosen];
        let mut before = group.first.checked_sub(1)?;
        // "the Red Cross (ICRC) said"
        if self.words.surface(before) == ")" {
            before = (before.saturating_sub(8)..before)
                .rev()
                .find(|&i| self.words.surface(i) == "(")?
                .checked_sub(1)?;
        }
        let inherits = matches!(self.syntax.tag(before), Tag::Conjunction)
            || group.bare_participle && (self.syntax.tag(before) == Tag::Comma || group.ing)
            || group.infinitive;
        if inherits && depth > 0 && chosen > 0 {
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
                .find(|(s, _)| {
                    !matches!(self.syntax.tag(*s), Tag::Preposition | Tag::Conjunction | Tag::Adverb)
                })
                .or(segments.last())
        } else {
            segments.first()
        }?;
        self.noun_phrase(pick.0, pick.1)
    }

    fn phrase_start(self, end: usize) -> usize {
        let mut start = self.group_back(end);
        while start >= 2 && self.words.lower(start - 1) == "of" {
            start = self.group_back(start - 2);
        }
        start
    }

    /// The noun phrase of a segment: leading adjuncts dropped, cut at the first preposition other than "of" and "for".
    pub(super) fn noun_phrase(self, mut start: usize, end: usize) -> Option<Range> {
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
        // A determiner after a noun opens a new group: "QUITO | The death toll".
        if let Some(inner) = (start + 1..=end)
            .rev()
            .find(|&i| self.syntax.tag(i) == Tag::Determiner && self.syntax.tag(i - 1) == Tag::Nominal)
        {
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
        head.map(|head| (start, head))
    }
}

/// Whether an event class is one whose figure is followed from day to day.
fn runs(class: &str) -> bool {
    matches!(
        class,
        "kill"
            | "injure"
            | "casualty"
            | "missing"
            | "displace"
            | "evacuate"
            | "arrest"
            | "infect"
            | "stand-at"
            | "vote"
    )
}

fn chosen_is_left(left: Option<usize>, chosen: usize) -> bool {
    left == Some(chosen)
}

fn speaks(group: &VerbGroup) -> bool {
    matches!(group.stance(), Some(Stance::Assert | Stance::Deny))
        || group.stance() == Some(Stance::Clause)
            && !group.passive
            && matches!(group.lemma, "believe" | "show" | "think" | "know" | "suggest" | "indicate")
}

fn phase_of(group: &VerbGroup) -> Option<Phase> {
    let phrase = group.phrase?;
    [Phase::Begin, Phase::End, Phase::Continue, Phase::Perform]
        .into_iter()
        .find(|p| phrase.phases.contains(p))
}

/// Singular of a noun in lower case.
pub(super) fn lemma_of(lower: &str) -> String {
    morphology::noun_lemma(lower).map_or_else(|| lower.to_owned(), std::borrow::Cow::into_owned)
}
