//! Taking people out, and deleting: what a DELETE is sent to.

use std::collections::BTreeMap;
use std::sync::Mutex;

use futures::StreamExt as _;
use graph_client::models::UserId;
use serde_json::json;
use wiremock::matchers::{any, method};
use wiremock::{Mock, MockServer, ResponseTemplate};

use super::batch_server::{answering, failed, items_sent};
use super::{GROUP, client_of, graph_error, group_id, group_ids, serving, user_id, user_ids};

/// Everything that takes somebody out of a group; returns the addresses that were deleted.
async fn every_removal(person: &UserId) -> Vec<String> {
    let server = answering(|_| json!({ "status": 204 })).await;
    let client = client_of(&server);
    let group = client.group(&group_id());
    let single = Mock::given(method("DELETE")).respond_with(ResponseTemplate::new(204));
    single.mount(&server).await;
    group.remove_member(person).await.unwrap();
    group.remove_owner(person).await.unwrap();
    let pair = || vec![((), group_id(), person.clone())];
    let groups = client.groups();
    let removed: Vec<_> = groups.remove_members_many(pair()).collect().await;
    assert!(removed[0].1.is_ok());
    let removed: Vec<_> = groups.remove_owners_many(pair()).collect().await;
    assert!(removed[0].1.is_ok());

    let requests = server.received_requests().await.unwrap();
    let single = requests
        .iter()
        .filter(|request| request.method.as_str() == "DELETE")
        .map(|request| request.url.path().to_owned());
    let batched = items_sent(&server).await.into_iter().map(|item| {
        assert_eq!(item["method"], "DELETE");
        format!("/v1.0{}", item["url"].as_str().unwrap())
    });
    single.chain(batched).collect()
}

#[tokio::test]
async fn every_removal_deletes_the_reference_and_none_the_person() {
    let odd = ["x", "-", "----", "ref", "members", "0"];
    let ids = odd.map(|id| UserId::try_from(id.to_owned()).unwrap());
    for person in ids.into_iter().chain([user_id()]) {
        let reference = |relation| format!("/v1.0/groups/{GROUP}/{relation}/{person}/$ref");
        let (member, owner) = (reference("members"), reference("owners"));
        assert_eq!(
            every_removal(&person).await,
            [member.clone(), owner.clone(), member, owner]
        );
    }
}

#[tokio::test]
async fn an_id_that_would_change_the_address_cannot_be_had() {
    for odd in [
        "", " ", ".", "..", "a/b", "a?b", "a#b", "%2e%2e", "a\u{0}b", "..%2f",
    ] {
        assert!(UserId::try_from(odd.to_owned()).is_err(), "{odd:?}");
        let answer = json!({ "value": [{ "id": odd }] });
        let answer = ResponseTemplate::new(200).set_body_json(answer);
        let server = serving("GET", &format!("/groups/{GROUP}/members"), answer).await;
        let client = client_of(&server);
        let mut members = std::pin::pin!(client.group(&group_id()).members().items());
        assert!(members.next().await.unwrap().is_err(), "{odd:?}");
    }
}

#[tokio::test]
async fn a_removal_whose_answer_was_lost_is_not_sent_again() {
    let server = MockServer::start().await;
    let lost = Mock::given(any()).respond_with(ResponseTemplate::new(504));
    lost.expect(1).mount(&server).await;
    let group = client_of(&server);
    let removed = group.group(&group_id()).remove_owner(&user_id()).await;
    assert!(removed.unwrap_err().outcome_unknown());
}

#[tokio::test]
async fn the_last_owner_stays_by_the_services_word() {
    let address = format!("/groups/{GROUP}/owners/{}/$ref", user_id());
    let answer = graph_error(400, "Request_BadRequest", json!(null));
    let server = serving("DELETE", &address, answer).await;
    let group = client_of(&server);
    let removed = group.group(&group_id()).remove_owner(&user_id()).await;
    assert_eq!(removed.unwrap_err().status(), Some(400));
}

#[tokio::test]
async fn only_the_throttled_removal_goes_again() {
    let seen = Mutex::new(BTreeMap::<String, u32>::new());
    let server = answering(move |item| {
        let url = item["url"].as_str().unwrap().to_owned();
        let mut seen = seen.lock().unwrap();
        let times = seen.entry(url.clone()).or_default();
        *times += 1;
        if url.contains("9000-000000000002") && *times == 1 {
            json!({ "status": 429, "headers": { "Retry-After": "0" } })
        } else {
            json!({ "status": 204 })
        }
    })
    .await;
    let pairs = user_ids(5)
        .into_iter()
        .map(|id| (id.clone(), group_id(), id));

    let outcomes: Vec<_> = client_of(&server)
        .groups()
        .remove_members_many(pairs.collect())
        .collect()
        .await;

    assert!(outcomes.iter().all(|(_, outcome)| outcome.is_ok()));
    assert_eq!(items_sent(&server).await.len(), 6);
}

#[tokio::test]
async fn groups_are_deleted_one_or_many() {
    let answer = ResponseTemplate::new(204);
    let server = serving("DELETE", &format!("/groups/{GROUP}"), answer).await;
    client_of(&server)
        .group(&group_id())
        .delete()
        .await
        .unwrap();

    let server = answering(|item| {
        if item["url"].as_str().unwrap().ends_with("000000000001") {
            failed(404, "Request_ResourceNotFound")
        } else {
            json!({ "status": 204 })
        }
    })
    .await;
    let outcomes: BTreeMap<_, _> = client_of(&server)
        .groups()
        .delete_many(group_ids(3))
        .collect()
        .await;
    let gone: Vec<_> = outcomes.values().map(Result::is_ok).collect();
    assert_eq!(gone, [true, false, true]);
    let item = &items_sent(&server).await[0];
    assert_eq!(item["url"], format!("/groups/{}", group_ids(1)[0]));
}
