//! The `claims` parameter: what a token has to satisfy.
//!
//! Every request declares that this client understands challenges (continuous access evaluation,
//! claims-challenge.md); a challenge's own claims are merged with that. Deliberately elsewhere:
//! reading a challenge from a 401 (`graph-client`).

use serde_json::{Value, json};

use crate::error::IdentityError;

/// The parameter's value: this client's capability, and `challenge` if there is one.
pub(crate) fn parameter(challenge: Option<&str>) -> Result<String, IdentityError> {
    let mut claims = match challenge {
        None => json!({}),
        Some(text) => serde_json::from_str(text)
            .ok()
            .filter(Value::is_object)
            .ok_or_else(|| IdentityError::unexpected(None, "claims that are no JSON object"))?,
    };
    merge(
        &mut claims,
        json!({"access_token": {"xms_cc": {"values": ["cp1"]}}}),
    );
    Ok(claims.to_string())
}

fn merge(into: &mut Value, from: Value) {
    match (into, from) {
        (Value::Object(into), Value::Object(from)) => {
            for (name, value) in from {
                merge(into.entry(name).or_insert(Value::Null), value);
            }
        }
        (into, from) => *into = from,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_challenge_keeps_its_claims_beside_the_capability() {
        let text = parameter(Some(
            r#"{"access_token":{"nbf":{"essential":true,"value":"1"}}}"#,
        ))
        .unwrap();
        let claims: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(claims["access_token"]["nbf"]["value"], "1");
        assert_eq!(claims["access_token"]["xms_cc"]["values"][0], "cp1");
    }

    #[test]
    fn something_that_is_no_object_is_refused() {
        assert!(parameter(Some("[]")).is_err());
        assert!(parameter(Some("{")).is_err());
    }
}
