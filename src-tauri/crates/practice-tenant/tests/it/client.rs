//! A plain HTTP client for the tests: no types of ours, only what goes over the
//! wire. With `TRAFFIC_DIR` set, everything is recorded there.

use std::path::PathBuf;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use practice_tenant::{PracticeOptions, PracticeTenant};
use reqwest::{Method, RequestBuilder, Response, redirect};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use url::Url;

pub(crate) struct Client {
    pub(crate) practice: PracticeTenant,
    pub(crate) http: reqwest::Client,
    pub(crate) token: String,
}

/// An answer with what tests look at.
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: http::HeaderMap,
    pub(crate) text: String,
}

impl Answer {
    async fn of(response: Response) -> Self {
        Self {
            status: response.status().as_u16(),
            headers: response.headers().clone(),
            text: response.text().await.unwrap(),
        }
    }

    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.text)
            .unwrap_or_else(|error| panic!("{error} in the answer {} {}", self.status, self.text))
    }

    pub(crate) fn value(&self) -> Vec<Value> {
        self.json()["value"].as_array().cloned().unwrap_or_default()
    }

    pub(crate) fn code(&self) -> String {
        self.json()["error"]["code"].as_str().unwrap().to_owned()
    }

    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers
            .get(name)
            .map_or("", |value| value.to_str().unwrap())
    }
}

pub(crate) fn options() -> PracticeOptions {
    let folder = std::env::var_os("TRAFFIC_DIR").map(PathBuf::from);
    PracticeOptions {
        record: folder.map(|folder| folder.join("practice-tenant.jsonl")),
        ..PracticeOptions::default()
    }
}

pub(crate) async fn start() -> Client {
    start_with(options()).await
}

pub(crate) async fn start_with(options: PracticeOptions) -> Client {
    let practice = PracticeTenant::start(options).await.unwrap();
    let http = reqwest::Client::builder()
        .redirect(redirect::Policy::none())
        .no_proxy()
        .build()
        .unwrap();
    let token = practice.owner_token().to_owned();
    Client {
        practice,
        http,
        token,
    }
}

impl Client {
    pub(crate) fn request(&self, method: Method, path: &str) -> RequestBuilder {
        let address = match path.starts_with("http") {
            true => path.to_owned(),
            false => format!("{}{path}", self.practice.graph()),
        };
        self.http.request(method, address).bearer_auth(&self.token)
    }

    pub(crate) async fn send(&self, request: RequestBuilder) -> Answer {
        Answer::of(request.send().await.unwrap()).await
    }

    pub(crate) async fn get(&self, path: &str) -> Answer {
        self.send(self.request(Method::GET, path)).await
    }

    /// The body as it came.
    pub(crate) async fn send_for_bytes(&self, path: &str) -> Vec<u8> {
        let request = self.request(Method::GET, path);
        let response = request.send().await.unwrap();
        assert_eq!(response.status(), 200, "{path}");
        response.bytes().await.unwrap().to_vec()
    }

    /// With `ConsistencyLevel: eventual`.
    pub(crate) async fn advanced(&self, path: &str) -> Answer {
        self.send(
            self.request(Method::GET, path)
                .header("ConsistencyLevel", "eventual"),
        )
        .await
    }

    /// Wrong on purpose: only the answer can be right.
    pub(crate) async fn wrong(&self, method: Method, path: &str) -> Answer {
        self.send(
            self.request(method, path)
                .header("x-practice-kind", "negative"),
        )
        .await
    }

    pub(crate) async fn post(&self, path: &str) -> Answer {
        self.send(self.request(Method::POST, path)).await
    }

    pub(crate) async fn send_json(&self, method: Method, path: &str, body: Value) -> Answer {
        self.send(self.request(method, path).json(&body)).await
    }

    /// Wrong on purpose, with a body.
    pub(crate) async fn wrong_json(&self, method: Method, path: &str, body: Value) -> Answer {
        let request = self.request(method, path).json(&body);
        self.send(request.header("x-practice-kind", "negative"))
            .await
    }

    pub(crate) async fn patch(&self, path: &str, body: Value) -> Answer {
        self.send_json(Method::PATCH, path, body).await
    }

    pub(crate) async fn delete(&self, path: &str) -> Answer {
        self.send(self.request(Method::DELETE, path)).await
    }

    /// `POST /groups/{id}/{members | owners}/$ref`
    pub(crate) async fn add(&self, group: &str, to: &str, person: &str) -> Answer {
        let path = format!("/groups/{group}/{to}/$ref");
        self.send_json(Method::POST, &path, self.reference(person))
            .await
    }

    /// `DELETE /groups/{id}/{members | owners}/{id}/$ref`
    pub(crate) async fn take_out(&self, group: &str, from: &str, person: &str) -> Answer {
        self.delete(&format!("/groups/{group}/{from}/{person}/$ref"))
            .await
    }

