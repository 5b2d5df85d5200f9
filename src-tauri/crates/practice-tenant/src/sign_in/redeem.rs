//! What an app hands in for tokens: an authorization code or a refresh token.
//! Each is checked here and turned into the grant that it stands for.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::{SignedDuration, Timestamp};
use sha2::{Digest, Sha256};

use super::clients::loopback_redirect;
use super::errors::OAuthError;
use super::state::{AuthorizationCode, Grant};
use super::token::Parameters;
use super::{SignIn, random};

/// A refresh token that nobody uses for this long is refused (refresh-tokens.md).
const REFRESH_TOKEN_IDLE: SignedDuration = SignedDuration::from_hours(90 * 24);

impl SignIn {
    pub(super) fn redeem_code(
        &self,
        client_id: &str,
        parameters: &Parameters,
    ) -> Result<Grant, OAuthError> {
        let given = |value: &Option<String>, name| {
            let value = value.clone();
            value.ok_or_else(|| OAuthError::missing(name))
        };
        let code = given(&parameters.code, "code")?;
        let verifier = given(&parameters.code_verifier, "code_verifier")?;
        let redirect = given(&parameters.redirect_uri, "redirect_uri")?;
        let now = self.tenancy.now();
        let mut state = self.state();
        let record = state.codes.get_mut(&random::digest(&code));
        let record = record.ok_or_else(OAuthError::malformed)?;
        record.check_use(client_id, now)?;
        record.check_origin(&redirect, &verifier)?;
        record.redeemed = true;
        Ok(record.grant.clone())
    }

    pub(super) fn redeem_refresh_token(
        &self,
        client_id: &str,
        parameters: &Parameters,
    ) -> Result<Grant, OAuthError> {
        let token = parameters
            .refresh_token
            .as_deref()
            .ok_or_else(|| OAuthError::missing("refresh_token"))?;
        let now = self.tenancy.now();
        let mut state = self.state();
        let record = state
            .refresh_tokens
            .get_mut(&random::digest(token))
            .filter(|record| record.grant.client_id == client_id)
            .ok_or_else(|| {
                OAuthError::invalid_grant(70_000, "The provided refresh token is not valid.")
            })?;
        if record.revoked {
            let text = "The provided grant has expired due to it being revoked, a fresh auth token is needed.";
            return Err(OAuthError::invalid_grant(50_173, text));
        }
        if now.duration_since(record.used) > REFRESH_TOKEN_IDLE {
            let text = format!(
                "The refresh token has expired due to inactivity. The token was issued on {} and was inactive for 90.00:00:00.",
                record.used
            );
            return Err(OAuthError::invalid_grant(700_082, text));
        }
        record.superseded.get_or_insert(now);
        // A nonce belongs to the first ID token only.
        Ok(Grant {
            nonce: None,
            ..record.grant.clone()
        })
    }
}

impl AuthorizationCode {
    /// A code is for one app, once, and not for long.
    fn check_use(&self, client_id: &str, now: Timestamp) -> Result<(), OAuthError> {
        let (number, text) = if self.grant.client_id != client_id {
            (70_000, "The code was issued to another application.")
        } else if self.redeemed {
            (
                54_005,
                "OAuth2 Authorization code was already redeemed, please retry with a new valid code.",
            )
        } else if self.expires <= now {
            (70_008, "The provided authorization code has expired.")
        } else {
            return Ok(());
        };
        Err(OAuthError::invalid_grant(number, text))
    }

    /// Only who asked for the code has its verifier and its redirect.
    fn check_origin(&self, redirect: &str, verifier: &str) -> Result<(), OAuthError> {
        if loopback_redirect(redirect).is_none_or(|url| url.as_str() != self.redirect_uri) {
            let text = "The reply address does not match the reply address provided when requesting the code.";
            return Err(OAuthError::invalid_grant(500_112, text));
        }
        if URL_SAFE_NO_PAD.encode(Sha256::digest(verifier)) != self.code_challenge {
            let text = "The Code_Verifier does not match the code_challenge supplied in the authorization request.";
            return Err(OAuthError::invalid_grant(501_481, text));
        }
        Ok(())
    }
}
