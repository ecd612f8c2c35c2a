//! Temporal expressions to calendar intervals and TIMEX3.
//!
//! The expressions are walked in the order of the text, since later ones count from earlier ones (`anchor`). Values follow
//! TIMEX3 as TempEval-3 used it (UzZaman et al. 2013); intervals are inclusive and local.

mod anchor;
mod calendar;
mod clock;
mod date;
mod length;
mod named;
mod offset;
mod period;
mod slip;
mod stretch;
mod value;

use chrono::{NaiveDate, NaiveTime};
use crosscheck_model::raw::{
    CalendarName, DateExpr, DayTime, Deixis, Length, OffsetFrom, Parsed, Placing, RawTime, Reference,
    TimeExpr, TimeRole, YearExpr,
};
use crosscheck_model::{
    BlockKind, Bound, Certainty, DateValue, Granularity, Issue, Kind, Mention, Moment, Offset, Published,
};

use crate::Prefer;
use anchor::Anchors;
use clock::day_time;
use date::Outcome;
use slip::{nonexistent, weekday_slip};
use stretch::add;
use value::{
    duration_value, moment_value, narrow, open_ends, partial_value, reference_value, set_value, stretch_value,
};

/// Resolves every temporal expression of a document, in order of offset.
///
/// ```
/// use crosscheck_normalizer::{Prefer, time};
/// use crosscheck_model::{Published, PublishedBasis};
/// let text = "The talks began on Tuesday.";
/// let parsed = crosscheck_parser::parse(text, crosscheck_parser::Options::default());
/// let published = Published { date: Some("2023-09-22".parse().unwrap()), basis: PublishedBasis::Manifest };
/// let found = time::resolve(text, &parsed, &published, Prefer::Past);
/// assert_eq!(found[0].date.as_ref().unwrap().timex.as_deref(), Some("2023-09-19"));
/// ```
pub fn resolve(text: &str, parsed: &Parsed, published: &Published, prefer: Prefer) -> Vec<Mention> {
    Resolver::new(text, parsed, published, prefer).next_part(text, parsed)
}

/// Resolves the temporal expressions of a document that is read part by part.
pub(crate) struct Resolver {
    anchors: Anchors,
    opened: bool,
}

impl Resolver {
    /// Takes the habits of the text from its first part, or from the whole.
    pub(crate) fn new(text: &str, first: &Parsed, published: &Published, prefer: Prefer) -> Self {
        Self { anchors: Anchors::new(text, first, published, prefer), opened: false }
    }

    /// Every temporal expression of the next part.
    pub(crate) fn next_part(&mut self, text: &str, parsed: &Parsed) -> Vec<Mention> {
        let narrative = self.anchors.narrative;
        let counts = |raw: &&RawTime| {
            narrative || !matches!(raw.expr, TimeExpr::Adjective(_) | TimeExpr::Attribute(_))
        };
        let told: Vec<_> = parsed.times.iter().filter(counts).collect();
        let opening = if self.opened { 0 } else { parsed.opening().iter().filter(counts).count() };
        self.opened = true;
        let mut found: Vec<_> =
            told.iter().map(|raw| mention(text, parsed, raw, &mut self.anchors)).collect();
        for at in 1..told.len() {
            let (before, rest) = found.split_at_mut(at);
            period::beside(text, (told[at - 1], &mut before[at - 1]), (told[at], &mut rest[0]));
        }
        slip::between(text, &told, opening, &mut found);
        // "that day" of no day told says nothing; a narrative keeps it as an open place in its course.
        if !narrative {
            let mut raws = told.iter();
            found.retain(|mention| !raws.next().is_some_and(|raw| points_nowhere(raw, mention)));
        }
        found
    }
}

/// Whether an expression points back at a day that the text has not told of.
fn points_nowhere(raw: &RawTime, mention: &Mention) -> bool {
    let back = DateExpr::Unit { unit: Granularity::Day, shift: 0, from: Deixis::Mentioned };
    matches!(&raw.expr, TimeExpr::Date(date) if *date == back)
        && mention.date.as_ref().is_some_and(|date| date.certainty == Certainty::Unresolved)
}

