//! Renewing, favorites, and the clock that dates them.

use jiff::{SignedDuration, Timestamp};
use practice_tenant::Advance;
use reqwest::Method;
use serde_json::{Value, json};

use crate::client::{Client, start};

fn at(value: &Value) -> Timestamp {
    value.as_str().unwrap().parse().unwrap()
}

async fn expiration(client: &Client, group: &str) -> Timestamp {
    at(&client
        .get(&format!("/groups/{group}?$select=id,expirationDateTime"))
        .await
        .json()["expirationDateTime"])
}

#[tokio::test]
async fn renewing_gives_the_policys_lifetime_from_now() {
    let client = start().await;
    let group = client.owned_ids().await.remove(1);
    client.practice.advance(Advance::Week).unwrap();
    let answer = client.post(&format!("/groups/{group}/renew")).await;
    assert_eq!((answer.status, answer.text.as_str()), (204, ""));
    let now = client.practice.status().now;
    let lifetime = expiration(&client, &group).await.duration_since(now);
    assert!(
        (lifetime - SignedDuration::from_hours(180 * 24)).abs() < SignedDuration::from_secs(30)
    );
    let group = client.get(&format!("/groups/{group}")).await.json();
    assert!(at(&group["renewedDateTime"]) >= at(&group["createdDateTime"]));
    let writes = client.control_get("/writes").await;
    assert_eq!(writes["value"][0]["write"], "renew");
}

#[tokio::test]
async fn the_index_behind_advanced_queries_sees_a_renewal_later() {
    let client = start().await;
    client
        .control("/behavior", json!({"indexLagSeconds": 3_600}))
        .await;
    let group = client.owned_ids().await.remove(1);
    let before = expiration(&client, &group).await;
    client.post(&format!("/groups/{group}/renew")).await;
    assert_ne!(expiration(&client, &group).await, before);
    let indexed =
        format!("/groups?$filter=id eq '{group}'&$count=true&$select=id,expirationDateTime");
    assert_eq!(
        at(&client.advanced(&indexed).await.value()[0]["expirationDateTime"]),
        before
    );
    client.practice.advance(Advance::Day).unwrap();
    assert_ne!(
        at(&client.advanced(&indexed).await.value()[0]["expirationDateTime"]),
        before
    );
}

#[tokio::test]
async fn a_favorite_is_mine_and_setting_it_twice_does_no_harm() {
    let client = start().await;
    let group = client.owned_ids().await.remove(0);
    let read = format!("/groups/{group}?$select=id,isFavorite");
    for _ in 0..2 {
        assert_eq!(
            client
                .post(&format!("/groups/{group}/addFavorite"))
                .await
                .status,
            200
        );
        assert_eq!(client.get(&read).await.json()["isFavorite"], true);
    }
    let minimal = client.request(Method::POST, &format!("/groups/{group}/removeFavorite"));
    assert_eq!(
        client
            .send(minimal.header("Prefer", "return=minimal"))
            .await
            .status,
        204
    );
    assert_eq!(client.get(&read).await.json()["isFavorite"], false);
    client.post(&format!("/groups/{group}/addFavorite")).await;
    assert_eq!(
        client.administrator().get(&read).await.json()["isFavorite"],
        false
    );
}

#[tokio::test]
async fn favorites_can_be_null_or_refused() {
    let client = start().await;
    let group = client.owned_ids().await.remove(0);
    client.post(&format!("/groups/{group}/addFavorite")).await;
    let read = format!("/groups/{group}?$select=id,isFavorite");
    client
        .control("/behavior", json!({"favorites": "null"}))
        .await;
    assert!(client.get(&read).await.json()["isFavorite"].is_null());
    client
        .control("/behavior", json!({"favorites": "refused"}))
        .await;
    assert_eq!(client.get(&read).await.status, 400);
    client
        .control("/behavior", json!({"favorites": "readable"}))
        .await;
    assert_eq!(client.get(&read).await.json()["isFavorite"], true);
}

#[tokio::test]
async fn security_groups_neither_expire_nor_become_favorites() {
    let client = start().await;
    let groups = client
        .get("/groups?$filter=securityEnabled eq true")
        .await
        .value();
    assert!(groups[0]["expirationDateTime"].is_null());
    let id = groups[0]["id"].as_str().unwrap();
    assert_eq!(
        client
            .post(&format!("/groups/{id}/addFavorite"))
            .await
            .status,
        400
    );
}

#[tokio::test]
async fn every_answer_is_dated_by_the_tenants_clock() {
    let client = start().await;
    client
        .practice
        .advance(Advance::By(SignedDuration::from_hours(24 * 400)))
        .unwrap();
    let year = client.practice.status().now.strftime("%Y").to_string();
    assert!(client.get("/me").await.header("date").contains(&year));
}

#[tokio::test]
async fn the_clock_goes_to_just_before_the_next_expiry() {
    let client = start().await;
    let (expires, name) = client.practice.status().next_expiry.unwrap();
    client.practice.advance(Advance::NextExpiry).unwrap();
    let status = client.practice.status();
    assert!(expires.duration_since(status.now).abs() <= SignedDuration::from_mins(2));
    assert_eq!(status.next_expiry.unwrap().1, name);
    client.practice.advance(Advance::Week).unwrap();
    assert_ne!(client.practice.status().next_expiry.unwrap().1, name);
}

#[tokio::test]
async fn a_post_may_come_without_body_and_length() {
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    let client = start().await;
    let group = client.owned_ids().await.remove(0);
    let address = client.practice.authority().replace("http://", "");
    let mut stream = tokio::net::TcpStream::connect(&address).await.unwrap();
    let request = format!(
        "POST /v1.0/groups/{group}/renew HTTP/1.1\r\nHost: {address}\r\nAuthorization: Bearer {}\r\nConnection: close\r\n\r\n",
        client.token
    );
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.unwrap();
    assert!(answer.starts_with("HTTP/1.1 204"), "{answer}");
}
