//! Lengths of time against dates: "for more than five years" and "from October 2015 to March 2021" may tell one thing.
//!
//! A stretch of two printed ends has its length; a single date lies as long before or after the text as a length told there ("the first in
//! 21 years", "the last was in 1995"); a date counted from another is printed as a length ("nine minutes later"); and a length counted from
//! an event leads back to its day ("a week after the crash").

use chrono::NaiveDate;
use crosscheck_lexicon::classes::{self, Classes};
use crosscheck_lexicon::verb;
use crosscheck_model::raw::Count;
use crosscheck_model::{Bound, Certainty, Granularity, Interval, Number, Offset};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;

use crate::node::{Days, Dimension, Node, Open, Stage};
use crate::times::is_range;

/// Seconds of a day.
const DAY: i64 = 86_400;
/// Days of a year, on the average.
const YEAR: Decimal = Decimal::from_parts(3_652_425, 0, 0, false, 4);
/// Days of the widest date that a length in days or weeks leads to.
const WEEK: i64 = 7;
/// Days of the widest that one in months does.
const MONTH: i64 = 31;
/// Days of the widest that one in years does.
const YEAR_DAYS: i64 = 366;
/// Days from which on a length is long enough to date something by: what was "three days ago" is of everything in the news.
const LONG: i64 = 300;
/// Days from which on a length tells when what still goes on began.
const RUNNING: i64 = 14;
/// "More than forty years" are no fifty: an open length reaches so far, as a share of itself.
const REACH: Decimal = Decimal::from_parts(120, 0, 0, false, 2);
/// Two tellings of one stretch differ by less than this factor, or are of two.
const NEAR: Decimal = Decimal::from_parts(150, 0, 0, false, 2);

/// How a length and a date stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fit {
    /// The date is printed as that length from another: "nine minutes later", "nine minutes".
    Words,
    /// The length is that of the stretch, or leads from the text to the date.
    Fits,
    /// The length leads from what its clause tells back to the date: "a week after the crash".
    Leads,
    /// The stretch is shorter or longer, by less than half.
    Misses,
}

/// The length and the date of a pair, whichever comes first.
pub(crate) fn sorted<'p, 'n>(a: &'p Node<'n>, b: &'p Node<'n>) -> Option<(&'p Node<'n>, &'p Node<'n>)> {
    let length = |node: &Node<'_>| matches!(node.dimension, Dimension::Duration | Dimension::Age);
    let date = |node: &Node<'_>| node.dimension == Dimension::Calendar;
    match (length(a) && date(b), length(b) && date(a)) {
        (true, _) => Some((a, b)),
        (_, true) => Some((b, a)),
        _ => None,
    }
}

/// How a pair of a length and a date fits; `None` where it does not, or is no such pair.
pub(crate) fn fit(a: &Node<'_>, b: &Node<'_>) -> Option<Fit> {
    let (length, date) = sorted(a, b)?;
    if length.doc == date.doc {
        return None;
    }
    if is_counted(length, date) {
        return Some(Fit::Words);
    }
    if leads_back(length, date) == Some(true) {
        return Some(Fit::Leads);
    }
    let told = days(length)?;
    if is_range(date) {
        let between = between(date)?;
        return if told.is_disjoint(&between) {
            is_near(&told, &between).then_some(Fit::Misses)
        } else {
            Some(Fit::Fits)
        };
    }
    let least = if has_run_since(length, date) { RUNNING } else { LONG };
    let long = told.lo.is_some_and(|told| told >= Number::from(least));
    let (day, text) = (date.days?, length.published?.date);
    // "Since 1995" tells of one point too; "until" and "by" are ends of what lies ahead.
    // What lies ahead is reached by a length that says so: "eighteen months late" starts from no text.
    let ahead = length.claim.date.as_ref().and_then(|date| date.from).is_some_and(|from| from.date > text);
    let reached = day.from <= text || ahead;
    let fits = long && reached && date.open != Open::Until && !told.is_disjoint(&elapsed(day, text));
    fits.then_some(Fit::Fits)
}

/// The words of the event that a length counts from: "a week after | the jet crashed".
fn event_before<'n>(length: &Node<'n>) -> Option<&'n str> {
    let date = length.claim.date.as_ref().filter(|date| date.certainty == Certainty::EventAnchored)?;
    // "Days after the truce" leads to no day.
    date.anchor.as_deref().filter(|_| length.claim.bound != Bound::Vague)?.strip_prefix("after ")
}

