//! Refresh tokens.

use http::StatusCode;
use jiff::SignedDuration;

use super::app::App;
use super::{OWNER, practice};

#[tokio::test]
async fn every_use_gives_a_new_refresh_token_and_the_old_one_lasts_for_a_grace() {
    let (practice, sign_in) = practice();
    let app = App(sign_in);
    let first = app.tokens(OWNER, &[]).await.secret("refresh_token");
    let second = app.refresh(&first, &[]).await.secret("refresh_token");
    assert!(!second.is_empty() && first != second);
    assert_eq!(app.refresh(&first, &[]).await.status, StatusCode::OK);
    practice.advance(SignedDuration::from_hours(25));
    assert_eq!(
        app.refresh(&first, &[]).await.error(),
        ("invalid_grant".to_owned(), 70_000)
    );
    assert_eq!(app.refresh(&second, &[]).await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_revoked_person_has_to_sign_in_again() {
    let app = App(practice().1);
    let first = app.tokens(OWNER, &[]).await.secret("refresh_token");
    let second = app.refresh(&first, &[]).await.secret("refresh_token");
    app.0.revoke("id-owner");
    for token in [first, second] {
        assert_eq!(
            app.refresh(&token, &[]).await.error(),
            ("invalid_grant".to_owned(), 50_173)
        );
    }
    assert_eq!(app.tokens(OWNER, &[]).await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_refresh_token_dies_after_ninety_idle_days() {
    let (practice, sign_in) = practice();
    let app = App(sign_in);
    let token = app.tokens(OWNER, &[]).await.secret("refresh_token");
    practice.advance(SignedDuration::from_hours(91 * 24));
    assert_eq!(
        app.refresh(&token, &[]).await.error(),
        ("invalid_grant".to_owned(), 700_082)
    );
}

#[tokio::test]
async fn a_disabled_person_gets_no_tokens() {
    let (practice, sign_in) = practice();
    let app = App(sign_in);
    let tokens = app.tokens(OWNER, &[]).await;
    practice.disable(OWNER);
    let refused = app.refresh(&tokens.secret("refresh_token"), &[]).await;
    assert_eq!(refused.error(), ("invalid_grant".to_owned(), 50_057));
    assert!(app.0.principal(&tokens.secret("access_token")).is_err());
}

#[tokio::test]
async fn an_app_with_a_secret_another_grant_or_another_app_is_refused() {
    let app = App(practice().1);
    let token = app.tokens(OWNER, &[]).await.secret("refresh_token");
    let secret = app.refresh(&token, &[("client_secret", "s")]).await;
    assert_eq!(secret.status, StatusCode::UNAUTHORIZED);
    assert_eq!(secret.error(), ("invalid_client".to_owned(), 700_025));
    let password = app.token(&[("grant_type", "password")]).await;
    assert_eq!(
        password.error(),
        ("unsupported_grant_type".to_owned(), 70_003)
    );
    let other = app
        .refresh(
            &token,
            &[("client_id", "99999999-2222-3333-4444-555555555555")],
        )
        .await;
    assert_eq!(other.error(), ("invalid_grant".to_owned(), 70_000));
}
