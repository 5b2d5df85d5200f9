//! Events written over HTTP: made, changed as a whole and one by one, deleted,
//! cancelled, answered, and refused.

use practice_tenant::Advance;
use reqwest::Method;
use serde_json::{Value, json};

use crate::calendar::{encoded, first_group, refused, start_of, view};
use crate::client::{Answer, Client, id, new_group_with, start};

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

#[tokio::test]
async fn an_occurrence_or_a_whole_series_is_deleted_and_cancelled_with_a_word() {
    let desk = Desk::new().await;
    let master = desk.make(weekly("2031-06-02", "monday")).await;
    let seen = desk.instances(&master, "2031-06-01", "2031-07-01").await;
    assert_eq!(desk.client.delete(&desk.one(&seen[1])).await.status, 204);
    assert!(!desk.is_there(&seen[1]).await);
    let told = json!({"comment": "Holiday"});
    assert_eq!(desk.act(&seen[2], "cancel", told).await.status, 202);
    let left = desk.instances(&master, "2031-06-01", "2031-07-01").await;
    let starts: Vec<&str> = left.iter().map(start_of).collect();
    assert_eq!(
        starts,
        ["2031-06-02T09:00", "2031-06-23T09:00", "2031-06-30T09:00"]
    );
    let cancelled = desk
        .client
        .get(&format!(
            "{}?$select=cancelledOccurrences",
            desk.one(&master)
        ))
        .await;
    assert_eq!(
        cancelled.json()["cancelledOccurrences"]
            .as_array()
            .unwrap()
            .len(),
        2
    );

    let told = json!({"comment": "No more of it"});
    assert_eq!(
        desk.act(&master, "microsoft.graph.cancel", told)
            .await
            .status,
        202
    );
    assert!(!desk.is_there(&master).await && !desk.is_there(&seen[0]).await);
    let gone = desk.client.wrong(Method::DELETE, &desk.one(&master)).await;
    assert_eq!(refused(&gone), (404, "ErrorItemNotFound".to_owned()));
    let writes = desk.client.control_get("/writes").await;
    let last = writes["value"].as_array().unwrap().last().unwrap().clone();
    assert_eq!(last["change"]["comment"], "No more of it");
    let next = desk.make(weekly("2031-06-02", "monday")).await;
    assert_ne!(next["id"], master["id"]);
}

#[tokio::test]
async fn an_invitation_is_answered_and_what_is_declined_is_gone() {
    let desk = Desk::new().await;
    let all = desk.client.get(&desk.path("?$top=999")).await.value();
    let waiting = |kind: &str| {
        let wanted = |event: &&Value| {
            event["responseStatus"]["response"] == "notResponded"
                && event["isCancelled"] == false
                && event["type"] == kind
        };
        all.iter().find(wanted).unwrap().clone()
    };
    let (once, series) = (waiting("singleInstance"), waiting("seriesMaster"));
    assert_eq!(once["isOrganizer"], false);
    let accepted = desk
        .act(
            &once,
            "tentativelyAccept",
            json!({"comment": "Perhaps", "sendResponse": true}),
        )
        .await;
    assert_eq!(accepted.status, 202);
    let read = desk.client.get(&desk.one(&once)).await.json();
    assert_eq!(
        (&read["responseStatus"]["response"], &read["showAs"]),
        (&json!("tentativelyAccepted"), &json!("tentative"))
    );
    assert!(
        read["attendees"]
            .as_array()
            .unwrap()
            .iter()
            .all(|one| one["status"]["response"] == "tentativelyAccepted")
    );
    assert_eq!(desk.act(&once, "accept", json!({})).await.status, 202);
    assert_eq!(
        desk.client.get(&desk.one(&once)).await.json()["showAs"],
        "busy"
    );

    let first = &series["start"]["dateTime"].as_str().unwrap()[..10];
    let from = first.parse::<jiff::civil::Date>().unwrap();
    let to = from
        .checked_add(jiff::Span::new().days(30))
        .unwrap()
        .to_string();
    let seen = desk.instances(&series, first, &to).await;
    assert_eq!(
        desk.act(&seen[0], "accept", json!({"sendResponse": false}))
            .await
            .status,
        202
    );
    let one = desk.client.get(&desk.one(&seen[0])).await.json();
    assert_eq!(one["responseStatus"]["response"], "accepted");
    assert_eq!(one["attendees"][0]["status"]["response"], "none");
    assert_eq!(
        desk.act(&seen[1], "decline", json!({"comment": "Away"}))
            .await
            .status,
        202
    );
    assert!(!desk.is_there(&seen[1]).await && desk.is_there(&seen[2]).await);
    assert_eq!(desk.act(&once, "decline", json!({})).await.status, 202);
    assert!(!desk.is_there(&once).await);
}

