//! What is refused, and to whom.

use practice_tenant::Advance;
use reqwest::Method;
use serde_json::{Value, json};

use super::{Desk, hour, with};
use crate::calendar::{encoded, start_of};
use crate::client::{id, new_group_with, start};

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
            hour("9999-12-31", "09:00", "10:00"),
            "ErrorCalendarOutOfRange",
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
async fn the_events_of_the_calendar_are_those_of_the_group() {
    let desk = Desk::new().await;
    let events = format!("/groups/{}/calendar/events", desk.group);
    let sent = hour("2031-06-03", "09:00", "10:00");
    let made = desk.client.send_json(Method::POST, &events, sent).await;
    assert_eq!(made.status, 201);
    let one = format!("{events}/{}", encoded(&id(&made.json())));
    let renamed = desk.client.patch(&one, json!({"subject": "Other"})).await;
    assert_eq!(renamed.json()["subject"], "Other");
    assert!(desk.is_there(&made.json()).await);
    assert_eq!(desk.client.delete(&one).await.status, 204);
    assert!(!desk.is_there(&made.json()).await);
    let batch = json!([{
        "id": "1", "method": "POST", "url": events, "headers": {"Content-Type": "application/json"},
        "body": hour("2031-06-03", "09:00", "10:00"),
    }]);
    let answers = desk.client.batch(batch).await.json();
    assert_eq!(answers["responses"][0]["status"], 201);
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
