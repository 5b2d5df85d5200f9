//! The `claims` parameter and the claims challenge of continuous access
//! evaluation: what an app declares (`cp1`), what a challenge asks for (`nbf`).

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::errors::OAuthError;

/// What an app asked for with `claims`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct ClaimsRequest {
    /// The app declares that it handles claims challenges.
    pub(super) handles_challenges: bool,
    /// Unix seconds of the challenge that the app answers.
    pub(super) not_before: Option<i64>,
}

impl ClaimsRequest {
    /// Reads the parameter; an absent or empty one asks for nothing.
    pub(super) fn parse(claims: Option<&str>) -> Result<Self, OAuthError> {
        let Some(claims) = claims.filter(|claims| !claims.is_empty()) else {
            return Ok(Self::default());
        };
        let claims: Value = serde_json::from_str(claims).map_err(|_| OAuthError::malformed())?;
        let capabilities = &claims["access_token"]["xms_cc"]["values"];
        let not_before = &claims["access_token"]["nbf"]["value"];
        Ok(Self {
            handles_challenges: capabilities
                .as_array()
                .is_some_and(|values| values.contains(&json!("cp1"))),
            not_before: not_before.as_str().and_then(|seconds| seconds.parse().ok()),
        })
    }

    /// Both requests together, for example of a code and of its redemption.
    pub(super) fn merged(self, other: Self) -> Self {
        Self {
            handles_challenges: self.handles_challenges || other.handles_challenges,
            not_before: self.not_before.max(other.not_before),
        }
    }

    /// Whether a token asked for like this answers a challenge of that time.
    pub(super) fn answers(self, since: i64) -> bool {
        self.not_before >= Some(since)
    }
}

/// The base64 JSON of a challenge, as `WWW-Authenticate` carries it.
pub(super) fn challenge(since: i64) -> String {
    let claims = json!({"access_token": {"nbf": {"essential": true, "value": since.to_string()}}});
    STANDARD.encode(claims.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_asked_for_with_the_challenge_answers_it() {
        let decoded = String::from_utf8(STANDARD.decode(challenge(7)).unwrap()).unwrap();
        let cp1 = ClaimsRequest::parse(Some(r#"{"access_token":{"xms_cc":{"values":["cp1"]}}}"#))
            .unwrap();
        let answered = cp1.merged(ClaimsRequest::parse(Some(&decoded)).unwrap());
        assert!(cp1.handles_challenges && !cp1.answers(7));
        assert!(answered.handles_challenges && answered.answers(7));
        assert!(!answered.answers(8));
    }

    #[test]
    fn claims_that_are_no_json_are_refused() {
        assert!(ClaimsRequest::parse(Some("cp1")).is_err());
    }
}
