//! Who may post to a group, and who may not (group-list-acceptedsenders.md,
//! group-post-acceptedsenders.md, group-delete-acceptedsenders.md, and the same of
//! rejected senders). Nobody is on both lists; here only people are on them.

use http::{Method, StatusCode};
use serde_json::{Value, json};

use super::super::items::{Named, OUTLOOK, page};
use super::super::{Area, Held};
use super::write::change;
use crate::graph::Answer;
use crate::graph::access::DELETE_GROUPS;
use crate::graph::references;
use crate::graph::writing::Writing;
use crate::odata::ODataError;
use crate::world::contents::{ConversationChange, Senders};
use crate::world::{People, World};

/// `GET /groups/{id}/acceptedSenders` and `/rejectedSenders`
pub(in super::super) fn list(held: &Held<'_>, name: &str) -> Result<Answer, ODataError> {
    let world = held.reading.world;
    let people = held.content.conversations.senders(list_named(name)).iter();
    let shown = people.filter_map(|id| shown(world, id));
    let named = Named {
        context: format!("{}/$metadata#directoryObjects", held.reading.call.root()),
        type_name: "directoryObject",
    };
    page(held.reading.call, &OUTLOOK, &named, shown.collect())
}

fn list_named(name: &str) -> Senders {
    match name {
        "rejectedsenders" => Senders::Rejected,
        _ => Senders::Accepted,
    }
}

fn shown(world: &World, id: &str) -> Option<Value> {
    let user = world.user(world.user_index(id)?)?;
    Some(json!({
        "@odata.type": "#microsoft.graph.user",
        "id": user.id,
        "displayName": user.display_name,
        "mail": user.mail,
        "userPrincipalName": user.user_principal_name,
    }))
}

/// `POST …/$ref`, and `DELETE …/$ref?$id=…` or `…/{id}/$ref`; `rest` is what
/// follows the name of the list.
pub(super) fn write(
    writing: &Writing<'_>,
    id: &str,
    (name, rest): (&str, &[&str]),
) -> Option<Result<Answer, ODataError>> {
    let list = list_named(name);
    let set = |address: Result<String, _>, listed| {
        Some(address.and_then(|address| set(writing, id, (list, listed), &address)))
    };
    match (&writing.call.method, rest) {
        (&Method::POST, ["$ref"]) => set(in_body(writing), true),
        (&Method::DELETE, ["$ref"]) => set(in_query(writing), false),
        (&Method::DELETE, [person, "$ref"]) => {
            set(Ok(format!("{}/users/{person}", writing.call.root())), false)
        }
        (&Method::GET, _) => None,
        _ => Some(Err(ODataError::method_not_allowed())),
    }
}

fn set(
    writing: &Writing<'_>,
    id: &str,
    (list, listed): (Senders, bool),
    address: &str,
) -> Result<Answer, ODataError> {
    writing.caller.require(DELETE_GROUPS)?;
    change(writing, id, |held| {
        if !writing.caller.may_manage(held.group) {
            return Err(Area::Conversations.denied());
        }
        let world = held.reading.world;
        let user = references::person(world, writing.now(), People::Members, address)?;
        let person = references::ids(world, &[user]).pop().unwrap_or_default();
        let is_on = |list| held.content.conversations.senders(list).contains(&person);
        if listed
            && [Senders::Accepted, Senders::Rejected]
                .into_iter()
                .any(is_on)
        {
            return Err(ODataError::bad_request(
                "The sender is on one of the lists of accepted and rejected senders already.",
            ));
        }
        if !listed && !is_on(list) {
            return Err(ODataError::not_found(&person));
        }
        Ok(ConversationChange::Sender {
            list,
            person,
            listed,
        })
    })?;
    Ok(Answer::empty(StatusCode::NO_CONTENT))
}

fn in_body(writing: &Writing<'_>) -> Result<String, ODataError> {
    let address = writing.sent()?.some_text("@odata.id")?;
    address.ok_or_else(without_address)
}

fn in_query(writing: &Writing<'_>) -> Result<String, ODataError> {
    let mut query = writing.call.query.iter();
    let given = query.find(|(name, _)| name.trim_start_matches('$') == "id");
    let address = given.map(|(_, address)| address.clone());
    address.ok_or_else(without_address)
}

fn without_address() -> ODataError {
    ODataError::malformed("A reference needs '@odata.id' with an absolute address.")
}
