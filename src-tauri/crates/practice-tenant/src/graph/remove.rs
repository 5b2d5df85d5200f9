//! Deleting: a group, which can be brought back for a while (group-delete.md),
//! and a person. A call that leaves out `/$ref` behind a member means the person,
//! and the service does what it is told (group-delete-members.md).

use super::Answer;
use super::access::{DELETE_GROUPS, DELETE_USERS};
use super::membership::member;
use super::writing::{Writing, refuse_kept_elsewhere};
use crate::odata::ODataError;
use crate::world::{Change, People, Role, UserIndex, World};

/// `DELETE /groups/{id}`
pub(super) fn group(writing: &Writing<'_>, id: &str) -> Result<Answer, ODataError> {
    writing.caller.require(DELETE_GROUPS)?;
    writing.done(|world| {
        let (_, group) = writing.managed(world, id)?;
        refuse_kept_elsewhere(group)?;
        Ok(Change::DeleteGroup {
            group: group.id.clone(),
            user: writing.user(),
            at: writing.now(),
        })
    })
}

/// `DELETE /users/{id}`
pub(super) fn user(writing: &Writing<'_>, id: &str) -> Result<Answer, ODataError> {
    may_delete_users(writing)?;
    writing.done(|world| {
        let user = world
            .user_index(id)
            .ok_or_else(|| ODataError::not_found(id))?;
        Ok(deletion(writing, world, user))
    })
}

/// `DELETE /groups/{id}/members/{id}` and `/owners/{id}`: deletes the person.
pub(super) fn person(
    writing: &Writing<'_>,
    id: &str,
    of: People,
    person: &str,
) -> Result<Answer, ODataError> {
    may_delete_users(writing)?;
    writing.done(|world| {
        let (_, group) = writing.group(world, id)?;
        let user = member(world, group, of, person)?;
        Ok(deletion(writing, world, user))
    })
}

fn may_delete_users(writing: &Writing<'_>) -> Result<(), ODataError> {
    writing.caller.require(DELETE_USERS)?;
    writing.caller.require_role(&[Role::Global, Role::User])
}

fn deletion(writing: &Writing<'_>, world: &World, user: UserIndex) -> Change {
    let person = world.user(user).map(|user| user.id.clone());
    Change::DeleteUser {
        person: person.unwrap_or_default(),
        user: writing.user(),
        at: writing.now(),
    }
}
