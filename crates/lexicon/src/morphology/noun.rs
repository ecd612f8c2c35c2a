//! Nouns: lemma and number.

use std::borrow::Cow;

use super::forms::{self, Form};
use crate::taxonomy::{Entry, PosSet, word, word_of};

/// The number of a noun's form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Number {
    /// One thing.
    Singular,
    /// Several things, or a word that takes a plural verb ("troops").
    Plural,
    /// The form serves both ("aircraft").
    Either,
}

/// A noun taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NounForm<'a> {
    /// The lemma, lower case, hyphens as spaces when the table knows it.
    pub lemma: Cow<'a, str>,
    /// The form's number.
    pub number: Number,
    /// Whether the table knows the noun; if not, lemma and number are guesses from its ending.
    pub is_known: bool,
}

/// Takes a noun apart; none for words that are known and are no nouns, and for what is no word.
///
/// ```
/// use crosscheck_lexicon::morphology::{Number, noun_form};
///
/// let form = noun_form("vehicles").expect("a noun");
/// assert_eq!((&*form.lemma, form.number, form.is_known), ("vehicle", Number::Plural, true));
///
/// let form = noun_form("blorfts").expect("could be a noun");
/// assert_eq!((&*form.lemma, form.number, form.is_known), ("blorft", Number::Plural, false));
///
/// assert!(noun_form("quickly").is_none());
/// assert!(noun_form("12").is_none());
/// ```
pub fn noun_form(form: &str) -> Option<NounForm<'_>> {
    if !form.bytes().any(|byte| byte.is_ascii_uppercase()) {
        return of_lower(form);
    }
    let lower = form.to_ascii_lowercase();
    let found = of_lower(&lower)?;
    Some(NounForm {
        lemma: Cow::Owned(found.lemma.into_owned()),
        number: found.number,
        is_known: found.is_known,
    })
}

/// The lemma of a noun, guessed when the table does not know the noun.
///
/// ```
/// use crosscheck_lexicon::morphology::noun_lemma;
///
/// for (form, lemma) in [
///     ("firearms", "firearm"), ("children", "child"), ("armies", "army"), ("people", "person"),
///     ("arms", "arms"), ("buses", "bus"), ("aircraft", "aircraft"), ("gas", "gas"),
/// ] {
///     assert_eq!(noun_lemma(form).as_deref(), Some(lemma));
/// }
/// ```
pub fn noun_lemma(form: &str) -> Option<Cow<'_, str>> {
    noun_form(form).map(|found| found.lemma)
}

/// Whether a noun's form can be plural.
///
/// ```
/// use crosscheck_lexicon::morphology::noun_is_plural;
/// assert!(noun_is_plural("trucks") && noun_is_plural("police") && noun_is_plural("aircraft"));
/// assert!(!noun_is_plural("truck") && !noun_is_plural("gas"));
/// ```
pub fn noun_is_plural(form: &str) -> bool {
    noun_form(form).is_some_and(|found| found.number != Number::Singular)
}

fn of_lower(form: &str) -> Option<NounForm<'_>> {
    if let Some(said) = forms::of_noun(form) {
        let (lemma, number) = match said {
            Form::PluralOf(lemma) | Form::PluralOnly(lemma) => (lemma, Number::Plural),
            Form::Either(lemma) => (lemma, Number::Either),
            Form::Singular(lemma) => (lemma, Number::Singular),
            Form::Invariant(_) | Form::Base(_) | Form::Past | Form::Participle => return None,
        };
        return Some(known(Cow::Borrowed(lemma), number));
    }
    let itself = word(form);
    if let Some(lemma) = itself.and_then(|entry| entry.irregular_form_of(PosSet::NOUN).next()) {
        return Some(known(Cow::Borrowed(lemma.key()), Number::Plural));
    }
    let is_noun = itself.is_some_and(|entry| entry.is(PosSet::NOUN));
    // "glass", "census" and "crisis" lose no s when they are nouns as they stand.
    let may_detach = !is_noun || !["ss", "us", "is"].iter().any(|end| form.ends_with(end));
    if may_detach && let Some(lemma) = regular_plural_of(form) {
        return Some(known(Cow::Borrowed(lemma.key()), Number::Plural));
    }
    match itself {
        Some(entry) if is_noun => Some(known(Cow::Borrowed(entry.key()), Number::Singular)),
        Some(entry) if !entry.pos().is_empty() => None,
        _ => guess(form),
    }
}

