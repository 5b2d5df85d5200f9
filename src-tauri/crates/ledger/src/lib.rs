//! The record of what was decided and what became of it: one SQLite file an account, to which entries are
//! only ever added, each sealed by a hash over itself and the hash before it.
//!
//! **What can be proven.** [`Ledger::verify`] finds the first entry that was altered, taken out or put in
//! between, whatever column and byte it is; and that entries are missing at the end, since the head (how many
//! there are, and the last hash) is kept beside them. **What cannot**, with the file alone: that somebody did
//! not write the whole file anew, head and hashes with it. Who wants to rule that out keeps the last hash of an
//! exported record in another place: a record written anew does not lead to it.
//!
//! **How a hash is made**, so that others can check an exported record: SHA-256, in lowercase hexadecimal digits,
//! over the 64 digits of the hash before it (of the first entry: zeros) followed by the ten fields in the order of
//! [`Entry`], each written as its length in bytes, a colon, the bytes; a field that is missing is a hyphen. JSON is
//! without spaces, its members in the order of their names.
//!
//! Beside the log the file holds notes ([`Ledger::notes`]): small facts that must outlive a start and are no part
//! of the record. Deliberately elsewhere: what entries mean (`app-core`), what was sent to the service (`jobs`).

mod entry;
mod error;
mod notes;
mod open;
mod seal;
mod verify;

use std::fmt;
use std::sync::{Mutex, MutexGuard, PoisonError};

use rusqlite::{Connection, TransactionBehavior};

pub use entry::{Entry, EntryQuery, NewEntry};
pub use error::LedgerError;
pub use notes::{Note, NoteKind};
pub use open::Opened;
pub use verify::Verdict;

/// The record of one account. Calls block on the disk for some milliseconds: asynchronous callers keep them off
/// their workers.
pub struct Ledger {
    connection: Mutex<Connection>,
}

impl Ledger {
    /// The connection. A poisoned lock is taken all the same: every write is one transaction, so a panic in
    /// between has left the file as it was.
    fn connection(&self) -> MutexGuard<'_, Connection> {
        self.connection
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }

    /// Writes in one transaction, or not at all. Another process that writes is waited for from the start: both
    /// would read the same head, and the chain would fork.
    fn write<T>(
        &self,
        work: impl FnOnce(&Connection) -> Result<T, LedgerError>,
    ) -> Result<T, LedgerError> {
        let mut connection = self.connection();
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let result = work(&transaction)?;
        transaction.commit()?;
        Ok(result)
    }
}

impl fmt::Debug for Ledger {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Ledger")
    }
}
