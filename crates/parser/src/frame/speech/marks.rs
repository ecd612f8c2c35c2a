//! Attributions without a verb: "according to", a headline's colon, the signature of an embedded post.

use crosscheck_lexicon::place;
use crosscheck_lexicon::traits::{self, Traits};
use crosscheck_model::Span;

use super::{Anaphor, Speech, anaphor, apposed, is_party, personal, trim};
use crate::frame::predicate::{Range, Reader};
use crate::frame::tag::Tag;

/// Adds the attributions of a sentence that no verb makes.
pub(super) fn read(reader: Reader<'_>, whole: (u32, u32), out: &mut Vec<Speech>) {
    according(reader, whole, out);
    colon(reader, whole, out);
    signature(reader, whole, out);
}

/// Adds an attribution that reaches over `scope`.
fn push(out: &mut Vec<Speech>, reader: Reader<'_>, source: Range, cue: Range, scope: Span) {
    let words = reader.words;
    out.push(Speech {
        source: Some(trim(words, source)),
        cue: words.span(cue.0, cue.1),
        scope,
        group: None,
        denies: false,
        inner: true,
        stands_for: anaphor(words, source),
    });
}

/// "according to the ministry", "per officials", "in the words of Ann Lee", "by the union's count".
fn according(reader: Reader<'_>, (start, end): (u32, u32), out: &mut Vec<Speech>) {
    let (words, syntax) = (reader.words, reader.syntax);
    let whole = Span { start, end };
    for i in 0..syntax.len().saturating_sub(1) {
        match words.lower(i) {
            "according" if words.lower(i + 1) == "to" => {
                let Some(source) = named(reader, i + 2) else { continue };
                push(out, reader, apposed(reader, employer(reader, source)), (i, i + 1), whole);
            }
            // "12,000 a year per head" has no speaker.
            "per" if i == 0 || syntax.tag(i - 1) == Tag::Comma => {
                let Some(source) = named(reader, i + 1) else { continue };
                let known = words.tokens[source.1].capital || personal(words.lower(source.1));
                if known || syntax.tag(source.0) == Tag::Determiner {
                    push(out, reader, source, (i, i), whole);
                }
            }
            "words" if i > 1 && words.lower(i - 2) == "in" && words.lower(i + 1) == "of" => {
                let Some(source) = named(reader, i + 2) else { continue };
                push(out, reader, source, (i - 2, i + 1), whole);
            }
            "by" => {
                let Some((source, last)) = counted_by(reader, i) else { continue };
                push(out, reader, source, (i, last), whole);
            }
            // "the union's figure is 6,200"
            "'s" | "’s" | "'" | "’" if syntax.tag(i) == Tag::Possessive && i > 0 => {
                let is = syntax.group_at(i + 2).filter(|&group| syntax.groups[group].copula());
                let source = (reader.group_back(i - 1), i - 1);
                let counts = traits::of_word(words.lower(i + 1)).has(Traits::WORK.or(Traits::FIGURE));
                if is.is_some()
                    && counts
                    && is_party(words.span(source.0, i - 1).slice(words.lower), words.lower(i - 1))
                {
                    let scope = Span { start: words.tokens[i + 2].span.start, end };
                    push(out, reader, source, (i + 1, i + 1), scope);
                }
            }
            _ => {}
        }
    }
}

/// The noun phrase from token `first` on, members of a list included. A figure behind the noun is what it says.
fn named(reader: Reader<'_>, first: usize) -> Option<Range> {
    let (words, syntax) = (reader.words, reader.syntax);
    let mut last = first;
    loop {
        let tag = syntax.tag(last);
        let figure = tag == Tag::Number && (last == first || syntax.tag(last - 1) != Tag::Nominal);
        if !(figure
            || tag == Tag::Conjunction
            || tag.is_of_noun_phrase()
            || matches!(words.lower(last), "of" | "for"))
        {
            break;
        }
        last += 1;
    }
    reader.noun_phrase(first, last.checked_sub(1)?)
}

