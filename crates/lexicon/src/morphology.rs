//! Inflected words to their lemmas.
//!
//! Regular endings are taken off by rule and the result must be a word of the table; irregular forms come
//! with the table; `data/forms.tsv` holds what both get wrong for counts in news prose.
//! A noun that the table does not know still gets a lemma, marked as guessed, because names of things
//! outnumber any table.

mod adjective;
mod forms;
mod noun;
mod verb;

pub use adjective::adj_lemma;
pub use noun::{NounForm, Number, noun_form, noun_is_plural, noun_lemma};
pub use verb::{VerbForm, verb_lemma};
