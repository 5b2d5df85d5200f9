//! Signing in on another device.

use http::StatusCode;
use jiff::SignedDuration;

use super::app::{Answer, App, SCOPE};
use super::{CLIENT, practice};

impl App {
    async fn device(&self) -> Answer {
        let asked = [("client_id", CLIENT), ("scope", SCOPE)];
        self.post("/organizations/oauth2/v2.0/devicecode", &asked)
            .await
    }

    async fn poll(&self, device: &Answer) -> Answer {
        let grant = "urn:ietf:params:oauth:grant-type:device_code";
        self.token(&[
            ("grant_type", grant),
            ("device_code", &device.secret("device_code")),
        ])
        .await
    }

    async fn answer(&self, device: &Answer, decision: &str) -> Answer {
        let code = device.secret("user_code").to_lowercase();
        self.post(
            "/devicelogin",
            &[
                ("user_code", &code),
                ("account", "id-owner"),
                ("decision", decision),
            ],
        )
        .await
    }
}

#[tokio::test]
async fn a_device_gets_tokens_once_the_person_accepted() {
    let app = App(practice().1);
    let device = app.device().await;
    assert_eq!(
        device.secret("verification_uri"),
        "http://127.0.0.1:4010/devicelogin"
    );
    assert_eq!(app.poll(&device).await.error().0, "authorization_pending");
    assert_eq!(app.poll(&device).await.error().0, "slow_down");
    let page = app.get("/organizations/oauth2/deviceauth", &[]).await;
    assert!(page.body.contains("name=\"user_code\""));
    let picker = app
        .post(
            "/devicelogin",
            &[("user_code", &device.secret("user_code"))],
        )
        .await;
    assert!(picker.body.contains("id-owner"));
    assert!(
        app.answer(&device, "next")
            .await
            .body
            .contains("Group.ReadWrite.All")
    );
    assert!(
        app.answer(&device, "accept")
            .await
            .body
            .contains("You have signed in")
    );
    let tokens = app.poll(&device).await;
    assert_eq!(
        app.0
            .principal(&tokens.secret("access_token"))
            .unwrap()
            .user_id,
        "id-owner"
    );
    assert_eq!(app.poll(&device).await.error().0, "bad_verification_code");
}

#[tokio::test]
async fn a_person_can_decline_a_device() {
    let app = App(practice().1);
    let device = app.device().await;
    assert_eq!(app.answer(&device, "cancel").await.status, StatusCode::OK);
    assert_eq!(app.poll(&device).await.error().0, "authorization_declined");
}

#[tokio::test]
async fn a_device_code_lasts_fifteen_minutes() {
    let (practice, sign_in) = practice();
    let app = App(sign_in);
    let device = app.device().await;
    practice.advance(SignedDuration::from_mins(16));
    assert_eq!(app.poll(&device).await.error().0, "expired_token");
    assert!(
        app.answer(&device, "accept")
            .await
            .body
            .contains("That code didn't work")
    );
}
