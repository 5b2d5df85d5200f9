//! What Microsoft's own clients do that others do not: each test stands for a
//! library that would otherwise need a change to run here.

use std::io::Write as _;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use flate2::Compression;
use flate2::write::GzEncoder;
use reqwest::Method;
use serde_json::{Value, json};

use crate::client::{Answer, Client, start};

const APP: &str = "6731de76-14a6-49ae-97bc-6eba6914391e";

async fn sign_in(client: &Client, path: &str, form: &[(&str, &str)]) -> Answer {
    let address = format!("{}/organizations{path}", client.practice.authority());
    client.send(client.http.post(address).form(form)).await
}

/// MSAL and Azure Identity take only an authority on https.
#[tokio::test]
async fn behind_a_proxy_that_ends_tls_every_address_is_on_https() {
    let client = start().await;
    let proxied = async |request: reqwest::RequestBuilder| {
        let request = request
            .header("host", "practice.example")
            .header("x-forwarded-proto", "https");
        client.send(request).await
    };
    let authority = client.practice.authority();
    let configuration = format!("{authority}/common/v2.0/.well-known/openid-configuration");
    let configuration = proxied(client.http.get(configuration)).await.json();
    for name in [
        "issuer",
        "authorization_endpoint",
        "token_endpoint",
        "jwks_uri",
        "device_authorization_endpoint",
    ] {
        let address = configuration[name].as_str().unwrap();
        assert!(address.starts_with("https://practice.example/"), "{name}");
    }
    let device = client
        .http
        .post(format!("{authority}/common/oauth2/v2.0/devicecode"))
        .form(&[("client_id", APP), ("scope", "User.Read")]);
    assert_eq!(
        proxied(device).await.json()["verification_uri"],
        "https://practice.example/devicelogin"
    );
    let page = proxied(client.request(Method::GET, "/groups?$top=1")).await;
    let next = page.json()["@odata.nextLink"].clone();
    assert!(
        next.as_str()
            .unwrap()
            .starts_with("https://practice.example/v1.0/groups?")
    );
    let refused = client
        .http
        .get(format!("{}/me", client.practice.graph()))
        .header("x-practice-kind", "negative");
    let refused = proxied(refused).await;
    assert!(
        refused
            .header("www-authenticate")
            .contains("authorization_uri=\"https://practice.example/")
    );
}

