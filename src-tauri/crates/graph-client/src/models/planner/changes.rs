//! Tasks to be made and changed (planner-post-tasks.md, plannertask-update.md, plannertaskdetails-update.md).

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Serialize, Serializer};
use serde_json::{Map, Value, json};

use super::{OrderHintRequest, PlannerCategory, PlannerExternalReference, ReferenceUrl};
use crate::models::{BucketId, Edit, PlanId, UserId};

/// A task to be made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct NewPlannerTask {
    /// The plan that it is to be in.
    pub plan_id: PlanId,
    /// What is said of it; the title must be set.
    #[serde(flatten)]
    pub properties: PlannerTaskPatch,
}

/// A change of a task; what is left out stays.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PlannerTaskPatch {
    /// What it is called; 255 characters at most.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The bucket that it moves to; cleared, it is in none.
    #[serde(skip_serializing_if = "Edit::is_keep")]
    pub bucket_id: Edit<BucketId>,
    /// The place that it is to have; from [`OrderHintRequest::between`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub order_hint: Option<OrderHintRequest>,
    /// 0 to 100.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub percent_complete: Option<i32>,
    /// 0 to 10; the service's own programs write 1, 3, 5 and 9.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub priority: Option<i32>,
    /// When work on it is to begin; not after it is due.
    #[serde(skip_serializing_if = "Edit::is_keep")]
    pub start_date_time: Edit<Timestamp>,
    /// When it is due.
    #[serde(skip_serializing_if = "Edit::is_keep")]
    pub due_date_time: Edit<Timestamp>,
    /// Who is to do it from now on, and who no longer; others stay.
    #[serde(
        skip_serializing_if = "BTreeMap::is_empty",
        serialize_with = "assignments"
    )]
    pub assignments: BTreeMap<UserId, bool>,
    /// Labels that it gets, and that it loses; others stay.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub applied_categories: BTreeMap<PlannerCategory, bool>,
}

impl PlannerTaskPatch {
    /// Whether it changes nothing.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

fn assignments<S: Serializer>(
    people: &BTreeMap<UserId, bool>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let assignment = json!({
        "@odata.type": "#microsoft.graph.plannerAssignment",
        "orderHint": OrderHintRequest::between(None, None),
    });
    let members = people.iter().map(|(person, is)| {
        let member = if *is { assignment.clone() } else { Value::Null };
        (person.to_string(), member)
    });
    members.collect::<Map<_, _>>().serialize(serializer)
}

/// A change of what a task says when it is opened; what is left out stays.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PlannerTaskDetailsPatch {
    /// Notes, as plain text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// Points that are put in or changed, and those that are taken out; others stay.
    #[serde(
        skip_serializing_if = "BTreeMap::is_empty",
        serialize_with = "checklist"
    )]
    pub checklist: BTreeMap<String, Option<ChecklistPoint>>,
    /// What it points to from now on, and what no longer; others stay.
    #[serde(
        skip_serializing_if = "BTreeMap::is_empty",
        serialize_with = "references"
    )]
    pub references: BTreeMap<ReferenceUrl, Option<PlannerExternalReference>>,
}

/// What is said of a point of a list; what is left out stays.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ChecklistPoint {
    /// What is to be done; a new point must have it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Whether it is done.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_checked: Option<bool>,
    /// The place that it is to have.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub order_hint: Option<OrderHintRequest>,
}

impl PlannerTaskDetailsPatch {
    /// Whether it changes nothing.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// With its type: members of open types have to say it.
fn typed(type_name: &str, value: &impl Serialize) -> Result<Value, serde_json::Error> {
    let mut value = serde_json::to_value(value)?;
    if let Some(properties) = value.as_object_mut() {
        let name = format!("#microsoft.graph.{type_name}");
        properties.insert("@odata.type".to_owned(), name.into());
    }
    Ok(value)
}

fn members<S: Serializer, T: Serialize>(
    type_name: &str,
    all: impl Iterator<Item = (String, Option<T>)>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let mut members = Map::new();
    for (key, value) in all {
        let member = match value {
            Some(value) => typed(type_name, &value).map_err(serde::ser::Error::custom)?,
            None => Value::Null,
        };
        members.insert(key, member);
    }
    members.serialize(serializer)
}

fn checklist<S: Serializer>(
    points: &BTreeMap<String, Option<ChecklistPoint>>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let all = points
        .iter()
        .map(|(key, point)| (key.clone(), point.as_ref()));
    members("plannerChecklistItem", all, serializer)
}

fn references<S: Serializer>(
    all: &BTreeMap<ReferenceUrl, Option<PlannerExternalReference>>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let all = all
        .iter()
        .map(|(url, reference)| (url.property(), reference.as_ref()));
    members("plannerExternalReference", all, serializer)
}
