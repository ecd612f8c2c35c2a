//! Expressions as news prints them, as tables: what two of them make together, what has passed, and what is no date.

mod support;

use crosscheck_normalizer::Prefer;
use support::{DAY, check, check_on, found};

#[test]
fn what_has_ended_has_passed() {
    check(
        "The port, shut since Monday, will open soon.",
        &[("Monday", "2023-09-18"), ("soon", "FUTURE_REF")],
    );
    check("Prices will rise as they have since October.", &[("October", "2022-10")]);
    check("It will report on the year ended Oct. 31.", &[("the year", "P1Y"), ("Oct. 31", "2022-10-31")]);
    check(
        "In the year-ago quarter, the second quarter ended Oct. 31, it lost $2 million.",
        &[("the year-ago quarter", "2022-Q2"), ("the second quarter", "2022-Q2"), ("Oct. 31", "2022-10-31")],
    );
    check("The index is up 4% since year-end.", &[("year-end", "2022-12-31")]);
    check("It should recover by year-end.", &[("year-end", "2023-12-31")]);
}

#[test]
fn two_expressions_make_one_period() {
    let reads = |text: &str, at: usize, from: &str, to: &str| {
        let found = found(text, Some(DAY), Prefer::Past);
        let date = found[at].date.as_ref().expect("a date");
        let shown = (date.from.map(|at| at.to_string()), date.to.map(|at| at.to_string()));
        assert_eq!(shown, (Some(from.to_owned()), Some(to.to_owned())), "{text}");
    };
    reads("Its fiscal first quarter ended Aug. 31.", 0, "2023-06-01", "2023-08-31");
    reads("In the year ended June 30, 2023, it grew.", 0, "2022-07-01", "2023-06-30");
    reads("In the six months to 30 June 2023, it grew.", 0, "2023-01-01", "2023-06-30");
    reads("In the week ended Sept. 9, claims rose.", 0, "2023-09-03", "2023-09-09");
    reads("It fell in the first three months of 2022.", 0, "2022-01-01", "2022-03-31");
    reads("It grew in the first two quarters of 2022.", 0, "2022-01-01", "2022-06-30");
    reads("It was shut between 10 p.m. and 5 a.m.", 1, "2023-09-23T05:00", "2023-09-23T05:00");
    reads("It begins at 2 p.m. EDT (1800 GMT) on October 8.", 1, "2023-10-08T14:00", "2023-10-08T14:00");
}

#[test]
fn lengths_of_what_lasts() {
    check("The 8-month-old truce broke.", &[("8-month-old", "P8M")]);
    check("The two-week-old border dispute is over.", &[("two-week-old", "P2W")]);
    check("A 9-year-old girl was found.", &[]);
    check(
        "It had a five-year plan. During that time, it grew.",
        &[("five-year", "P5Y"), ("that time", "P5Y")],
    );
    check("Net for the year-earlier nine months fell.", &[("the year-earlier nine months", "P9M")]);
    check("He won in 2 hours 4 minutes 33 seconds.", &[("2 hours 4 minutes 33 seconds", "PT2H4M33S")]);
    check("It offers six months of base pay.", &[]);
    check("They rioted in the past three summers.", &[("the past three summers", "XXXX-SU")]);
}

#[test]
fn names_and_turns_of_speech() {
    check("The Sunday Times said so on Monday.", &[("Monday", "2023-09-18")]);
    check("The Mail on Sunday said so.", &[]);
    check("The Brisa del Mar 7 sank.", &[]);
    check("He set up a venture called Comet 1980.", &[]);
    check("It is common in today's world.", &[]);
    check("One day, a stranger came.", &[("One day", "PAST_REF")]);
    check("She hopes she one day will win.", &[("one day", "FUTURE_REF")]);
    check("It is expected to last six weeks.", &[("six weeks", "P6W")]);
    check("The third attack in as many days shook it.", &[("many days", "P3D")]);
    check("Voting takes place over two days.", &[("two days", "P2D")]);
    check("The trip took one day.", &[("one day", "P1D")]);
    check("Rates will stay at 5% in the near term.", &[("the near term", "FUTURE_REF")]);
    check("More died this year than last.", &[("this year", "2023"), ("last", "2022")]);
    check("The twice-weekly flights stopped.", &[("twice-weekly", "P1W")]);
}

