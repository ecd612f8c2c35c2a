//! Stretches of the calendar: a unit and its first day, with the arithmetic and the TIMEX3 form of each.

use chrono::{Datelike, Days, Duration, Months, NaiveDate, Weekday};
use crosscheck_model::Granularity;
use crosscheck_model::raw::Season;

/// One unit of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stretch {
    /// Which unit.
    pub(super) unit: Granularity,
    /// Its first day.
    pub(super) start: NaiveDate,
}

impl Stretch {
    /// The unit that holds `day`. Units finer than a day are taken as the day.
    pub(super) fn holding(unit: Granularity, day: NaiveDate) -> Self {
        let (y, m) = (day.year(), day.month());
        let first = |y: i32, m: u32| NaiveDate::from_ymd_opt(y, m, 1).unwrap_or(day);
        let monday =
            day.checked_sub_days(Days::new(u64::from(day.weekday().num_days_from_monday()))).unwrap_or(day);
        let (unit, start) = match unit {
            Granularity::Week => (unit, monday),
            Granularity::Weekend => (unit, monday.checked_add_days(Days::new(5)).unwrap_or(day)),
            Granularity::Month => (unit, first(y, m)),
            Granularity::Season => (unit, season_start(day)),
            Granularity::Quarter => (unit, first(y, (m - 1) / 3 * 3 + 1)),
            Granularity::HalfYear => (unit, first(y, (m - 1) / 6 * 6 + 1)),
            Granularity::Year => (unit, first(y, 1)),
            Granularity::Decade => (unit, first(y.div_euclid(10) * 10, 1)),
            Granularity::Century => (unit, first(y.div_euclid(100) * 100, 1)),
            Granularity::Millennium => (unit, first(y.div_euclid(1000) * 1000, 1)),
            _ => (Granularity::Day, day),
        };
        Self { unit, start }
    }

    /// A day.
    pub(super) fn day(day: NaiveDate) -> Self {
        Self { unit: Granularity::Day, start: day }
    }

    /// A year, astronomical: 490 BC is -489.
    pub(super) fn year(year: i32) -> Option<Self> {
        Some(Self { unit: Granularity::Year, start: NaiveDate::from_ymd_opt(year, 1, 1)? })
    }

    /// A season of the year its first day lies in.
    pub(super) fn season(season: Season, year: i32) -> Option<Self> {
        let month = match season {
            Season::Spring => 3,
            Season::Summer => 6,
            Season::Autumn => 9,
            Season::Winter => 12,
        };
        Some(Self { unit: Granularity::Season, start: NaiveDate::from_ymd_opt(year, month, 1)? })
    }

    /// `n` units on, or back.
    pub(super) fn shift(self, n: i64) -> Option<Self> {
        Some(Self { unit: self.unit, start: add(self.start, self.unit, n)? })
    }

    /// Its last day.
    pub(super) fn end(self) -> NaiveDate {
        let next = match self.unit {
            Granularity::Weekend => self.start.checked_add_days(Days::new(2)),
            unit => add(self.start, unit, 1),
        };
        next.and_then(|day| day.pred_opt()).unwrap_or(self.start)
    }

    /// The TIMEX3 value.
    pub(super) fn timex(self) -> String {
        let day = self.start;
        let (y, m) = (day.year(), day.month());
        match self.unit {
            Granularity::Week => {
                let week = day.iso_week();
                format!("{}-W{:02}", year_text(week.year()), week.week())
            }
            Granularity::Weekend => {
                let week = day.iso_week();
                format!("{}-W{:02}-WE", year_text(week.year()), week.week())
            }
            Granularity::Month => format!("{}-{m:02}", year_text(y)),
            Granularity::Season => {
                let code = match m {
                    3 => "SP",
                    6 => "SU",
                    9 => "FA",
                    _ => "WI",
                };
                format!("{}-{code}", year_text(y))
            }
            Granularity::Quarter => format!("{}-Q{}", year_text(y), (m - 1) / 3 + 1),
            Granularity::HalfYear => format!("{}-H{}", year_text(y), (m - 1) / 6 + 1),
            Granularity::Year => year_text(y),
            Granularity::Decade => cut(y, 1),
            Granularity::Century => cut(y, 2),
            Granularity::Millennium => cut(y, 3),
            _ => format!("{}-{m:02}-{:02}", year_text(y), day.day()),
        }
    }
}

/// A year as TIMEX3 writes it; before Christ with "BC".
pub(super) fn year_text(year: i32) -> String {
    if year > 0 { format!("{year:04}") } else { format!("BC{:04}", 1 - year) }
}

/// A year without its last `places` digits. Units before Christ are named by their end nearer to us.
fn cut(year: i32, places: u32) -> String {
    // The fourth century before Christ runs from 400 to 301: its years begin with 3.
    let nearer = if places > 1 { -year - 1 } else { -year };
    let mut text = if year > 0 { format!("{year:04}") } else { format!("BC{nearer:04}") };
    text.truncate(text.len().saturating_sub(places as usize));
    text
}

