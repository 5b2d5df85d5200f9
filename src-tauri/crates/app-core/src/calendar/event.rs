//! Reading a group's calendar: a range of it from what is kept, read anew in the background; one event in full.

use std::sync::Arc;
use std::time::Instant;

use cache::{Document, DocumentKind};
use futures::TryStreamExt as _;
use futures::future::try_join_all;
use graph_client::models::{Event, EventId, GroupId};
use graph_client::resources::calendar::MAX_EVENT_PAGE;
use graph_client::{ErrorKind, GraphClient};
use ipc_contract::calendar::{
    CalendarEvent, CalendarRange, CalendarRequest, EventDetails, EventKind, EventRequest, EventTime,
};
use ipc_contract::conversations::MailboxState;
use ipc_contract::error::CommandError;
use ipc_contract::events::Tag;
use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;
use jiff::{Span, Timestamp};

use super::kept::{self, Failed, Known, Weeks};
use super::range::{Range, begins, next};
use super::{body, group_id, shown};
use crate::mailbox;
use crate::session::ActiveSession;
use crate::{Core, CoreError};

/// So many requests at once go to a mailbox; a long range is read in so many parts.
const PARTS: usize = 4;
/// A part is not shorter, in weeks: each costs a request.
const SHORTEST_PART: usize = 13;

impl Core {
    /// The events of a group within a range. What was known answers at once; when it is old, it is read anew and
    /// the window is told. Weeks that were never read, or that a change from here concerns, are read first. `n`
    /// events take about ⌈n/250⌉ requests, and up to three more for ranges of more than half a year.
    ///
    /// # Errors
    /// [`CoreError::InvalidInput`] for a range backwards or of more than 400 days, and for a zone that is not known.
    pub async fn calendar(&self, request: &CalendarRequest) -> Result<CalendarRange, CoreError> {
        let range = Range::of(request)?;
        let (session, id) = (self.session()?, group_id(&request.group_id)?);
        if let Some(mailbox) = mailbox::not_granted(&session) {
            return Ok(unread(mailbox));
        }
        let weeks = range.weeks()?;
        let mut known = kept::weeks(&session, &id, &weeks).await?;
        let (first, later) = due(&session, &id, &known, request.anew);
        let tries = request.anew || !session.calendars.rests(&id);
        if tries && !first.is_empty() {
            self.read_weeks_once(&session, &id, &first, request.anew)
                .await?;
            known = kept::weeks(&session, &id, &weeks).await?;
        }
        if tries && !later.is_empty() {
            self.read_weeks_in_background(&session, &id, &later);
        }
        let failed = session.calendars.failed(&id);
        let (mailbox, last_error) = match failed {
            None => (MailboxState::Ready, None),
            Some(Failed {
                mailbox: Some(mailbox),
                ..
            }) => (mailbox, None),
            Some(Failed { error, .. }) => (MailboxState::Ready, Some(error)),
        };
        Ok(CalendarRange {
            mailbox,
            as_of: as_of(&known),
            last_error,
            events: within(known, &range),
            may_change: self.may_change_calendar(&session, &id).await?,
        })
    }

    fn read_weeks_in_background(&self, session: &Arc<ActiveSession>, id: &GroupId, weeks: &[Date]) {
        let weeks = session.calendars.begin(id, weeks);
        if weeks.is_empty() {
            return;
        }
        let (core, session, id) = (self.clone(), session.clone(), id.clone());
        tokio::spawn(async move {
            let read = core.read_weeks_once(&session, &id, &weeks, false).await;
            session.calendars.end(&id, &weeks);
            match read {
                Ok(()) => core.changed(&[Tag::Calendar]),
                Err(error) => tracing::warn!(%error, "a calendar was not read"),
            }
        });
    }

    /// Reads weeks, after whoever reads this calendar now: what they read meanwhile is not read again. A failure of
    /// the service is noted, and none of this.
    async fn read_weeks_once(
        &self,
        session: &ActiveSession,
        id: &GroupId,
        weeks: &[Date],
        anew: bool,
    ) -> Result<(), CoreError> {
        let turn = session.calendars.turn(id);
        let _turn = turn.lock().await;
        let still = |week: &Date| anew || session.calendars.known(id, *week) != Known::Fresh;
        let weeks: Vec<Date> = weeks.iter().copied().filter(still).collect();
        if weeks.is_empty() {
            return Ok(());
        }
        let from = Instant::now();
        let read = self.read_weeks(session, id, &weeks).await;
        match read {
            Ok(()) => session.calendars.was_read(id, &weeks, from),
            Err(error) => {
                let mailbox = self.mailbox_of(session, id, &error).await;
                let error = CommandError::from(error);
                let at = Instant::now();
                let failed = Failed { error, mailbox, at };
                session.calendars.has_failed(id, failed);
            }
        }
        Ok(())
    }

