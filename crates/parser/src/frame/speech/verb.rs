//! Verbs of speech: who says, and how far it reaches.

use crosscheck_lexicon::traits::{self, Traits};
use crosscheck_lexicon::verb::{Phase, Stance};
use crosscheck_model::Span;

use super::content::{after_complement, clause_before, clause_follows, resumes};
use super::{Anaphor, Speech, anaphor, apposed, personal, trim};
use crate::frame::predicate::{Range, Reader, lemma_of};
use crate::frame::tag::{Tag, VerbGroup};
use crate::token::TokenKind;

pub(super) fn read(
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
    // "rejected a $4 billion bid", "dismissed the jury": only words that somebody said are denied so.
    if denies
        && traits::of_word(group.lemma).has(Traits::TURNS_DOWN)
        && reader.object_head(group).is_some_and(|noun| {
            let traits = traits::of_word(&lemma_of(words.lower(noun)));
            !traits.has(Traits::TEXT.or(Traits::FIGURE).or(Traits::SAID))
        })
    {
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
            let object = apposed(reader, object);
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
    let work = is_work(reader, subject);
    let subject = if work { with_author(reader, subject, group.first) } else { apposed(reader, subject) };
    // A clause verb is a verb of speech only before a clause of its own.
    let behind = content_before
        && traits::of_word(group.lemma).has(Traits::HOLDS)
        && after_complement(reader, group).is_none()
        && first.is_some_and(|first| clause_before(reader, first));
    let told = behind || clause_follows(reader, group) || work && tells(reader, group);
    if stance == Stance::Clause && !told {
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
        let end = if resumes(reader, group) { end } else { words.tokens[subject.0].span.start };
        Span { start, end }
    } else if closes {
        return None;
    } else {
        // "the walkout, which the company says 400 joined, | cost": no further than its clause.
        let relative = subject.0.checked_sub(1).is_some_and(|i| syntax.tag(i) == Tag::Relative);
        let close = (group.last + 1..syntax.len()).find(|&i| relative && syntax.tag(i) == Tag::Comma);
        Span { start: cue.end, end: close.map_or(end, |i| words.tokens[i].span.start) }
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

/// Whether a subject is a count or inquiry that speaks for whoever made it: "a survey of 1,200 firms".
fn is_work(reader: Reader<'_>, (first, last): Range) -> bool {
    let of = (first..=last).find(|&i| reader.syntax.tag(i) == Tag::Preposition);
    let head = of.map_or(last, |of| of.saturating_sub(1));
    traits::of_word(reader.words.lower(head)).has(Traits::WORK.or(Traits::TEXT))
}

/// The subject with whoever made it: "data | released by the statistics office".
fn with_author(reader: Reader<'_>, subject: Range, verb: usize) -> Range {
    let by = (subject.1 + 1..verb).find(|&i| matches!(reader.words.lower(i), "by" | "from"));
    let author = by.and_then(|by| reader.noun_after(by)).filter(|author| *author < verb);
    (subject.0, author.unwrap_or(subject.1))
}

/// Whether a figure or a clause follows a verb directly.
fn tells(reader: Reader<'_>, group: &VerbGroup) -> bool {
    (group.last + 1..group.last + 9)
        .map(|i| reader.syntax.tag(i))
        .take_while(|tag| !matches!(tag, Tag::Comma | Tag::Stop))
        .any(|tag| matches!(tag, Tag::Number | Tag::Verb | Tag::Auxiliary | Tag::Modal))
}

impl VerbGroup {
    fn bare_participle_only(&self) -> bool {
        self.bare_participle && !self.finite
    }
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
