//! Expiry from outside: mails, activity, selected groups, and the control address.

use jiff::{SignedDuration, Timestamp};
use practice_tenant::{Advance, EventKind, PracticeOptions};
use reqwest::Method;
use serde_json::{Value, json};

use crate::client::{Client, id, options, start, start_with};

fn days(days: i64) -> Advance {
    Advance::By(SignedDuration::from_hours(24 * days))
}

async fn expires(client: &Client, group: &str) -> Option<Timestamp> {
    let path = format!("/groups/{group}?$select=expirationDateTime");
    let group = client.get(&path).await.json();
    Some(group["expirationDateTime"].as_str()?.parse().unwrap())
}

/// A group of the owner's that was renewed just now and that nobody is in.
async fn quiet(client: &Client) -> String {
    let group = client.owned_ids().await.remove(0);
    client.post(&format!("/groups/{group}/renew")).await;
    let nobody = json!({"group": group, "inUse": false});
    assert_eq!(client.control("/activity", nobody).await.status, 204);
    group
}

async fn policy(client: &Client) -> String {
    let policies = client.get("/groupLifecyclePolicies").await.value();
    format!("/groupLifecyclePolicies/{}", id(&policies[0]))
}

async fn mails(client: &Client, group: &str) -> Vec<Value> {
    let mut mails = client.control_get("/outbox").await["value"].take();
    let mails = std::mem::take(mails.as_array_mut().unwrap());
    let about = |mail: &Value| mail["group"] == group;
    mails.into_iter().filter(about).collect()
}

#[tokio::test]
async fn listing_what_a_group_holds_is_no_activity_and_opening_it_is() {
    let client = start().await;
    let mut group = String::new();
    for candidate in client.owned_ids().await {
        let path = format!("/groups/{candidate}/threads?$top=1");
        if !client.get(&path).await.value().is_empty() {
            group = candidate;
        }
    }
    client.post(&format!("/groups/{group}/renew")).await;
    let nobody = json!({"group": group, "inUse": false});
    client.control("/activity", nobody).await;
    let before = expires(&client, &group).await.unwrap();
    client.practice.advance(days(100)).unwrap();
    for tail in [
        "conversations",
        "threads?$top=1",
        "events",
        "drive/root/children",
        "planner/plans",
        "onenote/pages",
        "members",
    ] {
        client.get(&format!("/groups/{group}/{tail}")).await;
    }
    client.practice.advance(days(60)).unwrap();
    assert_eq!(expires(&client, &group).await, Some(before));

    let path = format!("/groups/{group}/threads?$top=1");
    let thread = id(&client.get(&path).await.value()[0]).replace('/', "%2F");
    let thread = thread.replace('+', "%2B").replace('=', "%3D");
    let posts = format!("/groups/{group}/threads/{thread}/posts");
    assert_eq!(client.get(&posts).await.status, 200);
    assert_eq!(client.get(&posts).await.status, 200);
    let writes = client.control_get("/writes").await;
    let noticed = writes["value"].as_array().unwrap().iter();
    let noticed = noticed.filter(|write| write["write"] == "activity");
    assert_eq!(noticed.count(), 1, "once until it is renewed");
    client.practice.advance(Advance::Day).unwrap();
    assert!(expires(&client, &group).await.unwrap() > before);
}

#[tokio::test]
async fn the_outbox_tells_which_mails_were_sent_and_outlives_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    let kept = || PracticeOptions {
        state: Some(folder.path().join("practice.jsonl")),
        ..options()
    };
    let client = start_with(kept()).await;
    let group = quiet(&client).await;
    let before = mails(&client, &group).await.len();
    client.practice.advance(days(166)).unwrap();
    client.post(&format!("/groups/{group}/renew")).await;
    let sent = mails(&client, &group).await.split_off(before);
    let left: Vec<_> = sent.iter().map(|mail| mail["daysLeft"].clone()).collect();
    assert_eq!(left, [30, 15]);
    let to = sent[0]["to"].as_array().unwrap();
    assert!(
        to.iter()
            .any(|to| to == practice_tenant::PracticeTenant::owner_login())
    );
    drop(client);

    let client = start_with(kept()).await;
    assert_eq!(mails(&client, &group).await.split_off(before), sent);
}

