//! How a write to a group's conversations takes effect. That it may be made was
//! decided before: a write to something unknown has no effect.

use std::sync::{Arc, PoisonError};

use jiff::Timestamp;

use super::super::{Contents, Group, Origin};
use super::ids::{self, Kind};
use super::{
    Attachment, Author, Body, Conversation, ConversationChange, Conversations, NewPost,
    POSTS_A_NUMBER, Post, Senders, Thread, fill, plain,
};
use crate::world::World;

impl World {
    /// Makes such a write to the group at `place` take effect; `user` made it.
    pub(in crate::world) fn converse(
        &mut self,
        place: usize,
        user: &str,
        change: &ConversationChange,
        at: Timestamp,
    ) {
        let author = Author::Person(self.user_index(user).unwrap_or(crate::world::ADMINISTRATOR));
        self.contents
            .converse(&self.groups[place], &author, change, at);
    }
}

impl Contents {
    fn converse(
        &mut self,
        group: &Group,
        author: &Author,
        change: &ConversationChange,
        at: Timestamp,
    ) {
        drop(self.of(group));
        let origin = self.origins.get(&group.id).cloned();
        let made = self.made.get_mut().unwrap_or_else(PoisonError::into_inner);
        let Some(content) = made.get_mut(&group.id) else {
            return;
        };
        let conversations = &mut Arc::make_mut(content).conversations;
        if let ConversationChange::Fill { .. } = change {
            let origin = origin.unwrap_or_else(|| Origin::of(group, at));
            fill::fill(conversations, &origin, change, at);
        } else {
            conversations.apply(&group.id, author, change);
        }
    }
}

impl Conversations {
    fn apply(&mut self, group: &str, author: &Author, change: &ConversationChange) {
        match change {
            ConversationChange::Begin {
                conversation,
                topic,
                post,
            } => {
                let thread = self.begun(group, author, topic, post);
                self.add(group, conversation.as_deref(), thread);
                self.taken += 1;
            }
            ConversationChange::Reply { thread, post } => {
                let post = self.written(group, author, post);
                if let Some(thread) = self.thread_mut(thread) {
                    thread.insert(post);
                }
                self.taken += 1;
            }
            ConversationChange::Lock { thread, locked } => {
                if let Some(thread) = self.thread_mut(thread) {
                    thread.locked = *locked;
                }
            }
            ConversationChange::Remove { conversation } => {
                self.all.retain(|one| one.id != *conversation);
            }
            ConversationChange::RemoveThread { thread } => {
                for conversation in &mut self.all {
                    conversation.threads.retain(|one| one.id != *thread);
                }
                self.all.retain(|one| !one.threads.is_empty());
            }
            ConversationChange::Sender {
                list,
                person,
                listed,
            } => self.list(*list, person, *listed),
            ConversationChange::MoveAway => {
                self.all.clear();
                self.moved_away = true;
            }
            ConversationChange::Forward { .. } | ConversationChange::Fill { .. } => {}
        }
    }

    fn list(&mut self, list: Senders, person: &str, listed: bool) {
        let people = match list {
            Senders::Accepted => &mut self.accepted,
            Senders::Rejected => &mut self.rejected,
        };
        people.retain(|id| id != person);
        if listed {
            people.push(person.to_owned());
        }
    }

    fn thread_mut(&mut self, id: &str) -> Option<&mut Thread> {
        let threads = self.all.iter_mut().flat_map(|one| &mut one.threads);
        threads.into_iter().find(|thread| thread.id == id)
    }

    fn begun(&self, group: &str, author: &Author, topic: &str, post: &NewPost) -> Thread {
        Thread {
            id: ids::mailbox(group, Kind::Thread, self.next()),
            topic: topic.to_owned(),
            locked: false,
            posts: vec![self.written(group, author, post)],
        }
    }

    fn add(&mut self, group: &str, conversation: Option<&str>, thread: Thread) {
        match conversation {
            None => self.all.push(Conversation {
                id: ids::mailbox(group, Kind::Conversation, self.next()),
                topic: thread.topic.clone(),
                threads: vec![thread],
            }),
            Some(id) => {
                if let Some(of) = self.all.iter_mut().find(|one| one.id == id) {
                    of.threads.push(thread);
                }
            }
        }
    }

    fn written(&self, group: &str, author: &Author, post: &NewPost) -> Post {
        let number = self.next() * POSTS_A_NUMBER;
        let sent = post.attachments.iter().cloned().enumerate();
        let attachments =
            sent.map(|(place, sent)| Attachment::new(sent, (group, number, place), post.delivered));
        Post {
            id: ids::mailbox(group, Kind::Post, number),
            author: post
                .from
                .clone()
                .map_or_else(|| author.clone(), Author::Outsider),
            delivered: post.delivered,
            preview: plain::preview(&post.html),
            body: Body::Written(post.html.clone()),
            attachments: attachments.collect(),
            new_participants: post.new_participants.clone(),
        }
    }
}

impl Thread {
    /// At its time, behind those of the same second.
    fn insert(&mut self, post: Post) {
        let place = self
            .posts
            .partition_point(|one| one.delivered <= post.delivered);
        self.posts.insert(place, post);
    }
}
