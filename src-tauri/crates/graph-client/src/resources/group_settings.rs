//! The tenant's rules for groups: creation, guests, names, classifications. What they are made from,
//! and one group's own.
//!
//! Deliberately elsewhere: settings that are there, changed or deleted (`group_setting`).

use futures::TryStreamExt as _;

use super::{GroupRequests, GroupSettingRequests};
use crate::GraphError;
use crate::models::{
    GroupSetting, GroupSettingId, GroupSettingTemplate, GroupSettingTemplateId, NewGroupSetting,
};
use crate::odata::{PageRequest, Query};
use crate::pipeline::Request;

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

    /// One template: `GET /groupSettingTemplates/{id}` (groupsettingtemplate-get.md). Permission:
    /// `GroupSettings.Read.All`.
    ///
    /// # Errors
    /// 404 for an id of no template; 403 without that permission.
    pub async fn template(
        &self,
        id: &GroupSettingTemplateId,
    ) -> Result<GroupSettingTemplate, GraphError> {
        let path = ["groupSettingTemplates", id.as_str()];
        let url = self.pipeline.root().join(&path);
        let request = Request::get("groupSettings.template", url);
        self.pipeline.json(request).await
    }

    /// Makes settings of the tenant: `POST /groupSettings` (group-post-settings.md). Permission:
    /// `GroupSettings.ReadWrite.All` (`Directory.ReadWrite.All` too), and being Global or Groups
    /// Administrator. 201. They take up to 15 minutes until they are obeyed everywhere.
    ///
    /// # Errors
    /// 400 or 409 when there are settings of that template already; 400 for values that are missing, of
    /// the wrong type, or not the template's; 403 without the role. After a lost answer
    /// ([`GraphError::outcome_unknown`]) list the settings.
    pub async fn create(&self, settings: &NewGroupSetting) -> Result<GroupSetting, GraphError> {
        let url = self.pipeline.root().join(&["groupSettings"]);
        let request = Request::action("groupSettings.create", url);
        self.pipeline.json(request.serialized(settings)?).await
    }
}

impl<'a> GroupRequests<'a> {
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

    /// Makes settings of the group's own: `POST /groups/{id}/settings` (group-post-settings.md), of
    /// [`GroupSettingTemplate::UNIFIED_GUEST`] only; the rest as [`GroupSettingsRequests::create`].
    ///
    /// # Errors
    /// As [`GroupSettingsRequests::create`]; 404 when the group is gone.
    pub async fn create_setting(
        &self,
        settings: &NewGroupSetting,
    ) -> Result<GroupSetting, GraphError> {
        let request = Request::action("group.createSetting", self.url(&["settings"]));
        self.pipeline.json(request.serialized(settings)?).await
    }

    /// One set of the group's own settings.
    pub fn setting(&self, id: &GroupSettingId) -> GroupSettingRequests<'a> {
        GroupSettingRequests::new(self.pipeline, id.clone(), Some(self.id.clone()))
    }
}
