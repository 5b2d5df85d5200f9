//! Recurrences as the window has them and as the service has them.

use graph_client::models::{
    DayOfWeek, PatternedRecurrence, RecurrencePattern as Pattern, RecurrencePatternType,
    RecurrenceRange, RecurrenceRangeType, WeekIndex as Index,
};
use ipc_contract::calendar::{Recurrence, RecurrenceEnd, RecurrencePattern, WeekIndex, Weekday};
use jiff::civil::Date;

/// For the service; a series that begins with `first`, by the clocks of a zone where it has times.
pub(super) fn to_graph(
    recurrence: &Recurrence,
    first: Date,
    zone: Option<&str>,
) -> PatternedRecurrence {
    let range = match recurrence.end {
        RecurrenceEnd::Never => RecurrenceRange::no_end(first),
        RecurrenceEnd::On { date } => RecurrenceRange::until(first, date),
        RecurrenceEnd::After { occurrences } => RecurrenceRange::numbered(first, occurrences),
    };
    PatternedRecurrence {
        pattern: pattern_to_graph(&recurrence.pattern),
        range: RecurrenceRange {
            recurrence_time_zone: zone.map(str::to_owned),
            ..range
        },
    }
}

fn pattern_to_graph(pattern: &RecurrencePattern) -> Pattern {
    let days = |days: &[Weekday]| days.iter().copied().map(day_to_graph).collect();
    match pattern {
        RecurrencePattern::Daily { interval } => Pattern::daily(*interval),
        RecurrencePattern::Weekly {
            interval,
            days: on,
            week_start,
        } => Pattern::weekly(*interval, days(on), day_to_graph(*week_start)),
        RecurrencePattern::MonthlyOnDay { interval, day } => Pattern::monthly_on(*interval, *day),
        RecurrencePattern::MonthlyOnWeekday {
            interval,
            index,
            days: on,
        } => Pattern::monthly_by(*interval, index_to_graph(*index), days(on)),
        RecurrencePattern::YearlyOnDay {
            interval,
            month,
            day,
        } => Pattern::yearly_on(*interval, *month, *day),
        RecurrencePattern::YearlyOnWeekday {
            interval,
            month,
            index,
            days: on,
        } => Pattern::yearly_by(*interval, *month, index_to_graph(*index), days(on)),
    }
}

/// From the service; `None` for a pattern that this version does not know.
pub(crate) fn of_graph(recurrence: &PatternedRecurrence) -> Option<Recurrence> {
    let range = &recurrence.range;
    let end = match range.range_type {
        RecurrenceRangeType::NoEnd => RecurrenceEnd::Never,
        RecurrenceRangeType::EndDate => RecurrenceEnd::On {
            date: range.end_date?,
        },
        RecurrenceRangeType::Numbered => RecurrenceEnd::After {
            occurrences: range.number_of_occurrences,
        },
        RecurrenceRangeType::Unknown(_) => return None,
    };
    let pattern = pattern_of_graph(&recurrence.pattern)?;
    Some(Recurrence { pattern, end })
}

fn pattern_of_graph(pattern: &Pattern) -> Option<RecurrencePattern> {
    let interval = pattern.interval.max(1);
    let days = || -> Vec<Weekday> {
        let days = pattern.days_of_week.iter();
        days.filter_map(day_of_graph).collect()
    };
    let index = || index_of_graph(pattern.index.as_ref());
    Some(match pattern.pattern_type {
        RecurrencePatternType::Daily => RecurrencePattern::Daily { interval },
        RecurrencePatternType::Weekly => RecurrencePattern::Weekly {
            interval,
            days: days(),
            // The service takes Sunday where nothing is said.
            week_start: pattern
                .first_day_of_week
                .as_ref()
                .and_then(day_of_graph)
                .unwrap_or(Weekday::Sunday),
        },
        RecurrencePatternType::AbsoluteMonthly => RecurrencePattern::MonthlyOnDay {
            interval,
            day: pattern.day_of_month,
        },
        RecurrencePatternType::RelativeMonthly => RecurrencePattern::MonthlyOnWeekday {
            interval,
            index: index()?,
            days: days(),
        },
        RecurrencePatternType::AbsoluteYearly => RecurrencePattern::YearlyOnDay {
            interval,
            month: pattern.month,
            day: pattern.day_of_month,
        },
        RecurrencePatternType::RelativeYearly => RecurrencePattern::YearlyOnWeekday {
            interval,
            month: pattern.month,
            index: index()?,
            days: days(),
        },
        RecurrencePatternType::Unknown(_) => return None,
    })
}

