//! From attributions of single sentences to the speakers of a mention: quotations over several sentences, pronouns,
//! "the statement", chains.

use crosscheck_lexicon::place;
use crosscheck_lexicon::traits::{self, Traits};
use crosscheck_model::raw::frame::RawSpeaker;
use crosscheck_model::{Sentence, Span};
use rustc_hash::FxHashMap;

use super::quote::{self, Quote};
use super::speech::{self, Anaphor, Speech};
use super::tag::Syntax;
use crate::token::{self, Words};

/// How many sentences back a speaker is looked for.
const REACH: usize = 6;

/// How many sentences without a speaker of their own go on with what one has said.
const CARRIED: usize = 4;

/// How many items of a list are under one sentence.
const LISTED: usize = 12;

/// Attributions by sentence, read when first asked for.
pub(super) struct Speakers<'a> {
    text: &'a str,
    lower: &'a str,
    sentences: &'a [Sentence],
    read: FxHashMap<usize, Vec<Speech>>,
    /// Relative clauses that are the article's own, in order.
    asides: Vec<Span>,
}

/// A speaker found: its words, and what a definite description was said of before.
type Found = (Span, Option<Span>);

impl<'a> Speakers<'a> {
    pub(super) fn new(
        text: &'a str,
        lower: &'a str,
        sentences: &'a [Sentence],
        read: Vec<(u32, Vec<Speech>)>,
        asides: Vec<Span>,
    ) -> Self {
        let read = read.into_iter().map(|(index, speeches)| (index as usize, speeches)).collect();
        Self { text, lower, sentences, read, asides }
    }

    /// Who says what stands at `mention`, outermost first, and whether a speaker denies it; `group` is the verb a date
    /// hangs on.
    pub(super) fn of(
        &mut self,
        mention: Span,
        sentence: u32,
        group: Option<usize>,
        quotes: &[Quote],
    ) -> (Vec<RawSpeaker>, bool) {
        let index = sentence as usize;
        let around = quote::around(quotes, mention);
        let after = self.asides.partition_point(|aside| aside.start <= mention.start);
        let aside =
            self.asides[..after].last().copied().filter(|aside| aside.contains(mention) && around.is_none());
        let mut said: Vec<(u32, Speech, usize, bool)> = Vec::new();
        for (n, speech) in self.speeches(index).iter().enumerate() {
            // The date of a saying is the speaker's: "the ministry said on Friday".
            let own = speech.group.is_some() && speech.group == group;
            let named_in = speech.source.is_some_and(|source| source.overlaps(mention));
            // "The quake, which struck at dusk, hurt 40, the mayor said": unless the speaker stands right behind the clause.
            let beside = |aside: Span| {
                let from =
                    speech.source.map_or(speech.cue.start, |source| source.start.min(speech.cue.start));
                speech.cue.end <= aside.start || from > aside.end + 3
            };
            if aside.is_some_and(beside) {
                continue;
            }
            if (speech.scope.contains(mention) || own) && !named_in {
                let outside = around.is_some_and(|quote| !quote.span.contains(speech.cue));
                said.push((speech.scope.len() as u32, speech.clone(), n, outside));
            }
        }
        let mut out: Vec<RawSpeaker> = Vec::new();
        let mut denied = false;
        let quoted_here = said.iter().any(|(_, _, _, outside)| *outside);
        if let Some(quote) = around
            && !quoted_here
            && let Some((speech, at, n)) = self.of_quote(quote, index)
            && let Some((source, antecedent)) = self.source(&speech, at, n)
        {
            out.push(super::raw_speaker(source, speech.cue, true, antecedent));
        }
        // A cited source is inmost; else the wider scope is the outer speaker, and of two alike the later cue the inner.
        said.sort_by_key(|(len, speech, _, _)| (speech.inner, std::cmp::Reverse(*len), speech.cue.start));
        for (_, speech, n, outside) in said {
            let Some((source, antecedent)) = self.source(&speech, index, n) else { continue };
            denied |= speech.denies;
            if out.iter().any(|speaker| speaker.source == source) || source.overlaps(mention) {
                continue;
            }
            out.push(super::raw_speaker(source, speech.cue, outside, antecedent));
        }
        if out.is_empty()
            && around.is_none()
            && let Some((speech, at, n)) = self.carried(index).or_else(|| self.heading(index))
            && let Some((source, antecedent)) = self.source(&speech, at, n)
        {
            denied |= speech.denies;
            out.push(super::raw_speaker(source, speech.cue, false, antecedent));
        }
        // "..., his office said on Wednesday", "rejected it in a letter of March 14": nobody denies the day of what is said.
        let telling = group.is_some() && self.speeches(index).iter().any(|speech| speech.group == group);
        (out, denied && !telling)
    }

