//! How a job goes on: begun, items taken to be sent, stopped, cancelled.

use jiff::Timestamp;
use rusqlite::{Connection, params};

use super::jobs::known;
use super::rows::{self, stamp};
use super::settle::{close_if_settled, release};
use super::{Journal, number};
use crate::{ItemIndex, ItemRecord, ItemState, JobId, JobRecord, JobState, JournalError};

impl Journal {
    /// The job runs from now on.
    pub(crate) fn begin(&self, id: JobId, now: Timestamp) -> Result<JobRecord, JournalError> {
        self.write(|connection| {
            let number = number(connection, id)?;
            if known(connection, id)?.state.is_over() {
                return Err(JournalError::Over(id));
            }
            connection.execute(
                "UPDATE jobs SET state = 'running', stopped = NULL, sequence = sequence + 1, \
                 started_at = coalesce(started_at, ?2) WHERE number = ?1",
                params![number, stamp(now)],
            )?;
            // A job without items is over at once, and one that was interrupted at its very end too.
            close_if_settled(connection, number, now)?;
            known(connection, id)
        })
    }

    /// The lanes that have something to send, that with the first item first.
    pub(crate) fn lanes(&self, id: JobId) -> Result<Vec<String>, JournalError> {
        let connection = self.connection();
        let number = number(&connection, id)?;
        let mut statement = connection.prepare_cached(
            "SELECT lane FROM items WHERE job = ?1 AND state = 'planned' \
             GROUP BY lane ORDER BY min(position)",
        )?;
        let lanes = statement.query_map([number], |row| row.get(0))?;
        Ok(lanes.collect::<Result<_, _>>()?)
    }

    /// The first items of the lane that are to be sent.
    pub(crate) fn next_of_lane(
        &self,
        id: JobId,
        lane: &str,
        limit: u32,
    ) -> Result<Vec<ItemRecord>, JournalError> {
        let sql = format!(
            "SELECT {} FROM items i WHERE i.job = ?1 AND i.lane = ?2 AND i.state = 'planned' \
             ORDER BY i.position LIMIT ?3",
            rows::ITEM
        );
        let connection = self.connection();
        let number = number(&connection, id)?;
        let mut statement = connection.prepare_cached(&sql)?;
        let items = statement.query_map(params![number, lane, limit], rows::item)?;
        Ok(items.collect::<Result<_, _>>()?)
    }

    /// Marks the items as sent, all of them or none: none when one of them is no longer planned, since
    /// the job was cancelled in between. Returns whether they are to be sent.
    pub(crate) fn mark_sent(
        &self,
        id: JobId,
        items: &[ItemIndex],
        now: Timestamp,
    ) -> Result<bool, JournalError> {
        let mut connection = self.connection();
        let transaction = connection.transaction()?;
        let number = number(&transaction, id)?;
        let mut turn = last_turn(&transaction)?;
        for item in items {
            turn += 1;
            let marked = transaction
                .prepare_cached(
                    "UPDATE items SET state = 'sent', attempts = attempts + 1, sent_at = ?3, \
                     turn = coalesce(turn, ?4) \
                     WHERE job = ?1 AND position = ?2 AND state = 'planned'",
                )?
                .execute(params![number, item.0, stamp(now), turn])?;
            if marked == 0 {
                return Ok(false);
            }
        }
        rise(&transaction, number)?;
        transaction.commit()?;
        Ok(true)
    }

    /// The job stops here, unless it is over.
    pub(crate) fn halt(&self, id: JobId, state: JobState) -> Result<JobRecord, JournalError> {
        self.write(|connection| {
            connection.execute(
                "UPDATE jobs SET state = ?2, sequence = sequence + 1 \
                 WHERE id = ?1 AND state NOT IN ('cancelled', 'finished')",
                params![id.to_string(), state.as_str()],
            )?;
            known(connection, id)
        })
    }

    /// Nothing more of the job is sent: what is planned is cancelled, and what comes back to be sent
    /// again will be. When nothing is under way the job is over.
    pub(crate) fn cancel_planned(
        &self,
        id: JobId,
        now: Timestamp,
    ) -> Result<JobRecord, JournalError> {
        self.write(|connection| {
            let number = number(connection, id)?;
            if known(connection, id)?.state.is_over() {
                return Err(JournalError::Over(id));
            }
            connection.execute(
                "UPDATE items SET state = ?2, settled_at = ?3 WHERE job = ?1 AND state = 'planned'",
                params![number, ItemState::Cancelled.as_str(), stamp(now)],
            )?;
            connection.execute(
                "UPDATE jobs SET cancel_asked = 1, sequence = sequence + 1 WHERE number = ?1",
                [number],
            )?;
            release(connection, number, None)?;
            close_if_settled(connection, number, now)?;
            known(connection, id)
        })
    }

    /// What ran when the program ended is interrupted.
    pub(super) fn interrupt_running(&self) -> Result<(), JournalError> {
        self.connection().execute(
            "UPDATE jobs SET state = 'interrupted', sequence = sequence + 1 \
             WHERE state = 'running'",
            [],
        )?;
        Ok(())
    }

    /// The job as it is, with a sequence that has risen above `told`.
    pub(crate) fn told_after(&self, id: JobId, told: u64) -> Result<JobRecord, JournalError> {
        self.write(|connection| {
            connection
                .prepare_cached(
                    "UPDATE jobs SET sequence = sequence + 1 WHERE id = ?1 AND sequence <= ?2",
                )?
                .execute(params![
                    id.to_string(),
                    i64::try_from(told).unwrap_or(i64::MAX)
                ])?;
            known(connection, id)
        })
    }
}

/// The job has changed.
pub(super) fn rise(connection: &Connection, job: i64) -> Result<(), JournalError> {
    connection
        .prepare_cached("UPDATE jobs SET sequence = sequence + 1 WHERE number = ?1")?
        .execute([job])?;
    Ok(())
}

fn last_turn(connection: &Connection) -> Result<i64, JournalError> {
    let last = "SELECT coalesce(max(turn), 0) FROM items WHERE turn IS NOT NULL";
    Ok(connection
        .prepare_cached(last)?
        .query_row([], |row| row.get(0))?)
}
