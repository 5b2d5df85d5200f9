//! A service that answers batches, item by item.

use serde_json::{Value, json};
use wiremock::matchers::path;
use wiremock::{Mock, MockServer, Request, ResponseTemplate};

/// Answers a batch item by item, in reverse order.
pub(crate) async fn answering(
    answer: impl Fn(&Value) -> Value + Send + Sync + 'static,
) -> MockServer {
    let server = MockServer::start().await;
    Mock::given(path("/v1.0/$batch"))
        .respond_with(move |request: &Request| {
            let batch: Value = request.body_json().unwrap();
            let items = batch["requests"].as_array().unwrap();
            assert!(items.len() <= 20, "the service takes twenty");
            let responses: Vec<_> = items
                .iter()
                .rev()
                .map(|item| {
                    let mut response = answer(item);
                    response["id"] = item["id"].clone();
                    response
                })
                .collect();
            ResponseTemplate::new(200).set_body_json(json!({ "responses": responses }))
        })
        .mount(&server)
        .await;
    server
}

/// The items of all batches that were sent.
pub(crate) async fn items_sent(server: &MockServer) -> Vec<Value> {
    let requests = server.received_requests().await.unwrap();
    let batches = requests
        .iter()
        .filter(|request| request.url.path() == "/v1.0/$batch");
    batches
        .flat_map(|batch| {
            let body: Value = batch.body_json().unwrap();
            body["requests"].as_array().unwrap().clone()
        })
        .collect()
}

/// An error as an item has it.
pub(crate) fn failed(status: u16, code: &str) -> Value {
    json!({ "status": status, "body": { "error": { "code": code, "message": "" } } })
}
