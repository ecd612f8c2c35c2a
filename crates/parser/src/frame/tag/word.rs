//! The tag of one word or mark from its classes and the tags before it.

use crosscheck_lexicon::classes::Classes;
use crosscheck_lexicon::verb::{self, Forms};

use super::Tag;
use super::group::{contracted, read_verb};
use super::verb::is_verb;
use crate::token::{TokenKind, Words};

/// Whether a sentence is set in headline capitals, where a capital says nothing.
fn headline(words: Words<'_>) -> bool {
    let (mut capital, mut small) = (0, 0);
    for token in words.tokens.iter().filter(|token| token.kind == TokenKind::Word && token.span.len() > 3) {
        if token.capital { capital += 1 } else { small += 1 }
    }
    capital > 2 * small
}

pub(super) fn tags(words: Words<'_>) -> Vec<Tag> {
    let headline = headline(words);
    let mut tags = Vec::with_capacity(words.tokens.len());
    for i in 0..words.tokens.len() {
        let tag = tag(words, &tags, i, headline);
        tags.push(tag);
    }
    tags
}

fn tag(words: Words<'_>, before: &[Tag], i: usize, headline: bool) -> Tag {
    let token = &words.tokens[i];
    match token.kind {
        TokenKind::Digits => return Tag::Number,
        // "it | 's buying": after a pronoun it is the verb.
        TokenKind::Possessive
            if i > 0
                && matches!(
                    words.lower(i - 1),
                    "it" | "he" | "she" | "that" | "there" | "who" | "what" | "here"
                ) =>
        {
            return Tag::Auxiliary;
        }
        TokenKind::Possessive => return Tag::Possessive,
        TokenKind::Symbol => return symbol(words, i),
        TokenKind::Word => {}
    }
    let lower = words.lower(i);
    let classes = token.classes;
    match lower {
        // "according to tax returns": no infinitive.
        "to" if i > 0 && words.lower(i - 1) == "according" => return Tag::Preposition,
        "to" => return if starts_infinitive(words, i) { Tag::To } else { Tag::Preposition },
        "which" | "who" | "whom" | "whose" => return Tag::Relative,
        "where" | "when" if before.last().is_some_and(|t| *t == Tag::Nominal || *t == Tag::Comma) => {
            return Tag::Subordinator;
        }
        "that" => return that(words, before, i),
        // "the 30 girls, | aged 11 to 18, | were taken": no verb of theirs.
        "aged" if words.classes(i + 1).has(Classes::NUMBER) || is_digits(words, i + 1) => {
            return Tag::Nominal;
        }
        "each"
            if verb::verb(words.lower(i + 1))
                .is_some_and(|verb| !verb.forms.has(Forms::PARTICIPLE.or(Forms::ING))) =>
        {
            return Tag::Adverb;
        }
        "so" | "yet" | "no" | "few" | "both" | "all" | "also" | "now" | "there" if lower != "there" => {
            return match lower {
                "no" | "both" | "all" => Tag::Determiner,
                "few" => Tag::Number,
                _ => Tag::Adverb,
            };
        }
        // "310,000 visitors last year" | "may last weeks"
        "last" | "past"
            if words.classes(i + 1).has(Classes::TIME_UNIT.or(Classes::MONTH).or(Classes::WEEKDAY))
                && !matches!(before.last(), Some(Tag::Modal | Tag::To | Tag::Auxiliary)) =>
        {
            return Tag::Nominal;
        }
        "t" | "n't" => return Tag::Negation,
        _ => {}
    }
    if classes.has(Classes::NEGATION) || lower.ends_with("n't") && !classes.has(Classes::AUXILIARY) {
        return if lower.len() > 4 && lower.ends_with("n't") { Tag::Auxiliary } else { Tag::Negation };
    }
    match contracted(lower) {
        "will" if lower != "will" => return Tag::Modal,
        "are" | "am" | "have" if !classes.has(Classes::AUXILIARY) => return Tag::Auxiliary,
        _ => {}
    }
    if classes.has(Classes::MODAL) && !(token.capital && i > 0 && !headline) && modal(words, before, i) {
        return Tag::Modal;
    }
    if classes.has(Classes::AUXILIARY) && !classes.has(Classes::MODAL) {
        return Tag::Auxiliary;
    }
    if classes.has(Classes::NUMBER.or(Classes::VAGUE_NUMBER)) && lower != "second" {
        return Tag::Number;
    }
    if classes.has(Classes::CLAUSE_OPENER) {
        return Tag::Subordinator;
    }
    if classes.has(Classes::PREPOSITION)
        || matches!(lower, "than" | "as" | "according" | "including" | "off" | "out" | "up" | "down")
    {
        return if matches!(lower, "out" | "up" | "down") { Tag::Adverb } else { Tag::Preposition };
    }
    if matches!(lower, "what" | "how" | "why") {
        return Tag::Subordinator;
    }
    if classes.has(Classes::PRONOUN) {
        return Tag::Pronoun;
    }
    if classes.has(Classes::DETERMINER) {
        return Tag::Determiner;
    }
    if classes.has(Classes::CONJUNCTION) {
        return Tag::Conjunction;
    }
    if classes.has(Classes::ADVERBIAL) {
        return Tag::Adverb;
    }
    // "members | whose names | remain secret": what is owned is no verb.
    let owned = i > 0 && words.lower(i - 1) == "whose";
    if !owned && is_verb(words, before, i, headline) {
        return Tag::Verb;
    }
    // "the deadly | attacks": an adjective of the noun group, whatever its ending.
    let closed = Classes::PREPOSITION
        .or(Classes::CONJUNCTION)
        .or(Classes::AUXILIARY)
        .or(Classes::DETERMINER)
        .or(Classes::PRONOUN);
    let noun = |next: usize| {
        words.tokens.get(next).is_some_and(|t| t.kind == TokenKind::Word) && !words.classes(next).has(closed)
    };
    if classes.has(Classes::ADJECTIVE) && noun(i + 1) {
        return Tag::Nominal;
    }
    if classes.has(Classes::ADVERB)
        || lower.len() > 4 && lower.ends_with("ly") && !token.capital && !classes.has(Classes::VERB)
    {
        return Tag::Adverb;
    }
    Tag::Nominal
}

