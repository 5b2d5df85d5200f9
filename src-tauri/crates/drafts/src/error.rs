//! What can go wrong with the file, and what a draft cannot do.

/// A failed read or write of drafts.
#[derive(Debug, thiserror::Error)]
pub enum DraftsError {
    /// The file could not be opened, made or set aside.
    #[error("the drafts could not be opened: {0}")]
    Io(#[from] std::io::Error),
    /// SQLite refused: disk full, file damaged while open, file locked by another program for long.
    #[error("the drafts could not be read or written: {0}")]
    Database(#[from] rusqlite::Error),
    /// A value cannot be written as JSON.
    #[error("a draft could not be written: {0}")]
    Json(#[from] serde_json::Error),
    /// SQLite reads the file too often as damaged.
    #[error("the drafts are damaged: {0}")]
    Damaged(String),
    /// There is no such draft.
    #[error("that draft is not known")]
    NoSuchDraft,
    /// It is on its way, or may be: it can be neither changed nor sent.
    #[error("that draft is on its way")]
    OnItsWay,
    /// The file was written by a newer version. It is left as it is.
    #[error("the drafts have version {found}, this program knows {known}")]
    Newer {
        /// The file's version.
        found: i32,
        /// The newest version that this program knows.
        known: i32,
    },
}
