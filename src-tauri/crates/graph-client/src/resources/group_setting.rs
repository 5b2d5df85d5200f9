//! Settings made from a template: the tenant's of one template, or one group's own.

use serde_json::json;
use url::Url;

use crate::GraphError;
use crate::deletion::Deletion;
use crate::models::{GroupId, GroupSetting, GroupSettingId, SettingValue};
use crate::pipeline::{Pipeline, Request};

/// Requests about one set of settings. Changes take `GroupSettings.ReadWrite.All`
/// (`Directory.ReadWrite.All` too), and being Global or Groups Administrator; User Administrators may
/// write values, and no more.
#[derive(Debug)]
pub struct GroupSettingRequests<'a> {
    pipeline: &'a Pipeline,
    id: GroupSettingId,
    /// Whose they are; the tenant's, if nobody's.
    group: Option<GroupId>,
}

impl<'a> GroupSettingRequests<'a> {
    pub(crate) fn new(pipeline: &'a Pipeline, id: GroupSettingId, group: Option<GroupId>) -> Self {
        Self {
            pipeline,
            id,
            group,
        }
    }

    /// The settings: `GET /groupSettings/{id}` or `GET /groups/{id}/settings/{id}`
    /// (groupsetting-get.md). Permission: `GroupSettings.Read.All`.
    ///
    /// # Errors
    /// 404 when they were deleted; 403 without that permission.
    pub async fn get(&self) -> Result<GroupSetting, GraphError> {
        let request = Request::get("groupSetting.get", self.url());
        self.pipeline.json(request).await
    }

    /// Writes all values: `PATCH` at the same address (groupsetting-update.md). 204. The service takes
    /// the whole set only, those too that this version does not know. There is no version to compare:
    /// who writes last wins. The tenant's take up to 15 minutes until they are obeyed everywhere.
    ///
    /// # Errors
    /// 400 for a value of the wrong type, one that the template does not have, or one that is missing;
    /// 403 without the role; 404 when the settings were deleted. After a lost answer
    /// ([`GraphError::outcome_unknown`]) read and compare.
    pub async fn update(&self, values: &[SettingValue]) -> Result<(), GraphError> {
        let request = Request::patch("groupSetting.update", self.url());
        let body = json!({ "values": values });
        self.pipeline.send(request.json(&body)).await?;
        Ok(())
    }

    /// Deletes them: `DELETE` at the same address (groupsetting-delete.md). 204. The template's
    /// defaults hold again; for a group, the tenant's settings.
    ///
    /// # Errors
    /// 403 without the role; 404 when they were deleted already.
    pub async fn delete(&self) -> Result<(), GraphError> {
        let what = match &self.group {
            Some(group) => Deletion::SettingOfGroup(group, &self.id),
            None => Deletion::TenantSetting(&self.id),
        };
        let request = Request::delete("groupSetting.delete", self.pipeline.root(), what);
        self.pipeline.send(request).await?;
        Ok(())
    }

    fn url(&self) -> Url {
        let id = self.id.as_str();
        match &self.group {
            Some(group) => {
                let path = ["groups", group.as_str(), "settings", id];
                self.pipeline.root().join(&path)
            }
            None => self.pipeline.root().join(&["groupSettings", id]),
        }
    }
}
