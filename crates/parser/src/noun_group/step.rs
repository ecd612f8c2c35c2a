//! What one word does in a noun group: whether it is the head so far, modifies what follows, or does not belong.

use crosscheck_lexicon::classes::Classes;
use crosscheck_lexicon::concept;
use crosscheck_lexicon::morphology::{self, VerbForm};
use crosscheck_lexicon::traits::{self, Traits};

use super::part::{STOP, compound_end, joins_modifiers};
use super::sort::{Sort, sort};
use crate::token::{TokenKind, Words};

/// The word after the one in question.
pub(super) struct Next<'a> {
    /// The sentence.
    pub(super) words: Words<'a>,
    /// Its token.
    pub(super) at: usize,
}

impl Next<'_> {
    /// Whether it can go on with a noun group, so that the word before it is a modifier.
    fn is_nominal(&self) -> bool {
        let Some(token) = self.words.tokens.get(self.at) else { return false };
        // "two new 737 Max jets"
        if token.kind == TokenKind::Digits {
            return self.words.tokens.get(self.at + 1).is_some_and(|next| next.capital && !next.glued);
        }
        if token.kind != TokenKind::Word || token.classes.has(STOP.or(Classes::DETERMINER)) {
            return false;
        }
        let end = compound_end(self.words, self.at);
        let sort = sort(self.words.lower(end));
        // "high-water rescues"
        let act = sort.plural && self.words.classes(end).has(Classes::EVENT);
        (sort.noun && (!sort.mostly_verb || act)) || sort.is_modifier() || token.capital
    }

    /// Whether it is a name before such a noun: "406 elderly | Norlandish tourists".
    fn is_name_of_plural(&self) -> bool {
        let name = self
            .words
            .tokens
            .get(self.at)
            .is_some_and(|token| token.kind == TokenKind::Word && token.capital);
        name && Next { words: self.words, at: self.at + 1 }.is_plural_noun()
    }

    /// Whether it is a plural noun and hardly anything else.
    fn is_plural_noun(&self) -> bool {
        let Some(token) = self.words.tokens.get(self.at) else { return false };
        let sort = sort(self.words.lower(self.at));
        token.kind == TokenKind::Word
            && !token.capital
            && !token.classes.has(STOP.or(Classes::DETERMINER))
            && sort.noun
            && sort.plural
            && !sort.mostly_verb
    }
}

/// Whether a word is a form of a verb that only links, and so no participle before a noun: "33 | remained underground".
///
/// "five | remaining | trials": its form in "-ing" is one.
fn links(lower: &str) -> bool {
    !lower.ends_with("ing")
        && morphology::verb_lemma(lower).is_some_and(|(lemma, _)| traits::of_word(&lemma).has(Traits::COPULA))
}

/// What is known when a word is judged.
pub(super) struct Place<'a> {
    /// The head so far, and whether it is plural.
    pub(super) head: Option<(usize, bool)>,
    /// The word is hyphenated to others.
    pub(super) compound: bool,
    /// It is written with a capital inside a sentence.
    pub(super) capital: bool,
    /// A number above one counts the group, so that a plural head is looked for.
    pub(super) many: bool,
    /// The word in lower case.
    pub(super) lower: &'a str,
    /// A noun of an event by the table, whatever verb it is as well.
    pub(super) act: bool,
    /// The head so far is a name that no table knows.
    pub(super) after_name: bool,
    /// The head so far is "police", "staff" or the like.
    pub(super) after_collective: bool,
}

impl Place<'_> {
    /// Whether the head so far is one person: "girl", "therapist", and neither a name nor "police".
    fn follows_person(&self, words: Words<'_>) -> bool {
        self.head.is_some_and(|(head, _)| {
            let lower = words.lower(head);
            !words.tokens[head].capital
                && !traits::of_word(lower).has(Traits::PLURAL)
                && concept::resolve(lower, &[]).is_person()
        })
    }
}

/// What a word does in a group.
pub(super) enum Step {
    /// It is the head so far; whether plural.
    Head(bool),
    /// It modifies what follows.
    Modifier,
    /// It does not belong.
    Stop,
}

/// "police | officers", "staff | members": a collective that has no singular goes on before a plural.
pub(super) fn collective(lower: &str) -> bool {
    !lower.ends_with('s') && morphology::noun_lemma(lower).is_none_or(|lemma| lemma == lower)
}