    pub(crate) fn reference(&self, id: &str) -> Value {
        json!({"@odata.id": format!("{}/directoryObjects/{id}", self.practice.graph())})
    }

    /// Addresses of people, as requests bind them.
    pub(crate) fn bound(&self, people: &[String]) -> Vec<String> {
        let address = |id: &String| format!("{}/users/{id}", self.practice.graph());
        people.iter().map(address).collect()
    }

    /// Creates a Microsoft 365 group with nothing special; its id.
    pub(crate) async fn create(&self, name: &str, alias: &str) -> String {
        let created = self
            .send_json(Method::POST, "/groups", new_group(name, alias))
            .await;
        assert_eq!(created.status, 201, "{}", created.text);
        id(&created.json())
    }

    /// The truth about a group, whatever readers see of it.
    pub(crate) async fn truth(&self, group: &str) -> Value {
        self.control_get(&format!("/groups/{group}")).await
    }

    /// People of the company for whom `wanted` holds, by the control address.
    pub(crate) async fn people(&self, wanted: impl Fn(&Value) -> bool) -> Vec<String> {
        let world = self.control_get("/world").await;
        let users = world["users"].as_array().unwrap();
        users.iter().filter(|user| wanted(user)).map(id).collect()
    }

    /// People of the company who may sign in, without the owner and the administrator.
    pub(crate) async fn colleagues(&self) -> Vec<String> {
        let people = self
            .people(|user| user["enabled"] == true && user["guest"] == false)
            .await;
        people[2..].to_vec()
    }

    pub(crate) async fn my_id(&self) -> String {
        id(&self.get("/me?$select=id").await.json())
    }

    pub(crate) async fn batch(&self, requests: Value) -> Answer {
        let request = self.request(Method::POST, "/$batch");
        self.send(request.json(&json!({ "requests": requests })))
            .await
    }

    pub(crate) async fn control(&self, path: &str, body: Value) -> Answer {
        let address = format!("{}{path}", self.practice.control());
        self.send(self.http.post(address).json(&body)).await
    }

    pub(crate) async fn control_get(&self, path: &str) -> Value {
        let address = format!("{}{path}", self.practice.control());
        self.send(self.http.get(address)).await.json()
    }

    pub(crate) fn administrator(mut self) -> Self {
        self.token = self.practice.administrator_token().to_owned();
        self
    }

    /// Signs somebody in through authorize and token, with just these permissions.
    pub(crate) async fn signed_in(mut self, login: &str, scopes: &str) -> Self {
        let verifier = "v".repeat(64);
        let challenge = URL_SAFE_NO_PAD.encode(Sha256::digest(&verifier));
        let app = "6731de76-14a6-49ae-97bc-6eba6914391e";
        let base = format!("{}/organizations/oauth2/v2.0", self.practice.authority());
        let parameters = [
            ("client_id", app),
            ("response_type", "code"),
            ("redirect_uri", "http://localhost:9"),
            ("scope", scopes),
            ("code_challenge", &challenge),
            ("code_challenge_method", "S256"),
            ("login_hint", login),
            ("prompt", "none"),
        ];
        let authorize = Url::parse_with_params(&format!("{base}/authorize"), parameters).unwrap();
        let redirect = self.send(self.http.get(authorize.as_str())).await;
        let back = Url::parse(redirect.header("location")).unwrap();
        let code = back
            .query_pairs()
            .find(|(name, _)| name == "code")
            .unwrap()
            .1
            .into_owned();
        let form = [
            ("client_id", app),
            ("grant_type", "authorization_code"),
            ("redirect_uri", "http://localhost:9"),
            ("code", &code),
            ("code_verifier", &verifier),
        ];
        let tokens = self
            .send(self.http.post(format!("{base}/token")).form(&form))
            .await;
        self.token = tokens.json()["access_token"].as_str().unwrap().to_owned();
        self
    }

    /// The ids of the owner's groups, in the order of the list.
    pub(crate) async fn owned_ids(&self) -> Vec<String> {
        let answer = self
            .get("/me/ownedObjects/microsoft.graph.group?$top=999&$select=id")
            .await;
        answer.value().iter().map(id).collect()
    }
}

/// The least that a creation holds.
pub(crate) fn new_group(name: &str, alias: &str) -> Value {
    json!({
        "displayName": name,
        "mailNickname": alias,
        "mailEnabled": true,
        "securityEnabled": false,
        "groupTypes": ["Unified"],
    })
}

/// The same with more properties.
pub(crate) fn new_group_with(more: Value) -> Value {
    let mut group = new_group("Tree nursery", "tree-nursery");
    if let (Some(group), Value::Object(more)) = (group.as_object_mut(), more) {
        group.extend(more);
    }
    group
}

pub(crate) fn texts(values: &Value) -> Vec<String> {
    let values = values.as_array().unwrap();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    values.iter().map(text).collect()
}

pub(crate) fn id(object: &Value) -> String {
    object["id"].as_str().unwrap().to_owned()
}
