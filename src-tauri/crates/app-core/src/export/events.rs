//! A group's events within a range, as rows and for a calendar: read anew, series once each.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use futures::{StreamExt as _, TryStreamExt as _};
use graph_client::GraphClient;
use graph_client::models::{Event, EventId, GroupId};
use graph_client::resources::calendar::MAX_EVENT_PAGE;
use ipc_contract::calendar::EventTime;
use ipc_contract::tables::Exported;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use ledger::{Note, NoteKind};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::event_ics::{self, Meeting, When};
use super::ics::sequence;
use super::meetings::{is_exception, meetings};
use super::rows::{Sheet, file_name, sheet};
use crate::calendar::{Range, group_id, shown};
use crate::mailbox::in_mailbox;
use crate::{Core, CoreError};

/// So many requests at once go to a mailbox.
const AT_ONCE: usize = 4;
/// So many events that were saved before and are not in the range any more are looked for.
const MOST_LOOKED_FOR: usize = 100;

const EVENTS: &[&str] = &[
    "id",
    "seriesId",
    "kind",
    "subject",
    "start",
    "end",
    "allDay",
    "timeZone",
    "location",
    "cancelled",
    "showAs",
    "online",
    "organizer",
    "attendees",
    "private",
];

/// What was last saved of an event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Saved {
    /// The service's id.
    event_id: String,
    subject: String,
    /// When it was, or when the series begins.
    time: EventTime,
    /// All that moves it: when it changes, the sequence rises.
    when: String,
    sequence: u32,
    cancelled: bool,
}

/// What a group's calendar holds within a range.
pub(super) struct Held {
    /// Events by themselves, and occurrences.
    pub(super) view: Vec<Event>,
    /// The series that occurrences are of.
    pub(super) series: Vec<Event>,
}

impl Core {
    /// One row an event, series expanded; times by the clocks of the range's zone.
    pub(super) async fn events_sheet(
        &self,
        group: &str,
        range: &Range,
    ) -> Result<Sheet, CoreError> {
        let id = group_id(group)?;
        let session = self.session()?;
        let client = session.client(self.host()).await?;
        let view = view(&client, &id, range).await.map_err(in_mailbox)?;
        let rows = view.iter().filter_map(|event| row(event, &range.zone));
        let rows = rows.collect();
        let name = self.name_of(&id).await?;
        Ok(sheet(&name, EVENTS, rows))
    }

    /// Saves a calendar of what a group's calendar holds within a range, series as such. What was saved before and is
    /// called off or has moved away since comes along, so that no calendar keeps what does not hold any more.
    pub(super) async fn save_events(
        &self,
        group: &str,
        range: &Range,
    ) -> Result<Exported, CoreError> {
        let id = group_id(group)?;
        let session = self.session()?;
        let client = session.client(self.host()).await?;
        let mut held = held(&client, &id, range).await.map_err(in_mailbox)?;
        let before = self.saved_before(&id).await?;
        let gone = gone(&client, &id, range, &mut held, &before).await?;
        let mut meetings = meetings(&held, range);
        let mut saved = BTreeMap::new();
        for meeting in &mut meetings {
            number(meeting, &id, &held, &before, &mut saved);
        }
        for (key, was) in gone {
            let same = was.cancelled;
            let now = Saved {
                sequence: sequence(Some(was.sequence), same),
                cancelled: true,
                ..was
            };
            meetings.extend(called_off(&key, &now));
            saved.insert(key, now);
        }
        let bytes = event_ics::written(&meetings, self.now());
        let name = self.name_of(&id).await?;
        let exported = self.save_bytes(&name, "ics", bytes, meetings.len()).await?;
        // Only now: what could not be saved is in no calendar.
        self.note_saved(&id, saved).await?;
        Ok(exported)
    }

