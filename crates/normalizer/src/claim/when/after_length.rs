//! The time of what is told behind a length: "five months after a fire killed 112 people", "two years after a blast in which 29 died".

use chrono::{Days, NaiveDate};
use crosscheck_lexicon::traits::Traits;
use crosscheck_model::{Basis, Claim, Kind, Moment, Number, Published, Si, When};
use rust_decimal::prelude::ToPrimitive;

use super::super::measure::is_of;

/// Seconds in a day.
const DAY: i64 = 86_400;
/// Days in the longest and in the shortest month.
const MONTH: (i64, i64) = (31, 28);

/// Marks that end the clause behind "after".
const ENDS: [char; 7] = [',', ';', ':', '(', '"', '\u{201d}', '\u{2014}'];

/// Puts the toll of a mishap that is told behind "so long after" that long before the document, as roughly as the length is told.
///
/// Without it "112 people" would be of the day of the article, and of the mishap that the article is about.
pub(in crate::claim) fn after_length(text: &str, claims: &mut [Claim], published: &Published) {
    let Some(day) = published.date.map(|at| at.date) else { return };
    for at in 0..claims.len() {
        let Some((end, when)) = told_behind(text, &claims[at], day) else { continue };
        let behind = claims[at + 1..].iter_mut().take_while(|claim| claim.start < end);
        for claim in behind.filter(|claim| !claim.kind.is_calendar() && is_of(claim, Traits::INCIDENT)) {
            if claim.when.basis == Basis::Document {
                claim.when = when;
            }
        }
    }
}

/// Where the clause behind a length and "after" ends, and the time it tells of.
fn told_behind(text: &str, length: &Claim, day: NaiveDate) -> Option<(u32, When)> {
    let si = length.si.as_ref().filter(|_| length.kind == Kind::Duration)?;
    let sentence = text.get(length.end as usize..length.sentence.end as usize)?;
    let clause = sentence.trim_start().strip_prefix("after ")?;
    let stop = clause.find(ENDS);
    // "Five months after the fire 112 people are homeless": only a comma would tell where the clause ends.
    let opens = text.get(length.sentence.start as usize..length.start as usize)?.trim().is_empty();
    if opens && stop.is_none() {
        return None;
    }
    let start = length.sentence.end as usize - clause.len();
    let end = u32::try_from(start + stop.unwrap_or(clause.len())).ok()?;
    let (least, most) = (days(si, si.lo?, false)?, days(si, si.hi?, true)?);
    let back = |days: u64| day.checked_sub_days(Days::new(days)).map(Moment::day);
    Some((end, When { from: Some(back(most)?), to: Some(back(least)?), basis: Basis::Adjunct }))
}

/// The days of an end of a length, the shortest or the longest.
fn days(si: &Si, number: Number, longest: bool) -> Option<u64> {
    let months = si.unit == "month";
    let count = number.0.to_f64()?;
    let days = match (months, longest) {
        (true, true) => count * MONTH.0.to_f64()?,
        (true, false) => count * MONTH.1.to_f64()?,
        (false, _) => count / DAY.to_f64()?,
    };
    (if longest { days.ceil() } else { days.floor() }).to_u64()
}
