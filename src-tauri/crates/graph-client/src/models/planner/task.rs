//! A task of a plan (resources/plannertask.md), without its details.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Deserializer};

use super::plan::applied;
use super::{Etag, OrderHint, PlannerCategory};
use crate::models::{BucketId, PlanId, TaskId, UserId};

/// A task.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PlannerTask {
    /// 28 characters; capitals count.
    pub id: TaskId,
    /// The plan that it is in.
    #[serde(default)]
    pub plan_id: Option<PlanId>,
    /// The bucket that it is in; it may be in none.
    #[serde(default)]
    pub bucket_id: Option<BucketId>,
    /// What it is called.
    #[serde(default)]
    pub title: String,
    /// Where it stands among the others of its bucket.
    #[serde(default)]
    pub order_hint: OrderHint,
    /// 0 to 100; 100 when it is done.
    #[serde(default)]
    pub percent_complete: Option<i32>,
    /// 0 and 1 are urgent, up to 4 important, up to 7 medium, up to 10 low.
    #[serde(default)]
    pub priority: Option<i32>,
    /// When work on it is to begin; a day, of which the service names some hour.
    #[serde(default)]
    pub start_date_time: Option<Timestamp>,
    /// When it is due; a day, of which the service names some hour.
    #[serde(default)]
    pub due_date_time: Option<Timestamp>,
    /// When it was done.
    #[serde(default)]
    pub completed_date_time: Option<Timestamp>,
    /// When it was made.
    #[serde(default)]
    pub created_date_time: Option<Timestamp>,
    /// Who is to do it.
    #[serde(default, deserialize_with = "assigned")]
    pub assignments: BTreeMap<UserId, PlannerAssignment>,
    /// The labels that it has.
    #[serde(default, deserialize_with = "applied")]
    pub applied_categories: Vec<PlannerCategory>,
    /// Whether it has notes.
    #[serde(default)]
    pub has_description: Option<bool>,
    /// How many points its list has.
    #[serde(default)]
    pub checklist_item_count: Option<u32>,
    /// How many of them are open.
    #[serde(default)]
    pub active_checklist_item_count: Option<u32>,
    /// To how many things it points.
    #[serde(default)]
    pub reference_count: Option<u32>,
    /// Its version, without that of its details.
    #[serde(rename = "@odata.etag", default)]
    pub etag: Option<Etag>,
}

/// That somebody is to do a task (resources/plannerassignment.md).
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PlannerAssignment {
    /// Where the person's picture stands among the others of the task.
    #[serde(default)]
    pub order_hint: OrderHint,
    /// Since when.
    #[serde(default)]
    pub assigned_date_time: Option<Timestamp>,
}

/// Somebody who was taken off stays as null for a while.
fn assigned<'de, D: Deserializer<'de>>(
    from: D,
) -> Result<BTreeMap<UserId, PlannerAssignment>, D::Error> {
    let all: Option<BTreeMap<String, serde_json::Value>> = Option::deserialize(from)?;
    let mut assigned = BTreeMap::new();
    for (person, value) in all.unwrap_or_default() {
        if value.is_object()
            && let Ok(person) = UserId::try_from(person)
        {
            let assignment = serde_json::from_value(value).map_err(serde::de::Error::custom)?;
            assigned.insert(person, assignment);
        }
    }
    Ok(assigned)
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