#[test]
fn days_told_in_two_ways() {
    check("It is this coming Sunday, September 24.", &[("this coming Sunday, September 24", "2023-09-24")]);
    check("It was signed on the 14th of this month.", &[("the 14th of this month", "2023-09-14")]);
    let noon = "noon on the last day of the month";
    check("It closes at noon on the last day of the month.", &[(noon, "2023-09-30T12:00")]);
    check("Doors open from 7 to 8 tonight.", &[("7", "2023-09-22T19:00"), ("8 tonight", "2023-09-22T20:00")]);
    check(
        "Two days later, on 7 June 1944, it fell.",
        &[("Two days later", "1944-06-07"), ("7 June 1944", "1944-06-07")],
    );
    check(
        "It will land late Thursday or early Friday.",
        &[("late Thursday", "2023-09-28"), ("early Friday", "2023-09-22")],
    );
    check("In the 18th and 19th centuries, trade grew.", &[("the 18th", "17"), ("19th centuries", "18")]);
    check("The plague of 1347-51 killed many.", &[("1347", "1347"), ("51", "1351")]);
    check("It is held on the last weekend in August.", &[("the last weekend in August", "2023-W34-WE")]);
    check("The 2022/23 season is over.", &[("2022", "2022"), ("23", "2023")]);
    check_on(Some("2023-12-18"), Prefer::Past, "Christmas is near.", &[("Christmas", "2023-12-25")]);
    check_on(Some("2023-12-18"), Prefer::Past, "They met at Christmas.", &[("Christmas", "2022-12-25")]);
}

#[test]
fn days_in_a_row_and_days_to_come() {
    let days = [("March 3", "2023-03-03"), ("5", "2023-03-05"), ("9", "2023-03-09")];
    check("Hearings were held on March 3, 5 and 9 in Ostrel.", &days);
    check(
        "They met on May 1, 3 and 7, 2021.",
        &[("May 1", "2021-05-01"), ("3", "2021-05-03"), ("7, 2021", "2021-05-07")],
    );
    check("On March 3, 5 men and 9 women left.", &[("March 3", "2023-03-03")]);
    check("On March 3, 5 and 9 people left.", &[("March 3", "2023-03-03")]);
    check("The road is shut until Thursday.", &[("Thursday", "2023-09-28")]);
    check("The road was shut until Thursday.", &[("Thursday", "2023-09-21")]);
    check("He left on Monday at 14.30.", &[("Monday at 14.30", "2023-09-18T14:30")]);
    check("It struck at 06.38 on Monday.", &[("06.38 on Monday", "2023-09-18T06:38")]);
    check("Shares ended at 14.30 in Ostrel.", &[]);
}

#[test]
fn a_mishap_has_passed_whatever_the_verbs_tell() {
    check(
        "Rescue work goes on after Thursday's quake, with the toll expected to rise.",
        &[("Thursday", "2023-09-21")],
    );
    check(
        "While the cause of Thursday's rail crash remains to be found, work goes on.",
        &[("Thursday", "2023-09-21")],
    );
    check("Six are to be tried for the killing of John Hill in November.", &[("November", "2022-11")]);
    check("Ministers will discuss it at Thursday's meeting.", &[("Thursday", "2023-09-28")]);
    check("The fall of prices will end in November.", &[("November", "2023-11")]);
    check("The museum stays shut until Thursday.", &[("Thursday", "2023-09-28")]);
    check("The museum was shut until Thursday.", &[("Thursday", "2023-09-21")]);
}

#[test]
fn round_hundreds_are_centuries() {
    let reads = |text: &str, from: &str, to: &str| {
        let found = found(text, Some(DAY), Prefer::Past);
        let date = found[0].date.as_ref().expect("a date");
        let shown = |at: Option<crosscheck_model::Moment>| at.map_or("-".to_owned(), |at| at.to_string());
        assert_eq!((shown(date.from), shown(date.to)), (from.to_owned(), to.to_owned()), "{text}");
    };
    reads("It was sold in the late 1800s.", "1850-01-01", "1899-12-31");
    reads("It was sold in the early 1900s.", "1900-01-01", "1949-12-31");
    reads("It was sold in the 1890s.", "1890-01-01", "1899-12-31");
    reads("It was sold in the 2000s.", "2000-01-01", "2009-12-31");
    reads("By the end of 2028 arrangements were in place.", "-", "2028-12-31");
}

#[test]
fn the_present_of_what_is_held_on_a_set_day_is_of_the_nearest() {
    // A text of a Friday.
    check("Five parties are contesting Monday's general election.", &[("Monday", "2023-09-25")]);
    check("Wednesday's vote is a blow to the mayor.", &[("Wednesday", "2023-09-20")]);
    check("Monday's general election was a blow to the mayor.", &[("Monday", "2023-09-18")]);
    check("Monday's prices are low.", &[("Monday", "2023-09-18")]);
}
