//! Renewing: the lifetime counts from now (group-renew.md).

use super::Answer;
use super::access::RENEW;
use super::writing::Writing;
use crate::odata::ODataError;
use crate::world::Change;

/// `POST /groups/{id}/renew`, by an owner or an administrator.
pub(super) fn renew(writing: &Writing<'_>, id: &str) -> Result<Answer, ODataError> {
    writing.caller.require(RENEW)?;
    writing.done(|world| {
        let (_, group) = writing.managed(world, id)?;
        if !group.unified {
            return Err(ODataError::bad_request(
                "The group is not covered by a group lifecycle policy.",
            ));
        }
        Ok(Change::Renew {
            group: group.id.clone(),
            user: writing.user(),
            at: writing.now(),
        })
    })
}
