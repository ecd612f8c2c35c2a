//! Two expressions side by side that make one period: "the quarter ended Sept. 30", "the first three months of 2024",
//! "between 10 p.m. and 5 a.m.".

use crosscheck_model::raw::{Length, Placing, RawTime, TimeExpr};
use crosscheck_model::{Certainty, DateValue, Granularity, Mention, Moment};

use super::clock::clock_of;
use super::length::whole;
use super::stretch::{Stretch, add};

/// An expression with what it was read as.
type Told<'a> = (&'a RawTime, &'a mut Mention);

/// Lets the second of two expressions settle the interval of the first, or the first the day of the second.
pub(super) fn beside(text: &str, (a, first): Told<'_>, (b, second): Told<'_>) {
    if a.sentence != b.sentence {
        return;
    }
    let Some(gap) = text.get(a.span.end as usize..b.span.start as usize) else { return };
    match gap.trim() {
        "ended" | "ending" | "ended on" | "ending on" => ended(a, first, second),
        // "the six months to 30 September"
        "to" if the_length(text, a) => ended(a, first, second),
        ", on" | "," | ", in" if counted_on(a) => same_date(first, second),
        "of" | "of the year" => first_of(a, first, second),
        ", the" | ", its" | "," | "quarter, the" | "quarter, its" => restated(text, (a, first), (b, second)),
        "to" | "until" | "till" | "and" | "-" | "\u{2013}" => past_midnight(text, (a, first), (b, second)),
        _ => {}
    }
}

/// "the six months": a length that its article makes a certain one.
fn the_length(text: &str, raw: &RawTime) -> bool {
    let the = raw.span.slice(text).get(..4).is_some_and(|the| the.eq_ignore_ascii_case("the "));
    the && matches!(raw.expr, TimeExpr::Duration(_))
}

/// Whether an expression counts from a date told before: "two days later".
fn counted_on(raw: &RawTime) -> bool {
    use crosscheck_model::raw::{DateExpr, Deixis, OffsetFrom};
    let from = OffsetFrom::Deixis(Deixis::Mentioned);
    matches!(&raw.expr, TimeExpr::Date(DateExpr::Offset { from: told, length, .. })
        if *told == from && length.unit >= Granularity::Day)
}

/// "Two days later, on 7 June 1944": the date printed is the one meant.
fn same_date(first: &mut Mention, second: &Mention) {
    let (Some(date), Some(printed)) = (first.date.as_mut(), second.date.as_ref()) else { return };
    if printed.certainty != Certainty::Exact
        || printed.granularity > date.granularity
        || printed.modifier.is_some()
    {
        return;
    }
    (date.from, date.to, date.granularity) = (printed.from, printed.to, printed.granularity);
    date.timex.clone_from(&printed.timex);
    (date.certainty, date.kind) = (printed.certainty, printed.kind);
    date.anchor_on("the date printed beside it".to_owned());
}

/// The day with which a mention ends, where it names one for certain.
fn day(mention: &Mention) -> Option<chrono::NaiveDate> {
    let date = mention.date.as_ref()?;
    let whole = matches!(date.granularity, Granularity::Day | Granularity::Month);
    let firm = matches!(date.certainty, Certainty::Exact | Certainty::OneSided) && whole;
    date.to.filter(|at| firm && at.time.is_none()).map(|at| at.date)
}

fn set(date: &mut DateValue, from: chrono::NaiveDate, to: chrono::NaiveDate, why: String) {
    (date.from, date.to) = (Some(Moment::day(from)), Some(Moment::day(to)));
    date.anchor_on(why);
}

/// "the fiscal first quarter ended Oct. 31": three months up to that day, whatever the calendar's first quarter is.
fn ended(a: &RawTime, first: &mut Mention, second: &Mention) {
    let (Some(to), Some(date)) = (day(second), first.date.as_mut()) else { return };
    let length = match &a.expr {
        TimeExpr::Duration(length) => *length,
        TimeExpr::Date(_) => Length { ..of_unit(date.granularity) },
        _ => return,
    };
    if length.and.is_some() || length.unit < Granularity::Week {
        return;
    }
    let from = to.succ_opt().zip(whole(&length)).and_then(|(next, n)| add(next, length.unit, -n));
    let Some(from) = from else { return };
    // A week that ends on a Saturday is that of the calendar in which its middle lies.
    if date.granularity == Granularity::Week
        && matches!(a.expr, TimeExpr::Date(_))
        && let Some(middle) = add(to, Granularity::Day, -3)
    {
        date.timex = Some(Stretch::holding(Granularity::Week, middle).timex());
    }
    set(date, from, to, format!("ended {to}"));
}

