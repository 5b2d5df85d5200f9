//! What a group holds, in figures.

use graph_client::ErrorKind;
use graph_client::models::{Figure, Holdings};
use serde_json::{Value, json};
use wiremock::matchers::{method, path};
use wiremock::{Mock, MockServer, Request, ResponseTemplate};

use super::batch_server::{answering, failed};
use super::{GROUP, client_of, group_id};

fn known(count: u64) -> Figure {
    Figure::Known {
        count,
        at_least: false,
    }
}

fn items(n: usize) -> Value {
    json!({ "status": 200, "body": { "value": vec![json!({ "id": "x" }); n] } })
}

/// What `url` of a batch is about.
fn part(item: &Value) -> String {
    let url = item["url"].as_str().unwrap();
    let below = url.strip_prefix(&format!("/groups/{GROUP}/")).unwrap();
    below.split('?').next().unwrap().to_owned()
}

async fn holdings(server: &MockServer) -> Holdings {
    client_of(server)
        .group(&group_id())
        .holdings()
        .await
        .unwrap()
}

#[tokio::test]
async fn all_figures_are_one_request() {
    let server = answering(|item| match part(item).as_str() {
        "conversations" => items(7),
        "events" => items(3),
        "planner/plans" => items(2),
        "drive/root" => json!({ "status": 200, "body": { "id": "r", "size": 5_000_000_000_u64, "folder": { "childCount": 12 } } }),
        "team" => json!({ "status": 200, "body": { "id": GROUP } }),
        other => panic!("{other} was asked for"),
    })
    .await;

    let holdings = holdings(&server).await;

    let told = Holdings {
        conversations: known(7),
        files: known(12),
        files_size: Some(5_000_000_000),
        plans: known(2),
        events: known(3),
        team: Some(true),
    };
    assert_eq!(holdings, told);
    assert_eq!(server.received_requests().await.unwrap().len(), 1);
}

#[tokio::test]
async fn what_may_not_be_read_is_told_from_what_is_not_there() {
    let server = answering(|item| match part(item).as_str() {
        "conversations" => failed(404, "ErrorNonExistentMailbox"),
        "planner/plans" => failed(403, ""),
        "events" => failed(400, "ErrorInvalidRequest"),
        "drive/root" => failed(404, "itemNotFound"),
        _ => failed(404, "NotFound"),
    })
    .await;

    let holdings = holdings(&server).await;

    assert_eq!(holdings.conversations, Figure::Absent);
    assert_eq!(holdings.plans, Figure::NotPermitted);
    assert_eq!(holdings.events, Figure::Unread);
    assert_eq!(
        (holdings.files, holdings.files_size),
        (Figure::Absent, None)
    );
    assert_eq!(holdings.team, Some(false));
}

/// A batch whose conversations go on at `/more`, without end when `endless`.
async fn with_pages(endless: bool) -> MockServer {
    let server = MockServer::start().await;
    let more = format!("{}/v1.0/more", server.uri());
    let link = more.clone();
    let batch = move |request: &Request| {
        let batch: Value = request.body_json().unwrap();
        let requests = batch["requests"].as_array().unwrap();
        let answer = |item: &Value| {
            let mut response = items(100);
            if part(item) == "conversations" {
                response["body"]["@odata.nextLink"] = link.clone().into();
            }
            response["id"] = item["id"].clone();
            response
        };
        let responses: Vec<_> = requests.iter().map(answer).collect();
        ResponseTemplate::new(200).set_body_json(json!({ "responses": responses }))
    };
    let mock = Mock::given(path("/v1.0/$batch")).respond_with(batch);
    mock.mount(&server).await;
    let mut page = json!({ "value": vec![json!({ "id": "x" }); 30] });
    if endless {
        page["@odata.nextLink"] = more.into();
    }
    let mock = Mock::given(path("/v1.0/more"));
    let page = ResponseTemplate::new(200).set_body_json(page);
    mock.respond_with(page).mount(&server).await;
    server
}

#[tokio::test]
async fn further_pages_are_counted_up_to_a_cap() {
    let server = with_pages(false).await;
    assert_eq!(holdings(&server).await.conversations, known(130));

    let server = with_pages(true).await;
    let more = Figure::Known {
        count: 100 + 9 * 30,
        at_least: true,
    };
    assert_eq!(holdings(&server).await.conversations, more);
    assert_eq!(server.received_requests().await.unwrap().len(), 10);
}

#[tokio::test]
async fn when_nothing_can_be_read_the_reason_is_given() {
    let server = MockServer::start().await;
    let refused = Mock::given(method("POST")).respond_with(ResponseTemplate::new(401));
    refused.mount(&server).await;
    let client = client_of(&server);
    let error = client.group(&group_id()).holdings().await.unwrap_err();
    assert!(matches!(
        error.kind(),
        ErrorKind::Unauthorized | ErrorKind::Credential
    ));
}
