//! What became of what was sent: looked for until it is listed, or until it is plain that it never arrived.

use std::collections::HashSet;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use futures::TryStreamExt as _;
use graph_client::models::{BodyType, GroupId, Post, ThreadId};
use graph_client::resources::conversations::MAX_MAIL_PAGE;
use graph_client::{GraphClient, GraphError};
use ipc_contract::conversations::{Draft, DraftPurpose, DraftState};
use ipc_contract::error::{CommandError, ErrorCode};
use ipc_contract::events::Tag;
use jiff::{SignedDuration, Timestamp};
use jobs::DraftStage;

use super::sending::{Target, failed, source};
use crate::session::ActiveSession;
use crate::untrusted_html::{self, Source};
use crate::{Core, CoreError};

/// The first wait between two looks; each is twice as long as the one before.
const FIRST_WAIT: Duration = Duration::from_secs(1);
const LONGEST_WAIT: Duration = Duration::from_secs(60);
/// What was accepted and is not listed after so many looks is looked for again when the group is.
const LOOKS: u32 = 10;
/// What was sent so long ago and is not listed has not arrived.
const ARRIVES_WITHIN: SignedDuration = SignedDuration::from_secs(90);
/// The moment of sending and the service's stamp are of different clocks.
const TOLERANCE: SignedDuration = SignedDuration::from_secs(60);

/// Drafts that are being looked for: nobody looks for the same twice.
#[derive(Debug, Default)]
pub(crate) struct LookUps(Mutex<HashSet<String>>);

impl LookUps {
    fn begin(&self, id: &str) -> bool {
        self.ids().insert(id.to_owned())
    }

    fn end(&self, id: &str) {
        self.ids().remove(id);
    }

    fn ids(&self) -> std::sync::MutexGuard<'_, HashSet<String>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What a look told.
enum Found {
    Listed,
    NotListed,
    /// The group, the conversation or the thread is not there any more.
    NowhereToLook,
}

impl Core {
    /// Looks in the background for those of the drafts that were sent and are not known to be listed.
    pub(crate) fn look_up_drafts(&self, session: &Arc<ActiveSession>, drafts: &[Draft]) {
        let sent = |draft: &&Draft| {
            matches!(
                draft.state,
                DraftState::BeingDelivered { .. } | DraftState::Unknown
            )
        };
        for draft in drafts.iter().filter(sent) {
            if session.look_ups.begin(&draft.id) {
                let (core, session, draft) = (self.clone(), session.clone(), draft.clone());
                tokio::spawn(async move {
                    if let Err(error) = core.look_for(&session, &draft).await {
                        tracing::warn!(%error, "what was sent could not be looked for");
                    }
                    session.look_ups.end(&draft.id);
                });
            }
        }
    }

    async fn look_for(&self, session: &Arc<ActiveSession>, draft: &Draft) -> Result<(), CoreError> {
        let group = GroupId::parse(&draft.group_id).map_err(CoreError::internal)?;
        let client = session.client(self.host()).await?;
        let mut wait = FIRST_WAIT;
        for _ in 0..LOOKS {
            let id = draft.id.clone();
            let kept = session
                .journalled(move |journal| journal.draft(&id))
                .await?;
            let (since, unknown) = match kept.map(|kept| kept.stage) {
                Some(DraftStage::Accepted { since }) => (since, false),
                Some(DraftStage::Unknown { since }) => (since, true),
                // It was taken away meanwhile, or is being written again.
                _ => return Ok(()),
            };
            let age = session.service_now(self.now()).duration_since(since);
            match look(session, &client, &group, draft, since).await {
                Ok(Found::Listed) => return self.settle(session, draft, None).await,
                Ok(Found::NowhereToLook) => {
                    return self.settle(session, draft, Some(gone())).await;
                }
                Ok(Found::NotListed) if unknown && age > ARRIVES_WITHIN => {
                    return self.settle(session, draft, Some(never_arrived())).await;
                }
                Ok(Found::NotListed) => {}
                Err(error) => tracing::info!(%error, "what was sent is looked for again later"),
            }
            tokio::time::sleep(wait).await;
            wait = (wait * 2).min(LONGEST_WAIT);
        }
        Ok(())
    }

    /// What was sent from here and stands among these posts of a group is delivered.
    ///
    /// # Errors
    /// When the journal cannot be read or written.
    pub(crate) async fn drafts_delivered<'a>(
        &self,
        session: &ActiveSession,
        group: &GroupId,
        posts: impl Iterator<Item = &'a Post>,
    ) -> Result<(), CoreError> {
        let id = group.as_str().to_owned();
        let kept = session
            .journalled(move |journal| journal.drafts(Some(&id)))
            .await?;
        let mut sent: Vec<(Draft, Timestamp, String)> = kept
            .into_iter()
            .filter_map(|kept| {
                let (DraftStage::Accepted { since } | DraftStage::Unknown { since }) = kept.stage
                else {
                    return None;
                };
                let draft = super::shown(kept)?;
                let words = untrusted_html::words(source(&draft.words.body, draft.words.plain));
                Some((draft, since, words))
            })
            .collect();
        if sent.is_empty() {
            return Ok(());
        }
        let mut listed = Vec::new();
        for post in posts.filter(|post| is_mine(session, post)) {
            let received = post.received_date_time;
            let fits = |(draft, since, words): &(Draft, Timestamp, String)| {
                received.is_some_and(|received| received >= *since - TOLERANCE)
                    && belongs(draft, post)
                    && says(post, words)
            };
            if let Some(place) = sent.iter().position(fits) {
                listed.push(sent.swap_remove(place).0);
            }
        }
        for draft in &listed {
            self.settle(session, draft, None).await?;
        }
        Ok(())
    }

