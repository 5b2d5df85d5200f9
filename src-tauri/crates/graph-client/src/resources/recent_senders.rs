//! Who wrote to a group lately.

use serde::Deserialize;

use super::GroupRequests;
use crate::GraphError;
use crate::odata::{PageRequest, Query, null_as_default};

/// How many threads are looked at.
const THREADS: u32 = 50;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Thread {
    #[serde(default, deserialize_with = "null_as_default")]
    unique_senders: Vec<String>,
}

impl GroupRequests<'_> {
    /// The names of those who wrote in each of the group's last threads, at most 50 of them:
    /// `GET /groups/{id}/threads` (group-list-threads.md). Permission: `Group.Read.All`. Names, and
    /// not ids, are what the service keeps of senders here.
    ///
    /// # Errors
    /// 403 without the permission, or outside a private group; 404 while there is no mailbox.
    pub async fn recent_senders(&self) -> Result<Vec<Vec<String>>, GraphError> {
        let query = Query::default()
            .select(&["id", "uniqueSenders", "lastDeliveredDateTime"])
            .top(THREADS);
        let path = ["groups", self.id.as_str(), "threads"];
        let request: PageRequest<'_, Thread> =
            PageRequest::new(self.pipeline, "group.recentSenders", &path, &query);
        let request = request.with(|request| request.in_mailbox(self.mailbox()));
        let threads = request.first().await?.value;
        Ok(threads
            .into_iter()
            .map(|thread| thread.unique_senders)
            .collect())
    }
}
