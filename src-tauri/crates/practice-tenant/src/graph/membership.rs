//! Adding and removing members and owners one by one (group-post-members.md,
//! group-delete-members.md, group-post-owners.md, group-delete-owners.md). What
//! happens when `/$ref` is missing is in `remove`.

use jiff::Timestamp;

use super::Answer;
use super::access::{WRITE_GROUPS, WRITE_MEMBERS};
use super::references::{self, GuestRule, name};
use super::writing::{Writing, refuse_kept_elsewhere};
use crate::odata::ODataError;
use crate::world::{Change, Group, People, UserIndex, World};

/// How many owners a group may have.
const MAX_OWNERS: usize = 100;

fn permissions(of: People) -> &'static [&'static str] {
    match of {
        People::Members => WRITE_MEMBERS,
        People::Owners => WRITE_GROUPS,
    }
}

/// `POST /groups/{id}/members/$ref` and `/owners/$ref`
pub(super) fn add(writing: &Writing<'_>, id: &str, to: People) -> Result<Answer, ODataError> {
    writing.caller.require(permissions(to))?;
    let sent = writing.sent()?;
    let address = sent.some_text("@odata.id")?;
    let address = address.ok_or_else(|| {
        ODataError::malformed("A reference needs '@odata.id' with an absolute address.")
    })?;
    writing.done(|world| {
        let (_, group) = writing.managed(world, id)?;
        let user = references::person(world, writing.now(), to, &address)?;
        may_add(world, group, (to, user), writing.now())?;
        Ok(Change::AddPeople {
            group: group.id.clone(),
            user: writing.user(),
            to,
            people: references::ids(world, &[user]),
            at: writing.now(),
        })
    })
}

fn may_add(
    world: &World,
    group: &Group,
    (to, user): (People, UserIndex),
    now: Timestamp,
) -> Result<(), ODataError> {
    refuse_kept_elsewhere(group)?;
    if to == People::Members {
        refuse_dynamic(group)?;
    }
    if group.people(to).contains(&user) {
        return Err(already_there(to));
    }
    references::allow_guests(world, GuestRule::of(group), (to, &[user]), now)?;
    if to == People::Owners && group.owners.len() >= MAX_OWNERS {
        return Err(ODataError::bad_request(format!(
            "The group has reached the maximum number of {MAX_OWNERS} owners."
        )));
    }
    Ok(())
}

/// `DELETE /groups/{id}/members/{id}/$ref` and `/owners/{id}/$ref`
pub(super) fn remove(
    writing: &Writing<'_>,
    id: &str,
    from: People,
    person: &str,
) -> Result<Answer, ODataError> {
    writing.caller.require(permissions(from))?;
    writing.done(|world| {
        let (_, group) = writing.managed(world, id)?;
        refuse_kept_elsewhere(group)?;
        let user = member(world, group, from, person)?;
        match from {
            People::Members => refuse_dynamic(group)?,
            People::Owners => refuse_last(world, group, user)?,
        }
        Ok(Change::RemovePeople {
            group: group.id.clone(),
            user: writing.user(),
            from,
            people: references::ids(world, &[user]),
            at: writing.now(),
        })
    })
}

/// Somebody who is in the list.
pub(super) fn member(
    world: &World,
    group: &Group,
    of: People,
    person: &str,
) -> Result<UserIndex, ODataError> {
    let found = world.user_index(person);
    found
        .filter(|user| group.people(of).contains(user))
        .ok_or_else(|| ODataError::not_found(person))
}

/// Accounts that are disabled do not count: the group would be nobody's.
fn refuse_last(world: &World, group: &Group, leaving: UserIndex) -> Result<(), ODataError> {
    let others = group.owners.iter().filter(|owner| **owner != leaving);
    let enabled = |owner: &UserIndex| world.user(*owner).is_some_and(|user| user.account_enabled);
    if others.copied().any(|owner| enabled(&owner)) {
        return Ok(());
    }
    Err(ODataError::bad_request(
        "The group must have at least one owner, hence this owner cannot be removed.",
    ))
}

/// Who belongs to a dynamic group is its rule's to say.
pub(super) fn refuse_dynamic(group: &Group) -> Result<(), ODataError> {
    if group.is_dynamic() {
        Err(ODataError::denied())
    } else {
        Ok(())
    }
}

pub(super) fn already_there(of: People) -> ODataError {
    ODataError::bad_request(format!(
        "One or more added object references already exist for the following modified properties: '{}'.",
        name(of)
    ))
}
