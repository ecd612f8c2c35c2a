//! When a claim holds, and why.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Days, NaiveDate};
use crosscheck_lexicon::traits::{self, Traits};
use crosscheck_model::raw::Parsed;
use crosscheck_model::{
    Basis, BlockKind, Claim, DateValue, Granularity, Interval, Kind, Mention, Modality, Moment, Number,
    Published, Span, TimexType, When,
};

use super::Context;

/// Days before publication from which a dated event is another time's.
const BACKGROUND_DAYS: u64 = 60;

/// Most dated figures of one measure that an undated one is compared with.
const RESTATED: usize = 16;

/// Dated figures by measure and unit.
type Restated = BTreeMap<(String, Option<String>), Vec<(Interval, When)>>;

/// Days from which a stretch is one of years.
const STRETCH_DAYS: i64 = 400;

/// The claim's own date, else that of its clause, else the document's day.
pub(super) fn when(
    context: Context<'_>,
    parsed: &Parsed,
    mentions: &[Mention],
    published: &Published,
) -> When {
    let Context { mention, frame, sentence, .. } = context;
    let caption = sentence.kind == BlockKind::Caption;
    let as_of = frame.is_some_and(|frame| frame.cues.iter().any(|cue| cue == "as_of"));
    let basis = match (as_of, caption) {
        (true, _) => Basis::AsOf,
        (_, true) => Basis::Caption,
        _ => Basis::Adjunct,
    };
    if mention.kind.is_calendar()
        && let Some(date) = &mention.date
    {
        return within_day(date, basis);
    }
    let time = frame.and_then(|frame| frame.time).and_then(|index| parsed.times.get(index as usize));
    if let Some(time) = time
        && let Some(date) = dated(mentions, time.span.start, time.span.end)
        && (date.from.is_some() || date.to.is_some())
        && !compared(context.text, mention, time.span.start)
        && !names_another(context.text, sentence.span.start, time.span)
        && !answers_for(context, time.span)
    {
        return within_day(date, basis);
    }
    document(published)
}

/// The time of a claim by its date: "before dawn on Wednesday" and "by noon on Wednesday" are of Wednesday all the same.
fn within_day(date: &DateValue, basis: Basis) -> When {
    let (mut from, mut to) = (date.from, date.to);
    let day = date
        .timex
        .as_deref()
        .and_then(|timex| timex.split_once('T'))
        .and_then(|(day, _)| day.parse::<NaiveDate>().ok())
        .filter(|_| from.is_some() != to.is_some());
    if let Some(day) = day {
        from = from.or(Some(Moment::day(day)));
        to = to.filter(|to| to.date >= day).or(Some(Moment::day(day)));
    }
    When { from, to, basis }
}

/// The date of a claim: a part of a named day ("by noon on Wednesday") does not reach back before the day.
pub(super) fn of_day(kind: Kind, date: &DateValue) -> DateValue {
    let mut date = date.clone();
    if kind == Kind::Time {
        let When { from, to, .. } = within_day(&date, Basis::Adjunct);
        (date.from, date.to) = (from, to);
    }
    date
}

/// Whether the date after a figure is that of another figure or of a comparison: "61%, down from 68% in 2019",
/// "61 percent, the lowest since 1992".
fn compared(text: &str, figure: &Mention, date: u32) -> bool {
    let Some(between) = text.get(figure.span.end as usize..date as usize) else { return false };
    let other = |word: &str| {
        let mut parts = between.splitn(2, word);
        parts.next();
        parts.next().is_some_and(|rest| rest.contains(|c: char| c.is_ascii_digit()))
    };
    let since = between.trim_end().ends_with("since");
    // "the worst flood since 1990": the rank is of the day of the flood.
    if figure.kind == Kind::Ordinal && between.split_whitespace().any(|word| word == "since") {
        return true;
    }
    let ranked =
        || between.split(' ').any(|word| word.ends_with("est") || word == "worst" || word == "first");
    other(" from ") || other(" against ") || since && ranked()
}

