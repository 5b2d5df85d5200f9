//! Recording what came of items.

use jiff::Timestamp;
use rusqlite::{Connection, params};
use serde_json::Value;

use super::advance::rise;
use super::rows::{some_text, stamp, text};
use super::{Journal, number};
use crate::{ItemIndex, ItemState, JobId, JournalError, Outcome, Stopped};

/// What an item comes to.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Change {
    /// Its new state; `None` leaves it as it is.
    pub(crate) state: Option<ItemState>,
    pub(crate) outcome: Option<Outcome>,
    pub(crate) after: Option<Value>,
    pub(crate) subject: Option<String>,
}

impl Journal {
    /// Records what came of items that were sent, and why the job stops, in one transaction; when
    /// nothing is left the job is over. What shall be sent again of a cancelled job is cancelled.
    pub(crate) fn settle(
        &self,
        id: JobId,
        changes: &[(ItemIndex, Change)],
        stopped: Option<&Stopped>,
        now: Timestamp,
    ) -> Result<(), JournalError> {
        self.write(|connection| {
            let number = number(connection, id)?;
            let cancelled: bool = connection
                .prepare_cached("SELECT cancel_asked FROM jobs WHERE number = ?1")?
                .query_row([number], |row| row.get(0))?;
            for (item, change) in changes {
                let state = match change.state {
                    Some(ItemState::Planned) if cancelled => Some(ItemState::Cancelled),
                    state => state,
                };
                put(connection, (number, *item), state, change, now)?;
                if state.is_some_and(gives_back) {
                    release(connection, number, Some(*item))?;
                }
            }
            if let Some(stopped) = stopped {
                connection.execute(
                    "UPDATE jobs SET stopped = ?2 WHERE number = ?1",
                    params![number, text("stop", stopped)?],
                )?;
            }
            rise(connection, number)?;
            close_if_settled(connection, number, now)
        })
    }
}

/// Whether an item that was to undo another certainly did not.
const fn gives_back(state: ItemState) -> bool {
    matches!(
        state,
        ItemState::Failed | ItemState::Skipped | ItemState::Cancelled
    )
}

fn put(
    connection: &Connection,
    (job, item): (i64, ItemIndex),
    state: Option<ItemState>,
    change: &Change,
    now: Timestamp,
) -> Result<(), JournalError> {
    let settled = state.is_some_and(ItemState::is_settled);
    connection
        .prepare_cached(
            "UPDATE items SET state = coalesce(?3, state), outcome = ?4, \
             after = coalesce(?5, after), subject = coalesce(?6, subject), settled_at = ?7 \
             WHERE job = ?1 AND position = ?2 AND state = 'sent'",
        )?
        .execute(params![
            job,
            item.0,
            state.map(ItemState::as_str),
            some_text("outcome", change.outcome.as_ref())?,
            some_text("state after", change.after.as_ref())?,
            change.subject,
            settled.then(|| stamp(now)),
        ])?;
    Ok(())
}

/// Gives back what the job claimed to undo by the item, or by any of its items, and did not.
pub(super) fn release(
    connection: &Connection,
    job: i64,
    item: Option<ItemIndex>,
) -> Result<(), JournalError> {
    connection
        .prepare_cached(
            "UPDATE items SET undone_by = NULL \
             WHERE undone_by = (SELECT id FROM jobs WHERE number = ?1) AND number IN ( \
                SELECT undone.number FROM items undoing \
                JOIN jobs origin ON origin.id = undoing.undoes_job \
                JOIN items undone ON undone.job = origin.number \
                    AND undone.position = undoing.undoes_item \
                WHERE undoing.job = ?1 AND (?2 IS NULL OR undoing.position = ?2) \
                    AND undoing.state IN ('failed', 'skipped', 'cancelled'))",
        )?
        .execute(params![job, item.map(|item| item.0)])?;
    Ok(())
}

/// When every item is settled the job is over: cancelled when one of them is.
pub(super) fn close_if_settled(
    connection: &Connection,
    job: i64,
    now: Timestamp,
) -> Result<(), JournalError> {
    connection
        .prepare_cached(
            "UPDATE jobs SET ended_at = ?2, stopped = NULL, state = CASE \
                WHEN EXISTS (SELECT 1 FROM items WHERE job = ?1 AND state = 'cancelled') \
                THEN 'cancelled' ELSE 'finished' END \
             WHERE number = ?1 AND NOT EXISTS \
                (SELECT 1 FROM items WHERE job = ?1 AND state IN ('planned', 'sent'))",
        )?
        .execute(params![job, stamp(now)])?;
    Ok(())
}