/// Whether a length from an event leads back to the date, from when its clause tells of, or else from the day of the text.
fn leads_back(length: &Node<'_>, date: &Node<'_>) -> Option<bool> {
    event_before(length)?;
    let (least, most) = {
        let hard = length.hard()?;
        let days = |seconds: Number| seconds.0.checked_div(Decimal::from(DAY));
        let least = days(hard.lo?)?;
        (least, hard.hi.map_or_else(|| least.checked_mul(REACH), days)?)
    };
    // "A week after" is told of six days and of nine; a day's paper tells of the day before it.
    let (slack, widest) = match length.claim.unit.as_deref()? {
        "day" => (Decimal::ZERO, WEEK),
        "week" => (Decimal::TWO, WEEK),
        "month" => (Decimal::TEN, MONTH),
        "year" => (Decimal::from(120), YEAR_DAYS),
        _ => return None,
    };
    // "He died a week after the crash": of a time that the text does not tell nothing leads back. A text of the day tells of days.
    if !length.firm && !length.current && slack > Decimal::ZERO {
        return None;
    }
    let late = if length.firm { Decimal::ZERO } else { Decimal::ONE };
    let told = Interval::closed(
        Number((least - slack).max(Decimal::ONE)),
        Number(most.checked_add(slack)?.checked_add(late)?),
    );
    let text = length.published?.date;
    let at = length.when.filter(|_| length.firm).unwrap_or(Days { from: text, to: text });
    let day = date.days.filter(|days| days.count() <= widest && days.from <= at.to)?;
    let passed = Interval::closed(
        Number::from((at.from - day.to).num_days().max(0)),
        Number::from((at.to - day.from).num_days()),
    );
    Some(date.open == Open::No && offset(date).is_none() && !told.is_disjoint(&passed))
}

/// Whether the event that a length counts from is the one that the date is of, as `alike` holds two classes for one: "a week after the jet
/// crashed", "the crash of 19 May".
pub(crate) fn counts_from(length: &Node<'_>, date: &Node<'_>, alike: impl Fn(&str, &str) -> bool) -> bool {
    let Some(event) = event_before(length) else { return false };
    let dated = |class: &str| date.class_name.is_some_and(|own| own.split('+').any(|own| alike(own, class)));
    let plain = |word: &str| verb::plain(verb::verb(word)?.lemma)?.classes.first().copied();
    let lemma = date.claim.event.as_ref().map(|event| event.lemma.as_str());
    let same = |word: &str| verb::verb(word).is_some_and(|verb| Some(verb.lemma) == lemma);
    let mut found = false;
    for word in event.split(|c: char| !c.is_alphanumeric()) {
        let named = word.is_empty() || word.starts_with(char::is_uppercase);
        let classes = if named { [None, None] } else { [verb::noun_event(word), plain(word)] };
        if classes.into_iter().flatten().any(dated) || !named && same(word) {
            return true;
        }
        // "After the arrest | of a man wanted for the attacks": what stands further on is another event.
        if found && classes::classes(word).has(Classes::PREPOSITION) {
            return false;
        }
        found |= classes.iter().any(Option::is_some);
    }
    false
}

/// Whether a length tells how long what began on the date has gone on: "has been leaking for four months", "the leak began on 23 October".
fn has_run_since(length: &Node<'_>, date: &Node<'_>) -> bool {
    let one = |x, y| x != 0 && x == y;
    let begun = date.stage == Stage::Begin || date.open == Open::Since;
    length.current && begun && (one(length.class, date.class) || one(length.lemma, date.lemma))
}

/// Whether a date is counted from another by the very length: "nine minutes later" by "nine minutes".
fn is_counted(length: &Node<'_>, date: &Node<'_>) -> bool {
    let own = length.claim.value.as_ref().and_then(|value| value.point);
    let unit = length.claim.date.as_ref().map(|date| date.granularity);
    offset(date).is_some_and(|offset| {
        let printed = offset.length;
        own.map(Count::Exact) == Some(printed.count)
            && unit == Some(printed.unit)
            && length.claim.bound == printed.bound
            && printed.and.is_none()
    })
}

