//! How rows are read and written.

use jiff::Timestamp;
use rusqlite::Row;
use rusqlite::types::Type;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::{
    Counts, ItemIndex, ItemRecord, ItemRef, ItemState, JobId, JobRecord, JobState, JournalError,
};

pub(super) const JOB: &str = "j.id, j.kind, j.title, j.state, j.created_at, j.started_at, j.ended_at, \
     j.undo_of, j.undo, j.stopped, j.sequence";

pub(super) const ITEM: &str = "i.position, i.op, i.subject, i.subject_name, i.object, i.object_name, \
     i.lane, i.state, i.attempts, i.before, i.after, i.outcome, i.sent_at, i.settled_at, \
     i.undoes_job, i.undoes_item, i.undone_by";

/// How many columns [`ITEM`] has.
pub(super) const ITEM_COLUMNS: usize = 17;

/// A job's row, without its counts.
pub(super) fn job(row: &Row<'_>, at: usize) -> rusqlite::Result<JobRecord> {
    Ok(JobRecord {
        id: id(row, at)?.ok_or_else(|| unfit(at))?,
        kind: row.get(at + 1)?,
        title: json(row, at + 2)?.unwrap_or_default(),
        state: job_state(row, at + 3)?,
        created_at: time(row, at + 4)?.unwrap_or_default(),
        started_at: time(row, at + 5)?,
        ended_at: time(row, at + 6)?,
        undo_of: id(row, at + 7)?,
        undo: row.get(at + 8)?,
        stopped: json(row, at + 9)?,
        sequence: row.get::<_, i64>(at + 10)?.unsigned_abs(),
        counts: Counts::default(),
    })
}

/// An item's row.
pub(super) fn item(row: &Row<'_>) -> rusqlite::Result<ItemRecord> {
    Ok(ItemRecord {
        index: ItemIndex(row.get(0)?),
        op: json(row, 1)?.unwrap_or_default(),
        subject: row.get(2)?,
        subject_name: row.get(3)?,
        object: row.get(4)?,
        object_name: row.get(5)?,
        lane: row.get(6)?,
        state: item_state(row, 7)?,
        attempts: row.get(8)?,
        before: json(row, 9)?,
        after: json(row, 10)?,
        outcome: json(row, 11)?,
        sent_at: time(row, 12)?,
        settled_at: time(row, 13)?,
        undoes: item_ref(row, 14)?,
        undone_by: id(row, 16)?,
    })
}

fn item_ref(row: &Row<'_>, at: usize) -> rusqlite::Result<Option<ItemRef>> {
    let item: Option<u32> = row.get(at + 1)?;
    let names = id(row, at)?.zip(item);
    Ok(names.map(|(job, item)| ItemRef {
        job,
        item: ItemIndex(item),
    }))
}

fn id(row: &Row<'_>, at: usize) -> rusqlite::Result<Option<JobId>> {
    let text: Option<String> = row.get(at)?;
    text.map(|text| text.parse().map_err(|_| unfit(at)))
        .transpose()
}

pub(super) fn job_state(row: &Row<'_>, at: usize) -> rusqlite::Result<JobState> {
    let text: String = row.get(at)?;
    let fits = |state: &JobState| state.as_str() == text;
    JobState::ALL
        .into_iter()
        .find(fits)
        .ok_or_else(|| unfit(at))
}

pub(super) fn item_state(row: &Row<'_>, at: usize) -> rusqlite::Result<ItemState> {
    let text: String = row.get(at)?;
    let fits = |state: &ItemState| state.as_str() == text;
    ItemState::ALL
        .into_iter()
        .find(fits)
        .ok_or_else(|| unfit(at))
}

fn time(row: &Row<'_>, at: usize) -> rusqlite::Result<Option<Timestamp>> {
    let microseconds: Option<i64> = row.get(at)?;
    microseconds
        .map(|microseconds| Timestamp::from_microsecond(microseconds).map_err(|_| unfit(at)))
        .transpose()
}

fn json<T: DeserializeOwned>(row: &Row<'_>, at: usize) -> rusqlite::Result<Option<T>> {
    let text: Option<String> = row.get(at)?;
    text.map(|text| serde_json::from_str(&text).map_err(|_| unfit(at)))
        .transpose()
}

fn unfit(at: usize) -> rusqlite::Error {
    rusqlite::Error::InvalidColumnType(at, "journal".into(), Type::Text)
}

/// A moment as the file has it.
pub(super) fn stamp(time: Timestamp) -> i64 {
    time.as_microsecond()
}

/// A value as the file has it.
pub(super) fn text<T: Serialize>(what: &'static str, value: &T) -> Result<String, JournalError> {
    serde_json::to_string(value).map_err(|_| JournalError::Row { what })
}

/// A value that may be missing, as the file has it.
pub(super) fn some_text<T: Serialize>(
    what: &'static str,
    value: Option<&T>,
) -> Result<Option<String>, JournalError> {
    value.map(|value| text(what, value)).transpose()
}
