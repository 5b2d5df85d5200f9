//! The crate oauth2, with the types of the identity platform filled in.
//!
//! Owns the request for a token in each of its forms and the reading of its answer. Deliberately
//! elsewhere: how the code or the refresh token was come by.

use std::fmt;

use graph_client::credential::AccessToken;
use jiff::{SignedDuration, Timestamp};
use oauth2::basic::{
    BasicErrorResponse, BasicRevocationErrorResponse, BasicTokenIntrospectionResponse,
    BasicTokenType,
};
use oauth2::{
    AuthUrl, ClientId, DeviceAuthorizationUrl, EndpointNotSet, EndpointSet, ExtraTokenFields,
    Scope, StandardRevocableToken, StandardTokenResponse, TokenResponse as _, TokenUrl,
};
use serde::{Deserialize, Serialize};

use crate::error::IdentityError;
use crate::id_token::IdToken;
use crate::permissions::is_sign_in_scope;
use crate::registration::Registration;
use crate::signed_in::{LivingToken, RefreshToken, SignedIn, Tokens};

/// What OpenID Connect adds to a token answer.
#[derive(Deserialize, Serialize)]
pub(crate) struct IdTokenField {
    #[serde(default, skip_serializing)]
    id_token: Option<String>,
}

impl fmt::Debug for IdTokenField {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("IdTokenField(…)")
    }
}

impl ExtraTokenFields for IdTokenField {}

pub(crate) type TokenAnswer = StandardTokenResponse<IdTokenField, BasicTokenType>;

/// A client of one registration.
pub(crate) type OAuthClient = oauth2::Client<
    BasicErrorResponse,
    TokenAnswer,
    BasicTokenIntrospectionResponse,
    StandardRevocableToken,
    BasicRevocationErrorResponse,
    EndpointSet,
    EndpointSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointSet,
>;

/// The client of `registration`: public, so without a secret.
pub(crate) fn client(registration: &Registration) -> OAuthClient {
    oauth2::Client::new(ClientId::new(registration.client_id().to_owned()))
        .set_auth_uri(AuthUrl::from_url(registration.authorize_url()))
        .set_token_uri(TokenUrl::from_url(registration.token_url()))
        .set_device_authorization_url(DeviceAuthorizationUrl::from_url(
            registration.device_code_url(),
        ))
}

/// Scopes as the registration's cloud wants them.
pub(crate) fn scopes(registration: &Registration, names: &[String]) -> Vec<Scope> {
    names
        .iter()
        .map(|name| Scope::new(registration.endpoints().qualified_scope(name)))
        .collect()
}

/// The tokens of an answer that was asked for at `asked_at`; the life is counted from there, so
/// that it is rather too short than too long.
pub(crate) fn tokens(answer: &TokenAnswer, asked_at: Timestamp) -> Tokens {
    let life = answer
        .expires_in()
        .and_then(|life| SignedDuration::try_from(life).ok())
        .unwrap_or(SignedDuration::from_mins(5));
    let access = LivingToken {
        token: AccessToken::new(answer.access_token().secret().clone()),
        expires_at: asked_at.checked_add(life).unwrap_or(Timestamp::MAX),
    };
    let refresh = answer
        .refresh_token()
        .map(|token| RefreshToken::new(token.secret().clone()));
    Tokens { access, refresh }
}

/// The bare names of the granted permissions; those of `asked` when the answer names none, as
/// RFC 6749 5.1 has it. What every sign-in asks for is no permission.
pub(crate) fn granted(answer: &TokenAnswer, asked: &[String]) -> Vec<String> {
    let given: Vec<&str> = match answer.scopes() {
        Some(scopes) => scopes.iter().map(|scope| scope.as_str()).collect(),
        None => asked.iter().map(String::as_str).collect(),
    };
    let bare = given
        .iter()
        .map(|scope| scope.rsplit('/').next().unwrap_or_default());
    let permissions = bare.filter(|name| !name.is_empty() && !is_sign_in_scope(name));
    let mut names: Vec<String> = permissions.map(str::to_owned).collect();
    names.sort();
    names.dedup();
    names
}

/// A finished sign-in, from the answer of the token endpoint.
pub(crate) fn signed_in(
    answer: &TokenAnswer,
    registration: &Registration,
    nonce: Option<&str>,
    asked: &[String],
    asked_at: Timestamp,
) -> Result<SignedIn, IdentityError> {
    let id_token = answer
        .extra_fields()
        .id_token
        .as_ref()
        .ok_or_else(|| IdentityError::unexpected(None, "an answer without an id token"))?;
    let claims = IdToken::decode(id_token, registration, nonce)?;
    Ok(SignedIn {
        tokens: tokens(answer, asked_at),
        granted: granted(answer, asked),
        oid: claims.oid,
        tid: claims.tid,
        name: claims.name,
        preferred_username: claims.preferred_username,
    })
}
