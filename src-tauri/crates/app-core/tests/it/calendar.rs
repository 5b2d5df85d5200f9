//! A group's calendar: read, changed, and saved.

use ipc_contract::calendar::{
    CalendarRange, CalendarRequest, EventCancelRequest, EventChangeRequest, EventChanges,
    EventCheckRequest, EventCreateRequest, EventDetails, EventFinding, EventInput, EventKind,
    EventRequest, EventTime, Recurrence, RecurrenceChange, RecurrenceEnd, RecurrencePattern,
    ShowAs, WallTime, Weekday,
};
use ipc_contract::conversations::MailboxState;
use ipc_contract::error::{CommandError, ErrorCode};
use ipc_contract::jobs::{Action, ActivityRequest};
use ipc_contract::tables::{ExportContent, ExportFormat, ExportRequest};
use jiff::civil::{Date, DateTime, date};
use jiff::tz::TimeZone;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::desk::{Desk, Started};

const BERLIN: &str = "Europe/Berlin";

fn timed(start: DateTime, minutes: i64) -> WallTime {
    WallTime::Timed {
        start,
        end: start.saturating_add(jiff::Span::new().minutes(minutes)),
        time_zone: BERLIN.into(),
    }
}

fn input(subject: &str, time: WallTime) -> EventInput {
    EventInput {
        subject: subject.into(),
        time,
        location: "Room 4".into(),
        body: "<p>Agenda</p>".into(),
        attendees: Vec::new(),
        whole_group: true,
        recurrence: None,
        reminder_minutes: Some(15),
        online: false,
        show_as: ShowAs::Busy,
        private: false,
    }
}

fn mondays(occurrences: u32) -> Recurrence {
    Recurrence {
        pattern: RecurrencePattern::Weekly {
            interval: 1,
            days: vec![Weekday::Monday],
            week_start: Weekday::Monday,
        },
        end: RecurrenceEnd::After { occurrences },
    }
}

async fn create(started: &Started, group: &str, event: EventInput) -> EventDetails {
    let request = creation(group, event);
    started.core.create_event(&request).await.unwrap()
}

fn creation(group: &str, event: EventInput) -> EventCreateRequest {
    EventCreateRequest {
        group_id: group.into(),
        transaction_id: Uuid::new_v4().to_string(),
        event,
    }
}

async fn look(started: &Started, group: &str, days: (Date, Date), anew: bool) -> CalendarRange {
    let request = CalendarRequest {
        group_id: group.into(),
        first: days.0,
        last: days.1,
        time_zone: BERLIN.into(),
        anew,
    };
    started.core.calendar(&request).await.unwrap()
}

/// What the clocks of Berlin show when each of these events begins.
fn starts(range: &CalendarRange, subject: &str) -> Vec<String> {
    let berlin = TimeZone::get(BERLIN).unwrap();
    let named = range.events.iter().filter(|event| event.subject == subject);
    named
        .map(|event| match &event.time {
            EventTime::Timed { start, .. } => berlin.to_datetime(*start).to_string(),
            EventTime::AllDay { first, .. } => first.to_string(),
        })
        .collect()
}

const SPRING: (Date, Date) = (date(2027, 3, 1), date(2027, 4, 30));

