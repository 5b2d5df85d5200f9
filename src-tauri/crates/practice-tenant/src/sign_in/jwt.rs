//! Signed tokens (JWT, RS256): the tenant's key, its public half, and what an
//! ID token and an access token say. Whether a token is still good is looked up
//! in `state`, never read from the token.

use std::collections::BTreeSet;

use aws_lc_rs::encoding::{AsDer, Pkcs8V1Der};
use aws_lc_rs::rsa::{KeyPair, KeySize};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jsonwebtoken::jwk::{Jwk, JwkSet, ThumbprintHash};
use jsonwebtoken::{Algorithm, EncodingKey, Header};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::errors::OAuthError;
use super::state::Grant;
use super::{Person, SignIn, random};

/// Microsoft Graph's id as an audience.
const GRAPH: &str = "00000003-0000-0000-c000-000000000000";

/// The key of the tenant, ready to sign.
pub(super) struct SigningKey {
    key: EncodingKey,
    public: Jwk,
    id: String,
}

impl SigningKey {
    fn from_pem(pem: &str) -> Result<Self, jsonwebtoken::errors::Error> {
        let key = EncodingKey::from_rsa_pem(pem.as_bytes())?;
        let mut public = Jwk::from_encoding_key(&key, Algorithm::RS256)?;
        let id = public.thumbprint(ThumbprintHash::SHA256)?;
        public.common.key_id = Some(id.clone());
        Ok(Self { key, public, id })
    }

    fn sign(&self, claims: &Value) -> Result<String, OAuthError> {
        let mut header = Header::new(Algorithm::RS256);
        header.kid = Some(self.id.clone());
        jsonwebtoken::encode(&header, claims, &self.key).map_err(|_| OAuthError::unavailable())
    }

    pub(super) fn public(&self) -> JwkSet {
        JwkSet {
            keys: vec![self.public.clone()],
        }
    }
}

fn new_key() -> Option<String> {
    let pair = KeyPair::generate(KeySize::Rsa2048).ok()?;
    let der: Pkcs8V1Der<'_> = pair.as_der().ok()?;
    Some(pem::encode(&pem::Pem::new("PRIVATE KEY", der.as_ref())))
}

impl SignIn {
    /// The key that signs tokens, made when it is needed first.
    pub(super) fn signing_key(&self) -> Result<SigningKey, OAuthError> {
        let mut state = self.state();
        let made = state.signing_key.is_none();
        if made {
            state.signing_key = new_key();
        }
        let pem = state
            .signing_key
            .clone()
            .ok_or_else(OAuthError::unavailable)?;
        drop(state);
        if made {
            self.tenancy.changed();
        }
        SigningKey::from_pem(&pem).map_err(|_| OAuthError::unavailable())
    }

    fn claims(&self, issuer: &str, grant: &Grant, person: &Person, lifetime: i64) -> Value {
        let now = self.tenancy.now().as_second();
        let subject = Sha256::digest(format!("{}{}", grant.client_id, person.id));
        json!({
            "iss": issuer,
            "iat": now,
            "nbf": now,
            "exp": now + lifetime,
            "name": person.display_name,
            "oid": person.id,
            "tid": self.tenancy.tenant_id(),
            "sub": URL_SAFE_NO_PAD.encode(subject),
            "uti": random::uuid(),
            "ver": "2.0",
        })
    }

    pub(super) fn id_token(
        &self,
        issuer: &str,
        grant: &Grant,
        person: &Person,
    ) -> Result<String, OAuthError> {
        let mut claims = self.claims(issuer, grant, person, 3_600);
        claims["aud"] = json!(grant.client_id);
        claims["preferred_username"] = json!(person.user_principal_name);
        if let Some(nonce) = &grant.nonce {
            claims["nonce"] = json!(nonce);
        }
        self.signing_key()?.sign(&claims)
    }

    /// Apps should not read it; command lines do, for the person and the permissions.
    pub(super) fn access_token(
        &self,
        issuer: &str,
        grant: &Grant,
        (person, permissions): (&Person, &BTreeSet<String>),
        lifetime: i64,
    ) -> Result<String, OAuthError> {
        let mut claims = self.claims(issuer, grant, person, lifetime);
        let permissions: Vec<&str> = permissions.iter().map(String::as_str).collect();
        claims["aud"] = json!(GRAPH);
        claims["appid"] = json!(grant.client_id);
        claims["idtyp"] = json!("user");
        claims["scp"] = json!(permissions.join(" "));
        claims["unique_name"] = json!(person.user_principal_name);
        claims["upn"] = json!(person.user_principal_name);
        self.signing_key()?.sign(&claims)
    }
}

/// `client_info`, by which Microsoft's libraries know the account.
pub(super) fn client_info(person_id: &str, tenant_id: &str) -> String {
    URL_SAFE_NO_PAD.encode(json!({"uid": person_id, "utid": tenant_id}).to_string())
}
