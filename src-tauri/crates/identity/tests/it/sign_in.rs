//! Signing in through the browser.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use async_trait::async_trait;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use identity::authorization_code::{self, SignInOptions};
use identity::{Browser, BrowserError, HeadlessBrowser, IdentityError, SignedIn};
use sha2::{Digest as _, Sha256};
use tokio::task::JoinHandle;
use url::Url;

use crate::support::{PERSON, Platform, TENANT, refusal};

/// The pages that were shown: status and text.
type Visit = JoinHandle<Vec<(u16, String)>>;

/// A browser in which the person does whatever `visit` says, in its own time.
#[derive(Debug)]
struct Person<V> {
    visit: V,
    visiting: Mutex<Option<Visit>>,
}

impl<V> Person<V> {
    fn new(visit: V) -> Self {
        Self {
            visit,
            visiting: Mutex::default(),
        }
    }

    async fn pages(&self) -> Vec<(u16, String)> {
        let visit = self.visiting.lock().unwrap().take().unwrap();
        visit.await.unwrap()
    }
}

#[async_trait]
impl<V> Browser for Person<V>
where
    V: Fn(&Url) -> Vec<Url> + std::fmt::Debug + Send + Sync,
{
    async fn open(&self, url: &Url) -> Result<(), BrowserError> {
        let addresses = (self.visit)(url);
        let visit = tokio::spawn(async move {
            let mut pages = Vec::new();
            for address in addresses {
                let answer = reqwest::get(address).await.unwrap();
                pages.push((answer.status().as_u16(), answer.text().await.unwrap()));
            }
            pages
        });
        *self.visiting.lock().unwrap() = Some(visit);
        Ok(())
    }
}

fn redirect_uri(authorize: &Url) -> Url {
    let redirect = authorize
        .query_pairs()
        .find(|(name, _)| name == "redirect_uri");
    Url::parse(&redirect.unwrap().1).unwrap()
}

/// What a stray page and a foreign redirect do before the person comes back.
fn strays_then_sign_in(authorize: &Url) -> Vec<Url> {
    let back = redirect_uri(authorize);
    let mut foreign = back.clone();
    foreign.set_query(Some("code=stolen&state=guessed"));
    let mut stateless = back.clone();
    stateless.set_query(Some("error=access_denied"));
    vec![
        back.join("/favicon.ico").unwrap(),
        foreign,
        stateless,
        authorize.clone(),
    ]
}

fn straight(authorize: &Url) -> Vec<Url> {
    vec![authorize.clone()]
}

fn nothing(_: &Url) -> Vec<Url> {
    Vec::new()
}

async fn sign_in(platform: &Platform, browser: &dyn Browser) -> Result<SignedIn, IdentityError> {
    let (registration, options) = (platform.registration(), SignInOptions::default());
    authorization_code::sign_in(&registration, options, browser, std::future::pending()).await
}

#[tokio::test]
async fn a_sign_in_tells_who_it_is_and_what_was_granted() {
    let platform = Platform::start().await;
    let signed_in = platform.sign_in(PERSON, "access-1", "refresh-1").await;
    assert_eq!(
        (signed_in.oid.as_str(), signed_in.tid.as_str()),
        (PERSON, TENANT)
    );
    assert_eq!(signed_in.preferred_username, "ada@contoso.example");
    assert_eq!(signed_in.granted, ["Group.ReadWrite.All", "User.Read"]);
}

#[tokio::test]
async fn the_code_is_bound_to_this_client_by_pkce() {
    let platform = Platform::start().await;
    platform.sign_in(PERSON, "access-1", "refresh-1").await;
    let requests = platform.server.received_requests().await.unwrap();
    let query: std::collections::HashMap<_, _> =
        requests[0].url.query_pairs().into_owned().collect();
    let form = &platform.token_forms().await[0];
    let hash = URL_SAFE_NO_PAD.encode(Sha256::digest(&form["code_verifier"]));
    assert_eq!(query["code_challenge"], hash);
    assert_eq!(query["code_challenge_method"], "S256");
    assert_eq!(form["redirect_uri"], query["redirect_uri"]);
    assert!(form["claims"].contains("cp1") && query["claims"].contains("cp1"));
    assert!(!form.contains_key("client_secret"));
}

#[tokio::test]
async fn redirects_that_belong_to_nothing_do_not_end_the_sign_in() {
    let platform = Platform::start().await;
    platform.authorize(&[("code", "the-code")]).await;
    platform.signs_in(PERSON, "access-1", "refresh-1").await;
    let person = Person::new(strays_then_sign_in as fn(&Url) -> Vec<Url>);
    let outcome = sign_in(&platform, &person);
    assert!(outcome.await.is_ok());
    let pages = person.pages().await;
    let statuses: Vec<u16> = pages.iter().map(|page| page.0).collect();
    assert_eq!(statuses, [404, 400, 400, 200]);
    assert!(pages[3].1.contains("You are signed in"));
    assert_eq!(platform.token_forms().await[0]["code"], "the-code");
}

