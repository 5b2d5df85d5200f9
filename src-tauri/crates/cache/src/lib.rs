//! The last known state of one account's tenant on disk: what the window shows before the network
//! answers, and what works without one.
//!
//! One SQLite file an account. Everything in it came from the service or was decided here and can be
//! read again or is marked as local; a damaged file is set aside and a fresh one begun. Deliberately
//! elsewhere: reading the service (`graph-client`), deciding what to show (`app-core`), tokens
//! (`identity`: none is ever in here).

mod documents;
mod error;
mod favorites;
mod groups;
mod meta;
mod open;
mod people;

use std::sync::{Mutex, MutexGuard, PoisonError};

use rusqlite::Connection;

pub use documents::{Document, DocumentKind};
pub use error::CacheError;
pub use favorites::{FavoriteRecord, FavoriteSource};
pub use groups::{GroupRecord, Relation};
pub use open::Opened;
pub use people::PeopleRecord;

/// The last known state of one account's tenant. Calls block on the disk for some milliseconds:
/// asynchronous callers keep them off their workers.
#[derive(Debug)]
pub struct Cache {
    connection: Mutex<Connection>,
}

impl Cache {
    /// The connection. A poisoned lock is taken all the same: every write is one transaction, so a
    /// panic in between has left the file as it was.
    fn connection(&self) -> MutexGuard<'_, Connection> {
        self.connection
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }
}
