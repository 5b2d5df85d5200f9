//! Series: drawn out, changed one by one and as a whole.

use reqwest::Method;
use serde_json::{Value, json};

use super::{Desk, hour, weekly, with};
use crate::calendar::{refused, start_of};

#[tokio::test]
async fn a_series_keeps_its_hour_over_the_change_of_the_clocks() {
    let desk = Desk::new().await;
    let master = desk.make(weekly("2031-03-17", "monday")).await;
    assert_eq!(master["type"], "seriesMaster");
    assert_eq!(
        master["recurrence"]["range"]["recurrenceTimeZone"],
        "W. Europe Standard Time"
    );
    let seen = desk.instances(&master, "2031-03-17", "2031-04-15").await;
    let starts: Vec<&str> = seen.iter().map(start_of).collect();
    assert_eq!(
        starts,
        [
            "2031-03-17T09:00",
            "2031-03-24T09:00",
            "2031-03-31T09:00",
            "2031-04-07T09:00",
            "2031-04-14T09:00"
        ]
    );
    let originals: Vec<&str> = seen[1..3]
        .iter()
        .map(|one| one["originalStart"].as_str().unwrap())
        .collect();
    assert_eq!(originals, ["2031-03-24T08:00:00Z", "2031-03-31T07:00:00Z"]);
    assert!(
        seen.iter()
            .all(|one| one["type"] == "occurrence" && one["seriesMasterId"] == master["id"])
    );
    let again = desk.instances(&master, "2031-03-24", "2031-03-25").await;
    assert_eq!(again[0]["id"], seen[1]["id"]);
    assert_eq!(again[0]["iCalUId"], seen[1]["iCalUId"]);
}

#[tokio::test]
async fn every_kind_of_pattern_and_range_is_drawn_out() {
    let desk = Desk::new().await;
    let range =
        |kind: &str, more: Value| with(json!({"type": kind, "startDate": "2031-01-31"}), more);
    let ten = || range("numbered", json!({"numberOfOccurrences": 10}));
    for (pattern, range, expected) in [
        (
            json!({"type": "daily", "interval": 3}),
            range("endDate", json!({"endDate": "2031-02-09"})),
            vec!["2031-01-31", "2031-02-03", "2031-02-06", "2031-02-09"],
        ),
        (
            json!({"type": "weekly", "interval": 2, "daysOfWeek": ["friday", "sunday"], "firstDayOfWeek": "monday"}),
            ten(),
            vec!["2031-01-31", "2031-02-02", "2031-02-14", "2031-02-16"],
        ),
        (
            json!({"type": "absoluteMonthly", "interval": 1, "dayOfMonth": 31}),
            range("noEnd", json!({})),
            vec!["2031-01-31", "2031-02-28", "2031-03-31", "2031-04-30"],
        ),
        (
            json!({"type": "relativeMonthly", "interval": 1, "daysOfWeek": ["friday"], "index": "last"}),
            ten(),
            vec!["2031-01-31", "2031-02-28", "2031-03-28", "2031-04-25"],
        ),
        (
            json!({"type": "absoluteYearly", "interval": 1, "month": 1, "dayOfMonth": 31}),
            ten(),
            vec!["2031-01-31", "2032-01-31"],
        ),
        (
            json!({"type": "relativeYearly", "interval": 1, "month": 1, "daysOfWeek": ["friday"], "index": "last"}),
            ten(),
            vec!["2031-01-31", "2032-01-30"],
        ),
    ] {
        let sent = with(
            hour("2031-01-31", "09:00", "10:00"),
            json!({"recurrence": {"pattern": pattern, "range": range}}),
        );
        let master = desk.make(sent).await;
        let seen = desk.instances(&master, "2031-01-01", "2032-12-01").await;
        let days: Vec<&str> = seen
            .iter()
            .map(|one| &start_of(one)[..10])
            .take(expected.len())
            .collect();
        assert_eq!(days, expected, "{pattern}");
        let kept = &master["recurrence"]["pattern"];
        assert!(
            pattern
                .as_object()
                .unwrap()
                .iter()
                .all(|(name, value)| kept[name] == *value),
            "{kept}"
        );
    }
}

