//! The signed-in person.

use serde::Deserialize;
use serde_json::json;

use crate::GraphError;
use crate::models::{DirectoryRole, Person, User};
use crate::odata::{PageRequest, Query};
use crate::pipeline::{Mailbox, Request};

super::requests!(
    /// Requests about the signed-in person.
    MeRequests
);

/// Of the ids that were asked for those that the person belongs to.
#[derive(Deserialize)]
struct MemberObjects {
    value: Vec<String>,
}

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

    /// Which roles of [`DirectoryRole`] the person holds, through groups too:
    /// `POST /me/checkMemberObjects` with the ids of the roles' templates
    /// (directoryobject-checkmemberobjects.md). Permission: `User.Read`. A role that is only eligible
    /// and was not activated does not count.
    ///
    /// # Errors
    /// 403 where the tenant does not let people ask: then trying tells.
    pub async fn roles(&self) -> Result<Vec<DirectoryRole>, GraphError> {
        let ids = DirectoryRole::ALL.map(DirectoryRole::template_id);
        let url = self.pipeline.root().join(&["me", "checkMemberObjects"]);
        let request = Request::question("me.roles", url).json(&json!({ "ids": ids }));
        let held: MemberObjects = self.pipeline.json(request).await?;
        let is_held = |role: &DirectoryRole| {
            let id = role.template_id();
            held.value.iter().any(|held| held.eq_ignore_ascii_case(id))
        };
        Ok(DirectoryRole::ALL.into_iter().filter(is_held).collect())
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
