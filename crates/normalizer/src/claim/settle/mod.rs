//! What a figure measures where the words beside it say so and its verb does not.
//!
//! "put the number of dead at 41", "30 others were missing", "Turnout stood at 61%": the verb is only the change or the
//! report; the noun after "number of", the state after the count or a topic word (`topics.tsv`) settles the class.

mod bidder;
mod closing;
mod moves;
mod nearest;
mod persons;
mod place;
pub(super) mod share;

use crosscheck_lexicon::classes::{Classes, classes};
use crosscheck_lexicon::topic::{self, Side, Topic};
use crosscheck_lexicon::traits::{self, Traits};
use crosscheck_lexicon::verb;
use crosscheck_model::{Kind, Mention, Span, Value};

use super::Context;
use super::around::Around;
use super::object::of_persons;
use super::sum::as_percent;

/// What the words beside a figure settle.
#[derive(Debug, Clone)]
pub(super) struct Settled {
    pub class: &'static str,
    /// What is measured; `None` for the figure's own noun.
    pub root: Option<&'static str>,
    /// Whose part it is: the candidate of a share of the vote.
    pub owner: Option<String>,
    /// What the counted part of a group is: the children of "three of the dead were children".
    pub part: Option<Span>,
    pub cue: Span,
}

impl Settled {
    /// Persons in a state.
    fn persons(class: &'static str, cue: Span) -> Self {
        Self { class, root: Some("person"), owner: None, part: None, cue }
    }
}

/// The percentage that a figure without unit or noun is, where the words before it name a rate: "her tax rate was 35.72".
pub(super) fn bare_rate(context: Context<'_>) -> Option<Mention> {
    let mention = context.mention;
    let rate = as_percent(mention)?;
    let around = Around::of(context.text, context.sentence.span, mention.span, mention.core);
    let (topic, _) = nearest::nearest(context, &around, "percent")?;
    (topic.root == "rate" && topic.side == Side::Before).then_some(rate)
}

/// The magnitude that a figure without a unit is: "two quakes, measuring | 7.6 and 7.4".
pub(super) fn bare_magnitude(context: Context<'_>) -> Option<Mention> {
    let mention = context.mention;
    let bare = mention.kind == Kind::Count && mention.unit.is_none();
    magnitude(context).filter(|_| bare).map(|_| Mention {
        kind: Kind::Measure,
        unit: Some("magnitude".to_owned()),
        ..mention.clone()
    })
}

/// "put the number of the dead at | seven": whether a bare numeral tells how many persons are in a state.
pub(super) fn is_number_of(context: Context<'_>) -> bool {
    let mention = context.mention;
    let around = Around::of(context.text, context.sentence.span, mention.span, mention.core);
    matches!(around.lower(around.after.wrapping_sub(1)), "at" | "to") && persons::number_of(&around).is_some()
}

