//! Entries: added, and read.

use std::collections::HashSet;

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension as _, Row, params};
use serde_json::Value;

use crate::notes::{self, Note};
use crate::seal::{NOTHING_BEFORE, canonical, seal};
use crate::{Ledger, LedgerError};

/// Something to be put down.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct NewEntry {
    /// When it was.
    pub at: Timestamp,
    /// Who did it.
    pub by: String,
    /// In which tenant and as which of its people.
    pub account: String,
    /// Id of the group that it concerns.
    pub group_id: String,
    /// The group's name at that time.
    pub group_name: String,
    /// What happened: an object with a `kind`.
    pub event: Value,
    /// What was shown beside it.
    pub evidence: Option<Value>,
    /// What was known of the group at that time, for comparing later.
    pub facts: Option<Value>,
    /// A name under which it is put down once: an entry whose name is there already is left out.
    pub once: Option<String>,
}

/// An entry of the record. Its sealed fields are those from the number to `once`, in this order.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// 1, 2, 3 … without a gap.
    pub number: u32,
    /// When it was, as the file has it (RFC 3339).
    pub at: String,
    /// Who did it.
    pub by: String,
    /// In which tenant and as which of its people.
    pub account: String,
    /// Id of the group that it concerns.
    pub group_id: String,
    /// The group's name at that time.
    pub group_name: String,
    /// What happened; null when it cannot be read any more.
    pub event: Value,
    /// What was shown beside it.
    pub evidence: Option<Value>,
    /// What was known of the group at that time.
    pub facts: Option<Value>,
    /// The name under which it was put down once.
    pub once: Option<String>,
    /// The hash over the hash before it and all of the above.
    pub hash: String,
}

/// Which entries are asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct EntryQuery {
    /// Only those of this group.
    pub group_id: Option<String>,
    /// Only those before this number.
    pub before: Option<u32>,
    /// At most so many; all without it.
    pub limit: Option<u32>,
}

pub(crate) const COLUMNS: &str = "number, at, by, account, group_id, group_name, event, evidence, \
     facts, once, hash";

impl Ledger {
    /// Adds entries at the end, and sets notes with them, at once or not at all. They are on the disk when this
    /// returns. Returns how many were added: those that are there already under their name are left out.
    ///
    /// # Errors
    /// When the file cannot be written; then everything is as before.
    pub fn append(&self, entries: &[NewEntry], notes: &[Note]) -> Result<usize, LedgerError> {
        self.write(|connection| {
            let mut added = 0;
            for entry in entries {
                added += usize::from(append(connection, entry)?);
            }
            notes::put(connection, notes)?;
            Ok(added)
        })
    }

    /// Entries, the last first.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn entries(&self, query: &EntryQuery) -> Result<Vec<Entry>, LedgerError> {
        let sql = format!(
            "SELECT {COLUMNS} FROM entries WHERE number < ?1 AND {} ORDER BY number DESC LIMIT ?3",
            // Said apart, so that SQLite takes the index by group.
            query
                .group_id
                .as_ref()
                .map_or("?2 IS NULL", |_| "group_id = ?2"),
        );
        let before = query.before.map_or(i64::MAX, i64::from);
        let limit = query.limit.map_or(-1, i64::from);
        let connection = self.connection();
        let mut statement = connection.prepare_cached(&sql)?;
        let rows = statement.query_map(params![before, query.group_id, limit], entry)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// How many entries there are, of one group or of all.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn count(&self, group_id: Option<&str>) -> Result<u32, LedgerError> {
        let sql = match group_id {
            Some(_) => "SELECT count(*) FROM entries WHERE group_id = ?1",
            None => "SELECT count(*) FROM entries WHERE ?1 IS NULL",
        };
        let count: i64 = self
            .connection()
            .query_row(sql, [group_id], |row| row.get(0))?;
        Ok(u32::try_from(count).unwrap_or(u32::MAX))
    }

    /// Which of these names something was put down under.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn known_names(&self, names: &[String]) -> Result<HashSet<String>, LedgerError> {
        let connection = self.connection();
        let mut known = HashSet::new();
        for name in names {
            if is_there(&connection, name)? {
                known.insert(name.clone());
            }
        }
        Ok(known)
    }

    /// For each group its last entry of one of these kinds of events.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn last_of_kinds(&self, kinds: &[&str]) -> Result<Vec<Entry>, LedgerError> {
        let sql = format!(
            "SELECT {COLUMNS} FROM entries WHERE number IN ( \
                SELECT max(number) FROM entries \
                WHERE kind IN (SELECT value FROM json_each(?1)) GROUP BY group_id) \
             ORDER BY number"
        );
        let kinds = serde_json::to_string(kinds)?;
        let connection = self.connection();
        let mut statement = connection.prepare_cached(&sql)?;
        let rows = statement.query_map([kinds], entry)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

