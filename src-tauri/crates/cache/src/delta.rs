//! Following what changes: rounds of changes, and the link to the next one.

use graph_client::models::{Group, GroupId};
use jiff::Timestamp;
use rusqlite::Connection;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::{Cache, CacheError, GroupRecord, Relation, groups, meta, search};

const LINK: &str = "groups_delta_link";

/// One change of a round.
#[derive(Debug, Clone, PartialEq)]
pub enum GroupChange {
    /// The group is new or has changed.
    Put {
        /// As it is now.
        group: Box<Group>,
        /// How the person stands to it; `None` when that was not read and stays as it was.
        relation: Option<Relation>,
    },
    /// The group is gone.
    Remove(GroupId),
}

impl Cache {
    /// Where the next round of changes begins; `None` when all groups have to be read. The link is the
    /// caller's, and is good for about seven days.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn delta_link<L: DeserializeOwned>(&self) -> Result<Option<L>, CacheError> {
        self.fact(LINK)
    }

    /// Replaces all groups by those of a complete first round, together with the link to the next one, at
    /// once or not at all.
    ///
    /// # Errors
    /// When the file cannot be written; then everything is as before.
    pub fn replace_groups_and_link<L: Serialize>(
        &self,
        records: &[GroupRecord],
        link: &L,
        as_of: Timestamp,
    ) -> Result<(), CacheError> {
        self.write(|connection| {
            groups::replace(connection, records, as_of)?;
            meta::put(connection, LINK, link)
        })
    }

    /// Takes over a round of changes in their order, together with the link to the next one, at once or
    /// not at all: after a crash the same round is read again.
    ///
    /// # Errors
    /// When the file cannot be written; then everything is as before.
    pub fn apply_changes<L: Serialize>(
        &self,
        changes: &[GroupChange],
        link: &L,
        as_of: Timestamp,
    ) -> Result<(), CacheError> {
        self.write(|connection| {
            let mut renamed = false;
            for change in changes {
                renamed |= apply(connection, change)?;
            }
            if renamed {
                search::rise(connection)?;
            }
            meta::put(connection, LINK, link)?;
            meta::put(connection, meta::AS_OF, &as_of)
        })
    }

    /// Forgets the link, when the service no longer takes it.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn forget_delta_link(&self) -> Result<(), CacheError> {
        self.writing()
            .execute("DELETE FROM meta WHERE key = ?1", [LINK])?;
        Ok(())
    }
}

/// Returns whether what a group is found by has changed.
fn apply(connection: &Connection, change: &GroupChange) -> Result<bool, CacheError> {
    match change {
        GroupChange::Remove(id) => groups::remove(connection, id),
        GroupChange::Put { group, relation } => {
            let known = groups::relation(connection, &group.id)?;
            let record = GroupRecord {
                relation: relation.or(known).unwrap_or_default(),
                group: Group::clone(group),
            };
            groups::put(connection, &record)
        }
    }
}
