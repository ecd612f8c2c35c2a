//! Persons counted by a state that the words beside the count name: "30 others were missing", "three of the dead".

use crosscheck_lexicon::classes::{Classes, classes};
use crosscheck_lexicon::traits::{self, Traits};
use crosscheck_lexicon::verb::{self, Forms};
use crosscheck_lexicon::{morphology, topic};
use crosscheck_model::Span;

use super::super::around::{Around, tokens};
use super::super::object::of_persons;
use super::{Context, Settled};

/// "the number of people killed ... to 28", "put the number of dead at 41", "brought to 30 the number of those infected".
pub(super) fn number_of(around: &Around<'_>) -> Option<Settled> {
    let number = |i: usize| {
        let lower = around.lower(i);
        let lemma = morphology::noun_lemma(lower);
        traits::of_word(lemma.as_deref().unwrap_or(lower)).has(Traits::FIGURE) && around.lower(i + 1) == "of"
    };
    let after = around.after;
    if around.lower(after) == "the" && number(after + 1) {
        return counted_behind(around, after + 2, around.words.len());
    }
    for i in (0..after).rev() {
        if around.is_bar(i) || around.lower(i) == "," {
            return None;
        }
        if around.lower(i) == "of" && i > 0 && number(i - 1) {
            return counted_behind(around, i, after);
        }
    }
    None
}

/// Words behind "the number of" in which what is counted is named.
const NUMBERED: usize = 10;

/// The persons that a number is of, by the first word between its "of" and `end` that names a state of theirs.
fn counted_behind(around: &Around<'_>, of: usize, end: usize) -> Option<Settled> {
    for at in of + 1..end.min(of + 1 + NUMBERED) {
        let lower = around.lower(at);
        let topic = topic::at(lower, |n| around.lower(at + n))
            .find(|(topic, _)| topic.is_of("count") && topic.root == "person");
        if let Some((topic, _)) = topic.filter(|_| at > of + 1) {
            return Some(Settled::persons(topic.class, around.words[at].1));
        }
        if let Some(class) = event_of(lower).filter(|class| of_persons(class)) {
            return Some(Settled::persons(class, around.words[at].1));
        }
        // "the number of | survivors | at nine"
        if morphology::noun_lemma(lower).is_some_and(|lemma| traits::of_word(&lemma).has(Traits::ALIVE)) {
            return Some(Settled::persons("rescue", around.words[at].1));
        }
    }
    None
}

/// "Five children were among the dead", "three of the dead were children", "Among the dead are two members of the crew",
/// "Of those rescued, 63 were children".
pub(super) fn part_of(around: &Around<'_>) -> Option<Settled> {
    let at = |i: usize| {
        let group = i + 1 + usize::from(matches!(around.lower(i + 1), "the" | "those"));
        Some(Settled::persons(group_class(around.lower(group))?, around.words[group].1))
    };
    let after = around.after;
    if let Some(found) = of_group(around).or_else(|| out_of(around)) {
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
    if (i..after).any(|i| links(around.lower(i))) { at(i) } else { None }
}

/// The class of a group whose members are told apart: the dead, those rescued.
fn group_class(lower: &str) -> Option<&'static str> {
    verb::noun_event(lower)
        .or_else(|| verb::state_event(lower))
        .map(|class| if class == "casualty" { "kill" } else { class })
        .filter(|class| traits::of_class(class).has(Traits::GROUP))
}

/// "Of the dead, | 12 are children", "Of those rescued, | 63 were picked up by boats".
fn out_of(around: &Around<'_>) -> Option<Settled> {
    let comma = around.after.checked_sub(1).filter(|&i| around.lower(i) == ",")?;
    let group = comma.checked_sub(1)?;
    let of = group.checked_sub(2).filter(|&i| around.lower(i) == "of")?;
    let opens = of == 0 || !around.words[of - 1].0.starts_with(char::is_alphabetic);
    if !opens || !matches!(around.lower(of + 1), "the" | "those") {
        return None;
    }
    let class = group_class(around.lower(group))?;
    let part = if links(around.lower(around.after)) { plural(around, around.after + 1) } else { None };
    Some(Settled { part, ..Settled::persons(class, around.words[group].1) })
}

/// The present and past of "be" in the third person.
fn links(lower: &str) -> bool {
    matches!(lower, "is" | "are" | "was" | "were")
}

/// The plural noun at a word, by its form.
fn plural(around: &Around<'_>, i: usize) -> Option<Span> {
    let (word, span) = around.words.get(i)?;
    let plural = word.ends_with('s') || traits::of_word(word).has(Traits::PLURAL);
    (plural && verb::verb(word).is_none()).then_some(*span)
}

