//! The object of a claim: what is counted, what lasted, what the date is of.

use crosscheck_lexicon::classes::{Classes, classes};
use crosscheck_lexicon::traits::{self, Traits};
use crosscheck_lexicon::verb;
use crosscheck_lexicon::{label, morphology};
use crosscheck_model::{Event, Kind, Mention, Number, Object, Span};

use super::Context;
use super::settle::Settled;

/// The counted group, or where the mention has none what its frame gives.
pub(super) fn object(context: Context<'_>, event: Option<&Event>) -> Option<Object> {
    let Context { text, mention, frame, .. } = context;
    let thing = frame
        .and_then(|frame| frame.thing)
        .filter(|span| !pronoun(span.slice(text)))
        // "from $16 million | a year earlier"
        .filter(|span| mention.kind != Kind::Money || !dates(&printed(text, *span), mention.kind));
    if mention.kind.is_calendar() {
        return thing
            .map(|span| printed(text, span))
            .or_else(|| event.map(|event| named(event, frame.and_then(|frame| frame.agent), text)));
    }
    if mention.kind == Kind::Duration {
        let lasted = thing.map(|span| printed(text, span));
        // "over the eight-year span": a stretch of time is nothing that lasts; what the verb tells filled it.
        let told = event.is_some_and(|event| event.concept.is_some());
        let stretch = |object: &Object| told && super::measure::root(object).as_deref() == Some("time");
        return lasted.or_else(|| mention.object.clone()).filter(|object| !stretch(object));
    }
    // "The driver, a | 52-year-old man": the age of whoever was named before.
    if let Some(span) = thing.filter(|span| mention.kind == Kind::Age && span.end < mention.span.start)
        && matches!(Span { start: span.end, end: mention.span.start }.slice(text).trim(), ", a" | ", an")
    {
        return Some(printed(text, span));
    }
    let own = mention
        .object
        .as_ref()
        .filter(|object| !dates(object, mention.kind) && !scales(object, mention.kind) && !sums_up(object));
    if let Some(object) = own
        && !object.implied
    {
        return Some(outcome(mention, object).unwrap_or_else(|| thing_of(text, object)));
    }
    // "588 were injured": what a state of persons counts are persons; "the toll rose to 77": the toll.
    if let Some(span) = thing
        && (mention.kind != Kind::Count || frame.is_some_and(|frame| frame.thing_class.is_some()))
    {
        return Some(printed(text, if mention.kind == Kind::Count { figure_of(text, span) } else { span }));
    }
    if let Some(group) = group_of(context).or_else(|| numbered(context)) {
        return Some(group);
    }
    // "waiting lists grew to 7.6 million", "Jobs to go: 850": a figure without a noun counts what has that many.
    if let Some(span) = thing.filter(|_| own.is_none() && mention.kind == Kind::Count)
        && mention.unit.is_none()
        && (labels(text, span, mention.span)
            || frame.and_then(|frame| frame.class.as_deref()).is_some_and(levels))
    {
        return Some(printed(text, figure_of(text, span)));
    }
    own.cloned().or_else(|| {
        let personal = event.and_then(|event| event.concept.as_deref()).is_some_and(of_persons);
        (mention.kind == Kind::Count && personal).then(persons)
    })
}

