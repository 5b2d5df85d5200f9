//! What was last read of single things, each as one document with its age: the details of a group, deleted
//! groups, photos. What is listed, searched or followed by deltas has tables of its own.

use jiff::Timestamp;
use rusqlite::{OptionalExtension as _, params};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::{Cache, CacheError};

/// Kinds of documents.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DocumentKind {
    /// The details of a group, by its id.
    Details,
    /// Deleted groups, under one key.
    Deleted,
    /// The tenant's rules for groups, under one key.
    Rules,
    /// A photo, by the id of whose it is.
    Photo,
    /// What tells whether a group is alive, by its id.
    Evidence,
    /// A week of a group's calendar, by the group's id and the week's Monday.
    Calendar,
    /// An event in full, by its group's id and its own.
    Event,
    /// The first of a group's conversations, by its id.
    Conversations,
}

impl DocumentKind {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Details => "details",
            Self::Deleted => "deleted",
            Self::Rules => "rules",
            Self::Photo => "photo",
            Self::Evidence => "evidence",
            Self::Calendar => "calendar",
            Self::Event => "event",
            Self::Conversations => "conversations",
        }
    }
}

/// A document, and when the service was read for it.
#[derive(Debug, Clone, PartialEq)]
pub struct Document<T> {
    /// What was read.
    pub value: T,
    /// When.
    pub as_of: Timestamp,
}

impl Cache {
    /// The document of this kind under `key`. One that this version cannot read counts as never read.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn document<T: DeserializeOwned>(
        &self,
        kind: DocumentKind,
        key: &str,
    ) -> Result<Option<Document<T>>, CacheError> {
        let row: Option<(String, String)> = self
            .reading()
            .prepare_cached("SELECT as_of, body FROM documents WHERE kind = ?1 AND key = ?2")?
            .query_row([kind.as_str(), key], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?;
        Ok(row.and_then(|(as_of, body)| {
            Some(Document {
                value: serde_json::from_str(&body).ok()?,
                as_of: as_of.parse().ok()?,
            })
        }))
    }

    /// Keeps a document in the place of the one before.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn put_document<T: Serialize>(
        &self,
        kind: DocumentKind,
        key: &str,
        value: &T,
        as_of: Timestamp,
    ) -> Result<(), CacheError> {
        let body = serde_json::to_string(value).map_err(|source| CacheError::Row {
            what: kind.as_str(),
            source,
        })?;
        self.writing()
            .prepare_cached(
                "INSERT OR REPLACE INTO documents (kind, key, as_of, body) VALUES (?1, ?2, ?3, ?4)",
            )?
            .execute(params![kind.as_str(), key, as_of.to_string(), body])?;
        Ok(())
    }

    /// Forgets a document.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn remove_document(&self, kind: DocumentKind, key: &str) -> Result<(), CacheError> {
        self.writing().execute(
            "DELETE FROM documents WHERE kind = ?1 AND key = ?2",
            [kind.as_str(), key],
        )?;
        Ok(())
    }
}
