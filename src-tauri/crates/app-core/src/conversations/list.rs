//! A group's conversations, stretch by stretch: what was known at once, the rest as far as it is looked at.

use std::sync::Arc;

use cache::{Document, DocumentKind};
use graph_client::models::GroupId;
use graph_client::resources::conversations::MAX_MAIL_PAGE;
use ipc_contract::conversations::{
    Conversation, ConversationList, ConversationsRequest, Draft, MailboxState,
};
use ipc_contract::error::CommandError;
use ipc_contract::events::Tag;
use serde::{Deserialize, Serialize};

use super::known::FRESH_FOR;
use super::listing::Listing;
use super::{PERMISSION, group_id, may_read};
use crate::session::ActiveSession;
use crate::{Core, CoreError};

/// The contract's limit for one call.
const AT_ONCE: u32 = 200;

/// What is kept of a group's conversations: those of the first page.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Kept {
    mailbox: MailboxState,
    conversations: Vec<Conversation>,
    more: bool,
    unseen: Option<u32>,
    subscribed: Option<bool>,
}

impl Core {
    /// A stretch of a group's conversations, as a rule the last delivered first, with what is being written
    /// there. The first are shown as last known and read anew when that is old; those behind them are read as
    /// far as they are asked for, a request for every 100.
    ///
    /// # Errors
    /// When more than 200 are asked for, or nobody is signed in. That they cannot be read stands in the answer.
    pub async fn conversations(
        &self,
        request: &ConversationsRequest,
    ) -> Result<ConversationList, CoreError> {
        if request.limit > AT_ONCE {
            return Err(CoreError::invalid("limit"));
        }
        let session = self.session()?;
        let id = group_id(&request.group_id)?;
        let drafts = self.drafts_of_group(&session, &id).await?;
        let remote_images = session.remote_images(&id).await?;
        let mut list = if may_read(&session) {
            self.stretch(&session, &id, request).await?
        } else {
            not_permitted()
        };
        list.drafts = drafts;
        list.remote_images = remote_images;
        Ok(list)
    }

    async fn stretch(
        &self,
        session: &Arc<ActiveSession>,
        id: &GroupId,
        request: &ConversationsRequest,
    ) -> Result<ConversationList, CoreError> {
        let kept = self.kept(session, id).await?;
        let known = session.conversations.listing(id);
        let old = known
            .as_ref()
            .is_none_or(|known| self.is_old(session, known));
        let listing = match known {
            Some(known) if !request.anew && (request.offset > 0 || !old) => known,
            _ => self.begin_listing(session, id),
        };
        let (offset, limit) = (request.offset as usize, request.limit as usize);
        let began = listing.read().as_of.is_some() || listing.read().error.is_some();
        if !began
            && !request.anew
            && offset == 0
            && let Some(kept) = kept
        {
            // What comes meanwhile is told by an event.
            return Ok(from_kept(kept, limit));
        }
        listing.reach(offset + limit.max(1)).await;
        self.as_listed(session, id, &listing, kept, (offset, limit))
            .await
    }

    fn is_old(&self, session: &ActiveSession, listing: &Listing) -> bool {
        let now = session.service_now(self.now());
        let read = listing.read();
        let began = read.as_of.is_some() || read.error.is_some();
        began
            && read
                .as_of
                .is_none_or(|at| now.duration_since(at) > FRESH_FOR)
    }

    /// Begins to read a list anew, and tells the window when its first page is there.
    fn begin_listing(&self, session: &Arc<ActiveSession>, id: &GroupId) -> Arc<Listing> {
        let listing = session.conversations.begin(id);
        let (core, session, id) = (self.clone(), session.clone(), id.clone());
        let begun = listing.clone();
        tokio::spawn(async move {
            match session.client(core.host()).await {
                Ok(client) => {
                    let now = || session.service_now(core.now());
                    let first = async {
                        begun.reach(1).await;
                        core.first_page_came(&session, &id, &begun).await;
                    };
                    futures::join!(begun.clone().follow(client, id.clone(), now), first);
                }
                Err(error) => begun.fail(CommandError::from(error)),
            }
        });
        listing
    }