    async fn name_of(&self, id: &GroupId) -> Result<String, CoreError> {
        let alias = self.any_groups(vec![id.clone()]).await?.pop();
        let alias = alias.map(|group| group.mail_nickname).unwrap_or_default();
        Ok(match file_name(&alias) {
            alias if alias.is_empty() => "calendar".to_owned(),
            alias => format!("calendar-{alias}"),
        })
    }

    /// What was saved of the group's events, by their UIDs.
    async fn saved_before(&self, id: &GroupId) -> Result<BTreeMap<String, Saved>, CoreError> {
        let session = self.session()?;
        let notes = session
            .recorded(|ledger| ledger.notes(NoteKind::Event))
            .await?;
        let of_group = format!("{id}/");
        Ok(notes
            .into_iter()
            .filter_map(|(key, note)| {
                let uid = key.strip_prefix(&of_group)?.to_owned();
                Some((uid, serde_json::from_value(note).ok()?))
            })
            .collect())
    }

    async fn note_saved(
        &self,
        id: &GroupId,
        saved: BTreeMap<String, Saved>,
    ) -> Result<(), CoreError> {
        let session = self.session()?;
        let notes: Vec<Note> = saved
            .into_iter()
            .map(|(uid, saved)| Note {
                kind: NoteKind::Event,
                key: format!("{id}/{uid}"),
                value: serde_json::to_value(saved).unwrap_or_default(),
            })
            .collect();
        session
            .recorded(move |ledger| ledger.append(&[], &notes))
            .await?;
        Ok(())
    }
}

/// What takes place within the range.
async fn view(client: &GraphClient, id: &GroupId, range: &Range) -> Result<Vec<Event>, CoreError> {
    let (from, to) = range.moments()?;
    let day = jiff::SignedDuration::from_hours(24);
    let wider = (
        from.checked_sub(day).unwrap_or(from),
        to.checked_add(day).unwrap_or(to),
    );
    let calendar = client.group(id).calendar();
    let view = calendar.view(wider.0, wider.1, MAX_EVENT_PAGE);
    let read: Vec<Event> = view.items().try_collect().await?;
    let days = (range.first, range.last);
    let is_in = |event: &Event| {
        let time = shown::time(event);
        time.is_some_and(|time| shown::is_within(&time, days, &range.zone))
    };
    Ok(read.into_iter().filter(is_in).collect())
}

async fn held(client: &GraphClient, id: &GroupId, range: &Range) -> Result<Held, CoreError> {
    let view = view(client, id, range).await?;
    let ids: BTreeSet<EventId> = view
        .iter()
        .filter_map(|event| event.series_master_id.clone())
        .collect();
    let series = futures::stream::iter(ids)
        .map(|series| async move { client.group(id).calendar().event(&series).get().await })
        .buffered(AT_ONCE)
        .try_collect()
        .await?;
    Ok(Held { view, series })
}

/// What was saved before for days of the range, and is not there any more. What is there and has moved away is taken
/// in as it is now.
async fn gone(
    client: &GraphClient,
    id: &GroupId,
    range: &Range,
    held: &mut Held,
    before: &BTreeMap<String, Saved>,
) -> Result<Vec<(String, Saved)>, CoreError> {
    let there: HashSet<&str> = held
        .view
        .iter()
        .chain(&held.series)
        .filter_map(uid)
        .collect();
    let days = (range.first, range.last);
    let missing: Vec<(String, Saved)> = before
        .iter()
        .filter(|(uid, saved)| {
            !there.contains(uid.as_str()) && shown::is_within(&saved.time, days, &range.zone)
        })
        .take(MOST_LOOKED_FOR)
        .map(|(uid, saved)| (uid.clone(), saved.clone()))
        .collect();
    let mut gone = Vec::new();
    for (uid, saved) in missing {
        let Ok(event_id) = EventId::parse(&saved.event_id) else {
            continue;
        };
        match client.group(id).calendar().event(&event_id).get().await {
            Ok(event) if event.recurrence.is_some() => held.series.push(event),
            Ok(event) => held.view.push(event),
            Err(error) if error.is_not_found() => gone.push((uid, saved)),
            Err(error) => return Err(error.into()),
        }
    }
    Ok(gone)
}

