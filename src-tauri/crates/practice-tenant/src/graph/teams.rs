//! Groups that are teams (team-put-teams.md, team-get.md, team-archive.md,
//! team-unarchive.md, user-list-joinedteams.md).

use http::StatusCode;
use serde_json::{Map, Value, json};
use uuid::Uuid;

use super::contents::items::{Named, PLANNER, page, single};
use super::viewer::Viewer;
use super::writing::Writing;
use super::{Answer, Call, Reading};
use crate::odata::ODataError;
use crate::world::{Change, Group, Part, Visibility, World};

const READ: &[&str] = &[
    "Team.ReadBasic.All",
    "TeamSettings.Read.All",
    "TeamSettings.ReadWrite.All",
    "Group.Read.All",
    "Group.ReadWrite.All",
    "Directory.Read.All",
    "Directory.ReadWrite.All",
];
const CREATE: &[&str] = &["Group.ReadWrite.All", "Directory.ReadWrite.All"];
const ARCHIVE: &[&str] = &[
    "TeamSettings.ReadWrite.All",
    "Group.ReadWrite.All",
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
        for settings in SETTINGS {
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
    if group.is_member(reading.caller.user) || reading.caller.administrator {
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

/// What a team may be set to, as it is at first.
const SETTINGS: [(&str, &[(&str, bool)]); 4] = [
    (
        "memberSettings",
        &[
            ("allowCreateUpdateChannels", true),
            ("allowCreatePrivateChannels", true),
            ("allowDeleteChannels", true),
            ("allowAddRemoveApps", true),
            ("allowCreateUpdateRemoveTabs", true),
            ("allowCreateUpdateRemoveConnectors", true),
        ],
    ),
    (
        "guestSettings",
        &[
            ("allowCreateUpdateChannels", false),
            ("allowDeleteChannels", false),
        ],
    ),
    (
        "messagingSettings",
        &[
            ("allowUserEditMessages", true),
            ("allowUserDeleteMessages", true),
            ("allowOwnerDeleteMessages", true),
            ("allowTeamMentions", true),
            ("allowChannelMentions", true),
        ],
    ),
    (
        "funSettings",
        &[
            ("allowGiphy", true),
            ("allowStickersAndMemes", true),
            ("allowCustomMemes", true),
        ],
    ),
];

fn settings_of(chosen: Option<&Value>, name: &str, defaults: &[(&str, bool)]) -> Value {
    let mut settings: Map<String, Value> = defaults
        .iter()
        .map(|(name, value)| ((*name).to_owned(), json!(value)))
        .collect();
    if name == "funSettings" {
        settings.insert("giphyContentRating".to_owned(), json!("moderate"));
    }
    if let Some(Value::Object(chosen)) = chosen {
        settings.extend(chosen.clone());
    }
    Value::Object(settings)
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
    for (name, defaults) in SETTINGS {
        let chosen = chosen.and_then(|chosen| chosen.get(name));
        team[name] = settings_of(chosen, name, defaults);
    }
    team
}

/// `PUT /groups/{id}/team`: makes a team of a group that has an owner and is a
/// quarter of an hour old.
pub(super) fn put(writing: &Writing<'_>, id: &str) -> Result<Answer, ODataError> {
    writing.caller.require(CREATE)?;
    let settings = settings(writing.call)?;
    let change = writing.write(|world| {
        let (place, group) = writing.group(world, id)?;
        check(writing, world, (place, group))?;
        Ok(Change::Team {
            group: group.id.clone(),
            user: writing.user(),
            settings,
            at: writing.now(),
        })
    })?;
    let world = writing.tenant.world();
    let place = world.group_index(change.group());
    let group = place.map(|place| &world.groups[place]);
    let group = group.ok_or_else(|| ODataError::not_found(id))?;
    let mut team = shown(&writing.reading(&world), group);
    let root = writing.call.root();
    team["@odata.context"] = json!(format!("{root}/$metadata#teams/$entity"));
    Ok(Answer {
        status: StatusCode::CREATED,
        ..Answer::json(&team)?
    })
}

fn check(
    writing: &Writing<'_>,
    world: &World,
    (place, group): (usize, &Group),
) -> Result<(), ODataError> {
    if !writing.caller.may_manage(group) {
        return Err(forbidden());
    }
    if !group.unified || group.owners.is_empty() {
        return Err(ODataError::malformed(
            "Failed to execute MS Graph backend request: a team is made of a Microsoft 365 group that has at least one owner.",
        ));
    }
    if group.team {
        return Err(ODataError::new(
            StatusCode::CONFLICT,
            "Conflict",
            "Team already exists.",
        ));
    }
    if !world.provisioned(place, Part::Team, writing.now()) {
        return Err(not_found(&format!("Failed to find group '{}'.", group.id)));
    }
    Ok(())
}

/// The settings that the body names; there may be none.
fn settings(call: &Call) -> Result<Value, ODataError> {
    let refused = |what: &str| ODataError::malformed(format!("Invalid team: {what}."));
    if call.body.is_empty() {
        return Ok(json!({}));
    }
    let body: Value =
        serde_json::from_slice(&call.body).map_err(|error| refused(&error.to_string()))?;
    let properties = body.as_object().ok_or_else(|| refused("no object"))?;
    for (name, value) in properties {
        let known = SETTINGS.iter().find(|(known, _)| known == name);
        let (_, settings) = known.ok_or_else(|| refused(name))?;
        let chosen = value.as_object().ok_or_else(|| refused(name))?;
        for setting in chosen.keys() {
            let known = settings.iter().any(|(known, _)| known == setting);
            if !known && setting != "giphyContentRating" {
                return Err(refused(setting));
            }
        }
    }
    Ok(body)
}

/// `POST /teams/{id}/archive` and `/unarchive`: accepted, and done a moment later.
pub(super) fn archive(
    writing: &Writing<'_>,
    id: &str,
    archived: bool,
) -> Result<Answer, ODataError> {
    writing.caller.require(ARCHIVE).map_err(|_| forbidden())?;
    let operation = Uuid::new_v4().to_string();
    let change = writing.write(|world| {
        let (_, group) = writing.group(world, id).map_err(|_| no_team(id))?;
        if !is_team(group, writing.now()) {
            return Err(no_team(id));
        }
        if !writing.caller.may_manage(group) {
            return Err(forbidden());
        }
        Ok(Change::Archive {
            group: group.id.clone(),
            user: writing.user(),
            operation: operation.clone(),
            archived,
            at: writing.now(),
        })
    })?;
    let location = format!("/teams('{}')/operations('{operation}')", change.group());
    let mut answer = Answer::empty(StatusCode::ACCEPTED);
    answer.headers.push(("location", location));
    Ok(answer)
}
