//! Leads a call to its endpoint, in whatever way the path is written, and says
//! who is calling.

use http::{Method, StatusCode};

use super::access::Caller;
use super::me::Relation;
use super::people::Tail;
use super::writing::Writing;
use super::{
    Answer, Call, Reading, batch, contents, create, deleted, delta, favorites, groups, me,
    membership, objects, organization, people, photos, policies, policy_change, relevance, remove,
    renew, setting_change, settings, teams, update, upkeep, validate,
};
use crate::odata::ODataError;
use crate::sign_in::TokenRefused;
use crate::tenant::Tenant;
use crate::world::People;

/// Answers one call, or says why not.
pub(crate) fn answer(tenant: &Tenant, call: &Call) -> Result<Answer, ODataError> {
    let caller = caller(tenant, call)?;
    let words: Vec<&str> = call.words.iter().map(String::as_str).collect();
    let writing = Writing {
        tenant,
        caller: &caller,
        call,
    };
    let written = contents::write(&writing, &words);
    if let Some(answer) = written.or_else(|| upkeep::answer(&writing, &words)) {
        return answer;
    }
    let written = match call.method {
        Method::POST => post(&writing, &words),
        Method::PATCH => patch(&writing, &words),
        Method::DELETE => delete(&writing, &words),
        _ => None,
    };
    if let Some(answer) = written {
        return answer;
    }
    let read = {
        let world = tenant.world();
        let reading = Reading {
            tenant,
            world: &world,
            caller: &caller,
            call,
        };
        get(&reading, &words)
    };
    match read {
        Ok(_) if call.method == Method::GET => {
            contents::notice(&writing, &words)?;
            read
        }
        _ if call.method == Method::GET => read,
        Ok(_) => Err(ODataError::method_not_allowed()),
        Err(_) => Err(unknown(call)),
    }
}

fn caller(tenant: &Tenant, call: &Call) -> Result<Caller, ODataError> {
    let bearer = call.header("authorization").and_then(|value| {
        let (scheme, token) = value.split_once(' ')?;
        scheme.eq_ignore_ascii_case("bearer").then(|| token.trim())
    });
    let principal = bearer
        .ok_or(TokenRefused::Missing)
        .and_then(|token| tenant.principal(token));
    let principal = principal.map_err(|refused| unauthorized(tenant, call, refused))?;
    let found = {
        let world = tenant.world();
        let user = world.user_index(&principal.user_id);
        user.and_then(|index| {
            let user = world.user(index)?;
            Some((index, user.is_guest(), user.roles.clone()))
        })
    };
    let (user, guest, roles) =
        found.ok_or_else(|| unauthorized(tenant, call, TokenRefused::Invalid))?;
    Ok(Caller {
        user,
        guest,
        roles,
        user_id: principal.user_id,
        scopes: principal.scopes,
    })
}

fn unauthorized(tenant: &Tenant, call: &Call, refused: TokenRefused) -> ODataError {
    let message = match refused {
        TokenRefused::Missing => "Access token is empty.",
        TokenRefused::Invalid => "Invalid authentication token.",
        TokenRefused::Expired => "Lifetime validation failed, the token is expired.",
        TokenRefused::ClaimsChallenge(_) => {
            "Continuous access evaluation resulted in challenge with result: InteractionRequired"
        }
    };
    let mut challenge = format!(
        r#"Bearer realm="", authorization_uri="{}/{}/oauth2/v2.0/authorize", client_id="00000003-0000-0000-c000-000000000000""#,
        call.origin,
        tenant.world().tenant_id,
    );
    if let TokenRefused::ClaimsChallenge(claims) = &refused {
        challenge.push_str(&format!(
            r#", error="insufficient_claims", claims="{claims}""#
        ));
    }
    ODataError::new(
        StatusCode::UNAUTHORIZED,
        "InvalidAuthenticationToken",
        message,
    )
    .header("www-authenticate", challenge)
}

/// What a path can begin with.
const ROOTS: [&str; 12] = [
    "$batch",
    "directory",
    "directoryobjects",
    "grouplifecyclepolicies",
    "groups",
    "groupsettings",
    "groupsettingtemplates",
    "me",
    "organization",
    "planner",
    "teams",
    "users",
];

