//! Frames: what happened to the counted thing, where, and who says so.
//!
//! A sentence with a mention is tagged and its verb groups are read (`tag`); each mention then gets its predicate
//! (`predicate`), the attributions that reach it (`speech`), places and cues. Attributions across sentences (a quotation
//! of three sentences, "it added") are settled at the end by [`Frames::finish`], which reads a neighbouring sentence at
//! most once.

mod dating;
mod place;
mod predicate;
mod quote;
mod speaker;
mod speech;
mod tag;

use std::borrow::Cow;

use crosscheck_lexicon::classes::Classes;
use crosscheck_lexicon::cue;
use crosscheck_lexicon::verb::Phase;
use crosscheck_model::raw::frame::RawSpeaker;
use crosscheck_model::raw::{Placing, RawFrame, RawQuantity, RawTime, TimeExpr};
use crosscheck_model::{Kind, Modality, Sentence, Span};

use self::place::Tie;
use self::predicate::{Predicate, Range, Reader};
use self::speaker::Speakers;
use self::speech::Speech;
use self::tag::Syntax;
use crate::token::Words;

/// The frames of a document, gathered sentence by sentence.
pub struct Frames<'a> {
    text: &'a str,
    lower: &'a str,
    out: Vec<RawFrame>,
    /// For each frame its sentence, the verb group it hangs on, and whether it is a date's.
    hooks: Vec<(u32, Option<usize>, bool)>,
    speeches: Vec<(u32, Vec<Speech>)>,
    asides: Vec<Span>,
}

impl<'a> Frames<'a> {
    /// Begins a document; `lower` is its text with ASCII letters in lower case.
    pub fn new(text: &'a str, lower: &'a str) -> Self {
        Self { text, lower, out: Vec::new(), hooks: Vec::new(), speeches: Vec::new(), asides: Vec::new() }
    }

    /// Reads the frame of every mention of one sentence; `first_time` is the index of the first of `times` in the document.
    pub fn sentence(
        &mut self,
        words: Words<'_>,
        sentence: u32,
        times: &[RawTime],
        first_time: usize,
        quantities: &[RawQuantity],
    ) {
        if times.is_empty() && quantities.is_empty() {
            return;
        }
        let syntax = Syntax::of(words);
        if syntax.len() == 0 {
            return;
        }
        // What stands past the tokens that were tagged gets no frame: no prose sentence is so long.
        let end = words.tokens[syntax.len() - 1].span.end;
        let times = &times[..times.partition_point(|time| time.span.start < end)];
        let quantities = &quantities[..quantities.partition_point(|quantity| quantity.core.start < end)];
        let reader = Reader { words, syntax: &syntax };
        let cues = cues(words);
        let places = place::read(reader, times);
        let mut dates: Vec<_> = times
            .iter()
            .map(|time| {
                // "Five months" is a length, and "five months ago" a date, whatever it counts.
                let length = matches!(time.expr, TimeExpr::Duration(_))
                    && quantities
                        .iter()
                        .any(|quantity| quantity.kind == Kind::Duration && quantity.core.overlaps(time.span));
                // "A week" is a length without a figure of its own.
                let lasts = length
                    || matches!(&time.expr, TimeExpr::Duration(length) if matches!(length.placing, Placing::Free | Placing::In));
                let predicate = tag::tokens_of(words, time.span)
                    .map(|(first, last)| {
                        reader.predicate(first, last, if lasts { Kind::Duration } else { Kind::Date })
                    })
                    .unwrap_or_default();
                (length, predicate)
            })
            .collect();
        for i in 1..times.len() {
            if let Some(clock) =
                (0..i).rev().take(2).find(|&k| of_one_moment(self.text, &times[k], &times[i]))
                && let (before, [date, ..]) = dates.split_at_mut(i)
            {
                date.1 = before[clock].1.clone();
            }
        }
        for (time, (length, predicate)) in times.iter().zip(&dates) {
            if !*length {
                let mut frame = self.frame(reader, time.span, time.span, predicate, &cues, &places);
                // "passed an inspection in November": only figures grow.
                frame.cues.retain(|cue| !matches!(cue.as_str(), "risen_to" | "fallen_to" | "back_then"));
                self.push(frame, sentence, predicate, true);
            }
        }
        for quantity in quantities {
            // A length stands without what it measures: "nine-month | blockade of the port".
            let length = times
                .iter()
                .find(|time| quantity.kind == Kind::Duration && time.span.overlaps(quantity.core));
            let whole = length.map_or(quantity.span, |time| time.span);
            let Some((first, last)) = tag::tokens_of(words, whole) else { continue };
            // "at twice the limit" tells of the deed, "has doubled" of growth.
            let multiple = quantity.unit.as_deref() == Some(crate::quantity::TIMES)
                && tag::tokens_of(words, quantity.core)
                    .is_none_or(|(_, at)| !crate::quantity::compares(words, at));
            let predicate = if multiple {
                reader.multiple(first, last)
            } else {
                reader.predicate(first, last, quantity.kind)
            };
            let mut frame = self.frame(reader, quantity.core, quantity.span, &predicate, &cues, &places);
            place::leave_to_parts(self.text, &mut frame.places, whole, quantities);
            frame.time = dating::dating(reader, &predicate, quantity, quantities, times, &dates)
                .and_then(|index| u32::try_from(first_time + index).ok());
            self.push(frame, sentence, &predicate, false);
        }
        self.asides.extend(speech::asides(words, &syntax));
        self.speeches.push((sentence, speech::read(words, &syntax)));
    }

