//! Refused tokens and claims challenges.

use std::sync::{Arc, Mutex};

use async_trait::async_trait;
use futures::StreamExt as _;
use graph_client::credential::{AccessToken, CredentialError, TokenCredential, TokenRequest};
use graph_client::{ErrorKind, GraphClient, GraphRoot};
use serde_json::{Value, json};
use wiremock::matchers::{any, header};
use wiremock::{Mock, MockServer, ResponseTemplate};

use super::{GROUP, group_id, group_ids, impatient};

/// Gives out `first`, and `second` once the first was refused.
#[derive(Debug, Default)]
struct TwoTokens {
    asked: Mutex<Vec<TokenRequest>>,
}

#[async_trait]
impl TokenCredential for TwoTokens {
    async fn token(&self, request: TokenRequest) -> Result<AccessToken, CredentialError> {
        let token = if request.rejected.is_some() {
            "second"
        } else {
            "first"
        };
        self.asked.lock().unwrap().push(request);
        Ok(AccessToken::new(token))
    }
}

fn client(server: &MockServer, credential: Arc<TwoTokens>) -> GraphClient {
    GraphClient::new(
        GraphRoot::parse(&server.uri()).unwrap(),
        credential,
        impatient(),
    )
    .unwrap()
}

#[tokio::test]
async fn a_claims_challenge_is_answered_with_a_new_token() {
    let server = MockServer::start().await;
    let challenge =
        "Bearer realm=\"\", error=\"insufficient_claims\", claims=\"eyJhY2Nlc3NfdG9rZW4iOnt9fQ==\"";
    Mock::given(header("Authorization", "Bearer first"))
        .respond_with(ResponseTemplate::new(401).insert_header("WWW-Authenticate", challenge))
        .expect(1)
        .mount(&server)
        .await;
    Mock::given(header("Authorization", "Bearer second"))
        .respond_with(ResponseTemplate::new(200).set_body_json(json!({ "id": GROUP })))
        .expect(1)
        .mount(&server)
        .await;
    let credential = Arc::new(TwoTokens::default());

    client(&server, credential.clone())
        .group(&group_id())
        .get()
        .await
        .unwrap();

    let asked = credential.asked.lock().unwrap();
    assert_eq!(asked[1].claims.as_deref(), Some(r#"{"access_token":{}}"#));
}

#[tokio::test]
async fn a_second_refusal_ends_the_call() {
    let server = MockServer::start().await;
    Mock::given(any())
        .respond_with(ResponseTemplate::new(401))
        .expect(2)
        .mount(&server)
        .await;

    let error = client(&server, Arc::default())
        .group(&group_id())
        .get()
        .await
        .unwrap_err();

    assert_eq!(error.kind(), &ErrorKind::Unauthorized);
}

#[derive(Debug)]
struct SignedOut;

#[async_trait]
impl TokenCredential for SignedOut {
    async fn token(&self, _: TokenRequest) -> Result<AccessToken, CredentialError> {
        Err(CredentialError::InteractionRequired {
            reason: "invalid_grant".into(),
            claims: None,
        })
    }
}

#[tokio::test]
async fn without_a_token_nothing_is_sent() {
    let server = MockServer::start().await;
    let root = GraphRoot::parse(&server.uri()).unwrap();
    let client = GraphClient::new(root, Arc::new(SignedOut), impatient()).unwrap();

    let error = client.me().get().await.unwrap_err();

    assert_eq!(error.kind(), &ErrorKind::Credential);
    assert!(matches!(
        error.credential_error(),
        Some(CredentialError::InteractionRequired { .. })
    ));
    assert!(server.received_requests().await.unwrap().is_empty());
}

#[tokio::test]
async fn an_item_of_a_batch_that_refuses_the_token_goes_again_with_another_one() {
    let server = MockServer::start().await;
    let challenge = "Bearer realm=\"\", claims=\"eyJhY2Nlc3NfdG9rZW4iOnt9fQ==\"";
    let refused = json!({ "id": "1", "status": 401, "headers": { "WWW-Authenticate": challenge } });
    let first = json!({ "responses": [{ "id": "0", "status": 204 }, refused] });
    Mock::given(header("Authorization", "Bearer first"))
        .respond_with(ResponseTemplate::new(200).set_body_json(first))
        .expect(1)
        .mount(&server)
        .await;
    let second = json!({ "responses": [{ "id": "0", "status": 204 }] });
    Mock::given(header("Authorization", "Bearer second"))
        .respond_with(ResponseTemplate::new(200).set_body_json(second))
        .expect(1)
        .mount(&server)
        .await;
    let credential = Arc::new(TwoTokens::default());
    let client = client(&server, credential.clone());

    let renewals: Vec<_> = client.groups().renew_many(group_ids(2)).collect().await;

    assert!(renewals.iter().all(|(_, outcome)| outcome.is_ok()));
    let again: Value = server.received_requests().await.unwrap()[1]
        .body_json()
        .unwrap();
    assert_eq!(again["requests"].as_array().unwrap().len(), 1);
    let asked = credential.asked.lock().unwrap();
    assert_eq!(asked[1].claims.as_deref(), Some(r#"{"access_token":{}}"#));
}

#[tokio::test]
async fn an_item_that_refuses_the_new_token_too_has_failed() {
    let server = MockServer::start().await;
    let refused = json!({ "responses": [{ "id": "0", "status": 401 }] });
    Mock::given(any())
        .respond_with(ResponseTemplate::new(200).set_body_json(refused))
        .expect(2)
        .mount(&server)
        .await;
    let client = client(&server, Arc::default());

    let renewals: Vec<_> = client.groups().renew_many(group_ids(1)).collect().await;

    let error = renewals.into_iter().next().unwrap().1.unwrap_err();
    assert_eq!(error.kind(), &ErrorKind::Unauthorized);
}
