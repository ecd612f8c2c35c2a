//! What a figure measures where the words beside it say so and its verb does not.
//!
//! "put the number of dead at 41", "30 others were missing", "Turnout stood at 61%": the verb is only the change or the
//! report; the noun after "number of", the state after the count or a topic word (`topics.tsv`) settles the class.

use crosscheck_lexicon::classes::{Classes, classes};
use crosscheck_lexicon::topic::{self, Side, Topic};
use crosscheck_lexicon::traits::{self, Traits};
use crosscheck_lexicon::verb::{self, Forms};
use crosscheck_model::{Kind, Span};

use super::Context;
use super::around::{Around, tokens};
use super::object::of_persons;

/// What a comma costs in words: it parts what belongs together less often than a full stop, more often than a word.
const COMMA: usize = 4;

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

/// What the words beside a figure say it measures.
pub(super) fn settle(context: Context<'_>) -> Option<Settled> {
    let mention = context.mention;
    if let Some(found) = magnitude(context) {
        return Some(found);
    }
    let kind = kind(context)?;
    let around = Around::of(context.text, context.sentence.span, mention.span, mention.core);
    if kind == "count" {
        if let Some(found) = number_of(&around).or_else(|| part_of(&around)) {
            return Some(found);
        }
        if let Some(found) =
            lives(context).or_else(|| aftershocks(context)).or_else(|| people_of(context, &around))
        {
            return Some(found);
        }
        if personal(context)
            && let Some(found) =
                state_within(context).or_else(|| state_after(&around)).filter(|_| !acted(context))
        {
            return Some(found);
        }
    }
    let Some((topic, cue)) = nearest(context, &around, kind) else {
        return if kind == "percent" { of_name(context, &around) } else { None };
    };
    if kind == "count" && told(context, topic, cue) {
        return None;
    }
    let owner = match topic.class {
        "vote-share" => candidate(&around),
        "distance" => super::distance::ends(&around),
        _ => None,
    };
    let root = (topic.root != "-").then_some(topic.root);
    Some(Settled { class: topic.class, root, owner, part: None, cue })
}

/// "evacuated 17 people injured in the fighting": the verb before the count tells what happened to them.
fn acted(context: Context<'_>) -> bool {
    context.frame.is_some_and(|frame| {
        let before = frame.predicate.is_some_and(|span| span.end <= context.mention.span.start);
        before && frame.class.as_deref().is_some_and(of_persons)
    })
}

/// Whether the predicate stands nearer than the topic word and names a state of persons, or an act on goods, itself.
fn told(context: Context<'_>, topic: &Topic, cue: Span) -> bool {
    let mention = context.mention.span;
    let gap = |span: Span| span.start.saturating_sub(mention.end).max(mention.start.saturating_sub(span.end));
    let Some(frame) = context.frame else { return false };
    let (Some(span), Some(class)) = (frame.predicate, frame.class.as_deref()) else { return false };
    let person = topic.root == "person";
    // "237 people on board, 150 of whom were rescued": the verb of the figure's own clause is nearer than its bytes say.
    let parted = cue.end <= mention.start
        && Span { start: cue.end, end: mention.start }.slice(context.text).contains(',');
    (gap(span) < gap(cue) || parted && span.start >= mention.end)
        && class != topic.class
        && (person && of_persons(class) || !person && class != "leave")
}

