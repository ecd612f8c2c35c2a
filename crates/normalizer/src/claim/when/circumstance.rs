//! The day of what happened at once, for all that is told of it.

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate};
use crosscheck_lexicon::traits::Traits;
use crosscheck_model::raw::Deixis;
use crosscheck_model::{Basis, Claim, Granularity, Modality, Moment, Published, When};

use super::super::measure::is_of;
use super::BACKGROUND_DAYS;

/// The circumstances of what happened once, on one day, are of its day: how strong, how deep, how far off, who was aboard,
/// at what o'clock.
pub(in crate::claim) fn by_main_event(claims: &mut [Claim], published: &Published) {
    let recent = |day: NaiveDate| {
        published.date.is_none_or(|at| {
            day <= at.date
                && at.date.checked_sub_days(Days::new(BACKGROUND_DAYS)).is_none_or(|limit| day >= limit)
        })
    };
    // The first that is dated is what the document is about.
    let main = claims.iter().find(|claim| claim.kind.is_calendar() && is_of(claim, Traits::SUDDEN));
    let day = main.and_then(|claim| {
        let (from, to) = (claim.when.from?, claim.when.to?);
        (from.date == to.date && recent(from.date)).then_some(from.date)
    });
    // The day of a clock time that names none is no more than the document's.
    for claim in claims.iter_mut().filter(|claim| clock_alone(claim)) {
        claim.when.basis = Basis::Document;
    }
    let Some(day) = day else { return };
    let dated: BTreeSet<u32> = claims
        .iter()
        .filter(|claim| claim.kind.is_calendar() && !clock_alone(claim))
        .map(|claim| claim.sentence.start)
        .collect();
    // What took its time from such a clock goes with it.
    let clocks: BTreeSet<(u32, Option<Moment>, Option<Moment>)> = claims
        .iter()
        .filter(|claim| clock_alone(claim) && !dated.contains(&claim.sentence.start))
        .map(|claim| (claim.sentence.start, claim.when.from, claim.when.to))
        .collect();
    for claim in claims.iter_mut() {
        let clocked = clocks.contains(&(claim.sentence.start, claim.when.from, claim.when.to));
        if clocked && claim.modality == Modality::Asserted {
            move_to(claim, day);
            continue;
        }
        let undated =
            matches!(claim.when.basis, Basis::Document | Basis::Unknown) && !claim.kind.is_calendar();
        if undated && is_of(claim, Traits::CIRCUMSTANCE) {
            let day = Some(Moment::day(day));
            claim.when = When { from: day, to: day, basis: Basis::Event };
        }
    }
}

/// Whether a claim is a time of the clock whose day is only that of the text.
fn clock_alone(claim: &Claim) -> bool {
    use Granularity::{Hour, Minute, Second};
    claim.date.as_ref().is_some_and(|date| {
        matches!(date.granularity, Hour | Minute | Second) && date.carried == Some(Deixis::Speech)
    })
}

/// Gives a time of the clock another day.
fn move_to(claim: &mut Claim, day: NaiveDate) {
    let shift = |at: Option<Moment>| at.map(|at| Moment { date: day, ..at });
    claim.when = When { from: shift(claim.when.from), to: shift(claim.when.to), basis: Basis::Event };
    if let Some(date) = &mut claim.date {
        date.from = shift(date.from);
        date.to = shift(date.to);
        if let Some(rest) = date.timex.as_deref().and_then(|timex| timex.split_once('T')) {
            date.timex = Some(format!("{day}T{}", rest.1));
        }
        date.anchor_on(format!("event {day}"));
    }
}
