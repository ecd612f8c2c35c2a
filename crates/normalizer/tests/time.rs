//! Temporal expressions from text to TIMEX3, as tables: text, then what is found in it.

use crosscheck_model::raw::{Count, Deixis};
use crosscheck_model::{Certainty, Granularity, Kind};
use crosscheck_normalizer::Prefer;
use proptest::prelude::*;

mod support;

use support::{DAY, check, check_on, found};

#[test]
fn printed_dates() {
    check("It began on 19 September 2023.", &[("19 September 2023", "2023-09-19")]);
    check("It began on Sept. 19, 2023, at last.", &[("Sept. 19, 2023", "2023-09-19")]);
    check("It began on 9th of May 1945.", &[("9th of May 1945", "1945-05-09")]);
    check("Filed 2023-09-19.", &[("2023-09-19", "2023-09-19")]);
    check("Filed 19/09/2023.", &[("19/09/2023", "2023-09-19")]);
    check("It ended in October 2020.", &[("October 2020", "2020-10")]);
    check("He died in 1991.", &[("1991", "1991")]);
    check("It fell in 490 BC.", &[("490 BC", "BC0490")]);
    check("It lasted from 3 to 5 June 1967.", &[("3", "1967-06-03"), ("5 June 1967", "1967-06-05")]);
    check("They fought in 1939-45.", &[("1939", "1939"), ("45", "1945")]);
    check("From 26 June to 4 August 1952.", &[("26 June", "1952-06-26"), ("4 August 1952", "1952-08-04")]);
}

#[test]
fn names_go_by_tense() {
    check("They met on Tuesday.", &[("Tuesday", "2023-09-19")]);
    check("They met on Friday.", &[("Friday", "2023-09-22")]);
    check("They will meet on Tuesday.", &[("Tuesday", "2023-09-26")]);
    check("They met in July.", &[("July", "2023-07")]);
    check("They met in December.", &[("December", "2022-12")]);
    check("They will meet in March.", &[("March", "2024-03")]);
    check("They are to leave by September 24.", &[("September 24", "2023-09-24")]);
    check_on(Some(DAY), Prefer::Future, "Tuesday", &[("Tuesday", "2023-09-26")]);
    check_on(Some(DAY), Prefer::Future, "They met on Tuesday.", &[("Tuesday", "2023-09-19")]);
}

#[test]
fn counted_from_the_document() {
    check("They met today and yesterday.", &[("today", "2023-09-22"), ("yesterday", "2023-09-21")]);
    check("They met last week.", &[("last week", "2023-W37")]);
    check("They met last Friday.", &[("last Friday", "2023-09-15")]);
    check("They met in September of last year.", &[("September of last year", "2022-09")]);
    check("They met this summer.", &[("this summer", "2023-SU")]);
    check("They met three days ago.", &[("three days ago", "2023-09-19")]);
    check("They met two years ago.", &[("two years ago", "2021")]);
    check("They met several years ago.", &[("several years ago", "PAST_REF")]);
    check("They met the day before yesterday.", &[("the day before yesterday", "2023-09-20")]);
    check("They met early this month.", &[("early this month", "2023-09")]);
    check("They met at the end of August.", &[("the end of August", "2023-08")]);
    check("Profit rose in the third quarter of 1990.", &[("the third quarter of 1990", "1990-Q3")]);
    check("It grew in the 1990s.", &[("the 1990s", "199")]);
    check("It grew in the 19th century.", &[("the 19th century", "18")]);
    check("They met on the last Friday of June 2020.", &[("the last Friday of June 2020", "2020-06-26")]);
    check("They met on Christmas Eve.", &[("Christmas Eve", "2022-12-24")]);
}

