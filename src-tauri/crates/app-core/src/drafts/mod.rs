//! What the person is writing in groups: kept on this machine from the first word until it is delivered.
//!
//! Owns the words and files of drafts, and what may be done to them in which state. `sending` sends them,
//! `look_up` finds out what became of what was sent. Deliberately elsewhere: how they are kept (crate `jobs`),
//! what has been delivered (`conversations`).

mod look_up;
mod sending;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use graph_client::models::GroupId;
use graph_client::resources::posts::MAX_ATTACHED_BYTES;
use ipc_contract::conversations::{
    Draft, DraftAttachRequest, DraftAttachment, DraftDetachRequest, DraftList, DraftPurpose,
    DraftRequest, DraftSaveRequest, DraftState, DraftWords,
};
use ipc_contract::error::{CommandError, ErrorCode};
use ipc_contract::events::Tag;
use jobs::{DraftFile, DraftRecord, DraftStage};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::session::ActiveSession;
use crate::{Core, CoreError};
pub(crate) use look_up::LookUps;

/// More characters are no message of a person's, and the service would refuse them.
const LONGEST_BODY: usize = 2_000_000;
/// The service's limit for what a conversation is about.
const LONGEST_TOPIC: usize = 255;

/// What a draft says and is to become, as the journal keeps it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Content {
    purpose: DraftPurpose,
    words: DraftWords,
}

impl Core {
    /// Everything that is being written or on its way, in all groups; what may have been sent is looked up.
    ///
    /// # Errors
    /// When the journal cannot be read.
    pub async fn drafts(&self) -> Result<DraftList, CoreError> {
        let session = self.session()?;
        let drafts = self.drafts_in(&session, None).await?;
        self.look_up_drafts(&session, &drafts);
        Ok(DraftList { drafts })
    }

    /// What is being written in a group, or on its way there; what may have been sent is looked up.
    pub(crate) async fn drafts_of_group(
        &self,
        session: &std::sync::Arc<ActiveSession>,
        group: &GroupId,
    ) -> Result<Vec<Draft>, CoreError> {
        let drafts = self.drafts_in(session, Some(group)).await?;
        self.look_up_drafts(session, &drafts);
        Ok(drafts)
    }

    async fn drafts_in(
        &self,
        session: &ActiveSession,
        group: Option<&GroupId>,
    ) -> Result<Vec<Draft>, CoreError> {
        let group = group.map(|group| group.as_str().to_owned());
        let kept = session
            .journalled(move |journal| journal.drafts(group.as_deref()))
            .await?;
        Ok(kept.into_iter().filter_map(shown).collect())
    }

    /// Keeps a draft as it stands. One that is on its way stays as it was sent.
    ///
    /// # Errors
    /// When it is longer than any message, or the journal cannot be written.
    pub async fn save_draft(&self, request: &DraftSaveRequest) -> Result<Draft, CoreError> {
        let session = self.session()?;
        let group = GroupId::parse(&request.group_id).map_err(|_| CoreError::invalid("groupId"))?;
        Uuid::parse_str(&request.draft_id).map_err(|_| CoreError::invalid("draftId"))?;
        if request.words.body.len() > LONGEST_BODY {
            return Err(CoreError::TooLarge {
                field: "body",
                most: LONGEST_BODY as u64,
            });
        }
        let content = Content {
            purpose: request.purpose.clone(),
            words: request.words.clone(),
        };
        let content = serde_json::to_string(&content).map_err(CoreError::internal)?;
        let (id, now) = (request.draft_id.clone(), self.now());
        session
            .journalled(move |journal| journal.save_draft(&id, group.as_str(), &content, now))
            .await?;
        self.draft_by_id(&session, &request.draft_id).await
    }