/// What the words beside a figure say it measures.
pub(super) fn settle(context: Context<'_>) -> Option<Settled> {
    let mention = context.mention;
    if let Some(found) = magnitude(context) {
        return Some(found);
    }
    let kind = kind(context)?;
    let around = Around::of(context.text, context.sentence.span, mention.span, mention.core);
    if kind == "count" {
        if let Some(found) = persons::number_of(&around).or_else(|| persons::part_of(&around)) {
            return Some(found);
        }
        // "Six officers arrested 12 men": the words behind the six tell what befell others.
        if context.frame.is_some_and(|frame| frame.class.as_deref() == Some("doer")) {
            return None;
        }
        if let Some(found) = persons::lives(context)
            .or_else(|| persons::bodies(context, &around))
            .or_else(|| aftershocks(context))
            .or_else(|| persons::people_of(context, &around))
        {
            return Some(found);
        }
        if personal(context)
            && let Some(found) = persons::state_within(context)
                .or_else(|| persons::state_after(&around))
                .filter(|_| !acted(context))
                .or_else(|| place::present(context).filter(|found| !is_state(context, &around, found.cue)))
        {
            return Some(found);
        }
    }
    if let Some(found) = moves::of_share(context, &around, kind)
        .or_else(|| closing::of_firm(context, &around, kind))
        .or_else(|| share::of_firm(context, &around, kind))
    {
        return Some(found);
    }
    let Some((topic, cue)) = nearest::nearest(context, &around, kind) else {
        return match kind {
            "percent" => share::of_name(context, &around),
            "count" => described(context)
                .or_else(|| persons::travellers(context))
                .or_else(|| persons::survivors(context)),
            _ => None,
        };
    };
    if kind == "count" && (known(context, topic) || told(context, topic, cue)) || !share::fits(context, topic)
    {
        return None;
    }
    // "earned $33 million, or 35 cents a share": the part of each share.
    if share::is_of_each(&around) && traits::of_class(topic.class).has(Traits::OF_PERIOD) {
        return Some(Settled { class: share::OF_EACH, root: Some(topic.root), owner: None, part: None, cue });
    }
    // "bid $78 a share": what each share is to fetch, and not the whole.
    if share::is_of_each(&around) && topic.root == "price" {
        return Some(Settled { class: share::FOR_EACH, root: Some("share"), owner: None, part: None, cue });
    }
    // "budget cut by 3 billion to 40 billion": how much it has changed is no budget.
    let class = if kind == "money" && changed_by(context, &around) {
        topic::changes(topic.class)?
    } else if topic.class == "share-price" && moves::is_move(context, &around) {
        moves::MOVE
    } else {
        topic.class
    };
    let owner = match topic.class {
        "vote-share" | "market-share" | "stake" => share::candidate(&around),
        "share-price" | "share-price-change" | "price-target" => share::issuer(&around, cue),
        "distance" => super::distance::ends(&around),
        "offer" => bidder::of(context, &around, cue),
        _ => None,
    };
    let root = (topic.root != "-").then_some(topic.root);
    Some(Settled { class, root, owner, part: None, cue })
}

/// "rose | by | $3 million": a sum that tells how much another has changed.
fn changed_by(context: Context<'_>, around: &Around<'_>) -> bool {
    let by = around.after.checked_sub(1).is_some_and(|i| around.lower(i) == "by");
    by && context.mention.change.is_some()
}

/// "counted 263 damaged houses", "has 30 missing children": the adjective tells what befell them where the verb does not.
fn described(context: Context<'_>) -> Option<Settled> {
    let object = context.mention.object.as_ref().filter(|object| !object.implied)?;
    let frame = context.frame;
    let quiet = frame.is_none_or(|frame| {
        frame.class.as_deref().is_none_or(|class| traits::of_class(class).has(Traits::IDLE))
            && (frame.class.is_some()
                || frame.lemma.is_empty()
                || traits::of_word(&frame.lemma).has(Traits::COUNTS.or(Traits::WEAK).or(Traits::TALLIES)))
    });
    if !quiet {
        return None;
    }
    let printed = object.span?.slice(context.text).to_lowercase();
    let class = printed.split(|c: char| !c.is_alphabetic()).find_map(persons::befallen)?;
    Some(Settled { class, root: None, owner: None, part: None, cue: object.span? })
}

/// "evacuated 17 people injured in the fighting": the verb before the count tells what happened to them.
fn acted(context: Context<'_>) -> bool {
    context.frame.is_some_and(|frame| {
        let before = frame.predicate.is_some_and(|span| span.end <= context.mention.span.start);
        before && frame.class.as_deref().is_some_and(of_persons)
    })
}

/// "the death toll rose to 443": the frame has the event already, and the noun that counts it.
fn known(context: Context<'_>, topic: &Topic) -> bool {
    context
        .frame
        .is_some_and(|frame| frame.thing_class.is_some() && frame.class.as_deref() == Some(topic.class))
}

/// Whether the predicate stands nearer than the topic word and names a state of persons, or an act on goods, itself.
fn told(context: Context<'_>, topic: &Topic, cue: Span) -> bool {
    let mention = context.mention.span;
    let gap = |span: Span| span.start.saturating_sub(mention.end).max(mention.start.saturating_sub(span.end));
    let Some(frame) = context.frame else { return false };
    let (Some(span), Some(class)) = (frame.predicate, frame.class.as_deref()) else { return false };
    let person = topic.root == "person";
    // "45,000 customers | remained | without power"
    if topic.root == "-" && traits::of_class(class).has(Traits::IDLE) {
        return false;
    }
    // "1,200 people living near the works were moved": where they live only tells who they are.
    if person && topic.class == "live" && of_persons(class) {
        return true;
    }
    // "five of the 14 wounded | are in a critical condition": what those are called says less than how they are.
    if person && class != "kill" && cue.start >= span.end && names_group(context, span) {
        return false;
    }
    // "237 people on board, 150 of whom were rescued": the verb of the figure's own clause is nearer than its bytes say.
    let parted = cue.end <= mention.start
        && Span { start: cue.end, end: mention.start }.slice(context.text).contains(',');
    (gap(span) < gap(cue) || parted && span.start >= mention.end)
        && class != topic.class
        && (person && of_persons(class) || !person && class != "leave")
}

