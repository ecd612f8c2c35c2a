//! When a number is a name, a year, a label, and no quantity.

mod codes;
mod names;

use crosscheck_lexicon::classes::Classes;
use crosscheck_lexicon::label;

use super::number::{Form, Numeral};
use crate::noun_group::sort;
use crate::token::{TokenKind, Words};
use codes::{is_address, is_calendar, is_code, is_list_number, is_phone, is_reference, is_slide, usual_pair};
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
                || is_slide(words, numeral)
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
            // "£5m" has its sign in front, "p53" is a name.
            !around.money
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
        TokenKind::Word => {
            // "1.4Rp": a decimal has a unit behind it, if none of ours; "802.11ac" has none.
            let printed = words.surface(to);
            let mixed = printed.len() == 2 && next.capital && !printed.ends_with(char::is_uppercase);
            !(matches!(words.lower(to), "x" | "fold") || mixed && numeral.form == Form::Digits)
        }
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

/// "No. 12-345": a record, and no score.
pub(super) fn is_numbered(words: Words<'_>, numeral: &Numeral) -> bool {
    let dot = numeral.from > 0 && words.surface(numeral.from - 1) == ".";
    let word = numeral.from.checked_sub(1 + usize::from(dot)).map_or("", |i| words.lower(i));
    matches!(word, "no" | "nos" | "nr" | "number")
}

/// "Articles 5 and 6", "Figs. 7, 8 and 9", "Eq. (4)": a number of a list that its label opens, or in brackets behind it.
fn in_label_list(words: Words<'_>, numeral: &Numeral) -> bool {
    if numeral.form != Form::Plain || words.surface(numeral.from).len() > 4 {
        return false;
    }
    let mut numbers = 0;
    let mut brackets = words.surface(numeral.to) == ")";
    for i in (numeral.from.saturating_sub(16)..numeral.from).rev() {
        match words.tokens[i].kind {
            TokenKind::Digits if words.surface(i).len() <= 4 => numbers += 1,
            TokenKind::Symbol if matches!(words.surface(i), "(" | ")") => brackets = true,
            TokenKind::Symbol if matches!(words.surface(i), "," | "." | "-" | "–" | "&") => {}
            TokenKind::Word if matches!(words.lower(i), "and" | "or" | "to") => {}
            TokenKind::Word => {
                let lower = words.lower(i);
                let one = lower.strip_suffix('s').filter(|one| label::takes_label(one));
                let many = label::takes_label(lower) && lower.ends_with('s') || one.is_some();
                // "phases 3, 5 and 7"
                let goes_on = i + 1 == numeral.from
                    && matches!(words.lower(numeral.to), "," | "and" | "or" | "to" | "-" | "–")
                    && words.tokens.get(numeral.to + 1).is_some_and(|next| next.kind == TokenKind::Digits);
                return many && (goes_on || numbers > 0 && i + 2 < numeral.from)
                    || brackets
                        && numbers == 0
                        && words.surface(numeral.from - 1) == "("
                        && label::takes_label(lower);
            }
            _ => return false,
        }
    }
    false
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
    if !around.bound && !around.plural_noun && in_label_list(words, numeral) {
        return true;
    }
    let token = words.tokens[before];
    if token.kind != TokenKind::Word || around.bound {
        return false;
    }
    let lower = words.lower(before);
    // "β 1", "K 2": an index that was set lower. "Plan B 2" is no quantity either.
    let letter = token.span.slice(words.text);
    if letter.chars().count() == 1
        && !matches!(letter, "a" | "A" | "I")
        && !token.glued
        && numeral.form == Form::Plain
        && words.surface(numeral.from).len() == 1
        && !around.noun
    {
        return true;
    }
    // "nr. 22,240,260": a label has no thousands.
    let grouped = numeral.to >= numeral.from + 5;
    if label::takes_label(lower) && before + 2 >= numeral.from && !grouped {
        // "Table 5 shows", "Windows 11 users", but "Call 98 people"
        let then_verb =
            sort(words.lower(numeral.to)).verb == Some(crosscheck_lexicon::morphology::VerbForm::Third);
        let noun = !sort(lower).mostly_verb;
        let counts = around.plural_noun && words.lower(numeral.to) != "of";
        // "iPhone 15 costs $999"
        let brand = then_verb && words.surface(before).contains(char::is_uppercase);
        return brand || (token.capital && (before > 0 || then_verb || noun)) || !counts;
    }
    let closed =
        token.classes.has(Classes::STOPWORD.or(Classes::NUMBER).or(Classes::WEEKDAY).or(Classes::TIME_WORD));
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
