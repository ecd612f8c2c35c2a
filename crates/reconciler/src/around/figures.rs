//! What the words beside a figure say of it: whether it is a part, comes on top, is of every day, is asked for, or is of before.

use crosscheck_lexicon::classes::{Classes, classes};
use crosscheck_lexicon::measures;
use crosscheck_lexicon::tie::{self, Tie};
use crosscheck_lexicon::time::{TimeWord, time_word};
use crosscheck_lexicon::traits::{self, Traits};
use crosscheck_model::{Bound, Claim, Kind};

use super::{before, behind, has_word, in_clause, words_before, words_behind};
use crate::words::{self, Word};

/// Whether a count is told as a part of a group already spoken of.
pub(crate) fn is_part(claim: &Claim, text: &str) -> bool {
    claim.kind == Kind::Count
        && (opens_with_group(before(claim, text)) || is_of_group(claim, text) || is_among(claim, text))
}

/// Whether a word stands for a group already spoken of, or opens what does.
fn is_group(word: &str) -> bool {
    word == "the" || has_trait(word, Traits::GROUPED)
}

/// "Of those rescued, | 63 were children and | 20 were tourists"
fn opens_with_group(before: &str) -> bool {
    let clause = before.rsplit(';').next().unwrap_or_default();
    let mut opening = clause.split_whitespace().skip_while(|word| !word.starts_with(char::is_alphabetic));
    opening.next().is_some_and(|word| word.eq_ignore_ascii_case("of"))
        && opening.next().is_some_and(|word| is_group(&word.to_lowercase()))
}

/// "Twelve of the injured", "a dozen of them"; "members of the crew" are no part.
fn is_of_group(claim: &Claim, text: &str) -> bool {
    let words = claim.surface.split_whitespace().chain(words_behind(claim, text).take(3));
    let lower: Vec<String> = words.map(|word| word.trim_matches(',').to_lowercase()).collect();
    let number = |word: &str| {
        word.ends_with(|c: char| c.is_ascii_digit())
            || classes(word).has(Classes::NUMBER.or(Classes::VAGUE_NUMBER))
            || word.split('-').all(|part| classes(part).has(Classes::NUMBER))
    };
    lower.windows(3).any(|of| number(&of[0]) && of[1] == "of" && is_group(&of[2]))
        // "Sixteen of its citizens": of one country's those who were there.
        || lower.windows(4).any(|of| {
            number(&of[0])
                && of[1] == "of"
                && classes(&of[2]).has(Classes::PRONOUN.or(Classes::DETERMINER))
                && traits::of_word(&of[3]).has(Traits::NATIONALS)
        })
}

/// Words beside a count in which its group is named.
const AMONG: usize = 5;

/// "Thirteen children are among the dead", "among the dead were 13 children".
fn is_among(claim: &Claim, text: &str) -> bool {
    let behind: Vec<&str> =
        words_behind(claim, text).take(AMONG).take_while(|word| !word.ends_with(',')).collect();
    let before: Vec<&str> = words_before(claim, text).take(AMONG).collect();
    let among =
        |word: &str, group: &str| word.eq_ignore_ascii_case("among") && is_group(&group.to_lowercase());
    behind.windows(2).any(|pair| among(pair[0], pair[1]))
        || before.windows(2).any(|pair| among(pair[1], pair[0]))
}

/// Words behind a count in which its rate is told.
const RATE: usize = 6;

/// The unit of time of a count that is one of every day or week: "3,500 bodies | a day", "300 people | were moved each week".
pub(crate) fn rate(claim: &Claim, text: &str) -> Word {
    if claim.kind != Kind::Count {
        return 0;
    }
    let mut words = words_behind(claim, text).take(RATE + 1);
    let (mut last, mut lead) = ("", "");
    for word in words.by_ref() {
        let bare = word.trim_end_matches(|c: char| !c.is_alphabetic());
        // "... and | a second blast", "... after | a week of rain" tell no rate.
        let led = lead != "in" && classes(lead).has(Classes::CONJUNCTION.or(Classes::PREPOSITION));
        let ranked = bare == word && bare == "second";
        let each = matches!(last, "a" | "an") && !led && !ranked || matches!(last, "per" | "each" | "every");
        if each && classes(bare).has(Classes::TIME_UNIT) {
            // "A day later", "a week after": how long after what.
            let ends = bare.len() < word.len();
            let lag = matches!(words.next().and_then(time_word), Some(TimeWord::Shift(_)));
            return if ends || !lag { words::key(Some(bare)) } else { 0 };
        }
        if bare.len() < word.len() {
            break;
        }
        (lead, last) = (last, bare);
    }
    0
}

