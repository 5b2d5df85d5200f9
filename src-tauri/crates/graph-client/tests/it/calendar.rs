//! A group's calendar.

use futures::TryStreamExt as _;
use graph_client::models::{
    AttendeeType, DateTimeTimeZone, Edit, EmailAddress, Event, EventId, EventPatch, EventResponse,
    EventType, Location, NewAttendee, NewEvent, PatternedRecurrence, RecurrencePattern,
    RecurrenceRange, ResponseType, ShowAs, TimeSlot,
};
use jiff::Timestamp;
use jiff::civil::date;
use jiff::tz::TimeZone;
use serde_json::{Value, json};
use uuid::Uuid;
use wiremock::matchers::{header, method, path, query_param};
use wiremock::{Mock, MockServer, ResponseTemplate};

use super::{GROUP, body_sent, client_of, graph_error, group_id, query_sent, serving};

const TRANSACTION: Uuid = Uuid::from_u128(7);

fn march() -> (Timestamp, Timestamp) {
    let at = |text: &str| text.parse().unwrap();
    (at("2026-03-01T00:00:00Z"), at("2026-04-01T00:00:00Z"))
}

fn at(hour: i8) -> DateTimeTimeZone {
    DateTimeTimeZone::new(date(2026, 3, 2).at(hour, 0, 0, 0), "Europe/Berlin")
}

fn weekly() -> Value {
    json!({
        "@odata.etag": "W/\"x\"", "id": "e=", "iCalUId": "040000", "subject": "Weekly",
        "start": { "dateTime": "2026-03-02T09:00:00.0000000", "timeZone": "Europe/Berlin" },
        "end": { "dateTime": "2026-03-02T10:30:00.1234567", "timeZone": "Europe/Berlin" },
        "type": "occurrence", "seriesMasterId": "master=", "showAs": "lunch",
        "organizer": { "emailAddress": { "name": "Budget", "address": "budget@contoso.example" } },
        "attendees": [{ "type": "required", "emailAddress": { "name": "Ada" },
            "status": { "response": "accepted", "time": "2026-02-01T08:00:00Z" } },
            { "type": "mascot", "emailAddress": { "name": "Rex" },
            "status": { "response": "none", "time": "0001-01-01T00:00:00Z" } }],
        "location": { "displayName": "Room 4", "locationType": "default" },
        "recurrence": null, "onlineMeeting": null, "categories": [],
    })
}

#[tokio::test]
async fn what_is_in_the_calendar_is_told_in_the_zone_that_was_asked_for_on_every_page() {
    let server = MockServer::start().await;
    let address = format!("/v1.0/groups/{GROUP}/calendarView");
    let next = format!("{}{address}?$skip=1", server.uri());
    let mut first = json!({ "value": [weekly()] });
    first["@odata.nextLink"] = next.into();
    let mut second = weekly();
    second["id"] = "f=".into();
    let pages = [
        ("$top", "250", first),
        ("$skip", "1", json!({ "value": [second] })),
    ];
    for (name, value, page) in pages {
        Mock::given(path(address.as_str()))
            .and(query_param(name, value))
            .and(header("Prefer", "outlook.timezone=\"Europe/Berlin\""))
            .respond_with(ResponseTemplate::new(200).set_body_json(page))
            .expect(1)
            .mount(&server)
            .await;
    }
    let client = client_of(&server);
    let calendar = client.group(&group_id()).calendar();
    let berlin = TimeZone::get("Europe/Berlin").unwrap();
    let (from, to) = march();

    let events: Vec<Event> = calendar
        .in_time_zone(&berlin)
        .view(from, to, 1000)
        .items()
        .try_collect()
        .await
        .unwrap();

    let event = &events[0];
    assert_eq!((events.len(), event.etag.as_deref()), (2, Some("W/\"x\"")));
    let start: Timestamp = "2026-03-02T08:00:00Z".parse().unwrap();
    assert_eq!(event.start(), Some(start));
    assert_eq!(event.end().unwrap().subsec_nanosecond(), 123_456_700);
    assert_eq!(event.event_type, Some(EventType::Occurrence));
    assert_eq!(
        event.series_master_id,
        Some(EventId::parse("master=").unwrap())
    );
    let status = event.attendees[0].status.as_ref().unwrap();
    assert_eq!(status.response, Some(ResponseType::Accepted));
    // What a later service says is kept, not refused.
    assert_eq!(event.show_as, Some(ShowAs::Unknown("lunch".into())));
    let mascot = AttendeeType::Unknown("mascot".into());
    assert_eq!(event.attendees[1].attendee_type, Some(mascot));
}

