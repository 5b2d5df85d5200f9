//! Batches: items on their own, dependencies, and what makes a batch malformed.

use reqwest::Method;
use serde_json::{Value, json};

use crate::client::{Answer, start};

fn responses(answer: &Answer) -> Vec<Value> {
    answer.json()["responses"].as_array().unwrap().clone()
}

fn of<'a>(responses: &'a [Value], id: &str) -> &'a Value {
    responses
        .iter()
        .find(|response| response["id"] == id)
        .unwrap()
}

#[tokio::test]
async fn each_item_has_its_own_status_and_body() {
    let client = start().await;
    let group = client.owned_ids().await.remove(0);
    let answer = client
        .batch(json!([
            {"id": "1", "method": "GET", "url": format!("/groups/{group}?$select=id,isFavorite")},
            {"id": "2", "method": "POST", "url": format!("/groups/{group}/renew")},
            {"id": "3", "method": "GET", "url": "/groups/00000000-0000-0000-0000-000000000001"},
            {"id": "4", "method": "GET", "url": format!("/groups/{group}/members/$count"), "headers": {"ConsistencyLevel": "eventual"}},
        ]))
        .await;
    let responses = responses(&answer);
    assert_eq!(of(&responses, "1")["body"]["isFavorite"], false);
    assert_eq!(of(&responses, "2")["status"], 204);
    assert_eq!(
        of(&responses, "3")["body"]["error"]["code"],
        "Request_ResourceNotFound"
    );
    assert!(of(&responses, "4")["body"].as_u64().unwrap() > 0);
}

#[tokio::test]
async fn ids_may_be_numbers_and_addresses_absolute() {
    let client = start().await;
    let url = format!("{}/me?$select=id", client.practice.graph());
    let request = client
        .request(Method::POST, "/$batch")
        .header("x-practice-kind", "negative");
    let answer = client
        .send(request.json(&json!({"requests": [{"id": 7, "method": "get", "url": url}]})))
        .await;
    assert_eq!(of(&responses(&answer), "7")["status"], 200);
}

#[tokio::test]
async fn what_depends_on_a_failure_is_not_done() {
    let client = start().await;
    let group = client.owned_ids().await.remove(0);
    let answer = client
        .batch(json!([
            {"id": "a", "method": "GET", "url": "/groups/00000000-0000-0000-0000-000000000001"},
            {"id": "b", "method": "POST", "url": format!("/groups/{group}/addFavorite"), "dependsOn": ["a"]},
        ]))
        .await;
    assert_eq!(of(&responses(&answer), "b")["status"], 424);
    assert!(
        client.control_get("/writes").await["value"]
            .as_array()
            .unwrap()
            .is_empty()
    );
}

#[tokio::test]
async fn a_malformed_batch_is_refused_as_a_whole() {
    let client = start().await;
    let item = |id: &str| json!({"id": id, "method": "GET", "url": "/me"});
    let many: Vec<Value> = (0..21).map(|id| item(&id.to_string())).collect();
    let bodiless = json!({"id": "1", "method": "POST", "url": "/me", "body": {}});
    for requests in [
        json!([]),
        json!(many),
        json!([item("1"), item("1")]),
        json!([bodiless]),
    ] {
        let request = client
            .request(Method::POST, "/$batch")
            .header("x-practice-kind", "negative");
        let answer = client
            .send(request.json(&json!({ "requests": requests })))
            .await;
        assert_eq!((answer.status, answer.code().as_str()), (400, "BadRequest"));
    }
}

#[tokio::test]
async fn every_item_has_an_id_of_its_own_for_the_services_support() {
    let client = start().await;
    let own = "5f1c2f7e-0d0b-4a5e-9b51-1f6b7c0d9a2e";
    let nowhere = "/groups/00000000-0000-0000-0000-000000000000";
    let requests = json!([
        {"id": "1", "method": "GET", "url": nowhere, "headers": {"client-request-id": own}},
        {"id": "2", "method": "GET", "url": nowhere},
    ]);
    let answer = client.batch(requests).await.json();
    let inner = |id: &str| {
        let responses = answer["responses"].as_array().unwrap().clone();
        let response = responses.into_iter().find(|one| one["id"] == id).unwrap();
        response["body"]["error"]["innerError"].clone()
    };
    assert_eq!(inner("1")["client-request-id"], own);
    assert_ne!(inner("1")["request-id"], inner("2")["request-id"]);
}
