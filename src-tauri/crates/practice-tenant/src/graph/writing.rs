//! A call that writes: who makes it, what it found, and the one step in which
//! it decides and writes, so that nothing is written in between.

use http::StatusCode;

use super::access::Caller;
use super::sent::Sent;
use super::{Answer, Call, Reading};
use crate::odata::ODataError;
use crate::tenant::Tenant;
use crate::world::{Change, Group, Life, World};
use jiff::Timestamp;

/// A call that writes.
pub(crate) struct Writing<'a> {
    pub(super) tenant: &'a Tenant,
    pub(super) caller: &'a Caller,
    pub(super) call: &'a Call,
}

impl Writing<'_> {
    pub(super) fn now(&self) -> Timestamp {
        self.tenant.now()
    }

    /// Who writes, for the record.
    pub(super) fn user(&self) -> String {
        self.caller.user_id.clone()
    }

    /// Decides on the world as it is and writes what was decided.
    pub(super) fn write(
        &self,
        decide: impl FnOnce(&World) -> Result<Change, ODataError>,
    ) -> Result<Change, ODataError> {
        self.tenant.decide(decide)
    }

    /// The same, answered with 204 and no body.
    pub(super) fn done(
        &self,
        decide: impl FnOnce(&World) -> Result<Change, ODataError>,
    ) -> Result<Answer, ODataError> {
        self.write(decide)?;
        Ok(Answer::empty(StatusCode::NO_CONTENT))
    }

    /// A group that is there, as far as the service has heard of it yet.
    pub(super) fn group<'w>(
        &self,
        world: &'w World,
        id: &str,
    ) -> Result<(usize, &'w Group), ODataError> {
        let now = self.now();
        let place = world.group_index(id);
        let live = place.filter(|place| world.life(*place, now) == Life::Live);
        let place = live.ok_or_else(|| ODataError::not_found(id))?;
        let group = &world.groups[place];
        let heard = now.checked_sub(self.tenant.behavior().lag(false));
        if heard.is_ok_and(|at| group.seen(at).is_none()) {
            return Err(ODataError::not_found(id));
        }
        Ok((place, group))
    }

    /// A group that is there and that the caller may manage.
    pub(super) fn managed<'w>(
        &self,
        world: &'w World,
        id: &str,
    ) -> Result<(usize, &'w Group), ODataError> {
        let found = self.group(world, id)?;
        if self.caller.may_manage(found.1) {
            Ok(found)
        } else {
            Err(ODataError::denied())
        }
    }

    /// The same call as one that reads, to show what it wrote.
    pub(super) fn reading<'w>(&'w self, world: &'w World) -> Reading<'w> {
        Reading {
            tenant: self.tenant,
            world,
            caller: self.caller,
            call: self.call,
        }
    }

    /// What the client sent as the body.
    pub(super) fn sent(&self) -> Result<Sent, ODataError> {
        Sent::read(self.call)
    }
}

/// Groups that are kept elsewhere are not changed here.
pub(super) fn refuse_kept_elsewhere(group: &Group) -> Result<(), ODataError> {
    if group.synced {
        return Err(ODataError::bad_request(
            "Unable to update the specified properties for on-premises mastered Directory Sync objects or objects currently undergoing migration.",
        ));
    }
    if group.mail_enabled && !group.unified {
        return Err(ODataError::bad_request(
            "Cannot Update a mail-enabled security groups and or distribution list.",
        ));
    }
    Ok(())
}
