//! Sign-in in the browser: the authorization code flow with PKCE over a loopback redirect.
//!
//! Follows v2-oauth2-auth-code-flow.md and RFC 8252. Deliberately elsewhere: the listener
//! (`loopback`), the browser (`browser`), and what happens to the tokens (`accounts`).

use std::borrow::Cow;
use std::future::Future;
use std::pin::pin;
use std::time::Duration;

use jiff::Timestamp;
use oauth2::{AuthorizationCode, CsrfToken, PkceCodeChallenge, PkceCodeVerifier, RedirectUrl};
use url::Url;

use crate::answer::{Attempt, RawAnswer};
use crate::browser::Browser;
use crate::claims;
use crate::error::IdentityError;
use crate::loopback::{Arrival, Loopback, Redirect};
use crate::oauth;
use crate::page::Page;
use crate::registration::Registration;
use crate::signed_in::SignedIn;
use crate::transport::TokenTransport;

/// What the sign-in page is asked to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Prompt {
    /// Ask for the password even if somebody is signed in.
    Login,
    /// Ask nothing; fail where something would have to be asked.
    None,
    /// Show the consent page.
    Consent,
    /// Show the account picker.
    SelectAccount,
}

impl Prompt {
    fn as_str(self) -> &'static str {
        match self {
            Self::Login => "login",
            Self::None => "none",
            Self::Consent => "consent",
            Self::SelectAccount => "select_account",
        }
    }
}

/// How to sign in.
#[derive(Debug, Clone)]
pub struct SignInOptions {
    /// The scopes, by their bare names: [`crate::permissions::scopes`].
    pub scopes: Vec<String>,
    /// Who is expected to sign in.
    pub login_hint: Option<String>,
    /// What the page is asked to do.
    pub prompt: Option<Prompt>,
    /// Claims of a challenge that the new token has to satisfy, as JSON.
    pub claims: Option<String>,
    /// How long to wait for the person.
    pub timeout: Duration,
}

impl Default for SignInOptions {
    fn default() -> Self {
        Self {
            scopes: Vec::new(),
            login_hint: None,
            prompt: None,
            claims: None,
            timeout: Duration::from_secs(600),
        }
    }
}

/// Signs somebody in through `browser`. Nothing is kept; ends early when `cancel` completes.
///
/// # Errors
/// [`IdentityError`] by meaning; `Cancelled` and `TimedOut` when nobody finished.
pub async fn sign_in(
    registration: &Registration,
    options: SignInOptions,
    browser: &dyn Browser,
    cancel: impl Future<Output = ()>,
) -> Result<SignedIn, IdentityError> {
    let timeout = options.timeout;
    tokio::select! {
        biased;
        () = cancel => Err(IdentityError::Cancelled),
        outcome = browse(registration, options, browser) => outcome,
        () = tokio::time::sleep(timeout) => Err(IdentityError::TimedOut),
    }
}

async fn browse(
    registration: &Registration,
    options: SignInOptions,
    browser: &dyn Browser,
) -> Result<SignedIn, IdentityError> {
    let state = CsrfToken::new_random();
    let mut loopback = Loopback::listen(state.secret()).await?;
    let (request, url) = CodeRequest::new(registration, options, &loopback, state)?;
    let mut opened = pin!(browser.open(&url));
    let Arrival { redirect, reply } = tokio::select! {
        biased;
        arrival = loopback.arrival() => arrival?,
        Err(error) = &mut opened => return Err(error.into()),
    };
    let outcome = request.redeem(redirect).await;
    // Nobody minds if the browser has gone meanwhile.
    let _ = reply.send(if outcome.is_ok() {
        Page::Succeeded
    } else {
        Page::Failed
    });
    outcome
}

/// What was asked for, until the code for it arrives.
struct CodeRequest<'a> {
    registration: &'a Registration,
    scopes: Vec<String>,
    claims: String,
    redirect: RedirectUrl,
    verifier: PkceCodeVerifier,
    nonce: CsrfToken,
}

impl<'a> CodeRequest<'a> {
    fn new(
        registration: &'a Registration,
        options: SignInOptions,
        loopback: &Loopback,
        state: CsrfToken,
    ) -> Result<(Self, Url), IdentityError> {
        let (challenge, verifier) = PkceCodeChallenge::new_random_sha256();
        let redirect =
            RedirectUrl::new(loopback.redirect_uri()).map_err(IdentityError::internal)?;
        let request = Self {
            registration,
            claims: claims::parameter(options.claims.as_deref())?,
            scopes: options.scopes,
            redirect,
            verifier,
            nonce: CsrfToken::new_random(),
        };
        let client = oauth::client(registration);
        let mut authorize = client
            .authorize_url(|| state)
            .add_scopes(oauth::scopes(registration, &request.scopes))
            .set_pkce_challenge(challenge)
            .set_redirect_uri(Cow::Borrowed(&request.redirect))
            .add_extra_param("response_mode", "query")
            .add_extra_param("nonce", request.nonce.secret())
            .add_extra_param("claims", &request.claims);
        if let Some(prompt) = options.prompt {
            authorize = authorize.add_extra_param("prompt", prompt.as_str());
        }
        if let Some(login) = options.login_hint {
            authorize = authorize.add_extra_param("login_hint", login);
        }
        let (url, _state) = authorize.url();
        Ok((request, url))
    }

    async fn redeem(self, redirect: Redirect) -> Result<SignedIn, IdentityError> {
        let code = code(redirect)?;
        let scope = oauth::scopes(self.registration, &self.scopes)
            .iter()
            .map(|scope| scope.as_str())
            .collect::<Vec<_>>()
            .join(" ");
        let transport = TokenTransport::new(self.registration.authority(), Attempt::Interactive)?;
        let asked_at = Timestamp::now();
        let answer = oauth::client(self.registration)
            .exchange_code(code)
            .set_pkce_verifier(self.verifier)
            .set_redirect_uri(Cow::Borrowed(&self.redirect))
            .add_extra_param("scope", scope)
            .add_extra_param("claims", self.claims)
            .request_async(&transport)
            .await
            .map_err(|error| transport.failure(error))?;
        let nonce = Some(self.nonce.secret().as_str());
        oauth::signed_in(&answer, self.registration, nonce, &self.scopes, asked_at)
    }
}

fn code(redirect: Redirect) -> Result<AuthorizationCode, IdentityError> {
    if let Some(error) = redirect.error {
        let raw = RawAnswer {
            error,
            error_description: redirect.error_description,
            claims: redirect.claims.map(Into::into),
            ..RawAnswer::default()
        };
        return Err(raw.classify(Attempt::Interactive));
    }
    redirect
        .code
        .map(AuthorizationCode::new)
        .ok_or_else(|| IdentityError::unexpected(None, "a redirect without a code"))
}
