//! Planner: the plans of a group, and new plans, buckets and tasks.
//!
//! Deliberately elsewhere: one plan (`plan`), one bucket (`bucket`), one task (`task`). Planner knows no search key of
//! creations: after a lost answer, list and look before creating again.

use http::HeaderValue;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::json;

use super::{BucketRequests, GroupRequests, PlanRequests, TaskRequests, requests};
use crate::GraphError;
use crate::models::{
    BucketId, Etag, GroupId, NewPlannerTask, OrderHintRequest, PlanId, PlannerBucket, PlannerPlan,
    PlannerTask, TaskId,
};
use crate::odata::{PageRequest, Query};
use crate::pipeline::{Pipeline, Request};

requests! {
    /// Requests to Planner. Reading takes `Tasks.Read`, writing `Tasks.ReadWrite`; the person must be a member of the
    /// group that owns the plan: being its owner is not enough.
    PlannerRequests
}

impl<'a> GroupRequests<'a> {
    /// The plans that the group owns: `GET /groups/{id}/planner/plans` (plannergroup-list-plans.md). Permission:
    /// `Tasks.Read`. All at once.
    ///
    /// # Errors
    /// 403 for who is no member, also for owners; 404 until the group is known to Planner.
    pub fn plans(&self) -> PageRequest<'a, PlannerPlan> {
        let path = ["groups", self.id.as_str(), "planner", "plans"];
        PageRequest::new(self.pipeline, "group.plans", &path, &Query::default())
    }
}

impl<'a> PlannerRequests<'a> {
    /// One plan.
    pub fn plan(&self, id: &PlanId) -> PlanRequests<'a> {
        PlanRequests::new(self.pipeline, id.clone())
    }

    /// One bucket.
    pub fn bucket(&self, id: &BucketId) -> BucketRequests<'a> {
        BucketRequests::new(self.pipeline, id.clone())
    }

    /// One task.
    pub fn task(&self, id: &TaskId) -> TaskRequests<'a> {
        TaskRequests::new(self.pipeline, id.clone())
    }

    /// Makes a plan that `group` owns: `POST /planner/plans` (planner-post-plans.md). Permission: `Tasks.ReadWrite`.
    ///
    /// # Errors
    /// 403 for who is no member of the group, and for some time after they have become one; 403 with
    /// `MaximumProjectsOwnedByUser` when there are too many.
    pub async fn create_plan(
        &self,
        group: &GroupId,
        title: &str,
    ) -> Result<PlannerPlan, GraphError> {
        let container = self.pipeline.root().join(&["groups", group.as_str()]);
        let body = json!({ "container": { "url": container.as_str() }, "title": title });
        let url = self.pipeline.root().join(&["planner", "plans"]);
        let request = Request::action("planner.createPlan", url).json(&body);
        self.pipeline.json(request).await
    }

    /// Makes a bucket in a plan: `POST /planner/buckets` (planner-post-buckets.md), at the place that `hint` asks for.
    /// Permission: `Tasks.ReadWrite`.
    ///
    /// # Errors
    /// 403 with `MaximumBucketsInProject` when the plan is full; 404 when it is deleted.
    pub async fn create_bucket(
        &self,
        plan: &PlanId,
        name: &str,
        hint: &OrderHintRequest,
    ) -> Result<PlannerBucket, GraphError> {
        let body = json!({ "planId": plan, "name": name, "orderHint": hint });
        let url = self.pipeline.root().join(&["planner", "buckets"]);
        let request = Request::action("planner.createBucket", url).json(&body);
        self.pipeline.json(request).await
    }

    /// Makes a task: `POST /planner/tasks` (planner-post-tasks.md). Permission: `Tasks.ReadWrite`. Notes and list
    /// follow by [`TaskRequests::update_details`].
    ///
    /// # Errors
    /// 400 for a start after the due day; 403 with the name of a limit that is reached; 404 when the plan is deleted.
    pub async fn create_task(&self, task: &NewPlannerTask) -> Result<PlannerTask, GraphError> {
        let url = self.pipeline.root().join(&["planner", "tasks"]);
        let request = Request::action("planner.createTask", url);
        self.pipeline.json(request.serialized(task)?).await
    }
}

/// Changes a thing that was seen as `etag`, and asks for what it becomes. `None`, where the service does not say that.
pub(super) async fn change<T: DeserializeOwned>(
    pipeline: &Pipeline,
    request: Request,
    etag: &Etag,
    body: &impl Serialize,
) -> Result<Option<T>, GraphError> {
    let operation = request.operation;
    let request = request
        .serialized(body)?
        .if_match(etag)
        .prefer(HeaderValue::from_static("return=representation"));
    let answer = pipeline.send(request).await?;
    if answer.body.is_empty() {
        return Ok(None);
    }
    answer.json(operation, false).map(Some)
}
