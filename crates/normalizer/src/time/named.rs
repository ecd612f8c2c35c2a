//! Names of the calendar that come back: seasons, quarters, weekends, holidays.

use chrono::{Datelike, NaiveDate};
use crosscheck_lexicon::holiday::{Rule, rule_of};
use crosscheck_model::Granularity;
use crosscheck_model::raw::{CalendarName, Deixis, RawTime, Season, Tense, TimeRole, YearExpr};

use super::anchor::Anchors;
use super::date::Outcome;
use super::stretch::{Stretch, add, easter, orthodox_easter, weekday_to, year_text};

/// Days before a feast in which its bare name is the coming one's.
const NEAR_FEAST: i64 = 45;

impl Anchors {
    /// A season, quarter, half or holiday, with its year or by the anchor.
    pub(super) fn named(&self, name: CalendarName, year: Option<YearExpr>, raw: &RawTime) -> Outcome {
        if let Some(year) = year {
            let Some((year, why)) = self.year(year) else {
                return Outcome::Partial(format!("XXXX{}", suffix(name)), Granularity::Unknown);
            };
            return match in_year(name, year) {
                Some(at) => Outcome::Fixed(at, why),
                None => {
                    Outcome::Partial(format!("{}{}", year_text(year), suffix(name)), Granularity::Unknown)
                }
            };
        }
        let base = if self.narrative {
            self.last_year.and_then(Stretch::year).map(|at| at.start)
        } else {
            self.published
        };
        let Some(base) = base else {
            return Outcome::Partial(format!("XXXX{}", suffix(name)), Granularity::Unknown);
        };
        let Some(here) = in_year(name, base.year()) else {
            return Outcome::Partial(format!("XXXX{}", suffix(name)), Granularity::Unknown);
        };
        if self.narrative {
            return Outcome::Fixed(here, Some(format!("year last mentioned, {}", year_text(base.year()))));
        }
        let (forward, why) = self.forward(raw.tense);
        // "is on Sunday", "cut prices before Christmas": a feast that is near and not told as past is the coming one.
        let ahead = (here.start - base).num_days();
        let before = matches!(raw.role, TimeRole::Before | TimeRole::By | TimeRole::Until);
        let near = matches!(name, CalendarName::Holiday(_))
            && (0..=NEAR_FEAST).contains(&ahead)
            && (before || !matches!(raw.tense, Tense::Past | Tense::Over));
        let year = if near {
            base.year()
        } else if forward {
            // "expects to report a third-quarter loss", told in November: the quarter just ended.
            let reported = matches!(name, CalendarName::Quarter(_)) && (base - here.end()).num_days() < 120;
            base.year() + i32::from(here.end() < base && !reported)
        } else {
            base.year() - i32::from(here.start > base)
        };
        in_year(name, year).map_or(Outcome::Reference("PAST_REF"), |at| {
            Outcome::Fixed(at, Some(format!("published {base}, {why}")))
        })
    }

