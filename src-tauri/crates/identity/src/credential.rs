//! An account's access tokens: fresh before they are needed, and asked for once.
//!
//! A token is renewed five minutes before its end; whoever comes meanwhile waits for the same
//! request. A rotated refresh token is kept before the access token beside it is given out, and a
//! request once begun is finished even if nobody waits for it any more, since its answer may hold the
//! only refresh token that still works. Deliberately elsewhere: where tokens are kept (`accounts`).

use std::sync::Arc;

use async_trait::async_trait;
use graph_client::credential::{AccessToken, CredentialError, TokenCredential, TokenRequest};
use jiff::{SignedDuration, Timestamp};
use tokio::sync::{Mutex, OwnedMutexGuard};

use crate::accounts::{AccountBook, TokenSafe};
use crate::answer::Attempt;
use crate::clock::Clock;
use crate::error::IdentityError;
use crate::oauth::{self, TokenAnswer};
use crate::permissions::with_sign_in;
use crate::registration::Registration;
use crate::signed_in::{LivingToken, RefreshToken};
use crate::transport::TokenTransport;
use crate::{claims, store::StoreError};

/// How long before its end a token is renewed.
const EARLY: SignedDuration = SignedDuration::from_mins(5);

/// Added to `EARLY` at random, so that many clients do not come at once.
const JITTER_SECONDS: i64 = 60;

/// How long an early renewal that failed is not tried again while the token lives.
const PAUSE: SignedDuration = SignedDuration::from_secs(30);

/// The credential of one account in one cloud.
#[derive(Debug)]
pub(crate) struct AccountCredential {
    parts: Arc<Parts>,
    current: Arc<Mutex<Current>>,
}

#[derive(Debug)]
struct Parts {
    account: String,
    registration: Registration,
    book: Arc<AccountBook>,
    safe: Arc<TokenSafe>,
    transport: TokenTransport,
    clock: Clock,
    early: SignedDuration,
}

#[derive(Debug, Default)]
struct Current {
    living: Option<LivingToken>,
    paused_until: Option<Timestamp>,
}

impl AccountCredential {
    pub(crate) fn new(
        account: String,
        registration: Registration,
        (book, safe): (Arc<AccountBook>, Arc<TokenSafe>),
        clock: Clock,
        living: Option<LivingToken>,
    ) -> Result<Self, IdentityError> {
        let jitter = SignedDuration::from_secs(rand::random_range(0..JITTER_SECONDS));
        let transport = TokenTransport::new(registration.authority(), Attempt::Silent)?;
        let early = EARLY + jitter;
        let parts = Parts {
            account,
            registration,
            book,
            safe,
            transport,
            clock,
            early,
        };
        let current = Current {
            living,
            paused_until: None,
        };
        Ok(Self {
            parts: Arc::new(parts),
            current: Arc::new(Mutex::new(current)),
        })
    }
}

#[async_trait]
impl TokenCredential for AccountCredential {
    async fn token(&self, request: TokenRequest) -> Result<AccessToken, CredentialError> {
        let current = self.current.clone().lock_owned().await;
        let now = self.parts.clock.now();
        if let Some(token) = current.good_for(&request, now, self.parts.early) {
            return Ok(token);
        }
        let renewal = tokio::spawn(self.parts.clone().renew(current, request, now));
        let outcome = renewal.await.map_err(IdentityError::internal);
        outcome
            .flatten()
            .map_err(IdentityError::into_credential_error)
    }
}

impl Current {
    /// The token in hand, if it satisfies the request without any traffic.
    fn good_for(
        &self,
        request: &TokenRequest,
        now: Timestamp,
        early: SignedDuration,
    ) -> Option<AccessToken> {
        let living = self.living.as_ref()?;
        let rejected = request.rejected.as_ref();
        if rejected.is_some_and(|rejected| rejected.expose() == living.token.expose()) {
            return None;
        }
        // A challenge to a token that has been replaced since is answered by the replacement.
        let challenged = request.claims.is_some() && rejected.is_none();
        let left = living.expires_at.duration_since(now);
        let waiting = self.paused_until.is_some_and(|until| now < until);
        let fresh = left > early || (waiting && left.is_positive());
        (fresh && !challenged).then(|| living.token.clone())
    }

