//! Verbs: lemma and form.

use std::borrow::Cow;

use super::forms::{self, Form};
use crate::taxonomy::{Entry, PosSet, word, word_of};

/// Which form of a verb a word is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum VerbForm {
    /// "kill".
    Base,
    /// "kills".
    Third,
    /// "took": a past tense that is no participle.
    Past,
    /// "taken": a participle that is no past tense.
    Participle,
    /// "killed": either.
    PastOrParticiple,
    /// "cut": base, past or participle.
    Invariant,
    /// "killing".
    Ing,
}

impl VerbForm {
    /// Whether the form can be a past participle, as in "17 people injured" or "injured people".
    ///
    /// ```
    /// use crosscheck_lexicon::morphology::VerbForm;
    /// assert!(VerbForm::PastOrParticiple.may_be_participle());
    /// assert!(!VerbForm::Past.may_be_participle());
    /// ```
    pub fn may_be_participle(self) -> bool {
        matches!(self, VerbForm::Participle | VerbForm::PastOrParticiple | VerbForm::Invariant)
    }

    /// Whether the form can be a past tense.
    ///
    /// ```
    /// use crosscheck_lexicon::morphology::VerbForm;
    /// assert!(VerbForm::Invariant.may_be_past());
    /// assert!(!VerbForm::Ing.may_be_past());
    /// ```
    pub fn may_be_past(self) -> bool {
        matches!(self, VerbForm::Past | VerbForm::PastOrParticiple | VerbForm::Invariant)
    }
}

/// The lemma of a verb and which form it is; none when the table has no such verb.
///
/// ```
/// use crosscheck_lexicon::morphology::{VerbForm, verb_lemma};
///
/// let of = |form| verb_lemma(form).map(|(lemma, form)| (lemma.into_owned(), form));
/// assert_eq!(of("injured"), Some(("injure".to_owned(), VerbForm::PastOrParticiple)));
/// assert_eq!(of("rose"), Some(("rise".to_owned(), VerbForm::Past)));
/// assert_eq!(of("hurt"), Some(("hurt".to_owned(), VerbForm::Invariant)));
/// assert_eq!(of("seed"), Some(("seed".to_owned(), VerbForm::Base)));
/// assert_eq!(of("vehicle"), None);
/// ```
pub fn verb_lemma(form: &str) -> Option<(Cow<'static, str>, VerbForm)> {
    let lower;
    let form = match form.bytes().any(|byte| byte.is_ascii_uppercase()) {
        true => {
            lower = form.to_ascii_lowercase();
            &lower
        }
        false => form,
    };
    let said = forms::of_verb(form);
    match said {
        Some(Form::Invariant(lemma)) => return Some((Cow::Borrowed(lemma), VerbForm::Invariant)),
        Some(Form::Base(lemma)) => return Some((Cow::Borrowed(lemma), VerbForm::Base)),
        _ => {}
    }
    let itself = word(form);
    if let Some(lemma) = itself.and_then(|entry| entry.irregular_form_of(PosSet::VERB).next()) {
        let which = match said {
            Some(Form::Past) => VerbForm::Past,
            Some(Form::Participle) => VerbForm::Participle,
            _ if form.ends_with("ing") => VerbForm::Ing,
            _ if form.ends_with('s') && !form.ends_with("ss") => VerbForm::Third,
            _ => VerbForm::PastOrParticiple,
        };
        return Some((Cow::Borrowed(lemma.key()), which));
    }
    // A verb that only looks inflected ("need", "bring", "press") is checked before the endings.
    if let Some(entry) = itself.filter(|entry| entry.is(PosSet::VERB)) {
        return Some((Cow::Borrowed(entry.key()), VerbForm::Base));
    }
    let (lemma, which) = regular(form)?;
    Some((Cow::Borrowed(lemma.key()), which))
}

fn regular(form: &str) -> Option<(Entry, VerbForm)> {
    let found = if let Some(stem) = form.strip_suffix("ing") {
        (stem_of(stem)?, VerbForm::Ing)
    } else if let Some(stem) = form.strip_suffix("ied") {
        let lemma = verb(stem, "y").or_else(|| verb(stem, "ie"))?;
        (lemma, VerbForm::PastOrParticiple)
    } else if let Some(stem) = form.strip_suffix("ed") {
        (stem_of(stem)?, VerbForm::PastOrParticiple)
    } else {
        let stem = form.strip_suffix('s')?;
        let lemma = verb(stem, "").or_else(|| match stem.strip_suffix("ie") {
            Some(base) => verb(base, "y"),
            None => verb(stem.strip_suffix('e')?, ""),
        })?;
        (lemma, VerbForm::Third)
    };
    Some(found)
}

fn verb(stem: &str, ending: &str) -> Option<Entry> {
    word_of(stem, ending).filter(|entry| entry.is(PosSet::VERB))
}

/// The verb before -ed or -ing: with its e back ("fire"), as it stands ("kill"), or undoubled ("plan").
fn stem_of(stem: &str) -> Option<Entry> {
    if stem.len() < 2 {
        return None;
    }
    verb(stem, "e").or_else(|| verb(stem, "")).or_else(|| {
        let mut letters = stem.chars();
        let last = letters.next_back()?;
        letters.as_str().ends_with(last).then(|| verb(letters.as_str(), ""))?
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_have_their_lemmas() {
        use VerbForm::*;
        for (form, lemma, which) in [
            ("killed", "kill", PastOrParticiple),
            ("Killed", "kill", PastOrParticiple),
            ("kills", "kill", Third),
            ("firing", "fire", Ing),
            ("fired", "fire", PastOrParticiple),
            ("planned", "plan", PastOrParticiple),
            ("died", "die", PastOrParticiple),
            ("dying", "die", Ing),
            ("carried", "carry", PastOrParticiple),
            ("carries", "carry", Third),
            ("went", "go", Past),
            ("gone", "go", Participle),
            ("is", "be", Third),
            ("are", "be", PastOrParticiple),
            ("said", "say", PastOrParticiple),
            ("left", "leave", PastOrParticiple),
            ("found", "find", PastOrParticiple),
            ("shot", "shoot", PastOrParticiple),
            ("wounded", "wound", PastOrParticiple),
            ("need", "need", Base),
            ("press", "press", Base),
            ("bring", "bring", Base),
            ("destroyed", "destroy", PastOrParticiple),
            ("displaced", "displace", PastOrParticiple),
            ("evacuating", "evacuate", Ing),
            ("agreed", "agree", PastOrParticiple),
            ("passes", "pass", Third),
        ] {
            let found = verb_lemma(form).unwrap_or_else(|| panic!("{form} is a verb"));
            assert_eq!((&*found.0, found.1), (lemma, which), "{form}");
        }
    }

    #[test]
    fn odd_bytes_are_no_verbs() {
        for form in ["", "s", "ed", "ing", "ééed", "żżing", "ied", "日ed"] {
            let _ = verb_lemma(form);
        }
    }
}
