//! Word classes in context, and verb groups: the shallow syntax that frames are read from.
//!
//! No tagger model: each word gets one tag from its classes, the lexicon's parts of speech and the tag before it. What
//! matters is where the verb groups are and what separates clauses; nouns and adjectives are not told apart.

mod group;
mod verb;
mod word;

use crosscheck_lexicon::classes::Classes;
use crosscheck_lexicon::traits::{self, Traits};
use crosscheck_lexicon::verb::{Forms, Phase, Phrase, Stance};
use crosscheck_model::{Modality, Span};

pub(super) use self::group::closes;
use self::group::{joins, read_group, read_verb};
use self::word::tags;
use crate::token::Words;

/// What a token is in its sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tag {
    Determiner,
    Preposition,
    /// and, or, but
    Conjunction,
    /// while, because, that: a clause begins.
    Subordinator,
    /// which, who: a clause about the noun before.
    Relative,
    Pronoun,
    Auxiliary,
    Modal,
    Negation,
    /// "to" before a verb.
    To,
    Verb,
    /// Nouns, names, adjectives.
    Nominal,
    Adverb,
    Number,
    Possessive,
    Hyphen,
    Comma,
    /// ; : dashes, parentheses.
    Stop,
    Quote,
    Other,
}

impl Tag {
    /// Whether it may stand before a figure that opens a clause: "at least", "only".
    pub(super) fn is_hedge(self) -> bool {
        matches!(self, Self::Adverb | Self::Preposition)
    }

    /// Whether it stands inside a noun phrase wherever that ends.
    pub(super) fn is_of_noun_phrase(self) -> bool {
        matches!(
            self,
            Self::Nominal | Self::Determiner | Self::Possessive | Self::Hyphen | Self::Pronoun | Self::Other
        )
    }
}

/// A verb with its auxiliaries and particles.
#[derive(Debug, Clone, Copy)]
pub(super) struct VerbGroup {
    /// First token: auxiliary, "to" or the verb itself.
    pub first: usize,
    /// The verb that names the event.
    pub head: usize,
    /// Last token, words of its phrase included.
    pub last: usize,
    /// Lemma of the head.
    pub lemma: &'static str,
    /// What the table says of head and phrase.
    pub phrase: Option<&'static Phrase>,
    pub finite: bool,
    /// "to" and a verb.
    pub infinitive: bool,
    pub passive: bool,
    /// A participle without auxiliary: "killing", "injured".
    pub bare_participle: bool,
    pub ing: bool,
    pub negated: bool,
    pub modality: Modality,
    /// A light verb that was skipped before the head.
    pub phase: Option<Phase>,
    /// Stance of the verb of speech that was skipped: "announced | launching".
    pub said: Option<Stance>,
    /// The light verb that was skipped first.
    pub light: Option<Light>,
}

/// A light verb that was joined to its complement: "| tried | to leave".
#[derive(Debug, Clone, Copy)]
pub(super) struct Light {
    /// Its verb.
    pub head: usize,
    pub lemma: &'static str,
    /// Told in the active voice as past and done: "tried", "was trying", "had tried".
    pub past: bool,
}

impl VerbGroup {
    pub(super) fn stance(&self) -> Option<Stance> {
        let phrase = self.phrase?;
        // "estimated the damage at": the figure's preposition takes nothing from the verb.
        if phrase.stance.is_none() && phrase.rest == ["at"] {
            return crosscheck_lexicon::verb::plain(self.lemma)?.stance;
        }
        phrase.stance
    }

    /// The first class of event that its words are of.
    pub(super) fn class(&self) -> Option<&'static str> {
        self.phrase.and_then(|phrase| phrase.classes.first().copied())
    }

    pub(super) fn has_phase(&self, phase: Phase) -> bool {
        self.phrase.is_some_and(|phrase| phrase.phases.contains(&phase))
    }

    /// Whether the verb only links its subject to what follows.
    pub(super) fn copula(&self) -> bool {
        traits::of_word(self.lemma).has(Traits::COPULA)
    }
}

/// A sentence's tokens with tags and verb groups.
#[derive(Debug, Default)]
pub(super) struct Syntax {
    pub tags: Vec<Tag>,
    pub groups: Vec<VerbGroup>,
    /// For each token the index of its verb group, or `NONE`.
    pub group_of: Vec<u16>,
}

