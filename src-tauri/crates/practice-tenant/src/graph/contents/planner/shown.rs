//! Plans, buckets, tasks and their details as answers show them.

use serde_json::{Map, Value, json};

use super::Held;
use super::etag::{self, Entity};
use crate::world::contents::{Bucket, CATEGORIES, Plan, Task};

pub(super) fn plan(held: &Held<'_>, plan: &Plan) -> Value {
    let root = held.reading.call.root();
    let about = &plan.about;
    json!({
        "@odata.etag": etag::of(Entity::Plan, about.version),
        "id": about.id,
        "title": about.title,
        "owner": held.group.id,
        "createdDateTime": about.created,
        "createdBy": held.identity(Some(about.by)),
        "container": {
            "containerId": held.group.id,
            "type": "group",
            "url": format!("{root}/groups/{}", held.group.id),
        },
    })
}

pub(super) fn plan_details(held: &Held<'_>, plan: &Plan) -> Value {
    let names = (1..=CATEGORIES).map(|number| {
        let name = plan.about.categories.get(&number);
        (format!("category{number}"), json!(name))
    });
    // A plan of a group is everybody's who is in the group.
    let people = held.group.members.iter();
    let people = people.filter_map(|user| held.reading.world.user(*user));
    let shared: Map<String, Value> = people.map(|user| (user.id.clone(), json!(true))).collect();
    json!({
        "@odata.etag": etag::of(Entity::PlanDetails, plan.about.details_version),
        "id": plan.about.id,
        "categoryDescriptions": Value::Object(names.collect()),
        "sharedWith": shared,
    })
}

pub(super) fn bucket(plan: &Plan, bucket: &Bucket) -> Value {
    json!({
        "@odata.etag": etag::of(Entity::Bucket, bucket.version),
        "id": bucket.id,
        "name": bucket.name,
        "planId": plan.about.id,
        "orderHint": bucket.order_hint,
    })
}

pub(super) fn task(held: &Held<'_>, plan: &Plan, task: &Task) -> Value {
    let (points, open) = task.points();
    let completed_by = task.completed.map(|(_, by)| held.identity(Some(by)));
    let categories = task.categories.iter();
    let categories: Map<String, Value> = categories
        .map(|number| (format!("category{number}"), json!(true)))
        .collect();
    json!({
        "@odata.etag": etag::of(Entity::Task, task.version),
        "id": task.id,
        "planId": plan.about.id,
        "bucketId": task.bucket,
        "title": task.title,
        "orderHint": task.order_hint,
        "assigneePriority": task.assignee_priority,
        "percentComplete": task.percent_complete,
        "priority": task.priority,
        "startDateTime": task.start,
        "createdDateTime": task.created,
        "dueDateTime": task.due,
        "hasDescription": !task.details.description.is_empty(),
        "previewType": task.preview,
        "completedDateTime": task.completed.map(|(at, _)| at),
        "completedBy": completed_by,
        "referenceCount": task.details.references.len(),
        "checklistItemCount": points,
        "activeChecklistItemCount": open,
        "conversationThreadId": null,
        "createdBy": held.identity(Some(task.by)),
        "appliedCategories": categories,
        "assignments": assignments(held, task),
    })
}

fn assignments(held: &Held<'_>, task: &Task) -> Map<String, Value> {
    let assigned = task.assigned.iter();
    let shown = assigned.filter_map(|assignment| {
        let user = held.reading.world.user(assignment.user)?;
        let shown = json!({
            "@odata.type": "#microsoft.graph.plannerAssignment",
            "assignedDateTime": assignment.at,
            "orderHint": assignment.order_hint,
            "assignedBy": held.identity(Some(assignment.by)),
        });
        Some((user.id.clone(), shown))
    });
    shown.collect()
}

pub(super) fn task_details(held: &Held<'_>, task: &Task) -> Value {
    let details = &task.details;
    let checklist = details.checklist.iter().map(|(id, item)| {
        let shown = json!({
            "@odata.type": "#microsoft.graph.plannerChecklistItem",
            "isChecked": item.checked,
            "title": item.title,
            "orderHint": item.order_hint,
            "lastModifiedDateTime": item.modified,
            "lastModifiedBy": held.identity(Some(item.by)),
        });
        (id.clone(), shown)
    });
    let references = details.references.iter().map(|(url, reference)| {
        let shown = json!({
            "@odata.type": "#microsoft.graph.plannerExternalReference",
            "alias": reference.alias,
            "type": reference.kind,
            "previewPriority": reference.preview_priority,
            "lastModifiedDateTime": reference.modified,
            "lastModifiedBy": held.identity(Some(reference.by)),
        });
        (url.clone(), shown)
    });
    json!({
        "@odata.etag": etag::of(Entity::TaskDetails, details.version),
        "id": task.id,
        "description": details.description,
        "previewType": task.preview,
        "checklist": Value::Object(checklist.collect()),
        "references": Value::Object(references.collect()),
    })
}
