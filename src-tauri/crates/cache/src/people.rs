//! Owners and counts of groups, read lazily and kept for the next start.

use std::collections::HashMap;

use graph_client::models::{GroupId, GroupPeople};
use rusqlite::params;
use rusqlite::types::Type;

use crate::{Cache, CacheError};

/// The people of one group as last read.
#[derive(Debug, Clone, PartialEq)]
pub struct PeopleRecord {
    /// The group.
    pub group_id: GroupId,
    /// Its people.
    pub people: GroupPeople,
}

impl Cache {
    /// The people of all groups that were ever read.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn people(&self) -> Result<HashMap<GroupId, GroupPeople>, CacheError> {
        let connection = self.reading();
        let mut statement = connection.prepare_cached("SELECT group_id, body FROM people")?;
        let rows = statement.query_map([], |row| {
            Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?))
        })?;
        rows.map(|row| {
            let (id, body) = row?;
            let people = serde_json::from_str(&body).map_err(|source| CacheError::Row {
                what: "list of people",
                source,
            })?;
            Ok((group_id(id)?, people))
        })
        .collect()
    }

    /// Keeps what was read.
    ///
    /// # Errors
    /// When the file cannot be written; then nothing of it is kept.
    pub fn put_people(&self, records: &[PeopleRecord]) -> Result<(), CacheError> {
        let mut connection = self.writing();
        let transaction = connection.transaction()?;
        for record in records {
            let body = serde_json::to_string(&record.people).map_err(|source| CacheError::Row {
                what: "list of people",
                source,
            })?;
            transaction
                .prepare_cached("INSERT OR REPLACE INTO people (group_id, body) VALUES (?1, ?2)")?
                .execute(params![record.group_id.as_str(), body])?;
        }
        transaction.commit()?;
        Ok(())
    }
}

/// An id as the file has it.
pub(crate) fn group_id(text: String) -> Result<GroupId, rusqlite::Error> {
    let unfit = |error| rusqlite::Error::FromSqlConversionFailure(0, Type::Text, Box::new(error));
    GroupId::try_from(text).map_err(unfit)
}
