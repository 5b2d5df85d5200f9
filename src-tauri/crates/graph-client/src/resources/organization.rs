//! The tenant.

use crate::error::{ErrorKind, GraphError, Stage};
use crate::models::Organization;
use crate::odata::{PageRequest, Query};

super::requests!(
    /// Requests about the tenant.
    OrganizationRequests
);

const OPERATION: &str = "organization.get";

impl OrganizationRequests<'_> {
    /// The tenant's id and name: `GET /organization` (organization-list.md). Permission: `User.Read`.
    /// The collection has exactly one item.
    ///
    /// # Errors
    /// [`ErrorKind::Shape`] when the collection is empty.
    pub async fn get(&self) -> Result<Organization, GraphError> {
        let query = Query::default().select(&["id", "displayName"]);
        let page = PageRequest::new(self.pipeline, OPERATION, &["organization"], &query)
            .first()
            .await?;
        page.value.into_iter().next().ok_or_else(|| {
            GraphError::new(
                ErrorKind::Shape,
                Stage::Decode,
                OPERATION,
                "the service names no tenant",
            )
        })
    }
}
