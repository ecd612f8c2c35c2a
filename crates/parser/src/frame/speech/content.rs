//! What is said: where the content of a verb of speech begins, and whether there is any.

use crosscheck_lexicon::traits::{self, Traits};

use crate::frame::predicate::Reader;
use crate::frame::tag::{Tag, VerbGroup};

/// Where the content of a verb of speech begins, or `None` when the sentence or clause ends before any.
pub(super) fn after_complement(reader: Reader<'_>, group: &VerbGroup) -> Option<usize> {
    let syntax = reader.syntax;
    let mut i = group.last + 1;
    let mut seen = 0;
    while i < syntax.len() {
        match syntax.tag(i) {
            // "The ministry said:", with a list below.
            Tag::Stop => return (reader.words.surface(i) == ":").then_some(i + 1),
            // "reported, citing two officials, | that"
            Tag::Comma if matches!(reader.words.lower(i + 1), "citing" | "quoting") => {
                let close = (i + 2..syntax.len()).find(|&j| syntax.tag(j) == Tag::Comma)?;
                i = close;
            }
            // ", adding that": content of the next verb of speech.
            Tag::Comma => return None,
            Tag::Subordinator | Tag::Quote => return Some(i),
            Tag::Verb | Tag::Auxiliary | Tag::Modal | Tag::To => return Some(i),
            Tag::Number => {
                seen += 1;
                if seen > 0 && !dated(reader, i) {
                    return Some(i);
                }
            }
            _ => {}
        }
        i += 1;
    }
    None
}

/// Whether a main clause stands before token `at`.
pub(super) fn clause_before(reader: Reader<'_>, at: usize) -> bool {
    let syntax = reader.syntax;
    let finite = (0..at).filter_map(|i| syntax.group_at(i)).any(|g| syntax.groups[g].finite);
    let opens = (0..at).find(|&i| !matches!(syntax.tag(i), Tag::Conjunction | Tag::Quote | Tag::Stop));
    finite && opens.is_some_and(|i| syntax.tag(i) != Tag::Subordinator)
}

/// Whether what is said goes on behind the speaker: "Twelve died, | police said, | six of them in hospital". A conjunction
/// opens a clause that may be the article's own, a relative clause is.
pub(super) fn resumes(reader: Reader<'_>, group: &VerbGroup) -> bool {
    let syntax = reader.syntax;
    let adjunct = |i: usize| {
        matches!(
            syntax.tag(i),
            Tag::Preposition | Tag::Determiner | Tag::Nominal | Tag::Number | Tag::Possessive | Tag::Adverb
        )
    };
    let comma = (group.last + 1..group.last + 9).find(|&i| !adjunct(i)).unwrap_or(group.last + 1);
    let after = reader.words.lower(comma + 1);
    comma + 1 < syntax.len()
        && (syntax.tag(comma) == Tag::Comma || reader.words.surface(comma) == ";")
        && !matches!(syntax.tag(comma + 1), Tag::Conjunction | Tag::Relative | Tag::Verb | Tag::Quote)
        && !matches!(after, "while" | "whereas" | "when" | "where" | "as")
}

/// Whether a number belongs to a date: a month beside it.
fn dated(reader: Reader<'_>, i: usize) -> bool {
    use crosscheck_lexicon::classes::Classes;
    let month = |j: usize| reader.words.classes(j).has(Classes::MONTH);
    i > 0 && month(i - 1) || month(i + 1) || i > 1 && month(i - 2) || i > 2 && month(i - 3)
}

pub(super) fn clause_follows(reader: Reader<'_>, group: &VerbGroup) -> bool {
    let syntax = reader.syntax;
    let mut i = group.last + 1;
    let counts = traits::of_word(group.lemma).has(Traits::COUNTS);
    // "called it the strongest quake", "called the largest fire on record"
    if group.lemma == "call" && group.phrase.is_none_or(|phrase| phrase.rest.is_empty()) {
        return syntax.tag(i) == Tag::Pronoun
            || (i..i + 4).any(|j| matches!(reader.words.lower(j), "most" | "worst" | "best"))
            || (i..i + 4).any(|j| {
                syntax.tag(j) == Tag::Nominal
                    && reader.words.lower(j).len() > 4
                    && reader.words.lower(j).ends_with("est")
            });
    }
    // "accuse Smith of stealing"
    if group.lemma == "accuse" {
        return true;
    }
    // "posted a net profit of 1.2 billion"
    if traits::of_word(group.lemma).has(Traits::ACCOUNTS)
        && let Some(sum) = (i..i + 5).find_map(|j| reader.noun_class(j))
    {
        return traits::of_class(sum).has(Traits::FLOW);
    }
    // "upgraded it to a 7.8", "cut the number of cases to 398"
    if traits::of_word(group.lemma).has(Traits::RECOUNTS) {
        let head = (i..i + 4).find(|&j| matches!(syntax.tag(j), Tag::Nominal | Tag::Pronoun));
        let figure = |j: usize| {
            let toll = reader
                .noun_class(j)
                .is_some_and(|class| crosscheck_lexicon::traits::of_class(class).has(Traits::RUNS));
            traits::of_word(reader.words.lower(j)).has(Traits::FIGURE) || toll
        };
        return head.is_some_and(|head| figure(head) || figure(head + 1));
    }
    while i < syntax.len() {
        match syntax.tag(i) {
            Tag::Subordinator => return true,
            Tag::Quote => return true,
            // "expect a cold front to reach the city"
            Tag::To => return counts && i <= group.last + 7,
            Tag::Comma | Tag::Stop | Tag::Relative => return false,
            Tag::Verb | Tag::Auxiliary | Tag::Modal => {
                return syntax.group_at(i).is_some_and(|g| {
                    let next = syntax.groups[g];
                    next.finite && (!next.bare_participle || i > group.last + 2)
                });
            }
            Tag::Number if counts && i <= group.last + 7 => {
                return true;
            }
            _ => {}
        }
        i += 1;
    }
    false
}
