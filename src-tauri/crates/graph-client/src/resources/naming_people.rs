//! People with the attributes that a naming policy fills names from.

use super::{MeRequests, UsersRequests};
use crate::GraphError;
use crate::models::NamingPerson;
use crate::odata::{PageRequest, Query};
use crate::pipeline::Request;

impl MeRequests<'_> {
    /// The signed-in person: `GET /me` (user-get.md). Permission: `User.Read`.
    ///
    /// # Errors
    /// 401 when the token is of no use.
    pub async fn for_naming(&self) -> Result<NamingPerson, GraphError> {
        let mut url = self.pipeline.root().join(&["me"]);
        Query::default()
            .select(NamingPerson::SELECT)
            .apply(&mut url);
        self.pipeline.json(Request::get("me.forNaming", url)).await
    }
}

impl UsersRequests<'_> {
    /// People of the directory, at most `top` of them and 999: `GET /users` (user-list.md). Permission:
    /// `User.Read.All` (`Directory.Read.All` too) for more than names and titles.
    ///
    /// # Errors
    /// 403 for guests.
    pub async fn for_naming(&self, top: u32) -> Result<Vec<NamingPerson>, GraphError> {
        let query = Query::default()
            .select(NamingPerson::SELECT)
            .filter("userType eq 'Member'")
            .top(top);
        let request = PageRequest::new(self.pipeline, "users.forNaming", &["users"], &query);
        Ok(request.first().await?.value)
    }
}
