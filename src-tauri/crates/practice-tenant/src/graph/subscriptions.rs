//! What each person does about a group's mail (group-subscribebymail.md,
//! group-unsubscribebymail.md, group-resetunseencount.md). Repeating it does no
//! harm.

use super::Answer;
use super::access::FAVORITE;
use super::contents::{Area, may_read};
use super::writing::Writing;
use crate::odata::ODataError;
use crate::world::{Change, Part};

/// What is to be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mail {
    Subscribe,
    Unsubscribe,
    ResetUnseenCount,
}

/// `POST /groups/{id}/subscribeByMail` and the others, by who can read the
/// group's conversations.
pub(super) fn set(writing: &Writing<'_>, id: &str, mail: Mail) -> Result<Answer, ODataError> {
    writing.caller.require(FAVORITE)?;
    writing.write(|world| {
        let (place, group) = writing.group(world, id)?;
        if !world.provisioned(place, Part::Mailbox, writing.now()) {
            return Err(ODataError::no_mailbox());
        }
        if !may_read(writing.caller, group) {
            return Err(Area::Conversations.denied());
        }
        Ok(change(writing, group.id.clone(), mail))
    })?;
    Ok(Answer::action(writing.call.prefers("return=minimal")))
}

fn change(writing: &Writing<'_>, group: String, mail: Mail) -> Change {
    let (user, at) = (writing.user(), writing.now());
    match mail {
        Mail::ResetUnseenCount => Change::Seen { group, user, at },
        Mail::Subscribe | Mail::Unsubscribe => Change::Subscription {
            group,
            user,
            subscribed: mail == Mail::Subscribe,
            at,
        },
    }
}
