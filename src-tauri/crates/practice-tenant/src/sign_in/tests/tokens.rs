//! What tokens say and how long they are good.

use std::sync::Arc;

use jiff::SignedDuration;
use jsonwebtoken::jwk::JwkSet;
use jsonwebtoken::{Algorithm, DecodingKey, Validation};
use serde_json::Value;

use super::super::{SignIn, TokenRefused, scopes};
use super::app::App;
use super::{CLIENT, OWNER, TENANT, practice};

const CP1: &str = r#"{"access_token":{"xms_cc":{"values":["cp1"]}}}"#;

#[tokio::test]
async fn an_id_token_is_signed_with_the_published_key_and_names_the_person() {
    let app = App(practice().1);
    let tokens = app.tokens(OWNER, &[("client_info", "1")]).await;
    let keys: JwkSet =
        serde_json::from_str(&app.get("/common/discovery/v2.0/keys", &[]).await.body).unwrap();
    let mut validation = Validation::new(Algorithm::RS256);
    validation.set_audience(&[CLIENT]);
    validation.set_issuer(&[format!("http://127.0.0.1:4010/{TENANT}/v2.0")]);
    validation.validate_exp = false;
    let key = DecodingKey::from_jwk(&keys.keys[0]).unwrap();
    let claims = jsonwebtoken::decode::<Value>(tokens.secret("id_token"), &key, &validation)
        .unwrap()
        .claims;
    assert_eq!(claims["oid"], "id-owner");
    assert_eq!(claims["tid"], TENANT);
    assert_eq!(claims["preferred_username"], OWNER);
    assert_eq!(claims["nonce"], "n1");
    assert!(!tokens.secret("client_info").is_empty());
}

#[tokio::test]
async fn tokens_come_only_as_asked_for() {
    let app = App(practice().1);
    let full = "https://graph.microsoft.com/Group.ReadWrite.All";
    let tokens = app.tokens(OWNER, &[("scope", full)]).await.json();
    assert!(tokens["refresh_token"].is_null() && tokens["id_token"].is_null());
    assert!(tokens["scope"].as_str().unwrap().contains(full));
    let lifetime = tokens["expires_in"].as_i64().unwrap();
    assert!((3_600..=5_400).contains(&lifetime));
}

#[tokio::test]
async fn an_access_token_expires_and_a_ready_token_does_not() {
    let (practice, sign_in) = practice();
    let app = App(sign_in);
    let token = app.tokens(OWNER, &[]).await.secret("access_token");
    let ready = app.0.issue_ready_token("id-administrator");
    practice.advance(SignedDuration::from_mins(91));
    assert_eq!(app.0.principal(&token), Err(TokenRefused::Expired));
    app.0.expire_access_tokens();
    app.0.revoke("id-administrator");
    let principal = app.0.principal(&ready).unwrap();
    assert!(principal.administrator && principal.scopes == scopes::all());
    assert_eq!(app.0.principal(""), Err(TokenRefused::Missing));
    assert_eq!(app.0.principal("made up"), Err(TokenRefused::Invalid));
}

#[tokio::test]
async fn expiring_all_tokens_takes_effect_at_once() {
    let app = App(practice().1);
    let token = app.tokens(OWNER, &[]).await.secret("access_token");
    app.0.expire_access_tokens();
    assert_eq!(app.0.principal(&token), Err(TokenRefused::Expired));
}

#[tokio::test]
async fn a_challenged_app_gets_a_good_token_by_asking_with_the_claims() {
    use base64::Engine;
    let app = App(practice().1);
    let tokens = app.tokens(OWNER, &[("claims", CP1)]).await;
    app.0.require_claims(true);
    let Err(TokenRefused::ClaimsChallenge(challenge)) =
        app.0.principal(&tokens.secret("access_token"))
    else {
        unreachable!("the token is challenged")
    };
    let asked = base64::engine::general_purpose::STANDARD
        .decode(challenge)
        .unwrap();
    let asked = String::from_utf8(asked).unwrap();
    let renewed = app
        .refresh(&tokens.secret("refresh_token"), &[("claims", &asked)])
        .await;
    assert!(app.0.principal(&renewed.secret("access_token")).is_ok());
    let plain = app.refresh(&renewed.secret("refresh_token"), &[]).await;
    assert!(app.0.principal(&plain.secret("access_token")).is_err());
}

#[tokio::test]
async fn a_revoked_session_ends_at_once_only_for_apps_that_handle_challenges() {
    let app = App(practice().1);
    let handles = app
        .tokens(OWNER, &[("claims", CP1)])
        .await
        .secret("access_token");
    let does_not = app.tokens(OWNER, &[]).await.secret("access_token");
    app.0.revoke("id-owner");
    assert!(matches!(
        app.0.principal(&handles),
        Err(TokenRefused::ClaimsChallenge(_))
    ));
    assert!(app.0.principal(&does_not).is_ok());
}

#[tokio::test]
async fn sign_in_survives_a_restart_without_secrets_in_the_snapshot() {
    let (practice, sign_in) = practice();
    let app = App(sign_in);
    let tokens = app.tokens(OWNER, &[]).await;
    assert!(practice.times_saved() > 0);
    let snapshot = app.0.snapshot();
    assert!(
        !snapshot
            .to_string()
            .contains(&tokens.secret("refresh_token"))
    );
    let restarted = App(Arc::new(SignIn::new(7, practice)));
    restarted.0.restore(&snapshot);
    assert!(
        restarted
            .0
            .principal(&tokens.secret("access_token"))
            .is_ok()
    );
    assert!(
        restarted
            .refresh(&tokens.secret("refresh_token"), &[])
            .await
            .json()["access_token"]
            .is_string()
    );
    assert_eq!(
        restarted.0.issue_ready_token("id-owner"),
        app.0.issue_ready_token("id-owner")
    );
}
