//! Making a team of a group, and archiving it (team-put-teams.md,
//! team-archive.md, team-unarchive.md).

use http::StatusCode;
use serde_json::json;
use uuid::Uuid;

use super::{forbidden, is_team, no_team, not_found, settings, shown};
use crate::graph::Answer;
use crate::graph::writing::Writing;
use crate::odata::ODataError;
use crate::world::{Change, Group, Part, World};

const CREATE: &[&str] = &["Group.ReadWrite.All", "Directory.ReadWrite.All"];
const ARCHIVE: &[&str] = &[
    "TeamSettings.ReadWrite.All",
    "Group.ReadWrite.All",
    "Directory.ReadWrite.All",
];

/// `PUT /groups/{id}/team`: makes a team of a group that has an owner and is a
/// quarter of an hour old.
pub(in crate::graph) fn put(writing: &Writing<'_>, id: &str) -> Result<Answer, ODataError> {
    writing.caller.require(CREATE)?;
    let settings = settings::sent(writing.call)?;
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

/// `POST /teams/{id}/archive` and `/unarchive`: accepted, and done a moment later.
pub(in crate::graph) fn archive(
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
