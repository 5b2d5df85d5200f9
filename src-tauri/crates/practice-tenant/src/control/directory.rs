//! The directory at the control address: what is true whatever readers know of
//! it yet, and people who leave or are locked out meanwhile.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use http::StatusCode;
use jiff::Timestamp;
use serde::Deserialize;
use serde_json::{Value, json};

use super::Shared;
use super::body::Body;
use crate::tenant::Tenant;
use crate::world::{
    ADMINISTRATOR, Change, DOMAIN, Group, Life, OWNER, ObjectKind, Part, UserIndex, World, labels,
};

/// Who writes what comes from here.
pub(crate) const CONTROL: &str = "control";

pub(super) fn router() -> Router<Arc<Tenant>> {
    Router::new()
        .route(
            "/world",
            get(async |State(tenant): Shared| Json(world(&tenant))),
        )
        .route("/groups/{id}", get(group))
        .route("/users", post(change_user))
}

fn login(world: &World, index: UserIndex) -> Option<&str> {
    let user = world.user(index)?;
    Some(user.user_principal_name.as_str())
}

fn world(tenant: &Tenant) -> Value {
    let now = tenant.now();
    let world = tenant.world();
    let live = world.live_groups(now).map(|place| &world.groups[place]);
    let deleted = (0..world.groups.len()).filter_map(|place| match world.life(place, now) {
        Life::Deleted(at) => Some((&world.groups[place], at)),
        Life::Live | Life::Gone => None,
    });
    let users = (0..).zip(&world.users);
    let users = users.filter_map(|(index, _)| world.user(index));
    json!({
        "tenantId": world.tenant_id,
        "domain": DOMAIN,
        "owner": login(&world, OWNER),
        "administrator": login(&world, ADMINISTRATOR),
        "groups": live.map(|group| listed(&world, group, now)).collect::<Vec<_>>(),
        "deletedGroups": deleted.map(|(group, at)| {
            let mut listed = listed(&world, group, now);
            listed["deleted"] = json!(at);
            listed
        }).collect::<Vec<_>>(),
        "users": users.map(|user| json!({
            "id": user.id,
            "userPrincipalName": user.user_principal_name,
            "displayName": user.display_name,
            "guest": user.is_guest(),
            "enabled": user.account_enabled,
            "roles": user.roles,
        })).collect::<Vec<_>>(),
        "objects": world.objects.iter().map(|object| json!({
            "id": object.id,
            "type": kind(object.kind),
            "displayName": object.display_name,
        })).collect::<Vec<_>>(),
        "labels": labels::LABELS.iter().map(|label| json!({
            "id": label.id,
            "displayName": label.display_name,
        })).collect::<Vec<_>>(),
    })
}

fn kind(kind: ObjectKind) -> &'static str {
    match kind {
        ObjectKind::Device => "device",
        ObjectKind::ServicePrincipal => "servicePrincipal",
        ObjectKind::Contact => "orgContact",
    }
}

fn listed(world: &World, group: &Group, now: Timestamp) -> Value {
    json!({
        "id": group.id,
        "displayName": group.display_name,
        "unified": group.unified,
        "expires": world.expiration(group, now),
        "owners": group.owners.len(),
        "members": group.members.len(),
        "owned": group.is_owner(OWNER),
        "dynamic": group.is_dynamic(),
        "synced": group.synced,
        "team": group.team,
        "guestsAllowed": group.guests_allowed(),
    })
}

async fn group(State(tenant): Shared, Path(id): Path<String>) -> Response {
    let now = tenant.now();
    let world = tenant.world();
    match world.group_index(&id) {
        Some(place) => Json(whole(&world, place, now)).into_response(),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

fn whole(world: &World, place: usize, now: Timestamp) -> Value {
    let group = &world.groups[place];
    let ids = |people: &[UserIndex]| {
        let known = people.iter().filter_map(|user| world.user(*user));
        known.map(|user| user.id.clone()).collect::<Vec<_>>()
    };
    let (life, deleted) = match world.life(place, now) {
        Life::Live => ("live", None),
        Life::Deleted(at) => ("deleted", Some(at)),
        Life::Gone => ("gone", None),
    };
    let there = |part| world.provisioned(place, part, now);
    let mut whole = listed(world, group, now);
    let more = json!({
        "life": life,
        "deleted": deleted,
        "description": group.description,
        "mailNickname": group.mail_nickname,
        "mail": group.mail,
        "visibility": group.visibility,
        "classification": group.classification,
        "label": group.label.as_deref().and_then(labels::by_id).map(|label| label.display_name),
        "theme": group.theme,
        "membershipRule": group.membership_rule,
        "behaviors": group.behaviors,
        "created": group.created,
        "renewed": world.renewed(group, now),
        "owners": ids(&group.owners),
        "members": ids(&group.members),
        "allowExternalSenders": group.mail_settings.allow_external_senders,
        "autoSubscribeNewMembers": group.mail_settings.auto_subscribe_new_members,
        "hideFromAddressLists": group.mail_settings.hide_from_address_lists,
        "hideFromOutlookClients": group.mail_settings.hide_from_outlook_clients,
        "favorite": world.is_favorite(OWNER, place),
        "provisioned": {
            "mailbox": there(Part::Mailbox),
            "site": there(Part::Site),
            "planner": there(Part::Planner),
            "team": there(Part::Team),
        },
    });
    if let (Some(whole), Value::Object(more)) = (whole.as_object_mut(), more) {
        whole.extend(more);
    }
    whole
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
enum UserChange {
    Delete(String),
    Disable(String),
    Enable(String),
}

async fn change_user(State(tenant): Shared, Body(change): Body<UserChange>) -> StatusCode {
    let (UserChange::Delete(name) | UserChange::Disable(name) | UserChange::Enable(name)) = &change;
    let person = {
        let world = tenant.world();
        let user = world.user_index(name).and_then(|user| world.user(user));
        user.map(|user| user.id.clone())
    };
    let Some(person) = person else {
        return StatusCode::NOT_FOUND;
    };
    let (user, at) = (CONTROL.to_owned(), tenant.now());
    let enable = |enabled| Change::EnableUser {
        person: person.clone(),
        user: user.clone(),
        enabled,
        at,
    };
    write(
        &tenant,
        match change {
            UserChange::Disable(_) => enable(false),
            UserChange::Enable(_) => enable(true),
            UserChange::Delete(_) => Change::DeleteUser { person, user, at },
        },
    )
}

pub(super) fn write(tenant: &Tenant, change: Change) -> StatusCode {
    match tenant.decide(|_| Ok(change)) {
        Ok(_) => StatusCode::NO_CONTENT,
        Err(error) => error.status,
    }
}
