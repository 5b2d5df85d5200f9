//! Creating, changing, cancelling and answering events. Each is one change of the group, recorded as every other,
//! and is read back.
//!
//! Deliberately elsewhere: what is sent (`written`), and how (`changes::executor::events`).

use std::sync::Arc;

use graph_client::models::{EventId, Group, GroupId};
use identity::permissions::Step;
use ipc_contract::calendar::{
    Answer, Attendee, EventAnswerRequest, EventCancelRequest, EventChangeRequest, EventChanges,
    EventCreateRequest, EventDetails, EventFinding, EventInput, EventKind, EventTime, Invitee,
    Response, WallTime,
};
use ipc_contract::conversations::MailPerson;
use ipc_contract::events::Tag;
use jiff::tz::TimeZone;
use jobs::ItemIndex;
use serde_json::{Map, Value, json};
use uuid::Uuid;

use super::event::{event_id, is_series};
use super::{body, check, group_id, zones};
use crate::changes::{EVENT_ID, Op};
use crate::mailbox::in_mailbox;
use crate::session::ActiveSession;
use crate::{Core, CoreError};

impl Core {
    /// Creates an event, and invites whom it names. With the same transaction id it is created once, however often
    /// it is asked for.
    ///
    /// # Errors
    /// [`CoreError::InvalidInput`] for what the check does not let pass, [`CoreError::MailboxAbsent`], and
    /// [`CoreError::NotDone`]: where it is not known whether it was created, asking again with the same id is safe.
    pub async fn create_event(
        &self,
        request: &EventCreateRequest,
    ) -> Result<EventDetails, CoreError> {
        let (session, id) = self.to_change(&request.group_id)?;
        let transaction_id = Uuid::try_parse(&request.transaction_id)
            .map_err(|_| CoreError::invalid("transactionId"))?;
        let now = session.service_now(self.now());
        require_fit(&check::checked(&request.event, now).findings)?;
        let group = self.group_named(&session, &id).await?;
        let event = with_group(&request.event, &group)?;
        let after = told(
            Some(&event.subject),
            Some(&event.time),
            Some(&event.location),
        );
        let event = Box::new(event);
        let op = Op::CreateEvent {
            transaction_id,
            event,
        };
        let made = self
            .run_event(&session, op, &group, (Value::Object(Map::new()), after))
            .await?;
        let made = made.ok_or_else(|| CoreError::internal("an event without an id"))?;
        self.changed_event(&session, &id, &made).await
    }

    /// Changes an event, an occurrence or a series.
    ///
    /// # Errors
    /// [`CoreError::ChangedMeanwhile`] when its version is not the named one any more; else as
    /// [`Core::create_event`].
    pub async fn change_event(
        &self,
        request: &EventChangeRequest,
    ) -> Result<EventDetails, CoreError> {
        let (session, id) = self.to_change(&request.group_id)?;
        let event_id = event_id(&request.event_id)?;
        let before = self.now_there(&session, &id, &event_id).await?;
        if request.change_key.is_some() && request.change_key != before.change_key {
            return Err(CoreError::ChangedMeanwhile);
        }
        let group = self.group_named(&session, &id).await?;
        let old = self
            .text_of_meeting(&session, &id, &before, &request.changes)
            .await?;
        let changes = resolved(&request.changes, &before, &group, old.as_deref())?;
        require_fit(&findings(&changes, session.service_now(self.now())))?;
        if changes == EventChanges::default() {
            return Ok(before);
        }
        let series = is_series(&before);
        let values = differences(&before, &changes);
        let op = Op::ChangeEvent {
            event_id: event_id.to_string(),
            series,
            changes: Box::new(changes),
        };
        let changed = self.run_event(&session, op, &group, values).await?;
        let changed = changed.unwrap_or(event_id);
        self.changed_event(&session, &id, &changed).await
    }

    /// Cancels an event, an occurrence or a series. Those who are invited are told, with words where there are any.
    ///
    /// # Errors
    /// [`CoreError::InvalidInput`] for an event that somebody else organises and that was not cancelled; else as
    /// [`Core::create_event`].
    pub async fn cancel_event(&self, request: &EventCancelRequest) -> Result<(), CoreError> {
        let (session, id) = self.to_change(&request.group_id)?;
        let event_id = event_id(&request.event_id)?;
        let before = self.now_there(&session, &id, &event_id).await?;
        if !before.event.organizer && !before.event.cancelled {
            return Err(CoreError::invalid("eventId"));
        }
        let group = self.group_named(&session, &id).await?;
        let told = before.event.organizer && !before.attendees.is_empty();
        let op = Op::CancelEvent {
            event_id: event_id.to_string(),
            message: told.then(|| request.message.trim().to_owned()),
        };
        let gone = json!({ "subject": null });
        self.run_event(&session, op, &group, (known_values(&before), gone))
            .await?;
        session.calendars.overtake(&id);
        self.changed(&[Tag::Calendar, Tag::Activity]);
        Ok(())
    }

