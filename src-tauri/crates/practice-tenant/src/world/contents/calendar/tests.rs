//! Rules drawn out, beside a library that knows nothing of this one; and what
//! that library does not have: clock changes in the middle of a series,
//! exceptions, whole days.

use jiff::civil::{Date, date};
use jiff::{SignedDuration, Timestamp, ToSpan};
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use rrule::RRuleSet;

use super::rule::{Day, Range, WeekIndex};
use super::*;

const DAYS: [(Day, &str); 7] = [
    (Day::Sunday, "SU"),
    (Day::Monday, "MO"),
    (Day::Tuesday, "TU"),
    (Day::Wednesday, "WE"),
    (Day::Thursday, "TH"),
    (Day::Friday, "FR"),
    (Day::Saturday, "SA"),
];
const INDEXES: [(WeekIndex, i8); 5] = [
    (WeekIndex::First, 1),
    (WeekIndex::Second, 2),
    (WeekIndex::Third, 3),
    (WeekIndex::Fourth, 4),
    (WeekIndex::Last, -1),
];
const KINDS: [PatternType; 6] = [
    PatternType::Daily,
    PatternType::Weekly,
    PatternType::AbsoluteMonthly,
    PatternType::RelativeMonthly,
    PatternType::AbsoluteYearly,
    PatternType::RelativeYearly,
];

fn pattern() -> impl Strategy<Value = Pattern> {
    let days = subsequence(DAYS.map(|(day, _)| day).to_vec(), 1..=7);
    let first = select(DAYS.map(|(day, _)| day).to_vec());
    let index = select(INDEXES.map(|(index, _)| index).to_vec());
    let kind = select(KINDS.to_vec());
    (kind, 1..5i32, 1..=12i8, 1..=31i8, days, first, index).prop_map(
        |(kind, interval, month, day_of_month, days_of_week, first_day_of_week, index)| Pattern {
            kind,
            interval,
            month,
            day_of_month,
            days_of_week,
            first_day_of_week,
            index,
        },
    )
}

fn recurrence() -> impl Strategy<Value = Recurrence> {
    (pattern(), 0..800i64, 1..40i32, 0..2_000i64, any::<u8>()).prop_map(
        |(pattern, after, count, length, kind)| {
            let start = date(2024, 1, 1).checked_add(after.days()).unwrap();
            let range = Range::without_end(start);
            let range = match kind % 3 {
                0 => range,
                1 => Range {
                    kind: RangeType::Numbered,
                    number_of_occurrences: count,
                    ..range
                },
                _ => Range {
                    kind: RangeType::EndDate,
                    end_date: Some(start.checked_add(length.days()).unwrap()),
                    ..range
                },
            };
            Recurrence { pattern, range }
        },
    )
}

/// The same in the words of RFC 5545. A day that a month has not is its last one.
fn rule(recurrence: &Recurrence, zone: &str) -> RRuleSet {
    let (pattern, range) = (&recurrence.pattern, &recurrence.range);
    let word = |wanted: Day| DAYS.iter().find(|(day, _)| *day == wanted).unwrap().1;
    let named = pattern.days_of_week.iter().map(|day| word(*day));
    let named = format!("BYDAY={}", named.collect::<Vec<_>>().join(","));
    let mut indexes = INDEXES.iter();
    let position = indexes.find(|(index, _)| *index == pattern.index);
    let indexed = format!("{named};BYSETPOS={}", position.unwrap().1);
    let days = (28.min(pattern.day_of_month)..=pattern.day_of_month)
        .map(|day| day.to_string())
        .collect::<Vec<_>>();
    let day = format!("BYMONTHDAY={};BYSETPOS=-1", days.join(","));
    let month = format!("BYMONTH={}", pattern.month);
    let frequency = match pattern.kind {
        PatternType::Daily => "DAILY".to_owned(),
        PatternType::Weekly => format!("WEEKLY;{named}"),
        PatternType::AbsoluteMonthly => format!("MONTHLY;{day}"),
        PatternType::RelativeMonthly => format!("MONTHLY;{indexed}"),
        PatternType::AbsoluteYearly => format!("YEARLY;{month};{day}"),
        PatternType::RelativeYearly => format!("YEARLY;{month};{indexed}"),
    };
    let end = match (range.kind, range.end_date) {
        (RangeType::Numbered, _) => format!(";COUNT={}", range.number_of_occurrences),
        (RangeType::EndDate, Some(last)) => {
            // The last day is over at midnight of the zone, and not of UTC.
            let over = last.at(23, 59, 59, 0).in_tz(zone).unwrap().timestamp();
            format!(";UNTIL={}", over.strftime("%Y%m%dT%H%M%SZ"))
        }
        _ => String::new(),
    };
    format!(
        "DTSTART;TZID={zone}:{}T090000\nRRULE:FREQ={frequency};INTERVAL={};WKST={}{end}",
        range.start_date.strftime("%Y%m%d"),
        pattern.interval,
        word(pattern.first_day_of_week),
    )
    .parse()
    .unwrap()
}

fn series(recurrence: Recurrence, zone: &str, time: (i8, i8)) -> Event {
    let zone = Zone::named(zone).unwrap();
    let start = recurrence.range.start_date.at(time.0, time.1, 0, 0);
    let moment = |local| Moment {
        local,
        zone: zone.clone(),
    };
    let end = start.checked_add(1.hour()).unwrap();
    let details = Details::new(moment(start), moment(end));
    let mut event = Event::new(String::new(), details, Timestamp::UNIX_EPOCH);
    event.recurrence = Some(recurrence);
    event
}

