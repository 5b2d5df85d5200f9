//! From what a person asks for to the items that do it. Nothing is written here.
//!
//! Deliberately elsewhere: how items are sent (`executor`), which travel together (`lanes`).

mod create;
mod favorites;
mod hand_over;
mod owned;
mod people;
mod policies;
mod properties;
mod whole;

use std::sync::Arc;

use graph_client::GraphClient;
use ipc_contract::jobs::ChangeRequest;

use super::draft::Draft;
use crate::session::ActiveSession;
use crate::{Core, CoreError};

/// What planning needs at hand.
pub(crate) struct Planning<'a> {
    pub(crate) core: &'a Core,
    pub(crate) session: &'a Arc<ActiveSession>,
    pub(crate) client: &'a GraphClient,
}

impl Planning<'_> {
    /// The items that `request` comes to.
    pub(crate) async fn draft(&self, request: &ChangeRequest) -> Result<Draft, CoreError> {
        match request {
            ChangeRequest::CreateGroup { group } => self.create(group),
            ChangeRequest::UpdateGroups { group_ids, changes } => {
                self.update(group_ids, changes).await
            }
            ChangeRequest::DeleteGroups { group_ids } => self.delete(group_ids).await,
            ChangeRequest::RestoreGroups { group_ids } => self.restore(group_ids).await,
            ChangeRequest::PurgeGroups { group_ids } => self.purge(group_ids).await,
            ChangeRequest::RenewGroups { group_ids } => self.renew(group_ids).await,
            ChangeRequest::SetFavorites { group_ids, marked } => {
                self.set_favorites(group_ids, *marked).await
            }
            ChangeRequest::AddPeople {
                group_ids,
                people,
                role,
            } => self.add_people(group_ids, people, *role).await,
            ChangeRequest::AddChecked { check_id, choices } => {
                self.add_checked(check_id, choices).await
            }
            ChangeRequest::RemovePeople {
                group_ids,
                people,
                role,
            } => self.remove_people(group_ids, people, *role).await,
            ChangeRequest::CopyPeople { from_id, to_id } => self.copy_people(from_id, to_id).await,
            ChangeRequest::HandOver {
                from,
                to,
                remove_membership,
            } => self.hand_over(from, to, *remove_membership).await,
            ChangeRequest::PolicyExpiration { before, after } => {
                self.policy_expiration(before.as_ref(), after.as_ref())
                    .await
            }
            ChangeRequest::PolicySelection {
                policy_id,
                group_ids,
                covered,
            } => self.policy_selection(policy_id, group_ids, *covered).await,
            ChangeRequest::PolicySettings {
                template_id,
                group_id,
                before,
                after,
            } => {
                let (before, after) = (before.as_deref(), after.as_deref());
                self.policy_settings(template_id, group_id.as_deref(), before, after)
                    .await
            }
        }
    }
}