#[test]
fn clock_times_and_parts_of_the_day() {
    check("It struck at 3 a.m. local time.", &[("3 a.m. local time", "2023-09-22T03:00")]);
    check("It struck at 10:30 pm Wednesday.", &[("10:30 pm Wednesday", "2023-09-20T22:30")]);
    check("It struck at 1500 GMT.", &[("1500 GMT", "2023-09-22T15:00")]);
    check("It struck on Thursday night.", &[("Thursday night", "2023-09-21TNI")]);
    check("It struck yesterday evening.", &[("yesterday evening", "2023-09-21TEV")]);
    check("22 Sep 2023 10:43", &[("22 Sep 2023 10:43", "2023-09-22T10:43")]);
}

#[test]
fn lengths() {
    check("A 24-hour operation.", &[("24-hour", "PT24H")]);
    check("A months-long blockade.", &[("months-long", "PXM")]);
    check("A day-long talk.", &[("day-long", "P1D")]);
    check("It lasted more than three decades.", &[("more than three decades", "P3DE")]);
    check("It lasted two and a half years.", &[("two and a half years", "P2.5Y")]);
    check("Troops left within the past six weeks.", &[("the past six weeks", "P6W")]);
    check("Days after the ceasefire, they met.", &[("Days", "PXD")]);
    check("It was a third day of protests.", &[("a third day", "P3D")]);
    check("The 24-year-old boy left.", &[]);
}

#[test]
fn repeating_times() {
    check("They met every Tuesday.", &[("every Tuesday", "XXXX-WXX-2")]);
    check("They met every two weeks.", &[("every two weeks", "P2W")]);
    check("They met daily.", &[("daily", "XXXX-XX-XX")]);
    check("They met twice a week.", &[("a week", "P1W")]);
}

#[test]
fn words_that_are_no_times() {
    for text in [
        "This may or may not be right.",
        "Protesters march on the city.",
        "The second man sat in the sun after the fall of the wall.",
        "She paid $2000 for 1,990 pieces.",
        "Call 555-1212 or +86 138-2010-2015.",
        "The ratio is 2:1 at 8/1.5.",
        "They sat in the dark and wed.",
    ] {
        check(text, &[]);
    }
}

#[test]
fn without_a_document_date_values_stay_open() {
    check_on(None, Prefer::Past, "They met on September 27.", &[("September 27", "XXXX-09-27")]);
    check_on(None, Prefer::Past, "They met on Tuesday.", &[("Tuesday", "XXXX-WXX-2")]);
    check_on(None, Prefer::Past, "They met last week.", &[("last week", "XXXX-WXX")]);
    let open = &found("They met on September 27.", None, Prefer::Past)[0];
    let date = open.date.as_ref().expect("a partial date");
    assert_eq!((date.from, date.to, date.certainty), (None, None, Certainty::Unresolved));
}

#[test]
fn a_history_counts_from_the_date_last_mentioned() {
    let text = "War broke out in September 1939. In 1940 France fell. In May 1940 the front broke. \
                In June the capital was taken. By December 1941 all were at war. In January they signed. \
                Two years later it ended. It began anew in 1950.";
    let found = found(text, Some("2009-12-19"), Prefer::Past);
    let timex: Vec<_> = found.iter().filter_map(|m| m.date.as_ref()?.timex.as_deref()).collect();
    assert_eq!(timex, ["1939-09", "1940", "1940-05", "1940-06", "1941-12", "1942-01", "1944", "1950"]);
}

#[test]
fn intervals_are_inclusive_and_open_where_the_preposition_says() {
    for (text, from, to) in [
        ("They met in July.", Some("2023-07-01"), Some("2023-07-31")),
        ("It is so since July.", Some("2023-07-01"), None),
        ("All were gone by September 20.", None, Some("2023-09-20")),
        ("They met in early 2020.", Some("2020-01-01"), Some("2020-07-01")),
        ("It struck on Thursday night.", Some("2023-09-21T18:00"), Some("2023-09-22T05:59")),
    ] {
        let found = found(text, Some(DAY), Prefer::Past);
        let date = found[0].date.as_ref().expect("a date");
        let read = (date.from.map(|at| at.to_string()), date.to.map(|at| at.to_string()));
        assert_eq!(read, (from.map(str::to_owned), to.map(str::to_owned)), "{text}");
    }
}