fn unknown(call: &Call) -> ODataError {
    let rooted = call
        .words
        .first()
        .is_some_and(|root| ROOTS.contains(&root.as_str()));
    let segment = if rooted {
        call.segments.last()
    } else {
        call.segments.first()
    };
    ODataError::no_segment(segment.map_or("", String::as_str))
}

fn get(reading: &Reading<'_>, words: &[&str]) -> Result<Answer, ODataError> {
    match words {
        ["me"] => people::get(reading, &reading.caller.user_id),
        ["me", "people"] => relevance::list(reading),
        ["me", "joinedteams"] => teams::joined(reading),
        ["me", "photo" | "photos", ..] => {
            photos::of_user(reading, &reading.caller.user_id, &words[1..])
        }
        ["users", id, "photo" | "photos", ..] => photos::of_user(reading, id, &words[2..]),
        ["users", id, "ownedobjects", tail @ ..] => {
            me::groups_of(reading, (id, Relation::Owner), tail)
        }
        ["users", id, "memberof" | "transitivememberof", tail @ ..] => {
            me::groups_of(reading, (id, Relation::Member), tail)
        }
        ["me", "planner", "tasks"] => contents::my_tasks(reading),
        ["planner", rest @ ..] => contents::get_planner(reading, rest),
        ["teams", id] => teams::get(reading, id),
        ["teams", id, "operations", operation] => teams::operation(reading, (id, operation)),
        ["me", "ownedobjects", tail @ ..] => me::groups(reading, Relation::Owner, tail),
        ["me", "memberof" | "transitivememberof", tail @ ..] => {
            me::groups(reading, Relation::Member, tail)
        }
        ["organization"] => organization::get(reading, None),
        ["organization", id] => organization::get(reading, Some(id)),
        ["users"] => people::list(reading, false),
        ["users", "$count"] => people::list(reading, true),
        ["users", id] => people::get(reading, id),
        ["grouplifecyclepolicies"] => policies::list(reading),
        ["grouplifecyclepolicies", id] => policies::get(reading, id),
        ["groupsettings"] => settings::list(reading),
        ["groupsettings", id] => settings::get(reading, id),
        ["groupsettingtemplates"] => settings::templates(reading),
        ["groupsettingtemplates", id] => settings::template(reading, id),
        ["directoryobjects", "validateproperties"] => Err(ODataError::method_not_allowed()),
        ["directoryobjects", id] => objects::get(reading, id),
        ["directory", "deleteditems", rest @ ..] => get_deleted(reading, rest),
        ["groups", rest @ ..] => get_groups(reading, rest),
        ["$batch"] => Err(ODataError::method_not_allowed()),
        _ => Err(unknown(reading.call)),
    }
}

fn get_deleted(reading: &Reading<'_>, words: &[&str]) -> Result<Answer, ODataError> {
    match words {
        [] => Err(deleted::without_cast()),
        ["microsoft.graph.group"] => deleted::list(reading, false),
        ["microsoft.graph.group", "$count"] => deleted::list(reading, true),
        ["getuserownedobjects"] | [_, "restore"] => Err(ODataError::method_not_allowed()),
        [id] | [id, "microsoft.graph.group"] => deleted::get(reading, id),
        _ => Err(unknown(reading.call)),
    }
}

fn get_groups(reading: &Reading<'_>, words: &[&str]) -> Result<Answer, ODataError> {
    match words {
        [] => groups::list(reading),
        ["$count"] => groups::count(reading),
        ["delta"] => delta::get(reading),
        [id] => groups::get(reading, id),
        [id, relation @ ("owners" | "members"), person] if !is_tail(person) => {
            people::one(reading, list(relation), id, person)
        }
        [id, "owners", tail @ ..] => people::owners(reading, (id, people_tail(reading, tail)?)),
        [id, "members" | "transitivemembers", tail @ ..] => {
            people::members(reading, (id, people_tail(reading, tail)?))
        }
        [id, "grouplifecyclepolicies"] => policies::of_group(reading, id),
        [id, "settings"] => settings::list_of_group(reading, id),
        [id, "settings", setting] => settings::get_of_group(reading, id, setting),
        [id, "photo" | "photos", ..] => photos::of_group(reading, id, &words[1..]),
        [id, "team"] => teams::get(reading, id),
        [
            _,
            "renew" | "addfavorite" | "removefavorite" | "validateproperties",
        ] => Err(ODataError::method_not_allowed()),
        [id, rest @ ..] => {
            contents::get(reading, id, rest).unwrap_or_else(|| Err(unknown(reading.call)))
        }
    }
}

