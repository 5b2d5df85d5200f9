//! Where the evidence that is put down beside a decision comes from.

use std::collections::HashMap;

use cache::DocumentKind;
use graph_client::models::GroupId;
use ipc_contract::evidence::Evidence;

use crate::session::ActiveSession;
use crate::{Core, CoreError};

impl Core {
    /// The evidence about these groups that was read last, as it lies on this machine; nothing is asked of the
    /// service. A group of which none was read is left out, and so is what cannot be read: a decision does not
    /// fail for want of what stood beside it.
    pub(crate) async fn evidence_at_hand(
        &self,
        session: &ActiveSession,
        ids: &[GroupId],
    ) -> HashMap<GroupId, Evidence> {
        match last_known(session, ids.to_vec()).await {
            Ok(evidence) => evidence,
            Err(error) => {
                tracing::warn!(%error, "the evidence at hand could not be read");
                HashMap::new()
            }
        }
    }
}

async fn last_known(
    session: &ActiveSession,
    ids: Vec<GroupId>,
) -> Result<HashMap<GroupId, Evidence>, CoreError> {
    session
        .cached(move |cache| {
            let mut evidence = HashMap::new();
            for id in ids {
                let kept = cache.document::<Evidence>(DocumentKind::Evidence, id.as_str())?;
                evidence.extend(kept.map(|kept| (id, kept.value)));
            }
            Ok(evidence)
        })
        .await
}
