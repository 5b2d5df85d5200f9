//! One group lifecycle policy: read, changed, removed, and groups added to it one by one.

use serde_json::json;
use url::Url;

use crate::GraphError;
use crate::deletion::Deletion;
use crate::models::{GroupId, GroupLifecyclePolicy, LifecyclePolicyId, LifecyclePolicyPatch};
use crate::odata::TrueOrFalse;
use crate::pipeline::{Pipeline, Request};

/// Requests about one group lifecycle policy. Changes take `Directory.ReadWrite.All`, and being Global,
/// Groups or User Administrator.
#[derive(Debug)]
pub struct LifecyclePolicyRequests<'a> {
    pipeline: &'a Pipeline,
    id: LifecyclePolicyId,
}

impl<'a> LifecyclePolicyRequests<'a> {
    pub(crate) fn new(pipeline: &'a Pipeline, id: LifecyclePolicyId) -> Self {
        Self { pipeline, id }
    }

    /// The policy: `GET /groupLifecyclePolicies/{id}` (grouplifecyclepolicy-get.md). Permission:
    /// `Directory.Read.All`.
    ///
    /// # Errors
    /// 404 when it was removed; 403 without that permission.
    pub async fn get(&self) -> Result<GroupLifecyclePolicy, GraphError> {
        let request = Request::get("lifecyclePolicy.get", self.url(&[]));
        self.pipeline.json(request).await
    }

    /// Changes it: `PATCH /groupLifecyclePolicies/{id}` (grouplifecyclepolicy-update.md). Answers the
    /// policy as it is now. There is no version to compare: who writes last wins.
    ///
    /// # Errors
    /// 400 for less than 30 days and for addresses that are none; 403 without the role; 404 when it was
    /// removed. After a lost answer ([`GraphError::outcome_unknown`]) read and compare.
    pub async fn update(
        &self,
        change: &LifecyclePolicyPatch,
    ) -> Result<GroupLifecyclePolicy, GraphError> {
        let request = Request::patch("lifecyclePolicy.update", self.url(&[]));
        self.pipeline.json(request.serialized(change)?).await
    }

    /// Removes it: `DELETE /groupLifecyclePolicies/{id}` (grouplifecyclepolicy-delete.md). 204. No
    /// group expires any more, and the selection is forgotten.
    ///
    /// # Errors
    /// 403 without the role; 404 when it was removed already.
    pub async fn delete(&self) -> Result<(), GraphError> {
        let what = Deletion::LifecyclePolicy(&self.id);
        let request = Request::delete("lifecyclePolicy.delete", self.pipeline.root(), what);
        self.pipeline.send(request).await?;
        Ok(())
    }

    /// Adds a group: `POST /groupLifecyclePolicies/{id}/addGroup` (grouplifecyclepolicy-addgroup.md).
    /// Says whether it was; false where the policy is not for selected groups. One that was added already
    /// stays so.
    ///
    /// # Errors
    /// 400 beyond [`GroupLifecyclePolicy::MAX_SELECTED`] and for a group that is no Microsoft 365
    /// group; 403 without the role; 404 when policy or group are gone.
    pub async fn add_group(&self, group: &GroupId) -> Result<bool, GraphError> {
        self.select("lifecyclePolicy.addGroup", "addGroup", group)
            .await
    }

    /// Takes a group out: `POST /groupLifecyclePolicies/{id}/removeGroup`
    /// (grouplifecyclepolicy-removegroup.md); the rest as [`LifecyclePolicyRequests::add_group`].
    ///
    /// # Errors
    /// As [`LifecyclePolicyRequests::add_group`].
    pub async fn remove_group(&self, group: &GroupId) -> Result<bool, GraphError> {
        self.select("lifecyclePolicy.removeGroup", "removeGroup", group)
            .await
    }

    async fn select(
        &self,
        operation: &'static str,
        action: &str,
        group: &GroupId,
    ) -> Result<bool, GraphError> {
        let body = json!({ "groupId": group.as_str() });
        let request = Request::action(operation, self.url(&[action])).json(&body);
        let answer: TrueOrFalse = self.pipeline.json(request).await?;
        Ok(answer.value)
    }

    fn url(&self, below: &[&str]) -> Url {
        let path = [&["groupLifecyclePolicies", self.id.as_str()], below].concat();
        self.pipeline.root().join(&path)
    }
}
