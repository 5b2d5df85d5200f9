//! What a group says: its conversations and their posts.

use app_core::Core;
use ipc_contract::commands as contract;
use tauri::State;

use super::{Outcome, Request};

/// See [`contract::ConversationsList`].
#[tauri::command]
pub async fn conversations_list(
    core: State<'_, Core>,
    request: Request<contract::ConversationsList>,
) -> Outcome<contract::ConversationsList> {
    Ok(core.conversations(&request).await?)
}

/// See [`contract::ConversationGet`].
#[tauri::command]
pub async fn conversation_get(
    core: State<'_, Core>,
    request: Request<contract::ConversationGet>,
) -> Outcome<contract::ConversationGet> {
    Ok(core.conversation(&request).await?)
}

/// See [`contract::PostsLoad`].
#[tauri::command]
pub async fn posts_load(
    core: State<'_, Core>,
    request: Request<contract::PostsLoad>,
) -> Outcome<contract::PostsLoad> {
    Ok(core.posts(&request).await?)
}

/// See [`contract::RemoteImagesSet`].
#[tauri::command]
pub async fn remote_images_set(
    core: State<'_, Core>,
    request: Request<contract::RemoteImagesSet>,
) -> Outcome<contract::RemoteImagesSet> {
    Ok(core.set_remote_images(&request).await?)
}

/// See [`contract::AttachmentSave`].
#[tauri::command]
pub async fn attachment_save(
    core: State<'_, Core>,
    request: Request<contract::AttachmentSave>,
) -> Outcome<contract::AttachmentSave> {
    Ok(core.save_attachment(&request).await?)
}

/// See [`contract::ThreadLock`].
#[tauri::command]
pub async fn thread_lock(
    core: State<'_, Core>,
    request: Request<contract::ThreadLock>,
) -> Outcome<contract::ThreadLock> {
    Ok(core.lock_thread(&request).await?)
}

/// See [`contract::ThreadDelete`].
#[tauri::command]
pub async fn thread_delete(
    core: State<'_, Core>,
    request: Request<contract::ThreadDelete>,
) -> Outcome<contract::ThreadDelete> {
    Ok(core.delete_thread(&request).await?)
}

/// See [`contract::ConversationDelete`].
#[tauri::command]
pub async fn conversation_delete(
    core: State<'_, Core>,
    request: Request<contract::ConversationDelete>,
) -> Outcome<contract::ConversationDelete> {
    Ok(core.delete_conversation(&request).await?)
}

/// See [`contract::MailSubscribe`].
#[tauri::command]
pub async fn mail_subscribe(
    core: State<'_, Core>,
    request: Request<contract::MailSubscribe>,
) -> Outcome<contract::MailSubscribe> {
    Ok(core.subscribe(&request).await?)
}

/// See [`contract::UnseenReset`].
#[tauri::command]
pub async fn unseen_reset(
    core: State<'_, Core>,
    request: Request<contract::UnseenReset>,
) -> Outcome<contract::UnseenReset> {
    Ok(core.reset_unseen(&request.group_id).await?)
}

/// See [`contract::RecipientsRead`].
#[tauri::command]
pub async fn recipients_read(
    core: State<'_, Core>,
    request: Request<contract::RecipientsRead>,
) -> Outcome<contract::RecipientsRead> {
    Ok(core.recipients(&request))
}
