//! Conversations, threads and posts (group-list-conversations.md,
//! group-list-threads.md, conversationthread-list-posts.md).

use serde_json::{Value, json};

use super::items::{Named, OUTLOOK, page, single};
use super::{Area, Held};
use crate::graph::Answer;
use crate::odata::ODataError;
use crate::world::contents::{Conversation, Post, Thread};

/// `words` is the path after the group, `keys` the same as it was written.
pub(super) fn get(held: &Held<'_>, words: &[&str], keys: &[&str]) -> Result<Answer, ODataError> {
    let missing = || Area::Conversations.item_missing();
    let conversation = |id: &str| {
        let mut all = held.content.conversations.iter();
        all.find(|conversation| conversation.id == id)
            .ok_or_else(missing)
    };
    match words {
        ["conversations"] => conversations(held),
        ["conversations", _] => {
            let shown = shown_conversation(held, conversation(keys[1])?);
            single(
                held.reading.call,
                &named(held, "conversations", "conversation"),
                shown,
            )
        }
        ["conversations", _, "threads"] => threads(held, &conversation(keys[1])?.threads),
        ["conversations", _, "threads", rest @ ..] => {
            let of = conversation(keys[1])?;
            thread(held, of, (rest, &keys[3..]))
        }
        ["threads"] => {
            let all = held.content.conversations.iter();
            let all: Vec<&Thread> = all.flat_map(|conversation| &conversation.threads).collect();
            let shown = all.into_iter().map(|thread| shown_thread(held, thread));
            page(
                held.reading.call,
                &OUTLOOK,
                &named(held, "threads", "conversationThread"),
                shown.collect(),
            )
        }
        ["threads", rest @ ..] => {
            let mut all = held.content.conversations.iter();
            let of = all
                .find(|conversation| {
                    conversation
                        .threads
                        .iter()
                        .any(|thread| thread.id == keys[1])
                })
                .ok_or_else(missing)?;
            thread(held, of, (rest, &keys[1..]))
        }
        _ => Err(held.unknown()),
    }
}

fn named<'a>(held: &Held<'_>, tail: &str, type_name: &'a str) -> Named<'a> {
    Named {
        context: held.context(tail),
        type_name,
    }
}

fn conversations(held: &Held<'_>) -> Result<Answer, ODataError> {
    let all = held.content.conversations.iter();
    let shown = all.map(|conversation| shown_conversation(held, conversation));
    let named = named(held, "conversations", "conversation");
    page(held.reading.call, &OUTLOOK, &named, shown.collect())
}

fn threads(held: &Held<'_>, threads: &[Thread]) -> Result<Answer, ODataError> {
    let shown = threads.iter().map(|thread| shown_thread(held, thread));
    let named = named(held, "threads", "conversationThread");
    page(held.reading.call, &OUTLOOK, &named, shown.collect())
}

/// A thread, its posts, or one of them: `words` and `keys` begin at its id.
fn thread(
    held: &Held<'_>,
    of: &Conversation,
    (words, keys): (&[&str], &[&str]),
) -> Result<Answer, ODataError> {
    let missing = || Area::Conversations.item_missing();
    let mut threads = of.threads.iter();
    let thread = threads
        .find(|thread| keys.first() == Some(&thread.id.as_str()))
        .ok_or_else(missing)?;
    let posts = named(held, &format!("threads('{}')/posts", thread.id), "post");
    match words {
        [_] => {
            let shown = shown_thread(held, thread);
            single(
                held.reading.call,
                &named(held, "threads", "conversationThread"),
                shown,
            )
        }
        [_, "posts"] => {
            let shown = thread.posts.iter();
            let shown = shown.map(|post| shown_post(held, (of, thread), post));
            page(held.reading.call, &OUTLOOK, &posts, shown.collect())
        }
        [_, "posts", _] => {
            let mut all = thread.posts.iter();
            let post = all.find(|post| post.id == keys[2]).ok_or_else(missing)?;
            single(
                held.reading.call,
                &posts,
                shown_post(held, (of, thread), post),
            )
        }
        _ => Err(held.unknown()),
    }
}

/// What the posts of some threads have in common.
fn summary(held: &Held<'_>, threads: &[Thread]) -> Value {
    let posts = || threads.iter().flat_map(|thread| &thread.posts);
    let mut senders: Vec<Value> = Vec::new();
    for post in posts() {
        let name = held.recipient(&post.author)["emailAddress"]["name"].take();
        if !senders.contains(&name) {
            senders.push(name);
        }
    }
    let last = threads.iter().filter_map(Thread::last_post);
    let last = last.max_by_key(|post| post.received);
    json!({
        "hasAttachments": posts().any(|post| post.has_attachments),
        "lastDeliveredDateTime": last.map(|post| post.received),
        "uniqueSenders": senders,
        "preview": last.map(|post| post.preview.as_str()).unwrap_or_default(),
    })
}

fn shown_conversation(held: &Held<'_>, conversation: &Conversation) -> Value {
    let mut shown = summary(held, &conversation.threads);
    shown["id"] = json!(conversation.id);
    shown["topic"] = json!(conversation.topic);
    shown
}

fn shown_thread(held: &Held<'_>, thread: &Thread) -> Value {
    let mut shown = summary(held, std::slice::from_ref(thread));
    shown["id"] = json!(thread.id);
    shown["topic"] = json!(thread.topic);
    shown["isLocked"] = json!(thread.locked);
    shown["toRecipients"] = json!([held.mailbox()]);
    shown["ccRecipients"] = json!([]);
    shown
}

fn shown_post(held: &Held<'_>, of: (&Conversation, &Thread), post: &Post) -> Value {
    let text = held
        .reading
        .call
        .prefers(r#"outlook.body-content-type="text""#);
    let body = if text {
        json!({"contentType": "text", "content": post.preview})
    } else {
        json!({"contentType": "html", "content": post.html})
    };
    let author = held.recipient(&post.author);
    let change_key = post.id.get(post.id.len() - 12..).unwrap_or_default();
    json!({
        "@odata.etag": format!("W/\"{change_key}\""),
        "id": post.id,
        "createdDateTime": post.received,
        "lastModifiedDateTime": post.received,
        "changeKey": change_key,
        "categories": [],
        "receivedDateTime": post.received,
        "hasAttachments": post.has_attachments,
        "body": body,
        "from": author,
        "sender": author,
        "newParticipants": [],
        "conversationId": of.0.id,
        "conversationThreadId": of.1.id,
    })
}
