//! Files that go with drafts.

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension as _, params};

use crate::draft::{Draft, one, stored, writable};
use crate::{Drafts, DraftsError};

/// A file that goes with a draft, without its bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its media type; empty when it is not known.
    pub content_type: String,
    /// How many bytes it has.
    pub size: u64,
}

/// A file to be added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewFile {
    /// Its id, chosen by who adds it.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its media type; empty when it is not known.
    pub content_type: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

impl Drafts {
    /// Adds a file to a draft.
    ///
    /// # Errors
    /// [`DraftsError::NoSuchDraft`]; [`DraftsError::OnItsWay`] for one that was sent.
    pub fn attach(&self, draft: &str, file: &NewFile, at: Timestamp) -> Result<Draft, DraftsError> {
        self.write(|connection| {
            writable(&one(connection, draft)?)?;
            connection.execute(
                "INSERT INTO files (id, draft, name, content_type, bytes) VALUES (?1, ?2, ?3, ?4, ?5)",
                params![file.id, draft, file.name, file.content_type, file.bytes],
            )?;
            touch(connection, draft, at)
        })
    }

    /// Takes a file from a draft; one that it does not have is gone already.
    ///
    /// # Errors
    /// As [`Drafts::attach`].
    pub fn detach(&self, draft: &str, file: &str, at: Timestamp) -> Result<Draft, DraftsError> {
        self.write(|connection| {
            writable(&one(connection, draft)?)?;
            connection.execute(
                "DELETE FROM files WHERE id = ?1 AND draft = ?2",
                [file, draft],
            )?;
            touch(connection, draft, at)
        })
    }

    /// The bytes of a draft's file; `None` when it has no such file.
    ///
    /// # Errors
    /// When the file of drafts cannot be read.
    pub fn bytes(&self, draft: &str, file: &str) -> Result<Option<Vec<u8>>, DraftsError> {
        let connection = self.connection();
        let mut statement =
            connection.prepare_cached("SELECT bytes FROM files WHERE id = ?1 AND draft = ?2")?;
        let bytes = statement.query_row([file, draft], |row| row.get(0));
        Ok(bytes.optional()?)
    }
}

fn touch(connection: &Connection, draft: &str, at: Timestamp) -> Result<Draft, DraftsError> {
    connection.execute(
        "UPDATE drafts SET changed = ?2 WHERE id = ?1",
        [draft, &stored(at)],
    )?;
    one(connection, draft)
}

pub(crate) fn of(connection: &Connection, draft: &str) -> Result<Vec<File>, DraftsError> {
    let mut statement = connection.prepare_cached(
        "SELECT id, name, content_type, length(bytes) FROM files WHERE draft = ?1 ORDER BY rowid",
    )?;
    let rows = statement.query_map([draft], |row| {
        let size: i64 = row.get(3)?;
        Ok(File {
            id: row.get(0)?,
            name: row.get(1)?,
            content_type: row.get(2)?,
            size: u64::try_from(size).unwrap_or_default(),
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}
