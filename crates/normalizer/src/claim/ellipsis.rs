//! Figures that say less than a whole clause: "(6,540 acres)", "police spoke of 8,000".

use crosscheck_lexicon::tie::{self, Tie};
use crosscheck_lexicon::traits::{self, Traits};
use crosscheck_lexicon::{morphology, topic, verb};
use crosscheck_model::{Claim, Event, Kind, Object, Span};

use super::around::between;

/// Bytes back to which a figure without its own measure looks for one: a sentence or two.
const REACH: u32 = 320;

/// Gives a conversion in brackets the frame of the figure before it, and a bare figure the measure of the last one.
pub(super) fn inherit(text: &str, claims: &mut [Claim]) {
    for i in 1..claims.len() {
        let (before, rest) = claims.split_at_mut(i);
        let claim = &mut rest[0];
        if let Some(last) = before.last()
            && converts(text, last, claim)
        {
            claim.measure.clone_from(&last.measure);
            claim.event.clone_from(&last.event);
            claim.object.clone_from(&last.object);
            claim.when = last.when;
            claim.place.clone_from(&last.place);
            claim.place_basis = last.place_basis;
            claim.modality = last.modality;
            continue;
        }
        if let Some(last) = before.last()
            && goes_with(text, last, claim)
        {
            claim.event.clone_from(&last.event);
            let halves = claim.measured().zip(last.measured());
            claim.measure = halves.map(|((root, _), (_, class))| format!("{root}:{class}"));
            continue;
        }
        if let Some((measure, class)) = before.last().and_then(|last| change_of(text, last, claim)) {
            claim.measure = Some(measure);
            if let Some(event) = &mut claim.event {
                event.concept = Some(class);
            }
            continue;
        }
        if let Some(last) = before.last()
            && is_set_against(text, last, claim)
        {
            claim.measure.clone_from(&last.measure);
            claim.event.clone_from(&last.event);
            claim.object = last.object.as_ref().map(|object| Object { implied: true, ..object.clone() });
            continue;
        }
        if (noun_left_out(claim) || rest_of(claim))
            && let Some(last) = before.iter().rev().find(|last| !last.kind.is_calendar())
            && last.sentence == claim.sentence
            && last.kind == Kind::Count
            && let Some((root, _)) = last.measured()
            && root != "-"
            && let Some(object) = &last.object
        {
            let class = claim.measured().map_or("-", |(_, class)| class);
            claim.measure = Some(format!("{root}:{class}"));
            claim.object = Some(Object { implied: true, ..object.clone() });
            continue;
        }
        if !bare(claim) {
            continue;
        }
        if let Some((class, cue)) = headed(text, claim) {
            claim.measure = Some(format!("person:{class}"));
            claim.event = Some(Event {
                surface: cue.slice(text).to_owned(),
                lemma: class.to_owned(),
                concept: Some(class.to_owned()),
                span: Some(cue),
                ..claim.event.take().unwrap_or_default()
            });
            claim.object = Some(super::object::persons());
            continue;
        }
        // "wholesales of 187,300 vehicles, up | 8%": the change of the figure before it, not of one told earlier.
        let within = claim.kind == Kind::Percent
            && before.last().is_some_and(|last| {
                last.sentence == claim.sentence
                    && matches!(last.kind, Kind::Count | Kind::Money | Kind::Measure)
                    && last.unit != claim.unit
            });
        if within && claim.change.is_some() {
            continue;
        }
        let source = before
            .iter()
            .rev()
            .take_while(|last| claim.start.saturating_sub(last.end) <= REACH)
            .find(|last| {
                last.kind == claim.kind && last.unit == claim.unit && last.measure.is_some() && !bare(last)
            });
        if let Some(source) = source {
            claim.measure.clone_from(&source.measure);
            let own = claim.event.take();
            claim.event = source.event.as_ref().map(|event| crosscheck_model::Event {
                span: own.as_ref().and_then(|own| own.span),
                agent: own.as_ref().and_then(|own| own.agent.clone()),
                ..event.clone()
            });
            claim.object = source.object.as_ref().map(|object| Object { implied: true, ..object.clone() });
        }
    }
}

