//! Tasks made, changed and deleted (planner-post-tasks.md, plannertask-update.md, plannertask-delete.md).

use std::collections::BTreeMap;

use http::StatusCode;
use serde_json::Value;

use super::etag::{self, Entity};
use super::write::{Place, Shows, changed, decide, group_of, made, set_all};
use super::{refusals, sent};
use crate::graph::Answer;
use crate::graph::writing::Writing;
use crate::odata::ODataError;
use crate::world::contents::{
    Assignment, Kind, Plan, PlannerChange, Task, TaskDetails, hint_between,
};

/// A plan has no more tasks.
const MOST_TASKS: usize = 9_000;
/// Nor more that are not done.
const MOST_ACTIVE: usize = 3_000;
/// A task is given to no more people.
const MOST_ASSIGNEES: usize = 20;
/// How a task is shown on the board.
const PREVIEWS: [&str; 5] = [
    "automatic",
    "noPreview",
    "checklist",
    "description",
    "reference",
];
/// What the service sets; clients that send back what they have read are not refused for it.
const PASSED_OVER: [&str; 12] = [
    "id",
    "planId",
    "createdDateTime",
    "createdBy",
    "completedDateTime",
    "completedBy",
    "hasDescription",
    "referenceCount",
    "checklistItemCount",
    "activeChecklistItemCount",
    "conversationThreadId",
    "details",
];

/// `POST /planner/tasks`
pub(super) fn create(writing: &Writing<'_>) -> Result<Answer, ODataError> {
    let body = writing.sent()?;
    let plan_id = sent::text("planId", body.value("planId").unwrap_or(&Value::Null))?;
    let group = group_of(Kind::Plan, &plan_id)?;
    let change = decide(writing, &group, |place| {
        let plan = place.plan(&plan_id)?;
        check_room(plan)?;
        let mut task = new(place);
        task.title = sent::title("title", body.value("title").unwrap_or(&Value::Null))?;
        set_all(&body, |name, value| {
            set(place, plan, &mut task, (name, value))
        })?;
        check(&task)?;
        if task.order_hint.is_empty() {
            task.order_hint = first(plan, &task);
        }
        Ok(PlannerChange::PutTask {
            plan: plan_id.clone(),
            task: Box::new(task),
        })
    })?;
    match change {
        PlannerChange::PutTask { task, .. } => made(writing, &group, &task.id),
        _ => Ok(Answer::empty(StatusCode::NO_CONTENT)),
    }
}

fn new(place: &Place<'_>) -> Task {
    Task {
        id: place.new_id(Kind::Task),
        bucket: None,
        title: String::new(),
        percent_complete: 0,
        priority: 5,
        created: place.writing.now(),
        by: place.caller(),
        start: None,
        due: None,
        completed: None,
        assigned: Vec::new(),
        categories: Vec::new(),
        order_hint: String::new(),
        assignee_priority: String::new(),
        preview: "automatic".to_owned(),
        version: 1,
        touched: BTreeMap::new(),
        details: TaskDetails {
            version: 1,
            ..TaskDetails::default()
        },
    }
}

fn check_room(plan: &Plan) -> Result<(), ODataError> {
    if plan.tasks().len() >= MOST_TASKS {
        return Err(refusals::limit("MaximumTasksInProject"));
    }
    let active = plan.tasks().filter(|task| task.percent_complete < 100);
    if active.count() >= MOST_ACTIVE {
        return Err(refusals::limit("MaximumActiveTasksInProject"));
    }
    Ok(())
}

/// A place before all others of its bucket.
fn first(plan: &Plan, task: &Task) -> String {
    let beside = plan.tasks().filter(|other| other.bucket == task.bucket);
    let hints = beside.map(|other| other.order_hint.as_str());
    hint_between("", hints.min().unwrap_or_default())
}

/// What holds for the task as a whole.
fn check(task: &Task) -> Result<(), ODataError> {
    if let (Some(start), Some(due)) = (task.start, task.due)
        && start > due
    {
        return Err(refusals::invalid("The start date is after the due date."));
    }
    if task.assigned.len() > MOST_ASSIGNEES {
        return Err(refusals::limit("MaximumAssigneesInTasks"));
    }
    Ok(())
}

/// `PATCH /planner/tasks/{id}`
pub(super) fn update(writing: &Writing<'_>, id: &str) -> Result<Answer, ODataError> {
    let body = writing.sent()?;
    let group = group_of(Kind::Task, id)?;
    decide(writing, &group, |place| {
        let (plan, known) = place.task(id)?;
        let mut task = known.clone();
        let seen = etag::seen(writing.call, Entity::Task, task.version)?;
        let names = set_all(&body, |name, value| {
            set(place, plan, &mut task, (name, value))
        })?;
        check(&task)?;
        etag::advance((&mut task.version, &mut task.touched), seen, &names)?;
        Ok(PlannerChange::PutTask {
            plan: plan.about.id.clone(),
            task: Box::new(task),
        })
    })?;
    changed(writing, (&group, id), Shows::Whole)
}