/// The name of the figure's kind in the table.
fn kind(context: Context<'_>) -> Option<&'static str> {
    let mention = context.mention;
    Some(match mention.kind {
        Kind::Count => "count",
        Kind::Percent => "percent",
        Kind::Money => "money",
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
            || matches!(object.head.as_str(), "other" | "others" | "more" | "dead" | "")
            || super::measure::root(object).as_deref() == Some("person")
    })
}

/// "the number of people killed ... to 28", "put the number of dead at 41".
fn number_of(around: &Around<'_>) -> Option<Settled> {
    let mut i = around.after;
    while i > 0 {
        i -= 1;
        if around.is_bar(i) || around.lower(i) == "," {
            return None;
        }
        if around.lower(i) == "of" && i > 0 && matches!(around.lower(i - 1), "number" | "numbers" | "count") {
            let of = i;
            let (mut head, mut at) = (None, of + 1);
            while at < around.after {
                let lower = around.lower(at);
                if let Some((topic, _)) = topic::at(lower, |n| around.lower(at + n))
                    .find(|(topic, _)| topic.is_of("count") && topic.root == "person")
                    && head.is_some()
                {
                    return Some(Settled {
                        class: topic.class,
                        root: Some("person"),
                        owner: None,
                        part: None,
                        cue: around.words[at].1,
                    });
                }
                if let Some(class) = event_of(lower).filter(|class| of_persons(class)) {
                    return Some(Settled {
                        class,
                        root: Some("person"),
                        owner: None,
                        part: None,
                        cue: around.words[at].1,
                    });
                }
                head = head.or(Some(at));
                at += 1;
                if at > of + 9 {
                    break;
                }
            }
            return None;
        }
    }
    None
}

/// "Five children were among the dead", "three of the dead were children", "Among the dead are two members of the crew".
fn part_of(around: &Around<'_>) -> Option<Settled> {
    let class = |i: usize| match around.lower(i) {
        "victims" => Some("kill"),
        lower => verb::noun_event(lower)
            .or_else(|| verb::state_event(lower))
            .filter(|class| traits::of_class(class).has(Traits::GROUP)),
    };
    let at = |i: usize| {
        let group = i + 1 + usize::from(around.lower(i + 1) == "the");
        Some(Settled {
            class: class(group)?,
            root: Some("person"),
            owner: None,
            part: None,
            cue: around.words[group].1,
        })
    };
    let after = around.after;
    if let Some(found) = of_group(around) {
        return Some(found);
    }
    for i in after..(after + 6).min(around.words.len()) {
        if matches!(around.lower(i), "," | "and") || around.is_bar(i) {
            break;
        }
        if around.lower(i) == "among" {
            return at(i);
        }
    }
    let start = after.saturating_sub(5);
    let i = (start..after).rev().find(|&i| around.lower(i) == "among")?;
    let link = (i..after).any(|i| matches!(around.lower(i), "are" | "were" | "is" | "was"));
    if link { at(i) } else { None }
}

/// "three of the dead were children": the mention may hold "of the dead" or end before it.
fn of_group(around: &Around<'_>) -> Option<Settled> {
    let after = around.after;
    let group = (after.saturating_sub(1)..after + 4).find(|&i| {
        matches!(around.lower(i), "dead" | "victims" | "injured" | "missing" | "wounded" | "killed")
    })?;
    let class = match around.lower(group) {
        "victims" => "kill",
        lower => verb::state_event(lower)?,
    };
    let link = group + 1;
    if !matches!(around.lower(link), "were" | "was" | "are" | "is") {
        return None;
    }
    let noun = link + 1;
    let (word, span) = around.words.get(noun)?;
    let plural = word.ends_with('s') || matches!(*word, "children" | "women" | "men");
    (plural && verb::verb(word).is_none()).then_some(Settled {
        class,
        root: Some("person"),
        owner: None,
        part: Some(*span),
        cue: around.words[group].1,
    })
}

/// "the loss of 63 lives", "claimed 12 lives": lives that are counted are lost, unless they are saved.
fn lives(context: Context<'_>) -> Option<Settled> {
    let object = context.mention.object.as_ref().filter(|object| object.head == "life")?;
    let lost = context.frame.and_then(|frame| frame.class.as_deref()).is_none_or(|class| class != "rescue");
    let cue = object.span.unwrap_or(context.mention.span);
    lost.then_some(Settled { class: "kill", root: Some("person"), owner: None, part: None, cue })
}

/// "Karabakh and its 120,000 Armenians", "the city's 80,000 residents": whom a place has, where nothing is said to have
/// happened to them.
fn people_of(context: Context<'_>, around: &Around<'_>) -> Option<Settled> {
    let object = context.mention.object.as_ref().filter(|object| !object.implied)?;
    let owned = around.after > 0 && matches!(around.lower(around.after - 1), "its" | "s");
    let class = context.frame.and_then(|frame| frame.class.as_deref());
    let quiet = class.is_none_or(|class| class == "live" || traits::of_class(class).has(Traits::IDLE));
    let people = verb::noun_event(&object.head) == Some("live")
        || matches!(object.head.as_str(), "person" | "people")
        || crosscheck_lexicon::place::place(&object.head)
            .is_some_and(|place| place.naming == crosscheck_lexicon::place::Naming::Demonym);
    let cue = object.span.unwrap_or(context.mention.span);
    (owned && quiet && people).then_some(Settled {
        class: "live",
        root: Some("person"),
        owner: None,
        part: None,
        cue,
    })
}

/// "7.8-magnitude", "a 7.8 quake": a figure with decimals counts no earthquakes.
fn magnitude(context: Context<'_>) -> Option<Settled> {
    let object = context.mention.object.as_ref();
    let named = context.mention.unit.as_deref() == Some("magnitude");
    let quake = object.is_some_and(|object| super::measure::root(object).as_deref() == Some("earthquake"));
    let decimals = context.mention.core.slice(context.text).contains('.');
    let cue = object.and_then(|object| object.span).unwrap_or(context.mention.span);
    (named || quake && decimals).then_some(Settled {
        class: "quake",
        root: Some("magnitude"),
        owner: None,
        part: None,
        cue,
    })
}

/// Aftershocks are counted apart from the earthquakes that they follow, whatever they "shake".
fn aftershocks(context: Context<'_>) -> Option<Settled> {
    let object = context.mention.object.as_ref()?;
    let class = verb::noun_event(&object.head).filter(|class| *class == "aftershock")?;
    let cue = object.span.unwrap_or(context.mention.span);
    Some(Settled { class, root: None, owner: None, part: None, cue })
}

/// "53 dead", "77 people dead and ...": the group as printed names the state of its persons.
fn state_within(context: Context<'_>) -> Option<Settled> {
    let mut words = Vec::new();
    tokens(context.text, context.mention.core.end, context.mention.span.end, &mut words);
    let i = usize::from(words.first().is_some_and(|(word, _)| {
        matches!(*word, "people" | "persons" | "others" | "more" | "civilians" | "soldiers" | "residents")
    }));
    let (word, cue) = words.get(i)?;
    let class = verb::state_event(&word.to_lowercase()).filter(|class| of_persons(class))?;
    // "nine wounded people": a state before its noun is an adjective; the predicate tells what happened.
    let closes =
        words.get(i + 1).is_none_or(|(next, _)| matches!(*next, "and" | "," | "in" | "on" | "after"));
    closes.then_some(Settled { class, root: Some("person"), owner: None, part: None, cue: *cue })
}

/// "Final results gave Emil Tallen 52.3 per cent and Dora Venn 44.1 per cent": shares of a vote by their names alone.
fn of_name(context: Context<'_>, around: &Around<'_>) -> Option<Settled> {
    let class = context.frame.and_then(|frame| frame.class.as_deref());
    let open = class.is_none_or(|class| matches!(class, "donate" | "win" | "elect" | "vote" | "study"));
    let i = around.after.checked_sub(1)?;
    let named = around.words[i].0.starts_with(char::is_uppercase);
    let polled = around.lower.iter().any(|word| {
        matches!(
            word.as_str(),
            "results" | "election" | "ballot" | "ballots" | "vote" | "votes" | "runoff" | "candidate"
        )
    });
    (open && named && polled).then(|| Settled {
        class: "vote-share",
        root: Some("share"),
        owner: Some(around.lower(i).to_owned()),
        part: None,
        cue: around.words[i].1,
    })
}

/// "30 others were missing", "17 people still missing", "some 8,700 displaced": a state right after the count.
fn state_after(around: &Around<'_>) -> Option<Settled> {
    let mut i = around.after;
    let filler = |lower: &str| {
        matches!(
            lower,
            "still"
                | "others"
                | "other"
                | "more"
                | "people"
                | "persons"
                | "are"
                | "is"
                | "were"
                | "was"
                | "have"
                | "has"
                | "had"
                | "been"
                | "be"
                | "being"
                | "remain"
                | "remained"
                | "remains"
                | "also"
                | "now"
                | "reported"
                | "listed"
                | "feared"
                | "as"
                | "currently"
                | "left"
                | "confirmed"
                | "so"
                | "far"
        )
    };
    while i < around.after + 7 && filler(around.lower(i)) {
        i += 1;
    }
    let lower = around.lower(i);
    // "two wounded soldiers": before a noun it is an adjective of the count's own group, which has been read.
    let class = verb::state_event(lower).filter(|class| of_persons(class))?;
    Some(Settled { class, root: Some("person"), owner: None, part: None, cue: around.words.get(i)?.1 })
}

/// Class of a noun, a state or a participle.
fn event_of(lower: &str) -> Option<&'static str> {
    verb::state_event(lower).or_else(|| verb::noun_event(lower)).or_else(|| {
        let verb = verb::verb(lower).filter(|verb| verb.forms.has(Forms::PARTICIPLE))?;
        let phrase = verb::phrases(verb.lemma).iter().find(|phrase| phrase.rest.is_empty())?;
        phrase.classes.first().copied()
    })
}

