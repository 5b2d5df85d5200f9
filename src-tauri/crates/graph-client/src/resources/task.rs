//! One task of a plan.

use url::Url;

use super::planner::change;
use crate::GraphError;
use crate::deletion::Deletion;
use crate::models::{
    Etag, PlannerTask, PlannerTaskDetails, PlannerTaskDetailsPatch, PlannerTaskPatch, TaskId,
};
use crate::pipeline::{Pipeline, Request};

/// Requests about one task. Permissions as of [`PlannerRequests`](super::PlannerRequests).
#[derive(Debug)]
pub struct TaskRequests<'a> {
    pipeline: &'a Pipeline,
    id: TaskId,
}

impl<'a> TaskRequests<'a> {
    pub(super) fn new(pipeline: &'a Pipeline, id: TaskId) -> Self {
        Self { pipeline, id }
    }

    /// The task without its details: `GET /planner/tasks/{id}` (plannertask-get.md).
    ///
    /// # Errors
    /// 403 for who is no member of its group; 404 when it is deleted.
    pub async fn get(&self) -> Result<PlannerTask, GraphError> {
        let request = Request::get("task.get", self.url(&[]));
        self.pipeline.json(request).await
    }

    /// Notes, list and references: `GET /planner/tasks/{id}/details` (plannertaskdetails-get.md).
    ///
    /// # Errors
    /// As [`TaskRequests::get`].
    pub async fn details(&self) -> Result<PlannerTaskDetails, GraphError> {
        let request = Request::get("task.details", self.url(&["details"]));
        self.pipeline.json(request).await
    }

    /// Changes it: `PATCH /planner/tasks/{id}` (plannertask-update.md). Answers the task as it is then, read anew
    /// where the service does not tell; an empty change reads it.
    ///
    /// # Errors
    /// 409 or 412 when somebody has changed the same since `etag`: read, merge, and change again. 400 for a start
    /// after the due day; 403 with the name of a limit that is reached; 404 when it is deleted.
    pub async fn update(
        &self,
        etag: &Etag,
        patch: &PlannerTaskPatch,
    ) -> Result<PlannerTask, GraphError> {
        if patch.is_empty() {
            return self.get().await;
        }
        let request = Request::patch("task.update", self.url(&[]));
        match change(self.pipeline, request, etag, patch).await? {
            Some(task) => Ok(task),
            None => self.get().await,
        }
    }

    /// Changes notes, list and references: `PATCH /planner/tasks/{id}/details` (plannertaskdetails-update.md);
    /// `etag` is that of the details. The rest as [`TaskRequests::update`].
    ///
    /// # Errors
    /// As [`TaskRequests::update`].
    pub async fn update_details(
        &self,
        etag: &Etag,
        patch: &PlannerTaskDetailsPatch,
    ) -> Result<PlannerTaskDetails, GraphError> {
        if patch.is_empty() {
            return self.details().await;
        }
        let request = Request::patch("task.updateDetails", self.url(&["details"]));
        match change(self.pipeline, request, etag, patch).await? {
            Some(details) => Ok(details),
            None => self.details().await,
        }
    }

    /// Deletes it, for good: `DELETE /planner/tasks/{id}` (plannertask-delete.md). 204.
    ///
    /// # Errors
    /// 409 or 412 when it was changed since `etag`; 404 when it is deleted already.
    pub async fn delete(&self, etag: &Etag) -> Result<(), GraphError> {
        let what = Deletion::Task(&self.id);
        let request = Request::delete("task.delete", self.pipeline.root(), what);
        self.pipeline.send(request.if_match(etag)).await?;
        Ok(())
    }

    fn url(&self, below: &[&str]) -> Url {
        let path = [&["planner", "tasks", self.id.as_str()], below].concat();
        self.pipeline.root().join(&path)
    }
}