/// "by | the union | 's count", "by the count of | the union", with the last token of the phrase.
fn counted_by(reader: Reader<'_>, by: usize) -> Option<(Range, usize)> {
    let (words, syntax) = (reader.words, reader.syntax);
    let work = |i: usize| traits::of_word(words.lower(i)).has(Traits::WORK);
    if syntax.tag(by + 1) == Tag::Determiner && work(by + 2) && words.lower(by + 3) == "of" {
        let last = reader.noun_after(by + 3)?;
        return Some((apposed(reader, (by + 4, last)), last));
    }
    let owner = (by + 2..by + 7).find(|&i| syntax.tag(i) == Tag::Possessive)?;
    let count = (owner + 1..owner + 4).find(|&i| work(i))?;
    (by + 1..owner)
        .all(|i| matches!(syntax.tag(i), Tag::Determiner | Tag::Nominal | Tag::Hyphen))
        .then_some(((by + 1, owner - 1), count))
}

/// A person with the body that he belongs to: "analysts | at the bank".
fn employer(reader: Reader<'_>, (first, last): Range) -> Range {
    let words = reader.words;
    let body = matches!(words.lower(last + 1), "at" | "with" | "from" | "in") && personal(words.lower(last));
    match reader.noun_after(last + 1).filter(|&end| body && words.tokens[end].capital) {
        Some(end) => (first, end),
        None => (first, last),
    }
}

/// "Rebels hand over arms: Moscow", "Army: 12 rebels killed", as headlines have it; `Ann Lee: "It took an hour."`.
fn colon(reader: Reader<'_>, (start, end): (u32, u32), out: &mut Vec<Speech>) {
    let (words, syntax) = (reader.words, reader.syntax);
    let len = syntax.len();
    let name = |first: usize, last: usize| {
        (first..=last)
            .all(|i| matches!(syntax.tag(i), Tag::Nominal | Tag::Other | Tag::Hyphen | Tag::Possessive))
    };
    // "Owner: Blue Lines" labels what follows.
    let party = |first: usize, last: usize| {
        !traits::of_word(words.lower(last)).has(Traits::GENERIC)
            && is_party(words.span(first, last).slice(words.lower), words.lower(last))
    };
    let said = |source: Range, at: usize, scope: Span| Speech {
        source: Some(words.span(source.0, source.1)),
        cue: words.tokens[at].span,
        scope,
        group: None,
        denies: false,
        inner: false,
        stands_for: Anaphor::None,
    };
    if let Some(at) = (1..len.min(8)).find(|&i| words.surface(i) == ":") {
        let first = usize::from(syntax.tag(0) == Tag::Determiner);
        let quoted = syntax.tag(at + 1) == Tag::Quote && words.tokens[at - 1].capital;
        let told = || (at + 2..len).any(|i| syntax.group_at(i).is_some()) && party(first, at - 1);
        if first < at && name(first, at - 1) && (quoted || told()) {
            out.push(said((0, at - 1), at, Span { start: words.tokens[at].span.end, end }));
            return;
        }
    }
    let close = len - usize::from(words.surface(len - 1) == ".");
    let Some(at) = (0..close).rev().take(7).find(|&i| matches!(words.surface(i), ":" | "-" | "–" | "—"))
    else {
        return;
    };
    if at < 3 || at + 1 >= close || close - at > 6 || !name(at + 1, close - 1) {
        return;
    }
    // A dash parts the name of a site as well: only a known authority is held to speak.
    let office = || place::office(words.span(at + 1, close - 1).slice(words.lower)).is_some();
    let speaks = match words.surface(at) {
        ":" => words.tokens[at + 1].capital || party(at + 1, close - 1),
        _ => syntax.tag(at) == Tag::Stop && office(),
    };
    if speaks {
        out.push(said((at + 1, close - 1), at, Span { start, end: words.tokens[at].span.start }));
    }
}

/// "— Ann Example (@example) May 4": the signature of an embedded post.
fn signature(reader: Reader<'_>, (start, end): (u32, u32), out: &mut Vec<Speech>) {
    let (words, syntax) = (reader.words, reader.syntax);
    if syntax.len() < 4 || !matches!(words.surface(0), "—" | "–" | "-") {
        return;
    }
    let Some(handle) =
        (2..syntax.len().min(12)).find(|&i| words.surface(i) == "(" && words.surface(i + 1) == "@")
    else {
        return;
    };
    out.push(Speech {
        source: Some(words.span(1, handle - 1)),
        cue: words.tokens[0].span,
        scope: Span { start, end },
        group: None,
        denies: false,
        inner: false,
        stands_for: Anaphor::None,
    });
}
