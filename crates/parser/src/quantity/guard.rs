//! When a number is a name, a year, a label, and no quantity.

use crosscheck_lexicon::classes::Classes;
use crosscheck_lexicon::label;
use rust_decimal::prelude::ToPrimitive as _;

use super::number::{Form, Numeral};
use crate::noun_group::sort;
use crate::token::{TokenKind, Words};

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

/// "24/7", "9/11", "50-50".
fn usual_pair(words: Words<'_>, numeral: &Numeral) -> bool {
    let slash = words.surface(numeral.from + 1) == "/"
        || numeral.from > 0 && words.surface(numeral.from - 1) == "/" && words.tokens[numeral.from].glued;
    if !slash {
        return false;
    }
    let at =
        if words.surface(numeral.from + 1) == "/" { numeral.from } else { numeral.from.saturating_sub(2) };
    matches!(
        (words.surface(at), words.surface(at + 2)),
        ("24", "7") | ("9", "11") | ("7", "7") | ("50", "50")
    )
}

/// Years and days of the month.
fn is_calendar(words: Words<'_>, numeral: &Numeral, around: Around) -> bool {
    if numeral.form != Form::Plain || around.unit {
        return false;
    }
    let Some(value) = numeral.value.and_then(|value| value.to_u32()) else { return false };
    let before = numeral.from.checked_sub(1);
    let month = |i: usize| {
        words.classes(i).has(Classes::MONTH)
            && (words.tokens[i].capital
                || !matches!(words.lower(i), "may" | "march" | "mar" | "sun" | "august")
                || (i > 0 && matches!(words.lower(i - 1), "on" | "since" | "until")))
    };
    if value <= 31 && value > 0 {
        let dot = before.is_some_and(|i| words.surface(i) == "." && i > 0 && month(i - 1));
        if before.is_some_and(month) || dot || month(numeral.to) {
            return true;
        }
    }
    let digits = words.surface(numeral.from);
    if digits.len() != 4 || !(1400..=2199).contains(&value) {
        return false;
    }
    let lower = before.map_or("", |i| words.lower(i));
    let dated = before.is_some_and(month)
        || lower == ","
            && numeral.from >= 2
            && (words.tokens[numeral.from - 2].kind == TokenKind::Digits || month(numeral.from - 2))
        || matches!(
            lower,
            "in" | "since"
                | "until"
                | "till"
                | "by"
                | "from"
                | "during"
                | "before"
                | "after"
                | "early"
                | "late"
                | "mid"
                | "year"
                | "at"
                | "circa"
                | "summer"
                | "winter"
                | "spring"
                | "autumn"
                | "fall"
                | "fiscal"
                | "season"
                | "through"
                | "©"
                | "copyright"
                | "between"
                | "of"
                | "the"
                | "to"
                | "and"
                | "for"
        );
    if around.bound && around.plural_noun {
        return false;
    }
    let recent = (1900..=2050).contains(&value);
    if recent && value % 100 != 0 && !around.bound {
        return true;
    }
    // A plural noun behind makes it a count unless a word in front makes it a year.
    if around.plural_noun {
        dated && recent && !matches!(lower, "of" | "to" | "and" | "for" | "from" | "by" | "the" | "between")
    } else {
        recent || dated
    }
}

/// "+1-222-2222", "0207 123 4567".
fn is_phone(words: Words<'_>, numeral: &Numeral) -> bool {
    let joined = |i: usize| {
        matches!(words.surface(i), "-" | "–")
            && words.tokens.get(i + 1).is_some_and(|next| next.kind == TokenKind::Digits && next.glued)
    };
    let groups_after = joined(numeral.to) && joined(numeral.to + 2);
    let groups_before = numeral.from >= 4
        && joined(numeral.from - 1)
        && joined(numeral.from - 3)
        && words.tokens[numeral.from - 4].kind == TokenKind::Digits;
    let between = numeral.from >= 2
        && joined(numeral.from - 1)
        && joined(numeral.to)
        && words.tokens[numeral.from - 2].kind == TokenKind::Digits;
    groups_after || groups_before || between
}