/// The service's id everywhere of what is no occurrence.
fn uid(event: &Event) -> Option<&str> {
    match event.series_master_id {
        Some(_) => None,
        None => event.i_cal_u_id.as_deref(),
    }
}

/// Gives a meeting its sequence, and notes it. What differs from a series has that of the series.
fn number(
    meeting: &mut Meeting,
    id: &GroupId,
    held: &Held,
    before: &BTreeMap<String, Saved>,
    saved: &mut BTreeMap<String, Saved>,
) {
    let was = before.get(&meeting.uid);
    let of_uid = |event: &&Event| uid(event) == Some(meeting.uid.as_str());
    let Some(event) = held.series.iter().chain(&held.view).find(of_uid) else {
        tracing::debug!(%id, "an event without an id of its own is not noted");
        return;
    };
    let Some(time) = shown::time(event) else {
        return;
    };
    let when = moving(event, held);
    let same = was.is_some_and(|was| was.when == when && was.cancelled == meeting.cancelled);
    meeting.sequence = sequence(was.map(|was| was.sequence), same);
    let cancelled = meeting.cancelled && meeting.instead_of.is_none();
    let now = Saved {
        event_id: event.id.to_string(),
        subject: event.subject.clone().unwrap_or_default(),
        time,
        when,
        sequence: meeting.sequence,
        cancelled,
    };
    saved.insert(meeting.uid.clone(), now);
}

/// All of an event that moves it, and of a series its occurrences that differ.
fn moving(event: &Event, held: &Held) -> String {
    let differ: Vec<_> = held
        .view
        .iter()
        .filter(|other| other.series_master_id.as_ref() == Some(&event.id) && is_exception(other))
        .map(|other| (other.original_start, shown::time(other)))
        .collect();
    let all = json!([
        shown::time(event),
        event.recurrence,
        event.cancelled_occurrences,
        differ,
    ]);
    all.to_string()
}

/// An event that is not there any more.
fn called_off(uid: &str, saved: &Saved) -> Option<Meeting> {
    let when = match &saved.time {
        EventTime::AllDay { first, last } => When::Days {
            first: *first,
            last: *last,
        },
        EventTime::Timed { start, end, .. } => When::timed(*start, *end, TimeZone::UTC),
    };
    Some(Meeting {
        uid: uid.to_owned(),
        sequence: saved.sequence,
        when,
        recurrence: None,
        left_out: Vec::new(),
        instead_of: None,
        subject: saved.subject.clone(),
        description: String::new(),
        location: None,
        cancelled: true,
        show_as: ipc_contract::calendar::ShowAs::Free,
        private: false,
        organizer: None,
        invited: Vec::new(),
        reminder_minutes: None,
        url: None,
    })
}

fn row(event: &Event, zone: &TimeZone) -> Option<Vec<Value>> {
    let details = shown::details_of(event)?;
    let shown = details.event;
    let (start, end, all_day, time_zone) = match &shown.time {
        EventTime::AllDay { first, last } => (json!(first), json!(last), true, Value::Null),
        EventTime::Timed {
            start,
            end,
            time_zone,
        } => {
            let local = |moment: &Timestamp| {
                let time = moment.to_zoned_datetime(zone.clone());
                json!(time.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string())
            };
            (local(start), local(end), false, json!(time_zone))
        }
    };
    let attendees: Vec<&str> = details
        .attendees
        .iter()
        .map(|attendee| attendee.person.address.as_str())
        .collect();
    Some(vec![
        json!(shown.id),
        json!(shown.series_id),
        json!(shown.kind),
        json!(shown.subject),
        start,
        end,
        json!(all_day),
        time_zone,
        json!(shown.location),
        json!(shown.cancelled),
        json!(shown.show_as),
        json!(shown.online),
        json!(details.organizer.map(|organizer| organizer.address)),
        json!(attendees),
        json!(shown.private),
    ])
}
