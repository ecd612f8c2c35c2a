//! How far what is said reaches where a sentence has several speakers or an aside of its own.

use crosscheck_lexicon::classes::Classes;
use crosscheck_model::Span;

use super::{Anaphor, Speech, is_party};
use crate::frame::predicate::Reader;
use crate::frame::tag::{Syntax, Tag};
use crate::token::Words;

/// Relative clauses between commas, which the article adds to what it reports: "where 120,000 people live".
pub(in crate::frame) fn asides(words: Words<'_>, syntax: &Syntax) -> Vec<Span> {
    let mut out = Vec::new();
    for i in 1..syntax.len() {
        let relative = matches!(words.lower(i), "which" | "who" | "where") && syntax.tag(i - 1) == Tag::Comma;
        if !relative {
            continue;
        }
        let last = (i + 1..syntax.len())
            .find(|&j| syntax.tag(j) == Tag::Comma || syntax.tag(j) == Tag::Quote || words.surface(j) == ";")
            .map_or(syntax.len() - 1, |j| j - 1);
        out.push(words.span(i, last));
    }
    out
}

/// "..., according to the organisers; police spoke of 8,000": where both parts of a sentence have their speaker, each keeps
/// to its own.
pub(super) fn by_parts(words: Words<'_>, syntax: &Syntax, speeches: &mut [Speech]) {
    let parts: Vec<u32> =
        (0..syntax.len()).filter(|&i| words.surface(i) == ";").map(|i| words.tokens[i].span.start).collect();
    if parts.is_empty() || speeches.len() < 2 {
        return;
    }
    let part = |at: u32| parts.partition_point(|end| *end <= at);
    let cues: Vec<u32> = speeches.iter().map(|speech| speech.cue.start).collect();
    for speech in speeches {
        let own = part(speech.cue.start);
        if cues.iter().all(|cue| part(*cue) == own) {
            continue;
        }
        let start = own.checked_sub(1).map_or(speech.scope.start, |before| parts[before]);
        let end = parts.get(own).copied().unwrap_or(speech.scope.end);
        speech.scope =
            Span { start: speech.scope.start.max(start), end: speech.scope.end.min(end).max(start) };
    }
}

/// "Twelve died, police said, six of them at once, while | the union spoke of 15": what goes on behind one speaker ends
/// where the clause of the next begins.
pub(super) fn by_speakers(words: Words<'_>, syntax: &Syntax, speeches: &mut [Speech]) {
    let starts: Vec<u32> = speeches
        .iter()
        .map(|speech| speech.source.map_or(u32::MAX, |source| source.start.min(speech.cue.start)))
        .collect();
    for (n, speech) in speeches.iter_mut().enumerate() {
        let between = speech.scope.start < speech.cue.start && speech.scope.end > speech.cue.end;
        let next =
            starts[n + 1..].iter().copied().find(|start| *start > speech.cue.end && *start != u32::MAX);
        let (true, Some(_), Some(next)) = (between, speech.group, next) else { continue };
        let parts = |i: &usize| {
            matches!(syntax.tag(*i), Tag::Comma | Tag::Stop | Tag::Conjunction | Tag::Subordinator)
                && words.tokens[*i].span.start >= speech.cue.end
                && words.tokens[*i].span.start < next
        };
        let close = (0..syntax.len()).rev().find(parts);
        speech.scope.end = close.map_or(next, |i| words.tokens[i].span.start);
    }
}

/// "The company says 3,900 joined and | the union more than 6,000": a second speaker without a verb of its own.
pub(super) fn gapped(reader: Reader<'_>, speeches: &mut Vec<Speech>) {
    let (words, syntax) = (reader.words, reader.syntax);
    let mut found = Vec::new();
    for speech in
        speeches.iter_mut().filter(|speech| speech.group.is_some() && speech.scope.start == speech.cue.end)
    {
        let first = words.tokens.partition_point(|token| token.span.start < speech.scope.start);
        for at in first..syntax.len() {
            if words.tokens[at].span.start >= speech.scope.end {
                break;
            }
            if !matches!(syntax.tag(at), Tag::Conjunction | Tag::Comma) && words.surface(at) != ";" {
                continue;
            }
            let end = (at + 1..at + 6)
                .find(|&i| {
                    !matches!(syntax.tag(i), Tag::Nominal | Tag::Determiner | Tag::Hyphen)
                        || words.classes(i).has(Classes::FIGURE_OPENER)
                })
                .unwrap_or(at + 1);
            if end < at + 2 || !is_party(words.span(at + 1, end - 1).slice(words.lower), words.lower(end - 1))
            {
                continue;
            }
            let figure = (end..end + 4)
                .find(|&i| {
                    !matches!(syntax.tag(i), Tag::Adverb | Tag::Preposition | Tag::Determiner)
                        && !words.classes(i).has(Classes::FIGURE_OPENER)
                })
                .is_some_and(|i| syntax.tag(i) == Tag::Number);
            let close = (end..syntax.len())
                .find(|&i| matches!(syntax.tag(i), Tag::Comma | Tag::Stop | Tag::Conjunction))
                .unwrap_or(syntax.len());
            if !figure || (end..close).any(|i| syntax.group_at(i).is_some()) {
                continue;
            }
            let last = words.tokens[close - 1].span.end;
            found.push(Speech {
                source: Some(words.span(at + 1, end - 1)),
                cue: speech.cue,
                scope: Span { start: words.tokens[end].span.start, end: last },
                group: None,
                denies: speech.denies,
                inner: false,
                stands_for: Anaphor::None,
            });
            speech.scope.end = words.tokens[at].span.start;
            break;
        }
    }
    speeches.extend(found);
}
