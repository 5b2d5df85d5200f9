//! On which days a series recurs. The service expands recurrences for showing them; here they are expanded only
//! to tell beforehand what a series means, and to tell which occurrences of one were called off.

use ipc_contract::calendar::{Recurrence, RecurrenceEnd, RecurrencePattern, WeekIndex, Weekday};
use jiff::civil::{self, Date};

/// The most that an interval may be, in days and otherwise.
const MOST_DAYS: u32 = 999;
const MOST: u32 = 99;
/// The most occurrences that a series may be given by number.
const MOST_OCCURRENCES: u32 = 999;

/// Whether a recurrence says anything that the service can do.
pub(crate) fn is_right(recurrence: &Recurrence, first: Date) -> bool {
    let interval = |interval: u32, most: u32| (1..=most).contains(&interval);
    let pattern = match &recurrence.pattern {
        RecurrencePattern::Daily { interval: days } => interval(*days, MOST_DAYS),
        RecurrencePattern::Weekly {
            interval: weeks,
            days,
            ..
        } => interval(*weeks, MOST) && !days.is_empty(),
        RecurrencePattern::MonthlyOnDay {
            interval: months,
            day,
        } => interval(*months, MOST) && (1..=31).contains(day),
        RecurrencePattern::MonthlyOnWeekday {
            interval: months,
            days,
            ..
        } => interval(*months, MOST) && !days.is_empty(),
        RecurrencePattern::YearlyOnDay {
            interval: years,
            month,
            day,
        } => interval(*years, MOST) && (1..=longest(*month)).contains(day),
        RecurrencePattern::YearlyOnWeekday {
            interval: years,
            month,
            days,
            ..
        } => interval(*years, MOST) && longest(*month) > 0 && !days.is_empty(),
    };
    pattern
        && match recurrence.end {
            RecurrenceEnd::Never => true,
            RecurrenceEnd::On { date } => date >= first,
            RecurrenceEnd::After { occurrences } => interval(occurrences, MOST_OCCURRENCES),
        }
}

/// How many days a month has in its longest year; 0 for what is no month.
fn longest(month: u32) -> u32 {
    match month {
        2 => 29,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    }
}

/// The days from `first` until `last` on which a series that begins with `first` recurs, in order.
pub(crate) fn days(
    recurrence: &Recurrence,
    first: Date,
    last: Date,
) -> impl Iterator<Item = Date> + '_ {
    let last = match recurrence.end {
        RecurrenceEnd::On { date } => last.min(date),
        RecurrenceEnd::Never | RecurrenceEnd::After { .. } => last,
    };
    let most = match recurrence.end {
        RecurrenceEnd::After { occurrences } => occurrences as usize,
        RecurrenceEnd::Never | RecurrenceEnd::On { .. } => usize::MAX,
    };
    let every = std::iter::successors(Some(first), |day| day.tomorrow().ok());
    every
        .take_while(move |day| *day <= last)
        .filter(move |day| recurs_on(&recurrence.pattern, first, *day))
        .take(most)
}

/// Whether `day` is one of a series that begins with `first`, which need not itself be one.
fn recurs_on(pattern: &RecurrencePattern, first: Date, day: Date) -> bool {
    let every = |distance: i32, interval: u32| {
        i32::try_from(interval).is_ok_and(|interval| interval > 0 && distance % interval == 0)
    };
    match pattern {
        RecurrencePattern::Daily { interval } => every(days_between(first, day), *interval),
        RecurrencePattern::Weekly {
            interval,
            days,
            week_start,
        } => {
            let begins = |day: Date| monday_of(day, *week_start);
            falls_on(days, day) && every(days_between(begins(first), begins(day)) / 7, *interval)
        }
        RecurrencePattern::MonthlyOnDay { interval, day: of } => {
            every(months_between(first, day), *interval) && is_day(day, *of)
        }
        RecurrencePattern::MonthlyOnWeekday {
            interval,
            index,
            days,
        } => every(months_between(first, day), *interval) && is_nth(day, *index, days),
        RecurrencePattern::YearlyOnDay {
            interval,
            month,
            day: of,
        } => {
            i64::from(day.month()) == i64::from(*month)
                && every(i32::from(day.year() - first.year()), *interval)
                && is_day(day, *of)
        }
        RecurrencePattern::YearlyOnWeekday {
            interval,
            month,
            index,
            days,
        } => {
            i64::from(day.month()) == i64::from(*month)
                && every(i32::from(day.year() - first.year()), *interval)
                && is_nth(day, *index, days)
        }
    }
}

fn days_between(from: Date, to: Date) -> i32 {
    (to - from).get_days()
}

fn months_between(from: Date, to: Date) -> i32 {
    i32::from(to.year() - from.year()) * 12 + i32::from(to.month() - from.month())
}

/// The day with which the week of `day` begins.
fn monday_of(day: Date, week_start: Weekday) -> Date {
    let since = day.weekday().since(weekday(week_start));
    day.saturating_sub(jiff::Span::new().days(since))
}

fn falls_on(days: &[Weekday], day: Date) -> bool {
    days.iter().any(|of| weekday(*of) == day.weekday())
}

/// Whether it is this day of its month; the last one in months that are shorter.
fn is_day(day: Date, of: u32) -> bool {
    let last = u32::try_from(day.days_in_month()).unwrap_or_default();
    u32::try_from(day.day()).is_ok_and(|number| number == of.min(last))
}

