//! Saving an attachment in the person's folder of downloads.

use std::time::{Duration, Instant};

use futures::{StreamExt as _, pin_mut};
use graph_client::models::{AttachmentId, PostId};
use graph_client::resources::Content;
use identity::permissions::Step;
use ipc_contract::conversations::{AttachmentRequest, SavedFile};
use ipc_contract::events::AppEvent;

use super::may_read;
use super::posts::{place, thread};
use crate::saving::{FileName, Saving};
use crate::{Core, CoreError};

/// How often progress is told.
const TOLD_EVERY: Duration = Duration::from_millis(100);

impl Core {
    /// Saves an attachment under a name that is safe and that nothing else has. Progress comes as events; half a
    /// file is never left.
    ///
    /// # Errors
    /// [`CoreError::NotSaved`] when it cannot be written; `NotFound` when it is gone.
    pub async fn save_attachment(
        &self,
        request: &AttachmentRequest,
    ) -> Result<SavedFile, CoreError> {
        let session = self.session()?;
        if !may_read(&session) {
            return Err(CoreError::PermissionMissing(Step::Manage));
        }
        let of = place(&request.thread)?;
        let post = PostId::parse(&request.post_id).map_err(|_| CoreError::invalid("postId"))?;
        let id = &request.attachment_id;
        let id = AttachmentId::parse(id).map_err(|_| CoreError::invalid("attachmentId"))?;
        let client = session.client(self.host()).await?;
        let requests = thread(&client, &of).post(&post);
        let listed = requests.attachments().items();
        pin_mut!(listed);
        let mut name = None;
        while let Some(attachment) = listed.next().await {
            let attachment = attachment?;
            if attachment.id == id {
                name = Some(attachment.name.unwrap_or_default());
                break;
            }
        }
        // A name says what it is called; the content itself says whether it is still there.
        let name = FileName::safe(&name.unwrap_or_default());
        let content = requests.attachment_content(&id).await?;
        self.write(&request.attachment_id, &name, content).await
    }

    async fn write(
        &self,
        id: &str,
        name: &FileName,
        content: Content,
    ) -> Result<SavedFile, CoreError> {
        let folder = self.options().downloads_dir.clone();
        let size = content.length;
        let mut saving = Saving::begin(&folder, name).await?;
        let (mut loaded, mut told) = (0_u64, Instant::now());
        let pieces = content.pieces();
        pin_mut!(pieces);
        self.tell(id, 0, size);
        while let Some(piece) = pieces.next().await {
            let piece = piece?;
            loaded += u64::try_from(piece.len()).unwrap_or_default();
            saving = saving.write(piece).await?;
            if told.elapsed() >= TOLD_EVERY {
                told = Instant::now();
                self.tell(id, loaded, size);
            }
        }
        let file_name = saving.finish(name).await?;
        self.tell(id, loaded, Some(loaded));
        Ok(SavedFile {
            file_name,
            folder: folder.display().to_string(),
        })
    }

    fn tell(&self, attachment_id: &str, loaded: u64, size: Option<u64>) {
        self.host().emit(AppEvent::AttachmentProgress {
            attachment_id: attachment_id.to_owned(),
            loaded,
            size,
        });
    }
}
