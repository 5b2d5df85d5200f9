//! The signed-in person.

use crate::GraphError;
use crate::models::{Person, User};
use crate::odata::{PageRequest, Query};
use crate::pipeline::{Mailbox, Request};

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

    /// People who fit `text`, those first with whom the signed-in person has most to do, at most
    /// `top`: `GET /me/people?$search=…` (user-list-people.md). Permission: `People.Read`. Finds
    /// inexactly, and people outside the directory too.
    ///
    /// # Errors
    /// 403 without that permission; 404 for somebody without a mailbox.
    pub async fn people(&self, text: &str, top: u32) -> Result<Vec<Person>, GraphError> {
        let query = Query::default()
            .search_text(text)
            .select(Person::SELECT)
            .top(top);
        let path = ["me", "people"];
        let request = PageRequest::new(self.pipeline, "me.people", &path, &query);
        let request = request.with(|request| request.in_mailbox(Mailbox::Me));
        Ok(request.first().await?.value)
    }
}
