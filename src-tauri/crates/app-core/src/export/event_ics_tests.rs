//! What is written, read back by a library that shares nothing with the one that writes.

use calcard::common::timezone::Tz;
use calcard::icalendar::ICalendar;
use jiff::civil::date;
use proptest::prelude::*;

use super::*;

const NOW: Timestamp = Timestamp::UNIX_EPOCH;

fn meeting(when: When) -> Meeting {
    Meeting {
        uid: "040000008200E00074C5B7101A82E008".into(),
        sequence: 3,
        when,
        recurrence: None,
        left_out: Vec::new(),
        instead_of: None,
        subject: "Weekly".into(),
        description: String::new(),
        location: None,
        cancelled: false,
        show_as: ShowAs::Busy,
        private: false,
        organizer: None,
        invited: Vec::new(),
        reminder_minutes: None,
        url: None,
    }
}

fn at(zone: &str, start: DateTime, minutes: i64) -> When {
    let end = start.saturating_add(Span::new().minutes(minutes));
    When::Timed {
        start,
        end,
        zone: TimeZone::get(zone).unwrap(),
    }
}

fn text(meetings: &[Meeting]) -> String {
    String::from_utf8(written(meetings, NOW)).unwrap()
}

/// Beginnings and ends by the other library, in seconds.
fn read(text: &str) -> Vec<(i64, i64)> {
    let calendar = ICalendar::parse(text).unwrap();
    let expanded = calendar.expand_dates(Tz::UTC, 2_000);
    assert!(expanded.errors.is_empty(), "{:?}", expanded.errors);
    let mut moments: Vec<(i64, i64)> = expanded
        .events
        .iter()
        .map(|event| event.timestamps())
        .collect();
    moments.sort_unstable();
    moments
}

/// Beginnings of the one series, by a library that knows nothing but recurrences. The other one above takes the end
/// of a series for a time on the wall, and it is a moment (RFC 5545, 3.3.10).
fn recurring(text: &str) -> Vec<i64> {
    let (_, event) = text.split_once("BEGIN:VEVENT").unwrap();
    let event = event.replace("\r\n ", "");
    let of_series = |line: &&str| {
        let names = ["DTSTART", "RRULE", "EXDATE"];
        names.iter().any(|name| line.starts_with(name))
    };
    let lines: Vec<&str> = event.lines().filter(of_series).collect();
    let set: rrule::RRuleSet = lines.join("\n").parse().unwrap();
    let found = set.all(2_000).dates;
    found.iter().map(|moment| moment.timestamp()).collect()
}

/// The moments that a series has here.
fn own(when: &When, recurrence: &Recurrence, left_out: &[Date]) -> Vec<(i64, i64)> {
    let When::Timed { start, end, zone } = when else {
        panic!("times");
    };
    let length = end.duration_since(*start);
    recurs::days(recurrence, start.date(), date(2100, 1, 1))
        .filter(|day| !left_out.contains(day))
        .map(|day| {
            let from = day.to_datetime(start.time());
            let moment = |time| zone.to_timestamp(time).unwrap().as_second();
            (moment(from), moment(from.saturating_add(length)))
        })
        .collect()
}

fn weekly(occurrences: u32) -> Recurrence {
    Recurrence {
        pattern: RecurrencePattern::Weekly {
            interval: 1,
            days: vec![Weekday::Monday],
            week_start: Weekday::Monday,
        },
        end: RecurrenceEnd::After { occurrences },
    }
}

