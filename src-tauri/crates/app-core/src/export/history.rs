//! The record of decisions, as it is handed in: every sealed field with its hash, and the hash before it. How a hash
//! is made stands in crate `ledger`.

use ledger::Entry;
use serde_json::{Value, json};

use super::rows::{Sheet, sheet};
use crate::{Core, CoreError};

const HISTORY: &[&str] = &[
    "number",
    "at",
    "by",
    "account",
    "groupId",
    "groupName",
    "event",
    "evidence",
    "facts",
    "once",
    "previousHash",
    "hash",
];

impl Core {
    /// Every entry, the first first.
    pub(super) async fn history_sheet(&self) -> Result<Sheet, CoreError> {
        let entries = self.whole_record().await?;
        let mut previous = "0".repeat(64);
        let rows = entries
            .into_iter()
            .map(|entry| {
                let before = std::mem::replace(&mut previous, entry.hash.clone());
                row(entry, before)
            })
            .collect();
        Ok(sheet("decisions", HISTORY, rows))
    }
}

fn row(entry: Entry, previous: String) -> Vec<Value> {
    vec![
        json!(entry.number),
        json!(entry.at),
        json!(entry.by),
        json!(entry.account),
        json!(entry.group_id),
        json!(entry.group_name),
        entry.event,
        json!(entry.evidence),
        json!(entry.facts),
        json!(entry.once),
        json!(previous),
        json!(entry.hash),
    ]
}