#[tokio::test]
async fn both_ends_of_the_time_are_sent() {
    let nothing = ResponseTemplate::new(200).set_body_json(json!({ "value": [] }));
    let server = serving(
        "GET",
        &format!("/groups/{GROUP}/events/m%2Fn/instances"),
        nothing,
    )
    .await;
    let client = client_of(&server);
    let calendar = client.group(&group_id()).calendar();
    let (from, to) = march();
    let event = calendar.event(&EventId::parse("m/n").unwrap());
    let instances = event.instances(from, to, 10);
    assert!(
        instances
            .items()
            .try_collect::<Vec<_>>()
            .await
            .unwrap()
            .is_empty()
    );
    let query = query_sent(&server).await;
    let sent = |name: &str| {
        query
            .iter()
            .find(|(sent, _)| sent == name)
            .unwrap()
            .1
            .as_str()
    };
    assert_eq!(sent("startDateTime"), "2026-03-01T00:00:00Z");
    assert_eq!(sent("endDateTime"), "2026-04-01T00:00:00Z");
}

#[tokio::test]
async fn an_event_whose_answer_was_lost_is_created_again_under_the_same_id() {
    let server = MockServer::start().await;
    let created = ResponseTemplate::new(201).set_body_json(weekly());
    for (answer, times) in [
        (ResponseTemplate::new(504), 1),
        (ResponseTemplate::new(500), 1),
        (created, 9),
    ] {
        Mock::given(method("POST"))
            .and(path(format!("/v1.0/groups/{GROUP}/events")))
            .respond_with(answer)
            .up_to_n_times(times)
            .mount(&server)
            .await;
    }
    let event = NewEvent {
        location: Some(Location::named("Room 4")),
        attendees: vec![NewAttendee {
            email_address: EmailAddress {
                name: None,
                address: Some("ada@contoso.example".into()),
            },
            attendee_type: AttendeeType::Optional,
        }],
        recurrence: Some(PatternedRecurrence {
            pattern: RecurrencePattern::daily(2),
            range: RecurrenceRange::numbered(date(2026, 3, 2), 5),
        }),
        ..NewEvent::new("Weekly", at(9), at(10), TRANSACTION)
    };
    let client = client_of(&server);
    let calendar = client.group(&group_id()).calendar();

    assert_eq!(calendar.create(&event).await.unwrap().id.as_str(), "e=");

    let requests = server.received_requests().await.unwrap();
    let bodies: Vec<Value> = requests
        .iter()
        .map(|request| request.body_json().unwrap())
        .collect();
    assert_eq!(bodies.len(), 3);
    assert!(bodies.iter().all(|body| *body == bodies[0]));
    assert_eq!(
        bodies[0],
        json!({
            "subject": "Weekly", "isAllDay": false, "location": { "displayName": "Room 4" },
            "start": { "dateTime": "2026-03-02T09:00:00", "timeZone": "Europe/Berlin" },
            "end": { "dateTime": "2026-03-02T10:00:00", "timeZone": "Europe/Berlin" },
            "attendees": [{ "type": "optional", "emailAddress": { "address": "ada@contoso.example" } }],
            "recurrence": {
                "pattern": { "type": "daily", "interval": 2 },
                "range": { "type": "numbered", "startDate": "2026-03-02", "numberOfOccurrences": 5 },
            },
            "transactionId": TRANSACTION.to_string(),
        })
    );
}

#[tokio::test]
async fn an_event_of_which_nothing_was_heard_may_be_there_all_the_same() {
    let server = MockServer::start().await;
    Mock::given(method("POST"))
        .respond_with(ResponseTemplate::new(504))
        .mount(&server)
        .await;
    let client = client_of(&server);
    let calendar = client.group(&group_id()).calendar();
    let event = NewEvent::new("Weekly", at(9), at(10), TRANSACTION);
    let error = calendar.create(&event).await.unwrap_err();
    assert!(error.outcome_unknown());
    assert_eq!(error.retries(), 4);
}

