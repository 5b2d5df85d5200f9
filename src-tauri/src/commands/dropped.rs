//! What was dropped on the window.

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use ipc_contract::commands as contract;
use ipc_contract::dropped::DroppedContent;
use tauri::State;

use super::{Outcome, Request};
use crate::dropped::Dropped;

/// See [`contract::DroppedRead`].
#[tauri::command]
pub async fn dropped_read(
    dropped: State<'_, Dropped>,
    request: Request<contract::DroppedRead>,
) -> Outcome<contract::DroppedRead> {
    let bytes = dropped.read(request.drop_id, request.index).await?;
    Ok(DroppedContent {
        content: BASE64_STANDARD.encode(bytes),
    })
}
