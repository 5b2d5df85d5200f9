//! What can go wrong with the file.

/// A failed read or write of the record.
#[derive(Debug, thiserror::Error)]
pub enum LedgerError {
    /// The file could not be opened, made or set aside.
    #[error("the record of decisions could not be opened: {0}")]
    Io(#[from] std::io::Error),
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
    /// The file was written by a newer version. It is left as it is.
    #[error("the record of decisions has version {found}, this program knows {known}")]
    Newer {
        /// The file's version.
        found: i32,
        /// The newest version that this program knows.
        known: i32,
    },
}
