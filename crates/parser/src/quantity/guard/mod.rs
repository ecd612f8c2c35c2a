//! When a number is a name, a year, a label, and no quantity.

mod codes;
mod names;

use crosscheck_lexicon::classes::Classes;
use crosscheck_lexicon::label;

use super::number::{Form, Numeral};
use crate::noun_group::sort;
use crate::token::{TokenKind, Words};
use codes::{is_address, is_calendar, is_code, is_list_number, is_phone, is_reference, usual_pair};
use names::{capital_name, in_title, is_half_name, is_pronoun, is_proper_name};

/// What was found behind the number, before it is judged.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Around {
    /// A unit or currency belongs to it.
    pub unit: bool,
    /// A unit spelled out belongs to it.
    pub named_unit: bool,
    /// A currency sign stands before it.
    pub money: bool,
    /// A bound belongs to it.
    pub bound: bool,
    /// A plural noun is counted by it.
    pub plural_noun: bool,
    /// Any noun group follows.
    pub noun: bool,
}

/// Whether the numeral is no quantity.
pub(super) fn is_name(words: Words<'_>, numeral: &Numeral, around: Around) -> bool {
    match numeral.form {
        Form::Words | Form::Ratio => {
            is_pronoun(words, numeral, around)
                || capital_name(words, numeral)
                || (!around.unit && is_proper_name(words, numeral))
                || (!around.unit && !around.noun && in_title(words, numeral))
        }
        Form::Fraction => {
            is_half_name(words, numeral) || glued_before(words, numeral, around) || usual_pair(words, numeral)
        }
        Form::Rank => false,
        Form::Plain | Form::Digits => {
            glued_before(words, numeral, around)
                || (!around.unit && glued_after(words, numeral))
                || usual_pair(words, numeral)
                || is_calendar(words, numeral, around)
                || is_phone(words, numeral)
                || (!around.unit && is_code(words, numeral, around))
                || (!around.unit
                    && (is_label(words, numeral, around)
                        || is_address(words, numeral)
                        || is_reference(words, numeral)
                        || is_list_number(words, numeral)))
        }
    }
}

/// "F-16", "COVID-19", "A1", "M21".
fn glued_before(words: Words<'_>, numeral: &Numeral, around: Around) -> bool {
    let from = numeral.from;
    if from == 0 || !words.tokens[from].glued {
        return false;
    }
    let before = words.tokens[from - 1];
    let hyphen = matches!(words.surface(from - 1), "-" | "‐" | "‑" | "–");
    match before.kind {
        TokenKind::Word => {
            !around.money
                && crosscheck_lexicon::unit::money(|i| if i == 0 { words.surface(from - 1) } else { "" })
                    .is_none()
        }
        TokenKind::Symbol if hyphen => {
            before.glued
                && from >= 2
                && !around.named_unit
                && match words.tokens[from - 2].kind {
                    TokenKind::Word => !matches!(
                        words.lower(from - 2),
                        "minus" | "mid" | "sub" | "under" | "over" | "near" | "plus"
                    ),
                    TokenKind::Digits => false,
                    _ => false,
                }
        }
        TokenKind::Symbol => {
            matches!(words.surface(from - 1), "#" | "@" | "_" | "№")
                || (words.surface(from - 1) == ":"
                    && from >= 2
                    && words.tokens[from - 2].kind == TokenKind::Digits
                    && before.glued)
                || (words.surface(from - 1) == "."
                    && before.glued
                    && from >= 2
                    && words.tokens[from - 2].kind == TokenKind::Digits)
                || (words.surface(from - 1) == "."
                    && before.glued
                    && from >= 2
                    && words.tokens[from - 2].kind == TokenKind::Word
                    && words.surface(from - 2).len() < 3)
        }
        _ => false,
    }
}

/// "9AB8", "3D", "1990s", "2:30", "24703L".
fn glued_after(words: Words<'_>, numeral: &Numeral) -> bool {
    let to = numeral.to;
    let Some(next) = words.tokens.get(to).filter(|next| next.glued) else { return false };
    match next.kind {
        TokenKind::Word => !matches!(words.lower(to), "x" | "fold"),
        TokenKind::Symbol => {
            let then = words.tokens.get(to + 1).filter(|then| then.glued);
            let Some(then) = then else { return false };
            match words.surface(to) {
                ":" => then.kind == TokenKind::Digits,
                "." | "/" => then.kind == TokenKind::Digits,
                "-" => {
                    then.kind == TokenKind::Word
                        && (then.span.len() == 1
                            || then.capital && words.surface(to + 1).chars().all(char::is_uppercase))
                }
                _ => false,
            }
        }
        _ => false,
    }
}

/// "Resolution 2758", "Boeing 737", "No. 5", "channel 4".
fn is_label(words: Words<'_>, numeral: &Numeral, around: Around) -> bool {
    // "787 Dreamliner", "358 El Brillo Way"
    let next = words
        .tokens
        .get(numeral.to)
        .filter(|next| next.kind == TokenKind::Word && next.capital && !next.glued);
    if let Some(next) = next
        && numeral.form == Form::Plain
        && !around.plural_noun
        && !around.bound
        && !next.classes.has(Classes::WEEKDAY.or(Classes::MONTH).or(Classes::STOPWORD))
        && !sort(words.lower(numeral.to)).adjective
        && words.surface(numeral.from) != "1"
        && !next.span.slice(words.text).chars().all(char::is_uppercase)
    {
        return true;
    }
    let Some(mut before) = numeral.from.checked_sub(1) else { return false };
    if words.surface(before) == "." && words.tokens[before].glued && before > 0 {
        before -= 1;
    }
    if matches!(words.surface(before), "#" | "№") {
        return true;
    }
    let token = words.tokens[before];
    if token.kind != TokenKind::Word || around.bound {
        return false;
    }
    let lower = words.lower(before);
    // "nr. 22,240,260": a label has no thousands.
    let grouped = numeral.to >= numeral.from + 5;
    if label::takes_label(lower) && before + 2 >= numeral.from && !grouped {
        // "Table 5 shows", "Windows 11 users", but "Call 98 people"
        let then_verb =
            sort(words.lower(numeral.to)).verb == Some(crosscheck_lexicon::morphology::VerbForm::Third);
        let noun = !sort(lower).mostly_verb;
        let counts = around.plural_noun && words.lower(numeral.to) != "of";
        return (token.capital && (before > 0 || then_verb || noun)) || !counts;
    }
    let closed = token.classes.has(
        Classes::STOPWORD.or(Classes::BOUND).or(Classes::NUMBER).or(Classes::WEEKDAY).or(Classes::TIME_WORD),
    );
    // "Boeing 737", "Xbox 360": a name, a short number, and nothing that it counts.
    if !token.capital || closed || before + 1 != numeral.from || numeral.form != Form::Plain {
        return false;
    }
    let upper = words.surface(before).chars().all(char::is_uppercase) && words.surface(before).len() > 1;
    let ends = match words.tokens.get(numeral.to) {
        None => before > 0 || !upper,
        Some(next) => next.kind != TokenKind::Symbol || !matches!(words.surface(numeral.to), "%" | ":"),
    };
    // A sentence's first word has its capital for another reason, unless it is no common word.
    let name = before > 0 || !sort(lower).known;
    name && ends && !around.plural_noun && (words.surface(numeral.from).len() <= 4 || upper)
}
