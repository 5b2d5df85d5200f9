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
        journal.interrupt_sending()?;
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

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use crate::{JobId, JobsQuery, Journal, NewItem, NewJob};

    fn many_jobs(path: &Path) {
        let journal = Journal::open(path).unwrap().journal;
        let item = NewItem {
            subject_name: "A group with a long name".repeat(20),
            ..NewItem::default()
        };
        let job = NewJob {
            items: vec![item; 100],
            ..NewJob::default()
        };
        journal
            .create(JobId::random(), &job, jiff::Timestamp::UNIX_EPOCH)
            .unwrap();
    }

    #[test]
    fn a_damaged_file_is_set_aside_and_an_earlier_one_stays() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("account.sqlite");
        let mut aside = Vec::new();
        for _ in 0..2 {
            fs::write(&path, b"no database, however long it may be".repeat(100)).unwrap();
            aside.push(Journal::open(&path).unwrap().set_aside.unwrap());
            // Closed and opened once more it is in order.
            assert_eq!(Journal::open(&path).unwrap().set_aside, None);
        }
        assert_ne!(aside[0], aside[1]);
        assert!(aside.iter().all(|aside| aside.exists()));
    }

    #[test]
    fn half_a_file_is_noticed_at_once() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("account.sqlite");
        many_jobs(&path);
        let whole = fs::read(&path).unwrap();
        fs::write(&path, &whole[..whole.len() / 2]).unwrap();

        let opened = Journal::open(&path).unwrap();

        assert!(opened.set_aside.is_some());
        let jobs = opened.journal.jobs(&JobsQuery::default()).unwrap();
        assert!(jobs.is_empty());
    }

    #[test]
    fn a_folder_that_cannot_be_written_is_an_error_and_no_panic() {
        let folder = tempfile::tempdir().unwrap();
        let missing = folder.path().join("no such folder").join("account.sqlite");
        assert!(Journal::open(&missing).is_err());
    }
}