    async fn first_page_came(&self, session: &ActiveSession, id: &GroupId, listing: &Arc<Listing>) {
        if session.conversations.is_shown(id, listing)
            && let Err(error) = self.keep_first_page(session, id, listing).await
        {
            tracing::warn!(%error, "conversations were not kept");
        }
        self.changed(&[Tag::Conversations]);
    }

    async fn keep_first_page(
        &self,
        session: &ActiveSession,
        id: &GroupId,
        listing: &Listing,
    ) -> Result<(), CoreError> {
        let limit = MAX_MAIL_PAGE as usize;
        let list = self
            .as_listed(session, id, listing, None, (0, limit))
            .await?;
        let Some(as_of) = list.as_of.filter(|_| list.last_error.is_none()) else {
            return Ok(());
        };
        let kept = Kept {
            mailbox: list.mailbox,
            conversations: list.conversations,
            more: list.more,
            unseen: list.unseen,
            subscribed: list.subscribed,
        };
        let key = id.to_string();
        session
            .cached(move |cache| {
                Ok(cache.put_document(DocumentKind::Conversations, &key, &kept, as_of)?)
            })
            .await
    }

    async fn kept(
        &self,
        session: &ActiveSession,
        id: &GroupId,
    ) -> Result<Option<Document<Kept>>, CoreError> {
        let key = id.to_string();
        session
            .cached(move |cache| Ok(cache.document(DocumentKind::Conversations, &key)?))
            .await
    }

    /// Shows what was read; where nothing could be, what was known before, and why it is not newer.
    async fn as_listed(
        &self,
        session: &ActiveSession,
        id: &GroupId,
        listing: &Listing,
        kept: Option<Document<Kept>>,
        (offset, limit): (usize, usize),
    ) -> Result<ConversationList, CoreError> {
        let (list, error) = {
            let read = listing.read();
            let all = &read.conversations;
            let list = ConversationList {
                mailbox: MailboxState::Ready,
                as_of: read.as_of,
                conversations: all.iter().skip(offset).take(limit).cloned().collect(),
                more: all.len() > offset + limit || !read.whole,
                unseen: read
                    .mail
                    .as_ref()
                    .and_then(|mail| mail.unseen_count?.try_into().ok()),
                subscribed: read
                    .mail
                    .as_ref()
                    .and_then(|mail| mail.is_subscribed_by_mail),
                ..empty(MailboxState::Ready)
            };
            (list, read.error.clone())
        };
        let Some(error) = error else {
            return Ok(list);
        };
        if list.as_of.is_none()
            && let Some(error) = error.graph()
            && let Some(mailbox) = self.mailbox_by(session, id, error).await
        {
            let as_of = Some(session.service_now(self.now()));
            return Ok(ConversationList {
                as_of,
                ..empty(mailbox)
            });
        }
        let last_error = Some(error.into_command());
        let list = match kept.filter(|_| list.as_of.is_none() && offset == 0) {
            Some(kept) => from_kept(kept, limit),
            None => ConversationList {
                more: false,
                ..list
            },
        };
        Ok(ConversationList { last_error, ..list })
    }
}

fn from_kept(kept: Document<Kept>, limit: usize) -> ConversationList {
    let Document { value, as_of } = kept;
    let more = value.more || value.conversations.len() > limit;
    let mut conversations = value.conversations;
    conversations.truncate(limit);
    ConversationList {
        as_of: Some(as_of),
        conversations,
        more,
        unseen: value.unseen,
        subscribed: value.subscribed,
        ..empty(value.mailbox)
    }
}

fn not_permitted() -> ConversationList {
    empty(MailboxState::NotPermitted {
        permission: Some(PERMISSION.to_owned()),
    })
}

const fn empty(mailbox: MailboxState) -> ConversationList {
    ConversationList {
        mailbox,
        as_of: None,
        last_error: None,
        conversations: Vec::new(),
        more: false,
        unseen: None,
        subscribed: None,
        remote_images: false,
        drafts: Vec::<Draft>::new(),
    }
}