    async fn read_weeks(
        &self,
        session: &ActiveSession,
        id: &GroupId,
        weeks: &[Date],
    ) -> Result<(), CoreError> {
        let client = session.client(self.host()).await?;
        let parts = parts(weeks);
        let read = try_join_all(parts.iter().map(|part| read_part(&client, id, part))).await?;
        let as_of = session.service_now(self.now());
        kept::keep(session, id, read.into_iter().flatten().collect(), as_of).await
    }

    /// An event in full, as it is now; while it cannot be read, as it was last seen.
    ///
    /// # Errors
    /// [`CoreError::MailboxAbsent`]; when it is gone, or was never read and cannot be.
    pub async fn event(&self, request: &EventRequest) -> Result<EventDetails, CoreError> {
        let (session, id) = (self.session()?, group_id(&request.group_id)?);
        let event_id = event_id(&request.event_id)?;
        match self.read_event(&session, &id, &event_id).await {
            Ok(details) => Ok(details),
            Err(error) => {
                let known = match is_passing(&error) {
                    true => known_event(&session, &id, &event_id).await?,
                    false => None,
                };
                known.ok_or_else(|| mailbox::in_mailbox(error))
            }
        }
    }

    /// Reads an event, and keeps it.
    pub(super) async fn read_event(
        &self,
        session: &ActiveSession,
        id: &GroupId,
        event_id: &EventId,
    ) -> Result<EventDetails, CoreError> {
        let client = session.client(self.host()).await?;
        let event = client.group(id).calendar().event(event_id).get().await?;
        let series = series_of(&client, id, &event).await?;
        let as_of = session.service_now(self.now());
        let details = in_full(event, series).await?;
        let (key, kept) = (event_key(id, event_id), details.clone());
        session
            .cached(move |cache| Ok(cache.put_document(DocumentKind::Event, &key, &kept, as_of)?))
            .await?;
        Ok(details)
    }
}

/// Which weeks are to be read first, and which may be read later.
fn due(session: &ActiveSession, id: &GroupId, known: &Weeks, anew: bool) -> (Vec<Date>, Vec<Date>) {
    let (mut first, mut later) = (Vec::new(), Vec::new());
    for (week, kept) in known {
        match session.calendars.known(id, *week) {
            _ if anew || kept.is_none() => first.push(*week),
            Known::Overtaken => first.push(*week),
            Known::Old => later.push(*week),
            Known::Fresh => {}
        }
    }
    (first, later)
}

/// Weeks that follow one another, in parts that are read at once.
fn parts(weeks: &[Date]) -> Vec<Vec<Date>> {
    let mut runs: Vec<Vec<Date>> = Vec::new();
    for week in weeks {
        match runs.last_mut() {
            Some(run) if run.last().is_some_and(|last| next(*last) == *week) => run.push(*week),
            _ => runs.push(vec![*week]),
        }
    }
    let split = |run: Vec<Date>| -> Vec<Vec<Date>> {
        let length = run.len().div_ceil(PARTS).max(SHORTEST_PART);
        run.chunks(length).map(<[Date]>::to_vec).collect()
    };
    runs.into_iter().flat_map(split).collect()
}

/// Weeks that follow one another, each with what takes place in it.
async fn read_part(
    client: &GraphClient,
    id: &GroupId,
    weeks: &[Date],
) -> Result<Vec<(Date, Vec<CalendarEvent>)>, CoreError> {
    let (Some(first), Some(last)) = (weeks.first(), weeks.last()) else {
        return Ok(Vec::new());
    };
    let (from, to) = (begins(*first)?, begins(next(*last))?);
    let calendar = client.group(id).calendar();
    let mut pages = std::pin::pin!(calendar.view(from, to, MAX_EVENT_PAGE).items());
    let mut read: Vec<(Date, Vec<CalendarEvent>)> =
        weeks.iter().map(|week| (*week, Vec::new())).collect();
    while let Some(event) = pages.try_next().await? {
        let Some(event) = shown::event(&event) else {
            continue;
        };
        for (week, events) in &mut read {
            let days = (*week, week.saturating_add(Span::new().days(6)));
            if shown::is_within(&event.time, days, &TimeZone::UTC) {
                events.push(event.clone());
            }
        }
    }
    Ok(read)
}

