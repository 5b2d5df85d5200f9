//! Changing what a group's mailbox keeps (group-update.md): by a request of its
//! own, answered with 200, once the mailbox is there. Two of the properties are
//! the caller's own, and no matter of the group's owners.

use http::StatusCode;

use super::Answer;
use super::access::DELETE_GROUPS;
use super::groups::MAIL_PROPERTIES;
use super::sent::Sent;
use super::writing::{Writing, refuse_kept_elsewhere};
use crate::odata::ODataError;
use crate::world::{Change, Group, MailEdit, Part, World};

/// `PATCH /groups/{id}` with nothing but such properties.
pub(super) fn update(writing: &Writing<'_>, id: &str, sent: &Sent) -> Result<Answer, ODataError> {
    writing.caller.require(DELETE_GROUPS)?;
    if !sent.names().all(|name| MAIL_PROPERTIES.contains(&name)) {
        return Err(ODataError::bad_request(
            "Properties that are kept by Exchange cannot be updated together with other properties. Update them in a separate request.",
        ));
    }
    let edits = edits(sent)?;
    writing.write(|world| change(writing, world, id, edits))?;
    Ok(Answer::empty(StatusCode::OK))
}

fn change(
    writing: &Writing<'_>,
    world: &World,
    id: &str,
    edits: Vec<MailEdit>,
) -> Result<Change, ODataError> {
    let (place, group) = writing.group(world, id)?;
    let own = group.is_member(writing.caller.user) && edits.iter().all(is_own);
    if !own && !writing.caller.may_manage(group) {
        return Err(ODataError::denied());
    }
    refuse_kept_elsewhere(group)?;
    has_mailbox(world, (place, group), writing)?;
    Ok(Change::UpdateMailSettings {
        group: group.id.clone(),
        user: writing.user(),
        edits,
        at: writing.now(),
    })
}

fn is_own(edit: &MailEdit) -> bool {
    matches!(
        edit,
        MailEdit::IsSubscribedByMail(_) | MailEdit::UnseenCount(_)
    )
}

fn has_mailbox(
    world: &World,
    (place, group): (usize, &Group),
    writing: &Writing<'_>,
) -> Result<(), ODataError> {
    if !group.unified {
        return Err(ODataError::bad_request(
            "The requested operation is supported for Microsoft 365 groups only.",
        ));
    }
    if world.provisioned(place, Part::Mailbox, writing.now()) {
        Ok(())
    } else {
        Err(ODataError::no_mailbox())
    }
}

/// An edit that switches something on or off.
type Flag = fn(bool) -> MailEdit;

fn edits(sent: &Sent) -> Result<Vec<MailEdit>, ODataError> {
    let flags: [(&str, Flag); 5] = [
        ("allowExternalSenders", MailEdit::AllowExternalSenders),
        ("autoSubscribeNewMembers", MailEdit::AutoSubscribeNewMembers),
        ("hideFromAddressLists", MailEdit::HideFromAddressLists),
        ("hideFromOutlookClients", MailEdit::HideFromOutlookClients),
        ("isSubscribedByMail", MailEdit::IsSubscribedByMail),
    ];
    let mut edits = Vec::new();
    for (name, edit) in flags {
        edits.extend(sent.flag(name)?.map(edit));
    }
    if let Some(count) = sent.value("unseenCount") {
        let count = count.as_i64().and_then(|count| i32::try_from(count).ok());
        let count = count.filter(|count| *count >= 0);
        let count = count.ok_or_else(|| ODataError::invalid_value("unseenCount"))?;
        edits.push(MailEdit::UnseenCount(count));
    }
    Ok(edits)
}
