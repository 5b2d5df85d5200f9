//! A group's calendar as it is read: what was drawn of it, windows, pages,
//! zones.

use practice_tenant::PracticeOptions;
use reqwest::Method;
use serde_json::{Value, json};

use crate::client::{Answer, Client, id, options, start, start_with};

/// The group that has some of everything.
pub(crate) async fn first_group(client: &Client) -> String {
    id(&client.control_get("/world").await["groups"][0])
}

pub(crate) fn encoded(id: &str) -> String {
    id.replace('/', "%2F")
        .replace('+', "%2B")
        .replace('=', "%3D")
}

/// What lies between two days; with a zone, as `Prefer` has it.
pub(crate) async fn view(
    client: &Client,
    group: &str,
    (from, to): (&str, &str),
    zone: &str,
) -> Vec<Value> {
    let path = format!(
        "/groups/{group}/calendarView?startDateTime={from}T00:00:00&endDateTime={to}T00:00:00&$top=999&$orderby=start/dateTime"
    );
    let request = client.request(Method::GET, &path);
    let prefer = format!("outlook.timezone=\"{zone}\"");
    let answer = client.send(request.header("Prefer", prefer)).await;
    assert_eq!(answer.status, 200, "{}", answer.text);
    answer.value()
}

pub(crate) fn start_of(event: &Value) -> &str {
    &event["start"]["dateTime"].as_str().unwrap()[..16]
}

pub(crate) fn refused(answer: &Answer) -> (u16, String) {
    (answer.status, answer.code())
}

fn days_from(client: &Client, days: i64) -> String {
    let at = client.practice.status().now + jiff::SignedDuration::from_hours(24 * days);
    at.strftime("%Y-%m-%d").to_string()
}

#[tokio::test]
async fn the_first_group_has_some_of_everything() {
    let client = start().await;
    let group = first_group(&client).await;
    let window = (days_from(&client, -60), days_from(&client, 90));
    let seen = view(&client, &group, (&window.0, &window.1), "UTC").await;
    let has = |name: &str, wanted: Value| {
        let found = seen.iter().filter(|event| event[name] == wanted).count();
        assert!(found > 0, "no event has {name} {wanted}");
    };
    for kind in ["singleInstance", "occurrence", "exception"] {
        has("type", json!(kind));
    }
    has("isAllDay", json!(true));
    has("isCancelled", json!(true));
    has("isOrganizer", json!(false));
    has("isOnlineMeeting", json!(true));
    has("sensitivity", json!("private"));
    for zone in [
        "W. Europe Standard Time",
        "Eastern Standard Time",
        "AUS Eastern Standard Time",
        "Australia/Lord_Howe",
        "Asia/Kolkata",
    ] {
        has("originalStartTimeZone", json!(zone));
    }
    let day = (days_from(&client, -30), days_from(&client, -29));
    let full = view(&client, &group, (&day.0, &day.1), "UTC").await;
    assert!(full.len() >= 50, "{} events", full.len());
    let invited = seen
        .iter()
        .find(|event| event["responseStatus"]["response"] == "notResponded")
        .unwrap();
    assert_eq!(invited["attendees"].as_array().unwrap().len(), 2);
}

#[tokio::test]
async fn a_time_is_told_in_the_zone_that_is_preferred_by_either_of_its_names() {
    let client = start().await;
    let group = first_group(&client).await;
    let window = (days_from(&client, 0), days_from(&client, 30));
    let window = (window.0.as_str(), window.1.as_str());
    let lord_howe = view(&client, &group, window, "Lord Howe Standard Time").await;
    let iana = view(&client, &group, window, "Australia/Lord_Howe").await;
    assert!(!iana.is_empty());
    for (windows, iana) in lord_howe.iter().zip(&iana) {
        assert_eq!(windows["start"]["dateTime"], iana["start"]["dateTime"]);
        assert_eq!(windows["start"]["timeZone"], "Lord Howe Standard Time");
    }
    let path = format!("/groups/{group}/events?$top=1");
    let request = client.request(Method::GET, &path).header(
        "Prefer",
        "outlook.timezone=\"Asia/Kolkata\", outlook.body-content-type=\"text\"",
    );
    let answer = client.send(request).await;
    let applied = answer.header("preference-applied");
    assert!(applied.contains("outlook.timezone=\"Asia/Kolkata\""));
    assert!(applied.contains("outlook.body-content-type=\"text\""));
    assert_eq!(answer.value()[0]["body"]["contentType"], "text");
    let nowhere = client
        .request(Method::GET, &path)
        .header("Prefer", "outlook.timezone=\"Mars/Olympus\"")
        .header("x-practice-kind", "negative");
    assert_eq!(
        refused(&client.send(nowhere).await),
        (400, "TimeZoneNotSupportedException".to_owned())
    );
}

#[tokio::test]
async fn whole_days_are_the_same_days_in_every_zone() {
    let client = start().await;
    let group = first_group(&client).await;
    let window = (days_from(&client, 0), days_from(&client, 60));
    for zone in ["UTC", "Tokyo Standard Time", "America/Los_Angeles"] {
        let seen = view(&client, &group, (&window.0, &window.1), zone).await;
        let away = seen.iter().find(|event| event["showAs"] == "oof").unwrap();
        assert_eq!(
            start_of(away),
            format!("{}T00:00", days_from(&client, 24)),
            "{zone}"
        );
        assert_eq!(
            &away["end"]["dateTime"].as_str().unwrap()[..10],
            days_from(&client, 27)
        );
    }
}