#[test]
fn a_weekly_event_keeps_its_time_over_a_change_of_clocks_and_a_moved_occurrence_is_moved() {
    let when = at("Europe/Berlin", date(2026, 3, 23).at(9, 0, 0, 0), 60);
    let mut series = meeting(when);
    series.recurrence = Some(weekly(4));
    series.left_out = vec![date(2026, 4, 6)];
    let mut moved = meeting(at("America/New_York", date(2026, 3, 31).at(8, 0, 0, 0), 30));
    moved.instead_of = Some(at("Europe/Berlin", date(2026, 3, 30).at(9, 0, 0, 0), 0));
    let text = text(&[moved, series]);
    let moments: Vec<String> = read(&text)
        .into_iter()
        .map(|(from, _)| Timestamp::from_second(from).unwrap().to_string())
        .collect();
    assert_eq!(
        moments,
        [
            "2026-03-23T08:00:00Z",
            "2026-03-31T12:00:00Z",
            "2026-04-13T07:00:00Z"
        ],
        "{text}"
    );
    for line in [
        "DTSTART;TZID=Europe/Berlin:20260323T090000",
        "RRULE:FREQ=WEEKLY;INTERVAL=1;BYDAY=MO;WKST=MO;COUNT=4",
        "EXDATE;TZID=Europe/Berlin:20260406T090000",
        "RECURRENCE-ID;TZID=Europe/Berlin:20260330T090000",
        "TZID:America/New_York",
        "SEQUENCE:3",
    ] {
        assert!(text.lines().any(|found| found == line), "{line} in {text}");
    }
    assert!(text.find("BEGIN:VTIMEZONE") < text.find("BEGIN:VEVENT"));
}

#[test]
fn whole_days_have_no_zone_and_end_with_the_day_after() {
    let mut days = meeting(When::Days {
        first: date(2026, 3, 28),
        last: date(2026, 3, 29),
    });
    days.recurrence = Some(Recurrence {
        end: RecurrenceEnd::On {
            date: date(2026, 4, 30),
        },
        ..weekly(1)
    });
    days.left_out = vec![date(2026, 4, 4)];
    let text = text(&[days]);
    for line in [
        "DTSTART;VALUE=DATE:20260328",
        "DTEND;VALUE=DATE:20260330",
        "EXDATE;VALUE=DATE:20260404",
    ] {
        assert!(text.lines().any(|found| found == line), "{line} in {text}");
    }
    assert!(text.contains("UNTIL=20260430") && !text.contains("VTIMEZONE"));
}

#[test]
fn people_alarms_and_any_text_are_read_as_they_were() {
    let mut one = meeting(at("UTC", date(2026, 3, 2).at(9, 0, 0, 0), 60));
    one.subject = "a, b; c\\ : \"d\" — Zoë 🌱\r\nEND:VEVENT".into();
    one.description = "one\r\ntwo\u{7}, three".into();
    one.location = Some("Room; 4".into());
    one.cancelled = false;
    one.private = true;
    one.reminder_minutes = Some(15);
    one.url = Some("https://example.org/a?b=c;d".into());
    let person = |name: &str, address: &str| MailPerson {
        name: name.into(),
        address: address.into(),
    };
    one.organizer = Some(person("Group: \"A\", B", "group@example.org"));
    one.invited = vec![
        Invited {
            person: person("Zoë", "zoe@example.org"),
            optional: true,
            response: Response::Tentative,
        },
        Invited {
            person: person("", ""),
            optional: false,
            response: Response::None,
        },
    ];
    let text = text(&[one]);
    assert_eq!(text.matches("\r\nBEGIN:VEVENT").count(), 1);
    assert_eq!(text.matches("\r\nATTENDEE").count(), 1);
    assert!(text.split("\r\n").all(|line| line.len() <= 76), "{text}");
    let unfolded = text.replace("\r\n ", "");
    for line in [
        "TRIGGER:-PT15M",
        "CLASS:PRIVATE",
        "DTSTART:20260302T090000Z",
        "LOCATION:Room\\; 4",
        "DESCRIPTION:one\\ntwo\\, three",
        "ORGANIZER;CN=\"Group: 'A', B\":mailto:group@example.org",
        "ATTENDEE;CN=Zoë;PARTSTAT=TENTATIVE;ROLE=OPT-PARTICIPANT:mailto:zoe@example.org",
    ] {
        assert!(
            unfolded.lines().any(|found| found == line),
            "{line} in {unfolded}"
        );
    }
    let calendar = ICalendar::parse(&text).unwrap();
    let summary = calendar
        .components
        .iter()
        .flat_map(|component| &component.entries)
        .find(|entry| entry.name.as_str() == "SUMMARY")
        .and_then(|entry| entry.values.first()?.as_text().map(str::to_owned));
    assert_eq!(
        summary.as_deref(),
        Some("a, b; c\\ : \"d\" — Zoë 🌱  END:VEVENT")
    );
}

