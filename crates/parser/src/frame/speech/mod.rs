//! Who says so: verbs of speech with their subjects, "according to", and how far each reaches.

mod content;
mod marks;
mod scope;
mod verb;

use crosscheck_lexicon::traits::{self, Traits};
use crosscheck_lexicon::verb::Stance;
use crosscheck_model::Span;

pub(super) use self::scope::asides;
use super::predicate::{Range, Reader};
use super::tag::{Syntax, Tag};
use crate::token::Words;

/// One attribution inside a sentence.
#[derive(Debug, Clone)]
pub(super) struct Speech {
    /// The speaker; `None` where it is the speaker before: "adding that", "citing".
    pub source: Option<Span>,
    pub cue: Span,
    /// What the speaker is held to say.
    pub scope: Span,
    /// The verb group, for a verb of speech.
    pub group: Option<usize>,
    pub denies: bool,
    /// A source that another speaker cites: the inner link of a chain.
    pub inner: bool,
    /// "he", "it", "they", or "the statement": stands for another speaker.
    pub stands_for: Anaphor,
}

/// What must be known of a speaker to find whom it stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Anaphor {
    /// A name: stands for itself.
    None,
    /// he, she
    Person,
    /// it, the statement, the press release
    Body,
    /// they
    Group,
    /// "the ministry", "the minister": named before with the same head.
    Definite,
}

/// Every attribution of a sentence, in order.
pub(super) fn read(words: Words<'_>, syntax: &Syntax) -> Vec<Speech> {
    let mut out: Vec<Speech> = Vec::new();
    if syntax.len() == 0 {
        return out;
    }
    let reader = Reader { words, syntax };
    let end = words.tokens[syntax.len() - 1].span.end;
    let start = words.tokens[0].span.start;
    for (index, group) in syntax.groups.iter().enumerate() {
        let Some(stance) = group.said.or(group.stance()) else { continue };
        if stance == Stance::Ask {
            continue;
        }
        let Some(mut speech) = verb::read(reader, index, group, stance, (start, end)) else { continue };
        // "He blasted the firm, claiming that": who acts speaks, where no verb of speech stands before.
        if speech.source.is_none()
            && out.is_empty()
            && stance == Stance::Assert
            && let Some(subject) = reader.subject(index)
        {
            speech.source = Some(trim(words, subject));
            speech.stands_for = anaphor(words, subject);
        }
        out.push(speech);
    }
    marks::read(reader, (start, end), &mut out);
    // The first and second person are no sources.
    out.retain(|speech| {
        speech.source.is_none_or(|source| {
            let source = source.slice(words.lower);
            let last = source.rsplit(' ').next().unwrap_or(source);
            !traits::of_word(source).has(Traits::NO_SOURCE) && !matches!(last, "we" | "i" | "you")
        })
    });
    out.sort_by_key(|speech| speech.cue.start);
    scope::gapped(reader, &mut out);
    scope::by_parts(words, syntax, &mut out);
    scope::by_speakers(words, syntax, &mut out);
    out
}

/// Whether a noun without capitals can speak: a person, an office, a pronoun.
pub(in crate::frame) fn personal(head: &str) -> bool {
    matches!(head, "he" | "she" | "it" | "they")
        || crosscheck_lexicon::place::office(head).is_some()
        || crosscheck_lexicon::concept::resolve(&super::predicate::lemma_of(head), &[]).is_person()
}

/// Whether words name one side of a dispute or an authority: an office, a body, or a party with a cause of its own.
fn is_party(words: &str, head: &str) -> bool {
    let bare = words.strip_prefix("the ").unwrap_or(words);
    crosscheck_lexicon::place::office(bare).or_else(|| crosscheck_lexicon::place::office(head)).is_some()
        || crosscheck_lexicon::place::body(bare).is_some()
        || traits::of_word(head).has(Traits::PARTY)
}

/// "the owner, | Blue Lines": the name behind what it is.
fn apposed(reader: Reader<'_>, (first, last): Range) -> Range {
    let (words, syntax) = (reader.words, reader.syntax);
    let bare = !words.tokens[first + usize::from(last > first)..=last].iter().any(|token| token.capital);
    let owned = (first..last).any(|i| syntax.tag(i) == Tag::Possessive);
    if !bare && !owned || syntax.tag(last + 1) != Tag::Comma {
        return (first, last);
    }
    let initial = |i: usize| words.surface(i) == "." && words.tokens[i - 1].span.len() == 1;
    let end = (last + 2..syntax.len())
        .find(|&i| !(syntax.tag(i) == Tag::Nominal && words.tokens[i].capital || initial(i)))
        .unwrap_or(syntax.len());
    let closed = end >= syntax.len() || matches!(syntax.tag(end), Tag::Comma | Tag::Stop);
    if closed && end > last + 2 { (first, end - 1) } else { (first, last) }
}

/// The speaker's words without a leading article's adjuncts.
fn trim(words: Words<'_>, (first, last): Range) -> Span {
    words.span(first, last)
}

fn anaphor(words: Words<'_>, (first, last): Range) -> Anaphor {
    let head = words.lower(last);
    if first == last {
        match head {
            "he" | "she" => return Anaphor::Person,
            "it" => return Anaphor::Body,
            "they" | "both" | "others" => return Anaphor::Group,
            _ => {}
        }
    }
    let named = (first..=last).skip(1).any(|i| words.tokens[i].capital || words.lower(i) == "by");
    if traits::of_word(head).has(Traits::TEXT) && !named {
        return Anaphor::Body;
    }
    let definite = matches!(words.lower(first), "the" | "his" | "her" | "its" | "their");
    if definite && !named && last > first {
        return Anaphor::Definite;
    }
    Anaphor::None
}
