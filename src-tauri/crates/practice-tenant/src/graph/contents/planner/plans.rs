//! Plans made, renamed and deleted, and the names of their labels (planner-post-plans.md, plannerplan-update.md,
//! plannerplandetails-update.md, plannerplan-delete.md).

use std::collections::BTreeMap;

use http::StatusCode;
use serde_json::Value;

use super::etag::{self, Entity};
use super::write::{Place, Shows, changed, decide, group_of, made, properties};
use super::{refusals, sent};
use crate::graph::Answer;
use crate::graph::sent::Sent;
use crate::graph::writing::Writing;
use crate::odata::ODataError;
use crate::world::contents::{Kind, PlanAbout, PlannerChange};

/// A group owns no more plans.
const MOST_PLANS: usize = 400;

/// `POST /planner/plans`
pub(super) fn create(writing: &Writing<'_>) -> Result<Answer, ODataError> {
    let body = writing.sent()?;
    let group = container(&body)?;
    let title = sent::title("title", body.value("title").unwrap_or(&Value::Null))?;
    let change = decide(writing, &group, |place| {
        if place.board.plans.len() >= MOST_PLANS {
            return Err(refusals::limit("MaximumProjectsOwnedByUser"));
        }
        let plan = PlanAbout {
            id: place.new_id(Kind::Plan),
            title,
            created: writing.now(),
            by: place.caller(),
            categories: BTreeMap::new(),
            version: 1,
            details_version: 1,
        };
        Ok(PlannerChange::PutPlan { plan })
    })?;
    match change {
        PlannerChange::PutPlan { plan } => made(writing, &group, &plan.id),
        _ => Ok(Answer::empty(StatusCode::NO_CONTENT)),
    }
}

/// The group that is to own a plan: by its address, by its id, or by the property that older clients send.
fn container(body: &Sent) -> Result<String, ODataError> {
    if let Some(owner) = body.value("owner") {
        return sent::text("owner", owner);
    }
    let container = body.value("container").and_then(Value::as_object);
    let container = container.ok_or_else(|| refusals::invalid("A plan needs a container."))?;
    let of_type = container
        .get("type")
        .and_then(Value::as_str)
        .unwrap_or("group");
    if of_type != "group" {
        return Err(refusals::invalid(
            "The type of the container is not supported here.",
        ));
    }
    let named = |name: &str| container.get(name).and_then(Value::as_str);
    let by_url = named("url").and_then(|url| url.trim_end_matches('/').rsplit_once("/groups/"));
    let group = named("containerId").or(by_url.map(|(_, id)| id));
    let group =
        group.ok_or_else(|| refusals::invalid("The container of the plan is not valid."))?;
    Ok(group.to_owned())
}

/// Writes over what a plan says of itself.
fn put(
    writing: &Writing<'_>,
    id: &str,
    change: impl FnOnce(&Place<'_>, &mut PlanAbout) -> Result<(), ODataError>,
) -> Result<String, ODataError> {
    let group = group_of(Kind::Plan, id)?;
    decide(writing, &group, |place| {
        let mut plan = place.plan(id)?.about.clone();
        change(place, &mut plan)?;
        Ok(PlannerChange::PutPlan { plan })
    })?;
    Ok(group)
}

/// `PATCH /planner/plans/{id}`
pub(super) fn rename(writing: &Writing<'_>, id: &str) -> Result<Answer, ODataError> {
    let body = writing.sent()?;
    let group = put(writing, id, |_, plan| {
        if etag::seen(writing.call, Entity::Plan, plan.version)? != plan.version {
            return Err(refusals::conflict());
        }
        for (name, value) in properties(&body) {
            match name {
                "title" => plan.title = sent::title(name, value)?,
                "id" => {}
                _ => return Err(refusals::not_writable(name)),
            }
        }
        plan.version += 1;
        Ok(())
    })?;
    changed(writing, (&group, id), Shows::Whole)
}

/// `PATCH /planner/plans/{id}/details`
pub(super) fn name_labels(writing: &Writing<'_>, id: &str) -> Result<Answer, ODataError> {
    let body = writing.sent()?;
    let group = put(writing, id, |_, plan| {
        etag::seen(writing.call, Entity::PlanDetails, plan.details_version)?;
        for (name, value) in properties(&body) {
            match name {
                "categoryDescriptions" => name_some(&mut plan.categories, name, value)?,
                // Who may see a plan of a group is decided by the group.
                "sharedWith" | "id" => {}
                _ => return Err(refusals::not_writable(name)),
            }
        }
        plan.details_version += 1;
        Ok(())
    })?;
    changed(writing, (&group, id), Shows::Details)
}

fn name_some(
    known: &mut BTreeMap<u8, String>,
    name: &str,
    value: &Value,
) -> Result<(), ODataError> {
    let names = value
        .as_object()
        .ok_or_else(|| refusals::unreadable(name))?;
    for (key, name) in names.iter().filter(|(key, _)| !key.starts_with('@')) {
        let number = sent::category(key)?;
        match sent::optional_text(key, name)? {
            Some(name) => known.insert(number, name),
            None => known.remove(&number),
        };
    }
    Ok(())
}

/// `DELETE /planner/plans/{id}`
pub(super) fn delete(writing: &Writing<'_>, id: &str) -> Result<Answer, ODataError> {
    decide(writing, &group_of(Kind::Plan, id)?, |place| {
        let plan = &place.plan(id)?.about;
        etag::seen(writing.call, Entity::Plan, plan.version)?;
        Ok(PlannerChange::RemovePlan {
            plan: id.to_owned(),
        })
    })?;
    Ok(Answer::empty(StatusCode::NO_CONTENT))
}
