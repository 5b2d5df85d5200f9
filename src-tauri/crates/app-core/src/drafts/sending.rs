//! Sending what was written, once: what may have arrived is never sent again before it was looked for.

use std::sync::Arc;

use bytes::Bytes;
use graph_client::models::{
    GroupId, ItemBody, NewAttachment, NewConversation, NewPost, PostForward, PostId, Recipient,
    ThreadId,
};
use graph_client::{ErrorKind, GraphClient, GraphError};
use identity::permissions::Step;
use ipc_contract::conversations::{
    Draft, DraftPurpose, DraftRequest, DraftState, DraftWords, MailPerson,
};
use ipc_contract::error::{CommandError, ErrorCode};
use ipc_contract::events::Tag;
use jiff::Timestamp;
use jobs::DraftStage;

use super::{LONGEST_TOPIC, shown};
use crate::session::ActiveSession;
use crate::untrusted_html::{self, Source};
use crate::{Core, CoreError};

/// Where something goes, with ids that can stand in an address.
pub(super) enum Target {
    New,
    Thread(ThreadId),
    Post(ThreadId, PostId),
    Forward(ThreadId, PostId),
}

impl Target {
    pub(super) fn of(purpose: &DraftPurpose) -> Result<Self, CoreError> {
        let thread = |id: &str| ThreadId::parse(id).map_err(|_| CoreError::invalid("threadId"));
        let post = |id: &str| PostId::parse(id).map_err(|_| CoreError::invalid("postId"));
        Ok(match purpose {
            DraftPurpose::New => Self::New,
            DraftPurpose::Reply {
                thread_id,
                post_id: None,
                ..
            } => Self::Thread(thread(thread_id)?),
            DraftPurpose::Reply {
                thread_id,
                post_id: Some(post_id),
                ..
            } => Self::Post(thread(thread_id)?, post(post_id)?),
            DraftPurpose::Forward {
                thread_id, post_id, ..
            } => Self::Forward(thread(thread_id)?, post(post_id)?),
        })
    }

    /// The thread in which it will be found.
    pub(super) const fn thread(&self) -> Option<&ThreadId> {
        match self {
            Self::New => None,
            Self::Thread(thread) | Self::Post(thread, _) | Self::Forward(thread, _) => Some(thread),
        }
    }
}

impl Core {
    /// Sends a draft. It answers when the service has accepted it, has refused it (the draft says why, and is as
    /// it was), or has not answered: then it is looked for. Sent twice, it leaves once.
    ///
    /// # Errors
    /// When nothing was sent because something is missing, and the field says what.
    pub async fn send_draft(&self, request: &DraftRequest) -> Result<Draft, CoreError> {
        let session = self.session()?;
        session.require(Step::Manage)?;
        let draft = self.draft_by_id(&session, &request.draft_id).await?;
        if matches!(draft.state, DraftState::Writing | DraftState::Failed { .. }) {
            complete(&draft)?;
            let target = Target::of(&draft.purpose)?;
            let group =
                GroupId::parse(&draft.group_id).map_err(|_| CoreError::invalid("groupId"))?;
            let client = session.client(self.host()).await?;
            self.send(&session, &client, &group, &target, &draft.id)
                .await?;
            self.changed(&[Tag::Drafts, Tag::Conversations]);
        }
        let id = request.draft_id.clone();
        let kept = session
            .journalled(move |journal| journal.draft(&id))
            .await?;
        // Sent on by mail, there is nothing left to wait for.
        let sent = kept.and_then(shown).unwrap_or(Draft {
            state: DraftState::BeingDelivered { since: self.now() },
            ..draft
        });
        self.look_up_drafts(&session, std::slice::from_ref(&sent));
        Ok(sent)
    }

    async fn send(
        &self,
        session: &Arc<ActiveSession>,
        client: &GraphClient,
        group: &GroupId,
        target: &Target,
        id: &str,
    ) -> Result<(), CoreError> {
        let since = session.service_now(self.now());
        let begun = {
            let id = id.to_owned();
            session
                .journalled(move |journal| {
                    let Some(draft) = journal.begin_sending(&id, since)? else {
                        return Ok(None);
                    };
                    Ok(Some((draft, journal.draft_bytes(&id)?)))
                })
                .await?
        };
        // Somebody else sends it.
        let Some((draft, bytes)) = begun else {
            return Ok(());
        };
        let Some(draft) = shown(draft) else {
            return Err(CoreError::invalid("draftId"));
        };
        let answered = sent(client, group, target, &draft, bytes).await;
        let stage = match answered {
            Ok(()) if matches!(target, Target::Forward(..)) => None,
            Ok(()) => Some(DraftStage::Accepted { since }),
            Err(error) => Some(not_accepted(client, group, target, since, error).await),
        };
        let id = id.to_owned();
        session
            .journalled(move |journal| match stage {
                Some(stage) => journal.set_draft_stage(&id, &stage),
                None => {
                    journal.set_draft_stage(&id, &DraftStage::Writing)?;
                    journal.remove_draft(&id).map(|_| ())
                }
            })
            .await
    }
}