#[tokio::test]
async fn a_weekly_event_keeps_its_time_when_clocks_change_and_one_is_moved_and_all_are_cancelled() {
    let desk = Desk::new("calendar-series").await;
    let started = desk.enter().await;
    let group = started.some_group().await.id;
    let before = look(&started, &group, SPRING, false).await;
    assert_eq!(before.mailbox, MailboxState::Ready);
    assert!(before.may_change && before.as_of.is_some());
    let mut event = input(
        "Stand-up of spring",
        timed(date(2027, 3, 22).at(9, 0, 0, 0), 30),
    );
    event.recurrence = Some(mondays(4));
    let series = create(&started, &group, event).await;
    assert_eq!(series.event.kind, EventKind::Series);
    assert_eq!(series.recurrence, Some(mondays(4)));
    assert_eq!(series.attendees.len(), 1, "the group itself");
    assert_eq!(series.reminder_minutes, Some(15));

    let range = look(&started, &group, SPRING, false).await;
    assert_eq!(
        starts(&range, "Stand-up of spring"),
        [
            "2027-03-22T09:00:00",
            "2027-03-29T09:00:00",
            "2027-04-05T09:00:00",
            "2027-04-12T09:00:00"
        ]
    );
    let third = range
        .events
        .iter()
        .filter(|event| event.series_id.as_ref() == Some(&series.event.id))
        .nth(2)
        .unwrap();
    let to = timed(date(2027, 4, 6).at(14, 0, 0, 0), 30);
    let change = EventChangeRequest {
        group_id: group.clone(),
        event_id: third.id.clone(),
        change_key: None,
        changes: EventChanges {
            time: Some(to),
            ..EventChanges::default()
        },
    };
    let moved = started.core.change_event(&change).await.unwrap();
    assert_eq!(moved.event.kind, EventKind::Exception);
    assert_eq!(moved.recurrence, Some(mondays(4)), "how its series recurs");
    assert!(moved.original_start.is_some());
    let range = look(&started, &group, SPRING, false).await;
    let third = starts(&range, "Stand-up of spring")[2].clone();
    assert_eq!(third, "2027-04-06T14:00:00");

    saved_series_is_read_back(&desk, &started, &group).await;

    let cancel = EventCancelRequest {
        group_id: group.clone(),
        event_id: series.event.id.clone(),
        message: "No more".into(),
    };
    started.core.cancel_event(&cancel).await.unwrap();
    let range = look(&started, &group, SPRING, false).await;
    assert!(starts(&range, "Stand-up of spring").is_empty());
    let gone = started.core.cancel_event(&cancel).await;
    assert_eq!(code(gone.unwrap_err()), ErrorCode::NotFound);
    assert_eq!(
        recorded(&started, &group).await,
        [
            Action::CancelEvent,
            Action::ChangeEvent,
            Action::CreateEvent
        ]
    );
}

#[tokio::test]
async fn a_series_becomes_one_event_and_a_series_again() {
    let desk = Desk::new("calendar-single").await;
    let started = desk.enter().await;
    let group = started.some_group().await.id;
    let mut event = input("Kick-off", timed(date(2027, 3, 22).at(9, 0, 0, 0), 30));
    event.recurrence = Some(mondays(3));
    let series = create(&started, &group, event).await;
    let recur = async |recurrence| {
        let change = EventChangeRequest {
            group_id: group.clone(),
            event_id: series.event.id.clone(),
            change_key: None,
            changes: EventChanges {
                recurrence: Some(recurrence),
                ..EventChanges::default()
            },
        };
        let changed = started.core.change_event(&change).await.unwrap();
        let range = look(&started, &group, SPRING, false).await;
        (changed, starts(&range, "Kick-off"))
    };
    let (single, held) = recur(RecurrenceChange::Single).await;
    assert_eq!(single.event.kind, EventKind::Single);
    assert_eq!(single.recurrence, None);
    assert_eq!(held, ["2027-03-22T09:00:00"]);
    let recurrence = mondays(2);
    let (again, held) = recur(RecurrenceChange::Series { recurrence }).await;
    assert_eq!(again.event.kind, EventKind::Series);
    assert_eq!(held, ["2027-03-22T09:00:00", "2027-03-29T09:00:00"]);
}

