//! The last known state of one account's tenant on disk: what the window shows before the network
//! answers, what works without one, and what is searched while one types.
//!
//! One SQLite file an account. Everything in it came from the service or was decided here and can be
//! read again or is marked as local; a damaged file is set aside and a fresh one begun, an older one is
//! brought up to date. Deliberately elsewhere: reading the service (`graph-client`), deciding what to
//! show (`app-core`), what was changed and by whom (`jobs`), tokens (`identity`: none is ever in here).

mod delta;
mod documents;
mod error;
mod favorites;
mod groups;
mod haystack;
mod meta;
mod open;
mod people;
mod rosters;
mod schema;
mod search;
mod seen;
mod words;

use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use rusqlite::Connection;

use haystack::Haystack;

pub use delta::GroupChange;
pub use documents::{Document, DocumentKind};
pub use error::CacheError;
pub use favorites::{FavoriteRecord, FavoriteSource};
pub use groups::{GroupRecord, Relation};
pub use open::Opened;
pub use people::PeopleRecord;
pub use rosters::{Role, RosterPage};
pub use seen::PersonSeen;

/// The last known state of one account's tenant. Calls block on the disk for some milliseconds:
/// asynchronous callers keep them off their workers.
pub struct Cache {
    writer: Mutex<Connection>,
    /// Reads go on while much is written. `None` in memory, where one connection does both.
    reader: Option<Mutex<Connection>>,
    /// What is looked through in a search, when there has been one.
    haystack: Mutex<Option<Arc<Haystack>>>,
}

impl Cache {
    /// The connection that writes. A poisoned lock is taken all the same: every write is one
    /// transaction, so a panic in between has left the file as it was.
    fn writing(&self) -> MutexGuard<'_, Connection> {
        self.writer.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The connection that reads what was last committed.
    fn reading(&self) -> MutexGuard<'_, Connection> {
        let connection = self.reader.as_ref().unwrap_or(&self.writer);
        connection.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Writes in one transaction, or not at all.
    fn write<T>(
        &self,
        work: impl FnOnce(&Connection) -> Result<T, CacheError>,
    ) -> Result<T, CacheError> {
        let mut connection = self.writing();
        let transaction = connection.transaction()?;
        let result = work(&transaction)?;
        transaction.commit()?;
        Ok(result)
    }
}

impl fmt::Debug for Cache {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Cache")
    }
}