/// Sets one property; the names of what may conflict with somebody else's change.
fn set(
    place: &Place<'_>,
    plan: &Plan,
    task: &mut Task,
    (name, value): (&str, &Value),
) -> Result<Vec<String>, ODataError> {
    match name {
        "title" => task.title = sent::title(name, value)?,
        "bucketId" => task.bucket = bucket(plan, name, value)?,
        "percentComplete" => complete(place, task, sent::number(name, value, 100)?),
        "priority" => task.priority = sent::number(name, value, 10)?,
        "startDateTime" => task.start = sent::time(name, value)?,
        "dueDateTime" => task.due = sent::time(name, value)?,
        "orderHint" => task.order_hint = sent::hint(name, value)?,
        "assigneePriority" => task.assignee_priority = sent::hint(name, value)?,
        "previewType" => task.preview = preview(name, value)?,
        "appliedCategories" => return label(task, name, value),
        "assignments" => return assign(place, task, name, value),
        passed if PASSED_OVER.contains(&passed) => return Ok(Vec::new()),
        _ => return Err(refusals::not_writable(name)),
    }
    Ok(vec![name.to_owned()])
}

fn bucket(plan: &Plan, name: &str, value: &Value) -> Result<Option<String>, ODataError> {
    let Some(id) = sent::optional_text(name, value)? else {
        return Ok(None);
    };
    match plan.bucket(&id) {
        Some(_) => Ok(Some(id)),
        None => Err(refusals::invalid(
            "The bucket is not in the plan of the task.",
        )),
    }
}

fn complete(place: &Place<'_>, task: &mut Task, percent: i32) {
    task.percent_complete = percent;
    let done = (place.writing.now(), place.caller());
    task.completed = (percent == 100).then(|| task.completed.unwrap_or(done));
}

pub(super) fn preview(name: &str, value: &Value) -> Result<String, ODataError> {
    let preview = sent::text(name, value)?;
    match PREVIEWS.contains(&preview.as_str()) {
        true => Ok(preview),
        false => Err(refusals::unreadable(name)),
    }
}

/// Each label by itself: setting one does not conflict with another.
fn label(task: &mut Task, name: &str, value: &Value) -> Result<Vec<String>, ODataError> {
    let labels = value
        .as_object()
        .ok_or_else(|| refusals::unreadable(name))?;
    let mut touched = Vec::new();
    for (key, value) in labels.iter().filter(|(key, _)| !key.starts_with('@')) {
        let number = sent::category(key)?;
        let set = match value {
            Value::Null => false,
            value => value.as_bool().ok_or_else(|| refusals::unreadable(key))?,
        };
        task.categories.retain(|known| *known != number);
        task.categories.extend(set.then_some(number));
        touched.push(format!("{name}/{key}"));
    }
    task.categories.sort_unstable();
    Ok(touched)
}

/// Each person by themselves, too.
fn assign(
    place: &Place<'_>,
    task: &mut Task,
    name: &str,
    value: &Value,
) -> Result<Vec<String>, ODataError> {
    let mut touched = Vec::new();
    for (key, member) in sent::members(name, value)? {
        let user = place.world.user_index(key);
        let user = user.ok_or_else(|| refusals::invalid(format!("There is no user '{key}'.")))?;
        let Some(member) = member else {
            task.assigned.retain(|known| known.user != user);
            touched.push(format!("{name}/{key}"));
            continue;
        };
        let order_hint = match member.get("orderHint") {
            Some(hint) => sent::hint("orderHint", hint)?,
            None => String::new(),
        };
        task.assign(Assignment {
            user,
            at: place.writing.now(),
            by: place.caller(),
            order_hint,
        });
        touched.push(format!("{name}/{key}"));
    }
    Ok(touched)
}

/// `DELETE /planner/tasks/{id}`
pub(super) fn delete(writing: &Writing<'_>, id: &str) -> Result<Answer, ODataError> {
    decide(writing, &group_of(Kind::Task, id)?, |place| {
        let (plan, task) = place.task(id)?;
        etag::seen(writing.call, Entity::Task, task.version)?;
        Ok(PlannerChange::RemoveTask {
            plan: plan.about.id.clone(),
            task: id.to_owned(),
        })
    })?;
    Ok(Answer::empty(StatusCode::NO_CONTENT))
}
