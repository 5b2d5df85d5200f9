//! Opening the file, its tables, and what happens when it is damaged.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::time::Duration;

use rusqlite::Connection;

use crate::{Drafts, DraftsError};

/// How long another process that writes is waited for.
const PATIENCE: Duration = Duration::from_secs(10);

/// The tables, as steps: step *n* leads from version *n* to *n + 1*. A step that has been released never changes.
const STEPS: &[&str] = &["
CREATE TABLE drafts (
    id TEXT PRIMARY KEY,
    group_id TEXT NOT NULL,
    content TEXT NOT NULL,
    changed TEXT NOT NULL,
    state TEXT NOT NULL,
    -- When it was sent, or accepted.
    since TEXT,
    -- Why it was not sent.
    error TEXT
) STRICT;
CREATE INDEX drafts_by_change ON drafts (changed);
CREATE TABLE files (
    id TEXT PRIMARY KEY,
    draft TEXT NOT NULL REFERENCES drafts (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    content_type TEXT NOT NULL,
    bytes BLOB NOT NULL
) STRICT;
CREATE INDEX files_by_draft ON files (draft);
"];

/// Opened drafts, and what had to be set aside for them.
#[derive(Debug)]
pub struct Opened {
    /// The drafts, ready for use.
    pub drafts: Drafts,
    /// Where a damaged file was moved to.
    pub set_aside: Option<PathBuf>,
}

impl Drafts {
    /// Opens the file at `path`, making it when there is none. A file that is no database any more is renamed to
    /// `….damaged` beside it and a fresh one begun; nothing of it is thrown away. What was being sent when the
    /// program ended is unknown from now on.
    ///
    /// # Errors
    /// When the file can be neither opened nor replaced, or was written by a newer version.
    pub fn open(path: &Path) -> Result<Opened, DraftsError> {
        let (connection, set_aside) = match connect(path) {
            Ok(connection) => (connection, None),
            Err(error) if is_damage(&error) => {
                tracing::warn!(%error, "the drafts are begun anew");
                let aside = set_aside(path)?;
                (connect(path)?, Some(aside))
            }
            Err(other) => return Err(other),
        };
        let drafts = Self {
            connection: Mutex::new(connection),
        };
        drafts.forget_what_was_sent()?;
        Ok(Opened { drafts, set_aside })
    }

    /// Drafts that live in memory: for an account whose folder cannot be written, and for tests.
    ///
    /// # Errors
    /// When SQLite cannot be started.
    pub fn in_memory() -> Result<Self, DraftsError> {
        let mut connection = Connection::open_in_memory()?;
        prepare(&mut connection)?;
        Ok(Self {
            connection: Mutex::new(connection),
        })
    }
}

fn connect(path: &Path) -> Result<Connection, DraftsError> {
    let mut connection = Connection::open(path)?;
    connection.busy_timeout(PATIENCE)?;
    prepare(&mut connection)?;
    Ok(connection)
}

fn prepare(connection: &mut Connection) -> Result<(), DraftsError> {
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.pragma_update(None, "foreign_keys", true)?;
    // That something is being sent is on the disk before it leaves, even when the power goes.
    connection.pragma_update(None, "synchronous", "FULL")?;
    migrate(connection)
}

fn migrate(connection: &mut Connection) -> Result<(), DraftsError> {
    let known = i32::try_from(STEPS.len()).unwrap_or(i32::MAX);
    // Another process may be making the same file.
    let transaction =
        connection.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
    let found: i32 = transaction.pragma_query_value(None, "user_version", |row| row.get(0))?;
    if found > known {
        return Err(DraftsError::Newer { found, known });
    }
    for (version, step) in (1..).zip(STEPS).filter(|(version, _)| *version > found) {
        transaction.execute_batch(step)?;
        transaction.pragma_update(None, "user_version", version)?;
    }
    Ok(transaction.commit()?)
}

fn is_damage(error: &DraftsError) -> bool {
    use rusqlite::ErrorCode::{DatabaseCorrupt, NotADatabase};
    match error {
        DraftsError::Damaged(_) => true,
        DraftsError::Database(error) => matches!(
            error.sqlite_error_code(),
            Some(DatabaseCorrupt | NotADatabase)
        ),
        _ => false,
    }
}

/// Moves the file and its companions beside it, to a name that none has: an earlier one that was set aside stays.
fn set_aside(path: &Path) -> Result<PathBuf, DraftsError> {
    let aside = (1_u32..)
        .map(|number| match number {
            1 => path.with_extension("damaged"),
            _ => path.with_extension(format!("damaged-{number}")),
        })
        .find(|aside| !aside.exists())
        .ok_or_else(|| DraftsError::Damaged("too often".into()))?;
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
