//! Plans with their buckets and tasks (plannergroup-list-plans.md,
//! plannerplan-get.md, plannerplan-list-buckets.md, plannerplan-list-tasks.md).

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Map, Value, json};

use super::items::{Named, PLANNER, page, single};
use super::{Area, Held, access};
use crate::graph::{Answer, Reading};
use crate::odata::ODataError;
use crate::world::contents::{Bucket, Kind, Plan, Task};

/// `GET /groups/{id}/planner/plans`
pub(super) fn plans(held: &Held<'_>) -> Result<Answer, ODataError> {
    let shown = held.content.plans.iter().map(|plan| shown_plan(held, plan));
    let named = Named {
        context: held.context("planner/plans"),
        type_name: "plannerPlan",
    };
    page(held.reading.call, &PLANNER, &named, shown.collect())
}

/// `GET /planner/…`; `words` is what follows.
pub(in crate::graph) fn get(reading: &Reading<'_>, words: &[&str]) -> Result<Answer, ODataError> {
    let kind = match words.first() {
        Some(&"plans") => Kind::Plan,
        Some(&"buckets") => Kind::Bucket,
        Some(&"tasks") => Kind::Task,
        _ => return Err(unknown(reading)),
    };
    // Ids are compared with their capitals.
    let id = reading.call.segments.get(2).map_or("", String::as_str);
    let missing = || Area::Planner.item_missing();
    let group = kind.group_of(id).ok_or_else(missing)?;
    let held = access::hold(reading, &group, Area::Planner)?;
    let (plan, bucket, task) = find(&held, id).ok_or_else(missing)?;
    match &words[2.min(words.len())..] {
        [] => match (bucket, task) {
            (Some(bucket), _) => one(&held, "buckets", shown_bucket(plan, bucket)),
            (_, Some(task)) => one(&held, "tasks", shown_task(&held, plan, task)),
            _ => one(&held, "plans", shown_plan(&held, plan)),
        },
        ["buckets"] if kind == Kind::Plan => {
            let buckets = plan.buckets.iter();
            let shown = buckets.map(|bucket| shown_bucket(plan, bucket));
            many(&held, "plannerBucket", shown.collect())
        }
        ["tasks"] if kind != Kind::Task => {
            let inside = |task: &&Task| bucket.is_none_or(|bucket| task.bucket == bucket.id);
            let tasks = plan.tasks.iter().filter(inside);
            let shown = tasks.map(|task| shown_task(&held, plan, task));
            many(&held, "plannerTask", shown.collect())
        }
        _ => Err(unknown(reading)),
    }
}

fn unknown(reading: &Reading<'_>) -> ODataError {
    let segment = reading.call.segments.last();
    ODataError::no_segment(segment.map_or("", String::as_str))
}

type Found<'a> = (&'a Plan, Option<&'a Bucket>, Option<&'a Task>);

/// The plan that has this id or holds what has it.
fn find<'a>(held: &'a Held<'_>, id: &str) -> Option<Found<'a>> {
    held.content.plans.iter().find_map(|plan| {
        let bucket = plan.buckets.iter().find(|bucket| bucket.id == id);
        let task = plan.tasks.iter().find(|task| task.id == id);
        (plan.id == id || bucket.is_some() || task.is_some()).then_some((plan, bucket, task))
    })
}

fn one(held: &Held<'_>, set: &str, shown: Value) -> Result<Answer, ODataError> {
    let named = Named {
        context: format!("{}/$metadata#planner/{set}", held.reading.call.root()),
        type_name: "plannerPlan",
    };
    single(held.reading.call, &named, shown)
}

fn many(held: &Held<'_>, type_name: &str, shown: Vec<Value>) -> Result<Answer, ODataError> {
    let root = held.reading.call.root();
    let named = Named {
        context: format!("{root}/$metadata#Collection(microsoft.graph.{type_name})"),
        type_name,
    };
    page(held.reading.call, &PLANNER, &named, shown)
}

/// A later one is greater when compared as text.
fn etag(kind: &str, version: u32) -> String {
    let inner = STANDARD.encode(format!("'1-{kind}  {version:012X}'"));
    format!("W/\"{inner}\"")
}

fn shown_plan(held: &Held<'_>, plan: &Plan) -> Value {
    let root = held.reading.call.root();
    json!({
        "@odata.etag": etag("Plan", plan.version),
        "id": plan.id,
        "title": plan.title,
        "owner": held.group.id,
        "createdDateTime": plan.created,
        "createdBy": held.identity(Some(plan.by)),
        "container": {
            "containerId": held.group.id,
            "type": "group",
            "url": format!("{root}/groups/{}", held.group.id),
        },
    })
}

fn shown_bucket(plan: &Plan, bucket: &Bucket) -> Value {
    json!({
        "@odata.etag": etag("Bucket", bucket.version),
        "id": bucket.id,
        "name": bucket.name,
        "planId": plan.id,
        "orderHint": bucket.order_hint,
    })
}

fn shown_task(held: &Held<'_>, plan: &Plan, task: &Task) -> Value {
    let completed_by = task.completed.map(|_| held.identity(Some(task.by)));
    json!({
        "@odata.etag": etag("Task", task.version),
        "id": task.id,
        "planId": plan.id,
        "bucketId": task.bucket,
        "title": task.title,
        "orderHint": task.order_hint,
        "assigneePriority": "",
        "percentComplete": task.percent_complete,
        "priority": task.priority,
        "startDateTime": null,
        "createdDateTime": task.created,
        "dueDateTime": task.due,
        "hasDescription": task.has_description,
        "previewType": "automatic",
        "completedDateTime": task.completed,
        "completedBy": completed_by,
        "referenceCount": 0,
        "checklistItemCount": task.checklist.0,
        "activeChecklistItemCount": task.checklist.1,
        "conversationThreadId": null,
        "createdBy": held.identity(Some(task.by)),
        "appliedCategories": {},
        "assignments": assignments(held, task),
    })
}

fn assignments(held: &Held<'_>, task: &Task) -> Map<String, Value> {
    let people = task.assigned.iter();
    let people = people.filter_map(|user| held.reading.world.user(*user));
    people
        .map(|user| {
            let assignment = json!({
                "@odata.type": "#microsoft.graph.plannerAssignment",
                "assignedDateTime": task.created,
                "orderHint": "",
                "assignedBy": held.identity(Some(task.by)),
            });
            (user.id.clone(), assignment)
        })
        .collect()
}
