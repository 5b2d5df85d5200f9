//! Opening the file. What happens when it is damaged is `sqlite_file`'s.

use std::path::{Path, PathBuf};
use std::sync::Mutex;

use rusqlite::Connection;

use super::schema::SCHEMA;
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
        let opened = SCHEMA.open(path)?;
        let journal = Self::over(opened.connection);
        journal.interrupt_running()?;
        journal.interrupt_sending()?;
        Ok(Opened {
            journal,
            set_aside: opened.set_aside,
        })
    }

    /// A journal that lives in memory: for an account whose folder cannot be written, and for tests.
    ///
    /// # Errors
    /// When SQLite cannot be started.
    pub fn in_memory() -> Result<Self, JournalError> {
        Ok(Self::over(SCHEMA.in_memory()?))
    }

    fn over(connection: Connection) -> Self {
        Self {
            connection: Mutex::new(connection),
        }
    }
}
