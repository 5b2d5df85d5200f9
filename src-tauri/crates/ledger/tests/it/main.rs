//! The record through its public API, and a file that somebody else has written to.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod log;
mod tampering;

use ledger::NewEntry;
use serde_json::{Value, json};

/// An entry about a group.
pub(crate) fn entry(group: &str, event: Value) -> NewEntry {
    NewEntry {
        at: "2026-11-24T09:00:00Z".parse().unwrap(),
        by: "ada@contoso.example".into(),
        account: "tenant/ada".into(),
        group_id: group.into(),
        group_name: format!("Group {group}"),
        event,
        evidence: Some(json!({ "asOf": "2026-11-24T08:59:00Z" })),
        facts: Some(json!({ "owners": ["ada"] })),
        once: None,
    }
}
