//! The groups, each with how the signed-in person stands to it.

use graph_client::models::{Group, GroupId};
use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension as _, Row, params};

use crate::{Cache, CacheError, meta, search};

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
        let connection = self.reading();
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
            .reading()
            .prepare_cached("SELECT owned, member, body FROM groups WHERE id = ?1")?
            .query_row([id.as_str()], raw)
            .optional()?;
        row.map(parse).transpose()
    }

    /// Replaces all groups by what a complete read found at `as_of`, at once or not at all. Those that
    /// have not changed cost no write.
    ///
    /// # Errors
    /// When the file cannot be written; then everything is as before.
    pub fn replace_groups(
        &self,
        records: &[GroupRecord],
        as_of: Timestamp,
    ) -> Result<(), CacheError> {
        self.write(|connection| replace(connection, records, as_of))
    }

    /// Puts what a single read found in the place of what was known of that group.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn put_group(&self, record: &GroupRecord) -> Result<(), CacheError> {
        self.write(|connection| {
            let renamed = put(connection, record)?;
            if renamed {
                search::rise(connection)
            } else {
                Ok(())
            }
        })
    }

    /// Puts what a page of a longer read found in the place of what was known of those groups, at once or not at
    /// all: a transaction a group takes longer than the page.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn put_groups(&self, records: &[GroupRecord]) -> Result<(), CacheError> {
        self.write(|connection| {
            let mut renamed = false;
            for record in records {
                renamed |= put(connection, record)?;
            }
            if renamed {
                search::rise(connection)?;
            }
            Ok(())
        })
    }

    /// Forgets a group that is gone, and everything that was read of it. Whether it was a favorite is
    /// kept: it may be restored, and only this machine may know.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn remove_group(&self, id: &GroupId) -> Result<(), CacheError> {
        self.write(|connection| {
            let known = remove(connection, id)?;
            if known {
                search::rise(connection)
            } else {
                Ok(())
            }
        })
    }
}

/// Puts these groups in the place of all that were known.
pub(crate) fn replace(
    connection: &Connection,
    records: &[GroupRecord],
    as_of: Timestamp,
) -> Result<(), CacheError> {
    connection.execute_batch(
        "CREATE TEMP TABLE IF NOT EXISTS read_now (id TEXT PRIMARY KEY) WITHOUT ROWID; \
         DELETE FROM read_now;",
    )?;
    let mut renamed = false;
    for record in records {
        renamed |= put(connection, record)?;
        connection
            .prepare_cached("INSERT OR IGNORE INTO read_now (id) VALUES (?1)")?
            .execute([record.group.id.as_str()])?;
    }
    connection.execute_batch(
        "DELETE FROM groups WHERE id NOT IN (SELECT id FROM read_now); DELETE FROM read_now;",
    )?;
    if search::prune(connection)? || renamed {
        search::rise(connection)?;
    }
    meta::put(connection, meta::AS_OF, &as_of)
}

/// Returns whether what it is found by has changed.
pub(crate) fn put(connection: &Connection, record: &GroupRecord) -> Result<bool, CacheError> {
    let body = serde_json::to_string(&record.group).map_err(CacheError::row("group"))?;
    let changed = connection
        .prepare_cached(
            "INSERT INTO groups (id, owned, member, body) VALUES (?1, ?2, ?3, ?4) \
             ON CONFLICT (id) DO UPDATE SET owned = ?2, member = ?3, body = ?4 \
             WHERE owned <> ?2 OR member <> ?3 OR body <> ?4",
        )?
        .execute(params![
            record.group.id.as_str(),
            record.relation.owned,
            record.relation.member,
            body
        ])?;
    if changed == 0 {
        return Ok(false);
    }
    search::index(connection, &record.group)
}

/// Returns whether it could be found.
pub(crate) fn remove(connection: &Connection, id: &GroupId) -> Result<bool, CacheError> {
    for forget in [
        "DELETE FROM groups WHERE id = ?1",
        "DELETE FROM people WHERE group_id = ?1",
        "DELETE FROM rosters WHERE group_id = ?1",
        "DELETE FROM documents WHERE key = ?1",
    ] {
        connection.prepare_cached(forget)?.execute([id.as_str()])?;
    }
    search::remove(connection, id)
}

/// How the person stands to a group that is known.
pub(crate) fn relation(
    connection: &Connection,
    id: &GroupId,
) -> Result<Option<Relation>, CacheError> {
    Ok(connection
        .prepare_cached("SELECT owned, member FROM groups WHERE id = ?1")?
        .query_row([id.as_str()], |row| {
            Ok(Relation {
                owned: row.get(0)?,
                member: row.get(1)?,
            })
        })
        .optional()?)
}

fn raw(row: &Row<'_>) -> rusqlite::Result<(bool, bool, String)> {
    Ok((row.get(0)?, row.get(1)?, row.get(2)?))
}

fn parse((owned, member, body): (bool, bool, String)) -> Result<GroupRecord, CacheError> {
    Ok(GroupRecord {
        group: serde_json::from_str(&body).map_err(CacheError::row("group"))?,
        relation: Relation { owned, member },
    })
}
