//! The evidence beside a decision.

use app_core::Core;
use ipc_contract::commands as contract;
use tauri::State;

use super::{Outcome, Request};

/// See [`contract::EvidenceGet`].
#[tauri::command]
pub async fn evidence_get(
    core: State<'_, Core>,
    request: Request<contract::EvidenceGet>,
) -> Outcome<contract::EvidenceGet> {
    Ok(core.evidence(&request).await?)
}