/// When the least lately read of the weeks was; `None` when one never was.
fn as_of(known: &Weeks) -> Option<Timestamp> {
    let read = known.iter().map(|(_, kept)| kept.as_ref());
    let read: Option<Vec<Timestamp>> = read.map(|kept| Some(kept?.as_of)).collect();
    read?.into_iter().min()
}

/// What takes place within the range, each event once.
fn within(known: Weeks, range: &Range) -> Vec<CalendarEvent> {
    let days = (range.first, range.last);
    let mut seen = std::collections::HashSet::new();
    let mut events: Vec<CalendarEvent> = known
        .into_iter()
        .filter_map(|(_, kept)| kept)
        .flat_map(|Document { value, .. }| value)
        .filter(|event| shown::is_within(&event.time, days, &range.zone))
        .filter(|event| seen.insert(event.id.clone()))
        .collect();
    events.sort_by_cached_key(|event| (begin(&event.time, &range.zone), event.id.clone()));
    events
}

fn begin(time: &EventTime, zone: &TimeZone) -> Timestamp {
    match time {
        EventTime::Timed { start, .. } => *start,
        EventTime::AllDay { first, .. } => {
            let midnight = first.to_datetime(Time::midnight());
            zone.to_timestamp(midnight).unwrap_or(Timestamp::MIN)
        }
    }
}

fn unread(mailbox: MailboxState) -> CalendarRange {
    CalendarRange {
        mailbox,
        as_of: None,
        last_error: None,
        events: Vec::new(),
        may_change: false,
    }
}

/// The series that an occurrence is of; one that is gone meanwhile is none.
async fn series_of(
    client: &GraphClient,
    id: &GroupId,
    event: &Event,
) -> Result<Option<Event>, CoreError> {
    let Some(series) = &event.series_master_id else {
        return Ok(None);
    };
    match client.group(id).calendar().event(series).get().await {
        Ok(series) => Ok(Some(series)),
        Err(error) if error.is_not_found() => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// The event as the window gets it. Its text is made harmless off the asynchronous workers.
pub(super) async fn in_full(
    event: Event,
    series: Option<Event>,
) -> Result<EventDetails, CoreError> {
    let made = tokio::task::spawn_blocking(move || {
        let text = body::text(event.body.as_ref());
        shown::details(&event, series.as_ref(), text)
    });
    let made = made.await.map_err(CoreError::internal)?;
    made.ok_or_else(|| CoreError::internal("an event without times"))
}

async fn known_event(
    session: &ActiveSession,
    id: &GroupId,
    event_id: &EventId,
) -> Result<Option<EventDetails>, CoreError> {
    let key = event_key(id, event_id);
    let known: Option<Document<EventDetails>> = session
        .cached(move |cache| Ok(cache.document(DocumentKind::Event, &key)?))
        .await?;
    Ok(known.map(|known| known.value))
}

fn event_key(id: &GroupId, event_id: &EventId) -> String {
    format!("{id}/{event_id}")
}

pub(super) fn event_id(id: &str) -> Result<EventId, CoreError> {
    EventId::parse(id).map_err(|_| CoreError::invalid("eventId"))
}

/// Whether the service could not be asked, or not now.
fn is_passing(error: &CoreError) -> bool {
    match error {
        CoreError::Graph(error) => !matches!(
            error.kind(),
            ErrorKind::BadRequest
                | ErrorKind::Unauthorized
                | ErrorKind::Forbidden
                | ErrorKind::NotFound
                | ErrorKind::Gone
                | ErrorKind::Unprocessable
        ),
        _ => false,
    }
}

/// Whether an event is a series, whose times are held by the clock.
pub(super) fn is_series(details: &EventDetails) -> bool {
    details.event.kind == EventKind::Series
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_month_is_read_at_once_and_a_year_in_four_parts() {
        let weeks = |count: usize| -> Vec<Date> {
            let weeks = std::iter::successors(Some(date(2026, 1, 5)), |week| Some(next(*week)));
            weeks.take(count).collect()
        };
        assert_eq!(parts(&weeks(7)).len(), 1);
        assert_eq!(parts(&weeks(54)).len(), 4);
        assert_eq!(parts(&weeks(54)).concat(), weeks(54));
        let apart = [date(2026, 1, 5), date(2026, 1, 12), date(2026, 2, 2)];
        assert_eq!(parts(&apart).len(), 2);
    }
}