    /// Whether a sentence goes on with what the one before it in the paragraph has said: "..., the owner said. | It paid ...",
    /// "At the last test, | her pulse was 72".
    fn goes_on(&self, index: usize) -> bool {
        let Some(before) = index.checked_sub(1).and_then(|before| self.sentences.get(before)) else {
            return false;
        };
        let Some(sentence) = self.sentences.get(index) else { return false };
        let gap = Span { start: before.span.end, end: sentence.span.start.max(before.span.end) };
        let words = sentence.span.slice(self.lower);
        let opens = |part: &str| {
            let first = part.split(|c: char| !c.is_alphabetic()).next().unwrap_or("");
            traits::of_word(first).has(Traits::CARRIES)
        };
        let behind = words.split_once(", ").filter(|(lead, _)| lead.len() < 60 && !lead.contains('"'));
        (opens(words) || behind.is_some_and(|(_, rest)| opens(rest)))
            && before.block == sentence.block
            && !gap.slice(self.text).contains('\n')
    }

    /// The attribution that the sentences before carry on to this one: the last of the nearest sentence that has any.
    fn carried(&mut self, index: usize) -> Option<(Speech, usize, usize)> {
        for at in (index.saturating_sub(CARRIED)..index).rev() {
            if !self.goes_on(at + 1) {
                return None;
            }
            let speeches = self.speeches(at);
            if let Some(n) = speeches.len().checked_sub(1) {
                return Some((speeches[n].clone(), at, n));
            }
        }
        None
    }

    /// The attribution of the sentence over a list: "The fire service said: | - Seven have died."
    fn heading(&mut self, index: usize) -> Option<(Speech, usize, usize)> {
        let item = |at: usize| {
            let words = self.sentences.get(at)?.span.slice(self.text);
            Some(words.starts_with(['•', '-', '–', '*', '·', '‣', '▪', '●']))
        };
        if !item(index)? {
            return None;
        }
        let at = (index.saturating_sub(LISTED)..index).rev().find(|&at| item(at) == Some(false))?;
        if !self.sentences.get(at)?.span.slice(self.text).trim_end().ends_with(':') {
            return None;
        }
        let end = self.sentences.get(at)?.span.end;
        let speeches = self.speeches(at);
        let n = speeches.iter().rposition(|speech| speech.inner || speech.scope.end >= end)?;
        Some((speeches[n].clone(), at, n))
    }

    /// The attribution of a quotation whose own sentence has none for the mention.
    fn of_quote(&mut self, quote: Quote, index: usize) -> Option<(Speech, usize, usize)> {
        let sentence = self.sentences.get(index)?.span;
        // Scare quotes inside a sentence have no speaker of their own.
        let whole = quote.span.start <= sentence.start + 1 && quote.span.end + 1 >= sentence.end
            || quote.first < index
            || quote.last > index;
        if !whole {
            return None;
        }
        for at in [quote.last, quote.first] {
            let speeches = self.speeches(at);
            if let Some(n) = speeches.iter().position(|speech| {
                !quote.span.contains(speech.cue)
                    && speech.cue.start.abs_diff(if at == quote.last {
                        quote.span.end
                    } else {
                        quote.span.start
                    }) < 200
            }) {
                return Some((speeches[n].clone(), at, n));
            }
        }
        // "..., he said. “And then we left.”": the speaker before goes on, if nothing but his words stands between.
        for back in 1..=3 {
            let at = quote.first.checked_sub(back)?;
            let span = self.sentences.get(at)?.span;
            let speeches = self.speeches(at);
            if let Some(n) = speeches.iter().rposition(|speech| !quote.span.contains(speech.cue)) {
                return Some((speeches[n].clone(), at, n));
            }
            let quoted = span.slice(self.text).contains(['"', '“', '”']);
            if !quoted {
                return None;
            }
        }
        None
    }

