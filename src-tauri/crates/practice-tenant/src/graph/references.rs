//! References to people, as clients write them: addresses that end in an id.
//! Only people belong to Microsoft 365 groups, and guests as far as the tenant
//! and the group let them (group-post-members.md, group-post-owners.md).

use std::collections::HashSet;

use http::StatusCode;
use jiff::Timestamp;
use percent_encoding::percent_decode_str;
use url::Url;

use crate::odata::ODataError;
use crate::world::{Group, Life, People, UserIndex, World};

/// How many references one request may bind.
pub(super) const MAX_BOUND: usize = 20;

/// What the rules on guests depend on.
#[derive(Debug, Clone, Copy)]
pub(super) struct GuestRule {
    pub(super) unified: bool,
    /// The group's own word.
    pub(super) allowed: Option<bool>,
}

impl GuestRule {
    pub(super) fn of(group: &Group) -> Self {
        Self {
            unified: group.unified,
            allowed: group.guests_allowed(),
        }
    }
}

/// The name of a list of people as the service writes it.
pub(super) fn name(of: People) -> &'static str {
    match of {
        People::Members => "members",
        People::Owners => "owners",
    }
}

/// The people behind addresses: each there, a person, and named once.
pub(super) fn people(
    world: &World,
    now: Timestamp,
    of: People,
    addresses: &[String],
) -> Result<Vec<UserIndex>, ODataError> {
    let mut seen = HashSet::new();
    let mut people = Vec::with_capacity(addresses.len());
    for address in addresses {
        let user = person(world, now, of, address)?;
        if !seen.insert(user) {
            return Err(ODataError::bad_request(format!(
                "The {} link to '{}' can only be present once.",
                name(of),
                id(address)?
            )));
        }
        people.push(user);
    }
    Ok(people)
}

/// The person behind one address.
pub(super) fn person(
    world: &World,
    now: Timestamp,
    of: People,
    address: &str,
) -> Result<UserIndex, ODataError> {
    let id = id(address)?;
    if let Some(user) = world.user_index(&id) {
        return Ok(user);
    }
    let live = |place: &usize| world.life(*place, now) == Life::Live;
    let group = world.group_index(&id).filter(live).is_some();
    if group || world.object(&id).is_some() {
        return Err(ODataError::bad_request(format!(
            "Invalid object type of '{id}': only users can be {} of this group.",
            name(of)
        )));
    }
    Err(ODataError::not_found(&id))
}

/// The id at the end of an absolute address: `…/v1.0/users/{id}`.
fn id(address: &str) -> Result<String, ODataError> {
    let refused = || {
        ODataError::bad_request(format!(
            "Invalid URL '{address}' specified for the reference: an absolute address of a directory object is expected."
        ))
    };
    let url = Url::parse(address).map_err(|_| refused())?;
    let segments: Vec<&str> = url.path_segments().ok_or_else(refused)?.collect();
    let (set, key) = match segments.as_slice() {
        [_, set, key] => (*set, *key),
        [_, last] => last
            .strip_suffix("')")
            .and_then(|rest| rest.split_once("('"))
            .ok_or_else(refused)?,
        _ => return Err(refused()),
    };
    let known = [
        "users",
        "directoryObjects",
        "groups",
        "devices",
        "servicePrincipals",
        "contacts",
    ];
    if key.is_empty() || !known.iter().any(|known| known.eq_ignore_ascii_case(set)) {
        return Err(refused());
    }
    Ok(percent_decode_str(key).decode_utf8_lossy().into_owned())
}

/// Guests come in only where the tenant and the group let them.
pub(super) fn allow_guests(
    world: &World,
    rule: GuestRule,
    (of, people): (People, &[UserIndex]),
    now: Timestamp,
) -> Result<(), ODataError> {
    let guests = people
        .iter()
        .filter_map(|user| world.user(*user))
        .any(|user| user.is_guest());
    let rules = world.settings.rules(now);
    let allowed = match of {
        People::Members => rules.guests_allowed && rule.allowed != Some(false),
        People::Owners => rules.guest_owners,
    };
    if !guests || allowed || !rule.unified {
        return Ok(());
    }
    let (doing, parameter) = match of {
        People::Members => ("join", "Members"),
        People::Owners => ("own", "Owners"),
    };
    Err(ODataError::new(
        StatusCode::FORBIDDEN,
        "Authorization_RequestDenied",
        format!(
            "Guests users are not allowed to {doing} this Unified Group due to policy setting. paramName: {parameter}, paramValue: , objectType: Microsoft.Online.DirectoryServices.Group"
        ),
    ))
}

/// Their ids, as they are kept.
pub(super) fn ids(world: &World, people: &[UserIndex]) -> Vec<String> {
    let known = people.iter().filter_map(|user| world.user(*user));
    known.map(|user| user.id.clone()).collect()
}

#[cfg(test)]
mod tests {
    use super::id;

    #[test]
    fn the_id_is_read_from_every_absolute_address() {
        for address in [
            "https://graph.microsoft.com/v1.0/users/7",
            "http://127.0.0.1:80/v1.0/directoryObjects/7",
            "https://graph.microsoft.com/v1.0/users('7')",
        ] {
            assert_eq!(id(address).ok().as_deref(), Some("7"), "{address}");
        }
        for address in [
            "7",
            "/users/7",
            "https://x/v1.0/users/",
            "https://x/v1.0/colours/7",
        ] {
            assert!(id(address).is_err(), "{address}");
        }
    }
}