    fn push(&mut self, frame: RawFrame, sentence: u32, predicate: &Predicate, calendar: bool) {
        self.out.push(frame);
        self.hooks.push((sentence, predicate.group, calendar));
    }

    fn frame(
        &self,
        reader: Reader<'_>,
        mention: Span,
        whole: Span,
        predicate: &Predicate,
        cues: &[(&'static str, Range)],
        places: &[(Span, bool)],
    ) -> RawFrame {
        let words = reader.words;
        let span = |range: Option<Range>| range.map(|(first, last)| words.span(first, last));
        let distance =
            |place: Span| place.start.saturating_sub(whole.end).max(whole.start.saturating_sub(place.end));
        let mut near: Vec<_> = places
            .iter()
            .filter(|(place, _)| !place.overlaps(mention))
            .map(|(p, locative)| (place::tie(self.text, *p, whole), !locative, distance(*p), *p))
            .collect();
        near.sort_unstable_by_key(|(tie, weak, distance, place)| {
            (*tie != Tie::Label, *weak, *tie, *distance, place.start)
        });
        let tokens = tag::tokens_of(words, whole).unwrap_or_default();
        RawFrame {
            mention,
            predicate: span(predicate.at),
            lemma: predicate.lemma.clone(),
            class: classes(predicate),
            phase: predicate.phase.and_then(phase_name).map(Cow::Borrowed),
            thing: span(predicate.thing),
            thing_class: predicate.thing_class.map(Cow::Borrowed),
            passive: predicate.passive,
            agent: span(predicate.agent),
            patient: span(predicate.patient),
            time: None,
            places: near.into_iter().take(3).map(|(_, _, _, place)| place).collect(),
            speakers: Vec::new(),
            modality: conditional(reader, tokens.0).unwrap_or(predicate.modality),
            cues: cues
                .iter()
                .filter(|cue| reaches(cue, tokens))
                .map(|(name, _)| (*name).to_owned())
                .collect(),
        }
    }

    /// Settles who speaks, and gives the frames in order of offset.
    pub fn finish(mut self, sentences: &[Sentence]) -> Vec<RawFrame> {
        if self.out.is_empty() {
            return self.out;
        }
        let quotes = quote::read(self.text, sentences);
        let mut speakers = Speakers::new(self.text, self.lower, sentences, self.speeches, self.asides);
        for (frame, (sentence, group, calendar)) in self.out.iter_mut().zip(&self.hooks) {
            let (said, denied) = speakers.of(frame.mention, *sentence, group.filter(|_| *calendar), &quotes);
            frame.speakers = said;
            if denied && frame.modality == Modality::Asserted {
                frame.modality = Modality::Denied;
            }
        }
        self.out.sort_by_key(|frame| (frame.mention.start, frame.mention.end));
        self.out
    }
}

/// Whether a day or a second clock stands right behind a clock time, and so is of its event: "at 10:59 p.m. EST | (0359 GMT) | on
/// Wednesday".
fn of_one_moment(text: &str, clock: &RawTime, next: &RawTime) -> bool {
    let is_clock = |time: &RawTime| matches!(time.expr, TimeExpr::Time { .. });
    let dated = matches!(next.expr, TimeExpr::Date(_)) || is_clock(next);
    if !is_clock(clock) || !dated {
        return false;
    }
    let between = text.get(clock.span.end as usize..next.span.start as usize).unwrap_or("-");
    let opens = between.trim_end().ends_with('(');
    let (outer, aside) = between.split_once('(').unwrap_or((between, ""));
    let rest = aside.rsplit_once(')').map_or("", |(_, rest)| rest);
    let beside = |words: &str| words.split([' ', ',']).all(|word| matches!(word, "" | "on"));
    // Two clocks without a mark between are two moments.
    beside(outer) && beside(rest) && (!is_clock(next) || opens)
}

/// The event class; two coordinated ones in order of the alphabet: "damage+destroy".
fn classes(predicate: &Predicate) -> Option<Cow<'static, str>> {
    let class = predicate.class?;
    Some(match predicate.also {
        Some(other) if other < class => Cow::Owned(format!("{other}+{class}")),
        Some(other) => Cow::Owned(format!("{class}+{other}")),
        None => Cow::Borrowed(class),
    })
}

fn phase_name(phase: Phase) -> Option<&'static str> {
    match phase {
        Phase::Begin => Some("begin"),
        Phase::End => Some("end"),
        Phase::Continue => Some("continue"),
        _ => None,
    }
}

