//! What apps read before they sign in, and signing out.

use http::StatusCode;

use super::app::{App, REDIRECT};
use super::{OWNER, TENANT, practice};

#[tokio::test]
async fn the_configuration_points_back_to_the_address_it_was_asked_at() {
    let app = App(practice().1);
    let path = "/practice.example/v2.0/.well-known/openid-configuration";
    let configuration = app.get(path, &[]).await.json();
    assert_eq!(
        configuration["issuer"],
        format!("http://127.0.0.1:4010/{TENANT}/v2.0")
    );
    assert_eq!(
        configuration["token_endpoint"],
        "http://127.0.0.1:4010/practice.example/oauth2/v2.0/token"
    );
    let shared = app
        .get("/organizations/v2.0/.well-known/openid-configuration", &[])
        .await
        .json();
    assert_eq!(shared["issuer"], "http://127.0.0.1:4010/{tenantid}/v2.0");
}

#[tokio::test]
async fn an_unknown_tenant_has_no_configuration() {
    let app = App(practice().1);
    let answer = app
        .get(
            "/elsewhere.example/v2.0/.well-known/openid-configuration",
            &[],
        )
        .await;
    assert_eq!(answer.status, StatusCode::BAD_REQUEST);
    assert_eq!(answer.error().1, 90_002);
    assert!(answer.json()["trace_id"].is_string());
    assert_eq!(answer.json()["timestamp"], "2026-03-02 09:00:00Z");
}

#[tokio::test]
async fn microsofts_libraries_learn_the_instance_and_the_kind_of_account() {
    let app = App(practice().1);
    let instance = app
        .get("/common/discovery/instance", &[("api-version", "1.1")])
        .await
        .json();
    assert_eq!(
        instance["metadata"][0]["preferred_network"],
        "127.0.0.1:4010"
    );
    let realm = app
        .get(&format!("/common/userrealm/{OWNER}"), &[])
        .await
        .json();
    assert_eq!(realm["account_type"], "Managed");
}

#[tokio::test]
async fn signing_out_leads_back_to_the_app() {
    let app = App(practice().1);
    let path = "/organizations/oauth2/v2.0/logout";
    let back = app
        .get(path, &[("post_logout_redirect_uri", REDIRECT)])
        .await;
    assert_eq!(back.location.unwrap().as_str(), REDIRECT);
    assert!(app.get(path, &[]).await.body.contains("You signed out"));
}
