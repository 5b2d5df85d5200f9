//! Many requests in few.

use std::collections::BTreeMap;

use futures::StreamExt as _;
use graph_client::models::{FavoriteState, GroupId};
use graph_client::{ErrorKind, GraphError};
use serde_json::json;
use wiremock::matchers::path;
use wiremock::{Mock, MockServer, ResponseTemplate};

use super::batch_server::{answering, failed, items_sent};
use super::{client_of, group_ids};

async fn renewed(
    server: &MockServer,
    ids: Vec<GroupId>,
) -> BTreeMap<GroupId, Result<(), GraphError>> {
    client_of(server).groups().renew_many(ids).collect().await
}

#[tokio::test]
async fn five_hundred_renewals_are_twenty_five_requests() {
    let server = answering(|_| json!({ "status": 204 })).await;
    let outcomes = renewed(&server, group_ids(500)).await;
    assert!(outcomes.len() == 500 && outcomes.values().all(Result::is_ok));
    assert_eq!(server.received_requests().await.unwrap().len(), 25);
}

#[tokio::test]
async fn only_the_throttled_items_go_again() {
    let sent = std::sync::Mutex::new(BTreeMap::<String, u32>::new());
    let server = answering(move |item| {
        let url = item["url"].as_str().unwrap().to_owned();
        let mut sent = sent.lock().unwrap();
        let times = sent.entry(url.clone()).or_default();
        *times += 1;
        let throttled = url.contains("000000000007") && *times == 1;
        assert!(
            *times == 1 || url.contains("000000000007"),
            "{url} was renewed twice"
        );
        if throttled {
            json!({ "status": 429, "headers": { "Retry-After": "0" } })
        } else {
            json!({ "status": 204 })
        }
    })
    .await;

    let outcomes = renewed(&server, group_ids(20)).await;

    assert!(outcomes.values().all(Result::is_ok));
    assert_eq!(server.received_requests().await.unwrap().len(), 2);
}

/// Turns the first item of each of the first batches away.
fn turned_away_once(wait: &'static str) -> impl Fn(&serde_json::Value) -> serde_json::Value {
    let seen = std::sync::Mutex::new(std::collections::BTreeSet::new());
    move |item| {
        let url = item["url"].as_str().unwrap().to_owned();
        let first = seen.lock().unwrap().insert(url);
        if first && item["id"] == "0" {
            json!({ "status": 429, "headers": { "Retry-After": wait } })
        } else {
            json!({ "status": 204 })
        }
    }
}

#[tokio::test]
async fn many_batches_wait_once_for_what_was_turned_away_of_each() {
    let server = answering(turned_away_once("1")).await;
    let outcomes = renewed(&server, group_ids(160)).await;
    assert!(outcomes.len() == 160 && outcomes.values().all(Result::is_ok));
    let requests = server.received_requests().await.unwrap();
    let items = |request: &wiremock::Request| {
        let batch: serde_json::Value = request.body_json().unwrap();
        batch["requests"].as_array().unwrap().len()
    };
    let sizes: Vec<_> = requests.iter().map(items).collect();
    assert_eq!(sizes[..8], [20; 8], "fresh ones go first: {sizes:?}");
    assert_eq!(sizes[8..].iter().sum::<usize>(), 8, "{sizes:?}");
    assert!(sizes.len() <= 10, "they go together: {sizes:?}");
}

#[tokio::test]
async fn who_has_a_queue_of_their_own_hears_at_once_when_to_send_again() {
    let server = answering(turned_away_once("30")).await;
    let client = client_of(&server);
    let outcomes = client.groups().once().renew_many(group_ids(20));
    let failed: Vec<GraphError> = outcomes
        .filter_map(|(_, outcome)| async { outcome.err() })
        .collect()
        .await;
    assert_eq!(failed.len(), 1);
    assert_eq!(failed[0].kind(), &ErrorKind::Throttled);
    assert!(failed[0].again_after().unwrap().as_secs() >= 30);
    assert_eq!(server.received_requests().await.unwrap().len(), 1);
}

#[tokio::test]
async fn each_item_has_its_own_error() {
    let server = answering(|item| {
        if item["url"].as_str().unwrap().contains("000000000003") {
            json!({ "status": 403, "body": { "error": { "code": "Authorization_RequestDenied", "message": "" } } })
        } else {
            json!({ "status": 204 })
        }
    })
    .await;

    let outcomes = renewed(&server, group_ids(5)).await;

    let failed: Vec<_> = outcomes.into_values().filter_map(Result::err).collect();
    assert_eq!(failed.len(), 1);
    assert_eq!(failed[0].code(), Some("Authorization_RequestDenied"));
}

