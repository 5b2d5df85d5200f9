//! What a task says when it is opened, changed: notes, list and references (plannertaskdetails-update.md).

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::etag::{self, Entity};
use super::write::{Place, Shows, changed, decide, group_of, set_all};
use super::{refusals, sent, tasks};
use crate::graph::Answer;
use crate::graph::writing::Writing;
use crate::odata::ODataError;
use crate::world::contents::{ChecklistItem, Kind, PlannerChange, Reference, Task};

/// A list has no more points.
const MOST_POINTS: usize = 20;
/// A task points to no more.
const MOST_REFERENCES: usize = 15;
/// What must not stand in the key of a reference as it is.
const ENCODED: [char; 4] = ['.', ':', '@', '#'];

/// `PATCH /planner/tasks/{id}/details`
pub(super) fn update(writing: &Writing<'_>, id: &str) -> Result<Answer, ODataError> {
    let body = writing.sent()?;
    let group = group_of(Kind::Task, id)?;
    decide(writing, &group, |place| {
        let (plan, known) = place.task(id)?;
        let mut task = known.clone();
        let seen = etag::seen(writing.call, Entity::TaskDetails, task.details.version)?;
        let names = set_all(&body, |name, value| set(place, &mut task, (name, value)))?;
        let details = &mut task.details;
        etag::advance((&mut details.version, &mut details.touched), seen, &names)?;
        // The task counts what is in its details, and so becomes another one.
        task.version += 1;
        Ok(PlannerChange::PutTask {
            plan: plan.about.id.clone(),
            task: Box::new(task),
        })
    })?;
    changed(writing, (&group, id), Shows::Details)
}

fn set(
    place: &Place<'_>,
    task: &mut Task,
    (name, value): (&str, &Value),
) -> Result<Vec<String>, ODataError> {
    match name {
        "description" => {
            task.details.description = sent::optional_text(name, value)?.unwrap_or_default();
        }
        "previewType" => task.preview = tasks::preview(name, value)?,
        "checklist" => {
            let limit = (MOST_POINTS, "MaximumChecklistItemsOnTask");
            let checklist = &mut task.details.checklist;
            return merge(checklist, (name, value), limit, |_, known, member| {
                point(place, known, member)
            });
        }
        "references" => {
            let limit = (MOST_REFERENCES, "MaximumReferencesOnTask");
            let references = &mut task.details.references;
            return merge(references, (name, value), limit, |url, _, member| {
                reference(place, url, member)
            });
        }
        "id" => return Ok(Vec::new()),
        _ => return Err(refusals::not_writable(name)),
    }
    Ok(vec![name.to_owned()])
}

/// Puts members in, changes them and takes them out, each by itself; what was touched. No more than `limit` says
/// may be there then.
fn merge<T>(
    known: &mut BTreeMap<String, T>,
    (name, value): (&str, &Value),
    (most, limit): (usize, &'static str),
    read: impl Fn(&str, Option<&T>, &Map<String, Value>) -> Result<T, ODataError>,
) -> Result<Vec<String>, ODataError> {
    let mut touched = Vec::new();
    for (key, member) in sent::members(name, value)? {
        match member {
            Some(member) => {
                let read = read(key, known.get(key), member)?;
                known.insert(key.clone(), read);
            }
            None => {
                known.remove(key);
            }
        }
        touched.push(format!("{name}/{key}"));
    }
    match known.len() > most {
        true => Err(refusals::limit(limit)),
        false => Ok(touched),
    }
}

fn point(
    place: &Place<'_>,
    known: Option<&ChecklistItem>,
    member: &Map<String, Value>,
) -> Result<ChecklistItem, ODataError> {
    let title = match (member.get("title"), known) {
        (Some(title), _) => sent::title("title", title)?,
        (None, Some(known)) => known.title.clone(),
        (None, None) => return Err(refusals::invalid("A point of a list needs a title.")),
    };
    let checked = match member.get("isChecked") {
        Some(checked) => checked
            .as_bool()
            .ok_or_else(|| refusals::unreadable("isChecked"))?,
        None => known.is_some_and(|known| known.checked),
    };
    let order_hint = match (member.get("orderHint"), known) {
        (Some(hint), _) => sent::hint("orderHint", hint)?,
        (None, Some(known)) => known.order_hint.clone(),
        (None, None) => String::new(),
    };
    Ok(ChecklistItem {
        title,
        checked,
        order_hint,
        modified: place.writing.now(),
        by: place.caller(),
    })
}

fn reference(
    place: &Place<'_>,
    url: &str,
    member: &Map<String, Value>,
) -> Result<Reference, ODataError> {
    if url.contains(ENCODED) {
        return Err(refusals::invalid(format!(
            "The address '{url}' is not encoded."
        )));
    }
    let of = |name: &str| member.get(name).unwrap_or(&Value::Null);
    let preview_priority = match member.get("previewPriority") {
        Some(hint) => sent::hint("previewPriority", hint)?,
        None => String::new(),
    };
    Ok(Reference {
        alias: sent::optional_text("alias", of("alias"))?,
        kind: sent::optional_text("type", of("type"))?,
        preview_priority,
        modified: place.writing.now(),
        by: place.caller(),
    })
}
