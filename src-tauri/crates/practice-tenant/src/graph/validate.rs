//! Checking names before they are used: for a group to be created, and for one
//! that is there (directoryobject-validateproperties.md,
//! group-validateproperties.md). Nothing is written.

use http::StatusCode;

use super::access::VALIDATE;
use super::naming::{self, Fault, Names};
use super::sent::Sent;
use super::writing::Writing;
use super::{Answer, values};
use crate::odata::ODataError;
use crate::world::{UserIndex, World};

/// `POST /directoryObjects/validateProperties`
pub(super) fn before_creation(writing: &Writing<'_>) -> Result<Answer, ODataError> {
    writing.caller.require(VALIDATE)?;
    let sent = writing.sent()?;
    let kind = sent.some_text("entityType")?;
    if !kind.is_some_and(|kind| kind.eq_ignore_ascii_case("Group")) {
        return Err(ODataError::bad_request(
            "The value of the parameter 'entityType' must be 'Group'.",
        ));
    }
    let world = writing.tenant.world();
    check(writing, &world, &sent, |alias| {
        naming::taken(&world, alias, None, writing.now())
    })
}

/// `POST /groups/{id}/validateProperties`
pub(super) fn of_group(writing: &Writing<'_>, id: &str) -> Result<Answer, ODataError> {
    writing.caller.require(VALIDATE)?;
    let sent = writing.sent()?;
    let world = writing.tenant.world();
    writing.group(&world, id)?;
    check(writing, &world, &sent, |_| None)
}

fn check(
    writing: &Writing<'_>,
    world: &World,
    sent: &Sent,
    taken: impl FnOnce(&str) -> Option<Fault>,
) -> Result<Answer, ODataError> {
    let display_name = sent.some_text("displayName")?;
    let display_name = display_name.map(values::display_name).transpose()?;
    let mail_nickname = sent.some_text("mailNickname")?;
    let mail_nickname = mail_nickname.map(values::alias).transpose()?;
    if display_name.is_none() && mail_nickname.is_none() {
        return Err(ODataError::bad_request(
            "At least one of the parameters 'displayName' and 'mailNickname' is required.",
        ));
    }
    let names = Names {
        display_name: display_name.as_deref(),
        mail_nickname: mail_nickname.as_deref(),
    };
    let mut faults = naming::faults(world, person(writing, world, sent)?, &names, writing.now());
    if faults.is_empty() {
        faults.extend(mail_nickname.as_deref().and_then(taken));
    }
    if faults.is_empty() {
        Ok(Answer::empty(StatusCode::NO_CONTENT))
    } else {
        Err(refused(&faults))
    }
}

/// By whose attributes and roles the policy is applied.
fn person(writing: &Writing<'_>, world: &World, sent: &Sent) -> Result<UserIndex, ODataError> {
    match sent.some_text("onBehalfOfUserId")? {
        None => Ok(writing.caller.user),
        Some(id) => world
            .user_index(&id)
            .ok_or_else(|| ODataError::not_found(&id)),
    }
}

fn refused(faults: &[Fault]) -> ODataError {
    let error = ODataError::new(
        StatusCode::UNPROCESSABLE_ENTITY,
        "Request_UnprocessableEntity",
        "The values provided contain one or more validation errors.",
    );
    faults
        .iter()
        .fold(error, |error, fault| error.detail(fault.told()))
}