#[test]
fn slips_are_told() {
    for (text, code, dated) in [
        ("It began on Tuesday, 20 September 2023.", "weekday-mismatch", true),
        ("It began on 29 February 2015.", "no-such-date", false),
    ] {
        let found = found(text, Some(DAY), Prefer::Past);
        assert_eq!(found[0].issues[0].code, code);
        assert_eq!(found[0].date.is_some(), dated);
    }
    assert!(found("It began on Wednesday, 20 September 2023.", Some(DAY), Prefer::Past)[0].issues.is_empty());
}

#[test]
fn slips_between_expressions_are_told() {
    for (text, code) in [
        ("The 10-day truce from 1 to 5 May held.", Some("length-mismatch")),
        ("It ran from 1 May to 14 May, three weeks.", Some("length-mismatch")),
        ("The five-day truce from 1 to 5 May held.", None),
        ("It ran from 1 May to 15 May, two weeks.", None),
        ("It began at 9 a.m. EDT (1400 GMT).", Some("zone-mismatch")),
        ("It began at 9 a.m. EDT (1300 GMT).", None),
        ("It was hit at 07:37 GMT. It was hit at 7:37 a.m. local time.", Some("gmt-as-local")),
        ("It was hit at 03:37 GMT. It was hit at 7:37 a.m. local time.", None),
    ] {
        let found = found(text, Some(DAY), Prefer::Past);
        let code_found =
            found.iter().flat_map(|mention| &mention.issues).map(|issue| issue.code.as_str()).next();
        assert_eq!(code_found, code, "{text}");
    }
}

#[test]
fn a_zone_shifts_the_interval_where_the_text_tells_its_local_time() {
    let text = "It struck at 3 a.m. local time (2300 GMT) and help came at 0100 GMT.";
    let found = found(text, Some(DAY), Prefer::Past);
    let read: Vec<_> = found
        .iter()
        .filter_map(|mention| mention.date.as_ref())
        .map(|date| {
            (date.timex.clone().unwrap_or_default(), date.from.map(|at| at.to_string()).unwrap_or_default())
        })
        .collect();
    let expect = [
        ("2023-09-22T03:00", "2023-09-22T03:00"),
        ("2023-09-21T23:00", "2023-09-22T03:00"),
        ("2023-09-22T01:00", "2023-09-22T05:00"),
    ];
    assert_eq!(read, expect.map(|(timex, from)| (timex.to_owned(), from.to_owned())));
}

#[test]
fn offsets_within_a_day() {
    let noon = "2023-09-22T12:00";
    check_on(
        Some(noon),
        Prefer::Past,
        "It left 15 minutes ago and will return in two hours.",
        &[("15 minutes ago", "2023-09-22T11:45"), ("two hours", "2023-09-22T14:00")],
    );
    check(
        "It opened at 9 a.m. and shut two hours later.",
        &[("9 a.m.", "2023-09-22T09:00"), ("two hours later", "2023-09-22T11:00")],
    );
    check("It was built in two hours.", &[("two hours", "PT2H")]);
}

#[test]
fn a_timetable_points_ahead() {
    check("The trial opens on Thursday.", &[("Thursday", "2023-09-28")]);
    check("The meeting is on Tuesday.", &[("Tuesday", "2023-09-26")]);
    check("Deliveries start in December.", &[("December", "2023-12")]);
    check("The match was postponed until Sunday.", &[("Sunday", "2023-09-24")]);
    check("It will be paid on Dec. 14.", &[("Dec. 14", "2023-12-14")]);
    check("It ran from Monday to Wednesday.", &[("Monday", "2023-09-18"), ("Wednesday", "2023-09-20")]);
    check("It runs from 1 December to 30 June.", &[("1 December", "2023-12-01"), ("30 June", "2024-06-30")]);
}

