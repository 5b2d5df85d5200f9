//! Who may see what a group holds, by which permissions, and how each service
//! says no or not yet.

use http::StatusCode;
use jiff::Timestamp;

use super::Held;
use crate::graph::Reading;
use crate::graph::access::Caller;
use crate::graph::viewer::Viewer;
use crate::graph::writing::Writing;
use crate::odata::ODataError;
use crate::world::{Group, Part, Visibility, World};

/// A kind of content: a service with its permissions and refusals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::graph) enum Area {
    Conversations,
    Events,
    Files,
    Site,
    Planner,
    OneNote,
    /// Pages take more than notebooks do.
    Pages,
    /// Everybody may look at a photo.
    Photo,
}

impl Area {
    pub(super) fn scopes(self) -> &'static [&'static str] {
        match self {
            Self::Conversations => &[
                "Group-Conversation.Read.All",
                "Group-Conversation.ReadWrite.All",
                "Group.Read.All",
                "Group.ReadWrite.All",
            ],
            Self::Events => &["Group.Read.All", "Group.ReadWrite.All"],
            Self::Files => &[
                "Files.Read",
                "Files.Read.All",
                "Files.ReadWrite",
                "Files.ReadWrite.All",
                "Sites.Read.All",
                "Sites.ReadWrite.All",
            ],
            Self::Site => &["Sites.Read.All", "Sites.ReadWrite.All"],
            Self::Planner => &[
                "Tasks.Read",
                "Tasks.ReadWrite",
                "Group.Read.All",
                "Group.ReadWrite.All",
            ],
            Self::OneNote => &[
                "Notes.Create",
                "Notes.Read",
                "Notes.ReadWrite",
                "Notes.Read.All",
                "Notes.ReadWrite.All",
            ],
            Self::Pages => &[
                "Notes.Read",
                "Notes.ReadWrite",
                "Notes.Read.All",
                "Notes.ReadWrite.All",
            ],
            Self::Photo => &[
                "ProfilePhoto.Read.All",
                "ProfilePhoto.ReadWrite.All",
                "Group.Read.All",
                "Group.ReadWrite.All",
            ],
        }
    }

    fn part(self) -> Part {
        match self {
            Self::Conversations | Self::Events | Self::Photo => Part::Mailbox,
            Self::Files | Self::Site | Self::OneNote | Self::Pages => Part::Site,
            Self::Planner => Part::Planner,
        }
    }

    fn may_read(self, caller: &Caller, group: &Group) -> bool {
        match self {
            // Owners who are no members stand outside.
            Self::Planner => group.is_member(caller.user),
            Self::Photo => true,
            _ => may_read(caller, group),
        }
    }

    /// 403 in the words of the service.
    pub(in crate::graph) fn denied(self) -> ODataError {
        let (code, message) = match self {
            Self::Conversations | Self::Events | Self::Photo => (
                "ErrorAccessDenied",
                "Access is denied. Check credentials and try again.",
            ),
            Self::Files | Self::Site => ("accessDenied", "Access denied"),
            // Planner's codes may be empty.
            Self::Planner => (
                "",
                "You do not have the required permissions to access this item, or the item may not exist.",
            ),
            Self::OneNote | Self::Pages => (
                "40004",
                "The OAuth token provided does not have the necessary scopes to complete the request. Please make sure you are including one or more of the following scopes: Notes.Read.All.",
            ),
        };
        ODataError::new(StatusCode::FORBIDDEN, code, message)
    }

    /// 404: the group has no such thing, or not yet.
    pub(in crate::graph) fn missing(self) -> ODataError {
        let (code, message) = match self.part() {
            Part::Mailbox => return ODataError::no_mailbox(),
            Part::Planner => ("", "The requested item is not found."),
            Part::Site | Part::Team => ("itemNotFound", "Requested site could not be found"),
        };
        ODataError::new(StatusCode::NOT_FOUND, code, message)
    }

    /// 404 for one thing in it.
    pub(super) fn item_missing(self) -> ODataError {
        let (code, message) = match self {
            Self::Conversations | Self::Events | Self::Photo => (
                "ErrorItemNotFound",
                "The specified object was not found in the store.",
            ),
            Self::Files | Self::Site => ("itemNotFound", "The resource could not be found."),
            Self::Planner => ("", "The requested item is not found."),
            Self::OneNote | Self::Pages => ("20102", "The specified resource ID does not exist."),
        };
        ODataError::new(StatusCode::NOT_FOUND, code, message)
    }
}