#[tokio::test]
async fn the_organizer_cannot_answer_and_others_cannot_cancel() {
    let desk = Desk::new().await;
    let own = desk.make(hour("2031-06-03", "09:00", "10:00")).await;
    let all = desk.client.get(&desk.path("?$top=999")).await.value();
    let foreign = all
        .iter()
        .find(|event| event["isOrganizer"] == false)
        .unwrap();
    let cancelled = all
        .iter()
        .find(|event| event["isCancelled"] == true)
        .unwrap();
    for (event, action) in [(&own, "accept"), (foreign, "cancel"), (cancelled, "accept")] {
        let path = format!("{}/{action}", desk.one(event));
        let answer = desk.client.wrong_json(Method::POST, &path, json!({})).await;
        assert_eq!(
            refused(&answer),
            (400, "ErrorInvalidRequest".to_owned()),
            "{action}"
        );
    }
}

#[tokio::test]
async fn what_makes_no_sense_is_refused_with_the_services_words() {
    let desk = Desk::new().await;
    let event = || hour("2031-06-03", "09:00", "10:00");
    let series = |pattern: Value, range: Value| {
        with(
            event(),
            json!({"recurrence": {"pattern": pattern, "range": range}}),
        )
    };
    let daily = || json!({"type": "daily", "interval": 1});
    let range = |date: &str| json!({"type": "noEnd", "startDate": date});
    let zone = |name: &str| json!({"start": {"dateTime": "2031-06-03T09:00:00", "timeZone": name}});
    let people: Vec<Value> = (0..501)
        .map(|number| json!({"emailAddress": {"address": format!("p{number}@many.example")}}))
        .collect();
    for (sent, code) in [
        (
            hour("2031-06-03", "10:00", "09:00"),
            "ErrorCalendarEndDateIsEarlierThanStartDate",
        ),
        (
            json!({"subject": "When?"}),
            "ErrorPropertyValidationFailure",
        ),
        (
            with(event(), json!({"end": null})),
            "ErrorPropertyValidationFailure",
        ),
        (
            with(
                event(),
                json!({"start": {"dateTime": "2031-02-30T09:00:00", "timeZone": "UTC"}}),
            ),
            "ErrorPropertyValidationFailure",
        ),
        (
            with(event(), zone("Mars/Olympus")),
            "TimeZoneNotSupportedException",
        ),
        (
            with(event(), json!({"isAllDay": true})),
            "ErrorPropertyValidationFailure",
        ),
        (with(event(), json!({"subject": 7})), "RequestBodyRead"),
        (
            with(event(), json!({"showAs": "asleep"})),
            "RequestBodyRead",
        ),
        (with(event(), json!({"colour": "red"})), "RequestBodyRead"),
        (
            with(event(), json!({"reminderMinutesBeforeStart": -5})),
            "ErrorPropertyValidationFailure",
        ),
        (
            with(
                event(),
                json!({"attendees": [{"emailAddress": {"address": "nobody"}}]}),
            ),
            "ErrorInvalidRecipients",
        ),
        (
            with(event(), json!({"attendees": people})),
            "ErrorInvalidRecipients",
        ),
        (
            series(
                json!({"type": "weekly", "interval": 1}),
                range("2031-06-03"),
            ),
            "ErrorCalendarInvalidRecurrence",
        ),
        (
            series(json!({"type": "daily", "interval": 0}), range("2031-06-03")),
            "ErrorCalendarInvalidRecurrence",
        ),
        (
            series(
                daily(),
                json!({"type": "endDate", "startDate": "2031-06-03", "endDate": "2031-06-01"}),
            ),
            "ErrorCalendarInvalidRecurrence",
        ),
        (
            series(daily(), range("2031-07-01")),
            "ErrorPropertyValidationFailure",
        ),
        (
            series(
                json!({"type": "hourly", "interval": 1}),
                range("2031-06-03"),
            ),
            "RequestBodyRead",
        ),
    ] {
        assert_eq!(
            desk.wrong(sent.clone()).await,
            (400, code.to_owned()),
            "{sent}"
        );
    }
    let midnight =
        |date: &str| json!({"dateTime": format!("{date}T00:00:00"), "timeZone": "Asia/Tokyo"});
    let day = json!({"subject": "Day", "isAllDay": true, "start": midnight("2031-06-03"), "end": midnight("2031-06-04")});
    assert_eq!(start_of(&desk.make(day).await), "2031-06-03T00:00");
}