fn is_digits(words: Words<'_>, i: usize) -> bool {
    words.tokens.get(i).is_some_and(|token| token.kind == TokenKind::Digits)
}

fn symbol(words: Words<'_>, i: usize) -> Tag {
    if joins_digits(words, i) {
        return Tag::Number;
    }
    match words.surface(i) {
        "," => Tag::Comma,
        "-" | "\u{2010}" | "\u{2011}" => {
            if words.tokens[i].glued && words.tokens.get(i + 1).is_some_and(|t| t.glued) {
                Tag::Hyphen
            } else {
                Tag::Stop
            }
        }
        "–" | "—" | ";" | ":" | "(" | ")" | "[" | "]" | "•" | "|" | "?" | "!" | "…" => Tag::Stop,
        "\"" | "“" | "”" | "„" | "«" | "»" => Tag::Quote,
        "." if i + 1 == words.tokens.len() => Tag::Stop,
        "." if i > 0 && words.tokens[i].glued && words.tokens[i - 1].capital => Tag::Nominal,
        "$" | "£" | "€" | "¥" | "%" => Tag::Number,
        _ => Tag::Other,
    }
}

/// The mark inside "120,000", "7.8", and the full stop of "U.S.".
fn joins_digits(words: Words<'_>, i: usize) -> bool {
    // "at 23:40" is one time, and no clause ends within it.
    matches!(words.surface(i), "," | "." | ":")
        && words.tokens[i].glued
        && i > 0
        && words.tokens[i - 1].kind == TokenKind::Digits
        && words.tokens.get(i + 1).is_some_and(|next| next.glued && next.kind == TokenKind::Digits)
}

fn starts_infinitive(words: Words<'_>, i: usize) -> bool {
    let next = i + 1;
    if words.tokens.get(next).is_none_or(|t| t.kind != TokenKind::Word || t.capital) {
        return false;
    }
    if words.classes(next).has(Classes::AUXILIARY.or(Classes::NEGATION)) {
        return true;
    }
    if words.classes(next).has(Classes::DETERMINER.or(Classes::PREPOSITION).or(Classes::NUMBER)) {
        return false;
    }
    let base = |i: usize| read_verb(words.lower(i)).is_some_and(|verb| verb.forms.has(Forms::BASE));
    if words.lower(next).ends_with("ly") {
        return base(next + 1);
    }
    if !base(next) {
        return false;
    }
    // "to aid groups": a word far more often a noun is a noun, also where a table holds it with further words.
    let told = || verb::plain(words.lower(next)).is_some_and(|plain| !plain.says_nothing());
    !crosscheck_lexicon::taxonomy::word(words.lower(next)).is_some_and(|word| {
        word.share(crosscheck_lexicon::taxonomy::PosSet::VERB) == crosscheck_lexicon::taxonomy::Share::Rare
            && !told()
    })
}

/// "that": relative after a noun before a verb, else the opening of a clause; a determiner before a noun at its start.
fn that(words: Words<'_>, before: &[Tag], i: usize) -> Tag {
    // "a fire two years ago | that killed"
    let ago = i.checked_sub(1).is_some_and(|last| matches!(words.lower(last), "ago" | "earlier" | "later"));
    let after_noun = ago || before.last().is_some_and(|tag| *tag == Tag::Nominal || *tag == Tag::Number);
    let next = words.classes(i + 1);
    if after_noun && (next.has(Classes::AUXILIARY) || next.has(Classes::VERB) && !words.tokens[i + 1].capital)
    {
        return Tag::Relative;
    }
    if matches!(before.last(), Some(Tag::Preposition) | None | Some(Tag::Quote)) {
        return Tag::Determiner;
    }
    Tag::Subordinator
}

/// "may" and "will" as modals, not the month and the testament: a verb stands near.
fn modal(words: Words<'_>, before: &[Tag], i: usize) -> bool {
    !matches!(before.last(), Some(Tag::Determiner | Tag::Preposition | Tag::Possessive))
        && words.tokens.get(i + 1).is_some_and(|t| t.kind == TokenKind::Word)
}
