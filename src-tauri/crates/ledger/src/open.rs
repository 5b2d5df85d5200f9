//! Opening the file, its tables, and what happens when it is damaged.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::time::Duration;

use rusqlite::Connection;

use crate::{Ledger, LedgerError};

/// How long another process that writes is waited for.
const PATIENCE: Duration = Duration::from_secs(10);

/// The tables, as steps: step *n* leads from version *n* to *n + 1*. A step that has been released never changes.
const STEPS: &[&str] = &["
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
"];

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
        let (connection, set_aside) = match connect(path) {
            Ok(connection) => (connection, None),
            Err(error) if is_damage(&error) => {
                tracing::warn!(%error, "the record of decisions is begun anew");
                let aside = set_aside(path)?;
                (connect(path)?, Some(aside))
            }
            Err(other) => return Err(other),
        };
        let ledger = Self {
            connection: Mutex::new(connection),
        };
        Ok(Opened { ledger, set_aside })
    }

    /// A record that lives in memory: for an account whose folder cannot be written, and for tests.
    ///
    /// # Errors
    /// When SQLite cannot be started.
    pub fn in_memory() -> Result<Self, LedgerError> {
        let mut connection = Connection::open_in_memory()?;
        prepare(&mut connection)?;
        Ok(Self {
            connection: Mutex::new(connection),
        })
    }
}

fn connect(path: &Path) -> Result<Connection, LedgerError> {
    let mut connection = Connection::open(path)?;
    connection.busy_timeout(PATIENCE)?;
    prepare(&mut connection)?;
    Ok(connection)
}

fn prepare(connection: &mut Connection) -> Result<(), LedgerError> {
    connection.pragma_update(None, "journal_mode", "WAL")?;
    // What was decided is on the disk before the window says so, even when the power goes.
    connection.pragma_update(None, "synchronous", "FULL")?;
    migrate(connection)
}

fn migrate(connection: &mut Connection) -> Result<(), LedgerError> {
    let known = i32::try_from(STEPS.len()).unwrap_or(i32::MAX);
    // Another process may be making the same file.
    let transaction =
        connection.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
    let found: i32 = transaction.pragma_query_value(None, "user_version", |row| row.get(0))?;
    if found > known {
        return Err(LedgerError::Newer { found, known });
    }
    for (version, step) in (1..).zip(STEPS).filter(|(version, _)| *version > found) {
        transaction.execute_batch(step)?;
        transaction.pragma_update(None, "user_version", version)?;
    }
    Ok(transaction.commit()?)
}

fn is_damage(error: &LedgerError) -> bool {
    use rusqlite::ErrorCode::{DatabaseCorrupt, NotADatabase};
    match error {
        LedgerError::Damaged(_) => true,
        LedgerError::Database(error) => matches!(
            error.sqlite_error_code(),
            Some(DatabaseCorrupt | NotADatabase)
        ),
        _ => false,
    }
}

/// Moves the file and its companions beside it, to a name that none has: an earlier one that was set aside stays.
fn set_aside(path: &Path) -> Result<PathBuf, LedgerError> {
    let aside = (1_u32..)
        .map(|number| match number {
            1 => path.with_extension("damaged"),
            _ => path.with_extension(format!("damaged-{number}")),
        })
        .find(|aside| !aside.exists())
        .ok_or_else(|| LedgerError::Damaged("too often".into()))?;
    fs::rename(path, &aside)?;
    for companion in ["-wal", "-shm"] {
        // They may not exist.
        let _ = fs::rename(with_suffix(path, companion), with_suffix(&aside, companion));
    }
    Ok(aside)
}

fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name: OsString = path.as_os_str().to_owned();
    name.push(suffix);
    name.into()
}
