//! Changing groups and the people in them: asked for, planned, run as a job, recorded, undone.
//!
//! Every change goes this way, one or ten thousand: so it is on disk before it leaves, survives a crash,
//! and stands in the record of what was done. Deliberately elsewhere: how jobs run (crate `jobs`).

mod after;
pub(crate) mod draft;
mod executor;
pub(crate) mod facts;
mod lanes;
mod op;
mod plan;
mod record;
mod running;
mod undo;
mod view;

use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};

use identity::permissions::Step;
use ipc_contract::error::CommandError;
use ipc_contract::jobs::{
    ActivityItem, ChangeRequest, ItemState, Job, JobResult, JobState, Plan, UndoRequest,
};
use ipc_contract::policies::PolicyPlan;
use jobs::NewJob;
use uuid::Uuid;

use crate::session::ActiveSession;
use crate::{Core, CoreError};

pub(crate) use after::{FollowUp, Moved};
use draft::{Draft, Finished};
pub(crate) use op::{EVENT_ID, Op};
use plan::Planning;
pub(crate) use running::Changes;
pub(crate) use view::kind;

/// How many plans that nobody ran are remembered.
const REMEMBERED: usize = 20;

/// A single change that was not done.
#[derive(Debug)]
pub struct NotDone {
    /// What came of it.
    pub(crate) item: ActivityItem,
    /// Why nothing was sent any more, when it concerns more than this change.
    pub(crate) stopped: Option<CommandError>,
}

/// Plans that were shown and may be run.
#[derive(Debug, Default)]
pub(crate) struct Plans(Mutex<VecDeque<(String, Finished)>>);

impl Plans {
    fn remember(&self, plan: Finished) -> String {
        let id = Uuid::new_v4().to_string();
        let mut plans = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        plans.push_front((id.clone(), plan));
        plans.truncate(REMEMBERED);
        id
    }

    /// A plan is run once.
    fn take(&self, id: &str) -> Option<Finished> {
        let mut plans = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let place = plans.iter().position(|(known, _)| known == id)?;
        plans.remove(place).map(|(_, plan)| plan)
    }
}

impl Core {
    /// What a change would do. Nothing is written.
    ///
    /// # Errors
    /// When the groups that it concerns cannot be read, or it is not valid; [`CoreError::NothingToDo`] with the
    /// reasons when nothing is left of it. A hand-over says even then what stays and why.
    pub async fn plan(&self, request: &ChangeRequest) -> Result<Plan, CoreError> {
        let session = self.session()?;
        session.require(step_of(request))?;
        let draft = self.draft(&session, request).await?;
        let reasons = draft.reasons();
        let finished = draft.finish();
        if finished.items.is_empty() && finished.hand_over.is_none() {
            return Err(CoreError::NothingToDo(reasons));
        }
        Ok(shown(session.plans.remember(finished.clone()), &finished))
    }

    /// What undoing a job, or an item of it, would do. Nothing is written.
    ///
    /// # Errors
    /// [`CoreError::NothingToDo`] when nothing of it can be undone.
    pub async fn plan_undo(&self, request: &UndoRequest) -> Result<Plan, CoreError> {
        let session = self.session()?;
        session.require_to_undo()?;
        let draft = self.undoing(&session, request).await?;
        let finished = not_empty(draft)?.finish();
        Ok(shown(session.plans.remember(finished.clone()), &finished))
    }

    /// Starts a plan as a job.
    ///
    /// # Errors
    /// [`CoreError::PlanGone`] for a plan that is not known, or was run.
    pub async fn run_plan(&self, plan_id: &str) -> Result<Job, CoreError> {
        let session = self.session()?;
        let plan = session.plans.take(plan_id).ok_or(CoreError::PlanGone)?;
        if plan.items.is_empty() {
            return Err(CoreError::NothingToDo(Vec::new()));
        }
        let changes = session.changes(self).await?;
        let id = changes.runner.start(new_job(&plan)).await?;
        self.follow(session.clone(), id);
        self.job(&session, id).await
    }

    /// Plans a change, runs it, and waits until it is over.
    ///
    /// # Errors
    /// [`CoreError::NothingToDo`] with the reasons when nothing is left of it.
    pub async fn change(&self, request: &ChangeRequest) -> Result<JobResult, CoreError> {
        let session = self.session()?;
        session.require(step_of(request))?;
        let draft = self.draft(&session, request).await?;
        self.run_draft(&session, draft).await
    }

    /// Undoes a job, or an item of it, and waits until that is over.
    ///
    /// # Errors
    /// As [`Core::plan_undo`].
    pub async fn undo(&self, request: &UndoRequest) -> Result<JobResult, CoreError> {
        let session = self.session()?;
        session.require_to_undo()?;
        let draft = self.undoing(&session, request).await?;
        self.run_draft(&session, draft).await
    }