#[test]
fn a_report_on_a_quarter_compares_periods() {
    check(
        "Profit rose in the second quarter. A year earlier there was a loss.",
        &[("the second quarter", "2023-Q2"), ("A year earlier", "2022-Q2")],
    );
    check(
        "Profit rose in the second quarter. In the first nine months it fell from a year earlier.",
        &[("the second quarter", "2023-Q2"), ("the first nine months", "P9M"), ("a year earlier", "2022")],
    );
    check("It fell from the same month last year.", &[("the same month last year", "2022-09")]);
}

#[test]
fn names_of_people_and_rates_are_no_dates() {
    check("April Dawson won and June Carver sang.", &[]);
    check("It costs $5 a year, up 20% annually.", &[]);
    check(
        "They met twice a week, on Monday and Friday nights.",
        &[("a week", "P1W"), ("Monday", "XXXX-WXX-1TNI"), ("Friday nights", "XXXX-WXX-5TNI")],
    );
    check("The 2008 elections were held.", &[("2008", "2008")]);
    check("The 2000 soldiers left.", &[]);
}

#[test]
fn a_vague_length_has_a_number_too() {
    let found = found("They left within days.", Some(DAY), Prefer::Past);
    assert_eq!(found[0].kind, Kind::Duration);
    assert_eq!(found[0].unit.as_deref(), Some("day"));
    let value = found[0].value.as_ref().expect("a vague number");
    assert_eq!((value.point, value.lo.map(|n| n.to_string()), value.hi), (None, Some("2".to_owned()), None));
}

#[test]
fn a_date_keeps_the_length_that_it_is_counted_by() {
    let nine = Count::Exact(9.into());
    for (text, expect) in [
        ("They left nine minutes ago.", Some((nine, Granularity::Minute, true, Deixis::Speech))),
        ("It sank nine days later.", Some((nine, Granularity::Day, false, Deixis::Mentioned))),
        ("It sank nine days earlier.", Some((nine, Granularity::Day, true, Deixis::Mentioned))),
        ("It sank nine days after the launch.", None),
        ("It sank on Sunday.", None),
    ] {
        let offset = found(text, Some(DAY), Prefer::Past)[0].date.as_ref().and_then(|date| date.offset);
        let told = offset.map(|offset| (offset.length.count, offset.length.unit, offset.back, offset.from));
        assert_eq!(told, expect, "{text}");
    }
}

#[test]
fn a_date_tells_where_its_day_is_carried_from() {
    for (text, expect) in [
        ("It opened at 9 a.m.", Some(Deixis::Speech)),
        ("It opened on 3 May 2001 and shut a year later.", Some(Deixis::Mentioned)),
        ("It opened on 3 May 2001.", None),
    ] {
        let mentions = found(text, Some(DAY), Prefer::Past);
        let last = mentions.last().and_then(|mention| mention.date.as_ref()).expect("a date");
        assert_eq!(last.carried, expect, "{text}");
    }
}

/// Words that keep the grammar busy.
fn busy() -> impl Strategy<Value = String> {
    let words = "may May 3 19 1939 - – , . the of to and Monday June early end last next two days after ago a week half 12:30 \
                 pm BC ' ’s 1990s first quarter every ٣ 年 Sept 2023-02-30 99999999999 twenty hundred thousand fall ( GMT + \
                 3rd year yesterday night in by century decade overnight Christmas 29 February 31 9999";
    let words: Vec<_> = words.split_whitespace().map(str::to_owned).collect();
    let part = (prop::sample::select(words), any::<bool>());
    prop::collection::vec(part, 0..40).prop_map(|parts| {
        parts.iter().map(|(word, space)| format!("{}{word}", if *space { " " } else { "" })).collect()
    })
}

