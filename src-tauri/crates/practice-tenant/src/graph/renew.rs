//! Renewing: the lifetime counts from now (group-renew.md).

use http::StatusCode;

use super::Answer;
use super::access::{Caller, RENEW};
use crate::odata::ODataError;
use crate::tenant::Tenant;
use crate::world::Change;

/// `POST /groups/{id}/renew`, by an owner or an administrator.
pub(super) fn renew(tenant: &Tenant, caller: &Caller, id: &str) -> Result<Answer, ODataError> {
    caller.require(RENEW)?;
    let change = {
        let world = tenant.world();
        let place = world
            .group_index(id)
            .ok_or_else(|| ODataError::not_found(id))?;
        let group = &world.groups[place];
        if !caller.may_manage(group) {
            return Err(ODataError::denied());
        }
        if !group.unified {
            return Err(ODataError::bad_request(
                "The group is not covered by a group lifecycle policy.",
            ));
        }
        Change::Renew {
            group: group.id.clone(),
            user: caller.user_id.clone(),
            at: tenant.now(),
        }
    };
    tenant.write(change)?;
    Ok(Answer::empty(StatusCode::NO_CONTENT))
}
