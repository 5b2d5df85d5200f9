//! Notes: small facts that must outlive a start, each replacing the one before under its key. They are not sealed.

use std::collections::BTreeMap;

use rusqlite::Connection;
use serde_json::Value;

use crate::{Ledger, LedgerError};

/// Kinds of notes; their keys are ids of groups.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoteKind {
    /// The expiry that was last known.
    Expiry,
    /// Which notice was given last, and for which expiry.
    Notice,
    /// What was last saved into a calendar.
    Calendar,
    /// What was last saved of an event of a group into a calendar.
    Event,
    /// Whether remote images of posts are loaded.
    RemoteImages,
}

impl NoteKind {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Expiry => "expiry",
            Self::Notice => "notice",
            Self::Calendar => "calendar",
            Self::Event => "event",
            Self::RemoteImages => "remoteImages",
        }
    }
}

/// A note to be set.
#[derive(Debug, Clone, PartialEq)]
pub struct Note {
    /// What it is about.
    pub kind: NoteKind,
    /// Id of the group, and of an event its own behind it.
    pub key: String,
    /// What is noted.
    pub value: Value,
}

impl Ledger {
    /// All notes of a kind, by their keys.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn notes(&self, kind: NoteKind) -> Result<BTreeMap<String, Value>, LedgerError> {
        let connection = self.connection();
        let mut statement =
            connection.prepare_cached("SELECT key, value FROM notes WHERE kind = ?1")?;
        let rows = statement.query_map([kind.as_str()], |row| {
            Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?))
        })?;
        rows.map(|row| {
            let (key, value) = row?;
            Ok((key, serde_json::from_str(&value).unwrap_or_default()))
        })
        .collect()
    }
}

pub(crate) fn put(connection: &Connection, notes: &[Note]) -> Result<(), LedgerError> {
    for note in notes {
        let value = serde_json::to_string(&note.value)?;
        connection
            .prepare_cached("INSERT OR REPLACE INTO notes (kind, key, value) VALUES (?1, ?2, ?3)")?
            .execute([note.kind.as_str(), &note.key, &value])?;
    }
    Ok(())
}