proptest! {
    #[test]
    fn spans_slice_any_text(text in prop_oneof![any::<String>(), busy()]) {
        for prefer in [Prefer::Past, Prefer::Future] {
            let mut end = 0;
            for mention in found(&text, Some(DAY), prefer) {
                prop_assert!(text.get(mention.span.start as usize..mention.span.end as usize).is_some());
                prop_assert!(mention.span.start >= end, "{:?} overlaps in {text:?}", mention.span.slice(&text));
                end = mention.span.end;
                if let Some(date) = mention.date
                    && let (Some(from), Some(to)) = (date.from, date.to)
                {
                    prop_assert!(from <= to, "{from} {to} in {text:?}");
                }
            }
        }
    }
}

#[test]
fn clock_times_as_they_are_said() {
    for (text, words, timex) in [
        ("The train left at 15h30.", "15h30", "2023-09-22T15:30"),
        ("It began at 3:15p, they said.", "3:15p", "2023-09-22T15:15"),
        ("It began at 330 p.m. in town.", "330 p.m.", "2023-09-22T15:30"),
        ("It began at twenty past three.", "twenty past three", "2023-09-22T03:20"),
        ("It ended 20 minutes past 3 p.m. there.", "20 minutes past 3 p.m.", "2023-09-22T15:20"),
        ("They met at a quarter to noon.", "a quarter to noon", "2023-09-22T11:45"),
        ("They left at nine fifty a.m., tired.", "nine fifty a.m.", "2023-09-22T09:50"),
        ("They came around 5ish.", "5ish", "2023-09-22T05:00"),
        ("The show was tonight at 8.", "tonight at 8", "2023-09-22T20:00"),
        ("He called at 1 at night.", "1 at night", "2023-09-22T01:00"),
    ] {
        check(text, &[(words, timex)]);
    }
    let ends = [("3:30", "2023-09-22T15:30"), ("6 p.m.", "2023-09-22T18:00")];
    check("It lasted from 3:30-6 p.m. there.", &ends);
    let ends = [("Thursday from 9:30", "2023-09-21T09:30"), ("11:00", "2023-09-21T11:00")];
    check("Open Thursday from 9:30 to 11:00.", &ends);
}

#[test]
fn a_clock_time_that_has_passed_is_tomorrows_where_the_future_is_preferred() {
    let noon = Some("2023-09-22T12:00");
    check_on(noon, Prefer::Future, "At 9 a.m.", &[("9 a.m.", "2023-09-23T09:00")]);
    check_on(noon, Prefer::Future, "At 3:30.", &[("3:30", "2023-09-22T15:30")]);
    check_on(noon, Prefer::Past, "At 9 a.m.", &[("9 a.m.", "2023-09-22T09:00")]);
}

#[test]
fn slashes_and_short_years() {
    check("They met on 9/15 in town.", &[("9/15", "2023-09-15")]);
    check("They met on 15/9 in town.", &[("15/9", "2023-09-15")]);
    check("Signed 31-Oct-74.", &[("31-Oct-74", "1974-10-31")]);
    check("Signed on Aug 9, 96.", &[("Aug 9, 96", "1996-08-09")]);
    check("Sales of 2018Q4 rose.", &[("2018Q4", "2018-Q4")]);
    check("Filed on 7/2.", &[("7/2", "2023-07-02")]);
    check("It failed in 2015 - 14 times.", &[("2015", "2015")]);
    // Shares, versions, rows of figures and days that no month has.
    for text in [
        "He ate 2/15 of it.",
        "He left after 2/3 of the match.",
        "Use version 1.1.30.",
        "They met on 32 August 2014.",
        "August 32, 2014",
        "32 - 2015",
        "2012-1400",
        "2012 80 10",
        "Pay ABC 2000 today's price.",
        "It was the dawn of a second wave.",
    ] {
        let read = found(text, Some(DAY), Prefer::Past);
        let dates: Vec<_> =
            read.iter().map(|m| m.span.slice(text)).filter(|words| *words != "today").collect();
        assert!(dates.is_empty(), "{text}: {dates:?}");
    }
}

