//! What was done, over all jobs: items that were sent or settled, the last first.

use rusqlite::params;
use serde::{Deserialize, Serialize};

use super::create::fold;
use super::rows;
use crate::{Counts, ItemRecord, JobRecord, Journal, JournalError};

/// A place in the record of what was done: further reading begins after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ActivityCursor(pub i64);

/// What is asked of the record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActivityQuery {
    /// Only what was done to this group.
    pub subject: Option<String>,
    /// Only what has every one of these words in the names of its group and its person.
    pub text: Option<String>,
    /// Only what was done before the item at this place.
    pub before: Option<ActivityCursor>,
    /// At most so many.
    pub limit: u32,
}

impl Default for ActivityQuery {
    fn default() -> Self {
        Self {
            subject: None,
            text: None,
            before: None,
            limit: 100,
        }
    }
}

/// One thing that was done.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ActivityEntry {
    /// The place after which to read on.
    pub cursor: ActivityCursor,
    /// The job that it belongs to. Its counts are left out, as 0.
    pub job: JobRecord,
    /// The item.
    pub item: ItemRecord,
}

impl Journal {
    /// What was done, the last first, whatever the clock said. Items that were never sent and were
    /// cancelled are no part of it.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn activity(&self, query: &ActivityQuery) -> Result<Vec<ActivityEntry>, JournalError> {
        let words: Vec<_> = fold(query.text.as_deref().unwrap_or_default())
            .split_whitespace()
            .map(str::to_owned)
            .collect();
        let sql = format!(
            "SELECT {}, i.turn, {} FROM items i JOIN jobs j ON j.number = i.job \
             WHERE i.turn IS NOT NULL AND i.turn < ?1 AND {} \
             AND NOT EXISTS (SELECT 1 FROM json_each(?3) w WHERE instr(i.words, w.value) = 0) \
             ORDER BY i.turn DESC LIMIT ?4",
            rows::ITEM,
            rows::JOB,
            // Said apart, so that SQLite takes the index by group.
            query
                .subject
                .as_ref()
                .map_or("?2 IS NULL", |_| "i.subject = ?2"),
        );
        let before = query.before.map_or(i64::MAX, |cursor| cursor.0);
        let words = rows::text("words", &words)?;
        let connection = self.connection();
        let mut statement = connection.prepare_cached(&sql)?;
        let found =
            statement.query_map(params![before, query.subject, words, query.limit], entry)?;
        Ok(found.collect::<Result<_, _>>()?)
    }

    /// The last that was done to one group.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn history_of(
        &self,
        subject: &str,
        limit: u32,
    ) -> Result<Vec<ActivityEntry>, JournalError> {
        self.activity(&ActivityQuery {
            subject: Some(subject.to_owned()),
            limit,
            ..ActivityQuery::default()
        })
    }
}

fn entry(row: &rusqlite::Row<'_>) -> rusqlite::Result<ActivityEntry> {
    let mut job = rows::job(row, rows::ITEM_COLUMNS + 1)?;
    job.counts = Counts::default();
    Ok(ActivityEntry {
        cursor: ActivityCursor(row.get(rows::ITEM_COLUMNS)?),
        job,
        item: rows::item(row)?,
    })
}
