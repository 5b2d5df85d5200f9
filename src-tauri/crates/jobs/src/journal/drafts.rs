//! What somebody is writing, kept until it is delivered: its content, the files that go with it, and how far
//! it has come.
//!
//! What is to be sent is on disk as *sending* before its request leaves; what was sending when the program
//! ended is *unknown* at the next start, and is looked up before it can be sent again. Deliberately elsewhere:
//! what the content means, how it is sent and looked up (`app-core`).

use jiff::Timestamp;
use rusqlite::types::Type;
use rusqlite::{Connection, OptionalExtension as _, Row, params};

use super::Journal;
use crate::JournalError;

/// How far a draft has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DraftStage {
    /// It is being written.
    Writing,
    /// It is being sent.
    Sending {
        /// Since when, by the service's clock.
        since: Timestamp,
    },
    /// The service has accepted it and does not show it yet.
    Accepted {
        /// When it was sent, by the service's clock.
        since: Timestamp,
    },
    /// It was sent, and no answer came.
    Unknown {
        /// When it was sent, by the service's clock.
        since: Timestamp,
    },
    /// It was not sent, and why, as JSON of the caller's.
    Failed {
        /// Why.
        error: String,
    },
}

impl DraftStage {
    const fn name(&self) -> &'static str {
        match self {
            Self::Writing => "writing",
            Self::Sending { .. } => "sending",
            Self::Accepted { .. } => "accepted",
            Self::Unknown { .. } => "unknown",
            Self::Failed { .. } => "failed",
        }
    }

    fn columns(&self) -> (&'static str, Option<i64>, Option<&str>) {
        match self {
            Self::Writing => (self.name(), None, None),
            Self::Sending { since } | Self::Accepted { since } | Self::Unknown { since } => {
                (self.name(), Some(since.as_millisecond()), None)
            }
            Self::Failed { error } => (self.name(), None, Some(error)),
        }
    }

    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        let since = |row: &Row<'_>| moment(row, "sent_at");
        match row.get::<_, String>("stage")?.as_str() {
            "writing" => Ok(Self::Writing),
            "sending" => Ok(Self::Sending { since: since(row)? }),
            "accepted" => Ok(Self::Accepted { since: since(row)? }),
            "unknown" => Ok(Self::Unknown { since: since(row)? }),
            "failed" => Ok(Self::Failed {
                error: row.get::<_, Option<String>>("error")?.unwrap_or_default(),
            }),
            _ => Err(unreadable("stage")),
        }
    }
}

/// A file that goes with a draft, without its bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftFile {
    /// The caller's id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Media type; may be empty.
    pub content_type: String,
    /// How many bytes it has.
    pub size: u64,
}

/// A draft without the bytes of its files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftRecord {
    /// The caller's id.
    pub id: String,
    /// Directory id of the group that it is written in.
    pub group_id: String,
    /// What it says and is to become: JSON of the caller's.
    pub content: String,
    /// When it was last changed by who writes it.
    pub changed: Timestamp,
    /// How far it has come.
    pub stage: DraftStage,
    /// The files that go with it, in the order in which they were added.
    pub files: Vec<DraftFile>,
}

const COLUMNS: &str = "id, group_id, content, changed_at, stage, sent_at, error";
/// The stages in which what was written can be changed.
const OPEN: &str = "stage IN ('writing', 'failed')";

