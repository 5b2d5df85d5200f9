//! One bucket of a plan.

use serde_json::json;
use url::Url;

use super::planner::change;
use crate::GraphError;
use crate::deletion::Deletion;
use crate::models::{BucketId, Etag, OrderHintRequest, PlannerBucket};
use crate::pipeline::{Pipeline, Request};

/// Requests about one bucket. Permissions as of [`PlannerRequests`](super::PlannerRequests).
#[derive(Debug)]
pub struct BucketRequests<'a> {
    pipeline: &'a Pipeline,
    id: BucketId,
}

impl<'a> BucketRequests<'a> {
    pub(super) fn new(pipeline: &'a Pipeline, id: BucketId) -> Self {
        Self { pipeline, id }
    }

    /// The bucket: `GET /planner/buckets/{id}` (plannerbucket-get.md).
    ///
    /// # Errors
    /// 403 for who is no member of its group; 404 when it is deleted.
    pub async fn get(&self) -> Result<PlannerBucket, GraphError> {
        self.pipeline
            .json(Request::get("bucket.get", self.url()))
            .await
    }

    /// Gives it another name: `PATCH /planner/buckets/{id}` (plannerbucket-update.md). Answers the bucket as it is
    /// then, read anew where the service does not tell.
    ///
    /// # Errors
    /// 409 or 412 when its name was changed since `etag`; 404 when it is deleted.
    pub async fn rename(&self, etag: &Etag, name: &str) -> Result<PlannerBucket, GraphError> {
        self.update(etag, json!({ "name": name })).await
    }

    /// Puts it at the place that `hint` asks for; the rest as [`BucketRequests::rename`].
    ///
    /// # Errors
    /// As [`BucketRequests::rename`]; 400 for a hint that asks for no place.
    pub async fn place(
        &self,
        etag: &Etag,
        hint: &OrderHintRequest,
    ) -> Result<PlannerBucket, GraphError> {
        self.update(etag, json!({ "orderHint": hint })).await
    }

    async fn update(
        &self,
        etag: &Etag,
        body: serde_json::Value,
    ) -> Result<PlannerBucket, GraphError> {
        let request = Request::patch("bucket.update", self.url());
        match change(self.pipeline, request, etag, &body).await? {
            Some(bucket) => Ok(bucket),
            None => self.get().await,
        }
    }

    /// Deletes it with its tasks, for good: `DELETE /planner/buckets/{id}` (plannerbucket-delete.md). 204.
    ///
    /// # Errors
    /// 409 or 412 when it was changed since `etag`; 404 when it is deleted already.
    pub async fn delete(&self, etag: &Etag) -> Result<(), GraphError> {
        let what = Deletion::Bucket(&self.id);
        let request = Request::delete("bucket.delete", self.pipeline.root(), what);
        self.pipeline.send(request.if_match(etag)).await?;
        Ok(())
    }

    fn url(&self) -> Url {
        let path = ["planner", "buckets", self.id.as_str()];
        self.pipeline.root().join(&path)
    }
}
