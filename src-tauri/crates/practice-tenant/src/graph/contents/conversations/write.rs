//! Writing in what is there (conversationthread-reply.md, post-reply.md,
//! post-forward.md, conversationthread-update.md, conversation-delete.md,
//! conversationthread-delete.md); how something begins is in `begin`. A reply is
//! taken at once and delivered later. Who may delete and lock is not documented:
//! here it is the owners, and who wrote all of it.

use http::{Method, StatusCode};
use serde::Deserialize;
use serde_json::Value;

use super::super::{Area, Held, access};
use super::sent::{SentForward, SentReply, correspondents, invalid, read};
use super::{missing, senders};
use crate::graph::Answer;
use crate::graph::writing::Writing;
use crate::odata::ODataError;
use crate::world::Change;
use crate::world::contents::{ConversationChange, Thread};

const WRITE: &[&str] = &["Group-Conversation.ReadWrite.All", "Group.ReadWrite.All"];
/// The group's own word on who posts.
const MEMBERS_ONLY: &str = "AllowOnlyMembersToPost";

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
        [list @ ("acceptedsenders" | "rejectedsenders"), rest @ ..] => {
            senders::write(writing, id, (list, rest))
        }
        ["conversations" | "threads", ..] if method != Method::GET => not_allowed(),
        _ => None,
    }
}

/// The mailbox of a group, for somebody who writes.
pub(super) struct Mailbox<'a> {
    pub(super) writing: &'a Writing<'a>,
    pub(super) id: &'a str,
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

    pub(super) fn allowed(&self) -> Result<(), ODataError> {
        if self.writing.caller.has(WRITE) {
            Ok(())
        } else {
            Err(Area::Conversations.denied())
        }
    }

    pub(super) fn change(
        &self,
        decide: impl FnOnce(&Held<'_>) -> Result<ConversationChange, ODataError>,
    ) -> Result<(), ODataError> {
        change(self.writing, self.id, decide)
    }

    /// Writing to the people of a group is activity in it (groups-lifecycle.md).
    pub(super) fn notice(&self) -> Result<(), ODataError> {
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

/// Who can read may write to all, unless the group hears its own people only, or
/// its lists say otherwise.
pub(super) fn may_post(held: &Held<'_>) -> Result<(), ODataError> {
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
