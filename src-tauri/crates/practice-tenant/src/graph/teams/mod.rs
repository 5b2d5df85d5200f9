//! Groups that are teams, as their members see them (team-get.md,
//! user-list-joinedteams.md, teamsasyncoperation-get.md). What may be set is in
//! `settings`; making and archiving teams in `write`.

mod settings;
mod write;

use http::StatusCode;
use serde_json::{Value, json};
use uuid::Uuid;

use super::contents::items::{Named, PLANNER, page, single};
use super::viewer::Viewer;
use super::{Answer, Reading};
use crate::odata::ODataError;
use crate::world::{Group, Part, Visibility};
pub(super) use write::{archive, put};

const READ: &[&str] = &[
    "Team.ReadBasic.All",
    "TeamSettings.Read.All",
    "TeamSettings.ReadWrite.All",
    "Group.Read.All",
    "Group.ReadWrite.All",
    "Directory.Read.All",
    "Directory.ReadWrite.All",
];

/// `GET /teams/{id}` and `GET /groups/{id}/team`
pub(super) fn get(reading: &Reading<'_>, id: &str) -> Result<Answer, ODataError> {
    let group = enter(reading, id)?;
    let named = Named {
        context: format!("{}/$metadata#teams", reading.call.root()),
        type_name: "team",
    };
    single(reading.call, &named, shown(reading, group))
}

/// `GET /me/joinedTeams`: a few properties, the others null.
pub(super) fn joined(reading: &Reading<'_>) -> Result<Answer, ODataError> {
    reading.caller.require(READ)?;
    let now = reading.tenant.now();
    let viewer = Viewer::new(reading, false);
    let joined = reading.world.joined_by(reading.caller.user).iter();
    let mut teams: Vec<&Group> = joined
        .filter(|place| viewer.lives(**place))
        .map(|place| viewer.group(*place))
        .filter(|group| is_team(group, now))
        .collect();
    teams.sort_by_key(|group| group.display_name.to_lowercase());
    let shown = teams.into_iter().map(|group| {
        let mut team = shown(reading, group);
        for name in [
            "createdDateTime",
            "webUrl",
            "visibility",
            "classification",
            "internalId",
        ] {
            team[name] = Value::Null;
        }
        for settings in settings::ALL {
            team[settings.0] = Value::Null;
        }
        team
    });
    let named = Named {
        context: format!("{}/$metadata#teams", reading.call.root()),
        type_name: "team",
    };
    page(reading.call, &PLANNER, &named, shown.collect())
}

/// `GET /teams/{id}/operations/{operation}`
pub(super) fn operation(
    reading: &Reading<'_>,
    (id, operation): (&str, &str),
) -> Result<Answer, ODataError> {
    let group = enter(reading, id)?;
    let team = reading.world.teams.of(&group.id);
    let found = team.and_then(|team| team.operation(operation));
    let found =
        found.ok_or_else(|| not_found(&format!("No operation '{operation}' was found.")))?;
    let done = found.is_done(reading.tenant.now());
    let named = Named {
        context: format!(
            "{}/$metadata#teams('{}')/operations",
            reading.call.root(),
            group.id
        ),
        type_name: "teamsAsyncOperation",
    };
    let shown = json!({
        "id": found.operation,
        "operationType": if found.archived { "archiveTeam" } else { "unarchiveTeam" },
        "createdDateTime": found.at,
        "status": if done { "succeeded" } else { "inProgress" },
        "lastActionDateTime": if done { found.done() } else { found.at },
        "attemptsCount": 1,
        "targetResourceId": group.id,
        "targetResourceLocation": format!("/teams('{}')", group.id),
        "error": null,
    });
    single(reading.call, &named, shown)
}

fn is_team(group: &Group, now: jiff::Timestamp) -> bool {
    group.team && group.has(Part::Team, now)
}

/// Owners who are no members stand outside; administrators look in.
fn enter<'a>(reading: &Reading<'a>, id: &str) -> Result<&'a Group, ODataError> {
    reading.caller.require(READ).map_err(|_| forbidden())?;
    let viewer = Viewer::new(reading, false);
    let group = viewer.find(id).map(|place| viewer.group(place));
    let group = group.map_err(|_| no_team(id))?;
    if !is_team(group, reading.tenant.now()) {
        return Err(no_team(id));
    }
    if group.is_member(reading.caller.user) || reading.caller.is_administrator() {
        Ok(group)
    } else {
        Err(forbidden())
    }
}

fn not_found(message: &str) -> ODataError {
    ODataError::new(StatusCode::NOT_FOUND, "NotFound", message)
}

fn no_team(id: &str) -> ODataError {
    not_found(&format!("No team found with Group Id {id}"))
}

fn forbidden() -> ODataError {
    ODataError::new(StatusCode::FORBIDDEN, "Forbidden", "Forbidden")
}

fn shown(reading: &Reading<'_>, group: &Group) -> Value {
    let thread = Uuid::new_v5(&Uuid::NAMESPACE_OID, group.id.as_bytes()).simple();
    let tenant = &reading.world.tenant_id;
    let chosen = reading.world.teams.of(&group.id).map(|team| &team.settings);
    let mut team = json!({
        "id": group.id,
        "createdDateTime": group.created,
        "displayName": group.display_name,
        "description": group.description,
        "internalId": format!("19:{thread}@thread.tacv2"),
        "classification": group.classification,
        "specialization": "none",
        "visibility": match group.visibility {
            Visibility::Public => "public",
            Visibility::Private => "private",
            Visibility::HiddenMembership => "hiddenMembership",
        },
        "webUrl": format!("https://teams.example/l/team/19%3a{thread}%40thread.tacv2/conversations?groupId={}&tenantId={tenant}", group.id),
        "isArchived": reading.world.teams.is_archived(&group.id, reading.tenant.now()),
        "tenantId": tenant,
    });
    for (name, defaults) in settings::ALL {
        let chosen = chosen.and_then(|chosen| chosen.get(name));
        team[name] = settings::merged(chosen, name, defaults);
    }
    team
}
