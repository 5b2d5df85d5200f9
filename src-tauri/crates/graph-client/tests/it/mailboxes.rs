//! One mailbox beside others and the directory: four requests at once, and pauses of its own.

use std::sync::Arc;

use futures::TryStreamExt as _;
use graph_client::credential::StaticToken;
use graph_client::models::{Conversation, GroupId};
use graph_client::{ClientOptions, ErrorKind, GraphClient, GraphError, GraphRoot};
use serde_json::json;
use wiremock::matchers::path;
use wiremock::{Mock, MockServer, ResponseTemplate};

use super::held_server::holding;
use super::{client_of, group_ids};

const NOTHING: &str = r#"{"value":[]}"#;

async fn listed(client: &GraphClient, group: &GroupId) -> Result<Vec<Conversation>, GraphError> {
    let conversations = client.group(group).conversations();
    conversations.list(50).items().try_collect().await
}

#[tokio::test]
async fn four_requests_go_to_one_mailbox_at_once_and_the_directory_does_not_wait_for_them() {
    let (address, mut requests) = holding().await;
    let root = GraphRoot::parse(&address).unwrap();
    let credential = Arc::new(StaticToken::new("t"));
    let client = GraphClient::new(root, credential, ClientOptions::default()).unwrap();
    let [busy, other] = [0, 1].map(|index| group_ids(2).remove(index));
    let ask = |group: &GroupId| {
        let (client, group) = (client.clone(), group.clone());
        tokio::spawn(async move { listed(&client, &group).await })
    };

    let asked: Vec<_> = (0..6).map(|_| ask(&busy)).collect();
    let mut under_way = Vec::new();
    for _ in 0..4 {
        under_way.push(requests.recv().await.unwrap());
    }
    let at_busy = format!("/v1.0/groups/{busy}/conversations");
    assert!(under_way.iter().all(|request| request.path == at_busy));

    // What comes next is neither the fifth nor the sixth, though they asked first.
    let elsewhere = ask(&other);
    let request = requests.recv().await.unwrap();
    assert_eq!(request.path, format!("/v1.0/groups/{other}/conversations"));
    request.answer(NOTHING);
    elsewhere.await.unwrap().unwrap();
    let directory = {
        let (client, busy) = (client.clone(), busy.clone());
        tokio::spawn(async move { client.group(&busy).get().await })
    };
    let request = requests.recv().await.unwrap();
    assert_eq!(request.path, format!("/v1.0/groups/{busy}"));
    request.answer(&json!({ "id": busy }).to_string());
    directory.await.unwrap().unwrap();

    for request in under_way {
        request.answer(NOTHING);
    }
    for _ in 0..2 {
        let request = requests.recv().await.unwrap();
        assert_eq!(request.path, at_busy);
        request.answer(NOTHING);
    }
    for asked in asked {
        asked.await.unwrap().unwrap();
    }
}

#[tokio::test]
async fn a_mailbox_that_turns_requests_away_is_left_alone_and_nothing_else_is() {
    let server = MockServer::start().await;
    let [tired, other] = [0, 1].map(|index| group_ids(2).remove(index));
    let serve = |address: String, answer: ResponseTemplate, times: u64| {
        Mock::given(path(format!("/v1.0/groups/{address}")))
            .respond_with(answer)
            .expect(times)
            .mount(&server)
    };
    let nothing = ResponseTemplate::new(200).set_body_json(json!({ "value": [] }));
    let busy = ResponseTemplate::new(429).insert_header("Retry-After", "300");
    let group = ResponseTemplate::new(200).set_body_json(json!({ "id": tired }));
    serve(format!("{tired}/conversations"), busy, 1).await;
    serve(format!("{other}/conversations"), nothing, 1).await;
    serve(tired.to_string(), group, 1).await;
    let client = client_of(&server);

    let turned_away = listed(&client, &tired).await.unwrap_err();
    assert_eq!(turned_away.status(), Some(429));

    // Asking again before the time counts against the limit: nothing is sent.
    let again = listed(&client, &tired).await.unwrap_err();
    assert_eq!(again.kind(), &ErrorKind::Throttled);
    assert_eq!(again.status(), None);
    assert!(again.retry_after().unwrap().as_secs() > 200);

    client.group(&tired).get().await.unwrap();
    listed(&client, &other).await.unwrap();
}