    /// Answers an invitation. An event that is declined leaves the calendar; it is answered as it was.
    ///
    /// # Errors
    /// [`CoreError::InvalidInput`] for an event that the group organises; else as [`Core::create_event`].
    pub async fn answer_event(
        &self,
        request: &EventAnswerRequest,
    ) -> Result<EventDetails, CoreError> {
        let (session, id) = self.to_change(&request.group_id)?;
        let event_id = event_id(&request.event_id)?;
        let mut before = self.now_there(&session, &id, &event_id).await?;
        if before.event.organizer {
            return Err(CoreError::invalid("eventId"));
        }
        let group = self.group_named(&session, &id).await?;
        let op = Op::AnswerEvent {
            event_id: event_id.to_string(),
            answer: request.answer,
            message: request.message.trim().to_owned(),
            send: request.send,
        };
        let was = json!({ "subject": before.event.subject, "response": before.event.response });
        let answered = answered(request.answer);
        let is = json!({ "subject": before.event.subject, "response": answered });
        self.run_event(&session, op, &group, (was, is)).await?;
        match self.changed_event(&session, &id, &event_id).await {
            Err(CoreError::Graph(error)) if error.is_not_found() => {
                before.event.response = answered;
                Ok(before)
            }
            read => read,
        }
    }

    fn to_change(&self, group: &str) -> Result<(Arc<ActiveSession>, GroupId), CoreError> {
        let session = self.session()?;
        session.require(Step::Manage)?;
        Ok((session, group_id(group)?))
    }

    async fn now_there(
        &self,
        session: &ActiveSession,
        id: &GroupId,
        event_id: &EventId,
    ) -> Result<EventDetails, CoreError> {
        let read = self.read_event(session, id, event_id).await;
        read.map_err(in_mailbox)
    }

    /// Runs one change; the event's id, where the service told it.
    async fn run_event(
        &self,
        session: &Arc<ActiveSession>,
        op: Op,
        group: &Group,
        values: (Value, Value),
    ) -> Result<Option<EventId>, CoreError> {
        let done = self
            .change_one_from_to(session, op, group, Some(values.0), Some(values.1))
            .await
            .map_err(in_mailbox)?;
        let (job, index) = (done.job_id.parse(), ItemIndex(done.index));
        let job = job.map_err(|_| CoreError::internal("a job without an id"))?;
        let item = session
            .journalled(move |journal| journal.item(job, index))
            .await?;
        let after = item.and_then(|item| item.after);
        let id = after.and_then(|after| Some(after.get(EVENT_ID)?.as_str()?.to_owned()));
        Ok(id.and_then(|id| EventId::parse(&id).ok()))
    }

    /// An event that was just changed, as it is now.
    async fn changed_event(
        &self,
        session: &ActiveSession,
        id: &GroupId,
        event_id: &EventId,
    ) -> Result<EventDetails, CoreError> {
        session.calendars.overtake(id);
        let read = self.read_event(session, id, event_id).await;
        self.changed(&[Tag::Calendar, Tag::Activity]);
        read
    }

    /// What the service wrote into the text of an online meeting, where the text is changed.
    async fn text_of_meeting(
        &self,
        session: &ActiveSession,
        id: &GroupId,
        before: &EventDetails,
        changes: &EventChanges,
    ) -> Result<Option<String>, CoreError> {
        let (true, Some(_)) = (changes.body.is_some(), &before.join_url) else {
            return Ok(None);
        };
        let event_id = event_id(&before.event.id)?;
        let client = session.client(self.host()).await?;
        let event = client.group(id).calendar().event(&event_id).get().await?;
        Ok(event.body.map(|body| body.content))
    }
}

/// What cannot be saved is not sent.
fn require_fit(findings: &[EventFinding]) -> Result<(), CoreError> {
    match findings.iter().any(check::prevents) {
        true => Err(CoreError::invalid("event")),
        false => Ok(()),
    }
}

fn findings(changes: &EventChanges, now: jiff::Timestamp) -> Vec<EventFinding> {
    let words = changes.subject.as_deref().map(check::about_words);
    let people = changes.attendees.as_deref();
    let people = people.map(|people| check::about_people(people, false));
    let time = changes.time.as_ref();
    let time = time.map(|time| check::about_time(time, changes.recurrence.as_ref(), now));
    [words, people, time]
        .into_iter()
        .flatten()
        .flatten()
        .collect()
}

/// The event with the group itself among those who are invited.
fn with_group(event: &EventInput, group: &Group) -> Result<EventInput, CoreError> {
    let mut event = event.clone();
    if event.whole_group {
        event.attendees.insert(0, whole(group)?);
    }
    Ok(event)
}

/// The group itself, by its address.
fn whole(group: &Group) -> Result<Invitee, CoreError> {
    let address = group.mail.clone().ok_or(CoreError::MailboxAbsent)?;
    let name = group.display_name.clone().unwrap_or_default();
    Ok(Invitee {
        person: MailPerson { name, address },
        optional: false,
    })
}

