//! Creating, changing, cancelling and answering events. Each is one change of the group, recorded as every other,
//! and is read back.
//!
//! Deliberately elsewhere: what is sent (`written`), and how (`changes::executor::events`).

use std::sync::Arc;

use graph_client::models::{EventId, Group, GroupId};
use identity::permissions::Step;
use ipc_contract::calendar::{
    Answer, EventAnswerRequest, EventCancelRequest, EventChangeRequest, EventChanges,
    EventCreateRequest, EventDetails, EventFinding, RecurrenceChange, Response,
};
use ipc_contract::events::Tag;
use jobs::ItemIndex;
use serde_json::{Map, Value, json};
use uuid::Uuid;

use super::event::{event_id, is_series};
use super::whole::{differences, known_values, resolved, told, with_group};
use super::{check, group_id};
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
        let single = changes.recurrence == Some(RecurrenceChange::Single);
        let series = is_series(&before) && !single;
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
    let recurrence = match &changes.recurrence {
        Some(RecurrenceChange::Series { recurrence }) => Some(recurrence),
        Some(RecurrenceChange::Single) | None => None,
    };
    let time = time.map(|time| check::about_time(time, recurrence, now));
    [words, people, time]
        .into_iter()
        .flatten()
        .flatten()
        .collect()
}

const fn answered(answer: Answer) -> Response {
    match answer {
        Answer::Accept => Response::Accepted,
        Answer::Tentative => Response::Tentative,
        Answer::Decline => Response::Declined,
    }
}
