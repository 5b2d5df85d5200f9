//! Beginning conversations and threads (group-post-conversations.md,
//! group-post-threads.md, conversation-post-threads.md), each with one post. What
//! begins is there at once.

use http::StatusCode;
use serde_json::{Value, json};

use super::super::Held;
use super::sent::{SentConversation, SentPost, SentThread, invalid, read};
use super::write::{Mailbox, may_post};
use super::{conversation as found, named};
use crate::graph::Answer;
use crate::odata::ODataError;
use crate::world::contents::{ConversationChange, NewPost};

/// A topic has so many characters at most.
const MAX_TOPIC: usize = 255;

impl Mailbox<'_> {
    pub(super) fn begin_conversation(&self) -> Result<Answer, ODataError> {
        self.allowed()?;
        let sent: SentConversation = read(self.writing.call)?;
        let topic = topic(sent.topic)?;
        let [thread] = <[SentThread; 1]>::try_from(sent.threads)
            .map_err(|_| invalid("A conversation begins with one thread."))?;
        let post = self.first_post(thread.posts)?;
        self.begin(None, topic, post, |held, (conversation, thread)| {
            let named = named(held, "conversations", "conversation");
            let within = format!("conversations('{conversation}')/threads");
            json!({
                "@odata.context": format!("{}/$entity", named.context),
                "id": conversation,
                "threads@odata.context": held.context(&within),
                "threads": [{"id": thread}],
            })
        })
    }

    pub(super) fn begin_thread(&self, conversation: Option<&str>) -> Result<Answer, ODataError> {
        self.allowed()?;
        let sent: SentThread = read(self.writing.call)?;
        let topic = match (sent.topic, conversation) {
            // A further thread is about the same, unless it says otherwise.
            (None, Some(_)) => String::new(),
            (sent, _) => topic(sent)?,
        };
        let post = self.first_post(sent.posts)?;
        self.begin(conversation, topic, post, |held, (_, thread)| {
            let named = named(held, "threads", "conversationThread");
            json!({"@odata.context": format!("{}/$entity", named.context), "id": thread})
        })
    }

    fn first_post(&self, sent: Vec<SentPost>) -> Result<NewPost, ODataError> {
        let [post] = <[SentPost; 1]>::try_from(sent)
            .map_err(|_| invalid("A thread begins with one post."))?;
        post.into_post(self.writing.now())
    }

    /// 201 with what `shown` makes of the new ids of conversation and thread.
    fn begin(
        &self,
        conversation: Option<&str>,
        topic: String,
        post: NewPost,
        shown: impl FnOnce(&Held<'_>, (&str, &str)) -> Value,
    ) -> Result<Answer, ODataError> {
        let mut body = Value::Null;
        self.change(|held| {
            may_post(held)?;
            let of = conversation.map(|id| found(held, id));
            let of = of.transpose()?;
            let ids = held.content.conversations.next_ids(&held.group.id);
            let id = of.map_or(&ids.conversation, |of| &of.id);
            body = shown(held, (id, &ids.thread));
            let topic = match of {
                Some(of) if topic.is_empty() => of.topic.clone(),
                _ => topic,
            };
            Ok(ConversationChange::Begin {
                conversation: of.map(|of| of.id.clone()),
                topic,
                post,
            })
        })?;
        self.notice()?;
        let mut answer = Answer::json(&body)?;
        answer.status = StatusCode::CREATED;
        Ok(answer)
    }
}

fn topic(sent: Option<String>) -> Result<String, ODataError> {
    let topic = sent.unwrap_or_default();
    if topic.trim().is_empty() {
        return Err(invalid("A topic is required."));
    }
    if topic.chars().count() > MAX_TOPIC {
        return Err(invalid("The topic is too long."));
    }
    Ok(topic)
}