fn known(lemma: Cow<'_, str>, number: Number) -> NounForm<'_> {
    NounForm { lemma, number, is_known: true }
}

/// The noun of which a form is the regular plural.
fn regular_plural_of(form: &str) -> Option<Entry> {
    let noun = |stem: &str, ending: &str| word_of(stem, ending).filter(|entry| entry.is(PosSet::NOUN));
    if let Some(stem) = form.strip_suffix("men") {
        return noun(stem, "man");
    }
    let stem = form.strip_suffix('s').filter(|stem| stem.len() > 1)?;
    if let Some(found) = noun(stem, "") {
        return Some(found);
    }
    if let Some(base) = stem.strip_suffix("ie") {
        return noun(base, "y");
    }
    let base = stem.strip_suffix('e')?;
    noun(base, "").or_else(|| match base.strip_suffix('v') {
        Some(base) => noun(base, "f").or_else(|| noun(base, "fe")),
        None => None,
    })
}

/// Lemma and number of a noun that the table does not have, from its ending.
fn guess(form: &str) -> Option<NounForm<'_>> {
    if !form.chars().any(char::is_alphabetic) || form.chars().any(|c| c.is_ascii_digit()) {
        return None;
    }
    // "ex-soldiers" is as plural as "soldiers".
    if let Some((front, last)) = form.rsplit_once('-')
        && !front.is_empty()
        && let Some(found) = of_lower(last).filter(|found| found.is_known)
    {
        return Some(NounForm {
            lemma: Cow::Owned(format!("{front}-{}", found.lemma)),
            number: found.number,
            is_known: false,
        });
    }
    let singular = |lemma| NounForm { lemma, number: Number::Singular, is_known: false };
    let plural = |lemma| NounForm { number: Number::Plural, ..singular(lemma) };
    let Some(stem) = form.strip_suffix('s').filter(|stem| stem.len() > 2) else {
        return Some(singular(Cow::Borrowed(form)));
    };
    // Unknown words in -is are mostly names of peoples ("Houthis"), so only -ss and -us stay singular.
    if stem.ends_with(['s', 'u']) {
        return Some(singular(Cow::Borrowed(form)));
    }
    if let Some(base) = stem.strip_suffix("ie").filter(|base| base.len() > 2) {
        return Some(plural(Cow::Owned(format!("{base}y"))));
    }
    let hissing = ["xe", "che", "she", "sse", "zze"];
    let lemma = match stem.strip_suffix('e') {
        Some(base) if hissing.iter().any(|end| stem.ends_with(end)) => base,
        _ => stem,
    };
    Some(plural(Cow::Borrowed(lemma)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(form: &str, lemma: &str, number: Number) {
        let found = noun_form(form).unwrap_or_else(|| panic!("{form} is a noun"));
        assert_eq!((&*found.lemma, found.number), (lemma, number), "{form}");
    }

    #[test]
    fn plurals_have_their_lemmas() {
        for (form, lemma) in [
            ("Vehicles", "vehicle"),
            ("vehicles", "vehicle"),
            ("gunmen", "gunman"),
            ("militiamen", "militiaman"),
            ("policewomen", "policewoman"),
            ("wives", "wife"),
            ("wolves", "wolf"),
            ("knives", "knife"),
            ("lives", "life"),
            ("boxes", "box"),
            ("churches", "church"),
            ("viruses", "virus"),
            ("crises", "crisis"),
            ("cities", "city"),
            ("tomatoes", "tomato"),
            ("deaths", "death"),
            ("Armenians", "armenian"),
            ("tonnes", "tonne"),
            ("rounds", "round"),
            ("passersby", "passerby"),
            ("feet", "foot"),
            ("UAVs", "uav"),
            ("Houthis", "houthi"),
            ("ex-soldiers", "ex-soldier"),
            ("MPs", "mp"),
        ] {
            check(form, lemma, Number::Plural);
        }
    }

    #[test]
    fn singulars_stay() {
        for form in ["glass", "census", "crisis", "bus", "gas", "news", "boss", "army", "truck"] {
            check(form, form, Number::Singular);
        }
    }

    #[test]
    fn mass_words_keep_their_sense() {
        check("arms", "arms", Number::Plural);
        check("troops", "troops", Number::Plural);
        check("police", "police", Number::Plural);
        check("wounded", "wounded", Number::Plural);
    }
}
