//! Writing conversations (group-post-conversations.md, group-post-threads.md,
//! conversationthread-reply.md, post-reply.md, post-forward.md,
//! conversationthread-update.md, conversation-delete.md,
//! conversationthread-delete.md). A reply is taken at once and delivered later;
//! what begins is there at once. Who may delete and lock is not documented: here
//! it is the owners, and who wrote all of it.

use http::{Method, StatusCode};
use serde::Deserialize;
use serde_json::{Value, json};

use super::super::{Area, Held, access};
use super::sent::{
    SentConversation, SentForward, SentPost, SentReply, SentThread, correspondents, invalid, read,
};
use super::{missing, named, senders};
use crate::graph::Answer;
use crate::graph::writing::Writing;
use crate::odata::ODataError;
use crate::world::Change;
use crate::world::contents::{ConversationChange, NewPost, Thread};

const WRITE: &[&str] = &["Group-Conversation.ReadWrite.All", "Group.ReadWrite.All"];
/// The group's own word on who posts.
const MEMBERS_ONLY: &str = "AllowOnlyMembersToPost";
/// A topic has so many characters at most.
const MAX_TOPIC: usize = 255;

/// Answers a call that writes; none for paths that have no such call. `words` is
/// what follows the group's id, `keys` the same as it was written.
pub(in super::super) fn write(
    writing: &Writing<'_>,
    id: &str,
    (words, keys): (&[&str], &[&str]),
) -> Option<Result<Answer, ODataError>> {
    let method = &writing.call.method;
    let group = Mailbox { writing, id };
    let not_allowed = || Some(Err(ODataError::method_not_allowed()));
    match words {
        ["conversations"] if method == Method::POST => Some(group.begin_conversation()),
        ["conversations", _] if method == Method::DELETE => Some(group.remove(keys[1])),
        ["conversations", _, "threads"] if method == Method::POST => {
            Some(group.begin_thread(Some(keys[1])))
        }
        ["threads"] if method == Method::POST => Some(group.begin_thread(None)),
        ["conversations", _, "threads", rest @ ..] if !rest.is_empty() => {
            group.in_thread(method, (rest, &keys[3..]))
        }
        ["threads", rest @ ..] if !rest.is_empty() => group.in_thread(method, (rest, &keys[1..])),
        [list @ ("acceptedsenders" | "rejectedsenders"), "$ref"] => {
            senders::write(writing, id, list)
        }
        ["conversations" | "threads", ..] if method != Method::GET => not_allowed(),
        _ => None,
    }
}

/// The mailbox of a group, for somebody who writes.
struct Mailbox<'a> {
    writing: &'a Writing<'a>,
    id: &'a str,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct SentLock {
    is_locked: Option<bool>,
    topic: Option<Value>,
}

