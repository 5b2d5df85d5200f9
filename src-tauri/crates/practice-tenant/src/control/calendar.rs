//! A full calendar at the control address: very many events in one group, for
//! tests and measurements.

use std::sync::Arc;

use axum::Router;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use http::StatusCode;
use jiff::civil::Date;
use serde::Deserialize;

use super::Shared;
use super::body::{Body, refused};
use super::directory::{CONTROL, write};
use crate::tenant::Tenant;
use crate::world::Change;
use crate::world::contents::{CalendarChange, Seeds};

pub(super) fn router() -> Router<Arc<Tenant>> {
    Router::new().route("/calendar", post(seed))
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Wanted {
    group: String,
    from: Date,
    days: u32,
    events: u32,
}

async fn seed(State(tenant): Shared, Body(wanted): Body<Wanted>) -> Response {
    if wanted.days == 0 || wanted.events > Seeds::MOST {
        return refused("days is at least 1, events at most 10000");
    }
    let found = {
        let world = tenant.world();
        let place = world.group_index(&wanted.group);
        place.map(|place| {
            let group = &world.groups[place];
            (group.id.clone(), world.contents.calendar(group).changes)
        })
    };
    let Some((group, number)) = found else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let seeds = Seeds {
        from: wanted.from,
        days: wanted.days,
        events: wanted.events,
        number: u32::try_from(number).unwrap_or_default(),
    };
    let change = Change::Calendar {
        group,
        user: CONTROL.to_owned(),
        change: CalendarChange::Seed(seeds),
        at: tenant.now(),
    };
    write(&tenant, change).into_response()
}