/// Characters behind a count in which a list of its members opens.
const LIST: usize = 60;

/// Whether whoever did it is counted in: "seven people, including the gunman".
pub(crate) fn counts_doer(claim: &Claim, text: &str) -> bool {
    if claim.kind != Kind::Count {
        return false;
    }
    let near = behind(claim, text).chars().take(LIST).collect::<String>().to_lowercase();
    tie::has(&near, Tie::Part) && has_word(&near, Traits::DOER)
}

/// Whether a count is of those who are left of a group: "six others", "six other people". "Another six" come on top.
pub(crate) fn is_rest(claim: &Claim, text: &str) -> bool {
    let other = |word: &str| matches!(word.trim_end_matches([',', '.']), "other" | "others");
    claim.kind == Kind::Count
        && (claim.surface.split_whitespace().any(other)
            || behind(claim, text).starts_with(' ') && words_behind(claim, text).next().is_some_and(other))
}

/// Words before a count in which it is called one that something takes.
const REQUIRED: usize = 3;

/// Whether a count is told as one that something takes: "needs 326 seats to govern", "the 276 seats needed for it".
pub(crate) fn is_required(claim: &Claim, text: &str) -> bool {
    let takes = |word: &str| has_trait(word, Traits::REQUIRES);
    let mut behind = words_behind(claim, text);
    claim.kind == Kind::Count
        && !of_class(claim).has(Traits::PERSONS)
        && (in_clause(words_before(claim, text).take(REQUIRED)).any(takes)
            || behind.next().is_some_and(takes)
                && behind.next().is_some_and(|word| matches!(word, "to" | "for")))
}

/// Whether a count is told as one that comes on top of another.
pub(crate) fn is_added(claim: &Claim, text: &str) -> bool {
    let added = |word: &str| has_trait(word, Traits::ADDED);
    // "Another seven are missing" are all of them; another seven bodies are not.
    let class = of_class(claim);
    let state = class.has(Traits::PERSONS) && !class.has(Traits::RUNS_UP);
    let alone = || claim.surface.split_whitespace().count() == 1;
    claim.kind == Kind::Count
        && !state
        && !claim.surface.contains(" than")
        && (claim.surface.split_whitespace().any(added)
            || words_before(claim, text).next().is_some_and(added)
            || alone() && words_behind(claim, text).next().is_some_and(added))
}

/// Whether the figure is told as one of before: a cue of its frame, or "earlier" and the like before it in its sentence.
pub(crate) fn is_withdrawn(claim: &Claim, text: &str) -> bool {
    // "78 people were in the hall, and not | about 60"
    let denied = || {
        claim.kind == Kind::Count
            && matches!(claim.bound, Bound::Exact | Bound::About)
            && words_before(claim, text).next() == Some("not")
    };
    let of_before = |word: &str| measures::is_of_before(&word.to_lowercase());
    claim.cues.iter().any(|cue| cue == "previous")
        || denied()
        || before(claim, text).split(|c: char| !c.is_alphabetic()).any(of_before)
}

/// Whether a word, however it is written, has a trait.
fn has_trait(word: &str, asked: Traits) -> bool {
    traits::of_word(&word.to_lowercase()).has(asked)
}

/// Traits of what happened to what is counted.
fn of_class(claim: &Claim) -> Traits {
    let class = claim.event.as_ref().and_then(|event| event.concept.as_deref());
    class.map(traits::of_class).unwrap_or_default()
}
