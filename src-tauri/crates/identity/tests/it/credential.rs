//! Access tokens: fresh, asked for once, and never lost.

use std::sync::Arc;
use std::time::Duration;

use graph_client::credential::{AccessToken, CredentialError, TokenRequest};
use identity::accounts::KeyChoice;
use jiff::SignedDuration;
use serde_json::json;
use wiremock::matchers::{method, path_regex};
use wiremock::{Mock, ResponseTemplate};

use crate::support::{Machine, PERSON, Platform, credential, keep, refusal, token, tokens};

const HOUR: SignedDuration = SignedDuration::from_hours(1);

/// One account that has just signed in.
macro_rules! signed_in {
    ($platform:ident, $machine:ident, $accounts:ident, $account:ident, $credential:ident) => {
        let $platform = Platform::start().await;
        let $machine = Machine::default();
        let $accounts = $machine.start(KeyChoice::Keychain).await;
        let signed_in = $platform.sign_in(PERSON, "access-1", "refresh-1").await;
        let $account = keep(&$accounts, &$platform, signed_in).await;
        let $credential = credential(&$accounts, &$platform, &$account);
    };
}

#[tokio::test]
async fn the_token_of_the_sign_in_is_used_until_five_minutes_before_its_end() {
    signed_in!(platform, machine, accounts, account, credential);
    assert_eq!(token(&*credential).await.unwrap(), "access-1");
    machine.pass(SignedDuration::from_mins(50));
    assert_eq!(token(&*credential).await.unwrap(), "access-1");
    machine.pass(SignedDuration::from_mins(6));
    platform
        .token_once(200, tokens("access-2", "refresh-2"))
        .await;
    assert_eq!(token(&*credential).await.unwrap(), "access-2");
    let form = platform.token_forms().await.pop().unwrap();
    assert_eq!(form["grant_type"], "refresh_token");
    assert_eq!(form["refresh_token"], "refresh-1");
    assert!(form["scope"].contains("offline_access") && form["scope"].contains("User.Read"));
}

#[tokio::test]
async fn many_who_come_at_once_cause_one_request() {
    signed_in!(platform, machine, accounts, account, credential);
    machine.pass(HOUR);
    let answer = ResponseTemplate::new(200).set_body_json(tokens("access-2", "refresh-2"));
    Mock::given(method("POST"))
        .and(path_regex("/token$"))
        .respond_with(answer.set_delay(Duration::from_millis(20)))
        .mount(&platform.server)
        .await;
    let all = (0..20).map(|_| token(&*credential));
    for outcome in futures::future::join_all(all).await {
        assert_eq!(outcome.unwrap(), "access-2");
    }
    assert_eq!(
        platform.token_forms().await.len(),
        2,
        "the sign-in's, and one renewal"
    );
}

#[tokio::test]
async fn a_rotated_refresh_token_survives_the_end_of_the_application() {
    signed_in!(platform, machine, accounts, account, credential);
    machine.pass(HOUR);
    platform
        .token_once(200, tokens("access-2", "refresh-2"))
        .await;
    token(&*credential).await.unwrap();
    drop((accounts, credential));

    let accounts = machine.start(KeyChoice::Keychain).await;
    let credential = crate::support::credential(&accounts, &platform, &account);
    platform
        .token_once(200, tokens("access-3", "refresh-3"))
        .await;
    assert_eq!(token(&*credential).await.unwrap(), "access-3");
    assert_eq!(
        platform.token_forms().await.pop().unwrap()["refresh_token"],
        "refresh-2"
    );
    assert!(!accounts.current().unwrap().needs_sign_in);
}

#[tokio::test]
async fn a_renewal_is_finished_even_if_nobody_waits_for_it() {
    signed_in!(platform, machine, accounts, account, credential);
    machine.pass(HOUR);
    platform
        .token_once(200, tokens("access-2", "refresh-2"))
        .await;
    let mut asking = Box::pin(token(&*credential));
    while platform.token_forms().await.len() < 2 {
        assert!(futures::poll!(&mut asking).is_pending());
        tokio::task::yield_now().await;
    }
    drop(asking);
    assert_eq!(token(&*credential).await.unwrap(), "access-2");
    assert_eq!(platform.token_forms().await.len(), 2);
}

#[tokio::test]
async fn a_refused_token_is_never_given_out_again() {
    signed_in!(platform, machine, accounts, account, credential);
    let refused = credential.token(TokenRequest::default()).await.unwrap();
    let request = TokenRequest {
        rejected: Some(refused),
        claims: None,
    };
    platform.token_once(503, json!({})).await;
    let error = credential.token(request.clone()).await.unwrap_err();
    assert!(matches!(error, CredentialError::Unavailable(_)));
    platform
        .token_once(200, tokens("access-2", "refresh-2"))
        .await;
    assert_eq!(token(&*credential).await.unwrap(), "access-2");
    let again = credential.token(request).await.unwrap();
    assert_eq!(
        again.expose(),
        "access-2",
        "who comes late gets the replacement"
    );
    assert_eq!(platform.token_forms().await.len(), 3);
}

