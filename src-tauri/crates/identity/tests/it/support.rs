//! A stand-in for the identity platform, and the accounts of a machine that uses it.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use graph_client::credential::{AccessToken, CredentialError, TokenCredential, TokenRequest};
use identity::accounts::{Accounts, AccountsOptions, KeyChoice};
use identity::authorization_code::{self, SignInOptions};
use identity::keys::MemoryKeyStore;
use identity::permissions::{self, Step};
use identity::{
    AccountRecord, Clock, Cloud, CloudEndpoints, HeadlessBrowser, IdentityError, MemoryStore,
    PRACTICE_CLIENT_ID, Registration, SignedIn,
};
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};
use url::Url;
use wiremock::matchers::{method, path_regex};
use wiremock::{Mock, MockServer, Request, ResponseTemplate};

pub(crate) const TENANT: &str = "0f0e0d0c-0b0a-4908-8706-050403020100";
pub(crate) const PERSON: &str = "11111111-2222-4333-8444-555555555555";

/// The identity platform, as far as a test says.
pub(crate) struct Platform {
    pub(crate) server: MockServer,
    nonce: Arc<Mutex<String>>,
}

impl Platform {
    pub(crate) async fn start() -> Self {
        Self {
            server: MockServer::start().await,
            nonce: Arc::default(),
        }
    }

    pub(crate) fn endpoints(&self) -> CloudEndpoints {
        self.cloud().endpoints().unwrap()
    }

    pub(crate) fn cloud(&self) -> Cloud {
        Cloud::custom(&self.server.uri(), &self.server.uri()).unwrap()
    }

    pub(crate) fn registration(&self) -> Registration {
        Registration::new(self.endpoints(), "organizations", PRACTICE_CLIENT_ID).unwrap()
    }

    /// The authorize page comes straight back, with `answer` and the state that it got.
    pub(crate) async fn authorize(&self, answer: &'static [(&'static str, &'static str)]) {
        let nonce = self.nonce.clone();
        let respond = move |request: &Request| {
            let query: HashMap<String, String> = request.url.query_pairs().into_owned().collect();
            nonce.lock().unwrap().clone_from(&query["nonce"]);
            let mut back = Url::parse(&query["redirect_uri"]).unwrap();
            back.query_pairs_mut()
                .extend_pairs(answer)
                .append_pair("state", &query["state"]);
            ResponseTemplate::new(302).insert_header("location", back.as_str())
        };
        let authorize = Mock::given(method("GET")).and(path_regex("/oauth2/v2.0/authorize$"));
        authorize.respond_with(respond).mount(&self.server).await;
    }

    /// The next token request gets `answer` with `status`; later ones what is mounted after it.
    pub(crate) async fn token_once(&self, status: u16, answer: Value) {
        let mock = Mock::given(method("POST")).and(path_regex("/oauth2/v2.0/token$"));
        let respond = ResponseTemplate::new(status).set_body_json(answer);
        mock.respond_with(respond)
            .up_to_n_times(1)
            .mount(&self.server)
            .await;
    }

    /// The next token request signs `person` in.
    pub(crate) async fn signs_in(&self, person: &str, access: &str, refresh: &str) {
        let (nonce, person) = (self.nonce.clone(), person.to_owned());
        let answer = tokens(access, refresh);
        let respond = move |_: &Request| {
            let mut answer = answer.clone();
            let nonce = nonce.lock().unwrap().clone();
            answer["id_token"] = id_token(&person, &nonce).into();
            ResponseTemplate::new(200).set_body_json(answer)
        };
        let mock = Mock::given(method("POST")).and(path_regex("/oauth2/v2.0/token$"));
        mock.respond_with(respond)
            .up_to_n_times(1)
            .mount(&self.server)
            .await;
    }

    /// Signs `person` in through the browser.
    pub(crate) async fn sign_in(&self, person: &str, access: &str, refresh: &str) -> SignedIn {
        self.authorize(&[("code", "the-code")]).await;
        self.signs_in(person, access, refresh).await;
        self.sign_in_as_mounted().await.unwrap()
    }