fn days() -> impl Strategy<Value = Vec<Weekday>> {
    let all = vec![
        Weekday::Monday,
        Weekday::Tuesday,
        Weekday::Wednesday,
        Weekday::Thursday,
        Weekday::Friday,
        Weekday::Saturday,
        Weekday::Sunday,
    ];
    prop::sample::subsequence(all, 1..4)
}

fn index() -> impl Strategy<Value = WeekIndex> {
    prop::sample::select(vec![
        WeekIndex::First,
        WeekIndex::Second,
        WeekIndex::Third,
        WeekIndex::Fourth,
        WeekIndex::Last,
    ])
}

fn pattern() -> impl Strategy<Value = RecurrencePattern> {
    prop_oneof![
        (1_u32..40).prop_map(|interval| RecurrencePattern::Daily { interval }),
        (1_u32..5, days(), prop::bool::ANY).prop_map(|(interval, days, monday)| {
            RecurrencePattern::Weekly {
                interval,
                days,
                week_start: if monday {
                    Weekday::Monday
                } else {
                    Weekday::Sunday
                },
            }
        }),
        (1_u32..5, 1_u32..32)
            .prop_map(|(interval, day)| RecurrencePattern::MonthlyOnDay { interval, day }),
        (1_u32..5, index(), days()).prop_map(|(interval, index, days)| {
            RecurrencePattern::MonthlyOnWeekday {
                interval,
                index,
                days,
            }
        }),
        (1_u32..3, 1_u32..13, 1_u32..29).prop_map(|(interval, month, day)| {
            RecurrencePattern::YearlyOnDay {
                interval,
                month,
                day,
            }
        }),
        (1_u32..3, 1_u32..13, index(), days()).prop_map(|(interval, month, index, days)| {
            RecurrencePattern::YearlyOnWeekday {
                interval,
                month,
                index,
                days,
            }
        }),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]
    #[test]
    fn another_library_reads_the_same_moments(
        zone in prop::sample::select(vec![
            "Europe/Berlin", "America/New_York", "Australia/Sydney", "Australia/Lord_Howe",
            "Asia/Kolkata",
        ]),
        begin in 0_i32..1500,
        // From four in the morning on no clock is changed: what falls into a gap, readers take differently.
        minute in 240_i64..1380,
        length in 0_i64..300,
        pattern in pattern(),
        occurrences in 1_u32..30,
        by_day in prop::bool::ANY,
        skipped in 0_usize..30,
    ) {
        let asked = date(2025, 1, 1).saturating_add(Span::new().days(begin));
        let mut recurrence = Recurrence {
            pattern,
            end: RecurrenceEnd::After { occurrences },
        };
        let all: Vec<Date> = recurs::days(&recurrence, asked, date(2100, 1, 1)).collect();
        let (Some(first), Some(last)) = (all.first(), all.last()) else {
            return Ok(());
        };
        if by_day {
            recurrence.end = RecurrenceEnd::On { date: *last };
        }
        // A series begins with its first occurrence; intervals are counted from there.
        let start = first.at(0, 0, 0, 0).saturating_add(Span::new().minutes(minute));
        let when = at(zone, start, length);
        let days: Vec<Date> = recurs::days(&recurrence, *first, date(2100, 1, 1)).collect();
        let left_out: Vec<Date> = days.get(skipped).copied().into_iter().collect();
        let mut series = meeting(when.clone());
        series.recurrence = Some(recurrence.clone());
        series.left_out.clone_from(&left_out);
        let text = text(&[series]);
        let own = own(&when, &recurrence, &left_out);
        let begins: Vec<i64> = own.iter().map(|(begin, _)| *begin).collect();
        prop_assert_eq!(recurring(&text), begins, "{}", text);
        if !by_day {
            prop_assert_eq!(read(&text), own, "{}", text);
        }
    }
}
