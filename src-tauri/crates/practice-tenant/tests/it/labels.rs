//! Sensitivity labels, which take the place of classifications where a tenant has them for its groups.

use reqwest::Method;
use serde_json::{Value, json};

use crate::client::{Client, id, new_group_with, start};

/// A tenant whose groups have labels, and their ids.
async fn with_labels() -> (Client, Vec<String>) {
    let client = start().await;
    let on = client.control("/policy", json!({"labels": true})).await;
    assert_eq!(on.status, 204);
    let labels = client.control_get("/world").await["labels"].clone();
    let labels = labels.as_array().unwrap().iter().map(id).collect();
    (client, labels)
}

async fn labels_of(client: &Client, group: &str) -> Value {
    let path = format!("/groups/{group}?$select=assignedLabels");
    client.get(&path).await.json()["assignedLabels"].clone()
}

fn chosen(label: &str) -> Value {
    json!({"assignedLabels": [{"labelId": label}]})
}

#[tokio::test]
async fn a_label_is_given_with_the_group_and_read_with_its_name() {
    let (client, labels) = with_labels().await;
    let created = client
        .send_json(Method::POST, "/groups", new_group_with(chosen(&labels[1])))
        .await;
    assert_eq!(created.status, 201, "{}", created.text);
    let group = id(&created.json());
    assert_eq!(
        labels_of(&client, &group).await,
        json!([{"labelId": labels[1], "displayName": "Confidential"}])
    );
    let unasked = client.get(&format!("/groups/{group}")).await.json();
    assert!(unasked.get("assignedLabels").is_none(), "{unasked}");
}

#[tokio::test]
async fn a_label_is_exchanged_and_taken_away() {
    let (client, labels) = with_labels().await;
    let group = client.owned_ids().await.remove(0);
    let path = format!("/groups/{group}");
    let changed = client.patch(&path, chosen(&labels[2])).await;
    assert_eq!(changed.status, 204, "{}", changed.text);
    let now = labels_of(&client, &group).await;
    assert_eq!(now[0]["displayName"], "Highly Confidential");
    client.patch(&path, json!({"assignedLabels": []})).await;
    assert_eq!(labels_of(&client, &group).await, json!([]));
}

#[tokio::test]
async fn a_tenant_without_labels_takes_and_tells_none() {
    let (client, labels) = with_labels().await;
    let select = "/me/ownedObjects/microsoft.graph.group?$select=id,assignedLabels&$top=100";
    let labelled = |groups: Vec<Value>| {
        let has = |group: &&Value| group["assignedLabels"][0]["labelId"].is_string();
        groups.iter().filter(has).count()
    };
    let count = labelled(client.get(select).await.value());
    assert!((10..52).contains(&count), "{count} groups have a label");
    client.control("/policy", json!({"labels": false})).await;
    assert_eq!(labelled(client.get(select).await.value()), 0);
    let path = format!("/groups/{}", client.owned_ids().await[0]);
    for (method, path, body) in [
        (Method::PATCH, path.as_str(), chosen(&labels[0])),
        (Method::POST, "/groups", new_group_with(chosen(&labels[0]))),
    ] {
        let refused = client.wrong_json(method, path, body).await;
        assert_eq!(refused.code(), "Request_BadRequest");
        assert!(refused.text.contains("not enabled"), "{}", refused.text);
    }
}

#[tokio::test]
async fn there_is_one_label_of_those_that_exist_and_no_classification_beside() {
    let (client, labels) = with_labels().await;
    let group = client.owned_ids().await.remove(0);
    let path = format!("/groups/{group}");
    let before = labels_of(&client, &group).await;
    for (change, property) in [
        (chosen("general"), "assignedLabels"),
        (json!({"assignedLabels": null}), "assignedLabels"),
        (
            json!({"assignedLabels": [{"labelId": labels[0]}, {"labelId": labels[1]}]}),
            "assignedLabels",
        ),
        (json!({"classification": "Internal"}), "classification"),
    ] {
        let refused = client.wrong_json(Method::PATCH, &path, change).await;
        assert_eq!(refused.status, 400);
        assert!(refused.text.contains(property), "{}", refused.text);
    }
    assert_eq!(labels_of(&client, &group).await, before);
    let settings = client.get("/groupSettings").await.text;
    assert!(settings.contains(r#""name":"EnableMIPLabels","value":"true""#));
}