#[tokio::test]
async fn a_renewal_by_activity_shows_in_the_next_round_of_changes() {
    let client = start().await;
    let group = quiet(&client).await;
    client.practice.advance(days(140)).unwrap();
    let active = json!({"group": group});
    assert_eq!(client.control("/activity", active).await.status, 204);
    let path = "/groups/delta?$deltatoken=latest&$select=expirationDateTime";
    let latest = client.get(path).await.json();
    client.practice.advance(days(6)).unwrap();
    let link = latest["@odata.deltaLink"].as_str().unwrap();
    let round = client.get(link).await.value();
    let told = round.iter().find(|told| id(told) == group).unwrap();
    let told: Timestamp = told["expirationDateTime"]
        .as_str()
        .unwrap()
        .parse()
        .unwrap();
    assert_eq!(expires(&client, &group).await, Some(told));
    let again = client.get(link).await.value();
    assert_eq!(again, round, "the same link tells the same");
}

#[tokio::test]
async fn an_administrator_selects_groups_up_to_five_hundred() {
    let client = start_with(PracticeOptions {
        groups: 505,
        users: 40,
        ..options()
    })
    .await;
    let owned = client.owned_ids().await;
    let policy = policy(&client).await;
    let selected = json!({"managedGroupTypes": "Selected"});
    assert_eq!(client.patch(&policy, selected.clone()).await.status, 403);
    let client = client.administrator();
    let added = json!({"groupId": owned[0]});
    let add = format!("{policy}/addGroup");
    let answer = client.send_json(Method::POST, &add, added.clone()).await;
    assert_eq!(answer.json()["value"], false, "all groups expire");
    let answer = client.patch(&policy, selected).await;
    assert_eq!(
        (answer.status, &answer.json()["managedGroupTypes"]),
        (200, &json!("Selected"))
    );
    assert_eq!(expires(&client, &owned[0]).await, None);
    for group in &owned[..500] {
        let answer = client
            .send_json(Method::POST, &add, json!({"groupId": group}))
            .await;
        assert_eq!(
            (answer.status, &answer.json()["value"]),
            (200, &json!(true))
        );
    }
    let more = json!({"groupId": owned[500]});
    let refused = client.wrong_json(Method::POST, &add, more.clone()).await;
    assert_eq!(
        (refused.status, refused.code().as_str()),
        (400, "Request_BadRequest")
    );
    let again = client.send_json(Method::POST, &add, added.clone()).await;
    assert_eq!(again.status, 200, "it is in already");
    assert!(expires(&client, &owned[0]).await.is_some());

    let remove = format!("{policy}/removeGroup");
    client.send_json(Method::POST, &remove, added).await;
    assert_eq!(expires(&client, &owned[0]).await, None);
    let policies = format!("/groups/{}/groupLifecyclePolicies", owned[0]);
    assert!(client.get(&policies).await.value().is_empty());
    assert_eq!(client.send_json(Method::POST, &add, more).await.status, 200);
    let short = json!({"groupLifetimeInDays": 29});
    assert_eq!(
        client
            .wrong_json(Method::PATCH, &policy, short)
            .await
            .status,
        400
    );
}

#[tokio::test]
async fn the_clock_goes_from_event_to_event() {
    let client = start().await;
    let mut before = client.practice.status().now;
    let mut kinds = Vec::new();
    for _ in 0..40 {
        let (at, kind, _) = client.practice.status().next_event.unwrap();
        client.practice.advance(Advance::NextEvent).unwrap();
        let now = client.practice.status().now;
        assert!(at > before && now > at && now.duration_since(at).as_secs() < 30);
        before = now;
        kinds.push(kind);
    }
    for kind in [EventKind::Notice, EventKind::Expiry, EventKind::Deletion] {
        assert!(kinds.contains(&kind), "{kind:?}");
    }
    let status = client.control_get("/status").await;
    assert!(status["nextEvent"]["kind"].is_string());
}