#[tokio::test]
async fn members_write_and_others_do_not() {
    let login = "nadia.haddad@contoso-practice.example";
    let desk = Desk::new().await;
    let made = desk.make(hour("2031-06-03", "09:00", "10:00")).await;
    let reader = Desk {
        client: desk
            .client
            .signed_in(login, "User.Read Group.Read.All")
            .await,
        group: desk.group,
    };
    assert_eq!(reader.client.get(&reader.one(&made)).await.status, 200);
    let denied = (403, "ErrorAccessDenied".to_owned());
    assert_eq!(
        reader.wrong(hour("2031-06-03", "09:00", "10:00")).await,
        denied
    );
    let outside = Desk {
        client: reader.client.administrator(),
        group: reader.group,
    };
    assert_eq!(
        outside.wrong(hour("2031-06-03", "09:00", "10:00")).await,
        denied
    );
}

#[tokio::test]
async fn a_new_group_has_no_calendar_until_its_mailbox_is_there() {
    let client = start().await;
    let created = client
        .send_json(Method::POST, "/groups", new_group_with(json!({})))
        .await;
    let desk = Desk {
        group: id(&created.json()),
        client,
    };
    let event = || hour("2031-06-03", "09:00", "10:00");
    assert_eq!(
        desk.wrong(event()).await,
        (404, "ErrorNonExistentMailbox".to_owned())
    );
    desk.client.practice.advance(Advance::Day).unwrap();
    desk.make(event()).await;
}

#[tokio::test]
async fn a_group_may_keep_its_calendar_for_its_owners() {
    let client = start().await;
    let options = json!({"resourceBehaviorOptions": ["CalendarMemberReadOnly"]});
    let created = client
        .send_json(Method::POST, "/groups", new_group_with(options))
        .await;
    let group = id(&created.json());
    let admin = client
        .people(|user| {
            user["userPrincipalName"]
                .as_str()
                .unwrap()
                .starts_with("agnes")
        })
        .await;
    assert_eq!(client.add(&group, "members", &admin[0]).await.status, 204);
    client.practice.advance(Advance::Day).unwrap();
    let desk = Desk { client, group };
    let made = desk.make(hour("2031-06-03", "09:00", "10:00")).await;
    let member = Desk {
        client: desk.client.administrator(),
        group: desk.group,
    };
    assert!(member.is_there(&made).await);
    let calendar = member
        .client
        .get(&format!("/groups/{}/calendar", member.group))
        .await
        .json();
    assert_eq!(calendar["canEdit"], false);
    let denied = (403, "ErrorAccessDenied".to_owned());
    assert_eq!(
        member.wrong(hour("2031-06-03", "09:00", "10:00")).await,
        denied
    );
}
