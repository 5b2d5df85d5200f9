//! Conversations, threads and posts (group-list-conversations.md,
//! group-list-threads.md, conversationthread-list-posts.md), as far as they were
//! delivered. How they look is in `shown`, their attachments in `attachments`,
//! writing them in `begin` and `write`, who may do so in `senders`.

mod attachments;
mod begin;
mod filter;
mod senders;
mod sent;
mod shown;
mod write;

use std::cmp::Reverse;

use serde_json::Value;

use super::items::{MAIL, Named, page_of, single_of};
use super::options::Expand;
use super::{Area, Held};
use crate::graph::Answer;
use crate::odata::ODataError;
use crate::world::contents::{Conversation, Post, Thread};

pub(super) use senders::list as senders;
use shown::{Form, shown_conversation, shown_post, shown_thread};
pub(super) use write::write;

/// A thread and the conversation that it is in.
type Place<'a> = (&'a Conversation, &'a Thread);

/// `words` is the path after the group, `keys` the same as it was written.
pub(super) fn get(held: &Held<'_>, words: &[&str], keys: &[&str]) -> Result<Answer, ODataError> {
    if held.content.conversations.moved_away {
        return Err(ODataError::no_mailbox());
    }
    match words {
        ["conversations"] => conversations(held),
        ["conversations", _] => {
            let form = Form::of(held, &["threads"])?;
            let found = shown_conversation(held, &form, conversation(held, keys[1])?);
            let named = named(held, "conversations", "conversation");
            single_of(held.reading.call, &MAIL, &named, found)
        }
        ["conversations", _, "threads"] => {
            let of = conversation(held, keys[1])?;
            threads(held, of.threads.iter().map(|thread| (of, thread)).collect())
        }
        ["conversations", _, "threads", rest @ ..] => {
            let of = conversation(held, keys[1])?;
            let thread = of.thread(keys[3]).ok_or_else(missing)?;
            in_thread(held, (of, thread), (rest, &keys[3..]))
        }
        ["threads"] => {
            let all = held.content.conversations.iter();
            let all = all.flat_map(|of| of.threads.iter().map(move |thread| (of, thread)));
            threads(held, all.collect())
        }
        ["threads", rest @ ..] => {
            let found = held.content.conversations.thread(keys[1]);
            in_thread(held, found.ok_or_else(missing)?, (rest, &keys[1..]))
        }
        _ => Err(held.unknown()),
    }
}

fn missing() -> ODataError {
    Area::Conversations.item_missing()
}

fn named<'a>(held: &Held<'_>, tail: &str, type_name: &'a str) -> Named<'a> {
    Named {
        context: held.context(tail),
        type_name,
    }
}

fn conversation<'a>(held: &'a Held<'_>, id: &str) -> Result<&'a Conversation, ODataError> {
    held.content.conversations.find(id).ok_or_else(missing)
}

/// The last delivery first.
fn conversations(held: &Held<'_>) -> Result<Answer, ODataError> {
    let form = Form::of(held, &["threads"])?;
    let mut all: Vec<&Conversation> = held.content.conversations.iter().collect();
    all.sort_by_cached_key(|of| Reverse(of.last_delivered(form.now)));
    let show = |of: &Conversation| shown_conversation(held, &form, of);
    filter::keep(held, &mut all, &show, "conversation")?;
    let named = named(held, "conversations", "conversation");
    page_of(held.reading.call, &MAIL, &named, all, show)
}

fn threads(held: &Held<'_>, mut all: Vec<Place<'_>>) -> Result<Answer, ODataError> {
    let form = Form::of(held, &["posts"])?;
    let last =
        |(_, thread): &Place<'_>| Reverse(thread.last_post(form.now).map(|post| post.delivered));
    all.sort_by_cached_key(last);
    let show = |of: Place<'_>| shown_thread(held, &form, of);
    filter::keep(held, &mut all, &show, "conversationThread")?;
    let named = named(held, "threads", "conversationThread");
    page_of(held.reading.call, &MAIL, &named, all, show)
}

/// A thread, its posts, or something in them: `words` and `keys` begin at its id.
fn in_thread(
    held: &Held<'_>,
    of: Place<'_>,
    (words, keys): (&[&str], &[&str]),
) -> Result<Answer, ODataError> {
    match words {
        [_] => {
            let form = Form::of(held, &["posts"])?;
            let named = named(held, "threads", "conversationThread");
            let found = shown_thread(held, &form, of);
            single_of(held.reading.call, &MAIL, &named, found)
        }
        [_, "posts"] => posts(held, of),
        [_, "posts", _] => {
            let form = Form::of(held, &["attachments"])?;
            let post = post(of.1, keys[2], &form)?;
            let found = shown_post(held, &form, of, post);
            form.applied(single_of(
                held.reading.call,
                &MAIL,
                &posts_named(held, of.1),
                found,
            ))
        }
        [_, "posts", _, "attachments", rest @ ..] => {
            let form = Form::of(held, &["microsoft.graph.itemattachment/item"])?;
            let post = post(of.1, keys[2], &form)?;
            attachments::get(held, (of.1, post), (rest, &keys[4..]))
        }
        _ => Err(held.unknown()),
    }
}

fn posts(held: &Held<'_>, of: Place<'_>) -> Result<Answer, ODataError> {
    let form = Form::of(held, &["attachments"])?;
    let mut all: Vec<&Post> = of.1.delivered(form.now).collect();
    let show = |post: &Post| shown_post(held, &form, of, post);
    filter::keep(held, &mut all, &show, "post")?;
    form.applied(page_of(
        held.reading.call,
        &MAIL,
        &posts_named(held, of.1),
        all,
        show,
    ))
}

fn posts_named<'a>(held: &Held<'_>, thread: &Thread) -> Named<'a> {
    named(held, &format!("threads('{}')/posts", thread.id), "post")
}

fn post<'a>(thread: &'a Thread, id: &str, form: &Form) -> Result<&'a Post, ODataError> {
    let mut delivered = thread.delivered(form.now);
    delivered.find(|post| post.id == id).ok_or_else(missing)
}

/// What was asked for of an expanded thing.
fn chosen(mut shown: Value, expand: &Expand) -> Value {
    if let Some(properties) = shown.as_object_mut().filter(|_| !expand.select.is_empty()) {
        properties.retain(|name, _| {
            let mut names = expand.select.iter();
            name == "id"
                || name.starts_with("@odata.")
                || names.any(|wanted| wanted.eq_ignore_ascii_case(name))
        });
    }
    shown
}
