//! Objects of the directory by their id alone, whatever they are
//! (directoryobject-get.md).

use super::access::{READ_GROUPS, READ_USERS};
use super::listing::single;
use super::viewer::{Entry, Viewer};
use super::{Answer, Reading};
use crate::odata::ODataError;

/// `GET /directoryObjects/{id}`
pub(super) fn get(reading: &Reading<'_>, id: &str) -> Result<Answer, ODataError> {
    let query = reading.call.options()?;
    let viewer = Viewer::new(reading, false);
    let entry = find(reading, &viewer, id)?;
    single(reading, &query, &viewer, ("directoryObjects", entry))
}

fn find<'v>(
    reading: &Reading<'v>,
    viewer: &'v Viewer<'v>,
    id: &str,
) -> Result<Entry<'v>, ODataError> {
    if let Ok(place) = viewer.find(id) {
        reading.caller.require(READ_GROUPS)?;
        return Ok(Entry::Group(viewer, place));
    }
    reading.caller.require(READ_USERS)?;
    let world = reading.world;
    // Here only ids count, and no sign-in names.
    let user = world.user_index(id).and_then(|user| world.user(user));
    let user = user.filter(|user| user.id.eq_ignore_ascii_case(id));
    user.map(|user| Entry::User(viewer, user))
        .or_else(|| world.object(id).map(Entry::Object))
        .ok_or_else(|| ODataError::not_found(id))
}
