//! The company that a tenant begins with, and what of it survives.

use practice_tenant::PracticeOptions;
use serde_json::{Value, json};

use crate::client::{Client, options, start, start_with, texts};

async fn owned(client: &Client) -> Vec<Value> {
    let mut groups = Vec::new();
    for group in client.owned_ids().await {
        groups.push(client.truth(&group).await);
    }
    groups
}

#[tokio::test]
async fn the_owners_groups_are_as_groups_are_in_companies() {
    let client = start().await;
    let me = client.my_id().await;
    let disabled = client.people(|user| user["enabled"] == false).await;
    let groups = owned(&client).await;
    let owners = |group: &Value| texts(&group["owners"]);
    let count =
        |wanted: &dyn Fn(&Value) -> bool| groups.iter().filter(|group| wanted(group)).count();
    assert_eq!(groups.len(), 52);
    assert!(count(&|group| owners(group).len() == 1) > 5);
    assert!(count(&|group| owners(group).iter().any(|owner| disabled.contains(owner))) > 2);
    assert!(count(&|group| !texts(&group["members"]).contains(&me)) > 2);
    assert_eq!(count(&|group| group["favorite"] == true), 4);
    assert!(count(&|group| group["dynamic"] == true) > 2);
    assert!(count(&|group| group["visibility"] == "HiddenMembership") > 0);
    let software = client
        .people(|user| user["displayName"] == "Room Booking Service")
        .await;
    assert!(count(&|group| owners(group).contains(&software[0])) > 0);
    let world = client.control_get("/world").await;
    assert_eq!(world["deletedGroups"].as_array().unwrap().len(), 3);
    let synced = world["groups"].as_array().unwrap().iter();
    let synced = synced.filter(|group| group["synced"] == true);
    assert_eq!(synced.count(), 1);
}

#[tokio::test]
async fn a_large_company_has_a_group_of_ten_thousand() {
    let client = start_with(PracticeOptions {
        users: 12_000,
        groups: 20,
        ..options()
    })
    .await;
    let world = client.control_get("/world").await;
    let groups = world["groups"].as_array().unwrap();
    let large = groups
        .iter()
        .map(|group| group["members"].as_u64().unwrap())
        .max();
    assert!(large.unwrap() > 10_000);
}

#[tokio::test]
async fn every_kind_of_change_is_kept_through_an_end() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("practice.jsonl");
    let kept = || PracticeOptions {
        state: Some(file.clone()),
        ..options()
    };
    let client = start_with(kept()).await;
    let people = client.colleagues().await;
    let ids = client.owned_ids().await;
    let group = client.create("Tree nursery", "tree-nursery").await;
    let path = format!("/groups/{group}");
    client.add(&group, "members", &people[0]).await;
    client.add(&group, "members", &people[1]).await;
    client.add(&group, "owners", &people[2]).await;
    client.take_out(&group, "members", &people[0]).await;
    let change =
        json!({"description": "Seedlings", "members@odata.bind": client.bound(&people[5..8])});
    client.patch(&path, change).await;
    client
        .control("/clock", json!({"advanceSeconds": 120}))
        .await;
    client
        .patch(&path, json!({"allowExternalSenders": true}))
        .await;
    client.control("/policy", json!({"labels": true})).await;
    let label = client.control_get("/world").await["labels"][1]["id"].clone();
    client
        .patch(&path, json!({"assignedLabels": [{"labelId": label}]}))
        .await;
    client.delete(&format!("/groups/{}", ids[0])).await;
    client.delete(&format!("/groups/{}", ids[1])).await;
    client
        .post(&format!("/directory/deletedItems/{}/restore", ids[1]))
        .await;
    client.control("/users", json!({"delete": people[9]})).await;
    client
        .control("/users", json!({"disable": people[10]}))
        .await;
    client
        .control(
            "/policy",
            json!({"prefixSuffix": "A_[GroupName]", "lifetimeDays": 200}),
        )
        .await;
    let before = (
        client.control_get("/world").await,
        client.truth(&group).await,
    );
    let writes = client.control_get("/writes").await;
    drop(client);

    let client = start_with(kept()).await;
    let after = (
        client.control_get("/world").await,
        client.truth(&group).await,
    );
    assert_eq!(after, before);
    assert_eq!(client.control_get("/writes").await, writes);
    assert_eq!(after.1["description"], "Seedlings");
    assert_eq!(after.1["label"], "Confidential");
    let refused = json!({"displayName": "Chess"});
    assert_eq!(
        client.patch(&path, refused).await.status,
        400,
        "the policy is kept"
    );
}

#[tokio::test]
async fn what_many_write_at_once_is_done_once_each() {
    let client = start().await;
    let group = client.create("Tree nursery", "tree-nursery").await;
    let people = client.colleagues().await;
    let mut calls = Vec::new();
    for person in people[..30].iter().chain(&people[..30]) {
        calls.push(client.add(&group, "members", person));
    }
    let answers = futures::future::join_all(calls).await;
    let done = answers.iter().filter(|answer| answer.status == 204).count();
    assert_eq!(done, 30);
    let members = texts(&client.truth(&group).await["members"]);
    assert_eq!(members.len(), 30);
    let same = crate::client::new_group("Same", "the-same");
    let creations =
        (0..8).map(|_| client.send_json(reqwest::Method::POST, "/groups", same.clone()));
    let created = futures::future::join_all(creations).await;
    assert_eq!(
        created.iter().filter(|answer| answer.status == 201).count(),
        1
    );
}

#[tokio::test]
async fn ten_thousand_groups_are_there_from_the_start() {
    let client = start_with(PracticeOptions {
        groups: 10_000,
        users: 2_000,
        ..options()
    })
    .await;
    let count = client.advanced("/groups/$count").await.text;
    assert!(count.parse::<usize>().unwrap() > 12_000);
    assert_eq!(client.owned_ids().await.len(), 999);
}