/// Whether the date belongs to the name of another event: "following a brief 2020 war", "lost a 2020 war".
///
/// "In the 2020 war" does date its clause: the event is where the clause's own took place.
fn names_another(text: &str, sentence: u32, date: Span) -> bool {
    let after = text.get(date.end as usize..).and_then(|rest| rest.strip_prefix(' ')).unwrap_or_default();
    let noun = after.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let event = crosscheck_lexicon::verb::noun_event(noun).filter(|_| noun.starts_with(char::is_lowercase));
    // "The 2014 tax rate: 30 percent": the year is that of the sum or share itself.
    if event.is_none_or(|event| traits::of_class(event).has(Traits::FLOW)) {
        return false;
    }
    let before = text.get(sentence as usize..date.start as usize).unwrap_or_default();
    let inside = |word: &str| matches!(word.to_ascii_lowercase().as_str(), "in" | "during" | "of");
    !before.split_whitespace().rev().take(5).any(inside)
}

/// Whether the date is that of the deeds which somebody answers for: "fined $62 million over failings between 2015 and 2020".
fn answers_for(context: Context<'_>, date: Span) -> bool {
    let class = context.frame.and_then(|frame| frame.class.as_deref());
    let between = context.text.get(context.mention.span.end as usize..date.start as usize);
    let for_deeds = class.is_some_and(|class| traits::of_class(class).has(Traits::FOR_DEEDS));
    let told = |text: &str| {
        // "for" right before the date itself is part of it, and a comma parts.
        text.split_whitespace().rev().skip(1).any(|word| traits::of_word(word).has(Traits::FOR_WHAT))
            && !text.contains(',')
    };
    for_deeds && between.is_some_and(told)
}

/// The date of the calendar mention at those offsets.
fn dated(mentions: &[Mention], start: u32, end: u32) -> Option<&DateValue> {
    let first = mentions.partition_point(|mention| mention.span.end <= start);
    mentions[first..]
        .iter()
        .take_while(|mention| mention.span.start < end)
        .filter(|mention| mention.kind.is_calendar())
        .find_map(|mention| mention.date.as_ref())
        .filter(|date| matches!(date.kind, TimexType::Date | TimexType::Time))
}

fn document(published: &Published) -> When {
    match published.date {
        Some(at) => {
            let day = Some(Moment::day(at.date));
            When { from: day, to: day, basis: Basis::Document }
        }
        None => When { from: None, to: None, basis: Basis::Unknown },
    }
}

