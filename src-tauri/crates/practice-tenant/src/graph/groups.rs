//! Groups in the directory: listing, searching, counting, and one by its id
//! (group-list.md, group-get.md).

use super::access::READ_GROUPS;
use super::favorites::FavoriteReading;
use super::listing::{Listing, single};
use super::schema::GROUP;
use super::viewer::{Entry, Viewer};
use super::{Answer, Reading};
use crate::odata::ODataError;
use crate::world::Part;

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
        viewer.groups(viewer.live_groups()),
    )
}

/// `GET /groups/$count`
pub(super) fn count(reading: &Reading<'_>) -> Result<Answer, ODataError> {
    reading.caller.require(READ_GROUPS)?;
    reading.caller.require_member_user()?;
    let query = reading.call.options()?;
    let viewer = Viewer::new(reading, true);
    GROUPS.count(&query, viewer.groups(viewer.live_groups()))
}

/// Properties that the group's mailbox keeps.
pub(super) const MAIL_PROPERTIES: [&str; 6] = [
    "allowExternalSenders",
    "autoSubscribeNewMembers",
    "hideFromAddressLists",
    "hideFromOutlookClients",
    "isSubscribedByMail",
    "unseenCount",
];

fn needs_mailbox(select: &str) -> bool {
    let mut names = select.split(',').map(str::trim);
    names.any(|name| {
        MAIL_PROPERTIES
            .iter()
            .any(|kept| kept.eq_ignore_ascii_case(name))
    })
}

/// A group that has just been created or restored waits for its mailbox.
pub(super) fn mailbox_is_there(reading: &Reading<'_>, place: usize) -> Result<(), ODataError> {
    let (world, now) = (reading.world, reading.tenant.now());
    if !world.groups[place].unified || world.provisioned(place, Part::Mailbox, now) {
        return Ok(());
    }
    Err(ODataError::no_mailbox())
}

/// `GET /groups/{id}`
pub(super) fn get(reading: &Reading<'_>, id: &str) -> Result<Answer, ODataError> {
    reading.caller.require(READ_GROUPS)?;
    let query = reading.call.options()?;
    let viewer = Viewer::new(reading, false);
    let place = viewer.find(id)?;
    let refused = reading.tenant.behavior().favorites.of(place) == FavoriteReading::Refused;
    if refused
        && query
            .select
            .as_deref()
            .is_some_and(|select| select.contains("isFavorite"))
    {
        return Err(ODataError::no_property("isFavorite", "group"));
    }
    if query.select.as_deref().is_some_and(needs_mailbox) {
        mailbox_is_there(reading, place)?;
    }
    single(
        reading,
        &query,
        &viewer,
        ("groups", Entry::Group(&viewer, place)),
    )
}
