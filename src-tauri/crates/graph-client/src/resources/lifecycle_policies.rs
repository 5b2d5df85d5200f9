//! When the tenant's groups expire: its policy, and that of one group.
//!
//! Deliberately elsewhere: the policy changed or removed (`lifecycle_policy`), many groups selected at
//! once (`lifecycle_selection`).

use super::GroupRequests;
use crate::GraphError;
use crate::models::{GroupLifecyclePolicy, LifecyclePolicyPatch};
use crate::odata::{PageRequest, Query};
use crate::pipeline::Request;

super::requests!(
    /// Requests about the tenant's group lifecycle policies.
    LifecyclePoliciesRequests
);

const COLLECTION: &str = "groupLifecyclePolicies";

impl LifecyclePoliciesRequests<'_> {
    /// The tenant's policies, at most one: `GET /groupLifecyclePolicies`
    /// (grouplifecyclepolicy-list.md). Permission: `Directory.Read.All`.
    ///
    /// # Errors
    /// 403 without that permission: then it is not known whether groups expire.
    pub async fn list(&self) -> Result<Vec<GroupLifecyclePolicy>, GraphError> {
        let query = Query::default();
        let request = PageRequest::new(
            self.pipeline,
            "lifecyclePolicies.list",
            &[COLLECTION],
            &query,
        );
        Ok(request.first().await?.value)
    }

    /// Makes the tenant's policy: `POST /groupLifecyclePolicies`
    /// (grouplifecyclepolicy-post-grouplifecyclepolicies.md). Permission: `Directory.ReadWrite.All`,
    /// and being Global, Groups or User Administrator. 201. A group that is older than the lifetime
    /// gets 35 days.
    ///
    /// # Errors
    /// 400 when there is a policy already, for less than 30 days, and for addresses that are none; 403
    /// without the role. After a lost answer ([`GraphError::outcome_unknown`]) list the policies.
    pub async fn create(
        &self,
        policy: &LifecyclePolicyPatch,
    ) -> Result<GroupLifecyclePolicy, GraphError> {
        let url = self.pipeline.root().join(&[COLLECTION]);
        let request = Request::action("lifecyclePolicies.create", url);
        self.pipeline.json(request.serialized(policy)?).await
    }
}

impl GroupRequests<'_> {
    /// The policy that covers the group, or none: `GET /groups/{id}/groupLifecyclePolicies`
    /// (group-list-grouplifecyclepolicies.md). Permission: `Directory.Read.All`.
    ///
    /// # Errors
    /// 403 without that permission: then it is not known.
    pub async fn lifecycle_policies(&self) -> Result<Vec<GroupLifecyclePolicy>, GraphError> {
        let path = ["groups", self.id.as_str(), COLLECTION];
        let query = Query::default();
        let request = PageRequest::new(self.pipeline, "group.lifecyclePolicies", &path, &query);
        Ok(request.first().await?.value)
    }
}
