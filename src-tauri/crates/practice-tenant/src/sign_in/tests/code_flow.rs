//! Signing in through the browser.

use http::StatusCode;
use jiff::SignedDuration;

use super::app::{App, REDIRECT};
use super::{ADMINISTRATOR, OWNER, practice};

#[tokio::test]
async fn a_person_picks_an_account_accepts_and_comes_back_with_a_code() {
    let app = App(practice().1);
    let picker = app.authorize(&[]).await;
    assert!(picker.body.contains("Practice &amp; Sons"));
    let owner = picker.body.find("id-owner").unwrap();
    assert!(owner < picker.body.find("id-administrator").unwrap());
    let consent = app
        .press(&[("account", "id-owner"), ("decision", "next")])
        .await;
    assert!(consent.body.contains("Group.ReadWrite.All"));
    let back = app
        .press(&[("account", "id-owner"), ("decision", "accept")])
        .await;
    assert!(
        back.location
            .as_ref()
            .unwrap()
            .as_str()
            .starts_with(REDIRECT)
    );
    assert_eq!(back.returned("state").unwrap(), "s 1");
    let tokens = app.redeem(&back.returned("code").unwrap(), &[]).await;
    assert_eq!(
        tokens.json()["scope"],
        "openid profile Group.ReadWrite.All User.Read"
    );
    assert_eq!(
        app.0
            .principal(&tokens.secret("access_token"))
            .unwrap()
            .user_id,
        "id-owner"
    );
}

#[tokio::test]
async fn the_account_page_opens_with_the_hinted_person_and_can_be_searched() {
    let app = App(practice().1);
    let hinted = app
        .authorize(&[("login_hint", "member10@practice.example")])
        .await;
    assert!(hinted.body.find("id-member10").unwrap() < hinted.body.find("id-owner").unwrap());
    let found = app
        .press(&[("find", "MEMBER7"), ("decision", "find")])
        .await;
    assert!(found.body.contains("id-member7") && !found.body.contains("id-owner"));
}

#[tokio::test]
async fn text_of_a_request_cannot_become_markup_of_a_page() {
    let app = App(practice().1);
    let page = app.authorize(&[("state", "\"><script>")]).await;
    assert!(page.body.contains("&lt;script&gt;") && !page.body.contains("<script>"));
}

#[tokio::test]
async fn a_person_who_cancels_is_sent_back_with_access_denied() {
    let app = App(practice().1);
    let back = app
        .press(&[("account", "id-owner"), ("decision", "cancel")])
        .await;
    assert_eq!(back.returned("error").unwrap(), "access_denied");
    assert!(
        back.returned("error_description")
            .unwrap()
            .starts_with("AADSTS65004")
    );
}

#[tokio::test]
async fn prompt_none_needs_somebody_who_can_sign_in() {
    let (practice, sign_in) = practice();
    let app = App(sign_in);
    let nobody = app.authorize(&[("prompt", "none")]).await;
    assert_eq!(nobody.returned("error").unwrap(), "login_required");
    practice.disable(ADMINISTRATOR);
    let disabled = app
        .authorize(&[("prompt", "none"), ("login_hint", ADMINISTRATOR)])
        .await;
    assert_eq!(disabled.returned("error").unwrap(), "interaction_required");
}

#[tokio::test]
async fn an_unknown_app_redirect_or_tenant_is_explained_on_a_page() {
    let app = App(practice().1);
    let zero = app
        .authorize(&[("client_id", "00000000-0000-0000-0000-000000000000")])
        .await;
    assert!(zero.status == StatusCode::BAD_REQUEST && zero.body.contains("AADSTS700016"));
    let elsewhere = app
        .authorize(&[("redirect_uri", "https://example.com/")])
        .await;
    assert!(elsewhere.location.is_none() && elsewhere.body.contains("AADSTS50011"));
    let tenant = app.get("/consumers/oauth2/v2.0/authorize", &[]).await;
    assert!(tenant.body.contains("AADSTS90002"));
}

#[tokio::test]
async fn a_request_without_pkce_or_with_an_unknown_scope_is_refused() {
    let app = App(practice().1);
    let plain = app.authorize(&[("code_challenge", "")]).await;
    assert_eq!(plain.returned("error").unwrap(), "invalid_request");
    let scope = app.authorize(&[("scope", "Group.Paint")]).await;
    assert_eq!(scope.returned("error").unwrap(), "invalid_scope");
}

#[tokio::test]
async fn a_code_is_good_once_for_ten_minutes_and_only_with_its_verifier() {
    let (practice, sign_in) = practice();
    let app = App(sign_in);
    let code = app.code(OWNER).await;
    let wrong = app
        .redeem(&code, &[("code_verifier", "x".repeat(43).as_str())])
        .await;
    assert_eq!(wrong.error(), ("invalid_grant".to_owned(), 501_481));
    let elsewhere = app
        .redeem(&code, &[("redirect_uri", "http://localhost:1/other")])
        .await;
    assert_eq!(elsewhere.error(), ("invalid_grant".to_owned(), 500_112));
    assert_eq!(app.redeem(&code, &[]).await.status, StatusCode::OK);
    assert_eq!(
        app.redeem(&code, &[]).await.error(),
        ("invalid_grant".to_owned(), 54_005)
    );
    let late = app.code(OWNER).await;
    practice.advance(SignedDuration::from_mins(11));
    assert_eq!(
        app.redeem(&late, &[]).await.error(),
        ("invalid_grant".to_owned(), 70_008)
    );
}