pub(super) const NONE: u16 = u16::MAX;

/// Sentences longer than this are no prose: their frames are read on the first tokens only.
pub(super) const LONGEST: usize = 400;

impl Syntax {
    pub(super) fn of(words: Words<'_>) -> Self {
        let len = words.tokens.len().min(LONGEST);
        let words = Words { tokens: &words.tokens[..len], ..words };
        let mut syntax = Self { tags: tags(words), groups: Vec::new(), group_of: vec![NONE; len] };
        syntax.group(words);
        syntax.subordinate(words);
        syntax
    }

    pub(super) fn tag(&self, i: usize) -> Tag {
        self.tags.get(i).copied().unwrap_or(Tag::Stop)
    }

    pub(super) fn len(&self) -> usize {
        self.tags.len()
    }

    pub(super) fn group_at(&self, i: usize) -> Option<usize> {
        self.group_of.get(i).filter(|&&g| g != NONE).map(|&g| usize::from(g))
    }

    fn group(&mut self, words: Words<'_>) {
        let mut i = 0;
        while i < self.len() {
            let starts = matches!(self.tag(i), Tag::Modal | Tag::Auxiliary | Tag::Verb)
                || self.tag(i) == Tag::To && self.tag(i + 1) != Tag::To
                || self.tag(i) == Tag::Negation
                    && matches!(self.tag(i + 1), Tag::Auxiliary | Tag::Modal | Tag::Verb | Tag::To);
            if !starts || self.groups.last().is_some_and(|group| group.takes(words, i)) {
                i += 1;
                continue;
            }
            let Some(group) = read_group(words, &self.tags, i) else {
                i += 1;
                continue;
            };
            let next = group.last + 1;
            self.push(words, group);
            i = next;
        }
    }

    /// Adds a group, or joins it to the light verb directly before it.
    fn push(&mut self, words: Words<'_>, mut group: VerbGroup) {
        let index = self.groups.len();
        if let Some(light) = self.groups.last().copied()
            && joins(words, &self.tags, &light, &group)
        {
            let phrase = light.phrase;
            let order = [
                Phase::Begin,
                Phase::End,
                Phase::Continue,
                Phase::Plan,
                Phase::Fail,
                Phase::Appear,
                Phase::Achieve,
                Phase::Perform,
            ];
            let phase = order
                .into_iter()
                .find(|p| phrase.is_some_and(|phrase| phrase.phases.contains(p)))
                .or(light.phase);
            // "had gone to work": who went has done so; only "is going to" plans.
            let went = phase == Some(Phase::Plan) && is_gone(words, &light);
            let phase = phase.filter(|_| !went);
            let first = group.first;
            group.first = light.first;
            group.finite = light.finite;
            group.infinitive = light.infinitive;
            // "for | failing to monitor": the whole is what the first verb's form makes it.
            group.ing |= light.ing && light.bare_participle;
            group.bare_participle = light.bare_participle;
            group.negated |= light.negated;
            group.modality = light.modality;
            group.phase = phase;
            group.light = light.light.or_else(|| Some(light_of(words, &light)));
            group.said =
                light.stance().or(light.said).filter(|stance| *stance == Stance::Assert && !light.passive);
            match phase {
                Some(Phase::Plan) => group.modality = Modality::Planned,
                Some(Phase::Fail) => group.modality = Modality::Denied,
                _ => {}
            }
            if light.phase == Some(Phase::Plan) && !went {
                group.modality = Modality::Planned;
            }
            // "is ready to", "is likely to"
            if light.copula() && light.last + 2 == first {
                match words.lower(light.last + 1) {
                    "likely" => group.modality = Modality::Possible,
                    "unable" => group.modality = Modality::Denied,
                    word if traits::of_word(word).has(Traits::AHEAD) => group.modality = Modality::Planned,
                    _ => {}
                }
            }
            self.groups.pop();
            let index = index - 1;
            self.mark(&group, index);
            self.groups.push(group);
            return;
        }
        self.mark(&group, index);
        self.groups.push(group);
    }

    fn mark(&mut self, group: &VerbGroup, index: usize) {
        let index = u16::try_from(index).unwrap_or(NONE);
        self.group_of[group.first..=group.last].fill(index);
    }

