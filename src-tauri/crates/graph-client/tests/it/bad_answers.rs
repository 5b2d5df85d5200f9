//! Answers that are errors, and answers that are not Graph's at all.

use graph_client::{ErrorKind, GraphError};
use serde_json::json;
use wiremock::matchers::any;
use wiremock::{Mock, MockServer, ResponseTemplate};

use super::{GROUP, client_of, group_id};

async fn failing_with(template: ResponseTemplate) -> GraphError {
    let server = MockServer::start().await;
    Mock::given(any())
        .respond_with(template)
        .mount(&server)
        .await;
    client_of(&server)
        .group(&group_id())
        .get()
        .await
        .unwrap_err()
}

fn graph_error(status: u16, code: &str) -> ResponseTemplate {
    ResponseTemplate::new(status).insert_header("request-id", "header-id").set_body_json(json!({
        "error": { "code": code, "message": "for developers", "innerError": { "request-id": "body-id" } }
    }))
}

#[tokio::test]
async fn every_status_has_its_meaning_and_names_the_request() {
    let meanings = [
        (400, ErrorKind::BadRequest),
        (403, ErrorKind::Forbidden),
        (404, ErrorKind::NotFound),
        (409, ErrorKind::Conflict),
        (412, ErrorKind::Conflict),
        (410, ErrorKind::Gone),
        (422, ErrorKind::Unprocessable),
        (418, ErrorKind::Status),
        (500, ErrorKind::ServerFault),
        (503, ErrorKind::Unavailable),
        (429, ErrorKind::Throttled),
    ];
    for (status, kind) in meanings {
        let error = failing_with(graph_error(status, "Some_Code")).await;
        assert_eq!(error.kind(), &kind, "{status}");
        assert_eq!(error.code(), Some("Some_Code"));
        assert_eq!(error.request_id(), Some("header-id"));
    }
}

#[tokio::test]
async fn a_proxys_page_is_not_taken_for_graph() {
    let page = ResponseTemplate::new(200).set_body_raw(
        "<!doctype html><title>Sign in to the Wi-Fi</title>",
        "text/html",
    );
    assert_eq!(failing_with(page).await.kind(), &ErrorKind::NotGraph);
    let refused =
        ResponseTemplate::new(403).set_body_raw("<html>blocked by policy</html>", "text/html");
    assert_eq!(failing_with(refused).await.kind(), &ErrorKind::NotGraph);
}

#[tokio::test]
async fn a_redirect_is_not_followed() {
    let elsewhere = MockServer::start().await;
    let redirect = ResponseTemplate::new(302).insert_header("Location", elsewhere.uri().as_str());
    assert_eq!(failing_with(redirect).await.kind(), &ErrorKind::Status);
    assert!(
        elsewhere.received_requests().await.unwrap().is_empty(),
        "the token would have gone there"
    );
}

#[tokio::test]
async fn half_an_answer_is_told_from_a_wrong_one() {
    let half =
        ResponseTemplate::new(200).set_body_raw(&br#"{"id":"1","displayN"#[..], "application/json");
    assert_eq!(failing_with(half).await.kind(), &ErrorKind::Truncated);

    let wrong = json!({ "id": GROUP, "renewedDateTime": "yesterday" });
    let error = failing_with(ResponseTemplate::new(200).set_body_json(wrong)).await;
    assert_eq!(error.kind(), &ErrorKind::Shape);
    assert_eq!(error.json_path(), Some("renewedDateTime"));
}

#[tokio::test]
async fn an_empty_error_is_an_error_all_the_same() {
    let error = failing_with(ResponseTemplate::new(403)).await;
    assert_eq!((error.kind(), error.code()), (&ErrorKind::Forbidden, None));
}

#[tokio::test]
async fn an_error_never_shows_the_token() {
    let error = failing_with(graph_error(400, "Request_BadRequest")).await;
    let shown = format!("{error} {error:?}");
    assert!(!shown.contains(super::TOKEN));
}
