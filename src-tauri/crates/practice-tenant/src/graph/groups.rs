//! Groups in the directory: listing, searching, counting, and one by its id
//! (group-list.md, group-get.md).

use super::access::READ_GROUPS;
use super::favorites::FavoriteReading;
use super::listing::{Listing, single};
use super::schema::GROUP;
use super::viewer::{Entry, Viewer};
use super::{Answer, Reading};
use crate::odata::ODataError;

/// Groups, as `/groups` and casts to `microsoft.graph.group` list them.
pub(super) static GROUPS: Listing = Listing {
    schemas: &[&GROUP],
    context: "groups",
};

/// `GET /groups`
pub(super) fn list(reading: &Reading<'_>) -> Result<Answer, ODataError> {
    reading.caller.require(READ_GROUPS)?;
    reading.caller.require_member_user()?;
    let query = reading.call.options()?;
    let viewer = Viewer::new(reading, query.eventual);
    GROUPS.page(
        reading,
        &query,
        &viewer,
        viewer.groups(0..reading.world.groups.len()),
    )
}

/// `GET /groups/$count`
pub(super) fn count(reading: &Reading<'_>) -> Result<Answer, ODataError> {
    reading.caller.require(READ_GROUPS)?;
    reading.caller.require_member_user()?;
    let query = reading.call.options()?;
    let viewer = Viewer::new(reading, true);
    GROUPS.count(&query, viewer.groups(0..reading.world.groups.len()))
}

/// `GET /groups/{id}`
pub(super) fn get(reading: &Reading<'_>, id: &str) -> Result<Answer, ODataError> {
    reading.caller.require(READ_GROUPS)?;
    let query = reading.call.options()?;
    let place = reading
        .world
        .group_index(id)
        .ok_or_else(|| ODataError::not_found(id))?;
    let refused = reading.tenant.behavior().favorites.of(place) == FavoriteReading::Refused;
    if refused
        && query
            .select
            .as_deref()
            .is_some_and(|select| select.contains("isFavorite"))
    {
        return Err(ODataError::no_property("isFavorite", "group"));
    }
    let viewer = Viewer::new(reading, false);
    single(
        reading,
        &query,
        &viewer,
        ("groups", Entry::Group(&viewer, place)),
    )
}