/// The loopback listeners of MSAL for Python and Node take only a posted form.
#[tokio::test]
async fn an_app_can_have_its_code_posted_to_it() {
    let client = start().await;
    let request = |prompt: &'static str| {
        [
            ("client_id", APP),
            ("response_type", "code"),
            ("response_mode", "form_post"),
            ("redirect_uri", "http://localhost:9/back"),
            ("scope", "User.Read"),
            ("state", "a\"b"),
            (
                "code_challenge",
                "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
            ),
            ("code_challenge_method", "S256"),
            ("prompt", prompt),
            ("decision", "cancel"),
        ]
    };
    let declined = sign_in(
        &client,
        "/oauth2/v2.0/authorize",
        &request("select_account"),
    )
    .await;
    assert_eq!(declined.status, 200);
    assert!(
        declined
            .text
            .contains(r#"name="error" value="access_denied""#)
    );
    let mut accepted = request("none").to_vec();
    accepted.push(("login_hint", practice_tenant::PracticeTenant::owner_login()));
    let page = sign_in(&client, "/oauth2/v2.0/authorize", &accepted)
        .await
        .text;
    assert!(page.contains(r#"<form method="post" action="http://localhost:9/back">"#));
    assert!(page.contains(r#"name="state" value="a&quot;b""#));
    let code = page.split(r#"name="code" value=""#).nth(1).unwrap();
    let form = [
        ("client_id", APP),
        ("grant_type", "authorization_code"),
        ("redirect_uri", "http://localhost:9/back"),
        ("code", code.split('"').next().unwrap()),
        (
            "code_verifier",
            "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk",
        ),
    ];
    let tokens = sign_in(&client, "/oauth2/v2.0/token", &form).await;
    assert_eq!(tokens.status, 200, "{}", tokens.text);
}

/// MSAL for Node names the grant as it was before the standard.
#[tokio::test]
async fn a_device_code_is_redeemed_under_its_older_grant_name() {
    let client = start().await;
    let form = [("client_id", APP), ("scope", "User.Read")];
    let device = sign_in(&client, "/oauth2/v2.0/devicecode", &form).await;
    let device: Value = device.json();
    let page = [
        ("user_code", device["user_code"].as_str().unwrap()),
        ("account", practice_tenant::PracticeTenant::owner_login()),
        ("decision", "accept"),
    ];
    sign_in(&client, "/oauth2/deviceauth", &page).await;
    let form = [
        ("client_id", APP),
        ("grant_type", "device_code"),
        ("device_code", device["device_code"].as_str().unwrap()),
    ];
    let tokens = sign_in(&client, "/oauth2/v2.0/token", &form).await;
    assert!(tokens.json()["access_token"].is_string());
}

/// CLI for Microsoft 365 refuses to go on without a name in the token.
#[tokio::test]
async fn an_access_token_says_who_signed_in_and_what_was_granted() {
    let owner = practice_tenant::PracticeTenant::owner_login();
    let client = start().await.signed_in(owner, "User.Read").await;
    let claims = client.token.split('.').nth(1).unwrap();
    let claims = URL_SAFE_NO_PAD.decode(claims).unwrap();
    let claims: Value = serde_json::from_slice(&claims).unwrap();
    assert_eq!(claims["upn"], owner);
    assert_eq!(claims["scp"], "User.Read");
    assert_eq!(claims["idtyp"], "user");
}

/// The JavaScript client puts a next link on http behind its base address.
#[tokio::test]
async fn a_next_link_behind_the_base_address_is_the_next_page() {
    let client = start().await;
    let first = client.get("/groups?$top=3&$select=id").await.json();
    let next = first["@odata.nextLink"].as_str().unwrap();
    let plain = client.get(next).await;
    let behind = client.get(&format!("/{next}")).await;
    assert_eq!(behind.status, 200);
    assert_eq!(behind.value(), plain.value());
}

/// The Graph SDKs and CLI for Microsoft 365 ask for the people of a group by the
/// cast alone; only what must be counted or filtered is an advanced query.
#[tokio::test]
async fn people_of_a_group_are_cast_without_an_advanced_query() {
    let client = start().await;
    let group = client.owned_ids().await.remove(0);
    for relation in ["owners", "members"] {
        let path = format!("/groups/{group}/{relation}/microsoft.graph.user");
        let people = client.get(&format!("{path}?$select=id&$top=2")).await;
        assert!(!people.value().is_empty(), "{relation}");
        let filtered = format!("{path}?$filter=accountEnabled eq true");
        let filtered = client.wrong(Method::GET, &filtered).await;
        assert_eq!(filtered.code(), "Request_UnsupportedQuery");
    }
}

#[tokio::test]
async fn the_version_may_have_capitals() {
    let client = start().await;
    let address = client.practice.graph().replace("/v1.0", "//Beta//Me/");
    assert_eq!(client.wrong(Method::GET, &address).await.status, 200);
}

/// Older JavaScript clients leave the version in the addresses of a batch, which
/// the service refuses by that name.
#[tokio::test]
async fn a_version_inside_a_batch_is_refused_as_an_unknown_segment() {
    let client = start().await;
    let request = client
        .request(Method::POST, "/$batch")
        .header("x-practice-kind", "negative")
        .json(&json!({"requests": [{"id": "1", "method": "GET", "url": "/v1.0/groups"}]}));
    let answer = client.send(request).await.json();
    let response = &answer["responses"][0];
    assert_eq!(response["status"], 400);
    let message = response["body"]["error"]["message"].as_str().unwrap();
    assert!(message.contains("'v1.0'"), "{message}");
}

/// Kiota's clients compress what they send.
#[tokio::test]
async fn a_body_may_come_compressed_by_gzip_and_by_nothing_else() {
    let client = start().await;
    let batch = json!({"requests": [{"id": "1", "method": "GET", "url": "/me"}]}).to_string();
    let mut packed = GzEncoder::new(Vec::new(), Compression::default());
    packed.write_all(batch.as_bytes()).unwrap();
    let packed = packed.finish().unwrap();
    let send = async |encoding: &str, body: Vec<u8>, kind: &str| {
        let request = client
            .request(Method::POST, "/$batch")
            .header("content-type", "application/json")
            .header("content-encoding", encoding)
            .header("x-practice-kind", kind)
            .body(body);
        client.send(request).await
    };
    let answer = send("gzip", packed.clone(), "graph").await;
    assert_eq!(answer.json()["responses"][0]["status"], 200);
    assert_eq!(send("br", packed, "negative").await.status, 415);
    assert_eq!(
        send("gzip", batch.into_bytes(), "negative").await.status,
        400
    );
}

/// Clients that are given a root without a version, or a wrong one.
#[tokio::test]
async fn a_path_without_a_known_version_is_refused_in_the_services_shape() {
    let client = start().await;
    for path in ["/", "/v2.0/groups"] {
        let address = format!("{}{path}", client.practice.authority());
        let refused = client.wrong(Method::GET, &address).await;
        assert_eq!(
            (refused.status, refused.code().as_str()),
            (400, "BadRequest")
        );
        let message = refused.json()["error"]["message"].to_string();
        assert!(message.contains("Invalid version"), "{message}");
        assert!(!refused.header("request-id").is_empty());
    }
}
