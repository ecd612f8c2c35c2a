//! Mentions with their frames to claims.

mod around;
mod carried;
mod class;
mod dateline;
mod distance;
mod ellipsis;
mod filter;
mod honour;
mod measure;
mod object;
mod sense;
mod settle;
mod speaker;
mod sum;
mod when;

use crosscheck_lexicon::classes::Classes;
use crosscheck_lexicon::place::{self, Naming};
use crosscheck_lexicon::traits::{self, Traits};
use crosscheck_model::raw::{Parsed, RawFrame};
use crosscheck_model::{Claim, Event, Kind, Mention, Modality, PlaceBasis, Published, Sentence, Span};

use self::speaker::Registry;

/// Words that no group of nouns holds.
const CLOSED: Classes = Classes::DETERMINER
    .or(Classes::PREPOSITION)
    .or(Classes::PRONOUN)
    .or(Classes::AUXILIARY)
    .or(Classes::CONJUNCTION);

/// One mention with everything known of it.
#[derive(Clone, Copy)]
struct Context<'a> {
    text: &'a str,
    mention: &'a Mention,
    frame: Option<&'a RawFrame>,
    sentence: Sentence,
}

impl<'a> Context<'a> {
    /// The sentence up to the mention.
    fn before(&self) -> &'a str {
        self.text.get(self.sentence.span.start as usize..self.mention.span.start as usize).unwrap_or("")
    }

    /// The sentence behind the mention.
    fn behind(&self) -> &'a str {
        self.text.get(self.mention.span.end as usize..self.sentence.span.end as usize).unwrap_or("")
    }
}

/// The claims of a document: the mentions of its article text, each with its frame.
///
/// `id` and `document` are left empty: they are given where the documents meet.
pub fn claims(text: &str, parsed: &Parsed, mentions: &[Mention], published: &Published) -> Vec<Claim> {
    let registry = Registry::of(text, parsed);
    let issuer = registry.issuer();
    let mut out: Vec<Claim> = Vec::with_capacity(mentions.len());
    let mut frames = parsed.frames.as_slice();
    let (mut sums, mut shares): (Option<&Mention>, Option<&Mention>) = (None, None);
    for mention in mentions {
        // Frames and mentions are both in order of offset: what ends before this mention is done with.
        while let [first, rest @ ..] = frames
            && first.mention.end <= mention.span.start
        {
            frames = rest;
        }
        if !mention.block.is_article() {
            continue;
        }
        let Some(sentence) = parsed.sentences.get(mention.sentence as usize).copied() else { continue };
        let frame = frames
            .iter()
            .take_while(|frame| frame.mention.start < mention.span.end)
            .find(|frame| frame.mention == mention.core)
            .or_else(|| frames.first().filter(|frame| frame.mention.overlaps(mention.span)));
        let sum = sum::left_out(text, mention, sums).or_else(|| sum::percent_left_out(text, mention, shares));
        if mention.kind == Kind::Money {
            sums = Some(mention);
        }
        if mention.kind == Kind::Percent || sum.as_ref().is_some_and(|sum| sum.kind == Kind::Percent) {
            shares = Some(mention);
        }
        let context = Context { text, mention: sum.as_ref().unwrap_or(mention), frame, sentence };
        if filter::is_noise(context) {
            continue;
        }
        let mut claim = claim(context, parsed, mentions, published, &registry);
        if claim.attribution.is_empty() {
            claim.attribution.extend(issuer.clone());
        }
        out.push(claim);
    }
    let mut out = when::join_ranges(text, out);
    sense::settle(text, &mut out);
    when::from_event(text, &mut out);
    when::by_heading(text, &mut out);
    when::after_length(text, &mut out, published);
    carried::carry(text, &mut out);
    ellipsis::inherit(text, &mut out);
    ellipsis::told_of(&mut out);
    when::by_event(&mut out, published);
    when::by_restatement(&mut out);
    when::by_main_event(&mut out, published);
    when::by_setting(text, &mut out, published);
    when::by_named_again(&mut out);
    when::by_period(text, &mut out, published);
    when::up_to_now(&mut out);
    dateline::fill(text, parsed, &mut out);
    for claim in &mut out {
        if when::is_background(claim, published) && claim.modality == Modality::Asserted {
            claim.modality = Modality::Background;
        }
    }
    out
}

