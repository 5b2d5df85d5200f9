//! Opening the file, and its tables. What happens when it is damaged is `sqlite_file`'s.

use std::path::{Path, PathBuf};
use std::sync::Mutex;

use rusqlite::Connection;
use sqlite_file::{Durability, Newer, Schema, Step};

use crate::{Ledger, LedgerError};

/// What was decided is on the disk before the window says so.
const SCHEMA: Schema = Schema {
    steps: &[Step::of(ENTRIES_AND_NOTES)],
    durability: Durability::Full,
    checked: true,
    newer: Newer::Refused,
};

const ENTRIES_AND_NOTES: &str = "
CREATE TABLE entries (
    number INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    by TEXT NOT NULL,
    account TEXT NOT NULL,
    group_id TEXT NOT NULL,
    group_name TEXT NOT NULL,
    event TEXT NOT NULL,
    evidence TEXT,
    facts TEXT,
    once TEXT,
    hash TEXT NOT NULL,
    -- Derived: for finding an entry, never for what it says.
    kind TEXT GENERATED ALWAYS AS
        (CASE WHEN json_valid(event) THEN json_extract(event, '$.kind') END) VIRTUAL
) STRICT;
CREATE UNIQUE INDEX entries_once ON entries (once) WHERE once IS NOT NULL;
CREATE INDEX entries_by_group ON entries (group_id, number);
CREATE INDEX entries_by_kind ON entries (kind, group_id, number);
CREATE TABLE head (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    count INTEGER NOT NULL,
    hash TEXT NOT NULL
) STRICT;
INSERT INTO head VALUES
    (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');
CREATE TABLE notes (
    kind TEXT NOT NULL,
    key TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (kind, key)
) STRICT, WITHOUT ROWID;
";

/// An opened record, and what had to be set aside for it.
#[derive(Debug)]
pub struct Opened {
    /// The record, ready for use.
    pub ledger: Ledger,
    /// Where a damaged file was moved to.
    pub set_aside: Option<PathBuf>,
}

impl Ledger {
    /// Opens the file at `path`, making it when there is none. A file that is no database any more is renamed to
    /// `….damaged` beside it and a fresh one begun; nothing of it is thrown away. One that was altered and can be
    /// read stays: saying so is [`Ledger::verify`]'s.
    ///
    /// # Errors
    /// When the file can be neither opened nor replaced, or was written by a newer version.
    pub fn open(path: &Path) -> Result<Opened, LedgerError> {
        let opened = SCHEMA.open(path)?;
        Ok(Opened {
            ledger: Self::over(opened.connection),
            set_aside: opened.set_aside,
        })
    }

    /// A record that lives in memory: for an account whose folder cannot be written, and for tests.
    ///
    /// # Errors
    /// When SQLite cannot be started.
    pub fn in_memory() -> Result<Self, LedgerError> {
        Ok(Self::over(SCHEMA.in_memory()?))
    }

    fn over(connection: Connection) -> Self {
        Self {
            connection: Mutex::new(connection),
        }
    }
}
