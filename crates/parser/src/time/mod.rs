//! Temporal expressions.
//!
//! A left-to-right scan by hand-written rules, one file per idea. Nothing is tried at a token unless a word or number that can
//! be the core of an expression stands at it or shortly after it, so running text is passed over by a bit test per token.

mod calendar;
mod clock;
mod duration;
mod edged;
mod length;
mod number;
mod numeric;
mod offset;
mod point;
mod reader;
mod reference;
mod relative;
mod set;
mod spoken;
mod tense;
mod units;
mod year;

use crosscheck_lexicon::classes::Classes;
use crosscheck_model::raw::{
    DateExpr, Deixis, Length, Placing, RawTime, Reference, Tense, TimeExpr, TimeRole, YearExpr,
};
use crosscheck_model::{Span, TimexMod};

use crate::token::{TokenKind, Words};
use reader::Reader;

/// How far before its core an expression can begin: "a little more than a", "the latter part of the".
const LEAD: usize = 7;

/// Words that may be the core of an expression.
const CORE: Classes =
    Classes::MONTH.or(Classes::WEEKDAY).or(Classes::TIME_UNIT).or(Classes::TIME_WORD).or(Classes::HOLIDAY);

/// Words an expression may begin with.
const OPEN: Classes = CORE
    .or(Classes::TIME_LEAD)
    .or(Classes::NUMBER)
    .or(Classes::ORDINAL)
    .or(Classes::VAGUE_NUMBER)
    .or(Classes::DETERMINER);

/// From where a relative word counts.
fn deixis(mentioned: bool) -> Deixis {
    if mentioned { Deixis::Mentioned } else { Deixis::Speech }
}

/// Reads the temporal expressions of one sentence.
///
/// ```
/// use crosscheck_parser::{Options, parse};
/// let text = "The talks began on Tuesday, two days after the truce.";
/// let read = parse(text, Options::default());
/// assert_eq!(read.times[0].span.slice(text), "Tuesday");
/// assert_eq!(read.times[1].span.slice(text), "two days");
/// ```
pub fn read(words: Words<'_>, sentence: u32, out: &mut Vec<RawTime>) {
    let mut reader = Reader { words, more: Vec::new() };
    let tokens = words.tokens;
    let core = |i: usize| {
        let classes = tokens[i].classes;
        // "more this year than last", "in the near term"
        let alone = || tokens[i].span.len() == 4 && matches!(words.lower(i), "last" | "term");
        tokens[i].kind == TokenKind::Digits || classes.has(CORE) || spells(&classes) || alone()
    };
    let (mut i, mut next_core) = (0, 0);
    while i < tokens.len() {
        if next_core < i {
            next_core = i;
        }
        while next_core < tokens.len() && !core(next_core) {
            next_core += 1;
        }
        if next_core >= tokens.len() {
            return;
        }
        i = i.max(next_core.saturating_sub(LEAD));
        let token = &tokens[i];
        if !(token.kind == TokenKind::Digits || token.classes.has(OPEN) || opens(words.lower(i))) {
            i += 1;
            continue;
        }
        reader.more.clear();
        let Some((expr, modifier, end)) = expression(&mut reader, i) else {
            // An age is passed over whole, so that no part of it is read as a length.
            i += 1;
            continue;
        };
        let (expr, end) = dated(&mut reader, expr, end);
        let end = end.max(i + 1);
        push(&reader, sentence, (i, end), expr, modifier, out);
        i = end;
        // The rules find the members of a list from the last to the first.
        let more = std::mem::take(&mut reader.more);
        for (expr, from, to) in more.iter().rev() {
            if *from >= i {
                push(&reader, sentence, (*from, *to), expr.clone(), None, out);
                i = *to;
            }
        }
        reader.more = more;
    }
}

/// Number words, which may spell a year or an hour.
fn spells(classes: &Classes) -> bool {
    classes.has(Classes::NUMBER)
}

/// Words of no class that can open an expression.
fn opens(lower: &str) -> bool {
    matches!(
        lower,
        "more"
            | "less"
            | "fewer"
            | "as"
            | "up"
            | "at"
            | "'"
            | "\u{2019}"
            | "\u{2018}"
            | "no"
            | "right"
            | "q"
            | "longer"
            | "local"
            | "once"
            | "twice"
            | "thrice"
    )
}

