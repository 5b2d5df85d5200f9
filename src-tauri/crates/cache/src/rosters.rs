//! The members and owners of a group as last read, each in the order of their names.

use std::ops::Range;

use graph_client::models::{GroupId, Member, UserId};
use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension as _, params};

use crate::people::group_id;
use crate::words::fold;
use crate::{Cache, CacheError, seen};

/// What somebody is to a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// A direct member.
    Member,
    /// An owner.
    Owner,
}

impl Role {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Member => "member",
            Self::Owner => "owner",
        }
    }
}

/// Some of a group's people.
#[derive(Debug, Clone, PartialEq)]
pub struct RosterPage {
    /// The people that were asked for, in the order of their names.
    pub people: Vec<Member>,
    /// How many there are in all.
    pub total: u32,
    /// When all of them were last read.
    pub as_of: Timestamp,
}

impl Cache {
    /// The group's people in this role, from place to place in the order of their names; `0..u32::MAX`
    /// for all. `None` when they were never read.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn roster(
        &self,
        group: &GroupId,
        role: Role,
        places: Range<u32>,
    ) -> Result<Option<RosterPage>, CacheError> {
        // One transaction, so that the figures fit the people while others are written.
        let mut connection = self.reading();
        let transaction = connection.transaction()?;
        let Some((number, as_of)) = find(&transaction, group, role)? else {
            return Ok(None);
        };
        let total = transaction
            .prepare_cached("SELECT count(*) FROM roster_people WHERE roster = ?1")?
            .query_row([number], |row| row.get(0))?;
        let page = RosterPage {
            people: page(&transaction, number, places)?,
            total,
            as_of: Timestamp::from_microsecond(as_of).unwrap_or_default(),
        };
        Ok(Some(page))
    }

    /// Replaces the group's people in this role by what a complete read found, at once or not at all. All
    /// of them count as seen.
    ///
    /// # Errors
    /// When the file cannot be written; then everything is as before.
    pub fn replace_roster(
        &self,
        group: &GroupId,
        role: Role,
        people: &[Member],
        as_of: Timestamp,
    ) -> Result<(), CacheError> {
        self.write(|connection| {
            connection
                .prepare_cached("DELETE FROM rosters WHERE group_id = ?1 AND role = ?2")?
                .execute([group.as_str(), role.as_str()])?;
            connection
                .prepare_cached("INSERT INTO rosters (group_id, role, as_of) VALUES (?1, ?2, ?3)")?
                .execute(params![
                    group.as_str(),
                    role.as_str(),
                    as_of.as_microsecond()
                ])?;
            let roster = connection.last_insert_rowid();
            people.iter().try_for_each(|person| {
                seen::put(connection, &person.into())?;
                add(connection, roster, person)
            })
        })
    }

    /// Adds people who came since, or puts what is now known of them. A group whose people were never
    /// read stays so.
    ///
    /// # Errors
    /// When the file cannot be written; then everything is as before.
    pub fn add_to_roster(
        &self,
        group: &GroupId,
        role: Role,
        people: &[Member],
    ) -> Result<(), CacheError> {
        self.write(|connection| {
            let roster = find(connection, group, role)?;
            for person in people {
                seen::put(connection, &person.into())?;
                if let Some((roster, _)) = roster {
                    remove(connection, roster, &person.id)?;
                    add(connection, roster, person)?;
                }
            }
            Ok(())
        })
    }

    /// Takes out people who went since.
    ///
    /// # Errors
    /// When the file cannot be written; then everything is as before.
    pub fn remove_from_roster(
        &self,
        group: &GroupId,
        role: Role,
        people: &[UserId],
    ) -> Result<(), CacheError> {
        self.write(|connection| {
            let Some((roster, _)) = find(connection, group, role)? else {
                return Ok(());
            };
            people
                .iter()
                .try_for_each(|person| remove(connection, roster, person))
        })
    }

    /// The groups in which the person was last found in this role, of those whose people were read.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn groups_of(&self, person: &UserId, role: Role) -> Result<Vec<GroupId>, CacheError> {
        let connection = self.reading();
        let mut statement = connection.prepare_cached(
            "SELECT r.group_id FROM roster_people p JOIN rosters r ON r.number = p.roster \
             WHERE p.person_id = ?1 AND r.role = ?2 ORDER BY r.group_id",
        )?;
        let ids = statement.query_map([person.as_str(), role.as_str()], |row| {
            group_id(row.get(0)?)
        })?;
        Ok(ids.collect::<Result<_, _>>()?)
    }
}

/// The list's number, and when it was read.
fn find(
    connection: &Connection,
    group: &GroupId,
    role: Role,
) -> Result<Option<(i64, i64)>, CacheError> {
    Ok(connection
        .prepare_cached("SELECT number, as_of FROM rosters WHERE group_id = ?1 AND role = ?2")?
        .query_row([group.as_str(), role.as_str()], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })
        .optional()?)
}

fn page(
    connection: &Connection,
    roster: i64,
    places: Range<u32>,
) -> Result<Vec<Member>, CacheError> {
    let limit = places.end.saturating_sub(places.start);
    let mut statement = connection.prepare_cached(
        "SELECT body FROM roster_people WHERE roster = ?1 ORDER BY name, person_id \
         LIMIT ?2 OFFSET ?3",
    )?;
    let bodies = statement.query_map(params![roster, limit, places.start], |row| {
        row.get::<_, String>(0)
    })?;
    bodies
        .map(|body| serde_json::from_str(&body?).map_err(CacheError::row("member")))
        .collect()
}

/// The same person twice is one: pages of a list may overlap.
fn add(connection: &Connection, roster: i64, person: &Member) -> Result<(), CacheError> {
    let body = serde_json::to_string(person).map_err(CacheError::row("member"))?;
    connection
        .prepare_cached(
            "INSERT OR REPLACE INTO roster_people (roster, person_id, name, body) \
             VALUES (?1, ?2, ?3, ?4)",
        )?
        .execute(params![
            roster,
            person.id.as_str(),
            fold(person.display_name.as_deref().unwrap_or_default()),
            body
        ])?;
    Ok(())
}

fn remove(connection: &Connection, roster: i64, person: &UserId) -> Result<(), CacheError> {
    connection
        .prepare_cached("DELETE FROM roster_people WHERE person_id = ?2 AND roster = ?1")?
        .execute(params![roster, person.as_str()])?;
    Ok(())
}
