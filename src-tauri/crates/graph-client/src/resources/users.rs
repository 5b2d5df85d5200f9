//! People of the directory: found as one types, and read many at once.

use futures::stream::StreamExt as _;

use crate::GraphError;
use crate::batch::BatchRequest;
use crate::models::{User, UserId};
use crate::odata::{PageRequest, Query};

super::requests!(
    /// Requests about the people of the directory.
    UsersRequests
);

/// Where people are found by what begins with a text.
const NAMES: [&str; 3] = ["displayName", "mail", "userPrincipalName"];

impl UsersRequests<'_> {
    /// People whose name or address the index finds for `text`, at most `top` of them and 999:
    /// `GET /users?$search=…` (user-list.md). Permission: `User.ReadBasic.All`; guests get 403. The
    /// index lags behind recent writes.
    ///
    /// # Errors
    /// 400 (`Request_UnsupportedQuery`) where there is no index: see
    /// [`UsersRequests::starting_with`].
    pub async fn search(&self, text: &str, top: u32) -> Result<Vec<User>, GraphError> {
        let query = Query::default().search(&["displayName", "mail"], text);
        self.found("users.search", query, top).await
    }

    /// People whose name, address or sign-in name begins with `text`, without the index:
    /// `GET /users?$filter=startswith(…)` (user-list.md). The rest as [`UsersRequests::search`].
    ///
    /// # Errors
    /// 403 for guests.
    pub async fn starting_with(&self, text: &str, top: u32) -> Result<Vec<User>, GraphError> {
        let text = Query::literal(text);
        let terms = NAMES.map(|name| format!("startswith({name},{text})"));
        let query = Query::default().filter(terms.join(" or "));
        self.found("users.startingWith", query, top).await
    }

    /// Each of these people, 20 to a request: `GET /users/{id}` (user-get.md). Permission:
    /// `User.ReadBasic.All`. Each has its own error; 404 for somebody who is gone.
    pub async fn get_many(&self, ids: &[UserId]) -> Vec<(UserId, Result<User, GraphError>)> {
        const OPERATION: &str = "user.get";
        let query = Query::default().select(User::SELECT);
        let requests = ids
            .iter()
            .map(|id| {
                let request = BatchRequest::get(OPERATION, &["users", id.as_str()], &query);
                (id.clone(), request)
            })
            .collect();
        self.pipeline
            .batch(requests)
            .map(|(id, answer)| (id, answer.and_then(|answer| answer.json(OPERATION))))
            .collect()
            .await
    }

    async fn found(
        &self,
        operation: &'static str,
        query: Query,
        top: u32,
    ) -> Result<Vec<User>, GraphError> {
        let query = query.select(User::SELECT).top(top);
        let request = PageRequest::new(self.pipeline, operation, &["users"], &query);
        Ok(request.first().await?.value)
    }
}
