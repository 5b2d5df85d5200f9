//! One group's properties: read in full, checked, changed; the group deleted.
//!
//! What Exchange keeps is never mixed with what the directory keeps: the service refuses a request
//! with both (group-update.md).

use super::GroupRequests;
use super::groups_created::verdict;
use crate::GraphError;
use crate::deletion::Deletion;
use crate::models::{
    AssignedLabel, Group, GroupDetails, GroupLabels, GroupPatch, MailSettings, MailSettingsPatch,
    NameCheck, NameVerdict,
};
use crate::odata::Query;
use crate::pipeline::Request;

impl GroupRequests<'_> {
    /// All that the directory keeps of the group: `GET /groups/{id}` (group-get.md). Permission:
    /// `Group.Read.All`.
    ///
    /// # Errors
    /// As [`GroupRequests::get`].
    pub async fn details(&self) -> Result<GroupDetails, GraphError> {
        let properties = [Group::SELECT, GroupDetails::SELECT].concat();
        self.selected("group.details", &properties).await
    }

    /// The group's sensitivity labels: `GET /groups/{id}?$select=assignedLabels` (group-get.md), a
    /// request of its own because not every cloud has them. Permission: `Group.Read.All`.
    ///
    /// # Errors
    /// 400 in a cloud without labels; the rest as [`GroupRequests::get`].
    pub async fn assigned_labels(&self) -> Result<Vec<AssignedLabel>, GraphError> {
        let labels: GroupLabels = self
            .selected("group.assignedLabels", GroupLabels::SELECT)
            .await?;
        Ok(labels.assigned_labels)
    }

    /// What Exchange keeps of the group: `GET /groups/{id}` with those properties only
    /// (group-get.md). Permission: `Group.Read.All`. Microsoft 365 groups only.
    ///
    /// # Errors
    /// 404 also while the mailbox of a new group is being made.
    pub async fn mail_settings(&self) -> Result<MailSettings, GraphError> {
        self.selected("group.mailSettings", MailSettings::SELECT)
            .await
    }

    /// Whether the group could get these names: `POST /groups/{id}/validateProperties`
    /// (group-validateproperties.md). Permission: `Group.Read.All`. Checks prefix, suffix and blocked
    /// words by the policy.
    ///
    /// # Errors
    /// 400 when neither name is given.
    pub async fn validate(&self, names: &NameCheck) -> Result<NameVerdict, GraphError> {
        let url = self.url(&["validateProperties"]);
        let body = names.body().into_json();
        let request = Request::question("group.validate", url).json(&body);
        verdict(self.pipeline.send(request).await.map(drop))
    }

    /// Changes what the directory keeps: `PATCH /groups/{id}` (group-update.md). Permission:
    /// `Group.ReadWrite.All`, and being an owner. 204. An empty change is not sent.
    ///
    /// # Errors
    /// 400 when a name is not taken (see [`GraphError::name_faults`]), and for a group so new that it
    /// is not replicated yet; 403 when the person is no owner. There is no version to compare: who
    /// writes last wins. After a lost answer read the group and compare.
    pub async fn update(&self, change: &GroupPatch) -> Result<(), GraphError> {
        if change.is_empty() {
            return Ok(());
        }
        let request = Request::patch("group.update", self.url(&[]));
        self.pipeline.send(request.json(&change.body())).await?;
        Ok(())
    }

    /// Changes what Exchange keeps: `PATCH /groups/{id}` with those properties only
    /// (group-update.md). Permission: `Group.ReadWrite.All`, delegated only, and being an owner. An
    /// empty change is not sent. The service has been seen to accept `allowExternalSenders` without
    /// effect: read it back.
    ///
    /// # Errors
    /// 404 while the mailbox of a new group is being made; 400 for
    /// `autoSubscribeNewMembers` where subscribing is off.
    pub async fn update_mail_settings(&self, change: &MailSettingsPatch) -> Result<(), GraphError> {
        if change.is_empty() {
            return Ok(());
        }
        let request = Request::patch("group.updateMailSettings", self.url(&[]));
        self.pipeline.send(request.json(&change.body())).await?;
        Ok(())
    }

    /// Deletes the group: `DELETE /groups/{id}` (group-delete.md). Permission:
    /// `Group.ReadWrite.All`, and being an owner. A Microsoft 365 group can be restored for 30 days;
    /// a security group is gone at once.
    ///
    /// # Errors
    /// 404 when it is deleted already. After a lost answer look among the deleted groups.
    pub async fn delete(&self) -> Result<(), GraphError> {
        let root = self.pipeline.root();
        let request = Request::delete("group.delete", root, Deletion::Group(&self.id));
        self.pipeline.send(request).await?;
        Ok(())
    }

    /// Sends the group's conversations to the signed-in person by mail
    /// (group-subscribebymail.md). Permission: `Group.ReadWrite.All`, delegated only. Microsoft 365
    /// groups only; for members.
    ///
    /// # Errors
    /// 404 while the mailbox of a new group is being made.
    pub async fn subscribe_by_mail(&self) -> Result<(), GraphError> {
        self.mailbox_action("group.subscribeByMail", "subscribeByMail")
            .await
    }

    /// Ends what [`GroupRequests::subscribe_by_mail`] began (group-unsubscribebymail.md).
    ///
    /// # Errors
    /// As [`GroupRequests::subscribe_by_mail`].
    pub async fn unsubscribe_by_mail(&self) -> Result<(), GraphError> {
        self.mailbox_action("group.unsubscribeByMail", "unsubscribeByMail")
            .await
    }

    /// Counts all conversations as seen by the signed-in person (group-resetunseencount.md).
    /// Permission: `Group.ReadWrite.All`, delegated only.
    ///
    /// # Errors
    /// As [`GroupRequests::subscribe_by_mail`].
    pub async fn reset_unseen_count(&self) -> Result<(), GraphError> {
        self.mailbox_action("group.resetUnseenCount", "resetUnseenCount")
            .await
    }

    async fn selected<T: serde::de::DeserializeOwned>(
        &self,
        operation: &'static str,
        properties: &[&str],
    ) -> Result<T, GraphError> {
        let mut url = self.url(&[]);
        Query::default().select(properties).apply(&mut url);
        self.pipeline.json(Request::get(operation, url)).await
    }
}
