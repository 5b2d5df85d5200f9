//! The tenant's rules for groups: creation, guests, names, classifications.

use super::GroupRequests;
use crate::GraphError;
use crate::models::{GroupSetting, GroupSettingTemplate};
use crate::odata::{PageRequest, Query};
use futures::TryStreamExt as _;

super::requests!(
    /// Requests about the tenant's group settings.
    GroupSettingsRequests
);

impl GroupSettingsRequests<'_> {
    /// The tenant's settings, at most one a template: `GET /groupSettings` (groupsetting-list.md).
    /// Permission: `GroupSettings.Read.All`. Where there are none, the templates' defaults hold. A
    /// change takes up to 15 minutes to show.
    ///
    /// # Errors
    /// 403 without that permission: then the tenant's rules are not known.
    pub async fn list(&self) -> Result<Vec<GroupSetting>, GraphError> {
        let (query, path) = (Query::default(), ["groupSettings"]);
        let request = PageRequest::new(self.pipeline, "groupSettings.list", &path, &query);
        request.items().try_collect().await
    }

    /// What settings can be made from, with their defaults: `GET /groupSettingTemplates`
    /// (groupsettingtemplate-list.md). Permission: `GroupSettings.Read.All`.
    ///
    /// # Errors
    /// As [`GroupSettingsRequests::list`].
    pub async fn templates(&self) -> Result<Vec<GroupSettingTemplate>, GraphError> {
        let (query, path) = (Query::default(), ["groupSettingTemplates"]);
        let request = PageRequest::new(self.pipeline, "groupSettings.templates", &path, &query);
        request.items().try_collect().await
    }
}

impl GroupRequests<'_> {
    /// The group's own settings, which are only about guests: `GET /groups/{id}/settings`
    /// (group-list-settings.md). Permission: `GroupSettings.Read.All`. None: the tenant's hold.
    ///
    /// # Errors
    /// 403 without that permission.
    pub async fn settings(&self) -> Result<Vec<GroupSetting>, GraphError> {
        let path = ["groups", self.id.as_str(), "settings"];
        let query = Query::default();
        let request = PageRequest::new(self.pipeline, "group.settings", &path, &query);
        request.items().try_collect().await
    }
}