#[tokio::test]
async fn an_id_that_was_used_for_another_event_is_told_by_its_code() {
    let used = graph_error(409, "ErrorDuplicateTransactionId", json!(null));
    let server = serving("POST", &format!("/groups/{GROUP}/events"), used).await;
    let client = client_of(&server);
    let calendar = client.group(&group_id()).calendar();
    let event = NewEvent::new("Weekly", at(9), at(10), TRANSACTION);
    assert!(
        calendar
            .create(&event)
            .await
            .unwrap_err()
            .is_duplicate_transaction()
    );
}

#[tokio::test]
async fn only_what_was_changed_is_sent() {
    let answer = ResponseTemplate::new(200).set_body_json(weekly());
    let server = serving("PATCH", &format!("/groups/{GROUP}/events/e="), answer).await;
    let client = client_of(&server);
    let calendar = client.group(&group_id()).calendar();
    let change = EventPatch {
        end: Some(at(11)),
        recurrence: Edit::Clear,
        ..EventPatch::default()
    };
    let event = calendar.event(&EventId::parse("e=").unwrap());
    assert_eq!(
        event.update(&change).await.unwrap().subject.as_deref(),
        Some("Weekly")
    );
    assert_eq!(
        body_sent(&server).await,
        json!({ "recurrence": null, "end": { "dateTime": "2026-03-02T11:00:00", "timeZone": "Europe/Berlin" } })
    );
}

#[tokio::test]
async fn a_change_of_nothing_only_reads() {
    let answer = ResponseTemplate::new(200).set_body_json(weekly());
    let server = serving("GET", &format!("/groups/{GROUP}/events/e="), answer).await;
    let client = client_of(&server);
    let calendar = client.group(&group_id()).calendar().with_plain_texts();
    let event = calendar.event(&EventId::parse("e=").unwrap());
    event.update(&EventPatch::default()).await.unwrap();
    let requests = server.received_requests().await.unwrap();
    assert_eq!(
        requests[0].headers["prefer"],
        r#"outlook.body-content-type="text""#
    );
}

#[tokio::test]
async fn an_event_is_called_off_with_words_and_deleted_without() {
    let id = EventId::parse("e=").unwrap();
    let address = format!("/groups/{GROUP}/events/e=/cancel");
    let server = serving("POST", &address, ResponseTemplate::new(202)).await;
    let client = client_of(&server);
    let event = client.group(&group_id()).calendar().event(&id);
    event.cancel(Some("Ill")).await.unwrap();
    assert_eq!(body_sent(&server).await, json!({ "comment": "Ill" }));

    let address = format!("/groups/{GROUP}/events/e=");
    let server = serving("DELETE", &address, ResponseTemplate::new(204)).await;
    let client = client_of(&server);
    let event = client.group(&group_id()).calendar().event(&id);
    event.delete().await.unwrap();
}

#[tokio::test]
async fn a_no_may_propose_another_time_and_a_yes_does_not() {
    let response = EventResponse {
        comment: Some("Later?".into()),
        proposed_new_time: Some(TimeSlot {
            start: at(14),
            end: at(15),
        }),
        ..EventResponse::default()
    };
    let id = EventId::parse("e=").unwrap();
    let address = format!("/groups/{GROUP}/events/e=/decline");
    let server = serving("POST", &address, ResponseTemplate::new(202)).await;
    let client = client_of(&server);
    let event = client.group(&group_id()).calendar().event(&id);
    event.decline(&response).await.unwrap();
    let body = body_sent(&server).await;
    assert_eq!(
        body["proposedNewTime"]["end"]["dateTime"],
        "2026-03-02T15:00:00"
    );
    assert_eq!(body["sendResponse"], true);

    let address = format!("/groups/{GROUP}/events/e=/accept");
    let server = serving("POST", &address, ResponseTemplate::new(202)).await;
    let client = client_of(&server);
    let event = client.group(&group_id()).calendar().event(&id);
    event.accept(&response).await.unwrap();
    let expected = json!({ "comment": "Later?", "sendResponse": true });
    assert_eq!(body_sent(&server).await, expected);
}
