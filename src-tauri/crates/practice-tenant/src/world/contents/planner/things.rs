//! Plans, buckets and tasks, as they are kept.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::world::UserIndex;

/// A plan has so many labels, numbered from 1.
pub(crate) const CATEGORIES: u8 = 25;

/// What a plan says of itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct PlanAbout {
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) created: Timestamp,
    pub(crate) by: UserIndex,
    /// Names of its labels, by their numbers.
    pub(crate) categories: BTreeMap<u8, String>,
    /// Counts the changes of the title.
    pub(crate) version: u32,
    /// Counts the changes of the names of labels.
    pub(crate) details_version: u32,
}

/// A plan.
#[derive(Debug, Clone)]
pub(crate) struct Plan {
    pub(crate) about: PlanAbout,
    pub(crate) buckets: Vec<Bucket>,
    tasks: Vec<Arc<Task>>,
    places: HashMap<String, usize>,
}

/// A column of a plan's board.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Bucket {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) order_hint: String,
    pub(crate) version: u32,
    /// At which version each property was changed last.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub(crate) touched: BTreeMap<String, u32>,
}

/// A task of a plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Task {
    pub(crate) id: String,
    /// Id of the bucket; none, if the task is in no bucket.
    pub(crate) bucket: Option<String>,
    pub(crate) title: String,
    /// 0, 1 to 99, or 100 when it is done.
    pub(crate) percent_complete: i32,
    /// 1 urgent, 3 important, 5 medium, 9 low.
    pub(crate) priority: i32,
    pub(crate) created: Timestamp,
    pub(crate) by: UserIndex,
    pub(crate) start: Option<Timestamp>,
    pub(crate) due: Option<Timestamp>,
    /// When it was done, and by whom.
    pub(crate) completed: Option<(Timestamp, UserIndex)>,
    pub(crate) assigned: Vec<Assignment>,
    /// Numbers of the labels that it has.
    pub(crate) categories: Vec<u8>,
    pub(crate) order_hint: String,
    /// The hint among the tasks of the people it is assigned to.
    pub(crate) assignee_priority: String,
    pub(crate) preview: String,
    pub(crate) version: u32,
    /// At which version each property was changed last.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub(crate) touched: BTreeMap<String, u32>,
    pub(crate) details: TaskDetails,
}

/// Somebody who is to do a task.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Assignment {
    pub(crate) user: UserIndex,
    pub(crate) at: Timestamp,
    pub(crate) by: UserIndex,
    pub(crate) order_hint: String,
}

/// What a task says when it is opened.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct TaskDetails {
    pub(crate) description: String,
    /// By the client's ids.
    pub(crate) checklist: BTreeMap<String, ChecklistItem>,
    /// By their addresses, in the form in which they are sent.
    pub(crate) references: BTreeMap<String, Reference>,
    pub(crate) version: u32,
    /// At which version each property was changed last.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub(crate) touched: BTreeMap<String, u32>,
}

/// A point of a task's list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ChecklistItem {
    pub(crate) title: String,
    pub(crate) checked: bool,
    pub(crate) order_hint: String,
    pub(crate) modified: Timestamp,
    pub(crate) by: UserIndex,
}

/// Something that a task points to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Reference {
    pub(crate) alias: Option<String>,
    pub(crate) kind: Option<String>,
    pub(crate) preview_priority: String,
    pub(crate) modified: Timestamp,
    pub(crate) by: UserIndex,
}

impl Plan {
    pub(super) fn new(about: PlanAbout) -> Self {
        Self {
            about,
            buckets: Vec::new(),
            tasks: Vec::new(),
            places: HashMap::new(),
        }
    }

    pub(crate) fn tasks(&self) -> impl ExactSizeIterator<Item = &Task> {
        self.tasks.iter().map(Arc::as_ref)
    }

    pub(crate) fn task(&self, id: &str) -> Option<&Task> {
        self.tasks.get(*self.places.get(id)?).map(Arc::as_ref)
    }

    pub(crate) fn bucket(&self, id: &str) -> Option<&Bucket> {
        self.buckets.iter().find(|bucket| bucket.id == id)
    }

    pub(super) fn put_bucket(&mut self, bucket: Bucket) {
        match self.buckets.iter_mut().find(|known| known.id == bucket.id) {
            Some(known) => *known = bucket,
            None => self.buckets.push(bucket),
        }
    }

    pub(super) fn remove_bucket(&mut self, id: &str) {
        self.buckets.retain(|bucket| bucket.id != id);
        self.tasks.retain(|task| task.bucket.as_deref() != Some(id));
        self.find_places();
    }

    pub(super) fn put_task(&mut self, task: Task) {
        match self.places.get(&task.id) {
            Some(place) => self.tasks[*place] = Arc::new(task),
            None => {
                self.places.insert(task.id.clone(), self.tasks.len());
                self.tasks.push(Arc::new(task));
            }
        }
    }

    pub(super) fn remove_task(&mut self, id: &str) {
        self.tasks.retain(|task| task.id != id);
        self.find_places();
    }

    fn find_places(&mut self) {
        let tasks = self.tasks.iter().enumerate();
        self.places = tasks
            .map(|(place, task)| (task.id.clone(), place))
            .collect();
    }
}

impl Task {
    /// Gives it to somebody; once is enough.
    pub(crate) fn assign(&mut self, assignment: Assignment) {
        let user = assignment.user;
        match self.assigned.iter_mut().find(|known| known.user == user) {
            Some(known) => known.order_hint = assignment.order_hint,
            None => self.assigned.push(assignment),
        }
    }

    /// How many points its list has, and how many of them are open.
    pub(crate) fn points(&self) -> (usize, usize) {
        let points = self.details.checklist.values();
        (points.len(), points.filter(|point| !point.checked).count())
    }
}
