//! The control address: moves the tenant's clock, makes its service worse, and
//! shows what was written. It stands beside Microsoft Graph, takes no token, and
//! is meant for tests and demonstrations on this computer only.
//!
//! | Call | Body and answer |
//! |---|---|
//! | `GET /control` | `{"value": [{method, path, about}]}`: this table |
//! | `GET /control/status` | `{now, clockOffsetSeconds, groups, users, seed, conditions, nextExpiry: {at, group}, nextEvent: {at, kind, group}}`; a kind is `notice`, `renewedByActivity`, `expiry`, `deletion` or `gone` |
//! | `POST /control/clock` | `{"advanceSeconds": 86400}` or `{"at": "2030-01-01T00:00:00Z"}`; answers the status |
//! | `POST /control/reset` | `{"groups": 52, "users": 240}`, both optional; answers the status |
//! | `GET /control/writes` | `{"value": [{write, group, user, at, …}]}`: the effective writes, oldest first |
//! | `GET /control/faults` | `{"value": [rule]}` |
//! | `POST /control/faults` | a rule; answers it with its `id` |
//! | `DELETE /control/faults` | removes all rules |
//! | `GET /control/complaints` | `{"value": [{complaint, call, milliseconds}]}`: where a client was not patient |
//! | `POST /control/conditions` | `{"conditions": "normal" \| "throttled" \| "slow" \| "unavailable"}` |
//! | `POST /control/behavior` | `{"favorites": "readable" \| "null" \| "refused" \| "mixed", "lagSeconds": 0, "indexLagSeconds": 2, "deliverySeconds": 3, "settingsSeconds": 900}`, all optional; a reply is listed, and the tenant's settings are obeyed, so long after they were taken |
//! | `POST /control/sign-in` | `{"consent": "user" \| "adminOnly" \| "declined", "claimsRequired": bool, "expireAccessTokens": bool, "revoke": "login"}`, all optional |
//! | `GET /control/tokens` | `{"value": [token]}`: the last tokens of every kind that were given out since the start |
//! | `GET /control/world` | `{tenantId, domain, owner, administrator, groups, deletedGroups, users, objects, labels}`; a group is `{id, displayName, unified, expires, owners, members, owned, dynamic, synced, team, guestsAllowed}`, with counts of people |
//! | `GET /control/groups/{id}` | the truth about one group, whatever readers who lag see: its properties, `life` (`live`, `deleted`, `gone`), the ids of `owners` and `members`, and which parts are `provisioned` |
//! | `POST /control/users` | `{"delete": id}`, `{"disable": id}` or `{"enable": id}`, by id or sign-in name |
//! | `POST /control/policy` | `{"prefixSuffix": "GRP_[GroupName]_[Department]", "blockedWords": [], "groupCreation": true, "creators": id, "guestsAllowed": true, "guestOwners": false, "classifications": [], "labels": false, "lifetimeDays": 180, "managedGroupTypes": "All" \| "Selected" \| "None", "notificationEmails": "a@b;c@d"}`, all optional; an empty text is none; holds at once |
//! | `POST /control/settings` | `{"templateId": id, "values": [{"name", "value"}], "displayName", "group": id}`, the last two optional: settings have these values at once, whether a template has them or not; answers `{"id"}` |
//! | `POST /control/templates` | `{"id", "displayName", "description", "values": [{"name", "type", "defaultValue", "description"}]}`: a template beside the others, or in the place of the one with that id |
//! | `POST /control/roles` | `{"person": login, "role": "global" \| "groups" \| "user", "held": bool}`: somebody gets a role of an administrator, or loses it |
//! | `GET /control/outbox` | `{"value": [{at, daysLeft, group, displayName, expires, to}]}`: the mails about groups that are going to expire, oldest first |
//! | `POST /control/posts` | `{"group": id, "bodies": [html], "topic", "from": {"name", "address"}, "apart": bool, "attachments": [{"name", "contentType", "isInline", "contentId", "content": {"file": base64}}]}`, all but the first two optional: posts of somebody outside arrive now, in one new thread, or in one conversation each if `apart`; answers `{"value": [{conversation, thread}]}` |
//! | `POST /control/mailbox` | `{"group": id, "conversations": 5000, "posts": 500}`, both counts optional: so many more conversations of the past, and one with so many posts; answers that one's ids as above; with `"movedAway": true` none at all any more, since the group talks in Viva Engage |
//! | `POST /control/activity` | `{"group": id}`: somebody is in it, once; with `"inUse": bool` all the time from now on, or no longer |
//! | `POST /control/calendar` | `{"group": id, "from": "2026-01-01", "days": 31, "events": 500}`: so many events, at most 10,000, spread over so many days |
//! | `POST /control/tasks` | `{"plan": id, "tasks": 2000}`: so many tasks more, at most 5,000, spread over the buckets of a plan |
//!
//! A rule is `{"method", "path", "inBatch", "skip", "times", "action"}`, all but
//! the action optional. `path` is the path after the version, where `*` stands for
//! segment and a last `**` for the rest: `/groups/*/renew`; of sign-in it is the
//! path after the tenant: `/oauth2/v2.0/token`. `inBatch` limits a
//! rule to single items of batches (true) or to calls by themselves (false). The
//! action is one of `{"kind": "status", "status": 429, "retryAfter": 2.5}`,
//! `{"kind": "html", "status": 502}`, `{"kind": "cutBefore"}`, `{"kind":
//! "cutAfter"}`, `{"kind": "truncated"}`, `{"kind": "slow", "milliseconds": 300}`.
//! Conditions hold for sign-in too. A body with a word that is not listed here is
//! refused with 400 and the reason. All but the complaints is kept in the state file.

