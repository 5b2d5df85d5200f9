//! A group's calendar: what is in it, one event of it, and what there is to know before an event is saved.
//!
//! Deliberately elsewhere: expanding recurrences (the service does that), how events travel (`graph-client`), how
//! a change is run and recorded (`changes`), files of events (`export`).

mod body;
mod changing;
mod check;
mod event;
mod kept;
mod range;
pub(crate) mod recurrence;
pub(crate) mod recurs;
pub(crate) mod shown;
mod whole;
pub(crate) mod written;
pub(crate) mod zones;

use graph_client::models::GroupId;
use identity::permissions::Step;
use ipc_contract::calendar::{EventCheckRequest, EventChecked};

pub(crate) use kept::Calendars;
pub(crate) use range::Range;

use crate::session::ActiveSession;
use crate::{Core, CoreError};

impl Core {
    /// What there is to know about an event before it is saved. Nothing is asked of the service.
    ///
    /// # Errors
    /// When nobody is signed in.
    pub async fn check_event(
        &self,
        request: &EventCheckRequest,
    ) -> Result<EventChecked, CoreError> {
        let session = self.session()?;
        let now = session.service_now(self.now());
        Ok(check::checked(&request.event, now))
    }

    /// Whether the person may change a group's calendar: owners may, and members unless the group keeps it for
    /// its owners. What is not known is left to the service.
    pub(crate) async fn may_change_calendar(
        &self,
        session: &ActiveSession,
        id: &GroupId,
    ) -> Result<bool, CoreError> {
        if session.require(Step::Manage).is_err() {
            return Ok(false);
        }
        let wanted = id.clone();
        let known = session
            .cached(move |cache| Ok(cache.group(&wanted)?))
            .await?;
        let relation = known.map(|known| known.relation).unwrap_or_default();
        if relation.owned {
            return Ok(true);
        }
        let details = self.known_details(session, id).await?;
        let kept = details.is_some_and(|known| known.keeps_calendar_for_owners());
        Ok(relation.member && !kept)
    }
}

pub(crate) fn group_id(group_id: &str) -> Result<GroupId, CoreError> {
    GroupId::parse(group_id).map_err(|_| CoreError::invalid("groupId"))
}
