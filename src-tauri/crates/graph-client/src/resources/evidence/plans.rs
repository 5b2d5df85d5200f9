//! Plans (plannergroup-list-plans.md), and in a second step their tasks (plannerplan-list-tasks.md).

use std::collections::HashMap;
use std::pin::pin;

use futures::stream::StreamExt as _;

use super::Reading;
use crate::GraphError;
use crate::batch::{BatchAnswer, BatchRequest};
use crate::models::{PlannedTasks, PlannerPlan, PlannerTask};
use crate::odata::{Page, Query};

const PLANS: &str = "group.plans";
const TASKS: &str = "plan.tasks";

/// Of more plans than this no tasks are read.
const MAX_PLANS: usize = 40;

pub(super) fn request(id: &str) -> BatchRequest {
    BatchRequest::get(
        PLANS,
        &["groups", id, "planner", "plans"],
        &Query::default(),
    )
}

fn tasks(plan: &PlannerPlan) -> BatchRequest {
    let path = ["planner", "plans", plan.id.as_str(), "tasks"];
    BatchRequest::get(TASKS, &path, &Query::default())
}

type Answer = Result<BatchAnswer, GraphError>;
type Known = HashMap<usize, Result<PlannedTasks, GraphError>>;

/// The tasks of the plans that were answered, under the same numbers.
pub(super) async fn read(reading: &mut Reading<'_>, answers: Vec<(usize, Answer)>) -> Known {
    let mut requests = Vec::new();
    let mut known = Known::new();
    for (index, answer) in answers {
        let plans = plans_of(answer);
        requests.extend(plans.iter().flatten().map(|plan| (index, tasks(plan))));
        let planned = plans.map(|plans| PlannedTasks {
            plans: plans.len(),
            tasks: Vec::new(),
        });
        known.insert(index, planned);
    }
    let pipeline = reading.pipeline;
    let mut answers = pin!(pipeline.batch_counted(requests, Some(reading.sent)));
    while let Some((index, answer)) = answers.next().await {
        let tasks = match answer {
            Ok(answer) => reading.all(TASKS, answer).await,
            Err(error) => Err(error),
        };
        if let Some(planned) = known.get_mut(&index) {
            add(planned, tasks);
        }
    }
    known
}

fn plans_of(answer: Answer) -> Result<Vec<PlannerPlan>, GraphError> {
    let page: Page<PlannerPlan> = answer?.json(PLANS)?;
    if page.value.len() > MAX_PLANS || page.next_link.is_some() {
        let reason = format!("the tasks of more than {MAX_PLANS} plans are not read");
        return Err(GraphError::over_limit(PLANS, reason));
    }
    Ok(page.value)
}

/// Tasks of one plan that cannot be read leave the whole unknown; a plan may have gone meanwhile.
fn add(
    planned: &mut Result<PlannedTasks, GraphError>,
    tasks: Result<Vec<PlannerTask>, GraphError>,
) {
    match (planned, tasks) {
        (Ok(planned), Ok(tasks)) => planned.tasks.extend(tasks),
        (Ok(planned), Err(error)) if error.is_not_found() => {
            planned.plans = planned.plans.saturating_sub(1);
        }
        (planned, Err(error)) => *planned = Err(error),
        (Err(_), Ok(_)) => {}
    }
}