/// "three of the dead were children": the mention may hold "of the dead" or end before it.
fn of_group(around: &Around<'_>) -> Option<Settled> {
    let after = around.after;
    let group = (after.saturating_sub(1)..after + 4).find(|&i| group_class(around.lower(i)).is_some())?;
    let class = group_class(around.lower(group))?;
    let link = group + 1;
    if !links(around.lower(link)) {
        return None;
    }
    // "five of the dead were | the attackers"
    let part = plural(around, link + 1 + usize::from(around.lower(link + 1) == "the"))?;
    Some(Settled { part: Some(part), ..Settled::persons(class, around.words[group].1) })
}

/// "the loss of 63 lives", "claimed 12 lives": lives that are counted are lost, unless they are saved.
pub(super) fn lives(context: Context<'_>) -> Option<Settled> {
    let object = context.mention.object.as_ref().filter(|object| object.head == "life")?;
    let lost = context.frame.and_then(|frame| frame.class.as_deref()).is_none_or(|class| class != "rescue");
    let cue = object.span.unwrap_or(context.mention.span);
    lost.then_some(Settled::persons("kill", cue))
}

/// "29 bodies have been found", "the bodies of three more passengers": what is left of the dead counts them, whatever verb
/// brings them to light.
pub(super) fn bodies(context: Context<'_>, around: &Around<'_>) -> Option<Settled> {
    let is_body = |noun: &str| traits::of_word(noun).has(Traits::BODY);
    let object = context.mention.object.as_ref().filter(|object| !object.implied);
    let own = object.filter(|object| is_body(&object.head)).and_then(|object| object.span);
    let cue = own.or_else(|| {
        let of = around.after.checked_sub(1).filter(|&i| around.lower(i) == "of")?;
        let noun = of.checked_sub(1)?;
        let lemma = morphology::noun_lemma(around.lower(noun))?;
        is_body(&lemma).then(|| around.words[noun].1)
    })?;
    let class = context.frame.and_then(|frame| frame.class.as_deref());
    let found = class.is_none_or(|class| {
        matches!(class, "kill" | "rescue" | "recover-body" | "deliver")
            || traits::of_class(class).has(Traits::IDLE)
    });
    // "22 bodies called for", "a federation of 22 bodies": the dead neither ask nor join.
    let living = class.is_none() && (speaks(context) || own.is_some() && of_a_union(around));
    (found && !living).then(|| Settled::persons("recover-body", cue))
}

/// Whether the count is the subject of a verb of speech.
fn speaks(context: Context<'_>) -> bool {
    context.frame.is_some_and(|frame| {
        let after = frame.predicate.is_some_and(|verb| verb.start >= context.mention.span.end);
        let stance = |phrase: &verb::Phrase| phrase.stance.is_some() || !phrase.phases.is_empty();
        after && !frame.passive && frame.lemma != "be" && verb::phrases(&frame.lemma).iter().any(stance)
    })
}

/// "a federation of | 22 bodies"
fn of_a_union(around: &Around<'_>) -> bool {
    let noun = around.after.checked_sub(2).filter(|&i| around.lower(i + 1) == "of");
    noun.is_some_and(|noun| traits::of_word(around.lower(noun)).has(Traits::UNION))
}

/// "nine survivors": who is counted so got out alive, where nothing else is said to have befallen them.
pub(super) fn survivors(context: Context<'_>) -> Option<Settled> {
    let object = context.mention.object.as_ref().filter(|object| !object.implied)?;
    let class = context.frame.and_then(|frame| frame.class.as_deref());
    let quiet = class.is_none_or(|class| traits::of_class(class).has(Traits::IDLE));
    let cue = object.span.unwrap_or(context.mention.span);
    let alive = traits::of_word(&object.head).has(Traits::ALIVE);
    (alive && quiet && !speaks(context)).then(|| Settled::persons("rescue", cue))
}

/// "with 96 passengers and six crew", "186 (164 passengers, 22 crew)": whom a vessel has aboard, where nothing befalls them.
pub(super) fn travellers(context: Context<'_>) -> Option<Settled> {
    let object = context.mention.object.as_ref().filter(|object| !object.implied)?;
    // "Crew members" too.
    let travels = object.head.split(' ').any(|word| traits::of_word(word).has(Traits::TRAVELLER));
    let class = context.frame.and_then(|frame| frame.class.as_deref());
    let quiet = class.is_none_or(|class| class == "crash" || traits::of_class(class).has(Traits::IDLE));
    let active = context.frame.is_some_and(|frame| {
        frame.class.is_none() && frame.predicate.is_some_and(|verb| verb.start >= context.mention.span.end)
    });
    let cue = object.span.unwrap_or(context.mention.span);
    (travels && quiet && !active).then(|| Settled::persons("aboard", cue))
}

