//! Leads a call to its endpoint, in whatever way the path is written, and says
//! who is calling.

use http::{Method, StatusCode};

use super::access::Caller;
use super::me::Relation;
use super::people::Tail;
use super::{
    Answer, Call, Reading, batch, delta, favorites, groups, me, organization, people, policies,
    renew,
};
use crate::odata::ODataError;
use crate::sign_in::TokenRefused;
use crate::tenant::Tenant;
use crate::world::User;

/// Answers one call, or says why not.
pub(crate) fn answer(tenant: &Tenant, call: &Call) -> Result<Answer, ODataError> {
    let caller = caller(tenant, call)?;
    let words: Vec<&str> = call.words.iter().map(String::as_str).collect();
    if call.method == Method::POST
        && let Some(answer) = post(tenant, &caller, call, &words)
    {
        return answer;
    }
    let world = tenant.world();
    let reading = Reading {
        tenant,
        world: &world,
        caller: &caller,
        call,
    };
    let read = get(&reading, &words);
    match read {
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
        user.map(|user| (user, world.user(user).is_some_and(User::is_guest)))
    };
    let (user, guest) = found.ok_or_else(|| unauthorized(tenant, call, TokenRefused::Invalid))?;
    Ok(Caller {
        user,
        guest,
        user_id: principal.user_id,
        scopes: principal.scopes,
        administrator: principal.administrator,
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
const ROOTS: [&str; 7] = [
    "$batch",
    "grouplifecyclepolicies",
    "groups",
    "groupsettings",
    "me",
    "organization",
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
        ["groupsettings"] => policies::settings(reading),
        ["groups", rest @ ..] => get_groups(reading, rest),
        ["$batch"] => Err(ODataError::method_not_allowed()),
        _ => Err(unknown(reading.call)),
    }
}

fn get_groups(reading: &Reading<'_>, words: &[&str]) -> Result<Answer, ODataError> {
    match words {
        [] => groups::list(reading),
        ["$count"] => groups::count(reading),
        ["delta"] => delta::get(reading),
        [id] => groups::get(reading, id),
        [id, "owners", tail @ ..] => people::owners(reading, (id, people_tail(reading, tail)?)),
        [id, "members" | "transitivemembers", tail @ ..] => {
            people::members(reading, (id, people_tail(reading, tail)?))
        }
        [id, "grouplifecyclepolicies"] => policies::of_group(reading, id),
        [id, "settings"] => policies::settings_of_group(reading, id),
        [_, "renew" | "addfavorite" | "removefavorite"] => Err(ODataError::method_not_allowed()),
        _ => Err(unknown(reading.call)),
    }
}

fn people_tail(reading: &Reading<'_>, words: &[&str]) -> Result<Tail, ODataError> {
    match words {
        [] => Ok(Tail::All),
        ["microsoft.graph.user"] => Ok(Tail::Users),
        ["$count"] | ["microsoft.graph.user", "$count"] => Ok(Tail::Count),
        _ => Err(unknown(reading.call)),
    }
}

/// The calls that write; nothing for a path that has none.
fn post(
    tenant: &Tenant,
    caller: &Caller,
    call: &Call,
    words: &[&str],
) -> Option<Result<Answer, ODataError>> {
    match words {
        ["$batch"] => Some(batch::refuse_nested()),
        ["groups", id, "renew"] => Some(renew::renew(tenant, caller, id)),
        ["groups", id, "addfavorite"] => Some(favorites::set(tenant, caller, call, id, true)),
        ["groups", id, "removefavorite"] => Some(favorites::set(tenant, caller, call, id, false)),
        _ => None,
    }
}