/// The state that the counted noun itself names, joined to a count of another state: "ten killed and | 15 injured", "1,500 cases, | 31 deaths".
pub(super) fn other_state(context: Context<'_>, object: &Object, event: &Event) -> Option<&'static str> {
    let of_group = |class: &str| traits::of_class(class).has(Traits::GROUP);
    let state = verb::noun_event(&object.head).filter(|class| of_group(class))?;
    let before = context.before().trim_end();
    let joined = [" and", " with", ",", ";"].iter().any(|joint| before.ends_with(joint));
    let told = event.concept.as_deref().filter(|class| of_group(class) && *class != state);
    (context.mention.kind == Kind::Count && joined && told.is_some()).then_some(state)
}

/// "no reports of | deaths or injuries": what nobody told of, and not the telling.
fn outcome(mention: &Mention, object: &Object) -> Option<Object> {
    let none = mention.value.as_ref().is_some_and(|value| value.point == Some(Number::ZERO));
    let (_, told) = object.surface.split_once(" of ").filter(|_| none && label::is_tidings(&object.head))?;
    let mut nouns = told.split(|c: char| !c.is_alphabetic()).filter_map(|word| {
        let lemma =
            morphology::noun_lemma(word).map_or_else(|| word.to_owned(), std::borrow::Cow::into_owned);
        verb::noun_event(word).filter(|class| of_persons(class)).map(|_| lemma)
    });
    let head = nouns.next()?;
    let concept = crosscheck_lexicon::concept::resolve(&head, &[]).key().map(str::to_owned);
    Some(Object { head, concept, modifiers: Vec::new(), also: nouns.collect(), of: None, ..object.clone() })
}

/// "$108 million worth of | diamonds": the goods, not their worth.
fn thing_of(text: &str, object: &Object) -> Object {
    let hyphened = |object: &Object| {
        object
            .span
            .is_some_and(|span| text.get(..span.start as usize).is_some_and(|before| before.ends_with('-')))
    };
    match &object.of {
        // "A 17-story building" has floors, and tells no tale.
        _ if object.head == "story" && hyphened(object) => Object {
            head: "storey".to_owned(),
            concept: crosscheck_lexicon::concept::resolve("storey", &[]).key().map(str::to_owned),
            ..object.clone()
        },
        Some(goods) if object.head == "worth" => Object {
            head: goods.clone(),
            concept: crosscheck_lexicon::concept::resolve(goods, &[]).key().map(str::to_owned),
            modifiers: Vec::new(),
            of: None,
            ..object.clone()
        },
        _ => object.clone(),
    }
}

/// A verb that gives a figure's level.
pub(super) fn levels(class: &str) -> bool {
    matches!(class, "rise" | "fall" | "stand-at")
}

/// "Jobs to go: | 850": whether the words before the figure are its label.
fn labels(text: &str, thing: Span, mention: Span) -> bool {
    thing.end <= mention.start
        && Span { start: thing.end, end: mention.start }.slice(text).trim_end().ends_with(':')
}

/// "the number of | asylum seekers": what a noun that only names a figure counts.
fn figure_of(text: &str, span: Span) -> Span {
    let words = span.slice(text);
    let Some(at) = words.find(" of ") else { return span };
    let noun = words[..at].rsplit(' ').next().unwrap_or_default().to_ascii_lowercase();
    let from = u32::try_from(at + " of ".len()).unwrap_or(0);
    if traits::of_word(&noun).has(Traits::FIGURE) { Span { start: span.start + from, ..span } } else { span }
}

/// "25 basis points", "3 percentage points": what a share is told in is nothing that is counted.
fn scales(object: &Object, kind: Kind) -> bool {
    kind == Kind::Percent && object.head == "point"
}

/// "$11.5 billion | overall": says that a sum is the whole, and counts nothing.
fn sums_up(object: &Object) -> bool {
    object.modifiers.is_empty() && object.of.is_none() && traits::of_word(&object.head).has(Traits::ALL_TOLD)
}

/// "a crew of 28": the body of persons that a figure without a noun counts.
pub(super) fn group_of(context: Context<'_>) -> Option<Object> {
    let Context { text, mention, sentence, .. } = context;
    if mention.kind != Kind::Count {
        return None;
    }
    let before = context.before().trim_end().strip_suffix(" of")?;
    let word = before.rsplit(|c: char| !c.is_alphabetic()).next().filter(|word| !word.is_empty())?;
    let end = sentence.span.start + u32::try_from(before.len()).ok()?;
    let group = printed(text, Span { start: end - u32::try_from(word.len()).ok()?, end });
    (super::measure::root(&group).as_deref() == Some("person")).then_some(group)
}

/// Words behind "the number of" in which its noun stands.
const NUMBERED: usize = 4;

/// "put the number of | survivors | at seven": what is counted by a figure that stands at the end of its clause.
fn numbered(context: Context<'_>) -> Option<Object> {
    let Context { text, mention, sentence, .. } = context;
    let before = text.get(sentence.span.start as usize..mention.span.start as usize)?;
    let level = before.trim_end().strip_suffix(" at").or_else(|| before.trim_end().strip_suffix(" to"));
    let (lead, counted) = level.filter(|_| mention.kind == Kind::Count)?.rsplit_once("number of ")?;
    let start = lead.len() + "number of ".len();
    let mut end = start;
    for word in counted.split(' ').take(NUMBERED) {
        if !word.chars().all(|c| c.is_alphabetic() || c == '-') {
            return None;
        }
        end += word.len();
        let plural = morphology::noun_form(word)
            .is_some_and(|form| form.is_known && form.number == morphology::Number::Plural);
        if plural || traits::of_word(word).has(Traits::PLURAL) {
            let at = |offset: usize| Some(sentence.span.start + u32::try_from(offset).ok()?);
            return Some(printed(text, Span { start: at(start)?, end: at(end)? }));
        }
        end += 1;
    }
    None
}

/// "$1.7 billion last year": a group that only says when is nothing that is counted.
fn dates(object: &Object, kind: Kind) -> bool {
    let unit = classes(&object.head).has(Classes::TIME_UNIT);
    let told =
        || object.modifiers.iter().any(|word| matches!(word.as_str(), "last" | "this" | "next" | "past"));
    unit && (kind == Kind::Money || told())
}

/// The object of a figure whose measure the words beside it settle.
pub(super) fn settled(context: Context<'_>, settled: &Settled, event: Option<&Event>) -> Option<Object> {
    let mention = context.mention;
    let own = mention
        .object
        .as_ref()
        .filter(|object| !object.implied && !dates(object, mention.kind) && !sums_up(object));
    if let Some(part) = settled.part {
        return Some(printed(context.text, part));
    }
    if let Some(own) = own {
        return Some(own.clone());
    }
    match settled.root {
        // "put the number of survivors at nine"
        Some("person") => Some(
            group_of(context)
                .or_else(|| {
                    numbered(context).filter(|object| traits::of_word(&object.head).has(Traits::ALIVE))
                })
                .unwrap_or_else(persons),
        ),
        Some(root) => object(context, event)
            .filter(|object| object.span.is_some_and(|span| span.overlaps(settled.cue)))
            // "profit after | tax"
            .filter(|object| {
                let cue = settled.cue.slice(context.text);
                !cue.contains(' ') || object.head == root || !names_its_end(cue, &object.surface)
            })
            .or_else(|| {
                Some(Object {
                    surface: settled.cue.slice(context.text).to_owned(),
                    head: root.to_owned(),
                    span: Some(settled.cue),
                    implied: true,
                    ..Object::default()
                })
            }),
        None => object(context, event),
    }
}

/// Whether a noun that hangs on another ends the words beside a figure: the "tax" of "profit before tax".
fn names_its_end(cue: &str, noun: &str) -> bool {
    let mut words = cue.rsplit(' ');
    let end = words.next().unwrap_or_default();
    noun.starts_with(end) && words.next().is_some_and(|word| matches!(word, "before" | "after"))
}

/// The states that nouns counted together name: "20,000 deaths and disappearances" are `kill+missing`.
pub(super) fn states(object: &Object) -> Option<String> {
    let class = |noun: &str| verb::noun_event(noun).filter(|class| of_persons(class));
    let mut states = vec![class(&object.head)?];
    for noun in &object.also {
        states.push(class(noun)?);
    }
    states.sort_unstable();
    states.dedup();
    (states.len() > 1).then(|| states.join("+"))
}

/// Whether an event class is a state that only persons are counted in.
pub(super) fn of_persons(class: &str) -> bool {
    traits::of_class(class).has(Traits::PERSONS)
}

pub(super) fn persons() -> Object {
    Object {
        surface: "people".to_owned(),
        head: "person".to_owned(),
        concept: Some("person".to_owned()),
        implied: true,
        ..Object::default()
    }
}

/// Bytes of the longest group that is taken whole: a list without punctuation is none.
const LONGEST: u32 = 100;

/// The group, or of one that is too long its last words.
fn end_of(text: &str, span: Span) -> Span {
    let Some(start) = span.end.checked_sub(LONGEST).filter(|start| *start > span.start) else {
        return span;
    };
    let cut = Span { start, end: span.end }.on_boundaries(text);
    let word = cut.slice(text).find(' ').and_then(|at| u32::try_from(at + 1).ok()).unwrap_or(0);
    Span { start: cut.start + word, end: span.end }
}

/// A group as printed, without determiner; the head is the last word before a preposition.
fn printed(text: &str, span: Span) -> Object {
    let span = end_of(text, span);
    let surface = span.slice(text).split_whitespace().collect::<Vec<_>>().join(" ");
    let surface = surface.trim_matches(['"', '“', '”', ',', ' ']).to_owned();
    let words: Vec<&str> = surface
        .split(' ')
        .take_while(|word| !matches!(*word, "of" | "for" | "in" | "on" | "before" | "after"))
        .filter(|word| !determiner(word))
        .collect();
    let (head, before) = words.split_last().map_or(("", &[][..]), |(head, before)| (*head, before));
    let lower = head.to_lowercase();
    // A name has no singular: "Cazares".
    let name = head.starts_with(char::is_uppercase) && words.len() > 1;
    let lemma = morphology::noun_lemma(&lower)
        .filter(|_| !name)
        .map_or_else(|| lower.clone(), std::borrow::Cow::into_owned);
    // "EDS has 3%": what is spelt in capitals is a name and no word of the taxonomy.
    let acronym = head.len() > 1 && head.chars().all(|c| c.is_ascii_uppercase() || c == '-');
    let lemma = if acronym { lower } else { lemma };
    let concept = (!acronym)
        .then(|| crosscheck_lexicon::concept::resolve(&lemma, before))
        .and_then(|c| c.key().map(str::to_owned));
    Object {
        surface: surface.clone(),
        head: lemma,
        concept,
        modifiers: before.iter().map(|word| word.to_lowercase()).collect(),
        span: Some(span),
        ..Object::default()
    }
}

/// "it was 68 percent": what a pronoun stands for is told elsewhere.
fn pronoun(words: &str) -> bool {
    traits::of_word(&words.to_ascii_lowercase()).has(Traits::EMPTY)
}

fn determiner(word: &str) -> bool {
    classes(&word.to_ascii_lowercase()).has(Classes::DETERMINER)
}

/// What a date without a noun of its own is of: the event, by its actor where one is named, else by its lemma.
fn named(event: &Event, agent: Option<Span>, text: &str) -> Object {
    let person = |span: &Span| classes(&span.slice(text).to_ascii_lowercase()).has(Classes::PRONOUN);
    match agent.filter(|span| !person(span)) {
        Some(span) => Object { implied: true, ..printed(text, span) },
        None => Object {
            surface: event.surface.clone(),
            head: event.lemma.clone(),
            implied: true,
            span: event.span,
            ..Object::default()
        },
    }
}
