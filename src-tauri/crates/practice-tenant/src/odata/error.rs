//! Refusals in the service's shape and codes (errors.md). The ids of the
//! request are filled in where the answer is made.

use http::StatusCode;
use serde_json::{Value, json};

/// One refusal.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[error("{code}: {message}")]
pub(crate) struct ODataError {
    pub(crate) status: StatusCode,
    pub(crate) code: &'static str,
    pub(crate) message: String,
    /// Headers that belong to this refusal, such as `Location` or `Retry-After`.
    pub(crate) headers: Vec<(&'static str, String)>,
    /// What is wrong with single properties.
    pub(crate) details: Vec<Value>,
}

/// The ids and the time that every error body carries.
#[derive(Debug, Clone)]
pub(crate) struct RequestIds {
    pub(crate) request_id: String,
    pub(crate) client_request_id: String,
    /// ISO 8601 without an offset, as the service writes it there.
    pub(crate) date: String,
}

impl ODataError {
    pub(crate) fn new(status: StatusCode, code: &'static str, message: impl Into<String>) -> Self {
        Self {
            status,
            code,
            message: message.into(),
            headers: Vec::new(),
            details: Vec::new(),
        }
    }

    /// Says of one property what is wrong; `detail` has `code`, `target` and `message`.
    pub(crate) fn detail(mut self, detail: Value) -> Self {
        self.details.push(detail);
        self
    }

    pub(crate) fn header(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }

    /// A query that the service cannot read.
    pub(crate) fn malformed(message: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, "BadRequest", message)
    }

    pub(crate) fn bad_request(message: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, "Request_BadRequest", message)
    }

    /// A query that needs what only advanced queries can do.
    pub(crate) fn unsupported(message: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, "Request_UnsupportedQuery", message)
    }

    pub(crate) fn not_found(id: &str) -> Self {
        Self::new(
            StatusCode::NOT_FOUND,
            "Request_ResourceNotFound",
            format!(
                "Resource '{id}' does not exist or one of its queried reference-property objects are not present."
            ),
        )
    }

    pub(crate) fn no_segment(segment: &str) -> Self {
        Self::new(
            StatusCode::BAD_REQUEST,
            "BadRequest",
            format!("Resource not found for the segment '{segment}'."),
        )
    }

    /// The mailbox of a group is not set up yet.
    pub(crate) fn no_mailbox() -> Self {
        Self::new(
            StatusCode::NOT_FOUND,
            "ErrorNonExistentMailbox",
            "The SMTP address has no mailbox associated with it.",
        )
    }

    /// A value that the directory does not take.
    pub(crate) fn invalid_value(property: &str) -> Self {
        let message =
            format!("Invalid value specified for property '{property}' of resource 'Group'.");
        Self::bad_request(message.clone())
            .detail(json!({"code": "InvalidValue", "target": property, "message": message}))
    }

    pub(crate) fn denied() -> Self {
        Self::new(
            StatusCode::FORBIDDEN,
            "Authorization_RequestDenied",
            "Insufficient privileges to complete the operation.",
        )
    }

    pub(crate) fn method_not_allowed() -> Self {
        Self::new(
            StatusCode::METHOD_NOT_ALLOWED,
            "Request_BadRequest",
            "Specified HTTP method is not allowed for the request target.",
        )
    }

    pub(crate) fn no_property(name: &str, type_name: &str) -> Self {
        Self::malformed(format!(
            "Parsing OData Select and Expand failed: Could not find a property named '{name}' on type 'microsoft.graph.{type_name}'."
        ))
    }

    pub(crate) fn body(&self, ids: &RequestIds) -> Value {
        let mut error = json!({
            "code": self.code,
            "message": self.message,
            "innerError": {
                "date": ids.date,
                "request-id": ids.request_id,
                "client-request-id": ids.client_request_id,
            },
        });
        if !self.details.is_empty() {
            error["details"] = json!(self.details);
        }
        json!({ "error": error })
    }
}
