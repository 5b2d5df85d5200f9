//! The record as the window shows it, and as it is handed in.

use ipc_contract::decisions::{History, HistoryEntry, HistoryRequest, Integrity};
use ledger::{Entry, EntryQuery, Verdict};

use crate::{Core, CoreError};

/// How many entries a page has.
const PAGE: u32 = 100;

impl Core {
    /// What was decided and what became of it, newest first, and whether the whole record is as it was written.
    ///
    /// # Errors
    /// When nobody is signed in or the record cannot be read.
    pub async fn history(&self, request: &HistoryRequest) -> Result<History, CoreError> {
        let session = self.session()?;
        self.catch_up(&session);
        let query = EntryQuery {
            group_id: request.group_id.clone(),
            before: request.before,
            limit: Some(PAGE),
        };
        session
            .recorded(move |ledger| {
                let entries = ledger.entries(&query)?;
                Ok(History {
                    entries: entries.into_iter().filter_map(shown).collect(),
                    total: ledger.count(query.group_id.as_deref())?,
                    integrity: match ledger.verify()? {
                        Verdict::Intact => Integrity::Intact,
                        Verdict::Broken { number } => Integrity::Broken { number },
                    },
                })
            })
            .await
    }

    /// Every entry, the first first: as it is checked.
    pub(crate) async fn whole_record(&self) -> Result<Vec<Entry>, CoreError> {
        let session = self.session()?;
        let mut entries = session
            .recorded(|ledger| ledger.entries(&EntryQuery::default()))
            .await?;
        entries.reverse();
        Ok(entries)
    }
}

/// One that was tampered with until it cannot be read is left out: the record's integrity says so.
fn shown(entry: Entry) -> Option<HistoryEntry> {
    Some(HistoryEntry {
        number: entry.number,
        at: entry.at.parse().ok()?,
        by: entry.by,
        group_id: entry.group_id,
        group_name: entry.group_name,
        event: serde_json::from_value(entry.event).ok()?,
        evidence: entry
            .evidence
            .and_then(|evidence| serde_json::from_value(evidence).ok()),
        hash: entry.hash,
    })
}
