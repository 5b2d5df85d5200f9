//! Mailboxes of groups at the control address: posts that arrive from outside,
//! with any HTML, and mailboxes that are filled.

use std::sync::Arc;

use axum::extract::{DefaultBodyLimit, State};
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use axum::{Json, Router};
use http::StatusCode;
use serde::Deserialize;
use serde_json::{Value, json};

use super::Shared;
use super::body::{Body, refused};
use super::directory::CONTROL;
use crate::odata::ODataError;
use crate::tenant::Tenant;
use crate::world::contents::{ConversationChange, Correspondent, NewAttachment, NewPost};
use crate::world::{Change, World};

/// The longest body that is read, in bytes: a post may be of any length.
const MAX_BODY: usize = 64 * 1024 * 1024;
/// No mailbox is filled with more at once.
const MAX_FILL: usize = 20_000;

pub(super) fn router() -> Router<Arc<Tenant>> {
    Router::new()
        .route("/posts", post(arrive))
        .route("/mailbox", post(fill))
        .layer(DefaultBodyLimit::max(MAX_BODY))
}

/// Posts that arrive at once.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Arrival {
    group: String,
    #[serde(default = "topic")]
    topic: String,
    #[serde(default = "outsider")]
    from: Correspondent,
    bodies: Vec<String>,
    #[serde(default)]
    apart: bool,
    #[serde(default)]
    attachments: Vec<NewAttachment>,
}

fn topic() -> String {
    "From outside".to_owned()
}

fn outsider() -> Correspondent {
    Correspondent {
        name: "Somebody outside".to_owned(),
        address: "somebody@outside.example".to_owned(),
    }
}

async fn arrive(State(tenant): Shared, Body(arrival): Body<Arrival>) -> Response {
    if arrival.bodies.is_empty() {
        return refused("bodies has at least one");
    }
    let mut begun: Vec<Value> = Vec::new();
    let mut thread: Option<String> = None;
    for html in &arrival.bodies {
        let post = NewPost {
            from: Some(arrival.from.clone()),
            html: html.clone(),
            delivered: tenant.now(),
            new_participants: Vec::new(),
            attachments: arrival.attachments.clone(),
        };
        let written = match thread.take_if(|_| !arrival.apart) {
            Some(open) => {
                thread = Some(open.clone());
                let change = ConversationChange::Reply { thread: open, post };
                write(&tenant, &arrival.group, |_, _| change)
            }
            None => {
                let topic = arrival.topic.clone();
                write(&tenant, &arrival.group, |world, place| {
                    let group = &world.groups[place];
                    let content = world.contents.of(group);
                    let ids = content.conversations.next_ids(&group.id);
                    begun.push(json!({"conversation": ids.conversation, "thread": ids.thread}));
                    thread = Some(ids.thread);
                    ConversationChange::Begin {
                        conversation: None,
                        topic,
                        post,
                    }
                })
            }
        };
        if let Err(error) = written {
            return error.status.into_response();
        }
    }
    (StatusCode::CREATED, Json(json!({ "value": begun }))).into_response()
}

/// What a mailbox is filled with.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Filling {
    group: String,
    #[serde(default)]
    conversations: usize,
    #[serde(default)]
    posts: usize,
    #[serde(default)]
    moved_away: bool,
}

async fn fill(State(tenant): Shared, Body(filling): Body<Filling>) -> Response {
    let Filling {
        group,
        conversations,
        posts,
        moved_away,
    } = filling;
    if conversations > MAX_FILL || posts > MAX_FILL {
        return refused("a mailbox is filled with at most 20,000 at once");
    }
    let mut thread = None;
    let written = write(&tenant, &group, |world, place| {
        let group = &world.groups[place];
        let content = world.contents.of(group);
        if moved_away {
            return ConversationChange::MoveAway;
        }
        // The conversation of many posts comes after the others.
        let ids = content.conversations.ids_after(&group.id, conversations);
        thread = (posts > 0).then_some(ids);
        ConversationChange::Fill {
            conversations,
            posts,
        }
    });
    match written {
        Ok(()) => {
            let long =
                thread.map(|ids| json!({"conversation": ids.conversation, "thread": ids.thread}));
            let value: Vec<Value> = long.into_iter().collect();
            (StatusCode::CREATED, Json(json!({ "value": value }))).into_response()
        }
        Err(error) => error.status.into_response(),
    }
}

/// Writes to the conversations of a group, whatever its people may do.
fn write(
    tenant: &Tenant,
    id: &str,
    change: impl FnOnce(&World, usize) -> ConversationChange,
) -> Result<(), ODataError> {
    tenant.decide(|world| {
        let place = world.group_index(id);
        let place = place.filter(|place| world.groups[*place].unified);
        let place = place.ok_or_else(|| ODataError::not_found(id))?;
        Ok(Change::Conversation {
            change: Box::new(change(world, place)),
            group: world.groups[place].id.clone(),
            user: CONTROL.to_owned(),
            at: tenant.now(),
        })
    })?;
    Ok(())
}
