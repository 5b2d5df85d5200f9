//! Reading jobs.

use rusqlite::{Connection, OptionalExtension as _, params};
use serde::{Deserialize, Serialize};

use super::rows;
use crate::{Counts, JobId, JobRecord, Journal, JournalError};

/// A place in the list of jobs: further reading begins after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct JobCursor(i64);

/// Which jobs are asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JobsQuery {
    /// Only those of this kind.
    pub kind: Option<String>,
    /// Only those planned before the one at this place.
    pub before: Option<JobCursor>,
    /// At most so many.
    pub limit: u32,
}

impl Default for JobsQuery {
    fn default() -> Self {
        Self {
            kind: None,
            before: None,
            limit: 100,
        }
    }
}

impl Journal {
    /// The jobs, the last planned first, each with the place after which to read on.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn jobs(&self, query: &JobsQuery) -> Result<Vec<(JobCursor, JobRecord)>, JournalError> {
        let filter = "WHERE (?1 IS NULL OR j.kind = ?1) AND j.number < ?2 \
                      ORDER BY j.number DESC LIMIT ?3";
        let before = query.before.map_or(i64::MAX, |cursor| cursor.0);
        read(
            &self.connection(),
            filter,
            params![query.kind, before, query.limit],
        )
    }

    /// One job.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn job(&self, id: JobId) -> Result<Option<JobRecord>, JournalError> {
        let found = read(&self.connection(), "WHERE j.id = ?1", [id.to_string()])?;
        Ok(found.into_iter().next().map(|(_, job)| job))
    }

    /// The jobs that are not over, the first planned first: running, paused, interrupted, not begun.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn unfinished(&self) -> Result<Vec<JobRecord>, JournalError> {
        let filter = "WHERE j.state NOT IN ('cancelled', 'finished') ORDER BY j.number";
        let found = read(&self.connection(), filter, [])?;
        Ok(found.into_iter().map(|(_, job)| job).collect())
    }

    /// Forgets every job that is over, so that nothing of it remains in the file. Returns how many
    /// there were.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn forget(&self) -> Result<usize, JournalError> {
        let connection = self.connection();
        let forgotten = connection.execute(
            "DELETE FROM jobs WHERE state IN ('cancelled', 'finished')",
            [],
        )?;
        connection.execute_batch("VACUUM; PRAGMA wal_checkpoint(TRUNCATE);")?;
        Ok(forgotten)
    }
}

fn read(
    connection: &Connection,
    filter: &str,
    params: impl rusqlite::Params,
) -> Result<Vec<(JobCursor, JobRecord)>, JournalError> {
    let sql = format!("SELECT j.number, {} FROM jobs j {filter}", rows::JOB);
    let mut statement = connection.prepare_cached(&sql)?;
    let found = statement.query_map(params, |row| Ok((row.get(0)?, rows::job(row, 1)?)))?;
    found
        .map(|row| {
            let (number, mut job) = row?;
            job.counts = counts(connection, number)?;
            Ok((JobCursor(number), job))
        })
        .collect()
}

/// The job's items by state.
pub(super) fn counts(connection: &Connection, job: i64) -> Result<Counts, JournalError> {
    let mut statement = connection
        .prepare_cached("SELECT state, count(*) FROM items WHERE job = ?1 GROUP BY state")?;
    let mut found = statement.query([job])?;
    let mut counts = Counts::default();
    while let Some(row) = found.next()? {
        counts.add(rows::item_state(row, 0)?, row.get(1)?);
    }
    Ok(counts)
}

/// The job, which must be there.
pub(super) fn known(connection: &Connection, id: JobId) -> Result<JobRecord, JournalError> {
    let sql = format!("SELECT j.number, {} FROM jobs j WHERE j.id = ?1", rows::JOB);
    let (number, mut job) = connection
        .prepare_cached(&sql)?
        .query_row([id.to_string()], |row| {
            Ok((row.get(0)?, rows::job(row, 1)?))
        })
        .optional()?
        .ok_or(JournalError::NoSuchJob(id))?;
    job.counts = counts(connection, number)?;
    Ok(job)
}
