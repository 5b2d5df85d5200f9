//! Signing in with a code.

use identity::permissions::{self, Step};
use identity::{IdentityError, SignedIn, device_code};
use serde_json::json;
use wiremock::matchers::{method, path_regex};
use wiremock::{Mock, ResponseTemplate};

use crate::support::{PERSON, Platform, refusal};

async fn start(platform: &Platform, expires_in: u32) -> device_code::DeviceCodePrompt {
    let answer = json!({
        "device_code": "the-device-code", "user_code": "ABCD-EFGH", "interval": 0,
        "verification_uri": "https://login.example/device", "expires_in": expires_in,
    });
    let mock = Mock::given(method("POST")).and(path_regex("/devicecode$"));
    let respond = ResponseTemplate::new(200).set_body_json(answer);
    mock.respond_with(respond).mount(&platform.server).await;
    device_code::start(
        &platform.registration(),
        &permissions::scopes(&[Step::Read]),
    )
    .await
    .unwrap()
}

async fn finish(platform: &Platform) -> Result<SignedIn, IdentityError> {
    start(platform, 900)
        .await
        .finish(std::future::pending())
        .await
}

#[tokio::test]
async fn the_person_gets_a_code_and_is_signed_in_once_it_was_typed() {
    let platform = Platform::start().await;
    platform
        .token_once(400, refusal("authorization_pending", 70016))
        .await;
    platform.token_once(503, json!({})).await;
    platform.signs_in(PERSON, "access-1", "refresh-1").await;
    let prompt = start(&platform, 900).await;
    assert_eq!(prompt.user_code, "ABCD-EFGH");
    assert_eq!(prompt.verification_uri, "https://login.example/device");
    let signed_in = prompt.finish(std::future::pending()).await.unwrap();
    assert_eq!(signed_in.oid, PERSON);
    assert_eq!(
        platform.token_forms().await.len(),
        3,
        "pending and a passing fault are waited out"
    );
}

#[tokio::test]
async fn a_declined_or_expired_code_ends_the_wait() {
    for (error, expected) in [
        ("authorization_declined", "ConsentDeclined"),
        ("expired_token", "TimedOut"),
        ("bad_verification_code", "SignInFailed"),
    ] {
        let platform = Platform::start().await;
        platform.token_once(400, refusal(error, 70000)).await;
        let error = finish(&platform).await.unwrap_err();
        assert!(format!("{error:?}").starts_with(expected), "{error:?}");
    }
}

#[tokio::test]
async fn a_code_that_nobody_types_in_expires() {
    let platform = Platform::start().await;
    let pending = ResponseTemplate::new(400).set_body_json(refusal("authorization_pending", 70016));
    let mock = Mock::given(method("POST")).and(path_regex("/token$"));
    mock.respond_with(pending).mount(&platform.server).await;
    let error = start(&platform, 0)
        .await
        .finish(std::future::pending())
        .await
        .unwrap_err();
    assert!(matches!(error, IdentityError::TimedOut), "{error:?}");
}

#[tokio::test]
async fn waiting_can_be_given_up() {
    let platform = Platform::start().await;
    let prompt = start(&platform, 900).await;
    let outcome = prompt.finish(std::future::ready(())).await;
    assert!(matches!(outcome, Err(IdentityError::Cancelled)));
}
