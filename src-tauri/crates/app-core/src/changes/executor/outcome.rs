//! From what Graph answered to what a job records.

use std::time::Duration;

use graph_client::credential::CredentialError;
use graph_client::{ErrorKind, GraphError};
use ipc_contract::jobs::Reason;
use jobs::{ItemRecord, Outcome, Settled, StopReason};
use serde_json::json;

use crate::changes::lanes::in_any_order;

/// How a reason is kept.
pub(crate) fn code(reason: Reason) -> String {
    match serde_json::to_value(reason) {
        Ok(serde_json::Value::String(text)) => text,
        _ => String::new(),
    }
}

/// The reason that was kept; one that a newer version wrote reads as *refused*.
pub(crate) fn reason_of(outcome: &Outcome) -> Option<Reason> {
    let code = outcome.code.clone()?;
    Some(serde_json::from_value(json!(code)).unwrap_or(Reason::Refused))
}

/// Not done, for a reason that is known without asking.
pub(super) fn refused(reason: Reason) -> Settled {
    Settled::Failed(Outcome::of(code(reason)))
}

/// What the answer says, with everything a help desk asks for.
pub(super) fn outcome(reason: Reason, error: &GraphError) -> Outcome {
    Outcome {
        code: Some(code(reason)),
        detail: error.code().map(|code| json!({ "serviceCode": code })),
        request_id: error
            .request_id()
            .or(error.client_request_id())
            .map(str::to_owned),
        status: error.status(),
    }
}

/// The longest wait where the service names none.
const LONGEST_WAIT: Duration = Duration::from_secs(15);
/// A service that was away so many times in a row stops the job.
const AWAY: u32 = 5;

/// When an item goes again that the service turned away and that others may overtake; `None` for everything
/// else.
pub(super) fn later(item: &ItemRecord, error: &GraphError) -> Option<Settled> {
    let throttled = *error.kind() == ErrorKind::Throttled;
    if !in_any_order(&item.lane) || !(throttled || error.again_after().is_some()) {
        return None;
    }
    if !throttled && item.attempts.is_multiple_of(AWAY) {
        return None;
    }
    let after = match (error.again_after(), error.retry_after()) {
        // Some more than was asked for, so that not all come at the same moment.
        (Some(asked), Some(_)) => asked,
        // Longer than a single call waits, which a job can.
        (None, Some(asked)) => asked,
        (Some(first), None) => {
            let doubled = 2_u32.saturating_pow(item.attempts.saturating_sub(1));
            first.saturating_mul(doubled).min(LONGEST_WAIT)
        }
        (None, None) => return None,
    };
    let reason = match throttled {
        true => Reason::Throttled,
        false => Reason::Unreachable,
    };
    let outcome = outcome(reason, error);
    Some(Settled::Later { after, outcome })
}

/// What a failed change comes to. What concerns the whole job stops it; a lost answer is for looking up.
pub(super) fn settled(error: &GraphError) -> Settled {
    let of = |reason| outcome(reason, error);
    if error.outcome_unknown() {
        return Settled::Unknown(of(Reason::OutcomeUnknown));
    }
    match error.kind() {
        ErrorKind::Credential => match error.credential_error() {
            Some(CredentialError::Unavailable(_)) => {
                Settled::Stop(StopReason::Offline, of(Reason::Unreachable))
            }
            _ => Settled::Stop(StopReason::SignedOut, of(Reason::NotPermitted)),
        },
        ErrorKind::Unauthorized => Settled::Stop(StopReason::SignedOut, of(Reason::NotPermitted)),
        ErrorKind::Unreachable => Settled::Stop(StopReason::Offline, of(Reason::Unreachable)),
        ErrorKind::Unavailable | ErrorKind::ServerFault => {
            Settled::Stop(StopReason::Unavailable, of(Reason::Unreachable))
        }
        ErrorKind::Throttled => Settled::Retry(of(Reason::Throttled)),
        ErrorKind::Forbidden => Settled::Failed(of(Reason::NotPermitted)),
        ErrorKind::NotFound => Settled::Failed(of(Reason::NotFound)),
        _ if !error.name_faults().is_empty() => Settled::Failed(of(Reason::NameRefused)),
        _ => Settled::Failed(of(Reason::Refused)),
    }
}
