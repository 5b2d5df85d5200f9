//! Deleted groups (directory-deleteditems-list.md, -getuserownedobjects.md,
//! -get.md, -restore.md, -delete.md): for thirty days they can be brought back
//! by an owner or an administrator, and by nobody afterwards.

use super::access::{DELETE_GROUPS, READ_DELETED};
use super::listing::{Listing, single};
use super::naming;
use super::schema::GROUP;
use super::viewer::{Entry, Viewer};
use super::writing::Writing;
use super::{Answer, Reading};
use crate::odata::{ODataError, Query};
use crate::world::{Change, Group, Life, World};
use jiff::Timestamp;

/// The most that `getUserOwnedObjects` answers.
const MAX_OWNED: usize = 1_000;

/// Deleted groups where only groups are listed.
static GROUPS: Listing = Listing {
    schemas: &[&GROUP],
    context: "groups",
};
/// Deleted groups among objects of any type.
static OBJECTS: Listing = Listing {
    schemas: &[&GROUP],
    context: "directoryObjects",
};

fn deleted(viewer: &Viewer<'_>) -> impl Iterator<Item = usize> {
    let places = 0..viewer.world.groups.len();
    places.filter(|place| matches!(viewer.life(*place), Life::Deleted(_)))
}

/// `GET /directory/deletedItems/microsoft.graph.group`, for administrators.
pub(super) fn list(reading: &Reading<'_>, counted: bool) -> Result<Answer, ODataError> {
    reading.caller.require(READ_DELETED)?;
    reading.caller.require_administrator()?;
    let query = reading.call.options()?;
    let viewer = Viewer::new(reading, query.eventual);
    let entries = viewer.groups(deleted(&viewer));
    if counted {
        GROUPS.count(&query, entries)
    } else {
        GROUPS.page(reading, &query, &viewer, entries)
    }
}

/// `GET /directory/deletedItems` says nothing without a type.
pub(super) fn without_cast() -> ODataError {
    ODataError::bad_request(
        "The type of the deleted items is required: add it to the path, as in '/directory/deletedItems/microsoft.graph.group'.",
    )
}

/// `GET /directory/deletedItems/{id}`
pub(super) fn get(reading: &Reading<'_>, id: &str) -> Result<Answer, ODataError> {
    reading.caller.require(READ_DELETED)?;
    let query = reading.call.options()?;
    let viewer = Viewer::new(reading, false);
    let place = reading.world.group_index(id);
    let place = place.filter(|place| matches!(viewer.life(*place), Life::Deleted(_)));
    let place = place.ok_or_else(|| ODataError::not_found(id))?;
    if !reading.caller.may_manage(viewer.group(place)) {
        return Err(ODataError::denied());
    }
    let entry = Entry::Group(&viewer, place);
    single(reading, &query, &viewer, ("directoryObjects", entry))
}

/// `POST /directory/deletedItems/getUserOwnedObjects`: reads, whatever its method.
pub(super) fn owned(writing: &Writing<'_>) -> Result<Answer, ODataError> {
    writing.caller.require(READ_DELETED)?;
    let sent = writing.sent()?;
    let user = sent.some_text("userId")?;
    let user = user.ok_or_else(|| required("userId"))?;
    let kind = sent.some_text("type")?.ok_or_else(|| required("type"))?;
    let world = writing.tenant.world();
    let user = world
        .user_index(&user)
        .ok_or_else(|| ODataError::not_found(&user))?;
    if user != writing.caller.user {
        writing.caller.require_administrator()?;
    }
    let groups = match kind.to_ascii_lowercase().as_str() {
        "group" => true,
        "application" => false,
        _ => {
            return Err(ODataError::bad_request(format!(
                "Invalid value '{kind}' of the parameter 'type'."
            )));
        }
    };
    let reading = writing.reading(&world);
    let viewer = Viewer::new(&reading, false);
    let owned = |place: &usize| groups && viewer.group(*place).is_owner(user);
    let mut places: Vec<usize> = deleted(&viewer).filter(owned).collect();
    places.sort_by_key(|place| world.groups[*place].id.as_str());
    places.truncate(MAX_OWNED);
    let query = Query {
        top: Some(MAX_OWNED),
        select: writing.call.options()?.select,
        ..Query::default()
    };
    OBJECTS.page(&reading, &query, &viewer, viewer.groups(places))
}

fn required(parameter: &str) -> ODataError {
    ODataError::bad_request(format!("The parameter '{parameter}' is required."))
}

/// A group that can be brought back.
fn restorable<'w>(
    world: &'w World,
    id: &str,
    now: Timestamp,
) -> Result<(usize, &'w Group), ODataError> {
    let place = world.group_index(id);
    let place = place.filter(|place| matches!(world.life(*place, now), Life::Deleted(_)));
    let place = place.ok_or_else(|| ODataError::not_found(id))?;
    Ok((place, &world.groups[place]))
}

/// `POST /directory/deletedItems/{id}/restore`
pub(super) fn restore(writing: &Writing<'_>, id: &str) -> Result<Answer, ODataError> {
    writing.caller.require(DELETE_GROUPS)?;
    let now = writing.now();
    writing.write(|world| {
        let (place, group) = restorable(world, id, now)?;
        if !writing.caller.may_manage(group) {
            return Err(ODataError::denied());
        }
        let taken = naming::taken(world, &group.mail_nickname, Some(place), now);
        naming::refuse(taken.as_slice())?;
        Ok(Change::RestoreGroup {
            group: group.id.clone(),
            user: writing.user(),
            at: now,
        })
    })?;
    let world = writing.tenant.world();
    let reading = writing.reading(&world);
    let viewer = Viewer::present(&reading);
    let place = world.group_index(id).unwrap_or_default();
    let entry = Entry::Group(&viewer, place);
    single(
        &reading,
        &Query::default(),
        &viewer,
        ("directoryObjects", entry),
    )
}

/// `DELETE /directory/deletedItems/{id}`: for good, and not for ordinary owners.
pub(super) fn purge(writing: &Writing<'_>, id: &str) -> Result<Answer, ODataError> {
    writing.caller.require(DELETE_GROUPS)?;
    writing.caller.require_administrator()?;
    writing.done(|world| {
        let (_, group) = restorable(world, id, writing.now())?;
        Ok(Change::PurgeGroup {
            group: group.id.clone(),
            user: writing.user(),
            at: writing.now(),
        })
    })
}