    /// The token in hand while it lives and nothing speaks against it.
    fn still_alive(&self, request: &TokenRequest, now: Timestamp) -> Option<AccessToken> {
        let living = self
            .living
            .as_ref()
            .filter(|living| living.expires_at > now)?;
        request.claims.is_none().then(|| living.token.clone())
    }

    fn forget_if_rejected(&mut self, request: &TokenRequest) {
        let Some(rejected) = &request.rejected else {
            return;
        };
        let same = |living: &LivingToken| living.token.expose() == rejected.expose();
        if self.living.as_ref().is_some_and(same) {
            self.living = None;
        }
    }
}

impl Parts {
    async fn renew(
        self: Arc<Self>,
        mut current: OwnedMutexGuard<Current>,
        request: TokenRequest,
        now: Timestamp,
    ) -> Result<AccessToken, IdentityError> {
        current.forget_if_rejected(&request);
        match self.refresh(&request, now).await {
            Ok(living) => {
                let token = living.token.clone();
                *current = Current {
                    living: Some(living),
                    paused_until: None,
                };
                Ok(token)
            }
            Err(error) if error.is_transient() => {
                current.paused_until = now.checked_add(PAUSE).ok();
                tracing::info!(%error, "a token could not be renewed now");
                current.still_alive(&request, now).ok_or(error)
            }
            Err(error) => Err(self.give_up(error).await),
        }
    }

    async fn refresh(
        &self,
        request: &TokenRequest,
        now: Timestamp,
    ) -> Result<LivingToken, IdentityError> {
        let no_token = || IdentityError::InteractionRequired {
            answer: None,
            claims: None,
        };
        let record = self.book.record(&self.account).ok_or_else(no_token)?;
        let token = self.safe.get(&self.account).await?.ok_or_else(no_token)?;
        let claims = claims::parameter(request.claims.as_deref())?;
        let answer = self.redeem(token, claims, &record.granted).await?;
        let tokens = oauth::tokens(&answer, now);
        if let Some(rotated) = tokens.refresh {
            let wanted = || self.book.contains(&self.account);
            if let Err(error) = self.safe.put(&self.account, rotated, wanted).await {
                tracing::warn!(%error, "a refresh token is kept in memory only");
            }
        }
        let granted = oauth::granted(&answer, &record.granted);
        let learn = self.book.learn(&self.account, |record| {
            record.granted.clone_from(&granted);
            record.needs_sign_in = false;
        });
        learn.await;
        Ok(tokens.access)
    }

    async fn redeem(
        &self,
        token: RefreshToken,
        claims: String,
        granted: &[String],
    ) -> Result<TokenAnswer, IdentityError> {
        let token = oauth2::RefreshToken::new(token.expose().to_owned());
        oauth::client(&self.registration)
            .exchange_refresh_token(&token)
            .add_scopes(oauth::scopes(&self.registration, &with_sign_in(granted)))
            .add_extra_param("claims", claims)
            .request_async(&self.transport)
            .await
            .map_err(|error| self.transport.failure(error))
    }

    /// Whatever only a new sign-in can mend is noted, so that the window can say so at once.
    async fn give_up(&self, error: IdentityError) -> IdentityError {
        let error = match error {
            IdentityError::SealedElsewhere | IdentityError::KeychainAbsent => lost(&error),
            IdentityError::Store(reason) => unreadable(&reason),
            error => error,
        };
        if matches!(error, IdentityError::InteractionRequired { .. }) {
            self.book
                .learn(&self.account, |record| record.needs_sign_in = true)
                .await;
        }
        error
    }
}

fn lost(error: &IdentityError) -> IdentityError {
    tracing::warn!(%error, "the stored token cannot be opened");
    IdentityError::InteractionRequired {
        answer: None,
        claims: None,
    }
}

fn unreadable(error: &StoreError) -> IdentityError {
    tracing::warn!(%error, "the stored token cannot be read");
    IdentityError::InteractionRequired {
        answer: None,
        claims: None,
    }
}