    /// "last Friday", "next summer", "this September", "the weekend".
    pub(super) fn named_shift(&self, name: CalendarName, shift: i32, from: Deixis, raw: &RawTime) -> Outcome {
        let Some((base, why)) = self.base(from) else {
            return Outcome::Partial(format!("XXXX{}", suffix(name)), Granularity::Unknown);
        };
        let day = base.start;
        let result = match name {
            CalendarName::Weekday(weekday) => {
                let back = weekday_to(weekday, day);
                match shift {
                    0 => {
                        let monday = Stretch::holding(Granularity::Week, day);
                        let passed = |at: NaiveDate| at < day && self.strictly_ahead(raw.tense);
                        weekday_to(weekday, monday.end())
                            .and_then(|at| if passed(at) { add(at, Granularity::Week, 1) } else { Some(at) })
                    }
                    n if n < 0 => match back {
                        Some(at) if at == day => add(at, Granularity::Week, -1),
                        other => other,
                    },
                    _ => back.and_then(|at| add(at, Granularity::Week, 1)),
                }
                .map(Stretch::day)
            }
            CalendarName::Weekend => {
                let this = Stretch::holding(Granularity::Weekend, day);
                let begun = this.start <= day;
                match shift {
                    0 if begun || self.forward(raw.tense).0 => Some(this),
                    0 => this.shift(-1),
                    n if n < 0 => this.shift(-1),
                    _ => this.shift(i64::from(begun)),
                }
            }
            _ => {
                let here = in_year(name, day.year());
                here.and_then(|here| {
                    let year = match shift {
                        // "That autumn the government fell", told in spring.
                        0 if self.published == Some(day)
                            && here.start > day
                            && matches!(raw.tense, Tense::Past | Tense::Over) =>
                        {
                            day.year() - 1
                        }
                        0 => day.year(),
                        n if n < 0 => day.year() - i32::from(here.end() >= day),
                        _ => day.year() + i32::from(here.start <= day),
                    };
                    in_year(name, year)
                })
            }
        };
        match result {
            Some(at) => Outcome::Fixed(at, Some(why)),
            None => Outcome::Partial(format!("XXXX{}", suffix(name)), Granularity::Unknown),
        }
    }
}

/// The part of a TIMEX3 value after the year.
pub(super) fn suffix(name: CalendarName) -> String {
    match name {
        CalendarName::Month(month) => format!("-{month:02}"),
        CalendarName::Weekday(day) => format!("-WXX-{day}"),
        CalendarName::Weekend => "-WXX-WE".to_owned(),
        CalendarName::Season(Season::Spring) => "-SP".to_owned(),
        CalendarName::Season(Season::Summer) => "-SU".to_owned(),
        CalendarName::Season(Season::Autumn) => "-FA".to_owned(),
        CalendarName::Season(Season::Winter) => "-WI".to_owned(),
        CalendarName::Quarter(n) => format!("-Q{n}"),
        CalendarName::Half(n) => format!("-H{n}"),
        CalendarName::Holiday(id) => match rule_of(id) {
            Some(Rule::Fixed(month, day)) => format!("-{month:02}-{day:02}"),
            _ => "-XX-XX".to_owned(),
        },
    }
}

/// The named stretch of a year.
pub(super) fn in_year(name: CalendarName, year: i32) -> Option<Stretch> {
    let month = |m: u32, unit| Some(Stretch { unit, start: NaiveDate::from_ymd_opt(year, m, 1)? });
    match name {
        CalendarName::Month(m) => month(u32::from(m), Granularity::Month),
        CalendarName::Season(season) => Stretch::season(season, year),
        CalendarName::Quarter(n) => month(u32::from(n) * 3 - 2, Granularity::Quarter),
        CalendarName::Half(n) => month(u32::from(n) * 6 - 5, Granularity::HalfYear),
        CalendarName::Weekday(_) | CalendarName::Weekend => None,
        CalendarName::Holiday(id) => {
            let day = match rule_of(id)? {
                Rule::Fixed(m, d) => NaiveDate::from_ymd_opt(year, u32::from(m), u32::from(d))?,
                Rule::Easter(days) => add(easter(year)?, Granularity::Day, i64::from(days))?,
                Rule::Orthodox(days) => add(orthodox_easter(year)?, Granularity::Day, i64::from(days))?,
                Rule::Weekday(m, weekday, rank, days) if rank > 0 => {
                    let first = NaiveDate::from_ymd_opt(year, u32::from(m), 7)?;
                    let at = add(weekday_to(weekday, first)?, Granularity::Week, i64::from(rank) - 1)?;
                    add(at, Granularity::Day, i64::from(days))?
                }
                Rule::Weekday(m, weekday, rank, days) => {
                    let last = Stretch {
                        unit: Granularity::Month,
                        start: NaiveDate::from_ymd_opt(year, u32::from(m), 1)?,
                    }
                    .end();
                    let at = add(weekday_to(weekday, last)?, Granularity::Week, i64::from(rank) + 1)?;
                    add(at, Granularity::Day, i64::from(days))?
                }
            };
            Some(Stretch::day(day))
        }
    }
}
