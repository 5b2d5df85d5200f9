//! The id token: who signed in.
//!
//! It is decoded, not verified: it came from the token endpoint itself over TLS, which OpenID Connect
//! Core 3.1.3.7 accepts in place of the signature. Audience, tenant and nonce are checked.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::Deserialize;

use crate::error::IdentityError;
use crate::registration::Registration;

/// The claims that are used.
#[derive(Deserialize)]
pub(crate) struct IdToken {
    aud: String,
    nonce: Option<String>,
    pub(crate) oid: String,
    pub(crate) tid: String,
    #[serde(default)]
    pub(crate) name: String,
    #[serde(default)]
    pub(crate) preferred_username: String,
}

impl IdToken {
    /// Decodes `token` and checks that it answers this registration's request.
    pub(crate) fn decode(
        token: &str,
        registration: &Registration,
        nonce: Option<&str>,
    ) -> Result<Self, IdentityError> {
        let wrong = |what| IdentityError::unexpected(None, format!("an id token with {what}"));
        let payload = token.split('.').nth(1).ok_or_else(|| wrong("no payload"))?;
        let json = URL_SAFE_NO_PAD
            .decode(payload.trim_end_matches('='))
            .map_err(|_| wrong("a payload that is not base64"))?;
        let claims: Self =
            serde_json::from_slice(&json).map_err(|_| wrong("claims that are missing"))?;
        if !claims.aud.eq_ignore_ascii_case(registration.client_id()) {
            return Err(wrong("another audience"));
        }
        if nonce.is_some() && claims.nonce.as_deref() != nonce {
            return Err(wrong("another nonce"));
        }
        let asked = registration.tenant_guid();
        if asked.is_some_and(|asked| !claims.tid.eq_ignore_ascii_case(&asked.to_string())) {
            return Err(wrong("another tenant"));
        }
        Ok(claims)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clouds::Cloud;
    use crate::registration::PRACTICE_CLIENT_ID;

    const TENANT: &str = "0f0e0d0c-0b0a-4908-8706-050403020100";

    fn decode(tenant: &str, nonce: Option<&str>, claims: &str) -> Result<IdToken, IdentityError> {
        let endpoints = Cloud::Global.endpoints().unwrap();
        let registration = Registration::new(endpoints, tenant, PRACTICE_CLIENT_ID).unwrap();
        let token = format!("e30.{}.sig", URL_SAFE_NO_PAD.encode(claims));
        IdToken::decode(&token, &registration, nonce)
    }

    fn claims(aud: &str) -> String {
        format!(r#"{{"aud":"{aud}","nonce":"n","oid":"o","tid":"{TENANT}"}}"#)
    }

    #[test]
    fn an_answer_to_this_request_is_taken() {
        let token = decode(TENANT, Some("n"), &claims(PRACTICE_CLIENT_ID)).unwrap();
        assert_eq!((token.oid.as_str(), token.tid.as_str()), ("o", TENANT));
    }

    #[test]
    fn another_audience_nonce_or_tenant_is_refused() {
        let good = claims(PRACTICE_CLIENT_ID);
        assert!(decode("organizations", None, &claims(TENANT)).is_err());
        assert!(decode("organizations", Some("other"), &good).is_err());
        assert!(decode(PRACTICE_CLIENT_ID, Some("n"), &good).is_err());
        assert!(decode("organizations", None, "{}").is_err());
    }
}
