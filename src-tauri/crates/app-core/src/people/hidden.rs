//! Groups with hidden membership: without a permission of its own, and to who is not in them, their
//! members read as empty. That is no answer, and is not kept as one.

use graph_client::GraphClient;
use graph_client::models::{GroupId, Visibility};
use identity::permissions::Step;
use ipc_contract::people::HiddenMembers;

use super::known::KnownPeople;
use crate::session::ActiveSession;
use crate::{Core, CoreError};

impl Core {
    /// Whether an empty list of members can be believed.
    ///
    /// # Errors
    /// [`CoreError::PermissionMissing`] when the membership is hidden and may not be read.
    pub(super) async fn require_members(
        &self,
        session: &ActiveSession,
        client: &GraphClient,
        id: &GroupId,
    ) -> Result<(), CoreError> {
        let Err(missing) = session.require(Step::Hidden) else {
            return Ok(());
        };
        let visibility = match self.known_visibility(session, id).await? {
            Some((visibility, _)) => visibility,
            None => client.group(id).get().await?.visibility,
        };
        match visibility {
            Some(Visibility::HiddenMembership) => Err(missing),
            _ => Ok(()),
        }
    }

    /// Why a group's members are not told; `None` when they are.
    pub(super) async fn hidden_members(
        &self,
        session: &ActiveSession,
        id: &GroupId,
        known: &KnownPeople,
    ) -> Result<Option<HiddenMembers>, CoreError> {
        if !known.members().is_empty() {
            return Ok(None);
        }
        let Some((Some(Visibility::HiddenMembership), inside)) =
            self.known_visibility(session, id).await?
        else {
            return Ok(None);
        };
        Ok(match session.require(Step::Hidden) {
            Err(_) => Some(HiddenMembers::PermissionMissing),
            Ok(()) if inside || session.is_administrator() => None,
            Ok(()) => Some(HiddenMembers::NotInGroup),
        })
    }

    /// Who sees a group, as it was last read, and whether the person is in it.
    async fn known_visibility(
        &self,
        session: &ActiveSession,
        id: &GroupId,
    ) -> Result<Option<(Option<Visibility>, bool)>, CoreError> {
        let wanted = id.clone();
        let record = session
            .cached(move |cache| Ok(cache.group(&wanted)?))
            .await?;
        Ok(match record {
            Some(record) => {
                let inside = record.relation.owned || record.relation.member;
                Some((record.group.visibility, inside))
            }
            None => {
                let known = self.known_details(session, id).await?;
                known.map(|known| (known.visibility().cloned(), false))
            }
        })
    }
}