/// "0800 555 0143", "007", "11 / 16 / 1982", a long record number.
fn is_code(words: Words<'_>, numeral: &Numeral, around: Around) -> bool {
    if numeral.form != Form::Plain {
        return false;
    }
    let coded = |i: usize| {
        words.tokens.get(i).is_some_and(|token| token.kind == TokenKind::Digits && token.span.len() >= 3)
            && words.surface(i).starts_with('0')
            && words.surface(i).bytes().any(|digit| digit != b'0')
    };
    let slash = |i: usize| words.surface(i) == "/" && words.classes(i) == Classes::NONE;
    let dated = slash(numeral.to) && slash(numeral.to + 2)
        || numeral.from >= 2
            && slash(numeral.from - 1)
            && (slash(numeral.to) || numeral.from >= 4 && slash(numeral.from - 3));
    let record =
        words.surface(numeral.from).len() >= 10 && !around.noun && !around.bound && words.tokens.len() > 3;
    let number = numeral.from;
    words.tokens.len() > 1 && coded(number)
        || coded(number + 1)
        || number.checked_sub(1).is_some_and(coded)
        || dated
        || record
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

/// "10 Downing Street", "575 Wilbraham Road".
fn is_address(words: Words<'_>, numeral: &Numeral) -> bool {
    if numeral.form != Form::Plain {
        return false;
    }
    (numeral.to..numeral.to + 5)
        .take_while(|&i| {
            words.tokens.get(i).is_some_and(|token| match token.kind {
                TokenKind::Word => {
                    token.capital || matches!(words.lower(i), "street" | "st" | "nd" | "rd" | "th")
                }
                // "9 E 71st St"
                TokenKind::Digits => i > numeral.to,
                _ => false,
            })
        })
        .any(|i| i > numeral.to && label::is_street(words.lower(i)))
}

/// "[19]"
fn is_reference(words: Words<'_>, numeral: &Numeral) -> bool {
    if numeral.form != Form::Plain || numeral.from == 0 || words.surface(numeral.from).len() > 3 {
        return false;
    }
    matches!((words.surface(numeral.from - 1), words.surface(numeral.to)), ("[", "]"))
        && words.tokens[numeral.from].glued
        && numeral.from > 1
}

/// "1." and "2)" before the first word of a line.
fn is_list_number(words: Words<'_>, numeral: &Numeral) -> bool {
    if numeral.form != Form::Plain || words.surface(numeral.from).len() > 2 {
        return false;
    }
    let bracket = numeral.from > 0 && words.surface(numeral.from - 1) == "(";
    // "1 ) explains", with no bracket open
    let open = words.tokens[numeral.from.saturating_sub(24)..numeral.from]
        .iter()
        .any(|t| t.span.slice(words.text) == "(");
    if words.surface(numeral.to) == ")" && !open {
        return true;
    }
    let opens = numeral.from == 0 || (numeral.from == 1 && bracket);
    let closes = words.surface(numeral.to) == ")" || (words.surface(numeral.to) == "." && opens);
    let more = words.tokens.get(numeral.to + 1).is_some_and(|next| next.kind == TokenKind::Word);
    opens && closes && more
}

/// "no one", "the one", "one of the", "one another".
fn is_pronoun(words: Words<'_>, numeral: &Numeral, around: Around) -> bool {
    if words.lower(numeral.from) != "one" || numeral.to != numeral.from + 1 {
        return false;
    }
    let before = numeral.from.checked_sub(1).map_or("", |i| words.lower(i));
    if matches!(before, "minus" | "negative") {
        return false;
    }
    if matches!(
        before,
        "no" | "the"
            | "this"
            | "that"
            | "each"
            | "every"
            | "any"
            | "which"
            | "some"
            | "another"
            | "number"
            | "day"
            | "part"
            | "phase"
    ) && !around.unit
    {
        return before != "the" && before != "this" && before != "that"
            || !around.noun
            || words.lower(numeral.to) == "in";
    }
    if around.unit {
        return false;
    }
    let next = words.lower(numeral.to);
    if matches!(
        next,
        "another"
            | "of"
            | "who"
            | "that"
            | "which"
            | "day"
            | "time"
            | "side"
            | "hand"
            | "thing"
            | "way"
            | "can"
            | "must"
            | "should"
            | "would"
            | "is"
            | "has"
            | "point"
    ) {
        return true;
    }
    // Alone it counts only where nothing else is said.
    !around.noun
        && (words.tokens.get(numeral.to).is_some_and(|token| token.kind == TokenKind::Word)
            || words.tokens.len() > 3
                && numeral.from > 0
                && !matches!(before, "minus" | "negative" | "is" | "and" | "to" | "or"))
}

/// "Chapter Three", "World War Two".
fn capital_name(words: Words<'_>, numeral: &Numeral) -> bool {
    let Some(before) = numeral.from.checked_sub(1) else { return false };
    let token = words.tokens[before];
    token.kind == TokenKind::Word
        && token.capital
        && words.tokens[numeral.from].capital
        && words.tokens.get(numeral.to).is_none_or(|next| next.kind != TokenKind::Word || !next.capital)
        && !token.classes.has(Classes::STOPWORD.or(Classes::BOUND).or(Classes::NUMBER))
        && (label::takes_label(words.lower(before))
            || matches!(words.lower(before), "war" | "formula" | "bbc" | "channel"))
}

/// "Group of Seven leaders", "the Six Nations title": a capital inside a sentence that is not all in capitals.
fn is_proper_name(words: Words<'_>, numeral: &Numeral) -> bool {
    let Some(before) = numeral.from.checked_sub(1) else { return false };
    let lead = words.tokens[before];
    if !words.tokens[numeral.from].capital
        || lead.kind != TokenKind::Word
        || words.surface(numeral.from).chars().nth(1).is_some_and(char::is_uppercase)
        || words.surface(before).chars().all(char::is_uppercase) && before == 0
    {
        return false;
    }
    const CLOSED: Classes = Classes::STOPWORD
        .or(Classes::PREPOSITION)
        .or(Classes::CONJUNCTION)
        .or(Classes::DETERMINER)
        .or(Classes::AUXILIARY)
        .or(Classes::PRONOUN);
    let near = before.saturating_sub(5)..(numeral.to + 6).min(words.tokens.len());
    words.tokens[near]
        .iter()
        .any(|token| token.kind == TokenKind::Word && !token.capital && !token.classes.has(CLOSED))
}

/// "All In Five": a number word with a capital after another capital and nothing that it counts.
fn in_title(words: Words<'_>, numeral: &Numeral) -> bool {
    numeral.from > 0
        && words.tokens[numeral.from].capital
        && words.tokens[numeral.from - 1].kind == TokenKind::Word
        && words.tokens[numeral.from - 1].capital
        && numeral.from > 1
}

/// "first half", "second-half", "half-time", "better half".
fn is_half_name(words: Words<'_>, numeral: &Numeral) -> bool {
    if words.lower(numeral.to - 1) != "half" {
        return false;
    }
    let Some(before) = numeral.from.checked_sub(1) else { return false };
    let at = if words.surface(before) == "-" && before > 0 { before - 1 } else { before };
    words.classes(at).has(Classes::ORDINAL)
        || matches!(
            words.lower(at),
            "this"
                | "that"
                | "latter"
                | "other"
                | "better"
                | "last"
                | "next"
                | "each"
                | "the"
                | "top"
                | "bottom"
                | "northern"
                | "southern"
                | "eastern"
                | "western"
                | "his"
                | "her"
                | "their"
                | "its"
                | "either"
                | "both"
        )
        || (matches!(words.surface(numeral.to), "-")
            && matches!(
                words.lower(numeral.to + 1),
                "time" | "back" | "brother" | "sister" | "hearted" | "life"
            ))
}