/// Changes that can be sent without looking at the event again: who is invited is whole, a recurrence has its times,
/// times of a series have their recurrence, and the text of an online meeting keeps the way into it.
fn resolved(
    changes: &EventChanges,
    before: &EventDetails,
    group: &Group,
    old_text: Option<&str>,
) -> Result<EventChanges, CoreError> {
    let mut resolved = changes.clone();
    let recurs = matches!(before.event.kind, EventKind::Series | EventKind::Single);
    if changes.recurrence.is_some() && !recurs {
        return Err(CoreError::invalid("recurrence"));
    }
    if changes.recurrence.is_some() && changes.time.is_none() {
        resolved.time = Some(on_the_wall(&before.event.time)?);
    }
    if is_series(before) && changes.time.is_some() && changes.recurrence.is_none() {
        resolved.recurrence = before.recurrence.clone();
    }
    if changes.online == Some(false) && before.event.online {
        return Err(CoreError::invalid("online"));
    }
    resolved.online = changes
        .online
        .filter(|online| *online && !before.event.online);
    if changes.attendees.is_some() || changes.whole_group.is_some() {
        resolved.attendees = Some(invited(changes, before, group)?);
        resolved.whole_group = None;
    }
    if let (Some(new), Some(old), Some(url)) = (&changes.body, old_text, &before.join_url) {
        resolved.body = Some(body::with_meeting(new, old, url));
    }
    Ok(resolved)
}

/// Everybody who is invited after a change, the group itself first.
fn invited(
    changes: &EventChanges,
    before: &EventDetails,
    group: &Group,
) -> Result<Vec<Invitee>, CoreError> {
    let address = group.mail.as_deref().unwrap_or_default();
    let is_group = |of: &str| of.eq_ignore_ascii_case(address);
    let had_group = before
        .attendees
        .iter()
        .any(|attendee| is_group(&attendee.person.address));
    let people = match &changes.attendees {
        Some(people) => people.clone(),
        None => before.attendees.iter().map(invitee).collect(),
    };
    let people = people
        .into_iter()
        .filter(|one| !is_group(&one.person.address));
    let whole = match changes.whole_group.unwrap_or(had_group) {
        true => Some(whole(group)?),
        false => None,
    };
    Ok(whole.into_iter().chain(people).collect())
}

fn invitee(attendee: &Attendee) -> Invitee {
    Invitee {
        person: attendee.person.clone(),
        optional: attendee.optional,
    }
}

/// When it is, by the clock of its own zone.
fn on_the_wall(time: &EventTime) -> Result<WallTime, CoreError> {
    Ok(match time {
        EventTime::AllDay { first, last } => WallTime::AllDay {
            first: *first,
            last: *last,
        },
        EventTime::Timed {
            start,
            end,
            time_zone,
        } => {
            let known = zones::zone(time_zone);
            let (zone, name) = match known {
                Some(zone) => (zone, time_zone.clone()),
                None => (TimeZone::UTC, "UTC".to_owned()),
            };
            WallTime::Timed {
                start: zone.to_datetime(*start),
                end: zone.to_datetime(*end),
                time_zone: name,
            }
        }
    })
}

const fn answered(answer: Answer) -> Response {
    match answer {
        Answer::Accept => Response::Accepted,
        Answer::Tentative => Response::Tentative,
        Answer::Decline => Response::Declined,
    }
}

/// What the record says of an event.
fn told(subject: Option<&str>, time: Option<&WallTime>, location: Option<&str>) -> Value {
    let mut told = Map::new();
    if let Some(subject) = subject {
        told.insert("subject".into(), json!(subject));
    }
    match time {
        Some(WallTime::Timed {
            start,
            end,
            time_zone,
        }) => {
            told.insert("start".into(), json!(format!("{start} {time_zone}")));
            told.insert("end".into(), json!(format!("{end} {time_zone}")));
        }
        Some(WallTime::AllDay { first, last }) => {
            told.insert("start".into(), json!(first));
            told.insert("end".into(), json!(last));
        }
        None => {}
    }
    if let Some(location) = location.filter(|location| !location.is_empty()) {
        told.insert("location".into(), json!(location));
    }
    Value::Object(told)
}

fn known_values(event: &EventDetails) -> Value {
    let event = &event.event;
    let time = on_the_wall(&event.time).ok();
    told(
        Some(&event.subject),
        time.as_ref(),
        event.location.as_deref(),
    )
}

/// What the record says was there, and what is there now.
fn differences(before: &EventDetails, changes: &EventChanges) -> (Value, Value) {
    let subject = changes.subject.as_deref();
    let subject = subject.unwrap_or(&before.event.subject);
    let after = told(
        Some(subject),
        changes.time.as_ref(),
        changes.location.as_deref(),
    );
    (known_values(before), after)
}
