//! The client against recorded and invented answers: what a service, a proxy or a broken line can
//! do to it. Deliberately elsewhere: whole flows against the practice tenant (the crate `tests`).

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test fails by panicking"
)]

mod addresses;
mod bad_answers;
mod batch_server;
mod batches;
mod calendar;
mod changes;
mod conversations;
mod creation;
mod deleted_groups;
mod evidence;
mod examples;
mod expiration_policy;
mod held_server;
mod holdings;
mod mailboxes;
mod members;
mod names;
mod pages;
mod photos;
mod planner;
mod posts;
mod properties;
mod removals;
mod retries;
mod settings;
mod tenant;
mod tokens;
mod users;

use std::sync::Arc;
use std::time::Duration;

use graph_client::credential::StaticToken;
use graph_client::models::{GroupId, UserId};
use graph_client::{ClientOptions, GraphClient, GraphRoot, RetryPolicy};
use serde_json::{Value, json};
use wiremock::matchers::{method, path};
use wiremock::{Mock, MockServer, ResponseTemplate};

const GROUP: &str = "5f6b2d0a-6f0e-4a2c-9d63-4d1d5f1f0a01";
const TOKEN: &str = "secret-token-of-the-test";

/// A client of `server` that waits as shortly as the rules allow.
fn client_of(server: &MockServer) -> GraphClient {
    let root = GraphRoot::parse(&server.uri()).unwrap();
    GraphClient::new(root, Arc::new(StaticToken::new(TOKEN)), impatient()).unwrap()
}

fn impatient() -> ClientOptions {
    let retry = RetryPolicy {
        base_delay: Duration::from_millis(1),
        ..RetryPolicy::default()
    };
    ClientOptions {
        retry,
        read_timeout: Duration::from_millis(500),
        ..ClientOptions::default()
    }
}

fn group_id() -> GroupId {
    GroupId::parse(GROUP).unwrap()
}

/// `n` different groups.
fn group_ids(n: u32) -> Vec<GroupId> {
    (0..n)
        .map(|i| GroupId::parse(&format!("00000000-0000-4000-8000-{i:012}")).unwrap())
        .collect()
}

/// `n` different people.
fn user_ids(n: u32) -> Vec<UserId> {
    (0..n)
        .map(|i| UserId::parse(&format!("00000000-0000-4000-9000-{i:012}")).unwrap())
        .collect()
}

fn user_id() -> UserId {
    user_ids(1).remove(0)
}

/// Where `id` is below `server`'s root, as links name it.
fn link(server: &MockServer, collection: &str, id: &UserId) -> String {
    format!("{}/v1.0/{collection}/{id}", server.uri())
}

/// A server that answers one request: `verb` on `address` below the root.
async fn serving(verb: &str, address: &str, answer: ResponseTemplate) -> MockServer {
    let server = MockServer::start().await;
    Mock::given(method(verb))
        .and(path(format!("/v1.0{address}")))
        .respond_with(answer)
        .expect(1)
        .mount(&server)
        .await;
    server
}

/// The JSON of the only request that `server` got.
async fn body_sent(server: &MockServer) -> Value {
    let requests = server.received_requests().await.unwrap();
    assert_eq!(requests.len(), 1);
    let content_type = requests[0].headers.get("content-type").unwrap();
    assert_eq!(content_type, "application/json");
    requests[0].body_json().unwrap()
}

/// The query of the only request that `server` got, decoded.
async fn query_sent(server: &MockServer) -> Vec<(String, String)> {
    let requests = server.received_requests().await.unwrap();
    assert_eq!(requests.len(), 1);
    let pairs = requests[0].url.query_pairs();
    pairs
        .map(|(name, value)| (name.into_owned(), value.into_owned()))
        .collect()
}

fn graph_error(status: u16, code: &str, details: Value) -> ResponseTemplate {
    let error = json!({ "code": code, "message": "for developers", "details": details });
    ResponseTemplate::new(status).set_body_json(json!({ "error": error }))
}
