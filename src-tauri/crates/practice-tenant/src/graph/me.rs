//! The signed-in person's own groups (user-list-ownedobjects.md,
//! user-list-memberof.md). Without a permission to read groups, only their ids.

use super::groups::GROUPS;
use super::listing::Listing;
use super::others;
use super::people::require_advanced;
use super::schema::{APPLICATION, GROUP, ROLE};
use super::viewer::{Entry, Viewer};
use super::{Answer, Reading};
use crate::odata::ODataError;

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
    let query = reading.call.options()?;
    let (cast, counted) = match tail {
        [] => (false, false),
        ["microsoft.graph.group"] => (true, false),
        ["$count"] => (false, true),
        ["microsoft.graph.group", "$count"] => (true, true),
        [other, ..] => return Err(ODataError::no_segment(other)),
    };
    let viewer = Viewer::new(reading, query.eventual);
    let places = match relation {
        Relation::Owner => reading.world.owned_by(reading.caller.user),
        Relation::Member => reading.world.joined_by(reading.caller.user),
    };
    let mut entries = viewer.groups(places.iter().copied());
    if !cast {
        let others = others::of(reading.caller.user, relation);
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
