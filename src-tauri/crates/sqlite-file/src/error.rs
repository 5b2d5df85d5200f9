//! What can go wrong with the file.

use std::error::Error;

/// A file that was not opened.
#[derive(Debug, thiserror::Error)]
pub enum SqliteFileError {
    /// It could not be set aside.
    #[error("the file could not be set aside: {0}")]
    Io(#[from] std::io::Error),
    /// SQLite refused: no such folder, disk full, file locked by another program for long.
    #[error("the file could not be opened: {0}")]
    Database(#[from] rusqlite::Error),
    /// SQLite reads the file, and finds it damaged.
    #[error("the file is damaged: {0}")]
    Damaged(String),
    /// What is derived from the rows that are there could not be written.
    #[error("the file could not be brought up to date: {0}")]
    Derived(#[source] Box<dyn Error + Send + Sync>),
    /// The file was written by a newer version.
    #[error("the file has version {found}, this program knows {known}")]
    Newer {
        /// The file's version.
        found: i32,
        /// The newest version that this program knows.
        known: i32,
    },
}

impl SqliteFileError {
    /// Whether no program of this version or a newer one can read the file.
    pub(crate) fn is_damage(&self) -> bool {
        use rusqlite::ErrorCode::{DatabaseCorrupt, NotADatabase};
        match self {
            Self::Damaged(_) => true,
            Self::Database(error) => matches!(
                error.sqlite_error_code(),
                Some(DatabaseCorrupt | NotADatabase)
            ),
            _ => false,
        }
    }
}
