//! Who says so: verbs of speech with their subjects, "according to", and how far each reaches.

mod marks;

use crosscheck_lexicon::traits::{self, Traits};
use crosscheck_lexicon::verb::{Phase, Stance};
use crosscheck_model::Span;

use super::predicate::{Range, Reader};
use super::tag::{Syntax, Tag, VerbGroup};
use crate::token::{TokenKind, Words};

/// Relative clauses between commas, which the article adds to what it reports: "where 120,000 people live".
pub(super) fn asides(words: Words<'_>, syntax: &Syntax) -> Vec<Span> {
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
        if let Some(speech) = verb_speech(reader, index, group, stance, (start, end)) {
            out.push(speech);
        }
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
    by_parts(words, syntax, &mut out);
    out
}

/// "..., according to the organisers; police spoke of 8,000": where both parts of a sentence have their speaker, each keeps
/// to its own.
fn by_parts(words: Words<'_>, syntax: &Syntax, speeches: &mut [Speech]) {
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

fn verb_speech(
    reader: Reader<'_>,
    index: usize,
    group: &VerbGroup,
    stance: Stance,
    (start, end): (u32, u32),
) -> Option<Speech> {
    let (words, syntax) = (reader.words, reader.syntax);
    let cue = words.span(group.head, group.last);
    let denies = stance == Stance::Deny;
    // "was quoted as saying": the subject speaks. Any other passive has no speaker.
    let quoted_as = group.passive && matches!(group.lemma, "quote" | "cite");
    let ahead = matches!(group.phase, Some(Phase::Plan | Phase::Achieve | Phase::Fail));
    if group.passive && !quoted_as || group.infinitive && group.phase.is_none() || ahead {
        return None;
    }
    let before = group.first.checked_sub(1).map(|i| syntax.tag(i));
    let first = group.first.checked_sub(1).and_then(|_| reader.subject(index)).map(|subject| subject.0);
    let content_before = first.is_some_and(|first| left_of(reader, first));
    // "... 646, the mayor said during a broadcast": after a clause of its own, what follows is beside the point.
    let beside = content_before
        && syntax.tag(group.last + 1) == Tag::Preposition
        && first.is_some_and(|first| clause_before(reader, first));
    // "the union said its own count, based on lists, was 53": nothing stands before that could be said.
    let ahead = !content_before
        && matches!(
            syntax.tag(group.last + 1),
            Tag::Nominal | Tag::Determiner | Tag::Pronoun | Tag::Number | Tag::Adverb
        )
        && stance != Stance::Clause;
    let closes = beside || after_complement(reader, group).is_none() && !ahead;
    let left_open = matches!(before, Some(Tag::Comma | Tag::Quote));
    // "... , said Maria Quinones in Pedernales": the speaker follows the verb.
    if left_open && !group.bare_participle_only() && group.finite {
        let object = follows(reader, group.last);
        if let Some(object) = object
            && !(syntax.tag(object.0) == Tag::Pronoun && syntax.group_at(object.1 + 1).is_some())
            && inverted(reader, group, object)
        {
            return Some(Speech {
                source: Some(trim(words, object)),
                cue,
                scope: Span { start, end: words.tokens[group.first].span.start },
                group: Some(index),
                denies,
                inner: false,
                stands_for: anaphor(words, object),
            });
        }
    }
    // "adding that", "saying", "citing the president's aide": the speaker of the verb before.
    if group.ing && group.bare_participle && !group.finite {
        let citing = matches!(group.lemma, "cite" | "quote");
        if citing {
            let object = follows(reader, group.last)?;
            let whole = group.first == 0 || syntax.group_at(group.first - 1).is_none();
            let scope = if whole { Span { start, end } } else { Span { start: cue.end, end } };
            return Some(Speech {
                source: Some(trim(words, object)),
                cue,
                scope,
                group: Some(index),
                denies,
                inner: true,
                stands_for: anaphor(words, object),
            });
        }
        let said_so = index > 0 && syntax.tag(group.first.saturating_sub(1)) == Tag::Comma
            || syntax.tag(group.first.saturating_sub(1)) == Tag::Conjunction
            || words.lower(group.first.saturating_sub(1)) == "as";
        if !said_so || closes {
            return None;
        }
        return Some(Speech {
            source: None,
            cue,
            scope: Span { start: cue.end, end },
            group: Some(index),
            denies,
            inner: false,
            stands_for: Anaphor::None,
        });
    }
    let subject = reader.subject(index)?;
    // A clause verb is a verb of speech only before a clause of its own.
    let behind = content_before
        && traits::of_word(group.lemma).has(Traits::HOLDS)
        && after_complement(reader, group).is_none()
        && first.is_some_and(|first| clause_before(reader, first));
    if stance == Stance::Clause && !behind && !clause_follows(reader, group) {
        return None;
    }
    // "protests went on for days": what happens does not speak.
    if stance == Stance::Clause
        && (group.lemma == "continue" || group.phrase.is_some_and(|phrase| phrase.rest == ["on"]))
        && reader.noun_class(subject.1).is_some()
    {
        return None;
    }
    // "cited X as saying": X is a link of the chain of its own; "cited higher numbers" has the subject for its source.
    let cited = if matches!(group.lemma, "cite" | "quote") && !group.passive {
        follows(reader, group.last).filter(|object| {
            words.tokens[object.0..=object.1].iter().any(|token| token.capital)
                || personal(words.lower(object.1))
                || traits::of_word(words.lower(object.1)).has(Traits::TEXT)
        })
    } else {
        None
    };
    let chained = cited.is_some();
    let source = cited.unwrap_or(subject);
    let backward = closes && left_of(reader, subject.0);
    let scope = if backward {
        Span { start, end: words.tokens[subject.0].span.start }
    } else if closes {
        return None;
    } else {
        Span { start: cue.end, end }
    };
    // "As of ..., were surrendered," they confirmed, adding ...: what stands before is said too.
    let scope = if !backward && before_is_quote(reader, subject.0) { Span { start, end } } else { scope };
    Some(Speech {
        source: Some(trim(words, source)),
        cue,
        scope,
        group: Some(index),
        denies,
        inner: chained,
        stands_for: anaphor(words, source),
    })
}

impl VerbGroup {
    fn bare_participle_only(&self) -> bool {
        self.bare_participle && !self.finite
    }
}

/// Where the content of a verb of speech begins, or `None` when the sentence or clause ends before any.
fn after_complement(reader: Reader<'_>, group: &VerbGroup) -> Option<usize> {
    let syntax = reader.syntax;
    let mut i = group.last + 1;
    let mut seen = 0;
    while i < syntax.len() {
        match syntax.tag(i) {
            Tag::Stop => return (i + 1 < syntax.len() && reader.words.surface(i) == ":").then_some(i + 1),
            Tag::Comma => {
                // ", adding that": content of the next verb of speech.
                return None;
            }
            Tag::Subordinator | Tag::Quote => return Some(i),
            Tag::Verb | Tag::Auxiliary | Tag::Modal | Tag::To => return Some(i),
            Tag::Number => {
                seen += 1;
                if seen > 0 && !dated(reader, i) {
                    return Some(i);
                }
            }
            _ => {}
        }
        i += 1;
    }
    None
}

/// Whether a main clause stands before token `at`.
fn clause_before(reader: Reader<'_>, at: usize) -> bool {
    let syntax = reader.syntax;
    let finite = (0..at).filter_map(|i| syntax.group_at(i)).any(|g| syntax.groups[g].finite);
    let opens = (0..at).find(|&i| !matches!(syntax.tag(i), Tag::Conjunction | Tag::Quote | Tag::Stop));
    finite && opens.is_some_and(|i| syntax.tag(i) != Tag::Subordinator)
}

/// Whether a number belongs to a date: a month beside it.
fn dated(reader: Reader<'_>, i: usize) -> bool {
    use crosscheck_lexicon::classes::Classes;
    let month = |j: usize| reader.words.classes(j).has(Classes::MONTH);
    i > 0 && month(i - 1) || month(i + 1) || i > 1 && month(i - 2) || i > 2 && month(i - 3)
}

fn clause_follows(reader: Reader<'_>, group: &VerbGroup) -> bool {
    let syntax = reader.syntax;
    let mut i = group.last + 1;
    let counts = traits::of_word(group.lemma).has(Traits::COUNTS);
    // "called it the strongest quake", "called the largest fire on record"
    if group.lemma == "call" && group.phrase.is_none_or(|phrase| phrase.rest.is_empty()) {
        return syntax.tag(i) == Tag::Pronoun
            || (i..i + 4).any(|j| matches!(reader.words.lower(j), "most" | "worst" | "best"))
            || (i..i + 4).any(|j| {
                syntax.tag(j) == Tag::Nominal
                    && reader.words.lower(j).len() > 4
                    && reader.words.lower(j).ends_with("est")
            });
    }
    // "upgraded it to a 7.8", "cut the number of cases to 398"
    if traits::of_word(group.lemma).has(Traits::RECOUNTS) {
        let head = (i..i + 4).find(|&j| matches!(syntax.tag(j), Tag::Nominal | Tag::Pronoun));
        let figure = |j: usize| {
            let toll = reader
                .noun_class(j)
                .is_some_and(|class| crosscheck_lexicon::traits::of_class(class).has(Traits::RUNS));
            traits::of_word(reader.words.lower(j)).has(Traits::FIGURE) || toll
        };
        return head.is_some_and(|head| figure(head) || figure(head + 1));
    }
    while i < syntax.len() {
        match syntax.tag(i) {
            Tag::Subordinator => return true,
            Tag::Quote => return true,
            // "expect a cold front to reach the city"
            Tag::To => return counts && (2..=7).contains(&(i - group.last)),
            Tag::Comma | Tag::Stop | Tag::Relative => return false,
            Tag::Verb | Tag::Auxiliary | Tag::Modal => {
                return syntax.group_at(i).is_some_and(|g| {
                    let next = syntax.groups[g];
                    next.finite && (!next.bare_participle || i > group.last + 2)
                });
            }
            Tag::Number if counts && i <= group.last + 7 => {
                return true;
            }
            _ => {}
        }
        i += 1;
    }
    false
}

/// The noun phrase right after token `last`, cut at a preposition, comma or end.
fn follows(reader: Reader<'_>, last: usize) -> Option<Range> {
    let syntax = reader.syntax;
    let start = last + 1;
    let mut end = start;
    while syntax.tag(end).is_of_noun_phrase()
        || syntax.tag(end) == Tag::Adverb
        || syntax.tag(end) == Tag::Preposition && reader.words.lower(end) == "of"
        || syntax.tag(end) == Tag::Number && reader.words.tokens[end].kind == TokenKind::Word
    {
        end += 1;
    }
    reader.noun_phrase(start, end.checked_sub(1)?)
}

/// Whether the phrase after a verb is its subject: content before it, and nothing but adjuncts after.
fn inverted(reader: Reader<'_>, group: &VerbGroup, object: Range) -> bool {
    let syntax = reader.syntax;
    if traits::of_word(group.lemma).has(Traits::ADDRESSED) {
        return false;
    }
    let next = syntax.tag(object.1 + 1);
    let name = reader.words.tokens[object.0..=object.1].iter().any(|token| token.capital);
    let ends = matches!(next, Tag::Comma | Tag::Stop | Tag::Preposition | Tag::Quote | Tag::Relative)
        || object.1 + 1 >= syntax.len()
        || syntax.tag(object.1 + 1) == Tag::Subordinator
        || syntax.tag(object.1 + 1) == Tag::Adverb;
    let earlier = group.first > 2;
    if group.infinitive || group.phase.is_some() || !name && !personal(reader.words.lower(object.1)) {
        return false;
    }
    ends && earlier
        && (name
            || syntax.tag(object.0) == Tag::Determiner
            || syntax.tag(object.0) == Tag::Pronoun
            || next != Tag::Preposition)
}

/// Whether a noun without capitals can speak: a person, an office, a pronoun.
fn personal(head: &str) -> bool {
    matches!(head, "he" | "she" | "it" | "they")
        || crosscheck_lexicon::place::office(head).is_some()
        || crosscheck_lexicon::concept::resolve(&super::predicate::lemma_of(head), &[]).is_person()
}

/// Whether content stands before the subject: a comma or closing quotation mark.
fn left_of(reader: Reader<'_>, subject: usize) -> bool {
    subject > 0 && matches!(reader.syntax.tag(subject - 1), Tag::Comma | Tag::Quote)
        || subject > 1
            && reader.syntax.tag(subject - 1) == Tag::Determiner
            && matches!(reader.syntax.tag(subject - 2), Tag::Comma | Tag::Quote)
        || subject > 0 && matches!(reader.words.surface(subject - 1), "." | "!" | "?" | "–" | "—")
}

fn before_is_quote(reader: Reader<'_>, subject: usize) -> bool {
    subject > 1
        && reader.syntax.tag(subject - 1) == Tag::Quote
        && reader.syntax.tag(subject - 2) == Tag::Comma
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
    let named = words.tokens[first..=last].iter().skip(1).any(|token| token.capital);
    if traits::of_word(head).has(Traits::TEXT) && !named {
        return Anaphor::Body;
    }
    let definite = matches!(words.lower(first), "the" | "his" | "her" | "its" | "their");
    if definite && !named && last > first {
        return Anaphor::Definite;
    }
    Anaphor::None
}