/// "Three were in | a stable condition": whether the noun at `cue` is a word of a state, and no place.
fn is_state(context: Context<'_>, around: &Around<'_>, cue: Span) -> bool {
    nearest::nearest(context, around, "count")
        .is_some_and(|(topic, words)| of_persons(topic.class) && words.contains(cue))
}

/// Whether a predicate is only the name of the group counted: "14 | wounded", "five of the | victims".
fn names_group(context: Context<'_>, predicate: Span) -> bool {
    let mention = context.mention.span;
    let of = Span { start: mention.end, end: predicate.start.max(mention.end) }.slice(context.text);
    mention.contains(predicate)
        || of.split_whitespace().next() == Some("of")
            && of.split_whitespace().all(|word| {
                let lower = word.to_lowercase();
                lower.starts_with(|c: char| c.is_ascii_digit())
                    || classes(&lower).has(Classes::STOPWORD.or(Classes::NUMBER))
            })
}

/// The name of the figure's kind in the table.
fn kind(context: Context<'_>) -> Option<&'static str> {
    let mention = context.mention;
    Some(match mention.kind {
        Kind::Count => "count",
        Kind::Percent => "percent",
        Kind::Money => "money",
        Kind::Score if mention.value.as_ref().is_some_and(Value::is_fraction) => "odds",
        Kind::Measure => match mention.si.as_ref()?.unit.as_ref() {
            "m" => "length",
            "m2" => "area",
            "m/s" => "speed",
            "kg" => "mass",
            _ => return None,
        },
        _ => return None,
    })
}

/// Whether the figure counts persons, or nothing that is named.
fn personal(context: Context<'_>) -> bool {
    context.mention.object.as_ref().is_none_or(|object| {
        object.implied
            || object.head.is_empty()
            || traits::of_word(&object.head).has(Traits::PLAIN)
            || super::measure::root(object).as_deref() == Some("person")
    })
}

/// "7.8-magnitude", "a 7.8 quake": a figure with decimals counts no earthquakes.
fn magnitude(context: Context<'_>) -> Option<Settled> {
    let object = context.mention.object.as_ref();
    let measured = object.is_none() && context.mention.unit.is_none() && measures_a_quake(context);
    let named = context.mention.unit.as_deref() == Some("magnitude");
    let quake = object.is_some_and(|object| super::measure::root(object).as_deref() == Some("earthquake"));
    let decimals = context.mention.core.slice(context.text).contains('.');
    let cue = object.and_then(|object| object.span).unwrap_or(context.mention.span);
    (named || (quake || measured) && decimals).then_some(Settled {
        class: "quake",
        root: Some("magnitude"),
        owner: None,
        part: None,
        cue,
    })
}

/// Bytes before a bare figure in which the quake is looked for that it measures.
const QUAKE: u32 = 40;

/// "two quakes, measuring | 7.6 and 7.4,"
fn measures_a_quake(context: Context<'_>) -> bool {
    let told =
        context.frame.is_some_and(|frame| frame.class.as_deref() == Some("measure") || frame.thing.is_some());
    let near = Span {
        start: context.mention.span.start.saturating_sub(QUAKE).max(context.sentence.span.start),
        end: context.mention.span.start,
    };
    let near = near.on_boundaries(context.text).slice(context.text).to_ascii_lowercase();
    told && near.split(|c: char| !c.is_alphabetic()).any(|word| verb::noun_event(word) == Some("quake"))
}

/// Aftershocks are counted apart from the earthquakes that they follow, whatever they "shake".
fn aftershocks(context: Context<'_>) -> Option<Settled> {
    let object = context.mention.object.as_ref()?;
    let class = verb::noun_event(&object.head).filter(|class| *class == "aftershock")?;
    let cue = object.span.unwrap_or(context.mention.span);
    Some(Settled { class, root: None, owner: None, part: None, cue })
}
