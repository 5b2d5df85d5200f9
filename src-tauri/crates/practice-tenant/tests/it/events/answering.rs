//! Events cancelled and deleted, and invitations answered.

use reqwest::Method;
use serde_json::{Value, json};

use super::{Desk, hour, weekly};
use crate::calendar::{refused, start_of};

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
