//! Who may accept permissions.

use super::super::ConsentRule;
use super::app::{App, REDIRECT, SCOPE};
use super::{ADMINISTRATOR, CLIENT, OWNER, TENANT, practice};

#[tokio::test]
async fn group_permissions_wait_for_an_administrator_when_only_they_may_consent() {
    let app = App(practice().1);
    app.0.set_consent(ConsentRule::AdminOnly);
    let page = app
        .press(&[("account", "id-owner"), ("decision", "next")])
        .await;
    assert!(page.body.contains("Need admin approval") && page.body.contains("AADSTS90094"));
    let silent = app
        .authorize(&[("prompt", "none"), ("login_hint", OWNER)])
        .await;
    assert_eq!(silent.returned("error").unwrap(), "consent_required");
    let own = app
        .authorize(&[
            ("prompt", "none"),
            ("login_hint", OWNER),
            ("scope", "User.Read"),
        ])
        .await;
    assert!(own.returned("code").is_some());
    let administrator = app
        .authorize(&[("prompt", "none"), ("login_hint", ADMINISTRATOR)])
        .await;
    assert!(administrator.returned("code").is_some());
}

#[tokio::test]
async fn an_administrator_consents_for_everybody() {
    let app = App(practice().1);
    app.0.set_consent(ConsentRule::AdminOnly);
    let asked = [
        ("client_id", CLIENT),
        ("scope", SCOPE),
        ("redirect_uri", REDIRECT),
        ("state", "s"),
    ];
    let path = "/organizations/v2.0/adminconsent";
    let picker = app.get(path, &asked).await;
    assert!(picker.body.contains("id-administrator") && !picker.body.contains("id-owner"));
    let by_owner = [
        &asked[..],
        &[("account", "id-owner"), ("decision", "accept")],
    ]
    .concat();
    assert!(app.post(path, &by_owner).await.body.contains("AADSTS90094"));
    let accepted = [
        &asked[..],
        &[("account", "id-administrator"), ("decision", "accept")],
    ]
    .concat();
    let back = app.post(path, &accepted).await;
    assert_eq!(back.returned("admin_consent").unwrap(), "True");
    assert_eq!(back.returned("tenant").unwrap(), TENANT);
    assert!(!app.code(OWNER).await.is_empty());
}

#[tokio::test]
async fn a_stricter_rule_withdraws_consent_from_the_next_refresh() {
    let app = App(practice().1);
    let tokens = app.tokens(OWNER, &[]).await;
    app.0.set_consent(ConsentRule::AdminOnly);
    let refused = app.refresh(&tokens.secret("refresh_token"), &[]).await;
    assert_eq!(refused.error(), ("invalid_grant".to_owned(), 65_001));
    assert_eq!(refused.json()["suberror"], "consent_required");
}

#[tokio::test]
async fn consent_that_is_declined_comes_back_as_access_denied() {
    let app = App(practice().1);
    app.0.set_consent(ConsentRule::Declined);
    let back = app
        .authorize(&[("prompt", "none"), ("login_hint", OWNER)])
        .await;
    assert_eq!(back.returned("error").unwrap(), "access_denied");
}

#[tokio::test]
async fn permissions_accepted_before_are_granted_again_without_a_page() {
    let app = App(practice().1);
    app.tokens(OWNER, &[]).await;
    let again = app
        .press(&[
            ("account", "id-owner"),
            ("decision", "next"),
            ("scope", "User.Read"),
        ])
        .await;
    let tokens = app.redeem(&again.returned("code").unwrap(), &[]).await;
    assert_eq!(tokens.json()["scope"], "Group.ReadWrite.All User.Read");
}

#[tokio::test]
async fn a_refresh_gets_no_permission_that_nobody_accepted() {
    let app = App(practice().1);
    let scope = "User.Read offline_access";
    let changes = [("prompt", "none"), ("login_hint", OWNER), ("scope", scope)];
    let code = app.authorize(&changes).await.returned("code").unwrap();
    let tokens = app.redeem(&code, &[]).await;
    let refresh = tokens.secret("refresh_token");
    let more = [("scope", "User.Read Group.ReadWrite.All")];
    let refused = app.refresh(&refresh, &more).await;
    assert_eq!(refused.error(), ("invalid_grant".to_owned(), 65_001));
    assert_eq!(
        app.refresh(&refresh, &[]).await.json()["scope"],
        "User.Read"
    );
}