fn claim(
    context: Context<'_>,
    parsed: &Parsed,
    mentions: &[Mention],
    published: &Published,
    registry: &Registry<'_>,
) -> Claim {
    let read = settle::bare_rate(context).or_else(|| settle::bare_magnitude(context));
    let context = Context { mention: read.as_ref().unwrap_or(context.mention), ..context };
    let Context { text, mention, frame, sentence } = context;
    let settled = settle::settle(context);
    let mut event = frame.and_then(|frame| event(text, frame, mention.kind));
    if let Some(settled) = &settled {
        class::of_words(text, settled, &mut event);
    }
    let object = match &settled {
        Some(settled) => object::settled(context, settled, event.as_ref()),
        None => object::object(context, event.as_ref()),
    };
    class::of_object(context, object.as_ref(), settled.is_some(), &mut event);
    let object = honour::settle(context, object, &mut event);
    let measure = measure::measure(context, object.as_ref(), event.as_ref(), settled.as_ref());
    class::of_count(mention.kind, object.as_ref(), measure.as_deref(), &mut event);
    let place = frame.and_then(|frame| place(text, frame, sentence));
    Claim {
        id: String::new(),
        document: String::new(),
        start: mention.span.start,
        end: mention.span.end,
        surface: mention.span.slice(text).to_owned(),
        sentence: sentence.span,
        block: mention.block,
        kind: mention.kind,
        value: mention.value.clone(),
        bound: mention.bound,
        change: mention.change,
        unit: mention.unit.clone(),
        si: mention.si.clone(),
        date: mention.date.as_ref().map(|date| when::of_day(mention.kind, date)),
        object,
        event,
        when: when::when(context, parsed, mentions, published),
        place_basis: place.is_some().then_some(PlaceBasis::Stated),
        place,
        attribution: frame.map(|frame| registry.attribution(&frame.speakers)).unwrap_or_default(),
        modality: frame.map_or(Modality::Asserted, |frame| modality(text, frame, mention, settled.as_ref())),
        measure,
        cues: frame.map(|frame| frame.cues.clone()).unwrap_or_default(),
        core: mention.core,
        issues: mention.issues.clone(),
    }
}

fn modality(text: &str, frame: &RawFrame, mention: &Mention, settled: Option<&settle::Settled>) -> Modality {
    // "Can carry 250", "licensed to carry 250": the verb is part of what names a lasting measure, and what fits is so today.
    let verb = |settled: &settle::Settled| frame.predicate.is_some_and(|verb| verb.overlaps(settled.cue));
    if settled.is_some_and(|settled| settled.class == "capacity" && verb(settled)) {
        return Modality::Asserted;
    }
    // "will drop its $14 billion takeover bid": the bid was made, whatever becomes of it.
    if settled.is_some_and(|settled| mention.kind == Kind::Money && settled.cue.end > mention.core.end)
        && is_definite(text, mention.span)
    {
        return Modality::Asserted;
    }
    // "will create a market with a GDP of $973bn": it has that whatever becomes of the plan; "GDP will reach $1 trillion" does not.
    if settled.is_some_and(|settled| traits::of_class(settled.class).has(Traits::STANDING))
        && frame.modality == Modality::Planned
        && !frame.class.as_deref().is_some_and(object::levels)
    {
        return Modality::Asserted;
    }
    // "Levels not seen since 1913 | about 30 miles south of Norport": what never happened there leaves the way as far as it is.
    if settled.is_some_and(|settled| settled.class == "distance") && frame.modality == Modality::Denied {
        return Modality::Asserted;
    }
    // "no deaths were reported" is a count of nought, not the denial of a count.
    let nought = mention
        .value
        .as_ref()
        .is_some_and(|value| value.point.is_some_and(|point| point == crosscheck_model::Number::ZERO));
    if nought && frame.modality == Modality::Denied { Modality::Asserted } else { frame.modality }
}

/// Whether a figure stands right behind a definite article or an owner.
fn is_definite(text: &str, span: Span) -> bool {
    let before = Span { start: span.start.saturating_sub(12), end: span.start }.on_boundaries(text);
    let word = before.slice(text).trim_end().rsplit(' ').next().unwrap_or_default();
    word.ends_with("'s")
        || word.ends_with("’s")
        || traits::of_word(&word.to_lowercase()).has(Traits::DEFINITE)
}

fn event(text: &str, frame: &RawFrame, kind: Kind) -> Option<Event> {
    let span = frame.predicate?;
    // A figure's level is the event of its subject: "the toll stood at 443".
    let class = frame.class.clone().map(std::borrow::Cow::into_owned);
    let class = class.or_else(|| {
        let of_thing = kind.is_calendar() || kind == Kind::Duration;
        frame.thing_class.clone().filter(|_| of_thing).map(std::borrow::Cow::into_owned)
    });
    let words = |span: Span| span.slice(text).split_whitespace().collect::<Vec<_>>().join(" ");
    Some(Event {
        surface: words(span),
        lemma: frame.lemma.clone(),
        concept: class,
        span: Some(span),
        agent: frame.agent.map(words),
        patient: frame.patient.map(words),
    })
}

/// The place nearest to the mention, as a key where it is known.
fn place(text: &str, frame: &RawFrame, sentence: Sentence) -> Option<String> {
    frame
        .places
        .iter()
        .filter(|span| sentence.span.contains(**span))
        .map(|span| {
            let printed = span.slice(text);
            let lower = printed.to_lowercase();
            key(&lower)
        })
        .next()
}

/// The key of a place in lower case: that of the gazetteer, else its words.
fn key(lower: &str) -> String {
    match place::place(lower) {
        Some(known) if known.naming == Naming::Name => known.key.to_owned(),
        // A seat of power as a place is the town itself.
        _ => lower.replace(' ', "-"),
    }
}