    pub(crate) async fn sign_in_as_mounted(&self) -> Result<SignedIn, IdentityError> {
        let options = SignInOptions {
            scopes: permissions::scopes(&[Step::Manage]),
            ..SignInOptions::default()
        };
        let browser = HeadlessBrowser::new();
        let never = std::future::pending();
        authorization_code::sign_in(&self.registration(), options, &browser, never).await
    }

    /// The forms that the token endpoint got, in order.
    pub(crate) async fn token_forms(&self) -> Vec<HashMap<String, String>> {
        let requests = self.server.received_requests().await.unwrap();
        let tokens = requests
            .iter()
            .filter(|request| request.url.path().ends_with("/token"));
        tokens
            .map(|r| url::form_urlencoded::parse(&r.body).into_owned().collect())
            .collect()
    }
}

pub(crate) fn tokens(access: &str, refresh: &str) -> Value {
    json!({
        "token_type": "Bearer",
        "expires_in": 3600,
        "scope": "openid profile User.Read https://graph.microsoft.com/Group.ReadWrite.All",
        "access_token": access,
        "refresh_token": refresh,
    })
}

pub(crate) fn refusal(error: &str, number: u32) -> Value {
    json!({
        "error": error,
        "error_description": format!("AADSTS{number}: something.\r\nTrace ID: 1"),
        "error_codes": [number],
        "correlation_id": "c0ffee00-0000-4000-8000-000000000001",
    })
}

pub(crate) fn id_token(person: &str, nonce: &str) -> String {
    let claims = json!({
        "aud": PRACTICE_CLIENT_ID, "nonce": nonce, "oid": person, "tid": TENANT,
        "name": "Ada Owner", "preferred_username": "ada@contoso.example",
    });
    format!("e30.{}.c2ln", URL_SAFE_NO_PAD.encode(claims.to_string()))
}

/// A machine: what outlives the application, and a clock.
#[derive(Clone)]
pub(crate) struct Machine {
    pub(crate) store: Arc<MemoryStore>,
    pub(crate) keychain: Arc<MemoryKeyStore>,
    now: Arc<Mutex<Timestamp>>,
}

impl Default for Machine {
    fn default() -> Self {
        Self {
            store: Arc::default(),
            keychain: Arc::default(),
            now: Arc::new(Mutex::new(Timestamp::now())),
        }
    }
}

impl Machine {
    pub(crate) fn pass(&self, time: SignedDuration) {
        let mut now = self.now.lock().unwrap();
        *now = now.checked_add(time).unwrap();
    }

    /// Starts the application, with tokens under `choice`.
    pub(crate) async fn start(&self, choice: KeyChoice) -> Accounts {
        let now = self.now.clone();
        let options = AccountsOptions {
            store: self.store.clone(),
            keychain: self.keychain.clone(),
            clock: Clock::new(move || *now.lock().unwrap()),
        };
        let accounts = Accounts::open(options).await.unwrap();
        accounts.choose(choice);
        accounts
    }
}

/// Keeps a finished sign-in as the application does.
pub(crate) async fn keep(
    accounts: &Accounts,
    platform: &Platform,
    signed_in: SignedIn,
) -> AccountRecord {
    let registration = platform.registration();
    let (tenant, client_id) = (registration.tenant(), registration.client_id());
    accounts
        .add(signed_in, platform.cloud(), tenant, client_id)
        .await
        .unwrap()
}

/// The account's credential.
pub(crate) fn credential(
    accounts: &Accounts,
    platform: &Platform,
    account: &AccountRecord,
) -> Arc<dyn TokenCredential> {
    accounts
        .credential(&account.id, &platform.endpoints())
        .unwrap()
}

/// The token that `credential` gives now, in the clear.
pub(crate) async fn token(credential: &dyn TokenCredential) -> Result<String, CredentialError> {
    let token: AccessToken = credential.token(TokenRequest::default()).await?;
    Ok(token.expose().to_owned())
}
