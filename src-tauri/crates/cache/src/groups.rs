//! The groups, each with how the signed-in person stands to it.

use graph_client::models::{Group, GroupId};
use jiff::Timestamp;
use rusqlite::{OptionalExtension as _, Row, Transaction, params};

use crate::{Cache, CacheError};

/// How the signed-in person stands to a group.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Relation {
    /// The person owns it.
    pub owned: bool,
    /// The person is a member.
    pub member: bool,
}

/// A group as last read.
#[derive(Debug, Clone, PartialEq)]
pub struct GroupRecord {
    /// The group.
    pub group: Group,
    /// How the person stands to it.
    pub relation: Relation,
}

impl Cache {
    /// All groups, in no particular order.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn groups(&self) -> Result<Vec<GroupRecord>, CacheError> {
        let connection = self.connection();
        let mut statement = connection.prepare_cached("SELECT owned, member, body FROM groups")?;
        let rows = statement.query_map([], raw)?;
        rows.map(|row| parse(row?)).collect()
    }

    /// One group.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn group(&self, id: &GroupId) -> Result<Option<GroupRecord>, CacheError> {
        let row = self
            .connection()
            .query_row(
                "SELECT owned, member, body FROM groups WHERE id = ?1",
                [id.as_str()],
                raw,
            )
            .optional()?;
        row.map(parse).transpose()
    }

    /// Replaces all groups by what a complete read found at `as_of`, at once or not at all.
    ///
    /// # Errors
    /// When the file cannot be written; then everything is as before.
    pub fn replace_groups(
        &self,
        records: &[GroupRecord],
        as_of: Timestamp,
    ) -> Result<(), CacheError> {
        let mut connection = self.connection();
        let transaction = connection.transaction()?;
        transaction.execute("DELETE FROM groups", [])?;
        for record in records {
            put(&transaction, record)?;
        }
        let stamp = serde_json::to_string(&as_of).map_err(|source| CacheError::Row {
            what: "time",
            source,
        })?;
        transaction.execute(
            "INSERT OR REPLACE INTO meta (key, value) VALUES (?1, ?2)",
            [Self::as_of_key(), &stamp],
        )?;
        transaction.commit()?;
        Ok(())
    }

    /// Puts what a single read found in the place of what was known of that group.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn put_group(&self, record: &GroupRecord) -> Result<(), CacheError> {
        let mut connection = self.connection();
        let transaction = connection.transaction()?;
        put(&transaction, record)?;
        transaction.commit()?;
        Ok(())
    }

    /// Forgets a group that is gone.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn remove_group(&self, id: &GroupId) -> Result<(), CacheError> {
        self.connection()
            .execute("DELETE FROM groups WHERE id = ?1", [id.as_str()])?;
        Ok(())
    }
}

fn raw(row: &Row<'_>) -> rusqlite::Result<(bool, bool, String)> {
    Ok((row.get(0)?, row.get(1)?, row.get(2)?))
}

fn parse((owned, member, body): (bool, bool, String)) -> Result<GroupRecord, CacheError> {
    let group = serde_json::from_str(&body).map_err(|source| CacheError::Row {
        what: "group",
        source,
    })?;
    Ok(GroupRecord {
        group,
        relation: Relation { owned, member },
    })
}

fn put(transaction: &Transaction<'_>, record: &GroupRecord) -> Result<(), CacheError> {
    let body = serde_json::to_string(&record.group).map_err(|source| CacheError::Row {
        what: "group",
        source,
    })?;
    transaction
        .prepare_cached(
            "INSERT OR REPLACE INTO groups (id, owned, member, body) VALUES (?1, ?2, ?3, ?4)",
        )?
        .execute(params![
            record.group.id.as_str(),
            record.relation.owned,
            record.relation.member,
            body
        ])?;
    Ok(())
}