/// The first rule that reads an expression at token `i`, in the order of how sure they are.
fn expression(reader: &mut Reader<'_>, i: usize) -> Option<(TimeExpr, Option<TimexMod>, usize)> {
    let plain = |(expr, end): (TimeExpr, usize)| (expr, None, end);
    let start_of_word = i == 0 || !reader.glued(i) || reader.kind(i - 1) != Some(TokenKind::Digits);
    if !start_of_word {
        return None;
    }
    let after = if reader.the(i) || reader.any(i, &["a", "an"]) { i + 1 } else { i };
    if let Some(hit) = reader.set(i) {
        return Some(plain(hit));
    }
    if let Some(hit) = reader.some_day(i) {
        return Some(plain(hit));
    }
    if let Some(hit) = reader.rate(i) {
        return Some(plain(hit));
    }
    if let Some(hit) = reader.long(i) {
        return Some(plain(hit));
    }
    if let Some(hit) = reader.open_length(i).or_else(|| reader.last_alone(i)) {
        return Some(plain(hit));
    }
    if let Some(hit) = reader.duration(i) {
        let (expr, end) = hit;
        return Some(bounded(expr, end));
    }
    let depth = reader.more.len();
    if let Some(hit) = reader.counted_names(after) {
        return Some(plain(hit));
    }
    if let Some(hit) = reader.nth(after) {
        return Some(plain(hit));
    }
    reader.more.truncate(depth);
    if let Some((expr, end)) = reader.placed(after).or_else(|| reader.vague_stretch(after)) {
        return Some(bounded(expr, end));
    }
    if reader.any(i, &["the"])
        && let Some((expr, end)) = reader.duration(i + 1)
        && matches!(&expr, TimeExpr::Duration(length) if !matches!(length.count, crosscheck_model::raw::Count::Vague(2, None)))
        && reader
            .word(end - 1)
            .is_some_and(|word| matches!(word, crosscheck_lexicon::time::TimeWord::Unit(_, true)))
        && !(reader.dash(end - 2) && reader.glued(end - 1))
    {
        return Some(bounded(expr, end));
    }
    if let Some(hit) = reader.day_of_rank(i) {
        return Some(plain(hit));
    }
    if let Some(hit) = reader.end_of_unit(i) {
        return Some(hit);
    }
    if let Some(hit) = reader.edged(i) {
        return Some(hit);
    }
    if let Some(hit) = reader.reference(i).or_else(|| reader.at_the_time(i)) {
        return Some(plain(hit));
    }
    if let Some(hit) = reader.year_ago(i) {
        return Some(plain(hit));
    }
    if let Some(hit) = reader.ranked(after)
        && (after == i || !reader.the(i) || !reader.is(hit.1, "of"))
    {
        return Some(plain(hit));
    }
    None
}

/// "this coming Sunday, March 8": the weekday and the date behind it are one.
fn dated(reader: &mut Reader<'_>, expr: TimeExpr, end: usize) -> (TimeExpr, usize) {
    use crosscheck_model::raw::CalendarName;
    let weekday = match &expr {
        TimeExpr::Date(DateExpr::NamedShift { name: CalendarName::Weekday(day), .. }) => *day,
        TimeExpr::Date(DateExpr::In { name: CalendarName::Weekday(day), .. }) => *day,
        _ => return (expr, end),
    };
    let depth = reader.more.len();
    if reader.is(end, ",") {
        let date = reader.month_first(end + 1, Some(weekday));
        let date = date.or_else(|| reader.day_first(end + 1, Some(weekday)));
        if let Some((date, after)) = date.filter(|_| reader.more.len() == depth) {
            return (TimeExpr::Date(date), after);
        }
    }
    reader.more.truncate(depth);
    (expr, end)
}

