//! What a tenant keeps in its file, and what makes it forget.

use practice_tenant::{Advance, PracticeOptions, PracticeTenant, StartError};
use reqwest::Method;

use crate::client::{options, start, start_with};

fn with_state(path: &std::path::Path) -> PracticeOptions {
    PracticeOptions {
        state: Some(path.to_owned()),
        ..options()
    }
}

#[tokio::test]
async fn a_tenant_that_is_dropped_goes_on_where_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("state/practice.jsonl");
    let client = start_with(with_state(&file)).await;
    let group = client.owned_ids().await.remove(3);
    client.practice.advance(Advance::Week).unwrap();
    client.post(&format!("/groups/{group}/renew")).await;
    client.post(&format!("/groups/{group}/addFavorite")).await;
    let shown = format!("/groups/{group}?$select=id,displayName,expirationDateTime,isFavorite");
    let before = client.get(&shown).await.json();
    let (token, now) = (client.token.clone(), client.practice.status().now);
    drop(client);

    let client = start_with(with_state(&file)).await;
    let after = client.get(&shown).await.json();
    assert_eq!(after["expirationDateTime"], before["expirationDateTime"]);
    assert_eq!(
        (after["isFavorite"].as_bool(), &client.token),
        (Some(true), &token)
    );
    assert!(client.practice.status().now >= now);
}

#[tokio::test]
async fn half_a_line_at_the_end_costs_nothing_that_was_acknowledged() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("practice.jsonl");
    let client = start_with(with_state(&file)).await;
    let group = client.owned_ids().await.remove(0);
    client.post(&format!("/groups/{group}/addFavorite")).await;
    drop(client);
    let mut text = std::fs::read_to_string(&file).unwrap();
    text.push_str("{\"write\":{\"write\":\"ren");
    std::fs::write(&file, text).unwrap();
    let client = start_with(with_state(&file)).await;
    let read = client
        .get(&format!("/groups/{group}?$select=id,isFavorite"))
        .await;
    assert_eq!(read.json()["isFavorite"], true);
}

#[tokio::test]
async fn a_damaged_file_is_put_aside_and_a_new_tenant_made() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("practice.jsonl");
    std::fs::write(&file, "no state at all").unwrap();
    let client = start_with(with_state(&file)).await;
    assert_eq!(client.owned_ids().await.len(), 52);
    assert!(folder.path().join("practice.jsonl.damaged").exists());
}

#[tokio::test]
async fn a_reset_forgets_writes_but_people_stay_signed_in() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("practice.jsonl");
    let client = start_with(with_state(&file)).await;
    let group = client.owned_ids().await.remove(0);
    client.post(&format!("/groups/{group}/addFavorite")).await;
    client.practice.reset(30, 60).unwrap();
    assert_eq!(client.owned_ids().await.len(), 30);
    assert!(
        client.control_get("/writes").await["value"]
            .as_array()
            .unwrap()
            .is_empty()
    );
    drop(client);
    assert_eq!(
        start_with(with_state(&file)).await.owned_ids().await.len(),
        30
    );
}

#[tokio::test]
async fn the_same_seed_draws_the_same_people_and_groups() {
    let (first, second) = (start().await, start().await);
    assert_eq!(first.owned_ids().await, second.owned_ids().await);
    let other = start_with(PracticeOptions {
        seed: 2,
        ..options()
    })
    .await;
    assert_ne!(first.owned_ids().await, other.owned_ids().await);
}

#[tokio::test]
async fn some_groups_expire_soon_and_most_later() {
    let client = start().await;
    let now = client.practice.status().now;
    let select = "/me/ownedObjects/microsoft.graph.group?$top=999&$select=id,expirationDateTime";
    let groups = client.get(select).await.value();
    let within = |days: i64| {
        let due = |group: &&serde_json::Value| {
            let expires: jiff::Timestamp = group["expirationDateTime"]
                .as_str()
                .unwrap()
                .parse()
                .unwrap();
            expires.duration_since(now).as_hours() < days * 24
        };
        groups.iter().filter(due).count()
    };
    assert_eq!(
        (within(2), within(15), within(30), within(181)),
        (3, 8, 12, 52)
    );
}

#[tokio::test]
async fn an_address_that_is_taken_is_an_error_that_names_it() {
    let client = start().await;
    let listen = client
        .practice
        .authority()
        .replace("http://", "")
        .parse()
        .unwrap();
    let error = PracticeTenant::start(PracticeOptions {
        listen,
        ..options()
    })
    .await
    .err()
    .unwrap();
    assert!(matches!(error, StartError::Listen { .. }));
    assert!(error.to_string().contains("127.0.0.1"));
}

#[tokio::test]
async fn the_program_shuts_down_in_order() {
    let client = start().await;
    let request = client.request(Method::GET, "/me");
    client.practice.shutdown().await;
    assert!(request.send().await.is_err());
}
