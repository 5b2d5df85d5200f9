//! The signed-in person's own groups (user-list-ownedobjects.md,
//! user-list-memberof.md). Without a permission to read groups, only their ids.

use std::collections::BTreeSet;

use serde_json::json;

use super::access::READ_USERS;
use super::groups::GROUPS;
use super::listing::Listing;
use super::others;
use super::people::require_advanced;
use super::schema::{APPLICATION, GROUP, ROLE};
use super::viewer::{Entry, Viewer};
use super::writing::Writing;
use super::{Answer, Reading};
use crate::odata::ODataError;
use crate::world::{Life, People, UserIndex};

/// How many ids can be checked at once.
const MOST_CHECKED: usize = 20;

/// What somebody owns or belongs to, of any type.
static OBJECTS: Listing = Listing {
    schemas: &[&GROUP, &APPLICATION, &ROLE],
    context: "directoryObjects",
};

/// How the person stands to the groups.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Relation {
    Owner,
    /// Membership, which here has no nesting.
    Member,
}

/// `GET /me/ownedObjects` and `/me/memberOf`, with or without the cast to groups
/// and `/$count`; `tail` is what follows in the path.
pub(super) fn groups(
    reading: &Reading<'_>,
    relation: Relation,
    tail: &[&str],
) -> Result<Answer, ODataError> {
    reading.caller.require_me()?;
    related(reading, (reading.caller.user, relation), tail)
}

/// The same of anybody: `GET /users/{id}/ownedObjects` and `/memberOf`. Groups
/// with hidden members stay hidden from who stands outside.
pub(super) fn groups_of(
    reading: &Reading<'_>,
    (id, relation): (&str, Relation),
    tail: &[&str],
) -> Result<Answer, ODataError> {
    let found = reading.world.user_index(id);
    if found == Some(reading.caller.user) {
        return groups(reading, relation, tail);
    }
    reading.caller.require(READ_USERS)?;
    reading.caller.require_member_user()?;
    let user = found.ok_or_else(|| ODataError::not_found(id))?;
    related(reading, (user, relation), tail)
}

fn related(
    reading: &Reading<'_>,
    (user, relation): (UserIndex, Relation),
    tail: &[&str],
) -> Result<Answer, ODataError> {
    let query = reading.call.options()?;
    let (cast, counted) = match tail {
        [] => (false, false),
        ["microsoft.graph.group"] => (true, false),
        ["$count"] => (false, true),
        ["microsoft.graph.group", "$count"] => (true, true),
        [other, ..] => return Err(ODataError::no_segment(other)),
    };
    let viewer = Viewer::new(reading, query.eventual);
    let mut places = places(&viewer, user, relation);
    places.retain(|place| {
        user == reading.caller.user
            || relation == Relation::Owner
            || reading.caller.may_see_members(viewer.group(*place))
    });
    let mut entries = viewer.groups(places);
    if !cast {
        let others = others::of(reading.world, user, relation).into_iter();
        entries.extend(others.map(|other| Entry::Other(&viewer, other)));
    }
    if counted {
        return OBJECTS.count(&query, entries);
    }
    // Membership by type is read from the index, ownership is not.
    if relation == Relation::Member && (cast || query.filter.is_some()) {
        require_advanced(&query)?;
    }
    let listing = if cast { &GROUPS } else { &OBJECTS };
    listing.page(reading, &query, &viewer, entries)
}

/// `POST /me/checkMemberObjects` (directoryobject-checkmemberobjects.md): which of up to twenty groups
/// and roles the person belongs to. Of roles the ids of their templates are known too.
pub(super) fn check(writing: &Writing<'_>) -> Result<Answer, ODataError> {
    writing.caller.require_me()?;
    let sent = writing.sent()?;
    let ids = sent.texts("ids")?;
    if ids.is_empty() || ids.len() > MOST_CHECKED {
        return Err(ODataError::invalid_value("ids"));
    }
    let (world, user) = (writing.tenant.world(), writing.caller.user);
    let belongs = |id: &&String| {
        let place = world.group_index(id);
        let live = place.filter(|place| world.life(*place, writing.now()) == Life::Live);
        live.is_some_and(|place| world.groups[place].is_member(user))
            || others::holds(&world, user, id)
    };
    let held: Vec<&String> = ids.iter().filter(belongs).collect();
    Answer::json(&json!({
        "@odata.context": format!("{}/$metadata#Collection(Edm.String)", writing.call.root()),
        "value": held,
    }))
}

/// The person's groups as they are seen: a viewer who lags may still see one that
/// was left, and not yet one that was joined.
fn places(viewer: &Viewer<'_>, user: UserIndex, relation: Relation) -> BTreeSet<usize> {
    let (known, of) = match relation {
        Relation::Owner => (viewer.world.owned_by(user), People::Owners),
        Relation::Member => (viewer.world.joined_by(user), People::Members),
    };
    let mut places: BTreeSet<usize> = known.iter().copied().collect();
    if viewer.lags() {
        places.extend(viewer.world.written());
    }
    places.retain(|place| viewer.lives(*place) && viewer.group(*place).people(of).contains(&user));
    places
}
