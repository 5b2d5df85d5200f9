//! Finding groups while one types: by any part of their name, alias, address or description, in any
//! script, whatever the case and the accents.
//!
//! What groups are found by is kept folded, beside them, with a revision that rises with every change of
//! it. All of it is looked through in memory (`haystack.rs`), which is read again when it has changed.

use std::sync::{Arc, PoisonError};

use graph_client::models::{Group, GroupId};
use rusqlite::{Connection, OptionalExtension as _, params};

use crate::haystack::Haystack;
use crate::words::fold;
use crate::{Cache, CacheError};

const REVISION: &str = "words_revision";

impl Cache {
    /// The groups in which every word of `text` occurs, at most `limit`, the best first: those whose name
    /// begins with the text, those that have the words in their name (first where one begins a word of
    /// it), and those that have them anywhere; each in the order of their names. Nothing for a text
    /// without words. The first search after a change reads what groups are called, which takes longer,
    /// unless [`Cache::prepare_search`] has.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn search_groups(&self, text: &str, limit: usize) -> Result<Vec<GroupId>, CacheError> {
        let text = fold(text);
        if text.is_empty() {
            return Ok(Vec::new());
        }
        Ok(self.haystack()?.find(&text, limit))
    }

    /// Reads what groups are called, ahead of the first search: some 30 ms for 10,000 groups. Costs
    /// nothing when nothing has changed.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn prepare_search(&self) -> Result<(), CacheError> {
        self.haystack().map(drop)
    }

    /// What groups are called now.
    fn haystack(&self) -> Result<Arc<Haystack>, CacheError> {
        // One transaction, so that the revision is that of the words.
        let mut connection = self.reading();
        let transaction = connection.transaction()?;
        let revision = revision(&transaction)?;
        let mut kept = self.haystack.lock().unwrap_or_else(PoisonError::into_inner);
        match &*kept {
            Some(haystack) if haystack.revision == revision => Ok(haystack.clone()),
            _ => {
                // The old one goes first: two would take twice the memory.
                *kept = None;
                let haystack = Arc::new(Haystack::read(&transaction, revision)?);
                *kept = Some(haystack.clone());
                Ok(haystack)
            }
        }
    }
}

fn revision(connection: &Connection) -> Result<i64, CacheError> {
    let revision = connection
        .prepare_cached("SELECT CAST(value AS INTEGER) FROM meta WHERE key = ?1")?
        .query_row([REVISION], |row| row.get(0))
        .optional()?;
    Ok(revision.unwrap_or(0))
}

/// Says that something is called otherwise now.
pub(crate) fn rise(connection: &Connection) -> Result<(), CacheError> {
    let next = revision(connection)? + 1;
    connection
        .prepare_cached("INSERT OR REPLACE INTO meta (key, value) VALUES (?1, CAST(?2 AS TEXT))")?
        .execute(params![REVISION, next])?;
    Ok(())
}

/// Makes the group findable by what it is called now. Returns whether that has changed.
pub(crate) fn index(connection: &Connection, group: &Group) -> Result<bool, CacheError> {
    let name = fold(group.display_name.as_deref().unwrap_or_default());
    let rest = [&group.mail_nickname, &group.mail, &group.description]
        .into_iter()
        .flatten()
        .map(|text| fold(text))
        .collect::<Vec<_>>()
        .join("\n");
    let changed = connection
        .prepare_cached(
            "INSERT INTO group_words (group_id, name, rest) VALUES (?1, ?2, ?3) \
             ON CONFLICT (group_id) DO UPDATE SET name = excluded.name, rest = excluded.rest \
             WHERE name <> excluded.name OR rest <> excluded.rest",
        )?
        .execute(params![group.id.as_str(), name, rest])?;
    Ok(changed > 0)
}

/// Makes groups that are no longer kept impossible to find. Returns whether there were any.
pub(crate) fn prune(connection: &Connection) -> Result<bool, CacheError> {
    let gone = connection.execute(
        "DELETE FROM group_words WHERE group_id NOT IN (SELECT id FROM groups)",
        [],
    )?;
    Ok(gone > 0)
}

/// As [`prune`], for one group.
pub(crate) fn remove(connection: &Connection, id: &GroupId) -> Result<bool, CacheError> {
    let gone = connection
        .prepare_cached("DELETE FROM group_words WHERE group_id = ?1")?
        .execute([id.as_str()])?;
    Ok(gone > 0)
}

/// Makes every group that is kept findable. One that this version cannot read is left to the next refresh.
pub(crate) fn index_all(connection: &Connection) -> Result<(), CacheError> {
    let mut statement = connection.prepare("SELECT body FROM groups")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let body: String = row.get(0)?;
        if let Ok(group) = serde_json::from_str(&body) {
            index(connection, &group)?;
        }
    }
    rise(connection)
}