    /// Does one thing to one group, recorded as everything else; what a job of many would wait for fails.
    ///
    /// # Errors
    /// [`CoreError::NotDone`] with what stood against it.
    pub(crate) async fn change_one(
        &self,
        session: &std::sync::Arc<ActiveSession>,
        op: Op,
        group: &graph_client::models::Group,
        before: Option<serde_json::Value>,
    ) -> Result<ActivityItem, CoreError> {
        self.change_one_from_to(session, op, group, before, None)
            .await
    }

    /// The same, with what is to be there afterwards.
    ///
    /// # Errors
    /// As [`Core::change_one`].
    pub(crate) async fn change_one_from_to(
        &self,
        session: &std::sync::Arc<ActiveSession>,
        op: Op,
        group: &graph_client::models::Group,
        before: Option<serde_json::Value>,
        after: Option<serde_json::Value>,
    ) -> Result<ActivityItem, CoreError> {
        let mut draft = Draft::default();
        let name = group.display_name.as_deref().unwrap_or_default();
        let about = draft::About {
            before,
            after,
            ..draft::About::default()
        };
        draft.add(op, group.id.as_str(), name, about);
        let result = self.run(session, draft, FollowUp::ByCaller).await?;
        let item = result.items.into_iter().next();
        match item {
            Some(item) if matches!(item.state, ItemState::Done | ItemState::Already) => Ok(item),
            Some(item) => {
                if result.job.state == JobState::Paused {
                    self.cancel_job(&item.job_id).await?;
                }
                Err(CoreError::NotDone(Box::new(NotDone {
                    item,
                    stopped: result.job.stopped,
                })))
            }
            None => Err(CoreError::internal("a job without items")),
        }
    }

    async fn draft(
        &self,
        session: &std::sync::Arc<ActiveSession>,
        request: &ChangeRequest,
    ) -> Result<Draft, CoreError> {
        let client = session.client(self.host()).await?;
        let planning = Planning {
            core: self,
            session,
            client: &client,
        };
        planning.draft(request).await
    }

    pub(crate) async fn run_draft(
        &self,
        session: &std::sync::Arc<ActiveSession>,
        draft: Draft,
    ) -> Result<JobResult, CoreError> {
        self.run(session, draft, FollowUp::Here).await
    }

    async fn run(
        &self,
        session: &std::sync::Arc<ActiveSession>,
        draft: Draft,
        follow_up: FollowUp,
    ) -> Result<JobResult, CoreError> {
        let plan = not_empty(draft)?.finish();
        let changes = session.changes(self).await?;
        let ran = changes.runner.run(new_job(&plan)).await?;
        self.after(session, ran.job.id, &ran.items, follow_up).await;
        self.result(session, ran.job.id).await
    }
}

/// What has to be granted for a change.
const fn step_of(request: &ChangeRequest) -> Step {
    match request {
        ChangeRequest::PolicyExpiration { .. }
        | ChangeRequest::PolicySelection { .. }
        | ChangeRequest::PolicySettings { .. } => Step::Administer,
        _ => Step::Manage,
    }
}

impl ActiveSession {
    /// Whether it is granted to change anything that could be undone.
    fn require_to_undo(&self) -> Result<(), CoreError> {
        match self.require(Step::Administer) {
            Ok(()) => Ok(()),
            Err(_) => self.require(Step::Manage),
        }
    }
}

/// What taking back a policy's change does, as the record keeps it.
fn taken_back(plan: &Finished) -> Option<PolicyPlan> {
    let [(op, item)] = plan.items.as_slice() else {
        return None;
    };
    op.is_of_policy().then(|| PolicyPlan {
        changes: view::changes(item.before.as_ref(), item.after.as_ref()),
        reach: None,
        delay_seconds: match op {
            Op::SetSettings { .. } => crate::policies::DELAY_SECONDS,
            _ => 0,
        },
    })
}

fn not_empty(draft: Draft) -> Result<Draft, CoreError> {
    if draft.is_empty() {
        return Err(CoreError::NothingToDo(draft.reasons()));
    }
    Ok(draft)
}

fn new_job(plan: &Finished) -> NewJob {
    NewJob {
        kind: view::kind(plan.title.action),
        title: serde_json::to_value(&plan.title).unwrap_or_default(),
        undo_of: plan.undo_of,
        undo: plan.items.iter().any(|(op, _)| op.can_be_undone()),
        items: plan.items.iter().map(|(_, item)| item.clone()).collect(),
    }
}

fn shown(plan_id: String, plan: &Finished) -> Plan {
    let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    let (requests, seconds) = lanes::cost(&plan.items);
    Plan {
        plan_id,
        title: plan.title.clone(),
        items: count(plan.items.len()),
        requests: count(requests),
        seconds: count(seconds),
        calls: lanes::calls(&plan.items),
        left_out: plan.left_out.clone(),
        left_out_count: plan.left_out_count,
        undoable: plan.items.iter().any(|(op, _)| op.can_be_undone()),
        hand_over: plan.hand_over.clone(),
        policy: plan.policy.clone().or_else(|| taken_back(plan)),
    }
}