/// The TIMEX3 modifier that the bound of a length is.
fn bounded(expr: TimeExpr, end: usize) -> (TimeExpr, Option<TimexMod>, usize) {
    use crosscheck_model::Bound;
    let bound = match &expr {
        TimeExpr::Duration(length) => length.bound,
        TimeExpr::Date(DateExpr::Offset { length, .. } | DateExpr::OffsetFrom { length, .. }) => length.bound,
        _ => Bound::Exact,
    };
    let modifier = match bound {
        Bound::About | Bound::Nearly => Some(TimexMod::Approx),
        Bound::MoreThan => Some(TimexMod::MoreThan),
        Bound::AtLeast => Some(TimexMod::EqualOrMore),
        Bound::LessThan => Some(TimexMod::LessThan),
        Bound::AtMost | Bound::UpTo => Some(TimexMod::EqualOrLess),
        Bound::Exact | Bound::Between | Bound::Vague => None,
    };
    (expr, modifier, end)
}

/// Adds an expression with its role and tense; the span leaves a closing full stop of an abbreviation inside.
fn push(
    reader: &Reader<'_>,
    sentence: u32,
    (start, end): (usize, usize),
    expr: TimeExpr,
    modifier: Option<TimexMod>,
    out: &mut Vec<RawTime>,
) {
    let span: Span = reader.words.span(start, end - 1);
    let role = reader.role(start, end);
    let tense = match &expr {
        TimeExpr::Date(_) | TimeExpr::Time { .. } => reader.tense(start, end),
        TimeExpr::Duration(length) if length.placing == crosscheck_model::raw::Placing::In => {
            reader.tense(start, end)
        }
        _ => Tense::Unknown,
    };
    // "shut since Monday", "the quarter ended Oct. 31": whatever the sentence tells, that day has passed.
    let because = reader.any(end, &["is", "are", "was", "were", "will", "has"]);
    let over = role == TimeRole::Since && !because
        || start > 0 && reader.is(start - 1, "ended")
        || reader.is(end, "ended");
    let mut tense = if over { Tense::Over } else { tense };
    if tense == Tense::Future && is_weekday(&expr) && reader.precedes(start) {
        tense = Tense::Nearest;
    }
    let mut expr = expr;
    if let Some(length) = told_before(&expr, role, sentence, out) {
        expr = TimeExpr::Duration(length);
    }
    if let Some(previous) = out.last_mut().filter(|previous| previous.sentence == sentence) {
        opens_range(previous, &expr, span.start, reader.words.lower);
        share_year(previous, &expr, span.start, reader.words.lower);
        share_day(previous, &expr, span.start, reader.words.lower);
    }
    day_of_both(&expr, span.start, sentence, reader.words.lower, out);
    // "late Thursday or early Friday": told of by one verb.
    if matches!(tense, Tense::Unknown | Tense::Present)
        && let Some(previous) = out.last().filter(|previous| previous.sentence == sentence)
        && joined(previous, span.start, reader.words.lower)
    {
        tense = if previous.tense == Tense::Over { Tense::Past } else { previous.tense };
    }
    if tense == Tense::Unknown && matches!(expr, TimeExpr::Date(_) | TimeExpr::Time { .. }) {
        let told = out.iter().rev().take(4).take_while(|previous| previous.sentence == sentence);
        tense = told
            .map(|previous| previous.tense)
            .find(|tense| !matches!(tense, Tense::Unknown | Tense::Over))
            .unwrap_or_default();
    }
    out.push(RawTime {
        span,
        sentence,
        expr,
        modifier,
        role: if matches!(role, TimeRole::At) && reader.range_end(start) { TimeRole::To } else { role },
        tense,
        issues: Vec::new(),
    });
}

/// Whether an expression is a day of the week alone, with a time of it or without.
fn is_weekday(expr: &TimeExpr) -> bool {
    let (TimeExpr::Date(date) | TimeExpr::Time { date: Some(date), .. }) = expr else { return false };
    matches!(date, DateExpr::Calendar { year: None, month: None, day: None, weekday: Some(_) })
}

/// "a five-year overhaul. During that time": the length just told.
fn told_before(expr: &TimeExpr, role: TimeRole, sentence: u32, out: &[RawTime]) -> Option<Length> {
    let back = *expr == TimeExpr::Adjective(Reference::Present) && role == TimeRole::During;
    let near = out.iter().rev().filter(|_| back).take_while(|told| told.sentence + 1 >= sentence);
    near.take(4).find_map(|told| match &told.expr {
        TimeExpr::Duration(length) => Some(Length { placing: Placing::Free, ..*length }),
        _ => None,
    })
}

