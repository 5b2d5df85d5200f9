//! Writing plans, buckets and tasks: which call leads where, who may, and how the answer looks. What is decided of
//! each kind is in `plans`, `buckets`, `tasks` and `task_details`.

use std::sync::Arc;

use http::{Method, StatusCode};
use serde_json::Value;

use super::{HeldBoard, buckets, plans, shown, task_details, tasks};
use crate::graph::Answer;
use crate::graph::contents::{Area, access};
use crate::graph::sent::Sent;
use crate::graph::writing::Writing;
use crate::odata::ODataError;
use crate::world::contents::{Board, Bucket, Kind, Plan, PlannerChange, Task};
use crate::world::{Change, Group, UserIndex, World};

const WRITE: &[&str] = &["Tasks.ReadWrite", "Group.ReadWrite.All"];

/// The calls that write plans; none for other paths.
pub(in crate::graph) fn write(
    writing: &Writing<'_>,
    words: &[&str],
) -> Option<Result<Answer, ODataError>> {
    let ["planner", words @ ..] = words else {
        return None;
    };
    // Ids are compared with their capitals.
    let id = writing.call.segments.get(2).map_or("", String::as_str);
    Some(match (&writing.call.method, words) {
        (&Method::POST, ["plans"]) => plans::create(writing),
        (&Method::POST, ["buckets"]) => buckets::create(writing),
        (&Method::POST, ["tasks"]) => tasks::create(writing),
        (&Method::PATCH, ["plans", _]) => plans::rename(writing, id),
        (&Method::PATCH, ["plans", _, "details"]) => plans::name_labels(writing, id),
        (&Method::PATCH, ["buckets", _]) => buckets::update(writing, id),
        (&Method::PATCH, ["tasks", _]) => tasks::update(writing, id),
        (&Method::PATCH, ["tasks", _, "details"]) => task_details::update(writing, id),
        (&Method::DELETE, ["plans", _]) => plans::delete(writing, id),
        (&Method::DELETE, ["buckets", _]) => buckets::delete(writing, id),
        (&Method::DELETE, ["tasks", _]) => tasks::delete(writing, id),
        _ => return None,
    })
}

/// Where something is written, as it is at that moment.
pub(super) struct Place<'w> {
    pub(super) writing: &'w Writing<'w>,
    pub(super) world: &'w World,
    pub(super) group: &'w Group,
    pub(super) board: Arc<Board>,
}

impl Place<'_> {
    pub(super) fn plan(&self, id: &str) -> Result<&Plan, ODataError> {
        let mut plans = self.board.plans.iter();
        let plan = plans.find(|plan| plan.about.id == id);
        plan.map(Arc::as_ref)
            .ok_or_else(|| Area::Planner.item_missing())
    }

    /// The bucket of an id, with its plan.
    pub(super) fn bucket(&self, id: &str) -> Result<(&Plan, &Bucket), ODataError> {
        let plan = self.board.holding(id);
        plan.and_then(|plan| Some((plan, plan.bucket(id)?)))
            .ok_or_else(|| Area::Planner.item_missing())
    }

    /// The task of an id, with its plan.
    pub(super) fn task(&self, id: &str) -> Result<(&Plan, &Task), ODataError> {
        let plan = self.board.holding(id);
        plan.and_then(|plan| Some((plan, plan.task(id)?)))
            .ok_or_else(|| Area::Planner.item_missing())
    }

    pub(super) fn new_id(&self, kind: Kind) -> String {
        self.board.new_id(&self.group.id, kind)
    }

    pub(super) fn caller(&self) -> UserIndex {
        self.writing.caller.user
    }
}

/// Decides on a group's plans as they are and writes what was decided.
pub(super) fn decide(
    writing: &Writing<'_>,
    group: &str,
    decide: impl FnOnce(&Place<'_>) -> Result<PlannerChange, ODataError>,
) -> Result<PlannerChange, ODataError> {
    let mut decided = None;
    writing.write(|world| {
        let group = access::enter_planner(writing, world, (group, WRITE))?;
        let board = world.contents.board(group);
        let place = Place {
            writing,
            world,
            group,
            board,
        };
        let change = decide(&place)?;
        decided = Some(change.clone());
        Ok(Change::Planner {
            group: group.id.clone(),
            user: writing.user(),
            change: Box::new(change),
            at: writing.now(),
        })
    })?;
    decided.ok_or_else(|| Area::Planner.item_missing())
}

/// The group that a thing of this kind leads back to.
pub(super) fn group_of(kind: Kind, id: &str) -> Result<String, ODataError> {
    kind.group_of(id)
        .ok_or_else(|| Area::Planner.item_missing())
}

/// The properties that a client sent, each with its value.
pub(super) fn properties(sent: &Sent) -> impl Iterator<Item = (&str, &Value)> {
    sent.names()
        .filter_map(|name| Some((name, sent.value(name)?)))
}

/// Sets every property that a client sent; the names of what may conflict with somebody else's change.
pub(super) fn set_all(
    sent: &Sent,
    mut set: impl FnMut(&str, &Value) -> Result<Vec<String>, ODataError>,
) -> Result<Vec<String>, ODataError> {
    let mut touched = Vec::new();
    for (name, value) in properties(sent) {
        touched.extend(set(name, value)?);
    }
    Ok(touched)
}

/// What an answer shows of what was written.
#[derive(Debug, Clone, Copy)]
pub(super) enum Shows {
    Whole,
    Details,
}

/// 201 with what was made.
pub(super) fn made(writing: &Writing<'_>, group: &str, id: &str) -> Result<Answer, ODataError> {
    let mut answer = shown_anew(writing, (group, id), Shows::Whole)?;
    answer.status = StatusCode::CREATED;
    Ok(answer)
}

/// 204; with `Prefer: return=representation`, 200 with what was changed.
pub(super) fn changed(
    writing: &Writing<'_>,
    written: (&str, &str),
    shows: Shows,
) -> Result<Answer, ODataError> {
    let prefer = writing.call.header("prefer").unwrap_or_default();
    if !prefer.contains("return=representation") {
        return Ok(Answer::empty(StatusCode::NO_CONTENT));
    }
    let mut answer = shown_anew(writing, written, shows)?;
    let applied = "return=representation".to_owned();
    answer.headers.push(("preference-applied", applied));
    Ok(answer)
}

fn shown_anew(
    writing: &Writing<'_>,
    (group, id): (&str, &str),
    shows: Shows,
) -> Result<Answer, ODataError> {
    let world = writing.tenant.world();
    let reading = writing.reading(&world);
    let HeldBoard { held, board } = HeldBoard::of(&reading, group)?;
    let missing = || Area::Planner.item_missing();
    let plan = board.holding(id).ok_or_else(missing)?;
    match (plan.bucket(id), plan.task(id), shows) {
        (Some(bucket), ..) => super::one(&reading, "buckets", shown::bucket(plan, bucket)),
        (_, Some(task), Shows::Whole) => {
            super::one(&reading, "tasks", shown::task(&held, plan, task))
        }
        (_, Some(task), Shows::Details) => {
            super::one(&reading, "tasks/details", shown::task_details(&held, task))
        }
        (None, None, Shows::Whole) => super::one(&reading, "plans", shown::plan(&held, plan)),
        (None, None, Shows::Details) => {
            super::one(&reading, "plans/details", shown::plan_details(&held, plan))
        }
    }
}
