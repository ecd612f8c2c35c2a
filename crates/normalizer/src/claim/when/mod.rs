//! When a claim holds, and why.

mod after_length;
mod circumstance;
mod from_event;
mod heading;
mod setting;
mod shared;
mod stretch;

use chrono::{Days, NaiveDate};
use crosscheck_lexicon::classes::{Classes, classes};
use crosscheck_lexicon::degree;
use crosscheck_lexicon::traits::{self, Traits};
use crosscheck_model::raw::Parsed;
use crosscheck_model::{
    Basis, BlockKind, Claim, DateValue, Kind, Mention, Moment, Published, Span, TimexType, When,
};

pub(super) use self::after_length::after_length;
pub(super) use self::circumstance::by_main_event;
pub(super) use self::from_event::from_event;
pub(super) use self::heading::by_heading;
pub(super) use self::setting::{by_named_again, by_setting};
pub(super) use self::shared::{by_event, by_period, by_restatement, up_to_now};
pub(super) use self::stretch::join_ranges;
use super::{CLOSED, Context};

/// Days before publication from which a dated event is another time's.
const BACKGROUND_DAYS: u64 = 60;

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
        && (is_of_subject(context, time.span)
            || !names_another(context.text, sentence.span.start, time.span, mention.span.start))
        && !answers_for(context, time.span)
    {
        let told = time.span.slice(context.text);
        return running(told, date, basis, published).unwrap_or_else(|| within_day(date, basis));
    }
    document(published)
}

/// "In the past week": what was counted up to the day of the document, where "last week" ended on its Sunday.
fn running(told: &str, date: &DateValue, basis: Basis, published: &Published) -> Option<When> {
    let past = told.split(' ').any(|word| word.eq_ignore_ascii_case("past"));
    let (from, to, day) = (date.from?, date.to?, published.date?);
    let days = u64::try_from((to.date - from.date).num_days()).ok().filter(|days| *days >= 6)?;
    let start = day.date.checked_sub_days(Days::new(days + 1))?;
    let recent = past && to.date < day.date && from.date <= start;
    recent.then(|| When { from: Some(Moment::day(start)), to: Some(Moment::day(day.date)), basis })
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
    // The comparison's own figure follows: "from 68% in 2019", "a jump over Rs 1,027 crore in the same quarter".
    let mut words = between.split(' ');
    let other = words.by_ref().any(|word| traits::of_word(word).has(Traits::OTHER_FIGURE))
        && words.any(|word| word.contains(|c: char| c.is_ascii_digit()));
    let since = between.trim_end().ends_with("since");
    // "the worst flood since 1990": the rank is of the day of the flood.
    if figure.kind == Kind::Ordinal && between.split_whitespace().any(|word| word == "since") {
        return true;
    }
    // "the lowest", "the most expensive"
    let most = between.contains("most ");
    let ranks = |word: &str| {
        degree::scale(word).is_some() && (most || word.ends_with("st"))
            || traits::of_word(word).has(Traits::FIRST)
    };
    let ranked = || between.split(' ').any(ranks);
    other || since && ranked()
}

/// Whether the date belongs to the name of another event: "following a brief 2020 war", "lost a 2020 war".
///
/// "In the 2020 war" does date its clause: the event is where the clause's own took place. So does "a 1999 quake that killed": the clause
/// is about the event.
fn names_another(text: &str, sentence: u32, date: Span, figure: u32) -> bool {
    let after = text.get(date.end as usize..).and_then(|rest| rest.strip_prefix(' ')).unwrap_or_default();
    let Some((event, told)) = named(after) else { return false };
    // "The 2014 tax rate: 30 percent": the year is that of the sum or share itself.
    if traits::of_class(event).has(Traits::FLOW) {
        return false;
    }
    let mut opening = told.split(' ').take(2);
    let opens = |word: &str| matches!(word, "that" | "which" | "when" | "where");
    if date.end < figure && opening.any(opens) {
        return false;
    }
    let before = text.get(sentence as usize..date.start as usize).unwrap_or_default();
    let inside = |word: &str| matches!(word.to_ascii_lowercase().as_str(), "in" | "during" | "of");
    !before.split_whitespace().rev().take(5).any(inside)
}

/// Words between a date and the noun of its event: "the 2010 | oil | spill", "the 2004 | sexual | assault".
const QUALIFIERS: usize = 2;

/// The event class of the noun that a date stands before, and what is told behind it.
fn named(after: &str) -> Option<(&'static str, &str)> {
    let mut rest = after;
    for _ in 0..=QUALIFIERS {
        let word = rest.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
        let open = word.starts_with(char::is_lowercase) && !classes(word).has(CLOSED.or(Classes::NUMBER));
        let behind = rest.get(word.len()..).filter(|_| open)?;
        if let Some(event) = crosscheck_lexicon::verb::noun_event(word) {
            return Some((event, behind.trim_start_matches([',', ' '])));
        }
        rest = behind.strip_prefix(' ')?;
    }
    None
}

/// Whether the date stands in the subject of the claim's own verb: "the 2010 quake killed 300 people".
fn is_of_subject(context: Context<'_>, date: Span) -> bool {
    context.frame.and_then(|frame| frame.agent).is_some_and(|agent| agent.contains(date))
}

/// Whether the date is that of the deeds which somebody answers for: "fined $62 million over failings between 2015 and 2020".
fn answers_for(context: Context<'_>, date: Span) -> bool {
    let class = context.frame.and_then(|frame| frame.class.as_deref());
    let between = context.text.get(context.mention.span.end as usize..date.start as usize);
    let is =
        |class: Option<&str>, trait_: Traits| class.is_some_and(|class| traits::of_class(class).has(trait_));
    let told = |text: &str| {
        // "for" right before the date itself is part of it, and a comma parts.
        text.split_whitespace().rev().skip(1).any(|word| traits::of_word(word).has(Traits::FOR_WHAT))
            && !text.contains(',')
    };
    // "six are to be tried for the death of John Hill in April", whatever is done to them.
    let mishap = |text: &str| {
        let mut words = text.split_whitespace();
        words.any(|word| matches!(word, "for" | "over"))
            && words.any(|word| is(crosscheck_lexicon::verb::noun_event(word), Traits::INCIDENT))
    };
    between.is_some_and(|text| {
        told(text) && (is(class, Traits::FOR_DEEDS) || !is(class, Traits::INCIDENT) && mishap(text))
    })
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