    /// Adds a file to a draft.
    ///
    /// # Errors
    /// [`CoreError::TooLarge`] when all files together are more than one message takes, with nothing added.
    pub async fn attach_to_draft(&self, request: &DraftAttachRequest) -> Result<Draft, CoreError> {
        let session = self.session()?;
        let bytes = STANDARD
            .decode(&request.content)
            .map_err(|_| CoreError::invalid("content"))?;
        let draft = self.draft_by_id(&session, &request.draft_id).await?;
        let attached: u64 = draft.attachments.iter().map(|file| file.size).sum();
        let size = bytes.len() as u64;
        if attached + size > MAX_ATTACHED_BYTES as u64 {
            return Err(CoreError::TooLarge {
                field: "content",
                most: MAX_ATTACHED_BYTES as u64,
            });
        }
        let file = DraftFile {
            id: Uuid::new_v4().to_string(),
            name: request.name.clone(),
            content_type: request.content_type.clone(),
            size,
        };
        let id = request.draft_id.clone();
        let added = session
            .journalled(move |journal| journal.attach(&id, &file, &bytes))
            .await?;
        if !added {
            return Err(CoreError::DraftOnItsWay);
        }
        self.draft_by_id(&session, &request.draft_id).await
    }

    /// Takes a file from a draft.
    ///
    /// # Errors
    /// [`CoreError::DraftOnItsWay`] when it is being sent, or was.
    pub async fn detach_from_draft(
        &self,
        request: &DraftDetachRequest,
    ) -> Result<Draft, CoreError> {
        let session = self.session()?;
        let (id, file) = (request.draft_id.clone(), request.attachment_id.clone());
        let taken = session
            .journalled(move |journal| journal.detach(&id, &file))
            .await?;
        if !taken {
            return Err(CoreError::DraftOnItsWay);
        }
        self.draft_by_id(&session, &request.draft_id).await
    }

    /// Throws a draft away. One that was sent is only no longer followed.
    ///
    /// # Errors
    /// [`CoreError::DraftOnItsWay`] while it is being sent.
    pub async fn delete_draft(&self, request: &DraftRequest) -> Result<(), CoreError> {
        let session = self.session()?;
        let id = request.draft_id.clone();
        let gone = session
            .journalled(move |journal| journal.remove_draft(&id))
            .await?;
        if !gone {
            return Err(CoreError::DraftOnItsWay);
        }
        self.changed(&[Tag::Drafts, Tag::Conversations]);
        Ok(())
    }

    async fn draft_by_id(&self, session: &ActiveSession, id: &str) -> Result<Draft, CoreError> {
        let id = id.to_owned();
        let kept = session
            .journalled(move |journal| journal.draft(&id))
            .await?;
        kept.and_then(shown).ok_or(CoreError::invalid("draftId"))
    }
}

/// A draft as the window shows it; `None` for one whose content this version cannot read, which stays where it
/// is.
fn shown(kept: DraftRecord) -> Option<Draft> {
    let Ok(Content { purpose, words }) = serde_json::from_str(&kept.content) else {
        tracing::warn!(draft = kept.id, "a draft could not be read");
        return None;
    };
    let attachment = |file: DraftFile| DraftAttachment {
        id: file.id,
        name: file.name,
        content_type: file.content_type,
        size: file.size,
    };
    Some(Draft {
        id: kept.id,
        group_id: kept.group_id,
        purpose,
        words,
        attachments: kept.files.into_iter().map(attachment).collect(),
        changed: kept.changed,
        state: state(kept.stage),
    })
}

fn state(stage: DraftStage) -> DraftState {
    match stage {
        DraftStage::Writing => DraftState::Writing,
        DraftStage::Sending { .. } => DraftState::Sending,
        DraftStage::Accepted { since } => DraftState::BeingDelivered { since },
        DraftStage::Unknown { .. } => DraftState::Unknown,
        DraftStage::Failed { error } => DraftState::Failed {
            error: Box::new(serde_json::from_str(&error).unwrap_or_else(|_| {
                CommandError::new(ErrorCode::Internal, "the reason could not be read")
            })),
        },
    }
}