    /// "was jailed | for 12 years", "was rescued | after 17 days | from the rubble": a length behind a preposition is no subject, unless
    /// a verb that tells of it alone follows: "after two days passed".
    fn lasts(&self, words: Words<'_>, at: usize) -> bool {
        let quantity = |i: &usize| matches!(self.tag(*i), Tag::Number | Tag::Adverb);
        let Some(number) = (at + 1..at + 4).take_while(quantity).last() else { return false };
        let unit = number + 1;
        let goes_on = self.tag(unit + 1) == Tag::Preposition && words.lower(unit + 1) != "of";
        // "a woman who was rescued | after 17 days | has told": the clause about her has its verb, and the sentence needs one.
        let verb = at.checked_sub(1).and_then(|i| self.group_at(i)).map(|g| self.groups[g].first);
        let relative = verb.and_then(|first| first.checked_sub(1)).filter(|&i| self.tag(i) == Tag::Relative);
        let wants_verb = relative.is_some_and(|i| (0..i).all(|before| self.group_at(before).is_none()));
        words.classes(unit).has(Classes::TIME_UNIT) && (words.lower(at) == "for" || goes_on || wants_verb)
    }

    /// "after", "before", "since", "until", "as" open a clause when subject and finite verb follow.
    fn subordinate(&mut self, words: Words<'_>) {
        for i in 0..self.len() {
            if self.tags[i] != Tag::Preposition
                || !matches!(
                    words.lower(i),
                    "after" | "before" | "since" | "until" | "till" | "as" | "for" | "than"
                )
            {
                continue;
            }
            // "assets | as of Sept. 30 fell": the date of the noun before.
            if words.lower(i) == "as" && words.lower(i + 1) == "of" {
                continue;
            }
            let mut j = i + 1;
            let mut subject = false;
            while matches!(
                self.tag(j),
                Tag::Nominal
                    | Tag::Determiner
                    | Tag::Number
                    | Tag::Possessive
                    | Tag::Hyphen
                    | Tag::Pronoun
                    | Tag::Adverb
                    | Tag::Quote
                    | Tag::Preposition
            ) {
                // "after | 42 died": a bare figure is a subject too, but no year is: "the rate for | 2014 was".
                let counts = self.tag(j) == Tag::Number
                    && matches!(words.lower(i), "after" | "before" | "as")
                    && words.lower(j).len() != 4;
                subject |= counts || matches!(self.tag(j), Tag::Nominal | Tag::Pronoun);
                j += 1;
            }
            // "A search | for the missing men was called off": the verb after is that of the noun before.
            let of_noun = words.lower(i) == "for"
                && i > 0
                && self.tag(i - 1) == Tag::Nominal
                && (0..i).all(|k| self.group_at(k).is_none());
            if subject
                && !of_noun
                && !self.lasts(words, i)
                && self.group_at(j).is_some_and(|g| self.groups[g].finite)
            {
                self.tags[i] = Tag::Subordinator;
            }
        }
    }
}

/// "Went", "had gone": over already, as "was going" is not.
fn is_gone(words: Words<'_>, light: &VerbGroup) -> bool {
    light.lemma == "go" && !light.ing && light.modality == Modality::Asserted && is_past(words, light)
}

fn light_of(words: Words<'_>, light: &VerbGroup) -> Light {
    let done = light.finite
        && !light.passive
        && !light.negated
        && !light.copula()
        && light.modality == Modality::Asserted;
    Light { head: light.head, lemma: light.lemma, past: done && is_past(words, light) }
}

/// Whether a verb group stands in a past tense, by its verb or by an auxiliary.
pub(super) fn is_past(words: Words<'_>, group: &VerbGroup) -> bool {
    let plain = group.first == group.head;
    (group.first..group.head).any(|i| matches!(words.lower(i), "was" | "were" | "had" | "did"))
        || plain && read_verb(words.lower(group.head)).is_some_and(|verb| verb.forms.has(Forms::PAST))
}

/// The tokens of a sentence that a span covers, as first and last index.
pub(super) fn tokens_of(words: Words<'_>, span: Span) -> Option<(usize, usize)> {
    let first = words.tokens.partition_point(|token| token.span.end <= span.start);
    let end = words.tokens.partition_point(|token| token.span.start < span.end);
    (first < end).then(|| (first, end - 1))
}