/// What became of what the service did not accept, or of what it did not say.
async fn not_accepted(
    client: &GraphClient,
    group: &GroupId,
    target: &Target,
    since: Timestamp,
    error: GraphError,
) -> DraftStage {
    let passed_on = matches!(target, Target::Forward(..));
    if error.outcome_unknown() && !passed_on {
        return DraftStage::Unknown { since };
    }
    let refused = error.kind() == &ErrorKind::Forbidden;
    let mut why = CommandError::from(match error {
        // Nothing tells whether a post was passed on: the person decides whether to do it again.
        error if error.outcome_unknown() => CoreError::OutcomeUnknown(error),
        error => CoreError::Graph(error),
    });
    if why.code == ErrorCode::Refused && why.status.is_none() {
        why.code = ErrorCode::TooLarge;
    }
    if refused && let Some(thread) = target.thread() {
        let read = client.group(group).thread(thread).get().await;
        if read.is_ok_and(|thread| thread.is_locked == Some(true)) {
            why.code = ErrorCode::ThreadLocked;
        }
    }
    failed(&why)
}

/// The stage of a draft that was not sent.
pub(super) fn failed(why: &CommandError) -> DraftStage {
    DraftStage::Failed {
        error: serde_json::to_string(why).unwrap_or_default(),
    }
}

/// Whether everything is there that has to be.
fn complete(draft: &Draft) -> Result<(), CoreError> {
    let DraftWords {
        topic,
        body,
        plain,
        recipients,
    } = &draft.words;
    let silent = untrusted_html::words(source(body, *plain)).is_empty();
    match &draft.purpose {
        DraftPurpose::New if topic.trim().is_empty() => Err(CoreError::invalid("topic")),
        DraftPurpose::New if topic.chars().count() > LONGEST_TOPIC => Err(CoreError::TooLarge {
            field: "topic",
            most: LONGEST_TOPIC as u64,
        }),
        DraftPurpose::Forward { .. } if recipients.is_empty() => {
            Err(CoreError::invalid("recipients"))
        }
        DraftPurpose::Forward { .. } => Ok(()),
        _ if silent && draft.attachments.is_empty() => Err(CoreError::invalid("body")),
        _ => Ok(()),
    }
}

pub(super) fn source(body: &str, plain: bool) -> Source<'_> {
    match plain {
        true => Source::Plain(body),
        false => Source::Html(body),
    }
}

async fn sent(
    client: &GraphClient,
    group: &GroupId,
    target: &Target,
    draft: &Draft,
    bytes: Vec<Vec<u8>>,
) -> Result<(), GraphError> {
    let requests = client.group(group);
    match target {
        Target::New => {
            let started = NewConversation {
                topic: draft.words.topic.trim().to_owned(),
                post: post(draft, bytes),
            };
            requests.conversations().start(&started).await.map(|_| ())
        }
        Target::Thread(thread) => requests.thread(thread).reply(&post(draft, bytes)).await,
        Target::Post(thread, answered) => {
            let requests = requests.thread(thread);
            requests.post(answered).reply(&post(draft, bytes)).await
        }
        Target::Forward(thread, passed_on) => {
            let forward = PostForward {
                comment: comment(&draft.words),
                to_recipients: recipients(&draft.words.recipients),
            };
            let requests = requests.thread(thread);
            requests.post(passed_on).forward(&forward).await
        }
    }
}

fn post(draft: &Draft, bytes: Vec<Vec<u8>>) -> NewPost {
    let words = &draft.words;
    let files = draft.attachments.iter().zip(bytes);
    NewPost {
        body: match words.plain {
            true => ItemBody::text(words.body.clone()),
            false => ItemBody::html(words.body.clone()),
        },
        new_participants: recipients(&words.recipients),
        attachments: files
            .map(|(file, bytes)| {
                let kind = Some(file.content_type.clone()).filter(|kind| !kind.is_empty());
                NewAttachment::file(file.name.clone(), kind, Bytes::from(bytes))
            })
            .collect(),
    }
}

/// The service takes the words above a post that is passed on as plain text.
fn comment(words: &DraftWords) -> Option<String> {
    let text = match words.plain {
        true => words.body.clone(),
        false => untrusted_html::text(Source::Html(&words.body)),
    };
    Some(text).filter(|text| !text.trim().is_empty())
}

fn recipients(people: &[MailPerson]) -> Vec<Recipient> {
    let named = |person: &MailPerson| {
        let name = Some(person.name.as_str()).filter(|name| !name.is_empty());
        Recipient::new(name, &person.address)
    };
    people.iter().map(named).collect()
}
