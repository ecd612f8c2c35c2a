//! A day counted from an event: "freed them on Wednesday, a day after detaining them", "two days after the quake".

use chrono::{Days, NaiveDate};
use crosscheck_lexicon::traits::{self, Traits};
use crosscheck_lexicon::verb;
use crosscheck_model::{
    Basis, Bound, Certainty, Claim, DateValue, Event, Granularity, Kind, Moment, Number, Span, TimexType,
    When,
};

/// Words behind "after" in which the event stands that the days are counted from.
const REACH: usize = 8;
/// Most days that are counted from an event.
const MOST: u64 = 31;

/// Turns "a day after X" into the day it names, where the text tells the other of the two days.
///
/// Beside the date of its clause the words date what follows them: who was freed on Wednesday, a day after the arrest, was arrested on Tuesday.
/// Elsewhere they date the clause, if one day is known for what follows.
pub(in crate::claim) fn from_event(text: &str, claims: &mut [Claim]) {
    for at in 0..claims.len() {
        let Some(offset) = offset(text, &claims[at]) else { continue };
        let beside = at.checked_sub(1).and_then(|before| day_beside(text, &claims[before], &claims[at]));
        let (day, event) = if let Some(day) = beside {
            (offset.shift(day, !offset.after), Some(offset.event))
        } else {
            let own = claims.get(at + 1).and_then(|next| day_of(next, &offset));
            let Some(day) = own.or_else(|| only_day(claims, &offset)) else { continue };
            (offset.shift(day, offset.after), claims[at].event.clone())
        };
        let (Some(day), Some(mut event)) = (day, event) else { continue };
        // What lies between two events has no class as long as it is a length.
        let class = event.concept.take().or_else(|| class_of(&event.lemma).map(str::to_owned));
        let claim = &mut claims[at];
        let moment = Some(Moment::day(day));
        claim.kind = Kind::Date;
        claim.measure = Some(format!("date:{}", class.as_deref().unwrap_or(&event.lemma)));
        event.concept = class;
        claim.event = Some(event);
        (claim.value, claim.unit, claim.si) = (None, None, None);
        claim.date = Some(DateValue {
            from: moment,
            to: moment,
            granularity: Granularity::Day,
            timex: Some(day.to_string()),
            kind: TimexType::Date,
            modifier: None,
            anchor: Some("counted from an event".to_owned()),
            certainty: Certainty::Approximate,
            offset: None,
            carried: None,
        });
        claim.when = When { from: moment, to: moment, basis: Basis::Adjunct };
    }
}

/// So many days after or before an event.
struct Offset {
    days: u64,
    after: bool,
    event: Event,
    /// Where the words of the event's clause end.
    end: u32,
}

impl Offset {
    fn shift(&self, day: NaiveDate, later: bool) -> Option<NaiveDate> {
        let days = Days::new(self.days);
        if later { day.checked_add_days(days) } else { day.checked_sub_days(days) }
    }
}

/// The days and the event of a length that is one from an event.
fn offset(text: &str, claim: &Claim) -> Option<Offset> {
    if claim.kind != Kind::Duration || claim.unit.as_deref() != Some("day") || claim.bound != Bound::Exact {
        return None;
    }
    let days = (1..=MOST).find(|days| {
        let count = Number::from(i64::try_from(*days).unwrap_or(0));
        claim.value.as_ref().and_then(|value| value.point) == Some(count)
    })?;
    let rest = text.get(claim.end as usize..claim.sentence.end as usize)?;
    let inner = rest.trim_start();
    let (after, behind) = match inner.split_once(' ')? {
        ("after" | "following", behind) => (true, behind),
        ("before", behind) => (false, behind),
        _ => return None,
    };
    let clause = &behind[..clause_end(behind)];
    let start = claim.sentence.end as usize - behind.len();
    let mut inside = false;
    let told = clause.split_whitespace().filter(|word| {
        let added = inside || word.starts_with('(');
        inside = added && !word.contains(')');
        !added
    });
    let event = told.take(REACH).find_map(|word| {
        let lower = word.to_lowercase();
        let named = word.starts_with(char::is_uppercase);
        let class = verb::noun_event(&lower).filter(|_| !named);
        let (lemma, class) = match class {
            Some(class) => (lower.clone(), class),
            None => {
                let lemma = verb::verb(&lower).filter(|_| !named)?.lemma;
                (lemma.to_owned(), class_of(lemma)?)
            }
        };
        let from = start + (word.as_ptr() as usize).checked_sub(clause.as_ptr() as usize)?;
        let span = Span { start: u32::try_from(from).ok()?, end: u32::try_from(from + word.len()).ok()? };
        Some(Event {
            surface: word.to_owned(),
            lemma,
            concept: Some(class.to_owned()),
            span: Some(span),
            ..Event::default()
        })
    })?;
    Some(Offset { days, after, event, end: u32::try_from(start + clause.len()).ok()? })
}

/// Where the clause behind "after" ends; what is added in brackets is no end: "a day after the 180-kilo (400-pound) bear was shot".
fn clause_end(behind: &str) -> usize {
    let mut depth = 0_usize;
    let end = behind.find(|mark: char| {
        match mark {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth == 0 && matches!(mark, ',' | ';' | '.' | ':' | '"' | '\u{201d}')
    });
    end.unwrap_or(behind.len())
}

/// The class of a verb without further words.
fn class_of(lemma: &str) -> Option<&'static str> {
    verb::plain(lemma)?.classes.first().copied()
}

/// The day of a claim that dates to the day.
fn day(claim: &Claim) -> Option<NaiveDate> {
    let date = claim.date.as_ref().filter(|_| claim.kind.is_calendar())?;
    let (from, to) = (date.from?.date, date.to?.date);
    (from == to).then_some(from)
}

/// The day that stands right before the length: "on Wednesday, | a day after".
fn day_beside(text: &str, date: &Claim, length: &Claim) -> Option<NaiveDate> {
    let between = text.get(date.end as usize..length.start as usize)?.trim();
    let adverb = between.trim_start_matches([',', '-', '\u{2013}', '\u{2014}', ' ']);
    let close = adverb.is_empty() || traits::of_word(adverb).has(Traits::PRECISE);
    day(date).filter(|_| close && date.sentence == length.sentence)
}

/// The day told of the event in its own clause: "a day after the vote | on 12 May".
fn day_of(next: &Claim, offset: &Offset) -> Option<NaiveDate> {
    day(next).filter(|_| next.start < offset.end)
}

/// The one day on which the document puts such an event.
fn only_day(claims: &[Claim], offset: &Offset) -> Option<NaiveDate> {
    let class = offset.event.concept.as_deref()?;
    let mut days = claims
        .iter()
        .filter(|claim| {
            claim.measure.as_deref().and_then(|measure| measure.strip_prefix("date:")) == Some(class)
        })
        .map(day);
    let first = days.next()??;
    days.all(|other| other == Some(first)).then_some(first)
}