/// Whether something behind a list of people is no person's id.
fn is_tail(word: &str) -> bool {
    word.starts_with('$') || word.starts_with("microsoft.graph.")
}

/// Which list of people a path names.
fn list(relation: &str) -> People {
    match relation {
        "owners" => People::Owners,
        _ => People::Members,
    }
}

/// What else a list of people can be cast to; nobody here is any of it.
const OTHER_TYPES: [&str; 6] = [
    "microsoft.graph.application",
    "microsoft.graph.device",
    "microsoft.graph.group",
    "microsoft.graph.orgcontact",
    "microsoft.graph.serviceprincipal",
    "microsoft.graph.endpoint",
];

fn people_tail(reading: &Reading<'_>, words: &[&str]) -> Result<Tail, ODataError> {
    match words {
        [] => Ok(Tail::All),
        ["microsoft.graph.user"] => Ok(Tail::Users),
        ["$count"] | ["microsoft.graph.user", "$count"] => Ok(Tail::Count),
        [cast] if OTHER_TYPES.contains(cast) => Ok(Tail::Others),
        _ => Err(unknown(reading.call)),
    }
}

/// The calls that write with POST, or only read; nothing for a path that has none.
fn post(writing: &Writing<'_>, words: &[&str]) -> Option<Result<Answer, ODataError>> {
    Some(match words {
        ["$batch"] => batch::refuse_nested(),
        ["groups"] => create::create(writing),
        ["groups", id, "renew"] => renew::renew(writing, id),
        ["groups", id, "addfavorite"] => favorites::set(writing, id, true),
        ["groups", id, "removefavorite"] => favorites::set(writing, id, false),
        ["groups", id, "validateproperties"] => validate::of_group(writing, id),
        ["groups", id, relation @ ("owners" | "members"), "$ref"] => {
            membership::add(writing, id, list(relation))
        }
        ["me", "checkmemberobjects"] => me::check(writing),
        ["groups", id, "settings"] => setting_change::create(writing, Some(id)),
        ["groupsettings"] => setting_change::create(writing, None),
        ["grouplifecyclepolicies"] => policy_change::create(writing),
        ["grouplifecyclepolicies", id, "addgroup"] => policy_change::select(writing, id, true),
        ["grouplifecyclepolicies", id, "removegroup"] => policy_change::select(writing, id, false),
        ["directoryobjects", "validateproperties"] => validate::before_creation(writing),
        ["directory", "deleteditems", "getuserownedobjects"] => deleted::owned(writing),
        ["directory", "deleteditems", id, "restore"] => deleted::restore(writing, id),
        _ => return None,
    })
}

/// The calls that change what is there.
fn patch(writing: &Writing<'_>, words: &[&str]) -> Option<Result<Answer, ODataError>> {
    Some(match words {
        ["groups", id] => update::update(writing, id),
        ["grouplifecyclepolicies", id] => policy_change::update(writing, id),
        ["groupsettings", id] => setting_change::update(writing, (None, id)),
        ["groups", group, "settings", id] => setting_change::update(writing, (Some(group), id)),
        _ => return None,
    })
}

/// The calls that delete. A person behind a group's list is deleted as a person.
fn delete(writing: &Writing<'_>, words: &[&str]) -> Option<Result<Answer, ODataError>> {
    Some(match words {
        ["groups", id] => remove::group(writing, id),
        ["grouplifecyclepolicies", id] => policy_change::delete(writing, id),
        ["groupsettings", id] => setting_change::delete(writing, (None, id)),
        ["groups", group, "settings", id] => setting_change::delete(writing, (Some(group), id)),
        [
            "groups",
            id,
            relation @ ("owners" | "members"),
            person,
            "$ref",
        ] => membership::remove(writing, id, list(relation), person),
        ["groups", id, relation @ ("owners" | "members"), person] => {
            remove::person(writing, id, list(relation), person)
        }
        ["users", id] => remove::user(writing, id),
        ["directory", "deleteditems", id] => deleted::purge(writing, id),
        _ => return None,
    })
}
