//! How an event comes again, in the service's own terms
//! (resources/recurrencepattern.md, recurrencerange.md), and on which dates.
//! Which instants these are is `event`'s, what a client may ask for is in
//! `graph::contents::events`.

use jiff::civil::{Date, Weekday};
use jiff::{Span, ToSpan};
use serde::{Deserialize, Serialize};

use super::zone::Zone;

/// A pattern, and from when to when it holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Recurrence {
    pub(crate) pattern: Pattern,
    pub(crate) range: Range,
}

/// Which days; a property that the type has no use for has the service's default.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Pattern {
    #[serde(rename = "type")]
    pub(crate) kind: PatternType,
    pub(crate) interval: i32,
    #[serde(default)]
    pub(crate) month: i8,
    #[serde(default)]
    pub(crate) day_of_month: i8,
    #[serde(default)]
    pub(crate) days_of_week: Vec<Day>,
    #[serde(default)]
    pub(crate) first_day_of_week: Day,
    #[serde(default)]
    pub(crate) index: WeekIndex,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum PatternType {
    Daily,
    Weekly,
    AbsoluteMonthly,
    RelativeMonthly,
    AbsoluteYearly,
    RelativeYearly,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum Day {
    #[default]
    Sunday,
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
}

/// Which of the days of a month that are named.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum WeekIndex {
    #[default]
    First,
    Second,
    Third,
    Fourth,
    Last,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Range {
    #[serde(rename = "type")]
    pub(crate) kind: RangeType,
    pub(crate) start_date: Date,
    #[serde(default)]
    pub(crate) end_date: Option<Date>,
    #[serde(default)]
    pub(crate) number_of_occurrences: i32,
    /// The zone whose days these are; the event's own, if it is not said.
    #[serde(default)]
    pub(crate) recurrence_time_zone: Option<Zone>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum RangeType {
    EndDate,
    NoEnd,
    Numbered,
}

impl Day {
    fn weekday(self) -> Weekday {
        match self {
            Self::Sunday => Weekday::Sunday,
            Self::Monday => Weekday::Monday,
            Self::Tuesday => Weekday::Tuesday,
            Self::Wednesday => Weekday::Wednesday,
            Self::Thursday => Weekday::Thursday,
            Self::Friday => Weekday::Friday,
            Self::Saturday => Weekday::Saturday,
        }
    }

    pub(crate) fn of(date: Date) -> Self {
        match date.weekday() {
            Weekday::Sunday => Self::Sunday,
            Weekday::Monday => Self::Monday,
            Weekday::Tuesday => Self::Tuesday,
            Weekday::Wednesday => Self::Wednesday,
            Weekday::Thursday => Self::Thursday,
            Weekday::Friday => Self::Friday,
            Weekday::Saturday => Self::Saturday,
        }
    }
}

impl Pattern {
    /// Every one of the periods, with nothing else said.
    pub(crate) fn new(kind: PatternType) -> Self {
        Self {
            kind,
            interval: 1,
            month: 0,
            day_of_month: 0,
            days_of_week: Vec::new(),
            first_day_of_week: Day::default(),
            index: WeekIndex::default(),
        }
    }
}

impl Range {
    pub(crate) fn without_end(start_date: Date) -> Self {
        Self {
            kind: RangeType::NoEnd,
            start_date,
            end_date: None,
            number_of_occurrences: 0,
            recurrence_time_zone: None,
        }
    }
}

impl Recurrence {
    /// The dates from `from` on, in order, without end where the range has none.
    pub(crate) fn dates(&self, from: Date) -> impl Iterator<Item = Date> {
        let (pattern, range) = (&self.pattern, &self.range);
        let numbered = range.kind == RangeType::Numbered;
        let skipped = match numbered {
            // Those before count as well.
            true => 0,
            false => pattern.periods_between(range.start_date, from),
        };
        let most = match usize::try_from(range.number_of_occurrences) {
            Ok(most) if numbered => most,
            _ => usize::MAX,
        };
        let last = range.end_date.filter(|_| range.kind == RangeType::EndDate);
        (skipped..)
            .map_while(|period| pattern.days_of(range.start_date, period))
            .flatten()
            .skip_while(|date| *date < range.start_date)
            .take_while(move |date| last.is_none_or(|last| *date <= last))
            .take(most)
            .skip_while(move |date| *date < from)
    }

    /// Whether there is an occurrence on that date.
    pub(crate) fn holds_on(&self, date: Date) -> bool {
        self.dates(date).next() == Some(date)
    }
}

impl Pattern {
    /// The days of one period after the first, in order; none at the end of the calendar.
    fn days_of(&self, first: Date, period: i64) -> Option<Vec<Date>> {
        let steps = period.checked_mul(i64::from(self.interval))?;
        let base = first.checked_add(self.step(steps)?).ok()?;
        Some(match self.kind {
            PatternType::Daily => vec![base],
            PatternType::Weekly => self.days_of_week_of(base),
            PatternType::AbsoluteMonthly => vec![in_month(base, self.day_of_month)],
            PatternType::AbsoluteYearly => {
                vec![in_month(month_of(base, self.month)?, self.day_of_month)]
            }
            PatternType::RelativeMonthly => self.indexed(base).into_iter().collect(),
            PatternType::RelativeYearly => {
                let month = month_of(base, self.month)?;
                self.indexed(month).into_iter().collect()
            }
        })
    }

    /// From one period to another that is so many intervals later.
    fn step(&self, steps: i64) -> Option<Span> {
        match self.kind {
            PatternType::Daily => Span::new().try_days(steps),
            PatternType::Weekly => Span::new().try_weeks(steps),
            PatternType::AbsoluteMonthly | PatternType::RelativeMonthly => {
                Span::new().try_months(steps)
            }
            PatternType::AbsoluteYearly | PatternType::RelativeYearly => {
                Span::new().try_years(steps)
            }
        }
        .ok()
    }

    /// A number of periods that all end before `from`, near to it.
    fn periods_between(&self, first: Date, from: Date) -> i64 {
        let days = match self.kind {
            PatternType::Daily => 1,
            PatternType::Weekly => 7,
            PatternType::AbsoluteMonthly | PatternType::RelativeMonthly => 31,
            PatternType::AbsoluteYearly | PatternType::RelativeYearly => 366,
        };
        let between = from.duration_since(first).as_hours() / 24;
        (between / (days * i64::from(self.interval.max(1))) - 1).max(0)
    }

    /// The days of the week in which a date lies.
    fn days_of_week_of(&self, date: Date) -> Vec<Date> {
        let first = self.first_day_of_week.weekday();
        let into = date.weekday().since(first);
        let Ok(start) = date.checked_sub(i64::from(into).days()) else {
            return Vec::new();
        };
        let days = (0..7).filter_map(|day: i64| start.checked_add(day.days()).ok());
        days.filter(|day| self.names(*day)).collect()
    }

    fn names(&self, date: Date) -> bool {
        self.days_of_week.contains(&Day::of(date))
    }

    /// The first, second, … or last of the named days of a month.
    fn indexed(&self, month: Date) -> Option<Date> {
        let first = month.first_of_month();
        let days = (0..i64::from(month.days_in_month()))
            .filter_map(|day| first.checked_add(day.days()).ok());
        let mut named = days.filter(|day| self.names(*day));
        match self.index {
            WeekIndex::First => named.next(),
            WeekIndex::Second => named.nth(1),
            WeekIndex::Third => named.nth(2),
            WeekIndex::Fourth => named.nth(3),
            WeekIndex::Last => named.next_back(),
        }
    }
}

/// That day of a date's month; the month's last one, where there is no such day, as Exchange has it.
fn in_month(month: Date, day: i8) -> Date {
    let last = month.last_of_month();
    let found = month.with().day(day.min(last.day())).build();
    found.unwrap_or(last)
}

/// The first day of that month of a date's year.
fn month_of(date: Date, month: i8) -> Option<Date> {
    date.first_of_month().with().month(month).build().ok()
}