fn append(connection: &Connection, entry: &NewEntry) -> Result<bool, LedgerError> {
    if let Some(once) = &entry.once
        && is_there(connection, once)?
    {
        return Ok(false);
    }
    let (count, previous) = head(connection)?;
    let number = count.checked_add(1).ok_or(LedgerError::Full)?;
    let (at, number_text) = (entry.at.to_string(), number.to_string());
    let event = canonical(entry.event.clone())?;
    let evidence = entry.evidence.clone().map(canonical).transpose()?;
    let facts = entry.facts.clone().map(canonical).transpose()?;
    let hash = seal(
        previous.as_bytes(),
        &[
            Some(number_text.as_bytes()),
            Some(at.as_bytes()),
            Some(entry.by.as_bytes()),
            Some(entry.account.as_bytes()),
            Some(entry.group_id.as_bytes()),
            Some(entry.group_name.as_bytes()),
            Some(event.as_bytes()),
            evidence.as_deref().map(str::as_bytes),
            facts.as_deref().map(str::as_bytes),
            entry.once.as_deref().map(str::as_bytes),
        ],
    );
    connection
        .prepare_cached(&format!(
            "INSERT INTO entries ({COLUMNS}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)"
        ))?
        .execute(params![
            number,
            at,
            entry.by,
            entry.account,
            entry.group_id,
            entry.group_name,
            event,
            evidence,
            facts,
            entry.once,
            hash
        ])?;
    // A head that is not there any more is not made anew: that it was taken away stays to be found.
    connection
        .prepare_cached("UPDATE head SET count = ?1, hash = ?2 WHERE one = 1")?
        .execute(params![number, hash])?;
    Ok(true)
}

fn is_there(connection: &Connection, once: &str) -> Result<bool, LedgerError> {
    Ok(connection
        .prepare_cached("SELECT 1 FROM entries WHERE once = ?1")?
        .exists([once])?)
}

/// The number and the hash after which the next entry comes: by the head, so that entries which are missing at the
/// end stay missing, and never a number that is taken.
fn head(connection: &Connection) -> Result<(u32, String), LedgerError> {
    let of = |sql: &str| {
        connection
            .prepare_cached(sql)?
            .query_row([], |row| Ok((row.get::<_, i64>(0)?, text(row, 1)?)))
            .optional()
    };
    let last = of("SELECT number, hash FROM entries ORDER BY number DESC LIMIT 1")?;
    let head = of("SELECT count, hash FROM head WHERE one = 1")?;
    let count = [&last, &head]
        .into_iter()
        .flatten()
        .map(|(count, _)| *count)
        .max();
    let hash = head.or(last).map(|(_, hash)| hash);
    Ok((
        u32::try_from(count.unwrap_or_default()).map_err(|_| LedgerError::Full)?,
        hash.unwrap_or_else(|| NOTHING_BEFORE.to_owned()),
    ))
}

/// A row. One that was tampered with is read as far as it can be: that it does not fit is for verifying to say.
fn entry(row: &Row<'_>) -> rusqlite::Result<Entry> {
    Ok(Entry {
        number: u32::try_from(row.get::<_, i64>(0)?).unwrap_or(u32::MAX),
        at: text(row, 1)?,
        by: text(row, 2)?,
        account: text(row, 3)?,
        group_id: text(row, 4)?,
        group_name: text(row, 5)?,
        event: json(row, 6)?.unwrap_or_default(),
        evidence: json(row, 7)?,
        facts: json(row, 8)?,
        once: some_text(row, 9)?,
        hash: text(row, 10)?,
    })
}

fn some_text(row: &Row<'_>, at: usize) -> rusqlite::Result<Option<String>> {
    let bytes = row.get_ref(at)?.as_bytes_or_null()?;
    Ok(bytes.map(|bytes| String::from_utf8_lossy(bytes).into_owned()))
}

fn text(row: &Row<'_>, at: usize) -> rusqlite::Result<String> {
    Ok(some_text(row, at)?.unwrap_or_default())
}

fn json(row: &Row<'_>, at: usize) -> rusqlite::Result<Option<Value>> {
    let text = some_text(row, at)?;
    Ok(text.map(|text| serde_json::from_str(&text).unwrap_or_default()))
}
