//! What the tenant decides about all groups: read, reckoned with, compared with a file.
//!
//! Deliberately elsewhere: changing it (`changes`), what one group shows of it (`details`).

mod compare;
pub(crate) mod expiration;
mod file;
pub(crate) mod naming;
mod read;
pub(crate) mod rights;
pub(crate) mod settings;
pub(crate) mod what_if;

use ipc_contract::jobs::PropertyChange;
use serde_json::{Map, Value};

pub(crate) use read::KnownPolicies;
pub(crate) use what_if::WhatIfs;

/// How many seconds a change of settings takes to hold at most (groups-settings-cmdlets.md).
pub(crate) const DELAY_SECONDS: u32 = 15 * 60;

/// What differs between two sets of values, by name.
fn differences(before: &Map<String, Value>, after: &Map<String, Value>) -> Vec<PropertyChange> {
    let mut names: Vec<&String> = after.keys().collect();
    names.extend(before.keys().filter(|name| !after.contains_key(*name)));
    let text = |values: &Map<String, Value>, name: &String| match values.get(name) {
        None | Some(Value::Null) => None,
        Some(Value::String(text)) => Some(text.clone()),
        Some(other) => Some(other.to_string()),
    };
    names
        .into_iter()
        .map(|name| PropertyChange {
            property: name.clone(),
            before: text(before, name),
            after: text(after, name),
        })
        .filter(|change| change.before != change.after)
        .collect()
}