/// "Karabakh and its 120,000 Armenians", "the city's 80,000 residents": whom a place has, where nothing is said to have
/// happened to them.
pub(super) fn people_of(context: Context<'_>, around: &Around<'_>) -> Option<Settled> {
    let object = context.mention.object.as_ref().filter(|object| !object.implied)?;
    let owned = around.after > 0 && matches!(around.lower(around.after - 1), "its" | "s");
    let class = context.frame.and_then(|frame| frame.class.as_deref());
    let quiet = class.is_none_or(|class| class == "live" || traits::of_class(class).has(Traits::IDLE));
    let people = verb::noun_event(&object.head) == Some("live")
        || matches!(object.head.as_str(), "person" | "people")
        || crosscheck_lexicon::place::place(&object.head)
            .is_some_and(|place| place.naming == crosscheck_lexicon::place::Naming::Demonym);
    let cue = object.span.unwrap_or(context.mention.span);
    (owned && quiet && people).then_some(Settled::persons("live", cue))
}

/// "53 dead", "77 people dead and ...": the group as printed names the state of its persons.
pub(super) fn state_within(context: Context<'_>) -> Option<Settled> {
    let mut words = Vec::new();
    tokens(context.text, context.mention.core.end, context.mention.span.end, &mut words);
    let i = usize::from(words.first().is_some_and(|(word, _)| traits::of_word(word).has(Traits::PLAIN)));
    // "two of the wounded died": the group, not what befell the two.
    let (word, cue) = words.get(i)?;
    let class = verb::state_event(&word.to_lowercase()).filter(|class| of_persons(class))?;
    // "nine wounded people": a state before its noun is an adjective; the predicate tells what happened.
    let closes =
        words.get(i + 1).is_none_or(|(next, _)| matches!(*next, "and" | "," | "in" | "on" | "after"));
    closes.then_some(Settled::persons(class, *cue))
}

/// "30 others were missing", "17 people still missing", "some 8,700 displaced": a state right after the count.
pub(super) fn state_after(around: &Around<'_>) -> Option<Settled> {
    let mut i = around.after;
    let filler = |lower: &str| traits::of_word(lower).has(Traits::FILLS);
    while i < around.after + 7 && filler(around.lower(i)) {
        i += 1;
    }
    let lower = around.lower(i);
    // "two wounded soldiers": before a noun it is an adjective of the count's own group, which has been read.
    let class = verb::state_event(lower).filter(|class| of_persons(class))?;
    // "12 people were killed or injured": two states counted together, which the verbs tell.
    let other = verb::state_event(around.lower(i + 2)).filter(|_| around.lower(i + 1) == "or");
    if other.is_some_and(|other| other != class) || governs(around, i) {
        return None;
    }
    Some(Settled::persons(class, around.words.get(i)?.1))
}

/// "held | their ground", "wounded | a guard": what has an object of its own is no state of those counted; "killed | the day before" has none.
fn governs(around: &Around<'_>, state: usize) -> bool {
    let dated = || {
        (state + 2..state + 4).any(|i| {
            let lower = around.lower(i);
            classes(lower)
                .has(Classes::TIME_UNIT.or(Classes::TIME_WORD).or(Classes::WEEKDAY).or(Classes::MONTH))
                || morphology::noun_lemma(lower).is_some_and(|lemma| classes(&lemma).has(Classes::TIME_UNIT))
        })
    };
    let participle = around.lower(state).ends_with("ed") || around.lower(state) == "held";
    // "held | out for weeks": a figure of speech names no state.
    let figure = verb::verb(around.lower(state)).is_some_and(|verb| {
        verb::phrases(verb.lemma).iter().any(|phrase| {
            phrase.figurative.is_some() && phrase.rest.first() == Some(&around.lower(state + 1))
        })
    });
    figure || participle && classes(around.lower(state + 1)).has(Classes::DETERMINER) && !dated()
}

/// The class of an adjective that tells what befell persons or things: "missing", "damaged".
pub(super) fn befallen(lower: &str) -> Option<&'static str> {
    let told = |class: &&'static str| {
        let traits = traits::of_class(class);
        traits.has(Traits::PERSONS) || traits.has(Traits::INCIDENT)
    };
    verb::state_event(lower).filter(told).or_else(|| {
        let verb =
            verb::verb(lower).filter(|verb| verb.forms.has(Forms::PARTICIPLE) && verb.lemma != lower)?;
        let phrase = verb::plain(verb.lemma)?;
        phrase.classes.first().copied().filter(told)
    })
}

/// Class of a noun, a state or a participle.
fn event_of(lower: &str) -> Option<&'static str> {
    verb::state_event(lower).or_else(|| verb::noun_event(lower)).or_else(|| {
        let verb = verb::verb(lower).filter(|verb| verb.forms.has(Forms::PARTICIPLE))?;
        let phrase = verb::plain(verb.lemma)?;
        phrase.classes.first().copied()
    })
}
