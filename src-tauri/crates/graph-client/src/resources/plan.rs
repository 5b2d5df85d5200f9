//! One plan of Planner.

use url::Url;

use super::planner::change;
use crate::GraphError;
use crate::deletion::Deletion;
use crate::models::{
    Etag, PlanId, PlannerBucket, PlannerCategory, PlannerPlan, PlannerPlanDetails, PlannerTask,
};
use crate::odata::{PageRequest, Query};
use crate::pipeline::{Pipeline, Request};

/// Requests about one plan. Permissions as of [`PlannerRequests`](super::PlannerRequests).
#[derive(Debug)]
pub struct PlanRequests<'a> {
    pipeline: &'a Pipeline,
    id: PlanId,
}

impl<'a> PlanRequests<'a> {
    pub(super) fn new(pipeline: &'a Pipeline, id: PlanId) -> Self {
        Self { pipeline, id }
    }

    /// The plan: `GET /planner/plans/{id}` (plannerplan-get.md).
    ///
    /// # Errors
    /// 403 for who is no member of its group; 404 when it is deleted.
    pub async fn get(&self) -> Result<PlannerPlan, GraphError> {
        let request = Request::get("plan.get", self.url(&[]));
        self.pipeline.json(request).await
    }

    /// The names of its labels: `GET /planner/plans/{id}/details` (plannerplandetails-get.md).
    ///
    /// # Errors
    /// As [`PlanRequests::get`].
    pub async fn details(&self) -> Result<PlannerPlanDetails, GraphError> {
        let request = Request::get("plan.details", self.url(&["details"]));
        self.pipeline.json(request).await
    }

    /// Its buckets, in no order: `GET /planner/plans/{id}/buckets` (plannerplan-list-buckets.md).
    ///
    /// # Errors
    /// As [`PlanRequests::get`].
    pub fn buckets(&self) -> PageRequest<'a, PlannerBucket> {
        let path = ["planner", "plans", self.id.as_str(), "buckets"];
        PageRequest::new(self.pipeline, "plan.buckets", &path, &Query::default())
    }

    /// Its tasks, in no order: `GET /planner/plans/{id}/tasks` (plannerplan-list-tasks.md). Without their details.
    ///
    /// # Errors
    /// As [`PlanRequests::get`].
    pub fn tasks(&self) -> PageRequest<'a, PlannerTask> {
        let path = ["planner", "plans", self.id.as_str(), "tasks"];
        PageRequest::new(self.pipeline, "plan.tasks", &path, &Query::default())
    }

    /// Gives it another title: `PATCH /planner/plans/{id}` (plannerplan-update.md). Answers the plan as it is then,
    /// read anew where the service does not tell.
    ///
    /// # Errors
    /// 409 or 412 when it was changed since `etag`; 404 when it is deleted.
    pub async fn rename(&self, etag: &Etag, title: &str) -> Result<PlannerPlan, GraphError> {
        let request = Request::patch("plan.update", self.url(&[]));
        let body = serde_json::json!({ "title": title });
        match change(self.pipeline, request, etag, &body).await? {
            Some(plan) => Ok(plan),
            None => self.get().await,
        }
    }

    /// Names one of its labels, or takes its name away: `PATCH /planner/plans/{id}/details`
    /// (plannerplandetails-update.md); `etag` is that of the details.
    ///
    /// # Errors
    /// As [`PlanRequests::rename`].
    pub async fn name_category(
        &self,
        etag: &Etag,
        category: PlannerCategory,
        name: Option<&str>,
    ) -> Result<PlannerPlanDetails, GraphError> {
        let request = Request::patch("plan.updateDetails", self.url(&["details"]));
        let body = serde_json::json!({ "categoryDescriptions": { category.property(): name } });
        match change(self.pipeline, request, etag, &body).await? {
            Some(details) => Ok(details),
            None => self.details().await,
        }
    }

    /// Deletes it with all that is in it, for good: `DELETE /planner/plans/{id}` (plannerplan-delete.md). 204.
    ///
    /// # Errors
    /// 409 or 412 when it was changed since `etag`; 404 when it is deleted already.
    pub async fn delete(&self, etag: &Etag) -> Result<(), GraphError> {
        let what = Deletion::Plan(&self.id);
        let request = Request::delete("plan.delete", self.pipeline.root(), what);
        self.pipeline.send(request.if_match(etag)).await?;
        Ok(())
    }

    fn url(&self, below: &[&str]) -> Url {
        let path = [&["planner", "plans", self.id.as_str()], below].concat();
        self.pipeline.root().join(&path)
    }
}
