//! What the tenant decides, at the control address: policies at once, settings that no client could
//! write, templates of another age, and who holds which role.

use std::sync::Arc;

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use axum::{Json, Router};
use http::StatusCode;
use serde::Deserialize;
use serde_json::json;
use uuid::Uuid;

use super::Shared;
use super::body::{Body, refused};
use super::directory::{CONTROL, write};
use crate::tenant::Tenant;
use crate::world::settings::{SettingValue, Template};
use crate::world::{Change, PolicyChange, Role, Setting, World};

pub(super) fn router() -> Router<Arc<Tenant>> {
    Router::new()
        .route("/policy", post(change_policy))
        .route("/settings", post(plant_settings))
        .route("/templates", post(plant_template))
        .route("/roles", post(change_role))
}

async fn change_policy(State(tenant): Shared, Body(policy): Body<PolicyChange>) -> Response {
    if policy.lifetime_days.is_some_and(|days| days < 1) {
        return refused("lifetimeDays is at least 1");
    }
    let change = Change::Policy {
        user: CONTROL.to_owned(),
        policy,
        at: tenant.now(),
    };
    write(&tenant, change).into_response()
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Planted {
    template_id: String,
    display_name: Option<String>,
    #[serde(default)]
    values: Vec<SettingValue>,
    group: Option<String>,
}

async fn plant_settings(State(tenant): Shared, Body(planted): Body<Planted>) -> Response {
    let (group, setting) = {
        let world = tenant.world();
        let place = planted.group.as_deref().map(|id| world.group_index(id));
        let Some(place) = place.map_or(Some(None), |place| place.map(Some)) else {
            return StatusCode::NOT_FOUND.into_response();
        };
        let group = place.map(|place| &world.groups[place]);
        let known = group.map_or(&world.settings.of_tenant, |group| &group.settings);
        let known = known.iter().find(|known| known.is_of(&planted.template_id));
        let mut setting = known.map_or_else(|| blank(&world, &planted), Setting::clone);
        for SettingValue { name, value } in &planted.values {
            setting.set(name, value);
        }
        (group.map(|group| group.id.clone()), setting)
    };
    let id = setting.id.clone();
    let at = tenant.now();
    let change = Change::PutSetting {
        group: group.unwrap_or_default(),
        user: CONTROL.to_owned(),
        setting,
        holds: at,
        at,
    };
    match write(&tenant, change) {
        StatusCode::NO_CONTENT => Json(json!({"id": id})).into_response(),
        failed => failed.into_response(),
    }
}

/// New settings of a template, with its defaults if it is known.
fn blank(world: &World, planted: &Planted) -> Setting {
    let id = Uuid::new_v4().to_string();
    let template = world.settings.template(&planted.template_id);
    let mut setting = template.map_or_else(
        || Setting {
            id: id.clone(),
            display_name: String::new(),
            template_id: planted.template_id.clone(),
            values: Vec::new(),
        },
        |template| template.settings(&id),
    );
    if let Some(name) = &planted.display_name {
        setting.display_name.clone_from(name);
    }
    setting
}

async fn plant_template(State(tenant): Shared, Body(template): Body<Template>) -> StatusCode {
    let change = Change::PlantTemplate {
        user: CONTROL.to_owned(),
        template,
        at: tenant.now(),
    };
    write(&tenant, change)
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct RoleChange {
    person: String,
    role: Role,
    held: bool,
}

async fn change_role(State(tenant): Shared, Body(change): Body<RoleChange>) -> StatusCode {
    let person = {
        let world = tenant.world();
        let user = world.user_index(&change.person);
        user.and_then(|user| world.user(user))
            .map(|user| user.id.clone())
    };
    let Some(person) = person else {
        return StatusCode::NOT_FOUND;
    };
    let change = Change::Role {
        person,
        user: CONTROL.to_owned(),
        role: change.role,
        held: change.held,
        at: tenant.now(),
    };
    write(&tenant, change)
}
