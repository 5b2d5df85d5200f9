//! When the tenant's groups expire.

use crate::GraphError;
use crate::models::GroupLifecyclePolicy;
use crate::odata::{PageRequest, Query};

super::requests!(
    /// Requests about the tenant's group lifecycle policies.
    LifecyclePoliciesRequests
);

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
            &["groupLifecyclePolicies"],
            &query,
        );
        Ok(request.first().await?.value)
    }
}