/// "The communique speaks of 36 ambulances": goods that are only told of have the one event that the document gives them.
pub(super) fn told_of(claims: &mut [Claim]) {
    let mut classes: std::collections::BTreeMap<String, Option<String>> = std::collections::BTreeMap::new();
    let parts = |claim: &Claim| {
        let (root, class) = claim.measured().filter(|_| claim.kind == Kind::Count)?;
        Some((root.to_owned(), class.to_owned()))
    };
    // The crash of the coaches is not that of the ambulances, though both are vehicles.
    let incident = |class: &str| traits::of_class(class).has(Traits::INCIDENT);
    let shared = |(root, class): &(String, String)| {
        root != "person"
            && !traits::of_word(root).has(Traits::BROAD)
            && !idle(class)
            && class != "capacity"
            && !incident(class)
    };
    for (root, class) in claims.iter().filter_map(parts).filter(shared) {
        let entry = classes.entry(root).or_insert_with(|| Some(class.clone()));
        if entry.as_ref().is_some_and(|own| *own != class) {
            *entry = None;
        }
    }
    for claim in claims {
        let Some((root, class)) = parts(claim) else { continue };
        if idle(&class)
            && let Some(Some(class)) = classes.get(&root)
        {
            claim.measure = Some(format!("{root}:{class}"));
            if let Some(event) = &mut claim.event {
                event.concept = Some(class.clone());
            }
        }
    }
}

/// A class that tells of a thing without saying what happened to it.
fn idle(class: &str) -> bool {
    traits::of_class(class).has(Traits::IDLE)
}

/// "2,650 hectares (6,540 acres)", "85 million crowns (about $8.2 million)".
fn converts(text: &str, last: &Claim, claim: &Claim) -> bool {
    let comparable = match (&last.si, &claim.si) {
        (Some(a), Some(b)) if a.unit == b.unit => true,
        (Some(_), Some(_)) if last.kind != Kind::Money => false,
        _ => claim.kind == Kind::Money && matches!(last.kind, Kind::Money | Kind::Measure | Kind::Count),
    };
    let between = between(text, last, claim).trim_start();
    comparable
        && between.len() <= 16
        && between.strip_prefix('(').is_some_and(|rest| rest.chars().all(|c| c.is_alphabetic() || c == ' '))
}

/// "78 people were in the hall, and not | 60": a bare figure behind "not" is another one of what the figure before it counts.
fn is_set_against(text: &str, last: &Claim, claim: &Claim) -> bool {
    let own = claim.object.as_ref().and_then(|object| object.span);
    claim.kind == Kind::Count
        && last.kind == Kind::Count
        && claim.sentence == last.sentence
        && between(text, last, claim).split_whitespace().next_back() == Some("not")
        && own.is_none_or(|span| span.start < claim.start || span.end > claim.end)
}

/// Bytes between a count and one that it includes or that goes along with it.
const TOGETHER: usize = 90;

/// "two civilians were killed, along with | five assailants", "left 7 dead, including | five gunmen": persons told with others share
/// what befell them, unless they have a state of their own.
fn goes_with(text: &str, last: &Claim, claim: &Claim) -> bool {
    let of_persons = |claim: &Claim| {
        let class = claim.event.as_ref().and_then(|event| event.concept.as_deref());
        class.is_some_and(|class| traits::of_class(class).has(Traits::PERSONS))
    };
    let root = |claim: &Claim| claim.measured().is_some_and(|(root, _)| root == "person");
    let between = between(text, last, claim);
    let joined = || {
        let lower = between.to_lowercase();
        tie::ends(&lower, Tie::With) || tie::ends(&lower, Tie::Part)
    };
    claim.kind == Kind::Count
        && last.kind == Kind::Count
        && claim.sentence == last.sentence
        && between.len() <= TOGETHER
        && joined()
        && !between.contains(';')
        && root(claim)
        && root(last)
        && of_persons(last)
        && !of_persons(claim)
}

