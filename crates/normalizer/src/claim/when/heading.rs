//! The time of what a list holds, by the line above it: "As of 08:00 on 15 March:".

use crosscheck_model::{Basis, Claim, When};

/// Marks that open an item of a list.
const BULLETS: [char; 5] = ['-', '•', '*', '–', '·'];

/// Dates the items of a list that stand under a line telling as of when they hold, and have no time of their own.
pub(in crate::claim) fn by_heading(text: &str, claims: &mut [Claim]) {
    // The time told, and up to where the lines have been looked at.
    let mut heading: Option<(When, usize)> = None;
    for claim in claims {
        let (start, end) = (claim.start as usize, claim.end as usize);
        if claim.when.basis == Basis::AsOf && claim.kind.is_calendar() {
            let line = text.get(end..).and_then(|rest| rest.split('\n').next()).unwrap_or("");
            heading = (line.trim_end() == ":").then_some((claim.when, end + line.len()));
            continue;
        }
        let Some((when, seen)) = heading else { continue };
        let mut lines = text.get(seen..start).unwrap_or("").split('\n').skip(1).map(str::trim_start);
        if !lines.all(|line| line.is_empty() || line.starts_with(BULLETS)) {
            heading = None;
            continue;
        }
        if claim.when.basis == Basis::Document {
            claim.when = when;
        }
        heading = Some((when, end.max(seen)));
    }
}
