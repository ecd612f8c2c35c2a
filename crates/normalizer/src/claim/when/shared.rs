//! Dates that figures share: of one event, of one sum told again, of the quarter that is reported.

use std::collections::BTreeMap;

use crosscheck_lexicon::classes::{Classes, classes};
use crosscheck_lexicon::traits::Traits;
use crosscheck_model::{Basis, Claim, Interval, Kind, Modality, Number, Published, Span, When};

use super::super::measure::{class_of, is_of};
use super::is_background;

/// Most dated figures of one measure that an undated one is compared with.
const RESTATED: usize = 16;

/// Dated figures by measure and unit.
type Restated = BTreeMap<(String, Option<String>), Vec<(Interval, When, Span)>>;

/// An undated length or state takes the date that another sentence gives to the same event, when there is one only.
///
/// An event of another time has a date of its own, and gives it to nothing else.
pub(in crate::claim) fn by_event(claims: &mut [Claim], published: &Published) {
    let mut dates: BTreeMap<String, Option<When>> = BTreeMap::new();
    let told = |claim: &&Claim| {
        claim.kind.is_calendar() && claim.when.from.is_some() && !is_background(claim, published)
    };
    for claim in claims.iter().filter(told) {
        let Some(event) = claim.measure.as_deref().and_then(|measure| measure.strip_prefix("date:")) else {
            continue;
        };
        let entry = dates.entry(event.to_owned()).or_insert(Some(claim.when));
        if entry.is_some_and(|when| (when.from, when.to) != (claim.when.from, claim.when.to)) {
            *entry = None;
        }
    }
    for claim in claims.iter_mut() {
        let event =
            |head: &str| crosscheck_lexicon::verb::noun_event(head.rsplit(' ').next().unwrap_or(head));
        let counted = claim.object.as_ref().and_then(|object| event(&object.head)).is_some();
        let measured = matches!(claim.kind, Kind::Duration | Kind::Measure | Kind::Ordinal)
            || claim.kind == Kind::Count && counted && !runs(claim);
        if !matches!(claim.when.basis, Basis::Document | Basis::Unknown) || !measured {
            continue;
        }
        let event = class_of(claim);
        if let Some(Some(when)) = event.and_then(|event| dates.get(event))
            && !outlasts(claim, *when)
        {
            claim.when = When { basis: Basis::Event, ..*when };
        }
    }
}

/// Whether a length is longer than the month or year that would date it: eight years are not of 2015.
fn outlasts(claim: &Claim, when: When) -> bool {
    let (Some(from), Some(to)) = (when.from, when.to) else { return false };
    let days = to.date.signed_duration_since(from.date).num_days();
    let Some(si) = claim.si.as_ref().filter(|_| claim.kind == Kind::Duration) else { return false };
    // Lengths that a calendar counts are in months, the others in seconds.
    let longest = if si.unit == "month" { days / 27 + 1 } else { (days + 1) * 86_400 };
    days >= 27 && si.lo.is_some_and(|least| least > Number::from(longest))
}

/// Whether a figure is one that reports follow from day to day: a toll is of the day it is told, not of the deaths.
fn runs(claim: &Claim) -> bool {
    is_of(claim, Traits::RUNS)
}

/// A sum without a date that tells a dated one again is of the same stretch: "paid nearly $44 million from 2007 to 2014 ...
/// The couple paid $43,885,310".
pub(in crate::claim) fn by_restatement(claims: &mut [Claim]) {
    let flows = |claim: &Claim| claim.kind == Kind::Money && is_of(claim, Traits::FLOW);
    let mut dated: Restated = BTreeMap::new();
    for claim in claims.iter().filter(|claim| claim.when.basis == Basis::Adjunct && flows(claim)) {
        let (Some(measure), Some(value)) = (&claim.measure, &claim.value) else { continue };
        let told = dated.entry((measure.clone(), claim.unit.clone())).or_default();
        if told.len() < RESTATED {
            told.push((value.soft, claim.when, claim.sentence));
        }
    }
    if dated.is_empty() {
        return;
    }
    for claim in claims.iter_mut() {
        if claim.when.basis != Basis::Document || !flows(claim) {
            continue;
        }
        let (Some(measure), Some(value)) = (&claim.measure, &claim.value) else { continue };
        let mut same = dated
            .get(&(measure.clone(), claim.unit.clone()))
            .into_iter()
            .flatten()
            // "earned 2 billion, up from 1.9 billion a year earlier": one sentence tells no sum again.
            .filter(|(interval, _, sentence)| {
                *sentence != claim.sentence && !interval.is_disjoint(&value.soft)
            })
            .map(|(_, when, _)| *when);
        if let (Some(when), None) = (same.next(), same.next()) {
            claim.when = When { basis: Basis::Event, ..when };
        }
    }
    by_sum(claims);
}

