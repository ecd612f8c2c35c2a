//! What a word can be in a noun group, by the word table.

use crosscheck_lexicon::morphology::{self, Number, VerbForm};
use crosscheck_lexicon::taxonomy::{self, PosSet};

/// What a word can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Sort {
    /// A noun by the table, or a word that the table does not know.
    pub noun: bool,
    /// A noun in a plural form.
    pub plural: bool,
    /// A form of a verb.
    pub verb: Option<VerbForm>,
    /// Used far more as a verb than as a noun.
    pub mostly_verb: bool,
    /// An adjective.
    pub adjective: bool,
    /// An adverb.
    pub adverb: bool,
    /// In the table.
    pub known: bool,
}

/// Looks a word up, given in lower case.
///
/// ```
/// use crosscheck_parser::noun_group::sort;
/// assert!(sort("vehicles").noun && sort("vehicles").plural);
/// assert!(sort("hangs").mostly_verb);
/// assert!(sort("armoured").adjective || sort("armoured").verb.is_some());
/// ```
pub fn sort(lower: &str) -> Sort {
    let mut sort = Sort::default();
    if let Some(entry) = taxonomy::word(lower) {
        sort.known = true;
        sort.adjective = entry.is(PosSet::ADJ);
        sort.adverb = entry.is(PosSet::ADV);
        sort.mostly_verb = entry.is_mostly_verb();
    }
    if !sort.adjective && (lower.ends_with("er") || lower.ends_with("est")) {
        sort.adjective = morphology::adj_lemma(lower).is_some();
    }
    if let Some(form) = morphology::noun_form(lower) {
        sort.noun = true;
        sort.plural = form.number == Number::Plural || form.number == Number::Either;
        sort.known |= form.is_known;
        if form.is_known
            && form.lemma != lower
            && let Some(entry) = taxonomy::word(&form.lemma)
        {
            sort.mostly_verb = entry.is_mostly_verb();
        }
        // "a route out of town": particles are nouns as well, and rarely meant as such.
        let particle =
            taxonomy::word(lower).is_some_and(|entry| entry.share(PosSet::ADV) > entry.share(PosSet::NOUN));
        if (!form.is_known && sort.adjective) || (particle && sort.adverb) {
            sort.noun = false;
        }
    }
    if let Some((_, form)) = morphology::verb_lemma(lower) {
        sort.known = true;
        sort.verb = Some(form);
        if form != VerbForm::Base && form != VerbForm::Third && !sort.plural {
            sort.mostly_verb =
                sort.mostly_verb || !taxonomy::word(lower).is_some_and(|entry| entry.is(PosSet::NOUN));
        }
    }
    sort
}

impl Sort {
    /// Whether the word is a noun rather than a verb.
    pub(crate) fn is_noun(self) -> bool {
        self.noun && !self.mostly_verb
    }

    /// Whether the word can stand before a noun without being one: "armoured", "warring", "ethnic".
    pub(crate) fn is_modifier(self) -> bool {
        self.adjective || self.verb.is_some_and(|form| form.may_be_participle() || form == VerbForm::Ing)
    }
}
