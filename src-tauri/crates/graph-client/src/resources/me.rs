//! The signed-in person.

use crate::GraphError;
use crate::models::User;
use crate::odata::Query;
use crate::pipeline::Request;

super::requests!(
    /// Requests about the signed-in person.
    MeRequests
);

impl MeRequests<'_> {
    /// Who is signed in: `GET /me` (user-get.md). Permission: `User.Read`.
    ///
    /// # Errors
    /// 401 when the token is of no use.
    pub async fn get(&self) -> Result<User, GraphError> {
        let mut url = self.pipeline.root().join(&["me"]);
        Query::default()
            .select(&["id", "displayName", "userPrincipalName", "mail"])
            .apply(&mut url);
        self.pipeline.json(Request::get("me.get", url)).await
    }
}
