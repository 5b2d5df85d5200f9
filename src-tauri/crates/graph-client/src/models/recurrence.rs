//! How an event comes again (resources/patternedrecurrence.md).

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{DayOfWeek, RecurrencePatternType, RecurrenceRangeType, WeekIndex};
use crate::odata::null_as_default;

/// When an event comes again, and for how long.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PatternedRecurrence {
    /// When.
    pub pattern: RecurrencePattern,
    /// For how long.
    pub range: RecurrenceRange,
}

/// When an event comes again. Which members count depends on the type; the others are empty or zero.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RecurrencePattern {
    /// By what it is counted.
    #[serde(rename = "type")]
    pub pattern_type: RecurrencePatternType,
    /// Every so many days, weeks, months or years.
    #[serde(default, deserialize_with = "null_as_default")]
    pub interval: u32,
    /// The month, from 1; of the yearly types.
    #[serde(
        default,
        deserialize_with = "null_as_default",
        skip_serializing_if = "is_zero"
    )]
    pub month: u32,
    /// The day of the month, from 1; of the absolute types.
    #[serde(
        default,
        deserialize_with = "null_as_default",
        skip_serializing_if = "is_zero"
    )]
    pub day_of_month: u32,
    /// Days of the week; of the weekly type and the relative ones.
    #[serde(
        default,
        deserialize_with = "null_as_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub days_of_week: Vec<DayOfWeek>,
    /// The day with which a week begins, of the weekly type: it counts when there are several days and
    /// an interval. The service takes Sunday for none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_day_of_week: Option<DayOfWeek>,
    /// Which of those days; of the relative types.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub index: Option<WeekIndex>,
}

impl RecurrencePattern {
    fn every(interval: u32, pattern_type: RecurrencePatternType) -> Self {
        Self {
            pattern_type,
            interval: interval.max(1),
            month: 0,
            day_of_month: 0,
            days_of_week: Vec::new(),
            first_day_of_week: None,
            index: None,
        }
    }

    /// Every so many days.
    pub fn daily(interval: u32) -> Self {
        Self::every(interval, RecurrencePatternType::Daily)
    }

    /// On these days of every so many weeks, where a week begins with `first_day`.
    pub fn weekly(interval: u32, days: Vec<DayOfWeek>, first_day: DayOfWeek) -> Self {
        Self {
            days_of_week: days,
            first_day_of_week: Some(first_day),
            ..Self::every(interval, RecurrencePatternType::Weekly)
        }
    }

    /// On this day of every so many months.
    pub fn monthly_on(interval: u32, day_of_month: u32) -> Self {
        Self {
            day_of_month,
            ..Self::every(interval, RecurrencePatternType::AbsoluteMonthly)
        }
    }

    /// On the first, second, … of these weekdays of every so many months.
    pub fn monthly_by(interval: u32, index: WeekIndex, days: Vec<DayOfWeek>) -> Self {
        Self {
            days_of_week: days,
            index: Some(index),
            ..Self::every(interval, RecurrencePatternType::RelativeMonthly)
        }
    }

    /// On this day of a month every so many years.
    pub fn yearly_on(interval: u32, month: u32, day_of_month: u32) -> Self {
        Self {
            month,
            day_of_month,
            ..Self::every(interval, RecurrencePatternType::AbsoluteYearly)
        }
    }

    /// On the first, second, … of these weekdays of a month every so many years.
    pub fn yearly_by(interval: u32, month: u32, index: WeekIndex, days: Vec<DayOfWeek>) -> Self {
        Self {
            month,
            days_of_week: days,
            index: Some(index),
            ..Self::every(interval, RecurrencePatternType::RelativeYearly)
        }
    }
}

/// For how long an event comes again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RecurrenceRange {
    /// What ends it.
    #[serde(rename = "type")]
    pub range_type: RecurrenceRangeType,
    /// The first day: that of the event's beginning.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start_date: Option<Date>,
    /// The last day on which it may begin. Counts with [`RecurrenceRangeType::EndDate`] only: else the
    /// service writes the year 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end_date: Option<Date>,
    /// How many times. Counts with [`RecurrenceRangeType::Numbered`] only.
    #[serde(
        default,
        deserialize_with = "null_as_default",
        skip_serializing_if = "is_zero"
    )]
    pub number_of_occurrences: u32,
    /// The zone of those days; the event's own where it is missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recurrence_time_zone: Option<String>,
}

impl RecurrenceRange {
    fn from(start: Date, range_type: RecurrenceRangeType) -> Self {
        Self {
            range_type,
            start_date: Some(start),
            end_date: None,
            number_of_occurrences: 0,
            recurrence_time_zone: None,
        }
    }

    /// From `start` for ever.
    pub fn no_end(start: Date) -> Self {
        Self::from(start, RecurrenceRangeType::NoEnd)
    }

    /// From `start` to `end`.
    pub fn until(start: Date, end: Date) -> Self {
        Self {
            end_date: Some(end),
            ..Self::from(start, RecurrenceRangeType::EndDate)
        }
    }

    /// From `start`, so many times.
    pub fn numbered(start: Date, occurrences: u32) -> Self {
        Self {
            number_of_occurrences: occurrences,
            ..Self::from(start, RecurrenceRangeType::Numbered)
        }
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde calls it so")]
fn is_zero(number: &u32) -> bool {
    *number == 0
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_series_as_the_service_writes_it_is_read_and_written_without_its_fillers() {
        let written = json!({
            "pattern": { "type": "weekly", "interval": 2, "month": 0, "dayOfMonth": 0,
                "daysOfWeek": ["monday", "friday"], "firstDayOfWeek": "monday", "index": "first" },
            "range": { "type": "noEnd", "startDate": "2026-03-02", "endDate": "0001-01-01",
                "recurrenceTimeZone": "W. Europe Standard Time", "numberOfOccurrences": 0 },
        });
        let series: PatternedRecurrence = serde_json::from_value(written).unwrap();
        assert_eq!(
            series.pattern.days_of_week,
            [DayOfWeek::Monday, DayOfWeek::Friday]
        );
        assert_eq!(series.range.range_type, RecurrenceRangeType::NoEnd);
        let own = RecurrenceRange::no_end(jiff::civil::date(2026, 3, 2));
        assert_eq!(
            serde_json::to_value(own).unwrap(),
            json!({ "type": "noEnd", "startDate": "2026-03-02" })
        );
        let days = vec![DayOfWeek::Thursday];
        assert_eq!(
            serde_json::to_value(RecurrencePattern::monthly_by(1, WeekIndex::Last, days)).unwrap(),
            json!({ "type": "relativeMonthly", "interval": 1, "daysOfWeek": ["thursday"], "index": "last" })
        );
    }
}