/// Guests reach what groups hold only where the tenant lets them.
fn is_kept_out(world: &World, caller: &Caller, now: Timestamp) -> bool {
    caller.guest && !world.settings.rules(now).guest_access
}

/// Content is its members' and owners', and everybody's in a public group.
pub(in crate::graph) fn may_read(caller: &Caller, group: &Group) -> bool {
    group.is_member(caller.user)
        || group.is_owner(caller.user)
        || group.visibility == Visibility::Public && !caller.guest
}

/// The behavior of a group whose calendar only its owners change.
const MEMBERS_READ_ONLY: &str = "CalendarMemberReadOnly";

/// Members may change a group's calendar, unless the group keeps that for its owners.
pub(super) fn may_write_calendar(caller: &Caller, group: &Group) -> bool {
    let owners_only = group
        .behaviors
        .iter()
        .any(|behavior| behavior == MEMBERS_READ_ONLY);
    group.is_owner(caller.user) || group.is_member(caller.user) && !owners_only
}

/// The group of this id, if the caller may change its calendar with one of these permissions.
pub(super) fn enter_calendar<'w>(
    writing: &Writing<'_>,
    world: &'w World,
    (id, scopes): (&str, &[&str]),
) -> Result<&'w Group, ODataError> {
    if !writing.caller.has(scopes) {
        return Err(Area::Events.denied());
    }
    let (place, group) = writing.group(world, id)?;
    if !world.provisioned(place, Part::Mailbox, writing.now()) {
        return Err(ODataError::no_mailbox());
    }
    let kept_out = is_kept_out(world, writing.caller, writing.now());
    if kept_out || !may_write_calendar(writing.caller, group) {
        return Err(Area::Events.denied());
    }
    Ok(group)
}

/// The group of this id, if the caller may change its plans with one of these permissions: as a member only.
pub(super) fn enter_planner<'w>(
    writing: &Writing<'_>,
    world: &'w World,
    (id, scopes): (&str, &[&str]),
) -> Result<&'w Group, ODataError> {
    if !writing.caller.has(scopes) {
        return Err(Area::Planner.denied());
    }
    let (place, group) = writing.group(world, id)?;
    if !world.provisioned(place, Part::Planner, writing.now()) {
        return Err(Area::Planner.missing());
    }
    let kept_out = is_kept_out(world, writing.caller, writing.now());
    if kept_out || !group.is_member(writing.caller.user) {
        return Err(Area::Planner.denied());
    }
    Ok(group)
}

/// The group of this id with what it holds, if the caller may see that.
pub(super) fn hold<'a>(
    reading: &'a Reading<'a>,
    id: &str,
    area: Area,
) -> Result<Held<'a>, ODataError> {
    if !reading.caller.has(area.scopes()) {
        return Err(area.denied());
    }
    let group = enter(reading, id, area)?;
    Ok(Held {
        reading,
        group,
        content: reading.world.contents.of(group),
    })
}

fn enter<'a>(reading: &Reading<'a>, id: &str, area: Area) -> Result<&'a Group, ODataError> {
    let viewer = Viewer::new(reading, false);
    let place = viewer.find(id)?;
    let group = viewer.group(place);
    let now = reading.tenant.now();
    if !reading.world.provisioned(place, area.part(), now) {
        return Err(area.missing());
    }
    let kept_out = area != Area::Photo && is_kept_out(reading.world, reading.caller, now);
    if kept_out || !area.may_read(reading.caller, group) {
        return Err(area.denied());
    }
    Ok(group)
}

/// A group whose mailbox is there, for who may see its photo.
pub(in crate::graph) fn enter_mailbox<'a>(
    reading: &Reading<'a>,
    id: &str,
) -> Result<&'a Group, ODataError> {
    if !reading.caller.has(Area::Photo.scopes()) {
        return Err(Area::Photo.denied());
    }
    enter(reading, id, Area::Photo)
}
