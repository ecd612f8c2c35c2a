//! Figures that say less than a whole clause: "(6,540 acres)", "police spoke of 8,000".

use crosscheck_lexicon::topic;
use crosscheck_lexicon::traits::{self, Traits};
use crosscheck_model::{Claim, Kind, Object};

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
        if let Some((measure, class)) = before.last().and_then(|last| change_of(text, last, claim)) {
            claim.measure = Some(measure);
            if let Some(event) = &mut claim.event {
                event.concept = Some(class);
            }
            continue;
        }
        if (noun_left_out(claim) || rest_of(claim))
            && let Some(last) = before.iter().rev().find(|last| !last.kind.is_calendar())
            && last.sentence == claim.sentence
            && last.kind == Kind::Count
            && let Some((root, _)) = last.measure.as_deref().and_then(|measure| measure.split_once(':'))
            && root != "-"
            && let Some(object) = &last.object
        {
            let class = claim
                .measure
                .as_deref()
                .and_then(|measure| measure.split_once(':'))
                .map_or("-", |(_, class)| class);
            claim.measure = Some(format!("{root}:{class}"));
            claim.object = Some(Object { implied: true, ..object.clone() });
            continue;
        }
        if !bare(claim) {
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
        let (root, class) =
            claim.measure.as_deref().filter(|_| claim.kind == Kind::Count)?.split_once(':')?;
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
    let between = text.get(last.end as usize..claim.start as usize).unwrap_or("");
    let between = between.trim_start();
    comparable
        && between.len() <= 16
        && between.strip_prefix('(').is_some_and(|rest| rest.chars().all(|c| c.is_alphabetic() || c == ' '))
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

/// Bytes between a sum and how much it has changed.
const CHANGED: u32 = 24;

/// Whether a figure's own words say no more than that something grew: "a jump of 32%".
fn rises(claim: &Claim) -> bool {
    claim.measure.as_deref().is_some_and(|measure| {
        measure.rsplit(':').next().is_some_and(|class| traits::of_class(class).has(Traits::LEVEL))
    })
}

/// "revenue of 18 billion, up | 11.2%", "operating profit of 12 billion, a jump of | 32%": the measure of the change of the sum
/// right before.
fn change_of(text: &str, last: &Claim, claim: &Claim) -> Option<(String, String)> {
    let (root, class) = last.measure.as_deref().filter(|_| last.kind == Kind::Money)?.split_once(':')?;
    let class = topic::changes(class)?;
    let between = text.get(last.end as usize..claim.start as usize)?;
    let told = claim.kind == Kind::Percent
        && last.sentence == claim.sentence
        && (claim.change.is_some() || rises(claim));
    (told && between.len() <= CHANGED as usize && between.starts_with([',', ' ']) && !between.contains(';'))
        .then(|| (format!("{root}:{class}"), class.to_owned()))
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
