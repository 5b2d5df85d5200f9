//! What can go wrong with the journal.

use sqlite_file::SqliteFileError;

use crate::{ItemRef, JobId};

/// A failed read or write of the journal, or a request that does not fit what it holds.
#[derive(Debug, thiserror::Error)]
pub enum JournalError {
    /// The file could not be opened, made or set aside, or was written by a newer version.
    #[error("the journal could not be opened: {0}")]
    File(#[from] SqliteFileError),
    /// SQLite refused: disk full, file damaged while open, file locked by another program.
    #[error("the journal could not be read or written: {0}")]
    Database(#[from] rusqlite::Error),
    /// A row holds something that this version cannot read.
    #[error("a journalled {what} could not be read")]
    Row {
        /// Which part of a row.
        what: &'static str,
    },
    /// There is no such job.
    #[error("there is no job {0}")]
    NoSuchJob(JobId),
    /// The job is over: there is nothing to resume, pause or cancel.
    #[error("job {0} is over")]
    Over(JobId),
    /// The item has been undone, is being undone, or is no longer known.
    #[error("item {} of job {} cannot be undone again", .0.item, .0.job)]
    AlreadyUndone(ItemRef),
    /// The program is ending.
    #[error("the program is ending")]
    Ending,
}
