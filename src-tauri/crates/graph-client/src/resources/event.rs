//! One event of a group's calendar: read, changed, called off, deleted, answered.

use jiff::Timestamp;
use serde_json::json;
use url::Url;

use super::calendar::{Preferences, listed};
use crate::GraphError;
use crate::deletion::Deletion;
use crate::models::{Event, EventId, EventPatch, EventResponse, GroupId};
use crate::odata::{PageRequest, Query};
use crate::pipeline::{Mailbox, Pipeline, Request};

/// Requests about one event, a series, or one occurrence of it.
#[derive(Debug)]
pub struct EventRequests<'a> {
    pub(super) pipeline: &'a Pipeline,
    pub(super) group: GroupId,
    pub(super) id: EventId,
    pub(super) preferences: Preferences,
}

impl<'a> EventRequests<'a> {
    /// The event with its text: `GET /groups/{id}/events/{id}` (group-get-event.md). Permission:
    /// `Group.Read.All`.
    ///
    /// # Errors
    /// 404 when it is deleted.
    pub async fn get(&self) -> Result<Event, GraphError> {
        let mut url = self.url(&[]);
        let properties = [Event::SELECT, &["body"]].concat();
        Query::default().select(&properties).apply(&mut url);
        let request = self.asked(Request::get("event.get", url));
        self.pipeline.json(request).await
    }

    /// The occurrences of a series from one moment to another:
    /// `GET /groups/{id}/events/{id}/instances` (event-list-instances.md). Permission:
    /// `Group.Read.All`.
    ///
    /// # Errors
    /// 400 when it is no series; 404 when it is deleted.
    pub fn instances(&self, from: Timestamp, to: Timestamp, top: u32) -> PageRequest<'a, Event> {
        let path = [&self.path()[..], &["instances"]].concat();
        let query = listed(from, to, top);
        PageRequest::new(self.pipeline, "event.instances", &path, &query)
            .with(|request| self.asked(request))
    }

    /// Changes it: `PATCH /groups/{id}/events/{id}` (group-update-event.md), and tells its attendees.
    /// Permission: `Group.ReadWrite.All`. The answer is the event as it is now; an empty change reads
    /// it. Of a series all occurrences are changed.
    ///
    /// # Errors
    /// 403 where members may only read the calendar; 404 when it is deleted. After a lost answer
    /// ([`GraphError::outcome_unknown`]) read the event and compare.
    pub async fn update(&self, change: &EventPatch) -> Result<Event, GraphError> {
        if change.is_empty() {
            return self.get().await;
        }
        let request = self.asked(Request::patch("event.update", self.url(&[])));
        self.pipeline.json(request.serialized(change)?).await
    }

    /// Deletes it: `DELETE /groups/{id}/events/{id}` (group-delete-event.md). Permission:
    /// `Group.ReadWrite.All`. 204. The service tells the attendees; words with it go by
    /// [`EventRequests::cancel`].
    ///
    /// # Errors
    /// 403 where members may only read the calendar; 404 when it is deleted already.
    pub async fn delete(&self) -> Result<(), GraphError> {
        let what = Deletion::Event(&self.group, &self.id);
        let request = Request::delete("event.delete", self.pipeline.root(), what);
        self.pipeline
            .send(request.in_mailbox(self.mailbox()))
            .await?;
        Ok(())
    }

    /// Calls it off with words to the attendees: `POST /groups/{id}/events/{id}/cancel`
    /// (event-cancel.md). Permission: `Group.ReadWrite.All`. 202. It leaves the calendar.
    ///
    /// # Errors
    /// 400 when the calendar's owner does not invite. After a lost answer
    /// ([`GraphError::outcome_unknown`]) look whether it is still there.
    pub async fn cancel(&self, comment: Option<&str>) -> Result<(), GraphError> {
        let body = match comment {
            Some(comment) => json!({ "comment": comment }),
            None => json!({}),
        };
        let request = Request::action("event.cancel", self.url(&["cancel"])).json(&body);
        self.pipeline
            .send(request.in_mailbox(self.mailbox()))
            .await?;
        Ok(())
    }

    /// Says yes: `POST /groups/{id}/events/{id}/accept` (event-accept.md). The service's metadata has it
    /// for every event, its page for those of a person's calendar only. Permission:
    /// `Calendars.ReadWrite`. 202. A time cannot be proposed with it, and is left out.
    ///
    /// # Errors
    /// 400 where the calendar's owner invites, as a group does to its own events. Never sent again by
    /// itself once it may have arrived.
    pub async fn accept(&self, response: &EventResponse) -> Result<(), GraphError> {
        let without_proposal = EventResponse {
            proposed_new_time: None,
            ..response.clone()
        };
        self.respond("event.accept", "accept", &without_proposal)
            .await
    }

    /// Says no: `POST /groups/{id}/events/{id}/decline` (event-decline.md); the rest as
    /// [`EventRequests::accept`]. It may leave the calendar.
    ///
    /// # Errors
    /// As [`EventRequests::accept`]; 400 for a proposed time where whoever invites is not told, or
    /// takes none.
    pub async fn decline(&self, response: &EventResponse) -> Result<(), GraphError> {
        self.respond("event.decline", "decline", response).await
    }

    /// Says perhaps: `POST /groups/{id}/events/{id}/tentativelyAccept`
    /// (event-tentativelyaccept.md); the rest as [`EventRequests::decline`].
    ///
    /// # Errors
    /// As [`EventRequests::decline`].
    pub async fn tentatively_accept(&self, response: &EventResponse) -> Result<(), GraphError> {
        self.respond("event.tentativelyAccept", "tentativelyAccept", response)
            .await
    }

    async fn respond(
        &self,
        operation: &'static str,
        action: &str,
        response: &EventResponse,
    ) -> Result<(), GraphError> {
        let request = Request::action(operation, self.url(&[action]))
            .in_mailbox(self.mailbox())
            .serialized(response)?;
        self.pipeline.send(request).await?;
        Ok(())
    }

    fn asked(&self, request: Request) -> Request {
        self.preferences.apply(request.in_mailbox(self.mailbox()))
    }

    fn path(&self) -> [&str; 4] {
        ["groups", self.group.as_str(), "events", self.id.as_str()]
    }

    fn url(&self, below: &[&str]) -> Url {
        let path = [&self.path()[..], below].concat();
        self.pipeline.root().join(&path)
    }

    fn mailbox(&self) -> Mailbox {
        Mailbox::Group(self.group.clone())
    }
}
