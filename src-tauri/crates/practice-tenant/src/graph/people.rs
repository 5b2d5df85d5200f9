//! People: of a group (owners, members) and of the directory
//! (group-list-owners.md, group-list-members.md, user-list.md, user-get.md).

use super::access::{BASIC_PROFILE, READ_MEMBERS, READ_OWNERS, READ_USERS, Reach};
use super::listing::{Listing, single};
use super::schema::USER;
use super::viewer::{Entry, Viewer};
use super::{Answer, Reading};
use crate::odata::{ODataError, Query};
use crate::world::{People, UserIndex};

/// People where only people can be.
static USERS: Listing = Listing {
    schemas: &[&USER],
    context: "users",
};
/// People in a relation that could hold other objects too.
static OBJECTS: Listing = Listing {
    schemas: &[&USER],
    context: "directoryObjects",
};

/// What comes after a relation in the path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tail {
    All,
    /// `/microsoft.graph.user`
    Users,
    /// A cast to something that no group here has.
    Others,
    /// `/$count`, with or without the cast.
    Count,
}

/// `GET /groups/{id}/owners`
pub(super) fn owners(
    reading: &Reading<'_>,
    (id, tail): (&str, Tail),
) -> Result<Answer, ODataError> {
    reading.caller.require(READ_OWNERS)?;
    let (query, viewer) = asked(reading)?;
    let place = viewer.find(id)?;
    related(
        reading,
        (&query, &viewer),
        tail,
        &viewer.group(place).owners,
    )
}

/// `GET /groups/{id}/members`; nested groups do not exist here, so the
/// transitive members are the same.
pub(super) fn members(
    reading: &Reading<'_>,
    (id, tail): (&str, Tail),
) -> Result<Answer, ODataError> {
    reading.caller.require(READ_MEMBERS)?;
    let (query, viewer) = asked(reading)?;
    let group = viewer.group(viewer.find(id)?);
    let seen = if reading.caller.may_see_members(group) {
        group.members.as_slice()
    } else {
        &[]
    };
    related(reading, (&query, &viewer), tail, seen)
}

fn asked<'a>(reading: &Reading<'a>) -> Result<(Query, Viewer<'a>), ODataError> {
    let query = reading.call.options()?;
    let viewer = Viewer::new(reading, query.eventual);
    Ok((query, viewer))
}

fn related(
    reading: &Reading<'_>,
    (query, viewer): (&Query, &Viewer<'_>),
    tail: Tail,
    people: &[UserIndex],
) -> Result<Answer, ODataError> {
    let people = match tail {
        Tail::Others => &[],
        _ => people,
    };
    let entries = viewer.users(people.iter().copied());
    // A cast alone is answered to everybody, as to Microsoft's own clients.
    if tail != Tail::Count && (query.filter.is_some() || query.order_by.is_some()) {
        require_advanced(query)?;
    }
    match tail {
        Tail::Count => OBJECTS.count(query, entries),
        Tail::All => OBJECTS.page(reading, query, viewer, entries),
        Tail::Users | Tail::Others => USERS.page(reading, query, viewer, entries),
    }
}

/// `GET /groups/{id}/members/{id}` and `/owners/{id}`: the person, if they are one.
pub(super) fn one(
    reading: &Reading<'_>,
    of: People,
    id: &str,
    person: &str,
) -> Result<Answer, ODataError> {
    reading.caller.require(match of {
        People::Members => READ_MEMBERS,
        People::Owners => READ_OWNERS,
    })?;
    let (query, viewer) = asked(reading)?;
    let group = viewer.group(viewer.find(id)?);
    let seen = of == People::Owners || reading.caller.may_see_members(group);
    let found = reading.world.user_index(person);
    let user = found
        .filter(|user| seen && group.people(of).contains(user))
        .and_then(|user| reading.world.user(user))
        .ok_or_else(|| ODataError::not_found(person))?;
    let entry = Entry::User(&viewer, user);
    single(reading, &query, &viewer, ("directoryObjects", entry))
}

/// Filters on relations, and the cast of memberships, are read from the index.
pub(super) fn require_advanced(query: &Query) -> Result<(), ODataError> {
    if query.advanced() || query.skip_token.is_some() && query.eventual {
        return Ok(());
    }
    Err(ODataError::unsupported(
        "The specified filter to the reference property query is currently not supported.",
    ))
}

/// `GET /users`
pub(super) fn list(reading: &Reading<'_>, counted: bool) -> Result<Answer, ODataError> {
    reading.caller.require(READ_USERS)?;
    reading.caller.require_member_user()?;
    let query = reading.call.options()?;
    require_reach(reading, &query)?;
    let viewer = Viewer::new(reading, query.eventual);
    let entries = viewer.users((0..).take(reading.world.users.len()));
    if counted {
        USERS.count(&query, entries)
    } else {
        USERS.page(reading, &query, &viewer, entries)
    }
}

/// What a query asks about other people must be theirs to see who ask.
fn require_reach(reading: &Reading<'_>, query: &Query) -> Result<(), ODataError> {
    if reading.caller.reach() == Reach::Whole {
        return Ok(());
    }
    let hidden = |word: &str| {
        let property = USER.property(word);
        property.is_some_and(|property| !BASIC_PROFILE.contains(&property.name))
    };
    let options = [&query.select, &query.filter, &query.order_by, &query.search];
    let mut words = options
        .into_iter()
        .flatten()
        .flat_map(|option| option.split(|sign: char| !sign.is_alphanumeric()));
    if words.any(hidden) {
        Err(ODataError::denied())
    } else {
        Ok(())
    }
}

/// `GET /users/{id | userPrincipalName}`
pub(super) fn get(reading: &Reading<'_>, id: &str) -> Result<Answer, ODataError> {
    let found = reading.world.user_index(id);
    if found == Some(reading.caller.user) {
        reading.caller.require_me()?;
    } else {
        reading.caller.require(READ_USERS)?;
    }
    let user = found
        .and_then(|index| reading.world.user(index))
        .ok_or_else(|| ODataError::not_found(id))?;
    let query = reading.call.options()?;
    if found != Some(reading.caller.user) {
        require_reach(reading, &query)?;
    }
    let viewer = Viewer::new(reading, false);
    let entry = Entry::User(&viewer, user);
    single(reading, &query, &viewer, ("users", entry))
}
