//! Changes of conversations and of how the person follows them.
//!
//! Deleting is recorded as every change of a group is. Locking, following and seeing are the person's daily
//! handling, which no record is kept of. Deliberately elsewhere: what is written (`drafts`, `sending`).

use graph_client::GraphError;
use graph_client::models::GroupId;
use graph_client::resources::GroupRequests;
use identity::permissions::Step;
use ipc_contract::conversations::{
    ConversationRequest, LockRequest, RemoteImagesRequest, SubscribeRequest, ThreadRequest,
};
use ipc_contract::events::Tag;
use ledger::{Note, NoteKind};
use serde_json::{Value, json};

use super::posts::{place, thread};
use super::{conversation_id, group_id};
use crate::changes::Op;
use crate::session::ActiveSession;
use crate::{Core, CoreError};

impl ActiveSession {
    /// Whether remote images of posts are loaded in a group.
    pub(super) async fn remote_images(&self, group: &GroupId) -> Result<bool, CoreError> {
        let key = group.to_string();
        let notes = self.recorded(|ledger| ledger.notes(NoteKind::RemoteImages));
        Ok(notes
            .await?
            .get(&key)
            .and_then(Value::as_bool)
            .unwrap_or_default())
    }
}

impl Core {
    /// Loads remote images of posts in a group from now on, or no longer.
    ///
    /// # Errors
    /// When that cannot be kept.
    pub async fn set_remote_images(&self, request: &RemoteImagesRequest) -> Result<(), CoreError> {
        let session = self.session()?;
        let note = Note {
            kind: NoteKind::RemoteImages,
            key: group_id(&request.group_id)?.to_string(),
            value: json!(request.load),
        };
        session
            .recorded(move |ledger| ledger.append(&[], &[note]).map(drop))
            .await?;
        self.changed(&[Tag::Conversations]);
        Ok(())
    }

    /// Closes a thread to replies, or opens it again. After a lost answer the thread is read.
    ///
    /// # Errors
    /// When the service refuses; [`CoreError::OutcomeUnknown`] when reading did not tell either.
    pub async fn lock_thread(&self, request: &LockRequest) -> Result<(), CoreError> {
        let session = self.session()?;
        session.require(Step::Manage)?;
        let of = place(&request.thread)?;
        let client = session.client(self.host()).await?;
        let requests = thread(&client, &of);
        match requests.set_locked(request.locked).await {
            Err(error) if error.outcome_unknown() => {
                let now = requests
                    .get()
                    .await
                    .ok()
                    .and_then(|thread| thread.is_locked);
                if now != Some(request.locked) {
                    return Err(CoreError::OutcomeUnknown(error));
                }
            }
            other => other?,
        }
        session
            .conversations
            .forget_threads(&of.0, &request.thread.conversation_id);
        self.changed(&[Tag::Conversations]);
        Ok(())
    }

    /// Deletes a thread with all its posts, for good.
    ///
    /// # Errors
    /// [`CoreError::NotDone`] with what stood against it.
    pub async fn delete_thread(&self, request: &ThreadRequest) -> Result<(), CoreError> {
        let (group, thread) = place(request)?;
        let op = Op::DeleteThread {
            thread_id: thread.to_string(),
        };
        self.delete_of(&group, &request.conversation_id, op).await
    }

    /// Deletes a conversation with all its posts, for good.
    ///
    /// # Errors
    /// [`CoreError::NotDone`] with what stood against it.
    pub async fn delete_conversation(
        &self,
        request: &ConversationRequest,
    ) -> Result<(), CoreError> {
        let group = group_id(&request.group_id)?;
        let id = conversation_id(&request.conversation_id)?;
        let op = Op::DeleteConversation {
            conversation_id: id.to_string(),
        };
        self.delete_of(&group, id.as_str(), op).await
    }

    async fn delete_of(&self, id: &GroupId, conversation: &str, op: Op) -> Result<(), CoreError> {
        let session = self.session()?;
        session.require(Step::Manage)?;
        let group = self.group_named(&session, id).await?;
        let now = session.service_now(self.now());
        let known = session.conversations.threads(id, conversation, now);
        let topic = known.map(|(known, _)| json!({ "topic": known.conversation.topic }));
        self.change_one(&session, op, &group, topic).await?;
        session.conversations.forget_threads(id, conversation);
        session.conversations.forget_list(id);
        self.changed(&[Tag::Conversations]);
        Ok(())
    }

    /// Gets a group's mail in the person's own inbox, or no longer. Asking for it twice does no harm: a lost
    /// answer is asked for once more.
    ///
    /// # Errors
    /// When the service refuses.
    pub async fn subscribe(&self, request: &SubscribeRequest) -> Result<(), CoreError> {
        let (session, id) = self.following(&request.group_id)?;
        let client = session.client(self.host()).await?;
        let handling = match request.subscribed {
            true => Handling::Subscribe,
            false => Handling::Unsubscribe,
        };
        handling.send(&client.group(&id)).await?;
        self.followed(&session, &id);
        Ok(())
    }

    /// Takes all posts of a group as seen. Twice does no harm, as with [`Core::subscribe`].
    ///
    /// # Errors
    /// When the service refuses.
    pub async fn reset_unseen(&self, id: &str) -> Result<(), CoreError> {
        let (session, id) = self.following(id)?;
        let client = session.client(self.host()).await?;
        Handling::Seen.send(&client.group(&id)).await?;
        self.followed(&session, &id);
        Ok(())
    }

    fn following(&self, id: &str) -> Result<(std::sync::Arc<ActiveSession>, GroupId), CoreError> {
        let session = self.session()?;
        session.require(Step::Manage)?;
        Ok((session, group_id(id)?))
    }

    fn followed(&self, session: &ActiveSession, id: &GroupId) {
        session.conversations.forget_list(id);
        self.changed(&[Tag::Conversations, Tag::Details]);
    }
}

/// What does no harm when it arrives twice.
#[derive(Debug, Clone, Copy)]
enum Handling {
    Subscribe,
    Unsubscribe,
    Seen,
}

impl Handling {
    /// Sends it, and once more when the answer was lost.
    async fn send(self, group: &GroupRequests<'_>) -> Result<(), CoreError> {
        match self.once(group).await {
            Err(error) if error.outcome_unknown() => match self.once(group).await {
                Err(again) if again.outcome_unknown() => Err(CoreError::OutcomeUnknown(again)),
                other => Ok(other?),
            },
            other => Ok(other?),
        }
    }

    async fn once(self, group: &GroupRequests<'_>) -> Result<(), GraphError> {
        match self {
            Self::Subscribe => group.subscribe_by_mail().await,
            Self::Unsubscribe => group.unsubscribe_by_mail().await,
            Self::Seen => group.reset_unseen_count().await,
        }
    }
}
