//! How Exchange says no to what is asked of a calendar.

use http::StatusCode;
use serde_json::json;

use crate::odata::ODataError;

fn refused(code: &'static str, message: impl Into<String>) -> ODataError {
    ODataError::new(StatusCode::BAD_REQUEST, code, message)
}

/// A value that a property cannot have, or one that is missing.
pub(super) fn property(name: &str) -> ODataError {
    property_with(name, "At least one property failed validation.")
}

pub(super) fn property_with(name: &str, message: &str) -> ODataError {
    refused("ErrorPropertyValidationFailure", message).detail(json!({
        "code": "ErrorPropertyValidationFailure",
        "target": name,
        "message": message,
    }))
}

/// A value of another type than the property has.
pub(super) fn unreadable(name: &str) -> ODataError {
    refused(
        "RequestBodyRead",
        format!("The value of the property '{name}' cannot be converted to the expected type."),
    )
}

/// The type has no such property.
pub(super) fn unknown(name: &str) -> ODataError {
    refused(
        "RequestBodyRead",
        format!(
            "The property '{name}' does not exist on type 'microsoft.graph.event'. Make sure to only use property names that are defined by the type."
        ),
    )
}

pub(super) fn ends_before_it_starts() -> ODataError {
    refused(
        "ErrorCalendarEndDateIsEarlierThanStartDate",
        "The end date is earlier than the start date.",
    )
}

pub(super) fn too_long() -> ODataError {
    refused(
        "ErrorCalendarDurationIsTooLong",
        "The duration of a calendar item cannot exceed five years.",
    )
}

pub(super) fn recipients(message: &str) -> ODataError {
    refused("ErrorInvalidRecipients", message)
}

pub(super) fn recurrence() -> ODataError {
    refused(
        "ErrorCalendarInvalidRecurrence",
        "The recurrence pattern or its range is not valid.",
    )
}

pub(super) fn no_occurrence() -> ODataError {
    refused(
        "ErrorRecurrenceHasNoOccurrence",
        "The recurrence has no occurrence in its range.",
    )
}

/// An occurrence stays between those before and after it.
pub(super) fn crossing() -> ODataError {
    refused(
        "ErrorOccurrenceCrossingBoundary",
        "Modified occurrence is crossing or overlapping adjacent occurrence.",
    )
}

/// Somebody asks what their part in the meeting does not allow, or something that makes no sense.
pub(super) fn request(reason: &str) -> ODataError {
    refused(
        "ErrorInvalidRequest",
        format!("Your request can't be completed. {reason}"),
    )
}

pub(super) fn no_series() -> ODataError {
    request("The event is not a recurring one.")
}

pub(super) fn no_window() -> ODataError {
    refused(
        "ErrorInvalidParameter",
        "This request requires a time window specified by the query string parameters StartDateTime and EndDateTime.",
    )
}

pub(super) fn window_too_long() -> ODataError {
    request(
        "The range between the start and end dates is greater than the allowed range. Maximum number of days: 1825",
    )
}

pub(super) fn not_selectable(name: &str) -> ODataError {
    refused(
        "ErrorInvalidUrlQuery",
        format!("The property '{name}' does not support $select here."),
    )
}

/// 412: it was changed since the client read it.
pub(super) fn conflict() -> ODataError {
    ODataError::new(
        StatusCode::PRECONDITION_FAILED,
        "ErrorIrresolvableConflict",
        "The send or update operation could not be performed because the change key passed in the request does not match the current change key for the item.",
    )
}
