//! How Planner says no (planner-overview.md, "Common Planner error conditions"). How many are too many stands beside
//! what is counted, as the service's page *Microsoft Planner limits* had it in the newest version known here; older ones say
//! 2,400 active tasks, 200 plans and 10 references, and the service changes them without notice.

use http::StatusCode;

use crate::odata::ODataError;

/// 400: what was sent makes no sense.
pub(super) fn invalid(message: impl Into<String>) -> ODataError {
    ODataError::new(StatusCode::BAD_REQUEST, "", message)
}

/// 400: a property that the type does not have, or that only the service sets.
pub(super) fn not_writable(name: &str) -> ODataError {
    invalid(format!("The property '{name}' cannot be set."))
}

/// 400: a value of another type than the property has.
pub(super) fn unreadable(name: &str) -> ODataError {
    invalid(format!(
        "The value of the property '{name}' cannot be converted to the expected type."
    ))
}

/// 400: a member of an open type that does not say what it is.
pub(super) fn untyped(name: &str) -> ODataError {
    invalid(format!(
        "A type must be specified with '@odata.type' for the member '{name}' of an open type."
    ))
}

/// 400: a hint that is not of the form that asks for a place.
pub(super) fn hint() -> ODataError {
    invalid("The order hint is invalid.")
}

/// 403: one more would be too many; `limit` is the service's name of it.
pub(super) fn limit(limit: &'static str) -> ODataError {
    let message = "The request exceeds a limit of the service.";
    ODataError::new(StatusCode::FORBIDDEN, limit, message)
}

/// 409: somebody else has changed the same.
pub(super) fn conflict() -> ODataError {
    let message = "The change conflicts with one that was made meanwhile.";
    ODataError::new(StatusCode::CONFLICT, "", message)
}

/// 412: the client does not say which version it has seen.
pub(super) fn precondition() -> ODataError {
    let message = "The If-Match header is missing or does not match.";
    ODataError::new(StatusCode::PRECONDITION_FAILED, "", message)
}
