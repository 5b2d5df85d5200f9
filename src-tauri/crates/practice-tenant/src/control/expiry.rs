//! Expiry at the control address: the mails that were sent, and whether somebody
//! is in a group.

use std::sync::Arc;

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use http::StatusCode;
use serde::Deserialize;
use serde_json::{Value, json};

use super::Shared;
use super::body::Body;
use super::directory::{CONTROL, write};
use crate::tenant::Tenant;
use crate::world::Change;

pub(super) fn router() -> Router<Arc<Tenant>> {
    Router::new()
        .route(
            "/outbox",
            get(async |State(tenant): Shared| Json(outbox(&tenant))),
        )
        .route("/activity", post(be_active))
}

fn outbox(tenant: &Tenant) -> Value {
    json!({"value": tenant.world().outbox(tenant.now())})
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Activity {
    group: String,
    in_use: Option<bool>,
}

async fn be_active(State(tenant): Shared, Body(activity): Body<Activity>) -> Response {
    let group = {
        let world = tenant.world();
        let place = world.group_index(&activity.group);
        place.map(|place| world.groups[place].id.clone())
    };
    let Some(group) = group else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let (user, at) = (CONTROL.to_owned(), tenant.now());
    let change = match activity.in_use {
        None => Change::Activity { group, user, at },
        Some(in_use) => Change::InUse {
            group,
            user,
            in_use,
            at,
        },
    };
    write(&tenant, change).into_response()
}
