//! What sign-in remembers: codes, tokens, consent. Secrets are kept as digests.
//! Everything here serializes, so that a practice tenant survives a restart.
//! The key that signs tokens is in `jwt`.

use std::collections::{BTreeMap, BTreeSet};

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use super::claims::ClaimsRequest;
use super::device::DeviceRequest;
use super::{ConsentRule, Person, TokenRefused, claims, scopes};

/// How long finished codes and tokens are remembered, to name the reason why
/// they are refused.
const MEMORY: SignedDuration = SignedDuration::from_hours(24);

/// What one person granted to one app.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Grant {
    pub(super) client_id: String,
    pub(super) person_id: String,
    /// The `scope` parameter as the app wrote it.
    pub(super) scope: String,
    pub(super) nonce: Option<String>,
    pub(super) claims: ClaimsRequest,
}

/// An authorization code that waits for its redemption, or is redeemed.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct AuthorizationCode {
    pub(super) grant: Grant,
    pub(super) redirect_uri: String,
    pub(super) code_challenge: String,
    pub(super) expires: Timestamp,
    pub(super) redeemed: bool,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct AccessToken {
    pub(super) person_id: String,
    pub(super) permissions: BTreeSet<String>,
    /// Ready tokens never expire.
    pub(super) expires: Option<Timestamp>,
    pub(super) claims: ClaimsRequest,
    /// Unix seconds of the revocation that made this token unwanted.
    pub(super) revoked: Option<i64>,
}

impl AccessToken {
    /// `since`: the time that claims are required since, if they are.
    pub(super) fn check(&self, now: Timestamp, since: Option<i64>) -> Result<(), TokenRefused> {
        if self.expires.is_some_and(|expires| expires <= now) {
            return Err(TokenRefused::Expired);
        }
        if !self.claims.handles_challenges {
            return Ok(());
        }
        let unanswered = since.filter(|since| !self.claims.answers(*since));
        match self.revoked.max(unanswered) {
            Some(moment) => Err(TokenRefused::ClaimsChallenge(claims::challenge(moment))),
            None => Ok(()),
        }
    }
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct RefreshToken {
    pub(super) grant: Grant,
    pub(super) used: Timestamp,
    /// Since when a newer token of the family exists.
    pub(super) superseded: Option<Timestamp>,
    pub(super) revoked: bool,
}

/// Whether an app may have the permissions it asks for.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Consent {
    Granted,
    AskPerson,
    AskAdministrator,
    Refused,
}

#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct State {
    pub(super) consent_rule: ConsentRule,
    /// Unix seconds: tokens have to be asked for with claims of this time.
    pub(super) claims_required_since: Option<i64>,
    /// PKCS #8 in PEM.
    pub(super) signing_key: Option<String>,
    pub(super) codes: BTreeMap<String, AuthorizationCode>,
    pub(super) access_tokens: BTreeMap<String, AccessToken>,
    pub(super) refresh_tokens: BTreeMap<String, RefreshToken>,
    pub(super) devices: BTreeMap<String, DeviceRequest>,
    /// Client → person → permissions.
    consents: BTreeMap<String, BTreeMap<String, BTreeSet<String>>>,
}

impl State {
    /// Permissions that the person accepted for the app before.
    pub(super) fn consented(&self, client_id: &str, person_id: &str) -> BTreeSet<String> {
        let of_client = self.consents.get(client_id);
        of_client
            .and_then(|people| people.get(person_id))
            .cloned()
            .unwrap_or_default()
    }

    pub(super) fn consent(
        &self,
        client_id: &str,
        person: &Person,
        asked: &BTreeSet<String>,
    ) -> Consent {
        let accepted = self.consented(client_id, &person.id);
        let mut missing = asked.difference(&accepted).peekable();
        match self.consent_rule {
            ConsentRule::Declined => Consent::Refused,
            _ if missing.peek().is_none() && !accepted.is_empty() => Consent::Granted,
            ConsentRule::AdminOnly
                if !person.administrator
                    && missing.any(|name| scopes::needs_administrator(name)) =>
            {
                Consent::AskAdministrator
            }
            _ => Consent::AskPerson,
        }
    }

    /// Remembers that the person accepted.
    pub(super) fn accept(
        &mut self,
        client_id: &str,
        person_id: &str,
        permissions: &BTreeSet<String>,
    ) {
        let people = self.consents.entry(client_id.to_owned()).or_default();
        people
            .entry(person_id.to_owned())
            .or_default()
            .extend(permissions.iter().cloned());
    }

    /// A rule that is stricter than before withdraws what was accepted.
    pub(super) fn set_consent(&mut self, rule: ConsentRule) {
        self.consent_rule = rule;
        if rule != ConsentRule::User {
            self.consents.clear();
        }
    }

    /// All permissions for a token, when those asked for were accepted: nobody is there
    /// to accept more.
    pub(super) fn permitted(
        &self,
        client_id: &str,
        person_id: &str,
        asked: &BTreeSet<String>,
    ) -> Option<BTreeSet<String>> {
        let accepted = self.consented(client_id, person_id);
        asked.is_subset(&accepted).then_some(accepted)
    }

    pub(super) fn revoke(&mut self, person_id: &str, now: Timestamp) {
        let of_person = |grant: &Grant| grant.person_id == person_id;
        self.codes.retain(|_, code| !of_person(&code.grant));
        self.refresh_tokens
            .values_mut()
            .filter(|token| of_person(&token.grant))
            .for_each(|token| token.revoked = true);
        self.access_tokens
            .values_mut()
            .filter(|token| token.person_id == person_id && token.expires.is_some())
            .for_each(|token| token.revoked = Some(now.as_second()));
    }

    pub(super) fn expire_access_tokens(&mut self, now: Timestamp) {
        self.access_tokens
            .values_mut()
            .filter(|token| token.expires.is_some_and(|expires| expires > now))
            .for_each(|token| token.expires = Some(now));
    }

    /// Forgets what nobody can use any more.
    pub(super) fn forget_finished(&mut self, now: Timestamp) {
        let Ok(horizon) = now.checked_sub(MEMORY) else {
            return;
        };
        self.codes.retain(|_, code| code.expires > horizon);
        self.devices.retain(|_, device| device.expires > horizon);
        self.access_tokens
            .retain(|_, token| token.expires.is_none_or(|expires| expires > horizon));
        self.refresh_tokens
            .retain(|_, token| token.superseded.is_none_or(|since| since > horizon));
    }
}
