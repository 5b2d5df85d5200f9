//! What can go wrong with the file.

use sqlite_file::SqliteFileError;

/// A failed read or write of the last known state.
#[derive(Debug, thiserror::Error)]
pub enum CacheError {
    /// The file could not be opened, made or set aside.
    #[error("the cache could not be opened: {0}")]
    File(#[from] SqliteFileError),
    /// SQLite refused: disk full, file damaged while open, file locked by another program.
    #[error("the cache could not be read or written: {0}")]
    Database(#[from] rusqlite::Error),
    /// A row holds something that this version cannot read.
    #[error("a cached {what} could not be read: {source}")]
    Row {
        /// Which kind of row.
        what: &'static str,
        /// Where reading it failed.
        source: serde_json::Error,
    },
}

impl CacheError {
    /// What a row of this kind fails with.
    pub(crate) const fn row(what: &'static str) -> impl Fn(serde_json::Error) -> Self {
        move |source| Self::Row { what, source }
    }
}