/// Whether nothing but a conjunction stands between two expressions.
fn joined(previous: &RawTime, start: u32, lower: &str) -> bool {
    let dated = matches!(previous.expr, TimeExpr::Date(_) | TimeExpr::Time { .. });
    let between = lower.get(previous.span.end as usize..start as usize).unwrap_or("").trim();
    dated
        && matches!(
            between,
            "or" | "and" | "or on" | "and on" | "or in" | "and in" | "to" | "through" | "-" | "\u{2013}"
        )
}

/// "23 to 26 October", "Monday through Friday": a date joined to the one before makes that the start of a range.
fn opens_range(previous: &mut RawTime, expr: &TimeExpr, start: u32, lower: &str) {
    let kind = |expr: &TimeExpr| match expr {
        TimeExpr::Date(DateExpr::Calendar { month, weekday, .. }) => {
            Some((month.is_some(), weekday.is_some()))
        }
        _ => None,
    };
    // "the change from Friday to December's figures" is no range.
    let both = kind(&previous.expr).is_some() && kind(&previous.expr) == kind(expr);
    let between = lower.get(previous.span.end as usize..start as usize).unwrap_or("").trim();
    let joined =
        matches!(between, "to" | "-to-" | "through" | "until" | "till" | "-" | "\u{2013}" | "\u{2014}");
    if both && joined && previous.role == TimeRole::At {
        previous.role = TimeRole::From;
    }
}

/// "26 June - 4 August 1952", "March and April 1918": the year printed with the second date is the first one's too.
fn share_year(previous: &mut RawTime, expr: &TimeExpr, start: u32, lower: &str) {
    let TimeExpr::Date(DateExpr::Calendar { year: Some(YearExpr::Full(year)), month: Some(to), .. }) = expr
    else {
        return;
    };
    let TimeExpr::Date(DateExpr::Calendar { year: open @ None, month: Some(from), .. }) = &mut previous.expr
    else {
        return;
    };
    let between = lower.get(previous.span.end as usize..start as usize).unwrap_or("").trim();
    let joined =
        matches!(between, "-" | "\u{2013}" | "\u{2014}" | "to" | "and" | "or" | "through" | "until" | ",");
    if joined {
        // "December to February 1943" begins in the year before.
        *open = Some(YearExpr::Full(if *from > *to { *year - 1 } else { *year }));
    }
}

/// "from 9 a.m. to 5 p.m. on Friday": the day printed with the second time is the first one's too.
fn share_day(previous: &mut RawTime, expr: &TimeExpr, start: u32, lower: &str) {
    use crosscheck_model::raw::DayTime;
    let TimeExpr::Time { date: Some(day), time: DayTime::Clock { .. } } = expr else { return };
    let TimeExpr::Time { date: open @ None, time: DayTime::Clock { .. } } = &mut previous.expr else {
        return;
    };
    let between = lower.get(previous.span.end as usize..start as usize).unwrap_or("").trim();
    if matches!(between, "-" | "\u{2013}" | "\u{2014}" | "to" | "and" | "until" | "till") {
        *open = Some(day.clone());
    }
}

/// "2:27 p.m. EDT (1827 GMT) on April 8": the day behind a clock time told twice is the day of both.
fn day_of_both(expr: &TimeExpr, start: u32, sentence: u32, lower: &str, out: &mut [RawTime]) {
    use crosscheck_model::raw::DayTime;
    let TimeExpr::Date(day) = expr else { return };
    let [.., first, second] = out else { return };
    let gap = |from: &RawTime, to: u32| lower.get(from.span.end as usize..to as usize).unwrap_or("").trim();
    let told_twice =
        gap(first, second.span.start) == "(" && matches!(gap(second, start), ") on" | "), on" | ")");
    if !(point::is_day(day) && told_twice && first.sentence == sentence) {
        return;
    }
    // The second takes its instant from the first.
    if let TimeExpr::Time { date: open @ None, time: DayTime::Clock { .. } } = &mut first.expr {
        *open = Some(day.clone());
    }
}

impl Reader<'_> {
    /// Whether a dash after a date or number stands before token `i`: "1939-1945".
    fn range_end(&self, i: usize) -> bool {
        i > 1 && self.dash(i - 1) && self.kind(i - 2) == Some(TokenKind::Digits)
    }
}
