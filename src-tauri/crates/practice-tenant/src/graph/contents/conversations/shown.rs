//! Conversations, threads and posts as JSON.

use jiff::Timestamp;
use serde_json::{Value, json};

use super::super::Held;
use super::super::options::{Expand, Options};
use super::{Place, attachments, chosen};
use crate::graph::Answer;
use crate::odata::ODataError;
use crate::world::contents::{Author, Conversation, Correspondent, Post, Thread, to_text};

/// How a call wants things shown.
pub(super) struct Form {
    pub(super) now: Timestamp,
    /// Bodies as plain text.
    text: bool,
    /// The form of bodies that the call named.
    preferred: Option<&'static str>,
    expand: Option<Expand>,
}

const TEXT: &str = r#"outlook.body-content-type="text""#;
const HTML: &str = r#"outlook.body-content-type="html""#;

impl Form {
    /// # Errors
    /// 400 when the call expands something else than `relations`.
    pub(super) fn of(held: &Held<'_>, relations: &[&str]) -> Result<Self, ODataError> {
        let call = held.reading.call;
        let expand = Options::parse(call, &["filter", "expand"])?.expand;
        if let Some(expand) = &expand {
            let known = relations
                .iter()
                .any(|known| known.eq_ignore_ascii_case(&expand.relation));
            if !known {
                return Err(ODataError::no_property(&expand.relation, "outlookItem"));
            }
        }
        Ok(Self {
            now: held.reading.tenant.now(),
            text: call.prefers(TEXT),
            preferred: [TEXT, HTML].into_iter().find(|form| call.prefers(form)),
            expand,
        })
    }

    /// Says of an answer with bodies that they are as the call prefers them, if it does.
    pub(super) fn applied(&self, answer: Result<Answer, ODataError>) -> Result<Answer, ODataError> {
        let mut answer = answer?;
        let applied = self.preferred.map(str::to_owned);
        let applied = applied.map(|form| ("preference-applied", form));
        answer.headers.extend(applied);
        Ok(answer)
    }

    fn without_expand(&self) -> Self {
        Self {
            expand: None,
            ..*self
        }
    }

    fn expand(&self, shown: &mut Value, relation: &str, list: impl FnOnce() -> Vec<Value>) {
        if let Some(expand) = &self.expand {
            let all = list().into_iter().map(|one| chosen(one, expand));
            shown[relation] = all.collect();
        }
    }
}

/// What the posts of some threads have in common.
fn summary(held: &Held<'_>, threads: &[Thread], now: Timestamp) -> Value {
    let posts = || threads.iter().flat_map(|thread| thread.delivered(now));
    let mut authors: Vec<&Author> = Vec::new();
    for post in posts() {
        if !authors.contains(&&post.author) {
            authors.push(&post.author);
        }
    }
    let name = |author: &&Author| held.recipient(author)["emailAddress"]["name"].take();
    let last = threads.iter().filter_map(|thread| thread.last_post(now));
    let last = last.max_by_key(|post| post.delivered);
    json!({
        "hasAttachments": posts().any(Post::has_attachments),
        "lastDeliveredDateTime": last.map(|post| post.delivered),
        "uniqueSenders": authors.iter().map(name).collect::<Vec<_>>(),
        "preview": last.map(|post| post.preview.as_str()).unwrap_or_default(),
    })
}

pub(super) fn shown_conversation(held: &Held<'_>, form: &Form, of: &Conversation) -> Value {
    let mut shown = summary(held, &of.threads, form.now);
    shown["id"] = json!(of.id);
    shown["topic"] = json!(of.topic);
    form.expand(&mut shown, "threads", || {
        let plain = form.without_expand();
        let threads = of.threads.iter();
        threads
            .map(|thread| shown_thread(held, &plain, (of, thread)))
            .collect()
    });
    shown
}

pub(super) fn shown_thread(held: &Held<'_>, form: &Form, of: Place<'_>) -> Value {
    let thread = of.1;
    let posts = || thread.delivered(form.now);
    let added = posts().flat_map(|post| &post.new_participants);
    let mut shown = summary(held, std::slice::from_ref(thread), form.now);
    shown["id"] = json!(thread.id);
    shown["topic"] = json!(thread.topic);
    shown["isLocked"] = json!(thread.locked);
    shown["toRecipients"] = json!([held.mailbox()]);
    shown["ccRecipients"] = added.map(recipient).collect();
    form.expand(&mut shown, "posts", || {
        let plain = form.without_expand();
        posts()
            .map(|post| shown_post(held, &plain, of, post))
            .collect()
    });
    shown
}

fn recipient(somebody: &Correspondent) -> Value {
    json!({"emailAddress": {"name": somebody.name, "address": somebody.address}})
}

pub(super) fn shown_post(held: &Held<'_>, form: &Form, of: Place<'_>, post: &Post) -> Value {
    let body = if form.text {
        json!({"contentType": "text", "content": to_text(&post.html())})
    } else {
        json!({"contentType": "html", "content": post.html()})
    };
    let author = held.recipient(&post.author);
    let change_key = post.id.get(post.id.len() - 12..).unwrap_or_default();
    let added = post.new_participants.iter();
    let mut shown = json!({
        "@odata.etag": format!("W/\"{change_key}\""),
        "id": post.id,
        "createdDateTime": post.delivered,
        "lastModifiedDateTime": post.delivered,
        "changeKey": change_key,
        "categories": [],
        "receivedDateTime": post.delivered,
        "hasAttachments": post.has_attachments(),
        "body": body,
        "from": author,
        "sender": author,
        "newParticipants": added.map(recipient).collect::<Vec<_>>(),
        "conversationId": of.0.id,
        "conversationThreadId": of.1.id,
    });
    form.expand(&mut shown, "attachments", || {
        post.attachments.iter().map(attachments::shown).collect()
    });
    shown
}