impl Mailbox<'_> {
    /// `words` and `keys` begin at the id of the thread.
    fn in_thread(
        &self,
        method: &Method,
        (words, keys): (&[&str], &[&str]),
    ) -> Option<Result<Answer, ODataError>> {
        let post = method == Method::POST;
        match words {
            [_] if method == Method::PATCH => Some(self.lock(keys[0])),
            [_] if method == Method::DELETE => Some(self.remove_thread(keys[0])),
            [_, "reply"] if post => Some(self.reply(keys[0], None)),
            [_, "posts", _, "reply"] if post => Some(self.reply(keys[0], Some(keys[2]))),
            [_, "posts", _, "forward"] if post => Some(self.forward(keys[0], keys[2])),
            [.., "reply" | "forward"] => Some(Err(ODataError::method_not_allowed())),
            _ if method != Method::GET => Some(Err(ODataError::method_not_allowed())),
            _ => None,
        }
    }

    fn begin_conversation(&self) -> Result<Answer, ODataError> {
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

    fn begin_thread(&self, conversation: Option<&str>) -> Result<Answer, ODataError> {
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
            let of = conversation.map(|id| super::conversation(held, id));
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

    /// 202: it is delivered when the mailbox comes to it.
    fn reply(&self, thread: &str, to: Option<&str>) -> Result<Answer, ODataError> {
        self.allowed()?;
        let sent: SentReply = read(self.writing.call)?;
        let post = sent.post.ok_or_else(|| invalid("A reply has a post."))?;
        let now = self.writing.now();
        let delay = self.writing.tenant.behavior().delivery;
        let post = post.into_post(now.checked_add(delay).unwrap_or(now))?;
        self.change(|held| {
            may_post(held)?;
            let thread = self.thread(held, thread, to)?;
            if thread.locked {
                return Err(Area::Conversations.denied());
            }
            Ok(ConversationChange::Reply {
                thread: thread.id.clone(),
                post,
            })
        })?;
        self.notice()?;
        Ok(Answer::empty(StatusCode::ACCEPTED))
    }

    fn forward(&self, thread: &str, post: &str) -> Result<Answer, ODataError> {
        self.allowed()?;
        let sent: SentForward = read(self.writing.call)?;
        if sent.to_recipients.is_empty() {
            return Err(invalid("A forward has at least one recipient."));
        }
        let to = correspondents(sent.to_recipients)?;
        self.change(|held| {
            self.thread(held, thread, Some(post))?;
            Ok(ConversationChange::Forward {
                post: post.to_owned(),
                to,
                comment: sent.comment,
            })
        })?;
        self.notice()?;
        Ok(Answer::empty(StatusCode::OK))
    }

    fn lock(&self, thread: &str) -> Result<Answer, ODataError> {
        self.allowed()?;
        let sent: SentLock = read(self.writing.call)?;
        if sent.topic.is_some() {
            return Err(invalid("The topic of a thread cannot be changed."));
        }
        self.change(|held| {
            let found = self.thread(held, thread, None)?;
            may_keep_order(held, &[found])?;
            Ok(ConversationChange::Lock {
                thread: found.id.clone(),
                locked: sent.is_locked.unwrap_or(found.locked),
            })
        })?;
        Ok(Answer::empty(StatusCode::NO_CONTENT))
    }

    fn remove(&self, conversation: &str) -> Result<Answer, ODataError> {
        self.allowed()?;
        self.change(|held| {
            let found = super::conversation(held, conversation)?;
            may_keep_order(held, &found.threads.iter().collect::<Vec<_>>())?;
            Ok(ConversationChange::Remove {
                conversation: found.id.clone(),
            })
        })?;
        Ok(Answer::empty(StatusCode::NO_CONTENT))
    }

    fn remove_thread(&self, thread: &str) -> Result<Answer, ODataError> {
        self.allowed()?;
        self.change(|held| {
            let found = self.thread(held, thread, None)?;
            may_keep_order(held, &[found])?;
            Ok(ConversationChange::RemoveThread {
                thread: found.id.clone(),
            })
        })?;
        Ok(Answer::empty(StatusCode::NO_CONTENT))
    }

    fn allowed(&self) -> Result<(), ODataError> {
        if self.writing.caller.has(WRITE) {
            Ok(())
        } else {
            Err(Area::Conversations.denied())
        }
    }

    fn change(
        &self,
        decide: impl FnOnce(&Held<'_>) -> Result<ConversationChange, ODataError>,
    ) -> Result<(), ODataError> {
        change(self.writing, self.id, decide)
    }

    /// Writing to the people of a group is activity in it (groups-lifecycle.md).
    fn notice(&self) -> Result<(), ODataError> {
        super::super::notice_activity(self.writing, self.id)
    }

    /// A thread, in which `post` was delivered.
    fn thread<'h>(
        &self,
        held: &'h Held<'_>,
        thread: &str,
        post: Option<&str>,
    ) -> Result<&'h Thread, ODataError> {
        let found = held.content.conversations.thread(thread);
        let (_, thread) = found.ok_or_else(missing)?;
        let mut delivered = thread.delivered(self.writing.now());
        let there = post.is_none_or(|id| delivered.any(|post| post.id == id));
        there.then_some(thread).ok_or_else(missing)
    }
}

/// Decides on what a mailbox holds and writes what was decided.
pub(super) fn change(
    writing: &Writing<'_>,
    id: &str,
    decide: impl FnOnce(&Held<'_>) -> Result<ConversationChange, ODataError>,
) -> Result<(), ODataError> {
    writing.write(|world| {
        let reading = writing.reading(world);
        let held = access::hold(&reading, id, Area::Conversations)?;
        if held.content.conversations.moved_away {
            return Err(ODataError::no_mailbox());
        }
        Ok(Change::Conversation {
            change: Box::new(decide(&held)?),
            group: held.group.id.clone(),
            user: writing.user(),
            at: writing.now(),
        })
    })?;
    Ok(())
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

/// Who can read may write to all, unless the group hears its own people only, or
/// its lists say otherwise.
fn may_post(held: &Held<'_>) -> Result<(), ODataError> {
    let (group, caller) = (held.group, held.reading.caller);
    let within = group.is_member(caller.user) || group.is_owner(caller.user);
    let mut behaviors = group.behaviors.iter();
    let open = !behaviors.any(|behavior| behavior == MEMBERS_ONLY);
    if held.content.conversations.accepts(&caller.user_id) && (within || open) {
        Ok(())
    } else {
        Err(Area::Conversations.denied())
    }
}

fn may_keep_order(held: &Held<'_>, threads: &[&Thread]) -> Result<(), ODataError> {
    let caller = held.reading.caller;
    if caller.may_manage(held.group) || threads.iter().all(|thread| thread.is_by(caller.user)) {
        Ok(())
    } else {
        Err(Area::Conversations.denied())
    }
}