/// What a word does, by its sort, what stands before it and what comes next.
pub(super) fn step(sort: Sort, place: &Place<'_>, next: &Next<'_>) -> Step {
    match place.head {
        None => before_head(sort, place, next),
        // "killed four boys | decades ago", "people | days after the quake": a length of time beside them tells when.
        Some((_, true)) if next.words.classes(next.at - 1).has(Classes::TIME_UNIT) => Step::Stop,
        Some((_, true)) if place.many => after_plural(sort, place),
        Some((_, plural)) => after_noun(sort, place, next, plural),
    }
}

fn before_head(sort: Sort, place: &Place<'_>, next: &Next<'_>) -> Step {
    // "43 | given jail terms": a verb, not an adjective of what follows.
    if place.many && traits::of_word(place.lower).has(Traits::BEFALLS) {
        return Step::Stop;
    }
    // "nine | current | and former officials"
    if place.many && sort.adjective && joins_modifiers(next.words, next.at) {
        return Step::Modifier;
    }
    if place.compound {
        let heads = sort.noun && !sort.adjective && (sort.plural || !next.is_nominal());
        return if heads { Step::Head(sort.plural) } else { Step::Modifier };
    }
    if place.capital {
        return Step::Head(sort.plural);
    }
    // "45 wounded soldiers": a word for all who are so stands as an adjective before a noun.
    let collective = place.many && sort.plural && !place.lower.ends_with('s') && sort.is_modifier();
    if collective && (next.is_plural_noun() || next.is_name_of_plural()) {
        return Step::Modifier;
    }
    let inflected = is_inflected(sort);
    if sort.noun && !(sort.mostly_verb && !sort.plural && (inflected || place.many)) {
        return Step::Head(sort.plural);
    }
    // "400 rescue workers"
    if place.act && place.many && sort.noun && !inflected && next.is_plural_noun() {
        return Step::Modifier;
    }
    if sort.is_modifier() || sort.adverb {
        let modifies = next.is_nominal() && !links(place.lower);
        return if modifies { Step::Modifier } else { Step::Stop };
    }
    if sort.known { Step::Stop } else { Step::Head(sort.plural) }
}

/// After a plural that is counted only a plural noun that is nothing else goes on: "arms dealers", "sports cars".
fn after_plural(sort: Sort, place: &Place<'_>) -> Step {
    let plural = sort.plural && place.lower.ends_with('s');
    let noun = sort.verb.is_none() || place.after_collective && !sort.mostly_verb;
    if !place.capital && sort.noun && plural && noun && sort.known { Step::Head(true) } else { Step::Stop }
}

fn after_noun(sort: Sort, place: &Place<'_>, next: &Next<'_>, plural: bool) -> Step {
    // "a 12-year-old girl | wearing a red coat"
    let governs =
        || next.words.classes(next.at).has(Classes::DETERMINER.or(Classes::PREPOSITION).or(Classes::PRONOUN));
    if sort.verb == Some(VerbForm::Ing)
        && !plural
        && !place.many
        && governs()
        && place.follows_person(next.words)
    {
        return Step::Stop;
    }
    if place.compound && next.is_nominal() {
        return Step::Modifier;
    }
    if place.capital {
        return if plural { Step::Stop } else { Step::Head(sort.plural) };
    }
    let verbal = sort.mostly_verb && is_inflected(sort)
        || sort.verb.is_some_and(VerbForm::may_be_past) && !sort.adjective;
    if sort.noun && (!verbal || (place.many && sort.plural)) && !(sort.adverb && !sort.plural && !sort.known)
    {
        let verb = plural && sort.verb.is_some() && !next.is_nominal()
            // "the 89-year-old Lang | faces charges"
            || !place.many && sort.verb == Some(VerbForm::Third) && place.after_name;
        let of_time = matches!(place.lower, "last" | "next");
        return if verb || of_time { Step::Stop } else { Step::Head(sort.plural) };
    }
    if !plural && sort.is_modifier() && place.many && next.is_nominal() { Step::Modifier } else { Step::Stop }
}

/// Whether a word shows the ending of a verb, or is the past of one.
fn is_inflected(sort: Sort) -> bool {
    matches!(
        sort.verb,
        Some(
            VerbForm::Past
                | VerbForm::PastOrParticiple
                | VerbForm::Participle
                | VerbForm::Third
                | VerbForm::Ing
        )
    )
}
