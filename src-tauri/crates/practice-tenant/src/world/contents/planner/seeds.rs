//! A plan full of tasks, for tests and measurements.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use super::things::{Plan, Task, TaskDetails};
use super::{Kind, ids};

/// So many tasks, spread over the plan's buckets.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct TaskSeeds {
    pub(crate) tasks: u32,
    pub(crate) at: Timestamp,
}

impl TaskSeeds {
    /// More are not made at once.
    pub(crate) const MOST: u32 = 5_000;

    /// Puts the tasks into a plan; `number` is that of the change.
    pub(super) fn fill(&self, group: &str, number: usize, plan: &mut Plan) {
        let buckets: Vec<String> = plan
            .buckets
            .iter()
            .map(|bucket| bucket.id.clone())
            .collect();
        for place in 0..self.tasks as usize {
            let bucket = buckets.get(place % buckets.len().max(1));
            plan.put_task(self.task(group, (number, place), bucket.cloned()));
        }
    }

    fn task(&self, group: &str, (number, place): (usize, usize), bucket: Option<String>) -> Task {
        /// Neither drawn nor written one by one.
        const SEEDED: usize = 1 << 28;
        let days = i64::try_from(place % 60).unwrap_or_default() - 20;
        Task {
            id: ids::planner(group, Kind::Task, SEEDED + number * 10_000 + place),
            bucket,
            title: format!("Task {}", place + 1),
            percent_complete: [0, 0, 50, 100][place % 4],
            priority: [1, 3, 5, 9][place % 4],
            created: self.at,
            by: crate::world::ADMINISTRATOR,
            start: None,
            due: Some(self.at + SignedDuration::from_hours(24 * days)),
            completed: (place % 4 == 3).then_some((self.at, crate::world::ADMINISTRATOR)),
            assigned: Vec::new(),
            categories: Vec::new(),
            order_hint: format!("86{place:08}"),
            assignee_priority: String::new(),
            preview: "automatic".to_owned(),
            version: 1,
            touched: Default::default(),
            details: TaskDetails::default(),
        }
    }
}
