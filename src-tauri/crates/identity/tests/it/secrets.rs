//! No token, refresh token or key is ever written where somebody could read it.

use std::fmt::Write as _;
use std::io;
use std::sync::{Arc, Mutex};

use graph_client::credential::TokenRequest;
use identity::accounts::KeyChoice;
use identity::{IdentityError, SecretStore as _};
use jiff::SignedDuration;
use serde_json::json;
use tracing_subscriber::fmt::MakeWriter;

use crate::support::{Machine, PERSON, Platform, credential, keep, refusal, token, tokens};

const SECRETS: [&str; 8] = [
    "access-token-of-the-sign-in",
    "refresh-token-of-the-sign-in",
    "access-token-of-the-renewal",
    "refresh-token-of-the-renewal",
    "access-token-in-a-broken-answer",
    "the-code",
    // A token of another make, as a description of the service might quote it.
    "0.AXYAxkYxkYxkYxkYxkYxkYxkYxkYxkYxkYxkYxkYxkYxkYxkYxk",
    "c2ln",
];

/// Everything that is logged.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl io::Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl<'a> MakeWriter<'a> for Log {
    type Writer = Self;

    fn make_writer(&'a self) -> Self {
        self.clone()
    }
}

impl Log {
    fn text(&self) -> String {
        String::from_utf8(self.0.lock().unwrap().clone()).unwrap()
    }
}

fn show(shown: &mut String, error: &IdentityError) {
    write!(shown, "{error} {error:?} {error:#?}").unwrap();
}

/// A sign-in, a renewal and each kind of failure; returns all that was shown of them.
async fn live_through_everything(
    platform: &Platform,
    machine: &Machine,
    file: KeyChoice,
) -> String {
    let mut shown = String::new();
    let accounts = machine.start(file).await;
    let signed_in = platform.sign_in(PERSON, SECRETS[0], SECRETS[1]).await;
    write!(shown, "{signed_in:?} {signed_in:#?}").unwrap();
    let account = keep(&accounts, platform, signed_in).await;
    let credential = credential(&accounts, platform, &account);
    machine.pass(SignedDuration::from_hours(1));
    platform
        .token_once(200, tokens(SECRETS[2], SECRETS[3]))
        .await;
    let token_in_hand = credential.token(TokenRequest::default()).await.unwrap();
    let request = TokenRequest {
        rejected: Some(token_in_hand),
        claims: None,
    };
    write!(shown, "{accounts:?} {credential:?} {account:?} {request:?}").unwrap();

    let mut quoted = refusal("invalid_grant", 501_481);
    quoted["error_description"] = json!(format!("AADSTS501481: {} is wrong", SECRETS[6]));
    platform.token_once(400, quoted).await;
    show(
        &mut shown,
        &platform.sign_in_as_mounted().await.unwrap_err(),
    );
    platform
        .token_once(
            200,
            json!({"access_token": SECRETS[4], "expires_in": "soon"}),
        )
        .await;
    show(
        &mut shown,
        &platform.sign_in_as_mounted().await.unwrap_err(),
    );
    platform
        .token_once(
            200,
            json!({"access_token": SECRETS[4], "expires_in": "soon"}),
        )
        .await;
    let error = credential.token(request).await.unwrap_err();
    write!(shown, "{error} {error:?}").unwrap();
    machine.pass(SignedDuration::from_hours(1));
    platform
        .token_once(400, refusal("invalid_grant", 50173))
        .await;
    write!(
        shown,
        "{:?} {accounts:#?}",
        token(&*credential).await.unwrap_err()
    )
    .unwrap();
    shown
}

#[tokio::test]
async fn no_secret_appears_in_the_store_the_log_or_an_error() {
    let (platform, machine, log) = (Platform::start().await, Machine::default(), Log::default());
    let subscriber = tracing_subscriber::fmt()
        .with_max_level(tracing::Level::DEBUG)
        .with_ansi(false)
        .with_writer(log.clone())
        .finish();
    let listening = tracing::subscriber::set_default(subscriber);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("tokens.key");
    let file = KeyChoice::KeyFile(path.clone());
    let shown = live_through_everything(&platform, &machine, file).await;
    drop(listening);

    let key = std::fs::read_to_string(path).unwrap();
    let mut stored = String::new();
    for name in machine.store.keys().await.unwrap() {
        let value = machine.store.get(&name).await.unwrap().unwrap();
        writeln!(stored, "{name} {value}").unwrap();
    }
    let log = log.text();
    assert!(log.contains("identity"), "the log was listened to");
    assert!(stored.contains("token/"), "a token was stored");
    for (place, text) in [
        ("store", &stored),
        ("log", &log),
        ("errors and Debug", &shown),
    ] {
        for secret in SECRETS.iter().copied().chain([key.trim()]) {
            assert!(!text.contains(secret), "{secret} in the {place}: {text}");
        }
    }
}
