//! Attributions without a verb: "according to", a headline's colon, the signature of an embedded post.

use crosscheck_model::Span;

use super::{Anaphor, Speech, anaphor, personal, trim};
use crate::frame::predicate::{Range, Reader};
use crate::frame::tag::Tag;

/// Adds the attributions of a sentence that no verb makes.
pub(super) fn read(reader: Reader<'_>, whole: (u32, u32), out: &mut Vec<Speech>) {
    according(reader, whole, out);
    colon(reader, whole, out);
    signature(reader, whole, out);
}

/// "according to the ministry", "per officials", "in the words of".
fn according(reader: Reader<'_>, (start, end): (u32, u32), out: &mut Vec<Speech>) {
    let words = reader.words;
    for i in 0..reader.syntax.len().saturating_sub(1) {
        if words.lower(i) != "according" || words.lower(i + 1) != "to" {
            continue;
        }
        let mut last = i + 1;
        while matches!(reader.syntax.tag(last + 1), Tag::Conjunction | Tag::Number)
            || reader.syntax.tag(last + 1).is_of_noun_phrase()
            || words.lower(last + 1) == "of"
            || words.lower(last + 1) == "for"
        {
            last += 1;
        }
        let Some(source) = reader.noun_phrase(i + 2, last) else { continue };
        // "analysts at Kest Bank"
        let source = employer(reader, source);
        out.push(Speech {
            source: Some(trim(words, source)),
            cue: words.span(i, i + 1),
            scope: Span { start, end },
            group: None,
            denies: false,
            inner: true,
            stands_for: anaphor(words, source),
        });
    }
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

/// "Rebels hand over arms: Moscow", as headlines have it.
fn colon(reader: Reader<'_>, (start, _): (u32, u32), out: &mut Vec<Speech>) {
    let (words, syntax) = (reader.words, reader.syntax);
    let len = syntax.len();
    let Some(at) = (0..len).rev().take(7).find(|&i| words.surface(i) == ":") else { return };
    let tail = at + 1..len;
    let name = !tail.is_empty()
        && tail.len() <= 5
        && tail.clone().all(|i| matches!(syntax.tag(i), Tag::Nominal | Tag::Other | Tag::Hyphen))
        && words.tokens[at + 1].capital
        && at >= 3;
    if name {
        out.push(Speech {
            source: Some(words.span(at + 1, len - 1)),
            cue: words.tokens[at].span,
            scope: Span { start, end: words.tokens[at].span.start },
            group: None,
            denies: false,
            inner: false,
            stands_for: Anaphor::None,
        });
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