fn weekly(day: Day, start: Date) -> Recurrence {
    Recurrence {
        pattern: Pattern {
            days_of_week: vec![day],
            ..Pattern::new(PatternType::Weekly)
        },
        range: Range::without_end(start),
    }
}

fn starts(event: &Event, from: &str, to: &str) -> Vec<String> {
    let window = (from.parse().unwrap(), to.parse().unwrap());
    let seen = event.within(window);
    seen.iter().map(|one| one.start.to_string()).collect()
}

proptest! {
    #[test]
    fn a_rule_has_the_dates_that_another_library_draws_out(recurrence in recurrence()) {
        let ours = recurrence.dates(recurrence.range.start_date).take(25);
        let ours: Vec<String> = ours.map(|date| date.to_string()).collect();
        let theirs = rule(&recurrence, "UTC").all(25).dates;
        let theirs = theirs.iter().map(|at| at.format("%Y-%m-%d").to_string());
        prop_assert_eq!(ours, theirs.collect::<Vec<_>>());
    }

    #[test]
    fn a_series_has_the_instants_that_another_library_draws_out(
        recurrence in recurrence(),
        zone in select(vec!["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata"]),
        after in 0..900i64,
    ) {
        let event = series(recurrence, zone, (9, 0));
        let from = event.details.start.at() + SignedDuration::from_hours(24 * after);
        let to = from + SignedDuration::from_hours(24 * 100);
        let ours = event.within((from, to));
        let ours: Vec<i64> = ours.iter().map(|one| one.start.as_second()).collect();
        let set = rule(event.recurrence.as_ref().unwrap(), zone);
        let theirs = set.all(2_000).dates.into_iter().map(|at| at.timestamp());
        let begins = from - SignedDuration::from_hours(1);
        let inside = |at: &i64| *at > begins.as_second() && *at < to.as_second();
        prop_assert_eq!(ours, theirs.filter(inside).collect::<Vec<_>>());
    }

    #[test]
    fn what_is_seen_from_later_on_is_the_end_of_what_is_seen_from_the_start(
        recurrence in recurrence(),
        after in 0..2_000i64,
    ) {
        let from = recurrence.range.start_date.checked_add(after.days()).unwrap();
        let all = recurrence.dates(recurrence.range.start_date).take(3_000);
        let later: Vec<Date> = all.skip_while(|date| *date < from).take(5).collect();
        let seen: Vec<Date> = recurrence.dates(from).take(later.len()).collect();
        prop_assert_eq!(seen, later);
    }
}

#[test]
fn a_meeting_keeps_its_hour_and_its_length_when_the_clocks_change() {
    let event = series(
        weekly(Day::Monday, date(2026, 3, 16)),
        "Europe/Berlin",
        (9, 0),
    );
    assert_eq!(
        starts(&event, "2026-03-16T00:00:00Z", "2026-04-07T00:00:00Z"),
        [
            "2026-03-16T08:00:00Z",
            "2026-03-23T08:00:00Z",
            "2026-03-30T07:00:00Z",
            "2026-04-06T07:00:00Z"
        ]
    );
}

#[test]
fn a_meeting_in_the_hour_that_is_skipped_is_an_hour_later_that_night_only() {
    let event = series(
        weekly(Day::Sunday, date(2026, 3, 22)),
        "W. Europe Standard Time",
        (2, 30),
    );
    let window = ("2026-03-22T00:00:00Z", "2026-04-06T00:00:00Z");
    assert_eq!(
        starts(&event, window.0, window.1),
        [
            "2026-03-22T01:30:00Z",
            "2026-03-29T01:30:00Z",
            "2026-04-05T00:30:00Z"
        ]
    );
    let night = event.on(date(2026, 3, 29)).unwrap();
    assert_eq!(night.details.start.local.to_string(), "2026-03-29T03:30:00");
    assert_eq!(
        night.end.duration_since(night.start),
        SignedDuration::from_hours(1)
    );
}

#[test]
fn an_occurrence_that_was_moved_is_where_it_was_moved_to() {
    let mut event = series(weekly(Day::Monday, date(2026, 6, 1)), "UTC", (9, 0));
    let moment = |local: &str| Moment {
        local: local.parse().unwrap(),
        zone: Zone::utc(),
    };
    let moved = vec![
        EventEdit::Start(moment("2026-06-10T12:00:00")),
        EventEdit::End(moment("2026-06-10T13:00:00")),
    ];
    event.exceptions.insert(date(2026, 6, 8), moved);
    event.deleted.insert(date(2026, 6, 15));
    assert_eq!(
        starts(&event, "2026-06-02T00:00:00Z", "2026-06-23T00:00:00Z"),
        ["2026-06-22T09:00:00Z", "2026-06-10T12:00:00Z"]
    );
    assert!(starts(&event, "2026-06-08T00:00:00Z", "2026-06-09T00:00:00Z").is_empty());
    assert!(event.on(date(2026, 6, 15)).is_none());
    assert!(event.on(date(2026, 6, 9)).is_none());
}

#[test]
fn what_has_begun_before_the_window_and_goes_on_in_it_is_in_it() {
    let event = series(weekly(Day::Monday, date(2026, 6, 1)), "UTC", (9, 0));
    let half_past = starts(&event, "2026-06-01T09:30:00Z", "2026-06-01T12:00:00Z");
    assert_eq!(half_past.len(), 1);
    assert!(starts(&event, "2026-06-01T10:00:00Z", "2026-06-01T12:00:00Z").is_empty());
}
