//! Events written over HTTP: made and changed here; series, cancelling and answering, and what is refused stand
//! beside.

mod answering;
mod refusing;
mod series;

use reqwest::Method;
use serde_json::{Value, json};

use crate::calendar::{encoded, first_group, refused, start_of, view};
use crate::client::{Answer, Client, id, start};

/// An hour in Berlin.
fn hour(date: &str, from: &str, to: &str) -> Value {
    let moment = |time| json!({"dateTime": format!("{date}T{time}:00"), "timeZone": "W. Europe Standard Time"});
    json!({"subject": "Stand-up", "start": moment(from), "end": moment(to)})
}

fn with(mut event: Value, more: Value) -> Value {
    if let (Some(event), Value::Object(more)) = (event.as_object_mut(), more) {
        event.extend(more);
    }
    event
}

/// Every week on the day of the date, in Berlin at nine.
fn weekly(date: &str, day: &str) -> Value {
    let recurrence = json!({
        "pattern": {"type": "weekly", "interval": 1, "daysOfWeek": [day]},
        "range": {"type": "noEnd", "startDate": date},
    });
    with(
        hour(date, "09:00", "10:00"),
        json!({"recurrence": recurrence}),
    )
}

struct Desk {
    client: Client,
    group: String,
}

impl Desk {
    async fn new() -> Self {
        let client = start().await;
        let group = first_group(&client).await;
        Self { client, group }
    }

    fn path(&self, tail: &str) -> String {
        format!("/groups/{}/events{tail}", self.group)
    }

    fn one(&self, event: &Value) -> String {
        self.path(&format!("/{}", encoded(&id(event))))
    }

    async fn make(&self, event: Value) -> Value {
        let answer = self
            .client
            .send_json(Method::POST, &self.path(""), event)
            .await;
        assert_eq!(answer.status, 201, "{}", answer.text);
        answer.json()
    }

    async fn change(&self, event: &Value, changes: Value) -> Value {
        let answer = self.client.patch(&self.one(event), changes).await;
        assert_eq!(answer.status, 200, "{}", answer.text);
        answer.json()
    }

    async fn instances(&self, master: &Value, from: &str, to: &str) -> Vec<Value> {
        let window = format!("startDateTime={from}T00:00:00&endDateTime={to}T00:00:00");
        let path = format!("{}/instances?{window}&$top=100", self.one(master));
        let request = self.client.request(Method::GET, &path);
        let berlin = "outlook.timezone=\"Europe/Berlin\"";
        let answer = self.client.send(request.header("Prefer", berlin)).await;
        assert_eq!(answer.status, 200, "{}", answer.text);
        answer.value()
    }

    async fn act(&self, event: &Value, action: &str, told: Value) -> Answer {
        let path = format!("{}/{action}", self.one(event));
        self.client.send_json(Method::POST, &path, told).await
    }

    async fn wrong(&self, event: Value) -> (u16, String) {
        let answer = self
            .client
            .wrong_json(Method::POST, &self.path(""), event)
            .await;
        refused(&answer)
    }

    async fn is_there(&self, event: &Value) -> bool {
        self.client.get(&self.one(event)).await.status == 200
    }
}

#[tokio::test]
async fn an_event_is_made_with_everything_that_was_sent() {
    let desk = Desk::new().await;
    let sent = with(
        hour("2031-06-03", "09:00", "10:30"),
        json!({
            "body": {"contentType": "html", "content": "<html><body><p>Agenda &amp; <b>minutes</b></p></body></html>"},
            "location": {"displayName": "Harbour"},
            "attendees": [
                {"emailAddress": {"address": "guest@elsewhere.example", "name": "Gast"}, "type": "optional"},
                {"emailAddress": {"address": "agnes.brule@contoso-practice.example"}, "type": "required"},
            ],
            "importance": "high",
            "sensitivity": "private",
            "showAs": "tentative",
            "categories": ["Red category"],
            "isReminderOn": true,
            "reminderMinutesBeforeStart": 99,
            "isOnlineMeeting": true,
            "onlineMeetingProvider": "teamsForBusiness",
        }),
    );
    let made = desk.make(sent.clone()).await;
    let read = desk.client.get(&desk.one(&made)).await.json();
    for name in [
        "importance",
        "sensitivity",
        "showAs",
        "categories",
        "subject",
        "reminderMinutesBeforeStart",
        "body",
    ] {
        assert_eq!(read[name], sent[name], "{name}");
    }
    assert_eq!(start_of(&read), "2031-06-03T07:00");
    assert_eq!(read["originalStartTimeZone"], "W. Europe Standard Time");
    assert_eq!(read["location"]["displayName"], "Harbour");
    assert_eq!(read["bodyPreview"], "Agenda & minutes");
    assert_eq!(read["attendees"][1]["emailAddress"]["name"], "Agnès Brûlé");
    assert_eq!(read["attendees"][0]["status"]["response"], "none");
    assert!(
        read["onlineMeeting"]["joinUrl"]
            .as_str()
            .unwrap()
            .starts_with("https://")
    );
    assert_eq!(
        (&read["isOrganizer"], &read["type"]),
        (&json!(true), &json!("singleInstance"))
    );
    let group = desk
        .client
        .get(&format!("/groups/{}?$select=id,mail", desk.group))
        .await
        .json();
    assert_eq!(read["organizer"]["emailAddress"]["address"], group["mail"]);
    let seen = view(
        &desk.client,
        &desk.group,
        ("2031-06-03", "2031-06-04"),
        "Europe/Berlin",
    )
    .await;
    let seen = seen.iter().find(|event| event["id"] == made["id"]).unwrap();
    assert_eq!(start_of(seen), "2031-06-03T09:00");
}

