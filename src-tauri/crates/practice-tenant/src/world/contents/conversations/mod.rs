//! Conversations in a group's mailbox: threads of posts, by people of the group
//! and now and then by somebody from outside. What has always been there is drawn
//! in `draw`; what is written later comes as a `ConversationChange`. How they are
//! written on the wire and who may write is in `graph::contents::conversations`.

mod apply;
mod attachments;
mod change;
mod draw;
mod files;
mod fill;
mod forms;
mod plain;

use std::borrow::Cow;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::ids::{self, Kind};
use super::{Part, UserIndex};

pub(crate) use attachments::{Attachment, AttachmentContent, NewAttachment, NewContent};
pub(crate) use change::{ConversationChange, NewPost, Senders};
pub(super) use draw::draw;
use forms::Draft;
pub(crate) use plain::{from_text, to_text};

/// All of a group's conversations, in no order that counts: a delivery moves one.
#[derive(Debug, Clone, Default)]
pub(crate) struct Conversations {
    all: Vec<Conversation>,
    /// How many numbers were given to what was written since the world was drawn.
    taken: usize,
    /// Ids of people.
    accepted: Vec<String>,
    rejected: Vec<String>,
    /// The group talks elsewhere.
    pub(crate) moved_away: bool,
}

/// What a conversation is about, and what was said.
#[derive(Debug, Clone)]
pub(crate) struct Conversation {
    pub(crate) id: String,
    pub(crate) topic: String,
    pub(crate) threads: Vec<Thread>,
}

/// A thread of posts, the oldest first.
#[derive(Debug, Clone)]
pub(crate) struct Thread {
    pub(crate) id: String,
    pub(crate) topic: String,
    pub(crate) locked: bool,
    posts: Vec<Post>,
}

/// One post.
#[derive(Debug, Clone)]
pub(crate) struct Post {
    pub(crate) id: String,
    pub(crate) author: Author,
    /// Nobody sees it before.
    pub(crate) delivered: Timestamp,
    body: Body,
    /// The beginning of it as plain text.
    pub(crate) preview: String,
    pub(crate) attachments: Vec<Attachment>,
    /// Who was added to the thread with it.
    pub(crate) new_participants: Vec<Correspondent>,
}

/// HTML as its author's program wrote it: nothing to show as it is.
#[derive(Debug, Clone)]
enum Body {
    Written(String),
    /// Put together whenever it is read: most of it never is.
    Drawn(Draft),
}

/// Who wrote a post.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Author {
    Person(UserIndex),
    Outsider(Correspondent),
}

/// Somebody as mail knows them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Correspondent {
    pub(crate) name: String,
    pub(crate) address: String,
}

/// The ids that the next thing written will have.
#[derive(Debug)]
pub(crate) struct NextIds {
    pub(crate) conversation: String,
    pub(crate) thread: String,
}

/// Numbers below are of what was drawn with the world.
const FIRST_WRITTEN: usize = 1 << 20;
/// A conversation's number leaves room for so many numbers of posts.
const POSTS_A_NUMBER: usize = 64;
/// A post's number leaves room for so many numbers of attachments.
const ATTACHMENTS_A_NUMBER: usize = 16;

impl Conversations {
    fn new(all: Vec<Conversation>) -> Self {
        Self {
            all,
            ..Self::default()
        }
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &Conversation> {
        self.all.iter()
    }

    pub(crate) fn len(&self) -> usize {
        self.all.len()
    }

    pub(crate) fn find(&self, id: &str) -> Option<&Conversation> {
        self.all.iter().find(|conversation| conversation.id == id)
    }

    /// The conversation that a thread belongs to, and the thread.
    pub(crate) fn thread(&self, id: &str) -> Option<(&Conversation, &Thread)> {
        self.all
            .iter()
            .find_map(|conversation| Some((conversation, conversation.thread(id)?)))
    }

    /// What a beginning written next in this group will be called.
    pub(crate) fn next_ids(&self, group: &str) -> NextIds {
        self.ids_after(group, 0)
    }

    /// The same, if so many more begin before it.
    pub(crate) fn ids_after(&self, group: &str, others: usize) -> NextIds {
        let number = self.next() + others;
        NextIds {
            conversation: ids::mailbox(group, Kind::Conversation, number),
            thread: ids::mailbox(group, Kind::Thread, number),
        }
    }

    fn next(&self) -> usize {
        FIRST_WRITTEN + self.taken
    }

    /// The ids of the people on one of the two lists.
    pub(crate) fn senders(&self, list: Senders) -> &[String] {
        match list {
            Senders::Accepted => &self.accepted,
            Senders::Rejected => &self.rejected,
        }
    }

    /// Whether the lists let this person post.
    pub(crate) fn accepts(&self, person: &str) -> bool {
        let listed = |list: &[String]| list.iter().any(|id| id == person);
        !listed(&self.rejected) && (self.accepted.is_empty() || listed(&self.accepted))
    }

    /// In how many conversations others wrote something that arrived after `since`.
    pub(crate) fn arrived(&self, reader: UserIndex, since: Timestamp, now: Timestamp) -> usize {
        let new = |post: &Post| post.delivered > since && post.author != Author::Person(reader);
        let unseen = |conversation: &&Conversation| {
            let mut threads = conversation.threads.iter();
            threads.any(|thread| thread.delivered(now).any(new))
        };
        self.all.iter().filter(unseen).count()
    }
}

impl Conversation {
    pub(crate) fn thread(&self, id: &str) -> Option<&Thread> {
        self.threads.iter().find(|thread| thread.id == id)
    }

    /// When something was last delivered in it, as far as it was by `now`.
    pub(crate) fn last_delivered(&self, now: Timestamp) -> Option<Timestamp> {
        let threads = self.threads.iter();
        let posts = threads.filter_map(|thread| thread.last_post(now));
        posts.map(|post| post.delivered).max()
    }
}

impl Thread {
    /// The posts that were delivered by `now`, the oldest first.
    pub(crate) fn delivered(&self, now: Timestamp) -> impl Iterator<Item = &Post> {
        self.posts.iter().filter(move |post| post.delivered <= now)
    }

    pub(crate) fn last_post(&self, now: Timestamp) -> Option<&Post> {
        self.delivered(now).max_by_key(|post| post.delivered)
    }

    /// Whether all of it was written by this person.
    pub(crate) fn is_by(&self, user: UserIndex) -> bool {
        let mut posts = self.posts.iter();
        posts.all(|post| post.author == Author::Person(user))
    }
}

impl Post {
    pub(crate) fn html(&self) -> Cow<'_, str> {
        match &self.body {
            Body::Written(html) => html.into(),
            Body::Drawn(draft) => draft.html().into(),
        }
    }

    /// Inline pictures are none that a reader counts.
    pub(crate) fn has_attachments(&self) -> bool {
        self.attachments.iter().any(|attachment| !attachment.inline)
    }
}
