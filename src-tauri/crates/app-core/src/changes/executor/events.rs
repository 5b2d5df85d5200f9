//! Events of groups' calendars: one request each. What came of one whose answer was lost is read, and only a
//! creation may be sent again, which the service knows by its transaction.

use futures::TryStreamExt as _;
use graph_client::GraphError;
use graph_client::models::{Edit, Event, EventId, EventResponse, GroupId, ResponseType};
use graph_client::resources::calendar::MAX_EVENT_PAGE;
use ipc_contract::calendar::{Answer, EventInput};
use ipc_contract::jobs::Reason;
use jiff::{SignedDuration, Timestamp};
use jobs::{LookedUp, Outcome, Settled};
use serde_json::{Map, Value};
use uuid::Uuid;

use super::outcome::{code, refused, settled};
use super::reading::stopped;
use super::{GraphExecutor, Ready};
use crate::calendar::written;
use crate::changes::op::{EVENT_ID, Op};

/// Around a creation's beginning an event is looked for that has its transaction.
const AROUND: SignedDuration = SignedDuration::from_hours(24);

impl GraphExecutor {
    pub(super) async fn send_events(&self, items: &[Ready<'_>]) -> Vec<Settled> {
        let mut results = Vec::with_capacity(items.len());
        for item in items {
            results.push(match self.send_event(item).await {
                Ok(event) => done(item, event.as_ref()),
                Err(Failed::Here(reason)) => refused(reason),
                Err(Failed::There(error)) => self.after_event_failed(item, &error).await,
            });
        }
        results
    }

    /// The event as the service answered it, where it does.
    async fn send_event(&self, item: &Ready<'_>) -> Result<Option<Event>, Failed> {
        let group = item.group()?;
        let calendar = self.client.group(group).calendar();
        match &item.op {
            Op::CreateEvent {
                transaction_id,
                event,
            } => {
                let event = written::new_event(event, *transaction_id);
                return Ok(Some(calendar.create(&event).await?));
            }
            Op::ChangeEvent {
                event_id,
                series,
                changes,
            } => {
                let patch = written::patch(changes, *series);
                let changed = calendar.event(&parse(event_id)?).update(&patch).await?;
                return Ok(Some(changed));
            }
            Op::CancelEvent { event_id, message } => {
                let event = calendar.event(&parse(event_id)?);
                match message.as_deref() {
                    Some("") => event.cancel(None).await?,
                    Some(message) => event.cancel(Some(message)).await?,
                    None => event.delete().await?,
                }
            }
            Op::AnswerEvent {
                event_id,
                answer,
                message,
                send,
            } => {
                let event = calendar.event(&parse(event_id)?);
                let response = EventResponse {
                    comment: Some(message.clone()).filter(|words| *send && !words.is_empty()),
                    send_response: *send,
                    ..EventResponse::default()
                };
                match answer {
                    Answer::Accept => event.accept(&response).await?,
                    Answer::Tentative => event.tentatively_accept(&response).await?,
                    Answer::Decline => event.decline(&response).await?,
                }
            }
            _ => return Err(Failed::Here(Reason::Refused)),
        }
        Ok(None)
    }

    /// What is so already counts as done; an answer that was lost is looked up at once.
    async fn after_event_failed(&self, item: &Ready<'_>, error: &GraphError) -> Settled {
        let gone = error.is_not_found() && matches!(item.op, Op::CancelEvent { .. });
        if gone && !crate::mailbox::is_absent(error.code()) {
            return Settled::Already;
        }
        if !error.outcome_unknown() && !error.is_duplicate_transaction() {
            return settled(error);
        }
        match self.came_of_event(item).await {
            LookedUp::Done { after, subject } => Settled::Done {
                after,
                subject,
                request_id: None,
            },
            _ => settled(error),
        }
    }

    /// What came of an item that was sent and never answered.
    pub(super) async fn came_of_event(&self, item: &Ready<'_>) -> LookedUp {
        let Some(group) = &item.group else {
            return LookedUp::NotDone;
        };
        let found = match &item.op {
            Op::CreateEvent {
                transaction_id,
                event,
            } => self.look_for_event(group, event, *transaction_id).await,
            _ => self.look_at_event(group, item).await,
        };
        match found {
            Ok(Some(found)) => LookedUp::Done {
                after: found.as_ref().map(|event| after(item, event)),
                subject: None,
            },
            Ok(None) if matches!(item.op, Op::ChangeEvent { .. }) => {
                LookedUp::Unknown(Outcome::of(code(Reason::OutcomeUnknown)))
            }
            Ok(None) => LookedUp::NotDone,
            Err(error) => stopped(&error),
        }
    }

    /// An event that this creation made.
    async fn look_for_event(
        &self,
        group: &GroupId,
        event: &EventInput,
        transaction_id: Uuid,
    ) -> Result<Option<Option<Event>>, GraphError> {
        let new = written::new_event(event, transaction_id);
        let (Some(start), Some(end)) = (new.start.to_timestamp(), new.end.to_timestamp()) else {
            return Ok(None);
        };
        let (from, to) = around(start, end);
        let calendar = self.client.group(group).calendar();
        let view = calendar.view(from, to, MAX_EVENT_PAGE);
        let found: Vec<Event> = view.items().try_collect().await?;
        let transaction = transaction_id.to_string();
        let made = found.into_iter().find(|event| {
            let of = event.transaction_id.as_deref();
            of.is_some_and(|of| of.eq_ignore_ascii_case(&transaction))
        });
        let Some(made) = made else { return Ok(None) };
        // Of a series an occurrence was found.
        let Some(series) = &made.series_master_id else {
            return Ok(Some(Some(made)));
        };
        Ok(Some(Some(calendar.event(series).get().await?)))
    }

    /// Whether an event is as it was to become; with the event, where there is one.
    async fn look_at_event(
        &self,
        group: &GroupId,
        item: &Ready<'_>,
    ) -> Result<Option<Option<Event>>, GraphError> {
        let (Op::ChangeEvent { event_id, .. }
        | Op::CancelEvent { event_id, .. }
        | Op::AnswerEvent { event_id, .. }) = &item.op
        else {
            return Ok(None);
        };
        let Ok(id) = EventId::parse(event_id) else {
            return Ok(None);
        };
        let leaves = matches!(
            item.op,
            Op::CancelEvent { .. }
                | Op::AnswerEvent {
                    answer: Answer::Decline,
                    ..
                }
        );
        match self.client.group(group).calendar().event(&id).get().await {
            Ok(event) if is_as_wanted(&event, &item.op) => Ok(Some(Some(event))),
            Ok(_) => Ok(None),
            Err(error) if error.is_not_found() && leaves => Ok(Some(None)),
            Err(error) => Err(error),
        }
    }
}

/// Why an item was not done.
enum Failed {
    Here(Reason),
    There(GraphError),
}

impl From<GraphError> for Failed {
    fn from(error: GraphError) -> Self {
        Self::There(error)
    }
}

impl From<Reason> for Failed {
    fn from(reason: Reason) -> Self {
        Self::Here(reason)
    }
}

fn parse(id: &str) -> Result<EventId, Failed> {
    EventId::parse(id).map_err(|_| Failed::Here(Reason::NotFound))
}

fn done(item: &Ready<'_>, event: Option<&Event>) -> Settled {
    Settled::Done {
        after: event.map(|event| after(item, event)),
        subject: None,
        request_id: None,
    }
}

/// What the record keeps: what was planned, with the event's id.
fn after(item: &Ready<'_>, event: &Event) -> Value {
    let mut after = match &item.record.after {
        Some(Value::Object(planned)) => planned.clone(),
        _ => Map::new(),
    };
    after.insert(EVENT_ID.into(), event.id.as_str().into());
    Value::Object(after)
}

fn around(start: Timestamp, end: Timestamp) -> (Timestamp, Timestamp) {
    (
        start.checked_sub(AROUND).unwrap_or(start),
        end.checked_add(AROUND).unwrap_or(end),
    )
}

/// Whether an event shows what was asked for, as far as that can be told from it.
fn is_as_wanted(event: &Event, op: &Op) -> bool {
    match op {
        Op::AnswerEvent { answer, .. } => {
            let said = event.response_status.as_ref();
            let said = said.and_then(|said| said.response.as_ref());
            said == Some(&match answer {
                Answer::Accept => ResponseType::Accepted,
                Answer::Tentative => ResponseType::TentativelyAccepted,
                Answer::Decline => ResponseType::Declined,
            })
        }
        Op::ChangeEvent {
            series, changes, ..
        } => {
            let wanted = written::patch(changes, *series);
            let moment = |of: &Option<graph_client::models::DateTimeTimeZone>| {
                of.as_ref().and_then(|time| time.to_timestamp())
            };
            let place = event.location.as_ref().map(|at| at.display_name.as_str());
            let single = wanted.recurrence == Edit::Clear;
            let told = single
                || wanted.subject.is_some()
                || wanted.start.is_some()
                || wanted.location.is_some();
            told && !(single && event.recurrence.is_some())
                && wanted
                    .subject
                    .as_deref()
                    .is_none_or(|subject| event.subject.as_deref() == Some(subject))
                && wanted
                    .start
                    .as_ref()
                    .is_none_or(|_| moment(&wanted.start) == event.start())
                && wanted
                    .end
                    .as_ref()
                    .is_none_or(|_| moment(&wanted.end) == event.end())
                && wanted
                    .location
                    .as_ref()
                    .is_none_or(|at| place.unwrap_or_default() == at.display_name)
        }
        _ => false,
    }
}
