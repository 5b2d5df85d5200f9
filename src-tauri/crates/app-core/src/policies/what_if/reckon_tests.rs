//! Dates against a calculation that shares nothing with them: a calendar of its own, counted by the day.

use jiff::tz::TimeZone;
use proptest::prelude::*;

use super::*;

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

const NOW: &str = "2026-11-29T12:00:00Z";

fn lifetime(days: u32, managed: ManagedGroups) -> Option<Lifetime> {
    Some(Lifetime { days, managed })
}

fn change(from: Option<Lifetime>, to: Option<Lifetime>) -> Change {
    Change {
        from,
        to,
        at: at(NOW),
    }
}

fn facts(renewed: &str, expires: Option<&str>) -> Facts {
    Facts {
        renewed: Some(at(renewed)),
        expires: expires.map(at),
        selected: false,
    }
}

#[test]
fn a_first_policy_gives_old_groups_thirty_five_days_and_young_ones_their_lifetime() {
    let first = change(None, lifetime(180, ManagedGroups::All));

    let old = first.fate(facts("2024-02-29T08:00:00Z", None));
    let young = first.fate(facts("2026-11-01T08:00:00Z", None));

    assert_eq!(old.expires, Some(at("2027-01-03T12:00:00Z")));
    assert_eq!((old.rule, old.change), (ExpiryRule::Older, WhatIfChange::FirstTime));
    assert_eq!(old.deleted, Some(at("2027-01-04T12:00:00Z")));
    assert_eq!(young.expires, Some(at("2027-04-30T08:00:00Z")));
    assert_eq!(young.rule, ExpiryRule::Renewed);
    assert_eq!(young.mails[0], at("2027-03-31T08:00:00Z"));
}

#[test]
fn a_group_that_is_exactly_as_old_as_the_lifetime_gets_the_thirty_five_days() {
    let first = change(None, lifetime(30, ManagedGroups::All));
    let fate = first.fate(facts("2026-10-30T12:00:00Z", None));
    assert_eq!(fate.rule, ExpiryRule::Older);
    let younger = first.fate(facts("2026-10-30T12:00:01Z", None));
    assert_eq!(younger.expires, Some(at("2026-11-29T12:00:01Z")));
}

#[test]
fn mails_that_are_past_are_not_named() {
    let first = change(None, lifetime(30, ManagedGroups::All));
    let fate = first.fate(facts("2026-11-09T12:00:00Z", None));
    assert_eq!(fate.mails, [at("2026-12-08T12:00:00Z")], "expires in ten days");
    assert!(first.is_mailed_soon(&fate.mails) && first.is_deleted_soon(fate.deleted));
}

#[test]
fn what_does_not_change_stays_as_the_service_says() {
    let same = lifetime(180, ManagedGroups::Selected);
    let saved = change(same, same);
    let mut group = facts("2020-01-01T00:00:00Z", Some("2026-12-20T00:00:00Z"));
    group.selected = true;
    assert_eq!(saved.fate(group).rule, ExpiryRule::Unchanged);
    assert_eq!(saved.fate(group).change, WhatIfChange::Same);
    group.expires = None;
    assert_eq!(saved.fate(group).rule, ExpiryRule::Older, "it was just selected");
    group.selected = false;
    assert_eq!(saved.fate(group).rule, ExpiryRule::NotCovered);
}

#[test]
fn without_a_policy_nothing_expires() {
    let removed = change(lifetime(180, ManagedGroups::All), None);
    let fate = removed.fate(facts("2026-11-01T00:00:00Z", Some("2027-04-30T00:00:00Z")));
    assert_eq!((fate.expires, fate.change), (None, WhatIfChange::NoLonger));
    assert!(fate.mails.is_empty() && fate.deleted.is_none());
}

#[test]
fn a_lifetime_beyond_all_calendars_ends_with_them() {
    let endless = change(None, lifetime(u32::MAX, ManagedGroups::All));
    let fate = endless.fate(facts("2026-11-01T00:00:00Z", None));
    assert_eq!(fate.expires, Some(Timestamp::MAX));
}

