//! One group: read, renewed, marked and unmarked as a favorite.
//!
//! Deliberately elsewhere: its properties in full (`group_properties`), its people
//! (`group_people`), photo, team and what it holds, each in a module of that name.

use std::time::Duration;

use jiff::Timestamp;
use url::Url;

pub use super::group_people::MAX_ADDED;
use crate::GraphError;
use crate::models::{Group, GroupId};
use crate::odata::Query;
use crate::pipeline::{Mailbox, Pipeline, Request};

/// Requests about one group.
#[derive(Debug)]
pub struct GroupRequests<'a> {
    pub(super) pipeline: &'a Pipeline,
    pub(super) id: GroupId,
}

/// What came of a renewal, by the service's word.
#[derive(Debug, Clone, PartialEq)]
pub struct Renewal {
    /// The group as it was read last.
    pub group: Group,
    /// Whether that shows the renewal; false when it was accepted and is not replicated yet.
    pub confirmed: bool,
}

/// Waits between reads until a renewal shows. Directory writes are replicated within seconds.
const CONFIRM_AFTER: [Duration; 4] = [
    Duration::ZERO,
    Duration::from_millis(400),
    Duration::from_millis(1200),
    Duration::from_millis(2400),
];

impl<'a> GroupRequests<'a> {
    pub(crate) fn new(pipeline: &'a Pipeline, id: GroupId) -> Self {
        Self { pipeline, id }
    }

    /// The group: `GET /groups/{id}` (group-get.md). Permission: `Group.ReadBasic.All`; the dates need
    /// `Group.Read.All`.
    ///
    /// # Errors
    /// 404 when it is absent, soft-deleted, or so new that it is not replicated yet.
    pub async fn get(&self) -> Result<Group, GraphError> {
        let mut url = self.pipeline.root().join(&["groups", self.id.as_str()]);
        Query::default().select(Group::SELECT).apply(&mut url);
        self.pipeline.json(Request::get("group.get", url)).await
    }

    /// Renews the group: its lifetime begins anew, now (group-renew.md). Permission:
    /// `Group.ReadWrite.All`, and being an owner. 204 without content.
    ///
    /// # Errors
    /// 403 when the person is no owner; 400 when no policy covers the group. A lost answer
    /// ([`GraphError::outcome_unknown`]) is never sent again by itself: read the group and compare
    /// `renewedDateTime`.
    pub async fn renew(&self) -> Result<(), GraphError> {
        self.action("group.renew", "renew").await
    }

    /// Renews the group and reads it until the renewal shows, for a few seconds. `before` is the
    /// group's `renewedDateTime` as it was read just before: a date from longer ago may have been
    /// overtaken by a renewal through somebody else or through activity, which would be taken for this one.
    ///
    /// # Errors
    /// As [`GroupRequests::renew`]. Once the renewal was accepted, a failing read is no error: then
    /// the result is not confirmed. Only when not one read succeeds is that read's error returned.
    pub async fn renew_and_confirm(
        &self,
        before: Option<Timestamp>,
    ) -> Result<Renewal, GraphError> {
        self.renew().await?;
        self.confirm_renewal(before).await
    }

    /// Reads the group until `renewedDateTime` is later than `before`, for a few seconds.
    ///
    /// # Errors
    /// When not one read succeeds.
    pub async fn confirm_renewal(&self, before: Option<Timestamp>) -> Result<Renewal, GraphError> {
        let mut shown = None;
        let mut failed = None;
        for wait in CONFIRM_AFTER {
            tokio::time::sleep(wait).await;
            match self.get().await {
                Ok(group) if group.renewed_date_time > before => {
                    return Ok(Renewal {
                        group,
                        confirmed: true,
                    });
                }
                Ok(group) => shown = Some(group),
                Err(error) => failed = Some(error),
            }
        }
        match (shown, failed) {
            (None, Some(error)) => Err(error),
            (Some(group), _) => Ok(Renewal {
                group,
                confirmed: false,
            }),
            (None, None) => self.get().await.map(|group| Renewal {
                group,
                confirmed: false,
            }),
        }
    }

    /// Marks the group as a favorite of the signed-in person (group-addfavorite.md). Permission:
    /// `Group.ReadWrite.All`, delegated only. Microsoft 365 groups only. Marking twice is harmless.
    ///
    /// # Errors
    /// 400 for another kind of group. The result can be read only where the tenant tells it: see
    /// [`crate::models::FavoriteState`].
    pub async fn add_favorite(&self) -> Result<(), GraphError> {
        self.action("group.addFavorite", "addFavorite").await
    }

    /// Takes the group off the person's favorites (group-removefavorite.md); the rest as
    /// [`GroupRequests::add_favorite`].
    ///
    /// # Errors
    /// As [`GroupRequests::add_favorite`].
    pub async fn remove_favorite(&self) -> Result<(), GraphError> {
        self.action("group.removeFavorite", "removeFavorite").await
    }

    pub(super) async fn action(
        &self,
        operation: &'static str,
        action: &str,
    ) -> Result<(), GraphError> {
        let request = Request::action(operation, self.url(&[action]));
        self.pipeline.send(request).await?;
        Ok(())
    }

    /// As [`GroupRequests::action`], for what the group's mailbox does.
    pub(super) async fn mailbox_action(
        &self,
        operation: &'static str,
        action: &str,
    ) -> Result<(), GraphError> {
        let request = Request::action(operation, self.url(&[action]));
        self.pipeline
            .send(request.in_mailbox(self.mailbox()))
            .await?;
        Ok(())
    }

    pub(super) fn mailbox(&self) -> Mailbox {
        Mailbox::Group(self.id.clone())
    }

    /// The address of the group, or of what is below it.
    pub(super) fn url(&self, below: &[&str]) -> Url {
        let segments = [&["groups", self.id.as_str()], below].concat();
        self.pipeline.root().join(&segments)
    }
}
