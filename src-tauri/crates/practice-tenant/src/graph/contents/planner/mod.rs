//! Plans with their buckets and tasks: reading (plannergroup-list-plans.md, plannerplan-get.md,
//! plannerplan-list-buckets.md, plannerplan-list-tasks.md, plannertaskdetails-get.md,
//! planneruser-list-tasks.md). How they look is in `shown`, writing in `write`.

mod buckets;
mod etag;
mod plans;
mod refusals;
mod sent;
mod shown;
mod task_details;
mod tasks;
mod write;

use std::sync::Arc;

use serde_json::Value;

use super::items::{Named, PLANNER, page, single};
use super::{Area, Held, access};
use crate::graph::viewer::Viewer;
use crate::graph::{Answer, Reading};
use crate::odata::ODataError;
use crate::world::contents::{Board, Bucket, Kind, Plan, Task};

pub(in crate::graph) use write::write;

/// A group whose plans the caller may see.
struct HeldBoard<'a> {
    held: Held<'a>,
    board: Arc<Board>,
}

impl<'a> HeldBoard<'a> {
    fn of(reading: &'a Reading<'a>, group: &str) -> Result<Self, ODataError> {
        let held = access::hold(reading, group, Area::Planner)?;
        let board = reading.world.contents.board(held.group);
        Ok(Self { held, board })
    }
}

/// `GET /groups/{id}/planner/plans`
pub(super) fn plans(reading: &Reading<'_>, group: &str) -> Result<Answer, ODataError> {
    let HeldBoard { held, board } = HeldBoard::of(reading, group)?;
    let plans = board.plans.iter();
    let shown = plans.map(|plan| shown::plan(&held, plan));
    let named = Named {
        context: held.context("planner/plans"),
        type_name: "plannerPlan",
    };
    page(reading.call, &PLANNER, &named, shown.collect())
}

/// `GET /me/planner/tasks`: what the caller is to do, in all groups that they are in.
pub(in crate::graph) fn mine(reading: &Reading<'_>) -> Result<Answer, ODataError> {
    if !reading.caller.has(Area::Planner.scopes()) {
        return Err(Area::Planner.denied());
    }
    let viewer = Viewer::new(reading, false);
    let groups = reading.world.joined_by(reading.caller.user).iter();
    let mut shown = Vec::new();
    for &place in groups {
        let id = viewer.group(place).id.clone();
        // Groups that are deleted, or whose plans are not there yet, have no part in it.
        let Ok(HeldBoard { held, board }) = HeldBoard::of(reading, &id) else {
            continue;
        };
        for plan in &board.plans {
            let is_mine = |task: &&Task| {
                let mut assigned = task.assigned.iter();
                assigned.any(|assignment| assignment.user == reading.caller.user)
            };
            let tasks = plan.tasks().filter(is_mine);
            shown.extend(tasks.map(|task| shown::task(&held, plan, task)));
        }
    }
    many(reading, "plannerTask", shown)
}

/// `GET /planner/…`; `words` is what follows.
pub(in crate::graph) fn get(reading: &Reading<'_>, words: &[&str]) -> Result<Answer, ODataError> {
    let kind = kind_of(words).ok_or_else(|| unknown(reading))?;
    // Ids are compared with their capitals.
    let id = reading.call.segments.get(2).map_or("", String::as_str);
    let missing = || Area::Planner.item_missing();
    let group = kind.group_of(id).ok_or_else(missing)?;
    let HeldBoard { held, board } = HeldBoard::of(reading, &group)?;
    let plan = board.holding(id).ok_or_else(missing)?;
    let (bucket, task) = (plan.bucket(id), plan.task(id));
    match (&words[2.min(words.len())..], bucket, task) {
        ([], Some(bucket), _) => one(reading, "buckets", shown::bucket(plan, bucket)),
        ([], _, Some(task)) => one(reading, "tasks", shown::task(&held, plan, task)),
        ([], None, None) => one(reading, "plans", shown::plan(&held, plan)),
        (["details"], None, None) => {
            one(reading, "plans/details", shown::plan_details(&held, plan))
        }
        (["details"], _, Some(task)) => {
            one(reading, "tasks/details", shown::task_details(&held, task))
        }
        (["buckets"], None, None) => {
            let buckets = plan.buckets.iter();
            let shown = buckets.map(|bucket| shown::bucket(plan, bucket));
            many(reading, "plannerBucket", shown.collect())
        }
        (["tasks"], bucket, None) => {
            let shown = inside(plan, bucket).map(|task| shown::task(&held, plan, task));
            many(reading, "plannerTask", shown.collect())
        }
        _ => Err(unknown(reading)),
    }
}

/// The tasks of a plan, or of a bucket of it.
fn inside<'a>(plan: &'a Plan, bucket: Option<&'a Bucket>) -> impl Iterator<Item = &'a Task> {
    plan.tasks().filter(move |task| {
        bucket.is_none_or(|bucket| task.bucket.as_deref() == Some(bucket.id.as_str()))
    })
}

fn kind_of(words: &[&str]) -> Option<Kind> {
    match words.first() {
        Some(&"plans") => Some(Kind::Plan),
        Some(&"buckets") => Some(Kind::Bucket),
        Some(&"tasks") => Some(Kind::Task),
        _ => None,
    }
}

fn unknown(reading: &Reading<'_>) -> ODataError {
    let segment = reading.call.segments.last();
    ODataError::no_segment(segment.map_or("", String::as_str))
}

fn one(reading: &Reading<'_>, set: &str, shown: Value) -> Result<Answer, ODataError> {
    let named = Named {
        context: format!("{}/$metadata#planner/{set}/$entity", reading.call.root()),
        type_name: "plannerPlan",
    };
    single(reading.call, &named, shown)
}

fn many(
    reading: &Reading<'_>,
    type_name: &'static str,
    shown: Vec<Value>,
) -> Result<Answer, ODataError> {
    let root = reading.call.root();
    let named = Named {
        context: format!("{root}/$metadata#Collection(microsoft.graph.{type_name})"),
        type_name,
    };
    page(reading.call, &PLANNER, &named, shown)
}