async fn saved_series_is_read_back(desk: &Desk, started: &Started, group: &str) {
    let content = ExportContent::Calendar {
        group_id: group.into(),
        first: SPRING.0,
        last: SPRING.1,
        time_zone: BERLIN.into(),
    };
    let saved = |format| {
        let content = content.clone();
        async move {
            let request = ExportRequest { content, format };
            let file = started.core.export(&request).await.unwrap();
            std::fs::read_to_string(desk.downloads().join(file.file_name)).unwrap()
        }
    };
    let text = saved(ExportFormat::Ics).await;
    for line in [
        "DTSTART;TZID=Europe/Berlin:20270322T090000",
        "RECURRENCE-ID;TZID=Europe/Berlin:20270405T090000",
        "DTSTART;TZID=Europe/Berlin:20270406T140000",
        "TZID:Europe/Berlin",
        "SEQUENCE:0",
    ] {
        assert!(text.lines().any(|found| found == line), "{line} in {text}");
    }
    let series = text
        .split("BEGIN:VEVENT")
        .find(|event| event.contains("SUMMARY:Stand-up of spring") && event.contains("RRULE"));
    let series = series.expect("the series as such");
    assert!(
        series.contains("COUNT=4") && !series.contains("EXDATE"),
        "{series}"
    );
    let again = saved(ExportFormat::Ics).await;
    assert!(
        again
            .lines()
            .filter(|line| line.starts_with("SEQUENCE"))
            .all(|line| line == "SEQUENCE:0")
    );
    let rows = saved(ExportFormat::Csv).await;
    assert!(rows.contains("2027-04-06T14:00:00+02:00"), "{rows}");
}

fn code(error: app_core::CoreError) -> ErrorCode {
    CommandError::from(error).code
}

async fn recorded(started: &Started, group: &str) -> Vec<Action> {
    let request = ActivityRequest {
        group_id: Some(group.into()),
        text: String::new(),
        after: None,
    };
    let page = started.core.activity(&request).await.unwrap();
    page.items.iter().map(|item| item.action).collect()
}

#[tokio::test]
async fn an_event_whose_answer_is_lost_is_there_once_however_often_it_is_asked_for() {
    let desk = Desk::new("calendar-once").await;
    let started = desk.enter().await;
    let group = started.some_group().await.id;
    desk.fault("POST", "/groups/*/events", 5, json!({"kind": "cutAfter"}))
        .await;
    let request = creation(
        &group,
        input("Once", timed(date(2027, 5, 3).at(10, 0, 0, 0), 60)),
    );
    let first = started.core.create_event(&request).await.unwrap();
    let second = started.core.create_event(&request).await.unwrap();
    assert_eq!(first.event.id, second.event.id);
    let days = (date(2027, 5, 3), date(2027, 5, 3));
    let range = look(&started, &group, days, true).await;
    assert_eq!(starts(&range, "Once"), ["2027-05-03T10:00:00"]);
}

#[tokio::test]
async fn half_past_two_on_the_night_when_clocks_change_is_told_and_held_at_half_past_three() {
    let desk = Desk::new("calendar-gap").await;
    let started = desk.enter().await;
    let group = started.some_group().await.id;
    let night = date(2027, 3, 28);
    let event = input("Release", timed(night.at(2, 30, 0, 0), 90));
    let check = EventCheckRequest {
        event: event.clone(),
    };
    let checked = started.core.check_event(&check).await.unwrap();
    let becomes = night.at(3, 30, 0, 0);
    assert_eq!(checked.findings, [EventFinding::Skipped { becomes }]);
    assert!(checked.can_save);
    create(&started, &group, event).await;
    let range = look(&started, &group, (night, night), false).await;
    assert_eq!(starts(&range, "Release"), ["2027-03-28T03:30:00"]);
    let backwards = input("Never", timed(night.at(12, 0, 0, 0), -30));
    let refused = started
        .core
        .create_event(&creation(&group, backwards))
        .await;
    assert_eq!(code(refused.unwrap_err()), ErrorCode::InvalidInput);
}

