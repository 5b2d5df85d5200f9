//! Sign-in with a code that is typed in on any device.
//!
//! Follows v2-oauth2-device-code.md and RFC 8628; polling, its pace and its slowing down are the
//! crate oauth2's. Deliberately elsewhere: what happens to the tokens (`accounts`).

use std::fmt;
use std::future::Future;

use jiff::{SignedDuration, Timestamp};
use oauth2::{
    DeviceCodeErrorResponse, DeviceCodeErrorResponseType, RequestTokenError,
    StandardDeviceAuthorizationResponse,
};

use crate::answer::Attempt;
use crate::claims;
use crate::error::IdentityError;
use crate::oauth;
use crate::registration::Registration;
use crate::signed_in::SignedIn;
use crate::transport::TokenTransport;

/// What the person reads out or types in, until [`DeviceCodePrompt::finish`] returns.
pub struct DeviceCodePrompt {
    /// The short code to type in.
    pub user_code: String,
    /// Where to type it in.
    pub verification_uri: String,
    /// When the code stops working, by this machine's clock.
    pub expires_at: Timestamp,
    registration: Registration,
    scopes: Vec<String>,
    details: StandardDeviceAuthorizationResponse,
}

impl fmt::Debug for DeviceCodePrompt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("DeviceCodePrompt")
            .field("verification_uri", &self.verification_uri)
            .field("expires_at", &self.expires_at)
            .finish_non_exhaustive()
    }
}

/// Asks for a code for `scopes`, which are bare names.
///
/// # Errors
/// [`IdentityError`] by meaning.
pub async fn start(
    registration: &Registration,
    scopes: &[String],
) -> Result<DeviceCodePrompt, IdentityError> {
    let transport = TokenTransport::new(registration.authority(), Attempt::Interactive)?;
    let asked_at = Timestamp::now();
    let details: StandardDeviceAuthorizationResponse = oauth::client(registration)
        .exchange_device_code()
        .add_scopes(oauth::scopes(registration, scopes))
        .request_async(&transport)
        .await
        .map_err(|error| transport.failure(error))?;
    let life = SignedDuration::try_from(details.expires_in()).unwrap_or(SignedDuration::ZERO);
    Ok(DeviceCodePrompt {
        user_code: details.user_code().secret().clone(),
        verification_uri: details.verification_uri().to_string(),
        expires_at: asked_at.checked_add(life).unwrap_or(Timestamp::MAX),
        registration: registration.clone(),
        scopes: scopes.to_vec(),
        details,
    })
}

impl DeviceCodePrompt {
    /// Waits until the person has signed in. Passing faults are waited out; ends early when `cancel`
    /// completes.
    ///
    /// # Errors
    /// [`IdentityError`] by meaning; `TimedOut` when the code expired.
    pub async fn finish(self, cancel: impl Future<Output = ()>) -> Result<SignedIn, IdentityError> {
        tokio::select! {
            biased;
            () = cancel => Err(IdentityError::Cancelled),
            outcome = self.poll() => outcome,
        }
    }

    async fn poll(&self) -> Result<SignedIn, IdentityError> {
        let transport = TokenTransport::new(self.registration.authority(), Attempt::Interactive)?;
        let answer = oauth::client(&self.registration)
            .exchange_device_access_token(&self.details)
            .add_extra_param("claims", claims::parameter(None)?)
            .request_async(&transport, tokio::time::sleep, None)
            .await
            .map_err(|error| meaning(&transport, error))?;
        oauth::signed_in(
            &answer,
            &self.registration,
            None,
            &self.scopes,
            Timestamp::now(),
        )
    }
}

fn meaning(
    transport: &TokenTransport,
    error: RequestTokenError<IdentityError, DeviceCodeErrorResponse>,
) -> IdentityError {
    match &error {
        RequestTokenError::ServerResponse(answer)
            if *answer.error() == DeviceCodeErrorResponseType::ExpiredToken =>
        {
            IdentityError::TimedOut
        }
        _ => transport.failure(error),
    }
}