/// The day that an expression names by itself, all of year, month and day printed; no anchor is used.
///
/// What stands in a dateline or caption, and agreement of a printed weekday, can be read from it.
pub fn full_date(raw: &RawTime) -> Option<Moment> {
    let (date, time) = match &raw.expr {
        TimeExpr::Date(date) => (date, None),
        TimeExpr::Time { date: Some(date), time } => (date, Some(time)),
        _ => return None,
    };
    let DateExpr::Calendar { year: Some(YearExpr::Full(year)), month: Some(month), day: Some(day), .. } =
        date
    else {
        return None;
    };
    let date = NaiveDate::from_ymd_opt(*year, u32::from(*month), u32::from(*day))?;
    let time = match time {
        Some(DayTime::Clock { hour, minute, second, .. }) => NaiveTime::from_hms_opt(
            u32::from(*hour),
            u32::from(minute.unwrap_or(0)),
            u32::from(second.unwrap_or(0)),
        ),
        _ => None,
    };
    Some(Moment { date, time })
}

/// What is filled in for each kind of expression.
struct Read {
    kind: Kind,
    date: Option<DateValue>,
    length: Option<Length>,
    issues: Vec<Issue>,
}

fn mention(text: &str, parsed: &Parsed, raw: &RawTime, anchors: &mut Anchors) -> Mention {
    let block = parsed.sentences.get(raw.sentence as usize).map_or(BlockKind::Body, |sentence| sentence.kind);
    anchors.headline = matches!(block, BlockKind::Title | BlockKind::Heading);
    let words = raw.span.slice(text);
    anchors.pointing = words.get(..4).is_some_and(|word| word.eq_ignore_ascii_case("that"));
    let read = match &raw.expr {
        TimeExpr::Date(DateExpr::Offset { length, back, from: OffsetFrom::Event(event) }) => {
            event_offset(length, *back, event.slice(text))
        }
        TimeExpr::Date(date) | TimeExpr::Attribute(date) => whole_date(date, raw, anchors),
        TimeExpr::Time { date, time } => day_time(date.as_ref(), *time, raw, anchors),
        TimeExpr::Duration(length) => duration(length, raw, anchors),
        TimeExpr::Set(set) => {
            Read { kind: Kind::Set, date: Some(set_value(set)), length: None, issues: Vec::new() }
        }
        TimeExpr::Reference(reference) | TimeExpr::Adjective(reference) => {
            let timex = match reference {
                Reference::Past => "PAST_REF",
                Reference::Present => "PRESENT_REF",
                Reference::Future => "FUTURE_REF",
            };
            Read {
                kind: Kind::Date,
                date: Some(reference_value(timex, None)),
                length: None,
                issues: Vec::new(),
            }
        }
        _ => Read { kind: Kind::Date, date: None, length: None, issues: Vec::new() },
    };
    let mut date = read.date;
    if let Some(date) = &mut date {
        date.modifier = raw.modifier.or(date.modifier);
        date.offset = offset(&raw.expr);
        date.carried = date.anchor.as_deref().and_then(anchor::carried);
        narrow(date);
        open_ends(date, raw.role);
    }
    anchors.range_from = (raw.role == TimeRole::From).then_some(raw.sentence);
    let mut issues = raw.issues.clone();
    issues.extend(read.issues);
    Mention {
        span: raw.span,
        core: raw.span,
        sentence: raw.sentence,
        block,
        kind: read.kind,
        value: read.length.as_ref().map(length::value),
        bound: read.length.as_ref().map_or(Bound::Exact, length::bound),
        change: None,
        unit: read.length.map(|length| length::unit_name(length.unit).to_owned()),
        si: None,
        object: None,
        date,
        issues,
    }
}

/// The length by which an expression is counted from another: "nine minutes later".
fn offset(expr: &TimeExpr) -> Option<Offset> {
    match *expr {
        TimeExpr::Date(DateExpr::Offset { length, back, from: OffsetFrom::Deixis(from) }) => {
            Some(Offset { length, back, from })
        }
        _ => None,
    }
}