#[tokio::test]
async fn a_month_of_five_hundred_events_comes_in_pages() {
    let client = start().await;
    let group = first_group(&client).await;
    let seeds = json!({"group": group, "from": "2031-05-01", "days": 31, "events": 500});
    assert_eq!(client.control("/calendar", seeds).await.status, 204);
    let view = format!(
        "/groups/{group}/calendarView?startDateTime=2031-05-01T00:00:00Z&endDateTime=2031-06-01T00:00:00Z"
    );
    let page = client.get(&view).await;
    assert_eq!(page.value().len(), 10);
    assert!(page.json()["@odata.nextLink"].is_string());
    let mut seeded = Vec::new();
    let path = format!(
        "{view}&$filter=startsWith(subject,'Event')&$orderby=start/dateTime&$top=200&$select=subject,start"
    );
    let mut next = Some(path);
    while let Some(path) = next {
        let page = client.get(&path).await;
        seeded.extend(page.value());
        next = page.json()["@odata.nextLink"].as_str().map(str::to_owned);
    }
    assert_eq!(seeded.len(), 500);
    assert!(seeded.is_sorted_by_key(|event| start_of(event).to_owned()));
    assert!(seeded[0]["end"].is_null());
}

#[tokio::test]
async fn a_window_has_two_ends_and_no_more_than_five_years() {
    let client = start().await;
    let group = first_group(&client).await;
    let view = |query: &str| format!("/groups/{group}/calendarView?{query}");
    for (query, code) in [
        (
            "startDateTime=2026-01-01T00:00:00Z",
            "ErrorInvalidParameter",
        ),
        (
            "startDateTime=2026-02-01T00:00:00Z&endDateTime=2026-01-01T00:00:00Z",
            "ErrorInvalidParameter",
        ),
        (
            "startDateTime=2026-02-01&endDateTime=soon",
            "ErrorInvalidParameter",
        ),
        (
            "startDateTime=2020-01-01T00:00:00Z&endDateTime=2026-01-01T00:00:00Z",
            "ErrorInvalidRequest",
        ),
        (
            "startDateTime=2026-01-01T00:00:00Z&endDateTime=2026-02-01T00:00:00Z&$select=subject,createdDateTime",
            "ErrorInvalidUrlQuery",
        ),
    ] {
        let answer = client.wrong(Method::GET, &view(query)).await;
        assert_eq!(refused(&answer), (400, code.to_owned()), "{query}");
    }
    let offset = view("startDateTime=2026-01-01T00:00:00%2B02:00&endDateTime=2026-01-02T00:00:00");
    assert_eq!(client.get(&offset).await.status, 200);
}

#[tokio::test]
async fn what_was_written_in_a_calendar_is_there_after_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    let kept = || PracticeOptions {
        state: Some(folder.path().join("practice.jsonl")),
        ..options()
    };
    let client = start_with(kept()).await;
    let group = first_group(&client).await;
    let events = format!("/groups/{group}/events");
    let weekly = json!({
        "subject": "Kept",
        "start": {"dateTime": "2031-03-24T09:00:00", "timeZone": "Europe/Berlin"},
        "end": {"dateTime": "2031-03-24T10:00:00", "timeZone": "Europe/Berlin"},
        "recurrence": {
            "pattern": {"type": "weekly", "interval": 1, "daysOfWeek": ["monday"]},
            "range": {"type": "numbered", "startDate": "2031-03-24", "numberOfOccurrences": 4},
        },
    });
    let made = client.send_json(Method::POST, &events, weekly).await.json();
    let one = format!("{events}/{}", encoded(&id(&made)));
    let instances = format!(
        "{one}/instances?startDateTime=2031-03-01T00:00:00Z&endDateTime=2031-05-01T00:00:00Z"
    );
    let second = id(&client.get(&instances).await.value()[1]);
    let renamed = client
        .patch(
            &format!("{events}/{}", encoded(&second)),
            json!({"subject": "Otherwise"}),
        )
        .await;
    assert_eq!(renamed.json()["type"], "exception", "{}", renamed.text);
    let seeds = json!({"group": group, "from": "2031-05-01", "days": 1, "events": 3});
    client.control("/calendar", seeds).await;
    let before = client.get(&instances).await.value();
    drop(client);

    let client = start_with(kept()).await;
    assert_eq!(client.get(&instances).await.value(), before);
    let read = client.get(&one).await.json();
    assert_eq!(
        (&read["@odata.etag"], &read["recurrence"]),
        (
            &client.get(&one).await.json()["@odata.etag"],
            &made["recurrence"]
        )
    );
    let day = view(&client, &group, ("2031-05-01", "2031-05-02"), "UTC").await;
    let seeded = |event: &&Value| event["subject"].as_str().unwrap().starts_with("Event");
    assert_eq!(day.iter().filter(seeded).count(), 3);
}