#[test]
fn weeks_quarters_and_what_lies_ahead() {
    check("They will meet next Saturday.", &[("next Saturday", "2023-09-30")]);
    check("They will meet this coming Saturday.", &[("this coming Saturday", "2023-09-23")]);
    check("They met last week on Tuesday.", &[("last week on Tuesday", "2023-09-12")]);
    check("They will meet Monday next week.", &[("Monday next week", "2023-09-25")]);
    check(
        "Sales for the quarter ended July 31 rose.",
        &[("the quarter", "2023-Q2"), ("July 31", "2023-07-31")],
    );
    check("They will meet at a later date.", &[("a later date", "FUTURE_REF")]);
    check("It may rain in the weeks ahead.", &[("the weeks ahead", "PXW")]);
    check("There is a chance of showers on Sunday.", &[("Sunday", "2023-09-24")]);
    check("They need to act on Sunday.", &[("Sunday", "2023-09-24")]);
    check("It gave him a week to leave.", &[("a week", "P1W")]);
    check("It was 1h ago.", &[("1h ago", "2023-09-22")]);
    check("It will start in the next hour.", &[("the next hour", "PT1H")]);
    check("It began two weeks and three days ago.", &[("two weeks and three days ago", "2023-09-05")]);
    check("It cost 5m and 3h of work.", &[]);
}

#[test]
fn hours_ranks_and_quarters_told_in_words() {
    check("In the early hours of Sunday it fell.", &[("the early hours of Sunday", "2023-09-17TMO")]);
    check("They meet on the last Friday of every month.", &[("the last Friday of every month", "P1M")]);
    check("It ran for more than a quarter of a century.", &[("more than a quarter of a century", "P25Y")]);
    check("It lasted three-quarters of an hour.", &[("three-quarters of an hour", "PT45M")]);
    check("At 0930 hours they left.", &[("0930 hours", "2023-09-22T09:30")]);
    check("The law takes effect Jan. 1.", &[("Jan. 1", "2024-01-01")]);
    check("Profit of the year to March 2020 fell.", &[("the year", "P1Y"), ("March 2020", "2020-03")]);
    check("Free from Nov. 30 to Dec. 2.", &[("Nov. 30", "2022-11-30"), ("Dec. 2", "2022-12-02")]);
    check("He left in June and returns in December.", &[("June", "2023-06"), ("December", "2023-12")]);
    check("The match was moved to Sunday.", &[("Sunday", "2023-09-24")]);
    check("They were told to leave by Monday.", &[("Monday", "2023-09-25")]);
    check("Cases rose to 341 by Sunday evening.", &[("Sunday evening", "2023-09-17TEV")]);
    // A weekday that disagrees is a slip near publication, and the mark of another year elsewhere.
    check("They met on Tuesday, Sept. 20.", &[("Tuesday, Sept. 20", "2023-09-20")]);
    check("They met on Tuesday, 3 May.", &[("Tuesday, 3 May", "2022-05-03")]);
}

#[test]
fn before_a_time_of_day_is_the_same_day() {
    let dawn = found("They left before dawn on Wednesday.", Some(DAY), Prefer::Past);
    let date = dawn[0].date.as_ref().expect("a time");
    assert_eq!(date.from.map(|at| at.to_string()).as_deref(), Some("2023-09-20"));
    assert_eq!(date.to.map(|at| at.to_string()).as_deref(), Some("2023-09-20T04:00"));
}

#[test]
fn holidays_of_several_churches_and_shops() {
    check("On Black Friday 2017 they queued.", &[("Black Friday 2017", "2017-11-24")]);
    check("Orthodox Easter 2018 was late.", &[("Orthodox Easter 2018", "2018-04-08")]);
    check("They met last Thanksgiving.", &[("last Thanksgiving", "2022-11-24")]);
}