fn season_start(day: NaiveDate) -> NaiveDate {
    let (y, m) = match day.month() {
        m @ 3..=11 => (day.year(), m / 3 * 3),
        12 => (day.year(), 12),
        _ => (day.year() - 1, 12),
    };
    NaiveDate::from_ymd_opt(y, m, 1).unwrap_or(day)
}

/// The day `n` units after `day`.
pub(super) fn add(day: NaiveDate, unit: Granularity, n: i64) -> Option<NaiveDate> {
    let months = |per: i64| {
        let months = n.checked_mul(per)?;
        let count = Months::new(u32::try_from(months.unsigned_abs()).ok()?);
        if months < 0 { day.checked_sub_months(count) } else { day.checked_add_months(count) }
    };
    match unit {
        Granularity::Second
        | Granularity::Minute
        | Granularity::Hour
        | Granularity::PartOfDay
        | Granularity::Unknown => Some(day),
        Granularity::Day => day.checked_add_signed(Duration::try_days(n)?),
        Granularity::Week | Granularity::Weekend => day.checked_add_signed(Duration::try_weeks(n)?),
        Granularity::Month => months(1),
        Granularity::Season | Granularity::Quarter => months(3),
        Granularity::HalfYear => months(6),
        Granularity::Year => months(12),
        Granularity::Decade => months(120),
        Granularity::Century => months(1200),
        Granularity::Millennium => months(12_000),
    }
}

/// The weekday by its number, Monday = 1.
pub(super) fn weekday(number: u8) -> Weekday {
    match number {
        1 => Weekday::Mon,
        2 => Weekday::Tue,
        3 => Weekday::Wed,
        4 => Weekday::Thu,
        5 => Weekday::Fri,
        6 => Weekday::Sat,
        _ => Weekday::Sun,
    }
}

/// The last such weekday up to `day`, that day included.
pub(super) fn weekday_to(number: u8, day: NaiveDate) -> Option<NaiveDate> {
    let back = weekday(number).num_days_from_monday() + 7 - day.weekday().num_days_from_monday();
    day.checked_sub_days(Days::new(u64::from((14 - back) % 7)))
}

/// Western Easter Sunday of a Gregorian year (the anonymous algorithm printed in Nature, 1876).
pub(super) fn easter(year: i32) -> Option<NaiveDate> {
    let a = year.rem_euclid(19);
    let (b, c) = (year.div_euclid(100), year.rem_euclid(100));
    let (d, e) = (b / 4, b % 4);
    let g = (8 * b + 13) / 25;
    let h = (19 * a + b - d - g + 15).rem_euclid(30);
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k).rem_euclid(7);
    let m = (a + 11 * h + 22 * l) / 451;
    let n = h + l - 7 * m + 114;
    NaiveDate::from_ymd_opt(year, u32::try_from(n / 31).ok()?, u32::try_from(n % 31 + 1).ok()?)
}

/// Orthodox Easter Sunday in the Gregorian calendar (Meeus, Astronomical Algorithms, chapter 8, by the Julian calendar).
pub(super) fn orthodox_easter(year: i32) -> Option<NaiveDate> {
    let (a, b, c) = (year.rem_euclid(4), year.rem_euclid(7), year.rem_euclid(19));
    let d = (19 * c + 15).rem_euclid(30);
    let e = (2 * a + 4 * b - d + 34).rem_euclid(7);
    let n = d + e + 114;
    let julian = NaiveDate::from_ymd_opt(year, u32::try_from(n / 31).ok()?, u32::try_from(n % 31 + 1).ok()?)?;
    // Days by which the Julian calendar is behind.
    let behind = year.div_euclid(100) - year.div_euclid(400) - 2;
    julian.checked_add_days(Days::new(u64::try_from(behind).ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a date of the table")
    }

    #[test]
    fn timex_of_each_unit() {
        for (unit, expect) in [
            (Granularity::Day, "2023-09-22"),
            (Granularity::Week, "2023-W38"),
            (Granularity::Weekend, "2023-W38-WE"),
            (Granularity::Month, "2023-09"),
            (Granularity::Season, "2023-FA"),
            (Granularity::Quarter, "2023-Q3"),
            (Granularity::HalfYear, "2023-H2"),
            (Granularity::Year, "2023"),
            (Granularity::Decade, "202"),
            (Granularity::Century, "20"),
        ] {
            assert_eq!(Stretch::holding(unit, day("2023-09-22")).timex(), expect);
        }
        assert_eq!(Stretch::year(-489).expect("490 BC").timex(), "BC0490");
    }

    #[test]
    fn weekdays_and_easter() {
        assert_eq!(weekday_to(5, day("2023-09-22")), Some(day("2023-09-22")));
        assert_eq!(weekday_to(2, day("2023-09-22")), Some(day("2023-09-19")));
        assert_eq!(weekday_to(6, day("2023-09-22")), Some(day("2023-09-16")));
        assert_eq!(easter(2024), Some(day("2024-03-31")));
        assert_eq!(easter(1998), Some(day("1998-04-12")));
        assert_eq!(orthodox_easter(2018), Some(day("2018-04-08")));
        assert_eq!(orthodox_easter(2020), Some(day("2020-04-19")));
    }
}