#[tokio::test]
async fn what_somebody_else_changed_meanwhile_is_not_written_over() {
    let desk = Desk::new("calendar-conflict").await;
    let started = desk.enter().await;
    let group = started.some_group().await.id;
    let event = input("Budget", timed(date(2027, 6, 7).at(10, 0, 0, 0), 60));
    let made = create(&started, &group, event).await;
    let client = reqwest::Client::builder().no_proxy().build().unwrap();
    let elsewhere = client
        .patch(format!(
            "{}/groups/{group}/events/{}",
            desk.tenant.graph(),
            made.event.id
        ))
        .bearer_auth(desk.tenant.owner_token())
        .json(&json!({ "subject": "Budget 2028" }));
    elsewhere.send().await.unwrap().error_for_status().unwrap();
    let mut change = EventChangeRequest {
        group_id: group.clone(),
        event_id: made.event.id.clone(),
        change_key: made.change_key.clone(),
        changes: EventChanges {
            location: Some("Room 5".into()),
            whole_group: Some(false),
            ..EventChanges::default()
        },
    };
    let refused = started.core.change_event(&change).await;
    assert_eq!(code(refused.unwrap_err()), ErrorCode::Conflict);
    let request = EventRequest {
        group_id: group,
        event_id: made.event.id,
    };
    let now = started.core.event(&request).await.unwrap();
    assert_eq!(now.event.subject, "Budget 2028");
    change.change_key = now.change_key;
    let changed = started.core.change_event(&change).await.unwrap();
    assert_eq!(changed.event.location.as_deref(), Some("Room 5"));
    assert_eq!(changed.event.subject, "Budget 2028");
    assert!(changed.attendees.is_empty());
    assert!(changed.html.contains("Agenda"));
}

#[tokio::test]
async fn what_was_known_is_shown_offline_and_a_whole_day_is_that_day() {
    let desk = Desk::new("calendar-offline").await;
    let started = desk.enter().await;
    let group = started.some_group().await.id;
    let days = WallTime::AllDay {
        first: date(2027, 7, 1),
        last: date(2027, 7, 2),
    };
    create(&started, &group, input("Off-site", days)).await;
    let july = (date(2027, 7, 1), date(2027, 7, 31));
    let known = look(&started, &group, july, false).await;
    assert_eq!(starts(&known, "Off-site"), ["2027-07-01"]);
    desk.fault(
        "GET",
        "/groups/*/calendarView",
        1_000,
        json!({"kind": "cutBefore"}),
    )
    .await;

    let started = desk.enter().await;
    let shown = look(&started, &group, july, true).await;
    assert_eq!(shown.events, known.events);
    assert_eq!(shown.as_of, known.as_of);
    assert_eq!(shown.last_error.unwrap().code, ErrorCode::Offline);
    let second = (date(2027, 7, 2), date(2027, 7, 2));
    let shown = look(&started, &group, second, false).await;
    assert_eq!(starts(&shown, "Off-site"), ["2027-07-01"]);
}

#[tokio::test]
async fn a_new_group_says_that_its_mailbox_is_being_made() {
    let desk = Desk::new("calendar-new").await;
    let started = desk.enter().await;
    let client = reqwest::Client::builder().no_proxy().build().unwrap();
    let new = json!({
        "displayName": "Brand new", "mailNickname": "brand-new", "mailEnabled": true,
        "securityEnabled": false, "groupTypes": ["Unified"],
    });
    let created = client
        .post(format!("{}/groups", desk.tenant.graph()))
        .bearer_auth(desk.tenant.owner_token())
        .json(&new);
    let created: Value = created.send().await.unwrap().json().await.unwrap();
    let group = created["id"].as_str().unwrap();
    let range = look(&started, group, SPRING, false).await;
    assert_eq!(range.mailbox, MailboxState::BeingMade);
    assert!(range.events.is_empty() && range.last_error.is_none());
    let event = input("Too early", timed(date(2027, 5, 3).at(10, 0, 0, 0), 60));
    let refused = started.core.create_event(&creation(group, event)).await;
    assert_eq!(code(refused.unwrap_err()), ErrorCode::MailboxAbsent);
}