impl Journal {
    /// Keeps a draft as it stands, making it when there is none. `false` for one that is on its way: it stays.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn save_draft(
        &self,
        id: &str,
        group_id: &str,
        content: &str,
        now: Timestamp,
    ) -> Result<bool, JournalError> {
        let sql = format!(
            "INSERT INTO drafts (id, group_id, content, changed_at, stage) VALUES (?1, ?2, ?3, ?4, 'writing') \
             ON CONFLICT (id) DO UPDATE SET content = excluded.content, \
             changed_at = excluded.changed_at, stage = 'writing', error = NULL WHERE {OPEN}"
        );
        let written = self
            .connection()
            .execute(&sql, params![id, group_id, content, now.as_millisecond()])?;
        Ok(written == 1)
    }

    /// Adds a file to a draft that can be changed. `false` for any other.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn attach(
        &self,
        draft: &str,
        file: &DraftFile,
        bytes: &[u8],
    ) -> Result<bool, JournalError> {
        self.write(|connection| {
            if !is_open(connection, draft)? {
                return Ok(false);
            }
            connection.execute(
                "INSERT INTO draft_files (id, draft, name, content_type, bytes) VALUES (?1, ?2, ?3, ?4, ?5)",
                params![file.id, draft, file.name, file.content_type, bytes],
            )?;
            Ok(true)
        })
    }

    /// Takes a file from a draft that can be changed. `false` for any other.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn detach(&self, draft: &str, file: &str) -> Result<bool, JournalError> {
        self.write(|connection| {
            if !is_open(connection, draft)? {
                return Ok(false);
            }
            connection.execute(
                "DELETE FROM draft_files WHERE draft = ?1 AND id = ?2",
                [draft, file],
            )?;
            Ok(true)
        })
    }

    /// Moves a draft that can be changed on to *sending*, and gives it. `None` for any other: it is on its way
    /// already, or is not there.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn begin_sending(
        &self,
        id: &str,
        now: Timestamp,
    ) -> Result<Option<DraftRecord>, JournalError> {
        let sql = format!(
            "UPDATE drafts SET stage = 'sending', sent_at = ?2, error = NULL WHERE id = ?1 AND {OPEN}"
        );
        let begun = self
            .connection()
            .execute(&sql, params![id, now.as_millisecond()])?;
        if begun == 0 { Ok(None) } else { self.draft(id) }
    }

    /// Says how far a draft has come.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn set_draft_stage(&self, id: &str, stage: &DraftStage) -> Result<(), JournalError> {
        let (name, since, error) = stage.columns();
        self.connection().execute(
            "UPDATE drafts SET stage = ?2, sent_at = ?3, error = ?4 WHERE id = ?1",
            params![id, name, since, error],
        )?;
        Ok(())
    }

    /// Takes a draft away, with its files. `false` while it is being sent: it stays.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn remove_draft(&self, id: &str) -> Result<bool, JournalError> {
        self.connection().execute(
            "DELETE FROM drafts WHERE id = ?1 AND stage <> 'sending'",
            [id],
        )?;
        Ok(self.draft(id)?.is_none())
    }

    /// One draft.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn draft(&self, id: &str) -> Result<Option<DraftRecord>, JournalError> {
        let connection = self.connection();
        let sql = format!("SELECT {COLUMNS} FROM drafts WHERE id = ?1");
        let found = connection
            .prepare_cached(&sql)?
            .query_row([id], read)
            .optional()?;
        found
            .map(|draft| with_files(&connection, draft))
            .transpose()
    }

    /// The drafts of one group, or of all; the last changed first.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn drafts(&self, group_id: Option<&str>) -> Result<Vec<DraftRecord>, JournalError> {
        let connection = self.connection();
        let sql = format!(
            "SELECT {COLUMNS} FROM drafts WHERE ?1 IS NULL OR group_id = ?1 ORDER BY changed_at DESC, id"
        );
        let mut statement = connection.prepare_cached(&sql)?;
        let found: Vec<_> = statement
            .query_map([group_id], read)?
            .collect::<Result<_, _>>()?;
        found
            .into_iter()
            .map(|draft| with_files(&connection, draft))
            .collect()
    }

    /// The bytes of a draft's files, in the order of [`DraftRecord::files`].
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn draft_bytes(&self, id: &str) -> Result<Vec<Vec<u8>>, JournalError> {
        let connection = self.connection();
        let mut statement = connection
            .prepare_cached("SELECT bytes FROM draft_files WHERE draft = ?1 ORDER BY number")?;
        let found = statement.query_map([id], |row| row.get(0))?;
        Ok(found.collect::<Result<_, _>>()?)
    }

    /// What was being sent when the program ended may have been, or not.
    pub(super) fn interrupt_sending(&self) -> Result<(), JournalError> {
        self.connection().execute(
            "UPDATE drafts SET stage = 'unknown' WHERE stage = 'sending'",
            [],
        )?;
        Ok(())
    }
}

fn is_open(connection: &Connection, id: &str) -> Result<bool, JournalError> {
    let sql = format!("SELECT 1 FROM drafts WHERE id = ?1 AND {OPEN}");
    Ok(connection.prepare_cached(&sql)?.exists([id])?)
}

fn read(row: &Row<'_>) -> rusqlite::Result<DraftRecord> {
    Ok(DraftRecord {
        id: row.get("id")?,
        group_id: row.get("group_id")?,
        content: row.get("content")?,
        changed: moment(row, "changed_at")?,
        stage: DraftStage::read(row)?,
        files: Vec::new(),
    })
}

fn with_files(connection: &Connection, draft: DraftRecord) -> Result<DraftRecord, JournalError> {
    let mut statement = connection.prepare_cached(
        "SELECT id, name, content_type, length(bytes) FROM draft_files WHERE draft = ?1 ORDER BY number",
    )?;
    let files = statement.query_map([&draft.id], |row| {
        Ok(DraftFile {
            id: row.get(0)?,
            name: row.get(1)?,
            content_type: row.get(2)?,
            size: u64::try_from(row.get::<_, i64>(3)?).unwrap_or_default(),
        })
    })?;
    let files = files.collect::<Result<_, _>>()?;
    Ok(DraftRecord { files, ..draft })
}

fn moment(row: &Row<'_>, column: &str) -> rusqlite::Result<Timestamp> {
    Timestamp::from_millisecond(row.get(column)?).map_err(|_| unreadable(column))
}

fn unreadable(column: &str) -> rusqlite::Error {
    rusqlite::Error::InvalidColumnType(0, column.to_owned(), Type::Text)
}