fn whole_date(expr: &DateExpr, raw: &RawTime, anchors: &mut Anchors) -> Read {
    let mut issues = Vec::new();
    let date = match anchors.date(expr, raw) {
        Outcome::Fixed(at, why) => {
            anchors.note(at, raw.sentence, prints_year(expr));
            // A business year has quarters of its own: the name goes before the date of the quarter's end.
            let named = matches!(
                expr,
                DateExpr::Named { name: CalendarName::Quarter(_), .. }
                    | DateExpr::In { name: CalendarName::Quarter(1..), .. }
            );
            let ended = matches!(expr, DateExpr::Nth { unit: Granularity::Quarter, .. });
            if named || ended && anchors.quarter.is_none() {
                anchors.note_quarter(at);
            }
            issues.extend(weekday_slip(expr, at, raw));
            Some(stretch_value(at, why))
        }
        Outcome::Partial(timex, granularity) => Some(partial_value(timex, granularity)),
        Outcome::Minute(at, unit, why) => {
            anchors.last_time = Some((at, raw.sentence));
            let date = moment_value(at, unit, why);
            return Read { kind: Kind::Time, date: Some(date), length: None, issues };
        }
        Outcome::Reference(timex) => Some(reference_value(timex, None)),
        Outcome::Nonexistent(day) => {
            issues.push(nonexistent(&day, raw));
            None
        }
    };
    Read { kind: Kind::Date, date, length: None, issues }
}

fn prints_year(expr: &DateExpr) -> bool {
    matches!(
        expr,
        DateExpr::Calendar { year: Some(YearExpr::Full(_) | YearExpr::Short(_)), .. }
            | DateExpr::Named { year: Some(YearExpr::Full(_) | YearExpr::Short(_)), .. }
    )
}

fn duration(length: &Length, raw: &RawTime, anchors: &mut Anchors) -> Read {
    // "will meet in two hours": the point at the end.
    if length.placing == Placing::In && anchors.forward(raw.tense).0 {
        let from = OffsetFrom::Deixis(Deixis::Speech);
        return whole_date(&DateExpr::Offset { length: *length, back: false, from }, raw, anchors);
    }
    // "in the nine months": what follows compares such periods, and no quarters.
    let long = matches!(length.placing, Placing::First | Placing::Free) && length.unit >= Granularity::Month;
    if long && length::whole(length).is_some_and(|n| n * i64::from(length.unit == Granularity::Month) > 3) {
        anchors.by_quarter = false;
    }
    let mut date = duration_value(length);
    let base = anchors.base(Deixis::Speech);
    if length.unit < Granularity::Day {
        hours_from(&mut date, length, anchors);
    } else if let (Some((base, why)), Some(n)) = (base, length::whole(length)) {
        let (from, to, how) = match length.placing {
            Placing::Past => (add(base.start, length.unit, -n), Some(base.start), "up to"),
            // The next three days begin tomorrow.
            Placing::Next => (base.start.succ_opt(), add(base.start, length.unit, n), "after"),
            // The third day began two days before.
            Placing::Ordinal => {
                (add(base.start, length.unit, 1 - n), Some(base.start), "begun so long before")
            }
            Placing::Free | Placing::First | Placing::In => (None, None, ""),
        };
        if let (Some(from), Some(to)) = (from, to) {
            (date.from, date.to) = (Some(Moment::day(from)), Some(Moment::day(to)));
            date.anchor = Some(format!("{how} {why}"));
        }
    }
    Read { kind: Kind::Duration, date: Some(date), length: Some(*length), issues: Vec::new() }
}

/// "the last two hours": up to the minute of publication, where that is known.
fn hours_from(date: &mut DateValue, length: &Length, anchors: &Anchors) {
    let back = match length.placing {
        Placing::Past => true,
        Placing::Next => false,
        _ => return,
    };
    let Some(at) = anchors.published_at.filter(|_| !anchors.narrative) else { return };
    if let Some(Outcome::Minute(end, ..)) = anchors.within_day(length, back, Deixis::Speech) {
        (date.from, date.to) = if back { (Some(end), Some(at)) } else { (Some(at), Some(end)) };
        date.anchor = Some(format!("{} published {at}", if back { "up to" } else { "from" }));
    }
}

fn event_offset(length: &Length, back: bool, event: &str) -> Read {
    let mut date = duration_value(length);
    date.certainty = Certainty::EventAnchored;
    date.anchor = Some(format!("{} {event}", if back { "before" } else { "after" }));
    Read { kind: Kind::Duration, date: Some(date), length: Some(*length), issues: Vec::new() }
}
