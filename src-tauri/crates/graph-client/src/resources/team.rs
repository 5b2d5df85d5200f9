//! The team of a group.

use serde_json::json;

use super::GroupRequests;
use crate::GraphError;
use crate::models::{GroupId, Team};
use crate::pipeline::{Pipeline, Request};

/// Requests about one team; its id is its group's.
#[derive(Debug)]
pub struct TeamRequests<'a> {
    pipeline: &'a Pipeline,
    id: GroupId,
}

impl<'a> TeamRequests<'a> {
    pub(crate) fn new(pipeline: &'a Pipeline, id: GroupId) -> Self {
        Self { pipeline, id }
    }

    /// The team: `GET /teams/{id}` (team-get.md). Permission: `Team.ReadBasic.All`. May not be asked
    /// again and again to see whether something changed: once a day, or when a person wants to know.
    ///
    /// # Errors
    /// 404 when the group has no team, or one that is still being made.
    pub async fn get(&self) -> Result<Team, GraphError> {
        let url = self.pipeline.root().join(&["teams", self.id.as_str()]);
        self.pipeline.json(Request::get("team.get", url)).await
    }
}

impl GroupRequests<'_> {
    /// Gives the group a team: `PUT /groups/{id}/team` (team-put-teams.md). Permission:
    /// `Group.ReadWrite.All`, and being an owner. Six a second for a tenant.
    ///
    /// # Errors
    /// 404 for a group younger than about 15 minutes: try again, ten seconds apart; it may have worked
    /// all the same. 409 when it has a team, which then is success. 400 for a group without an owner.
    pub async fn enable_team(&self) -> Result<Team, GraphError> {
        let request = Request::put("group.enableTeam", self.url(&["team"]));
        self.pipeline.json(request.json(&json!({}))).await
    }
}