#[tokio::test]
async fn a_series_begins_with_its_first_occurrence() {
    let desk = Desk::new().await;
    // A Wednesday.
    let master = desk.make(weekly("2031-06-04", "friday")).await;
    assert_eq!(start_of(&master), "2031-06-06T07:00");
}

#[tokio::test]
async fn one_occurrence_is_changed_and_the_others_stay() {
    let desk = Desk::new().await;
    let master = desk.make(weekly("2031-06-02", "monday")).await;
    let seen = desk.instances(&master, "2031-06-01", "2031-07-01").await;
    let moved = hour("2031-06-11", "14:00", "15:00");
    let moved = json!({"start": moved["start"], "end": moved["end"], "subject": "With guests"});
    let exception = desk.change(&seen[1], moved).await;
    assert_eq!(
        (&exception["type"], &exception["id"]),
        (&json!("exception"), &seen[1]["id"])
    );
    assert_eq!(exception["originalStart"], "2031-06-09T07:00:00Z");
    let after = desk.instances(&master, "2031-06-01", "2031-07-01").await;
    let starts: Vec<&str> = after.iter().map(start_of).collect();
    assert_eq!(
        starts[..3],
        ["2031-06-02T09:00", "2031-06-11T14:00", "2031-06-16T09:00"]
    );
    assert_eq!(
        (&after[0]["subject"], &after[1]["subject"]),
        (&json!("Stand-up"), &json!("With guests"))
    );

    let over = hour("2031-06-16", "08:00", "09:00");
    let over = json!({"start": over["start"], "end": over["end"]});
    let answer = desk
        .client
        .wrong_json(Method::PATCH, &desk.one(&seen[1]), over)
        .await;
    assert_eq!(
        refused(&answer),
        (400, "ErrorOccurrenceCrossingBoundary".to_owned())
    );

    let renamed = desk.change(&master, json!({"subject": "Renamed"})).await;
    assert_eq!(renamed["subject"], "Renamed");
    let after = desk.instances(&master, "2031-06-01", "2031-07-01").await;
    assert_eq!(
        (&after[0]["subject"], &after[1]["subject"]),
        (&json!("Renamed"), &json!("With guests"))
    );

    let later = hour("2031-06-02", "11:00", "12:00");
    desk.change(
        &master,
        json!({"start": later["start"], "end": later["end"]}),
    )
    .await;
    let after = desk.instances(&master, "2031-06-01", "2031-07-01").await;
    assert_eq!(start_of(&after[1]), "2031-06-09T11:00");
    assert!(after.iter().all(|one| one["type"] == "occurrence"));
}

#[tokio::test]
async fn a_rule_is_changed_and_taken_away_for_the_whole_series_only() {
    let desk = Desk::new().await;
    let master = desk.make(weekly("2031-06-02", "monday")).await;
    let seen = desk.instances(&master, "2031-06-01", "2031-07-01").await;
    let daily = json!({"recurrence": {
        "pattern": {"type": "daily", "interval": 1},
        "range": {"type": "numbered", "startDate": "2031-06-02", "numberOfOccurrences": 3},
    }});
    let answer = desk
        .client
        .wrong_json(Method::PATCH, &desk.one(&seen[1]), daily.clone())
        .await;
    assert_eq!(
        refused(&answer),
        (400, "ErrorPropertyValidationFailure".to_owned())
    );
    desk.change(&master, daily).await;
    let seen = desk.instances(&master, "2031-06-01", "2031-07-01").await;
    assert_eq!(seen.len(), 3);
    let single = desk.change(&master, json!({"recurrence": null})).await;
    assert_eq!(single["type"], "singleInstance");
    assert!(!desk.is_there(&seen[1]).await);
}
