//! The client against recorded and invented answers: what a service, a proxy or a broken line can
//! do to it. Deliberately elsewhere: whole flows against the practice tenant (the crate `tests`).

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test fails by panicking"
)]

mod bad_answers;
mod batches;
mod changes;
mod examples;
mod pages;
mod retries;
mod tokens;

use std::sync::Arc;
use std::time::Duration;

use graph_client::credential::StaticToken;
use graph_client::models::GroupId;
use graph_client::{ClientOptions, GraphClient, GraphRoot, RetryPolicy};
use wiremock::MockServer;

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
