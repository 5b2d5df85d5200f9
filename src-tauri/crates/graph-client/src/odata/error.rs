//! The service's error body (errors.md).

use serde::Deserialize;

use super::null_as_default;

/// What the service says of an error.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ServiceError {
    /// The innermost known code; empty when the service gave none.
    pub code: String,
    /// English, changeable: not for users, never to be decided by.
    pub message: String,
    /// The service's id of the request, when it is in the body.
    pub request_id: Option<String>,
    /// What exactly was wrong, a line a property.
    pub details: Vec<ErrorDetail>,
}

/// One wrong property.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct ErrorDetail {
    /// The code of this detail.
    #[serde(deserialize_with = "null_as_default")]
    pub code: String,
    /// The property that is concerned.
    pub target: Option<String>,
    /// English text.
    pub message: Option<String>,
    /// What a name has to begin with, by the naming policy.
    pub prefix: Option<String>,
    /// What a name has to end with, by the naming policy.
    pub suffix: Option<String>,
    /// A value that would be taken.
    pub suggested_property_value: Option<String>,
    /// The blocked word in a name, where the service names it.
    #[serde(alias = "word")]
    pub blocked_word: Option<String>,
}

#[derive(Deserialize)]
struct Body {
    error: Outer,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Outer {
    #[serde(deserialize_with = "null_as_default")]
    code: String,
    #[serde(deserialize_with = "null_as_default")]
    message: String,
    #[serde(alias = "innererror", rename = "innerError")]
    inner: Option<Inner>,
    #[serde(deserialize_with = "null_as_default")]
    details: Vec<ErrorDetail>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Inner {
    code: Option<String>,
    #[serde(rename = "request-id")]
    request_id: Option<String>,
    #[serde(alias = "innererror", rename = "innerError")]
    inner: Option<Box<Inner>>,
}

impl ServiceError {
    /// Reads an error body; `None` when it is not one.
    pub(crate) fn parse(body: &[u8]) -> Option<Self> {
        let Body { error } = serde_json::from_slice(body).ok()?;
        let mut code = error.code;
        let mut request_id = None;
        let mut inner = error.inner.as_ref();
        while let Some(level) = inner {
            if let Some(deeper) = level.code.as_deref().filter(|deeper| !deeper.is_empty()) {
                deeper.clone_into(&mut code);
            }
            request_id = level.request_id.clone().or(request_id);
            inner = level.inner.as_deref();
        }
        Some(Self {
            code,
            message: error.message,
            request_id,
            details: error.details,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_innermost_code_is_taken() {
        let body = br#"{"error":{"code":"BadRequest","message":"m","innerError":{"request-id":"r","innererror":{"code":"deepest"}}}}"#;
        let error = ServiceError::parse(body).unwrap();
        assert_eq!(
            (error.code.as_str(), error.request_id.as_deref()),
            ("deepest", Some("r"))
        );
    }

    #[test]
    fn an_empty_error_is_still_an_error() {
        assert_eq!(
            ServiceError::parse(br#"{"error":{"code":null,"message":null}}"#),
            Some(ServiceError::default())
        );
        assert_eq!(ServiceError::parse(b"<html>"), None);
    }
}