#[tokio::test]
async fn the_page_says_when_the_sign_in_failed() {
    let platform = Platform::start().await;
    platform.authorize(&[("code", "the-code")]).await;
    platform
        .token_once(400, refusal("invalid_grant", 501_481))
        .await;
    let person = Person::new(straight as fn(&Url) -> Vec<Url>);
    let outcome = sign_in(&platform, &person);
    let error = outcome.await.unwrap_err();
    assert!(
        matches!(error, IdentityError::SignInFailed(Some(_))),
        "{error:?}"
    );
    assert!(person.pages().await[0].1.contains("You are not signed in"));
}

#[tokio::test]
async fn refusals_on_the_authorize_page_keep_their_meaning() {
    let declined: &[_] = &[
        ("error", "access_denied"),
        ("error_description", "AADSTS65004: no"),
    ];
    let consent: &[_] = &[
        ("error", "access_denied"),
        ("error_description", "AADSTS90094: admin"),
    ];
    let nobody: &[_] = &[
        ("error", "login_required"),
        ("error_description", "AADSTS50058: none"),
    ];
    let broken: &[_] = &[("nothing", "at all")];
    for (answer, expected) in [
        (declined, "ConsentDeclined"),
        (consent, "AdminConsentRequired"),
        (nobody, "InteractionRequired"),
        (broken, "UnexpectedAnswer"),
    ] {
        let platform = Platform::start().await;
        platform.authorize(answer).await;
        let error = platform.sign_in_as_mounted().await.unwrap_err();
        assert!(format!("{error:?}").starts_with(expected), "{error:?}");
    }
}

#[tokio::test]
async fn an_id_token_for_another_sign_in_is_refused() {
    let platform = Platform::start().await;
    platform.authorize(&[("code", "the-code")]).await;
    let mut answer = crate::support::tokens("access-1", "refresh-1");
    answer["id_token"] = crate::support::id_token(PERSON, "replayed").into();
    platform.token_once(200, answer).await;
    let error = platform.sign_in_as_mounted().await.unwrap_err();
    assert!(
        matches!(error, IdentityError::UnexpectedAnswer { .. }),
        "{error:?}"
    );
}

#[tokio::test]
async fn a_sign_in_can_be_given_up() {
    let platform = Platform::start().await;
    let person = Person::new(nothing as fn(&Url) -> Vec<Url>);
    let (registration, options) = (platform.registration(), SignInOptions::default());
    let given_up = std::future::ready(());
    let outcome = authorization_code::sign_in(&registration, options, &person, given_up).await;
    assert!(matches!(outcome, Err(IdentityError::Cancelled)));
}

#[tokio::test]
async fn a_closed_browser_ends_the_sign_in_in_time() {
    let platform = Platform::start().await;
    let person = Person::new(nothing as fn(&Url) -> Vec<Url>);
    let options = SignInOptions {
        timeout: Duration::from_millis(20),
        ..SignInOptions::default()
    };
    let (registration, never) = (platform.registration(), std::future::pending());
    let outcome = authorization_code::sign_in(&registration, options, &person, never).await;
    assert!(matches!(outcome, Err(IdentityError::TimedOut)));
}

#[derive(Debug)]
struct NoBrowser(Arc<str>);

#[async_trait]
impl Browser for NoBrowser {
    async fn open(&self, _: &Url) -> Result<(), BrowserError> {
        Err(BrowserError::new(self.0.to_string()))
    }
}

#[tokio::test]
async fn a_browser_that_does_not_start_is_reported_at_once() {
    let platform = Platform::start().await;
    let browser = NoBrowser("no browser is installed".into());
    let outcome = sign_in(&platform, &browser);
    let error = outcome.await.unwrap_err();
    assert!(error.to_string().contains("no browser is installed"));
}

#[tokio::test]
async fn a_page_that_asks_something_fails_where_nobody_is_there() {
    let platform = Platform::start().await;
    let page = wiremock::ResponseTemplate::new(200).set_body_string("<h1>Pick an account</h1>");
    let any = wiremock::Mock::given(wiremock::matchers::any());
    any.respond_with(page).mount(&platform.server).await;
    let outcome = sign_in(&platform, &HeadlessBrowser::new()).await;
    assert!(matches!(outcome, Err(IdentityError::Browser(_))));
}

/// The proxy is read from the environment when a client is made, so another process has to do it.
#[test]
fn no_proxy_is_asked_for_this_computer() {
    let mut tests = std::process::Command::new(std::env::current_exe().unwrap());
    tests.args([
        "--exact",
        "device_code::the_person_gets_a_code_and_is_signed_in_once_it_was_typed",
        "protection::another_protection_takes_the_tokens_along",
    ]);
    for variable in ["http_proxy", "HTTP_PROXY", "https_proxy", "ALL_PROXY"] {
        tests.env(variable, "http://127.0.0.1:9");
    }
    let outcome = tests
        .env_remove("NO_PROXY")
        .env_remove("no_proxy")
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&outcome.stdout);
    assert!(
        outcome.status.success() && said.contains("2 passed"),
        "{said}"
    );
}
