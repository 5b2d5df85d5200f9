//! What is sent again, and what never is.

use std::time::Duration;

use graph_client::ErrorKind;
use serde_json::json;
use tokio::io::AsyncReadExt as _;
use tokio::net::TcpListener;
use wiremock::matchers::{method, path};
use wiremock::{Mock, MockServer, ResponseTemplate};

use super::{GROUP, client_of, group_id};

async fn answer_once(server: &MockServer, template: ResponseTemplate) {
    Mock::given(path(format!("/v1.0/groups/{GROUP}")))
        .respond_with(template)
        .up_to_n_times(1)
        .mount(server)
        .await;
}

fn group() -> ResponseTemplate {
    ResponseTemplate::new(200).set_body_json(json!({ "id": GROUP }))
}

#[tokio::test]
async fn a_throttled_read_waits_as_long_as_the_service_asks() {
    let server = MockServer::start().await;
    answer_once(
        &server,
        ResponseTemplate::new(429).insert_header("Retry-After", "0.2"),
    )
    .await;
    answer_once(&server, group()).await;

    let started = std::time::Instant::now();
    client_of(&server).group(&group_id()).get().await.unwrap();

    assert!(
        started.elapsed() >= Duration::from_millis(200),
        "retrying early counts against the limit"
    );
}

#[tokio::test]
async fn a_gateway_in_trouble_is_asked_again_for_a_read() {
    let server = MockServer::start().await;
    answer_once(
        &server,
        ResponseTemplate::new(502).set_body_raw("<html>bad gateway</html>", "text/html"),
    )
    .await;
    answer_once(&server, ResponseTemplate::new(504)).await;
    answer_once(&server, group()).await;

    assert!(client_of(&server).group(&group_id()).get().await.is_ok());
}

#[tokio::test]
async fn a_renewal_is_not_sent_twice_when_its_answer_is_unclear() {
    let server = MockServer::start().await;
    Mock::given(method("POST"))
        .respond_with(ResponseTemplate::new(504))
        .expect(1)
        .mount(&server)
        .await;

    let error = client_of(&server)
        .group(&group_id())
        .renew()
        .await
        .unwrap_err();

    assert!(error.outcome_unknown());
    assert_eq!(error.retries(), 0);
}

#[tokio::test]
async fn a_renewal_that_was_turned_away_is_sent_again() {
    let server = MockServer::start().await;
    let busy = ResponseTemplate::new(503).insert_header("Retry-After", "0");
    Mock::given(method("POST"))
        .respond_with(busy)
        .up_to_n_times(2)
        .mount(&server)
        .await;
    Mock::given(method("POST"))
        .respond_with(ResponseTemplate::new(204))
        .expect(1)
        .mount(&server)
        .await;

    assert!(client_of(&server).group(&group_id()).renew().await.is_ok());
}

#[tokio::test]
async fn a_change_whose_connection_broke_has_an_unknown_outcome() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let received = tokio::spawn(async move {
        let mut requests = 0;
        loop {
            let Ok((mut stream, _)) = listener.accept().await else {
                return requests;
            };
            let mut bytes = [0_u8; 2048];
            // Whatever was read: the connection is dropped without an answer.
            requests += usize::from(stream.read(&mut bytes).await.unwrap_or_default() > 0);
            if requests > 0 {
                return requests;
            }
        }
    });
    let root = graph_client::GraphRoot::parse(&format!("http://{address}")).unwrap();
    let credential = std::sync::Arc::new(graph_client::credential::StaticToken::new("t"));
    let client = graph_client::GraphClient::new(root, credential, super::impatient()).unwrap();

    let error = client.group(&group_id()).renew().await.unwrap_err();

    assert_eq!(error.kind(), &ErrorKind::Lost);
    assert!(error.outcome_unknown());
    assert_eq!(received.await.unwrap(), 1);
}

#[tokio::test]
async fn without_a_connection_nothing_was_changed() {
    let closed = TcpListener::bind("127.0.0.1:0")
        .await
        .unwrap()
        .local_addr()
        .unwrap();
    let root = graph_client::GraphRoot::parse(&format!("http://{closed}")).unwrap();
    let credential = std::sync::Arc::new(graph_client::credential::StaticToken::new("t"));
    let client = graph_client::GraphClient::new(root, credential, super::impatient()).unwrap();

    let error = client.group(&group_id()).renew().await.unwrap_err();

    assert_eq!(error.kind(), &ErrorKind::Unreachable);
    assert!(!error.outcome_unknown());
    assert!(error.retries() > 0, "what never left may be sent again");
}