/// Whether two dates are counted by two lengths of one unit, the same way: "nine minutes later", "19 minutes later".
pub(crate) fn count_apart(a: &Node<'_>, b: &Node<'_>) -> bool {
    let counted = |node: &Node<'_>| {
        let exact = node.claim.date.as_ref().is_some_and(|date| date.certainty == Certainty::Exact);
        offset(node).filter(|offset| exact && matches!(offset.length.count, Count::Exact(_)))
    };
    let same = |x: &Offset, y: &Offset| (x.length.unit, x.back, x.from) == (y.length.unit, y.back, y.from);
    counted(a).zip(counted(b)).is_some_and(|(x, y)| same(&x, &y) && x.length.count != y.length.count)
}

/// Whether two lengths of days differ by the days between their articles: "in its third day", and the day after "for four days".
pub(crate) fn has_run_on(a: &Node<'_>, b: &Node<'_>) -> bool {
    // A length told in months or years is too round to tell by days.
    let by_days = |node: &Node<'_>| node.claim.si.as_ref().is_some_and(|si| si.unit != "month");
    if a.dimension != Dimension::Duration || !by_days(a) {
        return false;
    }
    let passed = a.published.zip(b.published).map(|(x, y)| (x.date - y.date).num_days().abs());
    let grown = a
        .anchor()
        .zip(b.anchor())
        .and_then(|(x, y)| x.0.checked_sub(y.0)?.abs().checked_div(Decimal::from(DAY))?.to_i64());
    passed.zip(grown).is_some_and(|(passed, grown)| passed > 0 && (grown - passed).abs() <= 1)
}

/// The length by which a date is counted from another: "nine minutes later", "35 years ago".
fn offset(date: &Node<'_>) -> Option<Offset> {
    date.claim.date.as_ref()?.offset
}

/// The days that a length may be, a half of its unit more or less where it is told in round units.
fn days(length: &Node<'_>) -> Option<Interval> {
    let hard = length.hard()?;
    let per = |seconds: Number| {
        let days = if length.dimension == Dimension::Age {
            seconds.0.checked_mul(YEAR)
        } else {
            seconds.0.checked_div(Decimal::from(DAY))
        };
        days.map(Number)
    };
    let unit = length.claim.unit.as_deref().unwrap_or("");
    let slack = match unit {
        _ if length.dimension == Dimension::Age => Decimal::ZERO,
        "year" => Decimal::from(183),
        "decade" => Decimal::from(1830),
        "century" => Decimal::from(18_300),
        "month" => Decimal::from(15),
        "week" => Decimal::from(4),
        _ => Decimal::ONE,
    };
    let least = per(hard.lo?)?;
    let most = match hard.hi {
        Some(most) => per(most)?.0,
        None => least.0.checked_mul(REACH)?,
    };
    // Who is 29 has not yet ended the thirtieth year.
    let more = if length.dimension == Dimension::Age { YEAR } else { slack };
    Some(Interval::closed(
        Number(least.0.checked_sub(slack)?.max(Decimal::ZERO)),
        Number(most.checked_add(more)?),
    ))
}

/// The days between the two ends of a stretch, each as fine as it is printed.
fn between(date: &Node<'_>) -> Option<Interval> {
    let slack = slack(date.claim.date.as_ref()?.granularity)?;
    let days = date.days?.count();
    Some(Interval::closed(Number::from((days - 2 * slack - 1).max(0)), Number::from(days)))
}

/// Days by which an end of a stretch that is printed so fine may lie elsewhere.
pub(crate) fn slack(printed: Granularity) -> Option<i64> {
    match printed {
        Granularity::Day => Some(0),
        Granularity::Month => Some(30),
        Granularity::Year => Some(365),
        _ => None,
    }
}

/// The days that lie between a date and the text that tells a length.
fn elapsed(date: Days, text: NaiveDate) -> Interval {
    let (least, most) = if date.from > text {
        (date.from - text, date.to - text)
    } else {
        (text - date.to, text - date.from)
    };
    Interval::closed(Number::from(least.num_days().max(0)), Number::from(most.num_days()))
}

/// Whether two lengths differ by less than half.
fn is_near(a: &Interval, b: &Interval) -> bool {
    let ends = |interval: &Interval| Some((interval.lo?.0, interval.hi?.0));
    let Some(((x, p), (y, q))) = ends(a).zip(ends(b)) else { return false };
    let (low, high) = if p < y { (p, y) } else { (q, x) };
    low.checked_mul(NEAR).is_some_and(|most| high <= most)
}
