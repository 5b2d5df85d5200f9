//! What can go wrong with the file.

use sqlite_file::SqliteFileError;

/// A failed read or write of the record.
#[derive(Debug, thiserror::Error)]
pub enum LedgerError {
    /// The file could not be opened, made or set aside, or was written by a newer version.
    #[error("the record of decisions could not be opened: {0}")]
    File(#[from] SqliteFileError),
    /// SQLite refused: disk full, file damaged while open, file locked by another program for long.
    #[error("the record of decisions could not be read or written: {0}")]
    Database(#[from] rusqlite::Error),
    /// SQLite reads the file, and finds it damaged.
    #[error("the record of decisions is damaged: {0}")]
    Damaged(String),
    /// A value cannot be written as JSON.
    #[error("an entry could not be written: {0}")]
    Json(#[from] serde_json::Error),
    /// No more entries can be numbered.
    #[error("the record of decisions is full")]
    Full,
}
