//! An error answer of the identity platform, and what it means.
//!
//! Owns its shape, its redaction for logs and help desks, and the table from `error` and AADSTS
//! number to [`IdentityError`]. Follows reference-error-codes.md: `error` decides, and the number
//! only where `error` leaves it open. Deliberately elsewhere: the transport (`transport`).

use std::fmt;

use serde::Deserialize;
use serde_json::Value;

use crate::error::IdentityError;

/// What the identity platform said when it refused: safe to log and to show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ServiceAnswer {
    /// OAuth's `error`.
    pub error: String,
    /// The number behind `AADSTS`, when the service gave one.
    pub aadsts: Option<u32>,
    /// The service's correlation id, for its support.
    pub correlation_id: Option<String>,
    /// The first line of the description, shortened, with anything that looks like a token taken out.
    pub description: Option<String>,
}

impl fmt::Display for ServiceAnswer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.error)?;
        if let Some(number) = self.aadsts {
            write!(f, " AADSTS{number}")?;
        }
        match &self.correlation_id {
            Some(id) => write!(f, " (correlation id {id})"),
            None => Ok(()),
        }
    }
}

/// How the request came about that was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Attempt {
    /// A person is signing in.
    Interactive,
    /// A refresh token was redeemed without anybody noticing.
    Silent,
}

/// An error as the token endpoint or the redirect carries it.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct RawAnswer {
    pub(crate) error: String,
    pub(crate) error_description: Option<String>,
    #[serde(default)]
    pub(crate) error_codes: Vec<u32>,
    pub(crate) correlation_id: Option<String>,
    pub(crate) claims: Option<Value>,
}

impl RawAnswer {
    /// Whether this only says that the person has not typed the device code in yet.
    pub(crate) fn is_pending(&self) -> bool {
        matches!(self.error.as_str(), "authorization_pending" | "slow_down")
    }

    /// Names the meaning, by `error` first and by the number second.
    pub(crate) fn classify(self, attempt: Attempt) -> IdentityError {
        let claims = self.claims.as_ref().map(claims_text);
        let answer = self.redacted();
        let number = answer.aadsts.unwrap_or_default();
        match answer.error.as_str() {
            "temporarily_unavailable" | "server_error" => unavailable(answer),
            "expired_token" => IdentityError::TimedOut,
            "authorization_declined" => IdentityError::ConsentDeclined(Some(answer)),
            "login_required" => IdentityError::InteractionRequired {
                answer: Some(answer),
                claims,
            },
            _ => by_number(number, answer, claims, attempt),
        }
    }

    fn redacted(self) -> ServiceAnswer {
        let description = self.error_description.unwrap_or_default();
        ServiceAnswer {
            aadsts: self
                .error_codes
                .first()
                .copied()
                .or_else(|| aadsts(&description)),
            error: shown(&self.error, 60),
            correlation_id: self.correlation_id.map(|id| shown(&id, 60)),
            description: (!description.is_empty())
                .then(|| shown(description.lines().next().unwrap_or_default(), 300)),
        }
    }
}

/// The numbers that say more than `error` does. Everything else falls back to `error`.
fn by_number(
    number: u32,
    answer: ServiceAnswer,
    claims: Option<String>,
    attempt: Attempt,
) -> IdentityError {
    let some = Some(answer.clone());
    match (number, attempt) {
        (65004, _) => IdentityError::ConsentDeclined(some),
        (90094 | 90095, _) => IdentityError::AdminConsentRequired(some),
        (65001, Attempt::Interactive) => IdentityError::AdminConsentRequired(some),
        (50020 | 50034 | 16000 | 50105, _) => IdentityError::AccountNotAllowed(some),
        (50194 | 90130 | 90002 | 900_023, _) => IdentityError::TenantUnknown(some),
        (90038, _) => IdentityError::WrongCloud(some),
        (90055 | 90024 | 90033, _) => unavailable(answer),
        (700_016 | 700_038, _) => IdentityError::ClientUnknown(some),
        (50011 | 900_971 | 7_000_218 | 700_025, _) => IdentityError::RegistrationWrong(some),
        (500_133 | 700_024, _) => IdentityError::ClockWrong { skew: None },
        (70008 | 54005, Attempt::Interactive) => IdentityError::TimedOut,
        (
            50058
            | 50072
            | 50074
            | 50076
            | 50079
            | 50158
            | 53000..=53003
            | 65001
            | 700_082
            | 70043
            | 50173
            | 50089,
            _,
        ) => IdentityError::InteractionRequired {
            answer: some,
            claims,
        },
        _ => by_error(answer, claims, attempt),
    }
}

