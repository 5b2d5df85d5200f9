//! Plans that concern groups as a whole: renewing, deleting, bringing back, deleting for good.

use std::collections::HashMap;

use graph_client::models::GroupId;
use ipc_contract::jobs::Reason;
use serde_json::json;

use super::Planning;
use crate::CoreError;
use crate::changes::draft::{About, Draft};
use crate::changes::facts::{Need, group_ids};
use crate::changes::op::Op;
use crate::deleted::is_over;

impl Planning<'_> {
    pub(super) async fn renew(&self, ids: &[String]) -> Result<Draft, CoreError> {
        let mut draft = Draft::default();
        for group in self.whole(ids).await? {
            let before = json!({
                "renewedDateTime": group.group.renewed_date_time,
                "expirationDateTime": group.group.expiration_date_time,
            });
            let about = About {
                before: Some(before),
                ..About::default()
            };
            draft.plan(Op::RenewGroup, &group, about);
        }
        Ok(draft)
    }

    pub(super) async fn delete(&self, ids: &[String]) -> Result<Draft, CoreError> {
        let mut draft = Draft::default();
        for group in self.whole(ids).await? {
            draft.plan(Op::DeleteGroup, &group, About::default());
        }
        Ok(draft)
    }

    async fn whole(
        &self,
        ids: &[String],
    ) -> Result<Vec<crate::changes::facts::GroupFacts>, CoreError> {
        self.core
            .facts(self.session, self.client, group_ids(ids)?, Need::default())
            .await
    }

    pub(super) async fn restore(&self, ids: &[String]) -> Result<Draft, CoreError> {
        self.deleted(ids, &Op::RestoreGroup).await
    }

    pub(super) async fn purge(&self, ids: &[String]) -> Result<Draft, CoreError> {
        self.deleted(ids, &Op::PurgeGroup).await
    }

    async fn deleted(&self, ids: &[String], op: &Op) -> Result<Draft, CoreError> {
        let known: HashMap<GroupId, _> = self
            .core
            .known_deleted(self.session)
            .await?
            .into_iter()
            .map(|deleted| (deleted.group.id.clone(), deleted))
            .collect();
        let now = self.session.service_now(self.core.now());
        let mut draft = Draft::default();
        for id in group_ids(ids)? {
            let deleted = match known.get(&id) {
                Some(deleted) => deleted.clone(),
                None => self.client.deleted_groups().get(&id).await?,
            };
            let name = deleted.group.display_name.clone().unwrap_or_default();
            if is_over(&deleted, now) {
                draft.leave_out(&name, None, Reason::RestoreWindowOver);
            } else {
                draft.add(op.clone(), id.as_str(), &name, About::default());
            }
        }
        Ok(draft)
    }
}
