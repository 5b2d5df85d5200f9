//! What is being written, and what was sent and is not delivered yet: one SQLite file an account.
//!
//! Owns that nothing written is lost and nothing is sent twice: a draft is marked as being sent, and that is on
//! the disk, before its request leaves; one that a crash left so is found as *unknown*, and has to be settled
//! before it can be sent again. Deliberately elsewhere: what a draft says (a JSON value here), sending it and
//! looking for it (`app-core`).

mod draft;
mod error;
mod files;
mod open;

use std::fmt;
use std::sync::{Mutex, MutexGuard, PoisonError};

use rusqlite::{Connection, TransactionBehavior};

pub use draft::{Draft, State};
pub use error::DraftsError;
pub use files::{File, NewFile};
pub use open::Opened;

/// The drafts of one account. Calls block on the disk for some milliseconds: asynchronous callers keep them off
/// their workers.
pub struct Drafts {
    connection: Mutex<Connection>,
}

impl Drafts {
    /// The connection. A poisoned lock is taken all the same: every write is one transaction, so a panic in
    /// between has left the file as it was.
    fn connection(&self) -> MutexGuard<'_, Connection> {
        self.connection
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }

    /// Writes in one transaction, or not at all.
    fn write<T>(
        &self,
        work: impl FnOnce(&Connection) -> Result<T, DraftsError>,
    ) -> Result<T, DraftsError> {
        let mut connection = self.connection();
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let result = work(&transaction)?;
        transaction.commit()?;
        Ok(result)
    }
}

impl fmt::Debug for Drafts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Drafts")
    }
}
