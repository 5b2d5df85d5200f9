//! How a series recurs: on which days, and for how long.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A day of the week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Weekday {
    /// Monday.
    Monday,
    /// Tuesday.
    Tuesday,
    /// Wednesday.
    Wednesday,
    /// Thursday.
    Thursday,
    /// Friday.
    Friday,
    /// Saturday.
    Saturday,
    /// Sunday.
    Sunday,
}

/// Which of several days of a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum WeekIndex {
    /// The first.
    First,
    /// The second.
    Second,
    /// The third.
    Third,
    /// The fourth.
    Fourth,
    /// The last.
    Last,
}

/// When a series recurs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    tag = "kind"
)]
pub enum RecurrencePattern {
    /// Every so many days.
    Daily {
        /// Days, 1 to 999.
        interval: u32,
    },
    /// On given days of every so many weeks.
    Weekly {
        /// Weeks, 1 to 99.
        interval: u32,
        /// At least one.
        days: Vec<Weekday>,
        /// On which day a week begins.
        week_start: Weekday,
    },
    /// On a given day of every so many months.
    MonthlyOnDay {
        /// Months, 1 to 99.
        interval: u32,
        /// 1 to 31; the last day in months that are shorter.
        day: u32,
    },
    /// On the nth of given days of every so many months.
    MonthlyOnWeekday {
        /// Months, 1 to 99.
        interval: u32,
        /// Which of them.
        index: WeekIndex,
        /// Which days count.
        days: Vec<Weekday>,
    },
    /// On a given day every so many years.
    YearlyOnDay {
        /// Years.
        interval: u32,
        /// 1 to 12.
        month: u32,
        /// 1 to 31.
        day: u32,
    },
    /// On the nth of given days of a month, every so many years.
    YearlyOnWeekday {
        /// Years.
        interval: u32,
        /// 1 to 12.
        month: u32,
        /// Which of them.
        index: WeekIndex,
        /// Which days count.
        days: Vec<Weekday>,
    },
}

/// How long a series goes on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    tag = "kind"
)]
pub enum RecurrenceEnd {
    /// For ever.
    Never,
    /// Until a day, that day included.
    On {
        /// The day.
        #[ts(type = "string")]
        date: Date,
    },
    /// So many times.
    After {
        /// How many, 1 to 999.
        occurrences: u32,
    },
}

/// How an event recurs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Recurrence {
    /// When.
    pub pattern: RecurrencePattern,
    /// How long.
    pub end: RecurrenceEnd,
}
