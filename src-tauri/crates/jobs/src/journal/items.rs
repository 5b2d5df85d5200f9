//! Reading items of one job.

use rusqlite::{OptionalExtension as _, params};

use super::{number, rows};
use crate::{ItemIndex, ItemRecord, ItemState, JobId, Journal, JournalError};

/// Which items of a job are asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemsQuery {
    /// Only those in one of these states; all when empty.
    pub states: Vec<ItemState>,
    /// The first place that counts.
    pub from: ItemIndex,
    /// At most so many.
    pub limit: u32,
}

impl Default for ItemsQuery {
    fn default() -> Self {
        Self {
            states: Vec::new(),
            from: ItemIndex(0),
            limit: u32::MAX,
        }
    }
}

impl Journal {
    /// Items of the job, in their order.
    ///
    /// # Errors
    /// [`JournalError::NoSuchJob`], or when the file cannot be read.
    pub fn items(&self, id: JobId, query: &ItemsQuery) -> Result<Vec<ItemRecord>, JournalError> {
        let states: Vec<_> = query.states.iter().map(|state| state.as_str()).collect();
        let sql = format!(
            "SELECT {} FROM items i WHERE i.job = ?1 AND i.position >= ?2 \
             AND (?3 = '' OR instr(?3, ',' || i.state || ',') > 0) \
             ORDER BY i.position LIMIT ?4",
            rows::ITEM
        );
        let among = match states.as_slice() {
            [] => String::new(),
            states => format!(",{},", states.join(",")),
        };
        let connection = self.connection();
        let job = number(&connection, id)?;
        let mut statement = connection.prepare_cached(&sql)?;
        let found =
            statement.query_map(params![job, query.from.0, among, query.limit], rows::item)?;
        Ok(found.collect::<Result<_, _>>()?)
    }

    /// One item.
    ///
    /// # Errors
    /// [`JournalError::NoSuchJob`], or when the file cannot be read.
    pub fn item(&self, id: JobId, index: ItemIndex) -> Result<Option<ItemRecord>, JournalError> {
        let sql = format!(
            "SELECT {} FROM items i WHERE i.job = ?1 AND i.position = ?2",
            rows::ITEM
        );
        let connection = self.connection();
        let job = number(&connection, id)?;
        Ok(connection
            .prepare_cached(&sql)?
            .query_row(params![job, index.0], rows::item)
            .optional()?)
    }
}