    /// Puts down what came of it: listed, the draft goes; else it can be changed and sent again.
    async fn settle(
        &self,
        session: &ActiveSession,
        draft: &Draft,
        why: Option<CommandError>,
    ) -> Result<(), CoreError> {
        let id = draft.id.clone();
        session
            .journalled(move |journal| match why {
                Some(why) => journal.set_draft_stage(&id, &failed(&why)),
                None => journal.remove_draft(&id).map(|_| ()),
            })
            .await?;
        Self::forget_where_it_goes(session, draft);
        self.changed(&[Tag::Drafts, Tag::Conversations]);
        Ok(())
    }
}

impl Core {
    /// What is listed now was not when the group was last read.
    fn forget_where_it_goes(session: &ActiveSession, draft: &Draft) {
        let Ok(group) = GroupId::parse(&draft.group_id) else {
            return;
        };
        session.conversations.forget_list(&group);
        if let DraftPurpose::Reply {
            conversation_id, ..
        } = &draft.purpose
        {
            session
                .conversations
                .forget_threads(&group, conversation_id);
        }
    }
}

fn gone() -> CommandError {
    CommandError::new(
        ErrorCode::NotFound,
        "the conversation was deleted before what was sent was listed",
    )
}

fn never_arrived() -> CommandError {
    let mut lost = CommandError::new(
        ErrorCode::Offline,
        "it was sent, no answer came, and it has not arrived",
    );
    lost.retryable = true;
    lost
}

async fn look(
    session: &ActiveSession,
    client: &GraphClient,
    group: &GroupId,
    draft: &Draft,
    since: Timestamp,
) -> Result<Found, CoreError> {
    let target = Target::of(&draft.purpose)?;
    let looked = match target.thread() {
        Some(thread) => in_thread(session, client, group, thread, draft, since).await,
        None => among_conversations(session, client, group, draft, since).await,
    };
    match looked {
        Ok(true) => Ok(Found::Listed),
        Ok(false) => Ok(Found::NotListed),
        Err(error)
            if error.is_not_found() && matches!(draft.purpose, DraftPurpose::Reply { .. }) =>
        {
            Ok(Found::NowhereToLook)
        }
        Err(error) => Err(error.into()),
    }
}

async fn in_thread(
    session: &ActiveSession,
    client: &GraphClient,
    group: &GroupId,
    thread: &ThreadId,
    draft: &Draft,
    since: Timestamp,
) -> Result<bool, GraphError> {
    let requests = client.group(group).thread(thread);
    let mut posts = std::pin::pin!(requests.posts(MAX_MAIL_PAGE).items());
    let wanted = untrusted_html::words(source(&draft.words.body, draft.words.plain));
    while let Some(post) = posts.try_next().await? {
        let late_enough = post
            .received_date_time
            .is_some_and(|received| received >= since - TOLERANCE);
        if late_enough && is_mine(session, &post) && says(&post, &wanted) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// What was begun is listed among the last conversations, under its topic.
async fn among_conversations(
    session: &ActiveSession,
    client: &GraphClient,
    group: &GroupId,
    draft: &Draft,
    since: Timestamp,
) -> Result<bool, GraphError> {
    let requests = client.group(group).conversations();
    let mut pages = std::pin::pin!(requests.list(MAX_MAIL_PAGE).pages());
    let Some(page) = pages.try_next().await? else {
        return Ok(false);
    };
    let topic = draft.words.topic.trim();
    Ok(page.value.iter().any(|listed| {
        listed.topic.as_deref().map(str::trim) == Some(topic)
            && listed
                .last_delivered_date_time
                .is_some_and(|delivered| delivered >= since - TOLERANCE)
            && (listed.unique_senders.is_empty()
                || listed
                    .unique_senders
                    .contains(&session.account.display_name))
    }))
}

/// Whether a post can be what a draft became, by where it stands.
fn belongs(draft: &Draft, post: &Post) -> bool {
    let same = |thread: &str| {
        let of = post.conversation_thread_id.as_ref();
        of.is_none_or(|of| of.as_str() == thread)
    };
    match &draft.purpose {
        DraftPurpose::New => true,
        DraftPurpose::Reply { thread_id, .. } => same(thread_id),
        DraftPurpose::Forward { .. } => false,
    }
}

fn is_mine(session: &ActiveSession, post: &Post) -> bool {
    let Some(from) = post.from.as_ref().map(|from| &from.email_address) else {
        return false;
    };
    let account = &session.account;
    let address = from.address.as_deref().unwrap_or_default();
    address.eq_ignore_ascii_case(&account.user_principal_name)
        || from.name.as_deref() == Some(account.display_name.as_str())
}

/// Whether a post says what was written: the service, and programs on the way, add to it.
fn says(post: &Post, wanted: &str) -> bool {
    let Some(body) = &post.body else {
        return wanted.is_empty();
    };
    let said = match body.content_type {
        BodyType::Text => untrusted_html::words(Source::Plain(&body.content)),
        _ => untrusted_html::words(Source::Html(&body.content)),
    };
    said.contains(wanted)
}