/// Whether it is the nth of its month of those that fall on one of `days`.
fn is_nth(day: Date, index: WeekIndex, days: &[Weekday]) -> bool {
    if !falls_on(days, day) {
        return false;
    }
    let counted = |from: i8, to: i8| {
        let of_month = |number| Date::new(day.year(), day.month(), number).ok();
        (from..=to)
            .filter_map(of_month)
            .filter(|other| falls_on(days, *other))
            .count()
    };
    let number = match index {
        WeekIndex::First => 1,
        WeekIndex::Second => 2,
        WeekIndex::Third => 3,
        WeekIndex::Fourth => 4,
        WeekIndex::Last => return counted(day.day(), day.days_in_month()) == 1,
    };
    counted(1, day.day()) == number
}

/// As the date library calls it.
pub(crate) const fn weekday(day: Weekday) -> civil::Weekday {
    match day {
        Weekday::Monday => civil::Weekday::Monday,
        Weekday::Tuesday => civil::Weekday::Tuesday,
        Weekday::Wednesday => civil::Weekday::Wednesday,
        Weekday::Thursday => civil::Weekday::Thursday,
        Weekday::Friday => civil::Weekday::Friday,
        Weekday::Saturday => civil::Weekday::Saturday,
        Weekday::Sunday => civil::Weekday::Sunday,
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn first_days(pattern: RecurrencePattern, first: Date, end: RecurrenceEnd) -> Vec<String> {
        let recurrence = Recurrence { pattern, end };
        days(&recurrence, first, date(2030, 1, 1))
            .take(4)
            .map(|day| day.to_string())
            .collect()
    }

    #[test]
    fn every_kind_of_pattern_falls_on_its_days() {
        use RecurrencePattern::*;
        let never = RecurrenceEnd::Never;
        let all = [
            (
                Daily { interval: 3 },
                date(2026, 2, 27),
                ["2026-02-27", "2026-03-02", "2026-03-05", "2026-03-08"],
            ),
            (
                Weekly {
                    interval: 2,
                    days: vec![Weekday::Sunday, Weekday::Monday],
                    week_start: Weekday::Monday,
                },
                date(2026, 3, 2),
                ["2026-03-02", "2026-03-08", "2026-03-16", "2026-03-22"],
            ),
            (
                Weekly {
                    interval: 2,
                    days: vec![Weekday::Sunday, Weekday::Monday],
                    week_start: Weekday::Sunday,
                },
                date(2026, 3, 2),
                ["2026-03-02", "2026-03-15", "2026-03-16", "2026-03-29"],
            ),
            (
                MonthlyOnDay {
                    interval: 1,
                    day: 31,
                },
                date(2026, 1, 31),
                ["2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30"],
            ),
            (
                MonthlyOnWeekday {
                    interval: 1,
                    index: WeekIndex::Last,
                    days: vec![Weekday::Friday],
                },
                date(2026, 1, 1),
                ["2026-01-30", "2026-02-27", "2026-03-27", "2026-04-24"],
            ),
            (
                MonthlyOnWeekday {
                    interval: 2,
                    index: WeekIndex::Second,
                    days: vec![Weekday::Saturday, Weekday::Sunday],
                },
                date(2026, 3, 1),
                ["2026-03-07", "2026-05-03", "2026-07-05", "2026-09-06"],
            ),
            (
                YearlyOnDay {
                    interval: 1,
                    month: 2,
                    day: 29,
                },
                date(2026, 1, 1),
                ["2026-02-28", "2027-02-28", "2028-02-29", "2029-02-28"],
            ),
            (
                YearlyOnWeekday {
                    interval: 1,
                    month: 11,
                    index: WeekIndex::Fourth,
                    days: vec![Weekday::Thursday],
                },
                date(2026, 1, 1),
                ["2026-11-26", "2027-11-25", "2028-11-23", "2029-11-22"],
            ),
        ];
        for (pattern, first, expected) in all {
            assert_eq!(first_days(pattern, first, never.clone()), expected);
        }
    }

    #[test]
    fn a_series_ends_by_its_number_or_its_day() {
        let daily = RecurrencePattern::Daily { interval: 1 };
        let first = date(2026, 1, 1);
        let two = ["2026-01-01", "2026-01-02"];
        let after = RecurrenceEnd::After { occurrences: 2 };
        assert_eq!(first_days(daily.clone(), first, after), two);
        let on = RecurrenceEnd::On {
            date: date(2026, 1, 2),
        };
        assert_eq!(first_days(daily, first, on), two);
    }

    #[test]
    fn what_no_calendar_can_do_is_not_right() {
        let first = date(2026, 1, 5);
        let is = |pattern, end| is_right(&Recurrence { pattern, end }, first);
        let daily = |interval| RecurrencePattern::Daily { interval };
        assert!(is(daily(999), RecurrenceEnd::Never));
        assert!(!is(daily(0), RecurrenceEnd::Never));
        assert!(!is(daily(1000), RecurrenceEnd::Never));
        assert!(!is(daily(1), RecurrenceEnd::After { occurrences: 0 }));
        let before = RecurrenceEnd::On {
            date: date(2026, 1, 4),
        };
        assert!(!is(daily(1), before));
        let no_day = RecurrencePattern::Weekly {
            interval: 1,
            days: Vec::new(),
            week_start: Weekday::Monday,
        };
        assert!(!is(no_day, RecurrenceEnd::Never));
        for (month, day) in [(2, 30), (4, 31), (13, 1), (0, 1)] {
            let yearly = RecurrencePattern::YearlyOnDay {
                interval: 1,
                month,
                day,
            };
            assert!(!is(yearly, RecurrenceEnd::Never));
        }
    }
}
