//! Objects of the directory by their ids alone, whatever they are.

use futures::stream::StreamExt as _;

use crate::GraphError;
use crate::batch::BatchRequest;
use crate::models::{Member, UserId};
use crate::odata::Query;

super::requests!(
    /// Requests about objects of the directory.
    DirectoryObjectsRequests
);

impl DirectoryObjectsRequests<'_> {
    /// What each of these ids is, 20 to a request: `GET /directoryObjects/{id}`
    /// (directoryobject-get.md), with its default properties only. Permission: `Directory.Read.All`.
    /// Each has its own error; 404 for an id that nothing has.
    pub async fn get_many(&self, ids: &[UserId]) -> Vec<(UserId, Result<Member, GraphError>)> {
        const OPERATION: &str = "directoryObject.get";
        let requests = ids
            .iter()
            .map(|id| {
                let segments = ["directoryObjects", id.as_str()];
                let request = BatchRequest::get(OPERATION, &segments, &Query::default());
                (id.clone(), request)
            })
            .collect();
        self.pipeline
            .batch(requests)
            .map(|(id, answer)| (id, answer.and_then(|answer| answer.json(OPERATION))))
            .collect()
            .await
    }
}
