//! The plans of a group: what was drawn of them from the group's id, and over it
//! what was written since. A thing that is changed is replaced as a whole, so
//! that a change says what is true after it. Names on the wire and refusals are in
//! `graph::contents::planner`.

mod draw;
mod hints;
mod seeds;
mod things;

use std::sync::Arc;

use serde::{Deserialize, Serialize};

pub(super) use draw::draw;
pub(crate) use hints::between as hint_between;
pub(crate) use seeds::TaskSeeds;
pub(crate) use things::{
    Assignment, Bucket, CATEGORIES, ChecklistItem, Plan, PlanAbout, Reference, Task, TaskDetails,
};

use super::ids::{self, Kind};
use super::kept::Written;

/// All plans of a group.
#[derive(Debug, Clone, Default)]
pub(crate) struct Board {
    pub(crate) plans: Vec<Arc<Plan>>,
    /// How many changes were made: nothing has the number of another, even of one that is gone.
    pub(crate) changes: usize,
}

/// A write to a group's plans.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(
    tag = "change",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub(crate) enum PlannerChange {
    /// A plan was made or changed: what is said of it is now this.
    PutPlan { plan: PlanAbout },
    /// A plan was deleted with all that is in it.
    RemovePlan { plan: String },
    /// A bucket was made or changed.
    PutBucket { plan: String, bucket: Bucket },
    /// A bucket was deleted with its tasks.
    RemoveBucket { plan: String, bucket: String },
    /// A task was made or changed.
    PutTask { plan: String, task: Box<Task> },
    /// A task was deleted.
    RemoveTask { plan: String, task: String },
    /// Many tasks came at once, for measuring.
    Seed { plan: String, seeds: TaskSeeds },
}

impl Board {
    pub(super) fn new(plans: Vec<Plan>) -> Self {
        Self {
            plans: plans.into_iter().map(Arc::new).collect(),
            changes: 0,
        }
    }

    /// The plan that has this id or holds what has it.
    pub(crate) fn holding(&self, id: &str) -> Option<&Plan> {
        let plans = self.plans.iter().map(Arc::as_ref);
        plans.into_iter().find(|plan| {
            plan.about.id == id || plan.bucket(id).is_some() || plan.task(id).is_some()
        })
    }

    /// A name that nothing of this group has had.
    pub(crate) fn new_id(&self, group: &str, kind: Kind) -> String {
        /// Those that are drawn have smaller numbers.
        const WRITTEN: usize = 1 << 24;
        ids::planner(group, kind, WRITTEN + self.changes)
    }

    fn plan_mut(&mut self, id: &str) -> Option<&mut Plan> {
        let plan = self.plans.iter_mut().find(|plan| plan.about.id == id);
        plan.map(Arc::make_mut)
    }
}

impl Written for Board {
    type Change = PlannerChange;

    fn apply(&mut self, group: &str, change: &PlannerChange) {
        self.changes += 1;
        let number = self.changes;
        match change {
            PlannerChange::PutPlan { plan } => match self.plan_mut(&plan.id) {
                Some(known) => known.about = plan.clone(),
                None => self.plans.push(Arc::new(Plan::new(plan.clone()))),
            },
            PlannerChange::RemovePlan { plan } => {
                self.plans.retain(|known| known.about.id != *plan);
            }
            PlannerChange::PutBucket { plan, bucket } => {
                if let Some(plan) = self.plan_mut(plan) {
                    plan.put_bucket(bucket.clone());
                }
            }
            PlannerChange::RemoveBucket { plan, bucket } => {
                if let Some(plan) = self.plan_mut(plan) {
                    plan.remove_bucket(bucket);
                }
            }
            PlannerChange::PutTask { plan, task } => {
                if let Some(plan) = self.plan_mut(plan) {
                    plan.put_task((**task).clone());
                }
            }
            PlannerChange::RemoveTask { plan, task } => {
                if let Some(plan) = self.plan_mut(plan) {
                    plan.remove_task(task);
                }
            }
            PlannerChange::Seed { plan, seeds } => {
                if let Some(plan) = self.plan_mut(plan) {
                    seeds.fill(group, number, plan);
                }
            }
        }
    }
}
