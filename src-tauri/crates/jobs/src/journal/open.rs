//! Opening the file, and what happens when it is damaged.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use rusqlite::Connection;

use super::schema::{STEPS, migrate};
use crate::{Journal, JournalError};

/// An opened journal, and what had to be set aside for it.
#[derive(Debug)]
pub struct Opened {
    /// The journal, ready for use. What ran when the program ended is interrupted.
    pub journal: Journal,
    /// Where a damaged file was moved to.
    pub set_aside: Option<PathBuf>,
}

impl Journal {
    /// Opens the file at `path`, making it when there is none. A file that is damaged is renamed to
    /// `….damaged` beside it and a fresh one begun; one of an older version is brought up to date.
    ///
    /// # Errors
    /// When the file can be neither opened nor replaced, or was written by a newer version.
    pub fn open(path: &Path) -> Result<Opened, JournalError> {
        let (connection, set_aside) = match connect(path) {
            Ok(connection) => (connection, None),
            Err(error) if is_damage(&error) => {
                let aside = set_aside(path)?;
                (connect(path)?, Some(aside))
            }
            Err(other) => return Err(other),
        };
        let journal = Self::over(connection);
        journal.interrupt_running()?;
        Ok(Opened { journal, set_aside })
    }

    /// A journal that lives in memory: for an account whose folder cannot be written, and for tests.
    ///
    /// # Errors
    /// When SQLite cannot be started.
    pub fn in_memory() -> Result<Self, JournalError> {
        let mut connection = Connection::open_in_memory()?;
        prepare(&mut connection)?;
        Ok(Self::over(connection))
    }

    fn over(connection: Connection) -> Self {
        Self {
            connection: Mutex::new(connection),
        }
    }
}

fn connect(path: &Path) -> Result<Connection, JournalError> {
    let mut connection = Connection::open(path)?;
    check(&connection)?;
    prepare(&mut connection)?;
    Ok(connection)
}

/// Damage that nobody notices until the damaged page is read would be found too late, in the middle of
/// a job.
fn check(connection: &Connection) -> Result<(), JournalError> {
    let word: String = connection.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
    if word == "ok" {
        Ok(())
    } else {
        Err(JournalError::Damaged(word))
    }
}

fn prepare(connection: &mut Connection) -> Result<(), JournalError> {
    connection.pragma_update(None, "journal_mode", "WAL")?;
    // An intent must be on the disk before its request leaves, even when the power goes.
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "foreign_keys", true)?;
    migrate(connection, STEPS)
}

fn is_damage(error: &JournalError) -> bool {
    use rusqlite::ErrorCode::{DatabaseCorrupt, NotADatabase};
    match error {
        JournalError::Damaged(_) => true,
        JournalError::Database(error) => matches!(
            error.sqlite_error_code(),
            Some(DatabaseCorrupt | NotADatabase)
        ),
        _ => false,
    }
}

/// Moves the file and its companions beside it, to a name that none has: an earlier one that was set
/// aside stays.
fn set_aside(path: &Path) -> Result<PathBuf, JournalError> {
    let aside = (1_u32..)
        .map(|number| match number {
            1 => path.with_extension("damaged"),
            _ => path.with_extension(format!("damaged-{number}")),
        })
        .find(|aside| !aside.exists())
        .ok_or(JournalError::Damaged("too often".into()))?;
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
