//! The words on either side of a figure.

use crosscheck_lexicon::classes::{Classes, classes};
use crosscheck_model::{Claim, Span};

/// Words read on either side of a figure.
const WINDOW: usize = 32;
/// The words around a figure in its sentence, in lower case.
pub(super) struct Around<'a> {
    pub words: Vec<(&'a str, Span)>,
    pub lower: Vec<String>,
    /// Index of the first word after the figure.
    pub after: usize,
}

impl<'a> Around<'a> {
    pub(super) fn of(text: &'a str, sentence: Span, mention: Span, core: Span) -> Self {
        let bound = |at: u32, to: u32| at.max(sentence.start).min(sentence.end).min(to.max(at));
        let mut words = Vec::new();
        let near = Span {
            start: mention.start.saturating_sub(260).max(sentence.start),
            end: sentence.end.min(mention.end.saturating_add(260)),
        };
        let near = near.on_boundaries(text);
        tokens(text, near.start, bound(mention.start, u32::MAX), &mut words);
        let skip = words.len().saturating_sub(WINDOW);
        words.drain(..skip);
        let after = words.len();
        // The group "three of the dead" tells its own state: it is read with what follows.
        let start = core.end.min(mention.end);
        let held = mention.slice(text);
        let from = if held.contains(" of ") && !held.contains('%') { start } else { mention.end };
        tokens(text, from, near.end.max(from), &mut words);
        words.truncate(after + WINDOW);
        let lower = words.iter().map(|(word, _)| word.to_lowercase()).collect();
        Self { words, lower, after }
    }

    pub(super) fn lower(&self, i: usize) -> &str {
        self.lower.get(i).map_or("", String::as_str)
    }

    /// Whether a word is one of a name.
    pub(super) fn is_name(&self, i: usize) -> bool {
        let closed = Classes::STOPWORD.or(Classes::MONTH).or(Classes::WEEKDAY);
        self.words.get(i).is_some_and(|word| word.0.starts_with(char::is_uppercase))
            && !classes(self.lower(i)).has(closed)
    }

    pub(super) fn is_bar(&self, i: usize) -> bool {
        matches!(self.lower(i), ";" | "while" | "but" | "whereas" | "”" | "“" | "\"")
    }
}

/// The text between two claims.
pub(super) fn between<'t>(text: &'t str, first: &Claim, second: &Claim) -> &'t str {
    text.get(first.end as usize..second.start as usize).unwrap_or("")
}

/// Words and marks of a stretch of text.
pub(super) fn tokens<'a>(text: &'a str, from: u32, to: u32, out: &mut Vec<(&'a str, Span)>) {
    let Some(part) = text.get(from as usize..to as usize) else { return };
    let mut start = None;
    let mut push = |s: usize, e: usize| {
        if let (Ok(a), Ok(b)) = (u32::try_from(s), u32::try_from(e)) {
            out.push((&part[s..e], Span { start: from + a, end: from + b }));
        }
    };
    for (at, c) in part.char_indices() {
        if c.is_alphanumeric() {
            start = start.or(Some(at));
            continue;
        }
        if let Some(s) = start.take() {
            push(s, at);
        }
        if matches!(c, ',' | ';' | ':' | '(' | ')' | '"' | '“' | '”') {
            push(at, at + c.len_utf8());
        }
    }
    if let Some(s) = start {
        push(s, part.len());
    }
}