#[tokio::test]
async fn favorites_are_set_together_each_with_its_own_outcome() {
    let seen = std::sync::Mutex::new(std::collections::BTreeSet::new());
    let server = answering(move |item| {
        let url = item["url"].as_str().unwrap().to_owned();
        let first = seen.lock().unwrap().insert(url.clone());
        match url {
            url if url.contains("000000000002") => failed(404, "Request_ResourceNotFound"),
            url if url.contains("000000000003") && first => {
                json!({ "status": 429, "headers": { "Retry-After": "0" } })
            }
            _ => json!({ "status": 204 }),
        }
    })
    .await;
    let ids = group_ids(5);
    // Every other one is taken from the favorites.
    let marks = (0..5).map(|index| index % 2 == 0);
    let favorites: Vec<_> = ids.iter().cloned().zip(marks).collect();

    let client = client_of(&server);
    let outcomes = client.groups().set_favorites_many(favorites.clone());
    let outcomes: BTreeMap<GroupId, Result<(), GraphError>> = outcomes.collect().await;

    assert_eq!(outcomes.len(), 5);
    for (id, outcome) in &outcomes {
        let gone = id.as_str().contains("000000000002");
        assert_eq!(outcome.is_err(), gone, "{id}");
        assert!(outcome.as_ref().err().is_none_or(GraphError::is_not_found));
    }
    let sent = items_sent(&server).await;
    let throttled = |url: &&str| url.contains("000000000003");
    let mut urls: Vec<&str> = sent
        .iter()
        .map(|item| item["url"].as_str().unwrap())
        .collect();
    assert_eq!(urls.iter().copied().filter(|url| throttled(url)).count(), 2);
    urls.sort_unstable();
    urls.dedup();
    let expected = favorites.iter().map(|(id, marked)| {
        let action = if *marked { "add" } else { "remove" };
        format!("/groups/{id}/{action}Favorite")
    });
    assert_eq!(urls, expected.collect::<Vec<_>>());
    assert!(sent.iter().all(|item| item["method"] == "POST"));
}

#[tokio::test]
async fn an_item_that_was_left_out_has_an_unknown_outcome_and_is_not_sent_again() {
    let server = MockServer::start().await;
    let nothing = ResponseTemplate::new(200).set_body_json(json!({ "responses": [] }));
    Mock::given(path("/v1.0/$batch"))
        .respond_with(nothing)
        .expect(1)
        .mount(&server)
        .await;

    let outcomes = renewed(&server, group_ids(1)).await;

    let error = outcomes.into_values().next().unwrap().unwrap_err();
    assert_eq!(error.kind(), &ErrorKind::Lost);
    assert!(error.outcome_unknown());
}

#[tokio::test]
async fn a_favorite_that_the_service_does_not_tell_is_unknown() {
    let server = answering(|item| match item["id"].as_str().unwrap() {
        "0" => json!({ "status": 200, "body": { "id": "x", "isFavorite": true } }),
        "1" => json!({ "status": 200, "body": { "id": "x", "isFavorite": null } }),
        "2" => {
            json!({ "status": 400, "body": { "error": { "code": "BadRequest", "message": "" } } })
        }
        _ => json!({ "status": 200, "body": { "id": "x", "isFavorite": false } }),
    })
    .await;

    let answers = client_of(&server).groups().favorites(&group_ids(4)).await;

    let mut states: BTreeMap<_, _> = answers
        .into_iter()
        .map(|(id, state)| (id, state.unwrap()))
        .collect();
    let states: Vec<_> = group_ids(4)
        .iter()
        .map(|id| states.remove(id).unwrap())
        .collect();
    use FavoriteState::{Marked, Unknown, Unmarked};
    assert_eq!(states, [Marked, Unknown, Unknown, Unmarked]);
}

#[tokio::test]
async fn counts_that_may_not_be_read_leave_the_owners() {
    let server = answering(|item| {
        let url = item["url"].as_str().unwrap();
        if url.contains("/owners") {
            let owner = json!({ "id": "o", "displayName": "Ada", "userType": "Member", "accountEnabled": true });
            json!({ "status": 200, "body": { "value": [owner] } })
        } else {
            json!({ "status": 403, "body": { "error": { "code": "Authorization_RequestDenied", "message": "" } } })
        }
    })
    .await;

    let answers = client_of(&server).groups().people(&group_ids(2)).await;

    for (_, people) in answers {
        let people = people.unwrap();
        assert_eq!(
            (people.owners.len(), people.member_count, people.guest_count),
            (1, None, None)
        );
    }
}
