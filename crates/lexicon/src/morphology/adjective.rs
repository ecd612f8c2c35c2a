//! Adjectives: the lemma of a comparative or superlative.

use std::borrow::Cow;

use crate::taxonomy::{Entry, PosSet, word, word_of};

/// The lemma of an adjective; none when the table has no such adjective.
///
/// ```
/// use crosscheck_lexicon::morphology::adj_lemma;
///
/// for (form, lemma) in [("bigger", "big"), ("heaviest", "heavy"), ("worse", "bad"), ("large", "large")] {
///     assert_eq!(adj_lemma(form).as_deref(), Some(lemma));
/// }
/// assert_eq!(adj_lemma("truck"), None);
/// ```
pub fn adj_lemma(form: &str) -> Option<Cow<'static, str>> {
    let itself = word(form);
    let lemma = itself
        .and_then(|entry| entry.irregular_form_of(PosSet::ADJ).find(|lemma| *lemma != entry))
        .or_else(|| itself.filter(|entry| entry.is(PosSet::ADJ)))
        .or_else(|| graded(&form.to_ascii_lowercase()))?;
    Some(Cow::Borrowed(lemma.key()))
}

fn graded(form: &str) -> Option<Entry> {
    let stem = form.strip_suffix("er").or_else(|| form.strip_suffix("est"))?;
    let adjective = |stem: &str, ending: &str| word_of(stem, ending).filter(|entry| entry.is(PosSet::ADJ));
    if let Some(base) = stem.strip_suffix('i') {
        return adjective(base, "y");
    }
    adjective(stem, "").or_else(|| adjective(stem, "e"))
}