fn of_unit(unit: Granularity) -> Length {
    Length {
        count: crosscheck_model::raw::Count::Exact(crosscheck_model::Number::from(1)),
        unit,
        and: None,
        bound: crosscheck_model::Bound::Exact,
        placing: Placing::Free,
    }
}

/// "the first nine months of 1997": from the start of that year.
fn first_of(a: &RawTime, first: &mut Mention, second: &Mention) {
    let TimeExpr::Duration(length @ Length { placing: Placing::First, and: None, .. }) = &a.expr else {
        return;
    };
    let whole_date = second.date.as_ref().filter(|date| {
        date.certainty == Certainty::Exact && date.modifier.is_none() && date.granularity > length.unit
    });
    let start = whole_date.and_then(|date| date.from);
    let (Some(start), Some(n), Some(date)) = (start, whole(length), first.date.as_mut()) else { return };
    let to = add(start.date, length.unit, n).and_then(|next| next.pred_opt());
    if let Some(to) = to.filter(|_| start.time.is_none() && length.unit >= Granularity::Day) {
        let why = format!("the first of {}", Stretch { unit: whole_unit(second), start: start.date }.timex());
        set(date, start.date, to, why);
    }
}

fn whole_unit(mention: &Mention) -> Granularity {
    mention.date.as_ref().map_or(Granularity::Year, |date| date.granularity)
}

/// "In the year-ago quarter, the second quarter ended Oct. 31, it lost": the name says which quarter that was.
fn restated(text: &str, (a, first): Told<'_>, (b, second): Told<'_>) {
    let lower = |raw: &RawTime| raw.span.slice(text).to_ascii_lowercase();
    let offset = matches!(&a.expr, TimeExpr::Date(crosscheck_model::raw::DateExpr::Offset { .. }));
    let named = matches!(&b.expr, TimeExpr::Date(crosscheck_model::raw::DateExpr::In { .. }));
    if !(offset && named && lower(b).ends_with("quarter")) {
        return;
    }
    let (Some(date), Some(other)) = (first.date.as_mut(), second.date.as_ref()) else { return };
    let year = date.granularity == Granularity::Year && lower(a).ends_with("quarter");
    if (year || date.granularity == Granularity::Quarter) && other.granularity == Granularity::Quarter {
        (date.from, date.to, date.granularity) = (other.from, other.to, other.granularity);
        date.timex.clone_from(&other.timex);
        date.anchor_on(format!("said again as {}", b.span.slice(text)));
    }
}

/// "between 10 p.m. and 5 a.m.": the second time is the next day's.
fn past_midnight(text: &str, (a, first): Told<'_>, (b, second): Told<'_>) {
    let (Some(x), Some(y)) = (clock_of(a), clock_of(b)) else { return };
    let between = || text.get(..a.span.start as usize).is_some_and(|led| led.trim_end().ends_with("between"));
    let range = text.get(a.span.end as usize..b.span.start as usize).is_some_and(|gap| gap.trim() != "and");
    if !(x.whole_day && y.whole_day && (range || between())) {
        return;
    }
    let (Some(from), Some(date)) = (first.date.as_ref().and_then(|date| date.from), second.date.as_mut())
    else {
        return;
    };
    let same_day = date.to.is_some_and(|to| to.date == from.date && to.time < from.time);
    let next = date.to.and_then(|to| Some(Moment { date: to.date.succ_opt()?, time: to.time }));
    if let Some(next) = next.filter(|_| same_day) {
        date.from = date.from.map(|_| next);
        date.to = Some(next);
        date.timex = Some(next.to_string());
        date.anchor_on(format!("the day after {}", from.date));
    }
}