#[tokio::test]
async fn one_transaction_makes_one_event_however_often_it_is_sent() {
    let desk = Desk::new().await;
    let sent = with(
        hour("2031-06-03", "09:00", "10:00"),
        json!({"transactionId": "7E163156-7762-4BEB-A1C6-729EA81755A7"}),
    );
    let (first, second) = (desk.make(sent.clone()).await, desk.make(sent).await);
    assert_eq!(first["id"], second["id"]);
    assert_eq!(
        first["transactionId"],
        "7E163156-7762-4BEB-A1C6-729EA81755A7"
    );
    let seen = view(
        &desk.client,
        &desk.group,
        ("2031-06-03", "2031-06-04"),
        "UTC",
    )
    .await;
    let made = seen.iter().filter(|event| event["subject"] == "Stand-up");
    assert_eq!(made.count(), 1);
    assert_eq!(
        desk.client.control_get("/writes").await["value"]
            .as_array()
            .unwrap()
            .len(),
        1
    );
}

#[tokio::test]
async fn a_meeting_at_an_hour_that_is_skipped_is_an_hour_later_that_night() {
    let desk = Desk::new().await;
    let night = desk.make(hour("2031-03-30", "02:30", "03:30")).await;
    assert_eq!(start_of(&night), "2031-03-30T01:30");
    let recurrence = json!({
        "pattern": {"type": "daily", "interval": 1},
        "range": {"type": "endDate", "startDate": "2031-03-29", "endDate": "2031-03-31"},
    });
    let daily = with(
        hour("2031-03-29", "02:30", "03:00"),
        json!({"recurrence": recurrence}),
    );
    let daily = desk.make(daily).await;
    let seen = desk.instances(&daily, "2031-03-28", "2031-04-02").await;
    let starts: Vec<&str> = seen.iter().map(start_of).collect();
    assert_eq!(
        starts,
        ["2031-03-29T02:30", "2031-03-30T03:30", "2031-03-31T02:30"]
    );
    let end = seen[1]["end"]["dateTime"].as_str().unwrap();
    assert!(end.starts_with("2031-03-30T04:00"));
}

#[tokio::test]
async fn a_changed_event_has_another_etag_and_an_old_one_changes_nothing() {
    let desk = Desk::new().await;
    let made = desk.make(hour("2031-06-03", "09:00", "10:00")).await;
    let changed = desk
        .change(&made, json!({"subject": "Later", "isOnlineMeeting": true}))
        .await;
    assert_ne!(changed["@odata.etag"], made["@odata.etag"]);
    assert_ne!(changed["changeKey"], made["changeKey"]);
    assert_eq!(changed["createdDateTime"], made["createdDateTime"]);
    let etag = |event: &Value| event["@odata.etag"].as_str().unwrap().to_owned();
    let change = |etag: String| {
        desk.client
            .request(Method::PATCH, &desk.one(&made))
            .header("If-Match", etag)
            .json(&json!({"subject": "Once more"}))
    };
    let stale = change(etag(&made)).header("x-practice-kind", "negative");
    assert_eq!(
        refused(&desk.client.send(stale).await),
        (412, "ErrorIrresolvableConflict".to_owned())
    );
    assert_eq!(desk.client.send(change(etag(&changed))).await.status, 200);
    let online = desk.change(&made, json!({"isOnlineMeeting": false})).await;
    assert_eq!(online["isOnlineMeeting"], true);
}