const fn day_to_graph(day: Weekday) -> DayOfWeek {
    match day {
        Weekday::Monday => DayOfWeek::Monday,
        Weekday::Tuesday => DayOfWeek::Tuesday,
        Weekday::Wednesday => DayOfWeek::Wednesday,
        Weekday::Thursday => DayOfWeek::Thursday,
        Weekday::Friday => DayOfWeek::Friday,
        Weekday::Saturday => DayOfWeek::Saturday,
        Weekday::Sunday => DayOfWeek::Sunday,
    }
}

const fn day_of_graph(day: &DayOfWeek) -> Option<Weekday> {
    Some(match day {
        DayOfWeek::Monday => Weekday::Monday,
        DayOfWeek::Tuesday => Weekday::Tuesday,
        DayOfWeek::Wednesday => Weekday::Wednesday,
        DayOfWeek::Thursday => Weekday::Thursday,
        DayOfWeek::Friday => Weekday::Friday,
        DayOfWeek::Saturday => Weekday::Saturday,
        DayOfWeek::Sunday => Weekday::Sunday,
        DayOfWeek::Unknown(_) => return None,
    })
}

const fn index_to_graph(index: WeekIndex) -> Index {
    match index {
        WeekIndex::First => Index::First,
        WeekIndex::Second => Index::Second,
        WeekIndex::Third => Index::Third,
        WeekIndex::Fourth => Index::Fourth,
        WeekIndex::Last => Index::Last,
    }
}

/// The service takes the first where nothing is said.
const fn index_of_graph(index: Option<&Index>) -> Option<WeekIndex> {
    Some(match index {
        None | Some(Index::First) => WeekIndex::First,
        Some(Index::Second) => WeekIndex::Second,
        Some(Index::Third) => WeekIndex::Third,
        Some(Index::Fourth) => WeekIndex::Fourth,
        Some(Index::Last) => WeekIndex::Last,
        Some(Index::Unknown(_)) => return None,
    })
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn what_goes_out_comes_back() {
        let friday = vec![Weekday::Friday];
        for pattern in [
            RecurrencePattern::Daily { interval: 2 },
            RecurrencePattern::Weekly {
                interval: 3,
                days: vec![Weekday::Monday, Weekday::Sunday],
                week_start: Weekday::Sunday,
            },
            RecurrencePattern::MonthlyOnDay {
                interval: 1,
                day: 31,
            },
            RecurrencePattern::MonthlyOnWeekday {
                interval: 1,
                index: WeekIndex::Last,
                days: friday.clone(),
            },
            RecurrencePattern::YearlyOnDay {
                interval: 1,
                month: 2,
                day: 29,
            },
            RecurrencePattern::YearlyOnWeekday {
                interval: 1,
                month: 11,
                index: WeekIndex::First,
                days: friday,
            },
        ] {
            for end in [
                RecurrenceEnd::Never,
                RecurrenceEnd::On {
                    date: date(2027, 1, 1),
                },
                RecurrenceEnd::After { occurrences: 7 },
            ] {
                let pattern = pattern.clone();
                let recurrence = Recurrence { pattern, end };
                let sent = to_graph(&recurrence, date(2026, 3, 2), Some("Europe/Berlin"));
                let answered = serde_json::from_value(serde_json::to_value(sent).unwrap()).unwrap();
                assert_eq!(of_graph(&answered), Some(recurrence));
            }
        }
    }
}
