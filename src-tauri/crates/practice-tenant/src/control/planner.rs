//! A full plan at the control address: very many tasks in one plan, for tests and
//! measurements.

use std::sync::Arc;

use axum::Router;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use http::StatusCode;
use serde::Deserialize;

use super::Shared;
use super::body::{Body, refused};
use super::directory::{CONTROL, write};
use crate::tenant::Tenant;
use crate::world::Change;
use crate::world::contents::{Kind, PlannerChange, TaskSeeds};

pub(super) fn router() -> Router<Arc<Tenant>> {
    Router::new().route("/tasks", post(seed))
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Wanted {
    /// Id of the plan.
    plan: String,
    tasks: u32,
}

async fn seed(State(tenant): Shared, Body(wanted): Body<Wanted>) -> Response {
    if wanted.tasks > TaskSeeds::MOST {
        return refused("tasks is at most 5000");
    }
    let group = Kind::Plan.group_of(&wanted.plan).filter(|group| {
        let world = tenant.world();
        let place = world.group_index(group);
        place.is_some_and(|place| {
            let board = world.contents.board(&world.groups[place]);
            board.holding(&wanted.plan).is_some()
        })
    });
    let Some(group) = group else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let at = tenant.now();
    let seeds = TaskSeeds {
        tasks: wanted.tasks,
        at,
    };
    let change = Change::Planner {
        group,
        user: CONTROL.to_owned(),
        change: Box::new(PlannerChange::Seed {
            plan: wanted.plan,
            seeds,
        }),
        at,
    };
    write(&tenant, change).into_response()
}
