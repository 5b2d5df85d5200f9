//! Plans and their tasks (resources/plannerplan.md, resources/plannertask.md).

use jiff::Timestamp;
use serde::Deserialize;

/// A plan, to ask for its tasks.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub(crate) struct PlannerPlan {
    /// 28 characters; capitals count.
    pub(crate) id: String,
}

/// A task, without its text.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PlannerTask {
    /// 0 to 100; 100 when it is done.
    #[serde(default)]
    pub percent_complete: Option<i32>,
    /// When it is due; a day, of which the service names some hour.
    #[serde(default)]
    pub due_date_time: Option<Timestamp>,
}

impl PlannerTask {
    /// Whether something is left to do.
    pub fn is_open(&self) -> bool {
        self.percent_complete.is_none_or(|percent| percent < 100)
    }
}

/// All plans of a group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlannedTasks {
    /// How many plans there are.
    pub plans: usize,
    /// The tasks of all of them.
    pub tasks: Vec<PlannerTask>,
}
