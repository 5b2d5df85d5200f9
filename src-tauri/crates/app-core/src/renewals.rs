//! Renewing a group: sent once, read back, and only then called confirmed.

use cache::{GroupRecord, Relation};
use graph_client::GraphClient;
use graph_client::models::{Group, GroupId};
use graph_client::resources::group::Renewal;
use identity::permissions::Step;
use ipc_contract::events::Tag;
use ipc_contract::groups::{Certainty, RenewOutcome};

use serde_json::json;

use crate::changes::Op;
use crate::groups::Known;
use crate::session::ActiveSession;
use crate::{Core, CoreError};

impl Core {
    /// Renews a group and reads it again. Somebody else, or activity in the group, may have renewed it
    /// since it was last read; so it is read just before, and only a later date than that confirms.
    ///
    /// # Errors
    /// When the group cannot be read (then nothing was sent), when the service refuses, or when the answer was lost and reading the group did not tell
    /// whether it was renewed ([`CoreError::OutcomeUnknown`]).
    pub async fn renew(&self, group_id: &str) -> Result<RenewOutcome, CoreError> {
        let session = self.session()?;
        session.require(Step::Manage)?;
        let id = GroupId::parse(group_id).map_err(|_| CoreError::invalid("groupId"))?;
        let client = session.client(self.host()).await?;
        // The group itself, as it is now: somebody else, or its own activity, may have renewed it meanwhile.
        let before = client.group(&id).get().await?;
        let dates = json!({
            "renewedDateTime": before.renewed_date_time,
            "expirationDateTime": before.expiration_date_time,
        });
        let item = self
            .change_one(&session, Op::RenewGroup, &before, Some(dates))
            .await?;
        let renewal = read_back(&client, &before).await;
        let renewed = Some(&renewal.group).filter(|_| renewal.confirmed);
        self.put_down_renewal(&session, (&item.job_id, item.index), &before, renewed)
            .await?;
        let outcome = keep(&session, &before, renewal).await?;
        self.changed(&[Tag::Groups]);
        Ok(outcome)
    }
}

/// The renewal was accepted: that it cannot be read back leaves it unconfirmed, and makes it no failure.
async fn read_back(client: &GraphClient, before: &Group) -> Renewal {
    match client
        .group(&before.id)
        .confirm_renewal(before.renewed_date_time)
        .await
    {
        Ok(renewal) => renewal,
        Err(error) => {
            tracing::warn!(%error, "a renewal was accepted and could not be read back");
            Renewal {
                group: before.clone(),
                confirmed: false,
            }
        }
    }
}

async fn keep(
    session: &ActiveSession,
    before: &Group,
    renewal: Renewal,
) -> Result<RenewOutcome, CoreError> {
    let Renewal { group, confirmed } = renewal;
    let summary = session
        .cached(move |cache| {
            let relation = cache
                .group(&group.id)?
                .map_or(Relation::default(), |known| known.relation);
            let record = GroupRecord { group, relation };
            if relation != Relation::default() {
                cache.put_group(&record)?;
            }
            Ok(Known::read(cache)?.summary(&record))
        })
        .await?;
    Ok(RenewOutcome {
        group: summary,
        expired_before: before.expiration_date_time,
        certainty: if confirmed {
            Certainty::Confirmed
        } else {
            Certainty::Sent
        },
    })
}