/// An undated length or state takes the date that another sentence gives to the same event, when there is one only.
///
/// An event of another time has a date of its own, and gives it to nothing else.
pub(super) fn by_event(claims: &mut [Claim], published: &Published) {
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
            || claim.kind == Kind::Count && counted;
        if !matches!(claim.when.basis, Basis::Document | Basis::Unknown) || !measured {
            continue;
        }
        let event = claim.measure.as_deref().and_then(|measure| measure.rsplit(':').next());
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

/// A sum without a date that tells a dated one again is of the same stretch: "paid nearly $44 million from 2007 to 2014 ...
/// The couple paid $43,885,310".
pub(super) fn by_restatement(claims: &mut [Claim]) {
    let flows = |claim: &Claim| {
        let class = claim.measure.as_deref().and_then(|measure| measure.rsplit(':').next());
        claim.kind == Kind::Money && class.is_some_and(|class| traits::of_class(class).has(Traits::FLOW))
    };
    let mut dated: Restated = BTreeMap::new();
    for claim in claims.iter().filter(|claim| claim.when.basis == Basis::Adjunct && flows(claim)) {
        let (Some(measure), Some(value)) = (&claim.measure, &claim.value) else { continue };
        let told = dated.entry((measure.clone(), claim.unit.clone())).or_default();
        if told.len() < RESTATED {
            told.push((value.soft, claim.when));
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
            .filter(|(interval, _)| !interval.is_disjoint(&value.soft))
            .map(|(_, when)| *when);
        if let (Some(when), None) = (same.next(), same.next()) {
            claim.when = When { basis: Basis::Event, ..when };
        }
    }
    by_sum(claims);
}

/// The stretch that a sum in the same sentence fills is of the sum's years: "earned $139 million in seven years".
fn by_sum(claims: &mut [Claim]) {
    let class = |claim: &Claim| {
        let class = claim.measure.as_deref()?.rsplit(':').next()?;
        Some(class.to_owned())
    };
    for i in 1..claims.len() {
        let (before, rest) = claims.split_at_mut(i);
        let (Some(sum), Some(stretch)) = (before.last(), rest.first_mut()) else { continue };
        let told =
            sum.kind == Kind::Money && stretch.kind == Kind::Duration && sum.sentence == stretch.sentence;
        let undated = matches!(stretch.when.basis, Basis::Document | Basis::Unknown);
        if told
            && undated
            && matches!(sum.when.basis, Basis::Adjunct | Basis::Event)
            && class(sum) == class(stretch)
            && !outlasts(stretch, sum.when)
        {
            stretch.when = When { basis: Basis::Event, ..sum.when };
        }
    }
}

/// "from 2007 to 2014", "between May and July", "Friday and Saturday": two dates that are one stretch, of the figures that
/// took the first of them as well.
pub(super) fn join_ranges(text: &str, claims: Vec<Claim>) -> Vec<Claim> {
    let mut out: Vec<Claim> = Vec::with_capacity(claims.len());
    let mut joined: Vec<(Span, When, Option<Moment>)> = Vec::new();
    for second in claims {
        let start = out.last().and_then(|first| range_start(text, first, &second));
        let (Some(start), Some(first)) = (start, out.last_mut()) else {
            out.push(second);
            continue;
        };
        first.start = start;
        first.end = second.end;
        first.surface = first.span().slice(text).to_owned();
        first.core = first.core.cover(second.core);
        if let (Some(date), Some(end)) = (&mut first.date, &second.date) {
            date.to = end.to;
            date.timex = match (&date.timex, &end.timex) {
                (Some(from), Some(to)) => Some(format!("{from}/{to}")),
                _ => None,
            };
        }
        joined.push((first.sentence, first.when, second.when.to));
        first.when.to = second.when.to;
    }
    // Both lists are in order of the text.
    let mut ranges = joined.as_slice();
    for claim in &mut out {
        while let [(sentence, ..), rest @ ..] = ranges
            && sentence.end <= claim.sentence.start
        {
            ranges = rest;
        }
        let range =
            ranges.iter().take_while(|(sentence, ..)| *sentence == claim.sentence).find(|(_, part, _)| {
                (part.from, part.to, part.basis) == (claim.when.from, claim.when.to, claim.when.basis)
            });
        if let Some((_, _, to)) = range {
            claim.when.to = *to;
        }
    }
    out
}

/// The circumstances of what happened once, on one day, are of its day: how strong, how deep, how far off, who was aboard,
/// at what o'clock.
pub(super) fn by_main_event(claims: &mut [Claim], published: &Published) {
    let class = |claim: &Claim| {
        let class = claim.measure.as_deref()?.rsplit(':').next()?;
        Some(class.split('/').next().unwrap_or(class).to_owned())
    };
    let recent = |day: NaiveDate| {
        published.date.is_none_or(|at| {
            day <= at.date
                && at.date.checked_sub_days(Days::new(BACKGROUND_DAYS)).is_none_or(|limit| day >= limit)
        })
    };
    // The first that is dated is what the document is about.
    let main = claims.iter().find(|claim| {
        claim.kind.is_calendar()
            && class(claim).is_some_and(|class| traits::of_class(&class).has(Traits::SUDDEN))
    });
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
        let circumstance =
            || class(claim).is_some_and(|class| traits::of_class(&class).has(Traits::CIRCUMSTANCE));
        if undated && circumstance() {
            let day = Some(Moment::day(day));
            claim.when = When { from: day, to: day, basis: Basis::Event };
        }
    }
}

/// Whether a claim is a time of the clock whose day is only that of the text.
fn clock_alone(claim: &Claim) -> bool {
    use Granularity::{Hour, Minute, Second};
    claim.date.as_ref().is_some_and(|date| {
        matches!(date.granularity, Hour | Minute | Second)
            && date.anchor.as_deref().is_some_and(|anchor| anchor.starts_with("day of the text"))
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
        date.anchor = Some(format!("event {day}"));
    }
}

/// What a sentence tells right after one that opens with another time is of that time: "In 1987 the ship went down. |
/// Sixty-three drowned."; and so is what points back to it: "the region counted 1,010 infections then".
pub(super) fn by_setting(text: &str, claims: &mut [Claim], published: &Published) {
    let mut latest = None;
    for i in 0..claims.len() {
        let (before, rest) = claims.split_at_mut(i);
        let claim = &mut rest[0];
        let last: Option<usize> = latest;
        if claim.kind.is_calendar() && claim.when.from.is_some() {
            latest = Some(i);
        }
        if claim.kind.is_calendar() || !matches!(claim.when.basis, Basis::Document | Basis::Unknown) {
            continue;
        }
        let back = claim.cues.iter().any(|cue| cue == "back_then");
        let dated = last.map(|at| &before[at]).filter(|last| last.sentence != claim.sentence);
        let Some(dated) = dated else { continue };
        let gap = text.get(dated.sentence.end as usize..claim.sentence.start as usize).unwrap_or("\n");
        if gap.len() > NEAR {
            continue;
        }
        let opens = dated.start.saturating_sub(dated.sentence.start) <= OPENING
            && !gap.contains('\n')
            && gap.trim().is_empty()
            && dated.when.to.is_some()
            && is_background(dated, published)
            && past(text, claim.sentence);
        if opens || back {
            claim.when = When { basis: Basis::Event, ..dated.when };
        }
    }
}

/// Bytes between two sentences of which the second still speaks of the time of the first.
const NEAR: usize = 200;

/// Bytes from a sentence's start in which a date sets the scene: "In ", "Then, in ".
const OPENING: u32 = 8;

/// Whether nothing in a sentence speaks of now.
fn past(text: &str, sentence: Span) -> bool {
    let now = |word: &str| {
        matches!(word, "has" | "have" | "is" | "are" | "will" | "now" | "can" | "may" | "says" | "'s" | "so")
    };
    !sentence.slice(text).split(|c: char| !c.is_alphanumeric()).any(now)
}

/// Where a stretch of two dates begins, if the words between and before make one of them.
fn range_start(text: &str, first: &Claim, second: &Claim) -> Option<u32> {
    let (Some(a), Some(b)) = (&first.date, &second.date) else { return None };
    let (Some(from), Some(to)) = (a.from, b.to) else { return None };
    // A stretch is made of two dates, not of a stretch and a third.
    let joined =
        first.date.as_ref().and_then(|date| date.timex.as_deref()).is_some_and(|timex| timex.contains('/'));
    let calendar =
        !joined && first.kind == Kind::Date && second.kind == Kind::Date && a.granularity == b.granularity;
    if !calendar || first.sentence != second.sentence || from > to || first.end > second.start {
        return None;
    }
    let between = text.get(first.end as usize..second.start as usize)?.trim().to_lowercase();
    let before = text.get(first.sentence.start as usize..first.start as usize)?.trim_end();
    let opened = |word: &str| {
        let whole = before.len().checked_sub(word.len()).and_then(|at| before.get(at..))?;
        let edge =
            before[..before.len() - word.len()].chars().next_back().is_none_or(|c| !c.is_alphanumeric());
        (edge && whole.eq_ignore_ascii_case(word))
            .then(|| first.sentence.start + (before.len() - word.len()) as u32)
    };
    match between.as_str() {
        "to" | "through" | "until" | "till" => Some(opened("from").unwrap_or(first.start)),
        "and" => opened("between").or_else(|| {
            let next = a.to.and_then(|end| end.date.succ_opt());
            (next.is_some() && next == b.from.map(|start| start.date)).then_some(first.start)
        }),
        _ => None,
    }
}

/// Whether a claim is dated well before its document: told for context.
pub(super) fn is_background(claim: &Claim, published: &Published) -> bool {
    let (Some(to), Some(day)) = (claim.when.to, published.date) else { return false };
    // What years have summed up is no event of another time: "from 2007 to 2014 they paid".
    let summed = claim.kind == Kind::Money
        && claim
            .when
            .from
            .is_some_and(|from| to.date.signed_duration_since(from.date).num_days() >= STRETCH_DAYS);
    !matches!(claim.when.basis, Basis::Document | Basis::Unknown)
        && !summed
        && day.date.checked_sub_days(Days::new(BACKGROUND_DAYS)).is_some_and(|limit| to.date < limit)
}
