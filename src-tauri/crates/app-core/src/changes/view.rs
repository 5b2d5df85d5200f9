//! From the journal's records to what the window shows.

use ipc_contract::error::{CommandError, ErrorCode};
use ipc_contract::jobs::{
    Action, ActivityItem, ItemState, Job, JobCounts, JobState, JobTitle, PropertyChange, Waiting,
};
use ipc_contract::people::PersonRef;
use jobs::{ItemRecord, JobProgress, JobRecord, StopReason, Stopped};
use serde_json::Value;

use super::executor::reason_of;
use super::op::{EVENT_ID, Op};

/// How an action is kept as a job's kind.
pub(crate) fn kind(action: Action) -> String {
    match serde_json::to_value(action) {
        Ok(Value::String(text)) => text,
        _ => String::new(),
    }
}

/// A job; with its newest progress, when it runs.
pub(super) fn job(record: &JobRecord, told: Option<&JobProgress>) -> Job {
    let counts = told.map_or(record.counts, |told| told.counts);
    let state = told.map_or(record.state, |told| told.state);
    let sequence = told.map_or(record.sequence, |told| told.sequence);
    Job {
        job_id: record.id.to_string(),
        title: serde_json::from_value(record.title.clone()).unwrap_or_else(|_| untitled(record)),
        state: match state {
            jobs::JobState::Planned | jobs::JobState::Running => JobState::Running,
            jobs::JobState::Paused => JobState::Paused,
            jobs::JobState::Cancelled => JobState::Cancelled,
            jobs::JobState::Finished => JobState::Finished,
            jobs::JobState::Interrupted => JobState::Interrupted,
        },
        counts: JobCounts {
            total: counts.total,
            planned: counts.planned,
            sent: counts.sent,
            done: counts.done,
            already: counts.already,
            failed: counts.failed,
            unknown: counts.unknown,
            skipped: counts.skipped + counts.cancelled,
        },
        sequence: u32::try_from(sequence).unwrap_or(u32::MAX),
        created: record.created_at,
        ended: record.ended_at,
        stopped: record.stopped.as_ref().map(stopped),
        waiting: told.and_then(|told| told.waiting).map(|waiting| Waiting {
            seconds: waiting.seconds,
            items: waiting.items,
        }),
        undoable: record.undo && counts.done > 0,
    }
}

/// The title of a job that a newer version wrote.
fn untitled(record: &JobRecord) -> JobTitle {
    JobTitle {
        action: serde_json::from_value(Value::String(record.kind.clone()))
            .unwrap_or(Action::UpdateGroup),
        group_name: None,
        group_id: None,
        person_name: None,
        groups: 0,
        people: 0,
        undo: record.undo_of.is_some(),
    }
}

fn stopped(stopped: &Stopped) -> CommandError {
    let code = match stopped.reason {
        StopReason::SignedOut => ErrorCode::SignInRequired,
        StopReason::NotAllowed => ErrorCode::NotAllowed,
        StopReason::Offline => ErrorCode::Offline,
        StopReason::Unavailable => ErrorCode::ServiceUnavailable,
    };
    let mut error = CommandError::new(code, "the job stopped");
    error.retryable = true;
    error.status = stopped.outcome.status;
    error.request_id.clone_from(&stopped.outcome.request_id);
    error
}

/// An item, with the job that it belongs to.
pub(super) fn item(job: &Job, record: &ItemRecord) -> ActivityItem {
    let op = Op::from_value(&record.op);
    let outcome = record.outcome.as_ref();
    let undone = record.undone_by.is_some();
    ActivityItem {
        job_id: job.job_id.clone(),
        index: record.index.0,
        at: record.settled_at.or(record.sent_at).unwrap_or(job.created),
        action: op.as_ref().map_or(job.title.action, Op::action),
        group_id: record.subject.clone(),
        group_name: record.subject_name.clone(),
        person: record.object.as_ref().map(|id| PersonRef {
            id: id.clone(),
            display_name: record.object_name.clone().unwrap_or_default(),
        }),
        state: state(record.state),
        reason: outcome
            .and_then(reason_of)
            .filter(|_| !record.state.is_done()),
        changes: changes(record.before.as_ref(), record.after.as_ref()),
        request_id: outcome.and_then(|outcome| outcome.request_id.clone()),
        status: outcome.and_then(|outcome| outcome.status),
        service_code: outcome.and_then(|outcome| {
            outcome
                .detail
                .as_ref()?
                .get("serviceCode")?
                .as_str()
                .map(str::to_owned)
        }),
        undoable: record.state == jobs::ItemState::Done
            && !undone
            && op.is_some_and(|op| op.can_be_undone()),
        undone,
    }
}

fn state(state: jobs::ItemState) -> ItemState {
    match state {
        jobs::ItemState::Planned => ItemState::Planned,
        jobs::ItemState::Sent => ItemState::Sent,
        jobs::ItemState::Done => ItemState::Done,
        jobs::ItemState::Already => ItemState::Already,
        jobs::ItemState::Failed => ItemState::Failed,
        jobs::ItemState::Unknown => ItemState::Unknown,
        jobs::ItemState::Skipped | jobs::ItemState::Cancelled => ItemState::Skipped,
    }
}

/// What changed, property by property.
pub(super) fn changes(before: Option<&Value>, after: Option<&Value>) -> Vec<PropertyChange> {
    let (Some(Value::Object(before)), Some(Value::Object(after))) = (before, after) else {
        return Vec::new();
    };
    after
        .iter()
        .filter(|(property, _)| *property != EVENT_ID)
        .map(|(property, value)| PropertyChange {
            property: property.clone(),
            before: before.get(property).and_then(text),
            after: text(value),
        })
        .collect()
}

fn text(value: &Value) -> Option<String> {
    match value {
        Value::Null => None,
        Value::String(text) => Some(text.clone()),
        // A sensitivity label.
        Value::Object(label) => label.get("displayName").and_then(text),
        other => Some(other.to_string()),
    }
}