    /// The speaker of an attribution, pronouns resolved to the nearest fitting speaker.
    fn source(&mut self, speech: &Speech, index: usize, n: usize) -> Option<Found> {
        let Some(source) = speech.source else {
            return self.earlier(index, n, Anaphor::None, "").map(|span| (span, None));
        };
        match speech.stands_for {
            Anaphor::None => Some((source, None)),
            Anaphor::Definite => {
                let head = source.slice(self.lower).rsplit(' ').next().unwrap_or("").to_owned();
                let named = self.earlier(index, n, Anaphor::Definite, &head);
                let generic = traits::of_word(&head).has(Traits::GENERIC);
                let body = || self.named_body(index, n);
                Some((source, named.or_else(|| generic.then(body).flatten())))
            }
            anaphor => Some((self.earlier(index, n, anaphor, "").unwrap_or(source), None)),
        }
    }

    /// The nearest speaker before attribution `n` of a sentence that fits.
    fn earlier(&mut self, index: usize, n: usize, anaphor: Anaphor, head: &str) -> Option<Span> {
        let mut any = None;
        for back in 0..=REACH {
            let at = index.checked_sub(back)?;
            let limit = if back == 0 { n } else { usize::MAX };
            let (lower, text) = (self.lower, self.text);
            let speeches = self.speeches(at);
            for speech in speeches.iter().take(limit).rev() {
                let (Some(source), Anaphor::None | Anaphor::Definite) = (speech.source, speech.stands_for)
                else {
                    continue;
                };
                let words = source.slice(lower);
                // "based in Arden, a city that calls itself old": no town is "he".
                let last = words.rsplit(' ').next().unwrap_or(words);
                if anaphor == Anaphor::Person && traits::of_word(last).has(Traits::SETTLEMENT) {
                    continue;
                }
                let body = is_body(words, source.slice(text));
                let fits = match anaphor {
                    Anaphor::None => true,
                    Anaphor::Person => !body && speech.stands_for == Anaphor::None,
                    Anaphor::Body => body,
                    Anaphor::Group => body || words.ends_with('s'),
                    Anaphor::Definite => {
                        speech.stands_for == Anaphor::None && words.contains(head) && !head.is_empty()
                    }
                };
                if fits {
                    return Some(source);
                }
                any = any.or(Some(source));
            }
            if back >= 3 && anaphor != Anaphor::Definite && any.is_some() {
                break;
            }
        }
        if anaphor == Anaphor::Definite { None } else { any }
    }

    /// The nearest speaker before that is a body by its name, for "the company", "the agency".
    fn named_body(&mut self, index: usize, n: usize) -> Option<Span> {
        for at in (index.saturating_sub(REACH)..=index).rev() {
            let limit = if at == index { n } else { usize::MAX };
            let (lower, text) = (self.lower, self.text);
            let found = self.speeches(at).iter().take(limit).rev().find_map(|speech| {
                let source = speech.source.filter(|_| speech.stands_for == Anaphor::None)?;
                let words = source.slice(text);
                let named = words.trim_start_matches("The ").starts_with(char::is_uppercase);
                let bare = source.slice(lower).trim_start_matches("the ");
                (named && is_body(source.slice(lower), words) && place::office(bare).is_none())
                    .then_some(source)
            });
            if found.is_some() {
                return found;
            }
        }
        None
    }

    fn speeches(&mut self, index: usize) -> &[Speech] {
        let (text, lower) = (self.text, self.lower);
        let sentence = self.sentences.get(index);
        self.read.entry(index).or_insert_with(|| {
            let Some(sentence) = sentence.filter(|sentence| sentence.kind.is_article()) else {
                return Vec::new();
            };
            // No prose sentence is this long; a page of noise is not worth a speaker.
            if sentence.span.len() > 4_000 {
                return Vec::new();
            }
            let mut tokens = Vec::new();
            token::tokenize(text, lower, sentence.span, &mut tokens);
            let words = Words { text, lower, tokens: &tokens };
            let syntax = Syntax::of(words);
            speech::read(words, &syntax)
        })
    }
}

/// Whether a speaker is a body rather than a person: a known body, office or place, an acronym, an institution's noun.
fn is_body(lower: &str, surface: &str) -> bool {
    let last = lower.rsplit(' ').next().unwrap_or(lower);
    let acronym = surface.len() > 1 && surface.chars().all(|c| c.is_ascii_uppercase() || c == '.');
    let bare = lower.strip_prefix("the ").unwrap_or(lower);
    // "the mayor" is a person, "the police" and "the ministry" are bodies.
    let person = !last.ends_with('s') && crosscheck_lexicon::concept::resolve(last, &[]).is_person();
    acronym
        || lower.starts_with("the ") && !person
        || place::place(bare).is_some()
        || place::body(bare).is_some()
        || place::office(last).is_some()
        || last.ends_with('s') && !surface.contains(' ')
}