fn by_error(answer: ServiceAnswer, claims: Option<String>, attempt: Attempt) -> IdentityError {
    match (answer.error.as_str(), attempt) {
        ("access_denied", _) => IdentityError::ConsentDeclined(Some(answer)),
        ("consent_required", Attempt::Interactive) => {
            IdentityError::AdminConsentRequired(Some(answer))
        }
        ("invalid_grant", Attempt::Silent) | ("interaction_required" | "consent_required", _) => {
            IdentityError::InteractionRequired {
                answer: Some(answer),
                claims,
            }
        }
        ("invalid_client", _) => IdentityError::RegistrationWrong(Some(answer)),
        ("unauthorized_client", _) => IdentityError::ClientUnknown(Some(answer)),
        _ => IdentityError::SignInFailed(Some(answer)),
    }
}

fn unavailable(answer: ServiceAnswer) -> IdentityError {
    IdentityError::ServiceUnavailable {
        status: None,
        retry_after: None,
        answer: Some(answer),
    }
}

/// Claims arrive as JSON text, by some versions of the service as an object.
fn claims_text(claims: &Value) -> String {
    claims
        .as_str()
        .map_or_else(|| claims.to_string(), str::to_owned)
}

fn aadsts(description: &str) -> Option<u32> {
    let rest = description.split("AADSTS").nth(1)?;
    let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
    digits.parse().ok()
}

/// Text of the service as it may be shown: bounded, no control characters, no long opaque word.
fn shown(text: &str, limit: usize) -> String {
    let opaque = |word: &str| {
        let token = |c: char| c.is_ascii_alphanumeric() || "-_.~+/=".contains(c);
        word.len() > 44 && word.chars().all(token)
    };
    let words = text
        .split_whitespace()
        .map(|word| if opaque(word) { "…" } else { word });
    let clean: String = words.collect::<Vec<_>>().join(" ");
    clean
        .chars()
        .filter(|c| !c.is_control())
        .take(limit)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn raw(error: &str, description: &str) -> RawAnswer {
        RawAnswer {
            error: error.to_owned(),
            error_description: Some(description.to_owned()),
            ..RawAnswer::default()
        }
    }

    #[test]
    fn the_number_is_read_from_the_description_when_the_list_is_missing() {
        let answer = raw("invalid_grant", "AADSTS700082: The refresh token expired.").redacted();
        assert_eq!(answer.aadsts, Some(700_082));
    }

    #[test]
    fn a_token_in_a_description_is_taken_out() {
        let token = "0.AXYA".repeat(20);
        let answer = raw(
            "invalid_grant",
            &format!("AADSTS9: bad {token} given\nTrace"),
        )
        .redacted();
        assert_eq!(answer.description.as_deref(), Some("AADSTS9: bad … given"));
    }

    #[test]
    fn error_decides_before_the_number_does() {
        let error = raw("temporarily_unavailable", "AADSTS65004: x").classify(Attempt::Silent);
        assert!(matches!(error, IdentityError::ServiceUnavailable { .. }));
    }

    #[test]
    fn claims_survive_as_text_or_as_an_object() {
        for claims in [Value::from(r#"{"a":1}"#), serde_json::json!({"a": 1})] {
            let mut raw = raw("interaction_required", "AADSTS50076: more");
            raw.claims = Some(claims);
            let error = raw.classify(Attempt::Silent);
            let IdentityError::InteractionRequired {
                claims: Some(text), ..
            } = error
            else {
                panic!("{error:?}");
            };
            assert_eq!(text, r#"{"a":1}"#);
        }
    }
}