mod body;
mod calendar;
mod conversations;
mod directory;
mod expiry;
mod index;
mod planner;
mod policies;

pub(crate) use directory::CONTROL;
use std::sync::Arc;

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use http::StatusCode;
use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::faults::{Conditions, Rule};
use crate::graph::FavoriteReading;
use crate::sign_in::ConsentRule;
use crate::tenant::Tenant;
use crate::world::OWNER;

use body::Body;

type Shared = State<Arc<Tenant>>;

/// All of the control address.
pub(crate) fn router<S: Clone + Send + Sync + 'static>(tenant: Arc<Tenant>) -> Router<S> {
    Router::new()
        .route("/", get(index::index))
        .route(
            "/status",
            get(async |State(tenant): Shared| Json(status(&tenant))),
        )
        .route("/clock", post(move_clock))
        .route("/reset", post(reset))
        .route(
            "/writes",
            get(async |State(tenant): Shared| Json(json!({"value": tenant.writes()}))),
        )
        .route("/faults", get(faults).post(add_fault).delete(clear_faults))
        .route("/complaints", get(complaints))
        .route("/conditions", post(set_conditions))
        .route("/behavior", post(set_behavior))
        .route("/sign-in", post(set_sign_in))
        .route("/tokens", get(tokens))
        .merge(directory::router())
        .merge(expiry::router())
        .merge(policies::router())
        .merge(conversations::router())
        .merge(calendar::router())
        .merge(planner::router())
        .with_state(tenant)
}

async fn tokens(State(tenant): Shared) -> Json<Value> {
    let issued = tenant.sign_in().map(|sign_in| sign_in.issued());
    Json(json!({ "value": issued.unwrap_or_default() }))
}

/// The state file could not be written.
struct NotKept(std::io::Error);

impl From<std::io::Error> for NotKept {
    fn from(error: std::io::Error) -> Self {
        Self(error)
    }
}

impl IntoResponse for NotKept {
    fn into_response(self) -> Response {
        let error = json!({"error": {"code": "notKept", "message": self.0.to_string()}});
        (StatusCode::INTERNAL_SERVER_ERROR, Json(error)).into_response()
    }
}

