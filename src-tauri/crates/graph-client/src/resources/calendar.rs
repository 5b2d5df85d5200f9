//! A group's calendar: what is in it for a time, and new events.
//!
//! Deliberately elsewhere: one event (`event`).

use http::HeaderValue;
use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::{EventRequests, GroupRequests};
use crate::GraphError;
use crate::models::{Event, EventId, GroupId, NewEvent};
use crate::odata::{PageRequest, Query};
use crate::pipeline::{Mailbox, Pipeline, Request};

/// How many events come in one page at most.
pub const MAX_EVENT_PAGE: u32 = 250;

/// Requests about a group's calendar.
#[derive(Debug)]
pub struct CalendarRequests<'a> {
    pipeline: &'a Pipeline,
    group: GroupId,
    preferences: Preferences,
}

/// How events are to be told.
#[derive(Debug, Clone, Default)]
pub(super) struct Preferences {
    time_zone: Option<HeaderValue>,
    text: bool,
}

impl Preferences {
    pub(super) fn apply(&self, request: Request) -> Request {
        let request = match &self.time_zone {
            Some(zone) => request.prefer(zone.clone()),
            None => request,
        };
        if self.text {
            let text = HeaderValue::from_static(r#"outlook.body-content-type="text""#);
            request.prefer(text)
        } else {
            request
        }
    }
}

impl<'a> GroupRequests<'a> {
    /// The group's calendar. Four requests at once go to its mailbox, others wait their turn.
    pub fn calendar(&self) -> CalendarRequests<'a> {
        CalendarRequests {
            pipeline: self.pipeline,
            group: self.id.clone(),
            preferences: Preferences::default(),
        }
    }
}

impl<'a> CalendarRequests<'a> {
    /// With beginnings and ends told in `zone`, and not in UTC
    /// (`Prefer: outlook.timezone`). A zone without a name in the tz database changes nothing.
    #[must_use]
    pub fn in_time_zone(mut self, zone: &TimeZone) -> Self {
        let name = zone.iana_name();
        let preference = name.map(|name| format!("outlook.timezone=\"{name}\""));
        self.preferences.time_zone =
            preference.and_then(|preference| HeaderValue::try_from(preference).ok());
        self
    }

    /// With texts told plainly, and not in HTML (`Prefer: outlook.body-content-type`).
    #[must_use]
    pub fn with_plain_texts(mut self) -> Self {
        self.preferences.text = true;
        self
    }

    /// What is in the calendar from one moment to another, each occurrence of a series by itself, the
    /// earliest first, `top` in a page and at most [`MAX_EVENT_PAGE`]:
    /// `GET /groups/{id}/calendarView` (group-list-calendarview.md). Permission: `Group.Read.All`.
    /// Without texts.
    ///
    /// # Errors
    /// 403 outside a private group; 404 while there is no mailbox.
    pub fn view(&self, from: Timestamp, to: Timestamp, top: u32) -> PageRequest<'a, Event> {
        let path = ["groups", self.group.as_str(), "calendarView"];
        let query = listed(from, to, top).order_by("start/dateTime");
        PageRequest::new(self.pipeline, "group.calendarView", &path, &query)
            .with(|request| self.asked(request))
    }

    /// One event of the calendar.
    pub fn event(&self, id: &EventId) -> EventRequests<'a> {
        EventRequests {
            pipeline: self.pipeline,
            group: self.group.clone(),
            id: id.clone(),
            preferences: self.preferences.clone(),
        }
    }

    /// Creates an event, and invites its attendees: `POST /groups/{id}/events`
    /// (group-post-events.md). Permission: `Group.ReadWrite.All`, delegated only. 201.
    ///
    /// The service knows the creation by [`NewEvent::transaction_id`]: it is sent again, also when it
    /// may have arrived.
    ///
    /// # Errors
    /// 403 where members may only read the calendar;
    /// [`GraphError::is_duplicate_transaction`] when that id was used for another event. With
    /// [`GraphError::outcome_unknown`] the same event may be created again.
    pub async fn create(&self, event: &NewEvent) -> Result<Event, GraphError> {
        let path = ["groups", self.group.as_str(), "events"];
        let request = Request::recognized("group.createEvent", self.pipeline.root().join(&path));
        self.pipeline
            .json(self.asked(request).serialized(event)?)
            .await
    }

    fn asked(&self, request: Request) -> Request {
        let request = request.in_mailbox(Mailbox::Group(self.group.clone()));
        self.preferences.apply(request)
    }
}

/// Events of a time in a list.
pub(super) fn listed(from: Timestamp, to: Timestamp, top: u32) -> Query {
    Query::default()
        .window(from, to)
        .select(Event::SELECT)
        .top(top.min(MAX_EVENT_PAGE))
}
