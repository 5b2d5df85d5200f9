//! The journal: one SQLite file an account, with every job and what became of its items, and what is being written.
//!
//! It can be read again from nowhere, so its schema is migrated and nothing of it is thrown away but by
//! [`Journal::forget`]. A write has reached the disk when it returns.

mod activity;
mod advance;
mod create;
mod drafts;
mod items;
mod jobs;
mod open;
mod rows;
mod schema;
mod settle;

use std::sync::{Mutex, MutexGuard, PoisonError};

use rusqlite::{Connection, OptionalExtension as _};

use crate::{JobId, JournalError};

pub use activity::{ActivityCursor, ActivityEntry, ActivityQuery};
pub use drafts::{DraftFile, DraftRecord, DraftStage};
pub use items::ItemsQuery;
pub use jobs::{JobCursor, JobsQuery};
pub use open::Opened;
pub(crate) use settle::Change;

/// Every job of one account. Calls block on the disk for some milliseconds: asynchronous callers keep
/// them off their workers.
#[derive(Debug)]
pub struct Journal {
    connection: Mutex<Connection>,
}

impl Journal {
    /// The connection. A poisoned lock is taken all the same: every write is one transaction, so a
    /// panic in between has left the file as it was.
    fn connection(&self) -> MutexGuard<'_, Connection> {
        self.connection
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }

    /// Writes in one transaction, or not at all.
    fn write<T>(
        &self,
        work: impl FnOnce(&Connection) -> Result<T, JournalError>,
    ) -> Result<T, JournalError> {
        let mut connection = self.connection();
        let transaction = connection.transaction()?;
        let result = work(&transaction)?;
        transaction.commit()?;
        Ok(result)
    }
}

/// The job's number in this file.
fn number(connection: &Connection, id: JobId) -> Result<i64, JournalError> {
    connection
        .prepare_cached("SELECT number FROM jobs WHERE id = ?1")?
        .query_row([id.to_string()], |row| row.get(0))
        .optional()?
        .ok_or(JournalError::NoSuchJob(id))
}