/// The cues of running figures in a sentence, with their tokens.
fn cues(words: Words<'_>) -> Vec<(&'static str, Range)> {
    let mut out = Vec::new();
    for i in 0..words.tokens.len().min(tag::LONGEST) {
        if words.classes(i).has(Classes::CUE)
            && let Some((name, len)) = cue::at(words.lower(i), |n| words.lower(i + n))
            && !out.iter().any(|(seen, (_, last))| *seen == name && *last + 4 > i)
        {
            out.push((name, (i, i + len - 1)));
        }
    }
    out
}

/// Whether a cue speaks of the mention: those of growth stand right before the figure, the others in its sentence.
fn reaches((name, (first, last)): &(&'static str, Range), (start, end): Range) -> bool {
    match *name {
        "risen_to" | "fallen_to" => *last < start && start - last <= 4,
        "previous" => *last < start && start - last <= 8 || *first > end && first - end <= 3,
        "back_then" => *first > end && first - end <= 12,
        "expected_to_change" => *first > end && first - end <= 12,
        _ => true,
    }
}

/// "if", "unless", "whether" between the clause's start and the mention.
fn conditional(reader: Reader<'_>, first: usize) -> Option<Modality> {
    let mut i = first;
    while i > 0 {
        i -= 1;
        match reader.syntax.tag(i) {
            tag::Tag::Subordinator if matches!(reader.words.lower(i), "if" | "unless" | "whether") => {
                return Some(Modality::Possible);
            }
            tag::Tag::Comma | tag::Tag::Stop | tag::Tag::Subordinator | tag::Tag::Relative => return None,
            _ => {}
        }
    }
    None
}

/// Makes a speaker of an attribution.
fn raw_speaker(source: Span, cue: Span, quoted: bool, antecedent: Option<Span>) -> RawSpeaker {
    RawSpeaker { source, cue, quoted, antecedent }
}