#[tokio::test]
async fn a_claims_challenge_is_answered_with_the_refresh_token() {
    signed_in!(platform, machine, accounts, account, credential);
    let challenge = r#"{"access_token":{"nbf":{"essential":true,"value":"1700000000"}}}"#;
    let request = TokenRequest {
        claims: Some(challenge.to_owned()),
        rejected: Some(AccessToken::new("access-1")),
    };
    platform
        .token_once(200, tokens("access-2", "refresh-2"))
        .await;
    assert_eq!(
        credential.token(request).await.unwrap().expose(),
        "access-2"
    );
    let form = platform.token_forms().await.pop().unwrap();
    let claims: serde_json::Value = serde_json::from_str(&form["claims"]).unwrap();
    assert_eq!(claims["access_token"]["nbf"]["value"], "1700000000");
    assert_eq!(claims["access_token"]["xms_cc"]["values"][0], "cp1");
}

#[tokio::test]
async fn a_challenge_that_only_a_person_can_meet_hands_on_its_claims() {
    signed_in!(platform, machine, accounts, account, credential);
    let mut answer = refusal("interaction_required", 50076);
    answer["claims"] = json!(r#"{"access_token":{"capolids":{}}}"#);
    platform.token_once(400, answer).await;
    let request = TokenRequest {
        claims: Some("{}".to_owned()),
        rejected: Some(AccessToken::new("access-1")),
    };
    let error = credential.token(request).await.unwrap_err();
    let CredentialError::InteractionRequired {
        claims: Some(claims),
        ..
    } = error
    else {
        panic!("{error:?}");
    };
    assert!(claims.contains("capolids"));
}

#[tokio::test]
async fn while_the_service_is_down_a_living_token_goes_on() {
    signed_in!(platform, machine, accounts, account, credential);
    machine.pass(SignedDuration::from_mins(57));
    platform.token_once(503, json!({})).await;
    assert_eq!(token(&*credential).await.unwrap(), "access-1");
    assert_eq!(token(&*credential).await.unwrap(), "access-1");
    assert_eq!(
        platform.token_forms().await.len(),
        2,
        "the service is left alone for a moment"
    );
    machine.pass(SignedDuration::from_mins(4));
    platform.token_once(503, json!({})).await;
    let error = token(&*credential).await.unwrap_err();
    assert!(
        matches!(error, CredentialError::Unavailable(_)),
        "{error:?}"
    );
    assert!(
        !accounts.current().unwrap().needs_sign_in,
        "nothing is lost"
    );
}

#[tokio::test]
async fn a_revoked_sign_in_is_noted_and_a_new_one_mends_it() {
    signed_in!(platform, machine, accounts, account, credential);
    machine.pass(HOUR);
    platform
        .token_once(400, refusal("invalid_grant", 50173))
        .await;
    let error = token(&*credential).await.unwrap_err();
    assert!(
        matches!(error, CredentialError::InteractionRequired { .. }),
        "{error:?}"
    );
    assert!(accounts.current().unwrap().needs_sign_in);
    let later = machine.start(KeyChoice::Keychain).await;
    assert!(later.current().unwrap().needs_sign_in, "it is remembered");

    let signed_in = platform.sign_in(PERSON, "access-2", "refresh-2").await;
    let again = keep(&accounts, &platform, signed_in).await;
    assert_eq!(again.id, account.id);
    assert!(!accounts.current().unwrap().needs_sign_in);
    platform
        .token_once(200, tokens("access-3", "refresh-3"))
        .await;
    assert_eq!(
        token(&*credential).await.unwrap(),
        "access-3",
        "who held it before goes on too"
    );
}

#[tokio::test]
async fn everybody_gets_the_same_credential() {
    signed_in!(platform, machine, accounts, account, credential);
    let second = crate::support::credential(&accounts, &platform, &account);
    assert!(Arc::ptr_eq(&credential, &second));
}

#[tokio::test]
async fn what_was_granted_follows_the_last_answer() {
    signed_in!(platform, machine, accounts, account, credential);
    machine.pass(HOUR);
    let mut answer = tokens("access-2", "refresh-2");
    answer["scope"] = json!("User.Read");
    platform.token_once(200, answer).await;
    token(&*credential).await.unwrap();
    assert_eq!(accounts.current().unwrap().granted, ["User.Read"]);
}

#[tokio::test]
async fn a_signed_out_account_gives_no_token_and_does_not_come_back() {
    signed_in!(platform, machine, accounts, account, credential);
    accounts.remove(&account.id).await.unwrap();
    machine.pass(HOUR);
    let error = token(&*credential).await.unwrap_err();
    assert!(
        matches!(error, CredentialError::InteractionRequired { .. }),
        "{error:?}"
    );
    assert!(machine.start(KeyChoice::Keychain).await.list().is_empty());
}