/// A day of the Gregorian calendar, counted on from the first of January 1970.
fn day_number(year: i64, month: i64, day: i64) -> i64 {
    let is_leap = |year: i64| (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    let years: i64 = (1970..year).map(|year| 365 + i64::from(is_leap(year))).sum();
    let months: i64 = (1..month)
        .map(|month| lengths[month as usize - 1] + i64::from(month == 2 && is_leap(year)))
        .sum();
    years + months + day - 1
}

/// Seconds since 1970 of what a clock without zones shows.
fn clock(text: &str) -> i64 {
    let number = |from: usize, to: usize| text[from..to].parse::<i64>().unwrap();
    let days = day_number(number(0, 4), number(5, 7), number(8, 10));
    days * 86_400 + number(11, 13) * 3_600 + number(14, 16) * 60 + number(17, 19)
}

const ZONES: [&str; 6] = [
    "Europe/Berlin",
    "America/New_York",
    "Australia/Lord_Howe",
    "Asia/Kathmandu",
    "Pacific/Apia",
    "UTC",
];

#[derive(Debug, Clone)]
struct Case {
    /// What a clock of the zone shows when it is renewed.
    renewed: (i16, i8, i8, i8, i8, i8),
    zone: usize,
    days: u32,
    /// How many seconds lie between the renewal and the change.
    since: i64,
    had: bool,
}

fn cases() -> impl Strategy<Value = Case> {
    let day = prop_oneof![
        1 => Just((2, 29)),
        1 => (3..=3i8, 25..=31i8),
        1 => (10..=11i8, 1..=8i8),
        4 => (1..=12i8, 1..=28i8),
    ];
    let date = (2004..2034i16, day, 0..24i8, 0..60i8, 0..60i8);
    let renewed = date.prop_map(|(year, (month, day), hour, minute, second)| {
        let year = if (month, day) == (2, 29) { year / 4 * 4 } else { year };
        (year, month, day, hour, minute, second)
    });
    let since = prop_oneof![0..(86_400 * 60i64), 0..(86_400 * 1500i64)];
    (renewed, 0..ZONES.len(), 30..1200u32, since, any::<bool>()).prop_map(
        |(renewed, zone, days, since, had)| Case {
            renewed,
            zone,
            days,
            since,
            had,
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10_000))]

    #[test]
    fn dates_equal_an_independent_calculation(case in cases()) {
        let (year, month, day, hour, minute, second) = case.renewed;
        let zone = TimeZone::get(ZONES[case.zone]).unwrap();
        let shown = jiff::civil::datetime(year, month, day, hour, minute, second, 0);
        let renewed = zone.to_ambiguous_zoned(shown).compatible().unwrap().timestamp();
        let now = renewed.checked_add(SignedDuration::from_secs(case.since)).unwrap();
        let made = Change {
            from: case.had.then_some(Lifetime { days: case.days + 7, managed: ManagedGroups::All }),
            to: Some(Lifetime { days: case.days, managed: ManagedGroups::All }),
            at: now,
        };
        let group = Facts {
            renewed: Some(renewed),
            expires: case.had.then_some(now),
            selected: false,
        };

        let fate = made.fate(group);

        let (from, saved) = (clock(&renewed.to_string()), clock(&now.to_string()));
        let by_age = from + i64::from(case.days) * 86_400;
        let expected = if by_age <= saved { saved + 35 * 86_400 } else { by_age };
        let expires = fate.expires.unwrap();
        prop_assert_eq!(clock(&expires.to_string()), expected);
        prop_assert_eq!(clock(&fate.deleted.unwrap().to_string()), expected + 86_400);
        let mails: Vec<i64> = fate.mails.iter().map(|mail| clock(&mail.to_string())).collect();
        let wanted: Vec<i64> = [30, 15, 1]
            .map(|before| expected - before * 86_400)
            .into_iter()
            .filter(|mail| *mail >= saved)
            .collect();
        prop_assert_eq!(mails, wanted);

        // By the clock of the zone an expiry by age is at most an hour off the renewal's: when clocks changed.
        if by_age > saved {
            let offset = |at: Timestamp| i64::from(zone.to_offset(at).seconds());
            let moved = offset(expires) - offset(renewed);
            let wall = |at: Timestamp| clock(&at.to_zoned(zone.clone()).datetime().to_string());
            let days = i64::from(case.days) * 86_400;
            prop_assert_eq!(wall(expires) - wall(renewed), days + moved);
        }
    }
}