/// The stretch that a sum in the same sentence fills is of the sum's years: "earned $139 million in seven years".
fn by_sum(claims: &mut [Claim]) {
    for i in 1..claims.len() {
        let (before, rest) = claims.split_at_mut(i);
        let (Some(sum), Some(stretch)) = (before.last(), rest.first_mut()) else { continue };
        let told =
            sum.kind == Kind::Money && stretch.kind == Kind::Duration && sum.sentence == stretch.sentence;
        let undated = matches!(stretch.when.basis, Basis::Document | Basis::Unknown);
        if told
            && undated
            && matches!(sum.when.basis, Basis::Adjunct | Basis::Event)
            && class_of(sum) == class_of(stretch)
            && !outlasts(stretch, sum.when)
        {
            stretch.when = When { basis: Basis::Event, ..sum.when };
        }
    }
}

/// What a firm reports without a date is of the quarter or half year that the text reports: "In the first quarter, net profit
/// fell to 84 million. | Sales were 1.4 billion."
pub(in crate::claim) fn by_period(text: &str, claims: &mut [Claim], published: &Published) {
    let Some(day) = published.date.map(|at| at.date) else { return };
    let days = |claim: &Claim| {
        let (from, to) = (claim.when.from?, claim.when.to?);
        Some(to.date.signed_duration_since(from.date).num_days())
    };
    let period = claims.iter().find(|claim| {
        let of_book = days(claim).is_some_and(|days| PERIOD_DAYS.contains(&days));
        let behind = claim
            .when
            .to
            .is_some_and(|to| to.date <= day && day.signed_duration_since(to.date).num_days() <= PERIOD_AGO);
        claim.kind == Kind::Date && claim.modality == Modality::Asserted && of_book && behind
    });
    let Some((period, sentence)) = period.map(|claim| (claim.when, claim.sentence)) else { return };
    let known = text.get(..sentence.end as usize).unwrap_or_default();
    for claim in claims.iter_mut() {
        // "Meanwhile Ostra Bank reported a profit of": another firm may have other quarters.
        let other = || names(text, claim.sentence).any(|name| !known.contains(name));
        if is_of(claim, Traits::OF_PERIOD)
            && !other()
            && claim.when.basis == Basis::Document
            && claim.modality == Modality::Asserted
            && matches!(claim.kind, Kind::Money | Kind::Percent | Kind::Count)
        {
            claim.when = When { basis: Basis::Event, ..period };
        }
    }
}

/// The names in a sentence: words with a capital, of which the first word is one only where a second follows.
fn names(text: &str, sentence: Span) -> impl Iterator<Item = &str> {
    let word = |word: &'_ str| word.starts_with(char::is_uppercase) && word.chars().any(char::is_lowercase);
    let mut words =
        sentence.slice(text).split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).peekable();
    let first = words.next().filter(|first| word(first) && words.peek().is_some_and(|next| word(next)));
    let dated = Classes::MONTH.or(Classes::WEEKDAY);
    first
        .into_iter()
        .chain(words)
        .filter(move |name| word(name) && name.len() > 2 && !classes(&name.to_lowercase()).has(dated))
}

/// Days of a quarter or half year.
const PERIOD_DAYS: std::ops::RangeInclusive<i64> = 88..=184;

/// Days after its end in which a period is reported.
const PERIOD_AGO: i64 = 75;

/// A sum that came together up to the day it is told, where no date says since when: "they have paid 44 million in taxes".
pub(in crate::claim) fn up_to_now(claims: &mut [Claim]) {
    for claim in claims.iter_mut() {
        let flows = is_of(claim, Traits::SUMS);
        let told = claim.when.basis == Basis::Document && claim.modality == Modality::Asserted;
        if claim.kind == Kind::Money && flows && told {
            claim.when.from = None;
        }
    }
}
