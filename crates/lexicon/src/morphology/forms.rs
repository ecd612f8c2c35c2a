//! The table of forms that rules and WordNet get wrong.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::table::rows;

/// What `data/forms.tsv` says of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// A plural of the lemma.
    PluralOf(&'static str),
    /// Plural by agreement, and its own lemma.
    PluralOnly(&'static str),
    /// One form for both numbers.
    Either(&'static str),
    /// A singular that looks plural.
    Singular(&'static str),
    /// A verb whose base, past and participle look alike.
    Invariant(&'static str),
    /// A verb's base form, though it is also another verb's past.
    Base(&'static str),
    /// A past tense only.
    Past,
    /// A past participle only.
    Participle,
}

static NOUNS: LazyLock<FxHashMap<&'static str, Form>> = LazyLock::new(|| read(Form::is_noun));
static VERBS: LazyLock<FxHashMap<&'static str, Form>> = LazyLock::new(|| read(|form| !form.is_noun()));

impl Form {
    fn is_noun(self) -> bool {
        matches!(self, Form::PluralOf(_) | Form::PluralOnly(_) | Form::Either(_) | Form::Singular(_))
    }
}

fn read(is_wanted: impl Fn(Form) -> bool) -> FxHashMap<&'static str, Form> {
    let mut map = FxHashMap::default();
    for row in rows(include_str!("../../data/forms.tsv")) {
        for word in row.list(1) {
            let lemma = match row.cell(2) {
                "" => word,
                lemma => lemma,
            };
            let form = match row.cell(0) {
                "plural" => Form::PluralOf(lemma),
                "mass" => Form::PluralOnly(lemma),
                "either" => Form::Either(lemma),
                "singular" => Form::Singular(lemma),
                "invariant" => Form::Invariant(lemma),
                "base" => Form::Base(lemma),
                "past" => Form::Past,
                "participle" => Form::Participle,
                // A test over the table holds that there is no other kind.
                _ => continue,
            };
            if is_wanted(form) {
                map.insert(word, form);
            }
        }
    }
    map
}

/// What the table says of a noun, given in lower case.
pub(super) fn of_noun(word: &str) -> Option<Form> {
    NOUNS.get(word).copied()
}

/// What the table says of a verb, given in lower case.
pub(super) fn of_verb(word: &str) -> Option<Form> {
    VERBS.get(word).copied()
}

#[cfg(test)]
mod tests {
    use crate::table::rows;

    #[test]
    fn every_row_is_of_a_known_kind_and_has_a_reason() {
        let kinds = ["plural", "mass", "either", "singular", "invariant", "base", "past", "participle"];
        for row in rows(include_str!("../../data/forms.tsv")) {
            assert!(kinds.contains(&row.cell(0)), "line {}", row.line);
            assert_eq!(row.width(), 4, "line {}", row.line);
            assert!(!row.reason().is_empty(), "line {}", row.line);
        }
    }
}
