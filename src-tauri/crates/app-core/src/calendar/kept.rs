//! What was read of groups' calendars, kept by weeks, and what this session remembers of reading them.

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use cache::{Document, DocumentKind};
use graph_client::models::GroupId;
use ipc_contract::calendar::CalendarEvent;
use ipc_contract::conversations::MailboxState;
use ipc_contract::error::CommandError;
use jiff::Timestamp;
use jiff::civil::Date;

use crate::CoreError;
use crate::session::ActiveSession;

/// Weeks that were read longer ago are read anew when they are looked at.
const FRESH_FOR: Duration = Duration::from_secs(60);
/// After a failure a calendar is not read again by itself for so long.
const REST_FOR: Duration = Duration::from_secs(30);

/// Weeks of a calendar as last read, each with its Monday.
pub(super) type Weeks = Vec<(Date, Option<Document<Vec<CalendarEvent>>>)>;

/// What one session remembers of groups' calendars.
#[derive(Debug, Default, Clone)]
pub(crate) struct Calendars(Arc<Mutex<HashMap<GroupId, Remembered>>>);

#[derive(Debug, Default)]
struct Remembered {
    /// When each week was read.
    read: HashMap<Date, Instant>,
    /// When something was changed from here.
    changed: Option<Instant>,
    /// Weeks that are being read in the background.
    reading: HashSet<Date>,
    failed: Option<Failed>,
    /// Held by who reads: what is asked for twice is read once.
    turn: Arc<tokio::sync::Mutex<()>>,
}

/// Why a calendar could not be read.
#[derive(Debug, Clone)]
pub(super) struct Failed {
    pub(super) error: CommandError,
    pub(super) mailbox: Option<MailboxState>,
    pub(super) at: Instant,
}

/// How well a week is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Known {
    /// As of a moment ago.
    Fresh,
    /// As of longer ago.
    Old,
    /// Something was changed from here since it was read.
    Overtaken,
}

impl Calendars {
    fn of<T>(&self, id: &GroupId, work: impl FnOnce(&mut Remembered) -> T) -> T {
        let mut all: MutexGuard<'_, _> = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        work(all.entry(id.clone()).or_default())
    }

    pub(super) fn known(&self, id: &GroupId, week: Date) -> Known {
        self.of(id, |group| {
            let read = group.read.get(&week);
            match (read, group.changed) {
                (Some(read), Some(changed)) if *read < changed => Known::Overtaken,
                (None, Some(_)) => Known::Overtaken,
                (Some(read), _) if read.elapsed() < FRESH_FOR => Known::Fresh,
                _ => Known::Old,
            }
        })
    }

    /// Something was changed from here: all that was read before may differ.
    pub(super) fn overtake(&self, id: &GroupId) {
        self.of(id, |group| group.changed = Some(Instant::now()));
    }

    pub(super) fn turn(&self, id: &GroupId) -> Arc<tokio::sync::Mutex<()>> {
        self.of(id, |group| group.turn.clone())
    }

    /// Those of the weeks that nobody reads in the background; they are taken as being read from now on.
    pub(super) fn begin(&self, id: &GroupId, weeks: &[Date]) -> Vec<Date> {
        self.of(id, |group| {
            let begun = weeks.iter().copied();
            begun.filter(|week| group.reading.insert(*week)).collect()
        })
    }

    pub(super) fn end(&self, id: &GroupId, weeks: &[Date]) {
        self.of(id, |group| {
            for week in weeks {
                group.reading.remove(week);
            }
        });
    }

    /// These weeks were read, from that moment on.
    pub(super) fn was_read(&self, id: &GroupId, weeks: &[Date], from: Instant) {
        self.of(id, |group| {
            group.failed = None;
            group.read.extend(weeks.iter().map(|week| (*week, from)));
        });
    }

    pub(super) fn has_failed(&self, id: &GroupId, failed: Failed) {
        self.of(id, |group| group.failed = Some(failed));
    }

    /// Why reading failed last.
    pub(super) fn failed(&self, id: &GroupId) -> Option<Failed> {
        self.of(id, |group| group.failed.clone())
    }

    /// Whether it failed so lately that it is not tried again by itself.
    pub(super) fn rests(&self, id: &GroupId) -> bool {
        let failed = self.failed(id);
        failed.is_some_and(|failed| failed.at.elapsed() < REST_FOR)
    }
}

fn key(id: &GroupId, week: Date) -> String {
    format!("{id}/{week}")
}

/// The weeks as they were last read.
pub(super) async fn weeks(
    session: &ActiveSession,
    id: &GroupId,
    weeks: &[Date],
) -> Result<Weeks, CoreError> {
    let (id, weeks) = (id.clone(), weeks.to_vec());
    session
        .cached(move |cache| {
            let of = |week: Date| {
                let kept = cache.document(DocumentKind::Calendar, &key(&id, week))?;
                Ok((week, kept))
            };
            weeks.into_iter().map(of).collect()
        })
        .await
}

/// Keeps weeks in the place of what was known of them.
pub(super) async fn keep(
    session: &ActiveSession,
    id: &GroupId,
    weeks: Vec<(Date, Vec<CalendarEvent>)>,
    as_of: Timestamp,
) -> Result<(), CoreError> {
    let id = id.clone();
    session
        .cached(move |cache| {
            for (week, events) in weeks {
                cache.put_document(DocumentKind::Calendar, &key(&id, week), &events, as_of)?;
            }
            Ok(())
        })
        .await
}