fn status(tenant: &Tenant) -> Value {
    let now = tenant.now();
    let blueprint = tenant.blueprint();
    let world = tenant.world();
    let next = world.next_expiry(OWNER, now);
    let event = world.next_event(OWNER, now);
    let event = event.map(|(at, kind, group)| json!({"at": at, "kind": kind, "group": group}));
    json!({
        "now": now,
        "clockOffsetSeconds": tenant.clock_offset_seconds(),
        "groups": blueprint.groups,
        "users": world.users.len(),
        "seed": blueprint.seed,
        "conditions": tenant.faults().conditions,
        "nextExpiry": next.map(|(at, group)| json!({"at": at, "group": group})),
        "nextEvent": event,
    })
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
enum ClockMove {
    AdvanceSeconds(i64),
    At(Timestamp),
}

async fn move_clock(
    State(tenant): Shared,
    Body(to): Body<ClockMove>,
) -> Result<Json<Value>, NotKept> {
    tenant.advance(match to {
        ClockMove::AdvanceSeconds(seconds) => SignedDuration::from_secs(seconds),
        ClockMove::At(at) => at.duration_since(tenant.now()),
    })?;
    Ok(Json(status(&tenant)))
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Size {
    groups: Option<u32>,
    users: Option<u32>,
}

async fn reset(State(tenant): Shared, Body(size): Body<Size>) -> Result<Json<Value>, NotKept> {
    let before = tenant.blueprint();
    tenant.reset(
        size.groups.unwrap_or(before.groups),
        size.users.unwrap_or(before.users),
    )?;
    Ok(Json(status(&tenant)))
}

async fn faults(State(tenant): Shared) -> Json<Value> {
    Json(json!({"value": tenant.faults().rules}))
}

async fn complaints(State(tenant): Shared) -> Json<Value> {
    Json(json!({"value": tenant.faults().manners.complaints}))
}

async fn add_fault(
    State(tenant): Shared,
    Body(rule): Body<Rule>,
) -> Result<(StatusCode, Json<Rule>), NotKept> {
    let rule = tenant.change_faults(|faults| faults.add(rule))?;
    Ok((StatusCode::CREATED, Json(rule)))
}

async fn clear_faults(State(tenant): Shared) -> Result<StatusCode, NotKept> {
    tenant.change_faults(|faults| faults.rules.clear())?;
    Ok(StatusCode::NO_CONTENT)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ConditionsBody {
    conditions: Conditions,
}

async fn set_conditions(
    State(tenant): Shared,
    Body(body): Body<ConditionsBody>,
) -> Result<Json<Value>, NotKept> {
    tenant.change_faults(|faults| faults.conditions = body.conditions)?;
    Ok(Json(status(&tenant)))
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct BehaviorBody {
    favorites: Option<FavoriteReading>,
    lag_seconds: Option<i64>,
    index_lag_seconds: Option<i64>,
    delivery_seconds: Option<i64>,
    settings_seconds: Option<i64>,
}

async fn set_behavior(
    State(tenant): Shared,
    Body(body): Body<BehaviorBody>,
) -> Result<StatusCode, NotKept> {
    let mut behavior = tenant.behavior();
    behavior.favorites = body.favorites.unwrap_or(behavior.favorites);
    behavior.lag = body
        .lag_seconds
        .map_or(behavior.lag, SignedDuration::from_secs);
    behavior.index_lag = body
        .index_lag_seconds
        .map_or(behavior.index_lag, SignedDuration::from_secs);
    behavior.delivery = body
        .delivery_seconds
        .map_or(behavior.delivery, SignedDuration::from_secs);
    behavior.settings = body
        .settings_seconds
        .map_or(behavior.settings, SignedDuration::from_secs);
    tenant.set_behavior(behavior)?;
    Ok(StatusCode::NO_CONTENT)
}

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase", deny_unknown_fields)]
struct SignInBody {
    consent: Option<ConsentRule>,
    claims_required: Option<bool>,
    expire_access_tokens: bool,
    revoke: Option<String>,
}

async fn set_sign_in(State(tenant): Shared, Body(body): Body<SignInBody>) -> StatusCode {
    let Some(sign_in) = tenant.sign_in() else {
        return StatusCode::NOT_FOUND;
    };
    if let Some(rule) = body.consent {
        sign_in.set_consent(rule);
    }
    if let Some(required) = body.claims_required {
        sign_in.require_claims(required);
    }
    if body.expire_access_tokens {
        sign_in.expire_access_tokens();
    }
    if let Some(login) = body.revoke {
        let world = tenant.world();
        let user = world
            .user_index(&login)
            .and_then(|index| world.user(index))
            .map(|user| user.id.clone());
        drop(world);
        let Some(id) = user else {
            return StatusCode::NOT_FOUND;
        };
        sign_in.revoke(&id);
    }
    StatusCode::NO_CONTENT
}