/// The topic whose words stand nearest.
fn nearest(context: Context<'_>, around: &Around<'_>, kind: &str) -> Option<(&'static Topic, Span)> {
    let person = kind == "count" && personal(context);
    let mut best: Option<(usize, &'static Topic, Span)> = None;
    let mut try_at = |i: usize, cost: usize, before: bool| {
        for (topic, len) in topic::at(around.lower(i), |n| around.lower(i + n)) {
            let side = match topic.side {
                Side::Before => before,
                Side::After => !before,
                Side::Any => true,
            };
            // The phrase may not run over the figure.
            if !side || before && i + len > around.after || !topic.is_of(kind) {
                continue;
            }
            if kind == "count" && topic.root == "person" && !person {
                continue;
            }
            let cost = if before { cost.saturating_sub(len - 1) } else { cost };
            let end = around.words.get(i + len - 1).map_or(around.words[i].1.end, |word| word.1.end);
            let cue = Span { start: around.words[i].1.start, end };
            if cost <= topic.reach && best.is_none_or(|(least, ..)| cost < least) {
                best = Some((cost, topic, cue));
            }
        }
    };
    let mut cost = 0;
    for i in (0..around.after).rev() {
        if around.is_bar(i) {
            break;
        }
        try_at(i, cost, true);
        cost += if around.lower(i) == "," { COMMA } else { 1 };
    }
    let mut cost = 0;
    for i in around.after..around.words.len() {
        if around.is_bar(i) {
            break;
        }
        try_at(i, cost, false);
        cost += if around.lower(i) == "," { COMMA } else { 1 };
    }
    // The figure's own span may hold the words: "52.3% of the vote".
    let mut inner = Vec::new();
    tokens(context.text, context.mention.core.end, context.mention.span.end, &mut inner);
    let lower: Vec<String> = inner.iter().map(|(word, _)| word.to_lowercase()).collect();
    for i in 0..inner.len() {
        let found =
            topic::at(&lower[i], |n| lower.get(i + n).map_or("", String::as_str)).find(|(topic, _)| {
                topic.is_of(kind) && topic.side != Side::Before && (topic.root != "person" || person)
            });
        if let Some((topic, _)) = found
            && kind != "count"
        {
            return Some((topic, inner[i].1));
        }
    }
    best.map(|(_, topic, cue)| (topic, cue))
}

/// Whose share of the vote it is: "44.1 percent for Dora Venn", "gave Emil Tallen 52.3 per cent", else the last name before.
fn candidate(around: &Around<'_>) -> Option<String> {
    let name = |i: usize| {
        let word = around.words.get(i)?.0;
        let known = classes(around.lower(i));
        let capital = word.starts_with(char::is_uppercase)
            && !known.has(Classes::STOPWORD)
            && !known.has(Classes::MONTH)
            && !known.has(Classes::WEEKDAY);
        capital.then_some(i)
    };
    let last = |mut i: usize| {
        while name(i + 1).is_some() && i + 1 != around.after {
            i += 1;
        }
        around.lower(i).to_owned()
    };
    let after = around.after;
    for i in after..(after + 8).min(around.words.len()) {
        if matches!(around.lower(i), "," | "and") || around.is_bar(i) {
            break;
        }
        if matches!(around.lower(i), "for" | "to") {
            return name(i + 1).map(last);
        }
    }
    (0..after).rev().take_while(|&i| !around.is_bar(i)).find_map(name).map(last)
}
