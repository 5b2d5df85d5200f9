//! An app with its browser, as far as the tests need one.

use std::collections::HashMap;
use std::sync::Arc;

use axum::body::{Body, to_bytes};
use http::header::{CACHE_CONTROL, CONTENT_TYPE, HOST, LOCATION};
use http::{Request, StatusCode};
use serde_json::Value;
use tower::ServiceExt;
use url::Url;
use url::form_urlencoded::Serializer;

use super::{CLIENT, SignIn};

pub(super) const VERIFIER: &str = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
const CHALLENGE: &str = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
pub(super) const REDIRECT: &str = "http://localhost:50123/";
pub(super) const SCOPE: &str = "openid profile offline_access User.Read Group.ReadWrite.All";

/// One answer of an endpoint.
pub(super) struct Answer {
    pub(super) status: StatusCode,
    pub(super) location: Option<Url>,
    pub(super) body: String,
}

impl Answer {
    pub(super) fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_default()
    }

    /// A value that a redirect brought back to the app.
    pub(super) fn returned(&self, name: &str) -> Option<String> {
        let location = self.location.as_ref()?;
        let mut pairs = location.query_pairs().into_owned();
        pairs.find_map(|(key, value)| (key == name).then_some(value))
    }

    pub(super) fn secret(&self, name: &str) -> String {
        self.json()[name].as_str().unwrap_or_default().to_owned()
    }

    /// The error word and the AADSTS number.
    pub(super) fn error(&self) -> (String, u64) {
        let json = self.json();
        (
            self.secret("error"),
            json["error_codes"][0].as_u64().unwrap_or_default(),
        )
    }
}

pub(super) struct App(pub(super) Arc<SignIn>);

fn encoded(fields: &[(&str, &str)]) -> String {
    Serializer::new(String::new()).extend_pairs(fields).finish()
}

/// The parameters of a good authorization request, with `changes` on top.
pub(super) fn authorization<'a>(changes: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let mut fields = HashMap::from([
        ("client_id", CLIENT),
        ("redirect_uri", REDIRECT),
        ("response_type", "code"),
        ("scope", SCOPE),
        ("state", "s 1"),
        ("nonce", "n1"),
        ("code_challenge", CHALLENGE),
        ("code_challenge_method", "S256"),
    ]);
    fields.extend(changes.iter().copied());
    fields
        .into_iter()
        .filter(|(_, value)| !value.is_empty())
        .collect()
}

impl App {
    async fn send(&self, request: Request<Body>) -> Answer {
        let response = self.0.router().oneshot(request).await.unwrap();
        assert_eq!(response.headers()[CACHE_CONTROL], "no-store");
        let status = response.status();
        let location = response
            .headers()
            .get(LOCATION)
            .map(|url| url.to_str().unwrap().parse().unwrap());
        let body = to_bytes(response.into_body(), usize::MAX).await.unwrap();
        Answer {
            status,
            location,
            body: String::from_utf8(body.to_vec()).unwrap(),
        }
    }

    pub(super) async fn get(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let request =
            Request::get(format!("{path}?{}", encoded(fields))).header(HOST, "127.0.0.1:4010");
        self.send(request.body(Body::empty()).unwrap()).await
    }

    pub(super) async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let request = Request::post(path)
            .header(HOST, "127.0.0.1:4010")
            .header(CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.send(request.body(Body::from(encoded(fields))).unwrap())
            .await
    }

    pub(super) async fn authorize(&self, changes: &[(&str, &str)]) -> Answer {
        self.get(
            "/organizations/oauth2/v2.0/authorize",
            &authorization(changes),
        )
        .await
    }

    /// What the browser sends when the person presses a button of a page.
    pub(super) async fn press(&self, changes: &[(&str, &str)]) -> Answer {
        self.post(
            "/organizations/oauth2/v2.0/authorize",
            &authorization(changes),
        )
        .await
    }

    /// Signs in without pages and returns the code.
    pub(super) async fn code(&self, login: &str) -> String {
        let answer = self
            .authorize(&[("prompt", "none"), ("login_hint", login)])
            .await;
        answer.returned("code").unwrap()
    }

    pub(super) async fn token(&self, changes: &[(&str, &str)]) -> Answer {
        let mut fields = HashMap::from([("client_id", CLIENT)]);
        fields.extend(changes.iter().copied());
        let fields: Vec<_> = fields.into_iter().collect();
        self.post("/organizations/oauth2/v2.0/token", &fields).await
    }

    pub(super) async fn redeem(&self, code: &str, changes: &[(&str, &str)]) -> Answer {
        let mut fields = vec![
            ("grant_type", "authorization_code"),
            ("code", code),
            ("redirect_uri", REDIRECT),
            ("code_verifier", VERIFIER),
        ];
        fields.extend(changes);
        self.token(&fields).await
    }

    pub(super) async fn refresh(&self, token: &str, changes: &[(&str, &str)]) -> Answer {
        let mut fields = vec![("grant_type", "refresh_token"), ("refresh_token", token)];
        fields.extend(changes);
        self.token(&fields).await
    }

    /// Tokens of a person who just signed in.
    pub(super) async fn tokens(&self, login: &str, changes: &[(&str, &str)]) -> Answer {
        let code = self.code(login).await;
        self.redeem(&code, changes).await
    }
}
