//! Putting a job down before anything of it is sent.

use jiff::Timestamp;
use rusqlite::{Connection, params};
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use super::rows::{some_text, stamp, text};
use crate::{ItemRef, JobId, JobState, Journal, JournalError, NewItem, NewJob};

impl Journal {
    /// Puts the job and all its items down, at once or not at all. The items that it undoes are claimed
    /// by it: no other job can undo them while this one may.
    ///
    /// # Errors
    /// [`JournalError::AlreadyUndone`], or when the file cannot be written; then nothing is kept.
    pub fn create(&self, id: JobId, job: &NewJob, now: Timestamp) -> Result<(), JournalError> {
        self.write(|connection| {
            let number = put_job(connection, id, job, now)?;
            for (position, item) in (0_u32..).zip(&job.items) {
                put_item(connection, number, position, item)?;
                if let Some(undone) = item.undoes {
                    claim(connection, id, undone)?;
                }
            }
            Ok(())
        })
    }
}

fn put_job(
    connection: &Connection,
    id: JobId,
    job: &NewJob,
    now: Timestamp,
) -> Result<i64, JournalError> {
    connection
        .prepare_cached(
            "INSERT INTO jobs (id, kind, title, state, created_at, undo_of, undo) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        )?
        .execute(params![
            id.to_string(),
            job.kind,
            text("title", &job.title)?,
            JobState::Planned.as_str(),
            stamp(now),
            job.undo_of.map(|id| id.to_string()),
            job.undo,
        ])?;
    Ok(connection.last_insert_rowid())
}

fn put_item(
    connection: &Connection,
    job: i64,
    position: u32,
    item: &NewItem,
) -> Result<(), JournalError> {
    connection
        .prepare_cached(
            "INSERT INTO items (job, position, op, subject, subject_name, object, object_name, lane, \
             state, before, after, undoes_job, undoes_item, words) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, 'planned', ?9, ?10, ?11, ?12, ?13)",
        )?
        .execute(params![
            job,
            position,
            text("change", &item.op)?,
            item.subject,
            item.subject_name,
            item.object,
            item.object_name,
            item.lane,
            some_text("state before", item.before.as_ref())?,
            some_text("state after", item.after.as_ref())?,
            item.undoes.map(|undone| undone.job.to_string()),
            item.undoes.map(|undone| undone.item.0),
            words(item),
        ])?;
    Ok(())
}

fn claim(connection: &Connection, by: JobId, undone: ItemRef) -> Result<(), JournalError> {
    let claimed = connection
        .prepare_cached(
            "UPDATE items SET undone_by = ?1 WHERE position = ?3 AND undone_by IS NULL \
             AND job = (SELECT number FROM jobs WHERE id = ?2)",
        )?
        .execute(params![
            by.to_string(),
            undone.job.to_string(),
            undone.item.0
        ])?;
    if claimed == 1 {
        Ok(())
    } else {
        Err(JournalError::AlreadyUndone(undone))
    }
}

fn words(item: &NewItem) -> String {
    let object = item.object_name.as_deref().unwrap_or_default();
    fold(&format!("{} {object}", item.subject_name))
}

/// A text without case, accents and width, as it is searched.
pub(super) fn fold(text: &str) -> String {
    text.nfkd()
        .filter(|character| !is_combining_mark(*character))
        .flat_map(char::to_lowercase)
        .collect()
}