/// "delivered 45,000 vehicles and produced | 51,000", "90 prisoners, | 45 from each side": a count that names its event and no
/// noun counts what the one before it counted.
fn noun_left_out(claim: &Claim) -> bool {
    let told = claim.measure.as_deref().and_then(|measure| measure.strip_prefix("-:"));
    claim.kind == Kind::Count
        && claim.unit.is_none()
        && claim.object.is_none()
        && told.is_some_and(|class| !traits::of_class(class).has(Traits::BARE))
}

/// Lines, and bytes of one, over which the heading of a list reaches.
const LINES: usize = 40;
const LINE: usize = 80;

/// "Confirmed deaths" above the lines "1. Kenya: | 81" and "2. Mali: | 28", or before the first of them: the state of persons that a list
/// counts.
fn headed(text: &str, claim: &Claim) -> Option<(&'static str, Span)> {
    let before = text.get(..claim.start as usize)?;
    if claim.kind != Kind::Count || !before.trim_end().ends_with(':') {
        return None;
    }
    let mut end = before.len();
    for turn in 0..LINES {
        let start = before[..end].rfind('\n').map_or(0, |at| at + 1);
        let line = &before[start..end];
        let opening = line.find("1. ").filter(|at| line[..*at].contains(char::is_alphabetic));
        let own = turn == 0 || line.trim().is_empty() || is_item(line);
        if let Some(heading) = opening.map(|at| &line[..at]).or_else(|| (!own).then_some(line)) {
            let (from, to) = (u32::try_from(start).ok()?, u32::try_from(start + heading.len()).ok()?);
            return Some((counted_in(heading)?, Span { start: from, end: to }));
        }
        end = start.checked_sub(1)?;
    }
    None
}

/// Whether a line names something and gives its figure: "2. Mali: 28".
fn is_item(line: &str) -> bool {
    line.len() <= LINE
        && line
            .match_indices(": ")
            .any(|(at, mark)| line[at + mark.len()..].starts_with(|c: char| c.is_ascii_digit()))
}

/// The state of persons that a heading names.
fn counted_in(heading: &str) -> Option<&'static str> {
    if heading.len() > LINE || heading.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let lower = heading.to_lowercase();
    lower.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).find_map(|word| {
        let lemma = morphology::noun_lemma(word);
        let class = verb::noun_event(lemma.as_deref().unwrap_or(word)).or_else(|| verb::state_event(word));
        class.filter(|class| super::object::of_persons(class))
    })
}

/// Bytes between a sum and how much it has changed.
const CHANGED: u32 = 24;

/// Whether a figure's own words say no more than that something grew: "a jump of 32%".
fn rises(claim: &Claim) -> bool {
    super::measure::is_of(claim, Traits::LEVEL)
}

/// "revenue of 18 billion, up | 11.2%", "operating profit of 12 billion, a jump of | 32%": the measure of the change of the sum
/// right before.
fn change_of(text: &str, last: &Claim, claim: &Claim) -> Option<(String, String)> {
    let (root, class) = last.measured().filter(|_| last.kind == Kind::Money)?;
    // Of what belongs to a firm the change belongs to it as well: "share-price/kelt".
    let (class, owner) = super::measure::owned(class);
    let class = topic::changes(class)?;
    let between = between(text, last, claim);
    let told = claim.kind == Kind::Percent
        && last.sentence == claim.sentence
        && (claim.change.is_some() || rises(claim));
    (told && between.len() <= CHANGED as usize && between.starts_with([',', ' ']) && !between.contains(';'))
        .then(|| (format!("{root}:{class}{owner}"), class.to_owned()))
}

/// "80 houses were destroyed and | 120 others | damaged": others of those that the figure before counted.
fn rest_of(claim: &Claim) -> bool {
    claim.kind == Kind::Count
        && claim.object.as_ref().is_some_and(|object| object.head == "other" && object.modifiers.is_empty())
}

/// A count or share whose clause names neither what is counted nor what happened.
fn bare(claim: &Claim) -> bool {
    if !matches!(claim.kind, Kind::Count | Kind::Percent) {
        return false;
    }
    let Some(measure) = claim.measure.as_deref() else { return true };
    measure.strip_prefix("-:").is_some_and(|class| traits::of_class(class).has(Traits::BARE))
}
